//! Stylised facts.

use crate::base::LensId;
use crate::content::defs::FactDef;
use crate::content::vocabulary::{Holds, Measure};
use serde::Deserialize;

/// `Fact( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawFact {
    id: String,
    name: String,
    means: String,
    measure: Measure,
    band: RawBand,
    holds: Holds,
    source: String,
    #[serde(default)]
    lens: Option<LensId>,
}

#[derive(Debug, Deserialize)]
struct RawBand {
    min: f64,
    max: f64,
}

impl RawFact {
    /// The resolved fact.
    pub fn resolve(self) -> FactDef {
        FactDef {
            id: self.id,
            name: self.name,
            means: self.means,
            measure: self.measure,
            min: self.band.min,
            max: self.band.max,
            holds: self.holds,
            source: self.source,
            lens: self.lens,
        }
    }
}
