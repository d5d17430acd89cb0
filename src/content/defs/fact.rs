//! Stylised facts: what many histories together are held against.

use crate::base::LensId;
use crate::content::vocabulary::{Holds, Measure};

/// A regularity that the record shows and that an ensemble of histories should show too.
#[derive(Debug, Clone, PartialEq)]
pub struct FactDef {
    /// String id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it says, in plain words.
    pub means: String,
    /// What is measured on each history.
    pub measure: Measure,
    /// Smallest value inside the band.
    pub min: f64,
    /// Largest value inside the band.
    pub max: f64,
    /// How the band has to hold over the seeds.
    pub holds: Holds,
    /// Where the band comes from.
    pub source: String,
    /// The lens under which it is to hold; `None` = under whatever lens is in force.
    pub lens: Option<LensId>,
}

impl FactDef {
    /// Whether a value lies in the band.
    pub fn has(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}
