//! Births, deaths by cause and moves of the last twelve months, for those who ask: the people's book holds one month.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Id, IdVec, Month, People, TerritoryId};
use crate::sim::population::Clock;

use super::people::{PeopleBook, PeopleFlow};

const MONTHS: usize = 12;

/// The flows of one territory, a row for each month of the calendar.
type Rows = [[People; PeopleFlow::ALL.len()]; MONTHS];

/// Flows of people of the last twelve months. A record: nothing acts on it.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PeopleYear {
    pages: IdVec<TerritoryId, Rows>,
    /// Months noted, twelve at most.
    noted: u32,
}

impl PeopleYear {
    /// How many months it spans: twelve, or fewer in the first year.
    pub fn months(&self) -> u32 {
        self.noted
    }

    /// A flow of the last twelve months, as a positive number.
    pub fn flow(&self, territory: TerritoryId, flow: PeopleFlow) -> People {
        self.pages.get(territory).map_or(People::ZERO, |rows| rows.iter().map(|row| row[flow as usize]).sum())
    }

    fn note(&mut self, month: Month, book: &PeopleBook) {
        if self.pages.len() != book.territories() {
            self.pages = IdVec::filled(Default::default(), book.territories());
        }
        let place = month.month() as usize - 1;
        for territory in (0..book.territories()).map(TerritoryId::from_index) {
            self.pages[territory][place] = PeopleFlow::ALL.map(|flow| book.flow(territory, flow));
        }
        self.noted = (self.noted + 1).min(MONTHS as u32);
    }
}

/// Notes the month in the place of the same month of the year before.
pub(super) fn note_month(clock: Res<Clock>, book: Res<PeopleBook>, mut year: ResMut<PeopleYear>) {
    year.note(clock.now(), &book);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_later_the_same_month_is_forgotten() {
        let mut book = PeopleBook::open([1_000_000].into_iter());
        let mut year = PeopleYear::default();
        let here = TerritoryId::from_index(0);
        for month in 0..30 {
            book.turn_the_page();
            book.book(here, PeopleFlow::Births, People(i64::from(month)));
            year.note(Month(600 + month), &book);
        }
        // The last twelve: 18 to 29.
        assert_eq!(year.flow(here, PeopleFlow::Births), People((18..30).sum()));
        assert_eq!((year.months(), year.flow(here, PeopleFlow::War)), (12, People::ZERO));
    }
}
