//! Technology: a frontier, and diffusion towards it by trade, licences, documentation, aid, own research and schooling.
//!
//! Research has three branches: for goods, for arms, for space. Arms draw on the same people as goods; firsts in space
//! are told and heard of everywhere. Reads trade, agreements, budgets, governments; writes levels and research. Planners lose part of their growth of productivity with
//! the complexity of the economy and the ossification of the apparatus — by parameters, not by date. Source: DESIGN §5.

mod branches;
mod components;
pub(in crate::sim) mod effects;
mod explain;
mod parameters;
pub(in crate::sim) mod rules;
mod systems;

pub use components::{Research, SpaceFeat, SpaceRace, Technology};
pub use explain::explain_growth;
pub use parameters::TechnologyRules;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SpaceRace>()
        .polity_state::<Technology>("technology")
        .polity_state::<Research>("technology.research")
        .resource_state::<SpaceRace>("technology.space")
        // Usual research is read off budgets, which open after technology.
        .add_systems(Genesis, branches::open_research.in_set(at(Phase::Calendar, Subsystem::Effects)))
        .add_systems(
            MonthSchedule,
            (branches::advance, branches::race).chain().in_set(at(Phase::Live, Subsystem::Technology)),
        )
        .add_systems(Genesis, systems::open_technology.in_set(at(Phase::Calendar, Subsystem::Technology)))
        .add_systems(MonthSchedule, systems::learn.in_set(at(Phase::Produce, Subsystem::Technology)));
}
