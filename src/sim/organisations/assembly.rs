//! The world organisation's table: motions that wait for a vote, who lobbies for them, and what was voted.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::vocabulary::MotionKind;
use crate::sim::quantities::Facts;

use super::OrganisationRules;

/// Whether there is room on the table for a motion about a state, and enough time since the last of its kind.
pub(in crate::sim) fn may_be_tabled(facts: &Facts, kind: MotionKind, about: PolityId) -> bool {
    let (assembly, rules) = (facts.assembly, facts.bodies);
    !assembly.waits(kind, about)
        && assembly.has_room(kind, rules)
        && assembly.wait(kind, about, facts.now, rules) == 0
}

/// What a vote came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ballot {
    /// Votes for.
    pub yes: u32,
    /// Votes against.
    pub no: u32,
    /// Those who did not vote either way.
    pub abstain: u32,
    /// Whether a permanent member's no stopped it.
    pub vetoed: bool,
    /// Whether it passed.
    pub passed: bool,
}

impl Ballot {
    /// All who had a vote.
    pub fn voters(&self) -> u32 {
        self.yes + self.no + self.abstain
    }
}

/// What members of an organisation can vote on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum VoteOn {
    /// Whether a state may join.
    Join,
    /// Whether a member is expelled.
    Expel,
    /// What each spends on forces.
    Burden,
    /// A motion of the world organisation.
    Motion(MotionKind),
}

/// Help for a vote.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Lobbying {
    /// Who lobbies.
    pub by: PolityId,
    /// Whom.
    pub whom: PolityId,
    /// For which vote.
    pub yes: bool,
    /// What it adds to the one vote or the other (0–1).
    pub weight: f64,
}

/// A motion on the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Motion {
    /// Its number in this history.
    pub number: u32,
    /// What is moved.
    pub kind: MotionKind,
    /// Who moved it.
    pub by: PolityId,
    /// About whom.
    pub about: PolityId,
    /// When it was tabled.
    pub tabled: Month,
    /// When it is voted on.
    pub vote: Month,
    /// Who was lobbied, by whom.
    pub lobbying: Vec<Lobbying>,
}

impl Motion {
    /// What lobbying adds to a member's vote: positive for yes.
    pub fn lobbied(&self, voter: PolityId) -> f64 {
        let of = self.lobbying.iter().filter(|one| one.whom == voter);
        of.map(|one| if one.yes { one.weight } else { -one.weight }).sum()
    }
}

/// A motion that was voted on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Voted {
    /// What was moved.
    pub kind: MotionKind,
    /// Who moved it.
    pub by: PolityId,
    /// About whom.
    pub about: PolityId,
    /// When it was voted on.
    pub month: Month,
    /// What came of it.
    pub ballot: Ballot,
}

/// Most votes that are remembered.
const REMEMBERED: usize = 64;

/// Motions that wait, and the latest votes.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Assembly {
    pub(in crate::sim) waiting: Vec<Motion>,
    pub(in crate::sim) voted: Vec<Voted>,
    pub(in crate::sim) next: u32,
}

impl Assembly {
    /// Motions that wait, oldest first.
    pub fn waiting(&self) -> &[Motion] {
        &self.waiting
    }

    /// The latest votes, oldest first.
    pub fn voted(&self) -> &[Voted] {
        &self.voted
    }

    /// A motion that waits, by number.
    pub fn get(&self, number: u32) -> Option<&Motion> {
        self.waiting.iter().find(|motion| motion.number == number)
    }

    /// Whether a motion of a kind about somebody waits.
    pub fn waits(&self, kind: MotionKind, about: PolityId) -> bool {
        self.waiting.iter().any(|motion| motion.kind == kind && motion.about == about)
    }

    /// When a motion of a kind about somebody was last voted on.
    pub fn last(&self, kind: MotionKind, about: PolityId) -> Option<Month> {
        let alike = self.voted.iter().rev().find(|one| one.kind == kind && one.about == about);
        alike.map(|one| one.month)
    }

    /// Whether a call of a kind about somebody was carried and is still fresh.
    pub fn calls_for(&self, kind: MotionKind, about: PolityId, now: Month, months: u32) -> bool {
        let fresh = |one: &&Voted| now.since(one.month) < months && one.ballot.passed;
        self.voted.iter().filter(fresh).any(|one| one.kind == kind && one.about == about)
    }

    /// Whether the table has room for a motion of a kind; for admissions it always has.
    pub(in crate::sim) fn has_room(&self, kind: MotionKind, rules: &OrganisationRules) -> bool {
        let others = self.waiting.iter().filter(|one| one.kind != MotionKind::Admit).count();
        kind == MotionKind::Admit || others < rules.motions_most as usize
    }

    /// Months to wait before a motion of a kind about somebody can be tabled again.
    pub(in crate::sim) fn wait(
        &self,
        kind: MotionKind,
        about: PolityId,
        now: Month,
        rules: &OrganisationRules,
    ) -> u32 {
        let again = rules.motion_again as u32;
        self.last(kind, about).map_or(0, |month| again.saturating_sub(now.since(month)))
    }

    pub(in crate::sim) fn table(
        &mut self,
        kind: MotionKind,
        by: PolityId,
        about: PolityId,
        now: Month,
        vote: Month,
    ) {
        let number = self.next;
        self.next += 1;
        self.waiting.push(Motion { number, kind, by, about, tabled: now, vote, lobbying: Vec::new() });
    }

    pub(in crate::sim) fn remember(&mut self, voted: Voted) {
        if self.voted.len() >= REMEMBERED {
            self.voted.remove(0);
        }
        self.voted.push(voted);
    }
}
