//! What modders write: files, their checks, and the resolved definitions the simulation runs on.
//!
//! Loading runs in stages, each of which reports all it finds before the next begins:
//!
//! 1. [`package`] — which files there are; nothing but plain files of known types is opened.
//! 2. [`tree`] — text to trees in which each value knows its place.
//! 3. [`merge`] — one library of definitions from common files, world, scenario and mods; patches applied, each
//!    field keeping the file that set it last.
//! 4. [`reader`] and [`raw`] — trees to typed definitions with dense ids instead of string ids.
//! 5. [`lint`] — what is well-formed and still doubtful.
//!
//! [`load()`] runs them all for a campaign, [`check()`] for whatever path it is given, [`explain()`] shows what is in
//! force and who set it.

pub mod defs;
pub mod kind;
pub mod lint;
pub mod merge;
pub mod package;
pub mod raw;
pub mod reader;
pub mod report;
pub mod source;
pub mod tree;
pub mod vocabulary;

mod check;
mod explain;
mod load;
mod read;
mod resolve;

pub use check::check;
pub use explain::{Explained, ExplainedField, explain};
pub use load::{Loaded, load};
pub use package::{Root, find_root};
pub use read::read_list;
