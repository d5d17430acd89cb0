//! The shapes of definitions in files, one file a subject, and how each becomes the resolved definition.
//!
//! Field names are those of the definitions in [`super::defs`]. Where a definition holds pairs or tables by
//! position, the file holds a list of records, so that every number has a name and a patch can address it.
//! Fields with a default say so; all others must be given.

mod agents;
mod archetype;
mod dispute;
mod doctrine;
mod fact;
mod interest;
mod laboratory;
mod lore;
mod mission;
mod scenario;
mod world;

pub use agents::{RawClaim, RawMovement, RawOrganisation, RawPolity, RawRelation, RawState, RawWar};
pub use archetype::RawArchetype;
pub use dispute::RawDispute;
pub use doctrine::RawDoctrine;
pub use fact::RawFact;
pub use interest::RawInterest;
pub use laboratory::RawLaboratory;
pub use lore::{RawClaimCard, RawEvent, RawLens, RawRule};
pub use mission::RawMission;
pub use scenario::RawScenario;
pub use world::{RawFigures, RawGood, RawRegion, RawTerritory};

use super::defs::MAX_GOODS;
use super::reader::NamedRule;
use super::vocabulary::Class;
use crate::base::{GoodId, Id, Month};
use serde::{Deserialize, Deserializer, de::Error};

/// A rule and a value for it: `("subsystem.rule", 0.5)`.
#[derive(Debug, Deserialize)]
pub struct RawSetting(NamedRule, f64);

impl RawSetting {
    fn pair(self) -> (String, f64) {
        (self.0.0, self.1)
    }
}

/// A class and its weight.
#[derive(Debug, Deserialize)]
pub struct RawClassWeight {
    class: Class,
    #[serde(deserialize_with = "share")]
    weight: f64,
}

/// A good and an amount or share.
#[derive(Debug, Deserialize)]
pub struct RawGoodShare {
    good: GoodId,
    #[serde(deserialize_with = "share")]
    share: f64,
}

/// Shares by good as a table by position; later entries of one good add up.
fn by_good(shares: &[RawGoodShare]) -> [f64; MAX_GOODS] {
    let mut table = [0.0; MAX_GOODS];
    for entry in shares {
        if let Some(cell) = table.get_mut(entry.good.index()) {
            *cell += entry.share;
        }
    }
    table
}

/// A number of at least `min` and at most `max`.
fn between<'de, D: Deserializer<'de>>(deserializer: D, min: f64, max: f64) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    if (min..=max).contains(&value) {
        Ok(value)
    } else {
        Err(D::Error::custom(format!("must lie between {min} and {max}, is {value}")))
    }
}

/// A number in 0..=1.
fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    between(deserializer, 0.0, 1.0)
}

/// A number in 0..=1, if given.
fn some_share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Given(#[serde(deserialize_with = "share")] f64);
    Ok(Option::<Given>::deserialize(deserializer)?.map(|given| given.0))
}

/// A number in −1..=1.
fn signed_share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    between(deserializer, -1.0, 1.0)
}

/// A number of at least 0.
fn not_negative<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    if value >= 0.0 { Ok(value) } else { Err(D::Error::custom(format!("must not be negative, is {value}"))) }
}

/// A number above 0.
fn positive<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    if value > 0.0 { Ok(value) } else { Err(D::Error::custom(format!("must be above 0, is {value}"))) }
}

/// A month written `"1957-03"`.
fn month<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
    let text = String::deserialize(deserializer)?;
    Month::parse_iso(&text).ok_or_else(|| {
        D::Error::custom(format!("a month is written like \"1957-03\", from 1900 on, not {text:?}"))
    })
}
