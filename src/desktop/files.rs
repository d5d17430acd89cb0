//! Where the game finds its assets, and keeps settings and saves.

use std::path::{Path, PathBuf};

/// Finds the folder `assets`: the one named, or the first of: beside the executable, the source folder (in
/// development), the working folder.
///
/// # Errors
/// If none of them holds a map.
pub fn find_assets(named: Option<&Path>) -> Result<PathBuf, String> {
    let is_assets = |folder: &Path| folder.join("map/world.json").is_file();
    if let Some(folder) = named {
        let problem =
            || format!("{} holds no map/world.json; name the game's folder `assets`", folder.display());
        return is_assets(folder).then(|| folder.to_owned()).ok_or_else(problem);
    }
    let beside = std::env::current_exe().ok().and_then(|file| Some(file.parent()?.join("assets")));
    let source = option_env!("CARGO_MANIFEST_DIR").map(|folder| Path::new(folder).join("assets"));
    let places: Vec<PathBuf> = beside.into_iter().chain(source).chain([PathBuf::from("assets")]).collect();
    places.iter().find(|folder| is_assets(folder)).cloned().ok_or_else(|| {
        let looked: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
        format!(
            "no folder `assets` with the map was found; looked at {}. Name it with --assets.",
            looked.join(", ")
        )
    })
}

/// The user's folders of this game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The file of the settings.
    pub settings: PathBuf,
    /// The folder of the saves.
    pub saves: PathBuf,
}

/// The user's folders: the one named, or where the system keeps such things.
///
/// # Errors
/// If the system knows no home of the user.
pub fn find_home(named: Option<&Path>) -> Result<Home, String> {
    if let Some(folder) = named {
        return Ok(Home { settings: folder.join("settings.ron"), saves: folder.join("saves") });
    }
    let folders = directories::ProjectDirs::from("", "", "correlation-of-forces");
    let folders = folders.ok_or("the system knows no home folder of this user; name a folder with --home")?;
    Ok(Home { settings: folders.config_dir().join("settings.ron"), saves: folders.data_dir().join("saves") })
}

/// File of a save with a name that a player typed: letters that file systems take, at most 60 of them.
pub fn save_file(home: &Home, name: &str) -> PathBuf {
    let fits = |letter: char| letter.is_alphanumeric() || " -_.,()".contains(letter);
    let name: String = name.chars().map(|letter| if fits(letter) { letter } else { '-' }).take(60).collect();
    let name = name.trim().trim_matches('.').trim();
    let name = if name.is_empty() { "campaign" } else { name };
    home.saves.join(format!("{name}.cofsave"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_saves_cannot_leave_their_folder() {
        let home = find_home(Some(Path::new("/home"))).unwrap();
        assert_eq!(save_file(&home, "March 1957"), Path::new("/home/saves/March 1957.cofsave"));
        assert_eq!(save_file(&home, "../../etc"), Path::new("/home/saves/-..-etc.cofsave"));
        assert_eq!(save_file(&home, ".."), Path::new("/home/saves/campaign.cofsave"));
    }

    #[test]
    fn assets_are_found_in_development_and_missed_with_a_reason() {
        assert!(find_assets(None).is_ok());
        assert!(find_assets(Some(Path::new("/nowhere"))).unwrap_err().contains("world.json"));
    }
}
