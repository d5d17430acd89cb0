//! What effects do to crises.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::CrisisMove;

use super::Crises;

/// Takes down a move given by order; it is played in the next round.
pub(in crate::sim) fn note_move(world: &mut World, crisis: u32, by: PolityId, play: CrisisMove) {
    let mut crises = world.resource_mut::<Crises>();
    if let Some(crisis) = crises.list.iter_mut().find(|one| one.number == crisis) {
        match by {
            side if side == crisis.challenger => crisis.given[0] = Some(play),
            side if side == crisis.defender => crisis.given[1] = Some(play),
            _ => {}
        }
    }
}
