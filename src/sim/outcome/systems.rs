//! Standings, once a quarter.

use bevy::prelude::*;

use crate::base::{PolityId, math};
use crate::content::vocabulary::Harm;
use crate::sim::access::Access;
use crate::sim::ledger::HarmBook;
use crate::sim::politics::Government;
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

/// Judges every seat before the first month.
pub(super) fn judge_at_the_start(world: &mut World) {
    judge_all(world);
    // What comes after genesis gathers facts of its own.
    world.resource_mut::<LeftRows>().forget();
}

/// Judges every seat once a quarter: all in the same month, on the facts on which agents have just perceived.
pub(super) fn judge(world: &mut World) {
    if (world.resource::<Clock>().now().0 as usize).is_multiple_of(EVERY) {
        judge_all(world);
    }
}

fn judge_all(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let mut standings = Vec::new();
    let facts = Facts::take_up(world);
    let (rules, harm) = (facts.world.resource::<OutcomeRules>(), facts.world.resource::<HarmBook>());
    let lives = facts.world.table::<(&Government, &Living)>();
    let lives = lives.query_manual(facts.world);
    for ((polity, def), (government, living)) in lore.polities.iter().zip(lives.iter()) {
        if !facts.polities[polity].status.is_alive() {
            standings.push(Standing::default());
            continue;
        }
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
            harm: harm_share(&facts, harm, polity),
        };
        standings.push(rules::standing(&account, rules));
    }
    let rows = facts.into_rows();
    world.resource_mut::<LeftRows>().leave(rows);
    for (mut place, standing) in world.query::<&mut Standing>().iter_mut(world).zip(standings) {
        *place = standing;
    }
}

/// Dead and displaced that a polity has decided, over its own people. One driven from home counts a tenth of one
/// killed.
fn harm_share(facts: &Facts, book: &HarmBook, polity: PolityId) -> f64 {
    let of = |harm| book.of(facts.agent(polity), harm).real();
    let people = facts.lands.people(polity).max(1.0);
    (of(Harm::War) + of(Harm::Famine) + of(Harm::Repression) + 0.1 * (of(Harm::Displaced) + of(Harm::Fled)))
        / people
}
