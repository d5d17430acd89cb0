//! Rules of crises: stakes, rounds, accidents, wars. Pure functions.

use crate::base::math;
use crate::content::vocabulary::CrisisMove;
use crate::sim::terms::Terms;

use super::CrisisRules;
use super::components::{Crisis, RUNG_SHOTS, TOP_ALERT, TOP_RUNG};

/// What binds a state to the place that an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Bonds {
    /// Influence there (0–1).
    pub influence: f64,
    /// Nearness (0–1).
    pub proximity: f64,
    /// Whether it is an ally's.
    pub allied: bool,
    /// Whether it has given its word: by the act itself, to a state that leans on it, or by men and arms sent there.
    pub word: bool,
    /// 1 for own ground, less for ground under own rule and property taken.
    pub ground: f64,
}

/// What one side has at stake (0–1): influence to lose, nearness, an alliance's word and its own, ground.
pub(super) fn stake(bonds: Bonds, rules: &CrisisRules, terms: &mut impl Terms) -> f64 {
    let mut sum = terms.add("stake.influence", rules.stake_influence * bonds.influence);
    sum += terms.add("stake.proximity", rules.stake_proximity * bonds.proximity);
    sum += terms.add("stake.alliance", if bonds.allied { rules.stake_alliance } else { 0.0 });
    sum += terms.add("stake.word", if bonds.word { rules.stake_word } else { 0.0 });
    sum += terms.add("stake.own_ground", bonds.ground);
    sum.clamp(0.0, 1.0)
}

/// What is left of the chance of a crisis between two sides of these weights in the world (0–1 each): all of it between the
/// two strongest, [`CrisisRules::begin_lesser`] where one has no weight at all.
pub(super) fn weight_of_quarrel(weights: [f64; 2], rules: &CrisisRules) -> f64 {
    let both = math::sqrt(weights[0] * weights[1]).clamp(0.0, 1.0);
    rules.begin_lesser + (1.0 - rules.begin_lesser) * both
}

/// What one side believes the other to have at stake (0–1). `bias` is that of its doctrine: who thinks darkly of the
/// other side takes it for bent on conquest, not for afraid of loss, and so underrates what it has to lose. `luck` is
/// bell-shaped with deviation 1.
pub(super) fn believed_stake(truth: f64, bias: f64, luck: f64, rules: &CrisisRules) -> f64 {
    (truth * (1.0 - rules.stake_bias * bias) + rules.stake_doubt * luck).clamp(0.0, 1.0)
}

/// What is left of an error once the two talk behind the stage.
pub(super) fn clearer(believed: f64, truth: f64, rules: &CrisisRules) -> f64 {
    truth + (believed - truth) * (1.0 - rules.channel_insight)
}

/// Chance that an act becomes a crisis, given tension between the two powers and what each has at stake.
pub(super) fn begin_chance(tension: f64, stakes: [f64; 2], rules: &CrisisRules) -> f64 {
    let hot = (tension - rules.begin_tension).max(0.0) / (1.0 - rules.begin_tension).max(1e-9);
    (rules.begin_chance * hot * math::sqrt(stakes[0] * stakes[1])).clamp(0.0, 1.0)
}

/// Where a crisis stands between rounds, as far as rounds change it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Standing {
    /// The rung.
    pub rung: u8,
    /// Alerts of both sides.
    pub alerts: [u8; 2],
    /// Exits on the table.
    pub exits: [bool; 2],
    /// Whether the two talk behind the stage.
    pub channel: bool,
    /// Whether somebody mediates.
    pub mediated: bool,
}

impl Standing {
    /// Where a crisis stands.
    pub(super) fn of(crisis: &Crisis) -> Self {
        Self {
            rung: crisis.rung,
            alerts: crisis.alerts,
            exits: crisis.exit_offered,
            channel: crisis.channel,
            mediated: crisis.mediator.is_some(),
        }
    }
}

/// How a round leaves a crisis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    /// It goes on.
    Goes,
    /// Both have found a way out.
    Settled,
    /// One side gives way: 0 the challenger, 1 the defender.
    GaveWay(usize),
}

/// One round. An exit offered stays on the table until its maker raises; it settles the crisis as soon as the other side
/// wants one too. A raise adds a rung. Where nobody goes up, a step down by either side, or a mediator, takes one away.
pub(super) fn play(at: &mut Standing, moves: [CrisisMove; 2]) -> Round {
    use CrisisMove as M;
    match moves {
        [M::BackDown, M::BackDown] => return Round::Settled,
        [M::BackDown, _] => return Round::GaveWay(0),
        [_, M::BackDown] => return Round::GaveWay(1),
        _ => {}
    }
    for (side, play) in moves.into_iter().enumerate() {
        match play {
            M::OfferExit | M::OfferConcession { .. } => at.exits[side] = true,
            // Who raises takes a standing offer off the table.
            M::Raise => at.exits[side] = false,
            M::Alert => at.alerts[side] = (at.alerts[side] + 1).min(TOP_ALERT),
            M::StandDown => at.alerts[side] = at.alerts[side].saturating_sub(1),
            M::BackChannel => at.channel = true,
            M::AskMediation => at.mediated = true,
            M::Hold | M::BackDown => {}
        }
    }
    if at.exits[0] && at.exits[1] {
        return Round::Settled;
    }
    let raises = moves.iter().filter(|&&play| play == M::Raise).count() as u8;
    let calm = moves.iter().all(|play| play.direction() <= 0);
    let eases = u8::from(calm && (at.mediated || moves.iter().any(|&play| takes_heat_off(play))));
    // No decision alone leads to the top: what lies beyond the last rung but one is an accident.
    at.rung = (at.rung + raises).saturating_sub(eases).min(TOP_RUNG - 1);
    Round::Goes
}

/// Whether a move by itself brings a crisis down a rung, if nobody goes up.
fn takes_heat_off(play: CrisisMove) -> bool {
    matches!(play, CrisisMove::OfferExit | CrisisMove::OfferConcession { .. } | CrisisMove::StandDown)
}

/// Chance of an accident in a round (0–1): grows with the cube of the rung and with the alerts of both sides; a channel
/// behind the stage lowers it.
pub(super) fn accident_chance(rung: u8, alerts: [u8; 2], channel: bool, rules: &CrisisRules) -> f64 {
    let height = f64::from(rung) / f64::from(TOP_RUNG);
    let alert = f64::from(alerts[0] + alerts[1]) / f64::from(2 * TOP_ALERT);
    let caught = if channel { 1.0 - rules.channel_relief } else { 1.0 };
    let base = rules.accident_risk * height * height * height;
    (base * (1.0 + rules.alert_risk * alert) * caught).clamp(0.0, 1.0)
}

/// Chance that shots become a war in a round (0–1). `odds` is each side's belief in its own strength over both (0–1),
/// `answers` the warheads each believes the other to have. War comes where neither doubts, and doubt grows with what
/// the other could answer.
pub(super) fn war_chance(rung: u8, odds: [f64; 2], answers: [f64; 2], rules: &CrisisRules) -> f64 {
    if rung < RUNG_SHOTS {
        return 0.0;
    }
    let will = |side: usize| {
        let heart = (odds[side] / 0.5).clamp(0.0, 1.0);
        let awe = answers[side] / (answers[side] + rules.awe_warheads);
        heart * (1.0 - awe)
    };
    (rules.war_chance * math::sqrt(will(0) * will(1))).clamp(0.0, 1.0)
}

/// Dead of one side of a general exchange, an own estimate: up to three in four of its people, half of that at 1,500 warheads
/// that the other side has. The ceiling follows the range of Office of Technology Assessment, The Effects of Nuclear War
/// (1979); how it is approached is a guess.
pub(super) fn exchange_dead(people: f64, warheads: f64) -> f64 {
    const MOST: f64 = 0.75;
    const HALF: f64 = 1500.0;
    people * MOST * math::ratio_or(warheads, warheads + HALF, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CrisisMove as M;

    fn rules() -> CrisisRules {
        CrisisRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
    }

    fn at(rung: u8, alerts: [u8; 2]) -> Standing {
        Standing { rung, alerts, exits: [false; 2], channel: false, mediated: false }
    }

    #[test]
    fn as_many_moves_lead_down_as_up() {
        let count = |sign: i8| M::ALL.iter().filter(|play| play.direction() == sign).count();
        assert!(count(-1) >= count(1));
        // Each verb up has its own verb down.
        let down = |play: M| matches!(play, M::OfferExit | M::StandDown);
        assert_eq!(M::ALL.iter().filter(|&&play| down(play)).count(), count(1));
    }

    #[test]
    fn there_is_a_way_down_from_every_rung_and_alert() {
        for rung in 0..TOP_RUNG {
            for a in 0..=TOP_ALERT {
                for b in 0..=TOP_ALERT {
                    assert_eq!(play(&mut at(rung, [a, b]), [M::BackDown, M::Raise]), Round::GaveWay(0));
                    assert_eq!(play(&mut at(rung, [a, b]), [M::Alert, M::BackDown]), Round::GaveWay(1));
                    assert_eq!(play(&mut at(rung, [a, b]), [M::OfferExit, M::OfferExit]), Round::Settled);
                    // One step each is enough, in either order.
                    let mut here = at(rung, [a, b]);
                    assert_eq!(play(&mut here, [M::OfferExit, M::Hold]), Round::Goes);
                    assert_eq!(here.rung, rung.saturating_sub(1));
                    assert_eq!(play(&mut here, [M::Hold, M::OfferExit]), Round::Settled);
                    // Alerts come down with as many moves as brought them up, and the rung with them.
                    let mut here = at(rung, [a, b]);
                    for _ in 0..TOP_ALERT {
                        play(&mut here, [M::StandDown, M::StandDown]);
                    }
                    assert_eq!((here.alerts, here.rung), ([0, 0], rung.saturating_sub(TOP_ALERT)));
                }
            }
        }
    }

    #[test]
    fn an_exit_stays_on_the_table_until_its_maker_raises() {
        let mut here = at(2, [0, 0]);
        here.exits = [true, false];
        assert_eq!(play(&mut here, [M::Raise, M::OfferExit]), Round::Goes);
        assert_eq!((here.rung, here.exits), (3, [false, true]));
    }

    #[test]
    fn nobody_decides_the_last_rung() {
        let mut here = at(TOP_RUNG - 1, [3, 3]);
        assert_eq!(play(&mut here, [M::Raise, M::Raise]), Round::Goes);
        assert_eq!(here.rung, TOP_RUNG - 1);
    }

    #[test]
    fn accidents_grow_with_rung_and_alert_and_are_caught_by_a_channel() {
        let rules = rules();
        let chance = |rung, alerts, channel| accident_chance(rung, alerts, channel, &rules);
        assert!(chance(6, [0, 0], false) > chance(3, [0, 0], false));
        assert!(chance(6, [3, 3], false) > chance(6, [1, 1], false));
        assert!(chance(6, [3, 3], true) < chance(6, [3, 3], false));
        assert_eq!(chance(0, [3, 3], false), 0.0);
    }

    #[test]
    fn shots_become_a_war_where_neither_doubts() {
        let rules = rules();
        let chance = |rung, odds, answers| war_chance(rung, odds, answers, &rules);
        assert_eq!(chance(RUNG_SHOTS - 1, [0.5, 0.5], [0.0, 0.0]), 0.0);
        assert!(chance(RUNG_SHOTS, [0.5, 0.5], [0.0, 0.0]) > chance(RUNG_SHOTS, [0.9, 0.1], [0.0, 0.0]));
        assert!(
            chance(RUNG_SHOTS, [0.5, 0.5], [2000.0, 2000.0])
                < 0.1 * chance(RUNG_SHOTS, [0.5, 0.5], [0.0, 0.0])
        );
    }

    #[test]
    fn calm_rivals_or_nothing_at_stake_make_no_crisis() {
        let rules = rules();
        assert_eq!(begin_chance(0.3, [1.0, 1.0], &rules), 0.0);
        assert_eq!(begin_chance(0.9, [0.0, 1.0], &rules), 0.0);
        assert!(begin_chance(0.9, [0.6, 0.6], &rules) > 0.1);
        let mut terms = crate::sim::terms::TermList::default();
        let bonds = Bonds { influence: 0.3, proximity: 0.5, allied: true, word: true, ground: 0.0 };
        assert_eq!(stake(bonds, &rules, &mut terms), terms.sum());
    }

    #[test]
    fn the_quarrels_of_the_strong_make_more_crises() {
        let rules = rules();
        let share = |a, b| weight_of_quarrel([a, b], &rules);
        assert_eq!(share(1.0, 1.0), 1.0);
        assert_eq!(share(0.0, 1.0), rules.begin_lesser);
        assert!(share(0.9, 0.8) > share(0.9, 0.1) && share(0.9, 0.1) > share(0.05, 0.1));
    }

    #[test]
    fn a_word_given_is_at_stake() {
        let rules = rules();
        let at_stake =
            |word| stake(Bonds { word, ..Bonds::default() }, &rules, &mut crate::sim::terms::NoTerms);
        assert_eq!((at_stake(false), at_stake(true)), (0.0, rules.stake_word));
        // What lies near is not by itself worth a quarrel; a word given is.
        assert!(rules.stake_word >= rules.least_stake);
    }

    #[test]
    fn talk_behind_the_stage_brings_belief_nearer_to_truth() {
        let rules = rules();
        let wrong = believed_stake(0.6, 0.2, 1.0, &rules);
        assert!((clearer(wrong, 0.6, &rules) - 0.6).abs() < (wrong - 0.6).abs());
    }
}
