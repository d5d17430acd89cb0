//! Orders of force and of its end: arms to movements, repression, talks, troops, wars, crises.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::content::vocabulary::{Ids, Order, WarKind};
use crate::sim::access::Access;
use crate::sim::conflict::{WarSide, Wars, military_budget};
use crate::sim::crisis::{Crises, open_to};
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, DiplomacyRules, OfferKind};
use crate::sim::effects::Effect;
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::perception::Feints;
use crate::sim::politics::{Owner, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::checks::{Checks, agreed, ahead, at_war, yearly_budget};

const HELP_MONTHS: u32 = 12;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match order {
        Order::ArmMovement { movement, share } => {
            checks.range("The share of the budget", *share, 0.0, 0.05, true);
            checks.target_movement(*movement);
            let row = world.movement::<Movement>(*movement);
            checks.require(row.against() != by && ground(world, *movement) != by, Blocker::TargetIsSelf);
            checks.help_budget(by, *share);
        }
        Order::Repress { movement } => {
            checks.target_movement(*movement);
            checks.require(rules_over(world, by, *movement), Blocker::NotRulerOfTarget);
        }
        Order::OfferTalks { to } => {
            checks.target_movement(*to);
            checks.require(rules_over(world, by, *to), Blocker::NotRulerOfTarget);
            checks.matter_for_talks(*to);
        }
        Order::SendTroops { to, share } => {
            checks.range("The share of the forces", *share, 0.0, 0.5, true);
            checks.target_state_or_own_dependency(by, *to);
            checks.peace(by, *to);
            checks.no_agreement(by, *to, AgreementTag::Troops);
            checks.require(in_trouble(world, *to), Blocker::NothingThere);
            let free = 1.0 - abroad(world, by);
            checks.require(
                free >= *share,
                Blocker::OutOfRange {
                    what: "The share of the forces still at home".into(),
                    min: *share,
                    max: 1.0,
                },
            );
            if world.polity::<Status>(*to).ruler() != Some(by) {
                checks.reach(by, *to);
            }
        }
        Order::WithdrawTroops { from } => {
            let stands = [AgreementTag::Troops, AgreementTag::Base].into_iter();
            let there = stands.map(|tag| agreed(world, by, *from, tag)).any(|there| there);
            checks.require(there, Blocker::NothingThere);
        }
        Order::OpenWar { against } => {
            checks.target_state(*against);
            checks.peace(by, *against);
            let pact = agreed(world, by, *against, AgreementTag::Pact);
            checks.require(!pact, Blocker::Allied);
            checks.reach(by, *against);
        }
        Order::GatherIntelligence { on, share } => {
            checks.fits(order);
            checks.target_state(*on);
            checks.no_agreement(by, *on, AgreementTag::Intelligence);
            checks.help_budget(by, *share);
        }
        Order::FeignStrength { .. } => {
            checks.fits(order);
            checks.require(world.resource::<Feints>().of(by).is_none(), Blocker::AlreadySo);
            checks.require(military_budget(world, by) > 0.0, Blocker::InsufficientForces);
        }
        Order::OfferArmistice { to } => {
            checks.require(at_war(world, Seat::Polity(by), Seat::Polity(*to)), Blocker::NotAtWar);
        }
        Order::MoveInCrisis { crisis, play } => {
            let crises = world.resource::<Crises>();
            let one = crises.list().iter().find(|one| one.number == *crisis);
            match one.and_then(|one| Some((one, one.side_of(by)?))) {
                None => checks.block(Blocker::NothingThere),
                Some((one, side)) => checks.require(open_to(world, one, side, *play), Blocker::MoveNotOpen),
            }
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

/// The polity on whose ground a movement lives.
fn ground(world: &World, movement: crate::base::MovementId) -> PolityId {
    let territory = world.resource::<Lore>().movements[movement].territory;
    world.territory::<Owner>(territory).polity()
}

/// Whether a state holds power over a movement's ground, itself or as ruler from abroad.
fn rules_over(world: &World, by: PolityId, movement: crate::base::MovementId) -> bool {
    let ground = ground(world, movement);
    ground == by
        || world.polity::<Status>(ground).ruler() == Some(by)
        || world.movement::<Movement>(movement).against() == by
}

/// Whether a government has a fight to be helped in: a war, or a movement in arms on its ground.
fn in_trouble(world: &World, polity: PolityId) -> bool {
    let lore = world.resource::<Lore>();
    world.resource::<Wars>().fights(Seat::Polity(polity))
        || lore.movements.iter().any(|(id, def)| {
            world.movement::<Movement>(id).phase() == MovementPhase::InArms
                && world.territory::<Owner>(def.territory).polity() == polity
        })
}

/// Share of a state's forces that stands abroad by agreement.
fn abroad(world: &World, polity: PolityId) -> f64 {
    let share = |terms: &AgreementTerms| match terms {
        AgreementTerms::Troops { share } => *share,
        _ => 0.0,
    };
    let agreements = world.resource::<crate::sim::diplomacy::Agreements>().list();
    agreements.iter().filter(|one| one.a == polity).map(|one| share(&one.terms)).sum()
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let now = world.resource::<Clock>().now();
    let atlas = world.resource::<Atlas>();
    let agent = |seat| atlas.agent(seat);
    let me = agent(Seat::Polity(by));
    let tension =
        |with: PolityId, amount| Effect::NudgeTension { of: me, with: agent(Seat::Polity(with)), by: amount };
    let offer = |to, what| {
        let expires = ahead(world, rules.offer_months as u32);
        Effect::MakeOffer { from: Seat::Polity(by), to, what, expires }
    };
    Some(match order {
        Order::ArmMovement { movement, share } => {
            let ground = ground(world, *movement);
            let against = world.movement::<Movement>(*movement).against();
            let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(HELP_MONTHS));
            let terms = AgreementTerms::Arms { movement: *movement, monthly };
            let until = Some(ahead(world, HELP_MONTHS));
            let movement = agent(Seat::Movement(*movement));
            let mut effects = vec![
                Effect::Agree { agreement: Agreement { a: by, b: ground, terms, since: now, until } },
                Effect::NudgeTrust { of: movement, to: me, by: rules.act_middling },
                Effect::NudgeInfluence { of: me, over: movement, by: rules.act_middling },
                tension(against, rules.act_middling),
            ];
            if ground != against {
                effects.push(tension(ground, rules.act_small));
            }
            effects
        }
        Order::Repress { movement } => vec![
            Effect::Repress { movement: *movement, by },
            Effect::NudgeTrust { of: agent(Seat::Movement(*movement)), to: me, by: -rules.act_middling },
        ],
        Order::OfferTalks { to } => vec![offer(Seat::Movement(*to), OfferKind::Talks)],
        Order::SendTroops { to, share } => {
            let terms = AgreementTerms::Troops { share: *share };
            vec![
                Effect::Agree { agreement: Agreement { a: by, b: *to, terms, since: now, until: None } },
                Effect::NudgeTrust { of: agent(Seat::Polity(*to)), to: me, by: rules.act_middling },
                Effect::NudgeInfluence { of: me, over: agent(Seat::Polity(*to)), by: rules.act_middling },
            ]
        }
        Order::WithdrawTroops { from } => {
            let end = |like| Effect::EndAgreement { a: by, b: *from, like };
            vec![end(AgreementTag::Troops), end(AgreementTag::Base)]
        }
        Order::OpenWar { against } => {
            let side = |id| WarSide { polities: vec![id], movements: Vec::new() };
            let over = world.resource::<Lore>().polities[*against].home.clone();
            let order_rules = world.resource::<OrderRules>();
            vec![
                Effect::EndAgreement { a: by, b: *against, like: AgreementTag::TradeTreaty },
                Effect::OpenWar {
                    kind: WarKind::Interstate,
                    attacker: side(by),
                    defender: side(*against),
                    over,
                },
                Effect::NudgeTrust {
                    of: agent(Seat::Polity(*against)),
                    to: me,
                    by: -order_rules.war_breaks_trust,
                },
                tension(*against, order_rules.war_breaks_trust),
            ]
        }
        Order::GatherIntelligence { on, share } => {
            let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(HELP_MONTHS));
            let terms = AgreementTerms::Intelligence { monthly };
            let until = Some(ahead(world, HELP_MONTHS));
            vec![Effect::Agree { agreement: Agreement { a: by, b: *on, terms, since: now, until } }]
        }
        Order::FeignStrength { by: shown } => vec![Effect::Feign { by, shown: *shown }],
        Order::OfferArmistice { to } => vec![offer(Seat::Polity(*to), OfferKind::Armistice)],
        Order::MoveInCrisis { crisis, play } => {
            vec![Effect::CrisisMove { crisis: *crisis, by, play: *play }]
        }
        _ => return None,
    })
}
