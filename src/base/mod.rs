//! Vocabulary of the program: dense ids, flat arrays, calendar, units, arithmetic and luck.
//!
//! Nothing here knows the game; nothing here imports Bevy, files or clocks.

pub mod apportion;
pub mod bits;
pub mod calendar;
pub mod hash;
pub mod ids;
pub mod idvec;
pub mod math;
pub mod matrix;
pub mod numbers;
pub mod rng;
pub mod units;

pub use apportion::apportion;
pub use bits::BitMatrix;
pub use calendar::Month;
pub use ids::*;
pub use idvec::IdVec;
pub use matrix::Matrix;
pub use numbers::Numbers;
pub use rng::{Draw, Luck, Stream};
pub use units::{Goods, Money, People, Share};
