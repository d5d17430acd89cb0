//! The scenario itself.

use super::month;
use crate::base::{LensId, Month, PolityId};
use crate::content::defs::{ExpectDef, ScenarioDef};
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
        }
    }
}
