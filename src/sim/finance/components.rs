//! Components and resources that finance owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Money, PolityId};
use crate::content::vocabulary::FormOfRule;

/// A line of the budget that a government sets as a share of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BudgetLine {
    /// What is raised.
    Taxes,
    /// What is invested in the country, by all.
    Investment,
    /// Welfare, schools, health.
    Welfare,
    /// Armed forces.
    Forces,
}

/// The budget of a country.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Budget {
    /// Shares of the product (0–1) in the order of [`BudgetLine`].
    pub(in crate::sim) shares: [f64; 4],
    /// Raised this month.
    pub(in crate::sim) revenue: Money,
    /// Spent this month.
    pub(in crate::sim) spending: Money,
    /// Balance of the last twelve months as a share of the product, smoothed (negative = deficit).
    pub(in crate::sim) balance: f64,
    /// Reserves in months of imports.
    pub(in crate::sim) reserve_months: f64,
    /// Debt owed abroad as a share of the yearly product.
    pub(in crate::sim) debt: f64,
    /// Share of investment that goes through the budget (0–1).
    pub(in crate::sim) state_part: f64,
    /// Worth of the goods that the forces used up this month.
    pub(in crate::sim) forces_spent: Money,
    /// Worth of arms received as help this month.
    pub(in crate::sim) arms_received: Money,
    /// Worth of goods received as help less goods given, a month, smoothed.
    pub(in crate::sim) aid: f64,
    /// Inflation by money issued, a year, smoothed (0.05 = 5 %).
    pub(in crate::sim) inflation: f64,
    /// The form of rule to which the lines are being brought, or were.
    pub(in crate::sim) form: Option<FormOfRule>,
    /// Months left of that.
    pub(in crate::sim) transition: u32,
}

impl Budget {
    /// The share of the product set for a line.
    pub fn share(&self, line: BudgetLine) -> f64 {
        self.shares[line as usize]
    }
    /// Raised this month.
    pub fn revenue(&self) -> Money {
        self.revenue
    }
    /// Spent this month.
    pub fn spending(&self) -> Money {
        self.spending
    }
    /// Balance as a share of the product, smoothed.
    pub fn balance(&self) -> f64 {
        self.balance
    }
    /// Reserves in months of imports.
    pub fn reserve_months(&self) -> f64 {
        self.reserve_months
    }
    /// Debt owed abroad as a share of the yearly product.
    pub fn debt(&self) -> f64 {
        self.debt
    }
    /// Worth of the goods that the forces used up this month.
    pub fn forces_spent(&self) -> Money {
        self.forces_spent
    }
    /// Worth of arms received as help this month.
    pub fn arms_received(&self) -> Money {
        self.arms_received
    }
    /// Worth of goods received as help less goods given, a month, smoothed.
    pub fn aid_balance(&self) -> f64 {
        self.aid
    }
    /// Inflation by money issued, a year, smoothed (0.05 = 5 %).
    pub fn inflation(&self) -> f64 {
        self.inflation
    }
}

/// Who lent, and in which money a debt is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DebtKind {
    /// Lent by a state, paid in hard currency.
    #[default]
    Official,
    /// Lent by a planner to a planner, paid in clearing.
    Clearing,
    /// Lent by banks, paid in hard currency at a rate that floats.
    Private,
}

/// One debt between two countries.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Debt {
    /// To whom it is owed.
    pub creditor: PolityId,
    /// Who owes it.
    pub debtor: PolityId,
    /// What is still owed.
    pub principal: Money,
    /// Yearly interest (0–0.15).
    pub interest: f64,
    /// Months left.
    pub months_left: u32,
    /// Months in arrears.
    pub arrears: u32,
    /// Who lent, and in which money it is paid.
    pub kind: DebtKind,
    /// Interest above that of the key currency, where it floats.
    pub spread: f64,
}

/// All debts between countries.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Debts {
    pub(in crate::sim) list: Vec<Debt>,
}

impl Debts {
    /// All debts.
    pub fn list(&self) -> &[Debt] {
        &self.list
    }
    /// What one country owes to another.
    pub fn owed(&self, debtor: PolityId, creditor: PolityId) -> Money {
        let between = |debt: &&Debt| debt.debtor == debtor && debt.creditor == creditor;
        self.list.iter().filter(between).map(|debt| debt.principal).sum()
    }
    /// All that one country owes abroad.
    pub fn owed_by(&self, debtor: PolityId) -> Money {
        self.list.iter().filter(|debt| debt.debtor == debtor).map(|debt| debt.principal).sum()
    }
}
