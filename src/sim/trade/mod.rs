//! Trade across borders: offers meet by gravity and access; goods move through the ledger.
//!
//! Reads stocks, prices, relations, agreements; writes trade flows. Source: DESIGN §5.

mod components;

pub use components::{TradeFlows, TradePosition};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of trade.
    pub struct TradeRules in "trade" {
        /// How fast trade falls with distance (exponent).
        gravity_distance,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TradeFlows>()
        .resource_state::<TradeFlows>("trade.flows")
        .polity_state::<TradePosition>("trade.position");
}
