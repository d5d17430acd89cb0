//! Relations between agents, recognition, agreements and offers.
//!
//! Reads wars, trade, doctrines; writes relations, recognition, agreements, offers. Each agent keeps full records
//! of the others that matter to it most, chosen anew once a year. Trust, tension and influence drift towards what
//! the relation is made of ([`rules`]) with half-lives of years. Source: DESIGN §7.

mod components;
mod disputes;
pub(in crate::sim) mod effects;
mod explain;
mod genesis;
mod pairs;
mod relations;
pub(in crate::sim) mod rules;
mod systems;

pub use components::{
    Agreement, AgreementTag, Agreements, Offer, OfferKind, Offers, Recognition, Terms as AgreementTerms,
    ends_of,
};
pub use disputes::{DisputeStanding, Disputes, Dropped, dispute_standing};
pub(in crate::sim) use disputes::{LAY_TO_REST, open_dispute};
pub use explain::{RelationTerms, explain_relations};
pub(in crate::sim) use pairs::{
    QUARTER, claim_rivals, ends_quarter, has_turn, has_turn_by_quarter, market_rivalry,
};
pub(in crate::sim) use relations::{Beliefs, Place};
pub use relations::{Channel, OTHERS, Relations};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of relations.
    pub struct DiplomacyRules in "diplomacy" {
        /// Half-life of tension without cause, months.
        tension_half_life,
        /// Half-life of trust, months.
        trust_half_life,
        /// Half-life of influence, months.
        influence_half_life,
        /// Tension between any two states (0–1).
        tension_base,
        /// Tension between states on the sides of different poles (0–1).
        tension_systems,
        /// Tension of difference in rule and line between neighbours (0–1).
        tension_difference,
        /// Tension between claimants of one nation (0–1).
        tension_claim,
        /// Tension of a dispute on which all hangs (0–1).
        tension_dispute,
        /// Tension of a full arms race between states on different sides (0–1).
        tension_arms_race,
        /// Tension of an embargo (0–1).
        tension_embargo,
        /// Tension of propaganda (0–1).
        tension_propaganda,
        /// Tension of arming movements against each other (0–1).
        tension_arms,
        /// Tension of war (0–1).
        tension_war,
        /// Tension taken away by alliance (0–1).
        tension_alliance,
        /// Tension taken away by full ties of trade (0–1).
        tension_trade,
        /// Tension taken away by a treaty (0–1).
        tension_treaty,
        /// Trust in anybody (0–1).
        trust_base,
        /// Trust in those alike in rule and line (0–1).
        trust_affinity,
        /// Trust in an ally (0–1).
        trust_alliance,
        /// Trust from full ties of trade (0–1).
        trust_trade,
        /// Trust from a treaty (0–1).
        trust_treaty,
        /// Trust from help that fills its measure (0–1).
        trust_aid,
        /// Trust lost at full tension (0–1).
        trust_tension,
        /// Trust lost by embargo, propaganda or arming movements (0–1).
        trust_hostile_acts,
        /// Trust lost where recognition is refused (0–1).
        trust_recognition,
        /// Trust lost by ruling from abroad (0–1).
        trust_foreign_rule,
        /// Influence of a ruler over a dependency (0–1).
        influence_ruler,
        /// Influence from help that fills its measure (0–1).
        influence_aid,
        /// Influence from full ties of trade (0–1).
        influence_trade,
        /// Influence from debt that fills its measure (0–1).
        influence_debt,
        /// Influence from troops in the country (0–1).
        influence_troops,
        /// Influence of a trusted and much stronger ally (0–1).
        influence_leader,
        /// Share of trade at which ties count fully (0–1).
        trade_saturation,
        /// Help as a share of the receiver's budget at which it counts fully.
        aid_saturation,
        /// Debt as a share of the product at which it counts fully.
        debt_saturation,
        /// Sum of two sides' forces as shares of product at which an arms race counts fully.
        forces_saturation,
        /// Chance a quarter of an incident at full tension (0–1).
        incident_chance,
        /// Largest tension an incident adds (0–1).
        incident_size,
        /// Trust or tension moved by a small act (0–1).
        act_small,
        /// Trust or tension moved by a middling act (0–1).
        act_middling,
        /// Trust or tension moved by a grave act (0–1).
        act_grave,
        /// Months for which a trade treaty is concluded.
        treaty_months,
        /// Months an offer waits.
        offer_months,
        /// Taint of a movement that asks a state for help (0–1).
        help_seen,
        /// Tension from a blockade (0–1).
        tension_blockade,
        /// Trust lost to one who takes the markets one loses (0–1).
        trust_market_rivalry,
        /// Share of its markets lost to another at which rivalry counts fully.
        market_rivalry_saturation,
        /// Tension of an open quarrel that has come to a split (0–1).
        tension_quarrel,
        /// Trust lost by an open quarrel that has come to a split (0–1).
        trust_quarrel,
        /// Trust from a treaty of friendship (0–1).
        trust_friendship,
        /// Trust of a state in the one that guarantees it (0–1).
        trust_guarantee,
        /// Tension taken away by a treaty of friendship (0–1).
        tension_friendship,
        /// Tension taken away by a treaty on the limits of arms (0–1).
        tension_limits,
        /// Influence from a base in the country (0–1).
        influence_base,
        /// Influence of a guarantor over the state that it guarantees (0–1).
        influence_guarantee,
        /// Part of the tension between two that a meeting of their first takes away (0–1).
        summit_relief,
        /// Months for which a treaty of friendship is concluded.
        friendship_months,
        /// Months for which a guarantee is given.
        guarantee_months,
        /// Months for which a base is let.
        base_months,
        /// Part of what hangs on disputed ground that there is to gain for the one who holds it (0–1).
        holder_stake,
        /// Months until a claim that was dropped in a peace is raised again.
        claim_months,
        /// Months for which limits of arms are agreed.
        limits_months,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Relations>()
        .init_resource::<Recognition>()
        .init_resource::<Agreements>()
        .init_resource::<Offers>()
        .init_resource::<Disputes>()
        .resource_state::<Relations>("diplomacy.relations")
        .resource_state::<Recognition>("diplomacy.recognition")
        .resource_state::<Agreements>("diplomacy.agreements")
        .resource_state::<Offers>("diplomacy.offers")
        .resource_state::<Disputes>("diplomacy.disputes")
        .add_systems(Genesis, genesis::open.in_set(at(Phase::Calendar, Subsystem::Diplomacy)))
        // Records open last: they read organisations and doctrines.
        .add_systems(Genesis, genesis::acquaint.in_set(at(Phase::Calendar, Subsystem::Orders)))
        .add_systems(
            MonthSchedule,
            (systems::fall_due, systems::raise_claims)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Diplomacy)),
        )
        .add_systems(MonthSchedule, systems::settle_relations.in_set(at(Phase::Settle, Subsystem::Diplomacy)))
        .add_systems(MonthSchedule, systems::lapse.in_set(at(Phase::Record, Subsystem::Diplomacy)));
}
