//! The month of relations: what falls due, what drifts, whom one keeps in view.

use bevy::prelude::*;

use crate::base::{AgentId, Stream};
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Clock, Fate, Seat};
use crate::sim::quantities::Facts;
use crate::sim::terms::NoTerms;

use super::DiplomacyRules;
use super::components::{Agreements, Offers, Terms};
use super::genesis::opening;
use super::pairs::{has_turn, pair, relevant, seats};
use super::relations::{Channel, Relations};
use super::rules::{drift, influence_target, tension_target, trust_target};

/// Months between two turns of an agent's records: drift is slow, so it is reckoned a quarter at a time.
const DRIFT_MONTHS: u32 = 3;
/// Months between two choices of whom to keep in view.
const CHOICE_MONTHS: u32 = 12;

/// Agreements and offers that have run out, or whose ground is gone, end.
pub(super) fn fall_due(world: &mut World) {
    let now = world.resource::<Clock>().now();
    world.resource_mut::<Offers>().waiting.retain(|offer| offer.expires >= now);
    let facts = Facts::gather(world);
    let mut ended = Vec::new();
    for (place, one) in facts.agreements.list().iter().enumerate() {
        let (a, b) = (&facts.polities[one.a], &facts.polities[one.b]);
        let stale = match one.terms {
            Terms::IndependenceTalks => b.status.ruler() != Some(one.a),
            Terms::Arms { movement, .. } => !a.sovereign() || !facts.movements[movement].alive,
            Terms::Troops { .. } => !a.sovereign() || !b.status.is_alive(),
            Terms::TradeTreaty | Terms::Pact | Terms::Aid { .. } => {
                !a.sovereign()
                    || !b.status.is_alive()
                    || facts.wars.between(Seat::Polity(one.a), Seat::Polity(one.b)).is_some()
            }
            Terms::Embargo | Terms::Propaganda => !a.sovereign() || !b.status.is_alive(),
        };
        let due = one.until.is_some_and(|until| until <= now);
        if due || stale {
            ended.push(place);
        }
    }
    drop(facts);
    let mut place = 0;
    world.resource_mut::<Agreements>().list.retain(|_| {
        place += 1;
        ended.binary_search(&(place - 1)).is_err()
    });
}

type Write = (Channel, AgentId, AgentId, f64);

/// Trust, tension and influence drift towards what the relation is made of. Tension is one number for both sides:
/// the one with the lower number moves it, or the one that alone keeps a record.
pub(super) fn drift_relations(world: &mut World) {
    let rules = *world.resource::<DiplomacyRules>();
    let fate = *world.resource::<Fate>();
    let facts = Facts::gather(world);
    let mut writes: Vec<Write> = Vec::with_capacity(4096);
    let mut incidents = Vec::new();
    for seat in seats(&facts) {
        let key = facts.atlas.key(seat);
        if !has_turn(key, facts.now.0, DRIFT_MONTHS) || !is_live(&facts, seat) {
            continue;
        }
        drift_one(&facts, seat, &rules, &mut writes);
        if let Seat::Polity(id) = seat {
            // One throw an agent: something happens at the tensest frontier.
            let mut draw = fate.draw(facts.now, Stream::Events, key, 40);
            let worst = facts.relations.others(facts.agent(id)).max_by(|&a, &b| {
                let tension = |to| facts.relations.tension(facts.agent(id), to);
                tension(a).total_cmp(&tension(b)).then(b.cmp(&a))
            });
            if let Some(other) = worst {
                let tension = facts.relations.tension(facts.agent(id), other);
                if draw.chance(rules.incident_chance * tension * tension) {
                    let by = rules.incident_size * draw.unit();
                    incidents.push(Effect::NudgeTension { of: facts.agent(id), with: other, by });
                }
            }
        }
    }
    drop(facts);
    let mut relations = world.resource_mut::<Relations>();
    for (channel, of, to, value) in writes {
        relations.write(channel, of, to, value);
    }
    let mut effects = world.resource_mut::<Effects>();
    for incident in incidents {
        effects.push(incident);
    }
}

fn is_live(facts: &Facts, seat: Seat) -> bool {
    match seat {
        Seat::Polity(id) => facts.polities[id].status.is_alive(),
        Seat::Movement(id) => facts.movements[id].alive,
    }
}

fn drift_one(facts: &Facts, seat: Seat, rules: &DiplomacyRules, writes: &mut Vec<Write>) {
    let of = facts.atlas.agent(seat);
    let months = f64::from(DRIFT_MONTHS);
    for to in facts.relations.others(of) {
        let (trust, tension, influence) = match (seat, facts.atlas.seat(to)) {
            (Seat::Polity(a), Seat::Polity(b)) => {
                let (own, mirrored) = (pair(facts, a, b), pair(facts, b, a));
                let tension = facts.relations.tension(of, to);
                let trusted = facts.relations.trust(to, of);
                (
                    trust_target(&own, tension, rules, &mut NoTerms),
                    tension_target(&own, rules, &mut NoTerms),
                    influence_target(&mirrored, trusted, rules, &mut NoTerms),
                )
            }
            (_, other) => {
                let aim = opening(facts, seat, other, rules);
                (aim.trust, aim.tension, aim.influence)
            }
        };
        let now = |channel| facts.relations.read(channel, of, to).unwrap_or(0.0);
        writes.push((
            Channel::Trust,
            of,
            to,
            drift(now(Channel::Trust), trust, rules.trust_half_life, months),
        ));
        let moved = drift(now(Channel::Influence), influence, rules.influence_half_life, months);
        writes.push((Channel::Influence, of, to, moved));
        if of < to || !facts.relations.knows(to, of) {
            let moved = drift(now(Channel::Tension), tension, rules.tension_half_life, months);
            writes.push((Channel::Tension, of, to, moved));
            writes.push((Channel::Tension, to, of, moved));
        }
    }
}

/// Once a year each agent looks anew at whom it has to deal with.
pub(super) fn choose_anew(world: &mut World) {
    let rules = *world.resource::<DiplomacyRules>();
    let facts = Facts::gather(world);
    let mut changes = Vec::new();
    for seat in seats(&facts) {
        if !has_turn(facts.atlas.key(seat), facts.now.0, CHOICE_MONTHS) || !is_live(&facts, seat) {
            continue;
        }
        let of = facts.atlas.agent(seat);
        let wanted = relevant(&facts, seat);
        let dropped: Vec<AgentId> =
            facts.relations.others(of).filter(|other| !wanted.contains(other)).collect();
        let gained: Vec<_> = wanted
            .into_iter()
            .filter(|&other| !facts.relations.knows(of, other))
            .map(|other| {
                let mut start = opening(&facts, seat, facts.atlas.seat(other), &rules);
                if facts.relations.knows(other, of) {
                    start.tension = facts.relations.tension(other, of);
                }
                (other, start)
            })
            .collect();
        changes.push((of, dropped, gained));
    }
    drop(facts);
    let mut relations = world.resource_mut::<Relations>();
    for (of, dropped, gained) in changes {
        // Only as many are dropped as make room for those gained, the least relevant of all being those not wanted.
        let free = super::relations::OTHERS - relations.others(of).count();
        for other in dropped.into_iter().take(gained.len().saturating_sub(free)) {
            relations.forget(of, other);
        }
        for (other, start) in gained {
            if relations.meet(of, other) {
                start.write(&mut relations, of, other);
            }
        }
    }
}
