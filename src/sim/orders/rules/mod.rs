//! What each kind of order needs, and what it does. One file a family.
//!
//! Each family has two functions: `check` collects *all* blockers, `effects` says what the order does once nothing
//! blocks it. Players' and AIs' orders go the same way. What the doctrine in force rules out is no blocker: it costs
//! more authority ([`price`]) and credibility. An AI does it only if it wants it much (`agents.break_margin`).

mod checks;
mod community;
mod diplomacy;
mod force;
mod home;
mod money;
mod movements;
mod organisations;
mod planning;
mod property;
mod trade;

use bevy::prelude::World;

use crate::base::{DoctrineId, PolityId};
use crate::content::vocabulary::{Degree, Ids, LineScope, Order, OrderKind, WarAim};
use crate::sim::agents::{Players, breaks_line, forbidden, forbidding};
use crate::sim::conflict::Wars;
use crate::sim::conflict::peace::served_by_go_betweens;
use crate::sim::diplomacy::open_dispute;
use crate::sim::doctrine::{DoctrineRules, rules::amend_price};
use crate::sim::effects::Effect;
use crate::sim::population::Seat;
use crate::sim::quantities::Facts;

use super::blockers::Blocker;
use super::cost::authority_cost;
use super::{Given, OrderRules};
use checks::Checks;

pub use organisations::organisation_act;

/// Everything that stands against an order now, for player, AI and mission alike. Empty means it may be given.
pub fn validate(world: &World, issuer: Seat, order: &Order<Ids>) -> Vec<Blocker> {
    check(Checks::new(world, issuer), issuer, order)
}

/// The same for who holds the facts of this moment.
pub(in crate::sim) fn validate_on(facts: &Facts, issuer: Seat, order: &Order<Ids>) -> Vec<Blocker> {
    check(Checks::on(facts, issuer), issuer, order)
}

fn check(mut checks: Checks, issuer: Seat, order: &Order<Ids>) -> Vec<Blocker> {
    let (world, kind) = (checks.world, order.kind());
    match issuer {
        Seat::Polity(id) => {
            if kind.is_movements() {
                return vec![Blocker::WrongSeat];
            }
            checks.sovereign(id);
            checks.authority(price(world, issuer, order));
            match kind {
                OrderKind::GiveAid
                | OrderKind::OfferCredit
                | OrderKind::OfferTradeTreaty
                | OrderKind::Recognise
                | OrderKind::Embargo
                | OrderKind::LiftEmbargo
                | OrderKind::Propaganda
                | OrderKind::OfferPact
                | OrderKind::OfferUnion
                | OrderKind::WithdrawRecognition
                | OrderKind::OfferFriendship
                | OrderKind::Guarantee
                | OrderKind::OfferBase
                | OrderKind::CallSummit
                | OrderKind::OfferArmsLimits
                | OrderKind::Denounce
                | OrderKind::AnswerOffer => diplomacy::check(&mut checks, id, order),
                OrderKind::ShiftInvestment
                | OrderKind::SetInvestment
                | OrderKind::SetForces
                | OrderKind::SetWelfare
                | OrderKind::SetTaxes
                | OrderKind::BuildWarheads
                | OrderKind::OpenIndependenceTalks
                | OrderKind::DivideAndRule
                | OrderKind::Federate
                | OrderKind::Partition
                | OrderKind::Concede
                | OrderKind::AdoptDoctrine
                | OrderKind::AmendDoctrine => home::check(&mut checks, id, order),
                OrderKind::Join
                | OrderKind::LeaveOrganisation
                | OrderKind::Expel
                | OrderKind::Consult
                | OrderKind::SetBurden
                | OrderKind::PressLine
                | OrderKind::Polemic
                | OrderKind::Conciliate
                | OrderKind::TableMotion
                | OrderKind::Lobby => organisations::check(&mut checks, id, order),
                OrderKind::DrawUpPlan
                | OrderKind::RevisePlan
                | OrderKind::ReformPlanning
                | OrderKind::Recentralise => planning::check(&mut checks, id, order),
                OrderKind::ProposeProtocol
                | OrderKind::ProposeSpecialisation
                | OrderKind::ProposeProject
                | OrderKind::RefuseCoordination
                | OrderKind::DisputeArrears
                | OrderKind::SetResearch => community::check(&mut checks, id, order),
                OrderKind::ArmMovement
                | OrderKind::Repress
                | OrderKind::OfferTalks
                | OrderKind::SendTroops
                | OrderKind::WithdrawTroops
                | OrderKind::OpenWar
                | OrderKind::OfferArmistice
                | OrderKind::GatherIntelligence
                | OrderKind::FeignStrength
                | OrderKind::MoveInCrisis => force::check(&mut checks, id, order),
                OrderKind::Boycott
                | OrderKind::Blockade
                | OrderKind::LiftBlockade
                | OrderKind::AskEmbargo
                | OrderKind::LimitExports
                | OrderKind::SetImportPriority => trade::check(&mut checks, id, order),
                OrderKind::LandReform
                | OrderKind::Collectivise
                | OrderKind::Nationalise
                | OrderKind::Privatise
                | OrderKind::GrantConcession
                | OrderKind::EndProgramme => property::check(&mut checks, id, order),
                OrderKind::SetMoney
                | OrderKind::ConvertClaims
                | OrderKind::ShutGoldWindow
                | OrderKind::OfferReschedule
                | OrderKind::SuspendPayments
                | OrderKind::WaiveReparations => money::check(&mut checks, id, order),
                OrderKind::Organise
                | OrderKind::BuildFront
                | OrderKind::ChooseStrategy
                | OrderKind::SeekPatron
                | OrderKind::Rise
                | OrderKind::Negotiate => checks.block(Blocker::WrongSeat),
            }
        }
        Seat::Movement(id) => {
            checks.authority(price(world, issuer, order));
            movements::check(&mut checks, id, order);
        }
    }
    checks.done()
}

/// What an order does once it is valid.
pub(super) fn effects(world: &World, issuer: Seat, order: &Order<Ids>) -> Vec<Effect> {
    let effects = match issuer {
        Seat::Polity(id) => home::effects(world, id, order)
            .or_else(|| money::effects(world, id, order))
            .or_else(|| diplomacy::effects(world, id, order))
            .or_else(|| organisations::effects(world, id, order))
            .or_else(|| planning::effects(id, order))
            .or_else(|| trade::effects(world, id, order))
            .or_else(|| property::effects(world, id, order))
            .or_else(|| community::effects(world, id, order))
            .or_else(|| force::effects(world, id, order)),
        Seat::Movement(id) => movements::effects(world, id, order),
    };
    effects.unwrap_or_default()
}

/// Authority an order costs: its kind's price, more if a human gives what the doctrine in force rules out. An AI knows
/// beforehand whether it does, and reckons with [`price_of`].
pub fn price(world: &World, issuer: Seat, order: &Order<Ids>) -> f64 {
    let human = world.resource::<Players>().seat() == Some(issuer);
    price_of(world, issuer, order, human && forbidden(world, issuer, order).is_some())
}

/// What an order costs, whether it goes against the line being known.
pub(in crate::sim) fn price_of(world: &World, issuer: Seat, order: &Order<Ids>, breaks: bool) -> f64 {
    let against = if breaks { world.resource::<OrderRules>().against_doctrine } else { 1.0 };
    base_price(world, issuer, order) * against
}

/// The limit of the line in force that an order breaks, if it is a human's or an AI means it to break one: the doctrine, and
/// the limit's position.
pub(super) fn broken_limit(world: &World, given: &Given) -> Option<(DoctrineId, u16)> {
    let human = world.resource::<Players>().seat() == Some(given.issuer);
    let asked = human || breaks_line(world, given.sequence);
    asked.then(|| forbidding(world, given.issuer, &given.order)).flatten()
}

/// What an order costs, whether or not it goes against the line: its kind's price, which for a change of line depends on how
/// much is changed. An offer that go-betweens carry costs nothing.
fn base_price(world: &World, issuer: Seat, order: &Order<Ids>) -> f64 {
    let base = authority_cost(order.kind());
    match order {
        // A movement pays for a change of line with those who walk out.
        Order::AmendDoctrine { .. } | Order::AdoptDoctrine { .. } if matches!(issuer, Seat::Movement(_)) => {
            0.0
        }
        Order::AmendDoctrine { by, .. } => base + amend_price(*by, world.resource::<DoctrineRules>()),
        Order::OfferArmistice { to, .. } => {
            let ends = [issuer, Seat::Polity(*to)];
            let both = |two: [PolityId; 2]| two.iter().all(|&id| ends.contains(&Seat::Polity(id)));
            let carried = served_by_go_betweens(world.resource::<Wars>()).any(both);
            if carried { 0.0 } else { base }
        }
        // For ground that the nation holds to be its own a government finds followers.
        Order::OpenWar { against, aim: WarAim::AtHand | WarAim::DisputedGround } => {
            base * (1.0 - cause_at_hand(world, issuer, *against))
        }
        // The farther one goes, the more it takes to carry it at home.
        Order::ArmMovement { degree, .. } => base * authority_of(*degree) / authority_of(Degree::Arms),
        Order::SendTroops { degree, .. } => base * authority_of(*degree),
        Order::AdoptDoctrine { scope: LineScope::Camp | LineScope::Abroad, .. } => {
            base * world.resource::<DoctrineRules>().part_price
        }
        _ => base,
    }
}

/// Part of the authority of a war that a dispute with the other spares.
fn cause_at_hand(world: &World, issuer: Seat, against: PolityId) -> f64 {
    let Seat::Polity(by) = issuer else { return 0.0 };
    let dispute = open_dispute(world, by, against);
    dispute.map_or(0.0, |dispute| world.resource::<OrderRules>().cause_at_hand * dispute.weight)
}

/// Authority that a part in another's struggle takes, over what regular troops take. Own estimate.
fn authority_of(degree: Degree) -> f64 {
    match degree {
        Degree::Arms => 0.3,
        Degree::Advisers => 0.4,
        Degree::Volunteers => 0.7,
        Degree::Regulars => 1.0,
    }
}

/// Order of resolution inside a month; smaller first: answers, then ends and reliefs, then the rest, wars last.
pub(super) fn priority(kind: OrderKind) -> u8 {
    use OrderKind as O;
    match kind {
        O::AnswerOffer | O::MoveInCrisis => 0,
        O::WithdrawTroops
        | O::OfferArmistice
        | O::LiftEmbargo
        | O::LiftBlockade
        | O::OfferTalks
        | O::Conciliate
        | O::Negotiate => 1,
        O::Rise | O::SendTroops => 3,
        O::OpenWar => 4,
        _ => 2,
    }
}
