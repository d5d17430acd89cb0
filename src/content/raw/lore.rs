//! Rules, lenses, claim cards, events.

use super::{RawSetting, month, positive};
use crate::base::{LensId, Month, PolityId};
use crate::content::defs::{ClaimCardDef, EventDef, ExperimentDef, LensDef, RuleDef, Sign};
use crate::content::reader::NamedRule;
use crate::content::vocabulary::{Condition, Effect, Ids};
use serde::Deserialize;

/// `Rule( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawRule {
    id: String,
    default: f64,
    min: f64,
    max: f64,
    unit: String,
    means: String,
    source: String,
}

impl RawRule {
    /// The resolved rule.
    pub fn resolve(self) -> RuleDef {
        RuleDef {
            id: self.id,
            default: self.default,
            min: self.min,
            max: self.max,
            unit: self.unit,
            means: self.means,
            source: self.source,
        }
    }
}

/// `Lens( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawLens {
    id: String,
    name: String,
    source: String,
    asserts: String,
    #[serde(default)]
    overrides: Vec<RawSetting>,
}

impl RawLens {
    /// The resolved lens.
    pub fn resolve(self) -> LensDef {
        LensDef {
            id: self.id,
            name: self.name,
            source: self.source,
            asserts: self.asserts,
            overrides: self.overrides.into_iter().map(RawSetting::pair).collect(),
        }
    }
}

/// `ClaimCard( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawClaimCard {
    id: String,
    document: String,
    section: String,
    author: String,
    date: String,
    audience: String,
    asserts: String,
    contrary: Vec<String>,
    as_number: String,
    #[serde(default)]
    experiment: Option<RawExperiment>,
}

#[derive(Debug, Deserialize)]
struct RawExperiment {
    rule: NamedRule,
    low: f64,
    high: f64,
    series: String,
    lens: LensId,
    expects: Sign,
}

impl RawClaimCard {
    /// The resolved claim card.
    pub fn resolve(self) -> ClaimCardDef {
        ClaimCardDef {
            id: self.id,
            document: self.document,
            section: self.section,
            author: self.author,
            date: self.date,
            audience: self.audience,
            asserts: self.asserts,
            contrary: self.contrary,
            as_number: self.as_number,
            experiment: self.experiment.map(|experiment| ExperimentDef {
                rule: experiment.rule.0,
                low: experiment.low,
                high: experiment.high,
                series: experiment.series,
                lens: experiment.lens,
                expects: experiment.expects,
            }),
        }
    }
}

/// `Event( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawEvent {
    id: String,
    title: String,
    text: String,
    subject: PolityId,
    #[serde(deserialize_with = "month")]
    from: Month,
    #[serde(default = "always")]
    when: Condition<Ids>,
    #[serde(deserialize_with = "positive")]
    mean_months: f64,
    effects: Vec<Effect<Ids>>,
    #[serde(default)]
    sources: Vec<String>,
}

fn always() -> Condition<Ids> {
    Condition::Always
}

impl RawEvent {
    /// The resolved event.
    pub fn resolve(self) -> EventDef {
        EventDef {
            id: self.id,
            title: self.title,
            text: self.text,
            subject: self.subject,
            from: self.from,
            when: self.when,
            mean_months: self.mean_months,
            effects: self.effects,
            sources: self.sources,
        }
    }
}
