//! Cohesion and lines drift; states apply to the world organisation, which votes; sellers of a good associate.

use bevy::prelude::*;

use crate::base::{Draw, Id, OrganisationId, PolityId, Stream, hash, math};
use crate::content::defs::StartStatus;
use crate::content::vocabulary::{MotionKind, OrganisationKind, System};
use crate::sim::access::Access;
use crate::sim::diplomacy::{ends_quarter, has_turn_by_quarter};
use crate::sim::politics::{Government, Status};
use crate::sim::population::{Clock, Fate, Lore, Seat};
use crate::sim::quantities::Facts;
use crate::sim::terms::NoTerms;

use super::acts::{enter, leave, table, vote_on_due};
use super::bonds::bonds;
use super::find::by_choice;
use super::grounds::rival_sits;
use super::producers;
use super::rules::{applies, cohesion_target, drifted, left};
use super::{Lines, Organisation, OrganisationRules, Organisations, may_be_tabled};

/// Months between two looks of one state at what it belongs to where nobody decides.
const MEMBERSHIP_MONTHS: u32 = 12;
/// Months between two applications of one state to the world organisation.
const APPLICATION_MONTHS: u32 = 6;
/// Months between two challenges to who speaks for a divided nation.
const SEAT_MONTHS: u32 = 12;
/// Months between two turns of a state's line. All of these are whole quarters.
const LINE_MONTHS: u32 = 3;
/// Months between two looks at what holds an organisation together.
const COHESION_MONTHS: u32 = 3;

pub(super) fn open(
    mut organisations: ResMut<Organisations>,
    mut lines: ResMut<Lines>,
    lore: Res<Lore>,
    clock: Res<Clock>,
) {
    let stands = |id: PolityId| lore.polities[id].start.status != StartStatus::Dormant;
    organisations.list = lore
        .organisations
        .values()
        .map(|def| {
            let mut members: Vec<PolityId> =
                def.members.iter().map(|member| member.polity).filter(|&id| stands(id)).collect();
            if def.kind == OrganisationKind::World {
                let flagged = lore.polities.iter().filter(|(_, polity)| polity.start.un_member);
                for (id, _) in flagged {
                    if !members.contains(&id) {
                        members.push(id);
                    }
                }
            }
            Organisation {
                members,
                cohesion: def.cohesion,
                permanent: def.permanent.clone(),
                consulted: clock.now(),
                ..Organisation::default()
            }
        })
        .collect();
    lines.at = lore.polities.values().map(|def| lore.doctrines[def.start.doctrine_camp].line).collect();
}

/// The luck of a state towards an organisation this month.
pub(super) fn luck_of(facts: &Facts, fate: &Fate, id: OrganisationId, state: PolityId, purpose: u32) -> Draw {
    let name = hash::of_text(&facts.content.organisations[id].id);
    fate.draw(
        facts.now,
        Stream::Politics,
        facts.atlas.key(Seat::Polity(state)) ^ name.rotate_left(7),
        purpose,
    )
}

/// A change of membership that nobody decides.
pub(super) enum Change {
    Join(OrganisationId, PolityId),
    Leave(OrganisationId, PolityId),
}

/// At the end of a quarter, all that holds organisations together; in other months only those go whose state is no more.
pub(super) fn settle(world: &mut World) {
    strike_off_the_dead(world);
    if !ends_quarter(world.resource::<Clock>().now().0) {
        return;
    }
    let rules = *world.resource::<OrganisationRules>();
    let fate = *world.resource::<Fate>();
    let facts = Facts::take_up(world);
    let turns = turns(&facts);
    let mut changes = Vec::new();
    let mut cohesions = Vec::new();
    let mut motions = Vec::new();
    for (id, organisation) in facts.organisations.iter() {
        let def = &facts.content.organisations[id];
        match def.kind {
            OrganisationKind::World => apply_for_seats(&facts, id, &rules, &fate, &mut motions),
            OrganisationKind::Producers => producers::gather(&facts, id, &turns, &rules, &fate, &mut changes),
            // Members of an imperial union are bound by status; to all others states decide to belong.
            _ => {}
        }
        if !organisation.members().is_empty()
            && has_turn_by_quarter(facts.atlas.turn_by(hash::of_text(&def.id)), facts.now.0, COHESION_MONTHS)
        {
            let target = cohesion_target(&bonds(&facts, id), &rules, &mut NoTerms);
            let kept = left(f64::from(COHESION_MONTHS), rules.cohesion_half_life);
            cohesions.push((id, math::lerp(target, organisation.cohesion(), kept)));
        }
    }
    let lines = drift_lines(&facts, &rules);
    let rows = facts.into_rows();
    let mut organisations = world.resource_mut::<Organisations>();
    for (id, cohesion) in cohesions {
        let one = &mut organisations.list[id];
        one.cohesion = cohesion;
        one.pressed *= left(f64::from(COHESION_MONTHS), rules.pressed_half_life);
    }
    let mut all = world.resource_mut::<Lines>();
    lines.into_iter().for_each(|(id, line)| all.at[id] = line);
    for change in changes {
        match change {
            Change::Join(organisation, polity) => enter(world, organisation, polity),
            Change::Leave(organisation, polity) => leave(world, polity, organisation),
        }
    }
    motions.into_iter().for_each(|(kind, by)| table(world, kind, by, by));
    vote_on_due(world, rows);
}

fn strike_off_the_dead(world: &mut World) {
    let table = world.table::<&Status>();
    let alive: Vec<bool> = table.query_manual(world).iter().map(|status| status.is_alive()).collect();
    let mut gone: Vec<(PolityId, OrganisationId)> = Vec::new();
    for (id, one) in world.resource::<Organisations>().iter() {
        let dead = one.members().iter().copied().filter(|member| !alive[member.index()]);
        gone.extend(dead.map(|member| (member, id)));
    }
    gone.into_iter().for_each(|(member, id)| leave(world, member, id));
}

/// Those who look this month at what they belong to, in id order.
fn turns(facts: &Facts) -> Vec<PolityId> {
    let turn = |id: &PolityId| {
        has_turn_by_quarter(facts.atlas.turn(Seat::Polity(*id)), facts.now.0, MEMBERSHIP_MONTHS)
    };
    facts.polities.ids().filter(turn).collect()
}

/// Where lines have drifted in a quarter: to that of the doctrine in force, drawn off by whoever leads.
fn drift_lines(facts: &Facts, rules: &OrganisationRules) -> Vec<(PolityId, (f64, f64))> {
    let turn =
        |id: &PolityId| has_turn_by_quarter(facts.atlas.turn(Seat::Polity(*id)), facts.now.0, LINE_MONTHS);
    let line = |id: PolityId| {
        let row = &facts.polities[id];
        let leader = leader_of(facts, id);
        let of = |leader: PolityId| {
            let influence = facts.relations.influence(facts.agent(leader), facts.agent(id));
            (facts.polities[leader].line, influence)
        };
        let (revision, integration) = facts.content.doctrines[row.doctrine].line;
        let (stage, weight) = circumstances(facts, id, rules);
        drifted(
            row.line,
            (revision + stage, integration + weight),
            leader.map(of),
            f64::from(LINE_MONTHS),
            rules,
        )
    };
    facts.polities.ids().filter(turn).map(|id| (id, line(id))).collect()
}

/// What a state's circumstances add to its doctrine's line: who has far to go holds to what brought it to power, who has come
/// far revises it; the more a state weighs beside the leading one of its system, the larger if two lead, the less it lets itself be led.
fn circumstances(facts: &Facts, id: PolityId, rules: &OrganisationRules) -> (f64, f64) {
    let row = &facts.polities[id];
    if row.system() == System::South {
        return (0.0, 0.0);
    }
    let stage = rules.line_stage * (0.5 - row.level);
    let leads = |&pole: &PolityId| pole != id && facts.polities[pole].system() == row.system();
    let poles = facts.poles.iter().flatten().copied().filter(leads);
    let largest = poles.map(|pole| facts.polities[pole].product).reduce(f64::max);
    let weight = largest.map_or(0.0, |largest| math::ratio_or(row.product, row.product + largest, 0.0));
    (stage, rules.line_weight * weight)
}

/// The leader of the first organisation to which a state belongs by choice.
fn leader_of(facts: &Facts, id: PolityId) -> Option<PolityId> {
    by_choice(facts)
        .filter(|(_, _, one)| one.has(id))
        .find_map(|(_, def, _)| def.leader.filter(|&leader| leader != id))
}

/// States without a seat apply for one, the smallest hardly ever: to send a letter is nobody's great decision. A claimant
/// whose rival sits asks for the nation's seat.
fn apply_for_seats(
    facts: &Facts,
    id: OrganisationId,
    rules: &OrganisationRules,
    fate: &Fate,
    motions: &mut Vec<(MotionKind, PolityId)>,
) {
    let organisation = facts.organisations.get(id);
    let sits = |candidate| rival_sits(facts.content, facts.organisations, facts.recognition, id, candidate);
    for (candidate, row) in facts.polities.iter() {
        let key = facts.atlas.key(Seat::Polity(candidate));
        let turn = facts.atlas.turn_by(key);
        let age = |candidate| facts.now.since(facts.world.polity::<Government>(candidate).since);
        // The cheapest questions first.
        if !row.sovereign()
            || !has_turn_by_quarter(turn, facts.now.0, APPLICATION_MONTHS)
            || organisation.has(candidate)
            || age(candidate) < rules.application_months as u32
            || !fate
                .draw(facts.now, Stream::Politics, key, 306)
                .chance(applies(row.people, rules.application_people))
        {
            continue;
        }
        let kind = if sits(candidate) { MotionKind::Seat } else { MotionKind::Admit };
        let in_turn = kind == MotionKind::Admit || has_turn_by_quarter(turn, facts.now.0, SEAT_MONTHS);
        if in_turn && may_be_tabled(facts, kind, candidate) {
            motions.push((kind, candidate));
        }
    }
}
