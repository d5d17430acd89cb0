//! Components that market co-ordination owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Id, math};
use crate::sim::population::PerGood;

/// Enterprises, banks and money of a country.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Market {
    /// How far few firms share a sector (0 = many small ones, 1 = one).
    pub(in crate::sim) concentration: PerGood<f64>,
    /// The same over all sectors, by output, at the start.
    pub(in crate::sim) concentration_start: f64,
    /// The same over all sectors now.
    pub(in crate::sim) concentration_mean: f64,
    /// Capital in use when concentration was last looked at.
    pub(in crate::sim) capital_seen: f64,
    /// Profit over capital by sector, yearly, smoothed.
    pub(in crate::sim) profit: PerGood<f64>,
    /// Owed by enterprises and households to banks at home, over the yearly product.
    pub(in crate::sim) credit: f64,
    /// Debt service beyond what profit bears with ease (0 = none, 1 = all borrowers are pressed).
    pub(in crate::sim) strain: f64,
    /// Lending withheld (0–1).
    pub(in crate::sim) crunch: f64,
    /// New lending over what is owed, a year.
    pub(in crate::sim) lending: f64,
    /// Interest on short credit, a year.
    pub(in crate::sim) interest: f64,
    /// Inflation that is expected, a year.
    pub(in crate::sim) expected: f64,
    /// Inflation, a year (0.05 = 5 %).
    pub(in crate::sim) inflation: f64,
    /// Monetary stance that the government has set (−1 = easy, 1 = tight).
    pub(in crate::sim) stance_set: f64,
    /// Monetary stance as it is felt.
    pub(in crate::sim) stance: f64,
    /// Unemployment that people have come to reckon with (0–1).
    pub(in crate::sim) usual_unemployment: f64,
}

impl Market {
    /// How far few firms share a sector (0–1).
    pub fn concentration(&self, good: GoodId) -> f64 {
        self.concentration[good]
    }
    /// How far few firms share the country's sectors, by output (0–1).
    pub fn concentration_mean(&self) -> f64 {
        self.concentration_mean
    }
    /// Profit over capital of a sector, yearly.
    pub fn profit(&self, good: GoodId) -> f64 {
        self.profit[good]
    }
    /// Owed to banks at home over the yearly product.
    pub fn credit(&self) -> f64 {
        self.credit
    }
    /// Debt service beyond what profit bears with ease (0–1).
    pub fn strain(&self) -> f64 {
        self.strain
    }
    /// Lending withheld (0–1).
    pub fn crunch(&self) -> f64 {
        self.crunch
    }
    /// Unemployment that people have come to reckon with (0–1).
    pub fn usual_unemployment(&self) -> f64 {
        self.usual_unemployment
    }
    /// Interest on short credit, a year.
    pub fn interest(&self) -> f64 {
        self.interest
    }
    /// Interest less the inflation that is expected, a year.
    pub fn real_interest(&self) -> f64 {
        self.interest - self.expected
    }
    /// Inflation that is expected, a year.
    pub fn expected_inflation(&self) -> f64 {
        self.expected
    }
    /// Inflation, a year (0.05 = 5 %).
    pub fn inflation(&self) -> f64 {
        self.inflation
    }
    /// Inflation above what was expected; wages and pensions lag behind it.
    pub fn surprise(&self) -> f64 {
        (self.inflation - self.expected).clamp(0.0, 0.5)
    }
    /// Monetary stance that the government has set (−1 = easy, 1 = tight).
    pub fn stance_set(&self) -> f64 {
        self.stance_set
    }
    /// Monetary stance as it is felt, with its delay.
    pub fn stance(&self) -> f64 {
        self.stance
    }

    /// How hard investors are drawn to each sector: `strain` of demand, times profit over the mean of all sectors to
    /// a power. Planners look at strain alone.
    pub(in crate::sim) fn pull(
        &self,
        strain: &PerGood<f64>,
        count: usize,
        power: f64,
        planned: f64,
    ) -> PerGood<f64> {
        let goods = || (0..count).map(GoodId::from_index);
        let mean = goods().map(|good| self.profit[good]).sum::<f64>() / count.max(1) as f64;
        let mut pull = *strain;
        if mean > 0.0 {
            for good in goods() {
                let relative = (self.profit[good] / mean).clamp(0.2, 5.0);
                let drawn = math::exp(power * math::ln(relative));
                pull[good] *= math::lerp(drawn, 1.0, planned);
            }
        }
        pull
    }
}
