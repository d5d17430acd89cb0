//! Members come and go; cohesion drifts; the world organisation votes.

use bevy::prelude::*;

use crate::base::{Draw, OrganisationId, PolityId, Stream, hash, math};
use crate::content::defs::StartStatus;
use crate::content::vocabulary::{OrganisationKind, System};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{AgreementTag, has_turn};
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Government;
use crate::sim::population::{Fate, Lore, Seat};
use crate::sim::quantities::{Eyes, Facts, Tie, affinity, threat};
use crate::sim::terms::{NoTerms, Terms};

use super::producers;
use super::rules::{Bonds, admits, applies, cohesion_target};
use super::{Organisation, OrganisationRules, Organisations};

/// Months between two looks of one state at what it belongs to.
const MEMBERSHIP_MONTHS: u32 = 12;
/// Months between two applications of one state to the world organisation.
const APPLICATION_MONTHS: u32 = 6;
/// Months between two challenges to who speaks for a divided nation.
const SEAT_MONTHS: u32 = 12;

pub(super) fn open(mut organisations: ResMut<Organisations>, lore: Res<Lore>) {
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
            Organisation { members, cohesion: def.cohesion }
        })
        .collect();
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

/// A change of membership.
pub(super) enum Change {
    Join(OrganisationId, PolityId),
    Leave(OrganisationId, PolityId),
}

pub(super) fn settle(world: &mut World) {
    let rules = *world.resource::<OrganisationRules>();
    let fate = *world.resource::<Fate>();
    let facts = Facts::take_up(world);
    let turns = turns(&facts);
    let mut changes = Vec::new();
    let mut cohesions = Vec::new();
    for (id, organisation) in facts.organisations.iter() {
        let def = &facts.content.organisations[id];
        for &member in organisation.members() {
            if !facts.polities[member].status.is_alive() {
                changes.push(Change::Leave(id, member));
            }
        }
        match def.kind {
            OrganisationKind::World => vote(facts.world, &facts, id, &rules, &fate, &mut changes),
            // Members of an imperial union are bound by status, not by choice.
            OrganisationKind::Imperial | OrganisationKind::Regional | OrganisationKind::PartyConference => {}
            OrganisationKind::Producers => producers::gather(&facts, id, &turns, &rules, &fate, &mut changes),
            OrganisationKind::NonAligned => confer(&facts, id, &turns, &rules, &fate, &mut changes),
            OrganisationKind::MilitaryPact | OrganisationKind::PlanCommunity | OrganisationKind::Market => {
                come_and_go(&facts, id, &turns, &rules, &fate, &mut changes);
            }
        }
        if !organisation.members().is_empty() {
            let target = cohesion_target(&bonds(&facts, id), &rules, &mut NoTerms);
            cohesions.push((id, math::adapt(organisation.cohesion(), target, rules.cohesion_half_life)));
        }
    }
    drop(facts);
    let mut facts_to_tell = Vec::new();
    let mut organisations = world.resource_mut::<Organisations>();
    for (id, cohesion) in cohesions {
        organisations.list[id].cohesion = cohesion;
    }
    for change in changes {
        match change {
            Change::Join(organisation, polity) => {
                organisations.list[organisation].members.push(polity);
                facts_to_tell.push(Fact::MemberJoined { organisation, polity });
            }
            Change::Leave(organisation, polity) => {
                organisations.list[organisation].members.retain(|&member| member != polity);
                facts_to_tell.push(Fact::MemberLeft { organisation, polity });
            }
        }
    }
    let mut effects = world.resource_mut::<Effects>();
    for fact in facts_to_tell {
        effects.push(Effect::Tell { fact });
    }
}

/// Those who look this month at what they belong to, in id order.
fn turns(facts: &Facts) -> Vec<PolityId> {
    let turn = |id: &PolityId| has_turn(facts.atlas.key(Seat::Polity(*id)), facts.now.0, MEMBERSHIP_MONTHS);
    facts.polities.ids().filter(turn).collect()
}

/// The world organisation votes on those who apply, and on who speaks for a divided nation.
fn vote(
    world: &World,
    facts: &Facts,
    id: OrganisationId,
    rules: &OrganisationRules,
    fate: &Fate,
    changes: &mut Vec<Change>,
) {
    let organisation = facts.organisations.get(id);
    let members = organisation.members();
    for (candidate, row) in facts.polities.iter() {
        let key = facts.atlas.key(Seat::Polity(candidate));
        let age = |candidate| facts.now.since(world.polity::<Government>(candidate).since);
        // The cheapest questions first.
        if !row.sovereign()
            || !has_turn(key, facts.now.0, APPLICATION_MONTHS)
            || organisation.has(candidate)
            || age(candidate) < rules.application_months as u32
            || !fate
                .draw(facts.now, Stream::Politics, key, 306)
                .chance(applies(row.people, rules.application_people))
        {
            continue;
        }
        let (mut yes, mut no, mut veto) = (0, 0, false);
        for &member in members.iter().filter(|&&member| facts.polities[member].sovereign()) {
            if votes_for(facts, member, candidate, rules) {
                yes += 1;
            } else {
                no += 1;
                // The poles sit permanently; their no is a veto.
                veto |= facts.poles.is_some_and(|poles| poles.contains(&member));
            }
        }
        // A nation has one seat, unless all who claim it may sit.
        let rival_sits = rivals(facts, candidate)
            .any(|rival| organisation.has(rival) && !facts.recognition.given(rival, candidate));
        if rival_sits {
            challenge_seat(facts, id, candidate, changes);
        } else if admits(yes, no, veto, rules) {
            changes.push(Change::Join(id, candidate));
        }
    }
}

/// A member votes for whom it recognises, if it does not see in it a reinforcement of the other side in a time of
/// tension.
fn votes_for(facts: &Facts, member: PolityId, candidate: PolityId, rules: &OrganisationRules) -> bool {
    let tension = facts.relations.tension(facts.agent(member), facts.agent(candidate));
    let hostile = facts.opposed(member, candidate) && tension >= rules.admission_tension;
    facts.recognition.given(member, candidate) && !hostile
}

fn rivals<'f>(facts: &'f Facts, candidate: PolityId) -> impl Iterator<Item = PolityId> + 'f {
    let claim = facts.content.polities[candidate].claim;
    claim
        .into_iter()
        .flat_map(|claim| facts.content.claims[claim].claimants.iter().copied())
        .filter(move |&other| other != candidate)
}

/// Another claimant takes the nation's seat once more members recognise it than the one that sits, by simple majority
/// of those who recognise one of the two.
fn challenge_seat(facts: &Facts, id: OrganisationId, candidate: PolityId, changes: &mut Vec<Change>) {
    let organisation = facts.organisations.get(id);
    let Some(sitting) = rivals(facts, candidate).find(|&rival| organisation.has(rival)) else { return };
    if !has_turn(facts.atlas.key(Seat::Polity(candidate)), facts.now.0, SEAT_MONTHS) {
        return;
    }
    let recognise = |whom| {
        organisation
            .members()
            .iter()
            .filter(|&&member| member != sitting && facts.recognition.given(member, whom))
            .count()
    };
    if recognise(candidate) > recognise(sitting) {
        changes.push(Change::Leave(id, sitting));
        changes.push(Change::Join(id, candidate));
    }
}

/// Pacts and communities: those near in rule and line who trust the leader join, those who trust it no more leave; one
/// without members is founded when a threat is felt and enough would join.
fn come_and_go(
    facts: &Facts,
    id: OrganisationId,
    turns: &[PolityId],
    rules: &OrganisationRules,
    fate: &Fate,
    changes: &mut Vec<Change>,
) {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let Some(leader) = def.leader.filter(|&leader| facts.polities[leader].sovereign()) else { return };
    let wants = |candidate: PolityId| {
        let content = facts.content;
        def.is_open_to(content.territories[content.polities[candidate].capital].region)
            && wants_in(facts, candidate, leader, def.kind, rules)
    };
    let luck = |polity: PolityId, purpose| luck_of(facts, fate, id, polity, purpose);
    if organisation.members().is_empty() {
        let founders: Vec<PolityId> =
            facts.polities.ids().filter(|&candidate| candidate != leader && wants(candidate)).collect();
        let feared = facts.polities[leader]
            .rival
            .map_or(0.0, |rival| facts.relations.tension(facts.agent(leader), facts.agent(rival)));
        let ripe = founders.len() as f64 >= rules.found_members && feared >= rules.found_tension;
        if ripe && luck(leader, 300).chance(rules.found_chance) {
            changes.push(Change::Join(id, leader));
            changes.extend(founders.into_iter().map(|founder| Change::Join(id, founder)));
        }
        return;
    }
    for &candidate in turns.iter().filter(|&&candidate| candidate != leader) {
        let trust = facts.relations.trust(facts.agent(candidate), facts.agent(leader));
        if organisation.has(candidate) {
            let estranged = trust < rules.leave_trust;
            if estranged && luck(candidate, 301).chance(rules.leave_chance) {
                changes.push(Change::Leave(id, candidate));
            }
        } else if wants(candidate) && luck(candidate, 302).chance(rules.join_chance) {
            changes.push(Change::Join(id, candidate));
        }
    }
}

/// Whether a state would join an organisation led by another.
fn wants_in(
    facts: &Facts,
    candidate: PolityId,
    leader: PolityId,
    kind: OrganisationKind,
    rules: &OrganisationRules,
) -> bool {
    let (row, lead) = (&facts.polities[candidate], &facts.polities[leader]);
    let trust = facts.relations.trust(facts.agent(candidate), facts.agent(leader));
    let kin = affinity(facts, Seat::Polity(candidate), Seat::Polity(leader));
    let near = row.system() == lead.system() && row.system() != System::South;
    let pact = facts.tied(candidate, leader, Tie::Agreement(AgreementTag::Pact));
    let bound = near || pact && kind == OrganisationKind::MilitaryPact;
    row.sovereign()
        && bound
        && !facts.opposed(candidate, leader)
        && trust >= rules.join_trust
        && kin >= rules.join_affinity * if pact { 0.5 } else { 1.0 }
}

/// Those on nobody's side confer, once there are enough of them.
fn confer(
    facts: &Facts,
    id: OrganisationId,
    turns: &[PolityId],
    rules: &OrganisationRules,
    fate: &Fate,
    changes: &mut Vec<Change>,
) {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let free = |id: &PolityId| {
        let row = &facts.polities[*id];
        row.sovereign() && row.system() == System::South && row.side.is_none() && row.blocs == 0
    };
    let luck = |polity: PolityId, purpose| luck_of(facts, fate, id, polity, purpose);
    if organisation.members().is_empty() {
        let conferees: Vec<PolityId> = facts.polities.ids().filter(free).collect();
        let subject = hash::of_text(&def.id);
        if conferees.len() as f64 >= rules.uncommitted_states
            && fate.draw(facts.now, Stream::Politics, subject, 303).chance(rules.found_chance)
        {
            changes.extend(conferees.into_iter().map(|state| Change::Join(id, state)));
        }
        return;
    }
    for &state in turns {
        let member = organisation.has(state);
        if !member && free(&state) && luck(state, 304).chance(rules.join_chance) {
            changes.push(Change::Join(id, state));
        } else if member && !free(&state) && luck(state, 305).chance(rules.leave_chance) {
            changes.push(Change::Leave(id, state));
        }
    }
}

/// What holds an organisation together now: bonds to the leader, or, where nobody leads, among members in a ring.
fn bonds(facts: &Facts, id: OrganisationId) -> Bonds {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let members = organisation.members();
    let leader = def.leader.filter(|&leader| organisation.has(leader));
    let mut sum = Bonds::default();
    let mut count = 0.0;
    for (place, &member) in members.iter().enumerate() {
        let other = leader.unwrap_or(members[(place + 1) % members.len()]);
        if other == member {
            continue;
        }
        let (of, to) = (facts.agent(member), facts.agent(other));
        sum.trust += facts.relations.trust(of, to);
        sum.tension += facts.relations.tension(of, to);
        sum.affinity += affinity(facts, Seat::Polity(member), Seat::Polity(other));
        sum.hegemony += if leader.is_some() { facts.relations.influence(to, of) } else { 0.0 };
        if let Some(rival) = facts.polities[member].rival {
            sum.threat += threat(facts, member, rival, Eyes::Truth);
        }
        count += 1.0;
    }
    let mean = |value: f64| math::ratio_or(value, count, 0.5);
    Bonds {
        trust: mean(sum.trust),
        affinity: mean(sum.affinity),
        tension: mean(sum.tension),
        threat: mean(sum.threat),
        hegemony: mean(sum.hegemony),
    }
}

/// The cohesion to which an organisation tends now, with its terms, for those who want to see why.
pub fn explain_cohesion(world: &World, id: OrganisationId, terms: &mut impl Terms) -> f64 {
    let facts = Facts::gather(world);
    cohesion_target(&bonds(&facts, id), world.resource::<OrganisationRules>(), terms)
}
