//! The order in which mods are loaded: by the depth of their dependencies, then by id. Never by place on a disk.

use super::manifest::Manifest;
use crate::content::report::{Code, Finding};
use std::collections::BTreeMap;

/// The mods in load order; those that cannot be loaded are left out and reported.
pub fn load_order(mods: Vec<Manifest>, findings: &mut Vec<Finding>) -> Vec<Manifest> {
    let mut by_id: BTreeMap<String, Manifest> = BTreeMap::new();
    for one in mods {
        match by_id.get(&one.id) {
            Some(first) => findings.push(
                Finding::at(Code::DuplicateMod, one.at, format!("two mods have the id `{}`", one.id))
                    .label("loaded again here")
                    .related(first.at, "loaded first from here")
                    .help("remove one of them"),
            ),
            None => {
                by_id.insert(one.id.clone(), one);
            }
        }
    }
    for one in by_id.values() {
        for need in &one.depends {
            match by_id.get(&need.id) {
                Some(other) if !need.version.matches(&other.version) => findings.push(
                    Finding::at(
                        Code::DependencyMissing,
                        need.at,
                        format!("`{}` needs `{}` {}, found {}", one.id, need.id, need.version, other.version),
                    )
                    .related(other.at, "found here"),
                ),
                None if !need.optional => findings.push(
                    Finding::at(
                        Code::DependencyMissing,
                        need.at,
                        format!("`{}` needs the mod `{}`", one.id, need.id),
                    )
                    .label("not loaded")
                    .help(format!("load it too, with `--mod` and the folder of `{}`", need.id)),
                ),
                _ => {}
            }
        }
        for (id, at) in &one.conflicts {
            if let Some(other) = by_id.get(id) {
                findings.push(
                    Finding::at(
                        Code::ModConflict,
                        *at,
                        format!("`{}` cannot be loaded together with `{id}`", one.id),
                    )
                    .related(other.at, format!("`{id}` is loaded from here"))
                    .help("leave one of them out"),
                );
            }
        }
    }
    let mut depths: BTreeMap<String, usize> = BTreeMap::new();
    for id in by_id.keys() {
        if depth(id, &by_id, &mut depths, &mut Vec::new()).is_none() {
            let one = &by_id[id];
            findings.push(
                Finding::at(
                    Code::DependencyCycle,
                    one.at,
                    format!("`{id}` needs itself, through the mods it needs"),
                )
                .help("remove one of the dependencies"),
            );
        }
    }
    let mut ordered: Vec<Manifest> = by_id.into_values().collect();
    ordered.sort_by_cached_key(|one| (depths.get(&one.id).copied().unwrap_or(0), one.id.clone()));
    ordered
}

/// How long the longest chain of dependencies below a mod is; `None` in a circle.
fn depth(
    id: &str,
    mods: &BTreeMap<String, Manifest>,
    known: &mut BTreeMap<String, usize>,
    above: &mut Vec<String>,
) -> Option<usize> {
    if let Some(depth) = known.get(id) {
        return Some(*depth);
    }
    if above.iter().any(|other| other == id) {
        return None;
    }
    above.push(id.to_string());
    let mut deepest = 0;
    for need in mods.get(id).into_iter().flat_map(|one| &one.depends) {
        if mods.contains_key(&need.id) {
            deepest = deepest.max(1 + depth(&need.id, mods, known, above)?);
        }
    }
    above.pop();
    known.insert(id.to_string(), deepest);
    Some(deepest)
}
