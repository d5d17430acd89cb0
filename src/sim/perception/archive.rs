//! The archive: what states believed of those that mattered most to them, beside what was true, quarter by quarter.
//!
//! A record that nothing acts on. Of each sovereign state the two leading states, its rival and its patron are kept: at most
//! four others a quarter.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, Numbers, PolityId};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{Channel, Relations};
use crate::sim::economy::Accounts;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Lore, Polities, Seat};

use super::Outlook;

/// Months between two entries.
pub const QUARTER: u32 = 3;
/// Most others of whom a state's estimates are kept at a time: two leading states, rival, patron.
pub const MOST_KEPT: usize = 4;

/// What can be believed of another's means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// Military strength, millions.
    Strength,
    /// Product of a year, millions.
    Product,
    /// Warheads.
    Warheads,
}

impl Means {
    /// All, in the order in which they are kept.
    pub const ALL: [Means; 3] = [Self::Strength, Self::Product, Self::Warheads];

    /// In which channel of relations it is held.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Strength => Channel::BelievedStrength,
            Self::Product => Channel::BelievedProduct,
            Self::Warheads => Channel::BelievedWarheads,
        }
    }

    /// What is true of it, in the measure of the books.
    pub fn truth(self, forces: &Forces, accounts: &Accounts) -> f64 {
        match self {
            Self::Strength => forces.strength(),
            Self::Product => accounts.product().real(),
            Self::Warheads => forces.warheads(),
        }
    }

    /// Books are in thousands, the archive in millions.
    const fn scale(self) -> f64 {
        match self {
            Self::Strength | Self::Product => 1000.0,
            Self::Warheads => 1.0,
        }
    }
}

/// One entry: what one state believed of another at the end of a quarter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The month.
    pub month: Month,
    /// Who believed.
    pub observer: PolityId,
    /// Of whom.
    pub target: PolityId,
    /// What was believed, in the order of [`Means::ALL`].
    pub believed: [f32; 3],
    /// What was true, in the same order.
    pub truth: [f32; 3],
}

/// Figures of an entry: believed, then true.
const FIGURES: usize = 2 * Means::ALL.len();

/// All entries, oldest first, as plain rows of numbers.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Archive {
    months: Numbers<u16>,
    observers: Numbers<u16>,
    targets: Numbers<u16>,
    figures: Numbers<f32>,
}

impl Archive {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.months.len()
    }

    /// Whether nothing has been entered yet.
    pub fn is_empty(&self) -> bool {
        self.months.is_empty()
    }

    /// All entries, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..self.len()).map(|row| {
            let figures = &self.figures[row * FIGURES..(row + 1) * FIGURES];
            let part = |from: usize| std::array::from_fn(|at| figures[from + at]);
            Entry {
                month: Month(u32::from(self.months[row])),
                observer: PolityId(self.observers[row]),
                target: PolityId(self.targets[row]),
                believed: part(0),
                truth: part(Means::ALL.len()),
            }
        })
    }

    /// What one state believed of another, oldest first.
    pub fn of(&self, observer: PolityId, target: PolityId) -> impl Iterator<Item = Entry> + '_ {
        self.iter().filter(move |entry| entry.observer == observer && entry.target == target)
    }

    fn enter(&mut self, entry: &Entry) {
        // A campaign ends long before its months outgrow this.
        self.months.push(u16::try_from(entry.month.0).unwrap_or(u16::MAX));
        self.observers.push(entry.observer.0);
        self.targets.push(entry.target.0);
        self.figures.extend(entry.believed.iter().chain(&entry.truth));
    }
}

/// Enters a quarter's estimates, once a quarter.
pub(super) fn keep_archive(
    mut archive: ResMut<Archive>,
    polities: Polities<(&Status, &Outlook, &Forces, &Accounts)>,
    relations: Res<Relations>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    clock: Res<Clock>,
) {
    let month = clock.now();
    if !month.0.is_multiple_of(QUARTER) {
        return;
    }
    let agent = |id| atlas.agent(Seat::Polity(id));
    for (observer, (status, outlook, ..)) in polities.iter() {
        if !status.is_sovereign() {
            continue;
        }
        for target in kept_of(observer, outlook, &lore.scenario.poles).into_iter().flatten() {
            let (of, to) = (agent(observer), agent(target));
            let (its_status, _, forces, accounts) = polities.get(target);
            if !its_status.is_alive() || !relations.knows(of, to) {
                continue;
            }
            let belief = |means: Means| {
                relations.read(means.channel(), of, to).map_or(0.0, |held| (held / means.scale()) as f32)
            };
            let truth = |means: Means| (means.truth(forces, accounts) / means.scale()) as f32;
            let (believed, truth) = (Means::ALL.map(belief), Means::ALL.map(truth));
            archive.enter(&Entry { month, observer, target, believed, truth });
        }
    }
}

/// Of whom a state's estimates are kept now, each once.
fn kept_of(own: PolityId, outlook: &Outlook, poles: &[PolityId]) -> [Option<PolityId>; MOST_KEPT] {
    let mut kept = [None; MOST_KEPT];
    let others = poles.iter().copied().take(2).chain(outlook.rival()).chain(outlook.patron());
    let mut count = 0;
    for other in others.filter(|&other| other != own) {
        if !kept[..count].contains(&Some(other)) {
            kept[count] = Some(other);
            count += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_as_they_were_made() {
        let mut archive = Archive::default();
        let entry = |month: u32, observer: u16, target: u16| Entry {
            month: Month(month),
            observer: PolityId(observer),
            target: PolityId(target),
            believed: [month as f32, 2.0, 3.0],
            truth: [4.0, 5.0, observer as f32],
        };
        let all = [entry(600, 1, 2), entry(600, 2, 1), entry(603, 1, 2)];
        all.iter().for_each(|one| archive.enter(one));
        assert_eq!(archive.iter().collect::<Vec<_>>(), all);
        assert_eq!(archive.of(PolityId(1), PolityId(2)).collect::<Vec<_>>(), [all[0], all[2]]);
        assert_eq!(archive.len(), 3);
    }

    #[test]
    fn each_is_kept_once_and_nobody_of_itself() {
        let [own, pole, other] = [1, 2, 3].map(PolityId);
        let outlook = Outlook { rival: Some(pole), patron: Some(other), ..Outlook::default() };
        let kept = kept_of(own, &outlook, &[own, pole]);
        assert_eq!(kept, [Some(pole), Some(other), None, None]);
    }
}
