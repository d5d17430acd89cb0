//! Which organisation an act between two is about, and who could belong to what.

use crate::base::{OrganisationId, PolityId};
use crate::content::defs::OrganisationDef;
use crate::content::vocabulary::{OrderKind, OrganisationKind, System};
use crate::sim::diplomacy::AgreementTag;
use crate::sim::population::Seat;
use crate::sim::quantities::{Facts, Tie, affinity};

use super::Organisation;

/// Whether states choose to belong to organisations of a kind, and can be made to leave.
pub const fn is_by_choice(kind: OrganisationKind) -> bool {
    use OrganisationKind as K;
    matches!(
        kind,
        K::MilitaryPact | K::PlanCommunity | K::Market | K::PartyConference | K::NonAligned | K::Regional
    )
}

/// Organisations that states choose to belong to, in id order.
pub(in crate::sim) fn by_choice<'f>(
    facts: &'f Facts,
) -> impl Iterator<Item = (OrganisationId, &'f OrganisationDef, &'f Organisation)> + 'f {
    let all = facts.organisations.iter().map(|(id, one)| (id, &facts.content.organisations[id], one));
    all.filter(|(_, def, _)| is_by_choice(def.kind))
}

/// The first organisation led by one of two to which the other belongs.
pub(in crate::sim) fn led_between(facts: &Facts, a: PolityId, b: PolityId) -> Option<OrganisationId> {
    let led = |def: &OrganisationDef| def.leader == Some(a) || def.leader == Some(b);
    by_choice(facts).find(|(_, def, one)| led(def) && one.has(a) && one.has(b)).map(|(id, ..)| id)
}

/// Other members of the organisations that a state leads by their choice.
pub(in crate::sim) fn followers<'f>(facts: &'f Facts, of: PolityId) -> impl Iterator<Item = PolityId> + 'f {
    let led = by_choice(facts).filter(move |(_, def, one)| def.leader == Some(of) && one.has(of));
    led.flat_map(move |(_, _, one)| one.members().iter().copied().filter(move |&member| member != of))
}

/// Whether a state's system keeps it out of an organisation of a kind, or its region does.
pub(in crate::sim) fn may_belong(facts: &Facts, candidate: PolityId, id: OrganisationId) -> bool {
    let content = facts.content;
    let def = &content.organisations[id];
    let row = &facts.polities[candidate];
    let fits = match def.kind {
        OrganisationKind::PlanCommunity | OrganisationKind::PartyConference => {
            row.system() == System::Socialist
        }
        OrganisationKind::NonAligned => is_free(facts, candidate),
        // A region's league is for those who were of it from the start, or came to be.
        OrganisationKind::Regional => !def.open_to.is_empty() || def.has(candidate),
        OrganisationKind::MilitaryPact | OrganisationKind::Market => {
            def.leader.is_none_or(|leader| !facts.opposed(candidate, leader))
        }
        _ => false,
    };
    fits && def.is_open_to(content.territories[content.polities[candidate].capital].region)
}

/// Whether a state stands on nobody's side and in no bloc.
pub(in crate::sim) fn is_free(facts: &Facts, id: PolityId) -> bool {
    let row = &facts.polities[id];
    row.sovereign() && row.system() == System::South && row.side.is_none() && row.blocs == 0
}

/// Whether a state would follow another into an organisation that is founded: near in rule and line, or bound by a pact, and
/// trusting.
pub(in crate::sim) fn would_follow(facts: &Facts, candidate: PolityId, leader: PolityId) -> bool {
    let rules = facts.bodies;
    let (row, lead) = (&facts.polities[candidate], &facts.polities[leader]);
    let pact = facts.tied(candidate, leader, Tie::Agreement(AgreementTag::Pact));
    let near = row.system() == lead.system() && row.system() != System::South;
    let trust = facts.relations.trust(facts.agent(candidate), facts.agent(leader));
    let kin = affinity(facts, Seat::Polity(candidate), Seat::Polity(leader));
    candidate != leader
        && row.sovereign()
        && (near || pact)
        && !facts.opposed(candidate, leader)
        && trust >= rules.join_trust
        && kin >= rules.join_affinity * if pact { 0.5 } else { 1.0 }
}

/// Those who would found an organisation with its leader; of the uncommitted, all of them.
pub(in crate::sim) fn founders(facts: &Facts, id: OrganisationId) -> Vec<PolityId> {
    let def = &facts.content.organisations[id];
    let would = |&candidate: &PolityId| {
        may_belong(facts, candidate, id)
            && def.leader.is_none_or(|leader| would_follow(facts, candidate, leader))
    };
    facts.sovereigns.iter().copied().filter(would).collect()
}

/// Whether enough would found an organisation that has no members.
pub(in crate::sim) fn can_be_founded(facts: &Facts, id: OrganisationId) -> bool {
    let rules = facts.bodies;
    let least = match facts.content.organisations[id].kind {
        OrganisationKind::NonAligned => rules.uncommitted_states,
        _ => rules.found_members,
    };
    founders(facts, id).len() as f64 >= least
}

/// The organisation that an act of one state, perhaps towards another, is about; none if there is none.
pub(in crate::sim) fn organisation_for(
    facts: &Facts,
    own: PolityId,
    target: Option<PolityId>,
    kind: OrderKind,
) -> Option<OrganisationId> {
    let target = target.filter(|&other| other != own);
    let mut all = by_choice(facts);
    let mine = |one: &Organisation| one.has(own);
    let led_by = |def: &OrganisationDef, who: PolityId| def.leader == Some(who);
    let found = match (kind, target) {
        (OrderKind::Join, Some(leader)) => all.find(|(id, def, one)| {
            led_by(def, leader) && one.has(leader) && !mine(one) && may_belong(facts, own, *id)
        }),
        // Those on nobody's side come together without a leader; a leader founds what it is to lead.
        (OrderKind::Join, None) => all.find(|(id, def, one)| {
            let founds = one.members().is_empty() && (led_by(def, own) || def.leader.is_none());
            let enters = !one.members().is_empty() && def.leader.is_none() && !mine(one);
            let enough = def.kind != OrganisationKind::NonAligned
                || facts.uncommitted.len() as f64 >= facts.bodies.uncommitted_states;
            def.kind != OrganisationKind::Market
                && (founds && enough || enters)
                && (led_by(def, own) || may_belong(facts, own, *id))
        }),
        (OrderKind::LeaveOrganisation, Some(leader)) => {
            all.find(|(_, def, one)| led_by(def, leader) && mine(one))
        }
        (OrderKind::LeaveOrganisation, None) => {
            all.find(|(_, def, one)| def.kind == OrganisationKind::NonAligned && mine(one))
        }
        (OrderKind::Expel, Some(whom)) => {
            all.find(|(_, def, one)| led_by(def, own) && mine(one) && one.has(whom))
        }
        (OrderKind::Consult, Some(with)) => {
            all.find(|(_, def, one)| led_by(def, with) && mine(one) && one.has(with))
        }
        (OrderKind::Consult, None) => return to_consult(facts, own),
        (OrderKind::SetBurden, _) => all.find(|(_, def, one)| {
            def.kind == OrganisationKind::MilitaryPact && led_by(def, own) && one.members().len() > 1
        }),
        _ => None,
    };
    found.map(|(id, ..)| id)
}

/// The organisation whose members a state would consult first: one that it leads and that waited longest, else a conference
/// without a leader.
pub(in crate::sim) fn to_consult(facts: &Facts, own: PolityId) -> Option<OrganisationId> {
    let called = |def: &OrganisationDef| match def.leader {
        Some(leader) => leader == own,
        None => def.kind == OrganisationKind::NonAligned,
    };
    let open =
        by_choice(facts).filter(|(_, def, one)| one.has(own) && one.members().len() > 1 && called(def));
    open.min_by_key(|(id, def, one)| (def.leader.is_none(), one.consulted(), *id)).map(|(id, ..)| id)
}

/// Months since the members of the organisation that a state would consult first were consulted; 0 where there is none.
pub(in crate::sim) fn unconsulted(facts: &Facts, own: PolityId) -> f64 {
    to_consult(facts, own)
        .map_or(0.0, |id| f64::from(facts.now.since(facts.organisations.get(id).consulted())))
}
