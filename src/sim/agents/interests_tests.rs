//! The same state under the same doctrine, in the same month of the same history, under another ruling coalition.

use std::path::Path;
use std::sync::Arc;

use crate::base::PolityId;
use crate::content::load;
use crate::content::vocabulary::Class;
use crate::sim::Simulation;
use crate::sim::doctrine::Doctrines;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Seat};
use crate::sim::quantities::Facts;

use super::deliberate::Mind;

/// The forty states with most people.
fn largest(sim: &Simulation) -> Vec<PolityId> {
    let lands = sim.get::<Lands>();
    let mut states: Vec<_> =
        sim.content().polities.ids().filter(|&id| sim.polity::<Status>(id).is_sovereign()).collect();
    states.sort_by(|&a, &b| lands.people(b).total_cmp(&lands.people(a)));
    states.truncate(40);
    states
}

/// What a state would choose in this month if these classes ruled it in equal parts: ids of policies, in order.
fn choices(sim: &mut Simulation, id: PolityId, rulers: [Class; 2]) -> Vec<String> {
    let world = sim.world_mut();
    let entity = world.resource::<Atlas>().polity(id);
    let mut government = *world.get::<Government>(entity).expect("a state has a government");
    government.coalition = [0.0; Class::COUNT];
    rulers.iter().for_each(|class| government.coalition[class.index()] += 0.5);
    world.entity_mut(entity).insert(government);
    let mind = Mind::open(Facts::gather(world));
    let seat = Seat::Polity(id);
    let found = mind.deliberate(seat);
    found.chosen.iter().map(|option| mind.policy(option.place).id.clone()).collect()
}

#[test]
fn another_coalition_chooses_otherwise_under_the_same_doctrine() {
    let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
    let mut sim =
        Simulation::start(Arc::new(loaded.content.expect("the campaign loads")), 3).expect("it starts");
    for _ in 0..12 {
        sim.step();
    }
    let (below, above) = ([Class::Peasants, Class::Workers], [Class::Landowners, Class::LargeOwners]);
    let mut otherwise = Vec::new();
    let has = |chosen: &[String], policy: &str| chosen.iter().any(|id| id == policy);
    let (mut by_the_many, mut by_owners) = (0, 0);
    for state in largest(&sim) {
        let doctrines = *sim.polity::<Doctrines>(state);
        let (low, high) = (choices(&mut sim, state, below), choices(&mut sim, state, above));
        assert_eq!(choices(&mut sim, state, below), low, "a choice rests on the state of the world alone");
        assert_eq!(doctrines, *sim.polity::<Doctrines>(state));
        // What those who work gain by, and what those who own do.
        by_the_many +=
            usize::from(has(&low, "land_reform") || has(&low, "welfare") || has(&low, "healthy_at_home"));
        by_owners +=
            usize::from(has(&high, "land_reform") || has(&high, "welfare") || has(&high, "healthy_at_home"));
        if low != high {
            let name = &sim.content().polities[state].name;
            otherwise.push(format!("{name}: {low:?}, but {high:?}"));
        }
    }
    assert!(otherwise.len() >= 4, "too few choose otherwise: {otherwise:#?}");
    assert!(by_the_many > by_owners, "{by_the_many} against {by_owners} in {otherwise:#?}");
}
