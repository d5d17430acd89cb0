//! Loads the typefaces: a poster face for headings and labels, a humanist face for text, and fallbacks.

use std::path::Path;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// Why a face could not be loaded.
#[derive(Debug)]
pub struct FontError {
    /// The file.
    pub file: std::path::PathBuf,
    /// What the system said.
    pub problem: std::io::Error,
}

impl std::fmt::Display for FontError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the font {} could not be read: {}", self.file.display(), self.problem)
    }
}

impl std::error::Error for FontError {}

/// Name of the family of headings, labels and buttons.
pub(super) const POSTER: &str = "poster";
/// Name of the family of strong text.
pub(super) const STRONG: &str = "strong";

/// Reads the faces from `assets/fonts`.
///
/// # Errors
/// If a file is missing or cannot be read.
pub fn load_fonts(assets: &Path) -> Result<FontDefinitions, FontError> {
    let mut fonts = FontDefinitions { font_data: Default::default(), families: Default::default() };
    let files = [
        ("league", "LeagueSpartan-Bold.ttf"),
        ("lato", "Lato-Regular.ttf"),
        ("lato bold", "Lato-Bold.ttf"),
        ("noto", "NotoSans-Regular.ttf"),
        ("noto bold", "NotoSans-Bold.ttf"),
        ("symbols", "NotoSansSymbols2-Regular.ttf"),
    ];
    for (name, file) in files {
        let file = assets.join("fonts").join(file);
        let bytes = std::fs::read(&file).map_err(|problem| FontError { file, problem })?;
        let mut data = FontData::from_owned(bytes);
        if name == "league" {
            // The face sits high in its line; without this capitals hang above the middle of buttons.
            data.tweak.y_offset_factor = 0.09;
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let family = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    for (kind, names) in [
        (FontFamily::Proportional, ["lato", "noto", "symbols"]),
        (FontFamily::Monospace, ["lato", "noto", "symbols"]),
        (FontFamily::Name(POSTER.into()), ["league", "noto bold", "symbols"]),
        (FontFamily::Name(STRONG.into()), ["lato bold", "noto bold", "symbols"]),
    ] {
        fonts.families.insert(kind, family(&names));
    }
    Ok(fonts)
}
