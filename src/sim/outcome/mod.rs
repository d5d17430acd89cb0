//! Outcome: how each seat has done, by what it stands for. Size is not in it.
//!
//! Reads governments, living standards, organisations, harm, aims; writes standings. Source: DESIGN §7.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Weights of the outcome.
    pub struct OutcomeRules in "outcome" {
        /// Weight of legitimacy.
        legitimacy,
        /// Weight of cohesion.
        cohesion,
        /// Weight of the living standard.
        living_standard,
        /// Weight of the seat's own aims.
        aims,
        /// Weight of harm avoided.
        harm_avoided,
    }
}

/// The score of a polity's seat so far, with its terms.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// Score (0–1).
    pub(in crate::sim) score: f64,
    /// Terms, weighted: legitimacy, cohesion, living standard, aims, harm avoided.
    pub(in crate::sim) terms: [f64; 5],
}

impl Standing {
    /// Names of the terms, in order.
    pub const TERMS: [&'static str; 5] =
        ["legitimacy", "cohesion", "living standard", "own aims", "harm avoided"];
    /// Score (0–1).
    pub fn score(&self) -> f64 {
        self.score
    }
    /// Terms, weighted, in the order of [`Standing::TERMS`].
    pub fn terms(&self) -> &[f64; 5] {
        &self.terms
    }
}

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Standing>("outcome.standing");
}
