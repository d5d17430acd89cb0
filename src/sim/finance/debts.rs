//! Debts between states: paying out, service, arrears, default.

use bevy::prelude::*;

use crate::base::{Goods, Money, PolityId};
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, GoodsBook, MoneyBook, MoneyFlow};
use crate::sim::politics::Status;
use crate::sim::population::{Lore, Polities};
use crate::sim::trade::TradePosition;

use super::budgets::civil_goods;
use super::components::{Debt, Debts};
use super::parameters::FinanceRules;
use super::rules;

/// Pays interest and principal of every debt, as far as the debtor is able; the rest is arrears, and long arrears are
/// default: part is written off and the rest put off.
pub(super) fn service_debts(
    finance: Res<FinanceRules>,
    mut debts: ResMut<Debts>,
    mut money: ResMut<MoneyBook>,
    mut effects: ResMut<Effects>,
    polities: Polities<(&Status, &TradePosition)>,
    mut able: Local<Vec<f64>>,
) {
    if debts.list.is_empty() {
        return;
    }
    able.clear();
    for (id, (_, trade)) in polities.iter() {
        let earned = trade.exported().real() / 12.0;
        let reserves = money.balance(Account::Reserves(id)).real();
        able.push(rules::able_to_pay(&finance, earned, reserves));
    }
    for debt in &mut debts.list {
        let (interest, repayment) = rules::service(debt.principal.real(), debt.interest, debt.months_left);
        let due = interest + repayment;
        let left = &mut able[debt.debtor.0 as usize];
        let alive = polities.get(debt.debtor).0.is_alive();
        if alive && due <= *left {
            *left -= due;
            let (from, to) = (Account::Reserves(debt.debtor), Account::Reserves(debt.creditor));
            let repaid = Money(Money::rounded(repayment).0.min(debt.principal.0));
            money.transfer(from, to, MoneyFlow::Interest, Money::floored(interest));
            money.transfer(from, to, MoneyFlow::Repayment, repaid);
            debt.principal -= repaid;
            debt.months_left = debt.months_left.saturating_sub(1).max(1);
            debt.arrears = debt.arrears.saturating_sub(1);
            continue;
        }
        debt.principal += Money::rounded(interest);
        debt.arrears += 1;
        if f64::from(debt.arrears) >= finance.default_after {
            debt.principal = Money::rounded(debt.principal.real() * (1.0 - finance.default_haircut));
            debt.months_left = finance.reschedule_months as u32;
            debt.arrears = 0;
            if alive {
                let fact = Fact::DebtDefaulted { debtor: debt.debtor, creditor: debt.creditor };
                effects.push(Effect::Tell { fact });
            }
        }
    }
    debts.list.retain(|debt| debt.principal > Money::ZERO);
}

/// Hands a credit over — part in goods out of the creditor's stocks, the rest in foreign currency — and enters as debt
/// what was in fact handed over.
pub(super) fn pay_out(world: &mut World, from: PolityId, to: PolityId, principal: Money) -> Money {
    let finance = *world.resource::<FinanceRules>();
    let lore = world.resource::<Lore>().clone();
    let mut handed = Money::ZERO;
    world.resource_scope(|_, mut goods: Mut<GoodsBook>| {
        let spare = |book: &GoodsBook, good| book.stock(from, good).real() * finance.credit_stock_share;
        let all: f64 = civil_goods(&lore).map(|good| spare(&goods, good)).sum();
        let wanted = principal.real() * finance.credit_goods_share;
        let part = if all > 0.0 { (wanted / all).min(1.0) } else { 0.0 };
        for good in civil_goods(&lore) {
            let amount = Goods::floored(spare(&goods, good) * part);
            handed += Money(goods.ship(from, to, good, amount, true).0);
        }
    });
    let mut money = world.resource_mut::<MoneyBook>();
    // The creditor's state buys the goods at home; the debtor's sells them there.
    money.transfer(Account::State(from), Account::Private(from), MoneyFlow::Credit, handed);
    money.transfer(Account::Private(to), Account::State(to), MoneyFlow::Credit, handed);
    let reserves = money.balance(Account::Reserves(from)).0.max(0) / 4;
    let cash = Money((principal - handed).0.clamp(0, reserves));
    money.transfer(Account::Reserves(from), Account::Reserves(to), MoneyFlow::Credit, cash);
    handed + cash
}

/// Enters a debt.
pub(super) fn enter(debts: &mut Debts, debt: Debt) {
    if debt.principal > Money::ZERO {
        debts.list.push(debt);
    }
}
