//! The list of series.
//!
//! To add one, add an entry to the slice of its subject:
//!
//! ```text
//! state("gold", MONEY, "Gold held by the state.", "finance: Gold", |now, id| now.sim.polity::<Gold>(id).held().real()),
//! ```
//!
//! A reader gives not-a-number where the series means nothing for a state; no row is written then. Figures of the books are
//! in thousands of 2011 international dollars and are passed on as they are. A series by good has one row for each good; its
//! name is followed by a dot and the good's id.

use crate::base::{GoodId, PolityId, math};
use crate::content::vocabulary::{FormOfRule, Harm, Issue, OrganisationKind, Property};
use crate::sim::community::{Community, Cooperation};
use crate::sim::conflict::{Forces, Wars};
use crate::sim::diplomacy::Relations;
use crate::sim::economy::property::{ForeignCapital, Holdings, Programmes, Vigour};
use crate::sim::economy::{Accounts, Consumption, Industry, Market, Prices, richness_of};
use crate::sim::finance::{Budget, BudgetLine, Debts, KeyCurrency, Payments};
use crate::sim::ledger::{Account, GoldBook, HarmBook, MoneyBook, PeopleBook, Vault};
use crate::sim::movements::Situation;
use crate::sim::organisations::Organisations;
use crate::sim::perception::WorldMood;
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Status};
use crate::sim::society::{Issues, Living};
use crate::sim::technology::Technology;
use crate::sim::trade::{TradeFlows, TradePosition, WorldMarket};
use crate::sim::{Atlas, Seat};

use super::Reading;

/// How a series is read.
#[derive(Clone, Copy)]
pub enum Read {
    /// One value a state.
    State(fn(&Reading<'_>, PolityId) -> f64),
    /// One value a state and good.
    StateGood(fn(&Reading<'_>, PolityId, GoodId) -> f64),
    /// One value for the world.
    World(fn(&Reading<'_>) -> f64),
    /// One value for the world by good.
    WorldGood(fn(&Reading<'_>, GoodId) -> f64),
}

/// A series: its name, and how it is made.
#[derive(Clone, Copy)]
pub struct SeriesDef {
    /// Name; unique.
    pub id: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// What it means, one sentence.
    pub means: &'static str,
    /// Where it is computed: folder of `src/sim` and type.
    pub source: &'static str,
    /// How it is read.
    pub read: Read,
}

const fn state(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>, PolityId) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::State(read) }
}

const fn goods(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>, PolityId, GoodId) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::StateGood(read) }
}

const fn world(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::World(read) }
}

const MONEY: &str = "1000 $2011";
const MONEY_A_MONTH: &str = "1000 $2011/month";
const MONEY_A_YEAR: &str = "1000 $2011/year";
const A_HEAD: &str = "$2011/head/year";
const SHARE: &str = "share";
const INDEX: &str = "0-1";
const RATE: &str = "share/year";
const TO_BASE: &str = "1 = base";
const PEOPLE: &str = "people";

/// Every series, subject by subject.
pub fn all() -> impl Iterator<Item = &'static SeriesDef> {
    let subjects = [
        PRODUCTION,
        PROPERTY,
        TRADE,
        PRICES,
        PLAN,
        COMMUNITY,
        FINANCE,
        MONEY_AND_CREDIT,
        LIVING,
        RULE,
        WORLD,
    ];
    subjects.into_iter().flatten()
}

const PRODUCTION: &[SeriesDef] = &[
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

/// Goods bought abroad this month, at base prices.
fn bought(now: &Reading<'_>, id: PolityId) -> f64 {
    let position = now.sim.polity::<TradePosition>(id);
    now.sim.content().goods.ids().map(|good| position.imports(good).real()).sum()
}

const TRADE: &[SeriesDef] = &[
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

const PRICES: &[SeriesDef] = &[
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

const PLAN: &[SeriesDef] = &[
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

/// What an account holds.
fn held(now: &Reading<'_>, account: Account) -> f64 {
    now.sim.get::<MoneyBook>().balance(account).real()
}

fn line(now: &Reading<'_>, id: PolityId, line: BudgetLine) -> f64 {
    now.sim.polity::<Budget>(id).share(line)
}

/// A series on who owns the capital of all sectors.
const fn owned(id: &'static str, means: &'static str, read: fn(&Reading<'_>, PolityId) -> f64) -> SeriesDef {
    state(id, SHARE, means, "economy: Holdings", read)
}

fn holds(now: &Reading<'_>, id: PolityId, property: Property) -> f64 {
    now.sim.polity::<Holdings>(id).share(property)
}

const PROPERTY: &[SeriesDef] = &[
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

const COMMUNITY: &[SeriesDef] = &[
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

const MONEY_AND_CREDIT: &[SeriesDef] = &[
    state("gold", MONEY, "Gold held by the state.", "ledger: GoldBook", |now, id| {
        now.sim.get::<GoldBook>().held(Vault::State(id)).real()
    }),
    state(
        "key_claims",
        MONEY,
        "Notes of the key currency held by others; written for its issuer.",
        "finance: KeyCurrency",
        |now, id| {
            let key = now.sim.get::<KeyCurrency>();
            if key.issued_by(id) { key.claims().real() } else { f64::NAN }
        },
    ),
    state(
        "market_inflation",
        RATE,
        "Inflation as wages and interest reckon with it.",
        "economy: Market",
        |now, id| now.sim.polity::<Market>(id).inflation(),
    ),
    state("interest", RATE, "Rate of interest.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).interest()
    }),
    state("credit", SHARE, "Owed to banks at home over product.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).credit()
    }),
    state("crunch", INDEX, "Lending withheld.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).crunch()
    }),
    state(
        "concentration",
        INDEX,
        "Concentration of firms, mean of sectors.",
        "economy: Market",
        |now, id| now.sim.polity::<Market>(id).concentration_mean(),
    ),
    state(
        "gold_cover",
        "1 = every note",
        "Gold of the issuer of the key currency over its notes held by others; written for the issuer.",
        "finance: KeyCurrency",
        |now, id| {
            let key = now.sim.get::<KeyCurrency>();
            if key.issued_by(id) { key.coverage(now.sim.get::<GoldBook>()) } else { f64::NAN }
        },
    ),
    state("debt_service", SHARE, "Debt service over export earnings.", "finance: Payments", |now, id| {
        now.sim.polity::<Payments>(id).service()
    }),
];

const FINANCE: &[SeriesDef] = &[
    state("revenue", MONEY_A_MONTH, "Raised by the budget this month.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).revenue().real()
    }),
    state("spending", MONEY_A_MONTH, "Spent by the budget this month.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).spending().real()
    }),
    state(
        "budget_balance",
        SHARE,
        "Balance of the budget over product, smoothed.",
        "finance: Budget",
        |now, id| now.sim.polity::<Budget>(id).balance(),
    ),
    state("taxes_share", SHARE, "Taxes set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Taxes)
    }),
    state("investment_share", SHARE, "Investment set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Investment)
    }),
    state("welfare_share", SHARE, "Welfare set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Welfare)
    }),
    state(
        "forces_share",
        SHARE,
        "Spending on forces set, share of product.",
        "finance: Budget",
        |now, id| line(now, id, BudgetLine::Forces),
    ),
    state("treasury", MONEY, "Account of the state.", "ledger: MoneyBook", |now, id| {
        held(now, Account::State(id))
    }),
    state(
        "private_money",
        MONEY,
        "Account of households and enterprises.",
        "ledger: MoneyBook",
        |now, id| held(now, Account::Private(id)),
    ),
    state("reserves", MONEY, "Gold and foreign currency.", "ledger: MoneyBook", |now, id| {
        held(now, Account::Reserves(id))
    }),
    state("reserve_months", "months", "Reserves in months of imports.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).reserve_months()
    }),
    state("debt", MONEY, "Owed abroad.", "finance: Debts", |now, id| {
        now.sim.get::<Debts>().owed_by(id).real()
    }),
    state(
        "aid_balance",
        MONEY_A_MONTH,
        "Goods received as help less goods given, smoothed.",
        "finance: Budget",
        |now, id| now.sim.polity::<Budget>(id).aid_balance(),
    ),
];

const LIVING: &[SeriesDef] = &[
    state("population", PEOPLE, "People on its ground.", "ledger: PeopleBook", |now, id| now.people[id]),
    state("consumption_per_head", A_HEAD, "What households have.", "society: Living", |now, id| {
        now.sim.polity::<Living>(id).per_head()
    }),
    state(
        "living_standard",
        "1 = as expected",
        "What people have over what they expect.",
        "society: Living",
        |now, id| now.sim.polity::<Living>(id).standard(),
    ),
    state("grievance", INDEX, "Grievance of the people.", "society: Living", |now, id| {
        now.sim.polity::<Living>(id).grievance()
    }),
    state(
        "supplied",
        SHARE,
        "Share of wanted consumption that was had this month.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).supplied(),
    ),
    state(
        "food_security",
        "1 = enough",
        "Food had over food that a healthy life needs.",
        "economy: Consumption",
        |now, id| now.sim.polity::<Consumption>(id).food_security(),
    ),
];

const RULE: &[SeriesDef] = &[
    state("sovereign", "0 or 1", "Whether it is a state of its own.", "politics: Status", |now, id| {
        f64::from(u8::from(now.sim.polity::<Status>(id).is_sovereign()))
    }),
    state(
        "socialist",
        "0 or 1",
        "Whether its form of rule is `Socialist`.",
        "politics: Government",
        |now, id| f64::from(u8::from(now.sim.polity::<Government>(id).form() == FormOfRule::Socialist)),
    ),
    state("legitimacy", INDEX, "Legitimacy of the government.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).legitimacy()
    }),
    state("repression", INDEX, "Repression.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).repression()
    }),
    state("ossification", INDEX, "Ossification of the apparatus.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).ossification()
    }),
    state(
        "foreign_influence",
        INDEX,
        "Largest influence that another state has over it.",
        "diplomacy: Relations",
        |now, id| {
            let (relations, atlas) = (now.sim.get::<Relations>(), now.sim.get::<Atlas>());
            let agent = |one| atlas.agent(Seat::Polity(one));
            let others = now.sim.content().polities.ids().filter(|&other| other != id);
            others.map(|other| relations.influence(agent(other), agent(id))).fold(0.0, f64::max)
        },
    ),
    state(
        "alliance_cohesion",
        INDEX,
        "Cohesion of its military pact; of a state in none nothing is written.",
        "organisations: Organisation",
        |now, id| {
            let pact = now.sim.get::<Organisations>().iter().find(|(which, one)| {
                let kind = now.sim.content().organisations[*which].kind;
                kind == OrganisationKind::MilitaryPact && one.has(id)
            });
            pact.map_or(f64::NAN, |(_, pact)| pact.cohesion())
        },
    ),
    state(
        "anti_monopoly",
        INDEX,
        "Pressure of the movement against monopolies and foreign capital.",
        "society: Issues",
        |now, id| now.sim.polity::<Issues>(id).of(Issue::AntiMonopoly),
    ),
    state("ripeness", INDEX, "Revolutionary situation.", "movements: Situation", |now, id| {
        now.sim.polity::<Situation>(id).ripeness()
    }),
    state("forces", MONEY, "Military strength.", "conflict: Forces", |now, id| {
        now.sim.polity::<Forces>(id).strength()
    }),
    state("warheads", "warheads", "Warheads held.", "conflict: Forces", |now, id| {
        now.sim.polity::<Forces>(id).warheads()
    }),
];

const WORLD: &[SeriesDef] = &[
    world("world_population", PEOPLE, "People of the world.", "ledger: PeopleBook", |now| {
        now.sim.get::<PeopleBook>().world().real()
    }),
    world("world_tension", INDEX, "Tension of the world.", "perception: WorldMood", |now| {
        now.sim.get::<WorldMood>().tension()
    }),
    world("wars", "wars", "Wars under way.", "conflict: Wars", |now| {
        now.sim.get::<Wars>().list().len() as f64
    }),
    world("war_dead", PEOPLE, "Killed in war since the start.", "ledger: HarmBook", |now| {
        now.sim.get::<HarmBook>().world(Harm::War).real()
    }),
    world("famine_dead", PEOPLE, "Dead of hunger since the start.", "ledger: HarmBook", |now| {
        now.sim.get::<HarmBook>().world(Harm::Famine).real()
    }),
    SeriesDef {
        id: "world_price",
        unit: TO_BASE,
        means: "Price of the world market over base price.",
        source: "trade: WorldMarket",
        read: Read::WorldGood(|now, good| now.sim.get::<WorldMarket>().price(good)),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_series_has_its_own_name_and_says_what_it_is() {
        let mut names = BTreeSet::new();
        for series in all() {
            assert!(names.insert(series.id), "{} stands twice", series.id);
            assert!(series.means.ends_with('.') && series.means.len() > 5, "{}", series.id);
            assert!(!series.unit.is_empty() && series.source.contains(": "), "{}", series.id);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(series.id.chars().all(plain), "{} is no plain name", series.id);
        }
        assert!(names.len() > 50);
    }
}
