//! Components and resources that trade owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Goods, Id, IdVec, Matrix, Money, Month, PolityId};
use crate::sim::population::PerGood;

/// Value of goods sold by one polity to another, as a smoothed yearly rate (thousands of 2011 dollars).
#[derive(Resource, Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TradeFlows {
    /// All of it, and food and materials in it, from the buyer to the seller, in `unit`: buyers place their orders one by
    /// one, so that what one month's trade adds lies together.
    cells: Matrix<PolityId, [f32; 2]>,
    /// What one stands for in the table. Records fade month by month: the unit does, and the table follows once a year or so.
    unit: f64,
}

impl Default for TradeFlows {
    fn default() -> Self {
        Self::none(0)
    }
}

impl TradeFlows {
    /// No flows among so many polities.
    pub(super) fn none(polities: usize) -> Self {
        Self { cells: Matrix::filled([0.0; 2], polities), unit: 1.0 }
    }

    /// Sets the yearly value sold by `from` to `to`.
    pub(super) fn set(&mut self, from: PolityId, to: PolityId, yearly: f64) {
        self.cells[(to, from)][0] = (yearly / self.unit) as f32;
    }

    /// What is to be added for a yearly value.
    #[inline]
    pub(super) fn in_unit(&self, yearly: f64) -> f64 {
        yearly / self.unit
    }

    /// Adds to the value sold and to that of food and materials in it, both [in the unit](Self::in_unit).
    #[inline]
    pub(super) fn add(&mut self, from: PolityId, to: PolityId, value: f64, primary: f64) {
        let [all, raw] = &mut self.cells[(to, from)];
        *all += value as f32;
        *raw += primary as f32;
    }

    /// Leaves a part of all flows.
    pub(super) fn fade(&mut self, kept: f64) {
        /// Where the unit is smaller than this the table is brought back to 1.
        const SMALL: f64 = 0.3;
        self.unit *= kept;
        if self.unit < SMALL {
            let unit = std::mem::replace(&mut self.unit, 1.0) as f32;
            self.cells.cells_mut().as_flattened_mut().iter_mut().for_each(|cell| *cell *= unit);
        }
    }

    /// Yearly value sold by `from` to `to`.
    #[inline]
    pub fn sold(&self, from: PolityId, to: PolityId) -> f64 {
        f64::from(self.cells[(to, from)][0]) * self.unit
    }

    /// Share of food and materials in what `from` sells to `to` (0–1).
    pub fn primary_share(&self, from: PolityId, to: PolityId) -> f64 {
        let [all, raw] = self.cells[(to, from)].map(f64::from);
        crate::base::math::ratio_or(raw, all, 0.0).min(1.0)
    }

    /// Whoever buys from a seller, with the yearly value, in the order of their numbers.
    pub fn buyers(&self, from: PolityId) -> Vec<(PolityId, f64)> {
        let cells = (0..self.cells.side()).map(PolityId::from_index);
        cells.map(|to| (to, self.sold(from, to))).filter(|(_, value)| *value > 0.0).collect()
    }

    /// Yearly value of both directions.
    #[inline]
    pub fn both_ways(&self, a: PolityId, b: PolityId) -> f64 {
        self.sold(a, b) + self.sold(b, a)
    }
}

/// Where a country stands in trade.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct TradePosition {
    /// Sold abroad this month, by good.
    pub(in crate::sim) exports: PerGood<Goods>,
    /// Bought abroad this month, by good.
    pub(in crate::sim) imports: PerGood<Goods>,
    /// Value sold abroad, smoothed yearly rate.
    pub(in crate::sim) exported: Money,
    /// Value bought abroad, smoothed yearly rate.
    pub(in crate::sim) imported: Money,
    /// Price of exports over price of imports; 1 at base prices.
    pub(in crate::sim) terms: f64,
    /// Share of the largest good in exports (0–1).
    pub(in crate::sim) dependence: f64,
    /// Orders from abroad by good, met or not, a month, smoothed.
    pub(in crate::sim) orders: PerGood<f64>,
    /// Goods bought abroad, a month, smoothed.
    pub(in crate::sim) arrivals: PerGood<f64>,
    /// Odds of a foreign against a home good at even prices and the access of the start.
    pub(in crate::sim) taste: PerGood<f64>,
    /// Share of home demand that is sought abroad (0–1), by good.
    pub(in crate::sim) sought: PerGood<f64>,
    /// Access to the world's sellers, as a share of its product; at the start and now.
    pub(in crate::sim) access_start: f64,
    /// Access to the world's sellers now.
    pub(in crate::sim) access: f64,
    /// Export earnings in hard means, a month, smoothed.
    pub(in crate::sim) earned_hard: f64,
    /// Export earnings in clearing, a month, smoothed.
    pub(in crate::sim) earned_clearing: f64,
    /// What other planners owe in clearing (negative = is owed to them); sums to zero over the world.
    pub(in crate::sim) clearing: Money,
    /// Share of what was sought abroad this month that was had (0–1), smoothed.
    pub(in crate::sim) served: f64,
    /// Real rate of exchange: what home goods cost abroad over par (1 = as at the start).
    pub(in crate::sim) rate: f64,
    /// Own goods sold abroad, a month, smoothed; goods passed on for others are not among them.
    pub(in crate::sim) sold: PerGood<f64>,
    /// Share in the world's exports, by good (0–1).
    pub(in crate::sim) weight: PerGood<f64>,
    /// Share of the world's exports of all goods (0–1).
    pub(in crate::sim) market: f64,
    /// The same, smoothed over years: the share it is used to.
    pub(in crate::sim) usual_market: f64,
    /// What is held back of a good, if anything.
    pub(in crate::sim) limit: Option<ExportLimit>,
    /// The good bought before all others, where the state has a monopoly of foreign trade.
    pub(in crate::sim) import_first: Option<GoodId>,
    /// How far ways round the embargoes on it have been found (0–1).
    pub(in crate::sim) routes: f64,
    /// Share of the goods sought abroad that embargoes and blockades closed, smoothed (0–1).
    pub(in crate::sim) closed: f64,
    /// Value of goods bought to be sold on to a state under embargo, smoothed yearly rate.
    pub(in crate::sim) passed_on: Money,
}

/// A limit that a state sets to its exports of one good.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ExportLimit {
    /// Which good.
    pub good: GoodId,
    /// Share of usual exports held back (0–0.5).
    pub share: f64,
    /// What is still sold a month.
    pub quota: f64,
    /// The last month of the limit.
    pub until: Month,
}

impl ExportLimit {
    /// What was usually sold a month.
    pub fn usual(&self) -> f64 {
        self.quota / (1.0 - self.share).max(0.01)
    }
}

impl TradePosition {
    /// Value sold abroad, smoothed yearly rate.
    pub fn exported(&self) -> Money {
        self.exported
    }
    /// Value bought abroad, smoothed yearly rate.
    pub fn imported(&self) -> Money {
        self.imported
    }
    /// Terms of trade; 1 at base prices.
    pub fn terms(&self) -> f64 {
        self.terms
    }
    /// Share of the largest good in exports (0–1).
    pub fn dependence(&self) -> f64 {
        self.dependence
    }
    /// Sold abroad this month.
    pub fn exports(&self, good: GoodId) -> Goods {
        self.exports[good]
    }
    /// Bought abroad this month.
    pub fn imports(&self, good: GoodId) -> Goods {
        self.imports[good]
    }
    /// Goods bought abroad, a month, smoothed.
    pub fn arrivals(&self, good: GoodId) -> f64 {
        self.arrivals[good]
    }
    /// What other planners owe in clearing; negative if it is owed to them.
    pub fn clearing(&self) -> Money {
        self.clearing
    }
    /// Access to the world's sellers over that at the start.
    pub fn access(&self) -> f64 {
        crate::base::math::ratio_or(self.access, self.access_start, 1.0)
    }
    /// Share of home demand for a good that is sought abroad (0–1).
    pub fn sought(&self, good: GoodId) -> f64 {
        self.sought[good]
    }
    /// Real rate of exchange: what home goods cost abroad over par (1 = as at the start).
    pub fn rate(&self) -> f64 {
        self.rate
    }
    /// Share of what was sought abroad that was had (0–1), smoothed.
    pub fn served(&self) -> f64 {
        self.served
    }
    /// Own goods sold abroad, a month, smoothed.
    pub fn sold(&self, good: GoodId) -> f64 {
        self.sold[good]
    }
    /// Share in the world's exports of a good (0–1).
    pub fn weight(&self, good: GoodId) -> f64 {
        self.weight[good]
    }
    /// The good it sells most of; none if it sells nothing.
    pub fn main_export(&self) -> Option<GoodId> {
        let goods = (0..self.sold.as_slice().len()).map(GoodId::from_index);
        let largest = goods.max_by(|&a, &b| self.sold[a].total_cmp(&self.sold[b]).then(b.cmp(&a)));
        largest.filter(|&good| self.sold[good] > 0.0)
    }
    /// Share in the world's exports of its own largest export good (0–1).
    pub fn seller_weight(&self) -> f64 {
        self.main_export().map_or(0.0, |good| self.weight[good])
    }
    /// Share of world exports now over the usual one (1 = as usual).
    pub fn market_position(&self) -> f64 {
        crate::base::math::ratio_or(self.market, self.usual_market, 1.0)
    }
    /// What is held back of a good, if anything.
    pub fn limit(&self) -> Option<&ExportLimit> {
        self.limit.as_ref()
    }
    /// Share of usual exports of a good that is held back (0–0.5).
    pub fn withheld(&self, good: GoodId) -> f64 {
        self.limit.filter(|limit| limit.good == good).map_or(0.0, |limit| limit.share)
    }
    /// The good bought before all others, where the state has a monopoly of foreign trade and set one.
    pub fn import_priority(&self) -> Option<GoodId> {
        self.import_first
    }
    /// How far ways round the embargoes on it have been found (0–1).
    pub fn routes(&self) -> f64 {
        self.routes
    }
    /// Share of the goods sought abroad that embargoes and blockades closed (0–1), smoothed.
    pub fn closed(&self) -> f64 {
        self.closed
    }
    /// Value of goods bought to be sold on to a state under embargo, smoothed yearly rate.
    pub fn passed_on(&self) -> Money {
        self.passed_on
    }
}

/// Prices of the world market by good; 1 = base price.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WorldMarket {
    pub(in crate::sim) price: PerGood<f64>,
    /// What drift has made of the price of primary goods against manufactures.
    pub(in crate::sim) drift: f64,
    /// What integration has made of the odds of foreign goods.
    pub(in crate::sim) integration: f64,
}

impl WorldMarket {
    /// Price over base price.
    pub fn price(&self, good: GoodId) -> f64 {
        self.price[good]
    }
}

/// Most sellers that a buyer looks for by itself; others may have found it.
pub const PARTNERS: usize = 12;

/// One seller a buyer deals with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The seller.
    pub(in crate::sim) seller: PolityId,
    /// Nearness and access, the seller's size left out.
    pub(in crate::sim) weight: f64,
    /// Weight of machinery and arms over that of other goods (0–1).
    pub(in crate::sim) strategic: f64,
    /// Whether the two settle in clearing.
    pub(in crate::sim) clearing: bool,
}

/// The sellers each buyer deals with, best first; reviewed once a year, or, by those that trade little, once in two.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TradeLinks {
    pub(in crate::sim) of: IdVec<PolityId, Vec<Link>>,
    /// The markets in which each seller is known whatever its size, best first.
    pub(in crate::sim) outlets: IdVec<PolityId, Vec<PolityId>>,
}
