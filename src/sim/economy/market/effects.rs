//! What effects do to money.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::sim::economy::Accounts;
use crate::sim::population::Atlas;

use super::components::Market;

/// Sets the monetary stance (−1 = easy, 1 = tight); it is felt with a delay.
pub(in crate::sim) fn set_money(world: &mut World, polity: PolityId, stance: f64) {
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut market) = world.get_mut::<Market>(entity) {
        market.stance_set = stance.clamp(-1.0, 1.0);
    }
}

/// Wages rise against profits by a share of the profit (0–1), as far as they can.
pub(in crate::sim) fn raise_wages(world: &mut World, polity: PolityId, by: f64) {
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut accounts) = world.get_mut::<Accounts>(entity) {
        accounts.wage_push = (accounts.wage_push + by).clamp(-0.3, 0.5);
    }
}
