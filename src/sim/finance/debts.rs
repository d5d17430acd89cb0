//! Debts between states: paying out, service, arrears, default, rescheduling.

use bevy::prelude::*;

use crate::base::{Goods, Money, PolityId};
use crate::content::vocabulary::Strings;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, GoodsBook, MoneyBook, MoneyFlow};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Lore, Polities};
use crate::sim::trade::{TradePosition, TradeRules};

use super::budgets::civil_goods;
use super::components::{Budget, BudgetLine, Debt, DebtKind, Debts};
use super::key_currency::KeyCurrency;
use super::parameters::FinanceRules;
use super::payments::Payments;
use super::rules;

/// What a debtor can still pay this month.
#[derive(Clone, Copy, Default)]
pub(super) struct Purse {
    alive: bool,
    suspended: bool,
    hard: f64,
    clearing: f64,
    /// Service due in hard currency, for the record.
    due: f64,
    /// Export earnings in hard currency, a month.
    earned: f64,
}

/// Pays interest and principal of every debt, as far as the debtor is able and willing; the rest is arrears, and long
/// arrears are default: part is written off and the rest put off.
pub(super) fn service_debts(
    finance: Res<FinanceRules>,
    trade_rules: Res<TradeRules>,
    key: Res<KeyCurrency>,
    mut debts: ResMut<Debts>,
    mut money: ResMut<MoneyBook>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &TradePosition, &mut Payments)>,
    mut purses: Local<Vec<Purse>>,
) {
    purses.clear();
    for (id, (status, trade, payments)) in polities.iter() {
        let earned = trade.exported().real() / 12.0;
        let reserves = money.balance(Account::Reserves(id)).real();
        purses.push(Purse {
            alive: status.is_alive(),
            suspended: payments.suspended > 0,
            hard: rules::able_to_pay(&finance, earned, reserves),
            clearing: rules::able_to_clear(
                &finance,
                trade.earned_clearing,
                trade.clearing.real(),
                trade_rules.clearing_swing,
            ),
            due: 0.0,
            earned,
        });
    }
    for debt in &mut debts.list {
        let purse = &mut purses[debt.debtor.0 as usize];
        if debt.kind == DebtKind::Private {
            debt.interest = rules::floating(&finance, key.real_rate(), debt.spread);
        }
        let (interest, repayment) = rules::service(debt.principal.real(), debt.interest, debt.months_left);
        // Below nothing, prices rise faster than interest: the debt melts.
        debt.principal += Money::rounded(interest.min(0.0));
        let due = interest.max(0.0) + repayment;
        let left = match debt.kind {
            DebtKind::Clearing => &mut purse.clearing,
            DebtKind::Official | DebtKind::Private => {
                purse.due += due;
                &mut purse.hard
            }
        };
        let willing = !purse.suspended || debt.kind == DebtKind::Clearing;
        if purse.alive && willing && due <= *left {
            *left -= due;
            let repaid = Money(Money::rounded(repayment).0.min(debt.principal.0));
            pay(debt, Money::floored(interest.max(0.0)), repaid, &mut money, &mut effects);
            debt.principal -= repaid;
            debt.months_left = debt.months_left.saturating_sub(1).max(1);
            debt.arrears = debt.arrears.saturating_sub(1);
            continue;
        }
        debt.principal += Money::rounded(interest.max(0.0));
        debt.arrears += 1;
        if f64::from(debt.arrears) >= finance.default_after {
            debt.principal = Money::rounded(debt.principal.real() * (1.0 - finance.default_haircut));
            debt.months_left = finance.reschedule_months as u32;
            debt.arrears = 0;
            let mut payments = polities.get_mut(debt.debtor).2;
            // One default is one event, however many creditors it hits in these years.
            if purse.alive && payments.shunned == 0 {
                let fact = Fact::DebtDefaulted { debtor: debt.debtor, creditor: debt.creditor };
                effects.push(Effect::Tell { fact });
            }
            payments.shunned = payments.shunned.max(finance.boycott_months as u32);
        }
    }
    debts.list.retain(|debt| debt.principal > Money::ZERO);
    for (id, (_, _, mut payments, ..)) in polities.iter_mut() {
        let purse = purses[id.0 as usize];
        payments.service = crate::base::math::ratio_or(purse.due, purse.earned, 0.0).min(10.0);
    }
}

/// Pays: out of reserves, or out of the clearing balance among planners.
fn pay(debt: &Debt, interest: Money, repaid: Money, money: &mut MoneyBook, effects: &mut Effects) {
    if debt.kind == DebtKind::Clearing {
        effects.push(Effect::SettleInClearing {
            from: debt.debtor,
            to: debt.creditor,
            amount: interest + repaid,
        });
        return;
    }
    let (from, to) = (Account::Reserves(debt.debtor), Account::Reserves(debt.creditor));
    money.transfer(from, to, MoneyFlow::Interest, interest);
    money.transfer(from, to, MoneyFlow::Repayment, repaid);
}

/// Hands a credit over — part in goods out of the creditor's stocks, the rest in foreign currency, unless the two settle
/// in clearing — and returns what was in fact handed over.
pub(super) fn pay_out(
    world: &mut World,
    from: PolityId,
    to: PolityId,
    principal: Money,
    kind: DebtKind,
) -> Money {
    let finance = *world.resource::<FinanceRules>();
    let lore = world.resource::<Lore>().clone();
    let mut handed = Money::ZERO;
    let goods_share = if kind == DebtKind::Clearing { 1.0 } else { finance.credit_goods_share };
    world.resource_scope(|_, mut goods: Mut<GoodsBook>| {
        let spare = |book: &GoodsBook, good| book.stock(from, good).real() * finance.credit_stock_share;
        let all: f64 = civil_goods(&lore).map(|good| spare(&goods, good)).sum();
        let wanted = principal.real() * goods_share;
        let part = if all > 0.0 { (wanted / all).min(1.0) } else { 0.0 };
        for good in civil_goods(&lore) {
            let amount = Goods::floored(spare(&goods, good) * part);
            handed += Money(goods.ship(from, to, good, amount, true).0);
        }
    });
    let issues = world.resource::<KeyCurrency>().issued_by(from);
    let mut money = world.resource_mut::<MoneyBook>();
    // The creditor's state buys the goods at home; the debtor's sells them there.
    money.transfer(Account::State(from), Account::Private(from), MoneyFlow::Credit, handed);
    money.transfer(Account::Private(to), Account::State(to), MoneyFlow::Credit, handed);
    if kind == DebtKind::Clearing {
        return handed;
    }
    let reserves = if issues { i64::MAX } else { money.balance(Account::Reserves(from)).0.max(0) / 4 };
    let cash = Money((principal - handed).0.clamp(0, reserves));
    money.transfer(Account::Reserves(from), Account::Reserves(to), MoneyFlow::Credit, cash);
    handed + cash
}

/// In which money two states settle a credit.
pub(super) fn kind_between(world: &World, from: PolityId, to: PolityId) -> DebtKind {
    let threshold = world.resource::<TradeRules>().clearing_threshold;
    let atlas = world.resource::<Atlas>();
    let plans = |id| world.get::<Plan>(atlas.polity(id)).is_some_and(|plan| plan.planned() > threshold);
    if plans(from) && plans(to) { DebtKind::Clearing } else { DebtKind::Official }
}

/// Enters a debt.
pub(super) fn enter(debts: &mut Debts, debt: Debt) {
    if debt.principal > Money::ZERO {
        debts.list.push(debt);
    }
}

/// Puts off all that one owes another, and binds the debtor by strings.
pub(in crate::sim) fn reschedule(
    world: &mut World,
    creditor: PolityId,
    debtor: PolityId,
    months: u32,
    strings: Strings,
) {
    for debt in &mut world.resource_mut::<Debts>().list {
        if debt.creditor == creditor && debt.debtor == debtor {
            debt.months_left = months.max(1);
            debt.arrears = 0;
        }
    }
    let finance = *world.resource::<FinanceRules>();
    let entity = world.resource::<Atlas>().polity(debtor);
    if let Some(mut payments) = world.get_mut::<Payments>(entity) {
        payments.suspended = 0;
        payments.arrears = 0;
        // Who comes to terms is lent to again sooner.
        payments.shunned = payments.shunned.min(finance.boycott_months as u32 / 4);
        if strings != Strings::None {
            payments.bound_to = Some(creditor);
        }
        if strings == Strings::Austerity {
            payments.austerity = payments.austerity.max(months.min(finance.strings_months as u32));
        }
    }
    if strings == Strings::Austerity
        && let Some(budget) = world.get::<Budget>(entity).copied()
    {
        let cut = 1.0 - finance.austerity_cut;
        for line in [BudgetLine::Welfare, BudgetLine::Investment] {
            super::effects::set_budget_share(world, debtor, line, budget.share(line) * cut);
        }
    }
}
