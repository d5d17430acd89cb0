//! Reparations: goods that one state delivers to another for the damage of a war, month by month, until a date or until
//! the other waives them.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, Money, math};
use crate::sim::diplomacy::{AgreementTerms, Agreements};
use crate::sim::ledger::{Account, GoodsBook, MoneyBook, MoneyFlow};
use crate::sim::politics::Status;
use crate::sim::population::{Lore, Polities};

use super::budgets::civil_goods;
use super::parameters::FinanceRules;

/// Delivers what is due this month out of what lies in store; the payer's budget pays those who made it, and what the
/// receiver's state sells at home it keeps.
pub(super) fn pay_reparations(
    lore: Res<Lore>,
    finance: Res<FinanceRules>,
    agreements: Res<Agreements>,
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    polities: Polities<&Status>,
) {
    for agreement in agreements.list() {
        let AgreementTerms::Reparations { monthly } = agreement.terms else { continue };
        let (payer, receiver) = (agreement.a, agreement.b);
        if !polities.get(payer).is_alive() || !polities.get(receiver).is_alive() {
            continue;
        }
        let spare = |book: &GoodsBook, good: GoodId| book.stock(payer, good).real() * finance.aid_stock_share;
        let all: f64 = civil_goods(&lore).map(|good| spare(&goods, good)).sum();
        let part = math::ratio_or(monthly.real(), all, 0.0).min(1.0);
        let mut shipped = Money::ZERO;
        for good in civil_goods(&lore) {
            let amount = Goods::floored(spare(&goods, good) * part);
            shipped += Money(goods.ship(payer, receiver, good, amount, true).0);
        }
        money.transfer(Account::State(payer), Account::Private(payer), MoneyFlow::Reparations, shipped);
        money.transfer(Account::Private(receiver), Account::State(receiver), MoneyFlow::Reparations, shipped);
    }
}
