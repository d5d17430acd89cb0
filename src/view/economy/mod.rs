//! The economy of a state for its panel: one page at a time, so that only what is looked at is worked out.

mod community;
mod money;
mod plan;
mod prices;
mod property;

pub use community::{CommunityPage, DeliverySide, Door, MemberRow, ObligationRow, Union, WorkRow};
pub use money::{DebtLine, MoneyPage};
pub use plan::PlanPage;
pub use prices::{PriceLine, PriceRecord, PricesPage};
pub use property::SectorProperty;

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::plan::Ambition;

use super::balance::{BalanceView, balance_view};
use super::trade::{TradeView, trade_view};
use super::words::text;

/// Pages of the economy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EconomyTab {
    /// Each good from opening to closing stock.
    #[default]
    Balance,
    /// The plan: targets, reports, truth, and the next one.
    Plan,
    /// Who owns what.
    Property,
    /// Prices at home and abroad over time.
    Prices,
    /// Partners, terms, restrictions.
    Trade,
    /// What states plan, deliver and build together.
    Community,
    /// Budget, gold, credit, debts.
    Money,
}

impl EconomyTab {
    /// All, in order.
    pub const ALL: [EconomyTab; 7] =
        [Self::Balance, Self::Plan, Self::Property, Self::Prices, Self::Trade, Self::Community, Self::Money];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Balance => text!("ec.balance"),
            Self::Plan => text!("ec.plan"),
            Self::Property => text!("ec.property"),
            Self::Prices => text!("ec.prices"),
            Self::Trade => text!("ec.trade"),
            Self::Community => text!("ec.community"),
            Self::Money => text!("ec.money"),
        }
    }
}

/// The economy of a state, opened at one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EconomyView {
    /// Whose; `None` if nobody is looked at.
    pub id: Option<PolityId>,
    /// Its name.
    pub name: String,
    /// The page.
    pub page: EconomyPage,
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum EconomyPage {
    /// Nothing to show.
    #[default]
    Nothing,
    /// Balances by good and by account.
    Balance(Box<BalanceView>),
    /// The plan.
    Plan(Box<PlanPage>),
    /// Property by sector.
    Property(Vec<SectorProperty>),
    /// Prices over time.
    Prices(Box<PricesPage>),
    /// Trade.
    Trade(Box<TradeView>),
    /// Communities of planners and of markets.
    Community(Box<CommunityPage>),
    /// Money and debts.
    Money(Box<MoneyPage>),
}

/// The economy of a state at one page; `draft` is the plan being drawn up, if the player has begun one, and `prices`
/// what has been noted of prices so far.
pub fn economy_view(
    sim: &Simulation,
    id: Option<PolityId>,
    tab: EconomyTab,
    draft: Option<Ambition>,
    prices: &PriceRecord,
) -> EconomyView {
    let Some(id) = id else { return EconomyView::default() };
    let page = match tab {
        EconomyTab::Balance => EconomyPage::Balance(Box::new(balance_view(sim, id))),
        EconomyTab::Plan => EconomyPage::Plan(Box::new(plan::page(sim, id, draft))),
        EconomyTab::Property => EconomyPage::Property(property::page(sim, id)),
        EconomyTab::Prices => EconomyPage::Prices(Box::new(prices::page(sim, id, prices))),
        EconomyTab::Trade => EconomyPage::Trade(Box::new(trade_view(sim, id))),
        EconomyTab::Community => EconomyPage::Community(Box::new(community::page(sim, id))),
        EconomyTab::Money => EconomyPage::Money(Box::new(money::page(sim, id))),
    };
    EconomyView { id: Some(id), name: sim.content().polities[id].name.clone(), page }
}
