//! Planning: investment mix for all, targets and material balances for planners, padded reports.
//!
//! Targets exceed capacity a little; what inputs are then lacking shows as shortage. The mix of investment follows the
//! strain on sectors, with the planners' priority for means of production. How much of output is under plan drifts to what
//! the form of rule is used to. Reads industry and governments; writes plans. Source: DESIGN §5.

mod components;
pub(in crate::sim) mod effects;
mod parameters;
pub(in crate::sim) mod rules;
mod systems;

pub use components::{FormNorm, FormNorms, Plan};
pub use parameters::PlanRules;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Plan>("plan")
        .add_systems(Genesis, systems::open_plans.in_set(at(Phase::Calendar, Subsystem::Plan)))
        .add_systems(MonthSchedule, systems::draw_up_plans.in_set(at(Phase::Produce, Subsystem::Plan)));
}
