//! Relations with the terms of what they drift to, for those who want to see why.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::sim::population::Seat;
use crate::sim::quantities::Facts;
use crate::sim::terms::TermList;

use super::DiplomacyRules;
use super::pairs::both_ways;
use super::relations::Relations;
use super::rules::{influence_target, tension_target, trust_target};

/// What one state holds of another, with the terms of the level to which each number drifts.
#[derive(Debug, Clone, Default)]
pub struct RelationTerms {
    /// Trust of the first in the second (0–1).
    pub trust: (f64, TermList),
    /// Tension between the two (0–1).
    pub tension: (f64, TermList),
    /// Influence of the first over the second (0–1).
    pub influence: (f64, TermList),
}

/// The relations of a state or movement to all states of which it keeps records, in the order of its records. Those of a
/// movement drift to what they were when it began, which has no terms.
pub fn explain_relations(world: &World, of: Seat) -> Vec<(PolityId, RelationTerms)> {
    let (facts, rules) = (Facts::gather(world), world.resource::<DiplomacyRules>());
    let (relations, me) = (world.resource::<Relations>(), facts.atlas.agent(of));
    let known = relations.places(me).filter_map(|(place, to)| match facts.atlas.seat(to) {
        Seat::Polity(other) if facts.polities[other].status.is_alive() => Some((other, to, place)),
        _ => None,
    });
    known
        .map(|(other, to, place)| {
            let now = relations.record(place);
            let mut terms = RelationTerms::default();
            (terms.trust.0, terms.tension.0, terms.influence.0) = (now.trust, now.tension, now.influence);
            let Seat::Polity(state) = of else { return (other, terms) };
            let [own, reverse] = both_ways(&facts, state, other, &facts.bonds(state, other));
            trust_target(&own, now.tension, rules, &mut terms.trust.1);
            tension_target(&own, rules, &mut terms.tension.1);
            influence_target(&reverse, relations.trust(to, me), rules, &mut terms.influence.1);
            (other, terms)
        })
        .collect()
}
