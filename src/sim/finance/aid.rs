//! Help between states and to movements: goods are shipped, money is paid, both in the books.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, Money, PolityId, math};
use crate::content::vocabulary::AidForm;
use crate::sim::diplomacy::{AgreementTerms, Agreements};
use crate::sim::economy::Paces;
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::politics::Status;
use crate::sim::population::{Lore, Polities};

use super::budgets::{arms, civil_goods};
use super::components::Budget;
use super::parameters::FinanceRules;

/// Carries out all agreements on help for this month.
pub(super) fn give_aid(
    lore: Res<Lore>,
    finance: Res<FinanceRules>,
    paces: Res<Paces>,
    agreements: Res<Agreements>,
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    mut polities: Polities<(&Status, &mut Budget)>,
    mut balance: Local<Vec<i64>>,
) {
    balance.clear();
    balance.resize(polities.ids().len(), 0);
    for (_, (_, mut budget)) in polities.iter_mut() {
        budget.arms_received = Money::ZERO;
    }
    for agreement in agreements.list() {
        let (a, b) = (agreement.a, agreement.b);
        // Most agreements move nothing.
        let alive = |id| polities.get(id).0.is_alive();
        match agreement.terms {
            AgreementTerms::Aid { form, monthly } if alive(a) && alive(b) => {
                let mut giver = Giver { finance: &finance, goods: &mut goods, money: &mut money, a, b };
                let shipped = match form {
                    AidForm::Economic => giver.economic(&lore, monthly),
                    AidForm::Military => {
                        let kinds: Vec<GoodId> = arms(&lore).collect();
                        let shipped = giver.ship(&kinds, monthly);
                        giver.pay_makers(shipped);
                        polities.get_mut(b).1.arms_received += shipped;
                        shipped
                    }
                    // Specialists are paid at home; what they carry is knowledge.
                    AidForm::Scientific => {
                        giver.pay_makers(monthly);
                        Money::ZERO
                    }
                    AidForm::Political => Money::ZERO,
                };
                balance[a.0 as usize] -= shipped.0;
                balance[b.0 as usize] += shipped.0;
            }
            AgreementTerms::Arms { movement, monthly, .. } if alive(a) => {
                // Half goes in arms from the giver's stock, half in money.
                let half = Money(monthly.0 / 2);
                let mut sent = Money::ZERO;
                for good in arms(&lore) {
                    let wanted = Goods((half - sent).0);
                    sent += Money(goods.book(a, good, GoodsFlow::Forces, wanted).0);
                }
                money.transfer(Account::State(a), Account::Private(a), MoneyFlow::Aid, sent);
                money.transfer(
                    Account::State(a),
                    Account::Chest(movement),
                    MoneyFlow::Movement,
                    monthly - half,
                );
            }
            AgreementTerms::Base { monthly } if alive(a) && alive(b) => {
                let mut giver = Giver { finance: &finance, goods: &mut goods, money: &mut money, a, b };
                giver.hand_over(monthly);
            }
            // Those who gather it are paid at home.
            AgreementTerms::Intelligence { monthly } if alive(a) => {
                money.transfer(Account::State(a), Account::Private(a), MoneyFlow::Administration, monthly);
            }
            _ => {}
        }
    }
    for (id, (_, mut budget)) in polities.iter_mut() {
        let net = balance[id.0 as usize] as f64;
        budget.aid = math::lerp(net, budget.aid, paces.orders);
    }
}

/// One gift.
struct Giver<'a> {
    finance: &'a FinanceRules,
    goods: &'a mut GoodsBook,
    money: &'a mut MoneyBook,
    a: PolityId,
    b: PolityId,
}

impl Giver<'_> {
    /// Ships goods worth up to `worth`, good after good by what lies in store.
    fn ship(&mut self, goods: &[GoodId], worth: Money) -> Money {
        let share = self.finance.aid_stock_share;
        let spare = |book: &GoodsBook, good| (book.stock(self.a, good).real() * share).floor();
        let all: f64 = goods.iter().map(|&good| spare(self.goods, good)).sum();
        let part = math::ratio_or(worth.real(), all, 0.0).min(1.0);
        let mut shipped = 0;
        for &good in goods {
            let amount = Goods::floored(spare(self.goods, good) * part);
            shipped += self.goods.ship(self.a, self.b, good, amount, true).0;
        }
        Money(shipped)
    }

    /// The giver's budget pays those who made the goods.
    fn pay_makers(&mut self, worth: Money) {
        self.money.transfer(Account::State(self.a), Account::Private(self.a), MoneyFlow::Aid, worth);
    }

    /// Goods first; what stores do not give is given in foreign currency. The receiver's state sells the goods at home.
    fn economic(&mut self, lore: &Lore, monthly: Money) -> Money {
        let goods: Vec<GoodId> = civil_goods(lore).collect();
        let shipped = self.ship(&goods, monthly);
        self.pay_makers(shipped);
        self.money.transfer(Account::Private(self.b), Account::State(self.b), MoneyFlow::Aid, shipped);
        self.hand_over(monthly - shipped);
        shipped
    }

    /// What is given in foreign currency, as far as reserves bear it.
    fn hand_over(&mut self, wanted: Money) {
        let reserves = self.money.balance(Account::Reserves(self.a)).real().max(0.0);
        let cash = wanted.real().clamp(0.0, reserves * self.finance.aid_cash_share);
        let (from, to) = (Account::Reserves(self.a), Account::Reserves(self.b));
        self.money.transfer(from, to, MoneyFlow::Aid, Money::floored(cash));
    }
}
