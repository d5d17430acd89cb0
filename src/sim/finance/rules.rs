//! Rules of finance: pure functions. Source: DESIGN §5.

use crate::base::math;
use crate::sim::terms::Terms;

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

/// What a planner is able to pay in clearing this month: a share of what it earns there, inside the swing that its
/// partners allow.
pub(in crate::sim) fn able_to_clear(
    rules: &FinanceRules,
    earned: f64,
    balance: f64,
    swing_months: f64,
) -> f64 {
    (rules.service_limit * earned).min(balance + swing_months * earned).max(0.0)
}

impl FinanceRules {
    /// Months over which a gap in reserves is closed. What is short is short; under fixed rates (`open`) what is in
    /// excess of `target` months is hoarded, and spent the slower the more reluctant those in surplus are.
    pub(in crate::sim) fn spending_months(&self, earned: f64, reserves: f64, target: f64, open: bool) -> f64 {
        if open && reserves > earned * target {
            self.reserve_adjust_months / self.reluctance.max(0.02)
        } else {
            self.reserve_adjust_months
        }
    }

    /// How fast rates of exchange move, over the usual: where one state's notes are the world's money, those in surplus
    /// (`full`) are slow to let theirs rise while the window is open, and all are faster once it is shut.
    pub(in crate::sim) fn rate_pace(&self, key: bool, open: bool, full: bool) -> f64 {
        match (key, open) {
            (true, true) if full => self.reluctance,
            (true, false) => self.float_factor,
            _ => 1.0,
        }
    }
}

/// Gold over notes held abroad (0–20).
pub(in crate::sim) fn coverage(gold: f64, claims: f64) -> f64 {
    math::ratio_or(gold.max(0.0), claims, 20.0).min(20.0)
}

/// Private doubt (0–1) that notes can be turned into gold.
pub(in crate::sim) fn doubt(rules: &FinanceRules, coverage: f64) -> f64 {
    ((rules.doubt_from - coverage) / rules.doubt_from.max(0.05)).clamp(0.0, 1.0)
}

/// Inflation (−0.02 … 0.2 a year) of money that no gold backs, at a yearly growth of what is held abroad.
pub(in crate::sim) fn loose_money(rules: &FinanceRules, growth: f64) -> f64 {
    (rules.loose_money * (growth - rules.usual_growth)).clamp(-0.02, 0.2)
}

/// By how much a country's money loses its worth abroad (0–0.6) when its reserves are gone.
pub(in crate::sim) fn devaluation(rules: &FinanceRules, reserve_months: f64) -> f64 {
    let gone = (1.0 - math::ratio_or(reserve_months, rules.crisis_floor, 1.0)).clamp(0.0, 1.0);
    (rules.devaluation * (1.0 + gone)).clamp(0.0, 0.6)
}

/// A borrower as banks see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Borrower {
    /// Growth of the product over twelve months.
    pub growth: f64,
    /// Reserves in months of imports.
    pub reserve_months: f64,
    /// Owed abroad, in years of export earnings.
    pub owed: f64,
    /// Longest arrears, in months.
    pub arrears: u32,
    /// Whether it has lately defaulted or suspended payments.
    pub shunned: bool,
}

/// How safe a borrower looks (0–1), in terms.
pub(in crate::sim) fn safety(rules: &FinanceRules, borrower: &Borrower, terms: &mut impl Terms) -> f64 {
    if borrower.shunned || borrower.arrears > 0 {
        return 0.0;
    }
    let usual = terms.add("debt.usual", 0.5);
    let growth = terms.add("debt.growth", 4.0 * borrower.growth.clamp(-0.1, 0.1));
    let reserves = terms.add("debt.reserves", 0.08 * (borrower.reserve_months - 3.0).clamp(-3.0, 3.0));
    let owed = terms.add("debt.owed", -0.5 * borrower.owed / rules.debt_limit.max(0.1));
    let room = borrower.owed < rules.debt_limit;
    if room { (usual + growth + reserves + owed).clamp(0.0, 1.0) } else { 0.0 }
}

/// How much a country wants machines on credit (0–1): more, the further it lies behind the technical frontier.
pub(in crate::sim) fn appetite(technology: f64) -> f64 {
    (1.1 - technology).clamp(0.05, 1.0)
}

/// How far banks of one country deal with another (0–1): not under tension, and with planners (`planned` > 0) only when
/// there is little of it.
pub(in crate::sim) fn welcome(rules: &FinanceRules, tension: f64, planned: f64) -> f64 {
    let bearable = math::lerp(0.8, rules.bearable_tension, planned.clamp(0.0, 1.0));
    (1.0 - tension / bearable.max(0.05)).clamp(0.0, 1.0)
}

/// Interest above that of the key currency, a year: more for those who look less safe.
pub(in crate::sim) fn spread(rules: &FinanceRules, safety: f64) -> f64 {
    rules.spread * (0.5 + 1.5 * (1.0 - safety.clamp(0.0, 1.0)))
}

/// Real interest of a private debt (−0.05 … the ceiling): that of the key currency, and the spread.
pub(in crate::sim) fn floating(rules: &FinanceRules, key: f64, spread: f64) -> f64 {
    (key + spread).clamp(-0.05, rules.interest_ceiling)
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

    #[test]
    fn doubt_and_loose_money_follow_what_stands_behind_the_notes() {
        let rules = testing::rules().3;
        let months = |reserves, open| rules.spending_months(1.0, reserves, 4.0, open);
        assert!(months(100.0, true) > months(1.0, true) && months(100.0, false) == months(1.0, false));
        assert!(rules.rate_pace(true, false, false) > rules.rate_pace(true, true, true));
        assert_eq!(coverage(100.0, 0.0), 20.0);
        assert_eq!(doubt(&rules, 10.0), 0.0);
        assert!(doubt(&rules, 0.3) > doubt(&rules, 0.6));
        assert!(loose_money(&rules, 0.3) > 0.0 && loose_money(&rules, 0.3) <= 0.2);
        assert!(devaluation(&rules, 0.1) > devaluation(&rules, rules.crisis_floor));
    }

    #[test]
    fn banks_lend_to_those_who_look_safe() {
        let rules = testing::rules().3;
        let good = Borrower { growth: 0.05, reserve_months: 5.0, owed: 0.2, arrears: 0, shunned: false };
        let safe = |borrower: &Borrower| safety(&rules, borrower, &mut crate::sim::terms::NoTerms);
        assert!(safe(&good) > 0.5);
        assert!(safe(&Borrower { owed: 1.0, ..good }) < safe(&good));
        assert_eq!(safe(&Borrower { owed: 10.0, ..good }), 0.0);
        assert_eq!(safe(&Borrower { arrears: 1, ..good }), 0.0);
        assert_eq!(safe(&Borrower { shunned: true, ..good }), 0.0);
        assert!(spread(&rules, 0.9) < spread(&rules, 0.2));
        assert!(welcome(&rules, 0.1, 1.0) > 0.0 && welcome(&rules, 0.75, 1.0) == 0.0);
        assert!(floating(&rules, -0.2, 0.02) >= -0.05);
        assert_eq!(able_to_clear(&rules, 100.0, -1000.0, 3.0), 0.0);
    }
}
