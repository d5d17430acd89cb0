//! Trade across borders: offers meet wants along links by gravity and political access; goods and money move
//! through the ledger.
//!
//! Every buyer deals with at most [`PARTNERS`] sellers, reviewed once a year. What it seeks abroad follows home demand,
//! prices and access; what it can pay follows its earnings and reserves, or, among planners, a clearing balance. Exports
//! are limited to what a seller can spare. World exports equal world imports to the quantum.
//!
//! Reads stocks, prices, relations, agreements, wars; writes trade positions and flows. Source: DESIGN §5.

mod components;
mod genesis;
mod links;
mod market;
mod parameters;
mod rules;

pub use components::{Link, PARTNERS, TradeFlows, TradeLinks, TradePosition, WorldMarket};
pub use parameters::TradeRules;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TradeFlows>()
        .init_resource::<TradeLinks>()
        .init_resource::<WorldMarket>()
        .resource_state::<TradeFlows>("trade.flows")
        .resource_state::<TradeLinks>("trade.links")
        .resource_state::<WorldMarket>("trade.world")
        .polity_state::<TradePosition>("trade.position")
        .add_systems(Genesis, genesis::open_trade.in_set(at(Phase::Calendar, Subsystem::Trade)))
        .add_systems(
            MonthSchedule,
            (links::review_links, market::trade).chain().in_set(at(Phase::Trade, Subsystem::Trade)),
        );
}
