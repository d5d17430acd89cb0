//! Production, property and plans.

use crate::base::{PolityId, math};
use crate::content::vocabulary::Property;
use crate::sim::economy::property::{ForeignCapital, Holdings, Programmes, Vigour};
use crate::sim::economy::{Accounts, Industry, richness_of};
use crate::sim::plan::Plan;
use crate::sim::technology::Technology;

use super::{
    A_HEAD, INDEX, MONEY, MONEY_A_MONTH, MONEY_A_YEAR, RATE, SHARE, SeriesDef, TO_BASE, goods, state,
};
use crate::view::series::Reading;

pub(super) const PRODUCTION: &[SeriesDef] = &[
    state(
        "product",
        MONEY_A_YEAR,
        "Value added at base prices, last twelve months.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).product().real(),
    ),
    state(
        "product_month",
        MONEY_A_MONTH,
        "Value added at base prices, this month.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).product_month().real(),
    ),
    state(
        "product_per_head",
        A_HEAD,
        "Product of the last twelve months over people.",
        "economy: Accounts",
        |now, id| {
            let product = now.sim.polity::<Accounts>(id).product().real();
            math::ratio_or(product * 1000.0, now.people[id], f64::NAN)
        },
    ),
    state(
        "growth",
        RATE,
        "Product of the last twelve months over the twelve before, less 1.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).growth(),
    ),
    state(
        "industry",
        MONEY_A_YEAR,
        "Value added of industry, last twelve months.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).industry().real(),
    ),
    state(
        "unemployment",
        SHARE,
        "Share of the labour force without work.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).unemployment(),
    ),
    state("slump", "0 or 1", "Whether a slump is under way.", "economy: Accounts", |now, id| {
        f64::from(u8::from(now.sim.polity::<Accounts>(id).in_slump()))
    }),
    state("markup", TO_BASE, "Mark-up on cost over that at the start.", "economy: Accounts", |now, id| {
        now.sim.polity::<Accounts>(id).markup()
    }),
    state("confidence", "1 = normal", "Confidence of investors.", "economy: Accounts", |now, id| {
        now.sim.polity::<Accounts>(id).confidence()
    }),
    state(
        "profit_rate",
        RATE,
        "Profit rate of market enterprises, smoothed.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).profit_rate(),
    ),
    state(
        "technology",
        INDEX,
        "Level of technology against the frontier.",
        "technology: Technology",
        |now, id| now.sim.polity::<Technology>(id).level(),
    ),
    state(
        "productivity",
        "1 = start",
        "Productivity over that at the start.",
        "technology: Technology",
        |now, id| now.sim.polity::<Technology>(id).productivity(),
    ),
    state("schooling", SHARE, "Share of adults who can read.", "technology: Technology", |now, id| {
        now.sim.polity::<Technology>(id).schooling()
    }),
    goods(
        "capital",
        MONEY,
        "Capital in use in the sector, at replacement cost.",
        "economy: Industry",
        |now, id, good| now.sim.polity::<Industry>(id).capital(good),
    ),
    state(
        "ruins",
        SHARE,
        "Capital in ruins over all capital, standing or not.",
        "economy: Capital",
        |now, id| {
            let (standing, ruined) = now.capital[id];
            math::ratio_or(ruined, standing + ruined, f64::NAN)
        },
    ),
    goods(
        "labour",
        SHARE,
        "Share of the labour force in the sector.",
        "economy: Industry",
        |now, id, good| now.sim.polity::<Industry>(id).labour(good),
    ),
    goods(
        "potential",
        MONEY_A_MONTH,
        "Gross output that labour and capital could make.",
        "economy: Industry",
        |now, id, good| now.sim.polity::<Industry>(id).potential(good),
    ),
];

/// A series on who owns the capital of all sectors.
const fn owned(id: &'static str, means: &'static str, read: fn(&Reading<'_>, PolityId) -> f64) -> SeriesDef {
    state(id, SHARE, means, "economy: Holdings", read)
}

fn holds(now: &Reading<'_>, id: PolityId, property: Property) -> f64 {
    now.sim.polity::<Holdings>(id).share(property)
}

pub(super) const PROPERTY: &[SeriesDef] = &[
    owned("owned_by_state", "Capital owned by the state.", |now, id| holds(now, id, Property::State)),
    owned("owned_by_cooperatives", "Capital owned by cooperatives.", |now, id| {
        holds(now, id, Property::Cooperative)
    }),
    owned("owned_by_smallholders", "Capital owned by smallholders.", |now, id| {
        holds(now, id, Property::Smallholder)
    }),
    owned("owned_by_nationals", "Capital owned by private owners of the country.", |now, id| {
        holds(now, id, Property::NationalPrivate)
    }),
    owned("owned_from_abroad", "Capital owned from abroad.", |now, id| holds(now, id, Property::Foreign)),
    state(
        "profits_abroad",
        SHARE,
        "Profits taken abroad over product.",
        "economy: ForeignCapital",
        |now, id| now.sim.polity::<ForeignCapital>(id).taken(),
    ),
    state("property_safety", INDEX, "How safe foreign owners feel.", "economy: ForeignCapital", |now, id| {
        now.sim.polity::<ForeignCapital>(id).safety()
    }),
    state(
        "property_resistance",
        INDEX,
        "Resistance to the change of property under way.",
        "economy: Programmes",
        |now, id| now.sim.polity::<Programmes>(id).resistance(),
    ),
    state("resentment", INDEX, "Resentment left by force on the land.", "economy: Vigour", |now, id| {
        now.sim.polity::<Vigour>(id).resentment()
    }),
    state(
        "deposits",
        "1 = start",
        "Known deposits of raw materials over those known at the start.",
        "economy: Deposits",
        |now, id| richness_of(now.sim.world(), id),
    ),
];

pub(super) const PLAN: &[SeriesDef] = &[
    state("planned", SHARE, "Share of output that is coordinated by plan.", "plan: Plan", |now, id| {
        now.sim.polity::<Plan>(id).planned()
    }),
    state(
        "shortage",
        SHARE,
        "Share of intermediate demand that could not be met, smoothed.",
        "plan: Plan",
        |now, id| now.sim.polity::<Plan>(id).shortage(),
    ),
    state("padding", SHARE, "How much reports exceed the truth.", "plan: Plan", |now, id| {
        now.sim.polity::<Plan>(id).padding()
    }),
    goods(
        "plan_target",
        MONEY_A_MONTH,
        "Target of the sector, gross output; of states with a plan.",
        "plan: Plan",
        |now, id, good| {
            let plan = now.sim.polity::<Plan>(id);
            if plan.planned() >= 0.5 { plan.target(good) } else { f64::NAN }
        },
    ),
    goods(
        "investment_mix",
        SHARE,
        "Share of investment that goes to the sector.",
        "plan: Plan",
        |now, id, good| now.sim.polity::<Plan>(id).mix(good),
    ),
];
