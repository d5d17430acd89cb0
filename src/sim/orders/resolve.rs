//! Resolution: sort, validate again, turn into effects or refuse.

use bevy::prelude::*;

use crate::base::Stream;
use crate::content::vocabulary::Stat;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Atlas, Clock, Fate, Seat};

use super::cost::authority_cost;
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

fn carry_out(world: &mut World, given: Given) {
    let effects = rules::effects(world, given.issuer, &given.order);
    let cost = authority_cost(given.order.kind());
    let mut queue = world.resource_mut::<Effects>();
    if cost > 0.0 && matches!(given.issuer, Seat::Polity(_)) {
        queue.push(Effect::Nudge { stat: Stat::Authority, of: given.issuer, by: -cost });
    }
    for effect in effects {
        queue.push(effect);
    }
    let decision = crate::sim::agents::decision_behind(world, given.sequence);
    let fact = Fact::OrderCarriedOut { by: given.issuer, order: given.order, decision };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}
