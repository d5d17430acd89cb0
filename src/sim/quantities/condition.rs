//! The one evaluator of conditions.

use crate::content::vocabulary::{Condition, Ids};
use crate::sim::population::Seat;

use super::evaluate::{Binding, Eyes, read, resolve};
use super::facts::Facts;

/// What only the one who shows the game knows: selections, panels, answers.
pub trait Interface {
    /// Whether the player has selected someone on the map.
    fn selected(&self, seat: Seat) -> bool;
    /// Whether a panel is open (by its registered widget name).
    fn panel_open(&self, name: &str) -> bool;
    /// Whether a question of the mission is answered.
    fn answered(&self, question: &str) -> bool;
}

/// No player, no panels: for events, doctrines and headless runs.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoInterface;

impl Interface for NoInterface {
    fn selected(&self, _seat: Seat) -> bool {
        false
    }
    fn panel_open(&self, _name: &str) -> bool {
        false
    }
    fn answered(&self, _question: &str) -> bool {
        false
    }
}

/// Whether a condition holds, through the eyes given.
pub fn holds(
    facts: &Facts,
    condition: &Condition<Ids>,
    binding: Binding,
    eyes: Eyes,
    interface: &impl Interface,
) -> bool {
    let value = |what| read(facts, what, binding, eyes);
    match condition {
        Condition::Always => true,
        Condition::AtLeast { what, is } => value(what) >= *is,
        Condition::Below { what, is } => value(what) < *is,
        Condition::MoreThan { what, than } => value(what) > value(than),
        Condition::All { of } => of.iter().all(|one| holds(facts, one, binding, eyes, interface)),
        Condition::Any { of } => of.iter().any(|one| holds(facts, one, binding, eyes, interface)),
        Condition::Not { that } => !holds(facts, that, binding, eyes, interface),
        Condition::Sovereign { who } => match resolve(facts, who, binding) {
            Some(Seat::Polity(id)) => facts.polities[id].sovereign(),
            _ => false,
        },
        Condition::Selected { who } => {
            resolve(facts, who, binding).is_some_and(|seat| interface.selected(seat))
        }
        Condition::PanelOpen { name } => interface.panel_open(name),
        Condition::Answered { question } => interface.answered(question),
    }
}
