//! The record: facts in the past tense, and time series.
//!
//! Reads everything at the end of the month; writes the chronicle and the series. Ids and numbers only; words are
//! made in `view`.

mod facts;
mod series;
mod systems;

pub use facts::{Chronicle, Entry, Fact};
pub use series::{PolitySeries, Series, WorldSeries};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Chronicle>()
        .init_resource::<Series>()
        .resource_record::<Chronicle>("chronicle")
        .resource_record::<Series>("series")
        .add_systems(
            Genesis,
            (systems::open_series, systems::record_series)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Chronicle)),
        )
        .add_systems(MonthSchedule, systems::record_series.in_set(at(Phase::Record, Subsystem::Chronicle)));
}
