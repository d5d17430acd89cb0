//! Components and resources that perception owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::PolityId;

/// How a polity sees the balance between its own system and the other.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Outlook {
    /// Correlation of forces (0–1; 0.5 = even).
    pub(in crate::sim) correlation: f64,
    /// Its terms: economic, military, nuclear, demographic, cohesion, movements, prestige (each 0–1).
    pub(in crate::sim) terms: [f64; 7],
    /// The polity feared most.
    pub(in crate::sim) rival: Option<PolityId>,
    /// The polity trusted and leaned on most.
    pub(in crate::sim) patron: Option<PolityId>,
}

impl Outlook {
    /// Names of the terms, in order.
    pub const TERMS: [&'static str; 7] =
        ["economic", "military", "nuclear", "demographic", "cohesion", "movements", "prestige"];

    /// Correlation of forces as this polity sees it (0–1; 0.5 = even).
    pub fn correlation(&self) -> f64 {
        self.correlation
    }
    /// Its terms, in the order of [`Outlook::TERMS`] (each 0–1).
    pub fn terms(&self) -> &[f64; 7] {
        &self.terms
    }
    /// The polity feared most.
    pub fn rival(&self) -> Option<PolityId> {
        self.rival
    }
    /// The polity trusted and leaned on most.
    pub fn patron(&self) -> Option<PolityId> {
        self.patron
    }
}

/// The world as a whole.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct WorldMood {
    /// World tension (0–1).
    pub(in crate::sim) tension: f64,
}

impl WorldMood {
    /// World tension (0–1).
    pub fn tension(&self) -> f64 {
        self.tension
    }
}
