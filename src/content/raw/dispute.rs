//! Disputed ground.

use serde::Deserialize;

use super::share;
use crate::base::PolityId;
use crate::content::defs::DisputeDef;

/// `Dispute( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawDispute {
    id: String,
    name: String,
    of: PolityId,
    with: PolityId,
    #[serde(default)]
    held_by: Option<PolityId>,
    #[serde(deserialize_with = "share")]
    weight: f64,
    because: String,
    source: String,
}

impl RawDispute {
    /// The resolved dispute.
    pub fn resolve(self) -> DisputeDef {
        DisputeDef {
            id: self.id,
            name: self.name,
            of: self.of,
            with: self.with,
            held_by: self.held_by,
            weight: self.weight,
            because: self.because,
            source: self.source,
        }
    }
}
