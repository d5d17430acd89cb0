//! Governments: status, form of rule, coalition, legitimacy, cohesion, ossification, authority; rule over
//! dependencies, elections, successions and coups.
//!
//! Reads living standards, budgets, wars, movements; writes governments, the holding of dependencies and the
//! ownership of territories. Source: DESIGN §6.

mod components;
pub(in crate::sim) mod effects;
mod empires;
pub(in crate::sim) mod federation;
mod genesis;
mod governments;
mod lands;
mod parameters;
mod path;
pub(in crate::sim) mod programme;
mod rules;
pub(in crate::sim) mod union;
mod upheavals;

pub use components::{Control, ControlShare, Government, Holding, Owner, Status};
pub use federation::{Federations, federation_under, may_unite, part_of};
pub use governments::{explain_legitimacy, ground_of};
pub use lands::Lands;
pub use parameters::PoliticsRules;
pub use path::{Crossroads, crossroads_of, lean};
pub use programme::{PledgeState, Programme, Promise, goal, standing_of};
pub use rules::{Constitution, Ground, Holders, Pressing, legal_road, pressure, will_to_hold};

pub(in crate::sim) use governments::foreign_rule;
pub(in crate::sim) use lands::opening_owners;

use bevy::prelude::*;

use super::population::Lore;
use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    let federations = Federations::read(app.world().resource::<Lore>());
    app.init_resource::<Lands>()
        .insert_resource(federations)
        .polity_state::<Status>("politics.status")
        .polity_state::<Government>("politics.government")
        .polity_state::<Holding>("politics.holding")
        .polity_state::<Programme>("politics.programme")
        .territory_state::<Owner>("politics.owner")
        .territory_state::<Control>("politics.control")
        .add_systems(Genesis, genesis::open_governments.in_set(at(Phase::Calendar, Subsystem::Politics)))
        .add_systems(Genesis, empires::weigh_empires.in_set(at(Phase::Struggle, Subsystem::Politics)))
        .add_systems(MonthSchedule, lands::survey_lands.in_set(at(Phase::Calendar, Subsystem::Politics)))
        .add_systems(
            MonthSchedule,
            (
                governments::weigh_governments,
                upheavals::hold_elections,
                upheavals::succeed_leaders,
                upheavals::overthrow,
                path::drift_coalitions,
                path::choose_paths,
                path::fall,
                programme::hold_to_programmes,
                empires::weigh_empires,
                empires::hold_talks,
                empires::hold_unions,
            )
                .chain()
                .in_set(at(Phase::Struggle, Subsystem::Politics)),
        );
}
