//! Market communities: tariffs fall inside and a wall rises outside, recovery programmes send goods, and members that
//! grow faster than their leader listen to it less.

use bevy::prelude::*;

use crate::base::{Money, OrganisationId, PolityId, math};
use crate::content::defs::RecoveryDef;
use crate::content::vocabulary::{AidForm, OrganisationKind, Stat};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{Agreement, AgreementTerms, Recognition};
use crate::sim::economy::{Accounts, Capital};
use crate::sim::effects::{Effect, Effects};
use crate::sim::organisations::Organisations;
use crate::sim::politics::{Lands, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::technology::Technology;

use super::components::{Community, Cooperation};
use super::parameters::CommunityRules;
use super::rules;

/// Months between two shares of a recovery programme.
const SHARE_MONTHS: u32 = 3;
/// Depth from which a market community counts as a customs union, told once. Own estimate.
const CUSTOMS_UNION: f64 = 0.75;

/// Yearly: markets deepen, fast growers grow away from their leader. Quarterly: recovery programmes share out.
pub(super) fn keep_markets(world: &mut World) {
    let clock = *world.resource::<Clock>();
    if clock.now().0.is_multiple_of(SHARE_MONTHS) || clock.played() <= 1 {
        share_out(world);
    }
    if clock.now().month() == 1 && clock.played() > 12 {
        deepen(world);
        grow_apart(world);
    }
}

fn members(world: &World, id: OrganisationId) -> Vec<PolityId> {
    let all = world.resource::<Organisations>().get(id).members();
    all.iter().copied().filter(|&member| world.polity::<Status>(member).is_sovereign()).collect()
}

/// Members lower tariffs among themselves while they hold together; the backward feel it most.
fn deepen(world: &mut World) {
    let rules = *world.resource::<CommunityRules>();
    let lore = world.resource::<Lore>().clone();
    let mut pushed = Vec::new();
    for (id, _) in lore.organisations.iter().filter(|(_, def)| def.kind == OrganisationKind::Market) {
        let members = members(world, id);
        if members.len() < 2 {
            continue;
        }
        let community = world.resource::<Community>();
        let before = community.bond(id).depth;
        let consents = !members.iter().any(|&member| community.refuses(member));
        let cohesion = world.resource::<Organisations>().get(id).cohesion();
        let depth = rules::deepen(&rules, before, cohesion, consents);
        if before < CUSTOMS_UNION && depth >= CUSTOMS_UNION {
            pushed.push(Effect::Tell { fact: Fact::CustomsUnionFormed { organisation: id } });
        }
        let level = |member: PolityId| world.polity::<Technology>(member).level();
        let mean = members.iter().map(|&member| level(member)).sum::<f64>() / members.len() as f64;
        for &member in &members {
            let behind = math::ratio_or(mean - level(member), mean, 0.0);
            let by = -rules::adjustment(&rules, depth - before, behind);
            if by < 0.0 {
                pushed.push(Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(member), by });
            }
        }
        world.resource_mut::<Community>().bonds[id].depth = depth;
    }
    let mut effects = world.resource_mut::<Effects>();
    pushed.into_iter().for_each(|effect| effects.push(effect));
}

/// A member whose product grows faster than its leader's stands on its own feet.
fn grow_apart(world: &mut World) {
    let rules = *world.resource::<CommunityRules>();
    let lore = world.resource::<Lore>().clone();
    let atlas = world.resource::<Atlas>().clone();
    let agent = |id: PolityId| atlas.agent(Seat::Polity(id));
    let growth = |id: PolityId| world.polity::<Accounts>(id).growth();
    let bound = |kind| {
        matches!(
            kind,
            OrganisationKind::Market | OrganisationKind::MilitaryPact | OrganisationKind::PlanCommunity
        )
    };
    let mut lost: Vec<(PolityId, PolityId, f64)> = Vec::new();
    for (id, def) in lore.organisations.iter().filter(|(_, def)| bound(def.kind)) {
        let Some(leader) = def.leader else { continue };
        for member in members(world, id).into_iter().filter(|&member| member != leader) {
            let by = rules::rivalry(&rules, growth(member), growth(leader));
            let known = lost.iter().any(|&(a, b, _)| (a, b) == (leader, member));
            if by > 0.0 && !known {
                lost.push((leader, member, by));
            }
        }
    }
    let mut effects = world.resource_mut::<Effects>();
    for (leader, member, by) in lost {
        effects.push(Effect::NudgeInfluence { of: agent(leader), over: agent(member), by: -by });
    }
}

/// The programme's goods of a quarter go to members in recovery, more to those in ruins; part of their worth is bound
/// to building.
fn share_out(world: &mut World) {
    let rules = *world.resource::<CommunityRules>();
    let lore = world.resource::<Lore>().clone();
    let now = world.resource::<Clock>().now();
    let mut grants: Vec<(PolityId, PolityId, Money)> = Vec::new();
    for (id, def) in lore.organisations.iter() {
        let (Some(recovery), Some(donor)) = (&def.recovery, def.leader) else { continue };
        if recovery.until > now && world.polity::<Status>(donor).is_sovereign() {
            grants.extend(grants_of(world, id, donor, recovery));
        }
    }
    let mut all = world.query::<&mut Cooperation>();
    for (id, mut cooperation) in lore.polities.ids().zip(all.iter_mut(world)) {
        let received: f64 = grants.iter().filter(|grant| grant.1 == id).map(|grant| grant.2.real()).sum();
        cooperation.counterpart = received * rules.counterpart_share;
    }
    let mut effects = world.resource_mut::<Effects>();
    for (a, b, monthly) in grants {
        let terms = AgreementTerms::Aid { form: AidForm::Economic, monthly };
        let until = Some(now.plus(SHARE_MONTHS + 1));
        effects.push(Effect::Agree { agreement: Agreement { a, b, terms, since: now, until } });
    }
}

/// What each member gets a month: by product and by share in ruins, if donor and member deal openly with each other.
fn grants_of(
    world: &World,
    id: OrganisationId,
    donor: PolityId,
    recovery: &RecoveryDef,
) -> Vec<(PolityId, PolityId, Money)> {
    let recognition = world.resource::<Recognition>();
    let open = |member: &PolityId| {
        *member != donor && recognition.given(donor, *member) && recognition.given(*member, donor)
    };
    let product = |member: PolityId| world.polity::<Accounts>(member).product().real();
    let weight = |member: PolityId| product(member) * (0.2 + ruined(world, member));
    let takers: Vec<PolityId> = members(world, id).into_iter().filter(open).collect();
    let all: f64 = takers.iter().map(|&member| weight(member)).sum();
    let purse = recovery.share * product(donor) / 12.0;
    let grant = |member: PolityId| Money::floored(purse * math::ratio_or(weight(member), all, 0.0));
    takers.into_iter().map(|member| (donor, member, grant(member))).collect()
}

/// Share of a country's capital that lies in ruins.
fn ruined(world: &World, id: PolityId) -> f64 {
    let (mut ruins, mut all) = (0.0, 0.0);
    for &territory in world.resource::<Lands>().of(id) {
        let capital = world.territory::<Capital>(territory);
        let stands = capital.in_use();
        let share = capital.ruined_share();
        let lost = math::ratio_or(share * stands, 1.0 - share, 0.0);
        ruins += lost;
        all += stands + lost;
    }
    math::ratio_or(ruins, all, 0.0)
}
