//! Components that planning owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::GoodId;
use crate::content::vocabulary::FormOfRule;
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
    /// The form of rule under which the country was planned last month.
    pub(in crate::sim) form: Option<FormOfRule>,
    /// Share of output under plan to which the country is moving.
    pub(in crate::sim) bound_for: f64,
}

impl Plan {
    /// Share of output that is coordinated by plan (0–1).
    pub fn planned(&self) -> f64 {
        self.planned
    }
    /// Share of investment that goes to a sector (0–1).
    pub fn mix(&self, good: GoodId) -> f64 {
        self.mix[good]
    }
    /// Monthly target of a sector, gross output.
    pub fn target(&self, good: GoodId) -> f64 {
        self.target[good]
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

/// What each form of rule is used to, read off the archetypes made for it. Derived at the start, never saved.
#[derive(Resource, Debug, Clone, PartialEq)]
pub struct FormNorms {
    /// By form of rule, in the order of `FormOfRule::ALL`.
    pub(in crate::sim) of: Vec<FormNorm>,
}

/// What one form of rule is used to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FormNorm {
    /// Mean share of output under plan of the archetypes made first of all for it.
    pub(in crate::sim) planned: f64,
    /// Mean shares of the product: taxes, investment, welfare; `None` where no archetype is made for the form.
    pub(in crate::sim) shares: Option<[f64; 3]>,
}
