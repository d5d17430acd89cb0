//! What a fact of the chronicle counts as, for facts and laboratories.

use crate::base::PolityId;
use crate::content::defs::Content;
use crate::content::vocabulary::{Happening, Order};
use crate::sim::Seat;
use crate::sim::chronicle::Fact;
use crate::sim::crisis::CrisisOutcome;
use crate::sim::diplomacy::OfferKind;

/// Something that the chronicle told: what, whose act or lot it was, and who the other side was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tale {
    /// What.
    pub what: Happening,
    /// Whose.
    pub of: Option<PolityId>,
    /// The other side.
    pub with: Option<PolityId>,
}

/// What a fact counts as, if it counts as anything.
pub fn told(content: &Content, fact: &Fact) -> Option<Tale> {
    use Happening as H;
    let against = |movement| Some(content.movements[movement].against);
    let (what, of, with) = match *fact {
        Fact::DebtDefaulted { debtor, creditor } => (H::DebtDefaulted, Some(debtor), Some(creditor)),
        Fact::IndependenceWon { polity, from, .. } => (H::IndependenceWon, Some(polity), from),
        Fact::RuleChanged { polity, from, to, .. } | Fact::PathTaken { polity, from, to } if from != to => {
            (H::RuleChanged, Some(polity), None)
        }
        Fact::SlumpBegun { polity, .. } => (H::SlumpBegun, Some(polity), None),
        Fact::FamineStruck { polity, .. } => (H::FamineStruck, Some(polity), None),
        Fact::MemberJoined { polity, .. } => (H::MemberJoined, Some(polity), None),
        Fact::MemberLeft { polity, .. } => (H::MemberLeft, Some(polity), None),
        Fact::WarBegun { attacker, defender, .. } => (H::WarBegun, polity(attacker), polity(defender)),
        Fact::WarEnded { attacker, defender, winner, .. } => match winner {
            Some(one) if one == defender => (H::WarWon, polity(one), polity(attacker)),
            Some(one) => (H::WarWon, polity(one), polity(defender)),
            None => (H::WarUndecided, polity(attacker), polity(defender)),
        },
        Fact::CrisisBegun { challenger, defender, .. } => (H::CrisisBegun, Some(challenger), Some(defender)),
        Fact::CrisisEnded { challenger, defender, outcome, .. } => match outcome {
            CrisisOutcome::DefenderYielded => (H::GaveWay, Some(defender), Some(challenger)),
            CrisisOutcome::ChallengerYielded => (H::GaveWay, Some(challenger), Some(defender)),
            CrisisOutcome::Settled | CrisisOutcome::Faded => {
                (H::CrisisSettled, Some(challenger), Some(defender))
            }
            // A war and an exchange are told of by themselves.
            CrisisOutcome::War | CrisisOutcome::Exchange => return None,
        },
        Fact::RisingBegun { movement, .. } => (H::RisingBegun, against(movement), None),
        Fact::RisingCrushed { movement, .. } => (H::RisingCrushed, against(movement), None),
        Fact::MovementSettled { movement } => (H::MovementSettled, against(movement), None),
        Fact::CoupFailed { polity } => (H::CoupFailed, Some(polity), None),
        Fact::RulerYielded { ruler, polity } => (H::RulerYielded, Some(ruler), Some(polity)),
        Fact::TalksEndedInNothing { ruler, polity } => (H::TalksEndedInNothing, Some(ruler), Some(polity)),
        Fact::ClaimDropped { by, to, .. } => (H::ClaimDropped, Some(by), Some(to)),
        Fact::TerritoryCeded { from, to, .. } => (H::TerritoryCeded, Some(from), Some(to)),
        Fact::Nationalised { polity, owner, .. } => (H::Nationalised, Some(polity), owner),
        Fact::OfferAnswered { from, by, what, accepted: true, .. } => {
            (agreed(&what)?, polity(from), polity(by))
        }
        Fact::OrderCarriedOut { by, order: Order::Denounce { with, .. }, .. } => {
            (H::TreatyDenounced, polity(by), Some(with))
        }
        Fact::GeneralExchange => (H::GeneralExchange, None, None),
        _ => return None,
    };
    Some(Tale { what, of, with })
}

/// What the taking of an offer counts as.
fn agreed(offer: &OfferKind) -> Option<Happening> {
    match offer {
        OfferKind::TradeTreaty => Some(Happening::TreatyAgreed),
        OfferKind::Credit { .. } => Some(Happening::CreditAgreed),
        OfferKind::Pact => Some(Happening::PactAgreed),
        OfferKind::Friendship => Some(Happening::FriendshipAgreed),
        OfferKind::ArmsLimits => Some(Happening::LimitsAgreed),
        OfferKind::Base { .. } => Some(Happening::BaseLet),
        OfferKind::Summit => Some(Happening::SummitHeld),
        OfferKind::Peace { .. } => Some(Happening::ArmisticeAgreed),
        _ => None,
    }
}

fn polity(seat: Seat) -> Option<PolityId> {
    match seat {
        Seat::Polity(id) => Some(id),
        Seat::Movement(_) => None,
    }
}
