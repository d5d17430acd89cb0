//! What effects do to plans.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::sim::economy::Roles;
use crate::sim::population::Atlas;

use super::components::Plan;
use super::rules;

/// Shifts the mix of investment towards a sector by points of the total (−0.2–0.2); it then follows demand again with
/// the half-life of the mix.
pub(in crate::sim) fn shift_investment(world: &mut World, polity: PolityId, to: GoodId, by: f64) {
    let roles = world.resource::<Roles>().clone();
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut plan) = world.get_mut::<Plan>(entity) {
        rules::shift(&mut plan.mix, &roles, to, by);
    }
}
