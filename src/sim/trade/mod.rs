//! Trade across borders: offers meet wants along links by gravity and political access; goods and money move
//! through the ledger.
//!
//! Every buyer deals with up to [`PARTNERS`] sellers of its choice, the small with fewer, and those that chose it, reviewed every year or two; it orders by
//! what they could make, and has what they have ready. What it seeks abroad follows home demand,
//! prices and access; what it can pay follows its earnings and reserves, or, among planners, a clearing balance. Exports
//! are limited to what a seller can spare. World exports equal world imports to the quantum.
//!
//! Embargoes, boycotts and blockades close ways ([`restrictions`]); what they close finds ways round through neutrals
//! who take a margin ([`transit`]). Where means are short, importers in markets cut all purchases alike, a monopoly of
//! foreign trade goes down its list. Sellers with weight in a good can hold it back, and its price answers.
//!
//! Reads stocks, prices, relations, agreements, wars; writes trade positions and flows. Source: DESIGN §5.

mod components;
pub(in crate::sim) mod effects;
pub(in crate::sim) mod exchange;
mod genesis;
mod links;
mod market;
mod parameters;
mod restrictions;
pub(in crate::sim) mod rules;
mod settle;
mod transit;

pub use components::{ExportLimit, Link, PARTNERS, TradeFlows, TradeLinks, TradePosition, WorldMarket};
pub use parameters::TradeRules;

use crate::sim::economy::Roles;
use crate::sim::terms::Terms;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TradeFlows>()
        .init_resource::<TradeLinks>()
        .init_resource::<WorldMarket>()
        .init_resource::<restrictions::Restrictions>()
        .resource_state::<TradeFlows>("trade.flows")
        .resource_state::<TradeLinks>("trade.links")
        .resource_state::<WorldMarket>("trade.world")
        .polity_state::<TradePosition>("trade.position")
        .add_systems(Genesis, genesis::open_trade.in_set(at(Phase::Calendar, Subsystem::Trade)))
        .add_systems(
            MonthSchedule,
            (links::review_links, restrictions::note_restrictions, market::trade)
                .chain()
                .in_set(at(Phase::Trade, Subsystem::Trade)),
        );
}

impl TradeRules {
    /// Share of output under plan above which two states settle in clearing (0–1).
    pub fn clearing_threshold(&self) -> f64 {
        self.clearing_threshold
    }
}

/// A country's terms of trade (1 at base prices), with what makes them.
pub fn explain_terms_of_trade(
    position: &TradePosition,
    world: &WorldMarket,
    roles: &Roles,
    terms: &mut impl Terms,
) -> f64 {
    rules::terms_of_trade(&position.sold, &position.arrivals, &world.price, &roles.primary, terms)
}
