//! Guided missions as pure logic over simulation and orders, so that tests can play them.
//!
//! A [`Lesson`] is the state of a running mission: which step, what was answered, selected and opened. It looks at
//! the simulation and never changes it; orders go the way of all orders. It rides in a save as the campaign's
//! opaque attachment. Source: DESIGN §11.

pub mod bot;
mod lesson;
mod start;

pub use lesson::{Answer, Lesson, Progress, StepLook};
pub use start::{MissionError, find, game_of};
