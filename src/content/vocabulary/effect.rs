//! What a content event may do. It opens possibilities; it never decides an outcome (DESIGN law 2).

use serde::{Deserialize, Serialize};

use super::documented;
use super::kinds::Class;
use super::refs::{MapRefs, Naming, Refs};
use super::who::Who;

documented! {
/// A number an event may nudge; all are pressed back into their range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Stat {
    /// Legitimacy of a government (0–1).
    Legitimacy,
    /// Cohesion of a ruling circle (0–1).
    EliteCohesion,
    /// Authority of a government, or of the leaders of a movement (0–10).
    Authority,
    /// Organisation of a movement (0–1).
    Organisation,
    /// Standing of a movement as another power's tool (0–1).
    Taint,
}
}

impl Stat {
    /// In plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Legitimacy => "legitimacy",
            Self::EliteCohesion => "cohesion of the ruling circle",
            Self::Authority => "authority",
            Self::Organisation => "organisation",
            Self::Taint => "name as another power's tool",
        }
    }
}

documented! {
/// One effect of a content event, or one that goes on while a doctrine is in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub enum Effect<R: Refs> {
    /// Adds to a number.
    Nudge { /// Which number.
        stat: Stat, /// Whose.
        of: Who<R>, /// How much.
        by: f64 },
    /// Adds to the trust of one in another.
    NudgeTrust { /// Who trusts.
        of: Who<R>, /// Whom.
        to: Who<R>, /// How much.
        by: f64 },
    /// Raises what one class expects of life, as a factor (1.05 = 5 % more).
    RaiseExpectation { /// Where.
        of: Who<R>, /// Which class.
        class: Class, /// The factor.
        factor: f64 },
    /// Lets a latent movement begin if it has not yet.
    Awaken { /// Which.
        movement: R::Movement },
}
}

impl<R: Refs> Effect<R> {
    /// The same with names of the other kind.
    pub fn map<B: Refs, M: MapRefs<R, B>>(&self, m: &mut M) -> Result<Effect<B>, M::Error> {
        Ok(match self {
            Self::Nudge { stat, of, by } => Effect::Nudge { stat: *stat, of: of.map(m)?, by: *by },
            Self::NudgeTrust { of, to, by } => Effect::NudgeTrust { of: of.map(m)?, to: to.map(m)?, by: *by },
            Self::RaiseExpectation { of, class, factor } => {
                Effect::RaiseExpectation { of: of.map(m)?, class: *class, factor: *factor }
            }
            Self::Awaken { movement } => Effect::Awaken { movement: m.movement(movement)? },
        })
    }

    /// Whether it speaks of the other side of an act.
    pub fn speaks_of_target(&self) -> bool {
        match self {
            Self::Nudge { of, .. } | Self::RaiseExpectation { of, .. } => of.is_target(),
            Self::NudgeTrust { of, to, .. } => of.is_target() || to.is_target(),
            Self::Awaken { .. } => false,
        }
    }

    /// In plain words.
    pub fn words(&self, names: &impl Naming<R>) -> String {
        match self {
            Self::Nudge { stat, of, by } => format!("{} of {} {by:+}", stat.words(), of.words(names)),
            Self::NudgeTrust { of, to, by } => {
                format!("trust of {} in {} {by:+}", of.words(names), to.words(names))
            }
            Self::RaiseExpectation { of, class, factor } => {
                format!("{} in {} expect {factor} times as much", class.words(), of.words(names))
            }
            Self::Awaken { movement } => format!("{} may begin", names.movement(movement)),
        }
    }
}
