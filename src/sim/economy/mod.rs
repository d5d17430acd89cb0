//! Production, markets and national accounts.
//!
//! Reads people, plans, budgets, technology; writes capital, ownership, output, prices, accounts. Goods move
//! through the ledger. Source: DESIGN §5.

mod components;
mod reading;

pub use components::{Accounts, Capital, Consumption, Output, Ownership, Prices};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of production and markets.
    pub struct EconomyRules in "economy" {
        /// Elasticity of substitution between inputs.
        input_substitution,
        /// Capital lost each year to wear (0–1).
        depreciation,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.territory_state::<Capital>("economy.capital")
        .territory_state::<Ownership>("economy.ownership")
        .territory_state::<Output>("economy.output")
        .polity_state::<Prices>("economy.prices")
        .polity_state::<Accounts>("economy.accounts")
        .polity_state::<Consumption>("economy.consumption");
}
