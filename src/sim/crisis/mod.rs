//! Crises between states: stakes, rungs, rounds, exits, accidents.
//!
//! A crisis begins when troops, arms to a movement or a war touch a state in which a rival nuclear power has much at
//! stake. It plays up to six rounds inside `Fight`; where a human sits in it, one round a month, on the orders given. A
//! general exchange is never decided: it comes by accident, on high rungs, and ends the campaign. Reads relations,
//! forces; writes crises. Source: DESIGN §7.

mod components;
pub(in crate::sim) mod effects;
mod rules;
mod systems;

pub use components::{Crises, Crisis, TOP_RUNG};

use bevy::prelude::*;

use super::schedule::{MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of crises.
    pub struct CrisisRules in "crisis" {
        /// Chance of an accident a round at the highest rung (0–1).
        accident_risk,
        /// Rungs that an accident adds.
        accident_rungs,
        /// Tension between two powers below which no act becomes a crisis (0–1).
        begin_tension,
        /// Chance that an act becomes a crisis at full tension and full stakes (0–1).
        begin_chance,
        /// Stake per influence over the state concerned (0–1).
        stake_influence,
        /// Stake per nearness of the state concerned (0–1).
        stake_proximity,
        /// Stake in an ally (0–1).
        stake_alliance,
        /// Spread of margins by the nerve of those who decide.
        nerve,
        /// Legitimacy lost by giving way at the top (0–1).
        loss_of_face,
        /// Tension taken away by a way out found together (0–1).
        relief,
        /// Tension left by a side that gave way (0–1).
        scar,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Crises>()
        .resource_state::<Crises>("crisis")
        .add_systems(MonthSchedule, systems::play_crises.in_set(at(Phase::Fight, Subsystem::Crisis)));
}
