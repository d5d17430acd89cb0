//! The toy content of these tests, with files laid over it in a folder of its own.

use correlation::content::report::{Report, Style};
use correlation::content::{Loaded, check, load};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The toy's scenario.
pub const SCENARIO: &str = "two_islands";

/// Where the toy lies.
pub fn toy() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content/toy")
}

/// A copy of the toy that can be changed.
pub struct Overlay {
    folder: TempDir,
}

impl Overlay {
    /// A fresh copy.
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&toy(), folder.path());
        Self { folder }
    }

    /// The copy's root.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Adds or replaces a file.
    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Replaces a text in a file that has it once.
    pub fn edited(self, path: &str, from: &str, to: &str) -> Self {
        let text = std::fs::read_to_string(self.root().join(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        let text = text.replace(from, to);
        self.with(path, text)
    }

    /// Removes a file or folder.
    pub fn without(self, path: &str) -> Self {
        let path = self.root().join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap();
        } else {
            std::fs::remove_file(path).unwrap();
        }
        self
    }

    /// Checks the whole copy.
    pub fn check(&self) -> Report {
        check(self.root())
    }

    /// Loads the toy's scenario with the mods of this copy that are named.
    pub fn load(&self, mods: &[&str]) -> Loaded {
        let mods: Vec<PathBuf> = mods.iter().map(|name| self.root().join("mods").join(name)).collect();
        load(self.root(), SCENARIO, &mods)
    }

    /// The report as text, with the copy's folder left out of paths.
    pub fn text(&self, report: &Report) -> String {
        let root = self.root().to_string_lossy().into_owned();
        report.text(Style::Plain).replace(&format!("{root}/"), "").replace(&root, ".")
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The codes of a report, in order of place.
pub fn codes(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(|finding| finding.code.text()).collect()
}
