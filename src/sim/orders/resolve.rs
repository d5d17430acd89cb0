//! Resolution: sort, validate again, turn into effects or refuse.

use bevy::prelude::*;

use crate::base::Stream;
use crate::content::vocabulary::{Order, OrderKind, QuarrelRung, Stat};
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{Offer, Offers};
use crate::sim::effects::{Effect, Effects};
use crate::sim::organisations::Quarrels;
use crate::sim::population::{Atlas, Clock, Fate, Seat};

use super::queue::{Given, OrderQueue, Refusal, Refusals};
use super::rules;

/// Orders given on behalf of an AI carry the number of the decision behind them, so that the chronicle can say why.
pub(super) fn resolve_orders(world: &mut World) {
    world.resource_mut::<Refusals>().list.clear();
    let now = world.resource::<Clock>().now();
    let mut due = world.resource_mut::<OrderQueue>().due(now, 0);
    sort(world, &mut due);
    for given in due {
        let blockers = rules::validate(world, given.issuer, &given.order);
        if blockers.is_empty() {
            carry_out(world, given);
        } else {
            world.resource_mut::<Refusals>().list.push(Refusal { given, blockers });
        }
        // Each order is judged on the state that those before it have left.
        crate::sim::effects::apply_now(world);
    }
}

/// By (priority, keyed hash, issuer, sequence): no one moves first by the accident of a low id.
fn sort(world: &World, due: &mut [Given]) {
    let (fate, atlas) = (world.resource::<Fate>(), world.resource::<Atlas>());
    due.sort_by_cached_key(|given| {
        let luck = fate.draw(given.month, Stream::Decision, atlas.key(given.issuer), 1).word();
        (rules::priority(given.order.kind()), luck, atlas.agent(given.issuer), given.sequence)
    });
}

/// What the chronicle says: an answer is told with the offer it answers, a step in a quarrel with where the quarrel stands now.
fn told(
    given: Given,
    answered: Option<Offer>,
    moved: Option<Option<QuarrelRung>>,
    decision: Option<u32>,
) -> Fact {
    match (answered, &given.order) {
        (Some(offer), &Order::AnswerOffer { accept, .. }) => Fact::OfferAnswered {
            from: offer.from,
            by: given.issuer,
            what: offer.what,
            accepted: accept,
            decision,
        },
        (None, &(Order::Polemic { with } | Order::Conciliate { with })) if moved.is_some() => {
            let up = given.order.kind() == OrderKind::Polemic;
            match (given.issuer, moved) {
                (Seat::Polity(by), Some(rung)) => Fact::QuarrelMoved { by, with, rung, up, decision },
                _ => Fact::OrderCarriedOut { by: given.issuer, order: given.order, decision },
            }
        }
        _ => Fact::OrderCarriedOut { by: given.issuer, order: given.order, decision },
    }
}

fn carry_out(world: &mut World, given: Given) {
    let answered = match given.order {
        Order::AnswerOffer { offer, .. } => world.resource::<Offers>().get(offer).copied(),
        _ => None,
    };
    let quarrels = world.resource::<Quarrels>();
    let moved = match (given.issuer, &given.order) {
        (Seat::Polity(by), Order::Polemic { with }) => Some(quarrels.next(by, *with)),
        (Seat::Polity(by), Order::Conciliate { with }) => Some(quarrels.back(by, *with)),
        _ => None,
    };
    let effects = rules::effects(world, given.issuer, &given.order);
    let broken = rules::broken_limit(world, &given);
    let cost = rules::price_of(world, given.issuer, &given.order, broken.is_some());
    let mut queue = world.resource_mut::<Effects>();
    if cost > 0.0 {
        queue.push(Effect::Nudge { stat: Stat::Authority, of: given.issuer, by: -cost });
    }
    for effect in effects {
        queue.push(effect);
    }
    if let (Seat::Polity(by), Some((doctrine, limit))) = (given.issuer, broken) {
        queue.push(Effect::BreakLine { by, doctrine, limit });
    }
    let decision = crate::sim::agents::decision_behind(world, given.sequence);
    world.resource_mut::<Effects>().push(Effect::Tell { fact: told(given, answered, moved, decision) });
}
