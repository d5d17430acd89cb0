//! Classes over the territories of a state, weighted by people.

use crate::base::{TerritoryId, math};
use crate::content::vocabulary::{Class, Current};
use crate::sim::Simulation;
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::Government;
use crate::sim::society::{Classes, grievance_terms};
use crate::view::gauges::{CurrentSlice, current_bar};
use crate::view::territory::{ClassRowView, class_row, currents};
use crate::view::words::{label, text};
use crate::view::{Explained, How, Unit};

/// A class of a state.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassLine {
    /// Which class.
    pub class: Class,
    /// Share of the people (0–1).
    pub share: f64,
    /// How many they are.
    pub people: Explained,
    /// Income per head, over the average of the start.
    pub income: Explained,
    /// Income expected, in the same measure.
    pub expected: Explained,
    /// Income over what is expected.
    pub standard: Explained,
    /// Grievance (0–1), with what weighs in it.
    pub grievance: Explained,
    /// Organisation (0–1).
    pub organisation: Explained,
    /// Lean over the six currents (sums to 1), in their order.
    pub currents: [f64; Current::COUNT],
    /// Weight in the ruling coalition (0–1).
    pub in_power: f64,
}

impl ClassLine {
    /// The currents it leans to, largest first.
    pub fn leans(&self) -> Vec<CurrentSlice> {
        current_bar(&self.currents)
    }
}

/// A territory in short, with its classes.
#[derive(Debug, Clone, PartialEq)]
pub struct TerritoryLine {
    /// Which.
    pub id: TerritoryId,
    /// Its name.
    pub name: String,
    /// How many live there.
    pub people: f64,
    /// Income over what is expected, over all classes.
    pub standard: f64,
    /// Grievance over all classes (0–1).
    pub grievance: f64,
    /// Organisation over all classes (0–1).
    pub organisation: f64,
    /// Currents, largest first.
    pub currents: Vec<CurrentSlice>,
    /// Its classes.
    pub classes: Vec<ClassRowView>,
}

/// All classes of some territories.
pub(super) fn lines(
    sim: &Simulation,
    territories: &[TerritoryId],
    government: &Government,
) -> Vec<ClassLine> {
    Class::ALL.iter().map(|&class| line(sim, territories, government, class)).collect()
}

fn line(sim: &Simulation, territories: &[TerritoryId], government: &Government, class: Class) -> ClassLine {
    let book = sim.get::<PeopleBook>();
    let row = |territory: TerritoryId| sim.territory::<Classes>(territory).of(class);
    let many = |territory: TerritoryId| book.people(territory).real() * row(territory).share();
    let all: f64 = territories.iter().map(|&territory| book.people(territory).real()).sum();
    let here: f64 = territories.iter().map(|&territory| many(territory)).sum();
    let mean = |value: &dyn Fn(TerritoryId) -> f64| {
        let sum: f64 = territories.iter().map(|&territory| many(territory) * value(territory)).sum();
        math::ratio_or(sum, here, 0.0)
    };
    let income = mean(&|territory| row(territory).income());
    let expected = mean(&|territory| row(territory).expected());
    let number = |what: &str, value, unit, means: &str| Explained::given(what, value, unit).meaning(means);
    let named =
        |&territory: &TerritoryId| (sim.content().territories[territory].name.clone(), many(territory));
    let mut parts: Vec<_> = territories.iter().map(named).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    parts.truncate(MOST_PARTS);
    ClassLine {
        class,
        share: math::ratio_or(here, all, 0.0),
        people: number(class.words(), here, Unit::People, meaning(class)).with_parts(How::Given, parts),
        income: number(text!("so.income"), income, Unit::Weight, text!("so.income.means")),
        expected: number(text!("so.expected"), expected, Unit::Weight, text!("so.expected.means")),
        standard: number(
            text!("so.standard"),
            math::ratio_or(income, expected, 1.0),
            Unit::Weight,
            text!("so.standard.means"),
        )
        .with_parts(
            How::Ratio,
            [(text!("so.income").to_owned(), income), (text!("so.expected").to_owned(), expected)],
        ),
        grievance: grievance(sim, territories, class, mean(&|territory| row(territory).grievance()), &mean),
        organisation: number(
            text!("so.organisation"),
            mean(&|territory| row(territory).organisation()),
            Unit::Index,
            text!("so.organisation.means"),
        ),
        currents: std::array::from_fn(|current| mean(&|territory| row(territory).currents()[current])),
        in_power: government.coalition()[class.index()],
    }
}

/// Territories that are named where a number opens.
const MOST_PARTS: usize = 8;

/// Grievance with the mean of the terms of each territory, by people.
fn grievance(
    sim: &Simulation,
    territories: &[TerritoryId],
    class: Class,
    value: f64,
    mean: &dyn Fn(&dyn Fn(TerritoryId) -> f64) -> f64,
) -> Explained {
    let shown =
        Explained::given(text!("so.grievance"), value, Unit::Index).meaning(text!("so.grievance.means"));
    let terms = |territory| grievance_terms(sim.world(), territory, class);
    let Some(first) = territories.first().and_then(|&territory| terms(territory)) else { return shown };
    let of = |key: &str, territory| {
        let found = terms(territory);
        let value = found.iter().flat_map(|terms| terms.as_slice()).find(|term| term.label == key);
        value.map_or(0.0, |term| term.value)
    };
    let part = |key: &'static str| (label(key), mean(&|territory| of(key, territory)));
    let parts = first.as_slice().iter().map(|term| part(term.label)).filter(|(_, value)| value.abs() > 5e-4);
    shown.with_parts(How::Drift, parts)
}

fn meaning(class: Class) -> &'static str {
    Class::DOCS[class.index()].1.trim()
}

/// A territory in short.
pub(super) fn territory(sim: &Simulation, id: TerritoryId) -> TerritoryLine {
    let classes = sim.territory::<Classes>(id);
    let over_all = |value: fn(&crate::sim::society::ClassRow) -> f64| {
        classes.iter().map(|(_, row)| row.share() * value(row)).sum::<f64>()
    };
    TerritoryLine {
        id,
        name: sim.content().territories[id].name.clone(),
        people: sim.get::<PeopleBook>().people(id).real(),
        standard: over_all(|row| math::ratio_or(row.income(), row.expected(), 1.0).min(2.0)),
        grievance: over_all(|row| row.grievance()),
        organisation: over_all(|row| row.organisation()),
        currents: current_bar(&currents(classes)),
        classes: classes.iter().map(|(class, row)| class_row(class, row)).collect(),
    }
}
