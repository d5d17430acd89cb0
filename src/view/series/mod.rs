//! Monthly series of every state and of the world, in tidy form: one row for a month, an agent and a series.
//!
//! [`registry`] is the one list of what there is: name, unit, meaning, where it is computed, and how it is read. The rows of
//! `cof run --out`, its dictionary and the choice of `--series` all come from it, so that **a new series is one entry there**.
//! [`rows`] reads a month, [`write`](mod@write) streams rows as CSV and Parquet, [`dictionary`] explains the columns.

pub mod dictionary;
mod registry;
mod rows;
pub mod write;

pub use registry::{Read, SeriesDef, all};
pub use rows::{BalanceRow, Choice, SeriesRow, UnknownName, balance_rows, series_rows};

use crate::base::{IdVec, PolityId};
use crate::sim::Simulation;
use crate::sim::economy::Capital;
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::Owner;

/// A month that is being read: the simulation, and what many series would otherwise count anew.
pub struct Reading<'s> {
    /// The simulation.
    pub sim: &'s Simulation,
    /// People by the owner of the ground they live on.
    pub people: IdVec<PolityId, f64>,
    /// Capital in use and capital in ruins by the owner of the ground it stands on, thousands of 2011 dollars.
    pub capital: IdVec<PolityId, (f64, f64)>,
}

impl<'s> Reading<'s> {
    /// Opens the month that the simulation stands in.
    pub fn of(sim: &'s Simulation) -> Self {
        let mut people = IdVec::filled(0.0, sim.content().polities.len());
        for (territory, count) in sim.get::<PeopleBook>().iter() {
            people[sim.territory::<Owner>(territory).polity()] += count.real();
        }
        let mut capital = IdVec::filled((0.0, 0.0), sim.content().polities.len());
        for territory in sim.content().territories.ids() {
            let stands = sim.territory::<Capital>(territory);
            let sum = &mut capital[sim.territory::<Owner>(territory).polity()];
            *sum = (sum.0 + stands.in_use(), sum.1 + stands.ruined());
        }
        Self { sim, people, capital }
    }
}
