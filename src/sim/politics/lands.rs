//! Who owns which territories: an index over [`Owner`], derived anew each month and after each cession.

use bevy::prelude::*;

use crate::base::{BitMatrix, Id, IdVec, PolityId, TerritoryId};
use crate::content::defs::{Content, Passage, StartStatus};
use crate::sim::ledger::PeopleBook;
use crate::sim::population::{Atlas, Lore, Territories};

use super::components::Owner;

/// Part of a country's people whose movement can come to govern all of it.
const PART_THAT_SPEAKS: f64 = 0.25;

/// Territories and people by polity. Derived, never saved.
#[derive(Resource, Debug, Clone, Default)]
pub struct Lands {
    of: IdVec<PolityId, Vec<TerritoryId>>,
    owner: IdVec<TerritoryId, PolityId>,
    people: IdVec<PolityId, f64>,
    /// Who touches whom by land or a short sea way.
    touching: BitMatrix<PolityId>,
}

impl Lands {
    /// The territories a polity owns, in id order.
    pub fn of(&self, polity: PolityId) -> &[TerritoryId] {
        &self.of[polity]
    }

    /// The owner of a territory.
    pub fn owner(&self, territory: TerritoryId) -> PolityId {
        self.owner[territory]
    }

    /// People who live in a polity's territories when the index was made.
    pub fn people(&self, polity: PolityId) -> f64 {
        self.people[polity]
    }

    /// Whether a territory is so large a part of its owner's people that who leads it can speak for the whole country.
    pub fn speaks_for_whole(&self, territory: TerritoryId, people_there: f64) -> bool {
        people_there >= PART_THAT_SPEAKS * self.people(self.owner(territory))
    }

    /// Whether two polities touch by land or a short sea way.
    #[inline]
    pub fn are_neighbours(&self, a: PolityId, b: PolityId) -> bool {
        self.touching.has(a, b)
    }

    /// The polities that touch one, in id order.
    pub fn neighbours(&self, of: PolityId) -> impl Iterator<Item = PolityId> + '_ {
        self.touching.row(of)
    }

    fn meet_neighbours(&mut self, content: &Content) {
        self.touching.reset(content.polities.len());
        for (territory, &owner) in self.owner.iter() {
            for neighbour in &content.territories[territory].neighbours {
                let other = self.owner[neighbour.territory];
                if neighbour.passage != Passage::SeaLane && other != owner {
                    self.touching.set_both(owner, other);
                }
            }
        }
    }

    fn refill(&mut self, content: &Content, owners: impl Iterator<Item = PolityId>, book: &PeopleBook) {
        let polities = content.polities.len();
        if self.of.len() != polities {
            self.of = IdVec::filled(Vec::new(), polities);
            self.people = IdVec::filled(0.0, polities);
        }
        for (_, list) in self.of.iter_mut() {
            list.clear();
        }
        self.people.as_mut_slice().fill(0.0);
        let before = std::mem::take(&mut self.owner);
        let mut all: Vec<PolityId> = Vec::with_capacity(content.territories.len());
        for (index, owner) in owners.enumerate() {
            let territory = TerritoryId::from_index(index);
            self.of[owner].push(territory);
            self.people[owner] += book.people(territory).real();
            all.push(owner);
        }
        self.owner = all.into();
        // Borders move seldom.
        if self.owner != before {
            self.meet_neighbours(content);
        }
    }
}

/// Makes the index of the month.
pub(super) fn survey_lands(
    mut lands: ResMut<Lands>,
    lore: Res<Lore>,
    book: Res<PeopleBook>,
    owners: Territories<&Owner>,
) {
    lands.refill(&lore, owners.iter().map(|(_, owner)| owner.polity()), &book);
}

/// Makes the index anew after borders have changed.
pub(in crate::sim) fn survey_again(world: &mut World) {
    let mut lands = world.remove_resource::<Lands>().unwrap_or_default();
    {
        let (atlas, lore) = (world.resource::<Atlas>(), world.resource::<Lore>());
        let owners = atlas.territories.values().filter_map(|&entity| world.get::<Owner>(entity));
        lands.refill(lore, owners.map(|owner| owner.polity()), world.resource::<PeopleBook>());
    }
    world.insert_resource(lands);
}

/// Owners at the start: of the polities in being that call a territory home, the one with the fewest territories
/// (a dependency or a part state before a whole). A territory that no living polity calls home goes to the first
/// that would own it.
pub(in crate::sim) fn opening_owners(content: &Content) -> IdVec<TerritoryId, PolityId> {
    let mut best: Vec<Option<(bool, usize, PolityId)>> = vec![None; content.territories.len()];
    for (polity, def) in content.polities.iter() {
        let dormant = def.start.status == StartStatus::Dormant;
        for territory in &def.home {
            let rank = (dormant, def.home.len(), polity);
            let place = &mut best[territory.index()];
            if place.is_none_or(|held| rank < held) {
                *place = Some(rank);
            }
        }
    }
    best.into_iter().map(|held| held.map_or(PolityId(0), |(_, _, polity)| polity)).collect()
}
