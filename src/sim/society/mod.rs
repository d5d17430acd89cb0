//! Society: classes, living standard against expectation, births and deaths, currents of opinion.
//!
//! Reads consumption, prices, governments; writes classes and living standards. People move through the ledger.
//! Source: DESIGN §6.

mod components;
pub(in crate::sim) mod effects;

pub use components::{ClassRow, Classes, Living};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of society.
    pub struct SocietyRules in "society" {
        /// Grievance per unit of shortfall against expectation.
        grievance_slope,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.territory_state::<Classes>("society.classes").polity_state::<Living>("society.living");
}
