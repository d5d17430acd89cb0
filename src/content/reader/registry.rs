//! Which ids exist: what string ids in files are looked up in.

use super::super::kind::Kind;
use super::super::report::{Code, Finding, nearest};
use super::super::source::Span;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// All ids by kind, each with its dense index and the place that defines it.
///
/// Dense indices count in the order of the ids, so that they do not depend on the order of files.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    tables: BTreeMap<Kind, BTreeMap<String, (usize, Span)>>,
    /// Ids whose definitions could not be read: taken for known, since their own fault is reported.
    broken: BTreeSet<String>,
    /// Whether every id is taken for known, for files that are looked at alone.
    lenient: bool,
    /// How many unknown ids may still be compared with all known ones, so that a broken file costs no minutes.
    suggestions: Cell<u32>,
}

/// Unknown ids for which a near one is looked up.
const MAX_SUGGESTIONS: u32 = 500;

impl Registry {
    /// The ids given, each with the place that defines it, and those whose definitions could not be read.
    pub fn new<'a>(ids: impl IntoIterator<Item = (Kind, &'a str, Span)>, broken: &BTreeSet<String>) -> Self {
        let mut tables: BTreeMap<Kind, BTreeMap<String, (usize, Span)>> = BTreeMap::new();
        for (kind, id, at) in ids {
            tables.entry(kind).or_default().insert(id.to_string(), (0, at));
        }
        for table in tables.values_mut() {
            table.values_mut().enumerate().for_each(|(index, entry)| entry.0 = index);
        }
        Self { tables, broken: broken.clone(), lenient: false, suggestions: Cell::new(MAX_SUGGESTIONS) }
    }

    /// A registry that knows every id: for checking the form of a file apart from its surroundings.
    pub fn lenient() -> Self {
        Self { lenient: true, ..Self::default() }
    }

    /// The dense index of an id.
    pub fn index(&self, kind: Kind, id: &str) -> Option<usize> {
        self.tables.get(&kind)?.get(id).map(|(index, _)| *index)
    }

    /// Where an id is defined.
    pub fn defined(&self, kind: Kind, id: &str) -> Option<Span> {
        self.tables.get(&kind)?.get(id).map(|(_, at)| *at)
    }

    /// The ids of a kind, in the order of their dense indices.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.tables.get(&kind).into_iter().flat_map(|table| table.keys().map(String::as_str))
    }

    /// The dense index of an id that stands at `at`, or the finding that says it is unknown.
    ///
    /// # Errors
    /// E0301 with the nearest id of the kind and where that is defined; E0302 if another kind has the id.
    pub fn resolve(&self, kind: Kind, id: &str, at: Span) -> Result<usize, Box<Finding>> {
        if let Some(index) = self.index(kind, id) {
            return Ok(index);
        }
        if self.lenient || self.broken.contains(id) {
            return Ok(0);
        }
        let left = self.suggestions.get();
        self.suggestions.set(left.saturating_sub(1));
        let nearest = if left > 0 { nearest(id, self.ids(kind)) } else { None };
        let other = Kind::ALL.iter().find(|other| **other != kind && self.defined(**other, id).is_some());
        if let (None, Some(other)) = (nearest, other) {
            let message = format!("`{id}` is a {}, where a {} is expected", other.noun(), kind.noun());
            let mut finding =
                Finding::at(Code::WrongKindOfId, at, message).label(format!("not a {}", kind.noun()));
            if let Some(place) = self.defined(*other, id) {
                finding = finding.related(place, format!("`{id}` is defined here, as a {}", other.noun()));
            }
            return Err(Box::new(finding));
        }
        let finding = Finding::at(Code::UnknownId, at, format!("no {} named `{id}`", kind.noun()))
            .label(format!("unknown {}", kind.noun()));
        Err(Box::new(match nearest {
            Some(near) => {
                let finding =
                    finding.fix(at.inside(), near, format!("a {} with a similar id exists", kind.noun()));
                match self.defined(kind, near) {
                    Some(place) => finding.related(place, format!("`{near}` is defined here")),
                    None => finding,
                }
            }
            None if self.tables.get(&kind).is_none_or(BTreeMap::is_empty) => {
                finding.note(format!("nothing defines any {}", kind.noun()))
            }
            None => finding
                .help(format!("define it with `{}(id: {id:?}, ...)`, or use an id that exists", kind.name())),
        }))
    }
}
