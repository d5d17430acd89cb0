//! What the classes of a country stand to gain or lose by acts of its government.

use crate::content::vocabulary::{Class, Issue, OrderKind};

/// Interests in acts of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct InterestDef {
    /// String id, e.g. `welfare`.
    pub id: String,
    /// The kind of act.
    pub act: OrderKind,
    /// What each class that has a stake gains (to 1) or loses (to −1) by it; of acts that set a number, by raising it.
    pub stakes: Vec<(Class, f64)>,
    /// How far issue movements push for it (to 1) or against it (to −1).
    pub issues: Vec<(Issue, f64)>,
    /// Why, in one sentence.
    pub because: String,
    /// Where the stakes come from.
    pub source: String,
}
