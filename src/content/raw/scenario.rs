//! The scenario itself.

use super::{month, not_negative, share};
use crate::base::{LensId, Month, PolityId};
use crate::content::defs::{ExpectDef, ReparationsDef, ReserveCurrencyDef, ScenarioDef};
use crate::content::report::one_of;
use crate::content::vocabulary::System;
use serde::Deserialize;

/// `Scenario( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawScenario {
    id: String,
    #[serde(rename = "format")]
    _format: u32,
    name: String,
    summary: String,
    #[serde(deserialize_with = "month")]
    start: Month,
    #[serde(deserialize_with = "months")]
    months: u32,
    world: String,
    lens: LensId,
    #[serde(default)]
    poles: Vec<PolityId>,
    #[serde(default)]
    expect: Vec<RawExpect>,
    #[serde(default)]
    model_card: Vec<String>,
    #[serde(default)]
    reserve_currency: Option<RawReserveCurrency>,
    #[serde(default)]
    reparations: Vec<RawReparations>,
}

fn months<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let value = u32::deserialize(deserializer)?;
    if (1..=1200).contains(&value) {
        Ok(value)
    } else {
        Err(serde::de::Error::custom(format!("a campaign lasts 1 to 1200 months, not {value}")))
    }
}

#[derive(Debug, Deserialize)]
struct RawExpect {
    #[serde(deserialize_with = "total")]
    what: String,
    #[serde(default)]
    system: Option<System>,
    min: f64,
    max: f64,
    source: String,
}

#[derive(Debug, Deserialize)]
struct RawReserveCurrency {
    issuer: PolityId,
    #[serde(deserialize_with = "not_negative")]
    claims: f64,
    gold: Vec<RawGold>,
    mines: Vec<RawMines>,
    sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct RawGold {
    polity: PolityId,
    #[serde(deserialize_with = "not_negative")]
    tonnes: f64,
}

#[derive(Debug, Deserialize)]
struct RawMines {
    polity: PolityId,
    #[serde(deserialize_with = "share")]
    share: f64,
}

#[derive(Debug, Deserialize)]
struct RawReparations {
    from: PolityId,
    to: PolityId,
    #[serde(deserialize_with = "share")]
    share: f64,
    #[serde(deserialize_with = "month")]
    until: Month,
    source: String,
}

/// What can be summed over the figures of a scenario; shares are those of a system.
pub const TOTALS: &[&str] = &["world_population", "world_product", "share_of_population", "share_of_product"];

fn total<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if TOTALS.contains(&text.as_str()) {
        Ok(text)
    } else {
        let choices = one_of(TOTALS.iter().copied());
        Err(serde::de::Error::custom(format!("no total named `{text}`; it can be {choices}")))
    }
}

impl RawScenario {
    /// The resolved scenario.
    pub fn resolve(self) -> ScenarioDef {
        ScenarioDef {
            id: self.id,
            name: self.name,
            summary: self.summary,
            start: self.start,
            months: self.months,
            world: self.world,
            lens: self.lens,
            poles: self.poles,
            expect: self
                .expect
                .into_iter()
                .map(|expect| ExpectDef {
                    what: expect.what,
                    system: expect.system,
                    min: expect.min,
                    max: expect.max,
                    source: expect.source,
                })
                .collect(),
            model_card: self.model_card,
            reserve_currency: self.reserve_currency.map(|raw| ReserveCurrencyDef {
                issuer: raw.issuer,
                claims: raw.claims,
                gold: raw.gold.into_iter().map(|row| (row.polity, row.tonnes)).collect(),
                mines: raw.mines.into_iter().map(|row| (row.polity, row.share)).collect(),
                sources: raw.sources,
            }),
            reparations: self
                .reparations
                .into_iter()
                .map(|raw| ReparationsDef {
                    from: raw.from,
                    to: raw.to,
                    share: raw.share,
                    until: raw.until,
                    source: raw.source,
                })
                .collect(),
        }
    }
}
