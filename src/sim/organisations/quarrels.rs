//! Open quarrels: a ladder of five steps, climbed one by one, with a step back from each.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::vocabulary::QuarrelRung;

/// An open quarrel between two states.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quarrel {
    /// The one with the lower number.
    pub one: PolityId,
    /// The other.
    pub other: PolityId,
    /// The step it stands on.
    pub rung: QuarrelRung,
    /// The highest step it has reached.
    pub highest: QuarrelRung,
    /// Who began it.
    pub begun_by: PolityId,
    /// When it began.
    pub since: Month,
    /// When it last moved.
    pub moved: Month,
}

impl Quarrel {
    /// Whether it is between two states, in whichever order.
    pub fn is_between(&self, a: PolityId, b: PolityId) -> bool {
        (self.one, self.other) == (a.min(b), a.max(b))
    }

    /// Whether a state is one of the two.
    pub fn concerns(&self, polity: PolityId) -> bool {
        self.one == polity || self.other == polity
    }

    /// The other side of it.
    pub fn against(&self, polity: PolityId) -> PolityId {
        if self.one == polity { self.other } else { self.one }
    }

    /// Steps from nothing to where it stands (1–5).
    pub fn steps(&self) -> usize {
        self.rung.index() + 1
    }
}

/// All open quarrels, oldest first.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Quarrels {
    pub(in crate::sim) list: Vec<Quarrel>,
}

impl Quarrels {
    /// All, oldest first.
    pub fn list(&self) -> &[Quarrel] {
        &self.list
    }

    /// The quarrel between two, if there is one.
    pub fn between(&self, a: PolityId, b: PolityId) -> Option<&Quarrel> {
        self.list.iter().find(|quarrel| quarrel.is_between(a, b))
    }

    /// The step of the quarrel between two (0 = none, 5 = split).
    pub fn steps(&self, a: PolityId, b: PolityId) -> usize {
        self.between(a, b).map_or(0, Quarrel::steps)
    }

    /// Whether the quarrel between two has come as far as a step.
    pub fn has_come_to(&self, a: PolityId, b: PolityId, rung: QuarrelRung) -> bool {
        self.between(a, b).is_some_and(|quarrel| quarrel.rung >= rung)
    }

    /// The step to which one more act leads; none after the last.
    pub fn next(&self, a: PolityId, b: PolityId) -> Option<QuarrelRung> {
        QuarrelRung::ALL.get(self.steps(a, b)).copied()
    }

    /// The step to which one act of reconciliation leads: none if it ends the quarrel.
    pub fn back(&self, a: PolityId, b: PolityId) -> Option<QuarrelRung> {
        self.steps(a, b).checked_sub(2).map(|place| QuarrelRung::ALL[place])
    }

    /// One step up; the new step, if there is one.
    pub(in crate::sim) fn climb(&mut self, by: PolityId, with: PolityId, now: Month) -> Option<QuarrelRung> {
        let rung = self.next(by, with)?;
        match self.list.iter_mut().find(|quarrel| quarrel.is_between(by, with)) {
            Some(quarrel) => {
                quarrel.rung = rung;
                quarrel.highest = quarrel.highest.max(rung);
                quarrel.moved = now;
            }
            None => self.list.push(Quarrel {
                one: by.min(with),
                other: by.max(with),
                rung,
                highest: rung,
                begun_by: by,
                since: now,
                moved: now,
            }),
        }
        Some(rung)
    }

    /// One step down; the step it stood on, if there was a quarrel.
    pub(in crate::sim) fn descend(&mut self, a: PolityId, b: PolityId, now: Month) -> Option<QuarrelRung> {
        let left = self.between(a, b)?.rung;
        match self.back(a, b) {
            Some(rung) => {
                for quarrel in self.list.iter_mut().filter(|quarrel| quarrel.is_between(a, b)) {
                    (quarrel.rung, quarrel.moved) = (rung, now);
                }
            }
            None => self.list.retain(|quarrel| !quarrel.is_between(a, b)),
        }
        Some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_climbed_in_order_and_has_a_way_back() {
        let (a, b, now) = (PolityId(7), PolityId(2), Month(3));
        for height in 1..=QuarrelRung::COUNT {
            let mut quarrels = Quarrels::default();
            for step in 0..height {
                let by = if step % 2 == 0 { (a, b) } else { (b, a) };
                assert_eq!(quarrels.climb(by.0, by.1, now), Some(QuarrelRung::ALL[step]));
                assert_eq!(quarrels.steps(b, a), step + 1);
            }
            for step in (0..height).rev() {
                assert_eq!(quarrels.descend(b, a, now), Some(QuarrelRung::ALL[step]));
                assert_eq!(quarrels.steps(a, b), step);
            }
            assert!(quarrels.list().is_empty());
        }
    }

    #[test]
    fn nothing_lies_beyond_the_last_step_or_below_the_first() {
        let (a, b, now) = (PolityId(0), PolityId(1), Month(0));
        let mut quarrels = Quarrels::default();
        assert_eq!(quarrels.descend(a, b, now), None);
        QuarrelRung::ALL.iter().for_each(|_| assert!(quarrels.climb(a, b, now).is_some()));
        assert_eq!(quarrels.climb(a, b, now), None);
        assert!(quarrels.has_come_to(b, a, QuarrelRung::Split));
        assert_eq!(quarrels.list()[0].highest, QuarrelRung::Split);
    }
}
