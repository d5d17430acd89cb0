//! Verdicts in words: what became of an option that an agent weighed.

use crate::sim::agents::Verdict;

use super::{blocker_words, text};

/// A verdict in plain words.
pub fn verdict_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Chosen => text!("v.Chosen").into(),
        Verdict::BelowThreshold => text!("v.BelowThreshold").into(),
        Verdict::Outranked => text!("v.Outranked").into(),
        Verdict::Resting => text!("v.Resting").into(),
        Verdict::Blocked(blockers) => {
            let all: Vec<_> = blockers.iter().map(blocker_words).collect();
            text!("v.Blocked").replace("{why}", &all.join(" "))
        }
    }
}
