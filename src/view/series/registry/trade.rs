//! Trade, prices and communities.

use crate::base::{PolityId, math};
use crate::sim::community::{Community, Cooperation};
use crate::sim::economy::Prices;
use crate::sim::finance::Budget;
use crate::sim::plan::Plan;
use crate::sim::trade::{TradeFlows, TradePosition};

use super::{A_HEAD, MONEY, MONEY_A_MONTH, MONEY_A_YEAR, RATE, SHARE, SeriesDef, TO_BASE, goods, state};
use crate::view::series::Reading;

/// Goods bought abroad this month, at base prices.
fn bought(now: &Reading<'_>, id: PolityId) -> f64 {
    let position = now.sim.polity::<TradePosition>(id);
    now.sim.content().goods.ids().map(|good| position.imports(good).real()).sum()
}

pub(super) const TRADE: &[SeriesDef] = &[
    state(
        "exports",
        MONEY_A_YEAR,
        "Value sold abroad, smoothed yearly rate.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).exported().real(),
    ),
    state(
        "imports",
        MONEY_A_YEAR,
        "Value bought abroad, smoothed yearly rate.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).imported().real(),
    ),
    state(
        "terms_of_trade",
        TO_BASE,
        "Price of exports over price of imports.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).terms(),
    ),
    state(
        "export_dependence",
        SHARE,
        "Share of the largest good in exports.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).dependence(),
    ),
    state(
        "imports_per_head",
        A_HEAD,
        "Goods bought abroad this month at base prices, over people, at a yearly rate: what it gets for what it sells.",
        "trade: TradePosition",
        |now, id| math::ratio_or(bought(now, id) * 12.0 * 1000.0, now.people[id], f64::NAN),
    ),
    state(
        "sold_to_planners",
        SHARE,
        "Share of what it sells abroad that states under plan buy.",
        "trade: TradeFlows",
        |now, id| {
            let under_plan = |of: PolityId| now.sim.polity::<Plan>(of).planned() >= 0.5;
            let (mut theirs, mut all) = (0.0, 0.0);
            for (to, value) in now.sim.get::<TradeFlows>().buyers(id) {
                all += value;
                theirs += if under_plan(to) { value } else { 0.0 };
            }
            math::ratio_or(theirs, all, f64::NAN)
        },
    ),
    goods(
        "import_mix",
        SHARE,
        "Share of the good in what is bought abroad this month, at base prices.",
        "trade: TradePosition",
        |now, id, good| {
            let position = now.sim.polity::<TradePosition>(id);
            math::ratio_or(position.imports(good).real(), bought(now, id), f64::NAN)
        },
    ),
    state(
        "exchange_rate",
        "1 = start",
        "Real rate of exchange: what home goods cost abroad.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).rate(),
    ),
    state(
        "imports_served",
        SHARE,
        "Share of what was sought abroad that was had.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).served(),
    ),
    state(
        "clearing",
        MONEY,
        "What other planners owe in clearing; negative if it is owed to them.",
        "trade: TradePosition",
        |now, id| now.sim.polity::<TradePosition>(id).clearing().real(),
    ),
];

pub(super) const PRICES: &[SeriesDef] = &[
    goods("price", TO_BASE, "Home price over base price.", "economy: Prices", |now, id, good| {
        now.sim.polity::<Prices>(id).of(good)
    }),
    goods(
        "demand",
        MONEY_A_MONTH,
        "Demand at home, smoothed, at base prices.",
        "economy: Prices",
        |now, id, good| now.sim.polity::<Prices>(id).demand(good),
    ),
    goods(
        "supply",
        MONEY_A_MONTH,
        "Output, smoothed, at base prices.",
        "economy: Prices",
        |now, id, good| now.sim.polity::<Prices>(id).supply(good),
    ),
    state("inflation", RATE, "Inflation by money issued, smoothed.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).inflation()
    }),
];

pub(super) const COMMUNITY: &[SeriesDef] = &[
    state(
        "protocols",
        "protocols",
        "Protocols on deliveries in force with other planners.",
        "community: Community",
        |now, id| {
            let protocols = now.sim.get::<Community>().protocols();
            protocols.iter().filter(|one| one.a == id || one.b == id).count() as f64
        },
    ),
    state(
        "deliveries_met",
        SHARE,
        "Part of what it owed by protocol that it delivered.",
        "community: Cooperation",
        |now, id| now.sim.polity::<Cooperation>(id).met(),
    ),
    state(
        "imports_assured",
        SHARE,
        "Part of imports that protocols assure and bring.",
        "community: Cooperation",
        |now, id| now.sim.polity::<Cooperation>(id).assured(),
    ),
    state(
        "community_burden",
        MONEY_A_YEAR,
        "Given to its community by prices and works; negative = received.",
        "community: Cooperation",
        |now, id| now.sim.polity::<Cooperation>(id).burden(),
    ),
];
