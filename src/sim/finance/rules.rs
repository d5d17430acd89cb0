//! Rules of finance: pure functions. Source: DESIGN §5.

use crate::base::math;

use super::parameters::FinanceRules;

/// Share of the product that administration takes (0–0.2): less where little is raised.
pub(in crate::sim) fn administration(rules: &FinanceRules, taxes: f64) -> f64 {
    rules.administration.min(rules.administration_limit * taxes.max(0.0))
}

/// Share of investment that goes through the budget at the start: what taxes leave, up to what planners or market
/// states carry. `shares`: taxes, investment, welfare, forces.
pub(in crate::sim) fn state_part(rules: &FinanceRules, shares: &[f64; 4], planned: f64) -> f64 {
    let [taxes, investment, welfare, forces] = *shares;
    let left = taxes - welfare - forces - administration(rules, taxes);
    math::ratio_or(left, investment, 0.0).clamp(0.0, math::lerp(rules.state_investment, 1.0, planned))
}

/// How a deficit is covered: `(borrowed at home, issued)`. `depth` is that of the capital market (0–1).
pub(in crate::sim) fn cover(rules: &FinanceRules, deficit: f64, depth: f64) -> (f64, f64) {
    let borrowed = deficit * rules.borrowed_at_home * depth.clamp(0.0, 1.0);
    (borrowed, deficit - borrowed)
}

/// A month's service of a debt: `(interest, repayment)`.
pub(in crate::sim) fn service(principal: f64, interest: f64, months_left: u32) -> (f64, f64) {
    (principal * interest / 12.0, principal / f64::from(months_left.max(1)))
}

/// What a debtor is able to pay abroad this month: a share of its earnings, and something out of its reserves.
pub(in crate::sim) fn able_to_pay(rules: &FinanceRules, earned: f64, reserves: f64) -> f64 {
    (rules.service_limit * (earned + reserves.max(0.0) / 12.0)).min(reserves.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::economy::testing;

    #[test]
    fn budgets_add_up() {
        let rules = testing::rules().3;
        let shares = [0.45, 0.24, 0.09, 0.1];
        let part = state_part(&rules, &shares, 0.95);
        let spent = shares[1] * part + shares[2] + shares[3] + administration(&rules, shares[0]);
        assert!(spent <= shares[0] + 1e-9);
        assert_eq!(state_part(&rules, &[0.05, 0.2, 0.05, 0.05], 0.0), 0.0);
        let (borrowed, issued) = cover(&rules, 100.0, 0.5);
        assert!((borrowed + issued - 100.0).abs() < 1e-9 && borrowed > 0.0);
    }

    #[test]
    fn debts_are_paid_off_and_not_beyond_means() {
        let rules = testing::rules().3;
        let (interest, repayment) = service(1200.0, 0.06, 12);
        assert!((interest - 6.0).abs() < 1e-9 && (repayment - 100.0).abs() < 1e-9);
        assert!(able_to_pay(&rules, 100.0, 10.0) <= 10.0);
        assert_eq!(able_to_pay(&rules, 100.0, -5.0), 0.0);
    }
}
