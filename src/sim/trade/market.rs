//! The month's trade: offers and wants meet along links; goods are shipped and paid.

use bevy::prelude::*;

use crate::base::{Goods, Id, Money, PolityId, math};
use crate::content::defs::MAX_GOODS;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::economy::{EconomyRules, Paces, Prices, Roles, rules as economy_rules};
use crate::sim::finance::FinanceRules;
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::politics::Status;
use crate::sim::population::{Clock, Lore, PerGood, Polities};

use super::components::{TradeFlows, TradeLinks, TradePosition, WorldMarket};
use super::parameters::TradeRules;
use super::rules;

/// One order along a link.
struct Order {
    buyer: PolityId,
    seller: PolityId,
    clearing: bool,
    amount: [f64; MAX_GOODS],
}

/// One country in this month's trade.
#[derive(Clone, Default)]
struct Side {
    pull: f64,
    offer: PerGood<f64>,
    want: PerGood<f64>,
    ordered: PerGood<f64>,
    filled: PerGood<f64>,
    shipped: PerGood<i64>,
    received: PerGood<i64>,
    paid: [i64; 2],
    got: [i64; 2],
    wanted_value: f64,
}

/// Scratch of the market, filled anew each month.
#[derive(Default)]
pub(super) struct Scratch {
    sides: Vec<Side>,
    orders: Vec<Order>,
    barred: Vec<(PolityId, PolityId, bool)>,
}

/// Offers and wants of every country.
fn open_stalls(
    clock: &Clock,
    lore: &Lore,
    rules: &TradeRules,
    economy: &EconomyRules,
    book: &GoodsBook,
    world: &WorldMarket,
    polities: &mut Polities<(&Status, &Prices, &mut TradePosition)>,
    sides: &mut Vec<Side>,
) {
    sides.clear();
    for id in polities.ids() {
        let mut side = Side::default();
        let (status, prices, mut position) = polities.get_mut(id);
        if status.is_alive() {
            side.pull = rules::pull(rules, position.rate);
            let refresh = id.index() % 3 == (clock.now().0 % 3) as usize;
            let access = math::ratio_or(position.access, position.access_start, 1.0);
            for (good, def) in lore.goods.iter() {
                if !def.traded {
                    continue;
                }
                if refresh {
                    position.sought[good] = rules::sought(
                        rules,
                        position.taste[good],
                        prices.of[good] * position.rate / world.price[good].max(0.05),
                        access,
                        world.integration,
                    );
                }
                let home = prices.demand[good];
                let stock = book.stock(id, good).real();
                let months = economy_rules::stock_months(economy, def.spoilage);
                let wanted = months * (home + position.orders[good]);
                side.offer[good] =
                    rules::offer(rules, stock, prices.used_at_home[good], wanted, position.orders[good]);
                let sought = home * position.sought[good];
                let left = stock + sought - prices.used_at_home[good];
                let shortfall = (months * home - left).max(0.0) * rules.shortfall_share;
                side.want[good] = sought + shortfall;
            }
        }
        sides.push(side);
    }
}

/// Pairs that an embargo or a war has closed, whoever of the two buys: `(a, b, all goods)`.
fn close_ways(agreements: &Agreements, wars: &Wars, barred: &mut Vec<(PolityId, PolityId, bool)>) {
    barred.clear();
    for agreement in agreements.list() {
        if agreement.terms.tag() == AgreementTag::Embargo {
            barred.push((agreement.a, agreement.b, false));
        }
    }
    for war in wars.list() {
        for &a in &war.attacker.polities {
            for &b in &war.defender.polities {
                barred.push((a, b, true));
            }
        }
    }
    barred.sort_unstable();
}

/// How much of the trade of a pair an embargo or a war leaves: `(machinery and arms, other goods)`.
fn left_open(barred: &[(PolityId, PolityId, bool)], a: PolityId, b: PolityId, leak: f64) -> (f64, f64) {
    let mut open = (1.0, 1.0);
    if barred.is_empty() {
        return open;
    }
    for (one, other) in [(a, b), (b, a)] {
        let from = barred.partition_point(|bar| (bar.0, bar.1) < (one, other));
        for bar in barred[from..].iter().take_while(|bar| (bar.0, bar.1) == (one, other)) {
            open.0 = leak;
            if bar.2 {
                open = (0.0, 0.0);
            }
        }
    }
    open
}

/// The whole of the month's trade.
pub(super) fn trade(
    clock: Res<Clock>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    paces: Res<Paces>,
    rules: Res<TradeRules>,
    economy: Res<EconomyRules>,
    finance: Res<FinanceRules>,
    agreements: Res<Agreements>,
    wars: Res<Wars>,
    links: Res<TradeLinks>,
    mut world: ResMut<WorldMarket>,
    mut flows: ResMut<TradeFlows>,
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    mut polities: Polities<(&Status, &Prices, &mut TradePosition)>,
    mut scratch: Local<Scratch>,
) {
    let Scratch { sides, orders, barred } = &mut *scratch;
    open_stalls(&clock, &lore, &rules, &economy, &goods, &world, &mut polities, sides);
    close_ways(&agreements, &wars, barred);
    orders.clear();
    for buyer in polities.ids() {
        let (_, _, position) = polities.get(buyer);
        let reserves = money.balance(Account::Reserves(buyer)).real();
        let hard = rules::means(
            &rules,
            position.earned_hard,
            reserves,
            finance.reserve_target,
            finance.reserve_adjust_months,
        );
        let clearing = rules::clearing_means(&rules, position.earned_clearing, position.clearing.real());
        let context = Buyer { id: buyer, roles: &roles, rules: &rules, world: &world, barred, links: &links };
        context.order(sides, orders, hard, clearing);
    }
    for order in orders.iter() {
        for good in roles.goods() {
            sides[order.seller.index()].ordered[good] += order.amount[good.index()];
        }
    }
    ship(orders, sides, &roles, &world, &mut flows, &mut money, paces.flows);
    settle(&lore, &rules, &finance, &paces, &world, sides, &mut goods, &mut money, &mut polities);
    move_prices(&roles, &rules, &paces, sides, &polities, &mut world);
}

/// One buyer placing its orders.
struct Buyer<'a> {
    id: PolityId,
    roles: &'a Roles,
    rules: &'a TradeRules,
    world: &'a WorldMarket,
    barred: &'a [(PolityId, PolityId, bool)],
    links: &'a TradeLinks,
}

impl Buyer<'_> {
    /// Spreads wants over sellers by weight and offer, inside the means of either kind.
    fn order(&self, sides: &mut [Side], orders: &mut Vec<Order>, hard: f64, clearing: f64) {
        let first = orders.len();
        let list = &self.links.of[self.id];
        let want = sides[self.id.index()].want;
        let mut open: PerGood<f64> = PerGood::default();
        let mut all: PerGood<f64> = PerGood::default();
        for link in list {
            let (strategic, other) = left_open(self.barred, self.id, link.seller, self.rules.embargo_leak);
            let mut order = Order {
                buyer: self.id,
                seller: link.seller,
                clearing: link.clearing,
                amount: [0.0; MAX_GOODS],
            };
            let seller = &sides[link.seller.index()];
            let (offer, weight) = (&seller.offer, link.weight * seller.pull);
            for good in self.roles.goods() {
                let pull = weight * offer[good];
                let (pull, left) = if self.roles.strategic[good] {
                    (pull * link.strategic, strategic)
                } else {
                    (pull, other)
                };
                order.amount[good.index()] = pull * left;
                all[good] += pull;
                open[good] += pull * left;
            }
            orders.push(order);
        }
        let mut scale: PerGood<f64> = PerGood::default();
        for good in self.roles.goods() {
            if open[good] > 0.0 {
                // What is closed is sought elsewhere only in part.
                let kept = math::ratio_or(open[good], all[good], 1.0);
                let kept = if kept < 1.0 { math::pow(kept, self.rules.access_response) } else { 1.0 };
                scale[good] = want[good] * kept / open[good];
            }
        }
        let mut cost = [0.0; 2];
        for order in &mut orders[first..] {
            for good in self.roles.goods() {
                let amount = &mut order.amount[good.index()];
                // No buyer orders more than a seller shows.
                *amount = (*amount * scale[good]).min(sides[order.seller.index()].offer[good]);
                cost[usize::from(order.clearing)] += *amount * self.world.price[good];
            }
        }
        sides[self.id.index()].wanted_value = cost[0] + cost[1];
        let affordable =
            [math::ratio_or(hard, cost[0], 1.0).min(1.0), math::ratio_or(clearing, cost[1], 1.0).min(1.0)];
        for order in &mut orders[first..] {
            let part = affordable[usize::from(order.clearing)];
            if part < 1.0 {
                order.amount.iter_mut().for_each(|amount| *amount *= part);
            }
        }
    }
}

/// Ships what sellers have, shared by order; each pair pays once.
fn ship(
    orders: &[Order],
    sides: &mut [Side],
    roles: &Roles,
    world: &WorldMarket,
    flows: &mut TradeFlows,
    money: &mut MoneyBook,
    kept: f64,
) {
    for side in sides.iter_mut() {
        for good in roles.goods() {
            side.filled[good] = math::ratio_or(side.offer[good], side.ordered[good], 1.0).min(1.0);
        }
    }
    decay(flows, kept);
    for order in orders {
        let share = sides[order.seller.index()].filled;
        let mut value = 0.0;
        for good in roles.goods() {
            let amount = (order.amount[good.index()] * share[good]).floor() as i64;
            if amount > 0 {
                sides[order.seller.index()].shipped[good] += amount;
                sides[order.buyer.index()].received[good] += amount;
                value += amount as f64 * world.price[good];
            }
        }
        // Rounded down: no buyer pays more than it was found able to.
        let value = Money::floored(value);
        if value > Money::ZERO {
            if !order.clearing {
                money.transfer(
                    Account::Reserves(order.buyer),
                    Account::Reserves(order.seller),
                    MoneyFlow::Trade,
                    value,
                );
            }
            let kind = usize::from(order.clearing);
            sides[order.buyer.index()].paid[kind] += value.0;
            sides[order.seller.index()].got[kind] += value.0;
            flows.yearly[(order.seller, order.buyer)] += (value.real() * 12.0 * (1.0 - kept)) as f32;
        }
    }
}

/// Lets recorded flows fade.
fn decay(flows: &mut TradeFlows, kept: f64) {
    let kept = kept as f32;
    for seller in 0..flows.yearly.side() {
        for cell in flows.yearly.row_mut(PolityId::from_index(seller)) {
            *cell *= kept;
        }
    }
}

/// Books what was shipped and paid, and notes where each country stands.
fn settle(
    lore: &Lore,
    rules: &TradeRules,
    finance: &FinanceRules,
    paces: &Paces,
    world: &WorldMarket,
    sides: &[Side],
    goods: &mut GoodsBook,
    money: &mut MoneyBook,
    polities: &mut Polities<(&Status, &Prices, &mut TradePosition)>,
) {
    for id in polities.ids() {
        let side = &sides[id.index()];
        let (status, _, mut position) = polities.get_mut(id);
        let position = &mut *position;
        position.exports = PerGood::default();
        position.imports = PerGood::default();
        if !status.is_alive() {
            continue;
        }
        let (mut sold, mut bought, mut largest) = ([0.0; 2], [0.0; 2], 0.0_f64);
        for (good, def) in lore.goods.iter() {
            if !def.traded {
                continue;
            }
            let (out, in_) = (Goods(side.shipped[good]), Goods(side.received[good]));
            // Offers never exceed stocks, so that both sides of a shipment are booked in full.
            position.exports[good] = goods.book(id, good, GoodsFlow::Exports, out);
            position.imports[good] = goods.book(id, good, GoodsFlow::Imports, in_);
            position.orders[good] = math::lerp(side.ordered[good], position.orders[good], paces.orders);
            position.arrivals[good] = math::lerp(in_.real(), position.arrivals[good], paces.orders);
            let value = out.real() * world.price[good];
            largest = largest.max(value);
            sold = [sold[0] + value, sold[1] + out.real()];
            bought = [bought[0] + in_.real() * world.price[good], bought[1] + in_.real()];
        }
        let smooth =
            |now: f64, before: Money| Money::rounded(math::lerp(now * 12.0, before.real(), paces.flows));
        position.exported = smooth(sold[0], position.exported);
        position.imported = smooth(bought[0], position.imported);
        let terms = math::ratio_or(
            math::ratio_or(sold[0], sold[1], 1.0),
            math::ratio_or(bought[0], bought[1], 1.0),
            1.0,
        );
        position.terms = math::lerp(terms, position.terms, paces.flows);
        position.dependence =
            math::lerp(math::ratio_or(largest, sold[0], 0.0), position.dependence, paces.flows);
        let served = math::ratio_or(bought[0], side.wanted_value, 1.0).min(1.0);
        position.served = math::lerp(served, position.served, paces.orders);
        position.earned_hard = math::lerp(side.got[0] as f64, position.earned_hard, paces.earnings);
        position.earned_clearing = math::lerp(side.got[1] as f64, position.earned_clearing, paces.earnings);
        position.clearing += Money(side.got[1] - side.paid[1]);
        let held = money.balance(Account::Reserves(id)).real() + position.clearing.real();
        let earned = position.earned_hard + position.earned_clearing;
        position.rate = rules::next_rate(rules, position.rate, held, earned, finance.reserve_target);
        // Exporters hand foreign money in for home money, importers the other way round.
        let net = side.got[0] + side.got[1] - side.paid[0] - side.paid[1];
        let (from, to) = if net >= 0 {
            (Account::Mint, Account::Private(id))
        } else {
            (Account::Private(id), Account::Mint)
        };
        money.transfer(from, to, MoneyFlow::Exchange, Money(net.abs()));
    }
}

/// World prices follow the home prices of those who sell, and the drift of primary goods against manufactures.
fn move_prices(
    roles: &Roles,
    rules: &TradeRules,
    paces: &Paces,
    sides: &[Side],
    polities: &Polities<(&Status, &Prices, &mut TradePosition)>,
    world: &mut WorldMarket,
) {
    let mut weight: PerGood<f64> = PerGood::default();
    let mut sum: PerGood<f64> = PerGood::default();
    for id in polities.ids() {
        let (_, prices, _) = polities.get(id);
        for good in roles.goods() {
            let shipped = sides[id.index()].shipped[good] as f64;
            weight[good] += shipped;
            sum[good] += shipped * prices.of[good];
        }
    }
    world.drift *= 1.0 + rules.terms_of_trade_drift / 12.0;
    world.integration *= 1.0 + rules.integration / 12.0;
    for good in roles.goods() {
        let drift = if roles.primary[good] { world.drift } else { 1.0 };
        let target = math::ratio_or(sum[good], weight[good], 1.0) * drift;
        world.price[good] = math::lerp(target, world.price[good], paces.world_price).clamp(0.2, 5.0);
    }
}
