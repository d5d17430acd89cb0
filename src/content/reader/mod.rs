//! Tree to typed values, through serde.
//!
//! One read reports *every* mistake in a definition, not only the first: when a field or a list entry cannot be
//! read, it is reported, left out, and the definition is read again without it. String ids are looked up on the
//! way: where a type asks for a dense id of [`crate::base`], such as `PolityId`, the text in the file is resolved
//! in the [`Registry`], and an unknown one is a finding that suggests the nearest.
//!
//! Records refuse unknown and repeated fields whatever their type says; numbers that are not finite are refused
//! everywhere.

mod access;
mod de;
mod fault;
mod place;
mod registry;

pub use place::{Loc, NamedClaimCard, NamedRule};
pub use registry::Registry;

use super::report::Finding;
use super::tree::Node;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Mistakes in one definition after which reading it ends.
const MAX_ROUNDS: usize = 64;
/// Findings kept of one definition; a definition with more is beyond mending by hints.
const MAX_FINDINGS: usize = 200;

/// What reading needs to know, and what it has found.
struct Cx<'a> {
    registry: &'a Registry,
    findings: RefCell<Vec<Finding>>,
    /// Addresses of entries left out because they were faulty.
    skipped: BTreeSet<usize>,
}

impl Cx<'_> {
    fn report(&self, finding: Finding) {
        let mut findings = self.findings.borrow_mut();
        if findings.len() < MAX_FINDINGS && !findings.contains(&finding) {
            findings.push(finding);
        }
    }
}

/// Reads a value of type `T`; `None`, with at least one new finding, if anything in it is wrong.
///
/// A record's own name is not compared with the type's: the caller has chosen the type by it.
pub fn read<T: DeserializeOwned>(node: &Node, registry: &Registry, findings: &mut Vec<Finding>) -> Option<T> {
    let mut cx = Cx { registry, findings: RefCell::default(), skipped: BTreeSet::new() };
    let mut value = None;
    for _ in 0..MAX_ROUNDS {
        match T::deserialize(de::Reader::new(node, &cx)) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(fault) => {
                let (finding, slot) = fault.or_at(node.head()).into_parts();
                if let Some(finding) = finding {
                    cx.report(finding);
                }
                // Leave the faulty entry out and look for more, as long as that leads further.
                if !slot.is_some_and(|slot| cx.skipped.insert(slot)) {
                    break;
                }
            }
        }
    }
    let found = cx.findings.into_inner();
    let clean = found.is_empty();
    findings.extend(found);
    if clean { value } else { None }
}
