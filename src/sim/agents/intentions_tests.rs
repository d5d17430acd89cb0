//! Intentions on the shipped content: an aim weighs, a set-back turns it, and what is reached or over is let go.

use std::path::Path;
use std::sync::Arc;

use super::super::deliberate::Weighed;
use super::*;
use crate::base::{Id, PolityId};
use crate::content::defs::StartStatus;
use crate::content::load;
use crate::content::vocabulary::{Ids, Order};
use crate::sim::Simulation;
use crate::sim::orders::{Given, Refusal, Seq};
use crate::sim::quantities::Facts;

/// A history with one state that follows a doctrine that has an intention, and that intention towards another, as it stands.
struct Case {
    sim: Simulation,
    seat: Seat,
    other: Seat,
    place: Place,
    fallback: Place,
}

fn case(stage: Stage, months: u32) -> Case {
    let content =
        load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]).content.expect("it loads");
    let (doctrine, def) =
        content.doctrines.iter().find(|(_, def)| def.id == "containment").expect("it is shipped");
    let own = content.scenario.poles.iter().copied();
    let own = own.into_iter().find(|&id| content.polities[id].start.doctrine_abroad == doctrine);
    let own = own.expect("a pole follows it");
    let between = content.polities.iter().find(|(_, def)| {
        def.start.status == StartStatus::Sovereign
            && content.doctrines[def.start.doctrine_camp].id == "non_alignment"
    });
    let other = between.expect("a state stands between the poles").0;
    let policy = def.policies.iter().position(|policy| policy.id == "chain_of_pacts").expect("a policy");
    let fallback = def.policies[policy].intention.as_ref().and_then(|one| one.fallback).expect("it has one");
    let at = |policy: usize| Place { doctrine, policy: policy as u16 };
    let (place, fallback) = (at(policy), at(fallback));
    let mut sim = Simulation::start(Arc::new(content), 1).expect("it starts");
    let now = sim.clock().now();
    let world = sim.world_mut();
    let atlas = world.resource::<Atlas>();
    let (agent, target) = (atlas.agent(Seat::Polity(own)), atlas.agent(Seat::Polity(other)));
    let one =
        Intention { doctrine, policy: place.policy, target: Some(target), until: now.plus(months), stage };
    world.resource_mut::<Intentions>().keep(agent, [Some(one), None]);
    Case { sim, seat: Seat::Polity(own), other: Seat::Polity(other), place, fallback }
}

impl Case {
    fn mind<T>(&self, ask: impl FnOnce(&Mind) -> T) -> T {
        ask(&Mind::open(Facts::gather(self.sim.world())))
    }

    fn stage(&self) -> Option<Stage> {
        let agent = self.sim.get::<Atlas>().agent(self.seat);
        self.sim.get::<Intentions>().of(agent).next().map(|one| one.stage)
    }
}

#[test]
fn an_aim_adds_to_its_own_policy_towards_its_own_target_alone() {
    let case = case(Stage::Pursued, 24);
    case.mind(|mind| {
        let adds = |place, target| mind.resolve(case.seat, place, target).map(|resolve| resolve.adds);
        assert_eq!(adds(case.place, Some(case.other)), Some(mind.rules.resolve));
        assert_eq!(adds(case.place, Some(case.seat)), None);
        assert_eq!(adds(case.fallback, Some(case.other)), None);
        let price = |target| mind.price_towards(case.seat, case.place, target);
        assert!(price(Some(case.other)) < price(None));
    });
}

#[test]
fn a_refusal_sets_back_and_the_fallback_takes_the_place_of_what_failed() {
    let mut case = case(Stage::Pursued, 24);
    let Seat::Polity(to) = case.other else { unreachable!("it is a state") };
    let month = case.sim.clock().now();
    let order: Order<Ids> = Order::OfferPact { to };
    let given = Given { issuer: case.seat, order, month, round: 0, sequence: Seq(0) };
    let world = case.sim.world_mut();
    world.resource_mut::<Refusals>().list.push(Refusal { given, blockers: Vec::new() });
    note_set_backs(world);
    assert_eq!(case.stage(), Some(Stage::SetBack));
    case.mind(|mind| {
        let turned =
            mind.resolve(case.seat, case.fallback, Some(case.other)).expect("it turns to its fallback");
        assert_eq!((turned.adds, turned.turned_from), (mind.rules.resolve, Some(case.place.policy)));
        assert_eq!(mind.resolve(case.seat, case.place, Some(case.other)), None);
        // It is heard for the same target whoever else is in need.
        let found = mind.deliberate(case.seat, mind.facts.atlas.agent(case.seat));
        let of = |one: &&Weighed| one.place == case.fallback && one.target == Some(case.other);
        let all: Vec<_> = found.chosen.iter().chain(&found.refused).collect();
        if let Some(option) = all.into_iter().find(of) {
            assert_eq!(mind.record(0, case.seat, option).resolve, Some(turned));
        }
    });
}

#[test]
fn what_comes_to_nothing_in_time_turns_as_well_and_the_fallback_has_its_end() {
    let over = case(Stage::Pursued, 0);
    over.mind(|mind| {
        let [one, none] = mind.intentions(over.seat);
        let one = one.expect("it turns");
        assert_eq!((one.stage, none), (Stage::Turned, None));
        assert!(one.until > mind.facts.now);
    });
    let spent = case(Stage::Turned, 0);
    spent.mind(|mind| assert_eq!(mind.intentions(spent.seat), [None, None]));
}

#[test]
fn there_is_room_for_so_many_and_none_is_formed_twice() {
    let case = case(Stage::Pursued, 24);
    case.mind(|mind| {
        let row = mind.intentions(case.seat);
        let again = mind.resolved(row, std::iter::once((case.place, Some(case.other))));
        assert_eq!(again, row);
        let others = (0..5).map(|index| (case.place, Some(Seat::Polity(PolityId::from_index(index)))));
        let full = mind.resolved(row, others);
        assert_eq!(full.iter().flatten().count(), MOST_INTENTIONS);
        assert_eq!(full[0], row[0]);
    });
}
