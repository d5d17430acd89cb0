//! What a move would lead to and cost, for whoever has to choose one. Reads, changes nothing.

use bevy::prelude::World;

use crate::base::Money;
use crate::content::vocabulary::CrisisMove;
use crate::sim::conflict::military_budget;

use super::CrisisRules;
use super::components::{Crisis, ROUNDS_A_MONTH, TOP_RUNG};
use super::rules::{Round, Standing, accident_chance, play};

/// Where a move of one side leads if the other holds, accidents aside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prospect {
    /// It goes on.
    Goes {
        /// On this rung.
        rung: u8,
        /// With own forces on this alert.
        alert: u8,
        /// With this chance of an accident in the round (0–1).
        accident: f64,
    },
    /// It is settled.
    Settled,
    /// The side gives way.
    GivesWay,
}

/// Where a move of one side (0 the challenger, 1 the defender) leads if the other holds.
pub fn prospect(crisis: &Crisis, side: usize, own: CrisisMove, rules: &CrisisRules) -> Prospect {
    let mut at = Standing::of(crisis);
    let mut moves = [CrisisMove::Hold; 2];
    moves[side] = own;
    match play(&mut at, moves) {
        Round::Settled => Prospect::Settled,
        Round::GaveWay(_) => Prospect::GivesWay,
        Round::Goes => Prospect::Goes {
            rung: at.rung,
            alert: at.alerts[side],
            accident: accident_chance(at.rung, at.alerts, at.channel, rules),
        },
    }
}

/// What forces of a side on an alert cost it a round.
pub fn alert_bill(world: &World, crisis: &Crisis, side: usize, alert: u8) -> Money {
    let share = world.resource::<CrisisRules>().alert_cost * f64::from(alert);
    Money::rounded(military_budget(world, crisis.sides()[side]) / 12.0 * share)
}

/// Legitimacy that whoever gives way loses (0–1): the more, the higher it has gone.
pub fn face_lost(crisis: &Crisis, rules: &CrisisRules) -> f64 {
    rules.loss_of_face * (0.5 + 0.5 * f64::from(crisis.peak) / f64::from(TOP_RUNG))
}

/// Most rounds that a crisis plays before it fades: fewer where a human sits in it, since a month then has fewer.
pub fn most_rounds(rules: &CrisisRules, human: bool) -> u8 {
    (rules.months as u8).saturating_mul(rounds_that_make_a_month(human))
}

/// Rounds after which a crisis low on the ladder fades.
pub(super) fn rounds_that_make_a_month(human: bool) -> u8 {
    if human { 2 } else { ROUNDS_A_MONTH }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Month};
    use crate::sim::crisis::Cause;
    use CrisisMove as M;

    fn crisis() -> Crisis {
        let [challenger, defender, over] = [0, 1, 2].map(Id::from_index);
        let crisis = Crisis::between([challenger, defender], over, Cause::Blockade, Month(600));
        Crisis { rung: 3, peak: 4, alerts: [1, 0], ..crisis }
    }

    #[test]
    fn a_prospect_is_what_the_round_would_bring() {
        let rules = CrisisRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete");
        let stands = |crisis: &Crisis, side, play| match prospect(crisis, side, play, &rules) {
            Prospect::Goes { rung, alert, .. } => Some((rung, alert)),
            _ => None,
        };
        let mut crisis = crisis();
        assert_eq!(stands(&crisis, 0, M::Raise), Some((4, 1)));
        assert_eq!(stands(&crisis, 0, M::StandDown), Some((2, 0)));
        assert_eq!(stands(&crisis, 1, M::Hold), Some((3, 0)));
        assert_eq!(prospect(&crisis, 0, M::BackDown, &rules), Prospect::GivesWay);
        crisis.exit_offered[1] = true;
        assert_eq!(prospect(&crisis, 0, M::OfferExit, &rules), Prospect::Settled);
        assert!(face_lost(&crisis, &rules) > face_lost(&Crisis { peak: 1, ..crisis.clone() }, &rules));
        assert!(most_rounds(&rules, true) < most_rounds(&rules, false));
    }
}
