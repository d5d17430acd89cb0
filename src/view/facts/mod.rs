//! Stylised facts: an ensemble of histories held against the regularities that the content asserts.
//!
//! [`Records`] are kept while a history runs: by month the product of each economy, by year what else the measures need, so
//! that forty years of the whole world take a few megabytes. [`measure()`] reads one number off the records of one history,
//! [`judge`](judge()) holds the numbers of all seeds against the band of a [`FactDef`](crate::content::defs::FactDef). All but the collecting is pure.

mod ask;
mod judge;
mod measures;
mod records;
mod slumps;
mod statistics;
mod told;

pub use ask::{ask, recorded};
pub use judge::{FactRow, Verdict, fact_table, judge};
pub use measures::measure;
pub use records::{Community, Economy, Records, YearRecord};
pub use slumps::{Slump, slumps};
pub use statistics::{mean, quantile, unlikeness, wilson_95};
pub use told::{Tale, told};
