//! Standings, once a quarter.

use bevy::prelude::*;

use crate::base::{PolityId, math};
use crate::content::vocabulary::Harm;
use crate::sim::ledger::HarmBook;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::quantities::{Binding, Facts, truth};
use crate::sim::society::Living;

use super::rules::{self, Account};
use super::{OutcomeRules, Standing};

/// Months between judgements.
const EVERY: usize = 3;

pub(super) fn open_standings(world: &mut World) {
    let polities: Vec<PolityId> = world.resource::<Lore>().polities.ids().collect();
    for polity in polities {
        let entity = world.resource::<Atlas>().polity(polity);
        world.entity_mut(entity).insert(Standing::default());
    }
}

/// Judges every seat.
pub(super) fn judge(world: &mut World) {
    let month = world.resource::<Clock>().now().0 as usize;
    let lore = world.resource::<Lore>().clone();
    // All in the same month: gathering the facts costs more than judging.
    if !month.is_multiple_of(EVERY) {
        return;
    }
    let mut standings = Vec::new();
    // Aims read anything in the world, so the facts are gathered once for all seats that have aims.
    let facts = lore.polities.iter().any(|(_, def)| !def.start.aims.is_empty()).then(|| Facts::gather(world));
    for (polity, def) in lore.polities.iter() {
        let entity = world.resource::<Atlas>().polity(polity);
        let alive = world.get::<Status>(entity).is_some_and(|status| status.is_alive());
        let (Some(government), Some(living)) = (world.get::<Government>(entity), world.get::<Living>(entity))
        else {
            continue;
        };
        if !alive {
            standings.push((entity, Standing::default()));
            continue;
        }
        let (mut reached, mut weight) = (0.0, 0.0);
        if let Some(facts) = &facts {
            for aim in &def.start.aims {
                let value = truth(facts, &aim.what, Binding::this(Seat::Polity(polity)));
                reached += aim.weight * rules::aim_reached(value, aim.from, aim.to);
                weight += aim.weight;
            }
        }
        let account = Account {
            legitimacy: government.legitimacy(),
            cohesion: government.cohesion(),
            living_standard: living.standard(),
            // A seat without aims of its own is judged by consent and life alone.
            aims: math::ratio_or(reached, weight, 0.5 * (government.legitimacy() + government.cohesion())),
            harm: harm_share(world, polity),
        };
        standings.push((entity, rules::standing(&account, world.resource::<OutcomeRules>())));
    }
    drop(facts);
    for (entity, standing) in standings {
        if let Some(mut held) = world.get_mut::<Standing>(entity) {
            *held = standing;
        }
    }
}

/// Dead and displaced that a polity has decided, over its own people. One driven from home counts a tenth of one
/// killed.
fn harm_share(world: &World, polity: PolityId) -> f64 {
    let book = world.resource::<HarmBook>();
    let agent = world.resource::<Atlas>().agent(Seat::Polity(polity));
    let of = |harm| book.of(agent, harm).real();
    let people = world.resource::<Lands>().people(polity).max(1.0);
    (of(Harm::War) + of(Harm::Famine) + of(Harm::Repression) + 0.1 * of(Harm::Displaced)) / people
}
