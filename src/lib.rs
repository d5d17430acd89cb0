//! *Correlation of Forces*: an agent-based strategy game of two social systems, 1928–1991.
//!
//! The map of this house; a row may import only rows above it (checked by `tests/architecture`):
//!
//! | row | what |
//! |---|---|
//! | [`base`] | vocabulary of the program: ids, tables, calendar, quanta, luck |
//! | [`content`] | what modders write: files, checks, resolved definitions, the closed vocabulary |
//! | [`sim`] | the simulated world: Bevy systems, deterministic, no clock, no files |
//! | [`campaign`] | new game, passport, save, replay, ensemble; no rendering |
//! | [`mission`] | guided missions as pure logic over simulation and orders |
//! | [`view`] | read-only projections in plain structs and words |
//! | `desktop` | the window, with feature `desktop` |
#![forbid(unsafe_code)]

pub mod base;
pub mod campaign;
pub mod content;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod mission;
pub mod sim;
pub mod view;
