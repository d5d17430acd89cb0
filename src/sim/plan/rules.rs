//! Rules of planning: pure functions. Source: DESIGN §5.

use crate::base::{GoodId, math};
use crate::sim::economy::Roles;
use crate::sim::population::PerGood;

use super::parameters::PlanRules;

/// The mix of investment that strain asks for: each sector's capital, weighted by how hard demand presses on it;
/// planners put more into means of production. Sums to 1.
pub(in crate::sim) fn wanted_mix(
    rules: &PlanRules,
    roles: &Roles,
    capital: &PerGood<f64>,
    strain: &PerGood<f64>,
    planned: f64,
) -> PerGood<f64> {
    let mut weights = PerGood::default();
    for good in roles.goods() {
        let pressed = math::pow(strain[good].max(0.05), rules.mix_response);
        let heavy = if roles.investment[good] > 0.0 && roles.industry[good] {
            1.0 + rules.heavy_priority * planned
        } else {
            1.0
        };
        weights[good] = capital[good] * pressed * heavy;
    }
    crate::sim::economy::rules::normalised(&weights, roles)
}

/// The target of a sector: what it could make, and a little more.
pub(in crate::sim) fn target(rules: &PlanRules, potential: f64, planned: f64) -> f64 {
    potential * (1.0 + rules.tautness * planned)
}

/// How much reports exceed the truth (0–0.5): more the more is planned and the stiffer the apparatus.
pub(in crate::sim) fn padding(rules: &PlanRules, planned: f64, ossification: f64) -> f64 {
    (rules.padding_slope * planned * ossification).clamp(0.0, 0.5)
}

/// Moves `by` points of the mix to one sector, taken from the others in proportion; stays a mix.
pub(in crate::sim) fn shift(mix: &mut PerGood<f64>, roles: &Roles, to: GoodId, by: f64) {
    let before = mix[to];
    let after = (before + by).clamp(0.0, 0.95);
    let others = 1.0 - before;
    for good in roles.goods() {
        mix[good] = if good == to { after } else { mix[good] * math::ratio_or(1.0 - after, others, 0.0) };
    }
    *mix = crate::sim::economy::rules::normalised(mix, roles);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;
    use crate::sim::economy::testing;

    #[test]
    fn mixes_sum_to_one_and_follow_strain_and_priority() {
        let (roles, rules) = (testing::roles(), testing::rules().2);
        let capital = PerGood::filled(10.0);
        let mut strain = PerGood::filled(1.0);
        strain[roles.food] = 1.5;
        let market = wanted_mix(&rules, &roles, &capital, &strain, 0.0);
        let sum = |mix: &PerGood<f64>| mix.as_slice().iter().sum::<f64>();
        assert!((sum(&market) - 1.0).abs() < 1e-12);
        assert!(roles.goods().all(|good| market[roles.food] >= market[good]));
        let machines = roles.goods().find(|&good| roles.industry[good] && roles.investment[good] > 0.0);
        let machines = machines.expect("the goods table has capital goods");
        let even = PerGood::filled(1.0);
        let planned = wanted_mix(&rules, &roles, &capital, &even, 1.0);
        assert!(planned[machines] > wanted_mix(&rules, &roles, &capital, &even, 0.0)[machines]);
        let mut mix = market;
        shift(&mut mix, &roles, GoodId::from_index(1), 0.2);
        assert!((sum(&mix) - 1.0).abs() < 1e-12 && (mix[GoodId(1)] - market[GoodId(1)] - 0.2).abs() < 1e-9);
    }

    #[test]
    fn stiff_planners_pad_and_markets_do_not() {
        let rules = testing::rules().2;
        assert_eq!(padding(&rules, 0.0, 1.0), 0.0);
        assert!(padding(&rules, 0.9, 0.8) > padding(&rules, 0.9, 0.2));
        assert!(target(&rules, 100.0, 1.0) > 100.0);
    }
}
