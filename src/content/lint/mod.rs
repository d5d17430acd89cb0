//! What is well-formed and still doubtful: one pass a file, each a function over resolved content.

mod claims;
mod disputes;
mod doctrines;
mod facts;
mod interests;
mod laboratories;
mod money;
mod organisations;
mod ranges;
mod references;
mod shares;
mod sources;
mod texts;
mod totals;
mod world;

use super::defs::Content;
use super::kind::Kind;
use super::merge::{Item, Library};
use super::package::Root;
use super::report::Finding;
use super::source::Span;

/// What a pass looks at.
#[derive(Debug, Clone, Copy)]
pub struct Lint<'a> {
    /// The resolved content.
    pub content: &'a Content,
    /// The definitions it came from, for places.
    pub library: &'a Library,
    /// The content root.
    pub root: &'a Root,
    /// The scenario's name.
    pub scenario: &'a str,
}

impl Lint<'_> {
    /// The definition of this kind and id.
    fn item(&self, kind: Kind, id: &str) -> Option<&Item> {
        self.library.get(kind, id)
    }

    /// Where a field of a definition stands; list entries are named by their key.
    fn at(&self, kind: Kind, id: &str, path: &[&str]) -> Span {
        self.item(kind, id).map_or(Span::new(super::source::FileId(0), 0, 0), |item| {
            if path.is_empty() { item.key_at() } else { item.field_at(path) }
        })
    }
}

/// Runs every pass.
pub fn run(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let passes: [fn(&Lint<'_>, &mut Vec<Finding>); 15] = [
        claims::check,
        disputes::check,
        doctrines::check,
        facts::check,
        interests::check,
        laboratories::check,
        money::check,
        organisations::check,
        ranges::check,
        references::check,
        shares::check,
        sources::check,
        texts::check,
        totals::check,
        world::check,
    ];
    let before = findings.len();
    for pass in passes {
        pass(lint, findings);
    }
    for finding in &mut findings[before..] {
        name_patches(lint.library, finding);
    }
}

/// Adds to a finding about a patched definition which patches touched it, since the place shown is the original's.
fn name_patches(library: &Library, finding: &mut Finding) {
    let Some(at) = finding.at else { return };
    let inside = |item: &&Item| {
        let whole = item.node.at;
        whole.file == at.file && whole.start <= at.start && at.end <= whole.end
    };
    let Some(item) = library.iter().filter(|item| !item.changes.is_empty()).find(inside) else { return };
    let mut seen = std::collections::BTreeSet::new();
    for change in &item.changes {
        if change.at.file != at.file && seen.insert((&change.by, &change.path)) && seen.len() <= 4 {
            finding.related.push((change.at, format!("{} changes `{}` here", change.by, change.path)));
        }
    }
}

/// Whether shares sum to 1 as closely as figures with three decimals can.
fn is_one(sum: f64) -> bool {
    (sum - 1.0).abs() <= 0.005
}
