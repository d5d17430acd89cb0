//! Answers to offers: at once, by the same reasons.
//!
//! A doctrine's policies with the act `AnswerOffer` say what speaks for accepting; the first whose condition holds is
//! asked. An offer of talks between a state and a movement is weighed by the reasons for which the one asked would
//! offer talks itself, if its doctrine has such.

use crate::base::DoctrineId;
use crate::content::defs::PolicyDef;
use crate::content::vocabulary::{Order, OrderKind};
use crate::sim::access::Access;
use crate::sim::diplomacy::{Offer, OfferKind};
use crate::sim::doctrine::Doctrines;
use crate::sim::orders;
use crate::sim::population::Seat;
use crate::sim::quantities::{Eyes, NoInterface, holds};

use super::deliberate::{Mind, Place, Weighed, doctrines_of};
use super::limits::limit;
use super::record::Verdict;
use super::score::{NoReasons, score};

/// The answer of the one asked, with its reasons; `None` if its doctrine has nothing to say on offers (they lapse).
pub(super) fn answer(mind: &Mind, offer: &Offer) -> Option<Weighed> {
    let (seat, other) = (offer.to, offer.from);
    let (camp, abroad) = doctrines_of(mind.world, seat);
    let allied = match (seat, other) {
        (Seat::Polity(a), Seat::Polity(b)) => mind.facts.allied(a, b),
        _ => false,
    };
    let doctrine = match (offer.what, seat) {
        // A concession is a matter of business, as long as the doctrine on the economy has a word on offers.
        (OfferKind::Concession { .. }, Seat::Polity(own)) => {
            let economy = mind.world.polity::<Doctrines>(own).economy();
            let speaks = |one: &PolicyDef| one.act.kind() == OrderKind::AnswerOffer;
            let speaks = mind.facts.content.doctrines[economy].policies.iter().any(speaks);
            if speaks { economy } else { abroad }
        }
        // On debts those decide who steer the economy.
        (OfferKind::Reschedule { .. }, Seat::Polity(id)) => mind.world.polity::<Doctrines>(id).economy(),
        _ if allied => camp,
        _ => abroad,
    };
    let (place, about) = asked(mind, doctrine, seat, offer)?;
    let policy = mind.policy(place);
    let binding = mind.binding(seat, Some(about));
    let score = score(&mind.facts, policy, &mind.weights(place), binding, &mut NoReasons);
    let margin = score - policy.threshold;
    let forbidden =
        limit(&mind.facts, &mind.facts.content.doctrines[doctrine], OrderKind::AnswerOffer, binding);
    let yes = Order::AnswerOffer { offer: offer.number, accept: true };
    let verdict = if margin < 0.0 {
        Verdict::BelowThreshold
    } else if let Some(limit) = forbidden {
        Verdict::Blocked(vec![orders::Blocker::ForbiddenByDoctrine { because: limit.because.clone() }])
    } else {
        let blockers = orders::validate(mind.world, seat, &yes);
        if blockers.is_empty() { Verdict::Chosen } else { Verdict::Blocked(blockers) }
    };
    let accept = verdict == Verdict::Chosen;
    let order = Order::AnswerOffer { offer: offer.number, accept };
    Some(Weighed { place, target: Some(about), score, margin, verdict, order })
}

/// The policy that speaks to an offer, and whom it is about. To sit down with an unarmed movement of a dependency is to
/// talk on that country's independence, so that is what is weighed.
fn asked(mind: &Mind, doctrine: DoctrineId, seat: Seat, offer: &Offer) -> Option<(Place, Seat)> {
    let policies = &mind.facts.content.doctrines[doctrine].policies;
    let binding = mind.binding(seat, Some(offer.from));
    let find = |kind: OrderKind, conditional: bool| {
        let fits = |policy: &&crate::content::defs::PolicyDef| {
            policy.act.kind() == kind
                && (!conditional || holds(&mind.facts, &policy.when, binding, Eyes::Believed, &NoInterface))
        };
        let index = policies.iter().position(|policy| fits(&policy))?;
        Some(Place { doctrine, policy: index as u16 })
    };
    let own_talks = match (offer.what, seat, offer.from) {
        (OfferKind::Talks, Seat::Polity(own), Seat::Movement(movement)) => {
            let row = &mind.facts.movements[movement];
            let ruled = mind.facts.polities[row.home].status.ruler() == Some(own);
            let about_country = (ruled && !row.in_arms)
                .then(|| find(OrderKind::OpenIndependenceTalks, false))
                .flatten()
                .map(|place| (place, Seat::Polity(row.home)));
            about_country.or_else(|| find(OrderKind::OfferTalks, false).map(|place| (place, offer.from)))
        }
        // Whether to close one's trade with a third state is weighed by the reasons for which one would do so alone.
        (OfferKind::JoinEmbargo { against, .. }, Seat::Polity(_), _) => {
            find(OrderKind::Embargo, false).map(|place| (place, Seat::Polity(against)))
        }
        (OfferKind::Talks, Seat::Movement(_), _) => {
            find(OrderKind::Negotiate, false).map(|place| (place, offer.from))
        }
        _ => None,
    };
    own_talks.or_else(|| find(OrderKind::AnswerOffer, true).map(|place| (place, offer.from)))
}
