//! What modders write: files, their checks, and the resolved definitions the simulation runs on.

pub mod defs;
pub mod vocabulary;
