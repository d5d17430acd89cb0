//! What an order costs in authority.

use crate::content::vocabulary::OrderKind;

/// Authority (0–10) that an order of this kind costs its government, or the leaders of its movement.
///
/// Own estimate: small for words and routine, large for wars, withdrawals from empire and changes of line.
pub fn authority_cost(kind: OrderKind) -> f64 {
    use OrderKind as O;
    match kind {
        O::AnswerOffer | O::MoveInCrisis => 0.0,
        O::SetMoney | O::ConvertClaims | O::OfferReschedule | O::WaiveReparations => 0.5,
        O::Propaganda
        | O::OfferTradeTreaty
        | O::LiftEmbargo
        | O::ShiftInvestment
        | O::AskEmbargo
        | O::SetImportPriority => 0.5,
        O::GiveAid | O::OfferCredit | O::SetWelfare | O::OfferTalks | O::Repress => 1.0,
        O::Recognise
        | O::SetInvestment
        | O::SetForces
        | O::SetTaxes
        | O::Embargo
        | O::Boycott
        | O::LimitExports
        | O::LiftBlockade
        | O::ArmMovement
        | O::BuildWarheads => 1.5,
        O::OfferUnion => 3.0,
        O::DivideAndRule => 1.5,
        O::Lobby | O::Consult => 0.5,
        O::TableMotion | O::Conciliate | O::Polemic => 1.0,
        O::SetBurden | O::PressLine | O::Expel => 1.5,
        O::Join | O::LeaveOrganisation => 2.0,
        O::Federate | O::Partition => 3.0,
        O::GatherIntelligence => 1.0,
        O::FeignStrength => 1.0,
        O::WithdrawRecognition => 1.5,
        O::OfferFriendship => 1.0,
        O::Guarantee => 2.0,
        O::OfferBase => 1.5,
        O::CallSummit => 2.0,
        O::OfferArmsLimits => 2.0,
        O::Denounce => 1.5,
        O::ShutGoldWindow | O::Concede | O::OfferPact | O::OfferArmistice | O::WithdrawTroops => 2.0,
        O::DrawUpPlan | O::RevisePlan => 1.5,
        O::ReformPlanning | O::Recentralise => 3.0,
        O::OpenIndependenceTalks | O::SendTroops | O::Blockade | O::SuspendPayments => 3.0,
        O::AdoptDoctrine => 4.0,
        O::AmendDoctrine => 1.0,
        O::OpenWar => 6.0,
        // What costs a change of property is the resistance it meets; setting out is cheap.
        O::GrantConcession | O::EndProgramme => 0.5,
        O::Privatise => 1.0,
        O::LandReform | O::Collectivise | O::Nationalise => 1.5,
        O::ProposeProtocol | O::DisputeArrears => 0.5,
        O::ProposeSpecialisation | O::ProposeProject | O::SetResearch => 1.0,
        O::RefuseCoordination => 2.0,
        O::Organise | O::BuildFront | O::ChooseStrategy | O::SeekPatron | O::Negotiate => 1.0,
        O::Rise => 2.0,
    }
}
