//! Orders: the one door through which player, AI and missions act.
//!
//! Orders wait in the queue until `Resolve` (or a round of a crisis), are sorted by (priority, keyed hash, issuer,
//! sequence), validated again on the state of that moment, and turned into [`super::effects::Effect`]s or refused
//! with [`Blocker`]s. Source: DESIGN §3.

mod blockers;
mod cost;
mod queue;
mod resolve;
pub mod rules;

pub use blockers::Blocker;
pub use cost::authority_cost;
pub use queue::{Given, OrderQueue, Refusal, Refusals, Seq};
pub use rules::validate;

use bevy::prelude::*;

use super::schedule::{MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OrderQueue>()
        .init_resource::<Refusals>()
        .resource_state::<OrderQueue>("orders.queue")
        .add_systems(MonthSchedule, resolve::resolve_orders.in_set(at(Phase::Resolve, Subsystem::Orders)));
}
