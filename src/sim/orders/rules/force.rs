//! Orders of force and of its end: arms to movements, repression, talks, troops, wars, crises.

use bevy::prelude::World;

use crate::base::{Money, OrganisationId, PolityId, TerritoryId};
use crate::content::vocabulary::{Degree, Ids, Order, OrganisationKind, PeaceTerms, WarKind};
use crate::sim::access::Access;
use crate::sim::conflict::peace::{
    aim_for, aim_stands, giver, ground_for, held_by, possible, terms_at_hand, who_leaves,
};
use crate::sim::conflict::{ConflictRules, WarSide, Wars, louder_than_arms, military_budget, noise_of};
use crate::sim::crisis::{Crises, open_to};
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements, DiplomacyRules, OfferKind};
use crate::sim::effects::Effect;
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::organisations::{OrganisationAct, Organisations, Quarrels};
use crate::sim::perception::{Feints, PerceptionRules};
use crate::sim::politics::{Lands, Owner, Status};
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::checks::{Checks, agreed, ahead, at_war, yearly_budget};

const HELP_MONTHS: u32 = 12;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match order {
        Order::ArmMovement { movement, share, degree } => {
            checks.range("The share of the budget", *share, 0.0, 0.05, true);
            checks.require(*degree <= Degree::Volunteers, Blocker::DegreeNotOpen);
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
        Order::SendTroops { to, share, degree } => {
            checks.range("The share of the forces", *share, 0.0, most_of(*degree), true);
            checks.require(*degree >= Degree::Advisers, Blocker::DegreeNotOpen);
            checks.target_state_or_own_dependency(by, *to);
            checks.peace(by, *to);
            // One goes further, not back: for that, men are brought home.
            let stand = world.resource::<Agreements>().men_of(by, *to);
            checks.require(stand < Some(*degree), Blocker::AlreadySo);
            let uninvited = calls_to_order(world, by, *to) && *degree == Degree::Regulars;
            checks.require(in_trouble(world, *to) || uninvited, Blocker::NothingThere);
            let free = 1.0 - abroad(world, by, *to);
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
            let stands = |tag| agreed(world, by, *from, tag);
            let there = stands(AgreementTag::Troops)
                || stands(AgreementTag::Base)
                || !held_of(world, by, *from).is_empty();
            checks.require(there, Blocker::NothingThere);
        }
        Order::OpenWar { against, aim } => {
            checks.target_state(*against);
            checks.peace(by, *against);
            checks.require(aim_stands(world, by, *against, *aim), Blocker::NoGround);
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
        Order::OfferArmistice { to, terms } => {
            let war = at_war(world, Seat::Polity(by), Seat::Polity(*to));
            checks.require(war, Blocker::NotAtWar);
            let open = || giving(world, by, *to, *terms).is_some();
            checks.require(!war || open(), Blocker::TermsNotOpen);
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

/// What terms come to in the war that two states fight, and who gives; none where nobody could carry them out. A state that
/// does not lead its side, or stands in a war of movements, can only leave: things stay as they were.
fn giving(world: &World, by: PolityId, to: PolityId, terms: PeaceTerms) -> Option<(PeaceTerms, PolityId)> {
    let war = world.resource::<Wars>().between(Seat::Polity(by), Seat::Polity(to))?;
    if let Some(leaves) = who_leaves(war, by, to) {
        let leaving = matches!(terms, PeaceTerms::AtHand | PeaceTerms::StatusQuo | PeaceTerms::Withdrawal);
        return leaving.then_some((PeaceTerms::StatusQuo, leaves));
    }
    if terms == PeaceTerms::AtHand {
        return terms_at_hand(world, war);
    }
    let gives = giver(world, war, terms)?;
    possible(world, war, terms, gives).then_some((terms, gives))
}

/// Whether terms that were offered can still be carried out.
pub(super) fn may_be_offered(
    world: &World,
    from: PolityId,
    to: PolityId,
    terms: PeaceTerms,
    gives: PolityId,
) -> bool {
    let war = world.resource::<Wars>().between(Seat::Polity(from), Seat::Polity(to));
    war.is_some_and(|war| who_leaves(war, from, to).is_some() || possible(world, war, terms, gives))
}

/// Territories of a state of which another holds a part since a war that is over.
fn held_of(world: &World, by: PolityId, of: PolityId) -> Vec<TerritoryId> {
    if at_war(world, Seat::Polity(by), Seat::Polity(of)) {
        return Vec::new();
    }
    let lands = world.resource::<Lands>();
    held_by(world, by).into_iter().filter(|&territory| lands.owner(territory) == of).collect()
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

/// Whether a state leads a military pact and openly quarrels with a member over the line, so that its troops can call that one
/// to order.
fn calls_to_order(world: &World, by: PolityId, member: PolityId) -> bool {
    let lore = world.resource::<Lore>();
    let led = |id: OrganisationId| {
        let def = &lore.organisations[id];
        def.kind == OrganisationKind::MilitaryPact && def.leader == Some(by)
    };
    let mut shared = world.resource::<Organisations>().iter().filter(|(_, one)| one.has(member));
    world.resource::<Quarrels>().between(by, member).is_some() && shared.any(|(id, _)| led(id))
}

/// Share of a state's forces that stands abroad by agreement, but for those with one government.
fn abroad(world: &World, polity: PolityId, but: PolityId) -> f64 {
    let share = |terms: &AgreementTerms| match terms {
        AgreementTerms::Troops { share, .. } => *share,
        _ => 0.0,
    };
    let lent = world.resource::<Agreements>().of_kind(AgreementTag::Troops);
    let elsewhere = lent.filter(|one| one.a == polity && one.b != but);
    elsewhere.map(|one| share(&one.terms)).sum()
}

/// The largest share of the forces that can be sent as this or that. Own estimate.
fn most_of(degree: Degree) -> f64 {
    match degree {
        Degree::Arms => 0.0,
        Degree::Advisers => 0.05,
        Degree::Volunteers => 0.25,
        Degree::Regulars => 0.5,
    }
}

/// Tension that men sent to a government raise with those it fights, by how far they are seen: states at war with it, and the
/// patrons of movements in arms there.
fn answered_by(world: &World, by: PolityId, to: PolityId, amount: f64) -> Vec<Effect> {
    let atlas = world.resource::<Atlas>();
    let mut others: Vec<PolityId> = Vec::new();
    for war in world.resource::<Wars>().list() {
        let sides = [(&war.attacker, &war.defender), (&war.defender, &war.attacker)];
        for (_, enemy) in sides.into_iter().filter(|(own, _)| own.polities.contains(&to)) {
            others.extend(&enemy.polities);
            others.extend(enemy.movements.iter().filter_map(|&id| world.movement::<Movement>(id).patron()));
        }
    }
    others.sort();
    others.dedup();
    let me = atlas.agent(Seat::Polity(by));
    let nudge = |other| Effect::NudgeTension { of: me, with: atlas.agent(Seat::Polity(other)), by: amount };
    others.into_iter().filter(|&other| other != by && other != to).map(nudge).collect()
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let (rules, war_rules) = (world.resource::<DiplomacyRules>(), world.resource::<ConflictRules>());
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
        Order::ArmMovement { movement, share, degree } => {
            let ground = ground(world, *movement);
            let against = world.movement::<Movement>(*movement).against();
            let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(HELP_MONTHS));
            let terms = AgreementTerms::Arms { movement: *movement, monthly, degree: *degree };
            let until = Some(ahead(world, HELP_MONTHS));
            let movement = agent(Seat::Movement(*movement));
            let mut effects = vec![
                Effect::Agree { agreement: Agreement { a: by, b: ground, terms, since: now, until } },
                Effect::NudgeTrust { of: movement, to: me, by: rules.act_middling },
                Effect::NudgeInfluence { of: me, over: movement, by: rules.act_middling },
                tension(against, rules.act_middling * louder_than_arms(*degree, war_rules)),
            ];
            if ground != against {
                effects.push(tension(ground, rules.act_small * louder_than_arms(*degree, war_rules)));
            }
            effects
        }
        Order::Repress { movement } => vec![
            Effect::Repress { movement: *movement, by },
            Effect::NudgeTrust { of: agent(Seat::Movement(*movement)), to: me, by: -rules.act_middling },
        ],
        Order::OfferTalks { to } => vec![offer(Seat::Movement(*to), OfferKind::Talks)],
        Order::SendTroops { to, share, degree } => {
            let terms = AgreementTerms::Troops { share: *share, degree: *degree };
            let uninvited = !in_trouble(world, *to);
            let (trust, influence) = match uninvited {
                true => (-rules.act_grave, rules.act_grave),
                false => (rules.act_middling, rules.act_middling),
            };
            let mut effects = vec![
                Effect::Agree { agreement: Agreement { a: by, b: *to, terms, since: now, until: None } },
                Effect::NudgeTrust { of: agent(Seat::Polity(*to)), to: me, by: trust },
                Effect::NudgeInfluence { of: me, over: agent(Seat::Polity(*to)), by: influence },
            ];
            if uninvited {
                effects.push(Effect::InOrganisation { by, act: OrganisationAct::Press(*to) });
            }
            let amount = rules.act_middling * noise_of(*degree, war_rules);
            effects.extend(answered_by(world, by, *to, amount));
            effects
        }
        Order::WithdrawTroops { from } => {
            let give_back = |territory| Effect::HoldGround { territory, by, share: 0.0 };
            let held = held_of(world, by, *from).into_iter().map(give_back);
            let end = |like| Effect::EndAgreement { a: by, b: *from, like };
            held.chain([end(AgreementTag::Troops), end(AgreementTag::Base)]).collect()
        }
        Order::OpenWar { against, aim } => {
            let side = |id| WarSide { polities: vec![id], movements: Vec::new() };
            let aim = aim_for(world, by, *against, *aim);
            let over = ground_for(world, by, *against, aim);
            let order_rules = world.resource::<OrderRules>();
            vec![
                Effect::EndAgreement { a: by, b: *against, like: AgreementTag::TradeTreaty },
                Effect::OpenWar {
                    kind: WarKind::Interstate,
                    aim,
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
            let months = world.resource::<PerceptionRules>().intelligence_months as u32;
            let until = Some(ahead(world, months));
            vec![Effect::Agree { agreement: Agreement { a: by, b: *on, terms, since: now, until } }]
        }
        Order::FeignStrength { by: shown } => vec![Effect::Feign { by, shown: *shown }],
        Order::OfferArmistice { to, terms } => giving(world, by, *to, *terms)
            .map(|(terms, gives)| offer(Seat::Polity(*to), OfferKind::Peace { terms, gives }))
            .into_iter()
            .collect(),
        Order::MoveInCrisis { crisis, play } => {
            vec![Effect::CrisisMove { crisis: *crisis, by, play: *play }]
        }
        _ => return None,
    })
}
