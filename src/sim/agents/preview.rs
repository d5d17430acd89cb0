//! What a seat would decide now, and what of its decisions would flip if its line weighed otherwise. Reads only: it
//! touches neither numbers nor luck.

use bevy::prelude::World;

use crate::content::defs::DoctrineDef;
use crate::sim::diplomacy::Offers;
use crate::sim::population::Seat;
use crate::sim::quantities::Facts;

use super::answers;
use super::deliberate::{Mind, deciders};
use super::record::{DecisionRecord, ScoreTerm, Verdict};
use super::score::{total, weights};

/// Refused options that a shadow deliberation keeps.
const SHADOW_REFUSED: usize = 48;

/// What a seat would decide if it deliberated at this moment, by its own doctrines: answers to offers that wait for it,
/// what it would choose, and the best of what it would refuse. For a seat that a human sits in, for which nobody
/// decides, as for any other. Records are numbered by themselves.
pub fn shadow(world: &World, seat: Seat) -> Vec<DecisionRecord> {
    let mut mind = Mind::open(Facts::gather(world));
    (mind.kept, mind.most_refused) = (true, SHADOW_REFUSED);
    let human = mind.player.take();
    if !deciders(&mind).contains(&seat) {
        return Vec::new();
    }
    mind.player = human;
    let offers = world.resource::<Offers>().waiting().iter().filter(|offer| offer.to == seat);
    let mut options: Vec<_> = offers.filter_map(|offer| answers::answer(&mind, offer)).collect();
    let found = mind.deliberate(seat, mind.facts.atlas.agent(seat));
    options.extend(found.chosen);
    options.extend(found.refused);
    options.iter().zip(0..).map(|(option, number)| mind.record(number, seat, option)).collect()
}

/// The score of a recorded decision if its doctrine's parameters had these values: the utilities stay, the weights are
/// worked out anew. With the values under which it was made it is the recorded score, bit for bit.
pub fn rescore_with(record: &DecisionRecord, doctrine: &DoctrineDef, parameters: &[f64]) -> f64 {
    let Some(policy) = doctrine.policies.get(usize::from(record.policy)) else { return record.score };
    let weights = weights(doctrine, policy, parameters);
    let mut terms: Vec<ScoreTerm> = record.terms().to_vec();
    for (term, weight) in terms.iter_mut().zip(weights) {
        term.weight = weight;
        term.adds = weight * term.utility;
    }
    total(&terms, record.price())
}

/// Whether a recorded decision would flip at another score: a chosen act that would fall below its bar, or one that was
/// set aside for its score alone and would reach it.
pub fn flips(record: &DecisionRecord, score: f64) -> bool {
    match record.verdict {
        Verdict::Chosen => score < record.bar,
        Verdict::BelowThreshold => score >= record.bar,
        Verdict::Outranked => record.score < record.bar && score >= record.bar,
        // What was blocked or rested is moved by no weight.
        Verdict::Blocked(_) | Verdict::Resting => false,
    }
}
