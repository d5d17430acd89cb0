//! Changes of mind, tried: a deliberation held again on the same world with one weight or one belief of one option changed and
//! nothing else, to see whether the choice turns as its record says.

use crate::content::vocabulary::OrderKind;
use crate::sim::population::Seat;

use super::deliberate::{Mind, Place};
use super::record::Verdict;
use super::score::{Kept, score};
use super::systems::Numbered;
use super::what_if::{Change, changed, what_would_change};

/// A change of one option that is tried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Instead {
    place: Place,
    target: Option<Seat>,
    change: Change,
}

/// What came of trying the change that a record names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// Number of the decision.
    pub number: u32,
    /// Who decided.
    pub agent: Seat,
    /// Which kind of act.
    pub kind: OrderKind,
    /// Whether it had been chosen.
    pub chosen: bool,
    /// Whether the change turned the choice.
    pub flipped: bool,
}

impl Mind<'_> {
    /// The score of an option, or the one with the change that is tried in it.
    pub(super) fn as_tried(&self, seat: Seat, place: Place, target: Option<Seat>, is: f64) -> f64 {
        let here = |one: &&Instead| one.place == place && one.target == target;
        let Some(instead) = self.instead.as_ref().filter(here) else { return is };
        let policy = self.policy(place);
        let price = self.price_towards(seat, place, target);
        let mut kept = Kept::default();
        let binding = self.binding(seat, target);
        score(&self.facts, policy, self.weights(seat, place), price, binding, &mut kept);
        changed(&kept.terms[..kept.len], policy, price, &instead.change)
    }
}

impl Numbered {
    /// Tries what would have changed each decision noted since so many were, if changes are tried at all. `again` decides
    /// once more, and says whether an option is chosen.
    pub(super) fn try_changes(
        &mut self,
        mind: &mut Mind,
        since: usize,
        again: impl Fn(&Mind, Place, Option<Seat>) -> bool,
    ) {
        if !mind.tries {
            return;
        }
        for record in self.records.get(since..).unwrap_or_default() {
            let (Some(policy), Some(order)) = (record.policy, &record.order) else { continue };
            let place = Place { doctrine: record.doctrine, policy };
            let Some(change) = what_would_change(record, mind.policy(place)) else { continue };
            mind.instead = Some(Instead { place, target: record.target, change });
            let (now, chosen) = (again(mind, place, record.target), record.verdict == Verdict::Chosen);
            mind.instead = None;
            let (number, agent, kind) = (record.number, record.agent, order.kind());
            self.trials.push(Trial { number, agent, kind, chosen, flipped: now != chosen });
        }
    }
}
