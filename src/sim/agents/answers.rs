//! Answers to offers: at once, by the same reasons.
//!
//! A doctrine's policies with the act `AnswerOffer` say what speaks for accepting; the first whose condition holds is
//! asked. An offer of talks between a state and a movement is weighed by the reasons for which the one asked would
//! offer talks itself, if its doctrine has such.

use crate::base::DoctrineId;
use crate::content::defs::PolicyDef;
use crate::content::vocabulary::{Ids, Order, OrderKind, Targets};
use crate::sim::access::Access;
use crate::sim::diplomacy::{Offer, OfferKind};
use crate::sim::doctrine::Doctrines;
use crate::sim::orders;
use crate::sim::population::Seat;
use crate::sim::quantities::{Eyes, NoInterface, holds};

use super::deliberate::{Mind, Place, Weighed, doctrines_of, one_nation};
use super::limits::limit;
use super::record::Verdict;

/// What is noted of an offer that lapses since nothing speaks to it: the doctrine that was asked, and the answer that it did
/// not give.
pub(super) fn lapsing(mind: &Mind, offer: &Offer) -> (DoctrineId, Order<Ids>) {
    (asked_first(mind, offer), Order::AnswerOffer { offer: offer.number, accept: false })
}

/// The doctrine that is asked about an offer, if it does not concern the economy alone.
fn asked_first(mind: &Mind, offer: &Offer) -> DoctrineId {
    let (seat, other) = (offer.to, offer.from);
    let (camp, abroad) = doctrines_of(mind.world, seat);
    let allied = match (seat, other) {
        (Seat::Polity(a), Seat::Polity(b)) => mind.facts.allied(a, b),
        _ => false,
    };
    match offer.what {
        OfferKind::Concession { .. } => abroad,
        // What becomes of a divided nation is a matter of one's own house.
        OfferKind::Union => camp,
        _ if allied => camp,
        _ => abroad,
    }
}

/// The policy that speaks to an offer, and whom it is about, where the offer does not concern the economy.
pub(super) fn policy_on(mind: &Mind, offer: &Offer) -> Option<(Place, Seat)> {
    asked(mind, asked_first(mind, offer), offer.to, offer)
}

/// The answer of the one asked, with its reasons; `None` if its doctrine has nothing to say on offers (they lapse).
pub(super) fn answer(mind: &Mind, offer: &Offer) -> Option<Weighed> {
    let seat = offer.to;
    let doctrine = asked_first(mind, offer);
    // What concerns the economy is first of all a matter of business.
    let (place, about) =
        asked_of_the_economy(mind, seat, offer).or_else(|| asked(mind, doctrine, seat, offer))?;
    let yes = Order::AnswerOffer { offer: offer.number, accept: true };
    let option = judge(mind, seat, place, about, yes);
    let accept = option.verdict == Verdict::Chosen;
    Some(Weighed { order: Order::AnswerOffer { offer: offer.number, accept }, ..option })
}

/// What a policy on offers comes to where a seat could say yes by an order.
pub(super) fn judge(mind: &Mind, seat: Seat, place: Place, about: Seat, yes: Order<Ids>) -> Weighed {
    let policy = mind.policy(place);
    let binding = mind.binding(seat, Some(about));
    let score = mind.score_of(seat, place, binding);
    let margin = score - policy.threshold;
    let doctrine = &mind.facts.content.doctrines[place.doctrine];
    // Who may not say yes to such an offer may not make one in its place either.
    let forbidden = limit(&mind.facts, doctrine, OrderKind::AnswerOffer, binding);
    let against = || match forbidden {
        Some(limit) => {
            vec![orders::Blocker::ForbiddenByDoctrine { because: limit.because.clone() }]
        }
        None => orders::validate_on(&mind.facts, seat, &yes),
    };
    let (verdict, open) = if margin < 0.0 {
        // What could not be taken in any case is taken at no score.
        (Verdict::BelowThreshold, !mind.keeps_bars() || against().is_empty())
    } else {
        let blockers = against();
        let open = blockers.is_empty();
        (if open { Verdict::Chosen } else { Verdict::Blocked(blockers) }, open)
    };
    let bar = if open { policy.threshold } else { f64::INFINITY };
    Weighed { place, target: Some(about), score, margin, bar, verdict, breaks: false, order: yes }
}

/// What the doctrine on the economy has to say on an offer that concerns it: a policy that would make such an offer
/// gives the reasons to take it; else its policy on answers, if it has one whose condition holds.
fn asked_of_the_economy(mind: &Mind, seat: Seat, offer: &Offer) -> Option<(Place, Seat)> {
    let Seat::Polity(own) = seat else { return None };
    let alike = match offer.what {
        OfferKind::TradeTreaty => Some(OrderKind::OfferTradeTreaty),
        OfferKind::Protocol => Some(OrderKind::ProposeProtocol),
        // Who is asked to give a sector up has other reasons than who takes it over, and so has the site of a work.
        OfferKind::Credit { .. }
        | OfferKind::Concession { .. }
        | OfferKind::Reschedule { .. }
        | OfferKind::Specialisation { .. }
        | OfferKind::Project { .. } => None,
        OfferKind::Pact
        | OfferKind::Friendship
        | OfferKind::Base { .. }
        | OfferKind::Summit
        | OfferKind::ArmsLimits
        | OfferKind::Union
        | OfferKind::Peace { .. }
        | OfferKind::Talks
        | OfferKind::JoinEmbargo { .. } => {
            return None;
        }
    };
    let doctrine = mind.world.polity::<Doctrines>(own).economy();
    let policies = &mind.facts.content.doctrines[doctrine].policies;
    let binding = mind.binding(seat, Some(offer.from));
    let open = |policy: &&crate::content::defs::PolicyDef| {
        holds(&mind.facts, &policy.when, binding, Eyes::Believed, &NoInterface)
    };
    let find =
        |kind: OrderKind| policies.iter().position(|policy| policy.act.kind() == kind && open(&policy));
    let index = alike.and_then(find).or_else(|| find(OrderKind::AnswerOffer))?;
    Some((Place { doctrine, policy: index as u16 }, offer.from))
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
    // To give up one's state is weighed by the reasons for which one would offer it, or not at all.
    if offer.what == OfferKind::Union {
        let nation =
            matches!((seat, offer.from), (Seat::Polity(a), Seat::Polity(b)) if one_nation(&mind.facts, a, b));
        let aimed = if nation { Targets::Claimants } else { Targets::FederationPartners };
        let fits = |policy: &PolicyDef| policy.act.kind() == OrderKind::OfferUnion && policy.targets == aimed;
        let index = policies.iter().position(fits)?;
        return Some((Place { doctrine, policy: index as u16 }, offer.from));
    }
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
        // To meet an adversary, or to disarm with one, is weighed by the reasons for which one would propose it.
        (OfferKind::Summit, ..) => find(OrderKind::CallSummit, false).map(|place| (place, offer.from)),
        (OfferKind::ArmsLimits, ..) => {
            find(OrderKind::OfferArmsLimits, false).map(|place| (place, offer.from))
        }
        // Whom one would not take for an ally one does not let in with soldiers either.
        (OfferKind::Base { .. }, Seat::Polity(own), Seat::Polity(guest))
            if !mind.facts.allied(own, guest) =>
        {
            return find(OrderKind::OfferPact, true).map(|place| (place, offer.from));
        }
        (OfferKind::Talks, Seat::Movement(_), _) => {
            find(OrderKind::Negotiate, false).map(|place| (place, offer.from))
        }
        _ => None,
    };
    own_talks.or_else(|| find(OrderKind::AnswerOffer, true).map(|place| (place, offer.from)))
}
