//! What weighs on a class, for those who ask why.

use bevy::prelude::World;

use crate::base::TerritoryId;
use crate::content::vocabulary::{Class, Current, Property};
use crate::sim::economy::Ownership;
use crate::sim::politics::Lands;
use crate::sim::population::{Atlas, Lore};
use crate::sim::terms::TermList;

use super::SocietyRules;
use super::components::Classes;
use super::rules::{Lot, grievance};
use super::systems::Climates;

/// The terms of the grievance towards which a class of a territory tends. `None` before the first month has been
/// lived, as right after a save was loaded.
pub fn grievance_terms(world: &World, territory: TerritoryId, class: Class) -> Option<TermList> {
    let (atlas, lore) = (world.resource::<Atlas>(), world.resource::<Lore>());
    let owner = world.resource::<Lands>().owner(territory);
    let climate = world.resource::<Climates>().of.get(owner)?;
    let entity = atlas.territory(territory);
    let row = world.get::<Classes>(entity)?.of(class);
    let property = &world.get::<Ownership>(entity)?.shares;
    let others = |shares: &[f64; Property::COUNT]| {
        shares[Property::NationalPrivate.index()] + shares[Property::Foreign.index()]
    };
    let estates = super::demography::staple(lore).map_or(0.0, |food| others(&property[food]).clamp(0.0, 1.0));
    let lot = Lot {
        income: row.income,
        expected: row.expected,
        national: row.currents[Current::National.index()],
        estates,
        in_power: climate.coalition[class.index()],
        peasants: class == Class::Peasants,
    };
    let mut terms = TermList::default();
    grievance(&lot, climate, world.resource::<SocietyRules>(), &mut terms);
    Some(terms)
}
