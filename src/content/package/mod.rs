//! Which files belong to a content root, a scenario or a mod, and reading them within limits.
//!
//! Content is untrusted: only plain files with known extensions are opened, links are refused, and sizes, counts
//! and depths are capped. Files are listed in the order of their paths, so that the order in which a file system
//! lists them changes nothing.

mod limits;
mod manifest;
mod order;
mod root;
mod walk;

pub use limits::{MAX_DEFINITIONS, MAX_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_OF_A_KIND, MAX_TOTAL_BYTES};
pub use manifest::{FORMAT, Manifest, read_manifest};
pub use order::load_order;
pub use root::find_root;
pub use walk::{Listing, list, read_text, shown};

use std::path::{Path, PathBuf};

/// Where a definition comes from, in the order in which later ones may change earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// `scenarios/common` and the world that the scenario names.
    Common,
    /// The scenario's own folder.
    Scenario,
    /// A mod, by its id.
    Mod(String),
}

impl std::fmt::Display for Layer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Layer::Common => f.write_str("common files"),
            Layer::Scenario => f.write_str("the scenario"),
            Layer::Mod(id) => write!(f, "the mod `{id}`"),
        }
    }
}

/// The folders of one content root: the game's own, or a mod's.
#[derive(Debug, Clone)]
pub struct Root {
    /// The folder that holds `scenarios/`.
    pub folder: PathBuf,
}

impl Root {
    /// `scenarios/`.
    pub fn scenarios(&self) -> PathBuf {
        self.folder.join("scenarios")
    }

    /// `scenarios/common`.
    pub fn common(&self) -> PathBuf {
        self.scenarios().join("common")
    }

    /// `scenarios/common/worlds`.
    pub fn worlds(&self) -> PathBuf {
        self.common().join("worlds")
    }

    /// `scenarios/<name>`.
    pub fn scenario(&self, name: &str) -> PathBuf {
        self.scenarios().join(name)
    }

    /// The names of the scenarios: folders of `scenarios/` that hold a `scenario.ron`, in order.
    pub fn scenario_names(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.scenarios()) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .flatten()
            .filter(|entry| entry.path().join("scenario.ron").is_file())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| name != "common")
            .collect();
        names.sort();
        names
    }
}

/// Whether a folder is a content root.
pub fn is_root(folder: &Path) -> bool {
    folder.join("scenarios").is_dir()
}

/// Whether a folder is a mod.
pub fn is_mod(folder: &Path) -> bool {
    folder.join("mod.ron").is_file()
}
