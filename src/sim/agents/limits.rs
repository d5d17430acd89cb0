//! What a doctrine rules out.

use bevy::prelude::World;

use crate::base::DoctrineId;
use crate::content::defs::{DoctrineDef, LimitDef};
use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::access::Access;
use crate::sim::crisis::Crises;
use crate::sim::diplomacy::Offers;
use crate::sim::doctrine::{Doctrines, MovementDoctrines};
use crate::sim::population::{Lore, Seat};
use crate::sim::quantities::{Binding, Eyes, Facts, NoInterface, holds};

use super::Players;

/// The first limit of a doctrine that rules a kind of act out, on believed facts.
pub(super) fn limit<'d>(
    facts: &Facts,
    doctrine: &'d DoctrineDef,
    kind: OrderKind,
    binding: Binding,
) -> Option<&'d LimitDef> {
    doctrine.limits.iter().filter(|limit| limit.never == kind).find(|limit| {
        let lifted = |unless| holds(facts, unless, binding, Eyes::Believed, &NoInterface);
        !limit.unless.as_ref().is_some_and(lifted)
    })
}

/// Why the doctrine in force rules an order out for a seat, in its holders' words; `None` if it does not. All
/// doctrines of a state are asked: what any of them forbids is against the line.
pub fn forbidden(world: &World, issuer: Seat, order: &Order<Ids>) -> Option<String> {
    let (doctrine, limit) = forbidding(world, issuer, order)?;
    let limit = world.resource::<Lore>().doctrines[doctrine].limits.get(usize::from(limit))?;
    Some(limit.because.clone())
}

/// The same as the doctrine and the position of the limit in its list.
pub(in crate::sim) fn forbidding(
    world: &World,
    issuer: Seat,
    order: &Order<Ids>,
) -> Option<(DoctrineId, u16)> {
    let lore = world.resource::<Lore>();
    let doctrines = match issuer {
        Seat::Polity(id) => {
            let doctrines = world.polity::<Doctrines>(id);
            [doctrines.camp(), doctrines.abroad(), doctrines.economy()]
        }
        Seat::Movement(id) => [world.resource::<MovementDoctrines>().of(id); 3],
    };
    let kind = order.kind();
    let speaks = |doctrine: &DoctrineDef| doctrine.limits.iter().any(|limit| limit.never == kind);
    // Facts cost more than the question whether any limit speaks of such an act at all.
    if !doctrines.iter().any(|&id| speaks(&lore.doctrines[id])) {
        return None;
    }
    let facts = Facts::gather(world);
    let player = world.resource::<Players>().seat();
    let binding = Binding { this: Some(issuer), target: target_of(world, issuer, order), player };
    doctrines.iter().find_map(|&id| {
        let found = limit(&facts, &lore.doctrines[id], kind, binding)?;
        let place = lore.doctrines[id].limits.iter().position(|one| std::ptr::eq(one, found))?;
        Some((id, place as u16))
    })
}

/// At whom an order is aimed, if at anybody.
pub fn target_of(world: &World, issuer: Seat, order: &Order<Ids>) -> Option<Seat> {
    use Order as O;
    match order {
        O::GiveAid { to: id, .. }
        | O::OfferCredit { to: id, .. }
        | O::OfferTradeTreaty { with: id }
        | O::Recognise { whom: id }
        | O::Embargo { against: id }
        | O::LiftEmbargo { from: id }
        | O::Propaganda { at: id }
        | O::OpenIndependenceTalks { with: id }
        | O::Concede { to: id }
        | O::SendTroops { to: id, .. }
        | O::WithdrawTroops { from: id }
        | O::OpenWar { against: id, .. }
        | O::OfferArmistice { to: id, .. }
        | O::OfferPact { to: id }
        | O::OfferUnion { with: id }
        | O::DivideAndRule { over: id }
        | O::Federate { over: id }
        | O::Partition { over: id }
        | O::GatherIntelligence { on: id, .. }
        | O::WithdrawRecognition { whom: id }
        | O::OfferFriendship { to: id }
        | O::Guarantee { whom: id }
        | O::OfferBase { to: id, .. }
        | O::CallSummit { with: id }
        | O::OfferArmsLimits { to: id }
        | O::Denounce { with: id, .. }
        | O::Expel { whom: id, .. }
        | O::PressLine { on: id }
        | O::Polemic { with: id }
        | O::Conciliate { with: id }
        | O::TableMotion { about: id, .. }
        | O::Lobby { whom: id, .. }
        | O::ProposeProtocol { with: id }
        | O::ProposeSpecialisation { with: id, .. }
        | O::ProposeProject { with: id, .. }
        | O::DisputeArrears { with: id }
        | O::SeekPatron { patron: id }
        | O::Boycott { against: id }
        | O::Blockade { against: id }
        | O::LiftBlockade { from: id }
        | O::AskEmbargo { of: id }
        | O::GrantConcession { to: id, .. }
        | O::ConvertClaims { from: id, .. }
        | O::OfferReschedule { to: id, .. }
        | O::WaiveReparations { of: id } => Some(Seat::Polity(*id)),
        O::ArmMovement { movement: id, .. } | O::Repress { movement: id } | O::OfferTalks { to: id } => {
            Some(Seat::Movement(*id))
        }
        O::AnswerOffer { offer, .. } => world.resource::<Offers>().get(*offer).map(|offer| offer.from),
        O::MoveInCrisis { crisis, .. } => {
            let crises = world.resource::<Crises>();
            let crisis = crises.list().iter().find(|one| one.number == *crisis)?;
            let other =
                if Seat::Polity(crisis.challenger) == issuer { crisis.defender } else { crisis.challenger };
            Some(Seat::Polity(other))
        }
        O::Join { organisation } | O::LeaveOrganisation { organisation } => {
            let leader = world.resource::<Lore>().organisations[*organisation].leader;
            leader.map(Seat::Polity).filter(|&leader| leader != issuer)
        }
        O::Negotiate => match issuer {
            Seat::Movement(id) => {
                Some(Seat::Polity(world.movement::<crate::sim::movements::Movement>(id).against()))
            }
            Seat::Polity(_) => None,
        },
        O::ShiftInvestment { .. }
        | O::SetInvestment { .. }
        | O::SetForces { .. }
        | O::SetWelfare { .. }
        | O::SetTaxes { .. }
        | O::BuildWarheads { .. }
        | O::AdoptDoctrine { .. }
        | O::AmendDoctrine { .. }
        | O::FeignStrength { .. }
        | O::Consult { .. }
        | O::SetBurden { .. }
        | O::Organise { .. }
        | O::BuildFront { .. }
        | O::ChooseStrategy { .. }
        | O::RefuseCoordination
        | O::SetResearch { .. }
        | O::DrawUpPlan { .. }
        | O::RevisePlan { .. }
        | O::ReformPlanning { .. }
        | O::Recentralise
        | O::LimitExports { .. }
        | O::SetImportPriority { .. }
        | O::SetMoney { .. }
        | O::ShutGoldWindow
        | O::SuspendPayments
        | O::Rise
        | O::LandReform
        | O::Collectivise { .. }
        | O::Nationalise { .. }
        | O::Privatise { .. }
        | O::EndProgramme { .. } => None,
    }
}
