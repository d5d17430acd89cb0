//! Decide: who deliberates this month gives orders and leaves reasons; offers are answered.

use std::cell::OnceCell;

use bevy::prelude::*;

use crate::content::vocabulary::{Ids, Order};
use crate::sim::doctrine::{Tuning, drift};
use crate::sim::orders::OrderQueue;
use crate::sim::population::{Atlas, Clock, Fate, Seat};
use crate::sim::quantities::Facts;

use super::deliberate::{KEPT_REFUSED, Mind, Place, Weighed, deciders, deliberates};
use super::interests::Interests;
use super::record::{DecisionLog, DecisionRecord};
use super::resting::Resting;
use super::score::WrittenWeights;
use super::sieve::Sieves;
use super::{AgentRules, DecisionsBehind, Players, answers};

pub(super) fn open_resting(mut resting: ResMut<Resting>, atlas: Res<Atlas>) {
    *resting = Resting::open(atlas.agents());
}

impl<'w> Mind<'w> {
    /// Opens a mind on facts.
    pub(super) fn open(facts: Facts<'w>) -> Self {
        let world = facts.world;
        let weights = facts.content.doctrines.ids().map(|_| OnceCell::new()).collect();
        let tuning = world.resource::<Tuning>();
        let written = Some(world.resource::<WrittenWeights>()).filter(|one| one.are_for(&tuning.values));
        let mut amended: Vec<_> =
            tuning.amended.iter().map(|one| (one.of, one.doctrine, OnceCell::new())).collect();
        amended.dedup_by_key(|one| (one.0, one.1));
        Self {
            world,
            facts,
            tuning,
            sieves: world.resource::<Sieves>(),
            interests: world.resource::<Interests>(),
            written,
            weights,
            amended,
            most_refused: KEPT_REFUSED,
            rules: world.resource::<AgentRules>(),
            resting: world.resource::<Resting>(),
            fate: world.resource::<Fate>(),
            player: world.resource::<Players>().seat(),
            kept: world.resource::<DecisionLog>().enabled,
        }
    }
}

/// What one agent has decided, ready to be written down.
struct Decided {
    seat: Seat,
    orders: Vec<(Order<Ids>, u32)>,
    rests: Vec<(Place, Option<Seat>, u32)>,
}

/// Numbers decisions alike whether or not their reasons are kept, so that logging never changes the state.
pub(super) struct Numbered {
    next: u32,
    records: Vec<DecisionRecord>,
}

impl Numbered {
    pub(super) fn from(world: &World) -> Self {
        Self { next: world.resource::<DecisionsBehind>().next, records: Vec::new() }
    }

    pub(super) fn note(&mut self, mind: &Mind, seat: Seat, option: &Weighed) -> u32 {
        let number = self.next;
        self.next += 1;
        if mind.kept {
            self.records.push(mind.record(number, seat, option));
        }
        number
    }

    pub(super) fn write(self, world: &mut World) {
        world.resource_mut::<DecisionsBehind>().next = self.next;
        let now = world.resource::<Clock>().now();
        world.resource_mut::<DecisionLog>().keep(now, self.records);
    }
}

pub(super) fn decide(world: &mut World) {
    world.resource_mut::<DecisionsBehind>().pairs.clear();
    world.resource_scope(|world, mut weights: Mut<WrittenWeights>| {
        weights.keep_up(&world.resource::<Tuning>().values);
    });
    let mind = Mind::open(Facts::take_up(world));
    let mut numbers = Numbered::from(mind.world);
    let mut decided = Vec::new();
    for offer in mind.world.resource::<crate::sim::diplomacy::Offers>().waiting() {
        if Some(offer.to) == mind.player || offer.made >= mind.facts.now {
            continue;
        }
        if let Some(option) = answers::answer(&mind, offer) {
            let number = numbers.note(&mind, offer.to, &option);
            decided.push(Decided { seat: offer.to, orders: vec![(option.order, number)], rests: Vec::new() });
        }
    }
    for seat in deciders(&mind) {
        if !deliberates(&mind.facts, mind.rules, seat, mind.facts.now) {
            continue;
        }
        let found = mind.deliberate(seat, mind.facts.atlas.agent(seat));
        let mut one = Decided { seat, orders: Vec::new(), rests: Vec::new() };
        for option in found.chosen {
            let number = numbers.note(&mind, seat, &option);
            one.rests.push((option.place, option.target, mind.policy(option.place).rest_months));
            one.orders.push((option.order, number));
        }
        for option in &found.refused {
            numbers.note(&mind, seat, option);
        }
        decided.push(one);
    }
    let review = drift::review(&mind.facts);
    drop(mind);
    numbers.write(world);
    write_down(world, decided);
    drift::settle(world, review);
}

fn write_down(world: &mut World, decided: Vec<Decided>) {
    let now = world.resource::<Clock>().now();
    for Decided { seat, orders, rests } in decided {
        let atlas = world.resource::<Atlas>();
        let agent = atlas.agent(seat);
        let rests: Vec<_> = rests
            .into_iter()
            .map(|(place, target, months)| (place, target.map(|target| atlas.agent(target)), months))
            .collect();
        let mut resting = world.resource_mut::<Resting>();
        for (place, target, months) in rests {
            resting.rest(agent, place, target, now, months);
        }
        for (order, number) in orders {
            let sequence = world.resource_mut::<OrderQueue>().give(now, seat, order);
            world.resource_mut::<DecisionsBehind>().pairs.push((sequence, number));
        }
    }
}
