//! Monetary gold: who holds it, and the month's movements by name. Counted in its worth at the official price of the
//! start (thousands of 2011 dollars), so that a quantum of gold redeems a quantum of notes.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{Id, Money, PolityId};

/// Where gold lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vault {
    /// The vaults of a state.
    State(PolityId),
    /// Private hoards, jewellery and industry of the world, taken together.
    Hoards,
    /// In the ground. What leaves it is dug.
    Mines,
}

/// A named reason for a movement of gold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoldFlow {
    /// Held when the campaign began.
    Opening,
    /// Dug and taken into vaults.
    Dug,
    /// Handed out by the issuer of the key currency for its notes.
    Converted,
    /// Sold by a state that needs means of payment.
    Sold,
    /// Bought by private hands that doubt the notes.
    Hoarded,
}

impl GoldFlow {
    /// All flows.
    pub const ALL: [GoldFlow; 5] = [Self::Opening, Self::Dug, Self::Converted, Self::Sold, Self::Hoarded];
}

/// One vault's page: net flows by name, gold in positive.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
struct Page {
    opening: Money,
    balance: Money,
    flows: [Money; GoldFlow::ALL.len()],
}

/// All vaults.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GoldBook {
    pages: Vec<Page>,
}

impl GoldBook {
    pub(super) fn open(polities: usize) -> Self {
        Self { pages: vec![Page::default(); polities + 2] }
    }

    pub(super) fn turn_the_page(&mut self) {
        for page in &mut self.pages {
            page.opening = page.balance;
            page.flows = Default::default();
        }
    }

    fn row(&self, vault: Vault) -> usize {
        match vault {
            Vault::State(polity) => polity.index(),
            Vault::Hoards => self.pages.len() - 2,
            Vault::Mines => self.pages.len() - 1,
        }
    }

    /// What lies in a vault, at the official price of the start; what has been dug stands negative under the mines.
    pub fn held(&self, vault: Vault) -> Money {
        self.pages[self.row(vault)].balance
    }

    /// This month's net flow under one name; gold in is positive.
    pub fn flow(&self, vault: Vault, flow: GoldFlow) -> Money {
        self.pages[self.row(vault)].flows[flow as usize]
    }

    /// Moves gold under a name and returns how much went: never more than there is, but for what is dug.
    pub(in crate::sim) fn transfer(
        &mut self,
        from: Vault,
        to: Vault,
        flow: GoldFlow,
        amount: Money,
    ) -> Money {
        let amount = match from {
            Vault::Mines => amount.positive(),
            _ => Money(amount.0.clamp(0, self.held(from).0.max(0))),
        };
        let (from, to) = (self.row(from), self.row(to));
        self.pages[from].balance -= amount;
        self.pages[from].flows[flow as usize] -= amount;
        self.pages[to].balance += amount;
        self.pages[to].flows[flow as usize] += amount;
        amount
    }

    /// Whether every page closes, no vault is overdrawn, and what lies in vaults and hoards is what was dug.
    pub fn closes(&self) -> bool {
        let mines = self.row(Vault::Mines);
        let sum: Money = self.pages.iter().map(|page| page.balance).sum();
        let page_closes =
            |page: &Page| page.opening + page.flows.iter().copied().sum::<Money>() == page.balance;
        let above_ground = |(row, page): (usize, &Page)| row == mines || page.balance >= Money::ZERO;
        sum == Money::ZERO
            && self.pages.iter().all(page_closes)
            && self.pages.iter().enumerate().all(above_ground)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_only_moves_and_no_vault_is_overdrawn() {
        let (one, other) = (Vault::State(PolityId(0)), Vault::State(PolityId(1)));
        let mut book = GoldBook::open(2);
        book.transfer(Vault::Mines, one, GoldFlow::Opening, Money(100));
        assert_eq!(book.transfer(one, other, GoldFlow::Converted, Money(130)), Money(100));
        assert_eq!(book.transfer(one, Vault::Hoards, GoldFlow::Hoarded, Money(5)), Money::ZERO);
        assert_eq!(book.flow(other, GoldFlow::Converted), Money(100));
        assert!(book.closes());
        book.turn_the_page();
        assert!(book.closes() && book.held(other) == Money(100));
    }
}
