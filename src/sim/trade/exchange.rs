//! What effects do to exchange between countries: the rate, and balances in clearing.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::sim::population::Atlas;

use super::components::TradePosition;

/// A country's money loses a part of its worth abroad at one stroke.
pub(in crate::sim) fn devalue(world: &mut World, polity: PolityId, by: f64) {
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut position) = world.get_mut::<TradePosition>(entity) {
        position.rate = (position.rate * (1.0 - by.clamp(0.0, 0.6))).clamp(0.3, 3.0);
    }
}

/// A payment between planners that is set off against what they owe each other; both sides move together.
pub(in crate::sim) fn settle_in_clearing(world: &mut World, from: PolityId, to: PolityId, amount: Money) {
    for (polity, amount) in [(from, -amount), (to, amount)] {
        let entity = world.resource::<Atlas>().polity(polity);
        if let Some(mut position) = world.get_mut::<TradePosition>(entity) {
            position.clearing += amount;
        }
    }
}
