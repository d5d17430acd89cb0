//! What each kind of order needs, and what it does. One file a family.

use bevy::prelude::World;

use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::effects::Effect;
use crate::sim::population::Seat;

use super::blockers::Blocker;

/// Everything that stands against an order now, for player, AI and mission alike. Empty means it may be given.
pub fn validate(_world: &World, _issuer: Seat, _order: &Order<Ids>) -> Vec<Blocker> {
    Vec::new()
}

/// What an order does once it is valid.
pub(super) fn effects(_world: &World, _issuer: Seat, _order: &Order<Ids>) -> Vec<Effect> {
    Vec::new()
}

/// Order of resolution inside a month; smaller first: answers, then ends and reliefs, then the rest, wars last.
pub(super) fn priority(kind: OrderKind) -> u8 {
    use OrderKind as O;
    match kind {
        O::AnswerOffer | O::MoveInCrisis => 0,
        O::WithdrawTroops | O::OfferArmistice | O::LiftEmbargo | O::OfferTalks | O::Negotiate => 1,
        O::Rise | O::SendTroops => 3,
        O::OpenWar => 4,
        _ => 2,
    }
}
