//! Rules of market co-ordination: pure functions. Sources: see the header of the folder.

use crate::base::math;
use crate::sim::economy::parameters::EconomyRules;
use crate::sim::terms::Terms;

use super::parameters::MarketRules;

/// What moves the concentration of a sector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Rivalry {
    /// Growth of capital in use, a year.
    pub capital_growth: f64,
    /// Whether a slump is under way.
    pub slump: bool,
    /// Share of home demand that is sought abroad (0–1).
    pub sought: f64,
    /// Profit over what is counted on, less 1.
    pub profit: f64,
}

/// The next concentration of a sector (0–1) after a part of a year. `drift` is the yearly growth of mark-ups that the
/// rules assert, whatever else happens; large plants and slumps add to it, imports and new firms take from it.
pub(in crate::sim) fn next_concentration(
    rules: &MarketRules,
    drift: f64,
    now: f64,
    rivalry: Rivalry,
    years: f64,
) -> f64 {
    let room = 1.0 - now;
    let asserted = drift / rules.markup_slope.max(0.05);
    let deepening = rules.deepening * rivalry.capital_growth.clamp(0.0, 0.3) * room;
    let shakeout = if rivalry.slump { rules.shakeout * room } else { 0.0 };
    let imports = rules.import_rivalry * rivalry.sought.clamp(0.0, 1.0) * now;
    let entry = rules.entry * (1.0 + rivalry.profit.clamp(-0.9, 1.0)) * now;
    (now + years * (asserted + deepening + shakeout - imports - entry)).clamp(0.0, 1.0)
}

/// Mark-up over that of the start (0.5–2) at a concentration that lies `above` that of the start.
pub(in crate::sim) fn markup(rules: &MarketRules, above: f64) -> f64 {
    (1.0 + rules.markup_slope * above).clamp(0.5, 2.0)
}

/// Share of the product that is profit (0–0.9): that of the start, times the mark-up, less what wages have won.
pub(in crate::sim) fn profit_share(
    economy: &EconomyRules,
    markup: f64,
    wage_push: f64,
    terms: &mut impl Terms,
) -> f64 {
    let usual = terms.add("market.usual_share", economy.profit_share);
    let marked_up = terms.add("market.markup", usual * (markup - 1.0));
    let won = terms.add("market.wages", -(usual + marked_up) * wage_push);
    (usual + marked_up + won).clamp(0.0, 0.9)
}

/// Credit over the yearly product that banks of a country like this are used to: more where technique is advanced, none
/// under plan.
pub(in crate::sim) fn usual_credit(rules: &MarketRules, technology: f64, planned: f64) -> f64 {
    rules.credit_depth * (0.25 + technology.clamp(0.0, 1.5)) * (1.0 - planned)
}

/// Debt service over profit: interest, and principal by the usual term.
pub(in crate::sim) fn service(
    rules: &MarketRules,
    credit: f64,
    interest: f64,
    profit_share: f64,
    terms: &mut impl Terms,
) -> f64 {
    let share = profit_share.max(0.05);
    let interest = terms.add("market.interest_due", credit * interest.max(0.0) / share);
    let principal = terms.add("market.principal_due", credit / rules.credit_years.max(1.0) / share);
    interest + principal
}

/// Credit strain (0–1): service beyond what is borne with ease.
pub(in crate::sim) fn strain(rules: &MarketRules, service: f64) -> f64 {
    ((service - rules.service_comfort) / rules.service_span.max(0.01)).clamp(0.0, 1.0)
}

/// The next crunch (0–1): where strain meets doubt, at home or among the world's lenders (`abroad`), lending stops
/// fast; balance sheets mend slowly, so that a month leaves the share `mending`.
pub(in crate::sim) fn next_crunch(
    rules: &MarketRules,
    crunch: f64,
    mending: f64,
    strain: f64,
    confidence: f64,
    abroad: f64,
) -> f64 {
    let doubt = ((1.0 - confidence) * rules.doubt).clamp(0.0, 1.0);
    let feared = strain * (doubt + rules.lenders_in_common * abroad).min(1.0);
    if feared > crunch { crunch + rules.crunch_speed * (feared - crunch) } else { crunch * mending }
}

/// New lending over what is owed, a year, before a crunch takes its part.
pub(in crate::sim) fn lending(
    rules: &MarketRules,
    confidence: f64,
    credit: f64,
    usual: f64,
    real_interest: f64,
) -> f64 {
    let gap = math::ratio_or(usual - credit, usual, 0.0).clamp(-2.0, 1.0);
    rules.lend_response * (confidence - 1.0) + rules.credit_return * gap
        - rules.lend_interest * (real_interest - rules.neutral_rate)
}

/// What credit does to building: a factor on confidence (0.3–1.8 in the end).
pub(in crate::sim) fn credit_factor(
    rules: &MarketRules,
    amplitude: f64,
    lending: f64,
    crunch: f64,
    real_interest: f64,
) -> f64 {
    let impulse = rules.credit_impulse * lending.clamp(-0.3, 0.3);
    let dear = rules.rate_response * (real_interest - rules.neutral_rate).clamp(-0.1, 0.15);
    (1.0 + impulse - amplitude.min(2.0) * rules.crunch_bite * crunch - dear).clamp(0.3, 1.5)
}

/// What moves inflation this month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Pressure {
    /// Expected inflation, a year.
    pub expected: f64,
    /// Unemployment over what people reckon with (negative = hands are scarce).
    pub slack: f64,
    /// Monetary stance as it is felt (−1 = easy, 1 = tight).
    pub stance: f64,
    /// Inflation of the world's money, a year, beyond the usual.
    pub world: f64,
    /// Inflation by money issued for the budget, a year.
    pub issue: f64,
}

/// Inflation (−0.05 … 5 a year), in terms. What the budget issues stands apart: it does not enter expectations.
pub(in crate::sim) fn inflation(rules: &MarketRules, pressure: Pressure, terms: &mut impl Terms) -> f64 {
    let expected = terms.add("market.expected", pressure.expected);
    // Wages rise more readily than they fall.
    let slack = pressure.slack.clamp(-0.1, 0.15);
    let sticky = if slack > 0.0 { STICKY_WAGES } else { 1.0 };
    let hands = terms.add("market.scarce_hands", -rules.phillips * slack * sticky);
    let money = terms.add("market.easy_money", -rules.stance_inflation * pressure.stance);
    let world = terms.add("market.world_inflation", pressure.world);
    let issue = terms.add("market.issue", pressure.issue);
    (expected + hands + money + world + issue).clamp(-0.05, 5.0)
}

/// How readily wages fall, over how readily they rise. Own estimate.
const STICKY_WAGES: f64 = 0.35;

/// The next expectation (−0.02 … 0.5): it follows inflation, keeping a share of the
/// distance, and is drawn back to the usual.
pub(in crate::sim) fn next_expected(rules: &MarketRules, expected: f64, core: f64, kept: f64) -> f64 {
    let followed = math::lerp(core, expected, kept);
    (followed + rules.anchor_pull / 12.0 * (rules.inflation_anchor - followed)).clamp(-0.02, 0.5)
}

/// Interest on short credit (0 … 0.6 a year), in terms.
pub(in crate::sim) fn interest(
    rules: &MarketRules,
    expected: f64,
    stance: f64,
    terms: &mut impl Terms,
) -> f64 {
    let usual = terms.add("market.usual_rate", rules.neutral_rate);
    let inflation = terms.add("market.expected", expected);
    let stance = terms.add("market.stance", rules.stance_rate * stance);
    (usual + inflation + stance).clamp(0.0, 0.6)
}

/// Benefits to those out of work as a share of the product: a part of the wage they lost, the fuller the welfare.
pub(in crate::sim) fn benefits(rules: &MarketRules, welfare: f64, unemployment: f64, usual: f64) -> f64 {
    let out = (unemployment - usual).clamp(0.0, 0.3);
    rules.benefit * (welfare / 0.1).clamp(0.0, 1.0) * out
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
