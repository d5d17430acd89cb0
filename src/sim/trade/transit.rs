//! Ways round an embargo: third countries that trade with both sides buy, take a margin and sell on.
//!
//! How much goes that way is a result: of the trade that neutrals do with the state under embargo, of the time they
//! had to find ways, and of one parameter, `trade.embargo_leak`.

use crate::base::{Id, PolityId, math};
use crate::content::defs::MAX_GOODS;
use crate::sim::population::PerGood;

use super::market::{Buyer, Order, Pulls, Side};
use super::rules;

/// Most neutrals through which one state gets what is closed to it.
const ROUTES: usize = 3;

impl Buyer<'_> {
    /// Orders what embargoes closed through neutrals, as far as these can pass it on; returns the value of what was
    /// closed.
    pub(super) fn send_round(
        &self,
        pulls: &Pulls,
        want: &PerGood<f64>,
        sides: &[Side],
        orders: &mut Vec<Order>,
    ) -> f64 {
        let mut lost = [0.0; MAX_GOODS];
        let mut value = 0.0;
        for good in self.roles.goods() {
            lost[good.index()] = want[good] * math::ratio_or(pulls.shut[good], pulls.all[good], 0.0);
            value += lost[good.index()] * self.world.price[good];
        }
        let neutrals = self.neutrals(sides);
        let capacity: f64 = neutrals.iter().flatten().map(|(capacity, _)| capacity).sum();
        if capacity <= 0.0 || value <= 0.0 {
            return value;
        }
        let led = (capacity / (value * (1.0 + self.rules.transit_margin))).min(1.0);
        for link in &self.links.of[self.id] {
            let way = self.ways.between(self.id, link.seller);
            if !way.listed {
                continue;
            }
            let pull = self.pull(link, sides);
            for &(part, via) in neutrals.iter().flatten() {
                if via == link.seller || !self.ways.between(via, link.seller).is_open() {
                    continue;
                }
                let mut amount = [0.0; MAX_GOODS];
                for good in self.roles.goods() {
                    let left = if self.roles.strategic[good] { way.strategic } else { way.other };
                    let shut = pull[good.index()] * (1.0 - left);
                    let sought = lost[good.index()] * math::ratio_or(shut, pulls.shut[good], 0.0);
                    let able = sides[link.seller.index()].able[good];
                    amount[good.index()] = (sought * led * part / capacity).min(able);
                }
                let (buyer, seller) = (self.id, link.seller);
                orders.push(Order { buyer, seller, via: Some(via), clearing: false, amount });
            }
        }
        value
    }

    /// The partners that can pass most on, with the value a month.
    fn neutrals(&self, sides: &[Side]) -> [Option<(f64, PolityId)>; ROUTES] {
        let mut best: [Option<(f64, PolityId)>; ROUTES] = [None; ROUTES];
        for link in &self.links.of[self.id] {
            let open = self.ways.between(self.id, link.seller).is_open();
            if link.clearing || !open || !sides[link.seller.index()].alive {
                continue;
            }
            let trade = self.flows.both_ways(self.id, link.seller) / 12.0;
            let capacity = rules::route_capacity(self.rules, self.routes, trade);
            let better = |held: &Option<(f64, PolityId)>| held.is_none_or(|(other, _)| capacity > other);
            if let Some(place) = best.iter().position(better)
                && capacity > 0.0
            {
                best[place..].rotate_right(1);
                best[place] = Some((capacity, link.seller));
            }
        }
        best
    }
}
