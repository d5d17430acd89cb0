//! Technology: a frontier, and diffusion towards it by trade, aid and schooling.
//!
//! Reads trade, agreements, budgets; writes levels. Source: DESIGN §5.

mod components;

pub use components::Technology;

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of technology.
    pub struct TechnologyRules in "technology" {
        /// Growth of productivity at the frontier, a year.
        frontier_growth,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Technology>("technology");
}
