//! The kinds of orders.

use serde::{Deserialize, Serialize};

/// The kind of an order, without what it is aimed at. Content names policies by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)] // Each is documented at the variant of `Order` with the same name.
pub enum OrderKind {
    GiveAid,
    OfferCredit,
    OfferTradeTreaty,
    Recognise,
    Embargo,
    LiftEmbargo,
    ArmMovement,
    Propaganda,
    ShiftInvestment,
    SetInvestment,
    SetForces,
    SetWelfare,
    SetTaxes,
    BuildWarheads,
    OpenIndependenceTalks,
    Concede,
    Repress,
    OfferTalks,
    SendTroops,
    WithdrawTroops,
    OpenWar,
    OfferArmistice,
    OfferPact,
    OfferUnion,
    DivideAndRule,
    Federate,
    Partition,
    Join,
    LeaveOrganisation,
    Expel,
    Consult,
    SetBurden,
    PressLine,
    Polemic,
    Conciliate,
    TableMotion,
    Lobby,
    GatherIntelligence,
    FeignStrength,
    WithdrawRecognition,
    OfferFriendship,
    Guarantee,
    OfferBase,
    CallSummit,
    OfferArmsLimits,
    Denounce,
    AnswerOffer,
    MoveInCrisis,
    AdoptDoctrine,
    AmendDoctrine,
    Organise,
    BuildFront,
    ChooseStrategy,
    SeekPatron,
    Rise,
    Negotiate,
    DrawUpPlan,
    RevisePlan,
    ReformPlanning,
    Recentralise,
    Boycott,
    Blockade,
    LiftBlockade,
    AskEmbargo,
    LimitExports,
    SetImportPriority,
    LandReform,
    Collectivise,
    Nationalise,
    Privatise,
    GrantConcession,
    EndProgramme,
    ProposeProtocol,
    ProposeSpecialisation,
    ProposeProject,
    RefuseCoordination,
    DisputeArrears,
    SetResearch,
    SetMoney,
    ConvertClaims,
    ShutGoldWindow,
    OfferReschedule,
    SuspendPayments,
    WaiveReparations,
}

impl OrderKind {
    /// Whether only a movement can give such an order.
    pub const fn is_movements(self) -> bool {
        matches!(
            self,
            Self::Organise
                | Self::BuildFront
                | Self::ChooseStrategy
                | Self::SeekPatron
                | Self::Rise
                | Self::Negotiate
        )
    }

    /// Whether states and movements alike can give such an order.
    pub const fn is_for_both(self) -> bool {
        matches!(self, Self::AnswerOffer | Self::AdoptDoctrine | Self::AmendDoctrine)
    }

    /// Whether a movement can give such an order, or a state.
    pub const fn fits(self, movement: bool) -> bool {
        self.is_for_both() || self.is_movements() == movement
    }
}
