//! Distribute: what enterprises, banks and central banks see in the month, and the confidence that follows.

use bevy::prelude::*;

use crate::base::{Id, Money, Month, Stream, math};
use crate::sim::chronicle::Fact;
use crate::sim::economy::components::{Accounts, Industry, Prices};
use crate::sim::economy::parameters::EconomyRules;
use crate::sim::economy::roles::{Paces, Roles};
use crate::sim::economy::rules::{self as economy_rules, Outlook};
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, KeyCurrency, Payments};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Polities, Seat};
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;
use crate::sim::trade::TradePosition;

use super::components::Market;
use super::parameters::MarketRules;
use super::rules::{self, Pressure, Rivalry};

type Enterprises = (
    &'static Plan,
    &'static Status,
    &'static Budget,
    &'static Payments,
    &'static TradePosition,
    &'static Technology,
    &'static Prices,
    &'static mut Industry,
    &'static mut Accounts,
    &'static mut Market,
);

/// What the world's markets share.
#[derive(Clone, Copy, Default)]
struct World {
    /// Confidence, weighted by product.
    mood: f64,
    /// Lending withheld, weighted by product.
    crunch: f64,
    /// Inflation of the world's money beyond the usual.
    inflation: f64,
    /// This quarter's shock.
    shock: f64,
}

fn look_around(polities: &Polities<Enterprises>) -> World {
    let (mut weight, mut mood, mut crunch) = (0.0, 0.0, 0.0);
    for (_, (plan, _, _, _, _, _, _, _, accounts, market)) in polities.iter() {
        let product = accounts.product.real() * (1.0 - plan.planned());
        weight += product;
        mood += product * accounts.confidence;
        crunch += product * market.crunch;
    }
    let mean = |sum: f64, otherwise| math::ratio_or(sum, weight, otherwise);
    World { mood: mean(mood, 1.0), crunch: mean(crunch, 0.0), ..World::default() }
}

/// Profit, wages, mark-ups, credit and money, and the confidence that follows; slumps are told.
pub(in crate::sim::economy) fn feel_markets(
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    economy: Res<EconomyRules>,
    rules: Res<MarketRules>,
    paces: Res<Paces>,
    key: Res<KeyCurrency>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<Enterprises>,
) {
    let now = clock.now();
    let quarter = Month(now.0 - now.0 % 3);
    let mut world = look_around(&polities);
    world.inflation = key.world_inflation();
    world.shock = economy.world_shock * fate.draw(quarter, Stream::Economy, WORLD, 2).bell();
    for (
        id,
        (plan, status, budget, payments, trade, technology, prices, mut industry, mut accounts, mut market),
    ) in polities.iter_mut()
    {
        if accounts.product <= Money::ZERO || industry.normal_product <= 0.0 {
            continue;
        }
        let due = id.index() % 3 == (now.0 % 3) as usize;
        if due {
            let luck = fate.draw(now, Stream::Economy, atlas.key(Seat::Polity(id)), 1).bell();
            accounts.mood = economy.confidence_shock * luck;
        }
        let house = House {
            lore: &lore,
            roles: &roles,
            economy: &economy,
            rules: &rules,
            paces: &paces,
            world,
            planned: plan.planned(),
            technology: technology.level(),
            issue: budget.inflation(),
            scarred: payments.scarred(),
        };
        if due {
            house.count_firms(&mut market, &accounts, &industry, prices, trade);
        }
        accounts.markup = rules::markup(&rules, market.concentration_mean - market.concentration_start);
        let used = (accounts.product_month.real() / industry.normal_product).clamp(0.3, 1.5);
        let pushed = accounts.wage_push + economy.wage_push * (used - 1.0) / 12.0;
        accounts.wage_push = (pushed * paces.profit).clamp(-0.3, 0.5);
        house.reckon_profit(&mut market, &mut accounts, &industry, prices);
        // The month before investors look at it: see `plan`.
        if id.index() % 3 == (now.0 as usize + 1) % 3 {
            industry.pull = market.pull(&industry.strain, roles.count, rules.profit_pull, plan.planned());
        }
        house.set_prices_of_money(&mut market, &accounts);
        house.lend(&mut market, &accounts);
        house.decide_on_building(&market, &mut accounts, used);
        if house.turn(&mut accounts, clock.played()) && status.is_sovereign() && plan.planned() < 0.5 {
            let growth = accounts.growth();
            effects.push(Effect::Tell { fact: Fact::SlumpBegun { polity: id, growth } });
        }
    }
}

/// One country's enterprises and banks.
struct House<'a> {
    lore: &'a Lore,
    roles: &'a Roles,
    economy: &'a EconomyRules,
    rules: &'a MarketRules,
    paces: &'a Paces,
    world: World,
    planned: f64,
    technology: f64,
    issue: f64,
    scarred: f64,
}

impl House<'_> {
    /// Once a quarter: how far few firms share each sector.
    fn count_firms(
        &self,
        market: &mut Market,
        accounts: &Accounts,
        industry: &Industry,
        prices: &Prices,
        trade: &TradePosition,
    ) {
        const QUARTER: f64 = 0.25;
        let capital: f64 = industry.capital.as_slice().iter().sum();
        let growth = (math::ratio_or(capital, market.capital_seen, 1.0) - 1.0) / QUARTER;
        market.capital_seen = capital;
        let free = 1.0 - self.planned;
        let profit = math::ratio_or(accounts.profit_rate, accounts.profit_norm, 1.0) - 1.0;
        let (mut sum, mut weight) = (0.0, 0.0);
        for good in self.roles.goods() {
            let rivalry =
                Rivalry { capital_growth: growth, slump: accounts.slump, sought: trade.sought(good), profit };
            market.concentration[good] = rules::next_concentration(
                self.rules,
                self.economy.markup_drift,
                market.concentration[good],
                rivalry,
                QUARTER * free,
            );
            let made = prices.supply[good] * self.roles.value_added[good];
            sum += made * market.concentration[good];
            weight += made;
        }
        market.concentration_mean = math::ratio_or(sum, weight, market.concentration_mean);
    }

    /// Profit over capital, in all and by sector, and where it draws investment.
    fn reckon_profit(
        &self,
        market: &mut Market,
        accounts: &mut Accounts,
        industry: &Industry,
        prices: &Prices,
    ) {
        let share = rules::profit_share(self.economy, accounts.markup, accounts.wage_push, &mut NoTerms);
        let capital: f64 = industry.capital.as_slice().iter().sum();
        let rate = math::ratio_or(share * accounts.product_month.real() * 12.0, capital, 0.0);
        accounts.profit_rate = math::lerp(rate, accounts.profit_rate, self.paces.demand);
        accounts.profit_norm = math::lerp(accounts.profit_rate, accounts.profit_norm, self.paces.profit);
        for (good, def) in self.lore.goods.iter() {
            let own = rules::markup(self.rules, market.concentration[good] - market.concentration_start);
            let part =
                math::ratio_or(share * own * def.capital_share, accounts.markup * USUAL_CAPITAL_SHARE, share);
            let made = prices.supply[good] * self.roles.value_added[good];
            let earned = made * (part + prices.of[good] - 1.0).max(0.0) * 12.0;
            let rate = math::ratio_or(earned, industry.capital[good], 0.0).min(2.0);
            market.profit[good] = math::lerp(rate, market.profit[good], self.paces.orders);
        }
    }

    /// Stance, inflation, expectations, interest.
    fn set_prices_of_money(&self, market: &mut Market, accounts: &Accounts) {
        let rules = self.rules;
        let paces = self.paces;
        market.stance = math::lerp(market.stance_set, market.stance, paces.stance);
        market.usual_unemployment =
            math::lerp(accounts.unemployment, market.usual_unemployment, paces.usual_unemployment);
        let free = 1.0 - self.planned;
        let pressure = Pressure {
            expected: market.expected,
            slack: (accounts.unemployment - market.usual_unemployment) * free,
            stance: market.stance * free,
            world: self.world.inflation * free,
            issue: self.issue,
        };
        market.inflation = rules::inflation(rules, pressure, &mut NoTerms);
        let core = market.inflation - self.issue;
        market.expected = rules::next_expected(rules, market.expected, core, paces.expectation) * free;
        market.interest = rules::interest(rules, market.expected, market.stance, &mut NoTerms);
    }

    /// Strain, crunch, and what banks lend.
    fn lend(&self, market: &mut Market, accounts: &Accounts) {
        let rules = self.rules;
        let share = rules::profit_share(self.economy, accounts.markup, accounts.wage_push, &mut NoTerms);
        let turned = math::ratio_or(accounts.profit_rate, accounts.profit_norm, 1.0).clamp(0.5, 1.2);
        let service = rules::service(rules, market.credit, market.interest, share * turned, &mut NoTerms);
        let strain = rules::strain(rules, service);
        market.strain = math::lerp(strain, market.strain, self.paces.demand);
        market.crunch = rules::next_crunch(
            rules,
            market.crunch,
            self.paces.mending,
            market.strain,
            accounts.confidence,
            self.world.crunch,
        )
        .clamp(0.0, 1.0);
        let usual = rules::usual_credit(rules, self.technology, self.planned);
        let wanted = rules::lending(
            rules,
            accounts.confidence,
            market.credit,
            usual,
            market.interest - market.expected,
        );
        market.lending =
            wanted.max(0.0) * (1.0 - market.crunch) + wanted.min(0.0) - rules.write_off * market.crunch;
        market.credit = (market.credit * (1.0 + market.lending / 12.0)).clamp(0.0, 5.0);
    }

    /// Confidence, and building under way.
    fn decide_on_building(&self, market: &Market, accounts: &mut Accounts, used: f64) {
        let outlook = Outlook {
            use_of_capacity: used,
            profit: math::ratio_or(accounts.profit_rate, accounts.profit_norm, 1.0),
            world: self.world.mood,
            shock: accounts.mood + self.world.shock - self.scarred,
        };
        accounts.confidence = economy_rules::next_confidence(self.economy, accounts.confidence, outlook);
        let credit = rules::credit_factor(
            self.rules,
            self.economy.business_cycle_amplitude,
            market.lending,
            market.crunch,
            market.interest - market.expected,
        );
        let wanted = (accounts.confidence * credit).clamp(0.3, 1.8);
        accounts.building = math::lerp(wanted, accounts.building, self.paces.building);
    }

    /// Keeps the peak of the product; whether a slump has begun.
    fn turn(&self, accounts: &mut Accounts, played: u32) -> bool {
        if accounts.product > accounts.peak {
            accounts.peak = accounts.product;
        }
        if accounts.slump {
            if accounts.growth() > self.economy.slump_recovery {
                accounts.slump = false;
                accounts.peak = accounts.product;
            }
            return false;
        }
        accounts.slump = played > 12 && accounts.below_peak() > self.economy.slump_fall;
        accounts.slump
    }
}

/// Share of capital in the value added of the average sector, by the goods table as shipped; sectors are read against
/// it. Own estimate.
const USUAL_CAPITAL_SHARE: f64 = 0.36;
/// Luck key of what concerns no country alone.
const WORLD: u64 = 0;
