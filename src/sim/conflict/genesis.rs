//! Forces and wars at the start.

use bevy::prelude::*;

use crate::base::MovementId;
use crate::content::defs::{Content, WarDef};
use crate::content::vocabulary::{WarAim, WarKind};
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::politics::{Lands, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::ConflictRules;
use super::components::{Forces, War, WarSide, Wars};
use super::peace;
use super::record::WarRecord;

pub(super) fn open_conflict(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let rules = *world.resource::<ConflictRules>();
    for (polity, def) in lore.polities.iter() {
        let lands = world.resource::<Lands>();
        let book = world.resource::<PeopleBook>();
        let product: f64 = lands
            .of(polity)
            .iter()
            .map(|&territory| {
                book.people(territory).real() * lore.territories[territory].product_per_head / 1000.0
            })
            .sum();
        let forces = Forces {
            strength: product * def.start.forces_share * rules.strength_years,
            warheads: def.start.warheads,
            weariness: def.start.weariness,
            bound: 0.0,
        };
        let entity = world.resource::<Atlas>().polity(polity);
        world.entity_mut(entity).insert(forces);
    }
    let wars = opening_wars(world, &lore);
    let mut record = world.resource_mut::<WarRecord>();
    wars.list.iter().for_each(|war| record.begin(war, true));
    world.insert_resource(wars);
}

/// Wars of the scenario, and a war for every movement in arms that none of these covers.
fn opening_wars(world: &World, lore: &Content) -> Wars {
    let since = world.resource::<Clock>().now();
    let lands = world.resource::<Lands>();
    let atlas = world.resource::<Atlas>();
    let in_arms: Vec<MovementId> = lore
        .movements
        .ids()
        .filter(|&id| {
            world
                .get::<Movement>(atlas.movement(id))
                .is_some_and(|movement| movement.phase() == MovementPhase::InArms)
        })
        .collect();
    let mut covered: Vec<MovementId> = Vec::new();
    let mut wars = Wars::default();
    let mut add = |kind, aim, attacker: WarSide, defender: WarSide, over: Vec<_>, front: f64| {
        if attacker.leader().is_some() && defender.leader().is_some() {
            let number = wars.next;
            wars.next += 1;
            wars.list.push(War { number, kind, aim, attacker, defender, over, since, front, dead: 0 });
        }
    };
    for def in &lore.wars {
        let fights_here =
            |&id: &MovementId| !covered.contains(&id) && def.places.contains(&lore.movements[id].territory);
        let mut here: Vec<MovementId> = in_arms.iter().copied().filter(fights_here).collect();
        // Who holds most leads, and gives the war its name.
        here.sort_by(|&a, &b| control(world, b).total_cmp(&control(world, a)));
        let fought_by_movements = def.kind != WarKind::Interstate && !here.is_empty();
        let (attacker, defender) = match fought_by_movements {
            true => {
                covered.extend(&here);
                // The side with states stands against the movements; where both have states, those of side b help
                // the movements.
                (
                    WarSide { polities: def.side_b.clone(), movements: here },
                    WarSide { polities: def.side_a.clone(), movements: Vec::new() },
                )
            }
            false => (
                WarSide { polities: def.side_a.clone(), movements: Vec::new() },
                WarSide { polities: def.side_b.clone(), movements: Vec::new() },
            ),
        };
        let aim = opening_aim(world, lore, def, &attacker, &defender);
        let front = ground_held(world, &attacker).unwrap_or(def.front);
        add(def.kind, aim, attacker, defender, def.places.clone(), front);
    }
    for id in in_arms.into_iter().filter(|id| !covered.contains(id)) {
        let territory = lore.movements[id].territory;
        let ground = lands.owner(territory);
        let ruler = world.get::<Status>(atlas.polity(ground)).and_then(|status| status.ruler());
        let kind = if ruler.is_some() { WarKind::Anticolonial } else { WarKind::Civil };
        let defender = WarSide { polities: vec![ruler.unwrap_or(ground)], movements: Vec::new() };
        let aim = peace::aim_of_movement(lore, id, kind, ground);
        let attacker = WarSide { polities: Vec::new(), movements: vec![id] };
        let front = ground_held(world, &attacker).unwrap_or(0.0);
        add(kind, aim, attacker, defender, vec![territory], front);
    }
    wars
}

/// Ground held by the movements of a side (0–1), which is the front of their war; nothing of a side without any.
fn ground_held(world: &World, side: &WarSide) -> Option<f64> {
    side.movements.iter().map(|&id| control(world, id)).reduce(f64::max)
}

/// Ground that a movement holds (0–1).
fn control(world: &World, id: MovementId) -> f64 {
    let movement = world.get::<Movement>(world.resource::<Atlas>().movement(id));
    movement.map_or(0.0, |movement| movement.control())
}

/// What a war of the scenario is fought for: as it says, or what fits those who fight it.
fn opening_aim(
    world: &World,
    lore: &Content,
    def: &WarDef,
    attacker: &WarSide,
    defender: &WarSide,
) -> WarAim {
    match (def.aim, attacker.movements.first(), attacker.polities.first(), defender.polities.first()) {
        (WarAim::AtHand, Some(&movement), ..) => {
            let ground = world.resource::<Lands>().owner(lore.movements[movement].territory);
            peace::aim_of_movement(lore, movement, def.kind, ground)
        }
        (asked, None, Some(&by), Some(&against)) => peace::aim_for(world, by, against, asked),
        (asked, ..) => asked,
    }
}

/// Whether a seat can go on fighting: a state in being, or a movement in arms.
pub(super) fn can_fight(world: &World, seat: Seat) -> bool {
    let atlas = world.resource::<Atlas>();
    match seat {
        Seat::Polity(id) => world.get::<Status>(atlas.polity(id)).is_some_and(|status| status.is_sovereign()),
        Seat::Movement(id) => world
            .get::<Movement>(atlas.movement(id))
            .is_some_and(|movement| movement.phase() == MovementPhase::InArms),
    }
}
