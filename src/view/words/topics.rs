//! What facts of the chronicle are about, for filters, and which of them are routine.

use crate::content::vocabulary::OrderKind;
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::OfferKind;

/// What a fact is about, for filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Relations, pacts, words.
    Diplomacy,
    /// Movements, risings, independence, governments.
    Liberation,
    /// Trade, credit, budgets, hunger.
    Economy,
    /// Wars, crises, arms.
    Crises,
}

/// What a fact is about, and whether it is routine, without its words.
pub fn topic_of_fact(fact: &Fact) -> (Topic, bool) {
    let topic = match fact {
        Fact::OrderCarriedOut { order, .. } => return (topic_of(order.kind()), is_routine(order.kind())),
        // A line that shifts a little fills no front page.
        Fact::LineDrifted { amended: true, .. } => return (Topic::Diplomacy, true),
        Fact::OfferAnswered { what, .. } => match what {
            OfferKind::TradeTreaty
            | OfferKind::Credit { .. }
            | OfferKind::JoinEmbargo { .. }
            | OfferKind::Concession { .. }
            | OfferKind::Protocol
            | OfferKind::Specialisation { .. }
            | OfferKind::Project { .. }
            | OfferKind::Reschedule { .. } => Topic::Economy,
            OfferKind::Pact
            | OfferKind::Friendship
            | OfferKind::Base { .. }
            | OfferKind::Summit
            | OfferKind::ArmsLimits
            | OfferKind::Union => Topic::Diplomacy,
            OfferKind::Peace { .. } => Topic::Crises,
            OfferKind::Talks => Topic::Liberation,
        },
        Fact::IndependenceWon { .. }
        | Fact::RuleChanged { .. }
        | Fact::FrontSplit { .. }
        | Fact::StrikeWave { .. }
        | Fact::PledgeKept { .. }
        | Fact::PledgeBroken { .. }
        | Fact::NationUnited { .. }
        | Fact::Federated { .. }
        | Fact::Partitioned { .. }
        | Fact::PathTaken { .. }
        | Fact::VoteClosed { .. }
        | Fact::VoteWon { .. }
        | Fact::RuleFell { .. }
        | Fact::RulerYielded { .. }
        | Fact::Acceded { .. }
        | Fact::TalksEndedInNothing { .. }
        | Fact::CoupFailed { .. }
        | Fact::MovementArose { .. }
        | Fact::RisingBegun { .. }
        | Fact::RisingCrushed { .. }
        | Fact::MovementSettled { .. } => Topic::Liberation,
        Fact::WarBegun { .. }
        | Fact::WarEnded { .. }
        | Fact::WarLeft { .. }
        | Fact::ClaimDropped { .. }
        | Fact::ClaimRaised { .. }
        | Fact::TerritoryCeded { .. }
        | Fact::CrisisBegun { .. }
        | Fact::CrisisEnded { .. }
        | Fact::GeneralExchange => Topic::Crises,
        Fact::FamineStruck { .. }
        | Fact::SlumpBegun { .. }
        | Fact::DebtDefaulted { .. }
        | Fact::PlanDrawnUp { .. }
        | Fact::PlanFulfilled { .. }
        | Fact::PlanReckoned { .. }
        | Fact::ReformRolledBack { .. }
        | Fact::ProgrammeFinished { .. }
        | Fact::ProgrammeAbandoned { .. }
        | Fact::Nationalised { .. }
        | Fact::HungerFollowed { .. }
        | Fact::PlanOfAllAgreed { .. }
        | Fact::PlanOfAllRefused { .. }
        | Fact::ArrearsWrittenOff { .. }
        | Fact::SpecialisationEnded { .. }
        | Fact::WorkFinished { .. }
        | Fact::WorkStopped { .. }
        | Fact::WorkAbandoned { .. }
        | Fact::CustomsUnionFormed { .. }
        | Fact::SpaceFirst { .. }
        | Fact::PaymentsCrisis { .. }
        | Fact::GoldWindowShut { .. } => Topic::Economy,
        Fact::LeaderSucceeded { .. }
        | Fact::MemberJoined { .. }
        | Fact::MemberLeft { .. }
        | Fact::Voted { .. }
        | Fact::QuarrelMoved { .. }
        | Fact::LinePressed { .. }
        | Fact::LobbyExposed { .. }
        | Fact::FeintFoundOut { .. }
        | Fact::DoctrineAdopted { .. }
        | Fact::LineDrifted { .. }
        | Fact::LineBroken { .. }
        | Fact::EventHappened { .. } => Topic::Diplomacy,
    };
    (topic, false)
}

/// What a kind of order is about.
fn topic_of(kind: OrderKind) -> Topic {
    use OrderKind as O;
    match kind {
        O::GiveAid
        | O::OfferCredit
        | O::OfferTradeTreaty
        | O::Embargo
        | O::LiftEmbargo
        | O::Boycott
        | O::AskEmbargo
        | O::LimitExports
        | O::SetImportPriority
        | O::ShiftInvestment
        | O::SetInvestment
        | O::SetWelfare
        | O::SetTaxes
        | O::DrawUpPlan
        | O::RevisePlan
        | O::ReformPlanning
        | O::Recentralise
        | O::LandReform
        | O::Collectivise
        | O::Nationalise
        | O::Privatise
        | O::GrantConcession
        | O::EndProgramme
        | O::ProposeProtocol
        | O::ProposeSpecialisation
        | O::ProposeProject
        | O::RefuseCoordination
        | O::DisputeArrears
        | O::SetResearch
        | O::SetMoney
        | O::ConvertClaims
        | O::ShutGoldWindow
        | O::OfferReschedule
        | O::SuspendPayments
        | O::WaiveReparations => Topic::Economy,
        O::ArmMovement
        | O::OpenIndependenceTalks
        | O::DivideAndRule
        | O::Federate
        | O::Partition
        | O::Concede
        | O::Repress
        | O::OfferTalks
        | O::Organise
        | O::BuildFront
        | O::ChooseStrategy
        | O::SeekPatron
        | O::Rise
        | O::Negotiate => Topic::Liberation,
        O::SetForces
        | O::BuildWarheads
        | O::GatherIntelligence
        | O::FeignStrength
        | O::SendTroops
        | O::WithdrawTroops
        | O::OpenWar
        | O::OfferArmistice
        | O::Blockade
        | O::LiftBlockade
        | O::MoveInCrisis => Topic::Crises,
        O::Join
        | O::LeaveOrganisation
        | O::Expel
        | O::Consult
        | O::SetBurden
        | O::PressLine
        | O::Polemic
        | O::Conciliate
        | O::TableMotion
        | O::WithdrawRecognition
        | O::OfferFriendship
        | O::Guarantee
        | O::OfferBase
        | O::CallSummit
        | O::OfferArmsLimits
        | O::Denounce
        | O::Lobby
        | O::Recognise
        | O::Propaganda
        | O::OfferPact
        | O::OfferUnion
        | O::AnswerOffer
        | O::AdoptDoctrine
        | O::AmendDoctrine => Topic::Diplomacy,
    }
}

/// Acts of everyday government and party work, of which there are dozens a month.
fn is_routine(kind: OrderKind) -> bool {
    use OrderKind as O;
    matches!(
        kind,
        O::ShiftInvestment
            | O::SetInvestment
            | O::SetForces
            | O::SetWelfare
            | O::SetTaxes
            | O::SetMoney
            | O::ConvertClaims
            | O::Propaganda
            | O::Recognise
            | O::Lobby
            | O::GatherIntelligence
            | O::Organise
            | O::BuildFront
            | O::SeekPatron
            | O::AnswerOffer
            | O::DrawUpPlan
            | O::RevisePlan
            | O::AskEmbargo
            | O::SetImportPriority
            | O::ProposeProtocol
            | O::DisputeArrears
            | O::SetResearch
    )
}
