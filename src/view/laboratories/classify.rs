//! Which of the declared outcomes a history shows.

use crate::base::{DoctrineId, GoodId, MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::defs::LaboratoryDef;
use crate::content::vocabulary::{Condition, Ids, MapRefs, Order, Trace};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::quantities::{Binding, Eyes, Facts, NoInterface, holds};
use crate::sim::{Seat, Simulation};
use crate::view::facts::{Tale, told};

/// A history of a laboratory while it runs: which of the conditions that are asked month by month have held.
pub struct Watch<'l> {
    lab: &'l LaboratoryDef,
    asked: Vec<&'l Condition<Ids>>,
    held: Vec<bool>,
}

/// What the end of a history is read from.
struct End<'a> {
    facts: Facts<'a>,
    tales: Vec<Tale>,
    orders: Vec<(Seat, &'a Order<Ids>)>,
}

impl<'l> Watch<'l> {
    /// Opens the watch before the first month.
    pub fn begin(lab: &'l LaboratoryDef) -> Self {
        let asked: Vec<_> = lab.outcomes.iter().flat_map(|outcome| outcome.when.asked_monthly()).collect();
        let held = vec![false; asked.len()];
        Self { lab, asked, held }
    }

    /// Asks at the end of a month.
    pub fn note_month(&mut self, sim: &Simulation) {
        if self.held.iter().all(|held| *held) {
            return;
        }
        let facts = Facts::gather(sim.world());
        for (condition, held) in self.asked.iter().zip(&mut self.held) {
            *held = *held || is_true(&facts, condition);
        }
    }

    /// The place of the first outcome that the history shows; one past the last if it shows none.
    pub fn outcome(&self, sim: &Simulation) -> usize {
        let entries = sim.get::<Chronicle>().entries();
        let end = End {
            facts: Facts::gather(sim.world()),
            tales: entries.iter().filter_map(|entry| told(sim.content(), &entry.fact)).collect(),
            orders: entries
                .iter()
                .filter_map(|entry| match &entry.fact {
                    Fact::OrderCarriedOut { by, order, .. } => Some((*by, order)),
                    _ => None,
                })
                .collect(),
        };
        let mut asked = 0;
        let shows = |outcome: &crate::content::defs::OutcomeDef| {
            let before = asked;
            asked += outcome.when.asked_monthly().len();
            end.shows(&outcome.when, &mut self.held[before..asked].iter())
        };
        self.lab.outcomes.iter().position(shows).unwrap_or(self.lab.outcomes.len())
    }
}

impl End<'_> {
    /// Whether the history shows a trace; `held` says of each condition asked month by month whether it ever held.
    fn shows(&self, trace: &Trace, held: &mut std::slice::Iter<'_, bool>) -> bool {
        match trace {
            Trace::Ends { when } => is_true(&self.facts, when),
            Trace::Once { .. } => held.next().copied().unwrap_or(false),
            Trace::Told { what, of, with } => self.tales.iter().any(|tale| {
                let fits = |wanted: &Option<PolityId>, found| wanted.is_none() || *wanted == found;
                tale.what == *what && fits(of, tale.of) && fits(with, tale.with)
            }),
            Trace::Ordered { what, by, to } => self.orders.iter().any(|(issuer, order)| {
                order.kind() == *what
                    && by.is_none_or(|by| *issuer == Seat::Polity(by))
                    && to.is_none_or(|to| named(order).contains(&to))
            }),
            // All are asked, so that each takes its own answers from the list.
            Trace::All { of } => of.iter().map(|one| self.shows(one, held)).fold(true, |all, one| all & one),
            Trace::Any { of } => of.iter().map(|one| self.shows(one, held)).fold(false, |any, one| any | one),
            Trace::Not { that } => !self.shows(that, held),
        }
    }
}

/// Whether a condition holds in truth.
fn is_true(facts: &Facts<'_>, condition: &Condition<Ids>) -> bool {
    let nobody = Binding { this: None, target: None, player: None };
    holds(facts, condition, nobody, Eyes::Truth, &NoInterface)
}

/// The states that an order names.
fn named(order: &Order<Ids>) -> Vec<PolityId> {
    let mut names = Names(Vec::new());
    let _ = order.map(&mut names);
    names.0
}

struct Names(Vec<PolityId>);

impl MapRefs<Ids, Ids> for Names {
    type Error = std::convert::Infallible;
    fn polity(&mut self, id: &PolityId) -> Result<PolityId, Self::Error> {
        self.0.push(*id);
        Ok(*id)
    }
    fn territory(&mut self, id: &TerritoryId) -> Result<TerritoryId, Self::Error> {
        Ok(*id)
    }
    fn movement(&mut self, id: &MovementId) -> Result<MovementId, Self::Error> {
        Ok(*id)
    }
    fn good(&mut self, id: &GoodId) -> Result<GoodId, Self::Error> {
        Ok(*id)
    }
    fn doctrine(&mut self, id: &DoctrineId) -> Result<DoctrineId, Self::Error> {
        Ok(*id)
    }
    fn organisation(&mut self, id: &OrganisationId) -> Result<OrganisationId, Self::Error> {
        Ok(*id)
    }
}
