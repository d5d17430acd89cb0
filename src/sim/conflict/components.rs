//! Components and resources that conflict owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{WarAim, WarKind};
use crate::sim::population::Seat;

/// Armed forces of a polity.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Forces {
    /// Military capital, thousands of 2011 dollars: arms and trained men.
    pub(in crate::sim) strength: f64,
    /// Warheads.
    pub(in crate::sim) warheads: f64,
    /// Weariness of war at home (0–1).
    pub(in crate::sim) weariness: f64,
    /// Share of the forces bound abroad or in wars (0–1).
    pub(in crate::sim) bound: f64,
}

impl Forces {
    /// Military capital, thousands of 2011 dollars.
    pub fn strength(&self) -> f64 {
        self.strength
    }
    /// Warheads.
    pub fn warheads(&self) -> f64 {
        self.warheads
    }
    /// Weariness of war at home (0–1).
    pub fn weariness(&self) -> f64 {
        self.weariness
    }
}

/// One side of a war.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WarSide {
    /// States, the leading one first.
    pub polities: Vec<PolityId>,
    /// Movements.
    pub movements: Vec<MovementId>,
}

impl WarSide {
    /// Whether a seat fights on this side.
    pub fn has(&self, seat: Seat) -> bool {
        match seat {
            Seat::Polity(id) => self.polities.contains(&id),
            Seat::Movement(id) => self.movements.contains(&id),
        }
    }
    /// Who leads the side.
    pub fn leader(&self) -> Option<Seat> {
        self.polities
            .first()
            .map(|&id| Seat::Polity(id))
            .or_else(|| self.movements.first().map(|&id| Seat::Movement(id)))
    }
}

/// A war that is being fought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct War {
    /// Number in this history.
    pub number: u32,
    /// How it is counted.
    pub kind: WarKind,
    /// What the attacker fights for; never left open.
    pub aim: WarAim,
    /// The side that began it.
    pub attacker: WarSide,
    /// The other side.
    pub defender: WarSide,
    /// Territories fought over.
    pub over: Vec<TerritoryId>,
    /// When it began.
    pub since: Month,
    /// Position of the front: 0 = the defender holds all, 1 = the attacker does.
    pub front: f64,
    /// Killed so far.
    pub dead: i64,
}

/// All wars being fought.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Wars {
    pub(in crate::sim) list: Vec<War>,
    pub(in crate::sim) next: u32,
    /// Numbers of those to which go-betweens have come this month, to ask a leader in the next.
    pub(in crate::sim) sounded: Vec<u32>,
}

impl Wars {
    /// All, oldest first.
    pub fn list(&self) -> &[War] {
        &self.list
    }
    /// Whether two seats stand on opposite sides of a war.
    pub fn between(&self, a: Seat, b: Seat) -> Option<&War> {
        self.list.iter().find(|war| {
            (war.attacker.has(a) && war.defender.has(b)) || (war.attacker.has(b) && war.defender.has(a))
        })
    }
    /// Whether go-betweens are at work in the war of a number.
    pub fn go_betweens_at(&self, number: u32) -> bool {
        self.sounded.contains(&number)
    }
    /// Whether a seat fights anywhere.
    pub fn fights(&self, seat: Seat) -> bool {
        self.list.iter().any(|war| war.attacker.has(seat) || war.defender.has(seat))
    }
}
