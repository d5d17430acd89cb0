//! Listing and reading files.

use super::limits::{EXTENSIONS, MAX_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES, RESERVED};
use crate::content::report::{Code, Finding, one_of};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The files of one folder and all below it.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The content files, in the order of their paths.
    pub ron: Vec<PathBuf>,
    /// The texts that stand beside them.
    pub notes: Vec<PathBuf>,
}

/// Lists a folder and all below it, except what `leave_out` says. What may not be there is reported.
pub fn list(folder: &Path, leave_out: &dyn Fn(&Path) -> bool, findings: &mut Vec<Finding>) -> Listing {
    let mut listing = Listing::default();
    let mut walk = Walk { leave_out, listing: &mut listing, files: 0, bytes: 0, findings };
    walk.folder(folder, 0);
    listing.ron.sort();
    listing.notes.sort();
    listing
}

struct Walk<'a> {
    leave_out: &'a dyn Fn(&Path) -> bool,
    listing: &'a mut Listing,
    files: usize,
    bytes: u64,
    findings: &'a mut Vec<Finding>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > MAX_DEPTH {
            self.findings.push(
                Finding::about(
                    Code::TooMany,
                    shown(folder),
                    format!("folders nested deeper than {MAX_DEPTH}"),
                )
                .help("move its files up"),
            );
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.findings.push(refused(folder, &error));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
        for path in paths {
            if (self.leave_out)(&path) {
                continue;
            }
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                self.forbid(&path, "the name is not readable text", "rename it with plain letters");
                continue;
            };
            // Editors and systems leave such files everywhere.
            if name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            if let Some(first) = seen.insert(name.to_lowercase(), path.clone()) {
                let what = format!(
                    "`{name}` and `{}` differ only by case",
                    first.file_name().unwrap_or_default().to_string_lossy()
                );
                self.forbid(&path, &what, "rename one: some systems take both for the same file");
            }
            self.entry(&path, name, depth);
        }
    }

    fn entry(&mut self, path: &Path, name: &str, depth: usize) {
        let (kind, size) = match fs::symlink_metadata(path) {
            Ok(metadata) => (metadata.file_type(), metadata.len()),
            Err(error) => {
                self.findings.push(refused(path, &error));
                return;
            }
        };
        if kind.is_symlink() {
            self.forbid(path, "links are not followed", "put the file itself here");
        } else if let Some(why) = bad_name(name) {
            self.forbid(path, &why, "use small letters, digits, `_`, `-` and `.`");
        } else if kind.is_dir() {
            self.folder(path, depth + 1);
        } else if !kind.is_file() {
            self.forbid(path, "this is not a plain file", "remove it");
        } else {
            self.files += 1;
            if self.files == MAX_FILES + 1 {
                self.findings.push(
                    Finding::about(Code::TooMany, shown(path), format!("more than {MAX_FILES} files"))
                        .help("put several definitions into one file"),
                );
            }
            // One file too large says so when it is read; it does not count against its neighbours.
            let before = self.bytes;
            self.bytes += if size <= MAX_FILE_BYTES { size } else { 0 };
            if before <= MAX_TOTAL_BYTES && self.bytes > MAX_TOTAL_BYTES {
                self.findings.push(
                    Finding::about(
                        Code::TooMany,
                        shown(path),
                        format!("more than {MAX_TOTAL_BYTES} bytes of files"),
                    )
                    .help("leave out what is not needed"),
                );
            }
            if self.files > MAX_FILES || self.bytes > MAX_TOTAL_BYTES {
                return;
            }
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("ron") => self.listing.ron.push(path.to_path_buf()),
                Some("md") => self.listing.notes.push(path.to_path_buf()),
                _ => {
                    let why = format!("files end in {}", one_of(EXTENSIONS.iter().copied()));
                    self.forbid(path, &why, "rename or remove it");
                }
            }
        }
    }

    fn forbid(&mut self, path: &Path, why: &str, help: &str) {
        self.findings.push(
            Finding::about(Code::ForbiddenFile, shown(path), format!("content may not contain this: {why}"))
                .help(help),
        );
    }
}

/// Why a name may not be used, if so.
fn bad_name(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or("").to_lowercase();
    if RESERVED.contains(&stem.as_str()) {
        return Some(format!("`{stem}` is a reserved name on some systems"));
    }
    name.chars()
        .find(|symbol| !(symbol.is_ascii_alphanumeric() || matches!(symbol, '_' | '-' | '.')))
        .map(|symbol| format!("`{}` in a name", symbol.escape_default()))
}

/// The text of a file, without a byte-order mark; `None` if it cannot be read, which is reported.
pub fn read_text(path: &Path, findings: &mut Vec<Finding>) -> Option<String> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => {
            findings.push(refused(path, &error));
            return None;
        }
    };
    if metadata.is_symlink() {
        findings.push(
            Finding::about(
                Code::ForbiddenFile,
                shown(path),
                "content may not contain this: links are not followed",
            )
            .help("put the file itself here"),
        );
        return None;
    }
    if metadata.len() > MAX_FILE_BYTES {
        findings.push(
            Finding::about(
                Code::FileTooLarge,
                shown(path),
                format!("{} bytes, over the limit of {MAX_FILE_BYTES}", metadata.len()),
            )
            .help("cut the file into several; every file of a folder is read"),
        );
        return None;
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            findings.push(refused(path, &error));
            return None;
        }
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count();
            findings.push(
                Finding::about(
                    Code::NotUtf8,
                    shown(path),
                    format!("line {line} holds bytes that are not UTF-8 text"),
                )
                .help("save the file as UTF-8"),
            );
            None
        }
    }
}

fn refused(path: &Path, error: &std::io::Error) -> Finding {
    match error.kind() {
        ErrorKind::NotFound => Finding::about(Code::PathNotFound, shown(path), "no such file or folder"),
        _ => Finding::about(Code::Unreadable, shown(path), format!("cannot be read: {error}")),
    }
}

/// A path as it is shown: from the current folder if it lies below it, with `/` between folders.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let path = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let parts: Vec<String> = path
        .components()
        .filter(|part| !matches!(part, Component::CurDir))
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let joined = parts.join("/");
    if joined.is_empty() { ".".into() } else { joined.replacen("//", "/", 1) }
}
