//! Rules of trade: pure functions. Source: DESIGN §5; gravity and Armington forms as usual in the field.

use crate::base::math;
use crate::sim::population::PerGood;
use crate::sim::terms::Terms;

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
    /// Depth of a common market community (0–1; 0 = none).
    pub market: f64,
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

/// Political access of a pair as its two parts, but for the wall that stands between: a factor on trade, 1 = nothing
/// stands between and nothing helps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Access {
    /// How far a ruler or a community holds the trade for itself.
    held: f64,
    /// What treaties, markets, pacts, recognition, likeness and tension do to it.
    terms: f64,
}

impl Access {
    pub(in crate::sim) fn of(rules: &TradeRules, tie: &Tie) -> Self {
        Self { held: held(rules, tie), terms: terms_of_access(rules, tie) }
    }

    /// All of it.
    pub(in crate::sim) fn whole(&self) -> f64 {
        self.held * self.terms
    }

    /// How easily a buyer comes by a seller's goods, as far as it makes the buyer seek more abroad: what a ruler or a
    /// community holds for itself mostly draws trade away from others (`trade.diversion`), what tariffs and treaties cut
    /// makes trade.
    pub(in crate::sim) fn ease(&self, rules: &TradeRules) -> f64 {
        // Most hold nothing for each other.
        let held = if self.held == 1.0 { 1.0 } else { math::pow(self.held, 1.0 - rules.diversion) };
        held * self.terms
    }
}

/// What the common tariff of a buyer's market community, which keeps a part (0–1) of trade out, leaves of a pair's.
pub(in crate::sim) fn past_wall(tie: &Tie, wall: f64) -> f64 {
    if tie.market > 0.0 { 1.0 } else { 1.0 - wall }
}

/// How far a ruler or a community holds a trade for itself.
fn held(rules: &TradeRules, tie: &Tie) -> f64 {
    preference(tie.ruler, rules.imperial)
        .max(preference(tie.community, rules.community))
        .max(preference(tie.same_ruler, rules.same_ruler))
}

fn preference(holds: bool, factor: f64) -> f64 {
    if holds { factor } else { 1.0 }
}

/// What treaties, markets, pacts, recognition, likeness and tension do to the access of a pair.
fn terms_of_access(rules: &TradeRules, tie: &Tie) -> f64 {
    if tie.at_war {
        return 0.0;
    }
    let mut factor = 1.0;
    // Half-way to a full customs union the preference is what the rule says; beyond, the common wall rises.
    factor *= 1.0 + (rules.market - 1.0) * 2.0 * tie.market;
    factor *= preference(tie.union && !tie.ruler, rules.union);
    factor *= preference(tie.pact, rules.pact);
    factor *= preference(tie.treaty, rules.treaty);
    factor *= preference(!tie.recognised, rules.unrecognised);
    factor *= math::lerp(1.0, rules.unlike_systems, tie.unlike);
    factor * (1.0 - rules.tension * tie.tension).max(0.0)
}

/// Trade in machinery and arms over other goods between systems that distrust each other (0–1).
pub(in crate::sim) fn strategic(rules: &TradeRules, unlike: f64) -> f64 {
    math::lerp(1.0, rules.strategic_caution, unlike.clamp(0.0, 1.0))
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

/// What a country can pay for imports this month in hard means: earnings, what sellers lend on them (if everybody waited
/// for earnings before buying, trade could only shrink), and a part of what its reserves exceed
/// (or fall short of) the target; never more than the reserves.
pub(in crate::sim) fn means(
    rules: &TradeRules,
    earned: f64,
    reserves: f64,
    target_months: f64,
    adjust_months: f64,
) -> f64 {
    let gap = reserves - target_months * earned;
    (earned * (1.0 + rules.seller_credit) + gap / adjust_months)
        .max(rules.least_means * earned)
        .clamp(0.0, reserves.max(0.0))
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

/// Pull of a seller's goods at what they cost abroad (its rate of exchange times its home price; 1 = par at base prices).
pub(in crate::sim) fn pull(rules: &TradeRules, cost: f64) -> f64 {
    math::pow(cost.clamp(0.1, 10.0), -rules.elasticity)
}

/// What a planner can buy in clearing: earnings, and a part of what its balance and the swing allow.
pub(in crate::sim) fn clearing_means(rules: &TradeRules, earned: f64, balance: f64) -> f64 {
    let room = balance + rules.clearing_swing * earned;
    (earned * (1.0 + rules.seller_credit) + balance / 12.0).min(room).max(0.0)
}

/// What a planning board or a market pays for of its orders: the part (0–1) of each good's cost that is met out of
/// means that may not reach. Markets cut all orders alike; a monopoly of foreign trade (0–1) goes down a list in the
/// order of urgency. Either way what is paid adds up to the means.
pub(in crate::sim) fn parts(
    cost: &PerGood<f64>,
    urgency: &PerGood<f64>,
    means: f64,
    monopoly: f64,
) -> PerGood<f64> {
    let total: f64 = cost.as_slice().iter().sum();
    if total <= means {
        return PerGood::filled(1.0);
    }
    let even = math::ratio_or(means, total, 0.0).clamp(0.0, 1.0);
    let mut parts = PerGood::filled(even);
    if monopoly <= 0.0 {
        return parts;
    }
    let mut left = means.max(0.0);
    let mut done = PerGood::filled(false);
    for _ in 0..cost.as_slice().len() {
        let open = (0..cost.as_slice().len()).filter(|&good| !done.as_slice()[good]);
        let urgent = |&good: &usize| urgency.as_slice()[good];
        let next = open.max_by(|a, b| urgent(a).total_cmp(&urgent(b)).then(b.cmp(a)));
        let Some(next) = next else { break };
        done.as_mut_slice()[next] = true;
        let asked = cost.as_slice()[next];
        let part = math::ratio_or(left, asked, 1.0).min(1.0);
        left = (left - asked * part).max(0.0);
        parts.as_mut_slice()[next] = math::lerp(even, part, monopoly);
    }
    parts
}

/// How a buyer with an import priority turns to one good and away from others: a factor on the odds of foreign goods.
pub(in crate::sim) fn turned(rules: &TradeRules, first: bool) -> f64 {
    if first { 1.0 + rules.priority_push } else { 1.0 / (1.0 + 0.5 * rules.priority_push) }
}

/// Value a month that one neutral can pass on to a state under embargo: a part of its own trade with it, once ways
/// have been found (`routes` 0–1).
pub(in crate::sim) fn route_capacity(rules: &TradeRules, routes: f64, own_trade: f64) -> f64 {
    rules.embargo_leak * routes.clamp(0.0, 1.0) * own_trade.max(0.0)
}

/// Share of a country's trade over sea that a blockade cuts off: the stronger the blockader, the more.
pub(in crate::sim) fn blockade_cut(rules: &TradeRules, blockader: f64, blockaded: f64) -> f64 {
    (rules.blockade_hold * math::ratio_or(blockader, blockader + blockaded, 0.5)).clamp(0.0, 1.0)
}

/// Factor on the world price of a good of which sellers hold back a share (0–1) of what is usually sold.
pub(in crate::sim) fn scarcity(rules: &TradeRules, withheld: f64) -> f64 {
    math::pow(1.0 - withheld.clamp(0.0, 0.6), -1.0 / rules.scarcity_elasticity)
}

/// Largest change of a world price in a month, either way.
const MOST_A_MONTH: f64 = 0.1;

/// The next world price: it closes on its target by its half-life, at most a tenth a month.
pub(in crate::sim) fn next_world_price(price: f64, target: f64, kept: f64) -> f64 {
    let (least, most) = (price * (1.0 - MOST_A_MONTH), price * (1.0 + MOST_A_MONTH));
    math::lerp(target, price, kept).clamp(least, most).clamp(0.2, 5.0)
}

/// Terms of trade: the price of what is sold over the price of what is bought (1 at base prices), with its terms.
/// `sold` and `bought`: amounts at base prices by good.
pub(in crate::sim) fn terms_of_trade(
    sold: &PerGood<f64>,
    bought: &PerGood<f64>,
    price: &PerGood<f64>,
    primary: &PerGood<bool>,
    terms: &mut impl Terms,
) -> f64 {
    let (all_sold, all_bought): (f64, f64) = (sold.as_slice().iter().sum(), bought.as_slice().iter().sum());
    if all_sold <= 0.0 || all_bought <= 0.0 {
        return terms.add("terms_of_trade.base", 1.0);
    }
    // Dearness of each kind of good, weighed by its share: [sold, bought] by [primary, manufactures].
    let mut dear = [[0.0; 2]; 2];
    for good in 0..price.as_slice().len() {
        let kind = usize::from(!primary.as_slice()[good]);
        let over = price.as_slice()[good] - 1.0;
        dear[0][kind] += sold.as_slice()[good] / all_sold * over;
        dear[1][kind] += bought.as_slice()[good] / all_bought * over;
    }
    let paid = 1.0 + dear[1][0] + dear[1][1];
    let mut sum = terms.add("terms_of_trade.base", 1.0);
    sum += terms.add("terms_of_trade.sold_primary", dear[0][0] / paid);
    sum += terms.add("terms_of_trade.sold_manufactures", dear[0][1] / paid);
    sum += terms.add("terms_of_trade.bought_primary", -dear[1][0] / paid);
    sum += terms.add("terms_of_trade.bought_manufactures", -dear[1][1] / paid);
    sum
}

/// What a country could make of a good for buyers abroad in a month: what home makers make in normal times (`normal`)
/// less what is wanted of them at home, which is all demand but what `arrivals` meet.
pub(in crate::sim) fn able(normal: f64, home: f64, arrivals: f64) -> f64 {
    (normal - (home - arrivals).max(0.0)).max(0.0)
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
        let access = |tie: &Tie| Access::of(&rules, tie).whole();
        assert_eq!(access(&free), 1.0);
        assert!(access(&Tie { treaty: true, ..free }) > 1.0);
        assert!(access(&Tie { unlike: 1.0, ..free }) < 0.8 * access(&free));
        assert!(access(&Tie { recognised: false, ..free }) < access(&free));
        assert!(access(&Tie { tension: 1.0, ..free }) < 0.5);
        assert_eq!(access(&Tie { at_war: true, ..free }), 0.0);
        // Inside a market there is no wall.
        let inside = Tie { market: 0.9, ..free };
        assert!(access(&inside) > access(&Tie { market: 0.5, ..free }));
        assert_eq!((past_wall(&inside, 0.2), past_wall(&free, 0.2)), (1.0, 0.8));
        assert!(strategic(&rules, 1.0) < 1.0);
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
        assert!(means(&rules, 100.0, 200.0, 4.0, 18.0) < means(&rules, 100.0, 400.0, 4.0, 18.0));
        assert_eq!(able(100.0, 120.0, 40.0), 20.0);
        assert_eq!(able(100.0, 120.0, 0.0), 0.0);
        assert_eq!(clearing_means(&rules, 100.0, -100.0 * rules.clearing_swing), 0.0);
        assert_eq!(offer(&rules, 10.0, 8.0, 10.0, 0.0), 0.0);
        assert!((offer(&rules, 10.0, 10.0, 20.0, 10.0) - 5.0).abs() < 1e-9);
        assert!(offer(&rules, 100.0, 10.0, 20.0, 10.0) > 50.0);
    }

    #[test]
    fn planners_go_down_the_list_and_markets_cut_alike() {
        let cost = PerGood::from_array([50.0, 30.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let urgency = PerGood::from_array([0.1, 2.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let paid = |parts: &PerGood<f64>| -> f64 {
            cost.as_slice().iter().zip(parts.as_slice()).map(|(cost, part)| cost * part).sum()
        };
        let market = parts(&cost, &urgency, 40.0, 0.0);
        assert!(market.as_slice()[..3].iter().all(|part| (part - 0.4).abs() < 1e-12));
        let plan = parts(&cost, &urgency, 40.0, 1.0);
        assert_eq!(plan.as_slice()[..3], [0.0, 1.0, 0.5]);
        let half = parts(&cost, &urgency, 40.0, 0.5);
        for parts in [market, plan, half] {
            assert!((paid(&parts) - 40.0).abs() < 1e-9);
        }
        assert_eq!(parts(&cost, &urgency, 100.0, 1.0), PerGood::filled(1.0));
    }

    #[test]
    fn what_is_held_back_makes_a_price_and_none_leaps() {
        let rules = rules();
        assert_eq!(scarcity(&rules, 0.0), 1.0);
        assert!(scarcity(&rules, 0.1) > 1.05 && scarcity(&rules, 0.2) > scarcity(&rules, 0.1));
        assert!((next_world_price(1.0, 9.0, 0.0) - 1.1).abs() < 1e-12);
        assert!((next_world_price(1.0, 0.1, 0.0) - 0.9).abs() < 1e-12);
        assert!((next_world_price(1.0, 1.05, 0.5) - 1.025).abs() < 1e-12);
    }

    #[test]
    fn terms_of_trade_open_into_what_is_sold_and_bought() {
        let sold = PerGood::from_array([10.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let bought = PerGood::from_array([0.0, 5.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let price = PerGood::from_array([0.8, 1.2, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
        let mut primary = PerGood::filled(false);
        primary.as_mut_slice()[0] = true;
        let mut list = crate::sim::terms::TermList::default();
        let value = terms_of_trade(&sold, &bought, &price, &primary, &mut list);
        assert!((value - 0.8 / 1.1).abs() < 1e-12 && (list.sum() - value).abs() < 1e-12);
        assert_eq!(list.as_slice()[0].value, 1.0);
    }

    #[test]
    fn ways_round_an_embargo_take_time_and_trade() {
        let rules = rules();
        assert_eq!(route_capacity(&rules, 0.0, 100.0), 0.0);
        assert!(route_capacity(&rules, 1.0, 100.0) > route_capacity(&rules, 0.5, 100.0));
        assert!(blockade_cut(&rules, 10.0, 1.0) > blockade_cut(&rules, 2.0, 1.0));
        assert!(blockade_cut(&rules, 10.0, 0.0) <= 1.0);
    }

    #[test]
    fn tariffs_cut_make_trade_and_preferences_mostly_divert_it() {
        let rules = rules();
        let free = Tie { recognised: true, ..Tie::default() };
        let market = Tie { market: 1.0, ..free };
        let access = |tie: &Tie| Access::of(&rules, tie).whole();
        let ease = |tie: &Tie| Access::of(&rules, tie).ease(&rules);
        assert_eq!(ease(&market), access(&market));
        let ruled = Tie { ruler: true, ..free };
        assert!(ease(&ruled) < access(&ruled) && ease(&ruled) >= 1.0);
        assert_eq!(ease(&Tie { at_war: true, ..free }), 0.0);
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
