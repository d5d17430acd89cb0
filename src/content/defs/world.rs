//! Goods, regions, territories.

use serde::Deserialize;

use crate::base::{RegionId, TerritoryId};

/// A good and the sector that makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct GoodDef {
    /// String id, e.g. `machinery`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it stands for.
    pub means: String,
    /// Whether it crosses borders.
    pub traded: bool,
    /// Whether capital is built from it.
    pub capital: bool,
    /// Whether armed forces use it up.
    pub military: bool,
    /// Share of households' baskets at middle income (0–1; sums to 1 over goods).
    pub basket: f64,
    /// How much faster than income households' demand for it grows (Engel exponent, 0–2).
    pub engel: f64,
    /// Inputs per unit of output, by good in table order (Leontief, sums below 1).
    pub inputs: Vec<f64>,
    /// Share of value added that goes to capital (0–1).
    pub capital_share: f64,
    /// Capital per unit of yearly value added, in years.
    pub capital_output_ratio: f64,
    /// Share of stock lost each month (0–0.2).
    pub spoilage: f64,
}

/// A region of the world, as statistics group territories.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionDef {
    /// String id, e.g. `eastern_africa`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Continent as the UN groups its members: `Africa`, `Asia`, `Europe`, `Americas`, `Oceania`.
    pub continent: String,
}

/// How two territories touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Passage {
    /// A land border.
    Land,
    /// A strait or short sea way.
    Sea,
    /// A long sea lane.
    SeaLane,
}

/// One neighbour of a territory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// The territory on the other side.
    pub territory: TerritoryId,
    /// How they touch.
    pub passage: Passage,
}

/// A territory: the same in all campaigns.
#[derive(Debug, Clone, PartialEq)]
pub struct TerritoryDef {
    /// String id, e.g. `DZA`; also the id of its geometry in `assets/map/world.json`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Its region.
    pub region: RegionId,
    /// Area in km².
    pub area: f64,
    /// Longitude and latitude of its chief town, degrees.
    pub place: (f64, f64),
    /// Arable share of the land (0–1).
    pub arable: f64,
    /// Richness in fuels as known at the start (0–5).
    pub fuels: f64,
    /// Richness in fuels with what is found later (0–5, at least `fuels`); nobody in the world knows it.
    pub finds: f64,
    /// Richness in ores and fibres (0–5).
    pub ores: f64,
    /// How far terrain shelters guerrillas (0–1).
    pub guerrilla_terrain: f64,
    /// Nations living there, with their share of the people, largest first.
    pub nations: Vec<(String, f64)>,
    /// Neighbours, in id order.
    pub neighbours: Vec<Neighbour>,
    /// People at the start of the scenario.
    pub population: i64,
    /// Product per head and year at the start, 2011 international dollars.
    pub product_per_head: f64,
    /// Quality of the figures: `A`–`D` as in the tables' own grading (`D` = own estimate).
    pub quality: char,
}
