//! Effects: what orders, risings, wars and events change outside their own subsystem.
//!
//! A subsystem that wants to change what it does not own pushes an [`Effect`]; the one applier carries them out
//! in the order in which they were pushed, at the end of every phase. Effects are facts by then: whether
//! something may happen is decided before it is pushed.

mod apply;
mod kinds;

pub use kinds::Effect;

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::quantities::LeftRows;
use super::schedule::{MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

/// Effects waiting to be applied at the end of the phase.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Effects {
    waiting: Vec<Effect>,
}

impl Effects {
    /// Adds an effect.
    pub(in crate::sim) fn push(&mut self, effect: Effect) {
        self.waiting.push(effect);
    }
    /// Adds several, in order.
    pub(in crate::sim) fn extend(&mut self, effects: impl IntoIterator<Item = Effect>) {
        self.waiting.extend(effects);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Effects>().resource_state::<Effects>("effects");
    for phase in Phase::ALL {
        app.add_systems(MonthSchedule, apply_now.in_set(at(phase, Subsystem::Effects)));
    }
}

/// Applies what the phase has collected, effects of effects included, in order.
pub(in crate::sim) fn apply_now(world: &mut World) {
    // A bound instead of a loop without end: no chain of honest effects is this long.
    const MOST: usize = 100_000;
    for _ in 0..MOST {
        let waiting = std::mem::take(&mut world.resource_mut::<Effects>().waiting);
        if waiting.is_empty() {
            return;
        }
        world.resource_mut::<LeftRows>().forget();
        for effect in waiting {
            apply::apply(world, effect);
        }
    }
    debug_assert!(false, "effects that cause effects without end");
}
