//! Doctrines.

use super::{share, signed_share};
use crate::base::DoctrineId;
use crate::content::defs::{
    ActDef, ConsiderationDef, CurveDef, DoctrineDef, DriftDef, IntentionDef, LimitDef, ParameterDef,
    PolicyDef, StandingDef, TurnDef,
};
use crate::content::reader::{Loc, NamedClaimCard};
use crate::content::report::{Code, Finding, nearest, one_of};
use crate::content::vocabulary::{
    Condition, DoctrineDomain, Effect, Ids, Occasion, OrderKind, Quantity, Targets,
};
use serde::Deserialize;

/// `Doctrine( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawDoctrine {
    id: String,
    name: String,
    opponents_name: String,
    summary: String,
    #[serde(default)]
    for_movements: bool,
    #[serde(default = "statecraft")]
    domain: DoctrineDomain,
    #[serde(default)]
    parameters: Vec<RawParameter>,
    policies: Vec<RawPolicy>,
    #[serde(default)]
    limits: Vec<RawLimit>,
    #[serde(default)]
    effects: Vec<RawStanding>,
    #[serde(default)]
    drift: Vec<RawDrift>,
    #[serde(deserialize_with = "line")]
    line: (f64, f64),
    #[serde(default, deserialize_with = "signed_share")]
    bias: f64,
    #[serde(default)]
    claims: Vec<NamedClaimCard>,
    sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct RawParameter {
    id: String,
    value: f64,
    min: f64,
    max: f64,
    means: String,
}

/// Where the doctrine stands on the two axes of line, each −1..=1.
fn line<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<(f64, f64), D::Error> {
    let (dogma, autonomy) = <(f64, f64)>::deserialize(deserializer)?;
    if dogma.abs() <= 1.0 && autonomy.abs() <= 1.0 {
        Ok((dogma, autonomy))
    } else {
        Err(serde::de::Error::custom(format!(
            "a line is (revision -1 to dogma 1, integration -1 to autonomy 1), not ({dogma}, {autonomy})"
        )))
    }
}

#[derive(Debug, Deserialize)]
struct RawPolicy {
    id: String,
    because: String,
    act: ActDef,
    targets: Targets,
    #[serde(default = "always")]
    when: Condition<Ids>,
    considerations: Vec<RawConsideration>,
    #[serde(default, deserialize_with = "share")]
    cost: f64,
    #[serde(deserialize_with = "share")]
    threshold: f64,
    #[serde(deserialize_with = "authority")]
    authority: f64,
    rest_months: u32,
    #[serde(default)]
    intention: Option<RawIntention>,
}

/// An aim to which those who have chosen a policy hold for some months.
#[derive(Debug, Deserialize)]
struct RawIntention {
    aim: Condition<Ids>,
    #[serde(deserialize_with = "held_for")]
    months: u32,
    #[serde(default)]
    fallback: Option<Loc<String>>,
}

/// Months for which an aim is held to: at least the time between two deliberations of a state, at most ten years.
fn held_for<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let months = u32::deserialize(deserializer)?;
    if (6..=120).contains(&months) {
        Ok(months)
    } else {
        Err(serde::de::Error::custom(format!("an aim is held to for 6 to 120 months, not {months}")))
    }
}

fn statecraft() -> DoctrineDomain {
    DoctrineDomain::Statecraft
}

fn always() -> Condition<Ids> {
    Condition::Always
}

fn authority<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, 0.0, 10.0)
}

#[derive(Debug, Deserialize)]
struct RawConsideration {
    label: String,
    input: Quantity<Ids>,
    curve: CurveDef,
    #[serde(deserialize_with = "share")]
    weight: f64,
    #[serde(default)]
    scale: Option<Loc<String>>,
}

#[derive(Debug, Deserialize)]
struct RawLimit {
    never: OrderKind,
    #[serde(default)]
    unless: Option<Condition<Ids>>,
    because: String,
}

/// What goes on by itself while the doctrine is in force.
#[derive(Debug, Deserialize)]
struct RawStanding {
    does: Effect<Ids>,
    #[serde(default = "always")]
    when: Condition<Ids>,
    because: String,
}

/// One way in which a line drifts: on which occasions, under which condition, to what.
#[derive(Debug, Deserialize)]
struct RawDrift {
    id: String,
    on: Vec<Occasion>,
    #[serde(default = "always")]
    when: Condition<Ids>,
    #[serde(default = "surely", deserialize_with = "share")]
    chance: f64,
    turn: RawTurn,
    because: String,
}

#[derive(Debug, Deserialize)]
enum RawTurn {
    Adopt {
        doctrine: DoctrineId,
    },
    Amend {
        parameter: Loc<String>,
        #[serde(deserialize_with = "step")]
        by: f64,
    },
}

fn surely() -> f64 {
    1.0
}

/// A step of an amendment, as a part of the parameter's range.
fn step<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, -0.1, 0.1)
}

/// The position of something that a doctrine names in a list of its own; a name that is not in it is a finding.
fn position(what: &str, all: &[&str], name: &Loc<String>, findings: &mut Vec<Finding>) -> Option<usize> {
    let found = all.iter().position(|id| *id == name.value);
    if found.is_none() {
        let finding = Finding::at(
            Code::UnknownId,
            name.at,
            format!("no {what} named `{}` in this doctrine", name.value),
        )
        .label(format!("unknown {what}"));
        findings.push(match nearest(&name.value, all.iter().copied()) {
            Some(near) => finding.fix(name.at.inside(), near, format!("a {what} with a similar name exists")),
            None => finding.help(format!("it can be {}", one_of(all.iter().copied()))),
        });
    }
    found
}

impl RawDoctrine {
    /// The resolved doctrine; a weight scaled by a parameter that the doctrine does not have is a finding.
    pub fn resolve(self, findings: &mut Vec<Finding>) -> DoctrineDef {
        let parameters: Vec<ParameterDef> = self
            .parameters
            .into_iter()
            .map(|parameter| ParameterDef {
                id: parameter.id,
                value: parameter.value,
                min: parameter.min,
                max: parameter.max,
                means: parameter.means,
            })
            .collect();
        let known: Vec<&str> = parameters.iter().map(|parameter| parameter.id.as_str()).collect();
        let ids: Vec<String> = self.policies.iter().map(|policy| policy.id.clone()).collect();
        let all: Vec<&str> = ids.iter().map(String::as_str).collect();
        let policies = self
            .policies
            .into_iter()
            .map(|policy| PolicyDef {
                id: policy.id,
                because: policy.because,
                act: policy.act,
                targets: policy.targets,
                when: policy.when,
                considerations: policy
                    .considerations
                    .into_iter()
                    .map(|consideration| ConsiderationDef {
                        label: consideration.label,
                        input: consideration.input,
                        curve: consideration.curve,
                        weight: consideration.weight,
                        scale: consideration
                            .scale
                            .and_then(|scale| position("parameter", &known, &scale, findings)),
                    })
                    .collect(),
                cost: policy.cost,
                threshold: policy.threshold,
                authority: policy.authority,
                rest_months: policy.rest_months,
                intention: policy.intention.map(|intention| IntentionDef {
                    aim: intention.aim,
                    months: intention.months,
                    fallback: intention.fallback.and_then(|id| position("policy", &all, &id, findings)),
                }),
            })
            .collect();
        let standing =
            |one: RawStanding| StandingDef { does: one.does, when: one.when, because: one.because };
        let effects = self.effects.into_iter().map(standing).collect();
        let mut drift = Vec::with_capacity(self.drift.len());
        for one in self.drift {
            let turn = match one.turn {
                RawTurn::Adopt { doctrine } => TurnDef::Adopt { doctrine },
                RawTurn::Amend { parameter, by } => match position("parameter", &known, &parameter, findings)
                {
                    Some(parameter) => TurnDef::Amend { parameter, by },
                    None => continue,
                },
            };
            let (id, on, when) = (one.id, one.on, one.when);
            drift.push(DriftDef { id, on, when, chance: one.chance, turn, because: one.because });
        }
        DoctrineDef {
            id: self.id,
            name: self.name,
            opponents_name: self.opponents_name,
            summary: self.summary,
            for_movements: self.for_movements,
            domain: self.domain,
            parameters,
            policies,
            limits: self
                .limits
                .into_iter()
                .map(|limit| LimitDef { never: limit.never, unless: limit.unless, because: limit.because })
                .collect(),
            effects,
            drift,
            line: self.line,
            bias: self.bias,
            claims: self.claims.into_iter().map(|claim| claim.0).collect(),
            sources: self.sources,
        }
    }
}
