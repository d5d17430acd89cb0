//! Numbers of a market with their terms, for views: the same rules that made them in the month.

use crate::sim::economy::components::Accounts;
use crate::sim::economy::parameters::EconomyRules;
use crate::sim::finance::{Budget, KeyCurrency};
use crate::sim::plan::Plan;
use crate::sim::terms::{NoTerms, Terms};

use super::components::Market;
use super::parameters::MarketRules;
use super::rules::{self, Pressure};

impl Market {
    /// Inflation, a year, in terms.
    pub fn explain_inflation(
        &self,
        rules: &MarketRules,
        of: (&Accounts, &Plan, &Budget),
        key: &KeyCurrency,
        terms: &mut impl Terms,
    ) -> f64 {
        let (accounts, plan, budget) = of;
        let free = 1.0 - plan.planned();
        let pressure = Pressure {
            expected: self.expected,
            slack: (accounts.unemployment() - self.usual_unemployment) * free,
            stance: self.stance * free,
            world: key.world_inflation() * free,
            issue: budget.inflation(),
        };
        rules::inflation(rules, pressure, terms)
    }

    /// Interest on short credit, a year, in terms.
    pub fn explain_interest(&self, rules: &MarketRules, terms: &mut impl Terms) -> f64 {
        rules::interest(rules, self.expected, self.stance, terms)
    }

    /// Debt service over profit, in terms.
    pub fn explain_service(
        &self,
        economy: &EconomyRules,
        rules: &MarketRules,
        accounts: &Accounts,
        terms: &mut impl Terms,
    ) -> f64 {
        let share = self.explain_profit_share(economy, accounts, &mut NoTerms);
        rules::service(rules, self.credit, self.interest, share, terms)
    }

    /// Share of profit in the product, in terms.
    pub fn explain_profit_share(
        &self,
        economy: &EconomyRules,
        accounts: &Accounts,
        terms: &mut impl Terms,
    ) -> f64 {
        rules::profit_share(economy, accounts.markup, accounts.wage_push, terms)
    }
}
