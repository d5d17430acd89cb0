//! Guided missions.

use super::RawSetting;
use crate::base::{MovementId, PolityId};
use crate::content::defs::{AskDef, BotActDef, BotStepDef, BranchDef, HintDef, MissionDef, StepDef, TryDef};
use crate::content::reader::Loc;
use crate::content::report::{Code, Finding, nearest, one_of};
use crate::content::vocabulary::{Condition, Ids, Order};
use serde::Deserialize;

/// Longest imperative of a step, in characters.
const MAX_SAY: usize = 120;

/// `Mission( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawMission {
    id: String,
    title: String,
    teaches: Vec<String>,
    seed: u64,
    #[serde(default)]
    plays: Option<PolityId>,
    #[serde(default)]
    plays_movement: Option<MovementId>,
    max_months: u32,
    steps: Vec<RawStep>,
    #[serde(default)]
    notice: Vec<String>,
    #[serde(default)]
    tries: Vec<RawTry>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    model_limits: Vec<String>,
    #[serde(default)]
    other_side: String,
    #[serde(default)]
    solution: Vec<RawBotStep>,
}

#[derive(Debug, Deserialize)]
struct RawStep {
    id: Loc<String>,
    #[serde(deserialize_with = "say")]
    say: String,
    #[serde(default)]
    how: Vec<String>,
    why: String,
    #[serde(default)]
    highlight: Vec<String>,
    #[serde(default)]
    ask: Option<RawAsk>,
    done: Condition<Ids>,
    #[serde(default)]
    hints: Vec<RawHint>,
    #[serde(default)]
    branches: Vec<RawBranch>,
}

fn say<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let length = text.chars().count();
    if length <= MAX_SAY {
        Ok(text)
    } else {
        Err(serde::de::Error::custom(format!(
            "an instruction has at most {MAX_SAY} characters, this one has {length}"
        )))
    }
}

#[derive(Debug, Deserialize)]
struct RawAsk {
    id: String,
    question: String,
    choices: Vec<String>,
    #[serde(default)]
    answer: Option<Loc<usize>>,
    explain: String,
}

#[derive(Debug, Deserialize)]
struct RawHint {
    after_months: u32,
    say: String,
}

#[derive(Debug, Deserialize)]
struct RawBranch {
    when: Condition<Ids>,
    goto: Loc<String>,
    say: String,
}

#[derive(Debug, Deserialize)]
struct RawTry {
    text: String,
    #[serde(default)]
    set: Vec<RawSetting>,
    expect: Condition<Ids>,
}

#[derive(Debug, Deserialize)]
struct RawBotStep {
    step: Loc<String>,
    acts: Vec<RawBotAct>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Act")]
enum RawBotAct {
    Give(Order<Ids>),
    Select(PolityId),
    Open(String),
    Answer(usize),
    Wait(u32),
}

impl RawMission {
    /// The resolved mission; names of steps that do not exist and answers that are no choice are findings.
    pub fn resolve(self, findings: &mut Vec<Finding>) -> MissionDef {
        let ids: Vec<String> = self.steps.iter().map(|step| step.id.value.clone()).collect();
        for (at, step) in self.steps.iter().enumerate() {
            if let Some(first) = self.steps[..at].iter().find(|first| first.id.value == step.id.value) {
                findings.push(
                    Finding::at(
                        Code::DuplicateId,
                        step.id.at,
                        format!("two steps have the id `{}`", step.id.value),
                    )
                    .label("used again here")
                    .related(first.id.at, "used here first"),
                );
            }
            if let Some(answer) = step
                .ask
                .as_ref()
                .and_then(|ask| ask.answer.as_ref().filter(|answer| answer.value >= ask.choices.len()))
            {
                findings.push(
                    Finding::at(
                        Code::OutOfRange,
                        answer.at,
                        format!("there is no choice number {}", answer.value),
                    )
                    .label("not a choice")
                    .help("choices count from 0"),
                );
            }
        }
        let mut step = |name: Loc<String>| {
            if !ids.contains(&name.value) {
                let names = || ids.iter().map(String::as_str);
                let finding = Finding::at(
                    Code::UnknownId,
                    name.at,
                    format!("no step named `{}` in this mission", name.value),
                )
                .label("unknown step");
                findings.push(match nearest(&name.value, names()) {
                    Some(near) => finding.fix(name.at.inside(), near, "a step with a similar id exists"),
                    None => finding.help(format!("it can be {}", one_of(names()))),
                });
            }
            name.value
        };
        let steps = self
            .steps
            .into_iter()
            .map(|raw| StepDef {
                id: raw.id.value,
                say: raw.say,
                how: raw.how,
                why: raw.why,
                highlight: raw.highlight,
                ask: raw.ask.map(|ask| AskDef {
                    id: ask.id,
                    question: ask.question,
                    choices: ask.choices,
                    answer: ask.answer.map(|answer| answer.value),
                    explain: ask.explain,
                }),
                done: raw.done,
                hints: raw
                    .hints
                    .into_iter()
                    .map(|hint| HintDef { after_months: hint.after_months, say: hint.say })
                    .collect(),
                branches: raw
                    .branches
                    .into_iter()
                    .map(|branch| BranchDef { when: branch.when, goto: step(branch.goto), say: branch.say })
                    .collect(),
            })
            .collect();
        let solution = self
            .solution
            .into_iter()
            .map(|bot| BotStepDef {
                step: step(bot.step),
                acts: bot
                    .acts
                    .into_iter()
                    .map(|act| match act {
                        RawBotAct::Give(order) => BotActDef::Give(order),
                        RawBotAct::Select(polity) => BotActDef::Select(polity),
                        RawBotAct::Open(widget) => BotActDef::Open(widget),
                        RawBotAct::Answer(choice) => BotActDef::Answer(choice),
                        RawBotAct::Wait(months) => BotActDef::Wait(months),
                    })
                    .collect(),
            })
            .collect();
        MissionDef {
            id: self.id,
            title: self.title,
            teaches: self.teaches,
            seed: self.seed,
            plays: self.plays,
            plays_movement: self.plays_movement,
            max_months: self.max_months,
            steps,
            notice: self.notice,
            tries: self
                .tries
                .into_iter()
                .map(|raw| TryDef {
                    text: raw.text,
                    set: raw.set.into_iter().map(RawSetting::pair).collect(),
                    expect: raw.expect,
                })
                .collect(),
            sources: self.sources,
            model_limits: self.model_limits,
            other_side: self.other_side,
            solution,
        }
    }
}
