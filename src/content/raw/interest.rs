//! Interests of classes.

use crate::content::defs::InterestDef;
use crate::content::vocabulary::{Class, OrderKind};
use serde::Deserialize;

/// `Interest( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawInterest {
    id: String,
    act: OrderKind,
    stakes: Vec<RawStake>,
    because: String,
    source: String,
}

#[derive(Debug, Deserialize)]
struct RawStake {
    class: Class,
    gains: f64,
}

impl RawInterest {
    /// The resolved interests.
    pub fn resolve(self) -> InterestDef {
        InterestDef {
            id: self.id,
            act: self.act,
            stakes: self.stakes.into_iter().map(|stake| (stake.class, stake.gains)).collect(),
            because: self.because,
            source: self.source,
        }
    }
}
