//! What effects do to research.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::Branch;
use crate::sim::access::Access;

use super::components::Research;

/// Sets the share of the product for a branch (0–0.03).
pub(in crate::sim) fn set_research(world: &mut World, polity: PolityId, branch: Branch, share: f64) {
    world.polity_mut::<Research>(polity).shares[branch.index()] = share.clamp(0.0, 0.03);
}
