//! Budgets, credit, aid, reserves. Money moves through the ledger.
//!
//! Lines of the budget are shares of the product. Deficits are borrowed at home where there is a capital market, and
//! issued otherwise; issue is inflation, which households lose in goods. Debts abroad are served out of reserves; arrears
//! that last are default. Reads accounts, agreements, governments; writes budgets and debts. Source: DESIGN §5.

mod aid;
mod budgets;
mod components;
mod debts;
pub(in crate::sim) mod effects;
mod parameters;
pub(in crate::sim) mod rules;

pub use components::{Budget, BudgetLine, Debt, Debts};
pub use parameters::FinanceRules;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Debts>()
        .resource_state::<Debts>("finance.debts")
        .polity_state::<Budget>("finance.budget")
        .add_systems(Genesis, budgets::open_budgets.in_set(at(Phase::Calendar, Subsystem::Finance)))
        .add_systems(
            MonthSchedule,
            (aid::give_aid, budgets::keep_budgets, debts::service_debts, budgets::keep_reserves)
                .chain()
                .in_set(at(Phase::Distribute, Subsystem::Finance)),
        );
}
