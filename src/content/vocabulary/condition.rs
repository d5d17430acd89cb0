//! Conditions: comparisons of one quantity with a plain number, and how they combine.

use serde::{Deserialize, Serialize};

use super::documented;
use super::quantity::Quantity;
use super::refs::{MapRefs, Naming, Refs};
use super::who::Who;

documented! {
/// Something that holds or does not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub enum Condition<R: Refs> {
    /// Always holds.
    Always,
    /// The quantity is at least the number.
    AtLeast { /// What.
        what: Quantity<R>, /// The number.
        is: f64 },
    /// The quantity is below the number.
    Below { /// What.
        what: Quantity<R>, /// The number.
        is: f64 },
    /// The first quantity is larger than the second.
    MoreThan { /// The larger.
        what: Quantity<R>, /// The smaller.
        than: Quantity<R> },
    /// All of them hold.
    All { /// The conditions.
        of: Vec<Condition<R>> },
    /// At least one of them holds.
    Any { /// The conditions.
        of: Vec<Condition<R>> },
    /// It does not hold.
    Not { /// The condition.
        that: Box<Condition<R>> },
    /// Someone is a sovereign state.
    Sovereign { /// Who.
        who: Who<R> },
    /// The player has selected someone on the map.
    Selected { /// Who.
        who: Who<R> },
    /// The player has opened a panel (its registered widget name).
    PanelOpen { /// The name.
        name: String },
    /// The player has answered a question of the mission.
    Answered { /// Id of the question.
        question: String },
}
}

impl<R: Refs> Condition<R> {
    /// The same with names of the other kind.
    pub fn map<B: Refs, M: MapRefs<R, B>>(&self, m: &mut M) -> Result<Condition<B>, M::Error> {
        let list = |of: &[Condition<R>], m: &mut M| of.iter().map(|one| one.map(m)).collect::<Result<_, _>>();
        Ok(match self {
            Self::Always => Condition::Always,
            Self::AtLeast { what, is } => Condition::AtLeast { what: what.map(m)?, is: *is },
            Self::Below { what, is } => Condition::Below { what: what.map(m)?, is: *is },
            Self::MoreThan { what, than } => Condition::MoreThan { what: what.map(m)?, than: than.map(m)? },
            Self::All { of } => Condition::All { of: list(of, m)? },
            Self::Any { of } => Condition::Any { of: list(of, m)? },
            Self::Not { that } => Condition::Not { that: Box::new(that.map(m)?) },
            Self::Sovereign { who } => Condition::Sovereign { who: who.map(m)? },
            Self::Selected { who } => Condition::Selected { who: who.map(m)? },
            Self::PanelOpen { name } => Condition::PanelOpen { name: name.clone() },
            Self::Answered { question } => Condition::Answered { question: question.clone() },
        })
    }

    /// The conditions that all have to hold for it to hold.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Always => &[],
            Self::All { of } => of,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether it speaks of the other side of the act considered.
    pub fn speaks_of_target(&self) -> bool {
        match self {
            Self::Always | Self::PanelOpen { .. } | Self::Answered { .. } => false,
            Self::AtLeast { what, .. } | Self::Below { what, .. } => what.speaks_of_target(),
            Self::MoreThan { what, than } => what.speaks_of_target() || than.speaks_of_target(),
            Self::All { of } | Self::Any { of } => of.iter().any(Self::speaks_of_target),
            Self::Not { that } => that.speaks_of_target(),
            Self::Sovereign { who } | Self::Selected { who } => who.is_target(),
        }
    }

    /// In plain words.
    pub fn words(&self, names: &impl Naming<R>) -> String {
        let list = |of: &[Condition<R>], glue: &str| {
            of.iter().map(|one| one.words(names)).collect::<Vec<_>>().join(glue)
        };
        match self {
            Self::Always => "always".into(),
            Self::AtLeast { what, is } => format!("{} is at least {is}", what.words(names)),
            Self::Below { what, is } => format!("{} is below {is}", what.words(names)),
            Self::MoreThan { what, than } => {
                format!("{} is more than {}", what.words(names), than.words(names))
            }
            Self::All { of } => list(of, ", and "),
            Self::Any { of } => list(of, ", or "),
            Self::Not { that } => format!("not: {}", that.words(names)),
            Self::Sovereign { who } => format!("{} is sovereign", who.words(names)),
            Self::Selected { who } => format!("{} is selected", who.words(names)),
            Self::PanelOpen { name } => format!("“{name}” is open"),
            Self::Answered { question } => format!("the question “{question}” is answered"),
        }
    }
}
