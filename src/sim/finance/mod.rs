//! Budgets, credit, aid, reserves. Money moves through the ledger.
//!
//! Lines of the budget are shares of the product. Deficits are borrowed at home where there is a capital market, and
//! issued otherwise; issue is inflation, which households lose in goods. Debts abroad are served out of reserves; arrears
//! that last are default. A key currency with gold behind it, payments crises, private lending abroad and
//! reparations stand in files of their own. Reads accounts, markets, agreements, governments; writes budgets, debts,
//! payments and the key currency. Source: DESIGN §5.

mod aid;
mod budgets;
mod components;
mod debts;
pub(in crate::sim) mod effects;
mod key_currency;
mod lending;
mod parameters;
mod payments;
mod reparations;
pub(in crate::sim) mod rules;

pub use components::{Budget, BudgetLine, Debt, DebtKind, Debts};
pub use key_currency::KeyCurrency;
pub(in crate::sim) use key_currency::foreign_currency;
pub use lending::explain_credit;
pub use parameters::FinanceRules;
pub use payments::Payments;

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Debts>()
        .init_resource::<KeyCurrency>()
        .resource_state::<KeyCurrency>("finance.key_currency")
        .polity_state::<Payments>("finance.payments")
        .resource_state::<Debts>("finance.debts")
        .polity_state::<Budget>("finance.budget")
        .add_systems(
            Genesis,
            (budgets::open_budgets, key_currency::open_vaults)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Finance)),
        )
        .add_systems(
            MonthSchedule,
            (
                aid::give_aid,
                reparations::pay_reparations,
                budgets::keep_budgets,
                debts::service_debts,
                lending::lend_abroad,
                key_currency::keep_key_currency,
                budgets::keep_reserves,
                payments::watch_payments,
            )
                .chain()
                .in_set(at(Phase::Distribute, Subsystem::Finance)),
        );
}
