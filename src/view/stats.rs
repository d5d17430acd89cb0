//! Numbers of a state by name, each with its terms.
//!
//! All that the inspector shows of a state can be asked for by name; beside it stand the accounts by flow, the uses of goods
//! by good, trade by partner, prices, and growth of productivity. Names are plain: `product_per_head`, `budget_taxes`,
//! `price.food`.

use serde::Serialize;

use crate::base::{GoodId, IdVec, PolityId};
use crate::content::report::nearest;
use crate::sim::economy::{Output, Prices, Roles, explain_price};
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow};
use crate::sim::politics::{Owner, Status};
use crate::sim::technology::{Technology, explain_growth};
use crate::sim::trade::TradeFlows;
use crate::sim::{Simulation, TermList};

use super::balance::{Balance, account_balance, good_balance};
use super::words::{figure, signed};
use super::{Explained, How, Unit, state_view};

/// What has to be known of a state a month before to explain this month.
#[derive(Debug, Clone, Default)]
pub struct LastMonth {
    prices: IdVec<GoodId, f64>,
}

impl LastMonth {
    /// Notes a state as the simulation stands.
    pub fn of(sim: &Simulation, state: PolityId) -> Self {
        let prices = sim.polity::<Prices>(state);
        Self { prices: sim.content().goods.ids().map(|good| prices.of(good)).collect() }
    }
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Stat {
    /// Its name.
    pub id: String,
    /// The number.
    pub number: Explained,
}

/// A name as data: `product per head` becomes `product_per_head`.
fn plain_name(what: &str) -> String {
    let letters =
        what.chars().map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { '_' });
    let mut name = String::new();
    for letter in letters {
        if letter != '_' || !(name.is_empty() || name.ends_with('_')) {
            name.push(letter);
        }
    }
    name.trim_end_matches('_').to_owned()
}

/// Every number of a state that can be explained, in a fixed order. `before` is the state a month earlier.
pub fn stats(sim: &Simulation, state: PolityId, before: &LastMonth) -> Vec<Stat> {
    let mut list = shown(sim, state);
    let mut add = |id: &str, number: Explained| list.push(Stat { id: id.to_owned(), number });
    add("product_month", product_month(sim, state));
    add("productivity_growth", productivity_growth(sim, state));
    for (id, flow) in [
        ("output_month", GoodsFlow::Output),
        ("inputs_month", GoodsFlow::Inputs),
        ("consumption_month", GoodsFlow::Consumption),
        ("investment_month", GoodsFlow::Investment),
        ("public_month", GoodsFlow::Public),
        ("forces_month", GoodsFlow::Forces),
        ("exports_month", GoodsFlow::Exports),
        ("imports_month", GoodsFlow::Imports),
    ] {
        add(id, by_good(sim, state, id, flow));
    }
    add(
        "exports_by_partner",
        by_partner(sim, state, "exports by partner", |flows, other| flows.sold(state, other)),
    );
    add(
        "imports_by_partner",
        by_partner(sim, state, "imports by partner", |flows, other| flows.sold(other, state)),
    );
    for (id, account) in [
        ("treasury", Account::State(state)),
        ("private_money", Account::Private(state)),
        ("reserves_held", Account::Reserves(state)),
    ] {
        add(id, of_balance(&account_balance(sim, id, account)));
    }
    for (good, def) in sim.content().goods.iter() {
        add(&format!("price.{}", def.id), price(sim, state, good, before));
        add(&format!("stock.{}", def.id), of_balance(&good_balance(sim, state, good)));
    }
    list
}

/// The number of this name.
///
/// # Errors
/// A sentence that says what there is instead.
pub fn stat(sim: &Simulation, state: PolityId, before: &LastMonth, id: &str) -> Result<Stat, String> {
    let mut all = stats(sim, state, before);
    if let Some(place) = all.iter().position(|stat| stat.id == id) {
        return Ok(all.swap_remove(place));
    }
    let names: Vec<&str> = all.iter().map(|stat| stat.id.as_str()).collect();
    let near = nearest(id, names.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
    Err(format!(
        "no number named `{id}` of this state now{}\nthere are: {}",
        near.unwrap_or_default(),
        names.join(", ")
    ))
}

/// What the inspector shows.
fn shown(sim: &Simulation, state: PolityId) -> Vec<Stat> {
    let view = state_view(sim, state);
    let plain = |number: Explained| Stat { id: plain_name(&number.what), number };
    let of_budget = |number: Explained| {
        let name = plain_name(&number.what);
        Stat { id: if name.starts_with("budget") { name } else { format!("budget_{name}") }, number }
    };
    let gauges = [view.gauges.above, view.gauges.below, view.gauges.lead, view.gauges.ripeness];
    [view.people, view.product_per_head, view.growth]
        .into_iter()
        .chain(view.rule)
        .chain(view.life)
        .chain(view.economy)
        .map(plain)
        .chain(view.budget.into_iter().map(of_budget))
        .chain(view.might.into_iter().chain(gauges).chain([view.standing]).map(plain))
        .collect()
}

/// Product of the month by sector; what rounding by territory moves shows as a rest.
fn product_month(sim: &Simulation, state: PolityId) -> Explained {
    let roles = sim.get::<Roles>();
    let own: Vec<&Output> = sim
        .content()
        .territories
        .ids()
        .filter(|&id| sim.territory::<Owner>(id).polity() == state)
        .map(|id| sim.territory::<Output>(id))
        .collect();
    let value = own.iter().map(|output| output.value_added().real()).sum();
    let part = |(good, def): (GoodId, &crate::content::defs::GoodDef)| {
        let gross: f64 = own.iter().map(|output| output.gross(good).real()).sum();
        (def.name.clone(), gross * roles.value_added(good))
    };
    Explained::given("product of the month", value, Unit::Money)
        .meaning("Value added this month, at base prices, by sector.")
        .with_parts(How::Sum, sim.content().goods.iter().map(part))
}

fn productivity_growth(sim: &Simulation, state: PolityId) -> Explained {
    let mut terms = TermList::default();
    let value = explain_growth(sim.world(), state, &mut terms);
    Explained::given("growth of productivity", value.unwrap_or(f64::NAN), Unit::Growth)
        .meaning(format!(
            "What the coming month's growth would be, a year; last month's was {}.",
            signed(sim.polity::<Technology>(state).growth(), Unit::Growth)
        ))
        .with_terms(How::Sum, &terms)
}

/// A flow of the month by good.
fn by_good(sim: &Simulation, state: PolityId, id: &str, flow: GoodsFlow) -> Explained {
    let book = sim.get::<GoodsBook>();
    let parts: Vec<(String, f64)> = sim
        .content()
        .goods
        .iter()
        .map(|(good, def)| (def.name.clone(), book.flow(state, good, flow).real()))
        .collect();
    let value = parts.iter().map(|(_, value)| value).sum();
    Explained::given(id.replace('_', " "), value, Unit::Money)
        .meaning("This month, at base prices, by good.")
        .with_parts(How::Sum, parts)
}

/// Partners named one by one in a list of trade.
const PARTNERS: usize = 12;

/// Yearly trade by partner, largest first.
fn by_partner(
    sim: &Simulation,
    state: PolityId,
    what: &str,
    read: impl Fn(&TradeFlows, PolityId) -> f64,
) -> Explained {
    let (content, flows) = (sim.content(), sim.get::<TradeFlows>());
    let mut parts: Vec<(String, f64)> = content
        .polities
        .iter()
        .filter(|(other, _)| *other != state && sim.polity::<Status>(*other).is_alive())
        .map(|(other, def)| (def.name.clone(), read(flows, other)))
        .filter(|(_, value)| *value > 0.0)
        .collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let value = parts.iter().map(|(_, value)| value).sum();
    let others: f64 = parts.iter().skip(PARTNERS).map(|(_, value)| value).sum();
    parts.truncate(PARTNERS);
    if others > 0.0 {
        parts.push(("all others".into(), others));
    }
    Explained::given(what, value, Unit::MoneyAYear)
        .meaning("Yearly rate as recorded between the two, smoothed.")
        .with_parts(How::Sum, parts)
}

fn price(sim: &Simulation, state: PolityId, good: GoodId, before: &LastMonth) -> Explained {
    let now = sim.polity::<Prices>(state).of(good);
    let what = format!("price of {}", sim.content().goods[good].name.to_lowercase());
    let explained = Explained::given(what, now, Unit::Weight).meaning("Home price over base price.");
    let mut terms = TermList::default();
    match before.prices.get(good) {
        Some(&last) if sim.clock().played() > 0 => {
            explain_price(sim.world(), state, good, last, &mut terms);
            explained.with_terms(How::Sum, &terms)
        }
        _ => explained,
    }
}

/// A stock or account: what was there, and every flow.
fn of_balance(balance: &Balance) -> Explained {
    let opening = ("held when the month began".to_owned(), balance.opening as f64);
    let flows = balance.flows.iter().map(|line| (line.flow.replace('_', " "), line.amount as f64));
    Explained::given(balance.name.to_lowercase(), balance.closing as f64, Unit::Money)
        .with_parts(How::Sum, std::iter::once(opening).chain(flows))
}

/// A term as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatTerm {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: f64,
    /// The value in words, with its unit.
    pub words: String,
}

/// A number as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatRow {
    /// Id of the state.
    pub state: String,
    /// The month, as `1957-03`.
    pub month: String,
    /// Name of the number.
    pub stat: String,
    /// What it is.
    pub what: String,
    /// What it means; may be empty.
    pub means: String,
    /// The value; `None` = not known.
    pub value: Option<f64>,
    /// The value in words, with its unit.
    pub words: String,
    /// How the terms make it: `sum`, `drift` (they sum to a level towards which it moves), `ratio` (first over second), `larger`,
    /// `combined`, `given` (counted or set; terms only place it).
    pub how: &'static str,
    /// The terms.
    pub terms: Vec<StatTerm>,
    /// The sum of the terms, where they are summed. A rest that limits or later changes leave is the last term, so that a sum
    /// is the value.
    pub sum: Option<f64>,
}

impl Stat {
    /// The number as data, with what limits and later changes leave open as a term of its own.
    pub fn row(&self, sim: &Simulation, state: PolityId) -> StatRow {
        let number = &self.number;
        let term =
            |label: &str, value: f64, words: String| StatTerm { label: label.to_owned(), value, words };
        let mut terms: Vec<StatTerm> =
            number.terms.iter().map(|one| term(&one.label, one.value, number.shown_term(one))).collect();
        let rest = number.open_rest();
        if rest.abs() > 1e-9 * number.value.abs().max(1e-3) {
            terms.push(term(super::words::text!("how.rest"), rest, signed(rest, number.unit)));
        }
        let summed = matches!(number.how, How::Sum | How::Drift) && !terms.is_empty();
        let sum = summed.then(|| terms.iter().map(|one| one.value).sum());
        StatRow {
            state: sim.content().polities[state].id.clone(),
            month: sim.clock().now().iso(),
            stat: self.id.clone(),
            what: number.what.clone(),
            means: number.words.clone(),
            value: number.value.is_finite().then_some(number.value),
            words: number.shown(),
            how: match number.how {
                How::Sum => "sum",
                How::Drift => "drift",
                How::Ratio => "ratio",
                How::Larger => "larger",
                How::Combined => "combined",
                How::Given => "given",
            },
            terms,
            sum,
        }
    }
}

impl StatRow {
    /// The number as a text table, each term in words and in full.
    pub fn table(&self, unit: Unit) -> String {
        let full = |value: f64| format!("{value:>20.6}");
        let mut lines = vec![format!("{}, {}: {} {}", self.state, self.month, self.what, self.words)];
        if !self.means.is_empty() {
            lines.push(self.means.clone());
        }
        let line =
            |label: &str, words: &str, value: f64| format!("  {label:<40} {words:>22} {}", full(value));
        lines.extend(self.terms.iter().map(|term| line(&term.label, &term.words, term.value)));
        let end = match self.how {
            "sum" => "adds up to",
            "drift" => "the level towards which it moves",
            "ratio" => "the first over the second gives",
            "larger" => "the larger counts",
            "combined" => "combine to",
            _ => "stands at",
        };
        match (self.sum, self.value) {
            (Some(sum), _) => lines.push(line(end, &figure(sum, unit), sum)),
            (None, Some(value)) => lines.push(line(end, &self.words, value)),
            (None, None) => lines.push(self.words.clone()),
        }
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(plain_name("product per head"), "product_per_head");
        assert_eq!(plain_name("taxes, levies, profits"), "taxes_levies_profits");
        assert_eq!(plain_name("  (odd)  "), "odd");
    }
}
