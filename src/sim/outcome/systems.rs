//! Standings, once a quarter.

use bevy::prelude::*;

use crate::base::{PolityId, math};
use crate::content::vocabulary::Harm;
use crate::sim::access::Access;
use crate::sim::ledger::HarmBook;
use crate::sim::politics::{Government, Lands};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::quantities::{Binding, Facts, LeftRows, truth};
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
    // All in the same month, on the facts on which agents have just perceived.
    if !month.is_multiple_of(EVERY) {
        return;
    }
    let mut standings = Vec::new();
    let facts = Facts::take_up(world);
    let lives = facts.world;
    for (polity, def) in lore.polities.iter() {
        if !facts.polities[polity].status.is_alive() {
            standings.push((polity, Standing::default()));
            continue;
        }
        let (government, living) = (lives.polity::<Government>(polity), lives.polity::<Living>(polity));
        let (mut reached, mut weight) = (0.0, 0.0);
        for aim in &def.start.aims {
            let value = truth(&facts, &aim.what, Binding::this(Seat::Polity(polity)));
            reached += aim.weight * rules::aim_reached(value, aim.from, aim.to);
            weight += aim.weight;
        }
        let account = Account {
            legitimacy: government.legitimacy(),
            cohesion: government.cohesion(),
            living_standard: living.standard(),
            // A seat without aims of its own is judged by consent and life alone.
            aims: math::ratio_or(reached, weight, 0.5 * (government.legitimacy() + government.cohesion())),
            harm: harm_share(lives, polity),
        };
        standings.push((polity, rules::standing(&account, lives.resource::<OutcomeRules>())));
    }
    let rows = facts.into_rows();
    world.resource_mut::<LeftRows>().leave(rows);
    for (polity, standing) in standings {
        *world.polity_mut::<Standing>(polity) = standing;
    }
}

/// Dead and displaced that a polity has decided, over its own people. One driven from home counts a tenth of one
/// killed.
fn harm_share(world: &World, polity: PolityId) -> f64 {
    let book = world.resource::<HarmBook>();
    let agent = world.resource::<Atlas>().agent(Seat::Polity(polity));
    let of = |harm| book.of(agent, harm).real();
    let people = world.resource::<Lands>().people(polity).max(1.0);
    (of(Harm::War) + of(Harm::Famine) + of(Harm::Repression) + 0.1 * (of(Harm::Displaced) + of(Harm::Fled)))
        / people
}
