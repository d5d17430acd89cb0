//! Money: accounts, and the month's transfers between them by name.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Id, Money, MovementId, PolityId};

/// An account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// The budget of a state.
    State(PolityId),
    /// Households and enterprises of a country, taken together.
    Private(PolityId),
    /// Gold and foreign currency of a country.
    Reserves(PolityId),
    /// The chest of a movement.
    Chest(MovementId),
    /// Outside the books: the mint and the goldfields. What leaves it is created, what enters it is destroyed.
    Mint,
}

/// A named reason for a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MoneyFlow {
    /// Taxes, levies and profits paid to the budget.
    Taxes,
    /// Welfare, schools, health.
    Welfare,
    /// Administration.
    Administration,
    /// Armed forces.
    Forces,
    /// Investment out of the budget.
    Investment,
    /// Repression.
    Repression,
    /// Help given and received.
    Aid,
    /// Principal of a credit.
    Credit,
    /// Interest.
    Interest,
    /// Repayment.
    Repayment,
    /// Payment for goods across borders.
    Trade,
    /// Profits taken home by foreign owners.
    Profits,
    /// Help to a movement.
    Movement,
    /// Own means of a movement: dues, levies.
    Dues,
    /// Money created to cover a deficit, or destroyed.
    Issue,
    /// Exchange between reserves and home money.
    Exchange,
    /// What an account held when the campaign began.
    Opening,
    /// Capital brought in by foreign owners, or paid for state enterprises.
    Capital,
    /// Notes of the key currency, issued for a deficit or come home.
    Notes,
    /// Gold dug, or sold into private hands.
    Gold,
    /// Spending of forces abroad.
    Garrisons,
    /// Reparations paid and received.
    Reparations,
    /// Benefits to those out of work.
    Benefits,
}

impl MoneyFlow {
    /// All flows.
    pub const ALL: [MoneyFlow; 23] = [
        Self::Taxes,
        Self::Welfare,
        Self::Administration,
        Self::Forces,
        Self::Investment,
        Self::Repression,
        Self::Aid,
        Self::Credit,
        Self::Interest,
        Self::Repayment,
        Self::Trade,
        Self::Profits,
        Self::Movement,
        Self::Dues,
        Self::Issue,
        Self::Exchange,
        Self::Opening,
        Self::Capital,
        Self::Notes,
        Self::Gold,
        Self::Garrisons,
        Self::Reparations,
        Self::Benefits,
    ];
}

/// One account's page: net flows by name, money in positive.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
struct Page {
    opening: Money,
    balance: Money,
    flows: [Money; MoneyFlow::ALL.len()],
}

/// All accounts.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MoneyBook {
    polities: usize,
    pages: Vec<Page>,
}

impl MoneyBook {
    pub(super) fn open(polities: usize, movements: usize) -> Self {
        Self { polities, pages: vec![Page::default(); 3 * polities + movements + 1] }
    }

    pub(super) fn turn_the_page(&mut self) {
        for page in &mut self.pages {
            page.opening = page.balance;
            page.flows = Default::default();
        }
    }

    fn row(&self, account: Account) -> usize {
        match account {
            Account::State(polity) => polity.index(),
            Account::Private(polity) => self.polities + polity.index(),
            Account::Reserves(polity) => 2 * self.polities + polity.index(),
            Account::Chest(movement) => 3 * self.polities + movement.index(),
            Account::Mint => self.pages.len() - 1,
        }
    }

    /// What an account holds now; a debt to the own mint shows as a negative balance.
    pub fn balance(&self, account: Account) -> Money {
        self.pages[self.row(account)].balance
    }

    /// What it held when the month began.
    pub fn opening(&self, account: Account) -> Money {
        self.pages[self.row(account)].opening
    }

    /// This month's net flow under one name; money in is positive.
    pub fn flow(&self, account: Account, flow: MoneyFlow) -> Money {
        self.pages[self.row(account)].flows[flow as usize]
    }

    /// Moves money from one account to another under a name. Both sides are booked together, so that the sum over all
    /// accounts never changes.
    pub(in crate::sim) fn transfer(&mut self, from: Account, to: Account, flow: MoneyFlow, amount: Money) {
        let (from, to) = (self.row(from), self.row(to));
        self.pages[from].balance -= amount;
        self.pages[from].flows[flow as usize] -= amount;
        self.pages[to].balance += amount;
        self.pages[to].flows[flow as usize] += amount;
    }

    /// Settles what many owe each other under one name: each account gets or pays its balance. The balances sum to nothing.
    pub(in crate::sim) fn clear(
        &mut self,
        flow: MoneyFlow,
        balances: impl Iterator<Item = (Account, Money)>,
    ) {
        let mut sum = Money::ZERO;
        for (account, balance) in balances {
            let row = self.row(account);
            self.pages[row].balance += balance;
            self.pages[row].flows[flow as usize] += balance;
            sum += balance;
        }
        debug_assert_eq!(sum, Money::ZERO, "what one gets another pays");
    }

    /// The sum over all accounts, the mint included: always zero.
    pub fn sum(&self) -> Money {
        self.pages.iter().map(|page| page.balance).sum()
    }

    /// Whether every page closes and the sum over all accounts is zero.
    pub fn closes(&self) -> bool {
        self.sum() == Money::ZERO
            && self.pages.iter().all(|page| page.opening + page.flows.iter().copied().sum() == page.balance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_only_moves() {
        let mut book = MoneyBook::open(1, 1);
        book.transfer(Account::Mint, Account::Private(PolityId(0)), MoneyFlow::Opening, Money(100));
        book.transfer(
            Account::Private(PolityId(0)),
            Account::State(PolityId(0)),
            MoneyFlow::Taxes,
            Money(30),
        );
        assert_eq!(book.balance(Account::State(PolityId(0))), Money(30));
        assert_eq!(book.flow(Account::Private(PolityId(0)), MoneyFlow::Taxes), Money(-30));
        assert!(book.closes());
        let owed = [(Account::Reserves(PolityId(0)), Money(-5)), (Account::State(PolityId(0)), Money(5))];
        book.clear(MoneyFlow::Trade, owed.into_iter());
        assert_eq!(book.balance(Account::State(PolityId(0))), Money(35));
        assert!(book.closes());
        book.turn_the_page();
        assert!(book.closes());
    }
}
