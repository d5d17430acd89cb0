//! What the goods of a scenario are for, read off their definitions, so that no rule names a good.

use bevy::prelude::*;

use crate::base::{GoodId, Id, IdVec, math};
use crate::content::defs::{GoodDef, MAX_GOODS};
use crate::sim::finance::FinanceRules;
use crate::sim::plan::PlanRules;
use crate::sim::population::PerGood;
use crate::sim::trade::TradeRules;

use super::market::MarketRules;
use super::parameters::EconomyRules;

/// Roles of goods and figures derived from their table. Derived at the start, never saved.
#[derive(Resource, Debug, Clone, PartialEq)]
pub struct Roles {
    /// How many goods there are.
    pub(in crate::sim) count: usize,
    /// The staple: of what households buy, the good whose demand grows slowest with income (Engel's law).
    pub(in crate::sim) food: GoodId,
    /// Goods whose making is bound to land: the staple.
    pub(in crate::sim) land: PerGood<bool>,
    /// Industry: traded goods other than the staple.
    pub(in crate::sim) industry: PerGood<bool>,
    /// Primary goods, by which terms of trade are read: traded goods made with the least of other goods,
    /// that are neither capital nor arms and hardly a household's purchase, and the staple.
    pub(in crate::sim) primary: PerGood<bool>,
    /// Goods bound to what the ground holds: primary goods other than the staple.
    pub(in crate::sim) mined: PerGood<bool>,
    /// Goods that can carry arms or the means to make them: what an embargo is about.
    pub(in crate::sim) strategic: PerGood<bool>,
    /// Share of each good in investment (sums to 1).
    pub(in crate::sim) investment: PerGood<f64>,
    /// Share of each good in public spending (sums to 1).
    pub(in crate::sim) public: PerGood<f64>,
    /// Share of each good in spending on forces (sums to 1).
    pub(in crate::sim) forces: PerGood<f64>,
    /// Input coefficients: `inputs[g][i]` of good `i` per unit of good `g`.
    pub(in crate::sim) inputs: [[f64; MAX_GOODS]; MAX_GOODS],
    /// Value added per unit of gross output.
    pub(in crate::sim) value_added: PerGood<f64>,
}

impl Roles {
    /// Ids of all goods. There are no more than rows have room for: said here, so that no row is asked whether it has.
    pub(in crate::sim) fn goods(&self) -> impl ExactSizeIterator<Item = GoodId> + use<> {
        GoodId::first(self.count.min(MAX_GOODS))
    }

    /// Shares of goods in investment as a plain row.
    pub(in crate::sim) fn investment_array(&self) -> &[f64; MAX_GOODS] {
        self.investment.as_array()
    }

    /// The staple.
    pub fn food(&self) -> GoodId {
        self.food
    }

    /// Whether a good counts as industry.
    pub fn is_industry(&self, good: GoodId) -> bool {
        self.industry[good]
    }

    /// Part of value added that is owed to nature (land, deposits), which neither work nor capital adds to.
    pub(in crate::sim) fn nature(&self, rules: &EconomyRules, good: GoodId) -> f64 {
        match (self.land[good], self.mined[good]) {
            (true, _) => rules.land_share,
            (_, true) => rules.deposit_share,
            _ => 0.0,
        }
    }

    /// Whether a good is a primary good, by which terms of trade are read.
    pub fn is_primary(&self, good: GoodId) -> bool {
        self.primary[good]
    }

    /// Whether making a good is bound to what the ground holds.
    pub fn is_mined(&self, good: GoodId) -> bool {
        self.mined[good]
    }

    /// Value added per unit of gross output of a good.
    pub fn value_added(&self, good: GoodId) -> f64 {
        self.value_added[good]
    }

    /// Reads the roles off the goods table.
    ///
    /// `equipment`: share of investment that is capital goods; `public_services`: share of public spending that is
    /// untraded goods; `arms`: share of military spending that is military goods.
    pub(in crate::sim) fn read(
        goods: &IdVec<GoodId, GoodDef>,
        equipment: f64,
        public_services: f64,
        arms: f64,
    ) -> Self {
        let bought = |good: &GoodDef| good.basket > 0.0;
        let slower = |a: &(GoodId, &GoodDef), b: &(GoodId, &GoodDef)| a.1.engel.total_cmp(&b.1.engel);
        let food =
            goods.iter().filter(|(_, good)| bought(good)).min_by(slower).map_or(GoodId(0), |(id, _)| id);
        let mut roles = Self {
            count: goods.len(),
            food,
            land: PerGood::filled(false),
            industry: PerGood::filled(false),
            primary: PerGood::filled(false),
            mined: PerGood::filled(false),
            strategic: PerGood::filled(false),
            investment: PerGood::default(),
            public: PerGood::default(),
            forces: PerGood::default(),
            inputs: [[0.0; MAX_GOODS]; MAX_GOODS],
            value_added: PerGood::default(),
        };
        for (id, good) in goods.iter() {
            let used: f64 = good.inputs.iter().sum();
            roles.land[id] = id == food;
            roles.industry[id] = good.traded && id != food;
            // Raw materials are what is traded, neither capital nor arms, and bought by makers, not by households.
            roles.primary[id] =
                id == food || (good.traded && !good.capital && !good.military && good.basket < RAW_BASKET);
            roles.mined[id] = roles.primary[id] && id != food;
            roles.strategic[id] = good.capital || good.military;
            roles.value_added[id] = (1.0 - used).max(LEAST_VALUE_ADDED);
            for (input, &amount) in good.inputs.iter().take(MAX_GOODS).enumerate() {
                roles.inputs[id.index()][input] = amount;
            }
        }
        let basket = shares(goods, |good| good.basket);
        let capital = shares(goods, |good| f64::from(u8::from(good.capital)));
        let untraded = shares(goods, |good| f64::from(u8::from(!good.traded)));
        let military = shares(goods, |good| f64::from(u8::from(good.military)));
        roles.investment = mixed(&[(equipment, capital), (1.0 - equipment, untraded)], basket);
        roles.public = mixed(&[(public_services, untraded), (1.0 - public_services, basket)], basket);
        // What does not buy arms feeds, clothes and pays the troops.
        let rest = 1.0 - arms;
        roles.forces = mixed(&[(arms, military), (rest * 0.5, basket), (rest * 0.5, untraded)], basket);
        roles
    }
}

/// What is kept of smoothed levels from one month to the next. Derived from half-lives at the start, never saved.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct Paces {
    /// Expected demand.
    pub(in crate::sim) demand: f64,
    /// Lasting income.
    pub(in crate::sim) income: f64,
    /// The profit counted on.
    pub(in crate::sim) profit: f64,
    /// Investment under way.
    pub(in crate::sim) building: f64,
    /// The mix of investment, over the quarter between two looks at it.
    pub(in crate::sim) mix: f64,
    /// Reported shortage.
    pub(in crate::sim) shortage: f64,
    /// Coordination by plan.
    pub(in crate::sim) transition: f64,
    /// World prices.
    pub(in crate::sim) world_price: f64,
    /// Orders from abroad.
    pub(in crate::sim) orders: f64,
    /// Export earnings.
    pub(in crate::sim) earnings: f64,
    /// Recorded flows of trade.
    pub(in crate::sim) flows: f64,
    /// Inflation.
    pub(in crate::sim) inflation: f64,
    /// Ways round embargoes.
    pub(in crate::sim) routes: f64,
    /// Shares of world markets one is used to.
    pub(in crate::sim) markets: f64,
    /// The monetary stance felt.
    pub(in crate::sim) stance: f64,
    /// Unemployment one is used to.
    pub(in crate::sim) usual_unemployment: f64,
    /// Expected inflation.
    pub(in crate::sim) expectation: f64,
    /// A crunch that mends.
    pub(in crate::sim) mending: f64,
}

impl Paces {
    /// Works them out.
    pub(in crate::sim) fn of(
        economy: &EconomyRules,
        plan: &PlanRules,
        finance: &FinanceRules,
        trade: &TradeRules,
        market: &MarketRules,
    ) -> Self {
        let kept = math::kept;
        Self {
            demand: kept(economy.demand_half_life),
            income: kept(economy.income_half_life),
            profit: kept(economy.profit_half_life),
            building: kept(economy.building_half_life),
            mix: kept(plan.mix_half_life / 3.0),
            shortage: kept(plan.shortage_half_life),
            transition: kept(plan.transition_half_life),
            world_price: kept(trade.price_half_life),
            orders: kept(trade.orders_half_life),
            earnings: kept(trade.earnings_half_life),
            flows: kept(trade.flow_half_life),
            inflation: kept(finance.inflation_half_life),
            routes: kept(trade.route_half_life),
            markets: kept(trade.market_half_life),
            stance: kept(market.stance_half_life),
            usual_unemployment: kept(market.usual_half_life),
            expectation: kept(market.expectation_half_life),
            mending: kept(market.mending_half_life),
        }
    }
}

/// Largest basket share of a raw material; above it a good is a household's purchase.
const RAW_BASKET: f64 = 0.1;
/// The loader refuses inputs that use up all value; this only guards divisions.
const LEAST_VALUE_ADDED: f64 = 0.05;

/// Shares of goods by a weight; all zero if none has any.
fn shares(goods: &IdVec<GoodId, GoodDef>, weight: impl Fn(&GoodDef) -> f64) -> PerGood<f64> {
    let total: f64 = goods.values().map(&weight).sum();
    let mut shares = PerGood::default();
    if total > 0.0 {
        for (id, good) in goods.iter() {
            shares[id] = weight(good) / total;
        }
    }
    shares
}

/// A weighted mix of shares that sums to 1; parts that are empty go to the basket.
fn mixed(parts: &[(f64, PerGood<f64>)], basket: PerGood<f64>) -> PerGood<f64> {
    let mut mix = PerGood::default();
    for (weight, shares) in parts {
        let whole: f64 = shares.as_slice().iter().sum();
        let shares = if whole > 0.0 { shares } else { &basket };
        for (total, share) in mix.as_mut_slice().iter_mut().zip(shares.as_slice()) {
            *total += weight * share;
        }
    }
    mix
}
