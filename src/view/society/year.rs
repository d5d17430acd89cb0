//! A year of people: births, deaths by cause, arrivals and departures, from the people's book.

use crate::base::TerritoryId;
use crate::sim::Simulation;
use crate::sim::ledger::{PeopleFlow, PeopleYear};
use crate::view::gauges::people_of;
use crate::view::words::{fill, text};
use crate::view::{Explained, How, Unit};

/// One flow of people.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleLine {
    /// Which.
    pub flow: PeopleFlow,
    /// How many, with the territories where most of them were; losses are below zero.
    pub number: Explained,
    /// The same per 1,000 people and year.
    pub per_thousand: f64,
}

/// Births, deaths and moves of the last year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeopleYearView {
    /// Months it spans: twelve, or fewer in the first year.
    pub months: u32,
    /// What it spans, and what stands where, in sentences.
    pub says: Vec<String>,
    /// All flows, in their order.
    pub lines: Vec<PeopleLine>,
    /// What they come to.
    pub change: Explained,
}

/// Territories that are named where a flow opens.
const MOST_PARTS: usize = 8;

pub(super) fn year(sim: &Simulation, territories: &[TerritoryId]) -> PeopleYearView {
    let year = sim.get::<PeopleYear>();
    let months = year.months();
    let people = people_of(sim, territories);
    let lines: Vec<PeopleLine> = PeopleFlow::ALL
        .into_iter()
        .map(|flow| {
            let sign = if flow.comes_in() { 1.0 } else { -1.0 };
            let here = |&territory: &TerritoryId| sign * year.flow(territory, flow).real();
            let named = |id: &TerritoryId| (sim.content().territories[*id].name.clone(), here(id));
            let mut parts: Vec<_> = territories.iter().map(named).filter(|(_, many)| *many != 0.0).collect();
            parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            parts.truncate(MOST_PARTS);
            let many: f64 = territories.iter().map(here).sum();
            let number = Explained::given(flow_words(flow), many, Unit::People).meaning(flow_means(flow));
            let yearly = if months == 0 { 0.0 } else { many * 12.0 / f64::from(months) };
            let per_thousand = if people > 0.0 { 1000.0 * yearly / people } else { 0.0 };
            PeopleLine { flow, number: number.with_parts(How::Given, parts), per_thousand }
        })
        .collect();
    let parts = lines.iter().map(|line| (line.number.what.clone(), line.number.value));
    let change: f64 = lines.iter().map(|line| line.number.value).sum();
    let change = Explained::given(text!("so.change"), change, Unit::People)
        .meaning(text!("so.change.means"))
        .with_parts(How::Sum, parts.filter(|(_, many)| *many != 0.0));
    let mut says = vec![match months {
        12 => text!("so.year").to_owned(),
        0 => text!("so.no_month").to_owned(),
        months => fill(text!("so.months"), &[("n", &months.to_string())]),
    }];
    if territories.len() > 1 {
        says.push(text!("so.moves_inside").to_owned());
    }
    PeopleYearView { months, says, lines, change }
}

/// A flow in words.
pub(super) fn flow_words(flow: PeopleFlow) -> &'static str {
    match flow {
        PeopleFlow::Births => text!("so.Births"),
        PeopleFlow::Deaths => text!("so.Deaths"),
        PeopleFlow::War => text!("so.War"),
        PeopleFlow::Famine => text!("so.Famine"),
        PeopleFlow::Repression => text!("so.Repression"),
        PeopleFlow::Arrivals => text!("so.Arrivals"),
        PeopleFlow::Departures => text!("so.Departures"),
    }
}

fn flow_means(flow: PeopleFlow) -> &'static str {
    match flow {
        PeopleFlow::Births => text!("so.Births.means"),
        PeopleFlow::Deaths => text!("so.Deaths.means"),
        PeopleFlow::War => text!("so.War.means"),
        PeopleFlow::Famine => text!("so.Famine.means"),
        PeopleFlow::Repression => text!("so.Repression.means"),
        PeopleFlow::Arrivals => text!("so.Arrivals.means"),
        PeopleFlow::Departures => text!("so.Departures.means"),
    }
}
