//! Components and resources that trade owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Goods, Matrix, Money, PolityId};
use crate::sim::population::PerGood;

/// Value of goods sold by one polity to another, as a smoothed yearly rate (thousands of 2011 dollars).
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TradeFlows {
    /// From the seller to the buyer.
    pub(in crate::sim) yearly: Matrix<PolityId, f32>,
}

impl TradeFlows {
    /// Yearly value sold by `from` to `to`.
    pub fn sold(&self, from: PolityId, to: PolityId) -> f64 {
        f64::from(self.yearly[(from, to)])
    }

    /// Yearly value of both directions.
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
}
