//! Money: the purse, gold and the key currency, what credit costs, every debt, and what is wrong.

use crate::base::PolityId;
use crate::sim::economy::Accounts;
use crate::sim::finance::{Budget, Debt, DebtKind, Debts, KeyCurrency, Payments, explain_credit};
use crate::sim::ledger::{Account, GoldBook, MoneyBook, Vault};
use crate::sim::trade::TradePosition;
use crate::sim::{Simulation, TermList};
use crate::view::state::{inflation_and_interest, profit_rate};
use crate::view::words::{Link, Piece, Sentence, figure, fill, text};
use crate::view::{Explained, How, TermView, Unit};

/// Money and debts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MoneyPage {
    /// What is wrong with payments, in sentences; empty if nothing is.
    pub warnings: Vec<String>,
    /// Treasury, budget, inflation, interest, work.
    pub home: Vec<Explained>,
    /// Gold, foreign currency, clearing.
    pub abroad: Vec<Explained>,
    /// Who issues the world's money, and whether it hands out gold for it; `None` if nobody does.
    pub key: Option<Sentence>,
    /// What stands behind the world's money.
    pub key_numbers: Vec<Explained>,
    /// What banks would ask for, and what is owed and due.
    pub credit: Vec<Explained>,
    /// Debts, the largest first.
    pub debts: Vec<DebtLine>,
}

/// One debt.
#[derive(Debug, Clone, PartialEq)]
pub struct DebtLine {
    /// The other side.
    pub other: PolityId,
    /// Its name.
    pub name: String,
    /// Whether the state looked at owes it.
    pub owed: bool,
    /// Who lent, in a word.
    pub kind: &'static str,
    /// What is still owed.
    pub principal: Explained,
    /// Real interest a year.
    pub interest: f64,
    /// Months left.
    pub months_left: u32,
    /// Months in arrears.
    pub arrears: u32,
}

/// Reserves in months of imports below which the page warns. A common rule of thumb asks for three; own estimate.
const THIN: f64 = 1.5;
/// Reserves in months of imports below which there are none to lose.
const BARE: f64 = 0.1;
/// Debt service over exports from which the page warns. Own estimate.
const HEAVY: f64 = 0.25;

pub(super) fn page(sim: &Simulation, id: PolityId) -> MoneyPage {
    let of_state = |debt: &&Debt| debt.debtor == id || debt.creditor == id;
    let mut debts: Vec<DebtLine> =
        sim.get::<Debts>().list().iter().filter(of_state).map(|debt| debt_line(sim, id, debt)).collect();
    debts.sort_by(|a, b| b.principal.value.total_cmp(&a.principal.value));
    let (key, key_numbers) = key_currency(sim);
    MoneyPage {
        warnings: warnings(sim, id),
        home: home(sim, id),
        abroad: abroad(sim, id),
        key,
        key_numbers,
        credit: credit(sim, id),
        debts,
    }
}

fn debt_line(sim: &Simulation, id: PolityId, debt: &Debt) -> DebtLine {
    let owed = debt.debtor == id;
    let other = if owed { debt.creditor } else { debt.debtor };
    DebtLine {
        other,
        name: sim.content().polities[other].name.clone(),
        owed,
        kind: match debt.kind {
            DebtKind::Official => text!("mo.kind.official"),
            DebtKind::Clearing => text!("mo.kind.clearing"),
            DebtKind::Private => text!("mo.kind.private"),
        },
        principal: Explained::given(text!("mo.principal"), debt.principal.real(), Unit::Money),
        interest: debt.interest,
        months_left: debt.months_left,
        arrears: debt.arrears,
    }
}

/// Everything that is wrong with payments abroad.
fn warnings(sim: &Simulation, id: PolityId) -> Vec<String> {
    let (payments, budget) = (sim.polity::<Payments>(id), sim.polity::<Budget>(id));
    let issuer = sim.get::<KeyCurrency>().issued_by(id);
    let reserves = figure(budget.reserve_months(), Unit::Months);
    let months = |template: &str, months: u32| fill(template, &[("months", &months.to_string())]);
    let mut lines = Vec::new();
    if payments.in_crisis() {
        lines.push(fill(text!("mo.crisis"), &[("reserves", &reserves)]));
    } else if budget.reserve_months() < BARE && !issuer {
        lines.push(text!("mo.bare").into());
    } else if budget.reserve_months() < THIN && !issuer {
        lines.push(fill(text!("mo.thin"), &[("reserves", &reserves)]));
    }
    if payments.arrears() > 0 {
        lines.push(months(text!("mo.arrears"), payments.arrears()));
    }
    if payments.suspended() > 0 {
        lines.push(months(text!("mo.suspended"), payments.suspended()));
    }
    if payments.shunned() > 0 {
        lines.push(months(text!("mo.shunned"), payments.shunned()));
    }
    if payments.austerity() > 0 {
        lines.push(months(text!("mo.austerity"), payments.austerity()));
    }
    if payments.service() > HEAVY {
        let share = figure(payments.service(), Unit::Share);
        lines.push(fill(text!("mo.heavy"), &[("share", &share)]));
    }
    lines
}

fn home(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let treasury = sim.get::<MoneyBook>().balance(Account::State(id)).real();
    let mut lines = vec![
        Explained::given(text!("ec.treasury"), treasury, Unit::Money).meaning(text!("ec.treasury.means")),
        Explained::given(text!("n.balance"), sim.polity::<Budget>(id).balance(), Unit::Growth)
            .meaning(text!("n.balance.means")),
    ];
    lines.extend(inflation_and_interest(sim, id));
    lines.push(profit_rate(sim, id));
    let unemployment = sim.polity::<Accounts>(id).unemployment();
    lines.push(Explained::given(text!("n.unemployment"), unemployment, Unit::Share));
    lines
}

fn abroad(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let reserves = sim.get::<MoneyBook>().balance(Account::Reserves(id)).real();
    let gold = sim.get::<GoldBook>().held(Vault::State(id)).real();
    let parts =
        [(text!("n.gold").to_owned(), gold), (text!("mo.currency").to_owned(), (reserves - gold).max(0.0))];
    vec![
        Explained::given(text!("ec.reserves"), reserves, Unit::Money).with_parts(How::Sum, parts),
        Explained::given(text!("n.gold"), gold, Unit::Money).meaning(text!("mo.gold.means")),
        Explained::given(text!("mo.currency"), (reserves - gold).max(0.0), Unit::Money)
            .meaning(text!("mo.currency.means")),
        Explained::given(text!("mo.cover"), sim.polity::<Budget>(id).reserve_months(), Unit::Months)
            .meaning(text!("n.reserves.means")),
        Explained::given(
            text!("tr.clearing"),
            sim.polity::<TradePosition>(id).clearing().real(),
            Unit::Money,
        )
        .meaning(text!("tr.clearing.means")),
    ]
}

/// The world's money, whoever looks.
fn key_currency(sim: &Simulation) -> (Option<Sentence>, Vec<Explained>) {
    let (key, book) = (sim.get::<KeyCurrency>(), sim.get::<GoldBook>());
    let Some(issuer) = key.issuer() else { return (None, Vec::new()) };
    let name = Piece::linked(&sim.content().polities[issuer].name, Link::Polity(issuer));
    let sentence = match key.shut() {
        Some(month) => {
            let when = Piece::plain(month.to_string());
            Sentence::fill(text!("mo.key.shut"), &[("issuer", name), ("when", when)])
        }
        None => Sentence::fill(text!("mo.key.open"), &[("issuer", name)]),
    };
    let gold = book.held(Vault::State(issuer)).real();
    let term = |label: &str, value| TermView { label: label.into(), value, unit: Unit::Money };
    let coverage = Explained::ratio(
        text!("n.coverage"),
        Unit::Share,
        term(text!("n.gold"), gold),
        term(text!("n.claims"), key.claims().real()),
    );
    let numbers = vec![
        Explained::given(text!("n.claims"), key.claims().real(), Unit::Money),
        coverage.meaning(text!("n.coverage.means")),
        Explained::given(text!("mo.doubt"), key.doubt(), Unit::Index).meaning(text!("mo.doubt.means")),
    ];
    (Some(sentence), numbers)
}

fn credit(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let payments = sim.polity::<Payments>(id);
    let mut terms = TermList::default();
    let (safety, interest) = explain_credit(sim.world(), id, &mut terms);
    let mut lines = vec![
        Explained::given(text!("mo.safety"), safety, Unit::Index)
            .meaning(text!("mo.safety.means"))
            .with_terms(How::Sum, &terms),
    ];
    if safety > 0.0 {
        lines.push(
            Explained::given(text!("mo.asked"), interest, Unit::Share).meaning(text!("mo.asked.means")),
        );
    }
    lines.extend([
        Explained::given(text!("n.debt"), sim.polity::<Budget>(id).debt(), Unit::Share)
            .meaning(text!("n.debt.means")),
        Explained::given(text!("n.service"), payments.service(), Unit::Share)
            .meaning(text!("n.service.means")),
    ]);
    lines
}
