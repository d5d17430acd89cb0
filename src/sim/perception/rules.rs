//! Rules of perception: threat, risk, nearness, need, correlation of forces. Pure functions.

use crate::base::math;
use crate::content::vocabulary::{FormOfRule, System};
use crate::sim::terms::Terms;

use super::{Outlook, PerceptionRules};

/// What a threat is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct ThreatInputs {
    /// Tension between the two (0–1).
    pub tension: f64,
    /// Strength of the one feared over that of both (0–1).
    pub strength_share: f64,
    /// Nearness on the map (0–1).
    pub proximity: f64,
    /// Its strength against the strongest in the world (0–1): how far it reaches.
    pub projection: f64,
    /// Its warheads.
    pub warheads: f64,
    /// Whether the two stand in one pact.
    pub allied: bool,
}

/// Threat felt (0–1): hostility × means × reach, more with warheads, little from an ally.
pub(in crate::sim) fn threat(inputs: &ThreatInputs, rules: &PerceptionRules, terms: &mut impl Terms) -> f64 {
    // Means count fully from equality on: twice one's share of both.
    let means = (2.0 * inputs.strength_share).min(1.0);
    let reach = inputs.proximity.max(inputs.projection);
    let arms = terms.add("threat.arms", inputs.tension * means * reach);
    let nuclear =
        rules.nuclear_fear * inputs.tension * inputs.warheads / (inputs.warheads + rules.warheads_half);
    let nuclear = terms.add("threat.nuclear", nuclear * (1.0 - arms));
    let sum = arms + nuclear;
    let eased = if inputs.allied { -sum * (1.0 - rules.threat_from_ally) } else { 0.0 };
    (sum + terms.add("threat.alliance", eased)).clamp(0.0, 1.0)
}

/// Risk of war felt (0–1), given tension between two, in the world, and the rung of a crisis between them (0–1 of
/// the ladder).
pub(in crate::sim) fn war_risk(tension: f64, world: f64, rung: f64, rules: &PerceptionRules) -> f64 {
    let base = tension * (rules.war_risk_base + rules.war_risk_world * world);
    (base + rules.war_risk_rung * rung).clamp(0.0, 1.0)
}

/// What two forms of rule add to affinity, the nearness of rule and line (0–1).
pub(in crate::sim) fn affinity_of_forms(a: FormOfRule, b: FormOfRule, rules: &PerceptionRules) -> f64 {
    let forms = if a == b {
        1.0
    } else if a.system() == b.system() {
        rules.affinity_same_system
    } else if a.system() == System::Socialist || b.system() == System::Socialist {
        0.0
    } else {
        rules.affinity_across
    };
    rules.affinity_form * forms
}

/// What two lines add to affinity. `distance` is theirs on two axes of −1..1 (0 to 2·√2).
pub(in crate::sim) fn affinity_of_lines(distance: f64, rules: &PerceptionRules) -> f64 {
    // Searches for targets ask this of everyone in turn, and a product costs less than a quotient.
    const FARTHEST: f64 = 2.0 * std::f64::consts::SQRT_2;
    let line = 1.0 - distance * (1.0 / FARTHEST);
    (1.0 - rules.affinity_form) * line.clamp(0.0, 1.0)
}

/// Need of help (0–1): poverty, deficit, living standard below expectation, war.
pub(in crate::sim) fn need(
    per_head: f64,
    balance: f64,
    standard: f64,
    at_war: bool,
    rules: &PerceptionRules,
    terms: &mut impl Terms,
) -> f64 {
    let poor = 1.0 - per_head / (per_head + rules.poverty_half);
    let poverty = terms.add("need.poverty", rules.need_poverty * poor);
    let deficit = terms.add("need.deficit", rules.need_deficit * (-balance / 0.1).clamp(0.0, 1.0));
    let shortfall =
        terms.add("need.standard", rules.need_standard * ((1.0 - standard) / 0.4).clamp(0.0, 1.0));
    let war = terms.add("need.war", if at_war { rules.need_war } else { 0.0 });
    (poverty + deficit + shortfall + war).clamp(0.0, 1.0)
}

/// One side of the balance, as an observer believes it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Camp {
    /// Product.
    pub product: f64,
    /// Military capital.
    pub strength: f64,
    /// Warheads.
    pub warheads: f64,
    /// People.
    pub people: f64,
    /// Cohesion of its organisations (0–1).
    pub cohesion: f64,
    /// Strength of movements that lean to it on the other's ground and in between.
    pub movements: f64,
    /// Legitimacy and growth at its centre (0–1).
    pub prestige: f64,
}

/// The terms of the correlation of forces, own side over both (each 0–1, 0.5 = even), in the order of
/// [`Outlook::TERMS`], and their weighted mean.
pub(in crate::sim) fn correlation(own: &Camp, other: &Camp, rules: &PerceptionRules) -> (f64, [f64; 7]) {
    let over = |a: f64, b: f64| math::ratio_or(a, a + b, 0.5);
    let terms = [
        over(own.product, other.product),
        over(own.strength, other.strength),
        over(own.warheads, other.warheads),
        over(own.people, other.people),
        over(own.cohesion, other.cohesion),
        over(own.movements, other.movements),
        over(own.prestige, other.prestige),
    ];
    let weights = [
        rules.weight_economic,
        rules.weight_military,
        rules.weight_nuclear,
        rules.weight_demographic,
        rules.weight_cohesion,
        rules.weight_movements,
        rules.weight_prestige,
    ];
    debug_assert_eq!(weights.len(), Outlook::TERMS.len());
    let sum: f64 = terms.iter().zip(&weights).map(|(term, weight)| term * weight).sum();
    (math::ratio_or(sum, weights.iter().sum(), 0.5), terms)
}

/// How surely one knows another's means beyond what anybody can see (0–1): by what is spent on it a year against the other's
/// product; the larger the other, the more there is to know.
pub(in crate::sim) fn certainty(spent: f64, product: f64, rules: &PerceptionRules) -> f64 {
    let share = math::ratio_or(spent, product, 0.0);
    math::ratio_or(share, share + rules.intelligence_half, 0.0)
}

/// What an estimate is made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Sight {
    /// Relative bias with which one looks.
    pub bias: f64,
    /// Relative noise (0–1).
    pub noise: f64,
    /// What of the other's forces is shown beyond what there is, as it is taken: a share of them.
    pub shown: f64,
}

impl Sight {
    /// What certainty leaves of bias, noise and what is feigned. `bias` and `noise` are those of who knows nothing more.
    #[inline]
    pub(in crate::sim) fn through(
        certainty: f64,
        bias: f64,
        noise: f64,
        shown: f64,
        rules: &PerceptionRules,
    ) -> Self {
        Self {
            bias: bias * (1.0 - rules.intelligence_insight * certainty),
            noise: noise * (1.0 - certainty),
            shown: shown * (1.0 - certainty),
        }
    }
}

/// A new estimate: the truth with bias and noise, half believed, half remembered. Noise in −1..1.
#[inline]
pub(in crate::sim) fn estimate(
    before: f64,
    truth: f64,
    bias: f64,
    noise: f64,
    rules: &PerceptionRules,
) -> f64 {
    let seen = truth * (1.0 + bias) * (1.0 + rules.noise * noise);
    let fresh = if before > 0.0 { math::lerp(before, seen, rules.learning) } else { seen };
    math::finite_or(fresh, truth).max(0.0)
}

#[cfg(test)]
pub(in crate::sim) mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    pub(in crate::sim) const RULES: PerceptionRules = PerceptionRules {
        noise: 0.25,
        learning: 0.5,
        colonial_threat_share: 0.4,
        camp_trust: 0.3,
        distance_scale: 2500.0,
        nuclear_fear: 0.5,
        warheads_half: 50.0,
        threat_from_ally: 0.25,
        war_risk_base: 0.25,
        war_risk_world: 0.35,
        alert_credit: 0.3,
        war_risk_rung: 0.6,
        affinity_form: 0.6,
        affinity_same_system: 0.7,
        affinity_across: 0.35,
        poverty_half: 1500.0,
        need_poverty: 0.6,
        need_deficit: 0.2,
        need_standard: 0.2,
        need_war: 0.3,
        weight_economic: 0.25,
        weight_military: 0.25,
        weight_nuclear: 0.15,
        weight_demographic: 0.1,
        weight_cohesion: 0.1,
        weight_movements: 0.1,
        weight_prestige: 0.05,
        tension_poles: 0.6,
        tension_wars: 0.25,
        tension_crisis: 0.4,
        tension_half_life: 4.0,
        feared_from: 0.02,
        intelligence_half: 0.001,
        intelligence_months: 60.0,
        intelligence_insight: 0.6,
        feint_found: 0.35,
        feint_cost: 0.05,
        feint_months: 24.0,
    };

    #[test]
    fn certainty_is_bought_dearer_of_the_large_and_sees_through_noise_bias_and_feints() {
        let sure = |spent| certainty(spent, 1_000_000.0, &RULES);
        assert_eq!(sure(0.0), 0.0);
        assert!(sure(1000.0) > 0.49 && sure(1000.0) < 0.51);
        assert!(sure(4000.0) < 1.0 && certainty(1000.0, 100_000.0, &RULES) > sure(1000.0));
        let blind = Sight::through(0.0, 0.3, 1.0, 0.5, &RULES);
        assert_eq!(blind, Sight { bias: 0.3, noise: 1.0, shown: 0.5 });
        let sighted = Sight::through(0.8, 0.3, 1.0, 0.5, &RULES);
        assert!(sighted.bias < blind.bias && sighted.noise < 0.25 && sighted.shown < 0.11);
    }

    #[test]
    fn threat_needs_hostility_means_and_reach_and_explains_itself() {
        let near = ThreatInputs {
            tension: 0.8,
            strength_share: 0.5,
            proximity: 1.0,
            projection: 0.1,
            warheads: 0.0,
            allied: false,
        };
        let felt = threat(&near, &RULES, &mut NoTerms);
        assert!((felt - 0.8).abs() < 1e-12);
        assert!(threat(&ThreatInputs { tension: 0.0, ..near }, &RULES, &mut NoTerms) == 0.0);
        assert!(threat(&ThreatInputs { proximity: 0.1, ..near }, &RULES, &mut NoTerms) < felt);
        assert!(threat(&ThreatInputs { warheads: 100.0, ..near }, &RULES, &mut NoTerms) > felt);
        assert!(threat(&ThreatInputs { allied: true, ..near }, &RULES, &mut NoTerms) < 0.3 * felt);
        let mut terms = TermList::default();
        let total = threat(&ThreatInputs { warheads: 30.0, allied: true, ..near }, &RULES, &mut terms);
        assert_eq!(terms.sum(), total);
    }

    #[test]
    fn affinity_is_whole_only_with_oneself_and_the_same_both_ways() {
        use FormOfRule as F;
        let affinity = |a, b, distance| affinity_of_forms(a, b, &RULES) + affinity_of_lines(distance, &RULES);
        assert_eq!(affinity(F::Socialist, F::Socialist, 0.0), 1.0);
        for (a, b) in [(F::Socialist, F::CapitalistCore), (F::NationalBourgeois, F::MilitaryRight)] {
            assert_eq!(affinity(a, b, 0.7), affinity(b, a, 0.7));
            assert!(affinity(a, b, 0.0) < 1.0);
        }
    }

    #[test]
    fn the_correlation_is_a_mirror() {
        let one = Camp { product: 3.0, strength: 1.0, people: 2.0, ..Camp::default() };
        let two = Camp { product: 1.0, strength: 2.0, people: 2.0, ..Camp::default() };
        let ((a, _), (b, _)) = (correlation(&one, &two, &RULES), correlation(&two, &one, &RULES));
        assert!((a + b - 1.0).abs() < 1e-12);
        assert_eq!(correlation(&one, &one, &RULES).0, 0.5);
    }

    #[test]
    fn estimates_follow_the_truth_with_bias_and_never_fall_below_nothing() {
        let mut seen = 0.0;
        for _ in 0..20 {
            seen = estimate(seen, 100.0, 0.2, 0.0, &RULES);
        }
        assert!((seen - 120.0).abs() < 0.01);
        assert_eq!(estimate(0.0, 10.0, 0.0, -8.0, &RULES), 0.0);
    }

    #[test]
    fn need_and_risk_stay_in_range() {
        assert!(need(300.0, -0.5, 0.1, true, &RULES, &mut NoTerms) <= 1.0);
        assert!(need(30_000.0, 0.1, 1.4, false, &RULES, &mut NoTerms) < 0.1);
        assert!(war_risk(0.9, 0.7, 1.0, &RULES) <= 1.0);
        assert!(war_risk(0.2, 0.2, 0.0, &RULES) < 0.1);
    }
}
