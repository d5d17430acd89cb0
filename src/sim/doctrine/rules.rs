//! Rules of doctrines in force: what changes of line cost. Pure functions.

use crate::base::math;

use super::DoctrineRules;

/// The largest step by which a line is amended at a time, as a part of the parameter's range.
pub const LARGEST_STEP: f64 = 0.1;

/// How far two lines lie apart on both axes together (0–1).
pub(super) fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (dogma, autonomy) = (one.0 - other.0, one.1 - other.1);
    // The two axes run from −1 to 1 each.
    (math::sqrt(dogma * dogma + autonomy * autonomy) / math::sqrt(8.0)).clamp(0.0, 1.0)
}

/// Credibility lost by a change of line: more, the sooner after the last and the further away. A change after a long
/// time is not held against anybody but for a little.
pub(super) fn change_strain(months_since: f64, distance: f64, rules: &DoctrineRules) -> f64 {
    let haste = math::pow(0.5, months_since.max(0.0) / rules.change_memory.max(1.0));
    rules.change_strain * (0.2 + 0.8 * haste) * (0.5 + 0.5 * distance)
}

/// Credibility lost by an amendment of a part of a parameter's range.
pub(super) fn amend_strain(step: f64, rules: &DoctrineRules) -> f64 {
    rules.amend_strain * (step.abs() / LARGEST_STEP).min(1.0)
}

/// Authority that an amendment costs beyond its kind's price: more, the larger the step.
pub(in crate::sim) fn amend_price(step: f64, rules: &DoctrineRules) -> f64 {
    rules.amend_price * (step.abs() / LARGEST_STEP)
}

/// The part of lost credibility that some months leave.
pub(super) fn kept(months: f64, rules: &DoctrineRules) -> f64 {
    math::pow(0.5, months / rules.recovery_half_life.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: DoctrineRules = DoctrineRules {
        change_strain: 0.2,
        change_memory: 36.0,
        amend_strain: 0.03,
        break_strain: 0.15,
        word_strain: 0.1,
        recovery_half_life: 36.0,
        amend_price: 1.0,
        part_price: 0.7,
        congress_months: 60.0,
        hardship: 0.8,
        tilt: 0.08,
        shock_rest: 60.0,
    };

    #[test]
    fn who_changes_often_and_far_is_believed_less() {
        let far = distance((-1.0, -1.0), (1.0, 1.0));
        assert!((far - 1.0).abs() < 1e-12);
        let (soon, late) = (change_strain(3.0, 0.5, &RULES), change_strain(240.0, 0.5, &RULES));
        assert!(soon > 2.0 * late, "{soon} and {late}");
        assert!(change_strain(3.0, 1.0, &RULES) > soon);
        assert!((change_strain(0.0, 1.0, &RULES) - RULES.change_strain).abs() < 1e-12);
    }

    #[test]
    fn a_larger_step_costs_more() {
        assert!(amend_strain(0.1, &RULES) > amend_strain(-0.05, &RULES));
        assert!((amend_price(-0.1, &RULES) - 1.0).abs() < 1e-12);
        assert!((kept(36.0, &RULES) - 0.5).abs() < 1e-12);
    }
}
