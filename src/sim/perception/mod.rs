//! Perception: what each agent believes of the others, and the correlation of forces as it sees it.
//!
//! Reads the truth with bias and noise; writes believed values in relations' channels, and outlooks. Certainty can be bought, and
//! others can be deceived ([`intelligence`]); an archive keeps what was believed beside what was true ([`archive`]).
//! Source: DESIGN §7.

mod archive;
mod components;
mod intelligence;
pub(in crate::sim) mod rules;
mod systems;

pub use archive::{Archive, Entry as ArchiveEntry, MOST_KEPT, Means, QUARTER};
pub use components::{Outlook, WorldMood};
pub(in crate::sim) use intelligence::feign;
pub use intelligence::{Feint, Feints, certainty_of, price_of_feint};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of perception.
    pub struct PerceptionRules in "perception" {
        /// Relative noise of an estimate with average intelligence (0–1).
        noise,
        /// Share of a fresh observation in the next estimate (0–1); the rest is memory.
        learning,
        /// Share of a movement's strength in a dependency that its ruler feels at home (0–1).
        colonial_threat_share,
        /// Trust in a pole from which a state of its system counts to its side (0–1).
        camp_trust,
        /// Distance at which nearness has fallen to one half, km.
        distance_scale,
        /// Threat added by warheads without number at full tension (0–1).
        nuclear_fear,
        /// Warheads at which half of that is felt.
        warheads_half,
        /// Share of a threat that is still felt from an ally (0–1).
        threat_from_ally,
        /// Risk of war per tension in a calm world (0–1).
        war_risk_base,
        /// Risk of war per tension added by full world tension (0–1).
        war_risk_world,
        /// Strength that full alert adds in a crisis in the eyes of both sides. Unit: share.
        alert_credit,
        /// Risk of war added at the top rung of a crisis (0–1).
        war_risk_rung,
        /// Weight of the form of rule in nearness; the rest is line (0–1).
        affinity_form,
        /// Nearness of two forms of rule of one system (0–1).
        affinity_same_system,
        /// Nearness of two forms of rule of different systems, none of them socialist (0–1).
        affinity_across,
        /// Product per head at which poverty counts half, 2011 dollars a year.
        poverty_half,
        /// Weight of poverty in need (0–1).
        need_poverty,
        /// Weight of a deficit in need (0–1).
        need_deficit,
        /// Weight of a living standard below expectation in need (0–1).
        need_standard,
        /// Weight of war in need (0–1).
        need_war,
        /// Weight of product in the correlation of forces.
        weight_economic,
        /// Weight of military capital in the correlation of forces.
        weight_military,
        /// Weight of warheads in the correlation of forces.
        weight_nuclear,
        /// Weight of people in the correlation of forces.
        weight_demographic,
        /// Weight of the cohesion of alliances in the correlation of forces.
        weight_cohesion,
        /// Weight of movements in the correlation of forces.
        weight_movements,
        /// Weight of prestige in the correlation of forces.
        weight_prestige,
        /// World tension per tension between the poles (0–1).
        tension_poles,
        /// World tension when wars between states and interventions are many (0–1).
        tension_wars,
        /// World tension at the top rung of a crisis (0–1).
        tension_crisis,
        /// Half-life of world tension, months.
        tension_half_life,
        /// Smallest threat that makes a rival (0–1).
        feared_from,
        /// Spending on intelligence a year, as a share of the product of the one it is about, at which half is known.
        intelligence_half,
        /// Months for which intelligence is paid for at once.
        intelligence_months,
        /// Share of a doctrine's bias that full certainty takes away (0–1).
        intelligence_insight,
        /// Chance, at full certainty, that one who looks finds out a feint (0–1).
        feint_found,
        /// Cost of showing twice the force there is, as a share of a year's spending on forces.
        feint_cost,
        /// Months for which a feint stands if nobody finds it out.
        feint_months,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<WorldMood>()
        .init_resource::<Feints>()
        .init_resource::<Archive>()
        .resource_state::<Feints>("perception.feints")
        .resource_record::<Archive>("perception.archive")
        .resource_state::<WorldMood>("perception.world")
        .polity_state::<Outlook>("perception.outlook")
        .add_systems(Genesis, systems::open_outlooks.in_set(at(Phase::Calendar, Subsystem::Perception)))
        // First estimates need open relations, which come last but this.
        .add_systems(Genesis, systems::look_around.in_set(at(Phase::Calendar, Subsystem::Effects)))
        .add_systems(
            MonthSchedule,
            (
                intelligence::let_feints_lapse.in_set(at(Phase::Calendar, Subsystem::Perception)),
                systems::perceive.in_set(at(Phase::Perceive, Subsystem::Perception)),
                archive::keep_archive.in_set(at(Phase::Record, Subsystem::Perception)),
            ),
        );
}
