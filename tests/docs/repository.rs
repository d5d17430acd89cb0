//! What must and must not stand in the project's files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{read, root, shown};

/// The files of the project: what git tracks, and nothing without git (a source archive has no tracked files).
fn tracked() -> Vec<PathBuf> {
    let output = Command::new("git").arg("-C").arg(root()).args(["ls-files", "-z"]).output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else { return Vec::new() };
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    names.split('\0').filter(|name| !name.is_empty()).map(|name| root().join(name)).collect()
}

/// Folders that many machines have; a path into them tells nothing about whose.
const COMMON: [&str; 8] = ["/tmp", "/src", "/app", "/opt", "/mnt", "/data", "/build", "/home"];

/// Folders that exist on somebody's machine only.
fn folders_of_machines() -> Vec<String> {
    let home = std::env::home_dir();
    let above = root().parent().filter(|above| !COMMON.iter().any(|common| *above == Path::new(common)));
    let own = [Some(above.unwrap_or(root())), home.as_deref()].into_iter().flatten();
    let own = own.map(|folder| folder.display().to_string());
    let own: Vec<String> = own.filter(|folder| folder.len() > 1).collect();
    let usual = ["/root", "/Users", "C:\\Users"].map(str::to_owned);
    own.into_iter().chain(usual).map(|folder| format!("{folder}{}", std::path::MAIN_SEPARATOR)).collect()
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    let folders = folders_of_machines();
    let this_file = root().join(file!());
    let mut faults = Vec::new();
    for path in tracked().into_iter().filter(|path| *path != this_file) {
        // What is not text has no lines to look at.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let names = |folder: &&String| {
                line.match_indices(folder.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || "_-.~/}$)".contains(c))
                })
            };
            if let Some(folder) = folders.iter().find(names) {
                faults.push(format!("{}:{}: names `{folder}…`", shown(&path), number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The names in the dependency tables of `Cargo.toml`.
fn dependencies() -> BTreeSet<String> {
    let manifest = read(&root().join("Cargo.toml"));
    let tables = manifest.split("\n[").filter(|table| {
        ["dependencies]", "dev-dependencies]", "build-dependencies]"]
            .iter()
            .any(|head| table.starts_with(head))
    });
    let lines = tables.flat_map(|table| table.lines().skip(1));
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn every_dependency_has_its_reason() {
    let page = read(&root().join("docs/DEPENDENCIES.md"));
    let first_cells = page.lines().filter_map(|line| line.strip_prefix("| ")?.split('|').next());
    let named: BTreeSet<String> =
        first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect();
    let there = dependencies();
    assert!(there.contains("bevy") && there.contains("proptest"), "Cargo.toml is read wrongly: {there:?}");
    let unexplained: Vec<_> = there.difference(&named).collect();
    let gone: Vec<_> = named.difference(&there).collect();
    assert!(unexplained.is_empty(), "docs/DEPENDENCIES.md gives no reason for {unexplained:?}");
    assert!(gone.is_empty(), "docs/DEPENDENCIES.md explains what Cargo.toml does not have: {gone:?}");
}
