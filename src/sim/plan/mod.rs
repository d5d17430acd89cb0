//! Planning: investment mix for all, targets and material balances for planners, padded reports.
//!
//! Reads stocks and governments; writes plans. Source: DESIGN §5.

mod components;
pub(in crate::sim) mod effects;

pub use components::Plan;

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of planning.
    pub struct PlanRules in "plan" {
        /// Tautness of targets over capacity (0–0.3).
        tautness,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Plan>("plan");
}
