//! A mod's manifest, `mod.ron`.

use super::walk::{read_text, shown};
use crate::content::reader::{Loc, Registry, read};
use crate::content::report::{Code, Finding, Report};
use crate::content::source::Span;
use crate::content::tree;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The content format this version reads.
pub const FORMAT: u32 = 1;

/// `Mod( ... )` as written.
#[derive(Debug, Deserialize)]
struct RawMod {
    id: Loc<String>,
    name: String,
    version: Loc<String>,
    format: Loc<u32>,
    #[serde(default)]
    game: Option<Loc<String>>,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    authors: Vec<String>,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    depends: Vec<RawDependency>,
    #[serde(default)]
    conflicts: Vec<Loc<String>>,
}

#[derive(Debug, Deserialize)]
struct RawDependency {
    id: Loc<String>,
    #[serde(default)]
    version: Option<Loc<String>>,
    #[serde(default)]
    optional: bool,
}

/// What a mod needs.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// The other mod's id.
    pub id: String,
    /// Where it is named.
    pub at: Span,
    /// Versions that will do.
    pub version: semver::VersionReq,
    /// Whether the mod also works without.
    pub optional: bool,
}

/// A mod: who it is, what it needs, where it lies.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// Its id.
    pub id: String,
    /// Where the id stands.
    pub at: Span,
    /// Name for people.
    pub name: String,
    /// Its version.
    pub version: semver::Version,
    /// What it does, for people.
    pub summary: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// Under which licence.
    pub licence: String,
    /// What it needs.
    pub depends: Vec<Dependency>,
    /// Mods it cannot be together with, and where they are named.
    pub conflicts: Vec<(String, Span)>,
    /// Its folder.
    pub folder: PathBuf,
}

/// Reads a mod's manifest; `None` if anything is wrong with it, which is reported.
pub fn read_manifest(folder: &Path, report: &mut Report) -> Option<Manifest> {
    let mut findings = Vec::new();
    let manifest = read_into(folder, report, &mut findings);
    let clean = findings.is_empty();
    report.extend(findings);
    manifest.filter(|_| clean)
}

fn read_into(folder: &Path, report: &mut Report, findings: &mut Vec<Finding>) -> Option<Manifest> {
    let path = folder.join("mod.ron");
    if !folder.is_dir() {
        findings.push(Finding::about(Code::PathNotFound, shown(folder), "no such mod folder"));
        return None;
    }
    if !path.exists() {
        findings.push(
            Finding::about(Code::NoManifest, shown(folder), "this folder has no `mod.ron`")
                .help("add one: Mod(id: \"my_mod\", name: \"My mod\", version: \"1.0.0\", format: 1)"),
        );
        return None;
    }
    let text = read_text(&path, findings)?;
    let file = report.sources.add(shown(&path), text.as_str());
    let document = tree::parse(&text, file, findings);
    let [node] = document.items.as_slice() else {
        if findings.is_empty() {
            findings.push(
                Finding::about(
                    Code::NoManifest,
                    shown(&path),
                    format!("{} definitions, where one is expected", document.items.len()),
                )
                .help("write one `Mod( ... )`"),
            );
        }
        return None;
    };
    if node.name().is_none_or(|name| &*name.text != "Mod") {
        findings.push(
            Finding::at(Code::NoManifest, node.head(), "a manifest is written `Mod( ... )`")
                .label("not a `Mod`"),
        );
        return None;
    }
    let raw: RawMod = read(node, &Registry::lenient(), findings)?;
    if raw.format.value != FORMAT {
        findings.push(
            Finding::at(
                Code::WrongFormat,
                raw.format.at,
                format!("made for content format {}, this game reads {FORMAT}", raw.format.value),
            )
            .help("get a version of the mod or of the game that fits"),
        );
    }
    check_id(&raw.id, findings);
    if let Some(game) = &raw.game {
        let requirement = requirement(Some(game), findings);
        let ours = semver::Version::parse(env!("CARGO_PKG_VERSION")).ok();
        if ours.as_ref().is_some_and(|ours| !requirement.matches(ours)) {
            findings.push(
                Finding::at(
                    Code::WrongGameVersion,
                    game.at,
                    format!("made for game version {}, this is {}", game.value, env!("CARGO_PKG_VERSION")),
                )
                .help("get a version of the mod or of the game that fits"),
            );
        }
    }
    let version = semver::Version::parse(&raw.version.value).map_err(|error| {
        Finding::at(
            Code::OutOfRange,
            raw.version.at,
            format!("`{}` is not a version: {error}", raw.version.value),
        )
        .help("write three numbers: \"1.0.0\"")
    });
    let version = match version {
        Ok(version) => version,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let depends = raw
        .depends
        .iter()
        .map(|dependency| Dependency {
            id: dependency.id.value.clone(),
            at: dependency.id.at,
            version: requirement(dependency.version.as_ref(), findings),
            optional: dependency.optional,
        })
        .collect();
    Some(Manifest {
        id: raw.id.value,
        at: raw.id.at,
        name: raw.name,
        version,
        summary: raw.summary,
        authors: raw.authors,
        licence: raw.licence,
        depends,
        conflicts: raw.conflicts.into_iter().map(|conflict| (conflict.value, conflict.at)).collect(),
        folder: folder.to_path_buf(),
    })
}

fn requirement(text: Option<&Loc<String>>, findings: &mut Vec<Finding>) -> semver::VersionReq {
    let Some(text) = text else { return semver::VersionReq::STAR };
    semver::VersionReq::parse(&text.value).unwrap_or_else(|error| {
        findings.push(
            Finding::at(
                Code::OutOfRange,
                text.at,
                format!("`{}` is not a range of versions: {error}", text.value),
            )
            .help("write it like \">=1.0, <2.0\", or \"*\""),
        );
        semver::VersionReq::STAR
    })
}

fn check_id(id: &Loc<String>, findings: &mut Vec<Finding>) {
    let fine = !id.value.is_empty()
        && id.value.len() <= 64
        && id.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if !fine {
        findings.push(
            Finding::at(Code::BadId, id.at, format!("`{}` is no id for a mod", id.value))
                .help("use small letters, digits and `_`, at most 64"),
        );
    }
}
