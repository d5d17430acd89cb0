//! Goods by polity: stocks and the month's flows.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Goods, Id, PolityId};

/// A named flow of goods in or out of a polity's stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoodsFlow {
    /// Made this month.
    Output,
    /// Brought in from abroad and paid for, or owed.
    Imports,
    /// Received as help or reparations.
    AidIn,
    /// In the stock when the campaign began.
    OpeningStock,
    /// Used up in making other goods.
    Inputs,
    /// Used up by households.
    Consumption,
    /// Built into capital.
    Investment,
    /// Used up by public services and administration.
    Public,
    /// Used up by armed forces.
    Forces,
    /// Sold abroad.
    Exports,
    /// Given as help or reparations.
    AidOut,
    /// Lost to spoilage or destroyed.
    Losses,
}

impl GoodsFlow {
    /// All flows; the first four come in, the others go out.
    pub const ALL: [GoodsFlow; 12] = [
        Self::Output,
        Self::Imports,
        Self::AidIn,
        Self::OpeningStock,
        Self::Inputs,
        Self::Consumption,
        Self::Investment,
        Self::Public,
        Self::Forces,
        Self::Exports,
        Self::AidOut,
        Self::Losses,
    ];

    /// Whether the flow adds to the stock.
    pub const fn comes_in(self) -> bool {
        matches!(self, Self::Output | Self::Imports | Self::AidIn | Self::OpeningStock)
    }
}

/// One polity's page for one good.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
struct Page {
    opening: Goods,
    stock: Goods,
    flows: [Goods; GoodsFlow::ALL.len()],
}

/// Goods by polity and good.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GoodsBook {
    goods: usize,
    pages: Vec<Page>,
}

impl GoodsBook {
    pub(super) fn open(polities: usize, goods: usize) -> Self {
        Self { goods, pages: vec![Page::default(); polities * goods] }
    }

    pub(super) fn turn_the_page(&mut self) {
        for page in &mut self.pages {
            page.opening = page.stock;
            page.flows = Default::default();
        }
    }

    fn page(&self, polity: PolityId, good: GoodId) -> &Page {
        &self.pages[polity.index() * self.goods + good.index()]
    }

    /// What a polity has of a good now.
    pub fn stock(&self, polity: PolityId, good: GoodId) -> Goods {
        self.page(polity, good).stock
    }

    /// What it had when the month began.
    pub fn opening(&self, polity: PolityId, good: GoodId) -> Goods {
        self.page(polity, good).opening
    }

    /// This month's flow so far, as a positive amount.
    pub fn flow(&self, polity: PolityId, good: GoodId, flow: GoodsFlow) -> Goods {
        self.page(polity, good).flows[flow as usize]
    }

    /// Books a flow and returns what was booked: an outflow takes at most the stock, negative amounts nothing.
    pub(in crate::sim) fn book(
        &mut self,
        polity: PolityId,
        good: GoodId,
        flow: GoodsFlow,
        amount: Goods,
    ) -> Goods {
        let page = &mut self.pages[polity.index() * self.goods + good.index()];
        let amount = amount.positive();
        let booked = if flow.comes_in() { amount } else { Goods(amount.0.min(page.stock.0)) };
        page.stock += if flow.comes_in() { booked } else { -booked };
        page.flows[flow as usize] += booked;
        booked
    }

    /// Moves a good across a border, out of one stock into another, and returns how much went.
    pub(in crate::sim) fn ship(
        &mut self,
        from: PolityId,
        to: PolityId,
        good: GoodId,
        amount: Goods,
        aid: bool,
    ) -> Goods {
        let (out, in_) = if aid {
            (GoodsFlow::AidOut, GoodsFlow::AidIn)
        } else {
            (GoodsFlow::Exports, GoodsFlow::Imports)
        };
        let shipped = self.book(from, good, out, amount);
        self.book(to, good, in_, shipped)
    }

    /// The first page that does not close, if any: opening + inflows − outflows must equal the stock, and no stock
    /// may be negative.
    pub fn first_fault(&self) -> Option<(PolityId, GoodId)> {
        let fault = self.pages.iter().position(|page| {
            let balance: Goods = GoodsFlow::ALL
                .iter()
                .map(
                    |&flow| {
                        if flow.comes_in() { page.flows[flow as usize] } else { -page.flows[flow as usize] }
                    },
                )
                .sum();
            page.opening + balance != page.stock || page.stock < Goods::ZERO
        })?;
        Some((PolityId::from_index(fault / self.goods), GoodId::from_index(fault % self.goods)))
    }

    /// The world's sum of a flow of a good this month.
    pub fn world(&self, good: GoodId, flow: GoodsFlow) -> Goods {
        self.pages
            .iter()
            .skip(good.index())
            .step_by(self.goods.max(1))
            .map(|page| page.flows[flow as usize])
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_close_and_stocks_never_go_below_nothing() {
        let (one, other, good) = (PolityId(0), PolityId(1), GoodId(0));
        let mut book = GoodsBook::open(2, 1);
        book.book(one, good, GoodsFlow::Output, Goods(10));
        assert_eq!(book.ship(one, other, good, Goods(25), false), Goods(10));
        assert_eq!(book.stock(one, good), Goods(0));
        assert_eq!(book.world(good, GoodsFlow::Exports), book.world(good, GoodsFlow::Imports));
        assert_eq!(book.first_fault(), None);
        book.turn_the_page();
        assert_eq!(book.opening(other, good), Goods(10));
        assert_eq!(book.book(other, good, GoodsFlow::Losses, Goods(-5)), Goods(0));
    }
}
