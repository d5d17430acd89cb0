//! Whether there is anything to move about a state, asked of the world itself: cheap enough to be asked of every motion.

use bevy::prelude::World;

use crate::base::{OrganisationId, PolityId};
use crate::content::defs::Content;
use crate::content::vocabulary::{Degree, MotionKind};
use crate::sim::access::Access;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements, Recognition};
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Lore, Seat};

use super::Organisations;
use super::ballots::world_organisation;

/// Whether a motion of a kind about a state has any ground; none has where there is no world organisation.
pub(in crate::sim) fn has_ground(world: &World, kind: MotionKind, about: PolityId) -> bool {
    let content: &Content = world.resource::<Lore>();
    let all = world.resource::<Organisations>();
    let Some(id) = world_organisation(content) else { return false };
    let seated = || all.get(id).has(about);
    let taken = || rival_sits(content, all, world.resource(), id, about);
    match kind {
        MotionKind::Admit => !seated() && !taken(),
        MotionKind::Seat => !seated() && taken(),
        MotionKind::Decolonise => rules_others(world, about),
        MotionKind::Ceasefire => fights(world, about),
        MotionKind::Withdraw | MotionKind::Condemn | MotionKind::Sanction => gives_cause(world, about),
    }
}

/// Whether a rival claimant sits for a candidate's nation. A nation has one seat, unless all who claim it may sit.
pub(super) fn rival_sits(
    content: &Content,
    organisations: &Organisations,
    recognition: &Recognition,
    id: OrganisationId,
    candidate: PolityId,
) -> bool {
    let claim = content.polities[candidate].claim;
    let claimants = claim.into_iter().flat_map(|claim| content.claims[claim].claimants.iter().copied());
    let mut rivals = claimants.filter(|&other| other != candidate);
    rivals.any(|rival| organisations.get(id).has(rival) && !recognition.given(rival, candidate))
}

fn rules_others(world: &World, ruler: PolityId) -> bool {
    let mut all = world.resource::<Lore>().polities.ids();
    all.any(|id| world.polity::<Status>(id).ruler() == Some(ruler))
}

fn fights(world: &World, state: PolityId) -> bool {
    let wars = world.resource::<Wars>().list();
    wars.iter().any(|war| war.attacker.has(Seat::Polity(state)) || war.defender.has(Seat::Polity(state)))
}

/// Whether a state's acts abroad give any cause: a war it began against a state, troops on others' ground, a blockade, a war
/// against those it rules.
fn gives_cause(world: &World, about: PolityId) -> bool {
    let began = |war: &crate::sim::conflict::War| {
        !war.defender.polities.is_empty() && war.attacker.polities.contains(&about)
    };
    let presses = |terms: &AgreementTerms| match terms {
        AgreementTerms::Troops { degree, .. } => *degree >= Degree::Volunteers,
        terms => terms.tag() == AgreementTag::Blockade,
    };
    let agreements = world.resource::<Agreements>().list();
    world.resource::<Wars>().list().iter().any(began)
        || agreements.iter().any(|one| one.a == about && presses(&one.terms))
        || fights_the_ruled(world, about)
}

fn fights_the_ruled(world: &World, ruler: PolityId) -> bool {
    let lands = world.resource::<crate::sim::politics::Lands>();
    let atlas = world.resource::<Atlas>();
    let mut all = world.resource::<Lore>().movements.iter();
    all.any(|(id, def)| {
        let movement: &Movement = world.get(atlas.movement(id)).expect(crate::sim::access::PROMISE);
        movement.phase() == MovementPhase::InArms
            && movement.against() == ruler
            && lands.owner(def.territory) != ruler
    })
}
