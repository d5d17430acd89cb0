//! Links and paths.

use std::path::{Path, PathBuf};

use super::{lines, pages, read, root, shown};

/// Targets of the Markdown links in a line, inline code left out.
fn targets(line: &str) -> Vec<String> {
    let plain: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ` ");
    let after = plain.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    after.map(|(target, _)| target.split_whitespace().next().unwrap_or_default().to_owned()).collect()
}

/// The anchor under which a heading can be reached.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

fn anchors(text: &str) -> Vec<String> {
    lines(text)
        .filter(|(_, line, fenced)| !fenced && line.starts_with('#'))
        .map(|(_, line, _)| anchor(line))
        .collect()
}

fn leads_nowhere(page: &Path, target: &str) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let file: PathBuf =
        if path.is_empty() { page.to_path_buf() } else { page.parent().unwrap_or(root()).join(path) };
    if !file.exists() {
        return Some(format!("`{target}` leads nowhere"));
    }
    let is_page = file.extension().is_some_and(|ending| ending == "md");
    if !fragment.is_empty() && is_page && !anchors(&read(&file)).iter().any(|known| known == fragment) {
        return Some(format!("`{target}`: no such heading"));
    }
    None
}

#[test]
fn every_link_leads_somewhere() {
    let mut faults = Vec::new();
    for page in pages() {
        let text = read(&page);
        for (number, line, _) in lines(&text).filter(|(_, _, fenced)| !fenced) {
            for target in targets(line) {
                if let Some(fault) = leads_nowhere(&page, &target) {
                    faults.push(format!("{}:{number}: {fault}", shown(&page)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Folders of the project by which a path in inline code is recognised.
const FOLDERS: [&str; 8] =
    ["src/", "tests/", "benches/", "docs/", "scenarios/", "assets/", "tools/", "mods/"];

#[test]
fn every_path_named_exists() {
    let mut faults = Vec::new();
    for page in pages() {
        let here = page.parent().unwrap_or(root()).to_path_buf();
        let text = read(&page);
        for (number, line, _) in lines(&text).filter(|(_, _, fenced)| !fenced) {
            for code in line.split('`').skip(1).step_by(2) {
                let is_path = FOLDERS.iter().any(|folder| code.starts_with(folder));
                // Patterns, examples to fill in and command lines name no one file.
                let is_pattern = code.contains(['<', '*', '…', '{', ' ']) || code.contains("my_");
                let exists = || [root(), &here].iter().any(|folder| folder.join(code).exists());
                if is_path && !is_pattern && !exists() {
                    faults.push(format!("{}:{number}: there is no `{code}`", shown(&page)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every Rust file below a folder, as one text.
fn code_below(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .filter_map(|path| match path.is_dir() {
            true => Some(code_below(&path)),
            false => path.extension().is_some_and(|ending| ending == "rs").then(|| read(&path)),
        })
        .collect()
}

#[test]
fn every_test_named_as_a_guard_exists() {
    let code = code_below(&root().join("tests")) + &code_below(&root().join("src"));
    let text = read(&root().join("docs/DETERMINISM.md"));
    // Names of tests are sentences; names of anything else have fewer words.
    let is_test = |word: &&str| {
        word.matches('_').count() >= 2 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let named: Vec<&str> = text.split('`').skip(1).step_by(2).filter(is_test).collect();
    assert!(named.len() > 5, "docs/DETERMINISM.md names its gates");
    let gone: Vec<_> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(gone.is_empty(), "docs/DETERMINISM.md names tests that do not exist: {gone:?}");
}

#[test]
fn anchors_are_made_as_readers_expect() {
    assert_eq!(anchor("## The JSON of `run`"), "the-json-of-run");
    assert_eq!(targets("see [a](b.md#c) and `[x](y)` and [d](<e> \"f\")"), ["b.md#c", "<e>"]);
}
