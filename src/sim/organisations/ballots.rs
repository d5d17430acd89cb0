//! How members vote: one function says how each feels about a matter, one counts.

use bevy::prelude::World;

use crate::base::{OrganisationId, PolityId, math};
use crate::content::defs::{Content, OrganisationDef, StartStatus, VotingRule};
use crate::content::vocabulary::{MotionKind, OrganisationKind, System};
use crate::sim::population::Seat;
use crate::sim::quantities::{Facts, affinity};
use crate::sim::terms::{NoTerms, Terms};

use super::assembly::{Assembly, Ballot, Motion, VoteOn};
use super::rules::{VoteInputs, carries, vote_score};
use super::{OrganisationRules, Organisations};

/// What is voted on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Matter {
    pub on: VoteOn,
    pub by: PolityId,
    pub about: PolityId,
}

impl Matter {
    /// The matter of a motion.
    pub(in crate::sim) fn of(motion: &Motion) -> Self {
        Self { on: VoteOn::Motion(motion.kind), by: motion.by, about: motion.about }
    }

    /// Whether it is moved for somebody and not against them.
    fn favours(self) -> bool {
        matches!(self.on, VoteOn::Join | VoteOn::Motion(MotionKind::Admit | MotionKind::Seat))
    }
}

/// How far a state stands with those who were ruled from abroad (0–1): most who was itself.
fn past(facts: &Facts, voter: PolityId) -> f64 {
    let start = facts.content.polities[voter].start.status;
    let was = matches!(start, StartStatus::Dependent { .. } | StartStatus::Occupied { .. });
    match facts.polities[voter].system() {
        System::South => 0.6 + if was { 0.4 } else { 0.0 },
        System::Socialist => 0.5,
        System::CapitalistCore => 0.0,
    }
}

/// What a member's vote is made of. `cause` is that of the matter, the same for all.
fn inputs(facts: &Facts, voter: PolityId, matter: Matter, cause: f64, lobbied: f64) -> VoteInputs {
    let rules = facts.bodies;
    let two = [matter.by, matter.about];
    let me = facts.agent(voter);
    let near = |other| affinity(facts, Seat::Polity(voter), Seat::Polity(other));
    let across = |other| {
        let tension = facts.relations.tension(me, facts.agent(other));
        let felt = math::ratio_or(tension, 2.0 * rules.admission_tension, 0.0).min(1.0);
        if facts.opposed(voter, other) { felt } else { 0.0 }
    };
    let precedent = match matter.on {
        VoteOn::Motion(MotionKind::Decolonise) => f64::from(u8::from(facts.rule_abroad(voter) > 0.0)),
        _ if matter.favours() => 0.0,
        _ => facts.offence(voter),
    };
    let of_rule = matter.on == VoteOn::Motion(MotionKind::Decolonise);
    VoteInputs {
        favours: matter.favours(),
        affinity: two.map(near),
        trust: two.map(|other| facts.relations.trust(me, facts.agent(other))),
        influence: two.map(|other| facts.relations.influence(facts.agent(other), me)),
        across: two.map(across),
        recognises: facts.recognition.given(voter, matter.about),
        cause,
        autonomy: facts.polities[voter].line.1,
        past: if of_rule { past(facts, voter) } else { 0.0 },
        precedent,
        lobbied,
    }
}

/// How strong the case of a matter is (0–1).
fn cause(facts: &Facts, matter: Matter) -> f64 {
    match matter.on {
        VoteOn::Motion(MotionKind::Decolonise) => facts.rule_abroad(matter.about),
        VoteOn::Expel => facts.quarrels.steps(matter.by, matter.about) as f64 / 5.0,
        VoteOn::Burden => 0.0,
        VoteOn::Motion(_) if !matter.favours() => facts.offence(matter.about),
        VoteOn::Join | VoteOn::Motion(_) => 0.0,
    }
}

/// How a member feels about a matter, with its terms. Whoever moves something is for it, whom it is moved against is
/// against it.
fn feeling(
    facts: &Facts,
    voter: PolityId,
    matter: Matter,
    cause: f64,
    lobbied: f64,
    terms: &mut impl Terms,
) -> f64 {
    if voter == matter.by {
        return terms.add("vote.own", 1.0);
    }
    if voter == matter.about {
        return terms.add("vote.own", if matter.favours() { 1.0 } else { -1.0 });
    }
    let rules = facts.bodies;
    vote_score(&inputs(facts, voter, matter, cause, lobbied), rules, terms)
}

/// The members who have a vote on a matter: of an organisation where the leader decides, the leader alone.
fn electors<'f>(
    facts: &'f Facts,
    id: OrganisationId,
    def: &'f OrganisationDef,
    matter: Matter,
) -> impl Iterator<Item = PolityId> + 'f {
    let leader = def.leader.filter(|_| def.voting == VotingRule::Leader);
    let on_trial = (matter.on == VoteOn::Expel).then_some(matter.about);
    let members = facts.organisations.get(id).members().iter().copied();
    members.filter(move |&member| {
        facts.polities[member].sovereign()
            && Some(member) != on_trial
            && leader.is_none_or(|leader| member == leader)
    })
}

/// Who can stop a matter by a no: the permanent members, on what binds or admits.
fn can_veto(facts: &Facts, id: OrganisationId, def: &OrganisationDef, on: VoteOn, member: PolityId) -> bool {
    let binding = matches!(
        on,
        VoteOn::Motion(
            MotionKind::Admit | MotionKind::Ceasefire | MotionKind::Withdraw | MotionKind::Sanction
        )
    );
    if def.kind != OrganisationKind::World || !binding {
        return false;
    }
    let permanent = facts.organisations.get(id).permanent();
    match permanent {
        [] => facts.poles.is_some_and(|poles| poles.contains(&member)),
        some => some.contains(&member),
    }
}

/// The votes that a way of deciding asks for.
fn majority(voting: VotingRule, rules: &OrganisationRules) -> f64 {
    match voting {
        VotingRule::Consent => 1.0,
        VotingRule::Majority => 0.5 + 1e-9,
        VotingRule::TwoThirds => rules.admission_majority,
        VotingRule::Leader => 0.5,
    }
}

/// The members vote; `lobbied` says what lobbying adds to each one's vote.
pub(in crate::sim) fn cast(
    facts: &Facts,
    id: OrganisationId,
    matter: Matter,
    lobbied: impl Fn(PolityId) -> f64,
) -> Ballot {
    let rules = facts.bodies;
    let def = &facts.content.organisations[id];
    let cause = cause(facts, matter);
    let mut ballot = Ballot::default();
    for voter in electors(facts, id, def, matter) {
        let feels = feeling(facts, voter, matter, cause, lobbied(voter), &mut NoTerms);
        if feels > rules.vote_band {
            ballot.yes += 1;
        } else if feels < -rules.vote_band {
            ballot.no += 1;
            ballot.vetoed |= can_veto(facts, id, def, matter.on, voter);
        } else {
            ballot.abstain += 1;
        }
    }
    ballot.passed = carries(ballot.yes, ballot.no, ballot.vetoed, majority(def.voting, rules));
    ballot
}

/// The world organisation, if there is one.
pub(in crate::sim) fn world_organisation(content: &Content) -> Option<OrganisationId> {
    let world = |(_, def): &(OrganisationId, &OrganisationDef)| def.kind == OrganisationKind::World;
    content.organisations.iter().find(world).map(|(id, _)| id)
}

/// How one member feels about a motion that waits (−1..1), lobbying included.
pub(in crate::sim) fn feels(facts: &Facts, motion: &Motion, voter: PolityId) -> f64 {
    let matter = Matter::of(motion);
    feeling(facts, voter, matter, cause(facts, matter), motion.lobbied(voter), &mut NoTerms).clamp(-1.0, 1.0)
}

/// The motion on the table about which a member feels most, and how (−1..1).
pub(in crate::sim) fn dearest<'f>(facts: &'f Facts, voter: PolityId) -> Option<(&'f Motion, f64)> {
    let felt = facts.assembly.waiting().iter().map(|motion| (motion, feels(facts, motion, voter)));
    felt.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()).then(b.0.number.cmp(&a.0.number)))
}

/// Members whose vote on a motion could be turned towards what one wants, with how near each is to turning (0–1).
pub(in crate::sim) fn waverers<'f>(
    facts: &'f Facts,
    own: PolityId,
    motion: &'f Motion,
    yes: bool,
) -> impl Iterator<Item = (PolityId, f64)> + 'f {
    let rules = facts.bodies;
    let matter = Matter::of(motion);
    let cause = cause(facts, matter);
    let members = world_organisation(facts.content).map(|id| facts.organisations.get(id).members());
    let others = members.into_iter().flatten().copied().filter(move |&member| {
        member != own && ![matter.by, matter.about].contains(&member) && facts.polities[member].sovereign()
    });
    others.filter_map(move |member| {
        let feels = feeling(facts, member, matter, cause, motion.lobbied(member), &mut NoTerms);
        let short = if yes { rules.vote_band - feels } else { feels + rules.vote_band };
        (short > 0.0 && short < rules.vote_lobbying).then(|| (member, 1.0 - short / rules.vote_lobbying))
    })
}

/// What the members say to a motion that waits, as things stand: the count, and each member's feeling.
pub fn forecast(world: &World, number: u32) -> Option<(Ballot, Vec<(PolityId, f64)>)> {
    let facts = Facts::gather(world);
    let motion = world.resource::<Assembly>().get(number)?;
    let id = world_organisation(facts.content)?;
    let ballot = cast(&facts, id, Matter::of(motion), |voter| motion.lobbied(voter));
    let members = world.resource::<Organisations>().get(id).members().iter();
    let sovereign = members.filter(|&&member| facts.polities[member].sovereign());
    Some((ballot, sovereign.map(|&member| (member, feels(&facts, motion, member))).collect()))
}

/// Why a member votes as it would on a motion that waits: its feeling (−1..1), with the terms.
pub fn explain_vote(world: &World, number: u32, voter: PolityId, terms: &mut impl Terms) -> Option<f64> {
    let facts = Facts::gather(world);
    let motion = world.resource::<Assembly>().get(number)?;
    let matter = Matter::of(motion);
    Some(feeling(&facts, voter, matter, cause(&facts, matter), motion.lobbied(voter), terms))
}
