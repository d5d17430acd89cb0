//! Rules of the outcome.

use super::{OutcomeRules, Standing};
use crate::base::math;

/// What a seat is judged by, each 0–1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Account {
    /// Legitimacy of the government.
    pub legitimacy: f64,
    /// Cohesion of the ruling circle.
    pub cohesion: f64,
    /// Living standard over expectation (1 = as expected; not pressed into 0–1).
    pub living_standard: f64,
    /// How far the seat's own aims are reached.
    pub aims: f64,
    /// Harm it has decided, in people over its own people.
    pub harm: f64,
}

/// How far one aim is reached (0–1): 0 at `from`, 1 at `to`, straight between; `from` may be the larger.
pub fn aim_reached(value: f64, from: f64, to: f64) -> f64 {
    if from == to { f64::from(u8::from(value >= to)) } else { ((value - from) / (to - from)).clamp(0.0, 1.0) }
}

/// The standing of a seat with its weighted terms. Size is not in it. Source: DESIGN §7.
pub fn standing(of: &Account, rules: &OutcomeRules) -> Standing {
    let weights = [rules.legitimacy, rules.cohesion, rules.living_standard, rules.aims, rules.harm_avoided];
    let harm_avoided = rules.harm_scale / (rules.harm_scale + of.harm.max(0.0));
    // As expected is worth two thirds; half as much again is worth everything, a third of it nothing.
    let living = ((of.living_standard - 0.33) / 1.0).clamp(0.0, 1.0);
    let values = [of.legitimacy, of.cohesion, living, of.aims, harm_avoided];
    let total: f64 = weights.iter().sum();
    let mut terms = [0.0; 5];
    for ((term, weight), value) in terms.iter_mut().zip(weights).zip(values) {
        *term = math::ratio_or(weight, total, 0.2) * value.clamp(0.0, 1.0);
    }
    Standing { score: terms.iter().sum::<f64>().clamp(0.0, 1.0), terms }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::rules;

    fn table() -> OutcomeRules {
        OutcomeRules::read(&rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn standing_is_the_sum_of_its_terms_and_harm_lowers_it() {
        let rules = table();
        let good = Account { legitimacy: 0.7, cohesion: 0.6, living_standard: 1.0, aims: 0.5, harm: 0.0 };
        let standing_good = standing(&good, &rules);
        assert!((standing_good.score() - standing_good.terms().iter().sum::<f64>()).abs() < 1e-12);
        assert!(standing(&Account { harm: 0.01, ..good }, &rules).score() < standing_good.score());
        assert!((0.0..=1.0).contains(&standing_good.score()));
    }

    #[test]
    fn aims_run_either_way() {
        assert_eq!(aim_reached(0.5, 0.0, 1.0), 0.5);
        assert!((aim_reached(0.2, 0.6, 0.1) - 0.8).abs() < 1e-12);
        assert_eq!(aim_reached(9.0, 0.0, 1.0), 1.0);
    }
}
