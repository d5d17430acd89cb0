//! Patterns of society and economy: what no table gives, marked *own estimate*.

use crate::base::DoctrineId;
use crate::content::vocabulary::{Class, Current, FormOfRule, Property};

use super::MAX_GOODS;

/// Classes of an archetype, in the order of [`Class::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassPattern {
    /// Share of the people (0–1; sums to 1 over classes).
    pub share: f64,
    /// Income per head over the average (1 = average).
    pub income: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Lean over the currents, in the order of [`Current::ALL`] (sums to 1).
    pub currents: [f64; Current::COUNT],
}

/// A pattern for territories and states of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchetypeDef {
    /// String id, e.g. `colony_tropical`.
    pub id: String,
    /// What it stands for.
    pub means: String,
    /// Forms of rule it is meant for.
    pub forms: Vec<FormOfRule>,
    /// How such an economy is steered: a doctrine on the economy.
    pub doctrine: DoctrineId,
    /// The classes.
    pub classes: [ClassPattern; Class::COUNT],
    /// Share of each sector in value added, by good (sums to 1).
    pub sectors: [f64; MAX_GOODS],
    /// Property by good and form (each row sums to 1).
    pub property: [[f64; Property::COUNT]; MAX_GOODS],
    /// Weight of each class in the ruling coalition (sums to 1).
    pub coalition: [f64; Class::COUNT],
    /// Share of the product raised for the budget (0–1).
    pub taxes: f64,
    /// Share of the product invested (0–1).
    pub investment: f64,
    /// Share of the product spent on welfare (0–1).
    pub welfare: f64,
    /// Share of output that is coordinated by plan (0–1).
    pub planned: f64,
    /// Share of the product traded abroad when access is free (0–1).
    pub openness: f64,
    /// Capacity to repress (0–1).
    pub repression: f64,
    /// Share of adults with a vote that counts (0–1).
    pub franchise: f64,
    /// Ossification of the apparatus (0–1).
    pub ossification: f64,
    /// Cohesion of the ruling circle (0–1).
    pub cohesion: f64,
    /// Level of technology against the frontier (0–1).
    pub technology: f64,
    /// Births per 1,000 people and year.
    pub births: f64,
    /// Deaths per 1,000 people and year.
    pub deaths: f64,
}
