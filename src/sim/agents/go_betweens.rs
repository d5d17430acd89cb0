//! Go-betweens at war: where both sides are weary or called upon to cease fire, the leader that bears it worse is asked by its
//! own line whether it would sign what is at hand. If it would, it makes the offer, and the other answers as it answers any.
//! No war ends by weariness alone: each line says what its holder would rather bear.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::{Order, PeaceTerms};
use crate::sim::access::Access;
use crate::sim::conflict::peace::served_by_go_betweens;
use crate::sim::conflict::{Forces, Wars};
use crate::sim::diplomacy::{Offer, OfferKind, Offers};
use crate::sim::population::Seat;

use super::Players;
use super::answers::{judge, policy_on};
use super::deliberate::{Mind, Weighed};

/// Who is asked in each war where go-betweens are at work, and with whom peace would be made.
pub(super) fn asked(world: &World) -> impl Iterator<Item = [PolityId; 2]> {
    served_by_go_betweens(world.resource::<Wars>()).filter_map(|leaders| first_asked(world, leaders))
}

/// The wearier of the two leaders, the one that attacks if they are alike, with the other; never a human, to whom the other
/// comes if it wants peace. Nobody where an offer of peace lies on the table: who has it answers that one.
fn first_asked(world: &World, leaders: [PolityId; 2]) -> Option<[PolityId; 2]> {
    let between = |one: &Offer| {
        let own = |seat: Seat| leaders.map(Seat::Polity).contains(&seat);
        own(one.from) && own(one.to) && matches!(one.what, OfferKind::Peace { .. })
    };
    if world.resource::<Offers>().waiting().iter().any(between) {
        return None;
    }
    let [attacker, defender] = leaders;
    let human = |id: PolityId| world.resource::<Players>().seat() == Some(Seat::Polity(id));
    let weariness = |id: PolityId| world.polity::<Forces>(id).weariness();
    let defender_first = human(attacker) || (!human(defender) && weariness(defender) > weariness(attacker));
    Some(if defender_first { [defender, attacker] } else { leaders })
}

/// Whether the one asked offers peace, by the policy with which it would answer such an offer; `None` if its line has nothing
/// to say on peace: it goes on.
pub(super) fn overture(mind: &Mind, [of, with]: [PolityId; 2]) -> Option<Weighed> {
    let (seat, other, now) = (Seat::Polity(of), Seat::Polity(with), mind.facts.now);
    let what = OfferKind::Peace { terms: PeaceTerms::AtHand, gives: with };
    let (place, about) =
        policy_on(mind, &Offer { number: 0, from: other, to: seat, what, made: now, expires: now })?;
    let offers = Order::OfferArmistice { to: with, terms: PeaceTerms::AtHand };
    Some(judge(mind, seat, place, about, offers))
}
