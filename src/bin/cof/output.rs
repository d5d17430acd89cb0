//! Progress on a terminal, files, JSON.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

/// A progress bar; on anything but a terminal it draws nothing.
pub fn progress(length: u64, unit: &str) -> ProgressBar {
    let bar = ProgressBar::new(length);
    let template = format!("{{bar:40}} {{pos}}/{{len}} {unit} {{elapsed}}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}

/// Writes a value as one JSON object to standard output.
pub fn print_json<T: Serialize>(value: &T) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    print_text(&format!("{text}\n"));
    Ok(())
}

/// Writes text to standard output; a reader that went away (`cof … | head`) is no error.
pub fn print_text(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Opens a new file for writing piece by piece.
pub fn create(path: &Path) -> Result<std::io::BufWriter<std::fs::File>, String> {
    let file = std::fs::File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(std::io::BufWriter::new(file))
}

/// Writes a file, with its folder.
pub fn write_file(path: &Path, text: &str) -> Result<(), String> {
    let fail = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fail)?;
    }
    std::fs::write(path, text).map_err(fail)
}
