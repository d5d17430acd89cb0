//! Doctrines: tunable policies of an agent.

use serde::Deserialize;

use crate::base::DoctrineId;
use crate::content::vocabulary::{
    Condition, DoctrineDomain, Effect, Ids, Occasion, Order, OrderKind, Quantity, Targets,
};

/// A doctrine.
#[derive(Debug, Clone, PartialEq)]
pub struct DoctrineDef {
    /// String id, e.g. `peaceful_coexistence`.
    pub id: String,
    /// Its name as its holders call it.
    pub name: String,
    /// What its opponents call it.
    pub opponents_name: String,
    /// What its holders hold, in one or two sentences ("Its holders assert …").
    pub summary: String,
    /// Whether movements (not states) follow it.
    pub for_movements: bool,
    /// What it is about. A state follows one on the economy beside those on statecraft.
    pub domain: DoctrineDomain,
    /// Tunable numbers.
    pub parameters: Vec<ParameterDef>,
    /// Policies.
    pub policies: Vec<PolicyDef>,
    /// Limits.
    pub limits: Vec<LimitDef>,
    /// What goes on by itself while it is in force.
    pub effects: Vec<StandingDef>,
    /// How it drifts: what its holders may come to on which occasions, first things first.
    pub drift: Vec<DriftDef>,
    /// How strongly line and rule differ from other doctrines on two axes, −1..1:
    /// (revision ↔ dogma, integration ↔ autonomy).
    pub line: (f64, f64),
    /// Relative bias of estimates of rivals' strength (0 = none, 0.2 = sees 20 % too much).
    pub bias: f64,
    /// Ids of claim cards.
    pub claims: Vec<String>,
    /// Texts it is drawn from.
    pub sources: Vec<String>,
}

impl DoctrineDef {
    /// The position of a parameter in the list, if the doctrine has it.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.id == id)
    }

    /// The value of a parameter, if the doctrine has it.
    pub fn parameter(&self, id: &str) -> Option<f64> {
        self.parameters.iter().find(|parameter| parameter.id == id).map(|parameter| parameter.value)
    }
}

/// A tunable number of a doctrine.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterDef {
    /// String id, unique in the doctrine.
    pub id: String,
    /// Value in force.
    pub value: f64,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// What it means.
    pub means: String,
}

/// One policy: an act its holders consider, and what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyDef {
    /// String id, unique in the doctrine.
    pub id: String,
    /// What its holders say it is for.
    pub because: String,
    /// The act, with its target left open (the field that names the target holds any id and is replaced).
    pub act: ActDef,
    /// Candidate targets.
    pub targets: Targets,
    /// Must hold (on believed facts) for the policy to be considered at all.
    pub when: Condition<Ids>,
    /// What is weighed; weights sum to 1.
    pub considerations: Vec<ConsiderationDef>,
    /// Cost subtracted from the score (0–1).
    pub cost: f64,
    /// Score below which the act is not chosen (0–1).
    pub threshold: f64,
    /// Authority spent when chosen (0–10).
    pub authority: f64,
    /// Months the policy rests for the same target after it was chosen.
    pub rest_months: u32,
    /// On what its holders set their mind when they choose it, if on anything.
    pub intention: Option<IntentionDef>,
}

/// An aim to which those who have chosen a policy hold for some months.
#[derive(Debug, Clone, PartialEq)]
pub struct IntentionDef {
    /// What is to be reached with the target (on believed facts).
    pub aim: Condition<Ids>,
    /// For how many months they hold to it, and to the fallback after a set-back.
    pub months: u32,
    /// Position of the policy of the same doctrine to which they turn after a set-back.
    pub fallback: Option<usize>,
}

/// The act of a policy: an order whose target is open.
pub type ActDef = Order<crate::content::vocabulary::OpenTarget>;

/// One thing that is weighed.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsiderationDef {
    /// Label under which it is shown, e.g. `what allies will say`.
    pub label: String,
    /// What is looked at.
    pub input: Quantity<Ids>,
    /// How a value becomes a utility in 0..=1.
    pub curve: CurveDef,
    /// Weight in the policy (0–1).
    pub weight: f64,
    /// Parameter of the doctrine that scales the weight, by position in `parameters`; weights are
    /// brought back to a sum of 1 afterwards.
    pub scale: Option<usize>,
}

/// How a value becomes a utility, always pressed into 0..=1.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum CurveDef {
    /// Straight from 0 at `from` to 1 at `to` (`from` may be the larger).
    Linear {
        /// Value of utility 0.
        from: f64,
        /// Value of utility 1.
        to: f64,
    },
    /// S-shaped, 0.5 at `mid`; a negative slope falls.
    Logistic {
        /// Value of utility 0.5.
        mid: f64,
        /// Steepness.
        slope: f64,
    },
    /// 1 at `at`, falling to 0 at `at ± width`.
    Peak {
        /// Value of utility 1.
        at: f64,
        /// Half width.
        width: f64,
    },
    /// The same whatever the input.
    Constant {
        /// The utility.
        utility: f64,
    },
}

/// A standing effect: what goes on by itself while a doctrine is in force.
#[derive(Debug, Clone, PartialEq)]
pub struct StandingDef {
    /// What, by how much a year; `This` is the holder.
    pub does: Effect<Ids>,
    /// While this holds (in truth).
    pub when: Condition<Ids>,
    /// Why, in its holders' words.
    pub because: String,
}

/// One way in which a line drifts.
#[derive(Debug, Clone, PartialEq)]
pub struct DriftDef {
    /// String id, unique in the doctrine.
    pub id: String,
    /// The occasions on which it is thought of.
    pub on: Vec<Occasion>,
    /// Must hold (on believed facts); does not speak of a target.
    pub when: Condition<Ids>,
    /// Chance that it comes about if it is thought of and its condition holds (0–1).
    pub chance: f64,
    /// What comes about.
    pub turn: TurnDef,
    /// Why, in its holders' words.
    pub because: String,
}

/// What drift brings about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TurnDef {
    /// Another doctrine takes its place.
    Adopt {
        /// Which one.
        doctrine: DoctrineId,
    },
    /// One of its parameters is amended for the holder.
    Amend {
        /// Position of the parameter in the list.
        parameter: usize,
        /// By which part of its range (−0.1 to 0.1).
        by: f64,
    },
}

/// Something its holders rule out.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitDef {
    /// The kind of act.
    pub never: OrderKind,
    /// Unless this holds (on believed facts).
    pub unless: Option<Condition<Ids>>,
    /// Why, in its holders' words.
    pub because: String,
}
