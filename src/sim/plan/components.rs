//! Components that planning owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::sim::population::PerGood;

/// The plan of a country; in market countries only the investment mix counts.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Share of output that is coordinated by plan (0–1).
    pub(in crate::sim) planned: f64,
    /// Share of investment by sector (sums to 1).
    pub(in crate::sim) mix: PerGood<f64>,
    /// Monthly target by sector, gross output.
    pub(in crate::sim) target: PerGood<f64>,
    /// Share of intermediate demand that could not be met (0–1), smoothed.
    pub(in crate::sim) shortage: f64,
    /// How much reports exceed the truth (0.05 = 5 %).
    pub(in crate::sim) padding: f64,
}

impl Plan {
    /// Share of output that is coordinated by plan (0–1).
    pub fn planned(&self) -> f64 {
        self.planned
    }
    /// Share of intermediate demand that could not be met (0–1), smoothed.
    pub fn shortage(&self) -> f64 {
        self.shortage
    }
    /// How much reports exceed the truth (0.05 = 5 %).
    pub fn padding(&self) -> f64 {
        self.padding
    }
}
