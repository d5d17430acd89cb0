//! Relations: full records towards at most 32 relevant others, defaults towards the rest.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, Id, Matrix, Numbers};

/// How many others an agent keeps full records of.
pub const OTHERS: usize = 32;

const NONE: u8 = u8::MAX;

/// Directed relations between agents. Each agent has [`OTHERS`] slots; each quantity is one flat array of
/// agents × slots. Towards an agent outside the slots a default is read.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Records")]
pub struct Relations {
    /// The slot of the first that holds its record of the second. Follows from `other`, so it is neither saved nor
    /// hashed.
    #[serde(skip)]
    slot: Matrix<AgentId, u8>,
    other: Vec<Option<AgentId>>,
    trust: Numbers<f64>,
    tension: Numbers<f64>,
    influence: Numbers<f64>,
    believed_strength: Numbers<f64>,
    believed_product: Numbers<f64>,
    believed_warheads: Numbers<f64>,
    defaults: Vec<Defaults>,
}

/// Relations as a save holds them.
#[derive(Deserialize)]
struct Records {
    other: Vec<Option<AgentId>>,
    trust: Numbers<f64>,
    tension: Numbers<f64>,
    influence: Numbers<f64>,
    believed_strength: Numbers<f64>,
    believed_product: Numbers<f64>,
    believed_warheads: Numbers<f64>,
    defaults: Vec<Defaults>,
}

impl From<Records> for Relations {
    fn from(saved: Records) -> Self {
        let Records {
            other,
            trust,
            tension,
            influence,
            believed_strength,
            believed_product,
            believed_warheads,
            defaults,
        } = saved;
        let mut slot = Matrix::filled(NONE, defaults.len());
        for (cell, to) in other.iter().enumerate() {
            if let Some(to) = *to {
                slot[(AgentId::from_index(cell / OTHERS), to)] = (cell % OTHERS) as u8;
            }
        }
        Self {
            slot,
            other,
            trust,
            tension,
            influence,
            believed_strength,
            believed_product,
            believed_warheads,
            defaults,
        }
    }
}

/// What an agent reads towards others outside its slots.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
struct Defaults {
    trust: f64,
    tension: f64,
}

/// Where a record stands; good until records are opened or given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sim) struct Place(usize);

/// What one agent believes of another's means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Beliefs {
    pub strength: f64,
    pub product: f64,
    pub warheads: f64,
}

/// What one agent holds of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Record {
    pub trust: f64,
    pub tension: f64,
    pub influence: f64,
}

/// A quantity kept per pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Trust of the first in the second (0–1).
    Trust,
    /// Tension (0–1); kept the same both ways by those who write it.
    Tension,
    /// Influence of the first over the second (0–1).
    Influence,
    /// Military strength of the second as the first believes it.
    BelievedStrength,
    /// Yearly product of the second as the first believes it.
    BelievedProduct,
    /// Warheads of the second as the first believes them.
    BelievedWarheads,
}

impl Relations {
    /// Empty records for a number of agents.
    pub(in crate::sim) fn open(agents: usize) -> Self {
        let cells = || Numbers::from(vec![0.0; agents * OTHERS]);
        Self {
            slot: Matrix::filled(NONE, agents),
            other: vec![None; agents * OTHERS],
            trust: cells(),
            tension: cells(),
            influence: cells(),
            believed_strength: cells(),
            believed_product: cells(),
            believed_warheads: cells(),
            defaults: vec![Defaults { trust: 0.4, tension: 0.1 }; agents],
        }
    }

    /// Where the first keeps its record of the second, if it keeps one.
    #[inline]
    pub(in crate::sim) fn place(&self, of: AgentId, to: AgentId) -> Option<Place> {
        match self.slot[(of, to)] {
            NONE => None,
            slot => Some(Place(of.index() * OTHERS + usize::from(slot))),
        }
    }

    #[inline(always)]
    fn array(&self, channel: Channel) -> &[f64] {
        match channel {
            Channel::Trust => &self.trust,
            Channel::Tension => &self.tension,
            Channel::Influence => &self.influence,
            Channel::BelievedStrength => &self.believed_strength,
            Channel::BelievedProduct => &self.believed_product,
            Channel::BelievedWarheads => &self.believed_warheads,
        }
    }

    #[inline(always)]
    fn array_mut(&mut self, channel: Channel) -> &mut [f64] {
        match channel {
            Channel::Trust => &mut self.trust,
            Channel::Tension => &mut self.tension,
            Channel::Influence => &mut self.influence,
            Channel::BelievedStrength => &mut self.believed_strength,
            Channel::BelievedProduct => &mut self.believed_product,
            Channel::BelievedWarheads => &mut self.believed_warheads,
        }
    }

    /// Whether the first keeps a full record of the second.
    #[inline]
    pub fn knows(&self, of: AgentId, to: AgentId) -> bool {
        self.place(of, to).is_some()
    }

    /// A quantity from the record, if one is kept.
    #[inline]
    pub fn read(&self, channel: Channel, of: AgentId, to: AgentId) -> Option<f64> {
        self.place(of, to).map(|place| self.at(channel, place))
    }

    /// A quantity from a record.
    #[inline]
    pub(in crate::sim) fn at(&self, channel: Channel, place: Place) -> f64 {
        self.array(channel)[place.0]
    }

    /// Trust of an agent in another from its record of it, or the default if it keeps none.
    #[inline]
    pub(in crate::sim) fn trust_at(&self, of: AgentId, place: Option<Place>) -> f64 {
        place.map_or(self.defaults[of.index()].trust, |place| self.at(Channel::Trust, place))
    }

    /// What a record holds on the other's means.
    #[inline]
    pub(in crate::sim) fn beliefs(&self, place: Place) -> Beliefs {
        Beliefs {
            strength: self.at(Channel::BelievedStrength, place),
            product: self.at(Channel::BelievedProduct, place),
            warheads: self.at(Channel::BelievedWarheads, place),
        }
    }

    /// Trust of the first in the second (0–1), or the default.
    #[inline]
    pub fn trust(&self, of: AgentId, to: AgentId) -> f64 {
        self.read(Channel::Trust, of, to).unwrap_or(self.defaults[of.index()].trust)
    }

    /// Tension between two (0–1), or the default.
    #[inline]
    pub fn tension(&self, of: AgentId, to: AgentId) -> f64 {
        self.read(Channel::Tension, of, to).unwrap_or(self.defaults[of.index()].tension)
    }

    /// Influence of the first over the second (0–1); none where no record is kept.
    #[inline]
    pub fn influence(&self, of: AgentId, to: AgentId) -> f64 {
        self.read(Channel::Influence, of, to).unwrap_or(0.0)
    }

    /// The others of whom an agent keeps full records, in slot order.
    pub fn others(&self, of: AgentId) -> impl Iterator<Item = AgentId> + '_ {
        self.other[of.index() * OTHERS..(of.index() + 1) * OTHERS].iter().flatten().copied()
    }

    /// The others of whom an agent keeps full records, and where, in slot order.
    pub(in crate::sim) fn places(&self, of: AgentId) -> impl Iterator<Item = (Place, AgentId)> + '_ {
        let row = of.index() * OTHERS;
        let others = self.other[row..row + OTHERS].iter().enumerate();
        others.filter_map(move |(slot, &other)| Some((Place(row + slot), other?)))
    }

    /// What a record holds of the other.
    #[inline]
    pub(in crate::sim) fn record(&self, place: Place) -> Record {
        Record {
            trust: self.at(Channel::Trust, place),
            tension: self.at(Channel::Tension, place),
            influence: self.at(Channel::Influence, place),
        }
    }

    /// Writes a quantity where a record is kept; elsewhere nothing happens.
    pub(in crate::sim) fn write(&mut self, channel: Channel, of: AgentId, to: AgentId, value: f64) {
        if let Some(place) = self.place(of, to) {
            self.set(channel, place, value);
        }
    }

    /// Writes a quantity of a record.
    #[inline]
    pub(in crate::sim) fn set(&mut self, channel: Channel, place: Place, value: f64) {
        self.array_mut(channel)[place.0] = value;
    }

    /// Writes what a record holds on the other's means.
    #[inline]
    pub(in crate::sim) fn believe(&mut self, place: Place, beliefs: Beliefs) {
        self.set(Channel::BelievedStrength, place, beliefs.strength);
        self.set(Channel::BelievedProduct, place, beliefs.product);
        self.set(Channel::BelievedWarheads, place, beliefs.warheads);
    }

    /// Adds to a share (trust, tension, influence) and keeps it in 0–1; opens a record if a slot is free.
    pub(in crate::sim) fn nudge(&mut self, channel: Channel, of: AgentId, to: AgentId, by: f64) {
        if of != to && self.meet(of, to) {
            let before = self.read(channel, of, to).unwrap_or(0.0);
            self.write(channel, of, to, (before + by).clamp(0.0, 1.0));
        }
    }

    /// Opens a record with default values if there is none and a slot is free; whether one is kept now.
    pub(in crate::sim) fn meet(&mut self, of: AgentId, to: AgentId) -> bool {
        if of == to {
            return false;
        }
        if self.knows(of, to) {
            return true;
        }
        let row = of.index() * OTHERS;
        let Some(slot) = (0..OTHERS).find(|&slot| self.other[row + slot].is_none()) else { return false };
        self.other[row + slot] = Some(to);
        self.slot[(of, to)] = slot as u8;
        for channel in [
            Channel::Influence,
            Channel::BelievedStrength,
            Channel::BelievedProduct,
            Channel::BelievedWarheads,
        ] {
            self.array_mut(channel)[row + slot] = 0.0;
        }
        self.trust[row + slot] = self.defaults[of.index()].trust;
        self.tension[row + slot] = self.defaults[of.index()].tension;
        true
    }

    /// Gives up a record, so that its slot can serve another.
    pub(in crate::sim) fn forget(&mut self, of: AgentId, to: AgentId) {
        if let Some(Place(cell)) = self.place(of, to) {
            self.other[cell] = None;
            self.slot[(of, to)] = NONE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_open_fill_and_close() {
        let (a, b) = (AgentId(0), AgentId(1));
        let mut relations = Relations::open(40);
        assert_eq!(relations.trust(a, b), 0.4);
        relations.nudge(Channel::Trust, a, b, 0.9);
        assert_eq!(relations.trust(a, b), 1.0);
        for other in 2..40 {
            relations.meet(a, AgentId(other));
        }
        assert_eq!(relations.others(a).count(), OTHERS);
        assert!(!relations.knows(a, AgentId(39)));
        relations.forget(a, b);
        assert!(relations.meet(a, AgentId(39)));
        assert_eq!(relations.trust(a, b), 0.4);
    }

    #[test]
    fn saved_records_are_found_again() {
        let mut relations = Relations::open(5);
        relations.meet(AgentId(1), AgentId(4));
        relations.nudge(Channel::Trust, AgentId(1), AgentId(3), 0.2);
        relations.forget(AgentId(1), AgentId(4));
        relations.meet(AgentId(4), AgentId(0));
        let text = ron::to_string(&relations).unwrap();
        assert_eq!(ron::from_str::<Relations>(&text).unwrap(), relations);
    }
}
