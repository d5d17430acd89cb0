//! Time series, one value a month.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{IdVec, Numbers, PolityId};

/// A series kept for every polity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PolitySeries {
    /// Product per head and year.
    ProductPerHead,
    /// Product of the last twelve months, millions.
    Product,
    /// Legitimacy (0–1).
    Legitimacy,
    /// Living standard over expectation.
    LivingStandard,
    /// Revolutionary situation (0–1).
    Ripeness,
    /// Yearly trade of both directions, millions.
    Trade,
    /// Military strength, millions.
    Forces,
    /// Population, thousands.
    Population,
}

impl PolitySeries {
    /// All, in order.
    pub const ALL: [PolitySeries; 8] = [
        Self::ProductPerHead,
        Self::Product,
        Self::Legitimacy,
        Self::LivingStandard,
        Self::Ripeness,
        Self::Trade,
        Self::Forces,
        Self::Population,
    ];

    /// Name with unit.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ProductPerHead => "product per head (2011 $ a year)",
            Self::Product => "product (million 2011 $ a year)",
            Self::Legitimacy => "legitimacy (0–1)",
            Self::LivingStandard => "living standard over expectation",
            Self::Ripeness => "revolutionary situation (0–1)",
            Self::Trade => "trade, both directions (million 2011 $ a year)",
            Self::Forces => "military strength (million 2011 $)",
            Self::Population => "population (thousands)",
        }
    }
}

/// A series kept for the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorldSeries {
    /// World tension (0–1).
    Tension,
    /// Sovereign states.
    States,
    /// World product, millions.
    Product,
    /// Socialist share of world product (0–1).
    SocialistProduct,
    /// Wars under way.
    Wars,
}

impl WorldSeries {
    /// All, in order.
    pub const ALL: [WorldSeries; 5] =
        [Self::Tension, Self::States, Self::Product, Self::SocialistProduct, Self::Wars];

    /// Name with unit.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Tension => "world tension (0–1)",
            Self::States => "sovereign states",
            Self::Product => "world product (million 2011 $ a year)",
            Self::SocialistProduct => "socialist share of world product (0–1)",
            Self::Wars => "wars under way",
        }
    }
}

/// All series since the start; the first value is that of the eve of the campaign.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Series {
    pub(in crate::sim) polities: IdVec<PolityId, [Numbers<f32>; 8]>,
    pub(in crate::sim) world: [Numbers<f32>; 5],
}

impl Series {
    /// A polity's series, one value a month.
    pub fn polity(&self, polity: PolityId, series: PolitySeries) -> &[f32] {
        &self.polities[polity][series as usize]
    }
    /// A series of the world, one value a month.
    pub fn world(&self, series: WorldSeries) -> &[f32] {
        &self.world[series as usize]
    }
}
