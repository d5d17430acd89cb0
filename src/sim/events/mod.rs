//! Content events: things that open possibilities, checked once a month.
//!
//! Reads conditions on the truth, on the facts on which agents perceive and decide next; pushes effects. An event happens at most once; when its condition holds, each month
//! has the chance 1 / (mean months). Source: DESIGN §10.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::chronicle::Fact;
use super::effects::{Effect, Effects};
use super::population::{Clock, Fate, Lore, Seat};
use super::quantities::{Binding, Eyes, Facts, LeftRows, NoInterface, holds, resolve};
use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::base::{EventId, IdVec, Month, Stream, hash};
use crate::content::vocabulary::{Effect as Written, Ids, Who};

/// When each event happened, if it has.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Happened {
    pub(in crate::sim) at: IdVec<EventId, Option<Month>>,
}

impl Happened {
    /// When an event happened, if it has.
    pub fn at(&self, event: EventId) -> Option<Month> {
        self.at[event]
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Happened>()
        .resource_state::<Happened>("events")
        .add_systems(Genesis, open.in_set(at(Phase::Calendar, Subsystem::Events)))
        .add_systems(MonthSchedule, happen.in_set(at(Phase::Perceive, Subsystem::Events)));
}

fn open(mut happened: ResMut<Happened>, lore: Res<Lore>) {
    happened.at = IdVec::filled(None, lore.events.len());
}

fn happen(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let fate = *world.resource::<Fate>();
    let (happened, now) = (world.resource::<Happened>(), world.resource::<Clock>().now());
    let open = |id: EventId| happened.at[id].is_none() && now >= lore.events[id].from;
    let open: Vec<EventId> = lore.events.ids().filter(|&id| open(id)).collect();
    // Facts cost more than the question whether any event can happen at all.
    if open.is_empty() {
        return;
    }
    let facts = Facts::gather(world);
    let mut found: Vec<(EventId, Vec<Effect>)> = Vec::new();
    for id in open {
        let event = &lore.events[id];
        let binding = Binding::this(Seat::Polity(event.subject));
        if !holds(&facts, &event.when, binding, Eyes::Truth, &NoInterface) {
            continue;
        }
        let chance = 1.0 / event.mean_months.max(1.0);
        if fate.draw(facts.now, Stream::Events, hash::of_text(&event.id), 0).chance(chance) {
            let effects = event.effects.iter().filter_map(|one| effect(&facts, one, binding)).collect();
            found.push((id, effects));
        }
    }
    let rows = facts.into_rows();
    world.resource_mut::<LeftRows>().leave(rows);
    for (id, effects) in found {
        world.resource_mut::<Happened>().at[id] = Some(now);
        let mut queue = world.resource_mut::<Effects>();
        queue.push(Effect::Tell { fact: Fact::EventHappened { event: id } });
        for effect in effects {
            queue.push(effect);
        }
    }
}

/// What a written effect does now; nothing if the one it speaks of does not exist.
pub(in crate::sim) fn effect(facts: &Facts, written: &Written<Ids>, binding: Binding) -> Option<Effect> {
    let seat = |who: &Who<Ids>| resolve(facts, who, binding);
    Some(match written {
        Written::Nudge { stat, of, by } => Effect::Nudge { stat: *stat, of: seat(of)?, by: *by },
        Written::NudgeTrust { of, to, by } => {
            Effect::NudgeTrust { of: facts.atlas.agent(seat(of)?), to: facts.atlas.agent(seat(to)?), by: *by }
        }
        Written::RaiseExpectation { of, class, factor } => {
            Effect::RaiseExpectation { polity: facts.home(seat(of)?), class: *class, factor: *factor }
        }
        Written::Awaken { movement } => Effect::Awaken { movement: *movement },
    })
}
