//! Movements: how they arise, organise, build fronts, find patrons, rise, win, lose and negotiate; the
//! revolutionary situation.
//!
//! Reads classes, governments, relations; writes movements and the situation. Power changes hands through
//! effects. Source: DESIGN §6.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Movement, MovementPhase, Situation};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of movements.
    pub struct MovementRules in "movements" {
        /// How far outside help can replace a local base (0 = not at all, 1 = wholly).
        exogenous_revolution,
        /// How much outside help makes a movement look like another's tool (0–1).
        hand_of_moscow,
        /// How far one gauge of the revolutionary situation can stand in for another (0 = geometric mean, 1 = plain mean).
        ripeness_substitutability,
        /// How much a victory next door encourages (0–1).
        domino_contagion,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.movement_state::<Movement>("movements.movement").polity_state::<Situation>("movements.situation");
}
