//! What effects do to relations, recognition, agreements and offers.

use bevy::prelude::World;

use crate::base::{AgentId, Month, PolityId};
use crate::content::vocabulary::{FormOfRule, ProgrammeKind, Stat, Strings};
use crate::sim::access::Access;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::economy::property::Programme;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::{Government, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::quantities::Facts;

use super::components::{Agreement, AgreementTag, Agreements, Offer, OfferKind, Offers, Terms};
use super::genesis::opening;
use super::pairs::{recognises_claimant, relevant};
use super::relations::{Channel, Relations};
use super::{DiplomacyRules, Disputes, Recognition};

/// Adds to the trust of one in another.
pub(in crate::sim) fn nudge_trust(world: &mut World, of: AgentId, to: AgentId, by: f64) {
    world.resource_mut::<Relations>().nudge(Channel::Trust, of, to, by);
}

/// Adds to the tension between two, both ways.
pub(in crate::sim) fn nudge_tension(world: &mut World, of: AgentId, with: AgentId, by: f64) {
    let mut relations = world.resource_mut::<Relations>();
    relations.nudge(Channel::Tension, of, with, by);
    relations.nudge(Channel::Tension, with, of, by);
}

/// Adds to the influence of one over another.
pub(in crate::sim) fn nudge_influence(world: &mut World, of: AgentId, over: AgentId, by: f64) {
    world.resource_mut::<Relations>().nudge(Channel::Influence, of, over, by);
}

/// Enters a recognition.
pub(in crate::sim) fn recognise(world: &mut World, by: PolityId, whom: PolityId) {
    world.resource_mut::<Recognition>().cells[(by, whom)] = true;
}

/// Drops a state's claim to the ground that it disputes with another, for a generation.
pub(in crate::sim) fn drop_claim(world: &mut World, by: PolityId, to: PolityId) {
    let now = world.resource::<Clock>().now();
    let until = now.plus(world.resource::<DiplomacyRules>().claim_months as u32);
    let lore = world.resource::<Lore>().clone();
    let mut disputes = world.resource_mut::<Disputes>();
    let Some((place, _)) = disputes.between(&lore.disputes, by, to) else { return };
    disputes.drop_claim(place, by, until);
    let fact = Fact::ClaimDropped { dispute: place as u16, by, to };
    world.resource_mut::<Chronicle>().tell(now, fact);
}

/// Strikes a recognition out; what rests on it ends.
pub(in crate::sim) fn withdraw_recognition(world: &mut World, by: PolityId, whom: PolityId) {
    world.resource_mut::<Recognition>().cells[(by, whom)] = false;
    for like in [AgreementTag::TradeTreaty, AgreementTag::Friendship] {
        end_agreement(world, by, whom, like);
    }
}

/// Those who meet leave part of the tension between them behind, the more the more there is.
fn meet_at_the_summit(world: &mut World, a: PolityId, b: PolityId) {
    let atlas = world.resource::<Atlas>();
    let [of, with] = [a, b].map(|one| atlas.agent(Seat::Polity(one)));
    let relief = world.resource::<DiplomacyRules>().summit_relief;
    let by = -relief * world.resource::<Relations>().tension(of, with);
    world.resource_mut::<Effects>().push(Effect::NudgeTension { of, with, by });
}

/// Enters an agreement; one of the same kind between the same two (and, for help to movements, to the same one) is
/// replaced, so that agreements do not pile up.
pub(in crate::sim) fn agree(world: &mut World, agreement: Agreement) {
    let same_thing = |one: &Terms| match (one, &agreement.terms) {
        (Terms::Aid { form: a, .. }, Terms::Aid { form: b, .. }) => a == b,
        (Terms::Arms { movement: a, .. }, Terms::Arms { movement: b, .. }) => a == b,
        _ => true,
    };
    let mut agreements = world.resource_mut::<Agreements>();
    agreements.end(agreement.a, agreement.b, agreement.terms.tag(), same_thing);
    agreements.enter(agreement);
}

/// Ends all agreements of one kind from `a` to `b` (either way for mutual ones).
pub(in crate::sim) fn end_agreement(world: &mut World, a: PolityId, b: PolityId, like: AgreementTag) {
    world.resource_mut::<Agreements>().end(a, b, like, |_| true);
}

/// Enters an offer; one of the same kind between the same two that still waits is replaced.
pub(in crate::sim) fn make_offer(world: &mut World, from: Seat, to: Seat, what: OfferKind, expires: Month) {
    let made = world.resource::<Clock>().now();
    let kind = std::mem::discriminant(&what);
    let mut offers = world.resource_mut::<Offers>();
    offers
        .waiting
        .retain(|old| !(old.from == from && old.to == to && std::mem::discriminant(&old.what) == kind));
    let number = offers.next;
    offers.next += 1;
    offers.waiting.push(Offer { number, from, to, what, made, expires });
}

/// Takes an offer off the table; what was accepted comes into force.
pub(in crate::sim) fn answer_offer(world: &mut World, number: u32, accept: bool) {
    let mut offers = world.resource_mut::<Offers>();
    let Some(place) = offers.waiting.iter().position(|offer| offer.number == number) else { return };
    let offer = offers.waiting.remove(place);
    let (small, middling) = {
        let rules = world.resource::<DiplomacyRules>();
        (rules.act_small, rules.act_middling)
    };
    let atlas = world.resource::<Atlas>();
    let (from, to) = (atlas.agent(offer.from), atlas.agent(offer.to));
    if accept {
        come_into_force(world, &offer);
    }
    let by = if accept { middling } else { -small };
    let mut effects = world.resource_mut::<Effects>();
    effects.push(Effect::NudgeTrust { of: from, to, by });
    if accept {
        effects.push(Effect::NudgeTrust { of: to, to: from, by });
        effects.push(Effect::NudgeTension { of: from, with: to, by: -middling });
    }
}

fn come_into_force(world: &mut World, offer: &Offer) {
    let now = world.resource::<Clock>().now();
    match (offer.what, offer.from, offer.to) {
        (OfferKind::TradeTreaty, Seat::Polity(a), Seat::Polity(b)) => {
            let months = world.resource::<DiplomacyRules>().treaty_months as u32;
            let until = Some(now.plus(months));
            agree(world, Agreement { a, b, terms: Terms::TradeTreaty, since: now, until });
        }
        (OfferKind::Pact, Seat::Polity(a), Seat::Polity(b)) => {
            agree(world, Agreement { a, b, terms: Terms::Pact, since: now, until: None });
        }
        (OfferKind::Friendship, Seat::Polity(a), Seat::Polity(b)) => {
            let until = Some(now.plus(world.resource::<DiplomacyRules>().friendship_months as u32));
            agree(world, Agreement { a, b, terms: Terms::Friendship, since: now, until });
        }
        (OfferKind::ArmsLimits, Seat::Polity(a), Seat::Polity(b)) => {
            let until = Some(now.plus(world.resource::<DiplomacyRules>().limits_months as u32));
            agree(world, Agreement { a, b, terms: Terms::ArmsLimits, since: now, until });
        }
        (OfferKind::Base { monthly }, Seat::Polity(guest), Seat::Polity(host)) => {
            let rules = world.resource::<DiplomacyRules>();
            let (until, by) = (Some(now.plus(rules.base_months as u32)), -rules.act_small);
            let terms = Terms::Base { monthly };
            agree(world, Agreement { a: guest, b: host, terms, since: now, until });
            // Foreign soldiers on one's ground cost a government standing.
            let of = Seat::Polity(host);
            world.resource_mut::<Effects>().push(Effect::Nudge { stat: Stat::Legitimacy, of, by });
        }
        (OfferKind::Summit, Seat::Polity(a), Seat::Polity(b)) => meet_at_the_summit(world, a, b),
        (OfferKind::Union, Seat::Polity(one), Seat::Polity(other)) => {
            world.resource_mut::<Effects>().push(Effect::Unite { one, other, led_by: None });
        }
        (OfferKind::Credit { principal, months, interest }, Seat::Polity(from), Seat::Polity(to)) => {
            world.resource_mut::<Effects>().push(Effect::OpenDebt { from, to, principal, months, interest });
        }
        (OfferKind::Peace { terms, gives }, Seat::Polity(a), Seat::Polity(b)) => {
            world.resource_mut::<Effects>().push(Effect::MakePeace { a, b, terms, gives });
        }
        (OfferKind::Talks, Seat::Polity(_), Seat::Movement(movement))
        | (OfferKind::Talks, Seat::Movement(movement), Seat::Polity(_)) => {
            crate::sim::movements::effects::lay_down_arms(world, movement);
        }
        (OfferKind::Reschedule { months, strings }, Seat::Polity(creditor), Seat::Polity(debtor)) => {
            world.resource_mut::<Effects>().push(Effect::Reschedule { creditor, debtor, months, strings });
            if strings == Strings::OpenMarkets {
                let until = Some(now.plus(months));
                agree(
                    world,
                    Agreement { a: creditor, b: debtor, terms: Terms::TradeTreaty, since: now, until },
                );
            }
        }
        (OfferKind::JoinEmbargo { against, all }, Seat::Polity(_), Seat::Polity(joins)) => {
            let terms = if all { Terms::Boycott } else { Terms::Embargo };
            end_agreement(world, joins, against, AgreementTag::TradeTreaty);
            agree(world, Agreement { a: joins, b: against, terms, since: now, until: None });
            let by = world.resource::<DiplomacyRules>().act_middling;
            let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
            let (of, to) = (agent(against), agent(joins));
            let mut effects = world.resource_mut::<Effects>();
            effects.push(Effect::NudgeTrust { of, to, by: -by });
            effects.push(Effect::NudgeTension { of: to, with: of, by });
        }
        (OfferKind::Concession { sector }, Seat::Polity(host), Seat::Polity(partner)) => {
            let programme = Programme { partner: Some(partner), ..Programme::new(sector, now) };
            let kind = ProgrammeKind::Concession;
            world.resource_mut::<Effects>().push(Effect::BeginProgramme { polity: host, kind, programme });
        }
        (OfferKind::Protocol, Seat::Polity(a), Seat::Polity(b)) => {
            world.resource_mut::<Effects>().push(Effect::SignProtocol { a, b });
        }
        (OfferKind::Specialisation { good }, Seat::Polity(specialist), Seat::Polity(partner)) => {
            world.resource_mut::<Effects>().push(Effect::Specialise { specialist, partner, good });
        }
        (OfferKind::Project { kind }, Seat::Polity(by), Seat::Polity(site)) => {
            world.resource_mut::<Effects>().push(Effect::BeginWork { by, site, kind });
        }
        // What states offer to states has no other sides; `validate` lets nothing else through.
        (
            OfferKind::TradeTreaty
            | OfferKind::Pact
            | OfferKind::Friendship
            | OfferKind::ArmsLimits
            | OfferKind::Base { .. }
            | OfferKind::Summit
            | OfferKind::Union
            | OfferKind::Credit { .. }
            | OfferKind::Peace { .. }
            | OfferKind::Talks
            | OfferKind::JoinEmbargo { .. }
            | OfferKind::Concession { .. }
            | OfferKind::Protocol
            | OfferKind::Specialisation { .. }
            | OfferKind::Project { .. }
            | OfferKind::Reschedule { .. },
            _,
            _,
        ) => {}
    }
}

/// A new state takes its place among the others: recognition, records, an end to what bound it as a dependency.
pub(in crate::sim) fn greet_new_state(world: &mut World, polity: PolityId) {
    let rules = *world.resource::<DiplomacyRules>();
    let lore = world.resource::<Lore>().clone();
    world.resource_mut::<Agreements>().retain(|one| {
        !(one.b == polity && matches!(one.terms, Terms::IndependenceTalks | Terms::Troops { .. }))
    });
    let recognisers = recognisers(world, &lore, polity);
    let mut recognition = world.resource_mut::<Recognition>();
    for (by, recognises) in recognisers {
        recognition.cells[(by, polity)] = recognises;
    }
    let facts = Facts::gather(world);
    let me = facts.agent(polity);
    let others = relevant(&facts, Seat::Polity(polity));
    let openings: Vec<_> = others
        .iter()
        .map(|&other| {
            let seat = facts.atlas.seat(other);
            let own = Seat::Polity(polity);
            (other, opening(&facts, own, seat, &rules), opening(&facts, seat, own, &rules))
        })
        .collect();
    drop(facts);
    let mut relations = world.resource_mut::<Relations>();
    for other in relations.others(me).collect::<Vec<_>>() {
        relations.forget(me, other);
    }
    for (other, own, theirs) in openings {
        if relations.meet(me, other) {
            own.write(&mut relations, me, other);
        }
        if !relations.knows(other, me) && relations.meet(other, me) {
            theirs.write(&mut relations, other, me);
        }
    }
}

fn recognisers(
    world: &World,
    lore: &crate::content::defs::Content,
    polity: PolityId,
) -> Vec<(PolityId, bool)> {
    let form = |id: PolityId| world.polity::<Government>(id).form();
    let claim = lore.polities[polity].claim.map(|claim| &lore.claims[claim]);
    let stands = |id: &PolityId| *id != polity && world.polity::<Status>(*id).is_sovereign();
    let rivals: Vec<PolityId> =
        claim.map_or_else(Vec::new, |claim| claim.claimants.iter().copied().filter(stands).collect());
    let forms: Vec<FormOfRule> = rivals.iter().map(|&id| form(id)).collect();
    lore.polities
        .ids()
        .map(|by| {
            let natural = rivals.is_empty()
                || (!rivals.contains(&by)
                    && recognises_claimant(
                        form(by),
                        form(polity),
                        &forms,
                        false,
                        claim.is_some_and(|one| one.seated.is_some()),
                    ));
            (by, natural)
        })
        .collect()
}
