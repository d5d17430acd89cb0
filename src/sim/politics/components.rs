//! Components that politics owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, MovementId, PolityId};
use crate::content::vocabulary::{Class, FormOfRule};
use crate::sim::population::Seat;

use super::rules::{Constitution, Holders, Pressing, legal_road};

/// How a polity stands.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// A state of its own.
    Sovereign,
    /// Ruled from abroad.
    Dependent {
        /// By whom.
        of: PolityId,
    },
    /// Held by foreign troops.
    Occupied {
        /// By whom.
        by: PolityId,
    },
    /// Not in being.
    Dormant,
}

impl Status {
    /// Whether it is a state of its own.
    pub fn is_sovereign(self) -> bool {
        self == Self::Sovereign
    }
    /// Whether it is in being at all.
    pub fn is_alive(self) -> bool {
        self != Self::Dormant
    }
    /// Who rules it from abroad.
    pub fn ruler(self) -> Option<PolityId> {
        match self {
            Self::Dependent { of } => Some(of),
            Self::Occupied { by } => Some(by),
            Self::Sovereign | Self::Dormant => None,
        }
    }
}

/// The government of a polity.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Government {
    /// Form of rule.
    pub(in crate::sim) form: FormOfRule,
    /// Weight of each class in the ruling coalition (sums to 1).
    pub(in crate::sim) coalition: [f64; Class::COUNT],
    /// Legitimacy (0–1).
    pub(in crate::sim) legitimacy: f64,
    /// Cohesion of the ruling circle (0–1).
    pub(in crate::sim) cohesion: f64,
    /// Ossification of the apparatus (0–1).
    pub(in crate::sim) ossification: f64,
    /// Capacity to repress (0–1).
    pub(in crate::sim) repression: f64,
    /// Share of adults with a vote that counts (0–1).
    pub(in crate::sim) franchise: f64,
    /// Political capital to spend on orders (0–10).
    pub(in crate::sim) authority: f64,
    /// Self-rule granted to a dependency (0–1).
    pub(in crate::sim) self_rule: f64,
    /// When the form of rule last changed.
    pub(in crate::sim) since: Month,
    /// The movement that came to power with it, if one did.
    pub(in crate::sim) led_by: Option<MovementId>,
    /// Trust, or distrust, that no current cause explains: what founders and the past have left behind; it fades.
    pub(in crate::sim) heritage: f64,
}

impl Government {
    /// Form of rule.
    pub fn form(&self) -> FormOfRule {
        self.form
    }
    /// Weight of each class in the ruling coalition (sums to 1).
    pub fn coalition(&self) -> &[f64; Class::COUNT] {
        &self.coalition
    }
    /// Legitimacy (0–1).
    pub fn legitimacy(&self) -> f64 {
        self.legitimacy
    }
    /// Cohesion of the ruling circle (0–1).
    pub fn cohesion(&self) -> f64 {
        self.cohesion
    }
    /// Ossification of the apparatus (0–1).
    pub fn ossification(&self) -> f64 {
        self.ossification
    }
    /// Capacity to repress (0–1).
    pub fn repression(&self) -> f64 {
        self.repression
    }
    /// Share of adults with a vote that counts (0–1).
    pub fn franchise(&self) -> f64 {
        self.franchise
    }
    /// How far the law leaves those who are not in power a road here (0–1), under a ruler from abroad or none.
    pub fn legal_road(&self, ruler: Option<&Self>) -> f64 {
        legal_road(&self.constitution(), ruler.map(Self::franchise))
    }
    /// Who answers to whom.
    pub fn constitution(&self) -> Constitution {
        Constitution {
            franchise: self.franchise,
            repression: self.repression,
            landowners: self.coalition[Class::Landowners.index()],
        }
    }
    /// Political capital to spend on orders (0–10).
    pub fn authority(&self) -> f64 {
        self.authority
    }
    /// Self-rule granted to a dependency (0–1).
    pub fn self_rule(&self) -> f64 {
        self.self_rule
    }
    /// When the form of rule last changed.
    pub fn since(&self) -> Month {
        self.since
    }
    /// The movement that came to power with it, if one did.
    pub fn led_by(&self) -> Option<MovementId> {
        self.led_by
    }
}

/// How a dependency is held: what presses for independence, and how much its ruler wants to stay.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Holding {
    /// Pressure for independence (0 and more).
    pub(in crate::sim) pressure: f64,
    /// The ruler's will to hold it (may fall below 0).
    pub(in crate::sim) will: f64,
    /// Cost of holding it, as a share of the ruler's product.
    pub(in crate::sim) cost: f64,
    /// What presses.
    pub(in crate::sim) pressing: Pressing,
    /// What makes the ruler hold on.
    pub(in crate::sim) holders: Holders,
}

impl Holding {
    /// What presses for independence.
    pub fn pressing(&self) -> &Pressing {
        &self.pressing
    }
    /// What makes the ruler hold on.
    pub fn holders(&self) -> &Holders {
        &self.holders
    }
    /// Pressure for independence (0 and more).
    pub fn pressure(&self) -> f64 {
        self.pressure
    }
    /// The ruler's will to hold it.
    pub fn will(&self) -> f64 {
        self.will
    }
    /// Cost of holding it, as a share of the ruler's product.
    pub fn cost(&self) -> f64 {
        self.cost
    }
}

/// The legal owner of a territory.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner(pub(in crate::sim) PolityId);

impl Owner {
    /// The polity that owns it in law; a dependency owns its own ground under its ruler.
    pub fn polity(self) -> PolityId {
        self.0
    }
}

/// A share of a territory held by one side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ControlShare {
    /// Who holds it.
    pub by: Seat,
    /// How much (0–1).
    pub share: f64,
}

/// Who holds how much of a territory besides its owner; the owner holds the rest.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Control {
    /// Up to four others.
    pub(in crate::sim) others: [Option<ControlShare>; 4],
}

impl Control {
    /// The others with their shares.
    pub fn others(&self) -> impl Iterator<Item = ControlShare> + '_ {
        self.others.iter().flatten().copied()
    }
    /// What is left to the owner (0–1).
    pub fn owners(&self) -> f64 {
        (1.0 - self.others().map(|other| other.share).sum::<f64>()).max(0.0)
    }
    /// Sets the share of one side; the shares of all others together never exceed 1. When four others hold ground
    /// already, the smallest of them gives way.
    pub(in crate::sim) fn set(&mut self, seat: Seat, share: f64) {
        let taken: f64 = self.others().filter(|other| other.by != seat).map(|other| other.share).sum();
        let share = share.clamp(0.0, (1.0 - taken).max(0.0));
        let known = self.others.iter().position(|slot| slot.is_some_and(|other| other.by == seat));
        if share <= 0.0 {
            if let Some(slot) = known {
                self.others[slot] = None;
            }
            return;
        }
        let size = |slot: &Option<ControlShare>| slot.map_or(0.0, |other| other.share);
        let smallest = (0..self.others.len())
            .min_by(|&a, &b| size(&self.others[a]).total_cmp(&size(&self.others[b])))
            .unwrap_or(0);
        self.others[known.unwrap_or(smallest)] = Some(ControlShare { by: seat, share });
    }
    /// The share of one side (0–1).
    pub fn of(&self, seat: Seat) -> f64 {
        self.others().find(|other| other.by == seat).map_or(0.0, |other| other.share)
    }
}
