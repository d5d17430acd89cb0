//! Components that technology owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

/// Total productivity of a country; 1 = what its factors made at the start.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Technology {
    /// Level against the frontier (0–1).
    pub(in crate::sim) level: f64,
    /// Productivity now over productivity at the start.
    pub(in crate::sim) productivity: f64,
    /// Schooling: share of adults who can read (0–1).
    pub(in crate::sim) schooling: f64,
    /// Growth of productivity in the last month, as a yearly rate.
    pub(in crate::sim) growth: f64,
}

impl Technology {
    /// Level against the frontier (0–1).
    pub fn level(&self) -> f64 {
        self.level
    }
    /// Productivity now over productivity at the start.
    pub fn productivity(&self) -> f64 {
        self.productivity
    }
    /// Schooling: share of adults who can read (0–1).
    pub fn schooling(&self) -> f64 {
        self.schooling
    }
    /// Growth of productivity in the last month, as a yearly rate.
    pub fn growth(&self) -> f64 {
        self.growth
    }
}
