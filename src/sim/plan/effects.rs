//! What effects do to plans.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::sim::access::Access;

use super::Plan;

/// Shifts points of the investment mix towards one sector; the others give way in proportion.
pub(in crate::sim) fn shift_investment(world: &mut World, polity: PolityId, to: GoodId, by: f64) {
    let mut plan = world.polity_mut::<Plan>(polity);
    let before = plan.mix[to];
    let after = (before + by).clamp(0.0, 1.0);
    let rest = 1.0 - before;
    if rest <= 0.0 {
        return;
    }
    let keep = (1.0 - after) / rest;
    for share in plan.mix.as_mut_slice() {
        *share *= keep;
    }
    plan.mix[to] = after;
}
