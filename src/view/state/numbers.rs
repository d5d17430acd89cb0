//! The numbers of a state, each with its terms.

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::economy::Accounts;
use crate::sim::finance::Budget;
use crate::sim::plan::Plan;
use crate::sim::politics::Government;
use crate::sim::society::Living;
use crate::sim::trade::TradePosition;
use crate::view::words::text;
use crate::view::{Explained, TermView, Unit};

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
    explained.value = accounts.growth();
    explained
}

/// Rule: legitimacy and what holds it.
pub fn rule(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Government>(id);
    let index = |what: &str, value| Explained::given(what, value, Unit::Index);
    vec![
        index(text!("n.legitimacy"), now.legitimacy()).meaning(text!("n.legitimacy.means")),
        index(text!("n.cohesion"), now.cohesion()).meaning(text!("n.cohesion.means")),
        index(text!("n.ossification"), now.ossification()).meaning(text!("n.ossification.means")),
        index(text!("n.repression"), now.repression()),
        Explained::given(text!("n.authority"), now.authority(), Unit::Authority)
            .meaning(text!("n.authority.means")),
    ]
}

/// The living standard.
fn living(sim: &Simulation, id: PolityId) -> Explained {
    let now = sim.polity::<Living>(id);
    Explained::given(text!("n.living"), now.standard(), Unit::OfExpected).meaning(text!("n.living.means"))
}

/// Life: what people have, and how they take it.
pub fn life(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Living>(id);
    let accounts = sim.polity::<Accounts>(id);
    vec![
        living(sim, id),
        Explained::given(text!("n.consumption"), now.per_head(), Unit::DollarsAYear),
        Explained::given(text!("n.grievance"), now.grievance(), Unit::Index)
            .meaning(text!("n.grievance.means")),
        Explained::given(text!("n.supplied"), accounts.supplied(), Unit::Share),
        Explained::given(text!("n.unemployment"), accounts.unemployment(), Unit::Share),
    ]
}

/// Economy: trade, reserves, debt; planning where there is any.
pub fn economy(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let trade = sim.polity::<TradePosition>(id);
    let budget = sim.polity::<Budget>(id);
    let plan = sim.polity::<Plan>(id);
    let mut lines = vec![
        Explained::given(text!("n.exports"), trade.exported().real(), Unit::MoneyAYear),
        Explained::given(text!("n.imports"), trade.imported().real(), Unit::MoneyAYear),
        Explained::given(text!("n.terms_of_trade"), trade.terms(), Unit::Weight)
            .meaning(text!("n.terms_of_trade.means")),
        Explained::given(text!("n.reserves"), budget.reserve_months(), Unit::Months)
            .meaning(text!("n.reserves.means")),
        Explained::given(text!("n.debt"), budget.debt(), Unit::Share).meaning(text!("n.debt.means")),
    ];
    if plan.planned() > 0.0 {
        lines.push(Explained::given(text!("n.shortage"), plan.shortage(), Unit::Share));
        lines.push(
            Explained::given(text!("n.padding"), plan.padding(), Unit::Growth)
                .meaning(text!("n.padding.means")),
        );
    }
    lines
}
