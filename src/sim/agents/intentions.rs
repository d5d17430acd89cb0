//! Intentions: an aim on which an agent has set its mind, for some months, and what it turns to after a set-back.
//!
//! A policy of a doctrine may declare one (`intention`). It is formed when the policy is chosen. Until the aim is reached or
//! the months are over, the policy weighs more against the same target; after a refusal, or when the months end in nothing, its
//! fallback does in its place, for as long again. So a set-back leads to another road to the aim, and not to none. Source:
//! DESIGN §8; M. E. Bratman, Intention, Plans, and Practical Reason (1987).

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, DoctrineId, IdVec, Month};
use crate::content::defs::IntentionDef;
use crate::content::vocabulary::{OrderKind, Targets};
use crate::sim::access::Access;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::Offers;
use crate::sim::doctrine::{Doctrines, MovementDoctrines};
use crate::sim::orders::Refusals;
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::quantities::{Eyes, NoInterface, holds};

use super::deliberate::{Mind, Place};
use super::limits::target_of;

/// Most intentions that one agent has at a time.
pub const MOST_INTENTIONS: usize = 2;

/// How an intention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The agent holds to it.
    Pursued,
    /// It has met with a refusal; the agent turns to its fallback when it next deliberates.
    SetBack,
    /// The agent has turned to its fallback.
    Turned,
}

/// An aim on which an agent has set its mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intention {
    /// The doctrine of the policy that was chosen for it.
    pub doctrine: DoctrineId,
    /// Position of that policy in it.
    pub policy: u16,
    /// With whom.
    pub target: Option<AgentId>,
    /// When the agent ceases to hold to it.
    pub until: Month,
    /// How it stands.
    pub stage: Stage,
}

/// The intentions of one agent.
pub(super) type Row = [Option<Intention>; MOST_INTENTIONS];

/// The intentions of all agents, as many places for each.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Intentions {
    by: IdVec<AgentId, Row>,
}

impl Intentions {
    fn open(agents: usize) -> Self {
        Self { by: IdVec::filled(Row::default(), agents) }
    }

    /// Those of one agent.
    pub fn of(&self, agent: AgentId) -> impl Iterator<Item = &Intention> {
        self.by[agent].iter().flatten()
    }

    pub(super) fn keep(&mut self, agent: AgentId, row: Row) {
        self.by[agent] = row;
    }
}

/// What an intention adds to an option.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Resolve {
    /// What is added to the score.
    pub adds: f64,
    /// Position of the policy that came to nothing, where the option is its fallback.
    pub turned_from: Option<u16>,
}

/// An option that an intention speaks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Aimed {
    pub(super) target: Option<Seat>,
    pub(super) resolve: Resolve,
}

pub(super) fn open_intentions(mut intentions: ResMut<Intentions>, atlas: Res<Atlas>) {
    *intentions = Intentions::open(atlas.agents());
}

impl Mind<'_> {
    /// The intention of a policy, if it has one.
    fn intention_of(&self, one: &Intention) -> Option<&IntentionDef> {
        let place = Place { doctrine: one.doctrine, policy: one.policy };
        self.policy(place).intention.as_ref()
    }

    /// The intentions with which a seat goes into this month: those reached, out of time or without ground are let go, and
    /// those that were set back turn to their fallback.
    pub(super) fn intentions(&self, seat: Seat) -> Row {
        let stored = &self.aims.by[self.facts.atlas.agent(seat)];
        stored.map(|one| self.taken_up(seat, one?))
    }

    fn taken_up(&self, seat: Seat, one: Intention) -> Option<Intention> {
        let def = self.intention_of(&one)?;
        let target = one.target.map(|agent| self.facts.atlas.seat(agent));
        let gone =
            !self.follows(seat, one.doctrine) || target.is_some_and(|target| !self.is_in_being(target));
        let reached =
            || holds(&self.facts, &def.aim, self.binding(seat, target), Eyes::Believed, &NoInterface);
        if gone || reached() {
            return None;
        }
        let over = one.until <= self.facts.now;
        match one.stage {
            Stage::Pursued if !over => Some(one),
            Stage::Turned => Some(one).filter(|_| !over),
            Stage::Pursued | Stage::SetBack => {
                def.fallback?;
                let until = self.facts.now.plus(def.months);
                Some(Intention { until, stage: Stage::Turned, ..one })
            }
        }
    }

    fn follows(&self, seat: Seat, doctrine: DoctrineId) -> bool {
        match seat {
            Seat::Polity(id) => self.world.polity::<Doctrines>(id).holds(doctrine),
            Seat::Movement(id) => self.world.resource::<MovementDoctrines>().of(id) == doctrine,
        }
    }

    fn is_in_being(&self, seat: Seat) -> bool {
        match seat {
            Seat::Polity(id) => self.facts.polities[id].status.is_alive(),
            Seat::Movement(id) => self.facts.movements[id].alive,
        }
    }

    /// The option of a policy for which one of these intentions speaks, if one does.
    pub(super) fn aimed(&self, row: &Row, place: Place) -> Option<Aimed> {
        row.iter().flatten().filter(|one| one.doctrine == place.doctrine).find_map(|one| {
            let adds = self.rules.resolve;
            let target = one.target.map(|agent| self.facts.atlas.seat(agent));
            if one.stage != Stage::Turned {
                let resolve = Resolve { adds, turned_from: None };
                return (one.policy == place.policy).then_some(Aimed { target, resolve });
            }
            let fallback = self.intention_of(one)?.fallback?;
            let at_home = self.policy(place).targets == Targets::None;
            let resolve = Resolve { adds, turned_from: Some(one.policy) };
            let target = target.filter(|_| !at_home);
            (fallback == usize::from(place.policy)).then_some(Aimed { target, resolve })
        })
    }

    /// What intentions add to an option, for those who ask of few.
    pub(super) fn resolve(&self, seat: Seat, place: Place, target: Option<Seat>) -> Option<Resolve> {
        let aimed = self.aimed(&self.intentions(seat), place)?;
        (aimed.target == target).then_some(aimed.resolve)
    }

    /// The intentions with which a seat comes out of a deliberation: those it had, and those of what it chose, as far as there
    /// is room.
    pub(super) fn resolved(&self, mut row: Row, chosen: impl Iterator<Item = (Place, Option<Seat>)>) -> Row {
        for (place, target) in chosen {
            let Some(def) = &self.policy(place).intention else { continue };
            let (doctrine, policy) = (place.doctrine, place.policy);
            let target = target.map(|seat| self.facts.atlas.agent(seat));
            let same = |one: &Intention| (one.doctrine, one.policy, one.target) == (doctrine, policy, target);
            if row.iter().flatten().any(same) {
                continue;
            }
            if let Some(free) = row.iter_mut().find(|place| place.is_none()) {
                let until = self.facts.now.plus(def.months);
                *free = Some(Intention { doctrine, policy, target, until, stage: Stage::Pursued });
            }
        }
        row
    }
}

/// Something that came to nothing: whose it was, of which kind, towards whom.
type Failure = (Seat, OrderKind, Option<Seat>);

/// Notes what came to nothing this month: orders that could not be carried out, offers that were declined, offers that lapse.
pub(super) fn note_set_backs(world: &mut World) {
    let now = world.resource::<Clock>().now();
    let failures: Vec<Failure> =
        refused(world).chain(declined(world, now)).chain(lapsed(world, now)).collect();
    let (lore, atlas) = (world.resource::<Lore>().clone(), world.resource::<Atlas>());
    let failures: Vec<_> = failures
        .into_iter()
        .map(|(of, kind, with)| (atlas.agent(of), kind, with.map(|with| atlas.agent(with))))
        .collect();
    let mut intentions = world.resource_mut::<Intentions>();
    for (agent, kind, target) in failures {
        // What a policy aims at nobody by name, its order may still be aimed at.
        let meant = |one: &&mut Intention| one.target.is_none() || one.target == target;
        for one in intentions.by[agent].iter_mut().flatten().filter(meant) {
            let policies = &lore.doctrines[one.doctrine].policies;
            let own = &policies[usize::from(one.policy)];
            let fallback = own.intention.as_ref().and_then(|def| def.fallback).map(|at| &policies[at]);
            match one.stage {
                Stage::Pursued if own.act.kind() == kind => one.stage = Stage::SetBack,
                // Where the other road is closed as well nothing is left to hold to.
                Stage::Turned if fallback.is_some_and(|one| one.act.kind() == kind) => one.until = now,
                _ => {}
            }
        }
    }
}

fn refused(world: &World) -> impl Iterator<Item = Failure> + '_ {
    let refusals = world.resource::<Refusals>().list().iter().map(|refusal| &refusal.given);
    refusals.map(|given| (given.issuer, given.order.kind(), target_of(world, given.issuer, &given.order)))
}

fn declined(world: &World, now: Month) -> impl Iterator<Item = Failure> + '_ {
    let entries = world.resource::<Chronicle>().entries().iter().rev();
    entries.take_while(move |entry| entry.month == now).filter_map(|entry| match entry.fact {
        Fact::OfferAnswered { from, by, what, accepted: false, .. } => {
            Some((from, what.made_by(from), Some(by)))
        }
        _ => None,
    })
}

fn lapsed(world: &World, now: Month) -> impl Iterator<Item = Failure> + '_ {
    let waiting = world.resource::<Offers>().waiting().iter();
    let lapse = waiting.filter(move |offer| offer.expires <= now);
    lapse.map(|offer| (offer.from, offer.what.made_by(offer.from), Some(offer.to)))
}

#[cfg(test)]
#[path = "intentions_tests.rs"]
mod tests;
