//! What a seat would decide now, and what of its decisions would flip if its line weighed otherwise. Reads only: it
//! touches neither numbers nor luck.

use bevy::prelude::World;

use crate::content::defs::DoctrineDef;
use crate::content::vocabulary::Order;
use crate::sim::diplomacy::Offers;
use crate::sim::population::Seat;
use crate::sim::quantities::Facts;

use super::deliberate::{Mind, deciders};
use super::record::{DecisionRecord, ScoreTerm, Verdict};
use super::score::{total, weights};
use super::{answers, go_betweens};

/// Refused options that a shadow deliberation keeps.
const SHADOW_REFUSED: usize = 48;

/// What a seat would decide if it deliberated at this moment, by its own doctrines: answers to offers that wait for it,
/// one that go-betweens would have it make, what it would choose, and the best of what it would refuse. For a seat that a human sits in, for which nobody
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
    let brought = go_betweens::asked(world).filter(|asked| Seat::Polity(asked[0]) == seat);
    options.extend(brought.filter_map(|asked| go_betweens::overture(&mind, asked)));
    let found = mind.deliberate(seat);
    options.extend(found.chosen);
    options.extend(found.refused);
    options.iter().zip(0..).map(|(option, number)| mind.record(number, seat, option)).collect()
}

/// Lets seats deliberate on this moment as in a history, with reasons kept or not, and writes nothing down; how many acts they
/// would choose in all. For those who want to know what deciding costs.
pub fn rehearse(world: &World, seats: &[Seat], reasons: bool) -> usize {
    let mut mind = Mind::open(Facts::gather(world));
    mind.kept = reasons;
    let acts = |&seat: &Seat| mind.deliberate(seat).chosen.len();
    seats.iter().map(acts).sum()
}

/// The seats that an AI may decide for at this moment, states first.
pub fn seats_of_agents(world: &World) -> Vec<Seat> {
    deciders(&Mind::open(Facts::gather(world)))
}

/// The score of a recorded decision if its doctrine's parameters had these values: the utilities stay, the weights are
/// worked out anew. With the values under which it was made it is the recorded score, bit for bit.
pub fn rescore_with(record: &DecisionRecord, doctrine: &DoctrineDef, parameters: &[f64]) -> f64 {
    let Some(policy) = record.policy_in(doctrine) else { return record.score };
    let weights = weights(doctrine, policy, parameters);
    let mut terms: Vec<ScoreTerm> = record.terms().to_vec();
    for (term, weight) in terms.iter_mut().zip(weights) {
        term.weight = weight;
        term.adds = weight * term.utility;
    }
    total(&terms, record.price())
}

/// The score against which a recorded decision is judged when its whole line weighs otherwise: its threshold, or, of a move in
/// a crisis, what the others reached.
pub fn bar_of(record: &DecisionRecord) -> f64 {
    match record.order {
        Some(Order::MoveInCrisis { .. }) if record.bar.is_finite() => record.bar,
        _ => record.threshold,
    }
}

/// Whether a recorded decision would flip at another score that changes with those of the other options of its line: a chosen
/// act that would fall below its threshold, or one that was set aside for its score alone and would reach it. What had to
/// give way is not judged, since what came before it moves as well; but for the moves of a crisis, of which one is made.
pub fn flips(record: &DecisionRecord, score: f64) -> bool {
    let bar = bar_of(record);
    let in_crisis = matches!(record.order, Some(Order::MoveInCrisis { .. }));
    match record.verdict {
        Verdict::Chosen => score < bar,
        Verdict::BelowThreshold => record.bar.is_finite() && score >= bar,
        Verdict::Outranked => in_crisis && score >= bar,
        // What was blocked or rested is moved by no weight; inaction stands beside the record of what came nearest.
        _ => false,
    }
}
