//! Goods, regions, territories.

use super::{not_negative, positive, share};
use crate::base::{GoodId, Id, RegionId, TerritoryId};
use crate::content::defs::{GoodDef, Neighbour, Passage, RegionDef, TerritoryDef};
use serde::Deserialize;

/// `Good( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawGood {
    id: String,
    name: String,
    means: String,
    #[serde(default = "yes")]
    traded: bool,
    #[serde(default)]
    capital: bool,
    #[serde(default)]
    military: bool,
    #[serde(deserialize_with = "share")]
    basket: f64,
    #[serde(deserialize_with = "engel")]
    engel: f64,
    #[serde(default)]
    inputs: Vec<RawInput>,
    #[serde(deserialize_with = "share")]
    capital_share: f64,
    #[serde(deserialize_with = "positive")]
    capital_output_ratio: f64,
    #[serde(default, deserialize_with = "spoilage")]
    spoilage: f64,
}

/// A good used up in making another.
#[derive(Debug, Deserialize)]
struct RawInput {
    good: GoodId,
    #[serde(deserialize_with = "share")]
    amount: f64,
}

fn yes() -> bool {
    true
}

fn engel<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, 0.0, 2.0)
}

fn spoilage<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, 0.0, 0.2)
}

impl RawGood {
    /// The resolved good; `goods` is how many the scenario has.
    pub fn resolve(self, goods: usize) -> GoodDef {
        let mut inputs = vec![0.0; goods];
        for input in self.inputs {
            if let Some(cell) = inputs.get_mut(input.good.index()) {
                *cell += input.amount;
            }
        }
        GoodDef {
            id: self.id,
            name: self.name,
            means: self.means,
            traded: self.traded,
            capital: self.capital,
            military: self.military,
            basket: self.basket,
            engel: self.engel,
            inputs,
            capital_share: self.capital_share,
            capital_output_ratio: self.capital_output_ratio,
            spoilage: self.spoilage,
        }
    }
}

/// `Region( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawRegion {
    id: String,
    name: String,
    continent: String,
}

impl RawRegion {
    /// The resolved region.
    pub fn resolve(self) -> RegionDef {
        RegionDef { id: self.id, name: self.name, continent: self.continent }
    }
}

/// `Territory( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawTerritory {
    id: String,
    name: String,
    region: RegionId,
    #[serde(deserialize_with = "positive")]
    area: f64,
    #[serde(deserialize_with = "place")]
    place: (f64, f64),
    #[serde(deserialize_with = "share")]
    arable: f64,
    #[serde(deserialize_with = "richness")]
    fuels: f64,
    #[serde(default, deserialize_with = "some_richness")]
    finds: Option<f64>,
    #[serde(deserialize_with = "richness")]
    ores: f64,
    #[serde(deserialize_with = "share")]
    guerrilla_terrain: f64,
    #[serde(default)]
    nations: Vec<RawNation>,
    #[serde(default)]
    neighbours: Vec<RawNeighbour>,
}

#[derive(Debug, Deserialize)]
struct RawNation {
    name: String,
    #[serde(deserialize_with = "share")]
    share: f64,
}

#[derive(Debug, Deserialize)]
struct RawNeighbour {
    to: TerritoryId,
    by: Passage,
}

fn richness<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, 0.0, 5.0)
}

fn some_richness<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    richness(deserializer).map(Some)
}

/// Degrees east and north.
fn place<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<(f64, f64), D::Error> {
    let (east, north) = <(f64, f64)>::deserialize(deserializer)?;
    if (-180.0..=180.0).contains(&east) && (-90.0..=90.0).contains(&north) {
        Ok((east, north))
    } else {
        Err(serde::de::Error::custom(format!(
            "a place is (degrees east, degrees north), within 180 and 90, not ({east}, {north})"
        )))
    }
}

impl RawTerritory {
    /// The resolved territory with its figures at the start.
    pub fn resolve(self, start: &RawFigures) -> TerritoryDef {
        let mut neighbours: Vec<Neighbour> = self
            .neighbours
            .iter()
            .map(|neighbour| Neighbour { territory: neighbour.to, passage: neighbour.by })
            .collect();
        neighbours.sort_by_key(|neighbour| neighbour.territory);
        let mut nations: Vec<(String, f64)> =
            self.nations.into_iter().map(|nation| (nation.name, nation.share)).collect();
        nations.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        TerritoryDef {
            id: self.id,
            name: self.name,
            region: self.region,
            area: self.area,
            place: self.place,
            arable: self.arable,
            fuels: self.fuels,
            finds: self.finds.unwrap_or(self.fuels),
            ores: self.ores,
            guerrilla_terrain: self.guerrilla_terrain,
            nations,
            neighbours,
            population: start.population,
            product_per_head: start.product_per_head,
            quality: start.quality,
        }
    }
}

/// `Figures( ... )`: figures of a territory at the start of a campaign.
#[derive(Debug, Clone, Deserialize)]
pub struct RawFigures {
    /// The territory.
    pub territory: TerritoryId,
    #[serde(deserialize_with = "people")]
    population: i64,
    #[serde(deserialize_with = "not_negative")]
    product_per_head: f64,
    quality: char,
}

fn people<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let value = i64::deserialize(deserializer)?;
    if (0..=10_000_000_000).contains(&value) {
        Ok(value)
    } else {
        Err(serde::de::Error::custom(format!("a territory holds 0 to 10,000,000,000 people, not {value}")))
    }
}
