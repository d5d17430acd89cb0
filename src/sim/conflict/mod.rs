//! Conflict: forces, arsenals, wars over territories, insurgency, interventions, war weariness, war dead.
//!
//! Reads budgets, movements, agreements; writes forces and wars, and the account of each war. Whether a movement wins or is broken is decided in
//! [`super::movements`]; what its war costs is counted here. Source: DESIGN §7.

mod aims;
mod arsenals;
mod components;
pub(in crate::sim) mod effects;
mod fight;
mod forces;
mod genesis;
mod parameters;
pub(in crate::sim) mod peace;
#[cfg(test)]
mod peace_tests;
mod record;
mod rules;

pub use components::{Forces, War, WarSide, Wars};
pub(in crate::sim) use forces::military_budget;
pub use parameters::ConflictRules;
pub(in crate::sim) use peace::gain as peace_gain;
pub use peace::giver;
pub use record::{Ending, SideMonth, WarAccount, WarEnd, WarMonth, WarRecord};
pub use rules::warhead_readiness;
pub(in crate::sim) use rules::{help_factor, louder_than_arms, noise_of, strength_of};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wars>()
        .init_resource::<WarRecord>()
        .resource_state::<Wars>("conflict.wars")
        .resource_record::<WarRecord>("conflict.war_record")
        .polity_state::<Forces>("conflict.forces")
        .add_systems(Genesis, genesis::open_conflict.in_set(at(Phase::Calendar, Subsystem::Conflict)))
        .add_systems(
            MonthSchedule,
            (
                effects::close_dead_wars,
                forces::keep_forces,
                arsenals::keep_arsenals,
                fight::fight_wars,
                aims::test_aims,
            )
                .chain()
                .in_set(at(Phase::Fight, Subsystem::Conflict)),
        );
}
