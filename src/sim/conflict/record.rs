//! The account of each war, month by month: what both sides brought, who fell, how it ended.
//!
//! Nothing acts on it. It is written while a war is fought out and closed where the war ends.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::Month;
use crate::content::vocabulary::PeaceTerms;
use crate::sim::population::Seat;

use super::components::{War, WarSide};

/// Why a war ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum WarEnd {
    /// One side came to hold nearly all of the land fought over.
    Decided,
    /// The sides agreed on peace.
    Agreed,
    /// A rising was crushed.
    Crushed,
    /// A rising petered out.
    PeteredOut,
    /// A government granted what was fought for, short of power.
    Granted,
    /// A movement came to power.
    TakenOver,
    /// The ground went to another state: the one that was fought for, or the heir of a ruler who left.
    HandedOver,
    /// Those in arms went to the table.
    Talks,
    /// One side was no longer there.
    SideGone,
}

/// What one side brought to a war in a month, and what it cost it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct SideMonth {
    /// Military capital that its states committed, troops lent to them included, thousands of 2011 dollars. A movement's is
    /// not counted in money.
    pub committed: f32,
    /// Share of it that reached the front (0–1); of a movement the share of what is sent to it.
    pub supply: f32,
    /// Will to fight (0–1): of states by legitimacy, weariness and stake; of a movement the unity of its front.
    pub will: f32,
    /// Highest weariness of war at home among its states (0–1).
    pub weariness: f32,
    /// Own people killed: on its own ground in a war between states, and fallen away from home.
    pub dead: i64,
    /// Killed of whom the book of harm charges it.
    pub answers_for: i64,
}

/// One month of a war.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct WarMonth {
    /// Position of the front at its end: 0 = the defender holds all, 1 = the attacker does.
    pub front: f32,
    /// Share of the attacker in the strength of both (0–1).
    pub power: f32,
    /// Attacker and defender.
    pub sides: [SideMonth; 2],
    /// Killed on ground that both sides fight for from within, whichever side they were on.
    pub dead_on_the_land: i64,
}

impl WarMonth {
    /// Killed in the month.
    pub fn dead(&self) -> i64 {
        self.dead_on_the_land + self.sides.iter().map(|side| side.dead).sum::<i64>()
    }
}

/// How a war ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// In which month.
    pub month: Month,
    /// Why.
    pub why: WarEnd,
    /// On which terms, where the states that lead the two sides came to any.
    pub terms: Option<PeaceTerms>,
    /// Who prevailed, if anybody.
    pub winner: Option<Seat>,
}

/// The account of one war.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WarAccount {
    /// The war as it stood last.
    pub war: War,
    /// Whether it was under way when the campaign began.
    pub from_start: bool,
    /// The first month that was fought out; while there is none, the one in which it began.
    pub first: Month,
    /// Its months, from that one.
    pub months: Vec<WarMonth>,
    /// How it ended, if it has.
    pub ended: Option<Ending>,
}

/// The accounts of all wars of a history, in the order of their numbers.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WarRecord {
    list: Vec<WarAccount>,
}

impl WarRecord {
    /// All, oldest first.
    pub fn list(&self) -> &[WarAccount] {
        &self.list
    }

    /// One by its number.
    pub fn get(&self, number: u32) -> Option<&WarAccount> {
        self.place(number).ok().map(|place| &self.list[place])
    }

    fn place(&self, number: u32) -> Result<usize, usize> {
        self.list.binary_search_by_key(&number, |account| account.war.number)
    }

    /// The account of a war, begun if there is none.
    fn of(&mut self, war: &War) -> &mut WarAccount {
        let place = self.place(war.number).unwrap_or_else(|place| {
            self.list.insert(place, WarAccount::begin(war, false));
            place
        });
        &mut self.list[place]
    }

    /// Begins the account of a war.
    pub(super) fn begin(&mut self, war: &War, from_start: bool) {
        self.of(war).from_start = from_start;
    }

    /// Notes a month of fighting.
    pub(super) fn note(&mut self, war: &War, now: Month, month: WarMonth) {
        let account = self.of(war);
        account.war.clone_from(war);
        if account.months.is_empty() {
            account.first = now;
        }
        account.months.push(month);
    }

    /// Notes who fights in it now, between two months of fighting.
    pub(super) fn follow(&mut self, war: &War) {
        self.of(war).war.clone_from(war);
    }

    /// Closes the account of a war.
    pub(super) fn close(&mut self, war: &War, ending: Ending) {
        let account = self.of(war);
        account.war.clone_from(war);
        account.ended = Some(ending);
    }
}

impl WarAccount {
    fn begin(war: &War, from_start: bool) -> Self {
        Self { war: war.clone(), from_start, first: war.since, months: Vec::new(), ended: None }
    }

    /// The two sides: attacker and defender.
    pub fn sides(&self) -> [&WarSide; 2] {
        [&self.war.attacker, &self.war.defender]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, PolityId};
    use crate::content::vocabulary::{WarAim, WarKind};

    fn war(number: u32) -> War {
        let side = |id| WarSide { polities: vec![PolityId::from_index(id)], movements: Vec::new() };
        War {
            number,
            kind: WarKind::Interstate,
            aim: WarAim::Compel,
            attacker: side(0),
            defender: side(1),
            over: Vec::new(),
            since: Month(0),
            front: 0.0,
            dead: 0,
        }
    }

    #[test]
    fn accounts_stand_by_number_and_follow_who_fights() {
        let mut record = WarRecord::default();
        record.begin(&war(4), true);
        record.note(&war(2), Month(1), WarMonth { dead_on_the_land: 7, ..WarMonth::default() });
        let mut later = War { dead: 6, ..war(4) };
        later.defender.polities.push(PolityId::from_index(9));
        let side = SideMonth { dead: 3, ..SideMonth::default() };
        record.note(&later, Month(1), WarMonth { sides: [side; 2], ..WarMonth::default() });
        let ending = Ending { month: Month(5), why: WarEnd::Agreed, terms: None, winner: None };
        record.close(&later, ending);
        assert_eq!(record.list().iter().map(|one| one.war.number).collect::<Vec<_>>(), [2, 4]);
        let account = record.get(4).expect("it was begun");
        assert!(account.from_start && account.war.defender == later.defender);
        assert_eq!((account.war.dead, account.ended, account.first), (6, Some(ending), Month(1)));
        assert_eq!(record.get(2).map(|one| one.months[0].dead()), Some(7));
        assert_eq!(record.get(3), None);
    }
}
