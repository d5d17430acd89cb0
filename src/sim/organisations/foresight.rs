//! What an act in or to an organisation comes to. The act itself asks here, and so does whoever has to choose one: what is
//! foreseen is what would happen.

use bevy::prelude::World;

use crate::base::{OrganisationId, PolityId};
use crate::content::vocabulary::{MotionKind, QuarrelRung};
use crate::sim::diplomacy::{AgreementTag, DiplomacyRules};
use crate::sim::finance::BudgetLine;
use crate::sim::quantities::{Facts, Tie};
use crate::sim::terms::NoTerms;

use super::acts::OrganisationAct;
use super::assembly::{Ballot, VoteOn};
use super::ballots::{Matter, cast, feels, waverers, world_organisation};
use super::bonds::bonds;
use super::find::{by_choice, founders};
use super::rules::{
    Bonds, Mood, cohesion_target, distance, gives_way, lean, lobby_weight, mood_of_expulsion,
    mood_of_hearing, mood_of_press, mood_of_step, mood_of_step_back,
};
use super::{Organisations, Quarrels, has_ground};

/// Those who found an organisation together, whoever asks for it first.
pub(super) fn founding(facts: &Facts, by: PolityId, id: OrganisationId) -> Vec<PolityId> {
    let mut first = vec![by];
    first.extend(founders(facts, id).into_iter().filter(|&other| other != by));
    first
}

/// Members other than the host: those who come when it calls, and those who stay away, since they boycott its congresses.
pub(super) fn invited(world: &World, id: OrganisationId, host: PolityId) -> (Vec<PolityId>, Vec<PolityId>) {
    let quarrels = world.resource::<Quarrels>();
    let members = world.resource::<Organisations>().get(id).members().iter().copied();
    let comes = |&one: &PolityId| !quarrels.has_come_to(one, host, QuarrelRung::Boycott);
    members.filter(|&one| one != host).partition(comes)
}

/// How members vote on the least that each spends on its forces, and to what those who vote for it and spend less go up at
/// once.
pub(super) fn burden_vote(
    facts: &Facts,
    by: PolityId,
    id: OrganisationId,
    share: f64,
) -> (Ballot, Vec<(PolityId, f64)>) {
    let rules = facts.bodies;
    let mut ballot = Ballot::default();
    let mut willing = Vec::new();
    for &member in facts.organisations.get(id).members() {
        let row = &facts.polities[member];
        let spent = row.shares[BudgetLine::Forces as usize];
        let trust = facts.relations.trust(facts.agent(member), facts.agent(by));
        let fear =
            row.rival.map_or(0.0, |rival| facts.relations.tension(facts.agent(member), facts.agent(rival)));
        let strain = 8.0 * (share - spent).max(0.0);
        if member == by || trust + fear - strain >= rules.burden_agrees {
            ballot.yes += 1;
            if spent < share {
                willing.push((member, (spent + rules.burden_step).min(share)));
            }
        } else {
            ballot.no += 1;
        }
    }
    // Members bind themselves only: it takes more than half, whatever the way of deciding.
    ballot.passed = ballot.yes > ballot.no;
    (ballot, willing)
}

/// Whether a member that its leader presses gives way: where the leader's troops stand it does.
pub(super) fn yields(facts: &Facts, by: PolityId, on: PolityId) -> bool {
    if facts.tied(by, on, Tie::Agreement(AgreementTag::Troops)) {
        return true;
    }
    let (me, it) = (facts.agent(by), facts.agent(on));
    let (influence, trust) = (facts.relations.influence(me, it), facts.relations.trust(it, me));
    gives_way(influence, trust, facts.polities[on].line.1, facts.bodies)
}

/// Who leaves what when two part: of each organisation in which both are, the one that does not lead it, and members that lean
/// clearly to the one that goes.
pub(super) fn parting(facts: &Facts, by: PolityId, with: PolityId) -> Vec<(OrganisationId, PolityId)> {
    let mut going = Vec::new();
    for (id, def, one) in by_choice(facts).filter(|(_, _, one)| one.has(by) && one.has(with)) {
        let (stays, goes) = if def.leader == Some(by) { (by, with) } else { (with, by) };
        going.push((id, goes));
        for &member in one.members().iter().filter(|&&member| ![stays, goes].contains(&member)) {
            let me = facts.agent(member);
            let trust = [goes, stays].map(|one| facts.relations.trust(me, facts.agent(one)));
            let apart =
                [goes, stays].map(|one| distance(facts.polities[member].line, facts.polities[one].line));
            let held = facts.relations.influence(facts.agent(stays), me);
            if lean(trust, apart) >= facts.bodies.split_lean + held {
                going.push((id, member));
            }
        }
    }
    going
}

/// What an act would come to as things stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Comes {
    /// Nothing but what the act itself says.
    Plain,
    /// It founds an organisation with these.
    Founds(Vec<PolityId>),
    /// The members vote so.
    Vote(Ballot),
    /// The members vote so on a common burden, and so many go up at once.
    Burden(Ballot, usize),
    /// So many come when called, and these stay away.
    Heard(usize, Vec<PolityId>),
    /// Whether the member that is pressed gives way.
    Pressed(bool),
    /// A quarrel comes to a step, and these leave what the two are in together.
    Climbs(QuarrelRung, Vec<(OrganisationId, PolityId)>),
    /// A quarrel comes back to a step; none if it ends.
    StepsBack(Option<QuarrelRung>),
    /// A member that is helped for its vote.
    Lobbied {
        /// How it feels about the motion now (−1..1).
        feels: f64,
        /// What the help adds for the wanted vote.
        adds: f64,
        /// Whether it then votes as wanted, unless the help comes out.
        turns: bool,
        /// Chance that it comes out (0–1).
        exposure: f64,
    },
}

/// What an act would come to, and what it does at once to the mood between the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreseen {
    /// What it comes to.
    pub comes: Comes,
    /// Trust and tension between whoever acts and the other side.
    pub mood: Mood,
}

/// Facts of one moment, on which acts are tried without being done.
pub struct Foresight<'w> {
    facts: Facts<'w>,
    rules: &'w DiplomacyRules,
}

impl<'w> Foresight<'w> {
    /// What can be foreseen now.
    pub fn of(world: &'w World) -> Self {
        Self { facts: Facts::gather(world), rules: world.resource() }
    }

    /// What an act of a state would come to. Whether it may be done is for the rules of orders.
    pub fn of_act(&self, by: PolityId, act: OrganisationAct) -> Foreseen {
        let comes = self.comes(by, act).unwrap_or(Comes::Plain);
        let rules = self.rules;
        let mood = match &comes {
            Comes::Climbs(rung, _) => mood_of_step(*rung, rules),
            Comes::StepsBack(_) => mood_of_step_back(rules),
            Comes::Pressed(yields) => mood_of_press(*yields, rules),
            Comes::Heard(..) => mood_of_hearing(rules),
            Comes::Vote(_) if matches!(act, OrganisationAct::Expel(..)) => mood_of_expulsion(rules),
            _ => Mood::default(),
        };
        Foreseen { comes, mood }
    }

    fn comes(&self, by: PolityId, act: OrganisationAct) -> Option<Comes> {
        use OrganisationAct as A;
        let facts = &self.facts;
        let vote = |id, on, about| cast(facts, id, Matter { on, by, about }, |_| 0.0);
        Some(match act {
            A::Leave(_) => Comes::Plain,
            A::Join(id) if facts.organisations.get(id).members().is_empty() => {
                Comes::Founds(founding(facts, by, id))
            }
            A::Join(id) => Comes::Vote(vote(id, VoteOn::Join, by)),
            A::Expel(id, whom) => Comes::Vote(vote(id, VoteOn::Expel, whom)),
            A::Consult(id) => {
                let (come, away) = invited(facts.world, id, by);
                Comes::Heard(come.len(), away)
            }
            A::SetBurden(id, share) => {
                let (ballot, willing) = burden_vote(facts, by, id, share);
                Comes::Burden(ballot, willing.len())
            }
            A::Press(on) => Comes::Pressed(yields(facts, by, on)),
            A::Climb(with) => {
                let rung = facts.quarrels.next(by, with)?;
                let parts = rung == QuarrelRung::Split;
                Comes::Climbs(rung, if parts { parting(facts, by, with) } else { Vec::new() })
            }
            A::Descend(with) => {
                facts.quarrels.between(by, with)?;
                Comes::StepsBack(facts.quarrels.back(by, with))
            }
            A::Table(kind, about) => {
                Comes::Vote(vote(world_organisation(facts.content)?, VoteOn::Motion(kind), about))
            }
            A::Lobby { whom, motion, yes, help } => {
                let (motion, rules) = (facts.assembly.get(motion)?, facts.bodies);
                let (feels, adds) = (feels(facts, motion, whom), lobby_weight(help, rules));
                let towards = if yes { feels } else { -feels };
                let turns = towards + adds > rules.vote_band;
                Comes::Lobbied { feels, adds, turns, exposure: rules.lobby_exposure }
            }
        })
    }

    /// By how much an act moves the level to which the unity of an organisation drifts.
    pub fn unity(&self, id: OrganisationId, by: PolityId, act: OrganisationAct) -> f64 {
        let (facts, rules) = (&self.facts, self.facts.bodies);
        let now = bonds(facts, id);
        let organisation = facts.organisations.get(id);
        let inside = |with| organisation.has(by) && organisation.has(with);
        let sharpest = |with, steps: usize| {
            let others = facts.quarrels.list().iter().filter(|one| {
                organisation.has(one.one) && organisation.has(one.other) && !one.is_between(by, with)
            });
            others.map(|one| one.steps()).fold(steps, usize::max) as f64 / QuarrelRung::COUNT as f64
        };
        let then = match act {
            OrganisationAct::Consult(at) if at == id => Bonds { unconsulted: 0.0, ..now },
            OrganisationAct::Press(on) if inside(on) => {
                Bonds { pressed: (now.pressed + rules.pressed_step).min(1.0), ..now }
            }
            OrganisationAct::Climb(with) if inside(with) => {
                // After the last step the two are no longer in it together.
                let steps = (facts.quarrels.steps(by, with) + 1) % QuarrelRung::COUNT;
                Bonds { polemic: sharpest(with, steps), ..now }
            }
            OrganisationAct::Descend(with) if inside(with) => {
                let steps = facts.quarrels.steps(by, with).saturating_sub(1);
                Bonds { polemic: sharpest(with, steps), ..now }
            }
            _ => return 0.0,
        };
        let level = |bonds: &Bonds| cohesion_target(bonds, rules, &mut NoTerms);
        level(&then) - level(&now)
    }

    /// Whether there is anything to move about a state.
    pub fn has_ground(&self, kind: MotionKind, about: PolityId) -> bool {
        let favours = matches!(kind, MotionKind::Admit | MotionKind::Seat);
        (favours || self.facts.polities[about].sovereign()) && has_ground(self.facts.world, kind, about)
    }

    /// How a state feels about a motion that waits (−1..1), whether or not it sits.
    pub fn feels(&self, voter: PolityId, motion: u32) -> Option<f64> {
        self.facts.assembly.get(motion).map(|motion| feels(&self.facts, motion, voter))
    }

    /// Members whose vote on a motion help could turn towards what a state wants, nearest first.
    pub fn waverers(&self, own: PolityId, motion: u32, yes: bool) -> Vec<PolityId> {
        let Some(motion) = self.facts.assembly.get(motion) else { return Vec::new() };
        let mut near: Vec<(PolityId, f64)> = waverers(&self.facts, own, motion, yes).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.into_iter().map(|(id, _)| id).collect()
    }
}
