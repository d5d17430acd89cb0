//! Which moves are open to a side, and what it can give.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::{Concession, CrisisMove};
use crate::sim::access::Access;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition, Relations};
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Lore, Seat};

use super::CrisisRules;
use super::components::{Crisis, TOP_ALERT};

/// Whether a move can be made by a side (0 the challenger, 1 the defender) as a crisis stands.
pub fn open_to(world: &World, crisis: &Crisis, side: usize, play: CrisisMove) -> bool {
    match play {
        CrisisMove::Alert => crisis.alerts[side] < TOP_ALERT,
        CrisisMove::StandDown => crisis.alerts[side] > 0,
        CrisisMove::BackChannel => !crisis.channel,
        CrisisMove::AskMediation => crisis.mediator.is_none() && mediator_for(world, crisis).is_some(),
        CrisisMove::OfferConcession { give } => gift(world, crisis, side, give).is_some(),
        CrisisMove::Raise | CrisisMove::Hold | CrisisMove::OfferExit | CrisisMove::BackDown => true,
    }
}

/// What a side can give, what costs least first.
pub fn at_hand(world: &World, crisis: &Crisis, side: usize) -> Vec<Concession> {
    Concession::ALL.into_iter().filter(|&give| is_at_hand(world, crisis, side, give)).collect()
}

/// What a concession comes to: itself if it is at hand; the least at hand if that is what is meant.
pub(super) fn gift(world: &World, crisis: &Crisis, side: usize, give: Concession) -> Option<Concession> {
    match give {
        Concession::AtHand => at_hand(world, crisis, side).first().copied(),
        _ => is_at_hand(world, crisis, side, give).then_some(give),
    }
}

/// Those towards whom a side's measures count: the other side, and the place that the crisis is about.
pub(super) fn towards(crisis: &Crisis, side: usize) -> [PolityId; 2] {
    [crisis.sides()[1 - side], crisis.over]
}

fn is_at_hand(world: &World, crisis: &Crisis, side: usize, give: Concession) -> bool {
    let own = crisis.sides()[side];
    let agreements = world.resource::<Agreements>();
    let has = |tag| towards(crisis, side).iter().any(|&to| agreements.between(own, to, tag).is_some());
    match give {
        Concession::AtHand => false,
        Concession::EndArms => has(AgreementTag::Arms),
        Concession::LiftEmbargo => has(AgreementTag::Embargo) || has(AgreementTag::Boycott),
        Concession::LiftBlockade => has(AgreementTag::Blockade),
        Concession::WithdrawTroops => has(AgreementTag::Troops),
        Concession::Guarantee => crisis.over != own,
        Concession::Recognise => unrecognised(world, crisis, side).is_some(),
    }
}

/// Whom a side can recognise: the other side, or the state that the crisis is about.
pub(super) fn unrecognised(world: &World, crisis: &Crisis, side: usize) -> Option<PolityId> {
    let own = crisis.sides()[side];
    let given = world.resource::<Recognition>();
    let state = |id: &PolityId| *id != own && world.polity::<Status>(*id).is_sovereign();
    towards(crisis, side).into_iter().filter(state).find(|&whom| !given.given(own, whom))
}

/// The state that would mediate: sovereign, no party to the quarrel, trusted by both sides; of several the one that the
/// more doubtful side trusts most.
pub fn mediator_for(world: &World, crisis: &Crisis) -> Option<PolityId> {
    let (atlas, relations) = (world.resource::<Atlas>(), world.resource::<Relations>());
    let agreements = world.resource::<Agreements>();
    let least = world.resource::<CrisisRules>().mediator_trust;
    let sides = crisis.sides();
    let trust = |id: PolityId| {
        let of = |side| relations.trust(atlas.agent(Seat::Polity(side)), atlas.agent(Seat::Polity(id)));
        of(sides[0]).min(of(sides[1]))
    };
    let bound =
        |id: PolityId| sides.iter().any(|&side| agreements.between(side, id, AgreementTag::Pact).is_some());
    let key = |id| atlas.key(Seat::Polity(id));
    world
        .resource::<Lore>()
        .polities
        .ids()
        .filter(|&id| !sides.contains(&id) && id != crisis.over)
        .map(|id| (id, trust(id)))
        .filter(|&(id, trust)| trust >= least && world.polity::<Status>(id).is_sovereign() && !bound(id))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(key(b.0).cmp(&key(a.0))))
        .map(|(id, _)| id)
}
