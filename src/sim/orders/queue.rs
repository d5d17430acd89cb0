//! Orders that wait.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::Month;
use crate::content::vocabulary::{Ids, Order};
use crate::sim::population::Seat;

use super::blockers::Blocker;

/// The number of an order in its history; unique, rising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u32);

/// An order given: what, by whom, and when it is to be resolved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// The month in which it is resolved.
    pub month: Month,
    /// The round of a crisis in that month; 0 outside crises.
    pub round: u8,
    /// Who gives it.
    pub issuer: Seat,
    /// Its number.
    pub sequence: Seq,
    /// What is ordered.
    pub order: Order<Ids>,
}

/// Orders that wait to be resolved.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderQueue {
    waiting: Vec<Given>,
    next: u32,
}

impl OrderQueue {
    /// Takes down an order.
    pub(in crate::sim) fn give(&mut self, month: Month, issuer: Seat, order: Order<Ids>) -> Seq {
        let sequence = Seq(self.next);
        self.next += 1;
        self.waiting.push(Given { month, round: 0, issuer, sequence, order });
        sequence
    }

    /// Takes an order back; false if it is not waiting.
    pub(in crate::sim) fn take_back(&mut self, sequence: Seq) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|given| given.sequence != sequence);
        self.waiting.len() < before
    }

    /// Everything that waits.
    pub fn pending(&self) -> &[Given] {
        &self.waiting
    }

    /// Takes out what is due for a month and round.
    pub(in crate::sim) fn due(&mut self, month: Month, round: u8) -> Vec<Given> {
        let is_due = |given: &Given| given.month <= month && given.round == round;
        let (due, waiting) = std::mem::take(&mut self.waiting).into_iter().partition(is_due);
        self.waiting = waiting;
        due
    }
}

/// An order that was refused, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The order.
    pub given: Given,
    /// Everything that blocked it.
    pub blockers: Vec<Blocker>,
}

/// Orders refused this month.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Refusals {
    /// The refusals, in the order of resolution.
    pub(in crate::sim) list: Vec<Refusal>,
}

impl Refusals {
    /// The refusals, in the order of resolution.
    pub fn list(&self) -> &[Refusal] {
        &self.list
    }
}
