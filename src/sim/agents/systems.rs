//! Decide: who deliberates this month gives orders and leaves reasons; offers are answered.

use bevy::prelude::*;

use crate::base::DoctrineId;
use crate::content::vocabulary::{Ids, Order};
use crate::sim::diplomacy::Offers;
use crate::sim::doctrine::{Tuning, drift};
use crate::sim::orders::OrderQueue;
use crate::sim::population::{Atlas, Clock, Fate, Seat};
use crate::sim::quantities::Facts;

use super::choice::KEPT_REFUSED;
use super::deliberate::{Mind, MindWeights, Place, Weighed, deciders, deliberates, doctrines_of};
use super::intentions::{Intentions, Row};
use super::interests::Interests;
use super::record::{DecisionLog, DecisionRecord, Verdict};
use super::resting::Resting;
use super::score::KeptWeights;
use super::sieve::Sieves;
use super::trial::Trial;
use super::{AgentRules, DecisionsBehind, Players, answers, go_betweens};

pub(super) fn open_resting(mut resting: ResMut<Resting>, atlas: Res<Atlas>) {
    *resting = Resting::open(atlas.agents());
}

impl<'w> Mind<'w> {
    /// Opens a mind on facts.
    pub(super) fn open(facts: Facts<'w>) -> Self {
        let world = facts.world;
        let tuning = world.resource::<Tuning>();
        Self {
            world,
            facts,
            tuning,
            sieves: world.resource::<Sieves>(),
            interests: world.resource::<Interests>(),
            weights: MindWeights::of(world),
            most_refused: KEPT_REFUSED,
            rules: world.resource::<AgentRules>(),
            resting: world.resource::<Resting>(),
            aims: world.resource::<Intentions>(),
            fate: world.resource::<Fate>(),
            player: world.resource::<Players>().seat(),
            kept: world.resource::<DecisionLog>().enabled,
            tries: world.resource::<DecisionLog>().enabled && world.resource::<DecisionLog>().tries,
            instead: None,
        }
    }
}

/// What one agent has decided, ready to be written down.
struct Decided {
    seat: Seat,
    /// Each with the number of its decision, and whether it goes against the line.
    orders: Vec<(Order<Ids>, u32, bool)>,
    rests: Vec<(Place, Option<Seat>, u32)>,
    /// On what it has set its mind now, if it has deliberated.
    intentions: Option<Row>,
}

/// Numbers decisions alike whether or not their reasons are kept, so that logging never changes the state.
pub(super) struct Numbered {
    next: u32,
    pub(super) records: Vec<DecisionRecord>,
    pub(super) trials: Vec<Trial>,
}

impl Numbered {
    pub(super) fn from(world: &World) -> Self {
        Self { next: world.resource::<DecisionsBehind>().next, records: Vec::new(), trials: Vec::new() }
    }

    pub(super) fn note(&mut self, mind: &Mind, seat: Seat, option: &Weighed) -> u32 {
        let number = self.next;
        self.next += 1;
        if mind.kept {
            self.records.push(mind.record(number, seat, option));
        }
        number
    }

    /// Notes that nothing was chosen, with the option that came nearest, the best of those refused.
    pub(super) fn note_inaction(&mut self, mind: &Mind, seat: Seat, best: Option<&Weighed>) {
        match best {
            Some(best) if mind.kept => {
                let verdict = Verdict::Inaction(Box::new(best.verdict.clone()));
                self.note(mind, seat, &Weighed { verdict, ..best.clone() });
            }
            Some(best) => {
                self.note(mind, seat, best);
            }
            None => {
                let doctrine = doctrines_of(mind.world, seat).0;
                self.note_bare(mind, seat, doctrine, None, None, Verdict::NothingOpen);
            }
        }
    }

    /// Notes a decision to which no policy spoke.
    pub(super) fn note_bare(
        &mut self,
        mind: &Mind,
        seat: Seat,
        doctrine: DoctrineId,
        target: Option<Seat>,
        order: Option<Order<Ids>>,
        verdict: Verdict,
    ) {
        let number = self.next;
        self.next += 1;
        if mind.kept {
            let when = (number, mind.facts.now);
            let record = DecisionRecord::without_reasons(when, seat, doctrine, target, order, verdict);
            self.records.push(record);
        }
    }

    pub(super) fn write(self, world: &mut World) {
        world.resource_mut::<DecisionsBehind>().next = self.next;
        let now = world.resource::<Clock>().now();
        let mut log = world.resource_mut::<DecisionLog>();
        log.keep(now, self.records);
        log.trials.extend(self.trials);
    }
}

pub(super) fn decide(world: &mut World) {
    world.resource_mut::<DecisionsBehind>().clear();
    world.resource_scope(|world, mut weights: Mut<KeptWeights>| {
        weights.keep_up(world.resource_ref::<Tuning>())
    });
    let mut mind = Mind::open(Facts::take_up(world));
    let view = mind.world;
    let mut numbers = Numbered::from(view);
    let mut decided = Vec::new();
    for offer in view.resource::<Offers>().waiting() {
        if Some(offer.to) == mind.player || offer.made >= mind.facts.now {
            continue;
        }
        let since = numbers.records.len();
        if let Some(option) = answers::answer(&mind, offer) {
            let number = numbers.note(&mind, offer.to, &option);
            let orders = vec![(option.order, number, false)];
            decided.push(Decided { seat: offer.to, orders, rests: Vec::new(), intentions: None });
        } else if offer.expires <= mind.facts.now {
            let (doctrine, order) = answers::lapsing(&mind, offer);
            numbers.note_bare(&mind, offer.to, doctrine, Some(offer.from), Some(order), Verdict::Unanswered);
        }
        numbers.try_changes(&mut mind, since, |mind, _, _| {
            answers::answer(mind, offer).is_some_and(|option| option.verdict == Verdict::Chosen)
        });
    }
    for asked in go_betweens::asked(view) {
        let since = numbers.records.len();
        let seat = Seat::Polity(asked[0]);
        if let Some(option) = go_betweens::overture(&mind, asked) {
            let number = numbers.note(&mind, seat, &option);
            let makes = option.verdict == Verdict::Chosen;
            let orders = makes.then_some((option.order, number, false)).into_iter().collect();
            decided.push(Decided { seat, orders, rests: Vec::new(), intentions: None });
        }
        numbers.try_changes(&mut mind, since, |mind, _, _| {
            go_betweens::overture(mind, asked).is_some_and(|option| option.verdict == Verdict::Chosen)
        });
    }
    for seat in deciders(&mind) {
        if !deliberates(&mind.facts, mind.rules, seat, mind.facts.now) {
            continue;
        }
        let found = mind.deliberate(seat);
        let since = numbers.records.len();
        if found.chosen.is_empty() {
            numbers.note_inaction(&mind, seat, found.refused.first());
        }
        let chosen = found.chosen.iter().map(|option| (option.place, option.target));
        let intentions = Some(mind.resolved(mind.intentions(seat), chosen));
        let mut one = Decided { seat, orders: Vec::new(), rests: Vec::new(), intentions };
        for option in found.chosen {
            let number = numbers.note(&mind, seat, &option);
            one.rests.push((option.place, option.target, mind.policy(option.place).rest_months));
            one.orders.push((option.order, number, option.breaks));
        }
        for option in &found.refused {
            numbers.note(&mind, seat, option);
        }
        decided.push(one);
        numbers.try_changes(&mut mind, since, |mind, place, target| {
            let chosen = mind.deliberate(seat).chosen;
            chosen.iter().any(|option| option.place == place && option.target == target)
        });
    }
    let review = drift::review(&mind.facts);
    drop(mind);
    numbers.write(world);
    write_down(world, decided);
    drift::settle(world, review);
}

fn write_down(world: &mut World, decided: Vec<Decided>) {
    let now = world.resource::<Clock>().now();
    for Decided { seat, orders, rests, intentions } in decided {
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
        if let Some(row) = intentions {
            world.resource_mut::<Intentions>().keep(agent, row);
        }
        for (order, number, breaks) in orders {
            let sequence = world.resource_mut::<OrderQueue>().give(now, seat, order);
            world.resource_mut::<DecisionsBehind>().note(sequence, number, breaks);
        }
    }
}
