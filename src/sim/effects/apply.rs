//! The one applier of effects.

use bevy::prelude::World;

use super::Effect;
use crate::sim::chronicle::Chronicle;
use crate::sim::population::Clock;

/// Carries out one effect.
pub(super) fn apply(world: &mut World, effect: Effect) {
    if let Effect::Tell { fact } = effect {
        let now = world.resource::<Clock>().now();
        world.resource_mut::<Chronicle>().tell(now, fact);
    }
}
