//! Blockers in words: the lack, and the remedy where there is one.

use crate::sim::orders::Blocker;
use crate::view::Unit;

use super::{figure, fill, text};

/// A blocker in plain words.
pub fn blocker_words(blocker: &Blocker) -> String {
    let index = |value: f64| figure(value, Unit::Index);
    match blocker {
        Blocker::WrongSeat => text!("bl.WrongSeat").into(),
        Blocker::NotInBeing => text!("bl.NotInBeing").into(),
        Blocker::TargetNotInBeing => text!("bl.TargetNotInBeing").into(),
        Blocker::TargetIsSelf => text!("bl.TargetIsSelf").into(),
        Blocker::OutOfRange { what, min, max } => fill(
            text!("bl.OutOfRange"),
            &[("what", what), ("min", &min.to_string()), ("max", &max.to_string())],
        ),
        Blocker::InsufficientAuthority { needs, has } => {
            let (needs, has) = (format!("{needs:.1}"), format!("{has:.1}"));
            fill(text!("bl.InsufficientAuthority"), &[("needs", &needs), ("has", &has)])
        }
        Blocker::InsufficientBudget => text!("bl.InsufficientBudget").into(),
        Blocker::InsufficientReserves => text!("bl.InsufficientReserves").into(),
        Blocker::NotRecognised => text!("bl.NotRecognised").into(),
        Blocker::AlreadySo => text!("bl.AlreadySo").into(),
        Blocker::NothingThere => text!("bl.NothingThere").into(),
        Blocker::NoWarheads => text!("bl.NoWarheads").into(),
        Blocker::LittleBetweenThem => text!("bl.LittleBetweenThem").into(),
        Blocker::MoveNotOpen => text!("bl.MoveNotOpen").into(),
        Blocker::NoGround => text!("bl.NoGround").into(),
        Blocker::TermsNotOpen => text!("bl.TermsNotOpen").into(),
        Blocker::DegreeNotOpen => text!("bl.DegreeNotOpen").into(),
        Blocker::NotOneNation => text!("bl.NotOneNation").into(),
        Blocker::NoFederationInSight => text!("bl.NoFederationInSight").into(),
        Blocker::NoPartOfItsOwn => text!("bl.NoPartOfItsOwn").into(),
        Blocker::NotRulerOfTarget => text!("bl.NotRulerOfTarget").into(),
        Blocker::NotAtWar => text!("bl.NotAtWar").into(),
        Blocker::AtWar => text!("bl.AtWar").into(),
        Blocker::Allied => text!("bl.Allied").into(),
        Blocker::InsufficientIndustry => text!("bl.InsufficientIndustry").into(),
        Blocker::BoundByStrings => text!("bl.BoundByStrings").into(),
        Blocker::OutOfReach => text!("bl.OutOfReach").into(),
        Blocker::TooWeakToRise { needs, has } => {
            fill(text!("bl.TooWeakToRise"), &[("needs", &index(*needs)), ("has", &index(*has))])
        }
        Blocker::NotPlanned => text!("bl.NotPlanned").into(),
        Blocker::PlanRuns { months } => fill(text!("bl.PlanRuns"), &[("months", &months.to_string())]),
        Blocker::InsufficientTechnology { needs, has } => {
            fill(text!("bl.InsufficientTechnology"), &[("needs", &index(*needs)), ("has", &index(*has))])
        }
        Blocker::NoWeightInMarket { needs, has } => fill(
            text!("bl.NoWeightInMarket"),
            &[("has", &figure(*has, Unit::Share)), ("needs", &figure(*needs, Unit::Share))],
        ),
        Blocker::NoTradeMonopoly => text!("bl.NoTradeMonopoly").into(),
        Blocker::NotAllied => text!("bl.NotAllied").into(),
        Blocker::InsufficientForces => text!("bl.InsufficientForces").into(),
        Blocker::NotLeader => text!("bl.NotLeader").into(),
        Blocker::NoCommonCause => text!("bl.NoCommonCause").into(),
        Blocker::BoundByTreaty => text!("bl.BoundByTreaty").into(),
        Blocker::InQuarrel => text!("bl.InQuarrel").into(),
        Blocker::NotOpenTo => text!("bl.NotOpenTo").into(),
        Blocker::AtTheTable => text!("bl.AtTheTable").into(),
        Blocker::LeadsIt => text!("bl.LeadsIt").into(),
        Blocker::TooSoon { months } => fill(text!("bl.TooSoon"), &[("months", &months.to_string())]),
        Blocker::NoCommonCommunity => text!("bl.NoCommonCommunity").into(),
        Blocker::NoProtocol => text!("bl.NoProtocol").into(),
        Blocker::TooMany { most } => fill(text!("bl.TooMany"), &[("most", &most.to_string())]),
        Blocker::NotItsLine => text!("bl.NotItsLine").into(),
        Blocker::NoSuchParameter => text!("bl.NoSuchParameter").into(),
        Blocker::ForbiddenByDoctrine { because } => {
            fill(text!("bl.ForbiddenByDoctrine"), &[("because", because)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blockers_name_the_lack_and_the_remedy() {
        let blocker = Blocker::InsufficientAuthority { needs: 3.0, has: 1.25 };
        let words = blocker_words(&blocker);
        assert_eq!(
            words,
            "It needs 3.0 authority and there is 1.2. It grows back with time: with legitimacy in a state, with organisation in \
             a movement."
        );
    }
}
