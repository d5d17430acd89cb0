//! Components and resources that the economy owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Goods, Money};
use crate::content::vocabulary::Property;
use crate::sim::population::PerGood;

/// Capital of a territory by sector, in thousands of 2011 dollars at replacement cost.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Capital {
    /// Stock in use.
    pub(in crate::sim) stock: PerGood<f64>,
    /// Destroyed by war and not yet rebuilt; rebuilding it is cheaper than building anew.
    pub(in crate::sim) ruined: PerGood<f64>,
}

/// Who owns the means of production of a territory, by sector; each row sums to 1.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Ownership {
    /// Shares by good, in the order of [`Property::ALL`].
    pub(in crate::sim) shares: PerGood<[f64; Property::COUNT]>,
}

/// What a territory made this month, by good.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Output {
    /// Gross output.
    pub(in crate::sim) gross: PerGood<Goods>,
    /// Value added, at base prices, over all sectors.
    pub(in crate::sim) value_added: Money,
}

/// Home prices of a country by good; 1 = base price.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Prices {
    /// Price over base price.
    pub(in crate::sim) of: PerGood<f64>,
    /// Smoothed demand a month.
    pub(in crate::sim) demand: PerGood<f64>,
    /// Smoothed supply a month.
    pub(in crate::sim) supply: PerGood<f64>,
}

/// The accounts of a country. Yearly rates are sums of the last twelve months.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Accounts {
    /// Product (value added at base prices) of this month.
    pub(in crate::sim) product_month: Money,
    /// Products of the last twelve months, as a ring by month of the year.
    pub(in crate::sim) ring: [Money; 12],
    /// Product of the last twelve months.
    pub(in crate::sim) product: Money,
    /// Product of the twelve months before those.
    pub(in crate::sim) product_before: Money,
    /// Value added of industry (materials, consumer goods, machinery, arms), last twelve months.
    pub(in crate::sim) industry: Money,
    /// Rings behind `product_before` and `industry`.
    pub(in crate::sim) ring_before: [Money; 12],
    /// Industry by month of the year.
    pub(in crate::sim) ring_industry: [Money; 12],
    /// Share of this month's wanted consumption that was had (0–1).
    pub(in crate::sim) supplied: f64,
    /// Profit rate of market enterprises, yearly, smoothed.
    pub(in crate::sim) profit_rate: f64,
    /// Confidence of investors: multiplier of wanted investment around 1.
    pub(in crate::sim) confidence: f64,
    /// Share of the labour force without work (0–1).
    pub(in crate::sim) unemployment: f64,
}

impl Accounts {
    /// Product of the last twelve months.
    pub fn product(&self) -> Money {
        self.product
    }
    /// Growth of the yearly product over twelve months before (0.05 = 5 %).
    pub fn growth(&self) -> f64 {
        crate::base::math::ratio_or(self.product.real(), self.product_before.real(), 1.0) - 1.0
    }
    /// Value added of industry in the last twelve months.
    pub fn industry(&self) -> Money {
        self.industry
    }
    /// Share of this month's wanted consumption that was had (0–1).
    pub fn supplied(&self) -> f64 {
        self.supplied
    }
    /// Share of the labour force without work (0–1).
    pub fn unemployment(&self) -> f64 {
        self.unemployment
    }
}

/// What households of a country had this month.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Consumption {
    /// By good.
    pub(in crate::sim) had: PerGood<Goods>,
    /// Wanted, by good.
    pub(in crate::sim) wanted: PerGood<Goods>,
    /// Food had over food needed for a healthy life; below 1 people go hungry.
    pub(in crate::sim) food_security: f64,
}
