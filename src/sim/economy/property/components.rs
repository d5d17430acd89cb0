//! Components of property.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Month, PolityId};
use crate::content::vocabulary::{ProgrammeKind, Property};
use crate::sim::population::PerGood;

/// Shares by form of property, in the order of [`Property::ALL`].
pub(in crate::sim) type ByProperty = [f64; Property::COUNT];

/// Who owns the sectors of a country, weighted by capital, and what follows for investment and the budget.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Holdings {
    /// Shares of each sector's capital; each row sums to 1 where there is capital.
    pub(in crate::sim) sectors: PerGood<ByProperty>,
    /// Shares of all capital; profit is made in proportion to capital, so they are shares of the surplus too.
    pub(in crate::sim) all: ByProperty,
    /// Investment drive of each sector when the country's property was first summed up; 0 before.
    pub(in crate::sim) opening: PerGood<f64>,
    /// Investment over what budget lines call for, by who owns (1 = as at the start).
    pub(in crate::sim) drive: f64,
    /// The same by sector, against the country's mean: how property tilts the mix of investment.
    pub(in crate::sim) tilt: PerGood<f64>,
    /// Share of the surplus that falls to the state, as the budget has come to count on it.
    pub(in crate::sim) counted_on: f64,
}

impl Holdings {
    /// Share of a sector under a form of property (0–1).
    pub fn sector(&self, good: GoodId, property: Property) -> f64 {
        self.sectors[good][property.index()]
    }
    /// Shares of all capital, in the order of [`Property::ALL`] (sums to 1).
    pub fn all(&self) -> &ByProperty {
        &self.all
    }
    /// Share of all capital, and of the surplus, under a form of property (0–1).
    pub fn share(&self, property: Property) -> f64 {
        self.all[property.index()]
    }
    /// Investment over what budget lines call for, by who owns (1 = as at the start).
    pub fn drive(&self) -> f64 {
        self.drive
    }
    /// Share of the surplus that falls to state and co-operatives without a tax.
    pub fn public(&self) -> f64 {
        self.share(Property::State) + self.share(Property::Cooperative)
    }
}

/// A state whose owners hold capital abroad.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stake {
    /// Whose owners.
    pub of: PolityId,
    /// Their share of the foreign capital of the host (0–1).
    pub share: f64,
}

/// Most states whose owners are told apart in one host.
pub(in crate::sim) const STAKES: usize = 2;

/// Whose capital it is that foreigners hold in a country, what it takes home, and how safe it is.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct ForeignCapital {
    /// The main owners. None: what counts as foreign or monopoly is the country's own large capital.
    pub(in crate::sim) stakes: [Option<Stake>; STAKES],
    /// Profits taken abroad, as a share of the product, smoothed.
    pub(in crate::sim) taken: f64,
    /// What owners remember of takings without full payment, anywhere in the country (0–1); fades.
    pub(in crate::sim) memory: f64,
    /// How safe foreign owners feel (0–1).
    pub(in crate::sim) safety: f64,
    /// Brought in under concessions this month, by sector, thousands of 2011 dollars.
    pub(in crate::sim) inflow: PerGood<f64>,
}

impl ForeignCapital {
    /// The main owners.
    pub fn stakes(&self) -> impl Iterator<Item = Stake> + '_ {
        self.stakes.iter().flatten().copied()
    }
    /// Whether any of the capital belongs to owners abroad.
    pub fn is_held_abroad(&self) -> bool {
        self.stakes.iter().any(Option::is_some)
    }
    /// Profits taken abroad, as a share of the product, smoothed.
    pub fn taken(&self) -> f64 {
        self.taken
    }
    /// How safe foreign owners feel (0–1).
    pub fn safety(&self) -> f64 {
        self.safety
    }
}

/// What each sector makes over what its labour and capital could make.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Vigour {
    /// The factor by sector (1 = normal).
    pub(in crate::sim) of: PerGood<f64>,
    /// Output lost to reorganisation, sabotage and slaughter, as a share; heals.
    pub(in crate::sim) disruption: PerGood<f64>,
    /// Effort of tillers by who owns the land, against that of the start (1 = as then).
    pub(in crate::sim) effort: f64,
    /// Effort that the property of the start called forth; 0 before it is known.
    pub(in crate::sim) opening_effort: f64,
    /// What tillers forced into collectives hold against it (0–1); fades.
    pub(in crate::sim) resentment: f64,
    /// Pressure of grain collections under a forced programme (0–1).
    pub(in crate::sim) seizure: f64,
    /// Pressure of procurement by plan (0–1); written by the subsystem of plans.
    pub(in crate::sim) procurement: f64,
}

impl Default for Vigour {
    fn default() -> Self {
        Self {
            of: PerGood::filled(1.0),
            disruption: PerGood::default(),
            effort: 1.0,
            opening_effort: 0.0,
            resentment: 0.0,
            seizure: 0.0,
            procurement: 0.0,
        }
    }
}

impl Vigour {
    /// The factor of a sector (1 = normal).
    pub fn of(&self, good: GoodId) -> f64 {
        self.of[good]
    }
    /// What tillers forced into collectives hold against it (0–1).
    pub fn resentment(&self) -> f64 {
        self.resentment
    }
    /// Whether harvests are taken by force.
    pub fn is_seized(&self) -> bool {
        self.seizure > 0.0
    }
}

/// A programme of property under way.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    /// The sector.
    pub sector: GoodId,
    /// Whether it goes against the will of those who lose.
    pub forced: bool,
    /// Share of the worth promised to foreign owners (0–1).
    pub compensation: f64,
    /// Whose owners hold the concession.
    pub partner: Option<PolityId>,
    /// When it began.
    pub since: Month,
    /// How much of it is done (0–1).
    pub done: f64,
    /// Share of the sector that has changed hands.
    pub moved: f64,
    /// Resistance met last month (0–1).
    pub resistance: f64,
    /// Months without headway.
    pub stalled: u32,
    /// Share of the sector taken from foreign owners.
    pub from_abroad: f64,
    /// Compensation owed so far, thousands of 2011 dollars.
    pub owed: f64,
}

impl Programme {
    /// A programme at its beginning.
    pub(in crate::sim) fn new(sector: GoodId, since: Month) -> Self {
        Self {
            sector,
            forced: false,
            compensation: 0.0,
            partner: None,
            since,
            done: 0.0,
            moved: 0.0,
            resistance: 0.0,
            stalled: 0,
            from_abroad: 0.0,
            owed: 0.0,
        }
    }
}

/// Programmes under way, one a kind, in the order of [`ProgrammeKind::ALL`].
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Programmes {
    pub(in crate::sim) running: [Option<Programme>; ProgrammeKind::COUNT],
}

impl Programmes {
    /// The one of a kind, if it runs.
    pub fn of(&self, kind: ProgrammeKind) -> Option<&Programme> {
        self.running[kind.index()].as_ref()
    }
    /// All that run, with their kinds.
    pub fn iter(&self) -> impl Iterator<Item = (ProgrammeKind, &Programme)> {
        ProgrammeKind::ALL.iter().filter_map(|&kind| Some((kind, self.of(kind)?)))
    }
    /// The strongest resistance that any of them meets (0–1).
    pub fn resistance(&self) -> f64 {
        self.iter().map(|(_, programme)| programme.resistance).fold(0.0, f64::max)
    }
}
