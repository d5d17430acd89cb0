//! Moves in a crisis, and what may be conceded in one.

use serde::{Deserialize, Serialize};

use super::documented;

documented! {
/// A move in a crisis. As many lead down as up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum CrisisMove {
    /// Go one rung up.
    Raise,
    /// Put own forces on a higher alert: the threat is believed more, and an accident is likelier.
    Alert,
    /// Stay.
    Hold,
    /// Take own forces one step off alert; unless the other side raises, the crisis comes down a rung with them.
    StandDown,
    /// Open a channel behind the stage: each learns what the other has at stake, and accidents are caught sooner.
    BackChannel,
    /// Ask a third state that both trust to mediate.
    AskMediation,
    /// Offer the other side a way out that saves both faces.
    OfferExit,
    /// Offer a way out and give something for it, if the other side takes it.
    OfferConcession { /// What is given.
        give: Concession },
    /// Give way.
    BackDown,
}
}

documented! {
/// What a side gives for a way out of a crisis. It is carried out when the crisis is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Concession {
    /// Whatever is at hand, what costs least first.
    AtHand,
    /// Let the place that the crisis is about alone: no arms, no pressure.
    Guarantee,
    /// No more arms to movements there.
    EndArms,
    /// Lift embargo and boycott.
    LiftEmbargo,
    /// Lift the blockade.
    LiftBlockade,
    /// Recognise the other side, or the state that the crisis is about.
    Recognise,
    /// Take troops out of the place that the crisis is about.
    WithdrawTroops,
}
}

impl CrisisMove {
    /// All kinds; a concession stands for the least at hand.
    pub const ALL: [Self; 9] = [
        Self::Raise,
        Self::Alert,
        Self::Hold,
        Self::StandDown,
        Self::BackChannel,
        Self::AskMediation,
        Self::OfferExit,
        Self::OfferConcession { give: Concession::AtHand },
        Self::BackDown,
    ];

    /// Where it leads: up (1), nowhere (0), down (-1).
    pub fn direction(self) -> i8 {
        match self {
            Self::Raise | Self::Alert => 1,
            Self::Hold => 0,
            Self::StandDown
            | Self::BackChannel
            | Self::AskMediation
            | Self::OfferExit
            | Self::OfferConcession { .. }
            | Self::BackDown => -1,
        }
    }

    /// What it offers for a way out, if it offers one.
    pub fn concession(self) -> Option<Concession> {
        match self {
            Self::OfferConcession { give } => Some(give),
            _ => None,
        }
    }

    /// What it is, as a verb.
    pub fn words(self) -> &'static str {
        match self {
            Self::Raise => "raise the stakes",
            Self::Alert => "put forces on alert",
            Self::Hold => "hold firm",
            Self::StandDown => "stand forces down",
            Self::BackChannel => "open a back channel",
            Self::AskMediation => "ask for mediation",
            Self::OfferExit => "offer a way out",
            Self::OfferConcession { give } => match give {
                Concession::AtHand => "offer a concession",
                Concession::Guarantee => "offer to leave the place alone",
                Concession::EndArms => "offer to send no more arms",
                Concession::LiftEmbargo => "offer to lift the embargo",
                Concession::LiftBlockade => "offer to lift the blockade",
                Concession::Recognise => "offer recognition",
                Concession::WithdrawTroops => "offer to withdraw troops",
            },
            Self::BackDown => "back down",
        }
    }
}

impl Concession {
    /// All that can be carried out, what costs least first.
    pub const ALL: [Self; 6] = [
        Self::EndArms,
        Self::LiftEmbargo,
        Self::LiftBlockade,
        Self::WithdrawTroops,
        Self::Guarantee,
        Self::Recognise,
    ];
}
