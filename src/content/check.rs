//! Checking whatever path is given: a content root, a scenario, a mod, or one file.

use super::load::{load, read_file, root_of_scenario};
use super::merge::{id_of, kind_of};
use super::package::{Root, find_root, is_mod, is_root, list, read_manifest, shown};
use super::report::{Code, Finding, Report, nearest};
use super::resolve::read_alone;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Checks a content root, a scenario's folder, a mod's folder, or a file of any of them.
///
/// For a mod and for a file only what concerns them is reported. A file that belongs to no content root is
/// checked for its form alone.
pub fn check(path: &Path) -> Report {
    let mut report = Report::default();
    if !path.exists() {
        report.push(Finding::about(Code::PathNotFound, shown(path), "no such file or folder"));
    } else if path.is_file() {
        file(path, &mut report);
    } else if is_mod(path) {
        a_mod(path, &mut report);
    } else if is_root(path) {
        root(path, &mut report);
    } else if path.join("scenario.ron").is_file() && root_of_scenario(path).is_some() {
        report.absorb(load(path, &path.to_string_lossy(), &[]).report, &|_, _| true);
    } else {
        folder(path, &mut report);
    }
    report.finish();
    report
}

/// Every scenario of a content root, and the form of what none of them reads.
fn root(path: &Path, report: &mut Report) {
    let root = Root { folder: path.to_path_buf() };
    let names = root.scenario_names();
    if names.is_empty() {
        report.push(
            Finding::about(Code::NothingThere, shown(&root.scenarios()), "no scenario here")
                .help("a scenario is a folder with a `scenario.ron`"),
        );
    }
    for name in names {
        report.absorb(load(path, &name, &[]).report, &|_, _| true);
    }
    alone(&root.scenarios(), report);
}

/// A folder that is neither root, scenario nor mod: its files by their surroundings or alone.
fn folder(path: &Path, report: &mut Report) {
    let above = std::path::absolute(path).ok();
    let above = above
        .iter()
        .flat_map(|path| path.ancestors().skip(1).map(move |folder| (path, folder)))
        .find(|(path, folder)| is_mod(folder) || holds(folder, path))
        .map(|(_, folder)| folder);
    let inside = shown(path);
    let within = |file: &str| file.starts_with(&format!("{inside}/")) || file == inside;
    let mut findings = Vec::new();
    let any = !list(path, &|_| false, &mut findings).ron.is_empty();
    report.extend(findings);
    if !any {
        report.push(
            Finding::about(Code::NothingThere, shown(path), "no content here")
                .help("give a folder with `scenarios/`, a scenario, a mod with `mod.ron`, or a file"),
        );
    } else if let Some(above) = above {
        report.absorb(check(above), &|file, _| within(file));
    } else {
        alone(path, report);
    }
}

/// A mod over every scenario of the game's own content and of its own.
fn a_mod(path: &Path, report: &mut Report) {
    let around = std::path::absolute(path)
        .ok()
        .and_then(|path| path.ancestors().skip(1).find(|folder| is_root(folder)).map(Path::to_path_buf));
    let root = match around.map_or_else(|| find_root(None), Ok) {
        Ok(root) => Root { folder: root },
        Err(why) => {
            report.push(Finding::about(
                Code::NotAContentRoot,
                shown(path),
                format!("a mod is checked over the game's content: {why}"),
            ));
            return;
        }
    };
    let mut mods = vec![path.to_path_buf()];
    needed(path, &mut mods);
    let mut names = root.scenario_names();
    names.extend(Root { folder: path.to_path_buf() }.scenario_names());
    names.sort();
    names.dedup();
    let inside = shown(path);
    let within = |file: &str| file.starts_with(&format!("{inside}/")) || file == inside;
    for name in &names {
        let before = known_without(&root, name, &mods[1..]);
        let wanted = |file: &str, finding: &mut Finding| {
            if within(file) {
                return true;
            }
            // What a patch makes of a definition is found where that stands, and is the mod's all the same.
            let new = before.as_ref().is_some_and(|known| !known.contains(&told(finding)));
            if new {
                finding.notes.push("it comes about with this mod, and is not there without it".into());
            }
            new
        };
        report.absorb(load(&root.folder, name, &mods).report, &wanted);
    }
    unread(&path.join("scenarios"), &names, report);
    alone(&path.join("scenarios"), report);
}

/// Folders of a mod that belong to no scenario: nothing reads what is in them, mistyped or not.
fn unread(scenarios: &Path, names: &[String], report: &mut Report) {
    let known = || names.iter().map(String::as_str).chain(["common"]);
    let folders = std::fs::read_dir(scenarios).into_iter().flatten().flatten();
    let mut lost: Vec<String> = folders
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| known().all(|one| one != name))
        .collect();
    lost.sort();
    for name in lost {
        let help = match nearest(&name, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("scenarios are {}; what all share stands in `common`", names.join(", ")),
        };
        let what = format!("no scenario is named `{name}`, so nothing reads this folder");
        report.push(Finding::about(Code::NothingThere, shown(&scenarios.join(&name)), what).help(help));
    }
}

/// A finding as it is told, wherever it stands.
fn told(finding: &Finding) -> (Code, String) {
    (finding.code, finding.message.clone())
}

/// What is found in a scenario without the mod that is checked; nothing is known where the scenario is its own.
fn known_without(root: &Root, name: &str, mods: &[PathBuf]) -> Option<BTreeSet<(Code, String)>> {
    let theirs = |folder: &PathBuf| Root { folder: folder.clone() }.scenario_names();
    let mut names = root.scenario_names();
    names.extend(mods.iter().flat_map(theirs));
    let known = || load(&root.folder, name, mods).report.findings().iter().map(told).collect();
    names.iter().any(|one| one == name).then(known)
}

/// Adds the mods beside this one that it needs, and those that they need.
fn needed(path: &Path, mods: &mut Vec<PathBuf>) {
    let Some(manifest) = read_manifest(path, &mut Report::default()) else { return };
    let Some(beside) = path.parent() else { return };
    for need in &manifest.depends {
        let folder =
            std::fs::read_dir(beside).into_iter().flatten().flatten().map(|entry| entry.path()).find(
                |folder| {
                    is_mod(folder)
                        && read_manifest(folder, &mut Report::default())
                            .is_some_and(|other| other.id == need.id)
                },
            );
        if let Some(folder) = folder
            && !mods.contains(&folder)
        {
            mods.push(folder.clone());
            needed(&folder, mods);
        }
    }
}

/// One file: by the mod, scenario or root around it, else alone.
fn file(path: &Path, report: &mut Report) {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let around = absolute.ancestors().skip(1).find(|folder| {
        is_mod(folder)
            || (folder.join("scenario.ron").is_file() && root_of_scenario(folder).is_some())
            || holds(folder, &absolute)
    });
    let this = shown(&absolute);
    if let Some(around) = around {
        report.absorb(check(around), &|file, _| file == this);
    }
    if !read_already(report, &this) {
        one(path, report);
    }
}

fn read_already(report: &Report, shown: &str) -> bool {
    report.sources.iter().any(|(_, source)| source.path == shown)
}

/// Whether a path belongs to the content of a root.
fn holds(root: &Path, path: &Path) -> bool {
    is_root(root) && path.starts_with(root.join("scenarios"))
}

/// The form of all files of a folder that have not been read yet.
fn alone(folder: &Path, report: &mut Report) {
    if !folder.is_dir() {
        return;
    }
    let mut findings = Vec::new();
    for path in list(folder, &|_| false, &mut findings).ron {
        if !read_already(report, &shown(&path)) {
            one(&path, report);
        }
    }
    report.extend(findings);
}

/// The form of one file: text, kinds, ids, fields, types. References are not followed.
fn one(path: &Path, report: &mut Report) {
    let mut findings = Vec::new();
    if let Some(load_file) = read_file(path, report, &mut findings) {
        for node in load_file.items {
            if node.name().is_some_and(|name| matches!(&*name.text, "Patch" | "Remove" | "Mod")) {
                continue;
            }
            if let Some(kind) = kind_of(&node, &mut findings) {
                let _ = id_of(kind, &node, &mut findings);
                let mut node = node;
                node.take_field("replace");
                read_alone(kind, &node, &mut findings);
            }
        }
    }
    report.extend(findings);
}
