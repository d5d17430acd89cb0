//! Property: who owns the means of production, who takes their surplus, who invests, and how that is changed.
//!
//! The shares of [`Ownership`](super::Ownership) are summed up to a country's [`Holdings`]. They decide how strongly
//! each sector is built up, what goes to the budget without a tax, and what foreign owners take home out of the host's
//! reserves ([`ForeignCapital`]). Property changes by [`Programmes`] of months: land reform, collectivisation,
//! nationalisation, privatisation, concessions. Those who lose resist, and are answered by concession or force; what
//! they then do to sowings, herds and machines is [`Vigour`], a factor on what each sector could make.
//!
//! Reads governments, classes, reserves; writes ownership, capital, efficiency, and its own components; money, people and
//! harm go through the ledger, what concerns others through effects. Source: DESIGN §5; MECHANICS C3–C5, K4, B7; figures
//! of the rules: `scenarios/common/rules/property.ron`.

mod advance;
mod components;
pub(in crate::sim) mod effects;
mod genesis;
mod parameters;
mod reading;
pub(in crate::sim) mod rules;
mod systems;

pub use components::{ForeignCapital, Holdings, Programme, Programmes, Stake, Vigour};
pub use parameters::PropertyRules;
pub(in crate::sim) use reading::within_reach;
pub use reading::{acceptance_of, explain_safety, explain_vigour, resistance_to};
pub(in crate::sim) use systems::{GRUDGE, take_profits};

use bevy::prelude::*;

use crate::sim::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use crate::sim::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Holdings>("economy.holdings")
        .polity_state::<ForeignCapital>("economy.foreign_capital")
        .polity_state::<Vigour>("economy.vigour")
        .polity_state::<Programmes>("economy.programmes")
        // After the economy has its capital and ownership.
        .add_systems(Genesis, genesis::open_property.in_set(at(Phase::Calendar, Subsystem::Trade)))
        .add_systems(
            MonthSchedule,
            (advance::advance_programmes, systems::sum_up_holdings, systems::keep_vigour)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Economy)),
        );
}
