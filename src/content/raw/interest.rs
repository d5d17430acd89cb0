//! Interests of classes.

use crate::content::defs::InterestDef;
use crate::content::vocabulary::{Class, Issue, OrderKind};
use serde::Deserialize;

/// `Interest( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawInterest {
    id: String,
    act: OrderKind,
    #[serde(default)]
    stakes: Vec<RawStake>,
    #[serde(default)]
    issues: Vec<RawPush>,
    because: String,
    source: String,
}

#[derive(Debug, Deserialize)]
struct RawStake {
    class: Class,
    gains: f64,
}

#[derive(Debug, Deserialize)]
struct RawPush {
    issue: Issue,
    pushes: f64,
}

impl RawInterest {
    /// The resolved interests.
    pub fn resolve(self) -> InterestDef {
        InterestDef {
            id: self.id,
            act: self.act,
            stakes: self.stakes.into_iter().map(|stake| (stake.class, stake.gains)).collect(),
            issues: self.issues.into_iter().map(|push| (push.issue, push.pushes)).collect(),
            because: self.because,
            source: self.source,
        }
    }
}
