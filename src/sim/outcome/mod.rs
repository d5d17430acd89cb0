//! Outcome: how each seat has done, by what it stands for. Size is not in it.
//!
//! Reads governments, living standards, harm, aims; writes standings. Source: DESIGN §7.

mod parameters;
mod rules;
mod systems;

pub use parameters::OutcomeRules;
pub use rules::{Account, aim_reached};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

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
    app.polity_state::<Standing>("outcome.standing")
        .add_systems(Genesis, systems::open_standings.in_set(at(Phase::Calendar, Subsystem::Outcome)))
        .add_systems(Genesis, systems::judge_at_the_start.in_set(at(Phase::Record, Subsystem::Outcome)))
        .add_systems(MonthSchedule, systems::judge.in_set(at(Phase::Perceive, Subsystem::Outcome)));
}
