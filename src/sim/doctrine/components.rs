//! Components and resources that doctrine owns.

use std::borrow::Cow;

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, DoctrineId, IdVec, Month, MovementId, PolityId};
use crate::content::defs::DoctrineDef;
use crate::content::vocabulary::{LineScope, Occasion};

/// The doctrines a polity follows.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Doctrines {
    /// Inside its own camp and at home.
    pub(in crate::sim) camp: DoctrineId,
    /// Across systems.
    pub(in crate::sim) abroad: DoctrineId,
    /// How the economy is steered.
    pub(in crate::sim) economy: DoctrineId,
    /// When they last changed.
    pub(in crate::sim) since: Month,
}

impl Doctrines {
    /// Inside its own camp and at home.
    pub fn camp(&self) -> DoctrineId {
        self.camp
    }
    /// Across systems.
    pub fn abroad(&self) -> DoctrineId {
        self.abroad
    }
    /// How the economy is steered.
    pub fn economy(&self) -> DoctrineId {
        self.economy
    }
    /// When they last changed.
    pub fn since(&self) -> Month {
        self.since
    }
    /// All in force, each once.
    pub fn all(&self) -> impl Iterator<Item = DoctrineId> + use<> {
        let abroad = Some(self.abroad).filter(|&abroad| abroad != self.camp);
        [Some(self.camp), abroad, Some(self.economy)].into_iter().flatten()
    }
    /// Whether a doctrine is in force, wherever that is.
    pub fn holds(&self, doctrine: DoctrineId) -> bool {
        [self.camp, self.abroad, self.economy].contains(&doctrine)
    }
    /// Whether a doctrine of statecraft is in force in all of a scope, or one on the economy is in force.
    pub fn follows(&self, doctrine: DoctrineId, scope: LineScope) -> bool {
        let (camp, abroad) = (self.camp == doctrine, self.abroad == doctrine);
        let statecraft = match scope {
            LineScope::Both => camp && abroad,
            LineScope::Camp => camp,
            LineScope::Abroad => abroad,
        };
        self.economy == doctrine || statecraft
    }
    /// The scope in which a doctrine of statecraft is in force; all for any other.
    pub fn scope_of(&self, doctrine: DoctrineId) -> LineScope {
        match (self.camp == doctrine, self.abroad == doctrine) {
            (true, false) => LineScope::Camp,
            (false, true) => LineScope::Abroad,
            _ => LineScope::Both,
        }
    }
}

/// What costs a state its credibility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strain {
    /// It changed its line.
    Changed,
    /// It amended its line.
    Amended,
    /// It did what its line rules out.
    Broken,
    /// It took back a word on defence or arms.
    Word,
}

impl Strain {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// All, with the keys of their terms.
    pub const ALL: [(Self, &'static str); Self::COUNT] = [
        (Self::Changed, "credibility.changed"),
        (Self::Amended, "credibility.amended"),
        (Self::Broken, "credibility.broken"),
        (Self::Word, "credibility.word"),
    ];
}

/// What a state's word is worth, and what it has gone through since it last took stock.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Repute {
    /// Credibility lost (0–1 each), by what cost it.
    pub(in crate::sim) strains: [f64; Strain::COUNT],
    /// The correlation of forces as it saw it when it last took stock (0–1).
    pub(in crate::sim) stock: Option<f64>,
    /// When hardship last shook its line.
    pub(in crate::sim) shaken: Month,
}

impl Repute {
    /// Credibility (0–1).
    pub fn credibility(&self) -> f64 {
        (1.0 - self.strains.iter().sum::<f64>()).clamp(0.0, 1.0)
    }
    /// What one strain has cost (0–1).
    pub fn strain(&self, of: Strain) -> f64 {
        self.strains[of as usize]
    }
    pub(in crate::sim) fn lose(&mut self, of: Strain, by: f64) {
        let strain = &mut self.strains[of as usize];
        *strain = (*strain + by).clamp(0.0, 1.0);
    }
    pub(in crate::sim) fn keep(&mut self, part: f64) {
        // What is as good as nothing is nothing.
        const NOTHING: f64 = 1e-4;
        for strain in &mut self.strains {
            *strain = if *strain < NOTHING { 0.0 } else { *strain * part };
        }
    }
}

/// Occasions that wait to be looked at, in the order in which they came.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(in crate::sim) struct Occasions {
    pub(in crate::sim) waiting: Vec<(PolityId, Occasion)>,
}

/// The doctrine each movement follows.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MovementDoctrines {
    pub(in crate::sim) of: IdVec<MovementId, DoctrineId>,
}

impl MovementDoctrines {
    /// The doctrine a movement follows.
    pub fn of(&self, movement: MovementId) -> DoctrineId {
        self.of[movement]
    }
}

/// What one holder has amended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Amendment {
    /// Who.
    pub(in crate::sim) of: AgentId,
    /// Of which doctrine.
    pub(in crate::sim) doctrine: DoctrineId,
    /// Which parameter, by position.
    pub(in crate::sim) parameter: u16,
    /// By how much, all steps taken together.
    pub(in crate::sim) by: f64,
}

impl Amendment {
    fn place(&self) -> (AgentId, DoctrineId, u16) {
        (self.of, self.doctrine, self.parameter)
    }
}

/// Values of doctrine parameters in this history: as written, by doctrine and position in its list, and what single
/// holders have amended.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tuning {
    pub(in crate::sim) values: IdVec<DoctrineId, Vec<f64>>,
    /// By holder, doctrine and parameter; nobody's amendment to a line it does not follow.
    pub(in crate::sim) amended: Vec<Amendment>,
}

impl Tuning {
    /// The value of one parameter as the line is written.
    pub fn written(&self, doctrine: DoctrineId, parameter: usize) -> f64 {
        self.values[doctrine][parameter]
    }

    /// What a holder has amended of a doctrine, in the order of parameters.
    pub fn amendments(&self, of: AgentId, doctrine: DoctrineId) -> &[Amendment] {
        let from = self.amended.partition_point(|one| (one.of, one.doctrine) < (of, doctrine));
        let count = self.amended[from..].partition_point(|one| (one.of, one.doctrine) == (of, doctrine));
        &self.amended[from..from + count]
    }

    /// The values in force for a holder.
    pub fn in_force(&self, of: AgentId, doctrine: DoctrineId) -> Cow<'_, [f64]> {
        let amendments = self.amendments(of, doctrine);
        let mut values = Cow::Borrowed(self.values[doctrine].as_slice());
        for one in amendments {
            values.to_mut()[usize::from(one.parameter)] += one.by;
        }
        values
    }

    /// Moves a parameter for one holder, inside its range.
    pub(in crate::sim) fn amend(
        &mut self,
        of: AgentId,
        (id, def): (DoctrineId, &DoctrineDef),
        parameter: usize,
        by: f64,
    ) {
        let Some(range) = def.parameters.get(parameter) else { return };
        let written = self.values[id][parameter];
        let wanted = Amendment { of, doctrine: id, parameter: parameter as u16, by: 0.0 };
        let place = self.amended.partition_point(|one| one.place() < wanted.place());
        if self.amended.get(place).is_none_or(|one| one.place() != wanted.place()) {
            self.amended.insert(place, wanted);
        }
        let one = &mut self.amended[place];
        one.by = (written + one.by + by * (range.max - range.min)).clamp(range.min, range.max) - written;
    }

    /// Forgets what a holder has amended of lines that it no longer follows.
    pub(in crate::sim) fn forget(&mut self, of: AgentId, follows: impl Fn(DoctrineId) -> bool) {
        self.amended.retain(|one| one.of != of || follows(one.doctrine));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn a_mix_is_followed_in_its_places() {
        let [camp, abroad, economy] = [0, 1, 2].map(DoctrineId::from_index);
        let mix = Doctrines { camp, abroad, economy, since: Month(600) };
        assert_eq!(mix.all().count(), 3);
        assert!(mix.follows(camp, LineScope::Camp) && !mix.follows(camp, LineScope::Both));
        assert!(mix.follows(economy, LineScope::Both));
        assert_eq!((mix.scope_of(abroad), mix.scope_of(economy)), (LineScope::Abroad, LineScope::Both));
    }

    #[test]
    fn credibility_is_one_less_what_was_lost_and_comes_back() {
        let mut repute = Repute::default();
        repute.lose(Strain::Changed, 0.2);
        repute.lose(Strain::Broken, 0.1);
        assert!((repute.credibility() - 0.7).abs() < 1e-12);
        repute.keep(0.5);
        assert!((repute.credibility() - 0.85).abs() < 1e-12);
        (0..40).for_each(|_| repute.keep(0.5));
        assert_eq!(repute.credibility(), 1.0);
    }
}
