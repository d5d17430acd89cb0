//! The command line of the game.

use std::path::PathBuf;

use clap::Parser;

/// Correlation of Forces: a strategy game of two social systems, 1928–1991.
#[derive(Parser, Debug, Clone)]
#[command(name = "correlation", version)]
pub struct Options {
    /// The campaign: a name under `scenarios/`.
    #[arg(long, value_name = "NAME", default_value = "1950_two_camps")]
    pub scenario: String,
    /// Start at once in this seat (a state or a movement, e.g. `IND`).
    #[arg(long, value_name = "ID")]
    pub seat: Option<String>,
    /// Seed of the luck of a new campaign.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// A mod to load (a folder with `mod.ron`); may be given several times.
    #[arg(long = "mod", value_name = "PATH")]
    pub mods: Vec<PathBuf>,
    /// Load this save at once (a file, or the name of a save).
    #[arg(long, value_name = "FILE", conflicts_with_all = ["seat", "mission"])]
    pub load: Option<String>,
    /// Start this guided mission at once.
    #[arg(long, value_name = "ID", conflicts_with = "seat")]
    pub mission: Option<String>,
    /// The folder that holds `scenarios/`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// The folder `assets`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// Where settings and saves are kept, instead of the user's own folder.
    #[arg(long, value_name = "DIR")]
    pub home: Option<PathBuf>,
    /// Size of the window.
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size, default_value = "1280x720")]
    pub size: (u32, u32),
    /// Play this script instead of waiting for a player, then leave (for automated runs).
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// Where the script leaves its screenshots.
    #[arg(long, value_name = "DIR", default_value = ".", requires = "script")]
    pub shots: PathBuf,
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let bad = || format!("`{text}` is no size such as 1280x720");
    let (width, height) = text.split_once('x').ok_or_else(bad)?;
    let side =
        |text: &str| text.parse::<u32>().ok().filter(|side| (320..=16384).contains(side)).ok_or_else(bad);
    Ok((side(width)?, side(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_read() {
        let read = |words: &[&str]| Options::try_parse_from([&["correlation"], words].concat());
        let options = read(&["--seat", "IND", "--seed", "7", "--mod", "a", "--mod", "b"]).unwrap();
        assert_eq!((options.seat.as_deref(), options.seed, options.mods.len()), (Some("IND"), Some(7), 2));
        assert_eq!(read(&["--size", "1920x1080"]).unwrap().size, (1920, 1080));
        assert!(read(&["--size", "12"]).is_err());
        assert!(read(&["--seat", "IND", "--load", "x"]).is_err());
    }
}
