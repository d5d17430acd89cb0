//! Rules of communities: pure functions. Source: Basic Principles (1962); forms as usual in the field.

use crate::base::math;
use crate::sim::terms::Terms;

use super::components::BURDEN;
use super::parameters::CommunityRules;

/// What one partner is to deliver of a good a month: a part of what the other needs and the first can spare, each
/// shared with all who supply or ask for it.
pub(super) fn volume(coverage: f64, spare: f64, need: f64, all_need: f64, all_spare: f64) -> f64 {
    let supplied = spare * math::ratio_or(need, all_need, 0.0).min(1.0);
    let asked = need * math::ratio_or(spare, all_spare, 0.0).min(1.0);
    coverage * supplied.min(asked).max(0.0)
}

/// Factors on both directions of a protocol, so that neither side delivers more than the other and the swing allow.
pub(super) fn balance(one: f64, other: f64, swing: f64) -> (f64, f64) {
    let cap = |value: f64, against: f64| math::ratio_or(against * (1.0 + swing), value, 1.0).min(1.0);
    (cap(one, other), cap(other, one))
}

/// Quality (0.3–1) of what leaves a country's works: it falls with lack of inputs and with an ossified apparatus;
/// raw produce is what it is.
pub(super) fn quality(rules: &CommunityRules, raw: bool, shortage: f64, ossification: f64) -> f64 {
    if raw {
        return 1.0;
    }
    let strain = (shortage * 5.0).clamp(0.0, 1.0);
    (1.0 - rules.quality_loss * 0.5 * (strain + ossification)).clamp(0.3, 1.0)
}

/// How much of arrears is the deliverer's own doing (0.2–0.8): the less it lacks itself, the more.
pub(super) fn blame(shortage: f64) -> f64 {
    (0.8 - 3.0 * shortage).clamp(0.2, 0.8)
}

/// Where the scale of a specialist tends: long runs gain by the markets taken over against the own one, and more where
/// the art is there to use them (`level` 0–1).
pub(super) fn scale_target(rules: &CommunityRules, taken_over: f64, own: f64, level: f64) -> f64 {
    let wider = math::ratio_or(taken_over, taken_over + own, 0.0);
    1.0 + rules.scale_gain * 2.0 * wider * math::lerp(0.5, 1.0, level.clamp(0.0, 1.0))
}

/// The price at which members deliver, by the world's smoothed price.
pub(super) fn price(rules: &CommunityRules, smoothed: f64, raw: bool) -> f64 {
    smoothed * if raw { 1.0 - rules.raw_discount } else { 1.0 + rules.manufactures_premium }
}

/// The burden of a country a year with its terms; positive = it gives.
pub(super) fn burden(monthly: &[f64; BURDEN.len()], terms: &mut impl Terms) -> f64 {
    BURDEN.iter().zip(monthly).map(|(key, part)| terms.add(key, part * 12.0)).sum()
}

/// Depth of a market community a year later, with consent or without (0–1).
pub(super) fn deepen(rules: &CommunityRules, depth: f64, cohesion: f64, consents: bool) -> f64 {
    let willing = consents && cohesion >= rules.deepening_cohesion;
    (depth + if willing { rules.deepening } else { -0.25 * rules.deepening }).clamp(0.0, 1.0)
}

/// Standing that a step of depth costs the government of a member, by how far its level is behind the others' mean.
pub(super) fn adjustment(rules: &CommunityRules, step: f64, behind: f64) -> f64 {
    rules.adjustment_pain * step.max(0.0) * behind.clamp(0.0, 1.0)
}

/// Influence that a leader loses in a year over a member, by growth of the member's product over its own.
pub(super) fn rivalry(rules: &CommunityRules, member_growth: f64, leader_growth: f64) -> f64 {
    rules.rivalry * ((member_growth - leader_growth) * 10.0).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::community::testing::rules;
    use crate::sim::terms::TermList;

    #[test]
    fn protocols_write_down_what_one_lacks_and_the_other_makes() {
        assert_eq!(volume(0.5, 100.0, 50.0, 50.0, 100.0), 25.0);
        assert!(volume(0.5, 100.0, 50.0, 200.0, 100.0) < 25.0);
        assert_eq!(volume(0.5, 0.0, 50.0, 50.0, 100.0), 0.0);
        let (one, other) = balance(100.0, 50.0, 0.2);
        assert!((one * 100.0 - 60.0).abs() < 1e-9 && other == 1.0);
    }

    #[test]
    fn quality_falls_with_strain_and_blame_with_own_lack() {
        let rules = rules();
        assert_eq!(quality(&rules, true, 1.0, 1.0), 1.0);
        assert!(quality(&rules, false, 0.1, 0.5) < quality(&rules, false, 0.0, 0.5));
        assert!(blame(0.0) > blame(0.1) && blame(1.0) >= 0.2);
    }

    #[test]
    fn who_gains_from_specialisation_depends_on_market_and_level() {
        let rules = rules();
        assert_eq!(scale_target(&rules, 0.0, 10.0, 1.0), 1.0);
        assert!(scale_target(&rules, 10.0, 10.0, 0.8) > scale_target(&rules, 10.0, 10.0, 0.2));
        assert!(scale_target(&rules, 10.0, 10.0, 0.5) > scale_target(&rules, 10.0, 40.0, 0.5));
        assert!(scale_target(&rules, 1e9, 1.0, 1.0) <= 1.0 + 2.0 * rules.scale_gain);
    }

    #[test]
    fn cheap_raw_materials_burden_who_sells_them() {
        let rules = rules();
        assert!(price(&rules, 1.0, true) <= 1.0 && price(&rules, 1.0, false) >= 1.0);
        let mut terms = TermList::default();
        let sum = burden(&[2.0, -1.0, 0.5], &mut terms);
        assert!((sum - 18.0).abs() < 1e-9 && (terms.sum() - sum).abs() < 1e-9);
    }

    #[test]
    fn markets_deepen_by_consent_and_the_backward_pay() {
        let rules = rules();
        assert!(deepen(&rules, 0.3, 0.9, true) > 0.3);
        assert!(deepen(&rules, 0.3, 0.9, false) < 0.3);
        assert!(deepen(&rules, 0.3, 0.0, true) < 0.3);
        assert!(adjustment(&rules, 0.05, 0.5) > adjustment(&rules, 0.05, 0.1));
        assert_eq!(adjustment(&rules, -0.1, 0.5), 0.0);
        assert!(rivalry(&rules, 0.06, 0.03) > 0.0 && rivalry(&rules, 0.02, 0.03) == 0.0);
    }
}
