//! The passport: everything needed to live the same history again, as small text.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::base::Month;
use crate::content::defs::Content;
use crate::content::vocabulary::{Ids, Names, Order};
use crate::sim::Seat;

use super::names::{NameError, to_ids};
use super::setup::NewGame;

/// Version of the passport's own form.
pub const PASSPORT_FORMAT: u32 = 1;

/// The string id of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatName(pub String);

/// One order of the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderLine {
    /// The month in which it was resolved, as `1957-03`.
    pub month: String,
    /// Who gave it.
    pub issuer: SeatName,
    /// What was ordered.
    pub order: Order<Names>,
}

impl OrderLine {
    /// Issuer and order in dense ids.
    ///
    /// # Errors
    /// The first name that the content does not define.
    pub fn resolve(&self, content: &Content) -> Result<(Seat, Order<Ids>), NameError> {
        let nobody = || NameError { kind: "seat", id: self.issuer.0.clone(), near: None };
        let issuer = self.issuer.find(content).ok_or_else(nobody)?;
        Ok((issuer, to_ids(content, &self.order)?))
    }
}

/// The hash of the state at the end of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HashMark {
    /// The month, as `1957-12`.
    pub month: String,
    /// The hash, sixteen hexadecimal digits.
    pub hash: String,
}

/// A history on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passport {
    /// Version of this form.
    pub format: u32,
    /// Version of the game that made it.
    pub game: String,
    /// Id of the scenario.
    pub scenario: String,
    /// Hash of the content with all mods, sixteen hexadecimal digits.
    pub content: String,
    /// Mods with their hashes, in load order.
    pub mods: Vec<(String, String)>,
    /// Seed.
    pub seed: u64,
    /// Lens.
    pub lens: String,
    /// Rules set by hand.
    pub set: Vec<(String, f64)>,
    /// The seat that was played.
    pub seat: Option<SeatName>,
    /// Months played.
    pub months: u32,
    /// Orders, oldest first.
    pub orders: Vec<OrderLine>,
    /// Hashes at the ends of years, and at the end.
    pub hashes: Vec<HashMark>,
}

/// What is wrong with a passport.
#[derive(Debug, Clone, PartialEq)]
pub enum PassportError {
    /// It cannot be read.
    Unreadable(String),
    /// It was made by a later form of the game.
    TooNew(u32),
    /// It was made with other content.
    OtherContent {
        /// The hash it names.
        wants: String,
        /// The hash of the content at hand.
        has: String,
    },
}

impl std::fmt::Display for PassportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(problem) => write!(f, "this is not a passport that can be read: {problem}"),
            Self::TooNew(format) => {
                write!(f, "this passport has form {format}; this game reads up to {PASSPORT_FORMAT}")
            }
            Self::OtherContent { wants, has } => write!(
                f,
                "this passport was made with other content ({wants}; here it is {has}). Use the same scenario and mods."
            ),
        }
    }
}

impl std::error::Error for PassportError {}

/// A hash in the form passports use.
pub fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}

impl Passport {
    /// The passport of a history that begins.
    pub fn begin(game: &NewGame) -> Self {
        let content: &Content = &game.content;
        Self {
            format: PASSPORT_FORMAT,
            game: env!("CARGO_PKG_VERSION").into(),
            scenario: content.scenario.id.clone(),
            content: hex(content.hash),
            mods: content.mod_hashes.iter().map(|(id, hash)| (id.clone(), hex(*hash))).collect(),
            seed: game.seed,
            lens: game.lens_id(),
            set: game.set.clone(),
            seat: game.seat.clone(),
            months: 0,
            orders: Vec::new(),
            hashes: Vec::new(),
        }
    }

    /// The passport of the same history up to the end of a month, in which so many months had been played.
    pub(super) fn up_to(&self, month: Month, months: u32) -> Self {
        let until = month.iso();
        Self {
            months,
            orders: self.orders.iter().filter(|line| line.month <= until).cloned().collect(),
            hashes: self.hashes.iter().filter(|mark| mark.month <= until).cloned().collect(),
            ..self.clone()
        }
    }

    /// Notes the hash of a month.
    pub(super) fn mark(&mut self, month: Month, hash: u64) {
        self.hashes.push(HashMark { month: month.iso(), hash: hex(hash) });
    }

    /// As text.
    ///
    /// # Errors
    /// If it cannot be written as RON, which no passport made here can bring about.
    pub fn to_text(&self) -> Result<String, PassportError> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| PassportError::Unreadable(error.to_string()))
    }

    /// From text.
    ///
    /// # Errors
    /// If it cannot be read or is of a later form.
    pub fn from_text(text: &str) -> Result<Self, PassportError> {
        let passport: Self =
            ron::from_str(text).map_err(|error| PassportError::Unreadable(error.to_string()))?;
        if passport.format > PASSPORT_FORMAT {
            return Err(PassportError::TooNew(passport.format));
        }
        Ok(passport)
    }

    /// Whether it was made with this content.
    ///
    /// # Errors
    /// If it was not.
    pub fn fits(&self, content: &Content) -> Result<(), PassportError> {
        let has = hex(content.hash);
        if self.content == has {
            return Ok(());
        }
        Err(PassportError::OtherContent { wants: self.content.clone(), has })
    }
}

/// Reads a file of order lines.
///
/// # Errors
/// `path: problem`, with line and column where they are known.
pub fn read_order_file(path: &Path) -> Result<Vec<OrderLine>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    read_orders(&text).map_err(|problem| format!("{}:{problem}", path.display()))
}

/// Reads a list of order lines, as `cof run --orders` takes it.
///
/// # Errors
/// `line:column: problem`.
pub fn read_orders(text: &str) -> Result<Vec<OrderLine>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<OrderLine> = ron::from_str(text).map_err(|error| error.to_string())?;
    match lines.iter().find(|line| Month::parse_iso(&line.month).is_none()) {
        Some(line) => Err(format!(" `{}` is no month; write it as `1957-03`", line.month)),
        None => Ok(lines),
    }
}
