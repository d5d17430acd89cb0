//! Rules of crises: stakes, rounds, accidents. Pure functions.

use crate::base::math;
use crate::content::vocabulary::CrisisMove;
use crate::sim::terms::Terms;

use super::CrisisRules;
use super::components::TOP_RUNG;

/// Most rounds a crisis lasts (DESIGN §3).
pub(in crate::sim) const MOST_ROUNDS: u8 = 6;

/// What one side has at stake (0–1): influence to lose, nearness, an alliance's word.
pub(super) fn stake(
    influence: f64,
    proximity: f64,
    allied: bool,
    itself: bool,
    rules: &CrisisRules,
    terms: &mut impl Terms,
) -> f64 {
    let mut sum = terms.add("stake.influence", rules.stake_influence * influence);
    sum += terms.add("stake.proximity", rules.stake_proximity * proximity);
    sum += terms.add("stake.alliance", if allied { rules.stake_alliance } else { 0.0 });
    sum += terms.add("stake.own_ground", if itself { 1.0 } else { 0.0 });
    sum.clamp(0.0, 1.0)
}

/// Chance that an act becomes a crisis, given tension between the two powers and what each has at stake.
pub(super) fn begin_chance(tension: f64, stakes: [f64; 2], rules: &CrisisRules) -> f64 {
    let hot = (tension - rules.begin_tension).max(0.0) / (1.0 - rules.begin_tension).max(1e-9);
    (rules.begin_chance * hot * math::sqrt(stakes[0] * stakes[1])).clamp(0.0, 1.0)
}

/// How a round leaves a crisis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    /// It goes on, on this rung.
    Goes {
        /// The rung.
        rung: u8,
    },
    /// Both have found a way out.
    Settled,
    /// One side gives way: 0 the challenger, 1 the defender.
    GaveWay(usize),
}

/// One round. An exit offered stays on the table; it settles the crisis as soon as the other side wants one too. A raise
/// adds a rung; an exit offered against a side that holds takes one away.
pub(super) fn play(rung: u8, exits: &mut [bool; 2], moves: [CrisisMove; 2]) -> Round {
    use CrisisMove as M;
    match moves {
        [M::BackDown, M::BackDown] => return Round::Settled,
        [M::BackDown, _] => return Round::GaveWay(0),
        [_, M::BackDown] => return Round::GaveWay(1),
        _ => {}
    }
    for side in 0..2 {
        match moves[side] {
            M::OfferExit => exits[side] = true,
            // Who raises takes a standing offer off the table.
            M::Raise => exits[side] = false,
            M::Hold | M::BackDown => {}
        }
    }
    if exits[0] && exits[1] {
        return Round::Settled;
    }
    let raises = moves.iter().filter(|&&play| play == M::Raise).count() as u8;
    let eases = u8::from(raises == 0 && moves.contains(&M::OfferExit));
    // No decision alone leads to the top: what lies beyond the last rung but one is an accident.
    Round::Goes { rung: (rung + raises).saturating_sub(eases).min(TOP_RUNG - 1) }
}

/// Chance of an accident in a round (0–1): grows with the cube of the rung.
pub(super) fn accident_chance(rung: u8, rules: &CrisisRules) -> f64 {
    let height = f64::from(rung) / f64::from(TOP_RUNG);
    (rules.accident_risk * height * height * height).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CrisisMove as M;

    const RULES: CrisisRules = CrisisRules {
        accident_risk: 0.05,
        accident_rungs: 2.0,
        begin_tension: 0.4,
        begin_chance: 0.9,
        stake_influence: 0.7,
        stake_proximity: 0.3,
        stake_alliance: 0.25,
        nerve: 0.05,
        loss_of_face: 0.08,
        relief: 0.12,
        scar: 0.05,
    };

    #[test]
    fn there_is_a_way_down_from_every_rung() {
        for rung in 0..TOP_RUNG {
            let mut exits = [false; 2];
            assert_eq!(play(rung, &mut exits, [M::BackDown, M::Raise]), Round::GaveWay(0));
            assert_eq!(play(rung, &mut exits, [M::Hold, M::BackDown]), Round::GaveWay(1));
            let mut exits = [false; 2];
            assert_eq!(play(rung, &mut exits, [M::OfferExit, M::OfferExit]), Round::Settled);
        }
    }

    #[test]
    fn an_exit_stays_on_the_table_until_its_maker_raises() {
        let mut exits = [false; 2];
        assert_eq!(play(3, &mut exits, [M::OfferExit, M::Hold]), Round::Goes { rung: 2 });
        assert_eq!(play(2, &mut exits, [M::Hold, M::OfferExit]), Round::Settled);
        let mut exits = [true, false];
        assert_eq!(play(2, &mut exits, [M::Raise, M::OfferExit]), Round::Goes { rung: 3 });
    }

    #[test]
    fn nobody_decides_the_last_rung() {
        let mut exits = [false; 2];
        assert_eq!(play(TOP_RUNG - 1, &mut exits, [M::Raise, M::Raise]), Round::Goes { rung: TOP_RUNG - 1 });
        assert!(accident_chance(6, &RULES) > accident_chance(3, &RULES));
        assert_eq!(accident_chance(0, &RULES), 0.0);
    }

    #[test]
    fn calm_rivals_or_nothing_at_stake_make_no_crisis() {
        assert_eq!(begin_chance(0.3, [1.0, 1.0], &RULES), 0.0);
        assert_eq!(begin_chance(0.9, [0.0, 1.0], &RULES), 0.0);
        assert!(begin_chance(0.9, [0.6, 0.6], &RULES) > 0.2);
        let mut terms = crate::sim::terms::TermList::default();
        assert_eq!(stake(0.5, 1.0, true, false, &RULES, &mut terms), terms.sum());
    }
}
