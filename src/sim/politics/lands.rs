//! Who owns which territories: an index over [`Owner`], derived anew each month and after each cession.

use bevy::prelude::*;

use crate::base::{Id, IdVec, PolityId, TerritoryId};
use crate::content::defs::{Content, StartStatus};
use crate::sim::ledger::PeopleBook;
use crate::sim::population::{Atlas, Territories};

use super::components::Owner;

/// Territories and people by polity. Derived, never saved.
#[derive(Resource, Debug, Clone, Default)]
pub struct Lands {
    of: IdVec<PolityId, Vec<TerritoryId>>,
    owner: IdVec<TerritoryId, PolityId>,
    people: IdVec<PolityId, f64>,
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

    fn refill(&mut self, polities: usize, owners: impl Iterator<Item = PolityId>, book: &PeopleBook) {
        if self.of.len() != polities {
            self.of = IdVec::filled(Vec::new(), polities);
            self.people = IdVec::filled(0.0, polities);
        }
        for (_, list) in self.of.iter_mut() {
            list.clear();
        }
        self.people.as_mut_slice().fill(0.0);
        let mut all: Vec<PolityId> = std::mem::take(&mut self.owner).values().copied().collect();
        all.clear();
        for (index, owner) in owners.enumerate() {
            let territory = TerritoryId::from_index(index);
            self.of[owner].push(territory);
            self.people[owner] += book.people(territory).real();
            all.push(owner);
        }
        self.owner = all.into();
    }
}

/// Makes the index of the month.
pub(super) fn survey_lands(
    mut lands: ResMut<Lands>,
    atlas: Res<Atlas>,
    book: Res<PeopleBook>,
    owners: Territories<&Owner>,
) {
    lands.refill(atlas.polities.len(), owners.iter().map(|(_, owner)| owner.polity()), &book);
}

/// Makes the index anew after borders have changed.
pub(in crate::sim) fn survey_again(world: &mut World) {
    let mut lands = world.remove_resource::<Lands>().unwrap_or_default();
    {
        let (atlas, book) = (world.resource::<Atlas>(), world.resource::<PeopleBook>());
        let owners = atlas.territories.values().filter_map(|&entity| world.get::<Owner>(entity));
        lands.refill(atlas.polities.len(), owners.map(|owner| owner.polity()), book);
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
