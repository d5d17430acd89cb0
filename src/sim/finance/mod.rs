//! Budgets, credit, reserves. Money moves through the ledger.
//!
//! Reads accounts, agreements, governments; writes budgets and debts. Source: DESIGN §5.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Budget, BudgetLine, Debt, Debts};

use bevy::prelude::*;

use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of finance.
    pub struct FinanceRules in "finance" {
        /// Share of the product that administration takes (0–0.2).
        administration,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Debts>()
        .resource_state::<Debts>("finance.debts")
        .polity_state::<Budget>("finance.budget");
}
