//! Components that society owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::content::vocabulary::{Class, Current};

/// One class of one territory.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct ClassRow {
    /// Share of the territory's people (0–1).
    pub(in crate::sim) share: f64,
    /// Income per head and month, baskets of the start (1 = the territory's average at the start).
    pub(in crate::sim) income: f64,
    /// Income per head and month that is expected.
    pub(in crate::sim) expected: f64,
    /// Organisation (0–1).
    pub(in crate::sim) organisation: f64,
    /// Grievance (0–1).
    pub(in crate::sim) grievance: f64,
    /// Lean over currents (sums to 1).
    pub(in crate::sim) currents: [f64; Current::COUNT],
}

impl ClassRow {
    /// Share of the territory's people (0–1).
    pub fn share(&self) -> f64 {
        self.share
    }
    /// Income per head over the territory's average at the start.
    pub fn income(&self) -> f64 {
        self.income
    }
    /// Organisation (0–1).
    pub fn organisation(&self) -> f64 {
        self.organisation
    }
    /// Grievance (0–1).
    pub fn grievance(&self) -> f64 {
        self.grievance
    }
    /// Lean over currents (sums to 1).
    pub fn currents(&self) -> &[f64; Current::COUNT] {
        &self.currents
    }
}

/// The classes of a territory, in the order of [`Class::ALL`]; shares sum to 1.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Classes {
    pub(in crate::sim) rows: [ClassRow; Class::COUNT],
}

impl Classes {
    /// One class.
    pub fn of(&self, class: Class) -> &ClassRow {
        &self.rows[class.index()]
    }
    /// All classes with their rows.
    pub fn iter(&self) -> impl Iterator<Item = (Class, &ClassRow)> {
        Class::ALL.iter().copied().zip(&self.rows)
    }
}

/// How people of a country live, over its territories.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Living {
    /// Living standard over expectation (1 = as expected).
    pub(in crate::sim) standard: f64,
    /// Consumption per head and year, 2011 dollars.
    pub(in crate::sim) per_head: f64,
    /// Grievance over all classes (0–1).
    pub(in crate::sim) grievance: f64,
    /// Organisation over all classes (0–1).
    pub(in crate::sim) organisation: f64,
    /// Lean over currents (sums to 1).
    pub(in crate::sim) currents: [f64; Current::COUNT],
    /// Services had over services wanted (0–1).
    pub(in crate::sim) services: f64,
}

impl Living {
    /// Living standard over expectation (1 = as expected).
    pub fn standard(&self) -> f64 {
        self.standard
    }
    /// Consumption per head and year, 2011 dollars.
    pub fn per_head(&self) -> f64 {
        self.per_head
    }
    /// Grievance over all classes (0–1).
    pub fn grievance(&self) -> f64 {
        self.grievance
    }
    /// Lean over currents (sums to 1).
    pub fn currents(&self) -> &[f64; Current::COUNT] {
        &self.currents
    }
}
