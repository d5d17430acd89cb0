//! Private lending abroad: banks of countries with reserves to spare lend to borrowers that look safe, at a rate that
//! floats with that of the key currency.
//!
//! A bank looks at growth, reserves, and what is owed already over what is earned; it lends to nobody it forbids
//! itself to deal with, and the less the further apart the two systems are kept by tension.

use bevy::prelude::*;

use crate::base::{BitMatrix, Money, PolityId, math};
use crate::sim::access::Access;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition, Relations, has_turn};
use crate::sim::economy::{Accounts, Market};
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Fate, Polities, Seat};
use crate::sim::technology::Technology;
use crate::sim::terms::Terms;
use crate::sim::trade::{TradeFlows, TradePosition};

use super::components::{Budget, Debt, DebtKind, Debts};
use super::key_currency::KeyCurrency;
use super::parameters::FinanceRules;
use super::payments::Payments;
use super::rules::{self, Borrower};

type Banks = (
    &'static Status,
    &'static Accounts,
    &'static Plan,
    &'static Budget,
    &'static TradePosition,
    &'static Technology,
    &'static Market,
    &'static Payments,
);

/// Lends to the borrowers whose month it is: each looks for a bank once a year.
pub(super) fn lend_abroad(
    clock: Res<Clock>,
    atlas: Res<Atlas>,
    finance: Res<FinanceRules>,
    key: Res<KeyCurrency>,
    relations: Res<Relations>,
    recognition: Res<Recognition>,
    agreements: Res<Agreements>,
    wars: Res<Wars>,
    flows: Res<TradeFlows>,
    mut debts: ResMut<Debts>,
    mut money: ResMut<MoneyBook>,
    polities: Polities<Banks>,
    fate: Res<Fate>,
    (mut pools, mut borrowers): (Local<Vec<(PolityId, f64)>>, Local<Vec<PolityId>>),
    mut barred: Local<BitMatrix<PolityId>>,
) {
    pools.clear();
    for (id, (status, accounts, plan, budget, trade, _, market, payments)) in polities.iter() {
        if !status.is_sovereign() || plan.planned() >= 0.5 || payments.in_crisis() {
            continue;
        }
        let monthly = trade.imported().real() / 12.0;
        let spare = (budget.reserve_months() - finance.reserve_target).max(0.0) * monthly;
        let issued = if key.issued_by(id) { accounts.product().real() * finance.capital_export } else { 0.0 };
        let pool = (spare * finance.recycling + issued) / 12.0 * (1.0 - market.crunch());
        if pool >= 1.0 {
            pools.push((id, pool));
        }
    }
    if pools.is_empty() {
        return;
    }
    bar_enemies(&mut barred, polities.ids().len(), &agreements, &wars);
    // Each has its month; who comes first in it is luck, for the first may leave less for the next.
    let key_of = |id| atlas.key(Seat::Polity(id));
    let comes = |&id: &PolityId| has_turn(atlas.turn_by(key_of(id)), clock.now().0, 12) && !key.issued_by(id);
    borrowers.clear();
    borrowers.extend(polities.ids().filter(comes));
    borrowers.sort_by_cached_key(|&id| fate.lot(u64::from(clock.now().0), key_of(id)));
    for &borrower in borrowers.iter() {
        let (status, accounts, plan, budget, trade, technology, _, payments) = polities.get(borrower);
        if !status.is_sovereign() || trade.exported() <= Money::ZERO {
            continue;
        }
        let borrower_seen = borrower_of(accounts, budget, trade, payments);
        let safety = rules::safety(&finance, &borrower_seen, &mut crate::sim::terms::NoTerms);
        if safety <= 0.0 {
            continue;
        }
        let wish = trade.exported().real() * finance.borrowing * rules::appetite(technology.level()) * safety;
        let open = |lender: PolityId| {
            let shut =
                lender == borrower || barred.has(lender, borrower) || !recognition.given(lender, borrower);
            if shut {
                return 0.0;
            }
            let (one, other) = (atlas.agent(Seat::Polity(lender)), atlas.agent(Seat::Polity(borrower)));
            rules::welcome(&finance, relations.tension(one, other), plan.planned())
        };
        let known = |lender: PolityId| {
            0.1 + math::ratio_or(flows.both_ways(lender, borrower), owed_scale(trade), 0.0)
        };
        let lot = |place: usize| fate.lot(key_of(borrower), key_of(pools[place].0));
        let best = (0..pools.len())
            .map(|place| (place, pools[place].1 * open(pools[place].0) * known(pools[place].0)))
            .filter(|(_, weight)| *weight > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| lot(b.0).cmp(&lot(a.0))));
        let Some((place, _)) = best else { continue };
        let (lender, pool) = pools[place];
        let amount = wish.min(pool * 12.0 * LARGEST_PART) * open(lender);
        let reserves = money.balance(Account::Reserves(lender)).real().max(0.0);
        let amount = if key.issued_by(lender) { amount } else { amount.min(reserves * 0.2) };
        let principal = Money::floored(amount);
        if principal <= Money::ZERO {
            continue;
        }
        pools[place].1 = (pool - amount / 12.0).max(0.0);
        let (from, to) = (Account::Reserves(lender), Account::Reserves(borrower));
        money.transfer(from, to, MoneyFlow::Credit, principal);
        enter(
            &mut debts,
            &finance,
            lender,
            borrower,
            principal,
            rules::spread(&finance, safety),
            key.real_rate(),
        );
    }
}

/// Notes to whom nobody lends: those under an embargo of one's own, and enemies in war.
fn bar_enemies(barred: &mut BitMatrix<PolityId>, polities: usize, agreements: &Agreements, wars: &Wars) {
    barred.reset(polities);
    for one in agreements.of_kind(AgreementTag::Embargo) {
        barred.set(one.a, one.b);
    }
    for war in wars.list() {
        for &a in &war.attacker.polities {
            war.defender.polities.iter().for_each(|&b| barred.set_both(a, b));
        }
    }
}

/// A country as banks see it.
fn borrower_of(accounts: &Accounts, budget: &Budget, trade: &TradePosition, payments: &Payments) -> Borrower {
    let owed = budget.debt() * accounts.product().real();
    Borrower {
        growth: accounts.growth(),
        reserve_months: budget.reserve_months(),
        owed: math::ratio_or(owed, trade.exported().real(), 0.0),
        arrears: payments.arrears(),
        shunned: payments.shunned() > 0,
    }
}

/// How safe a country looks to banks (0–1, nothing is lent at 0), with its terms; and the real interest a year that they
/// would ask.
pub fn explain_credit(world: &World, id: PolityId, terms: &mut impl Terms) -> (f64, f64) {
    let finance = world.resource::<FinanceRules>();
    let borrower = borrower_of(world.polity(id), world.polity(id), world.polity(id), world.polity(id));
    let safety = rules::safety(finance, &borrower, terms);
    let key = world.resource::<KeyCurrency>().real_rate();
    (safety, rules::floating(finance, key, rules::spread(finance, safety)))
}

/// Trade against which ties with a bank's country are measured.
fn owed_scale(trade: &TradePosition) -> f64 {
    (trade.exported() + trade.imported()).real().max(1.0)
}

/// Largest part of a bank's yearly pool that one borrower gets.
const LARGEST_PART: f64 = 0.5;

/// Enters a private debt; what the same two have between them already is added to.
fn enter(
    debts: &mut Debts,
    finance: &FinanceRules,
    lender: PolityId,
    borrower: PolityId,
    principal: Money,
    spread: f64,
    rate: f64,
) {
    let months = finance.private_months as u32;
    let same = |debt: &&mut Debt| {
        debt.creditor == lender && debt.debtor == borrower && debt.kind == DebtKind::Private
    };
    if let Some(debt) = debts.list.iter_mut().find(same) {
        let new = math::ratio_or(principal.real(), (debt.principal + principal).real(), 1.0);
        debt.spread = math::lerp(debt.spread, spread, new);
        debt.months_left = math::lerp(f64::from(debt.months_left), f64::from(months), new).ceil() as u32;
        debt.principal += principal;
        return;
    }
    debts.list.push(Debt {
        creditor: lender,
        debtor: borrower,
        principal,
        interest: rules::floating(finance, rate, spread),
        months_left: months.max(1),
        arrears: 0,
        kind: DebtKind::Private,
        spread,
    });
}
