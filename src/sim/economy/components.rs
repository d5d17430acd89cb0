//! Components and resources that the economy owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Goods, Money};
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

impl Capital {
    /// Stock in use over all sectors, thousands of 2011 dollars.
    pub fn in_use(&self) -> f64 {
        self.stock.as_slice().iter().sum()
    }
    /// Stock in ruins over all sectors, thousands of 2011 dollars.
    pub fn ruined(&self) -> f64 {
        self.ruined.as_slice().iter().sum()
    }
    /// Share of the capital that lies in ruins (0–1).
    pub fn ruined_share(&self) -> f64 {
        crate::base::math::ratio_or(self.ruined(), self.ruined() + self.in_use(), 0.0)
    }
}

/// What nature and skill let the factors of a territory make.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Endowment {
    /// Efficiency by sector: fixed so that the factors at the start make the output at the start.
    pub(in crate::sim) efficiency: PerGood<f64>,
    /// This year's harvest over a normal one (1 = normal).
    pub(in crate::sim) harvest: f64,
}

impl Endowment {
    /// This year's harvest over a normal one (1 = normal).
    pub fn harvest(&self) -> f64 {
        self.harvest
    }
}

/// Who owns the means of production of a territory, by sector; each row sums to 1.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Ownership {
    /// Shares by good, in the order of [`Property::ALL`].
    pub(in crate::sim) shares: PerGood<[f64; Property::COUNT]>,
}

impl Ownership {
    /// Shares of one sector, in the order of [`Property::ALL`]; they sum to 1.
    pub fn shares_of(&self, good: GoodId) -> &[f64; Property::COUNT] {
        &self.shares[good]
    }
}

/// What a territory made this month, by good.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Output {
    /// Gross output.
    pub(in crate::sim) gross: PerGood<Goods>,
    /// Value added, at base prices, over all sectors.
    pub(in crate::sim) value_added: Money,
    /// What hands, capital and the ground make there at a skill of one, as last reckoned; nothing where it is to be reckoned.
    pub(in crate::sim) factors: PerGood<f64>,
}

impl Output {
    /// Gross output of a sector this month.
    pub fn gross(&self, good: GoodId) -> Goods {
        self.gross[good]
    }
    /// Value added this month, at base prices, over all sectors.
    pub fn value_added(&self) -> Money {
        self.value_added
    }
}

/// How a country's labour and plant are used.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Industry {
    /// Share of the labour force by sector (sums to 1).
    pub(in crate::sim) labour: PerGood<f64>,
    /// Gross output a month that labour and capital could make.
    pub(in crate::sim) potential: PerGood<f64>,
    /// What each sector made last month of what it was set to make (0–1): less than all where inputs lacked.
    pub(in crate::sim) served: PerGood<f64>,
    /// Gross output a month that was wanted, over what is made at normal use (1 = normal).
    pub(in crate::sim) strain: PerGood<f64>,
    /// Capital in use, thousands of 2011 dollars.
    pub(in crate::sim) capital: PerGood<f64>,
    /// Share of the inputs wanted this month that could not be had (0–1).
    pub(in crate::sim) lacking: f64,
    /// The same by input.
    pub(in crate::sim) short_of: PerGood<f64>,
    /// Value added a month at normal use, smoothed.
    pub(in crate::sim) normal_product: f64,
    /// How hard investors are drawn to each sector: strain, and in markets profit.
    pub(in crate::sim) pull: PerGood<f64>,
}

impl Industry {
    /// Gross output a month in normal times, with inputs as they came last month; `normal_use` is the part of what could
    /// be made that is made then.
    pub(in crate::sim) fn normal(&self, good: GoodId, normal_use: f64) -> f64 {
        self.potential[good] * normal_use * self.served[good]
    }
    /// Share of the labour force in a sector (0–1).
    pub fn labour(&self, good: GoodId) -> f64 {
        self.labour[good]
    }
    /// Gross output a month that labour and capital could make.
    pub fn potential(&self, good: GoodId) -> f64 {
        self.potential[good]
    }
    /// Capital in use, thousands of 2011 dollars.
    pub fn capital(&self, good: GoodId) -> f64 {
        self.capital[good]
    }
}

/// Home prices of a country by good; 1 = base price.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Prices {
    /// Price over base price.
    pub(in crate::sim) of: PerGood<f64>,
    /// Smoothed demand at home a month: inputs, households, investment, public use, forces.
    pub(in crate::sim) demand: PerGood<f64>,
    /// Of that, last month's wants of households, investment, public use and forces.
    pub(in crate::sim) used_at_home: PerGood<f64>,
    /// Smoothed output a month.
    pub(in crate::sim) supply: PerGood<f64>,
}

impl Prices {
    /// Price over base price.
    pub fn of(&self, good: GoodId) -> f64 {
        self.of[good]
    }
    /// Smoothed demand at home, a month.
    pub fn demand(&self, good: GoodId) -> f64 {
        self.demand[good]
    }
    /// Smoothed output a month.
    pub fn supply(&self, good: GoodId) -> f64 {
        self.supply[good]
    }
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
    /// Profit rate that investors have come to count on, yearly.
    pub(in crate::sim) profit_norm: f64,
    /// Confidence of investors: multiplier of wanted investment around 1.
    pub(in crate::sim) confidence: f64,
    /// This quarter's shock to confidence.
    pub(in crate::sim) mood: f64,
    /// Investment under way over normal investment: confidence, with the delay of building.
    pub(in crate::sim) building: f64,
    /// What full employment adds to wages at the expense of profit, share of profit.
    pub(in crate::sim) wage_push: f64,
    /// Mark-up over base, by which concentration shifts income from wages to profit (1 = as at the start).
    pub(in crate::sim) markup: f64,
    /// Whether a slump is under way.
    pub(in crate::sim) slump: bool,
    /// The highest product of twelve months since the last slump was over.
    pub(in crate::sim) peak: Money,
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
    /// Product of this month.
    pub fn product_month(&self) -> Money {
        self.product_month
    }
    /// Confidence of investors: multiplier of wanted investment around 1.
    pub fn confidence(&self) -> f64 {
        self.confidence
    }
    /// Profit rate of market enterprises, yearly, smoothed.
    pub fn profit_rate(&self) -> f64 {
        self.profit_rate
    }
    /// Whether a slump is under way.
    pub fn in_slump(&self) -> bool {
        self.slump
    }
    /// Mark-up over that of the start: by how much concentration shifts income from wages to profit.
    pub fn markup(&self) -> f64 {
        self.markup
    }
    /// Product of the last twelve months below its last peak (0 = at the peak, 0.03 = 3 % below).
    pub fn below_peak(&self) -> f64 {
        1.0 - crate::base::math::ratio_or(self.product.real(), self.peak.real(), 1.0).min(1.0)
    }
}

/// What households of a country had this month.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Consumption {
    /// By good.
    pub(in crate::sim) had: PerGood<Goods>,
    /// Wanted, by good.
    pub(in crate::sim) wanted: PerGood<Goods>,
    /// Share of each good in the basket that households want (sums to 1).
    pub(in crate::sim) basket: PerGood<f64>,
    /// Food had over food needed for a healthy life; below 1 people go hungry.
    pub(in crate::sim) food_security: f64,
}

impl Consumption {
    /// What households had of a good this month.
    pub fn had(&self, good: GoodId) -> Goods {
        self.had[good]
    }
    /// What households wanted of a good this month.
    pub fn wanted(&self, good: GoodId) -> Goods {
        self.wanted[good]
    }
    /// All that households had this month, at base prices.
    pub fn total(&self) -> Goods {
        self.had.as_slice().iter().copied().sum()
    }
    /// Food had over food needed for a healthy life; below 1 people go hungry.
    pub fn food_security(&self) -> f64 {
        self.food_security
    }
}
