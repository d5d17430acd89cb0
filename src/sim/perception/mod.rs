//! Perception: what each agent believes of the others, and the correlation of forces as it sees it.
//!
//! Reads the truth with bias and noise; writes believed values in relations' channels, and outlooks.
//! Source: DESIGN §7.

mod components;

pub use components::{Outlook, WorldMood};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of perception.
    pub struct PerceptionRules in "perception" {
        /// Relative noise of an estimate with average intelligence (0–1).
        noise,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<WorldMood>()
        .resource_state::<WorldMood>("perception.world")
        .polity_state::<Outlook>("perception.outlook");
}
