//! What the documentation says holds: links lead somewhere, commands and options exist, dependencies have a reason.

mod commands;
mod links;
mod repository;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A path as people write it: from the project's root, with `/`.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string().replace('\\', "/")
}

/// Every Markdown file of the project, sorted: what stands at the top, and all below the folders that hold any.
fn pages() -> Vec<PathBuf> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() {
                if !["node_modules", "target", "out"].iter().any(|left_out| name == *left_out) {
                    walk(&path, into);
                }
            } else if path.extension().is_some_and(|ending| ending == "md") {
                into.push(path);
            }
        }
    }
    let mut pages: Vec<PathBuf> =
        ["README.md", "CHANGELOG.md"].iter().map(|name| root().join(name)).collect();
    for folder in ["docs", "scenarios", "mods", "assets", "tools"] {
        walk(&root().join(folder), &mut pages);
    }
    pages.sort();
    pages
}

/// The lines of a page with their numbers; those inside a fenced block of code are marked.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut fenced = false;
    text.lines().enumerate().map(move |(number, line)| {
        let fence = line.trim_start().starts_with("```");
        let inside = fenced || fence;
        if fence {
            fenced = !fenced;
        }
        (number + 1, line, inside)
    })
}
