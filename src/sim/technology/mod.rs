//! Technology: a frontier, and diffusion towards it by trade, aid and schooling.
//!
//! Reads trade, agreements, budgets, governments; writes levels. Planners lose part of their growth of productivity with
//! the complexity of the economy and the ossification of the apparatus — by parameters, not by date. Source: DESIGN §5.

mod components;
mod explain;
mod parameters;
pub(in crate::sim) mod rules;
mod systems;

pub use components::Technology;
pub use explain::explain_growth;
pub use parameters::TechnologyRules;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Technology>("technology")
        .add_systems(Genesis, systems::open_technology.in_set(at(Phase::Calendar, Subsystem::Technology)))
        .add_systems(MonthSchedule, systems::learn.in_set(at(Phase::Produce, Subsystem::Technology)));
}
