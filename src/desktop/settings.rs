//! What a player sets once and for all.

use std::path::Path;

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use super::theme::Light;

/// Settings of the window.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Colours.
    pub light: Light,
    /// Scale of the interface in percent (75–300).
    pub scale: u32,
    /// Whether movement on the screen is reduced.
    pub reduced_motion: bool,
    /// Whether time stops when a crisis of the own seat begins.
    pub pause_at_crises: bool,
}

/// Scales that the settings offer, percent.
pub const SCALES: [u32; 8] = [75, 90, 100, 125, 150, 200, 250, 300];

impl Default for Settings {
    fn default() -> Self {
        Self { light: Light::default(), scale: 100, reduced_motion: false, pause_at_crises: true }
    }
}

impl Settings {
    /// Reads the settings; the defaults if there is no file yet.
    ///
    /// # Errors
    /// If the file is there and cannot be read or understood.
    pub fn read(file: &Path) -> Result<Self, String> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let read: Self = ron::from_str(&text).map_err(|error| format!("{}:{error}", file.display()))?;
        Ok(Self { scale: read.scale.clamp(75, 300), ..read })
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), String> {
        let problem = |error: std::io::Error| format!("{}: {error}", file.display());
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(problem)?;
        }
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default());
        let text = text.map_err(|error| error.to_string())?;
        std::fs::write(file, text).map_err(problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_written_and_bad_ones_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a/settings.ron");
        let settings =
            Settings { light: Light::NightDesk, scale: 150, reduced_motion: true, pause_at_crises: false };
        settings.write(&file).unwrap();
        assert_eq!(Settings::read(&file).unwrap(), settings);
        std::fs::write(&file, "(colour: 3)").unwrap();
        assert!(Settings::read(&file).unwrap_err().contains("settings.ron"));
    }
}
