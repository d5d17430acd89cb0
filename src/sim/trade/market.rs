//! The month's trade: offers and wants meet along links; goods are shipped and paid.

use bevy::prelude::*;

use crate::base::{Id, Money, PolityId, math};
use crate::content::defs::MAX_GOODS;
use crate::sim::community::Deliveries;
use crate::sim::economy::{Accounts, EconomyRules, Industry, Paces, Prices, Roles, rules as economy_rules};
use crate::sim::finance::{FinanceRules, KeyCurrency};
use crate::sim::ledger::{Account, GoodsBook, MoneyBook, MoneyFlow};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Clock, Lore, PerGood, Polities};

use super::components::{TradeFlows, TradeLinks, TradePosition, WorldMarket};
use super::parameters::TradeRules;
use super::restrictions::{Restrictions, Way};
use super::rules;
use super::settle::{Counter, settle};

/// What trade reads and writes of every country.
pub(super) type Traders<'w, 's> = Polities<
    'w,
    's,
    (
        &'static Status,
        (&'static Prices, &'static Industry),
        &'static Plan,
        &'static Accounts,
        &'static mut TradePosition,
    ),
>;

/// An amount of each good, in table order. Rows are reckoned over their whole width: what stands beyond the scenario's goods
/// is nothing and stays nothing.
pub(super) type Row = [f64; MAX_GOODS];

/// One order along a link, or through a third country that passes the goods on.
pub(super) struct Order {
    pub buyer: PolityId,
    pub seller: PolityId,
    pub via: Option<PolityId>,
    pub clearing: bool,
    pub amount: Row,
}

/// One country in this month's trade. Laid out by lines of the processor's store, so that a row of goods is one of them.
#[derive(Clone, Default)]
#[repr(align(64))]
pub(super) struct Side {
    pub alive: bool,
    /// Pull of what it could make for buyers abroad, at what it costs there: goods that can carry arms, and others.
    pub strategic: Row,
    pub other: Row,
    /// What lies ready to be shipped.
    pub offer: PerGood<f64>,
    /// What it could make for buyers abroad a month, ready or not: on this orders are placed.
    pub able: PerGood<f64>,
    pub want: PerGood<f64>,
    pub ordered: PerGood<f64>,
    pub filled: PerGood<f64>,
    /// In whole units, like the next two.
    pub shipped: PerGood<f64>,
    pub received: PerGood<f64>,
    /// Of what was received and shipped, passed on for others.
    pub passed: PerGood<f64>,
    pub paid: [i64; 2],
    pub got: [i64; 2],
    pub wanted_value: f64,
    pub closed_value: f64,
}

/// Scratch of the market, filled anew each month.
#[derive(Default)]
pub(super) struct Scratch {
    sides: Vec<Side>,
    orders: Vec<Order>,
}

/// More than any country can order in a month.
const OWN_NOTES: f64 = 1e18;

/// The whole of the month's trade.
pub(super) fn trade(
    clock: Res<Clock>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    paces: Res<Paces>,
    rules: Res<TradeRules>,
    economy: Res<EconomyRules>,
    (finance, key): (Res<FinanceRules>, Res<KeyCurrency>),
    ways: Res<Restrictions>,
    deliveries: Res<Deliveries>,
    links: Res<TradeLinks>,
    mut world: ResMut<WorldMarket>,
    mut flows: ResMut<TradeFlows>,
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    mut polities: Traders,
    mut scratch: Local<Scratch>,
) {
    let Scratch { sides, orders } = &mut *scratch;
    open_stalls(
        &clock,
        (&lore, &roles),
        (&rules, &economy),
        &goods,
        &world,
        &deliveries,
        &mut polities,
        sides,
    );
    let target = finance.reserve_target;
    orders.clear();
    for (buyer, (_, (prices, _), plan, _, position)) in polities.iter() {
        let reserves = money.balance(Account::Reserves(buyer)).real();
        let months = finance.spending_months(position.earned_hard, reserves, target, key.is_open());
        // The issuer of the key currency pays in its own notes.
        let hard = if key.issued_by(buyer) {
            OWN_NOTES
        } else {
            rules::means(&rules, position.earned_hard, reserves, target, months)
        };
        let clearing = rules::clearing_means(&rules, position.earned_clearing, position.clearing.real());
        let buyer = Buyer {
            id: buyer,
            roles: &roles,
            rules: &rules,
            world: &world,
            ways: &ways,
            links: &links,
            flows: &flows,
            routes: position.routes,
            means: [hard, clearing],
            monopoly: if plan.planned() > rules.clearing_threshold { plan.planned() } else { 0.0 },
            urgency: urgency(&roles, prices, position.import_first),
        };
        buyer.order(sides, orders);
    }
    ship(orders, sides, &roles, &rules, &world, &mut flows, &mut money, paces.flows);
    for &(from, to, value) in &deliveries.pairs {
        let value = flows.in_unit(value.real() * 12.0 * (1.0 - paces.flows));
        flows.add(from, to, value, 0.0);
    }
    let counter = Counter {
        now: clock.now(),
        lore: &lore,
        roles: &roles,
        rules: &rules,
        paces: &paces,
        finance: &finance,
        key: &key,
        sides,
        deliveries: &deliveries,
    };
    settle(&counter, &mut world, &mut goods, &mut money, &mut polities);
}

/// Offers and wants of every country.
fn open_stalls(
    clock: &Clock,
    (lore, roles): (&Lore, &Roles),
    (rules, economy): (&TradeRules, &EconomyRules),
    book: &GoodsBook,
    world: &WorldMarket,
    deliveries: &Deliveries,
    polities: &mut Traders,
    sides: &mut Vec<Side>,
) {
    sides.clear();
    for (id, (status, (prices, industry), plan, _, mut position)) in polities.iter_mut() {
        let mut side = Side::default();
        let normal_use = economy_rules::normal_use(economy, plan.planned());
        // Deliveries under protocols have gone out before; they are paid and remembered with the rest.
        let delivered = &deliveries.of[id];
        (side.got[1], side.paid[1]) = (delivered.got.0, delivered.paid.0);
        if status.is_alive() {
            side.alive = true;
            let refresh = id.index() % 3 == (clock.now().0 % 3) as usize;
            let access = position.access();
            position.limit = position.limit.filter(|limit| limit.until >= clock.now());
            for (good, def) in lore.goods.iter() {
                if !def.traded {
                    continue;
                }
                if refresh {
                    let first = position.import_first;
                    let turned = first.map_or(1.0, |first| rules::turned(rules, first == good));
                    position.sought[good] = rules::sought(
                        rules,
                        position.taste[good] * turned * delivered.appetite[good],
                        prices.of[good] * position.rate / world.price[good].max(0.05),
                        access,
                        world.integration,
                    );
                }
                // A monopoly of foreign trade sells at the world's prices, whatever it reckons at home.
                let dear = math::lerp(prices.of[good], 1.0, plan.planned());
                let home = prices.demand[good];
                let stock = book.stock(id, good).real();
                let months = economy_rules::stock_months(economy, def.spoilage);
                let wanted = months * (home + position.orders[good]);
                let open_orders = (position.orders[good] - delivered.due[good]).max(0.0);
                let offer = rules::offer(rules, stock, prices.used_at_home[good], wanted, open_orders);
                let quota = position.limit.filter(|limit| limit.good == good);
                let able = rules::able(industry.normal(good, normal_use), home, position.arrivals[good]);
                let held_to = quota.map_or(f64::INFINITY, |limit| limit.quota);
                side.offer[good] = offer.min(held_to);
                side.able[good] = able.max(offer).min(held_to);
                let kind = if roles.strategic[good] { &mut side.strategic } else { &mut side.other };
                kind[good.index()] = side.able[good] * rules::pull(rules, position.rate * dear);
                let sought = (home * position.sought[good] - delivered.came[good].real()).max(0.0);
                let left = stock + sought - prices.used_at_home[good];
                let shortfall = (months * home - left).max(0.0) * rules.shortfall_share;
                side.want[good] = sought + shortfall;
            }
        }
        sides.push(side);
    }
}

/// How urgently a planning board wants each good from abroad: means of production before what households use, and
/// what it put first before all.
fn urgency(roles: &Roles, prices: &Prices, first: Option<crate::base::GoodId>) -> PerGood<f64> {
    let mut urgency = PerGood::default();
    for good in roles.goods() {
        let used_up = 1.0 - math::ratio_or(prices.used_at_home[good], prices.demand[good], 1.0).min(1.0);
        urgency[good] = used_up + 2.0 * roles.investment[good];
    }
    if let Some(first) = first {
        urgency[first] += 10.0;
    }
    urgency
}

/// One buyer placing its orders.
pub(super) struct Buyer<'a> {
    pub id: PolityId,
    pub roles: &'a Roles,
    pub rules: &'a TradeRules,
    pub world: &'a WorldMarket,
    pub ways: &'a Restrictions,
    pub links: &'a TradeLinks,
    pub flows: &'a TradeFlows,
    /// How far ways round embargoes have been found.
    pub routes: f64,
    /// What can be paid: in hard means, in clearing.
    pub means: [f64; 2],
    /// How far a planning board, and not each importer, decides what is paid for.
    pub monopoly: f64,
    /// In which order it decides.
    pub urgency: PerGood<f64>,
}

/// Pulls of all sellers together, by good.
pub(super) struct Pulls {
    /// Of those that are open.
    open: PerGood<f64>,
    /// Of all.
    pub all: PerGood<f64>,
    /// Of what embargoes and boycotts closed.
    pub shut: PerGood<f64>,
    /// Whether anything is shut.
    pub any_shut: bool,
}

impl Buyer<'_> {
    /// Pull of one seller's goods, by good, as if nothing were closed.
    #[inline]
    pub(super) fn pull(&self, link: &super::Link, sides: &[Side]) -> Row {
        let seller = &sides[link.seller.index()];
        let cautious = link.weight * link.strategic;
        std::array::from_fn(|good| link.weight * seller.other[good] + cautious * seller.strategic[good])
    }

    /// Spreads wants over sellers by weight and what they could make, inside the means of either kind.
    fn order(&self, sides: &mut [Side], orders: &mut Vec<Order>) {
        let first = orders.len();
        let pulls = self.spread(sides, orders);
        let want = sides[self.id.index()].want;
        let mut scale = [0.0; MAX_GOODS];
        for good in self.roles.goods() {
            if pulls.open[good] > 0.0 {
                // What is closed is sought elsewhere only in part.
                let kept = math::ratio_or(pulls.open[good], pulls.all[good], 1.0);
                let kept = if kept < 1.0 { math::pow(kept, self.rules.access_response) } else { 1.0 };
                scale[good.index()] = want[good] * kept / pulls.open[good];
            }
        }
        let mut bill = Bill::default();
        for order in &mut orders[first..] {
            let able = sides[order.seller.index()].able.as_array();
            // No buyer orders more than a seller could make.
            order.amount =
                std::array::from_fn(|good| math::least(order.amount[good] * scale[good], able[good]));
            bill.add(order);
        }
        if pulls.any_shut {
            let direct = orders.len();
            sides[self.id.index()].closed_value = self.send_round(&pulls, &want, sides, orders);
            orders[direct..].iter().for_each(|order| bill.add(order));
        }
        self.afford(&bill, sides, &mut orders[first..]);
    }

    /// One order a link, with pulls for amounts.
    fn spread(&self, sides: &[Side], orders: &mut Vec<Order>) -> Pulls {
        let (mut open, mut closed, mut shut) = ([0.0; MAX_GOODS], [0.0; MAX_GOODS], [0.0; MAX_GOODS]);
        let mut any_shut = false;
        let strategic = self.roles.strategic.as_array();
        for link in &self.links.of[self.id] {
            let way = self.ways.between(self.id, link.seller);
            let mut amount = self.pull(link, sides);
            if way != Way::OPEN {
                let pull = amount;
                amount = left_by(way, strategic, &pull);
                let lost = std::array::from_fn(|good| pull[good] - amount[good]);
                add(&mut closed, &lost);
                if way.listed {
                    any_shut = true;
                    add(&mut shut, &lost);
                }
            }
            add(&mut open, &amount);
            let (buyer, seller, clearing) = (self.id, link.seller, link.clearing);
            orders.push(Order { buyer, seller, via: None, clearing, amount });
        }
        let mut all = open;
        add(&mut all, &closed);
        let [open, all, shut] = [open, all, shut].map(PerGood::from_array);
        Pulls { open, all, shut, any_shut }
    }

    /// Cuts the orders to what can be paid, and places them.
    fn afford(&self, bill: &Bill, sides: &mut [Side], orders: &mut [Order]) {
        let price = self.world.price.as_array();
        sides[self.id.index()].wanted_value = bill.asked.iter().map(|asked| worth(asked, price)).sum();
        let margin = [self.rules.transit_margin, 0.0];
        let parts = [0, 1].map(|kind| {
            let dearer = |good: usize| bill.asked[kind][good] + margin[kind] * bill.round[good];
            let cost = std::array::from_fn(|good| dearer(good) * price[good]);
            rules::parts(&PerGood::from_array(cost), &self.urgency, self.means[kind], self.monopoly)
        });
        for order in orders {
            let parts = parts[usize::from(order.clearing)].as_array();
            order.amount = std::array::from_fn(|good| order.amount[good] * parts[good]);
            add(sides[order.seller.index()].ordered.as_mut_array(), &order.amount);
        }
    }
}

/// What one buyer asks for, by good.
#[derive(Default)]
struct Bill {
    /// In hard means and in clearing.
    asked: [Row; 2],
    /// Of the first, what goes round.
    round: Row,
}

impl Bill {
    fn add(&mut self, order: &Order) {
        add(&mut self.asked[usize::from(order.clearing)], &order.amount);
        if order.via.is_some() {
            add(&mut self.round, &order.amount);
        }
    }
}

/// What a closed way leaves of a pull.
fn left_by(way: Way, strategic: &[bool; MAX_GOODS], pull: &Row) -> Row {
    std::array::from_fn(|good| pull[good] * if strategic[good] { way.strategic } else { way.other })
}

/// Value of a row of goods.
#[inline]
fn worth(goods: &Row, price: &Row) -> f64 {
    // Two sums side by side are had in half the time of one.
    let mut sums = [0.0; 2];
    for good in 0..MAX_GOODS {
        sums[good % 2] += goods[good] * price[good];
    }
    sums[0] + sums[1]
}

/// Ships what sellers have, shared by order, and pays.
fn ship(
    orders: &[Order],
    sides: &mut [Side],
    roles: &Roles,
    rules: &TradeRules,
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
    flows.fade(kept);
    let price = world.price.as_array();
    let of_primary =
        std::array::from_fn(|good| if roles.primary.as_array()[good] { price[good] } else { 0.0 });
    let lasting = flows.in_unit(12.0 * (1.0 - kept));
    for order in orders {
        let share = sides[order.seller.index()].filled.as_array();
        // Nobody ships a part of a unit.
        let shipped = std::array::from_fn(|good| math::whole(order.amount[good] * share[good]));
        let value = worth(&shipped, price);
        if value <= 0.0 {
            continue;
        }
        add(sides[order.seller.index()].shipped.as_mut_array(), &shipped);
        add(sides[order.buyer.index()].received.as_mut_array(), &shipped);
        if let Some(via) = order.via {
            let via = &mut sides[via.index()];
            for goods in [&mut via.received, &mut via.shipped, &mut via.passed] {
                add(goods.as_mut_array(), &shipped);
            }
        }
        let primary = worth(&shipped, &of_primary) / value;
        // Rounded down: no buyer pays more than it was found able to.
        let value = Money::floored(value);
        if value <= Money::ZERO {
            continue;
        }
        let mut sell = |from: PolityId, to: PolityId, value: Money| {
            let lasts = value.real() * lasting;
            flows.add(from, to, lasts, lasts * primary);
        };
        let kind = usize::from(order.clearing);
        let mut paid = value;
        if let Some(via) = order.via {
            paid = value + Money::floored(value.real() * rules.transit_margin);
            sell(via, order.buyer, paid);
            sell(order.seller, via, value);
            sides[via.index()].got[kind] += (paid - value).0;
        } else {
            sell(order.seller, order.buyer, value);
        }
        sides[order.buyer.index()].paid[kind] += paid.0;
        sides[order.seller.index()].got[kind] += value.0;
    }
    // Hard means go from reserves to reserves: of all that one buys and sells, the balance.
    let balances = sides.iter().enumerate().map(|(index, side)| {
        let reserves = Account::Reserves(PolityId::from_index(index));
        (reserves, Money(side.got[0] - side.paid[0]))
    });
    money.clear(MoneyFlow::Trade, balances);
}

#[inline]
fn add(to: &mut Row, goods: &Row) {
    *to = std::array::from_fn(|good| to[good] + goods[good]);
}
