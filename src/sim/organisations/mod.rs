//! Organisations of states: members, cohesion, admission to the world organisation.
//!
//! Reads relations, governments; writes organisations. Source: DESIGN §7.

mod components;

pub use components::{Organisation, Organisations};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of organisations.
    pub struct OrganisationRules in "organisations" {
        /// Share of votes that admits a new member.
        admission_majority,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Organisations>().resource_state::<Organisations>("organisations");
}
