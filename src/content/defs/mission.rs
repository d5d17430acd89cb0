//! Guided missions as data; their logic is in `crate::mission`.

use crate::base::{MovementId, PolityId};
use crate::content::vocabulary::{Condition, Ids, Order};

/// A guided mission.
#[derive(Debug, Clone, PartialEq)]
pub struct MissionDef {
    /// String id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What the player will have learnt.
    pub teaches: Vec<String>,
    /// Seed of its history, so that every player sees the same.
    pub seed: u64,
    /// The polity played, if any.
    pub plays: Option<PolityId>,
    /// The movement played, if any.
    pub plays_movement: Option<MovementId>,
    /// Months after which it is over.
    pub max_months: u32,
    /// Steps.
    pub steps: Vec<StepDef>,
    /// What to notice.
    pub notice: Vec<String>,
    /// What to try afterwards.
    pub tries: Vec<TryDef>,
    /// Sources.
    pub sources: Vec<String>,
    /// What the model leaves out here.
    pub model_limits: Vec<String>,
    /// The question asked again from the other side.
    pub other_side: String,
    /// The solution the bot plays, one entry a step.
    pub solution: Vec<BotStepDef>,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct StepDef {
    /// String id, unique in the mission.
    pub id: String,
    /// One imperative, at most 120 characters.
    pub say: String,
    /// How, in order.
    pub how: Vec<String>,
    /// Why.
    pub why: String,
    /// Registered widget names to highlight.
    pub highlight: Vec<String>,
    /// A question to predict or read an answer.
    pub ask: Option<AskDef>,
    /// When the step is done.
    pub done: Condition<Ids>,
    /// Hints.
    pub hints: Vec<HintDef>,
    /// Ways out when the step can no longer be done as meant.
    pub branches: Vec<BranchDef>,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct AskDef {
    /// String id, unique in the mission.
    pub id: String,
    /// The question.
    pub question: String,
    /// The choices.
    pub choices: Vec<String>,
    /// The choice that the run will bear out; `None` for a prediction that any answer passes.
    pub answer: Option<usize>,
    /// Shown after the answer.
    pub explain: String,
}

/// A hint.
#[derive(Debug, Clone, PartialEq)]
pub struct HintDef {
    /// Months after the step began.
    pub after_months: u32,
    /// The hint.
    pub say: String,
}

/// A way out of a step.
#[derive(Debug, Clone, PartialEq)]
pub struct BranchDef {
    /// When it opens.
    pub when: Condition<Ids>,
    /// The step to go to.
    pub goto: String,
    /// What is said.
    pub say: String,
}

/// Something to try afterwards, with its expectation.
#[derive(Debug, Clone, PartialEq)]
pub struct TryDef {
    /// What to try.
    pub text: String,
    /// Rules to set.
    pub set: Vec<(String, f64)>,
    /// What is expected at the end.
    pub expect: Condition<Ids>,
}

/// What the bot does in one step.
#[derive(Debug, Clone, PartialEq)]
pub struct BotStepDef {
    /// The step.
    pub step: String,
    /// Its acts, in order.
    pub acts: Vec<BotActDef>,
}

/// One act of the bot.
#[derive(Debug, Clone, PartialEq)]
pub enum BotActDef {
    /// Give an order.
    Give(Order<Ids>),
    /// Select a polity on the map.
    Select(PolityId),
    /// Open a panel by its registered widget name.
    Open(String),
    /// Answer the question of the step.
    Answer(usize),
    /// Let months pass.
    Wait(u32),
}
