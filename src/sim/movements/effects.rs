//! What effects do to movements.

use bevy::prelude::*;

use crate::base::{MovementId, People, PolityId, Stream, TerritoryId};
use crate::content::vocabulary::{Class, Harm, Strategy, WarKind};
use crate::sim::access::Access;
use crate::sim::agents::Players;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::peace::aim_of_movement;
use crate::sim::conflict::{WarEnd, WarSide};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{HarmBook, PeopleBook, PeopleFlow};
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};

use super::MovementRules;
use super::components::{Movement, MovementPhase, Situation};
pub(in crate::sim) use super::genesis::hold_ground;
use super::growth;
use super::rules::{courting_gain, organising_gain};
use super::struggle::come_to_power;

/// Purpose of luck in this file.
const CEASEFIRE: u32 = 20;

fn with_movement(world: &mut World, movement: MovementId, change: impl FnOnce(&mut Movement)) {
    let entity = world.resource::<Atlas>().movement(movement);
    if let Some(mut movement) = world.get_mut::<Movement>(entity) {
        change(&mut movement);
    }
}

fn read(world: &World, movement: MovementId) -> Option<Movement> {
    world.get::<Movement>(world.resource::<Atlas>().movement(movement)).copied()
}

fn push(world: &mut World, effect: Effect) {
    world.resource_mut::<Effects>().push(effect);
}

/// Where a movement lives, and who rules there: (ground, ruler).
fn ground_of(world: &World, movement: MovementId) -> (PolityId, PolityId) {
    let territory = world.resource::<Lore>().movements[movement].territory;
    let ground = world.resource::<Lands>().owner(territory);
    let status = world.get::<Status>(world.resource::<Atlas>().polity(ground));
    (ground, status.and_then(|status| status.ruler()).unwrap_or(ground))
}

/// Adds to the organisation of a movement (0–1).
pub(in crate::sim) fn nudge_organisation(world: &mut World, movement: MovementId, by: f64) {
    with_movement(world, movement, |row| row.organisation = (row.organisation + by).clamp(0.0, 1.0));
}

/// Adds to the authority of a movement's leaders (0–10).
pub(in crate::sim) fn nudge_authority(world: &mut World, movement: MovementId, by: f64) {
    with_movement(world, movement, |row| row.authority = (row.authority + by).clamp(0.0, 10.0));
}

/// Adds to a movement's standing as another power's tool (0–1).
pub(in crate::sim) fn nudge_taint(world: &mut World, movement: MovementId, by: f64) {
    with_movement(world, movement, |row| row.taint = (row.taint + by).clamp(0.0, 1.0));
}

/// Strengthens a movement's organisation in a class: more where the class stands in the front.
pub(in crate::sim) fn organise(world: &mut World, movement: MovementId, class: Class) {
    let rules = *world.resource::<MovementRules>();
    with_movement(world, movement, |row| {
        let gain = organising_gain(row.organisation, row.front[class.index()], &rules);
        row.organisation = (row.organisation + gain).clamp(0.0, 1.0);
    });
}

/// Wins part of a class for the front; every further class costs some unity.
pub(in crate::sim) fn court_class(world: &mut World, movement: MovementId, class: Class) {
    let rules = *world.resource::<MovementRules>();
    with_movement(world, movement, |row| {
        let weight = &mut row.front[class.index()];
        *weight = (*weight + courting_gain(*weight, &rules)).clamp(0.0, 1.0);
        row.unity = (row.unity - rules.courting_unity).clamp(0.0, 1.0);
    });
}

/// Changes a movement's strategy.
pub(in crate::sim) fn choose_strategy(world: &mut World, movement: MovementId, strategy: Strategy) {
    with_movement(world, movement, |row| {
        row.strategy = strategy;
        row.willing_to_talk = if strategy == Strategy::Negotiation { 0.9 } else { 0.3 };
    });
}

/// A movement takes up arms: a war begins on its ground.
pub(in crate::sim) fn rise(world: &mut World, movement: MovementId) {
    let Some(row) = read(world, movement) else { return };
    if row.phase != MovementPhase::Active {
        return;
    }
    let now = world.resource::<Clock>().now();
    let (ground, ruler) = ground_of(world, movement);
    let entity = world.resource::<Atlas>().polity(ground);
    let ripeness = world.get::<Situation>(entity).map_or(0.0, |situation| situation.ripeness());
    let territory = world.resource::<Lore>().movements[movement].territory;
    with_movement(world, movement, |row| {
        row.phase = MovementPhase::InArms;
        row.since = now;
        row.rose_at = ripeness;
        row.against = ruler;
        row.control = 0.02 + 0.1 * row.strength;
        row.strategy = match row.strategy {
            Strategy::Legal | Strategy::Mass | Strategy::Negotiation => Strategy::Guerrilla,
            armed => armed,
        };
    });
    let control = read(world, movement).map_or(0.0, |row| row.control);
    hold_ground(world, territory, Seat::Movement(movement), control);
    super::risings::begin(world, movement, false);
    push(world, Effect::Tell { fact: Fact::RisingBegun { movement, ripeness } });
    let kind = if ground == ruler { WarKind::Civil } else { WarKind::Anticolonial };
    let aim = aim_of_movement(world.resource::<Lore>(), movement, kind, ground);
    push(
        world,
        Effect::OpenWar {
            kind,
            aim,
            attacker: WarSide { polities: Vec::new(), movements: vec![movement] },
            defender: WarSide { polities: vec![ruler], movements: Vec::new() },
            over: vec![territory],
        },
    );
}

/// A movement is repressed this month: it loses organisation, people die, and the more it is loved the more are won
/// for it.
pub(in crate::sim) fn repress(world: &mut World, movement: MovementId, by: PolityId) {
    let rules = *world.resource::<MovementRules>();
    let Some(row) = read(world, movement) else { return };
    if !row.is_alive() {
        return;
    }
    let capacity = world
        .get::<Government>(world.resource::<Atlas>().polity(by))
        .map_or(0.0, |government| government.repression());
    with_movement(world, movement, |row| {
        row.organisation *= 1.0 - rules.repress_organisation * capacity;
        row.willing_to_talk = (row.willing_to_talk - 0.05).max(0.0);
    });
    let territory = world.resource::<Lore>().movements[movement].territory;
    let people = world.resource::<PeopleBook>().people(territory).real();
    let dead = People::rounded(people * rules.repress_dead * capacity * row.support);
    let dead = world.resource_mut::<PeopleBook>().book(territory, PeopleFlow::Repression, dead);
    let decider = world.resource::<Atlas>().agent(Seat::Polity(by));
    world.resource_mut::<HarmBook>().charge(Some(decider), Harm::Repression, dead);
    let backlash = rules.repress_backlash * capacity * row.support;
    crate::sim::society::effects::add_grievance(world, territory, backlash);
}

/// A latent movement begins, if it has not yet.
pub(in crate::sim) fn awaken(world: &mut World, movement: MovementId) {
    let Some(row) = read(world, movement) else { return };
    if row.phase != MovementPhase::Latent {
        return;
    }
    let now = world.resource::<Clock>().now();
    let rules = *world.resource::<MovementRules>();
    with_movement(world, movement, |row| growth::begin(row, now, &rules));
    push(world, Effect::Tell { fact: Fact::MovementArose { movement } });
}

/// After a change of status or rule: the leading movement is in power, those who shared its aim dissolve or, if they
/// are in arms, turn against the new order; those with other aims now face the new rulers.
pub(in crate::sim) fn settle_after_change(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    let lore = world.resource::<Lore>().clone();
    let now = world.resource::<Clock>().now();
    for (id, def) in lore.movements.iter() {
        if world.resource::<Lands>().owner(def.territory) != polity {
            continue;
        }
        let Some(row) = read(world, id) else { continue };
        if Some(id) == led_by {
            with_movement(world, id, |row| {
                row.phase = MovementPhase::Victorious;
                row.since = now;
                row.control = 0.0;
            });
            hold_ground(world, def.territory, Seat::Movement(id), 0.0);
            world.resource_mut::<Players>().follow(id, polity);
            continue;
        }
        if row.phase == MovementPhase::Victorious {
            // The former ruling movement is out of power and may gather again.
            with_movement(world, id, |row| {
                row.phase = MovementPhase::Broken;
                row.since = now;
                row.organisation *= 0.5;
                row.wounds = 24;
            });
        } else if row.phase == MovementPhase::Active && def.wants == polity {
            let same_current = led_by.is_some_and(|leader| lore.movements[leader].current == def.current);
            if same_current {
                with_movement(world, id, |row| {
                    row.phase = MovementPhase::Broken;
                    row.since = now;
                    row.wounds = 60;
                });
                push(world, Effect::Tell { fact: Fact::MovementSettled { movement: id } });
            }
        }
        with_movement(world, id, |row| row.against = polity);
    }
}

/// Territories went from a ruler to an heir without war: what was fought against the ruler there is over.
pub(in crate::sim) fn face_heir(
    world: &mut World,
    territories: &[TerritoryId],
    ruler: PolityId,
    heir: PolityId,
) {
    let lore = world.resource::<Lore>().clone();
    for (id, _) in lore.movements.iter().filter(|(_, def)| territories.contains(&def.territory)) {
        let Some(row) = read(world, id) else { continue };
        if row.phase == MovementPhase::InArms && ruler != heir {
            push(
                world,
                Effect::EndWar { a: Seat::Movement(id), b: Seat::Polity(ruler), why: WarEnd::HandedOver },
            );
            with_movement(world, id, |row| {
                row.phase = MovementPhase::Active;
                row.control = 0.0;
            });
        }
        with_movement(world, id, |row| row.against = heir);
    }
}

/// Movements that governed ground which is part of another state now are out of power, all but the one that governs it.
pub(in crate::sim) fn leave_power(world: &mut World, polity: PolityId, ruling: Option<MovementId>) {
    let lore = world.resource::<Lore>().clone();
    for (id, def) in lore.movements.iter() {
        if world.resource::<Lands>().owner(def.territory) == polity && Some(id) != ruling {
            with_movement(world, id, |row| {
                if row.phase == MovementPhase::Victorious {
                    row.phase = MovementPhase::Broken;
                    row.wounds = row.wounds.max(1);
                }
            });
        }
    }
}

/// Applies [`Effect::DivideAndRule`]: fronts there lose unity, those who rule there lose cohesion, and people hold it against
/// the ruler.
pub(in crate::sim) fn divide_and_rule(world: &mut World, polity: PolityId) {
    let rules = *world.resource::<MovementRules>();
    let lore = world.resource::<Lore>().clone();
    for (id, def) in lore.movements.iter() {
        if world.resource::<Lands>().owner(def.territory) == polity {
            with_movement(world, id, |row| row.unity = (row.unity - rules.divide_unity).clamp(0.0, 1.0));
        }
    }
    crate::sim::politics::effects::nudge_cohesion(world, polity, -rules.divide_cohesion);
    for &territory in &world.resource::<Lands>().of(polity).to_vec() {
        crate::sim::society::effects::add_grievance(world, territory, rules.divide_grievance);
    }
}

/// Talks between a state and a movement have been agreed. Arms are laid down if there were any, and paid for with
/// reform. Under foreign rule talks bring self-rule, and independence where the ruler's will is outweighed or self-rule
/// is nearly whole already.
pub(in crate::sim) fn lay_down_arms(world: &mut World, movement: MovementId) {
    let Some(row) = read(world, movement) else { return };
    if !row.is_alive() {
        return;
    }
    let armed = row.phase == MovementPhase::InArms;
    if armed && !ceasefire_holds(world, movement, &row) {
        with_movement(world, movement, |row| row.willing_to_talk = (row.willing_to_talk - 0.1).max(0.0));
        return;
    }
    come_down(world, movement);
}

/// A movement turns from arms, if it bore any, to the table. One that holds most of the country leaves it in power; others are
/// paid with reform, or with talks on independence.
pub(in crate::sim) fn come_down(world: &mut World, movement: MovementId) {
    let Some(row) = read(world, movement) else { return };
    let now = world.resource::<Clock>().now();
    let (ground, ruler) = ground_of(world, movement);
    let armed = row.phase == MovementPhase::InArms;
    if armed && holds_the_country(world, movement, &row) {
        take_over_at_table(world, movement, ruler);
        return;
    }
    if armed {
        push(
            world,
            Effect::EndWar { a: Seat::Movement(movement), b: Seat::Polity(ruler), why: WarEnd::Talks },
        );
        let territory = world.resource::<Lore>().movements[movement].territory;
        hold_ground(world, territory, Seat::Movement(movement), 0.0);
        push(world, Effect::Tell { fact: Fact::MovementSettled { movement } });
    }
    with_movement(world, movement, |row| {
        row.phase = MovementPhase::Active;
        row.strategy = Strategy::Negotiation;
        row.control = 0.0;
        if armed {
            row.since = now;
        }
    });
    if ground == ruler {
        if armed {
            push(world, Effect::Concede { by: ruler, to: ruler });
        }
        return;
    }
    if crate::sim::politics::effects::would_talk_of_independence(world, ground) || armed {
        crate::sim::politics::effects::open_talks(world, ruler, ground);
    } else {
        push(world, Effect::Concede { by: ruler, to: ground });
    }
}

/// Whether a movement holds so much of the country that whoever talks with it talks about handing over.
fn holds_the_country(world: &World, movement: MovementId, row: &Movement) -> bool {
    let territory = world.resource::<Lore>().movements[movement].territory;
    let people = world.resource::<PeopleBook>().people(territory).real();
    row.control >= world.resource::<MovementRules>().table_power
        && world.resource::<Lands>().speaks_for_whole(territory, people)
}

/// A movement comes away from the table with the power, or with its ground for the country that it fought for.
fn take_over_at_table(world: &mut World, movement: MovementId, ruler: PolityId) {
    let now = world.resource::<Clock>().now();
    let status = |polity| *world.polity::<Status>(polity);
    let effect = come_to_power(world.resource::<Lore>(), world.resource::<Lands>(), status, movement);
    if let Effect::Cede { territory, .. } = effect {
        let (a, b, why) = (Seat::Movement(movement), Seat::Polity(ruler), WarEnd::HandedOver);
        push(world, Effect::EndWar { a, b, why });
        hold_ground(world, territory, a, 0.0);
        with_movement(world, movement, |row| {
            (row.phase, row.since, row.control) = (MovementPhase::Victorious, now, 0.0);
        });
    }
    push(world, effect);
}

/// Whether agreed talks end a struggle in arms: the longer it has gone nowhere, the likelier.
fn ceasefire_holds(world: &World, movement: MovementId, row: &Movement) -> bool {
    let rules = world.resource::<MovementRules>();
    let now = world.resource::<Clock>().now();
    let stale = (f64::from(now.since(row.since)) / rules.stalemate_months.max(1.0)).min(1.0);
    let key = world.resource::<Atlas>().key(Seat::Movement(movement));
    let mut luck = world.resource::<Fate>().draw(now, Stream::Movements, key, CEASEFIRE);
    luck.chance(rules.talks_settle * (0.15 + 0.85 * stale))
}

/// Those who come to power without votes turn on the movements that could take it from them.
pub(in crate::sim) fn purge_opponents(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    let lore = world.resource::<Lore>().clone();
    for (id, def) in lore.movements.iter() {
        let rival = def.wants == polity && Some(id) != led_by;
        if let Some(row) = read(world, id).filter(|row| rival && row.is_alive()) {
            purge(world, polity, id, row.support);
        }
    }
}

fn purge(world: &mut World, polity: PolityId, movement: MovementId, support: f64) {
    let rules = *world.resource::<MovementRules>();
    let entity = world.resource::<Atlas>().polity(polity);
    let Some(government) = world.get::<Government>(entity).copied() else { return };
    let force = government.repression() * (1.0 - government.franchise());
    let territory = world.resource::<Lore>().movements[movement].territory;
    let people = world.resource::<PeopleBook>().people(territory).real();
    let dead = People::rounded(people * rules.purge_dead * force * support);
    let dead = world.resource_mut::<PeopleBook>().book(territory, PeopleFlow::Repression, dead);
    let decider = world.resource::<Atlas>().agent(Seat::Polity(polity));
    world.resource_mut::<HarmBook>().charge(Some(decider), Harm::Repression, dead);
    with_movement(world, movement, |row| row.organisation *= 1.0 - 0.5 * force);
}
