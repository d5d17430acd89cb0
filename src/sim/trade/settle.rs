//! After the market: goods and money are booked, each country's place in trade is noted, world prices move.

use crate::base::{Goods, Id, Money, Month, PolityId, math};
use crate::sim::community::Deliveries;
use crate::sim::economy::{Paces, Roles};
use crate::sim::finance::{FinanceRules, KeyCurrency};
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::population::{Lore, PerGood};
use crate::sim::terms::NoTerms;

use super::components::{TradePosition, WorldMarket};
use super::market::{Side, Traders};
use super::parameters::TradeRules;
use super::restrictions::closed_share;
use super::rules;

/// What the settling of a month reads.
pub(super) struct Counter<'a> {
    pub now: Month,
    pub lore: &'a Lore,
    pub roles: &'a Roles,
    pub rules: &'a TradeRules,
    pub paces: &'a Paces,
    pub finance: &'a FinanceRules,
    pub key: &'a KeyCurrency,
    pub sides: &'a [Side],
    /// What went out and came in under protocols, before the market.
    pub deliveries: &'a Deliveries,
}

/// Books what was shipped and paid, and notes where each country stands.
pub(super) fn settle(
    counter: &Counter,
    world: &mut WorldMarket,
    goods: &mut GoodsBook,
    money: &mut MoneyBook,
    polities: &mut Traders,
) {
    for (id, (status, _, _, _, mut position)) in polities.iter_mut() {
        position.exports = PerGood::default();
        position.imports = PerGood::default();
        if status.is_alive() {
            counter.book_goods(id, &mut position, world, goods);
            counter.book_money(id, &mut position, money);
        }
    }
    counter.share_markets(polities);
    counter.move_prices(polities, world);
}

impl Counter<'_> {
    /// Goods in and out, and what they tell of a country's trade.
    fn book_goods(
        &self,
        id: PolityId,
        position: &mut TradePosition,
        world: &WorldMarket,
        goods: &mut GoodsBook,
    ) {
        let (side, paces) = (&self.sides[id.index()], self.paces);
        let (mut sold, mut bought, mut passed, mut largest) = (0.0, 0.0, 0.0, 0.0_f64);
        for (good, def) in self.lore.goods.iter() {
            if !def.traded {
                continue;
            }
            let (out, in_, on) = (side.shipped[good], side.received[good], side.passed[good]);
            // What comes in is booked first: part of it may go straight out again. Offers never exceed stocks, so that
            // both sides of a shipment are booked in full.
            let delivered = &self.deliveries.of[id];
            let whole = |units: f64| Goods(units as i64);
            position.imports[good] =
                goods.book(id, good, GoodsFlow::Imports, whole(in_)) + delivered.came[good];
            position.exports[good] =
                goods.book(id, good, GoodsFlow::Exports, whole(out)) + delivered.out[good];
            let (out, in_) = (out + delivered.out[good].real(), in_ + delivered.came[good].real());
            let (own_out, own_in) = (out - on, in_ - on);
            let asked = side.ordered[good] + delivered.due[good];
            position.orders[good] = math::lerp(asked, position.orders[good], paces.orders);
            position.arrivals[good] = math::lerp(own_in, position.arrivals[good], paces.orders);
            position.sold[good] = math::lerp(own_out, position.sold[good], paces.flows);
            largest = largest.max(own_out * world.price[good]);
            sold += out * world.price[good];
            bought += in_ * world.price[good];
            passed += on * world.price[good];
        }
        let smooth =
            |now: f64, before: Money| Money::rounded(math::lerp(now * 12.0, before.real(), paces.flows));
        position.exported = smooth(sold, position.exported);
        position.imported = smooth(bought, position.imported);
        position.passed_on = smooth(passed, position.passed_on);
        position.terms = rules::terms_of_trade(
            &position.sold,
            &position.arrivals,
            &world.price,
            &self.roles.primary,
            &mut NoTerms,
        );
        let share = math::ratio_or(largest, sold - passed, 0.0);
        position.dependence = math::lerp(share, position.dependence, paces.flows);
        let wanted = side.wanted_value + self.deliveries.of[id].paid.real();
        let served = math::ratio_or(bought - passed, wanted, 1.0).min(1.0);
        position.served = math::lerp(served, position.served, paces.orders);
        let closed = closed_share(side.closed_value, side.wanted_value);
        position.closed = math::lerp(closed, position.closed, paces.orders);
        let found = if side.closed_value > 0.0 { 1.0 } else { 0.0 };
        position.routes = math::lerp(found, position.routes, paces.routes);
    }

    /// Earnings, clearing balances, the rate of exchange, and home money for foreign.
    fn book_money(&self, id: PolityId, position: &mut TradePosition, money: &mut MoneyBook) {
        let (side, paces) = (&self.sides[id.index()], self.paces);
        position.earned_hard = math::lerp(side.got[0] as f64, position.earned_hard, paces.earnings);
        position.earned_clearing = math::lerp(side.got[1] as f64, position.earned_clearing, paces.earnings);
        position.clearing += Money(side.got[1] - side.paid[1]);
        let held = money.balance(Account::Reserves(id)).real() + position.clearing.real();
        let earned = position.earned_hard + position.earned_clearing;
        // While its notes are gold the issuer's rate is fixed; afterwards it answers what it sells against what it buys.
        let held = if self.key.issued_by(id) {
            let sold_over_bought = math::ratio_or(position.exported.real(), position.imported.real(), 1.0);
            let balance = if self.key.is_open() { 1.0 } else { sold_over_bought * sold_over_bought };
            earned * self.finance.reserve_target * balance
        } else {
            held
        };
        let full = held > earned * self.finance.reserve_target;
        let pace = self.finance.rate_pace(self.key.issuer().is_some(), self.key.is_open(), full);
        let rules = TradeRules { rate_speed: self.rules.rate_speed * pace, ..*self.rules };
        position.rate = rules::next_rate(&rules, position.rate, held, earned, self.finance.reserve_target);
        // Exporters hand foreign money in for home money, importers the other way round.
        let net = side.got[0] + side.got[1] - side.paid[0] - side.paid[1];
        let (from, to) = if net >= 0 {
            (Account::Mint, Account::Private(id))
        } else {
            (Account::Private(id), Account::Mint)
        };
        money.transfer(from, to, MoneyFlow::Exchange, Money(net.abs()));
    }

    /// Each country's part in the world's exports, now and as it is used to.
    fn share_markets(&self, polities: &mut Traders) {
        let mut world: PerGood<f64> = PerGood::default();
        for (_, (.., position)) in polities.iter() {
            for good in self.roles.goods() {
                world[good] += position.sold[good];
            }
        }
        let all: f64 = world.as_slice().iter().sum();
        for (_, (status, _, _, _, mut position)) in polities.iter_mut() {
            if !status.is_alive() {
                continue;
            }
            let mut sold = 0.0;
            for good in self.roles.goods() {
                sold += position.sold[good];
                position.weight[good] = math::ratio_or(position.sold[good], world[good], 0.0);
            }
            position.market = math::ratio_or(sold, all, 0.0);
            let before = if position.usual_market > 0.0 { position.usual_market } else { position.market };
            position.usual_market = math::lerp(position.market, before, self.paces.markets);
        }
    }

    /// World prices follow the home prices and mark-ups of those who sell, the drift of primary goods against
    /// manufactures, and what sellers hold back.
    fn move_prices(&self, polities: &Traders, world: &mut WorldMarket) {
        let mut weight: PerGood<f64> = PerGood::default();
        let mut sum: PerGood<f64> = PerGood::default();
        let mut withheld: PerGood<f64> = PerGood::default();
        for (id, (_, (prices, _), _, accounts, position)) in polities.iter() {
            let side = &self.sides[id.index()];
            let markup = 1.0 + self.rules.markup_pass * (accounts.markup - 1.0);
            for good in self.roles.goods() {
                let shipped = side.shipped[good] - side.passed[good];
                let markup = if self.roles.primary[good] { 1.0 } else { markup };
                weight[good] += shipped;
                sum[good] += shipped * prices.of[good] * markup;
            }
            if let Some(limit) = position.limit.filter(|limit| limit.until >= self.now) {
                withheld[limit.good] += limit.usual() - limit.quota;
            }
        }
        world.drift *= 1.0 + self.rules.terms_of_trade_drift / 12.0;
        world.integration *= 1.0 + self.rules.integration / 12.0;
        for good in self.roles.goods() {
            let drift = if self.roles.primary[good] { world.drift } else { 1.0 };
            let held_back = math::ratio_or(withheld[good], withheld[good] + weight[good], 0.0);
            let dear = rules::scarcity(self.rules, held_back);
            let target = math::ratio_or(sum[good], weight[good], 1.0) * drift * dear;
            world.price[good] = rules::next_world_price(world.price[good], target, self.paces.world_price);
        }
    }
}
