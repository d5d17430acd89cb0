//! Movements: how they arise, organise, build fronts, find patrons, rise, win, lose and negotiate; the
//! revolutionary situation.
//!
//! Reads classes, governments, forces, agreements; writes movements, the situation and the ground movements hold.
//! Power changes hands through effects. With no outside support at all movements still arise, win and lose.
//! Source: DESIGN §6.

mod authority;
mod components;
pub(in crate::sim) mod effects;
mod genesis;
mod growth;
mod parameters;
mod rear;
pub(in crate::sim) mod risings;
mod rules;
mod situation;
mod splits;
mod struggle;

pub use authority::authority_of;
pub use components::{Movement, MovementPhase, Situation};
pub use parameters::MovementRules;
pub use risings::{Rising, RisingEnd, RisingTerms, Risings};
pub use rules::{
    Authority, courting_gain, government_power, holds_out, means, movement_power, organising_gain, strength,
    will_of,
};
pub use situation::{GaugeTerms, gauge_terms};
pub(in crate::sim) use struggle::come_to_power;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    // A world without movements still walks over them.
    app.world_mut().register_component::<Movement>();
    app.movement_state::<Movement>("movements.movement")
        .polity_state::<Situation>("movements.situation")
        .init_resource::<Risings>()
        .resource_state::<Risings>("movements.risings")
        .add_systems(Genesis, genesis::open_movements.in_set(at(Phase::Calendar, Subsystem::Movements)))
        // What each month reckons anew is reckoned of the first day, too: a reader, and whoever decides first, finds no noughts.
        .add_systems(
            Genesis,
            (situation::weigh_situations, rear::look_to_rears, growth::weigh_strength)
                .chain()
                .in_set(at(Phase::Struggle, Subsystem::Movements)),
        )
        .add_systems(
            MonthSchedule,
            (
                situation::weigh_situations,
                growth::arise,
                rear::survey_rears,
                growth::gather_means,
                growth::gather_strength,
                splits::split_fronts,
                risings::take_up,
                struggle::fight_for_ground,
                struggle::take_power,
                struggle::flare_up,
            )
                .chain()
                .in_set(at(Phase::Struggle, Subsystem::Movements)),
        )
        // The first turn after the month's fighting: nothing has ended a war in between.
        .add_systems(MonthSchedule, risings::count_dead.in_set(at(Phase::Settle, Subsystem::Movements)))
        .add_systems(MonthSchedule, risings::close.in_set(at(Phase::Record, Subsystem::Movements)));
}
