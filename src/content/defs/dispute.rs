//! Ground that two states both hold to be theirs.

use crate::base::PolityId;

/// A territorial dispute between two states. It sleeps while one of the two is not a state of its own, and rests under a
/// treaty of friendship or a pact; whoever drops its claim in a peace closes it for a generation.
#[derive(Debug, Clone, PartialEq)]
pub struct DisputeDef {
    /// String id, e.g. `kashmir`.
    pub id: String,
    /// What is disputed, as it reads after "the dispute over".
    pub name: String,
    /// One of the two.
    pub of: PolityId,
    /// The other.
    pub with: PolityId,
    /// The one that holds the ground; none where each holds a part.
    pub held_by: Option<PolityId>,
    /// How much of the politics of the two hangs on it (0–1).
    pub weight: f64,
    /// What each side asserts, in one sentence.
    pub because: String,
    /// Where that stands.
    pub source: String,
}

impl DisputeDef {
    /// Whether it is between two states, in whichever order.
    pub fn is_between(&self, a: PolityId, b: PolityId) -> bool {
        (self.of, self.with) == (a, b) || (self.of, self.with) == (b, a)
    }
}
