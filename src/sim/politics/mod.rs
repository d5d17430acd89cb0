//! Governments: status, form of rule, coalition, legitimacy, cohesion, ossification, authority.
//!
//! Reads living standards, budgets, wars; writes governments and the ownership of territories.
//! Source: DESIGN §6.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Control, ControlShare, Government, Owner, Status};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of governments.
    pub struct PoliticsRules in "politics" {
        /// Authority gained a month at full legitimacy.
        authority_gain,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Status>("politics.status")
        .polity_state::<Government>("politics.government")
        .territory_state::<Owner>("politics.owner")
        .territory_state::<Control>("politics.control");
}
