//! Go-betweens at war: where both sides are weary or called upon to cease fire, the leader of each is asked whether it would
//! sign what is at hand. No war ends by weariness alone: each line says what its holder would rather bear.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::{Order, OrderKind, PeaceTerms};
use crate::sim::conflict::peace::terms_at_hand;
use crate::sim::conflict::{WarEnd, Wars};
use crate::sim::diplomacy::{DiplomacyRules, Offer, OfferKind, Offers};
use crate::sim::effects::{Effect, Effects};
use crate::sim::orders::Blocker;
use crate::sim::population::{Clock, Seat};
use crate::sim::quantities::Facts;

use super::answers::policy_on;
use super::deliberate::{Mind, Weighed};
use super::limits::limit;
use super::record::Verdict;
use super::systems::Numbered;

/// What one leader says: a human is not asked before the other would sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Signs,
    Refuses,
    IsHuman,
}

/// Sounds out the leaders of two sides: there is peace if both would sign; to a human the other, if it would, makes the offer.
pub(in crate::sim) fn sound_out(world: &mut World, [a, b]: [PolityId; 2], why: WarEnd) {
    let Some(war) = world.resource::<Wars>().between(Seat::Polity(a), Seat::Polity(b)) else { return };
    // Who has an offer on the table answers that one.
    let sides = [Seat::Polity(a), Seat::Polity(b)];
    let theirs = |one: &Offer| sides.contains(&one.from) && sides.contains(&one.to);
    let waiting = world.resource::<Offers>().waiting().iter().filter(|one| theirs(one));
    if waiting.into_iter().any(|one| matches!(one.what, OfferKind::Peace { .. })) {
        return;
    }
    let (terms, gives) = terms_at_hand(world, war).unwrap_or((PeaceTerms::StatusQuo, b));
    let now = world.resource::<Clock>().now();
    let expires = now.plus(world.resource::<DiplomacyRules>().offer_months as u32);
    let mut mind = Mind::open(Facts::gather(world));
    let mut numbers = Numbered::from(world);
    let words = [(b, a), (a, b)].map(|(from, to)| {
        let what = OfferKind::Peace { terms, gives };
        let (from, to) = (Seat::Polity(from), Seat::Polity(to));
        ask(&mut mind, &mut numbers, &Offer { number: 0, from, to, what, made: now, expires }, terms)
    });
    drop(mind);
    numbers.write(world);
    let offer = |from, to| {
        let (from, to) = (Seat::Polity(from), Seat::Polity(to));
        Effect::MakeOffer { from, to, what: OfferKind::Peace { terms, gives }, expires }
    };
    let comes = match words {
        [Word::Signs, Word::Signs] => Effect::MakePeace { a, b, agreed: Some((terms, gives)), why },
        [Word::IsHuman, Word::Signs] => offer(b, a),
        [Word::Signs, Word::IsHuman] => offer(a, b),
        _ => return,
    };
    world.resource_mut::<Effects>().push(comes);
}

/// Asks the one to whom an offer would go, and notes what it says with its reasons.
fn ask(mind: &mut Mind, numbers: &mut Numbered, offer: &Offer, terms: PeaceTerms) -> Word {
    if mind.player == Some(offer.to) {
        return Word::IsHuman;
    }
    // Who has nothing to say on peace goes on.
    let Some(option) = weigh(mind, offer, terms) else { return Word::Refuses };
    let since = numbers.records.len();
    numbers.note(mind, offer.to, &option);
    let signs = |option: &Weighed| option.verdict == Verdict::Chosen;
    numbers.try_changes(mind, since, |mind, _, _| weigh(mind, offer, terms).as_ref().is_some_and(signs));
    if signs(&option) { Word::Signs } else { Word::Refuses }
}

/// Whether it would sign, by the policy with which it answers such offers.
fn weigh(mind: &Mind, offer: &Offer, terms: PeaceTerms) -> Option<Weighed> {
    let (place, about) = policy_on(mind, offer)?;
    let Seat::Polity(with) = about else { return None };
    let (policy, binding) = (mind.policy(place), mind.binding(offer.to, Some(about)));
    let score = mind.score_of(offer.to, place, binding);
    let margin = score - policy.threshold;
    let doctrine = &mind.facts.content.doctrines[place.doctrine];
    let limit = limit(&mind.facts, doctrine, OrderKind::AnswerOffer, binding);
    let verdict = match limit {
        _ if margin < 0.0 => Verdict::BelowThreshold,
        Some(limit) => {
            Verdict::Blocked(vec![Blocker::ForbiddenByDoctrine { because: limit.because.clone() }])
        }
        None => Verdict::Chosen,
    };
    let bar = if limit.is_none() { policy.threshold } else { f64::INFINITY };
    let order = Order::OfferArmistice { to: with, terms };
    Some(Weighed { place, target: Some(about), score, margin, bar, verdict, breaks: false, order })
}
