//! What effects do to forces and wars.

use bevy::prelude::*;

use crate::base::{Money, MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{Occasion, PeaceTerms, WarAim, WarKind};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::economy::Accounts;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::politics::{Control, Lands};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::technology::Technology;

use super::ConflictRules;
use super::components::{Forces, War, WarSide, Wars};
use super::genesis::can_fight;
use super::peace;
use super::record::{Ending, WarEnd, WarRecord};
use super::rules;

fn tell(world: &mut World, fact: Fact) {
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Begins a war. The front stands where the attacker's own ground ends: at the share of the land fought over that it
/// owns already, or has held since an earlier war. A war that one of the leaders fights against the other already is not begun twice.
pub(in crate::sim) fn open_war(
    world: &mut World,
    kind: WarKind,
    aim: WarAim,
    attacker: WarSide,
    defender: WarSide,
    over: Vec<TerritoryId>,
) {
    let (Some(one), Some(other)) = (attacker.leader(), defender.leader()) else { return };
    if one == other || world.resource::<Wars>().between(one, other).is_some() {
        return;
    }
    let since = world.resource::<Clock>().now();
    let lands = world.resource::<Lands>();
    let held = |territory: TerritoryId| match attacker.polities.contains(&lands.owner(territory)) {
        true => 1.0,
        false => {
            let control = world.territory::<Control>(territory);
            attacker.polities.iter().map(|&id| control.of(Seat::Polity(id))).sum()
        }
    };
    let own: f64 = over.iter().map(|&territory| held(territory)).sum();
    let front = own / over.len().max(1) as f64;
    let mut wars = world.resource_mut::<Wars>();
    let number = wars.next;
    wars.next += 1;
    let war = War { number, kind, aim, attacker, defender, over, since, front, dead: 0 };
    wars.list.push(war.clone());
    world.resource_mut::<WarRecord>().begin(&war, false);
    tell(world, Fact::WarBegun { war: number, kind, aim, attacker: one, defender: other });
}

fn remove(world: &mut World, number: u32) -> Option<War> {
    let mut wars = world.resource_mut::<Wars>();
    let place = wars.list.iter().position(|war| war.number == number)?;
    Some(wars.list.remove(place))
}

/// Closes the account of a war and tells of its end.
fn tell_end(world: &mut World, war: &War, why: WarEnd, terms: Option<PeaceTerms>, winner: Option<Seat>) {
    let month = world.resource::<Clock>().now();
    world.resource_mut::<WarRecord>().close(war, Ending { month, why, terms, winner });
    let (Some(attacker), Some(defender)) = (war.attacker.leader(), war.defender.leader()) else { return };
    tell(world, Fact::WarEnded { war: war.number, attacker, defender, winner, dead: war.dead, why, terms });
    let Some(winner) = winner else { return };
    let lost = if war.attacker.has(winner) { &war.defender } else { &war.attacker };
    for &of in &lost.polities {
        world.resource_mut::<Effects>().push(Effect::Occasion { of, occasion: Occasion::LostWar });
    }
}

/// Who prevailed when a war ends: the side whose opponents can no longer fight, or that holds nearly all.
fn winner_of(world: &World, war: &War) -> Option<Seat> {
    let broken = |side: &WarSide| {
        let polities = side.polities.iter().map(|&id| Seat::Polity(id));
        let movements = side.movements.iter().map(|&id| Seat::Movement(id));
        !polities.chain(movements).any(|seat| can_fight(world, seat))
    };
    let decision = world.resource::<ConflictRules>().decision;
    match (broken(&war.attacker), broken(&war.defender)) {
        (true, false) => war.defender.leader(),
        (false, true) => war.attacker.leader(),
        _ if war.front >= decision => war.attacker.leader(),
        _ if war.front <= 1.0 - decision && war.attacker.movements.is_empty() => war.defender.leader(),
        _ => None,
    }
}

/// Ends the war between two sides. A victory brings the victor what it fought for; movements that are still in arms in the
/// war turn to talks.
pub(in crate::sim) fn end_war(world: &mut World, a: Seat, b: Seat, why: WarEnd) {
    let Some(number) = world.resource::<Wars>().between(a, b).map(|war| war.number) else { return };
    let Some(war) = remove(world, number) else { return };
    let winner = winner_of(world, &war);
    let spoils =
        winner.filter(|_| why == WarEnd::Decided).and_then(|winner| peace::spoils(world, &war, winner));
    close(world, &war, why, spoils, winner);
}

/// Two states make peace on terms. One that does not lead its side leaves the war, and the others fight on.
pub(in crate::sim) fn make_peace(
    world: &mut World,
    [a, b]: [PolityId; 2],
    terms: PeaceTerms,
    gives: PolityId,
) {
    let [one, other] = [a, b].map(Seat::Polity);
    let Some(war) = world.resource::<Wars>().between(one, other).cloned() else { return };
    if let Some(leaves) = peace::who_leaves(&war, a, b) {
        let from = if leaves == a { b } else { a };
        leave_war(world, war.number, leaves, from);
        return;
    }
    // What cannot be given any more is not given.
    let possible = peace::possible(world, &war, terms, gives);
    let terms = if possible { terms } else { PeaceTerms::StatusQuo };
    let Some(war) = remove(world, war.number) else { return };
    let winner = winner_at_table(world, &war, terms, gives);
    close(world, &war, WarEnd::Agreed, Some((terms, gives)), winner);
}

/// Who has prevailed by the terms of a peace: the one that does not give, where giving is to lose. Who goes home though nobody
/// could make it go has lost face, not the war.
fn winner_at_table(world: &World, war: &War, terms: PeaceTerms, gives: PolityId) -> Option<Seat> {
    match terms {
        PeaceTerms::AtHand | PeaceTerms::StatusQuo | PeaceTerms::FrontLine => None,
        PeaceTerms::Withdrawal if !peace::must_give(world, war, gives) => None,
        PeaceTerms::Withdrawal
        | PeaceTerms::Cession
        | PeaceTerms::DisputedGround
        | PeaceTerms::ChangeOfGovernment
        | PeaceTerms::Concessions => {
            let takes = if war.attacker.polities.contains(&gives) { &war.defender } else { &war.attacker };
            takes.leader()
        }
    }
}

/// What the end of a war brings is carried out, told and noted.
fn close(
    world: &mut World,
    war: &War,
    why: WarEnd,
    terms: Option<(PeaceTerms, PolityId)>,
    winner: Option<Seat>,
) {
    let mut effects =
        terms.map(|(terms, gives)| peace::effects_of(world, war, terms, gives)).unwrap_or_default();
    if let (WarEnd::Decided, Some([attacker, defender])) = (why, peace::principals(war))
        && winner == Some(Seat::Polity(defender))
    {
        effects.push(peace::reparations(world, attacker, defender));
    }
    tell_end(world, war, why, terms.map(|(terms, _)| terms), winner);
    world.resource_mut::<Effects>().extend(effects);
    for &movement in war.attacker.movements.iter().chain(&war.defender.movements) {
        if can_fight(world, Seat::Movement(movement)) {
            crate::sim::movements::effects::come_down(world, movement);
        }
    }
}

/// A state leaves a war that others on its side go on with.
fn leave_war(world: &mut World, number: u32, polity: PolityId, other: PolityId) {
    let mut wars = world.resource_mut::<Wars>();
    let Some(war) = wars.list.iter_mut().find(|war| war.number == number) else { return };
    if peace::leave(war, polity).is_some() {
        tell(world, Fact::WarLeft { war: number, polity, other });
    }
}

/// Pays for forces that stand on alert.
pub(in crate::sim) fn pay_forces(world: &mut World, polity: PolityId, money: Money) {
    let (from, to) = (Account::State(polity), Account::Private(polity));
    world.resource_mut::<MoneyBook>().transfer(from, to, MoneyFlow::Forces, money.positive());
}

/// Buys warheads out of the budget; a state that lacks the industry or the knowledge pays for research only.
pub(in crate::sim) fn build_warheads(world: &mut World, polity: PolityId, money: Money) {
    let rules = *world.resource::<ConflictRules>();
    let entity = world.resource::<Atlas>().polity(polity);
    let industry = world.get::<Accounts>(entity).map_or(0.0, |accounts| accounts.industry().real());
    let technology = world.get::<Technology>(entity).map_or(0.0, |technology| technology.level());
    let ready = rules::warhead_readiness(industry, technology, &rules);
    let (from, to) = (Account::State(polity), Account::Private(polity));
    let money = money.positive();
    world.resource_mut::<MoneyBook>().transfer(from, to, MoneyFlow::Forces, money);
    if let Some(mut forces) = world.get_mut::<Forces>(entity)
        && (forces.warheads > 0.0 || ready >= 1.0)
    {
        forces.warheads += money.real() / rules.warhead_cost.max(1.0);
    }
}

/// After a polity has come free: the war of the movement that leads it is won; others that are fought on its ground
/// against the former ruler go on against the new state.
pub(in crate::sim) fn close_wars_of_liberation(
    world: &mut World,
    polity: PolityId,
    led_by: Option<MovementId>,
    from: Option<PolityId>,
) {
    pass_wars_on(world, polity, led_by, from);
}

/// After a change of rule: the war of the movement that took over is won; others go on.
pub(in crate::sim) fn close_civil_wars(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    pass_wars_on(world, polity, led_by, None);
}

fn pass_wars_on(world: &mut World, polity: PolityId, led_by: Option<MovementId>, from: Option<PolityId>) {
    let lore = world.resource::<Lore>().clone();
    let mut ended = Vec::new();
    {
        let lands = world.resource::<Lands>().clone();
        let mut wars = world.resource_mut::<Wars>();
        for war in &mut wars.list {
            let lives_here = |id: &MovementId| lands.owner(lore.movements[*id].territory) == polity;
            let fought_here = war.attacker.movements.iter().chain(&war.defender.movements).any(lives_here);
            if !fought_here {
                continue;
            }
            if let Some(leader) = led_by {
                let led = |side: &WarSide| side.has(Seat::Movement(leader));
                if led(&war.attacker) || led(&war.defender) {
                    // Others who fought beside the victor go on in wars of their own if they wish.
                    ended.push((war.number, Some(Seat::Movement(leader))));
                    continue;
                }
            }
            if let Some(from) = from {
                war.kind = WarKind::Civil;
                for side in [&mut war.attacker, &mut war.defender] {
                    for fighter in &mut side.polities {
                        if *fighter == from {
                            *fighter = polity;
                        }
                    }
                }
            }
        }
    }
    for (number, winner) in ended {
        if let Some(war) = remove(world, number) {
            tell_end(world, &war, WarEnd::TakenOver, None, winner);
        }
    }
}

/// Closes wars in which one side cannot go on: its states are gone, its movements broken, in power or at the table.
pub(super) fn close_dead_wars(world: &mut World) {
    let gone: Vec<u32> = world
        .resource::<Wars>()
        .list
        .iter()
        .filter(|war| {
            let dead = |side: &WarSide| {
                let polities = side.polities.iter().map(|&id| Seat::Polity(id));
                let movements = side.movements.iter().map(|&id| Seat::Movement(id));
                !polities.chain(movements).any(|seat| can_fight(world, seat))
            };
            dead(&war.attacker) || dead(&war.defender)
        })
        .map(|war| war.number)
        .collect();
    for number in gone {
        if let Some(war) = remove(world, number) {
            let winner = winner_of(world, &war);
            tell_end(world, &war, WarEnd::SideGone, None, winner);
        }
    }
    // Movements whose war is over without them having been told fight on in one of their own.
    let movements = world.table::<&Movement>();
    let movements = movements.query_manual(world);
    let all = world.resource::<Lore>().movements.ids().zip(movements.iter());
    let in_arms = all.filter(|(_, movement)| movement.phase() == MovementPhase::InArms).map(|(id, _)| id);
    let stray: Vec<MovementId> =
        in_arms.filter(|&id| !world.resource::<Wars>().fights(Seat::Movement(id))).collect();
    for id in stray {
        let entity = world.resource::<Atlas>().movement(id);
        let Some(against) = world.get::<Movement>(entity).map(|movement| movement.against()) else {
            continue;
        };
        let territory = world.resource::<Lore>().movements[id].territory;
        let ground = world.resource::<Lands>().owner(territory);
        let kind = if ground == against { WarKind::Civil } else { WarKind::Anticolonial };
        let aim = peace::aim_of_movement(world.resource::<Lore>(), id, kind, ground);
        let attacker = WarSide { polities: Vec::new(), movements: vec![id] };
        let defender = WarSide { polities: vec![against], movements: Vec::new() };
        open_war(world, kind, aim, attacker, defender, vec![territory]);
    }
}
