//! The same state under the same doctrine, in the same month of the same history, under another ruling coalition.

use std::path::Path;
use std::sync::Arc;

use crate::base::PolityId;
use crate::content::load;
use crate::content::vocabulary::Class;
use crate::sim::Simulation;
use crate::sim::doctrine::Doctrines;
use crate::sim::politics::Government;
use crate::sim::population::{Atlas, Seat};
use crate::sim::quantities::Facts;

use super::deliberate::Mind;

fn named(sim: &Simulation, state: &str) -> PolityId {
    sim.content().polities.find(|def| def.id == state).expect("the state is shipped")
}

/// States of every region and both systems.
const STATES: [&str; 12] =
    ["IND", "EGY", "BRA", "IRN", "TUR", "MEX", "FRA", "GBR", "USA", "SUN", "CHN", "IDN"];

/// What a state would choose in this month if these classes ruled it in equal parts: ids of policies, in order.
fn choices(sim: &mut Simulation, state: &str, rulers: [Class; 2]) -> Vec<String> {
    let id = named(sim, state);
    let world = sim.world_mut();
    let entity = world.resource::<Atlas>().polity(id);
    let mut government = *world.get::<Government>(entity).expect("a state has a government");
    government.coalition = [0.0; Class::COUNT];
    rulers.iter().for_each(|class| government.coalition[class.index()] += 0.5);
    world.entity_mut(entity).insert(government);
    let mind = Mind::open(Facts::gather(world));
    let seat = Seat::Polity(id);
    let found = mind.deliberate(seat, mind.facts.atlas.agent(seat));
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
    for state in STATES {
        let doctrines = *sim.polity::<Doctrines>(named(&sim, state));
        let (low, high) = (choices(&mut sim, state, below), choices(&mut sim, state, above));
        assert_eq!(choices(&mut sim, state, below), low, "a choice rests on the state of the world alone");
        assert_eq!(doctrines, *sim.polity::<Doctrines>(named(&sim, state)));
        // What those who work gain by, and what those who own do.
        by_the_many +=
            usize::from(has(&low, "land_reform") || has(&low, "welfare") || has(&low, "healthy_at_home"));
        by_owners +=
            usize::from(has(&high, "land_reform") || has(&high, "welfare") || has(&high, "healthy_at_home"));
        if low != high {
            otherwise.push(format!("{state}: {low:?}, but {high:?}"));
        }
    }
    assert!(otherwise.len() >= 4, "too few choose otherwise: {otherwise:#?}");
    assert!(by_the_many > by_owners, "{by_the_many} against {by_owners} in {otherwise:#?}");
}
