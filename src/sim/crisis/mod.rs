//! Crises between states: stakes, rungs, rounds, alerts, exits, accidents.
//!
//! A crisis begins when an act touches a state in which another has much at stake. It plays up to six rounds a month
//! inside `Fight`, for a few months at most; where a human sits in it, one round a month, on the orders given. From the
//! rung of shots on it can become a war. A general exchange is never decided: it comes by accident, on high rungs,
//! between powers with warheads enough, and ends the campaign. Reads relations, forces; writes crises. Source: DESIGN §7.

mod begin;
mod components;
pub(in crate::sim) mod effects;
mod moves;
mod parameters;
mod play;
mod preview;
mod rules;
mod scene;
mod settle;
#[cfg(test)]
mod whole;

pub use components::{
    Cause, Crises, Crisis, CrisisOutcome, EndedCrisis, PlayedRound, RUNG_MOBILISED, RUNG_QUARANTINE,
    RUNG_SHOTS, Reason, TOP_ALERT, TOP_RUNG,
};
pub use moves::{at_hand, mediator_for, open_to};
pub use parameters::CrisisRules;
pub(in crate::sim) use play::view;
pub use preview::{Prospect, alert_bill, face_lost, most_rounds, prospect};

use bevy::prelude::*;

use super::schedule::{MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

/// Chance of an accident in the next round of a crisis as it stands (0–1).
pub fn accident_chance(crisis: &Crisis, rules: &CrisisRules) -> f64 {
    rules::accident_chance(crisis.rung, crisis.alerts, crisis.channel, rules)
}

/// Dead of one side of a general exchange (people), by the warheads of the other: an own estimate, for the account of it.
pub fn exchange_dead(people: f64, warheads: f64) -> f64 {
    rules::exchange_dead(people, warheads)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Crises>()
        .resource_state::<Crises>("crisis")
        .add_systems(MonthSchedule, play::play_crises.in_set(at(Phase::Fight, Subsystem::Crisis)));
}
