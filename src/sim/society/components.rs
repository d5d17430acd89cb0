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
    /// Income per head that is expected, in the same measure.
    pub fn expected(&self) -> f64 {
        self.expected
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

/// Births and deaths of a territory in normal times, per 1,000 people and year.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Vital {
    /// Births per 1,000 people and year.
    pub(in crate::sim) births: f64,
    /// Deaths per 1,000 people and year.
    pub(in crate::sim) deaths: f64,
    /// Development (0–1, schooling and income) when the campaign began.
    pub(in crate::sim) opening_development: f64,
}

impl Vital {
    /// Births per 1,000 people and year.
    pub fn births(&self) -> f64 {
        self.births
    }
    /// Deaths per 1,000 people and year.
    pub fn deaths(&self) -> f64 {
        self.deaths
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
    /// Share of each class in the people (sums to 1).
    pub(in crate::sim) shares: [f64; Class::COUNT],
    /// Organisation of each class (0–1).
    pub(in crate::sim) organised: [f64; Class::COUNT],
    /// Consumption per head and year when it was first measured; incomes are multiples of it. 0 before.
    pub(in crate::sim) opening: f64,
    /// How much better neighbours live, in log points (0 = no better).
    pub(in crate::sim) example: f64,
    /// Months of hunger without a break.
    pub(in crate::sim) hungry_months: u32,
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
    /// Organisation over all classes (0–1).
    pub fn organisation(&self) -> f64 {
        self.organisation
    }
    /// Lean over currents (sums to 1).
    pub fn currents(&self) -> &[f64; Current::COUNT] {
        &self.currents
    }
    /// Services had over services wanted (0–1).
    pub fn services(&self) -> f64 {
        self.services
    }
    /// Share of a class in the people (0–1).
    pub fn class_share(&self, class: Class) -> f64 {
        self.shares[class.index()]
    }
    /// Organisation of a class (0–1).
    pub fn organised(&self, class: Class) -> f64 {
        self.organised[class.index()]
    }
    /// Organisation of those who lead peoples in politics: the schooled, the workers and the small traders, with
    /// the peasants behind them (0–1).
    pub fn leaders_organisation(&self) -> f64 {
        // Own estimate: towns lead; a village counts for less than its numbers.
        0.35 * self.organised(Class::Intelligentsia)
            + 0.25 * self.organised(Class::Workers)
            + 0.15 * self.organised(Class::PettyBourgeoisie)
            + 0.25 * self.organised(Class::Peasants)
    }
    /// How much better neighbours live, in log points (0 = no better).
    pub fn example(&self) -> f64 {
        self.example
    }
}
