//! Orders between states short of force: help, credit, treaties, recognition, embargo, propaganda, pacts, answers.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::content::vocabulary::{AidForm, Ids, Order, ProgrammeKind, QuarrelRung, Stat, Treaty};
use crate::sim::access::Access;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{
    Agreement, AgreementTag, AgreementTerms, DiplomacyRules, OfferKind, Offers, Recognition, Relations,
    ends_of,
};
use crate::sim::effects::Effect;
use crate::sim::orders::blockers::Blocker;
use crate::sim::organisations::Quarrels;
use crate::sim::politics::may_unite;
use crate::sim::population::{Atlas, Clock, Seat};

use super::checks::{Checks, ahead, at_war, yearly_budget};

/// Months for which help and propaganda are given, as the orders say.
const HELP_MONTHS: u32 = 12;
const PROPAGANDA_MONTHS: u32 = 6;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match order {
        Order::GiveAid { to, share, form } => {
            checks.range("The share of the budget", *share, 0.0, 0.1, true);
            // Who has called its specialists home does not send others.
            let recalled = matches!(form, AidForm::Economic | AidForm::Scientific)
                && world.resource::<Quarrels>().has_come_to(by, *to, QuarrelRung::Recall);
            checks.require(!recalled, Blocker::InQuarrel);
            checks.target_state_or_own_dependency(by, *to);
            checks.peace(by, *to);
            checks.help_budget(by, *share);
            require_recognition(checks, by, *to);
        }
        Order::OfferCredit { to, share, years, interest } => {
            checks.range("The share of the budget", *share, 0.0, 0.2, true);
            checks.range("The years", f64::from(*years), 1.0, 30.0, false);
            checks.range("The interest", *interest, 0.0, 0.15, false);
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.help_budget(by, *share);
        }
        Order::OfferTradeTreaty { with } => {
            checks.target_state(*with);
            checks.peace(by, *with);
            checks.mutual_recognition(by, *with);
            checks.no_agreement(by, *with, AgreementTag::TradeTreaty);
            let embargo = |a, b| super::trade::embargoed(world, a, b);
            checks.require(!embargo(by, *with), Blocker::AlreadySo);
        }
        Order::Recognise { whom } => {
            checks.target_state(*whom);
            checks.require(!world.resource::<Recognition>().given(by, *whom), Blocker::AlreadySo);
        }
        Order::Embargo { against } => {
            checks.target_state(*against);
            checks.no_agreement(by, *against, AgreementTag::Embargo);
            let pact = super::checks::agreed(world, by, *against, AgreementTag::Pact);
            checks.require(!pact, Blocker::Allied);
        }
        Order::LiftEmbargo { from } => {
            checks.require(super::trade::embargoed(world, by, *from), Blocker::NothingThere);
        }
        Order::Propaganda { at } => {
            checks.require(*at != by, Blocker::TargetIsSelf);
            let alive = world.resource::<Atlas>().polities.get(*at).is_some()
                && world.polity::<crate::sim::politics::Status>(*at).is_alive();
            checks.require(alive, Blocker::TargetNotInBeing);
            checks.no_agreement(by, *at, AgreementTag::Propaganda);
        }
        Order::OfferPact { to } => {
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.no_agreement(by, *to, AgreementTag::Pact);
        }
        Order::WithdrawRecognition { whom } => {
            checks.target_state(*whom);
            checks.require(world.resource::<Recognition>().given(by, *whom), Blocker::NothingThere);
            let pact = super::checks::agreed(world, by, *whom, AgreementTag::Pact);
            checks.require(!pact, Blocker::Allied);
        }
        Order::OfferFriendship { to } => {
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.no_agreement(by, *to, AgreementTag::Friendship);
        }
        Order::Guarantee { whom } => {
            checks.target_state(*whom);
            checks.peace(by, *whom);
            require_recognition(checks, by, *whom);
            checks.no_agreement(by, *whom, AgreementTag::Guarantee);
        }
        Order::OfferBase { to, share } => {
            checks.fits(order);
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.no_agreement(by, *to, AgreementTag::Base);
            checks.help_budget(by, *share);
        }
        Order::CallSummit { with } => {
            checks.target_state(*with);
            checks.peace(by, *with);
            checks.mutual_recognition(by, *with);
            let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
            let tension = world.resource::<Relations>().tension(agent(by), agent(*with));
            let matter = tension >= world.resource::<DiplomacyRules>().act_middling;
            checks.require(matter, Blocker::LittleBetweenThem);
        }
        Order::OfferArmsLimits { to } => {
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.no_agreement(by, *to, AgreementTag::ArmsLimits);
            let armed = |id| world.polity::<Forces>(id).warheads() >= 1.0;
            checks.require(armed(by) && armed(*to), Blocker::NoWarheads);
        }
        Order::Denounce { with, treaty } => {
            checks.target_state(*with);
            let [a, b] = ends_of(*treaty, by, *with);
            let stands = super::checks::agreed(world, a, b, AgreementTag::from(*treaty));
            checks.require(stands, Blocker::NothingThere);
        }
        Order::OfferUnion { with } => {
            checks.target_state(*with);
            checks.peace(by, *with);
            checks.require(may_unite(world, by, *with), Blocker::NotOneNation);
        }
        Order::AnswerOffer { offer, accept } => answer(checks, Seat::Polity(by), *offer, *accept),
        _ => checks.block(Blocker::WrongSeat),
    }
}

/// An answer needs an offer made to the one who answers, and accepting needs what the offer needs.
pub(super) fn answer(checks: &mut Checks, by: Seat, offer: u32, accept: bool) {
    let world = checks.world;
    let Some(offer) = world.resource::<Offers>().get(offer).filter(|offer| offer.to == by) else {
        checks.block(Blocker::NothingThere);
        return;
    };
    if !accept {
        return;
    }
    let war = at_war(world, offer.from, offer.to);
    match offer.what {
        OfferKind::TradeTreaty
        | OfferKind::Pact
        | OfferKind::Friendship
        | OfferKind::Base { .. }
        | OfferKind::Summit
        | OfferKind::ArmsLimits
        | OfferKind::Credit { .. }
        | OfferKind::Reschedule { .. } => {
            checks.require(!war, Blocker::AtWar);
        }
        OfferKind::JoinEmbargo { against, .. } => super::trade::joining(checks, by, against),
        OfferKind::Peace { terms, gives } => {
            checks.require(war, Blocker::NotAtWar);
            if let (true, Seat::Polity(from), Seat::Polity(to)) = (war, offer.from, offer.to) {
                checks.require(
                    super::force::may_be_offered(world, from, to, terms, gives),
                    Blocker::TermsNotOpen,
                );
            }
        }
        OfferKind::Protocol | OfferKind::Specialisation { .. } | OfferKind::Project { .. } => {
            checks.require(!war, Blocker::AtWar);
            super::community::answer(checks, offer);
        }
        OfferKind::Talks => {}
        OfferKind::Union => {
            checks.require(!war, Blocker::AtWar);
            if let (Seat::Polity(a), Seat::Polity(b)) = (offer.from, offer.to) {
                checks.require(may_unite(world, a, b), Blocker::NotOneNation);
            }
        }
        OfferKind::Concession { .. } => {
            checks.require(!war, Blocker::AtWar);
            if let Seat::Polity(host) = offer.from {
                let programmes = world.polity::<crate::sim::economy::property::Programmes>(host);
                let runs = programmes.of(ProgrammeKind::Concession).is_some();
                checks.require(!runs, Blocker::AlreadySo);
            }
        }
    }
}

fn require_recognition(checks: &mut Checks, by: PolityId, to: PolityId) {
    let own = checks.world.polity::<crate::sim::politics::Status>(to).ruler() == Some(by);
    if !own {
        let given = checks.world.resource::<Recognition>().given(by, to);
        checks.require(given, Blocker::NotRecognised);
    }
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let now = world.resource::<Clock>().now();
    let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
    let offer = |to, what| {
        let expires = ahead(world, rules.offer_months as u32);
        Effect::MakeOffer { from: Seat::Polity(by), to: Seat::Polity(to), what, expires }
    };
    let agree = |b, terms, months: Option<u32>| {
        let until = months.map(|months| ahead(world, months));
        Effect::Agree { agreement: Agreement { a: by, b, terms, since: now, until } }
    };
    let trust = |of, to, by| Effect::NudgeTrust { of: agent(of), to: agent(to), by };
    let tension = |with, amount| Effect::NudgeTension { of: agent(by), with: agent(with), by: amount };
    Some(match order {
        Order::GiveAid { to, form, share } => {
            let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(HELP_MONTHS));
            let terms = AgreementTerms::Aid { form: *form, monthly };
            vec![agree(*to, terms, Some(HELP_MONTHS)), trust(*to, by, rules.act_small)]
        }
        Order::OfferCredit { to, share, years, interest } => {
            let principal = Money::rounded(yearly_budget(world, by).real() * share);
            vec![offer(*to, OfferKind::Credit { principal, months: years * 12, interest: *interest })]
        }
        Order::OfferTradeTreaty { with } => vec![offer(*with, OfferKind::TradeTreaty)],
        Order::OfferPact { to } => vec![offer(*to, OfferKind::Pact)],
        Order::OfferFriendship { to } => vec![offer(*to, OfferKind::Friendship)],
        Order::OfferArmsLimits { to } => vec![offer(*to, OfferKind::ArmsLimits)],
        Order::CallSummit { with } => vec![offer(*with, OfferKind::Summit)],
        Order::OfferBase { to, share } => {
            let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(HELP_MONTHS));
            vec![offer(*to, OfferKind::Base { monthly })]
        }
        Order::Guarantee { whom } => vec![
            agree(*whom, AgreementTerms::Guarantee, Some(rules.guarantee_months as u32)),
            trust(*whom, by, rules.act_small),
        ],
        Order::WithdrawRecognition { whom } => vec![
            Effect::WithdrawRecognition { by, whom: *whom },
            trust(*whom, by, -rules.act_middling),
            tension(*whom, rules.act_middling),
        ],
        Order::Denounce { with, treaty } => {
            let [a, b] = ends_of(*treaty, by, *with);
            let mut effects = vec![
                Effect::EndAgreement { a, b, like: AgreementTag::from(*treaty) },
                trust(*with, by, -rules.act_middling),
                tension(*with, rules.act_small),
            ];
            match treaty {
                Treaty::Trade | Treaty::Friendship => {}
                // Who takes a word on life and death back is believed less by all.
                Treaty::Pact | Treaty::Guarantee | Treaty::ArmsLimits => {
                    effects.push(Effect::TakeBackWord { by });
                }
                // Foreign soldiers gone from one's ground raise a government's standing, as their coming lowered it.
                Treaty::Base => {
                    let of = Seat::Polity(by);
                    effects.push(Effect::Nudge { stat: Stat::Legitimacy, of, by: rules.act_small });
                }
            }
            effects
        }
        Order::OfferUnion { with } => vec![offer(*with, OfferKind::Union)],
        Order::Recognise { whom } => {
            vec![
                Effect::Recognise { by, whom: *whom },
                trust(*whom, by, rules.act_middling),
                tension(*whom, -rules.act_small),
            ]
        }
        Order::Embargo { against } => vec![
            Effect::EndAgreement { a: by, b: *against, like: AgreementTag::TradeTreaty },
            agree(*against, AgreementTerms::Embargo, None),
            trust(*against, by, -rules.act_middling),
            tension(*against, rules.act_middling),
        ],
        Order::LiftEmbargo { from } => vec![
            Effect::EndAgreement { a: by, b: *from, like: AgreementTag::Embargo },
            Effect::EndAgreement { a: by, b: *from, like: AgreementTag::Boycott },
            trust(*from, by, rules.act_small),
            tension(*from, -rules.act_middling),
        ],
        Order::Propaganda { at } => vec![
            agree(*at, AgreementTerms::Propaganda, Some(PROPAGANDA_MONTHS)),
            trust(*at, by, -rules.act_small),
            tension(*at, rules.act_small),
        ],
        Order::AnswerOffer { offer, accept } => vec![Effect::AnswerOffer { offer: *offer, accept: *accept }],
        _ => return None,
    })
}
