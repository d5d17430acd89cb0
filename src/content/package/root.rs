//! Where the game's own content lies.

use super::is_root;
use std::path::{Path, PathBuf};

/// The folder that holds `scenarios/`: the one given, else the environment's `CORRELATION_CONTENT`, else beside
/// the executable, else the current folder or one above it, else, in a build made from source, the package's.
///
/// # Errors
/// The sentence to show, if there is none. A folder that was given and is no content root is an error; no other
/// is taken in its place.
pub fn find_root(given: Option<&Path>) -> Result<PathBuf, String> {
    let named = given.map(|folder| (folder.to_path_buf(), "--content")).or_else(|| {
        std::env::var_os("CORRELATION_CONTENT").map(|folder| (PathBuf::from(folder), "CORRELATION_CONTENT"))
    });
    if let Some((folder, from)) = named {
        return if is_root(&folder) {
            Ok(folder)
        } else {
            Err(format!("{from} names {}, which holds no `scenarios` folder", folder.display()))
        };
    }
    let executable = std::env::current_exe().ok();
    let beside = executable.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    let here = std::env::current_dir().ok();
    let above = here.iter().flat_map(|here| here.ancestors().map(Path::to_path_buf));
    let built = option_env!("CARGO_MANIFEST_DIR").filter(|_| cfg!(debug_assertions)).map(PathBuf::from);
    beside.into_iter().chain(above).chain(built).find(|folder| is_root(folder)).ok_or_else(|| {
        "no content found: start the program in its folder, or name the folder that holds `scenarios` with --content"
            .into()
    })
}
