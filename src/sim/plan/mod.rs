//! Planning: plans of several years, targets and material balances, padded reports, procurement, reforms; the
//! investment mix for all.
//!
//! A plan is drawn up when the old one ends, out of four numbers (growth, investment, priority of means of production,
//! procurement) and of reported figures ([`five_year`]). Monthly targets lie on the way from what was reported to the
//! goals. Where targets exceed what could be made, inputs lack, and sectors are served by priority; enterprises hoard;
//! reports are padded; the archive keeps what was true. Procurement beyond what villages part with freely lowers
//! sowings. Reforms trade control for information. How much of output is under plan drifts to what the form of rule is
//! used to, less what reform hands over. Reads industry, budgets, governments, people; writes plans. Source: DESIGN §5.

mod components;
pub(in crate::sim) mod effects;
mod five_year;
mod monthly;
mod parameters;
pub(in crate::sim) mod rules;
mod standing;
mod systems;

pub use components::{
    Ambition, ClosedPlan, FiveYearPlan, FormNorm, FormNorms, Fulfilment, Plan, PlanArchive, Reforms,
};
pub use five_year::{Preview, Standing};
pub use parameters::PlanRules;
pub use rules::{Allotment, Reporter, mismatch, padding};
pub use standing::{
    allotment_of, customary_ambition, means_of_production, preview_of, reporter_of, standing_of,
};
pub(in crate::sim) use systems::opening_service;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PlanArchive>()
        .polity_state::<Plan>("plan")
        .polity_state::<FiveYearPlan>("plan.five_year")
        .polity_state::<Reforms>("plan.reforms")
        .resource_state::<PlanArchive>("plan.archive")
        .add_systems(Genesis, systems::open_plans.in_set(at(Phase::Calendar, Subsystem::Plan)))
        .add_systems(
            MonthSchedule,
            (systems::reform_plans, systems::draw_up_plans, systems::keep_plans)
                .chain()
                .in_set(at(Phase::Produce, Subsystem::Plan)),
        );
}
