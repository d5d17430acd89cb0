//! The numbers of a state, each with its terms.

use crate::base::PolityId;
use crate::content::vocabulary::{Class, Property};
use crate::sim::conflict::Forces;
use crate::sim::economy::property::{
    ForeignCapital, Holdings, Programmes, Vigour, explain_safety, explain_vigour,
};
use crate::sim::economy::{Accounts, Consumption, EconomyRules, Market, MarketRules, Roles};
use crate::sim::finance::{Budget, KeyCurrency, Payments};
use crate::sim::ledger::{GoldBook, PeopleBook, Vault};
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, PoliticsRules, Status, explain_legitimacy, ground_of};
use crate::sim::society::{ClassRow, Classes, Living};
use crate::sim::trade::TradePosition;
use crate::sim::{Simulation, TermList};
use crate::view::gauges::{people_of, territories_of};
use crate::view::words::text;
use crate::view::{Explained, How, TermView, Unit};

use super::rule;

fn term(label: &str, value: f64, unit: Unit) -> TermView {
    TermView { label: label.into(), value, unit }
}

/// Product per head and year.
pub fn product_per_head(sim: &Simulation, id: PolityId, people: f64) -> Explained {
    let product = sim.polity::<Accounts>(id).product().real();
    let over = term(text!("n.product"), product, Unit::MoneyAYear);
    let under = term(text!("n.people"), people, Unit::People);
    let mut explained = Explained::ratio(text!("n.per_head"), Unit::DollarsAYear, over, under)
        .meaning(text!("n.product.means"));
    // Money is kept in thousands.
    explained.value *= 1000.0;
    explained
}

/// Growth of the product over twelve months before.
pub fn growth(sim: &Simulation, id: PolityId) -> Explained {
    let accounts = sim.polity::<Accounts>(id);
    let now = accounts.product().real();
    let before = now / (1.0 + accounts.growth());
    let mut explained = Explained::ratio(
        text!("n.growth"),
        Unit::Growth,
        term(text!("n.growth.now"), now, Unit::MoneyAYear),
        term(text!("n.growth.before"), before, Unit::MoneyAYear),
    )
    .meaning(text!("n.growth.means"));
    // Before the first month nobody has counted.
    explained.value = if sim.clock().played() > 0 { accounts.growth() } else { f64::NAN };
    explained
}

/// Balance of the budget over twelve months; before the first month nobody has counted.
pub fn balance(sim: &Simulation, id: PolityId) -> Explained {
    let value = if sim.clock().played() > 0 { sim.polity::<Budget>(id).balance() } else { f64::NAN };
    Explained::given(text!("n.balance"), value, Unit::Growth).meaning(text!("n.balance.means"))
}

/// Legitimacy, with the terms of the level towards which it moves.
fn legitimacy(sim: &Simulation, id: PolityId) -> Explained {
    let government = sim.polity::<Government>(id);
    let ground = ground_of(
        *sim.polity::<Status>(id),
        government,
        sim.polity::<Living>(id),
        sim.polity::<Accounts>(id),
        sim.polity::<Forces>(id),
    );
    let mut terms = TermList::default();
    explain_legitimacy(&ground, sim.get::<PoliticsRules>(), &mut terms);
    Explained::given(text!("n.legitimacy"), government.legitimacy(), Unit::Index)
        .meaning(text!("n.legitimacy.means"))
        .with_terms(How::Drift, &terms)
}

/// What each class adds to a mean over all people: its share times its value. Nothing where nobody lives.
fn by_class(sim: &Simulation, id: PolityId, value: impl Fn(&ClassRow) -> f64) -> Vec<(String, f64)> {
    let territories = territories_of(sim, id);
    let people = people_of(sim, &territories);
    if people <= 0.0 {
        return Vec::new();
    }
    let book = sim.get::<PeopleBook>();
    let part = |class: Class| -> f64 {
        let here = |&territory: &crate::base::TerritoryId| {
            let row = sim.territory::<Classes>(territory).of(class);
            book.people(territory).real() / people * row.share() * value(row)
        };
        territories.iter().map(here).sum()
    };
    Class::ALL.iter().map(|&class| (class.words().to_owned(), part(class))).collect()
}

/// Authority of a government.
pub fn authority(sim: &Simulation, id: PolityId) -> Explained {
    Explained::given(text!("n.authority"), sim.polity::<Government>(id).authority(), Unit::Authority)
        .meaning(text!("n.authority.means"))
}

/// Rule: legitimacy and what holds it.
pub fn rule(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Government>(id);
    let index = |what: &str, value| Explained::given(what, value, Unit::Index);
    let mut numbers = vec![
        legitimacy(sim, id),
        index(text!("n.cohesion"), now.cohesion()).meaning(text!("n.cohesion.means")),
        index(text!("n.ossification"), now.ossification()).meaning(text!("n.ossification.means")),
        index(text!("n.repression"), now.repression()),
        authority(sim, id),
        crate::view::doctrine::credibility(sim, id),
    ];
    numbers.extend(rule::numbers(sim, id));
    numbers
}

/// The living standard.
fn living(sim: &Simulation, id: PolityId) -> Explained {
    let now = sim.polity::<Living>(id);
    // Nobody counts for more than twice what is expected, as the rule has it.
    let had =
        |row: &ClassRow| if row.expected() > 0.0 { (row.income() / row.expected()).min(2.0) } else { 1.0 };
    Explained::given(text!("n.living"), now.standard(), Unit::OfExpected)
        .meaning(text!("n.living.means"))
        .with_parts(How::Sum, by_class(sim, id, had))
}

/// Life: what people have, and how they take it.
pub fn life(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Living>(id);
    let accounts = sim.polity::<Accounts>(id);
    vec![
        living(sim, id),
        Explained::given(text!("n.consumption"), now.per_head(), Unit::DollarsAYear),
        Explained::given(text!("n.grievance"), now.grievance(), Unit::Index)
            .meaning(text!("n.grievance.means"))
            .with_parts(How::Sum, by_class(sim, id, ClassRow::grievance)),
        Explained::given(text!("n.supplied"), accounts.supplied(), Unit::Share),
        Explained::given(text!("n.unemployment"), accounts.unemployment(), Unit::Share),
    ]
}

/// Property: who owns, who takes profits abroad, how the land is tilled; programmes under way.
fn property(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let (holdings, foreign) = (sim.polity::<Holdings>(id), sim.polity::<ForeignCapital>(id));
    let by_form = Property::ALL.iter().map(|&form| (form.words().to_owned(), holdings.share(form)));
    let public = [Property::State, Property::Cooperative];
    let public = public.map(|form| (form.words().to_owned(), holdings.share(form)));
    let mut lines = vec![
        Explained::given(text!("n.public_share"), holdings.public(), Unit::Share)
            .meaning(text!("n.public_share.means"))
            .with_parts(How::Sum, public),
        Explained::given(text!("n.drive"), holdings.drive(), Unit::OfExpected)
            .meaning(text!("n.drive.means"))
            .with_parts(How::Combined, by_form),
    ];
    if foreign.is_held_abroad() {
        let names = |of: PolityId| sim.content().polities[of].name.clone();
        let share = holdings.share(Property::Foreign);
        let owners: Vec<_> = foreign.stakes().map(|stake| (names(stake.of), stake.share * share)).collect();
        let mut terms = TermList::default();
        explain_safety(sim.world(), id, &mut terms);
        lines.push(
            Explained::given(text!("n.foreign_share"), share, Unit::Share)
                .meaning(text!("n.foreign_share.means"))
                .with_parts(How::Sum, owners),
        );
        lines.push(
            Explained::given(text!("n.profits_abroad"), foreign.taken(), Unit::Share)
                .meaning(text!("n.profits_abroad.means")),
        );
        lines.push(
            Explained::given(text!("n.safety"), foreign.safety(), Unit::Index)
                .meaning(text!("n.safety.means"))
                .with_terms(How::Drift, &terms),
        );
    }
    let food = sim.get::<Roles>().food();
    let mut terms = TermList::default();
    explain_vigour(sim.world(), id, food, &mut terms);
    lines.push(
        Explained::given(text!("n.sowings"), sim.polity::<Vigour>(id).of(food), Unit::OfExpected)
            .meaning(text!("n.sowings.means"))
            .with_terms(How::Sum, &terms),
    );
    for (kind, programme) in sim.polity::<Programmes>(id).iter() {
        let sector = sim.content().goods[programme.sector].name.to_lowercase();
        let what = format!("{} ({sector})", kind.words());
        let parts = [
            (text!("pg.moved").to_owned(), programme.moved),
            (text!("pg.resistance").to_owned(), programme.resistance),
        ];
        lines.push(
            Explained::given(what, programme.done, Unit::Share)
                .meaning(text!("pg.means"))
                .with_parts(How::Given, parts),
        );
    }
    lines
}

/// Economy: trade, reserves, debt; planning where there is any.
pub fn economy(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let trade = sim.polity::<TradePosition>(id);
    let budget = sim.polity::<Budget>(id);
    let plan = sim.polity::<Plan>(id);
    let mut lines = vec![
        Explained::given(text!("n.exports"), trade.exported().real(), Unit::MoneyAYear),
        Explained::given(text!("n.imports"), trade.imported().real(), Unit::MoneyAYear),
        crate::view::trade::terms_of_trade(sim, id),
        Explained::given(text!("n.reserves"), budget.reserve_months(), Unit::Months)
            .meaning(text!("n.reserves.means")),
        Explained::given(text!("n.debt"), budget.debt(), Unit::Share).meaning(text!("n.debt.means")),
    ];
    lines.extend(property(sim, id));
    lines.push(
        Explained::given(text!("n.service"), sim.polity::<Payments>(id).service(), Unit::Share)
            .meaning(text!("n.service.means")),
    );
    lines.extend(money(sim, id));
    if plan.planned() > 0.0 {
        lines.push(
            Explained::given(text!("n.planned"), plan.planned(), Unit::Share)
                .meaning(text!("n.planned.means")),
        );
        lines.push(Explained::given(text!("n.shortage"), plan.shortage(), Unit::Share));
        lines.push(
            Explained::given(text!("n.queues"), plan.queues(sim.polity::<Consumption>(id)), Unit::Share)
                .meaning(text!("n.queues.means")),
        );
        lines.push(
            Explained::given(text!("n.padding"), plan.padding(), Unit::Growth)
                .meaning(text!("n.padding.means")),
        );
    }
    lines
}

/// Money, credit and profit; of the issuer of the key currency also what stands behind its notes.
fn money(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let (market, accounts) = (sim.polity::<Market>(id), sim.polity::<Accounts>(id));
    let mut lines = Vec::from(inflation_and_interest(sim, id));
    if sim.polity::<Plan>(id).planned() < 0.5 {
        let (economy, rules) = (sim.get::<EconomyRules>(), sim.get::<MarketRules>());
        let mut service = TermList::default();
        let due = market.explain_service(economy, rules, accounts, &mut service);
        lines.extend([
            profit_rate(sim, id),
            Explained::given(text!("n.markup"), market.concentration_mean(), Unit::Index)
                .meaning(text!("n.markup.means")),
            Explained::given(text!("n.credit"), market.credit(), Unit::Share)
                .meaning(text!("n.credit.means")),
            Explained::given(text!("n.strain"), due, Unit::Share)
                .meaning(text!("n.strain.means"))
                .with_terms(How::Sum, &service),
            Explained::given(text!("n.crunch"), market.crunch(), Unit::Index),
        ]);
    }
    let key = sim.get::<KeyCurrency>();
    if key.issued_by(id) {
        let gold = sim.get::<GoldBook>();
        let over = term(text!("n.gold"), gold.held(Vault::State(id)).real(), Unit::Money);
        let under = term(text!("n.claims"), key.claims().real(), Unit::Money);
        lines.push(
            Explained::ratio(text!("n.coverage"), Unit::Weight, over, under)
                .meaning(text!("n.coverage.means")),
        );
    }
    lines
}

/// How fast prices rise and what credit costs, each with its terms.
pub(in crate::view) fn inflation_and_interest(sim: &Simulation, id: PolityId) -> [Explained; 2] {
    let (market, rules) = (sim.polity::<Market>(id), sim.get::<MarketRules>());
    let of = (sim.polity::<Accounts>(id), sim.polity::<Plan>(id), sim.polity::<Budget>(id));
    let (mut prices, mut rate) = (TermList::default(), TermList::default());
    let inflation = market.explain_inflation(rules, of, sim.get::<KeyCurrency>(), &mut prices);
    let interest = market.explain_interest(rules, &mut rate);
    [
        Explained::given(text!("n.inflation"), inflation, Unit::Growth)
            .meaning(text!("n.inflation.means"))
            .with_terms(How::Sum, &prices),
        Explained::given(text!("n.interest"), interest, Unit::Share)
            .meaning(text!("n.interest.means"))
            .with_terms(How::Sum, &rate),
    ]
}

/// Profit over capital: the share of profit in the product over capital per product.
pub(in crate::view) fn profit_rate(sim: &Simulation, id: PolityId) -> Explained {
    let (market, accounts) = (sim.polity::<Market>(id), sim.polity::<Accounts>(id));
    let mut terms = TermList::default();
    market.explain_profit_share(sim.get::<EconomyRules>(), accounts, &mut terms);
    Explained::given(text!("n.profit_rate"), accounts.profit_rate(), Unit::Share)
        .meaning(text!("n.profit_rate.means"))
        .with_terms(How::Combined, &terms)
}
