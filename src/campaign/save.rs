//! Saves: a readable header, then two compressed, self-describing parts (CBOR): the body, from which a history goes on,
//! and the archive of what happened. Written so that a crash loses nothing.

use std::cmp::Ordering;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::base::hash::StableHash;
use crate::base::numbers::Bytes;
use crate::content::defs::Content;
use crate::sim::state::{TableError, Written};

use super::passport::{Passport, PassportError, hex};
use super::running::Campaign;
use super::setup::{NewGame, SetupError};

/// Version of the save's form.
pub const SAVE_FORMAT: u32 = 6;
const MAGIC: &str = "correlation save";
/// Level of compression: above this a save takes longer to write and hardly shrinks.
const LEVEL: i32 = 1;
/// Largest part that is unpacked, so that a damaged header cannot ask for all memory.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// What stands in the readable head of a save.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the save's form.
    pub format: u32,
    /// Version of the game.
    pub game: String,
    /// Name of the scenario.
    pub scenario: String,
    /// Name of the seat that is played.
    pub seat: Option<String>,
    /// The month reached, in words.
    pub month: String,
    /// Seed.
    pub seed: u64,
    /// The passport and the state.
    pub body: Part,
    /// Chronicle and time series.
    pub archive: Part,
    /// Hash of the state.
    pub state: String,
}

/// One compressed part of a save.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its length in the file, in bytes.
    pub packed: usize,
    /// Its length unpacked, in bytes.
    pub unpacked: usize,
    /// Hash of the unpacked part.
    pub hash: String,
}

/// What of a head every version can read.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct Body {
    passport: Passport,
    attachment: Option<String>,
    tables: Tables,
}

/// Tables by name, each as CBOR inside that of its part.
type Tables = Vec<(String, Bytes)>;

/// Why a save could not be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// The file could not be read.
    Io(std::io::Error),
    /// It is no save of this game.
    NotASave,
    /// It was made by a later version.
    TooNew(u32),
    /// It was made by an earlier version, whose saves this one does not read.
    TooOld(u32),
    /// It is damaged.
    Damaged(String),
    /// It was made with other content.
    Passport(PassportError),
    /// Its campaign cannot be set up any more.
    Setup(SetupError),
    /// One of its tables does not fit.
    Table(TableError),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(error) => write!(f, "the file cannot be read: {error}"),
            Self::NotASave => write!(f, "this is not a save of Correlation of Forces"),
            Self::TooNew(format) => {
                write!(
                    f,
                    "this save has form {format}; this game reads up to {SAVE_FORMAT}. Use a later version."
                )
            }
            Self::TooOld(format) => {
                write!(
                    f,
                    "this save has form {format}; this game reads form {SAVE_FORMAT}. Load it with the version that made \
                     it, or live its history again from its passport."
                )
            }
            Self::Damaged(what) => {
                write!(
                    f,
                    "the save is damaged: {what}. The file beside it that ends in `.bak` is the one before."
                )
            }
            Self::Passport(error) => error.fmt(f),
            Self::Setup(error) => error.fmt(f),
            Self::Table(error) => write!(f, "the save does not fit this version: {error}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Writes a save: to a temporary file, synced, renamed over the old one, which stays as `.bak`.
///
/// # Errors
/// If it cannot be written; the old save is then untouched.
pub fn save(campaign: &Campaign, path: &Path) -> Result<(), std::io::Error> {
    let other = |error: String| std::io::Error::other(error);
    let tables = campaign.sim().write_tables().map_err(|error| other(error.to_string()))?;
    let named = |written: Vec<Written>| -> Tables {
        written.into_iter().map(|(name, bytes)| (name.to_owned(), Bytes(bytes))).collect()
    };
    let body = Body {
        passport: campaign.passport().clone(),
        attachment: campaign.attachment.clone(),
        tables: named(tables.state),
    };
    let (body, packed_body) = pack(&body)?;
    let (archive, packed_archive) = pack(&named(tables.records))?;
    let content = campaign.sim().content();
    let header = Header {
        format: SAVE_FORMAT,
        game: env!("CARGO_PKG_VERSION").into(),
        scenario: content.scenario.name.clone(),
        seat: campaign.passport().seat.as_ref().map(|seat| seat.0.clone()),
        month: campaign.sim().clock().now().to_string(),
        seed: campaign.sim().seed(),
        body,
        archive,
        state: hex(campaign.sim().hash()),
    };
    let header = ron::to_string(&header).map_err(|error| other(error.to_string()))?;
    write_safely(path, format!("{MAGIC}\n{header}\n").as_bytes(), &[&packed_body, &packed_archive])
}

/// A part as it is written, and what the head says of it.
fn pack(part: &impl Serialize) -> Result<(Part, Vec<u8>), std::io::Error> {
    let mut bytes = Vec::new();
    ciborium::into_writer(part, &mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
    let packed = zstd::bulk::compress(&bytes, LEVEL)?;
    Ok((Part { packed: packed.len(), unpacked: bytes.len(), hash: hash_of(&bytes) }, packed))
}

/// Reads a part of which the head says what it is.
fn unpack<T: DeserializeOwned>(part: &Part, packed: &[u8]) -> Result<T, LoadError> {
    let bytes = zstd::bulk::decompress(packed, part.unpacked)
        .map_err(|error| LoadError::Damaged(error.to_string()))?;
    if hash_of(&bytes) != part.hash {
        return Err(LoadError::Damaged("its contents are not what its head says".into()));
    }
    ciborium::from_reader(bytes.as_slice()).map_err(|error| LoadError::Damaged(error.to_string()))
}

fn hash_of(bytes: &[u8]) -> String {
    let mut hash = StableHash::new();
    hash.bytes(bytes);
    hex(hash.finish())
}

fn write_safely(path: &Path, head: &[u8], parts: &[&[u8]]) -> Result<(), std::io::Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let temporary = with_ending(path, "tmp");
    let mut file = File::create(&temporary)?;
    file.write_all(head)?;
    for part in parts {
        file.write_all(part)?;
    }
    file.sync_all()?;
    drop(file);
    if path.exists() {
        fs::rename(path, with_ending(path, "bak"))?;
    }
    fs::rename(&temporary, path)?;
    // Without this the rename itself may be lost in a power cut.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// `name.cofsave` → `name.cofsave.bak`.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// Reads the head of a save, for lists.
///
/// # Errors
/// If it is no save, or a later one.
pub fn read_header(path: &Path) -> Result<Header, LoadError> {
    split(&fs::read(path).map_err(LoadError::Io)?).map(|(header, _)| header)
}

fn split(bytes: &[u8]) -> Result<(Header, &[u8]), LoadError> {
    let rest = bytes.strip_prefix(MAGIC.as_bytes()).and_then(|rest| rest.strip_prefix(b"\n"));
    let rest = rest.ok_or(LoadError::NotASave)?;
    let end = rest.iter().position(|&byte| byte == b'\n');
    let end = end.ok_or_else(|| LoadError::Damaged("its head is cut off".into()))?;
    let header = std::str::from_utf8(&rest[..end]).map_err(|error| LoadError::Damaged(error.to_string()))?;
    let damaged = |error: ron::de::SpannedError| LoadError::Damaged(format!("head: {error}"));
    let Form { format } = ron::from_str(header).map_err(damaged)?;
    match format.cmp(&SAVE_FORMAT) {
        Ordering::Greater => Err(LoadError::TooNew(format)),
        Ordering::Less => Err(LoadError::TooOld(format)),
        Ordering::Equal => Ok((ron::from_str(header).map_err(damaged)?, &rest[end + 1..])),
    }
}

/// Loads a save over the content it was made with.
///
/// # Errors
/// If it cannot be read, is damaged, or does not fit the content.
pub fn load(path: &Path, content: Arc<Content>) -> Result<Campaign, LoadError> {
    let bytes = fs::read(path).map_err(LoadError::Io)?;
    let (header, packed) = split(&bytes)?;
    let Header { body, archive, .. } = &header;
    let lengths = body.packed.checked_add(archive.packed);
    if lengths != Some(packed.len()) || body.unpacked.max(archive.unpacked) > MOST_BYTES {
        return Err(LoadError::Damaged("its length is not what its head says".into()));
    }
    let (packed_body, packed_archive) = packed.split_at(body.packed);
    let records: Tables = unpack(archive, packed_archive)?;
    let body: Body = unpack(body, packed_body)?;
    body.passport.fits(&content).map_err(LoadError::Passport)?;
    let game = NewGame {
        content,
        seed: body.passport.seed,
        lens: Some(body.passport.lens.clone()),
        set: body.passport.set.clone(),
        seat: body.passport.seat.clone(),
    };
    let mut sim = game.start().map_err(LoadError::Setup)?;
    let tables = body.tables.iter().chain(&records).map(|(name, bytes)| (name.as_str(), bytes.0.as_slice()));
    sim.read_tables(tables).map_err(LoadError::Table)?;
    if hex(sim.hash()) != header.state {
        return Err(LoadError::Damaged("its state is not the one that was saved".into()));
    }
    Ok(Campaign::resume(sim, body.passport, body.attachment))
}
