//! Relations between agents, recognition, agreements and offers.
//!
//! Reads wars, trade, doctrines; writes relations, recognition, agreements, offers. Source: DESIGN §7.

mod components;
mod relations;

pub use components::{
    Agreement, AgreementTag, Agreements, Offer, OfferKind, Offers, Recognition, Terms as AgreementTerms,
};
pub use relations::{Channel, OTHERS, Relations};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of relations.
    pub struct DiplomacyRules in "diplomacy" {
        /// Half-life of tension without cause, months.
        tension_half_life,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Relations>()
        .init_resource::<Recognition>()
        .init_resource::<Agreements>()
        .init_resource::<Offers>()
        .resource_state::<Relations>("diplomacy.relations")
        .resource_state::<Recognition>("diplomacy.recognition")
        .resource_state::<Agreements>("diplomacy.agreements")
        .resource_state::<Offers>("diplomacy.offers");
}
