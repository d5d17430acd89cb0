//! The record: facts in the past tense, and time series.
//!
//! Reads everything at the end of the month; writes the chronicle and the series. Ids and numbers only; words are
//! made in `view`.

mod facts;
mod series;

pub use facts::{Chronicle, Entry, Fact};
pub use series::{PolitySeries, Series, WorldSeries};

use bevy::prelude::*;

use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Chronicle>()
        .init_resource::<Series>()
        .resource_state::<Chronicle>("chronicle")
        .resource_state::<Series>("series");
}
