//! Wars month by month: fronts, dead, displaced, weariness, exits.

use bevy::prelude::*;

use crate::base::{AgentId, Id, OrganisationId, People, PolityId, Stream, TerritoryId, apportion, math};
use crate::content::defs::{Content, Passage};
use crate::content::vocabulary::{Harm, QuarrelRung, WarKind};
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{HarmBook, PeopleBook, PeopleFlow};
use crate::sim::movements::Movement;
use crate::sim::organisations::acts::{defends, is_called_to_cease};
use crate::sim::organisations::{Assembly, Organisation, Organisations, Quarrels};
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat};
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;

use super::ConflictRules;
use super::components::{Forces, War, WarSide, Wars};
use super::forces::engagement;
use super::rules::{self, Committed};

/// Purposes of luck in this file.
const FRONT: u32 = 1;
const EXIT: u32 = 2;
const JOIN: u32 = 3;
const IMPOSE: u32 = 4;

/// Months between looks at aims, stakes and allies.
const QUARTER: u32 = 3;

type Sides<'w, 's> =
    Polities<'w, 's, (&'static Status, &'static Government, &'static mut Forces, &'static Technology)>;

/// Steps over the map from a state's capital to a place: a land border or strait counts one, a sea lane two.
fn steps(content: &Content, from: TerritoryId, to: TerritoryId) -> f64 {
    const FAR: u32 = 20;
    let mut best = vec![u32::MAX; content.territories.len()];
    let mut edge = std::collections::VecDeque::from([from]);
    best[from.index()] = 0;
    while let Some(here) = edge.pop_front() {
        let so_far = best[here.index()];
        if so_far >= FAR {
            continue;
        }
        for neighbour in &content.territories[here].neighbours {
            let cost = if neighbour.passage == Passage::SeaLane { 2 } else { 1 };
            let place = &mut best[neighbour.territory.index()];
            if so_far + cost < *place {
                *place = so_far + cost;
                edge.push_back(neighbour.territory);
            }
        }
    }
    f64::from(best[to.index()].min(FAR))
}

/// What a state brings to a war.
fn committed(
    war: &War,
    polity: PolityId,
    lore: &Content,
    lands: &Lands,
    sides: &Sides,
    lent: f64,
) -> Committed {
    let (_, government, forces, technology) = sides.get(polity);
    let at_home = war.over.iter().any(|&territory| lands.owner(territory) == polity);
    let front = war.over.first().copied();
    let distance = |front| steps(lore, lore.polities[polity].capital, front);
    // Troops of allies who share the front land among friends; ground that nobody of the side touches must be stormed.
    let touches = |front: TerritoryId| {
        let neighbours = &lore.territories[front].neighbours;
        neighbours
            .iter()
            .any(|neighbour| neighbour.passage == Passage::Land && lands.owner(neighbour.territory) == polity)
    };
    let friends = match war.attacker.polities.contains(&polity) {
        true => &war.attacker.polities,
        false => &war.defender.polities,
    };
    let landed = war.over.iter().any(|&territory| friends.contains(&lands.owner(territory)));
    Committed {
        over_sea: !at_home && !landed && !war.over.iter().any(|&front| touches(front)),
        strength: forces.strength() + lent,
        technology: technology.level(),
        steps: if at_home { 0.0 } else { front.map_or(0.0, distance) },
        at_home,
        legitimacy: government.legitimacy(),
        weariness: forces.weariness(),
        terrain: front.map_or(0.0, |front| lore.territories[front].guerrilla_terrain),
    }
}

/// Troops that others have lent to states of a side without being of it: to whom, by whom, and which share of their forces.
fn lent_to<'a>(
    side: &'a WarSide,
    agreements: &'a Agreements,
) -> impl Iterator<Item = (PolityId, PolityId, f64)> + 'a {
    agreements.list().iter().filter_map(|agreement| match agreement.terms {
        AgreementTerms::Troops { share }
            if side.polities.contains(&agreement.b) && !side.polities.contains(&agreement.a) =>
        {
            Some((agreement.b, agreement.a, share.clamp(0.0, 0.5)))
        }
        _ => None,
    })
}

/// Power of the states of one side at the front, with the troops that others have lent them.
fn side_power(
    war: &War,
    side: &WarSide,
    lore: &Content,
    lands: &Lands,
    sides: &Sides,
    agreements: &Agreements,
    rules: &ConflictRules,
) -> f64 {
    let mut power = 0.0;
    for &polity in &side.polities {
        let here = lent_to(side, agreements).filter(|&(host, ..)| host == polity);
        let lent = here.map(|(_, lender, share)| sides.get(lender).2.strength() * share).sum();
        power += rules::power_at_front(&committed(war, polity, lore, lands, sides, lent), rules);
    }
    power
}

/// Who answers for the harm of a war, with weights: in a war between states a part falls on those who began it, the
/// rest on each side by what it can do; in a struggle for power on each side by its strength.
fn deciders(
    war: &War,
    attacker_share: f64,
    atlas: &Atlas,
    agreements: &Agreements,
    rules: &ConflictRules,
) -> (Vec<AgentId>, Vec<f64>) {
    let (mut agents, mut weights) = (Vec::new(), Vec::new());
    let mut charge = |side: &WarSide, weight: f64| {
        let seats: Vec<AgentId> = side
            .polities
            .iter()
            .map(|&id| atlas.agent(Seat::Polity(id)))
            .chain(side.movements.iter().map(|&id| atlas.agent(Seat::Movement(id))))
            .chain(lent_to(side, agreements).map(|(_, lender, _)| atlas.agent(Seat::Polity(lender))))
            .collect();
        // The leader decides; those who help it share the answer.
        for (place, &agent) in seats.iter().enumerate() {
            agents.push(agent);
            weights.push(weight * if place == 0 { 1.0 } else { 0.4 });
        }
    };
    let begun = if war.kind == WarKind::Interstate { rules.beginner_share } else { 0.0 };
    charge(&war.attacker, begun + (1.0 - begun) * attacker_share.max(0.01));
    charge(&war.defender, (1.0 - begun) * (1.0 - attacker_share).max(0.01));
    (agents, weights)
}

/// Charges a number of people to deciders so that the parts add up exactly.
fn charge(harm: &mut HarmBook, kind: Harm, people: People, agents: &[AgentId], weights: &[f64]) {
    let mut parts = vec![0; agents.len()];
    let left = apportion(people.0, weights, &mut parts);
    for (&agent, part) in agents.iter().zip(parts) {
        harm.charge(Some(agent), kind, People(part));
    }
    harm.charge(None, kind, People(left));
}

/// The neighbouring territory to which people flee: the first that no war is fought over.
fn refuge(lore: &Content, wars: &Wars, from: TerritoryId) -> Option<TerritoryId> {
    let fought = |territory| wars.list().iter().any(|war| war.over.contains(&territory));
    lore.territories[from]
        .neighbours
        .iter()
        .filter(|neighbour| neighbour.passage != Passage::SeaLane)
        .map(|neighbour| neighbour.territory)
        .find(|&territory| !fought(territory))
}

/// One month of every war.
pub(super) fn fight_wars(
    rules: Res<ConflictRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    agreements: Res<Agreements>,
    movements: Movements<&Movement>,
    mut wars: ResMut<Wars>,
    mut sides: Sides,
    mut book: ResMut<PeopleBook>,
    mut harm: ResMut<HarmBook>,
) {
    let now = clock.now();
    for index in 0..wars.list.len() {
        let war = wars.list[index].clone();
        let armies = war.attacker.movements.is_empty() && war.defender.movements.is_empty();
        let mut intensity = 1.0;
        let share = if armies {
            let power = |side| side_power(&war, side, &lore, &lands, &sides, &agreements, &rules);
            let (attacker, defender) = (power(&war.attacker), power(&war.defender));
            let key = war.over.first().map_or(0, |&territory| atlas.territory_key(territory));
            let luck = fate.draw(now, Stream::Conflict, key, FRONT).bell();
            wars.list[index].front = rules::front_next(war.front, attacker, defender, luck, &rules);
            math::ratio_or(attacker, attacker + defender, 0.5)
        } else {
            // Struggles for power are decided by the movements' own strength; their ground is the front.
            let of = |side: &WarSide| {
                let held = side.movements.iter().map(|&id| movements.get(id));
                held.fold((0.0_f64, 0.0_f64), |(strength, control), movement| {
                    (strength.max(movement.strength()), (control + movement.control()).min(1.0))
                })
            };
            let (strength, control) = match war.attacker.movements.is_empty() {
                false => of(&war.attacker),
                true => {
                    let (strength, control) = of(&war.defender);
                    (1.0 - strength, 1.0 - control)
                }
            };
            wars.list[index].front = control;
            intensity = rules::reach_of_struggle(control);
            strength
        };
        intensity *= 4.0 * share * (1.0 - share);
        let lethality = if armies { rules.lethality_armies / rules.lethality.max(1e-9) } else { 1.0 };
        let (agents, weights) = deciders(&war, share, &atlas, &agreements, &rules);
        let (mut dead, mut people_there) = (People::ZERO, 0.0);
        for &territory in &war.over {
            let people = book.people(territory).real();
            people_there += people;
            let killed = rules::war_dead(people, intensity, &rules) * lethality;
            let killed = book.book(territory, PeopleFlow::War, People::rounded(killed));
            charge(&mut harm, Harm::War, killed, &agents, &weights);
            dead += killed;
            let driven = People::rounded(killed.real() * rules.displacement);
            // Most of them find shelter inside the country; a part crosses the border.
            let across = People::floored(driven.real() * 0.3);
            let gone = refuge(&lore, &wars, territory)
                .map_or(People::ZERO, |refuge| book.migrate(territory, refuge, across));
            charge(&mut harm, Harm::Fled, gone, &agents, &weights);
            charge(&mut harm, Harm::Displaced, driven + -gone, &agents, &weights);
        }
        wars.list[index].dead += dead.0;
        for (side, part) in [(&war.attacker, share), (&war.defender, 1.0 - share)] {
            for &polity in &side.polities {
                let at_home = war.over.iter().any(|&territory| lands.owner(territory) == polity);
                let own_people = lands.people(polity).max(1.0);
                let mut lost = if at_home { dead.real() } else { 0.0 };
                if !at_home {
                    let fallen = dead.real() * rules.expedition_losses * part / side.polities.len() as f64;
                    let capital = lore.polities[polity].capital;
                    let fallen = book.book(capital, PeopleFlow::War, People::rounded(fallen));
                    charge(&mut harm, Harm::War, fallen, &agents, &weights);
                    wars.list[index].dead += fallen.0;
                    lost = fallen.real();
                }
                // A small war abroad wearies a great state little.
                let scale = (people_there / own_people).min(1.0);
                let effort = engagement(&war, polity, &lands, &rules) * (0.25 + 0.75 * scale);
                let gain = rules::weariness_gain(effort, lost / own_people, &rules, &mut NoTerms);
                let (_, _, mut forces, _) = sides.get_mut(polity);
                forces.weariness = (forces.weariness + gain).clamp(0.0, 1.0);
            }
            // Who lends troops has fallen and grows weary like one that fights, as far as its forces are there.
            for (_, lender, lent) in lent_to(side, &agreements) {
                let own_people = lands.people(lender).max(1.0);
                let fallen = dead.real() * rules.expedition_losses * part * lent;
                let capital = lore.polities[lender].capital;
                let fallen = book.book(capital, PeopleFlow::War, People::rounded(fallen));
                charge(&mut harm, Harm::War, fallen, &agents, &weights);
                wars.list[index].dead += fallen.0;
                let scale = (people_there / own_people).min(1.0);
                let effort = lent * (0.25 + 0.75 * scale);
                let gain = rules::weariness_gain(effort, fallen.real() / own_people, &rules, &mut NoTerms);
                let (_, _, mut forces, _) = sides.get_mut(lender);
                forces.weariness = (forces.weariness + gain).clamp(0.0, 1.0);
            }
        }
    }
}

/// Allies join, aims are tested against an exit, and wars are decided.
pub(super) fn test_aims(
    rules: Res<ConflictRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    agreements: Res<Agreements>,
    (organisations, quarrels, assembly): (Res<Organisations>, Res<Quarrels>, Res<Assembly>),
    mut wars: ResMut<Wars>,
    mut effects: ResMut<Effects>,
    sides: Sides,
) {
    let now = clock.now();
    let count = wars.list.len();
    for index in 0..count {
        let war = wars.list[index].clone();
        if !war.attacker.movements.is_empty() || !war.defender.movements.is_empty() {
            // Struggles for power end where movements win, break or talk.
            continue;
        }
        let (Some(a), Some(b)) = (war.attacker.polities.first(), war.defender.polities.first()) else {
            continue;
        };
        let (a, b) = (*a, *b);
        if war.front >= rules.decision || (war.front <= 1.0 - rules.decision && now.since(war.since) > 3) {
            let attacker_won = war.front >= rules.decision;
            let (winner, loser) = if attacker_won { (a, b) } else { (b, a) };
            if attacker_won || holds_any(&war, loser, &lands) {
                let luck = fate.draw(now, Stream::Conflict, atlas.key(Seat::Polity(loser)), IMPOSE);
                let form = impose(&war, winner, loser, &lore, &lands, &mut effects)
                    .then(|| sides.get(winner).1.form())
                    .filter(|&form| form != sides.get(loser).1.form());
                if let (Some(form), mut luck) = (form, luck)
                    && luck.chance(rules.rule_imposed)
                {
                    effects.push(Effect::ChangeRule { polity: loser, form, led_by: None });
                }
            }
            effects.push(Effect::EndWar { a: Seat::Polity(a), b: Seat::Polity(b) });
            continue;
        }
        if !(now.0 + war.number).is_multiple_of(QUARTER) {
            continue;
        }
        let promised = guarantors(b, &lore, &agreements, (&organisations, &quarrels));
        if let Some(ally) = joining(&war, &rules, now, &fate, &atlas, &promised, &sides) {
            wars.list[index].defender.polities.push(ally);
        }
        let weary = |side: &WarSide| {
            let levels = side.polities.iter().map(|&id| sides.get(id).2.weariness());
            levels.fold(0.0_f64, f64::max)
        };
        let stalled = 1.0 - (2.0 * (war.front - 0.5)).abs();
        let mut chance = rules::exit_chance([weary(&war.attacker), weary(&war.defender)], stalled, &rules);
        // Whom the world organisation calls to cease fire has an exit that saves faces.
        let fighting: Vec<PolityId> =
            [&war.attacker, &war.defender].iter().flat_map(|side| side.polities.clone()).collect();
        if is_called_to_cease(&assembly, &fighting, now) {
            chance = (chance + rules.ceasefire_exit).min(1.0);
        }
        let key = war.over.first().map_or(0, |&territory| atlas.territory_key(territory));
        if fate.draw(now, Stream::Conflict, key, EXIT).chance(chance) {
            effects.push(Effect::EndWar { a: Seat::Polity(a), b: Seat::Polity(b) });
        }
    }
}

fn holds_any(war: &War, polity: PolityId, lands: &Lands) -> bool {
    war.over.iter().any(|&territory| lands.owner(territory) == polity)
}

/// What a victor takes: territories of its own nation or home. Returns whether it may set up its own form of rule
/// instead: it took nothing, and the loser's capital was fought over.
fn impose(
    war: &War,
    winner: PolityId,
    loser: PolityId,
    lore: &Content,
    lands: &Lands,
    effects: &mut Effects,
) -> bool {
    let claimed = |territory: TerritoryId| {
        lore.polities[winner].home.contains(&territory)
            || lore
                .claims
                .values()
                .any(|claim| claim.claimants.contains(&winner) && claim.territories.contains(&territory))
    };
    let mut taken = false;
    for &territory in &war.over {
        if lands.owner(territory) == loser && claimed(territory) {
            effects.push(Effect::Cede { territory, to: winner });
            taken = true;
        }
    }
    !taken && war.over.contains(&lore.polities[loser].capital)
}

/// Who has promised to come to a state's help, with how far the promise binds (0–1): partners in a pact, and members of
/// its military organisations as far as these hold together. Who has carried an open quarrel to a split is not counted on.
fn guarantors(
    of: PolityId,
    lore: &Content,
    agreements: &Agreements,
    (organisations, quarrels): (&Organisations, &Quarrels),
) -> Vec<(PolityId, f64)> {
    let mut all: Vec<(PolityId, f64)> = Vec::new();
    for agreement in agreements.list().iter().filter(|one| one.terms.tag() == AgreementTag::Pact) {
        match (agreement.a == of, agreement.b == of) {
            (true, false) => all.push((agreement.b, 1.0)),
            (false, true) => all.push((agreement.a, 1.0)),
            _ => {}
        }
    }
    let behind =
        agreements.list().iter().filter(|one| one.terms.tag() == AgreementTag::Guarantee && one.b == of);
    all.extend(behind.map(|one| (one.a, 1.0)));
    let defending =
        |(id, one): &(OrganisationId, &Organisation)| defends(lore.organisations[*id].kind) && one.has(of);
    for (_, organisation) in organisations.iter().filter(defending) {
        for &member in organisation.members().iter().filter(|&&member| member != of) {
            if !all.iter().any(|(one, _)| *one == member) {
                all.push((member, organisation.cohesion()));
            }
        }
    }
    all.retain(|(one, _)| !quarrels.has_come_to(*one, of, QuarrelRung::Boycott));
    all
}

/// The first ally, if any, that joins the defender this quarter. A pact binds to the defence only; those who face an
/// opponent with warheads think again.
fn joining(
    war: &War,
    rules: &ConflictRules,
    now: crate::base::Month,
    fate: &Fate,
    atlas: &Atlas,
    guarantors: &[(PolityId, f64)],
    sides: &Sides,
) -> Option<PolityId> {
    let (side, other) = (&war.defender, &war.attacker);
    let warheads: f64 = other.polities.iter().map(|&id| sides.get(id).2.warheads()).sum();
    let deterred = warheads / (warheads + rules.deterrence_warheads);
    for &(ally, binds) in guarantors {
        let (status, government, forces, _) = sides.get(ally);
        if side.polities.contains(&ally) || other.polities.contains(&ally) || !status.is_sovereign() {
            continue;
        }
        let ready = (1.0 - forces.weariness()) * (0.5 + 0.5 * government.legitimacy()) * (1.0 - deterred);
        let key = atlas.key(Seat::Polity(ally));
        if fate.draw(now, Stream::Conflict, key, JOIN).chance(rules.pact_honour * binds * ready) {
            return Some(ally);
        }
    }
    None
}
