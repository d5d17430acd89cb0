//! What an act comes to with its target filled in, and which acts are not worth a thought.

use crate::base::{DoctrineId, OrganisationId};
use crate::content::vocabulary::{Ids, LineScope, MapRefs, OpenSlot, OpenTarget, Order, OrderKind};
use crate::sim::diplomacy::{AgreementTag, ends_of};
use crate::sim::organisations::{dearest, find, may_be_tabled};
use crate::sim::politics::{federation_under, may_unite, part_of};
use crate::sim::population::Seat;
use crate::sim::quantities::{Facts, Tie};

use super::deliberate::Scope;
use super::go_betweens;
use super::targets::means_to_help;

/// Whether an act is about the line itself.
pub(super) fn is_of_line(kind: OrderKind) -> bool {
    matches!(kind, OrderKind::AdoptDoctrine | OrderKind::AmendDoctrine)
}

/// Where two lines are in force, one that speaks of another in general speaks of its own place.
pub(super) fn in_its_place(order: Order<Ids>, scope: Scope) -> Order<Ids> {
    let place = match scope {
        Scope::All => LineScope::Both,
        Scope::Camp => LineScope::Camp,
        Scope::Abroad => LineScope::Abroad,
    };
    match order {
        Order::AdoptDoctrine { doctrine, scope: LineScope::Both } => {
            Order::AdoptDoctrine { doctrine, scope: place }
        }
        order => order,
    }
}

/// The act of a policy with its target filled in; `None` if the target is of the wrong kind, or no organisation or motion
/// fits. An act at home is aimed at oneself.
pub(super) fn fill(
    facts: &Facts,
    act: &Order<OpenTarget>,
    own: Seat,
    target: Option<Seat>,
) -> Option<Order<Ids>> {
    let organisation = match (own, target) {
        (Seat::Polity(own), Some(Seat::Polity(other))) => {
            find::organisation_for(facts, own, Some(other), act.kind())
        }
        (Seat::Polity(own), None) => find::organisation_for(facts, own, None, act.kind()),
        _ => None,
    };
    let order = act.map(&mut Fill(target.unwrap_or(own), organisation)).ok()?;
    match (order, own) {
        // Whoever lobbies does it for the vote it would cast itself, on the motion it feels most about.
        (Order::Lobby { whom, share, .. }, Seat::Polity(own)) => {
            let (motion, felt) = dearest(facts, own)?;
            Some(Order::Lobby { whom, motion: motion.number, yes: felt > 0.0, share })
        }
        (order, _) => Some(order),
    }
}

struct Fill(Seat, Option<OrganisationId>);

/// The target cannot stand where the act needs one.
struct Misfit;

impl MapRefs<OpenTarget, Ids> for Fill {
    type Error = Misfit;
    fn polity(&mut self, _: &OpenSlot) -> Result<crate::base::PolityId, Misfit> {
        match self.0 {
            Seat::Polity(id) => Ok(id),
            Seat::Movement(_) => Err(Misfit),
        }
    }
    fn territory(&mut self, _: &OpenSlot) -> Result<crate::base::TerritoryId, Misfit> {
        Err(Misfit)
    }
    fn movement(&mut self, _: &OpenSlot) -> Result<crate::base::MovementId, Misfit> {
        match self.0 {
            Seat::Movement(id) => Ok(id),
            Seat::Polity(_) => Err(Misfit),
        }
    }
    fn good(&mut self, good: &crate::base::GoodId) -> Result<crate::base::GoodId, Misfit> {
        Ok(*good)
    }
    fn doctrine(&mut self, doctrine: &DoctrineId) -> Result<DoctrineId, Misfit> {
        Ok(*doctrine)
    }
    fn organisation(&mut self, _: &OpenSlot) -> Result<OrganisationId, Misfit> {
        self.1.ok_or(Misfit)
    }
}

/// Whether two orders of one kind are aimed at the same: the second would only repeat the first.
pub(super) fn same_aim(a: &Order<Ids>, b: &Order<Ids>) -> bool {
    use Order as O;
    match (a, b) {
        (O::GiveAid { to: x, form: f, .. }, O::GiveAid { to: y, form: g, .. }) => x == y && f == g,
        (O::OfferCredit { to: x, .. }, O::OfferCredit { to: y, .. }) => x == y,
        (O::OfferReschedule { to: x, .. }, O::OfferReschedule { to: y, .. }) => x == y,
        (O::SendTroops { to: x, .. }, O::SendTroops { to: y, .. }) => x == y,
        (O::ArmMovement { movement: x, .. }, O::ArmMovement { movement: y, .. }) => x == y,
        // One setting of a line, one shift of the mix, one class, one patron, one change of strategy at a time.
        (O::SetInvestment { .. }, _)
        | (O::SetForces { .. }, _)
        | (O::SetWelfare { .. }, _)
        | (O::SetTaxes { .. }, _)
        | (O::SetMoney { .. }, _)
        | (O::FeignStrength { .. }, _)
        | (O::ConvertClaims { .. }, _)
        | (O::ShiftInvestment { .. }, _)
        | (O::BuildWarheads { .. }, _)
        | (O::DrawUpPlan { .. }, _)
        | (O::RevisePlan { .. }, _)
        | (O::ReformPlanning { .. }, _)
        | (O::LimitExports { .. }, _)
        | (O::SetImportPriority { .. }, _)
        | (O::Organise { .. }, _)
        | (O::BuildFront { .. }, _)
        | (O::SeekPatron { .. }, _)
        | (O::ChooseStrategy { .. }, _)
        | (O::ProposeProject { .. }, _)
        | (O::ProposeSpecialisation { .. }, _)
        // One change of line at a time.
        | (O::AdoptDoctrine { .. }, _)
        | (O::AmendDoctrine { .. }, _)
        // One change of property of a kind, one concession at a time.
        | (O::Collectivise { .. }, _)
        | (O::Nationalise { .. }, _)
        | (O::Privatise { .. }, _)
        | (O::GrantConcession { .. }, _) => true,
        (O::SetResearch { branch: x, .. }, O::SetResearch { branch: y, .. }) => x == y,
        // One step in a quarrel, one motion, one press, one change of company at a time.
        (O::Polemic { .. }, _)
        | (O::PressLine { .. }, _)
        | (O::TableMotion { .. }, _)
        | (O::Join { .. }, _)
        | (O::LeaveOrganisation { .. }, _)
        | (O::Expel { .. }, _)
        | (O::SetBurden { .. }, _) => true,
        (O::Lobby { whom: x, .. }, O::Lobby { whom: y, .. }) => x == y,
        (O::OfferBase { to: x, .. }, O::OfferBase { to: y, .. }) => x == y,
        (O::GatherIntelligence { on: x, .. }, O::GatherIntelligence { on: y, .. }) => x == y,
        _ => a == b,
    }
}

/// Means below which a state does not think of arming a movement.
const LEAST_MEANS: f64 = 0.05;

/// Whether an act towards a state would change nothing, or lacks the ground it stands on, as cheap indices know: such
/// options are not worth a thought.
pub(super) fn moot(facts: &Facts, own: Seat, target: Option<Seat>, act: &Order<OpenTarget>) -> bool {
    let kind = act.kind();
    let (own, other) = match (own, target) {
        (Seat::Polity(own), Some(Seat::Polity(other))) => (own, other),
        // Who has next to nothing arms nobody.
        (Seat::Polity(own), Some(Seat::Movement(id))) => {
            return kind == OrderKind::ArmMovement
                && means_to_help(facts, own, facts.movements[id].home) < LEAST_MEANS;
        }
        _ => return false,
    };
    let tied = |tag| facts.tied(own, other, Tie::Agreement(tag));
    let embargoed = || tied(AgreementTag::Embargo) || tied(AgreementTag::Boycott);
    let strangers = || !facts.recognition.given(own, other) || !facts.recognition.given(other, own);
    match kind {
        OrderKind::OfferTradeTreaty => tied(AgreementTag::TradeTreaty) || embargoed() || strangers(),
        OrderKind::OfferCredit | OrderKind::GrantConcession => strangers(),
        OrderKind::Embargo => tied(AgreementTag::Embargo) || tied(AgreementTag::Pact),
        OrderKind::Boycott => tied(AgreementTag::Boycott) || facts.allied(own, other),
        OrderKind::Blockade => tied(AgreementTag::Blockade) || facts.allied(own, other),
        OrderKind::LiftBlockade => !tied(AgreementTag::Blockade),
        OrderKind::AskEmbargo => !facts.allied(own, other),
        OrderKind::OfferPact => facts.allied(own, other) || strangers(),
        OrderKind::WithdrawRecognition => !facts.recognition.given(own, other) || tied(AgreementTag::Pact),
        OrderKind::OfferFriendship => tied(AgreementTag::Friendship) || strangers(),
        OrderKind::Guarantee => tied(AgreementTag::Guarantee) || facts.allied(own, other),
        OrderKind::OfferBase => tied(AgreementTag::Base) || strangers(),
        OrderKind::OfferArmsLimits => tied(AgreementTag::ArmsLimits) || strangers(),
        OrderKind::CallSummit => strangers(),
        // Whom go-betweens ask this month says to them what it has to say on peace.
        OrderKind::OfferArmistice => go_betweens::asked(facts.world).any(|asked| asked == [own, other]),
        OrderKind::Denounce => match act {
            Order::Denounce { treaty, .. } => {
                let [a, b] = ends_of(*treaty, own, other);
                !facts.tied(a, b, Tie::Agreement((*treaty).into()))
            }
            _ => false,
        },
        OrderKind::OfferUnion => !may_unite(facts.world, own, other),
        OrderKind::Federate => federation_under(facts.world, own, other).is_none(),
        OrderKind::Partition => part_of(facts.world, other).is_none(),
        OrderKind::Join | OrderKind::LeaveOrganisation | OrderKind::Expel => {
            find::organisation_for(facts, own, Some(other), kind).is_none()
        }
        OrderKind::Polemic => {
            facts.quarrels.has_come_to(own, other, crate::content::vocabulary::QuarrelRung::Split)
        }
        OrderKind::TableMotion => match act {
            Order::TableMotion { motion, .. } => !may_be_tabled(facts, *motion, other),
            _ => false,
        },
        OrderKind::Lobby => dearest(facts, own)
            .is_none_or(|(motion, _)| motion.lobbying.iter().any(|one| one.by == own && one.whom == other)),
        OrderKind::Conciliate => facts.quarrels.between(own, other).is_none(),
        OrderKind::Propaganda => tied(AgreementTag::Propaganda),
        OrderKind::GatherIntelligence => tied(AgreementTag::Intelligence),
        OrderKind::SendTroops => match act {
            Order::SendTroops { degree, .. } => {
                tied(AgreementTag::Troops) && facts.agreements.men_of(own, other) >= Some(*degree)
            }
            _ => false,
        },
        OrderKind::OpenIndependenceTalks => tied(AgreementTag::IndependenceTalks),
        OrderKind::ProposeProtocol => {
            !facts.plan_together(own, other) || facts.community.protocol(own, other)
        }
        OrderKind::ProposeSpecialisation => !facts.community.protocol(own, other),
        OrderKind::ProposeProject => strangers(),
        OrderKind::DisputeArrears => facts.community.arrears(other, own) <= 0.0,
        _ => false,
    }
}
