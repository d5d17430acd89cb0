//! What effects do to movements.

use bevy::prelude::World;

use crate::base::{MovementId, PolityId};
use crate::content::vocabulary::{Class, Strategy};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::Clock;

use super::{Movement, MovementPhase, Situation};

/// Adds to the organisation of a movement (0–1).
pub(in crate::sim) fn nudge_organisation(world: &mut World, movement: MovementId, by: f64) {
    let mut row = world.movement_mut::<Movement>(movement);
    row.organisation = (row.organisation + by).clamp(0.0, 1.0);
}

/// Adds to a movement's standing as another power's tool (0–1).
pub(in crate::sim) fn nudge_taint(world: &mut World, movement: MovementId, by: f64) {
    let mut row = world.movement_mut::<Movement>(movement);
    row.taint = (row.taint + by).clamp(0.0, 1.0);
}

/// Strengthens a movement's organisation in a class of its front.
pub(in crate::sim) fn organise(world: &mut World, movement: MovementId, class: Class) {
    // Own estimate: up to 4 % of what is lacking, in proportion to the class's place in the front.
    let mut row = world.movement_mut::<Movement>(movement);
    row.organisation += 0.04 * row.front[class.index()] * (1.0 - row.organisation);
}

/// Wins part of a class for a movement's front.
pub(in crate::sim) fn court_class(world: &mut World, movement: MovementId, class: Class) {
    // Own estimate: 15 % of those not yet won.
    let mut row = world.movement_mut::<Movement>(movement);
    let weight = row.front[class.index()];
    row.front[class.index()] = weight + 0.15 * (1.0 - weight);
}

/// Changes a movement's strategy.
pub(in crate::sim) fn choose_strategy(world: &mut World, movement: MovementId, strategy: Strategy) {
    world.movement_mut::<Movement>(movement).strategy = strategy;
}

/// A movement takes up arms.
pub(in crate::sim) fn rise(world: &mut World, movement: MovementId) {
    let now = world.resource::<Clock>().now();
    let against = world.movement::<Movement>(movement).against();
    let ripeness = world.polity::<Situation>(against).ripeness();
    let mut row = world.movement_mut::<Movement>(movement);
    row.phase = MovementPhase::InArms;
    row.since = now;
    let fact = Fact::RisingBegun { movement, ripeness };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// A movement is repressed this month.
pub(in crate::sim) fn repress(world: &mut World, movement: MovementId, by: PolityId) {
    // Own estimate: an apparatus at full capacity breaks a tenth of an organisation at a blow.
    let capacity = world.polity::<crate::sim::politics::Government>(by).repression();
    let mut row = world.movement_mut::<Movement>(movement);
    row.organisation *= 1.0 - 0.1 * capacity;
}

/// A latent movement begins, if it has not yet.
pub(in crate::sim) fn awaken(world: &mut World, movement: MovementId) {
    let now = world.resource::<Clock>().now();
    let mut row = world.movement_mut::<Movement>(movement);
    if row.phase != MovementPhase::Latent {
        return;
    }
    row.phase = MovementPhase::Active;
    row.since = now;
    world.resource_mut::<Effects>().push(Effect::Tell { fact: Fact::MovementArose { movement } });
}
