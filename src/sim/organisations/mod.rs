//! Organisations of states: members, cohesion, admission to the world organisation.
//!
//! Reads relations, governments; writes organisations. The world organisation admits by vote of the members there are;
//! a pole's no is a veto; a divided nation's seat goes to the claimant that more members recognise. Pacts and
//! communities gain those who trust their leader and lose those who do not. Source: DESIGN §7.

mod components;
mod producers;
mod rules;
mod systems;

pub use components::{Organisation, Organisations};
pub(in crate::sim) use producers::{Fellows, fellows_of_all, weight_with_fellows};
pub use producers::{held_back_by_others, producers_weight};
pub use systems::explain_cohesion;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of organisations.
    pub struct OrganisationRules in "organisations" {
        /// Share of votes that admits a new member.
        admission_majority,
        /// Tension from which a member on the other side votes against a candidate (0–1).
        admission_tension,
        /// Months a new state waits before it applies.
        application_months,
        /// People at which a state applies to the world organisation in a quarter of its turns.
        application_people,
        /// Trust in the leader from which a state would join a pact or community (0–1).
        join_trust,
        /// Nearness to the leader in rule and line from which a state would join (0–1).
        join_affinity,
        /// Chance a year that a state that would join does (0–1).
        join_chance,
        /// Trust in the leader below which a member thinks of leaving (0–1).
        leave_trust,
        /// Chance a year that it does (0–1).
        leave_chance,
        /// Members with which a pact can be founded, besides its leader.
        found_members,
        /// Tension between the leader and its rival from which one is founded (0–1).
        found_tension,
        /// Chance a month that it is then founded (0–1).
        found_chance,
        /// Uncommitted states from which they confer.
        uncommitted_states,
        /// Share of one good in a state's exports from which it joins those who sell it (0–1).
        producers_dependence,
        /// Share in the world's exports of a good with which its sellers can associate (0–1).
        producers_weight,
        /// Sellers from which they associate.
        producers_members,
        /// Half-life of cohesion, months.
        cohesion_half_life,
        /// Cohesion from trust (0–1).
        cohesion_trust,
        /// Cohesion from nearness in rule and line (0–1).
        cohesion_affinity,
        /// Cohesion from a common threat (0–1).
        cohesion_threat,
        /// Cohesion lost by tension between members (0–1).
        cohesion_tension,
        /// Cohesion lost by full hegemony of the leader (0–1).
        cohesion_hegemony,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Organisations>()
        .resource_state::<Organisations>("organisations")
        .add_systems(Genesis, systems::open.in_set(at(Phase::Calendar, Subsystem::Organisations)))
        .add_systems(MonthSchedule, systems::settle.in_set(at(Phase::Settle, Subsystem::Organisations)));
}
