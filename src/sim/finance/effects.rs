//! What effects do to budgets and debts.

use bevy::prelude::World;

use crate::base::{Goods, Money, PolityId};
use crate::sim::economy::Roles;
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::plan::Plan;
use crate::sim::population::{Atlas, Lore};

use super::components::{Budget, BudgetLine, Debt, Debts};
use super::parameters::FinanceRules;
use super::{debts, rules};

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
    let principal = debts::pay_out(world, from, to, principal.positive());
    let debt = Debt {
        creditor: from,
        debtor: to,
        principal,
        interest: interest.clamp(0.0, ceiling),
        months_left: months.max(1),
        arrears: 0,
    };
    debts::enter(&mut world.resource_mut::<Debts>(), debt);
}

/// Pays makers of arms out of the budget, beyond the monthly line: means of production and arms are used up, as far as
/// there are any. Returns the worth of the goods had; warheads are bought with that.
pub(in crate::sim) fn spend_on_arms(world: &mut World, polity: PolityId, money: Money) -> Money {
    let roles = world.resource::<Roles>().clone();
    let lore = world.resource::<Lore>().clone();
    let mut left = money.positive();
    {
        let mut goods = world.resource_mut::<GoodsBook>();
        for (good, def) in lore.goods.iter() {
            if def.military || (roles.industry[good] && def.capital) {
                left -= Money(goods.book(polity, good, GoodsFlow::Forces, Goods(left.0)).0);
            }
        }
    }
    let spent = money.positive() - left;
    let (state, private) = (Account::State(polity), Account::Private(polity));
    world.resource_mut::<MoneyBook>().transfer(state, private, MoneyFlow::Forces, spent);
    spent
}
