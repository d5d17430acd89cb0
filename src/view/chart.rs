//! Lines over time: series of states and of the world.

use crate::base::{Month, PolityId};
use crate::sim::Simulation;
use crate::sim::chronicle::{PolitySeries, Series, WorldSeries};

use super::words::{sentence_case, text};

/// Most lines in one chart; more cannot be told apart.
pub const MOST_LINES: usize = 4;

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesKey {
    /// A series of a state.
    Polity(PolityId, PolitySeries),
    /// A series of the world.
    World(WorldSeries),
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// What it shows.
    pub key: SeriesKey,
    /// Its name with its unit.
    pub name: String,
    /// Values, one a month, the eve of the campaign first.
    pub values: Vec<f32>,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartView {
    /// The month of the first value.
    pub first: Month,
    /// The lines, at most [`MOST_LINES`].
    pub lines: Vec<ChartSeries>,
    /// What could be added: the series of the world, and of the state that is looked at.
    pub choices: Vec<(SeriesKey, String)>,
}

/// The chart of some series, with those of `about` to choose from.
pub fn chart_view(sim: &Simulation, keys: &[SeriesKey], about: Option<PolityId>) -> ChartView {
    let series = sim.get::<Series>();
    let content = sim.content();
    let known = |key: &&SeriesKey| match key {
        SeriesKey::Polity(id, _) => content.polities.get(*id).is_some(),
        SeriesKey::World(_) => true,
    };
    let name = |key: SeriesKey| match key {
        SeriesKey::Polity(id, series) => format!("{}: {}", content.polities[id].name, series.words()),
        SeriesKey::World(series) => sentence_case(series.words()),
    };
    let line = |&key: &SeriesKey| ChartSeries {
        key,
        name: name(key),
        values: match key {
            SeriesKey::Polity(id, which) => series.polity(id, which).to_vec(),
            SeriesKey::World(which) => series.world(which).to_vec(),
        },
    };
    let of_world = WorldSeries::ALL.map(SeriesKey::World);
    let of_state =
        about.into_iter().flat_map(|id| PolitySeries::ALL.map(|which| SeriesKey::Polity(id, which)));
    ChartView {
        first: Month(sim.clock().now().0.saturating_sub(sim.clock().played())),
        lines: keys.iter().filter(known).take(MOST_LINES).map(line).collect(),
        choices: of_state.chain(of_world).map(|key| (key, name(key))).collect(),
    }
}

impl ChartView {
    /// The month of a value.
    pub fn month(&self, index: usize) -> Month {
        self.first.plus(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// What to say in place of lines, if none can be drawn.
    pub fn notice(&self) -> Option<&'static str> {
        match self.lines.iter().map(|line| line.values.len()).max() {
            None => Some(text!("ch.empty")),
            Some(0 | 1) => Some(text!("ch.short")),
            Some(_) => None,
        }
    }
}
