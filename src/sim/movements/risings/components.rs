//! Records of risings.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Month, MovementId, People, PolityId, TerritoryId};
use crate::sim::terms::TermList;

/// How a rising ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RisingEnd {
    /// The movement came to power, or its ground went to the state that it wanted to join.
    Won,
    /// It held its part of the country, and was granted what it fought for there.
    Granted,
    /// It was crushed.
    Crushed,
    /// It laid arms down in talks.
    Talks,
    /// It went nowhere and petered out.
    PeteredOut,
    /// Whom it fought left without a war to the end; an heir took the ground over.
    OpponentLeft,
}

impl RisingEnd {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Won, Self::Granted, Self::Crushed, Self::Talks, Self::PeteredOut, Self::OpponentLeft];
}

/// What weighed when a movement rose: the terms of the three gauges and of the strength of both sides, in the order of
/// [`RisingTerms::KEYS`].
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct RisingTerms([f64; RisingTerms::KEYS.len()]);

impl RisingTerms {
    /// The keys under which the rules hand out the terms.
    pub const KEYS: [&'static str; 16] = [
        "above.legitimacy",
        "above.cohesion",
        "above.strain",
        "above.weariness",
        "below.grievance",
        "below.foreign_rule",
        "below.backlash",
        "lead.movement",
        "lead.classes",
        "power.base",
        "power.terrain",
        "power.help",
        "power.alone",
        "government.arms",
        "government.apparatus",
        "government.floor",
    ];
    /// The keys of those above.
    #[cfg(test)]
    pub(super) const ABOVE: [&'static str; 4] =
        ["above.legitimacy", "above.cohesion", "above.strain", "above.weariness"];

    pub(super) fn of(lists: &[TermList]) -> Self {
        let terms = || lists.iter().flat_map(TermList::as_slice);
        let value = |key: &str| terms().filter(|term| term.label == key).map(|term| term.value).sum();
        Self(Self::KEYS.map(value))
    }

    fn family(&self, family: &'static str) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        let all = Self::KEYS.into_iter().zip(self.0);
        all.filter(move |(key, _)| key.split_once('.').is_some_and(|(first, _)| first == family))
    }

    /// Of those above.
    pub fn above(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.family("above")
    }
    /// Of those below.
    pub fn below(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.family("below")
    }
    /// Of who could lead.
    pub fn lead(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.family("lead")
    }
    /// Of the power of the movement.
    pub fn power(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.family("power")
    }
    /// Of the power of the government.
    pub fn government(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.family("government")
    }
}

/// The record of one rising.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rising {
    /// Who rose.
    pub movement: MovementId,
    /// Where it lives.
    pub territory: TerritoryId,
    /// Whose territory that was.
    pub ground: PolityId,
    /// Against whom: the owner, or whoever ruled it.
    pub against: PolityId,
    /// Whether it was in arms when the campaign began; the figures are then those of the first month.
    pub from_start: bool,
    /// When it began.
    pub began: Month,
    /// Those above could not go on (0–1).
    pub above: f64,
    /// Those below would not (0–1).
    pub below: f64,
    /// There was someone to lead (0–1).
    pub lead: f64,
    /// The three combined by rule (0–1).
    pub ripeness: f64,
    /// What weighed in these, and in the strength of both sides.
    pub terms: RisingTerms,
    /// Sympathy where it lives (0–1).
    pub support: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Unity of the front (0–1).
    pub unity: f64,
    /// Help from outside (0–1).
    pub help: f64,
    /// Fighting strength of both sides' (0–1).
    pub strength: f64,
    /// Who helped it most, if anybody.
    pub patron: Option<PolityId>,
    /// The most ground it held (0–1).
    pub most_ground: f64,
    /// Dead charged to the movement before this rising.
    pub(in crate::sim) charged_before: People,
    /// Dead of this rising charged to the movement; the others are charged to those it fought and who helped them.
    pub charged: People,
    /// The war in which it fights or fought last.
    pub war: Option<u32>,
    /// Dead of the wars of this rising before that one.
    pub(in crate::sim) dead_before: People,
    /// Dead of all its wars.
    pub dead: People,
    /// How it ends, noted where that is decided; the month's end closes the record.
    pub(in crate::sim) noted: Option<RisingEnd>,
    /// When and how it ended; `None` while it goes on.
    pub ended: Option<(Month, RisingEnd)>,
}

/// All risings, oldest first.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Risings {
    pub(in crate::sim) list: Vec<Rising>,
}

impl Risings {
    /// All, oldest first; the place of a record is its number.
    pub fn list(&self) -> &[Rising] {
        &self.list
    }

    /// The record of a movement that is in arms.
    pub fn open(&self, movement: MovementId) -> Option<&Rising> {
        self.list.iter().rev().find(|rising| rising.movement == movement && rising.ended.is_none())
    }

    /// The ripeness in which the rising of a movement in arms began (0–1), and whether that was before the campaign.
    pub(in crate::sim) fn ripeness_of(&self, movement: MovementId) -> Option<(f64, bool)> {
        self.open(movement).map(|rising| (rising.ripeness, rising.from_start))
    }

    /// Notes how the rising of a movement ends this month.
    pub(in crate::sim) fn note_end(&mut self, movement: MovementId, end: RisingEnd) {
        let open = |rising: &&mut Rising| rising.movement == movement && rising.ended.is_none();
        if let Some(rising) = self.list.iter_mut().find(open) {
            rising.noted = Some(end);
        }
    }

    /// Ends the rising of a movement at once, if it has one.
    pub(in crate::sim) fn end(&mut self, movement: MovementId, now: Month, end: RisingEnd) {
        let open = |rising: &&mut Rising| rising.movement == movement && rising.ended.is_none();
        if let Some(rising) = self.list.iter_mut().find(open) {
            rising.ended = Some((now, rising.noted.unwrap_or(end)));
        }
    }
}
