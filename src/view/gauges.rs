//! Parts that several views share: the class bar, currents, and the three gauges of a revolutionary situation.

use crate::base::{PolityId, TerritoryId};
use crate::content::vocabulary::{Class, Current, FormOfRule};
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::{Situation, gauge_terms};
use crate::sim::politics::{Government, Owner, PoliticsRules, Status, crossroads_of, lean};
use crate::sim::society::Classes;
use crate::sim::{Simulation, TermList};

use super::words::text;
use super::{Explained, How, Unit};

/// A class in a class bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassSlice {
    /// Which class.
    pub class: Class,
    /// Share of the people (0–1).
    pub share: f64,
    /// Weight in the ruling coalition or front beside it (0–1), if one is shown.
    pub weight: Option<f64>,
}

/// A current in a bar of currents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurrentSlice {
    /// Which current.
    pub current: Current,
    /// Share of the people who lean to it (0–1).
    pub share: f64,
}

/// The three gauges and what they combine to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gauges {
    /// Those above cannot go on.
    pub above: Explained,
    /// Those below will not.
    pub below: Explained,
    /// There is someone to lead.
    pub lead: Explained,
    /// The three combined.
    pub ripeness: Explained,
}

impl Gauges {
    /// The gauges of a polity.
    pub fn of(sim: &Simulation, polity: PolityId) -> Self {
        let now = sim.polity::<Situation>(polity);
        let given =
            |what: &str, value, means: &str| Explained::given(what, value, Unit::Index).meaning(means);
        let names = [text!("g.above"), text!("g.below"), text!("g.lead")];
        let parts = names.map(str::to_owned).into_iter().zip([now.above(), now.below(), now.lead()]);
        let ripeness =
            given(text!("g.ripe"), now.ripeness(), text!("g.ripe.means")).with_parts(How::Combined, parts);
        let mut gauges = Self {
            above: given(names[0], now.above(), text!("g.above.means")),
            below: given(names[1], now.below(), text!("g.below.means")),
            lead: given(names[2], now.lead(), text!("g.lead.means")),
            ripeness,
        };
        if sim.polity::<Status>(polity).is_alive() {
            gauges.explain(sim, polity);
        }
        gauges
    }

    /// Adds the terms, from the same rules on the state of now; what has changed since the gauges were read this
    /// month shows as a rest.
    fn explain(&mut self, sim: &Simulation, polity: PolityId) {
        let terms = gauge_terms(sim.world(), polity);
        self.above = std::mem::take(&mut self.above).with_terms(How::Sum, &terms.above);
        self.below = std::mem::take(&mut self.below).with_terms(How::Sum, &terms.below);
        self.lead = std::mem::take(&mut self.lead).with_terms(How::Larger, &terms.lead);
    }
}

/// Which system draws a state that stands between them, with its terms.
pub fn path_of(sim: &Simulation, polity: PolityId) -> Option<Explained> {
    let form = sim.polity::<Government>(polity).form();
    let between = matches!(form, FormOfRule::NationalBourgeois | FormOfRule::CapitalistDependent);
    (between && sim.polity::<Status>(polity).is_sovereign()).then(|| {
        let mut terms = TermList::default();
        let pull = lean(&crossroads_of(sim.world(), polity), sim.get::<PoliticsRules>(), &mut terms);
        Explained::given(text!("g.path"), pull, Unit::Weight)
            .meaning(text!("g.path.means"))
            .with_terms(How::Sum, &terms)
    })
}

/// The territories that a polity owns, in id order.
pub fn territories_of(sim: &Simulation, polity: PolityId) -> Vec<TerritoryId> {
    let owned = |&id: &TerritoryId| sim.territory::<Owner>(id).polity() == polity;
    sim.content().territories.ids().filter(owned).collect()
}

/// People living in some territories.
pub fn people_of(sim: &Simulation, territories: &[TerritoryId]) -> f64 {
    let book = sim.get::<PeopleBook>();
    territories.iter().map(|&id| book.people(id).real()).sum()
}

/// The class bar of some territories, weighted by people; `weight` fills the weight beside each class.
pub fn class_bar(
    sim: &Simulation,
    territories: &[TerritoryId],
    weight: impl Fn(Class) -> Option<f64>,
) -> Vec<ClassSlice> {
    let people = people_of(sim, territories).max(1.0);
    let book = sim.get::<PeopleBook>();
    let share = |class: Class| -> f64 {
        let part = |&id: &TerritoryId| {
            sim.territory::<Classes>(id).of(class).share() * book.people(id).real() / people
        };
        territories.iter().map(part).sum()
    };
    Class::ALL.iter().map(|&class| ClassSlice { class, share: share(class), weight: weight(class) }).collect()
}

/// Currents from a table of shares, largest first.
pub fn current_bar(shares: &[f64; Current::COUNT]) -> Vec<CurrentSlice> {
    let mut slices: Vec<_> =
        Current::ALL.iter().zip(shares).map(|(&current, &share)| CurrentSlice { current, share }).collect();
    slices.sort_by(|a, b| b.share.total_cmp(&a.share));
    slices
}
