//! Society: classes, living standard against expectation, births and deaths, hunger, flight, currents of opinion.
//!
//! Reads consumption, budgets, property, governments; writes classes and living standards. People move through the
//! ledger, harm is charged to whoever decided. Source: DESIGN §6.

mod components;
mod demography;
pub(in crate::sim) mod effects;
mod explain;
mod genesis;
pub mod issues;
mod parameters;
mod rules;
mod systems;

pub use components::{ClassRow, Classes, Living, Vital};
pub use explain::grievance_terms;
pub use issues::Issues;
pub use parameters::SocietyRules;
pub use rules::{Climate, Lot, grievance};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<systems::Climates>()
        .init_resource::<systems::Patterns>()
        .territory_state::<Classes>("society.classes")
        .territory_state::<Vital>("society.vital")
        .polity_state::<Living>("society.living")
        .polity_state::<Issues>("society.issues")
        .add_systems(Genesis, genesis::open_society.in_set(at(Phase::Calendar, Subsystem::Society)))
        .add_systems(
            MonthSchedule,
            (
                systems::measure_consumption,
                systems::look_abroad,
                systems::read_climates,
                systems::live,
                systems::sum_up_living,
                issues::weigh_issues,
                issues::strike,
                demography::be_born_and_die,
                demography::starve,
                demography::flee,
            )
                .chain()
                .in_set(at(Phase::Live, Subsystem::Society)),
        );
}
