//! Crises between states: stakes, rungs, rounds, exits, accidents.
//!
//! A live crisis plays up to six rounds inside `Fight`. Reads relations, forces; writes crises.
//! Source: DESIGN §7.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Crises, Crisis};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of crises.
    pub struct CrisisRules in "crisis" {
        /// Chance of an accident a round at the highest rung (0–1).
        accident_risk,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Crises>().resource_state::<Crises>("crisis");
}
