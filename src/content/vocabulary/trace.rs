//! What a history left behind: how it ended, what the chronicle tells of it, who gave which orders.

use serde::Deserialize;

use crate::base::PolityId;

use super::condition::Condition;
use super::documented;
use super::measure::Happening;
use super::order_kind::OrderKind;
use super::refs::{Ids, Naming};

documented! {
/// Something that a whole history shows or does not show. Conditions are read on the truth.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Trace {
    /// The condition holds at the end.
    Ends { /// The condition.
        when: Condition<Ids> },
    /// The condition held at the end of at least one month.
    Once { /// The condition.
        when: Condition<Ids> },
    /// The chronicle tells of it.
    Told { /// What.
        what: Happening, /// Whose act or lot it was; anybody's if left out.
        #[serde(default)] of: Option<PolityId>, /// The other side; anybody if left out.
        #[serde(default)] with: Option<PolityId> },
    /// An order of a kind was carried out.
    Ordered { /// Of which kind.
        what: OrderKind, /// Who gave it; anybody if left out.
        #[serde(default)] by: Option<PolityId>, /// A state that it names; any if left out.
        #[serde(default)] to: Option<PolityId> },
    /// All of them.
    All { /// What.
        of: Vec<Trace> },
    /// At least one of them.
    Any { /// What.
        of: Vec<Trace> },
    /// Not that.
    Not { /// What.
        that: Box<Trace> },
}
}

impl Trace {
    /// Every condition of the kind that is asked month by month, in the order in which they stand.
    pub fn asked_monthly(&self) -> Vec<&Condition<Ids>> {
        match self {
            Self::Once { when } => vec![when],
            Self::All { of } | Self::Any { of } => of.iter().flat_map(Self::asked_monthly).collect(),
            Self::Not { that } => that.asked_monthly(),
            Self::Ends { .. } | Self::Told { .. } | Self::Ordered { .. } => Vec::new(),
        }
    }

    /// Every condition in it.
    pub fn conditions(&self) -> Vec<&Condition<Ids>> {
        match self {
            Self::Once { when } | Self::Ends { when } => vec![when],
            Self::All { of } | Self::Any { of } => of.iter().flat_map(Self::conditions).collect(),
            Self::Not { that } => that.conditions(),
            Self::Told { .. } | Self::Ordered { .. } => Vec::new(),
        }
    }

    /// In plain words.
    pub fn words(&self, names: &impl Naming<Ids>) -> String {
        let list =
            |of: &[Trace], glue: &str| of.iter().map(|one| one.words(names)).collect::<Vec<_>>().join(glue);
        let name = |who: &Option<PolityId>| who.as_ref().map(|id| names.polity(id));
        match self {
            Self::Ends { when } => format!("at the end {}", when.words(names)),
            Self::Once { when } => format!("at some time {}", when.words(names)),
            Self::Told { what, of, with } => {
                let of = name(of).map_or(String::new(), |of| format!(" of {of}"));
                let with = name(with).map_or(String::new(), |with| format!(" with {with}"));
                format!("{}{of}{with}", what.words())
            }
            Self::Ordered { what, by, to } => {
                let by = name(by).unwrap_or_else(|| "somebody".into());
                let to = name(to).map_or(String::new(), |to| format!(" towards {to}"));
                format!("an order {what:?} of {by}{to}")
            }
            Self::All { of } => list(of, ", and "),
            Self::Any { of } => format!("either {}", list(of, ", or ")),
            Self::Not { that } => format!("not ({})", that.words(names)),
        }
    }
}
