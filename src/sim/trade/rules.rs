//! Rules of trade: pure functions. Source: DESIGN §5; gravity and Armington forms as usual in the field.

use crate::base::math;

use super::parameters::TradeRules;

/// What stands between a buyer and a seller, or brings them together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Tie {
    /// One rules the other.
    pub ruler: bool,
    /// Both are ruled by the same state.
    pub same_ruler: bool,
    /// Members of one community of planners.
    pub community: bool,
    /// Members of one market community.
    pub market: bool,
    /// Members of one imperial union.
    pub union: bool,
    /// Allied by pact or agreement.
    pub pact: bool,
    /// A trade treaty is in force.
    pub treaty: bool,
    /// Both recognise each other.
    pub recognised: bool,
    /// At war with each other.
    pub at_war: bool,
    /// Difference of the shares of output under plan (0–1).
    pub unlike: f64,
    /// Tension (0–1).
    pub tension: f64,
}

/// Political access of a pair: a factor on trade, 1 = nothing stands between and nothing helps.
pub(in crate::sim) fn access(rules: &TradeRules, tie: &Tie) -> f64 {
    if tie.at_war {
        return 0.0;
    }
    let preference = |holds: bool, factor: f64| if holds { factor } else { 1.0 };
    let mut factor = preference(tie.ruler, rules.imperial)
        .max(preference(tie.community, rules.community))
        .max(preference(tie.same_ruler, rules.same_ruler));
    factor *= preference(tie.market, rules.market);
    factor *= preference(tie.union && !tie.ruler, rules.union);
    factor *= preference(tie.pact, rules.pact);
    factor *= preference(tie.treaty, rules.treaty);
    factor *= preference(!tie.recognised, rules.unrecognised);
    factor *= math::lerp(1.0, rules.unlike_systems, tie.unlike);
    factor * (1.0 - rules.tension * tie.tension).max(0.0)
}

/// Trade in machinery and arms over other goods between systems that distrust each other (0–1).
pub(in crate::sim) fn strategic(rules: &TradeRules, tie: &Tie) -> f64 {
    math::lerp(1.0, rules.strategic_caution, tie.unlike.clamp(0.0, 1.0))
}

/// Nearness of two places (points of the unit sphere): falls with distance by the gravity exponent.
pub(in crate::sim) fn nearness(rules: &TradeRules, a: &[f64; 3], b: &[f64; 3]) -> f64 {
    let square: f64 = a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum();
    math::pow(math::sqrt(square) + rules.neighbour_weight, -rules.gravity_distance)
}

/// Share of home demand sought abroad (0–0.98), from the odds at even prices, the price of home goods over that of
/// foreign ones, and ease of access.
pub(in crate::sim) fn sought(
    rules: &TradeRules,
    taste: f64,
    home_over_foreign: f64,
    access: f64,
    integration: f64,
) -> f64 {
    if taste <= 0.0 {
        return 0.0;
    }
    let price = rules.elasticity * math::ln(home_over_foreign.clamp(0.05, 20.0));
    let ease = rules.access_response * math::ln(access.clamp(0.05, 20.0));
    let odds = taste * integration * math::exp(price + ease);
    (odds / (1.0 + odds)).min(0.98)
}

/// Odds at even prices from the share bought abroad at the start.
pub(in crate::sim) fn taste(imported: f64, demand: f64) -> f64 {
    let share = math::ratio_or(imported, demand, 0.0).clamp(0.0, 0.97);
    share / (1.0 - share)
}

/// What a country can pay for imports this month in hard means: earnings, and a part of what its reserves exceed
/// (or fall short of) the target; never more than the reserves.
pub(in crate::sim) fn means(
    rules: &TradeRules,
    earned: f64,
    reserves: f64,
    target_months: f64,
    adjust_months: f64,
) -> f64 {
    let gap = reserves - target_months * earned;
    (earned + gap / adjust_months).max(rules.least_means * earned).clamp(0.0, reserves.max(0.0))
}

/// The next real rate of exchange (0.3–3): it falls while reserves and clearing claims (`held`) are short of the target
/// months of what is earned abroad, and rises while they exceed it.
pub(in crate::sim) fn next_rate(
    rules: &TradeRules,
    rate: f64,
    held: f64,
    earned: f64,
    target_months: f64,
) -> f64 {
    let fullness = math::ratio_or(held, earned * target_months, 1.0).clamp(0.3, 3.0);
    let change = rules.rate_speed * math::ln(fullness) - rules.rate_reversion * (rate - 1.0);
    (rate * (1.0 + change)).clamp(0.3, 3.0)
}

/// Pull of a seller's goods at its rate of exchange, over that at par.
pub(in crate::sim) fn pull(rules: &TradeRules, rate: f64) -> f64 {
    math::exp(-rules.elasticity * math::ln(rate.clamp(0.1, 10.0)))
}

/// What a planner can buy in clearing: earnings, and a part of what its balance and the swing allow.
pub(in crate::sim) fn clearing_means(rules: &TradeRules, earned: f64, balance: f64) -> f64 {
    let room = balance + rules.clearing_swing * earned;
    (earned + balance / 12.0).min(room).max(0.0)
}

/// What is offered abroad of a good: what the stock exceeds this month's use at home and what is kept; where it falls
/// short of that, buyers abroad (`orders` expected) share what there is with those at home.
pub(in crate::sim) fn offer(
    rules: &TradeRules,
    stock: f64,
    use_at_home: f64,
    stock_wanted: f64,
    orders: f64,
) -> f64 {
    let spare = (stock - use_at_home - rules.keep_share * stock_wanted) * rules.offer_share;
    let shared = orders * math::ratio_or(stock, use_at_home + orders, 0.0).min(1.0);
    spare.max(shared).clamp(0.0, stock.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::economy::testing;

    fn rules() -> TradeRules {
        testing::rules().1
    }

    #[test]
    fn politics_opens_and_closes_the_way() {
        let rules = rules();
        let free = Tie { recognised: true, ..Tie::default() };
        assert_eq!(access(&rules, &free), 1.0);
        assert!(access(&rules, &Tie { treaty: true, ..free }) > 1.0);
        assert!(access(&rules, &Tie { unlike: 1.0, ..free }) < 0.5);
        assert!(access(&rules, &Tie { recognised: false, ..free }) < access(&rules, &free));
        assert!(access(&rules, &Tie { tension: 1.0, ..free }) < 0.5);
        assert_eq!(access(&rules, &Tie { at_war: true, ..free }), 0.0);
        assert!(strategic(&rules, &Tie { unlike: 1.0, ..free }) < 1.0);
    }

    #[test]
    fn near_and_cheap_sellers_are_sought() {
        let rules = rules();
        let (here, near, far) = ([1.0, 0.0, 0.0], [0.98, 0.2, 0.0], [-1.0, 0.0, 0.0]);
        assert!(nearness(&rules, &here, &near) > nearness(&rules, &here, &far));
        let odds = taste(20.0, 100.0);
        assert!((sought(&rules, odds, 1.0, 1.0, 1.0) - 0.2).abs() < 1e-9);
        assert!(sought(&rules, odds, 1.3, 1.0, 1.0) > 0.2);
        assert!(sought(&rules, odds, 1.0, 0.5, 1.0) < 0.2);
        assert_eq!(sought(&rules, 0.0, 1.0, 1.0, 1.0), 0.0);
    }

    #[test]
    fn nobody_pays_with_means_that_are_not_there() {
        let rules = rules();
        assert_eq!(means(&rules, 100.0, 0.0, 4.0, 18.0), 0.0);
        assert!(means(&rules, 100.0, 400.0, 4.0, 18.0) >= 99.0);
        assert!(means(&rules, 100.0, 200.0, 4.0, 18.0) < 100.0);
        assert_eq!(clearing_means(&rules, 100.0, -100.0 * rules.clearing_swing), 0.0);
        assert_eq!(offer(&rules, 10.0, 8.0, 10.0, 0.0), 0.0);
        assert!((offer(&rules, 10.0, 10.0, 20.0, 10.0) - 5.0).abs() < 1e-9);
        assert!(offer(&rules, 100.0, 10.0, 20.0, 10.0) > 50.0);
    }

    #[test]
    fn scarce_reserves_cheapen_home_goods_abroad() {
        let rules = rules();
        assert!((next_rate(&rules, 1.0, 400.0, 100.0, 4.0) - 1.0).abs() < 1e-12);
        let cheap = next_rate(&rules, 1.0, 50.0, 100.0, 4.0);
        assert!(cheap < 1.0 && pull(&rules, cheap) > 1.0);
        assert!(next_rate(&rules, 1.0, 900.0, 100.0, 4.0) > 1.0);
    }
}
