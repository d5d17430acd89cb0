//! What effects do to classes.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::Class;
use crate::sim::access::Access;
use crate::sim::politics::Owner;
use crate::sim::population::Lore;

use super::Classes;

/// Raises what a class expects of life in all territories of a polity.
pub(in crate::sim) fn raise_expectation(world: &mut World, polity: PolityId, class: Class, factor: f64) {
    for territory in world.resource::<Lore>().territories.ids() {
        if world.territory::<Owner>(territory).polity() == polity {
            world.territory_mut::<Classes>(territory).rows[class.index()].expected *= factor;
        }
    }
}
