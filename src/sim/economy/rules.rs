//! Rules of production, prices, demand and confidence: pure functions. Source: DESIGN §5; forms are the usual ones
//! of the field (Cobb–Douglas in factors, CES over inputs, Engel demand, accelerator and profit in investment).

use crate::base::{GoodId, Id, IdVec, math};
use crate::content::defs::{GoodDef, MAX_GOODS};
use crate::sim::population::PerGood;
use crate::sim::terms::Terms;
use crate::sim::trade::TradeRules;

use super::parameters::EconomyRules;
use super::roles::Roles;

/// `weights` scaled to sum to 1 over the goods there are; even shares if none is positive.
pub(in crate::sim) fn normalised(weights: &PerGood<f64>, roles: &Roles) -> PerGood<f64> {
    let total: f64 = roles.goods().map(|good| weights[good].max(0.0)).sum();
    let mut shares = PerGood::default();
    for good in roles.goods() {
        shares[good] =
            if total > 0.0 { weights[good].max(0.0) / total } else { 1.0 / roles.count.max(1) as f64 };
    }
    shares
}

/// Of good `input`, what making `output` uses.
pub(in crate::sim) fn inputs_for(roles: &Roles, output: &PerGood<f64>, input: GoodId) -> f64 {
    roles.goods().map(|good| roles.inputs[good.index()][input.index()] * output[good]).sum()
}

/// Gross output that leaves `wanted` over after its own inputs: the Leontief inverse by its series, which
/// converges because inputs sum below 1.
pub(in crate::sim) fn leontief(roles: &Roles, wanted: &PerGood<f64>) -> PerGood<f64> {
    let mut made = *wanted;
    for _ in 0..SERIES_TERMS {
        let mut next = *wanted;
        for good in roles.goods() {
            next[good] += inputs_for(roles, &made, good);
        }
        made = next;
    }
    made
}

/// Enough terms for inputs up to 0.7 of value to converge below a millionth.
const SERIES_TERMS: usize = 40;

/// Openness of a country of a given yearly product (share of product, 0.005–0.8): small countries trade more.
pub(in crate::sim) fn openness(of_archetype: f64, product: f64, trade: &TradeRules) -> f64 {
    let size = math::pow((product / trade.size_reference).max(1e-6), -trade.size_exponent);
    (of_archetype * size).clamp(0.005, 0.8)
}

/// Shares of goods in what households want, at a consumption per head and year and at home prices (Engel's law with
/// a price elasticity); sums to 1.
pub(in crate::sim) fn basket(
    goods: &IdVec<GoodId, GoodDef>,
    roles: &Roles,
    rules: &EconomyRules,
    per_head: f64,
    prices: &PerGood<f64>,
) -> PerGood<f64> {
    let income = math::ln((per_head.clamp(50.0, 200_000.0)) / rules.middle_income);
    let mut weights: PerGood<f64> = PerGood::default();
    for (id, good) in goods.iter() {
        if good.basket > 0.0 {
            let price = math::ln(prices[id].clamp(0.05, 20.0));
            weights[id] =
                good.basket * math::exp((good.engel - 1.0) * income - rules.price_elasticity * price);
        }
    }
    normalised(&weights, roles)
}

/// Constant elasticity of substitution between inputs, and between them and a sector's own factors.
#[derive(Debug, Clone, Copy)]
pub(in crate::sim) struct Ces {
    /// Negative, as the elasticity is below 1.
    exponent: f64,
    inverse: f64,
}

impl Ces {
    /// At an elasticity (0–1). An exponent that differs from a whole number of halves by rounding alone is that number: roots
    /// and products are cheap.
    pub(in crate::sim) fn of(substitution: f64) -> Self {
        let exact = (substitution - 1.0) / substitution;
        let halves = (2.0 * exact).round();
        let exponent = if (2.0 * exact - halves).abs() < 1e-9 { 0.5 * halves } else { exact };
        Self { exponent, inverse: 1.0 / exponent }
    }

    /// How heavily an input weighs of which a share is had: 1 where all of it is, more the less there is. Where many share
    /// one lack it is asked for once.
    pub(in crate::sim) fn weight_of_lack(self, had: f64) -> f64 {
        if had < 1.0 { math::pow(had.max(1e-3), self.exponent) } else { 1.0 }
    }

    /// Part of the wanted output that is made when inputs are had only in part, 1 when all are had. `lack[i]` is the
    /// [weight of the lack](Self::weight_of_lack) of input `i`.
    pub(in crate::sim) fn input_factor(
        self,
        coefficients: &[f64; MAX_GOODS],
        own_share: f64,
        lack: &PerGood<f64>,
    ) -> f64 {
        if lack.as_slice().iter().all(|&weight| weight <= 1.0) {
            return 1.0;
        }
        let mut sum = own_share;
        for (weight, coefficient) in lack.as_slice().iter().zip(coefficients) {
            sum += coefficient * weight;
        }
        let whole: f64 = own_share + coefficients.iter().sum::<f64>();
        math::pow(sum / whole, self.inverse).clamp(0.0, 1.0)
    }
}

/// Months of demand that are held in store of a good that loses `spoilage` of its stock a month: what spoils is
/// not stored.
pub(in crate::sim) fn stock_months(rules: &EconomyRules, spoilage: f64) -> f64 {
    rules.stock_months / (1.0 + rules.spoilage_caution * spoilage)
}

/// Part of what labour and capital could make that is made in normal times: planners keep nothing idle.
pub(in crate::sim) fn normal_use(rules: &EconomyRules, planned: f64) -> f64 {
    math::lerp(rules.normal_use, 1.0, planned)
}

/// A sector as its makers see it this month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Sight {
    /// What labour and capital could make.
    pub potential: f64,
    /// Part of that which is made in normal times.
    pub normal_use: f64,
    /// Demand expected from home makers.
    pub demand: f64,
    /// What lies in store.
    pub stock: f64,
    /// What ought to lie in store.
    pub stock_wanted: f64,
}

impl Sight {
    /// Demand and a part of the gap in stocks.
    fn called_for(&self, rules: &EconomyRules) -> f64 {
        (self.demand + (self.stock_wanted - self.stock) / rules.stock_adjust_months).max(0.0)
    }

    /// How hard demand presses on the sector: what is called for over what is made at normal use; 1 = normal,
    /// pressed into 0.3–2.
    pub(in crate::sim) fn strain(&self, rules: &EconomyRules) -> f64 {
        math::ratio_or(self.called_for(rules), self.potential * self.normal_use, 1.0).clamp(0.3, 2.0)
    }

    /// What is set to be made before inputs are looked for: markets make what is called for, planners what was
    /// planned (`target`) until stores overflow (`overstock` months of demand). `planned` is the share under plan.
    pub(in crate::sim) fn set_output(
        &self,
        rules: &EconomyRules,
        planned: f64,
        target: f64,
        overstock: f64,
    ) -> f64 {
        let market = self.called_for(rules).clamp(rules.least_use * self.potential, self.potential);
        let overflow = math::ratio_or(self.stock, overstock * self.demand + self.stock_wanted, 2.0);
        let brake = (2.0 - overflow).clamp(0.0, 1.0);
        let plan = target.min(self.potential) * math::lerp(rules.least_use, 1.0, brake);
        math::lerp(market, plan, planned).clamp(0.0, self.potential)
    }
}

/// How labour moves: each sector's share grows with its pull against the average, renormalised.
pub(in crate::sim) fn move_labour(labour: &mut PerGood<f64>, pull: &PerGood<f64>, speed: f64, roles: &Roles) {
    let average: f64 = roles.goods().map(|good| labour[good] * pull[good]).sum();
    for good in roles.goods() {
        let step = (speed * (pull[good] - average)).clamp(-0.02, 0.02);
        labour[good] = (labour[good] * (1.0 + step)).max(1e-6);
    }
    *labour = normalised(labour, roles);
}

/// The next price, with its terms: it answers strain, returns slowly to cost, and moves at most by the limit.
pub(in crate::sim) fn next_price(
    rules: &EconomyRules,
    price: f64,
    strain: f64,
    planned: f64,
    terms: &mut impl Terms,
) -> f64 {
    let pressed = rules.price_speed * (strain - 1.0) * (1.0 - planned);
    let change = pressed - rules.price_reversion * (price - 1.0);
    let next = (price * (1.0 + change.clamp(-rules.price_limit, rules.price_limit))).clamp(0.2, 5.0);
    terms.add("price.before", price);
    terms.add("price.demand", price * pressed);
    terms.add("price.cost", -price * rules.price_reversion * (price - 1.0));
    terms.add("price.limit", next - price * (1.0 + change));
    next
}

/// What investors look at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Outlook {
    /// Product over what is made at normal use.
    pub use_of_capacity: f64,
    /// Profit rate over the one counted on.
    pub profit: f64,
    /// Confidence in the world's markets.
    pub world: f64,
    /// This quarter's shock.
    pub shock: f64,
}

/// The next confidence (0.3–1.8).
pub(in crate::sim) fn next_confidence(rules: &EconomyRules, confidence: f64, outlook: Outlook) -> f64 {
    let reasons = rules.accelerator * (outlook.use_of_capacity - 1.0)
        + rules.profit_response * (outlook.profit - 1.0)
        + outlook.shock;
    let target = 1.0 + rules.business_cycle_amplitude * reasons.clamp(-0.7, 0.6);
    let target = math::lerp(target, outlook.world, rules.contagion);
    (confidence + rules.confidence_speed * (target - confidence)).clamp(0.3, 1.8)
}

/// Building of capital out of `spending` on a sector: what stands new, and what is raised from ruins.
pub(in crate::sim) fn build(rules: &EconomyRules, spending: f64, ruined: f64) -> (f64, f64) {
    if ruined <= 0.0 {
        return (spending, 0.0);
    }
    let on_ruins = (spending * rules.rebuild_share).min(ruined * rules.rebuild_cost);
    (spending - on_ruins, on_ruins / rules.rebuild_cost)
}

/// Shares of wants that are met: `(first, rest)`, the first being investment and forces. Planners serve the first
/// more fully; whatever they do not get the rest has.
pub(in crate::sim) fn rationing(first: f64, rest: f64, available: f64, priority: f64) -> (f64, f64) {
    let wanted = first + rest;
    if wanted <= 0.0 || available >= wanted {
        return (1.0, 1.0);
    }
    let even = available.max(0.0) / wanted;
    let favoured = even + (1.0 - even) * priority;
    let first_met = if first > 0.0 { favoured.min(available.max(0.0) / first) } else { 1.0 };
    let rest_met = if rest > 0.0 { ((available - first * first_met) / rest).clamp(0.0, 1.0) } else { 1.0 };
    (first_met, rest_met)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
