//! What effects do to budgets and debts.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::sim::plan::Plan;
use crate::sim::population::Atlas;

use super::components::{Budget, BudgetLine, Debt, Debts};
use super::parameters::FinanceRules;
use super::{debts, rules};

pub(in crate::sim) use super::debts::reschedule;
pub(in crate::sim) use super::key_currency::{convert, shut_window};
pub(in crate::sim) use super::payments::suspend;

/// Sets a line of the budget as a share of the product, pressed into what the order allows.
pub(in crate::sim) fn set_budget_share(world: &mut World, polity: PolityId, line: BudgetLine, share: f64) {
    let finance = *world.resource::<FinanceRules>();
    let entity = world.resource::<Atlas>().polity(polity);
    let planned = world.get::<Plan>(entity).map_or(0.0, Plan::planned);
    let share = match line {
        BudgetLine::Taxes => share.clamp(0.02, 0.6),
        BudgetLine::Investment => share.clamp(0.05, 0.45),
        BudgetLine::Welfare | BudgetLine::Forces => share.clamp(0.0, 0.35),
    };
    if let Some(mut budget) = world.get_mut::<Budget>(entity) {
        budget.shares[line as usize] = share;
        if line == BudgetLine::Taxes {
            budget.state_part = rules::state_part(&finance, &budget.shares, planned);
        }
        // A government that decides on a line has its own mind; what such states are used to no longer pulls.
        budget.transition = 0;
    }
}

/// Enters a debt for which nothing is handed over: what is owed for what was taken.
pub(in crate::sim) fn owe(world: &mut World, debt: Debt) {
    debts::enter(&mut world.resource_mut::<Debts>(), debt);
}

/// Hands a credit over and enters the debt; the principal entered is what could in fact be handed over.
pub(in crate::sim) fn open_debt(
    world: &mut World,
    from: PolityId,
    to: PolityId,
    principal: Money,
    months: u32,
    interest: f64,
) {
    let ceiling = world.resource::<FinanceRules>().interest_ceiling;
    let kind = debts::kind_between(world, from, to);
    let principal = debts::pay_out(world, from, to, principal.positive(), kind);
    let debt = Debt {
        creditor: from,
        debtor: to,
        principal,
        interest: interest.clamp(0.0, ceiling),
        months_left: months.max(1),
        arrears: 0,
        kind,
        spread: 0.0,
    };
    debts::enter(&mut world.resource_mut::<Debts>(), debt);
}
