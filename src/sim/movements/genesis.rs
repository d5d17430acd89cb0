//! Movements at the start.

use bevy::prelude::*;

use crate::base::TerritoryId;
use crate::content::defs::MovementDef;
use crate::content::vocabulary::Class;
use crate::sim::politics::{Control, Lands, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::society::Classes;

use super::MovementRules;
use super::components::{Movement, MovementPhase, Situation};
use super::rules;

pub(super) fn open_movements(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let now = world.resource::<Clock>().now();
    let parameters = *world.resource::<MovementRules>();
    for polity in lore.polities.ids() {
        let entity = world.resource::<Atlas>().polity(polity);
        world.entity_mut(entity).insert(Situation::default());
    }
    for (id, def) in lore.movements.iter() {
        let phase = match (def.active || def.in_arms, def.in_arms) {
            (_, true) => MovementPhase::InArms,
            (true, false) => MovementPhase::Active,
            (false, false) => MovementPhase::Latent,
        };
        let mut front = [0.0; Class::COUNT];
        for (class, weight) in &def.front {
            front[class.index()] = weight.clamp(0.0, 1.0);
        }
        let (support, against) = opening_base(world, def, &front);
        let alive = phase != MovementPhase::Latent;
        let movement = Movement {
            phase,
            since: now,
            against: against.unwrap_or(def.against),
            strategy: def.strategy,
            front,
            authority: if alive { rules::full_authority(def.organisation, &parameters) } else { 0.0 },
            organisation: if alive { def.organisation } else { 0.0 },
            unity: 0.7,
            support,
            strength: 0.0,
            control: if alive { def.control } else { 0.0 },
            help: 0.0,
            sanctuary: 0.0,
            supply: 1.0,
            patron: def.patrons.first().copied(),
            taint: 0.0,
            willing_to_talk: 0.3,
            wounds: 0,
            // Those in arms at the start have outlived the test of ripeness.
            rose_at: if phase == MovementPhase::InArms { 1.0 } else { 0.0 },
        };
        let entity = world.resource::<Atlas>().movement(id);
        world.entity_mut(entity).insert(movement);
        hold_ground(world, def.territory, Seat::Movement(id), movement.control);
    }
}

/// Sympathy where it lives, and the polity it stands against: whoever rules there.
fn opening_base(
    world: &World,
    def: &MovementDef,
    front: &[f64; Class::COUNT],
) -> (f64, Option<crate::base::PolityId>) {
    let atlas = world.resource::<Atlas>();
    let owner = world.resource::<Lands>().owner(def.territory);
    let ruler = world.get::<Status>(atlas.polity(owner)).and_then(|status| status.ruler());
    let classes = world.get::<Classes>(atlas.territory(def.territory));
    let support =
        classes.map_or(0.0, |classes| rules::base_of(classes, front, def.current, ruler.is_some()).0);
    (support, Some(ruler.unwrap_or(owner)))
}

/// Enters the ground a movement holds in the territory's control shares.
pub(in crate::sim) fn hold_ground(world: &mut World, territory: TerritoryId, seat: Seat, share: f64) {
    let entity = world.resource::<Atlas>().territory(territory);
    if let Some(mut control) = world.get_mut::<Control>(entity) {
        control.set(seat, share);
    }
}
