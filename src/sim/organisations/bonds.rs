//! What holds an organisation together: what ties each member to the leader or to the next, what it bears, and what the leader's
//! weight costs.

use bevy::prelude::World;

use crate::base::{OrganisationId, PolityId, math};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::diplomacy::{AgreementTag, market_rivalry};
use crate::sim::finance::BudgetLine;
use crate::sim::population::Seat;
use crate::sim::quantities::{Eyes, Facts, affinity, threat};
use crate::sim::terms::TermList;

use super::rules::{Bonds, cohesion_target, hegemony_price};
use super::{Organisation, OrganisationRules};

/// What a planner gives or takes, as a share of its product, at which the burden counts fully.
const FULL_BURDEN: f64 = 0.04;
/// Part of the leader's share for forces that is due from a member of a pact that has agreed on none.
const DUE_OF_LEADER: f64 = 0.5;

/// What a member bears of what all carry together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Burden {
    /// Nothing that is counted.
    #[default]
    Uncounted,
    /// Of a pact: what it spends on forces, and what is due from it, as shares of its product.
    Forces {
        /// Spent.
        spent: f64,
        /// Agreed by the members, or else half of the leader's share.
        due: f64,
    },
    /// Of planners: what it gives to the others by prices and works, as a share of its product; below zero it takes.
    Given(f64),
}

impl Burden {
    /// What a member bears in an organisation of a kind. `own` and `leader` are shares of the budget's lines.
    fn of(
        kind: OrganisationKind,
        organisation: &Organisation,
        own: [f64; 4],
        leader: [f64; 4],
        given: f64,
    ) -> Self {
        let forces = BudgetLine::Forces as usize;
        match kind {
            OrganisationKind::MilitaryPact => {
                let agreed = organisation.burden();
                let due = if agreed > 0.0 { agreed } else { DUE_OF_LEADER * leader[forces] };
                Self::Forces { spent: own[forces], due }
            }
            OrganisationKind::PlanCommunity => Self::Given(given),
            _ => Self::Uncounted,
        }
    }

    /// How unequally it lies (0–1): what a member of a pact lacks to what is due, what a planner gives or takes.
    pub fn unequal(self) -> f64 {
        match self {
            Self::Forces { spent, due } => math::ratio_or(due - spent, due, 0.0).clamp(0.0, 1.0),
            Self::Given(given) => (given.abs() / FULL_BURDEN).min(1.0),
            Self::Uncounted => 0.0,
        }
    }
}

/// Those between whom ties count: each member and the leader, or, where nobody leads, members in a ring.
fn tied<'f>(facts: &'f Facts, id: OrganisationId) -> impl Iterator<Item = (PolityId, PolityId)> + 'f {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let members = organisation.members();
    let leader = def.leader.filter(|&leader| organisation.has(leader));
    let pair = move |(place, &member): (usize, &PolityId)| {
        (member, leader.unwrap_or_else(|| members[(place + 1) % members.len()]))
    };
    members.iter().enumerate().map(pair).filter(|(member, other)| member != other)
}

/// What ties one member to another; nothing of what concerns all of them.
fn bond(facts: &Facts, id: OrganisationId, member: PolityId, other: PolityId) -> (Bonds, Burden) {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let (of, to) = (facts.agent(member), facts.agent(other));
    let (row, lead) = (&facts.polities[member], &facts.polities[other]);
    let burden = Burden::of(def.kind, organisation, row.shares, lead.shares, row.burden);
    let bonds = Bonds {
        trust: facts.relations.trust(of, to),
        tension: facts.relations.tension(of, to),
        affinity: affinity(facts, Seat::Polity(member), Seat::Polity(other)),
        hegemony: if def.leader == Some(other) { facts.relations.influence(to, of) } else { 0.0 },
        rivalry: market_rivalry(row, lead).max(market_rivalry(lead, row)),
        burden: burden.unequal(),
        threat: row.rival.map_or(0.0, |rival| threat(facts, member, rival, Eyes::Truth)),
        ..Bonds::default()
    };
    (bonds, burden)
}

/// What holds an organisation together now: bonds to the leader, or, where nobody leads, among members in a ring.
pub(super) fn bonds(facts: &Facts, id: OrganisationId) -> Bonds {
    let organisation = facts.organisations.get(id);
    let mut sum = Bonds::default();
    let mut count = 0.0;
    for (member, other) in tied(facts, id) {
        let (one, _) = bond(facts, id, member, other);
        sum.trust += one.trust;
        sum.tension += one.tension;
        sum.affinity += one.affinity;
        sum.hegemony += one.hegemony;
        sum.rivalry += one.rivalry;
        sum.burden += one.burden;
        sum.threat += one.threat;
        count += 1.0;
    }
    let mean = |value: f64| math::ratio_or(value, count, 0.5);
    let held = facts.agreements.list().iter().filter(|one| {
        one.terms.tag() == AgreementTag::Troops && organisation.has(one.a) && organisation.has(one.b)
    });
    let inside =
        facts.quarrels.list().iter().filter(|one| organisation.has(one.one) && organisation.has(one.other));
    Bonds {
        trust: mean(sum.trust),
        affinity: mean(sum.affinity),
        tension: mean(sum.tension),
        threat: mean(sum.threat),
        hegemony: mean(sum.hegemony),
        pressed: organisation.pressed(),
        burden: math::ratio_or(sum.burden, count, 0.0),
        unconsulted: f64::from(facts.now.since(organisation.consulted())),
        polemic: inside.map(|one| one.steps() as f64 / 5.0).fold(0.0, f64::max),
        intervention: math::ratio_or(held.count() as f64, count, 0.0).min(1.0),
        rivalry: math::ratio_or(sum.rivalry, count, 0.0),
    }
}

/// What ties a member, and what it bears.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MemberTie {
    /// Which member.
    pub member: PolityId,
    /// Its trust in the leader, or in the next (0–1).
    pub trust: f64,
    /// Influence of the leader over it (0–1); 0 where nobody leads.
    pub held: f64,
    /// What it bears of what all carry.
    pub burden: Burden,
}

/// The leader's weight over the members, and what it takes from unity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hegemony {
    /// Who leads.
    pub leader: PolityId,
    /// Its mean influence over the members (0–1).
    pub weight: f64,
    /// How far they still feel that they were pressed (0–1).
    pub pressed: f64,
    /// What weight and pressing take from the level to which unity drifts.
    pub price: [f64; 2],
}

/// What holds an organisation together, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldTogether {
    /// The level to which cohesion drifts (0–1).
    pub target: f64,
    /// Its terms.
    pub terms: TermList,
    /// The members but the leader, in order of accession.
    pub ties: Vec<MemberTie>,
    /// The leader's weight, where a member leads.
    pub hegemony: Option<Hegemony>,
}

/// What holds an organisation together now, for those who want to see why.
pub fn explain_bonds(world: &World, id: OrganisationId) -> HeldTogether {
    let facts = Facts::gather(world);
    let rules = world.resource::<OrganisationRules>();
    let mut terms = TermList::default();
    let all = bonds(&facts, id);
    let target = cohesion_target(&all, rules, &mut terms);
    let tie = |(member, other)| {
        let (one, burden) = bond(&facts, id, member, other);
        MemberTie { member, trust: one.trust, held: one.hegemony, burden }
    };
    let leads = facts.content.organisations[id].leader.filter(|&one| facts.organisations.get(id).has(one));
    let hegemony = leads.map(|leader| Hegemony {
        leader,
        weight: all.hegemony,
        pressed: all.pressed,
        price: hegemony_price(&all, rules),
    });
    HeldTogether { target, terms, ties: tied(&facts, id).map(tie).collect(), hegemony }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burden_lies_unequally_on_who_lacks_in_a_pact_and_on_who_gives_or_takes_among_planners() {
        assert_eq!(Burden::Forces { spent: 0.03, due: 0.06 }.unequal(), 0.5);
        assert_eq!(Burden::Forces { spent: 0.09, due: 0.06 }.unequal(), 0.0);
        assert_eq!(Burden::Forces { spent: 0.0, due: 0.0 }.unequal(), 0.0);
        assert_eq!(Burden::Given(-0.02).unequal(), Burden::Given(0.02).unequal());
        assert_eq!(Burden::Given(1.0).unequal(), 1.0);
        assert_eq!(Burden::Uncounted.unequal(), 0.0);
    }

    #[test]
    fn what_is_due_in_a_pact_is_agreed_or_half_of_what_its_leader_spends() {
        let mut pact = Organisation::default();
        let due = |pact: &Organisation| match Burden::of(
            OrganisationKind::MilitaryPact,
            pact,
            [0.0; 4],
            [0.1; 4],
            0.0,
        ) {
            Burden::Forces { due, .. } => due,
            other => panic!("{other:?}"),
        };
        assert_eq!(due(&pact), 0.05);
        pact.burden = 0.03;
        assert_eq!(due(&pact), 0.03);
    }
}
