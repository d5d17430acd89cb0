//! Budgets: what is raised and spent, how gaps are covered, reserves.

use bevy::prelude::*;

use crate::base::{GoodId, Money, PolityId, math};
use crate::sim::economy::{Accounts, Market, MarketRules, Paces, Roles, TheStart, market_rules};
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::plan::{FormNorms, Plan};
use crate::sim::politics::{Government, Holding, Status};
use crate::sim::population::{Atlas, Lore, Polities};
use crate::sim::technology::Technology;
use crate::sim::trade::TradePosition;

use super::components::{Budget, BudgetLine, Debts};
use super::key_currency::KeyCurrency;
use super::parameters::FinanceRules;
use super::payments::Payments;
use super::rules;

/// Budgets, treasuries and reserves at the start.
pub(super) fn open_budgets(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    finance: Res<FinanceRules>,
    start: Res<TheStart>,
    mut money: ResMut<MoneyBook>,
) {
    for id in lore.polities.ids() {
        let opening = &start.0.of[id];
        let budget = Budget {
            shares: opening.shares,
            state_part: rules::state_part(&finance, &opening.shares, opening.planned),
            reserve_months: finance.opening_reserves,
            form: (opening.product > 0.0).then(|| lore.polities[id].start.form),
            ..default()
        };
        let imports: f64 = opening.imports.as_slice().iter().sum();
        let spending = opening.product * opening.shares[BudgetLine::Taxes as usize];
        for (account, amount) in [
            (Account::State(id), spending * finance.opening_months),
            (Account::Private(id), opening.product * finance.opening_private_months),
            (Account::Reserves(id), imports * finance.opening_reserves),
        ] {
            money.transfer(Account::Mint, account, MoneyFlow::Opening, Money::rounded(amount));
        }
        commands.entity(atlas.polity(id)).insert((budget, Payments::default()));
    }
}

/// Brings the lines of a state whose form of rule has changed to what such states are used to.
fn follow_form(budget: &mut Budget, government: &Government, norms: &FormNorms, rules: &FinanceRules) {
    if budget.form != Some(government.form()) {
        // A budget that has never known a form begins with one and has nothing to change.
        let changed = budget.form.is_some();
        budget.form = Some(government.form());
        budget.transition = if changed { rules.transition_months as u32 } else { 0 };
    }
    if budget.transition == 0 {
        return;
    }
    if let Some([taxes, investment, welfare]) = norms.of(government.form()).shares {
        let step = 1.0 / f64::from(budget.transition);
        for (line, norm) in
            [(BudgetLine::Taxes, taxes), (BudgetLine::Investment, investment), (BudgetLine::Welfare, welfare)]
        {
            let share = &mut budget.shares[line as usize];
            *share += (norm - *share) * step;
        }
    }
    budget.transition -= 1;
}

/// Raises, spends, and covers the gap.
pub(super) fn keep_budgets(
    finance: Res<FinanceRules>,
    paces: Res<Paces>,
    roles: Res<Roles>,
    norms: Res<FormNorms>,
    money_rules: Res<MarketRules>,
    goods: Res<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    holdings: Polities<(&Status, &Holding)>,
    mut polities: Polities<(&Status, &Government, &Accounts, &Market, &Plan, &Technology, &mut Budget)>,
    mut ruled: Local<Vec<(PolityId, PolityId, f64)>>,
) {
    ruled.clear();
    let abroad = |(id, (status, held)): (PolityId, (&Status, &Holding))| {
        status.ruler().filter(|_| held.cost > 0.0).map(|ruler| (ruler, id, held.cost))
    };
    ruled.extend(holdings.iter().filter_map(abroad));
    for (id, (status, government, accounts, market, plan, technology, mut budget)) in polities.iter_mut() {
        let budget = &mut *budget;
        if !status.is_alive() {
            budget.revenue = Money::ZERO;
            budget.spending = Money::ZERO;
            budget.forces_spent = Money::ZERO;
            continue;
        }
        let taxes_before = budget.share(BudgetLine::Taxes);
        follow_form(budget, government, &norms, &finance);
        if budget.transition > 0 && taxes_before != budget.share(BudgetLine::Taxes) {
            budget.state_part = rules::state_part(&finance, &budget.shares, plan.planned());
        }
        let product = accounts.product_month().real();
        let share = |share: f64| Money::rounded(product * share);
        let forces: Money = Money(roles.goods().map(|good| goods.flow(id, good, GoodsFlow::Forces).0).sum());
        budget.forces_spent = forces;
        let taxes = share(budget.share(BudgetLine::Taxes));
        let benefits = market_rules::benefits(
            &money_rules,
            budget.share(BudgetLine::Welfare),
            accounts.unemployment(),
            market.usual_unemployment(),
        ) * (1.0 - plan.planned());
        let lines = [
            (MoneyFlow::Benefits, share(benefits)),
            (MoneyFlow::Welfare, share(budget.share(BudgetLine::Welfare))),
            (
                MoneyFlow::Administration,
                share(rules::administration(&finance, budget.share(BudgetLine::Taxes))),
            ),
            (MoneyFlow::Forces, forces),
            (MoneyFlow::Investment, share(budget.share(BudgetLine::Investment) * budget.state_part)),
        ];
        let (state, private) = (Account::State(id), Account::Private(id));
        money.transfer(private, state, MoneyFlow::Taxes, taxes);
        let mut spent = Money::ZERO;
        for (flow, amount) in lines {
            money.transfer(state, private, flow, amount);
            spent += amount;
        }
        // Troops and offices abroad are paid at home and spend where they stand.
        for &(_, dependency, asked) in ruled.iter().filter(|(ruler, ..)| *ruler == id) {
            let amount = share(finance.rule_abroad * asked);
            money.transfer(state, Account::Private(dependency), MoneyFlow::Garrisons, amount);
            spent += amount;
        }
        // Surplus that falls to the state by what it owns comes beside what is raised.
        let raised = taxes + money.flow(state, MoneyFlow::Profits) + money.flow(state, MoneyFlow::Capital);
        budget.revenue = raised;
        budget.spending = spent;
        let result = math::ratio_or((raised - spent).real(), product, 0.0);
        budget.balance = math::lerp(result, budget.balance, paces.inflation);
        let depth = technology.level() * (1.0 - plan.planned());
        let issued = cover_gap(&finance, &mut money, id, spent, depth);
        let rate = finance.issue_inflation * math::ratio_or(issued, product, 0.0);
        budget.inflation = math::lerp(rate, budget.inflation, paces.inflation).clamp(0.0, 5.0);
    }
}

/// Covers an overdrawn treasury at home or by issue, and gives back what a full one does not need; returns what was
/// issued.
fn cover_gap(finance: &FinanceRules, money: &mut MoneyBook, id: PolityId, spent: Money, depth: f64) -> f64 {
    let (state, private) = (Account::State(id), Account::Private(id));
    let held = money.balance(state);
    if held < Money::ZERO {
        let (borrowed, _) = rules::cover(finance, -held.real(), depth);
        let borrowed = Money(Money::floored(borrowed).0.min(money.balance(private).0.max(0)));
        money.transfer(private, state, MoneyFlow::Credit, borrowed);
        let issued = -money.balance(state);
        money.transfer(Account::Mint, state, MoneyFlow::Issue, issued);
        return issued.real();
    }
    let enough = Money::rounded(spent.real() * finance.surplus_months);
    if held > enough {
        money.transfer(state, private, MoneyFlow::Repayment, Money((held - enough).0 / 12));
    }
    0.0
}

/// New reserves of the world, in proportion to what each country trades, and the figures drawn from reserves and debts.
pub(super) fn keep_reserves(
    finance: Res<FinanceRules>,
    key: Res<KeyCurrency>,
    debts: Res<Debts>,
    mut money: ResMut<MoneyBook>,
    mut owed: Local<Vec<f64>>,
    mut polities: Polities<(&Status, &TradePosition, &Accounts, &mut Budget)>,
) {
    owed.clear();
    owed.resize(polities.ids().len(), 0.0);
    for debt in &debts.list {
        owed[debt.debtor.0 as usize] += debt.principal.real();
    }
    for (id, (status, trade, accounts, mut budget)) in polities.iter_mut() {
        if !status.is_alive() {
            continue;
        }
        let monthly = trade.imported().real() / 12.0;
        // Where notes of one state are the world's money, only other kinds of reserves come from nowhere.
        let other = match key.issuer() {
            None => 1.0,
            Some(issuer) if issuer == id => 0.0,
            Some(_) => finance.other_liquidity,
        };
        let new = monthly * finance.reserve_target * finance.liquidity_growth * other / 12.0;
        money.transfer(Account::Mint, Account::Reserves(id), MoneyFlow::Issue, Money::rounded(new));
        let held = money.balance(Account::Reserves(id)).real();
        budget.reserve_months = math::ratio_or(held, monthly, 0.0).clamp(0.0, 120.0);
        budget.debt = math::ratio_or(owed[id.0 as usize], accounts.product().real(), 0.0);
    }
}

/// Goods that can be given or lent.
pub(super) fn civil_goods(lore: &Lore) -> impl Iterator<Item = GoodId> {
    lore.goods.iter().filter(|(_, good)| good.traded && !good.military).map(|(id, _)| id)
}

/// Goods that arm forces and movements.
pub(super) fn arms(lore: &Lore) -> impl Iterator<Item = GoodId> {
    lore.goods.iter().filter(|(_, good)| good.traded && good.military).map(|(id, _)| id)
}
