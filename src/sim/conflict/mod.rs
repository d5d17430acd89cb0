//! Conflict: forces, arsenals, wars over territories, insurgency, interventions, war weariness, war dead.
//!
//! Reads budgets, movements, agreements; writes forces and wars. Source: DESIGN §7.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Forces, War, WarSide, Wars};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of conflict.
    pub struct ConflictRules in "conflict" {
        /// War dead a month per unit of strength engaged.
        lethality,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wars>()
        .resource_state::<Wars>("conflict.wars")
        .polity_state::<Forces>("conflict.forces");
}
