//! What effects do to budgets and debts.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::sim::access::Access;
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};

use super::{Budget, BudgetLine, Debt, Debts};

/// Sets a line of the budget as a share of the product.
pub(in crate::sim) fn set_budget_share(world: &mut World, polity: PolityId, line: BudgetLine, share: f64) {
    world.polity_mut::<Budget>(polity).shares[line as usize] = share;
}

/// Pays out a loan and enters the debt.
pub(in crate::sim) fn open_debt(
    world: &mut World,
    from: PolityId,
    to: PolityId,
    principal: Money,
    months: u32,
    interest: f64,
) {
    world.resource_mut::<MoneyBook>().transfer(
        Account::State(from),
        Account::State(to),
        MoneyFlow::Credit,
        principal,
    );
    let debt = Debt { creditor: from, debtor: to, principal, interest, months_left: months, arrears: 0 };
    world.resource_mut::<Debts>().list.push(debt);
}
