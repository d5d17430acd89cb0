//! People by territory: how many, and why it changed this month.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Id, IdVec, People, TerritoryId};

/// Why the number of people changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleFlow {
    /// Born.
    Births,
    /// Died in bed.
    Deaths,
    /// Killed in war.
    War,
    /// Killed by hunger.
    Famine,
    /// Killed by repression.
    Repression,
    /// Came from another territory.
    Arrivals,
    /// Left for another territory.
    Departures,
}

impl PeopleFlow {
    /// All flows.
    pub const ALL: [PeopleFlow; 7] = [
        Self::Births,
        Self::Deaths,
        Self::War,
        Self::Famine,
        Self::Repression,
        Self::Arrivals,
        Self::Departures,
    ];

    /// Whether the flow adds people.
    pub const fn comes_in(self) -> bool {
        matches!(self, Self::Births | Self::Arrivals)
    }
}

/// One territory's page.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
struct Page {
    opening: People,
    now: People,
    flows: [People; PeopleFlow::ALL.len()],
}

/// People by territory.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PeopleBook {
    pages: IdVec<TerritoryId, Page>,
}

impl PeopleBook {
    pub(super) fn open(populations: impl Iterator<Item = i64>) -> Self {
        let page = |people| Page { opening: People(people), now: People(people), flows: Default::default() };
        Self { pages: populations.map(page).collect() }
    }

    pub(super) fn turn_the_page(&mut self) {
        for (_, page) in self.pages.iter_mut() {
            page.opening = page.now;
            page.flows = Default::default();
        }
    }

    /// People living there now.
    pub fn people(&self, territory: TerritoryId) -> People {
        self.pages[territory].now
    }

    /// This month's flow so far, as a positive number.
    pub fn flow(&self, territory: TerritoryId, flow: PeopleFlow) -> People {
        self.pages[territory].flows[flow as usize]
    }

    /// Books a flow and returns what was booked: a loss takes at most those who live there.
    pub(in crate::sim) fn book(
        &mut self,
        territory: TerritoryId,
        flow: PeopleFlow,
        people: People,
    ) -> People {
        let page = &mut self.pages[territory];
        let people = people.positive();
        let booked = if flow.comes_in() { people } else { People(people.0.min(page.now.0)) };
        page.now += if flow.comes_in() { booked } else { -booked };
        page.flows[flow as usize] += booked;
        booked
    }

    /// Moves people from one territory to another and returns how many went.
    pub(in crate::sim) fn migrate(&mut self, from: TerritoryId, to: TerritoryId, people: People) -> People {
        let gone = self.book(from, PeopleFlow::Departures, people);
        self.book(to, PeopleFlow::Arrivals, gone)
    }

    /// The first territory whose page does not close, if any.
    pub fn first_fault(&self) -> Option<TerritoryId> {
        self.pages.find(|page| {
            let change: People = PeopleFlow::ALL
                .iter()
                .map(
                    |&flow| {
                        if flow.comes_in() { page.flows[flow as usize] } else { -page.flows[flow as usize] }
                    },
                )
                .sum();
            page.opening + change != page.now || page.now < People::ZERO
        })
    }

    /// People of the world.
    pub fn world(&self) -> People {
        self.pages.values().map(|page| page.now).sum()
    }

    /// How many territories there are.
    pub fn territories(&self) -> usize {
        self.pages.len()
    }

    /// All territories with their people.
    pub fn iter(&self) -> impl Iterator<Item = (TerritoryId, People)> {
        (0..self.pages.len()).map(TerritoryId::from_index).map(|id| (id, self.people(id)))
    }
}
