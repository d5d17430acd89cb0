//! Two states become one: what happens to ground, rule and seats when those of one nation, or of a federation, unite.

use bevy::prelude::*;

use crate::base::{MovementId, PolityId};
use crate::sim::agents::Players;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Forces;
use crate::sim::doctrine::Doctrines;
use crate::sim::movements::effects::face_heir;
use crate::sim::population::{Atlas, Lore, Seat};

use super::PoliticsRules;
use super::components::{Government, Status};
use super::effects::{pass, retire_emptied, status_of, tell, with_government};
use super::lands::{Lands, survey_again};
use super::programme::Programme;

/// Applies [`Effect::Unite`](crate::sim::effects::Effect::Unite): the ground of both goes to the state that claims all of it, if there is such a slot, else
/// to the weightier of the two, whose order it keeps. Returns the state that they are now; nothing happens unless both are
/// sovereign.
pub(in crate::sim) fn unite(
    world: &mut World,
    one: PolityId,
    other: PolityId,
    led_by: Option<PolityId>,
) -> Option<PolityId> {
    if one == other || [one, other].iter().any(|&id| !status_of(world, id).is_sovereign()) {
        return None;
    }
    let weight = |id: PolityId| {
        let entity = world.resource::<Atlas>().polity(id);
        let trust = world.get::<Government>(entity).map_or(0.0, |government| government.legitimacy);
        world.resource::<Lands>().people(id) * (0.2 + trust)
    };
    let first = led_by.map_or_else(|| weight(one) >= weight(other), |leader| leader == one);
    let (led_by, joined) = if first { (one, other) } else { (other, one) };
    let whole = slot_of_the_whole(world, led_by, joined).unwrap_or(led_by);
    let parts: Vec<PolityId> = [led_by, joined].into_iter().filter(|&part| part != whole).collect();
    if whole != led_by {
        take_over_rule(world, led_by, whole, Status::Sovereign);
    }
    for &part in &parts {
        let grounds = world.resource::<Lands>().of(part).to_vec();
        for &territory in &grounds {
            pass(world, territory, part, whole);
        }
        survey_again(world);
        face_heir(world, &grounds, part, whole);
        bring_forces(world, part, whole);
        world.resource_mut::<Players>().pass(Seat::Polity(part), Seat::Polity(whole));
    }
    retire_emptied(world, &parts);
    let ruling = with_ruling(world, whole);
    crate::sim::movements::effects::leave_power(world, whole, ruling);
    let founding = world.resource::<PoliticsRules>().legitimacy_founding;
    with_government(world, whole, |government| government.heritage += 0.5 * founding);
    tell(world, Fact::NationUnited { polity: whole, led_by, joined });
    Some(whole)
}

/// The slot, not in being, that calls the capitals of both its home.
fn slot_of_the_whole(world: &World, one: PolityId, other: PolityId) -> Option<PolityId> {
    let lore = world.resource::<Lore>();
    let capitals = [lore.polities[one].capital, lore.polities[other].capital];
    let whole = |id: &PolityId| {
        capitals.iter().all(|capital| lore.polities[*id].home.contains(capital))
            && !status_of(world, *id).is_alive()
    };
    lore.polities.ids().find(whole)
}

/// A slot comes into being under the rule, and the doctrines, of another.
pub(super) fn take_over_rule(world: &mut World, from: PolityId, to: PolityId, status: Status) {
    let atlas = world.resource::<Atlas>();
    let (giver, receiver) = (atlas.polity(from), atlas.polity(to));
    let government = world.get::<Government>(giver).copied();
    let doctrines = world.get::<Doctrines>(giver).copied();
    let programme = world.get::<Programme>(giver).copied();
    let mut receiver = world.entity_mut(receiver);
    receiver.insert(status);
    if let (Some(government), Some(doctrines), Some(programme)) = (government, doctrines, programme) {
        receiver.insert((government, doctrines, programme));
    }
}

/// The movement that governs a state, if one does.
fn with_ruling(world: &World, polity: PolityId) -> Option<MovementId> {
    world.get::<Government>(world.resource::<Atlas>().polity(polity)).and_then(|government| government.led_by)
}

/// The arms of a part become those of the whole.
pub(super) fn bring_forces(world: &mut World, part: PolityId, whole: PolityId) {
    let (giver, receiver) = (world.resource::<Atlas>().polity(part), world.resource::<Atlas>().polity(whole));
    let Some(brought) = world.get::<Forces>(giver).copied() else { return };
    if let Some(mut forces) = world.get_mut::<Forces>(receiver) {
        forces.strength += brought.strength;
        forces.warheads += brought.warheads;
        forces.weariness = forces.weariness.max(brought.weariness);
    }
    world.entity_mut(giver).insert(Forces::default());
}
