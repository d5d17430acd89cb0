//! The economy of a state for its panel: one page at a time, so that only what is looked at is worked out.

use crate::base::{GoodId, PolityId};
use crate::content::vocabulary::{Ids, Order, Property};
use crate::sim::economy::{Accounts, Capital, Output, Ownership, Prices};
use crate::sim::finance::{Budget, Debts};
use crate::sim::ledger::{Account, MoneyBook};
use crate::sim::orders::{self, Blocker};
use crate::sim::plan::{Ambition, Plan};
use crate::sim::{Seat, Simulation};

use super::balance::{BalanceView, balance_view};
use super::gauges::territories_of;
use super::plan::{PlanPreview, PlanView, plan_preview, plan_view};
use super::trade::{TradeView, trade_view};
use super::words::text;
use super::{Explained, How, TermView, Unit};

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
    /// Partners, terms, restrictions.
    Trade,
    /// Budget, reserves, debts.
    Money,
}

impl EconomyTab {
    /// All, in order.
    pub const ALL: [EconomyTab; 5] = [Self::Balance, Self::Plan, Self::Property, Self::Trade, Self::Money];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Balance => text!("ec.balance"),
            Self::Plan => text!("ec.plan"),
            Self::Property => text!("ec.property"),
            Self::Trade => text!("ec.trade"),
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
    /// Balances by good, and home prices.
    Balance(BalanceView, Vec<Explained>),
    /// The plan.
    Plan(Box<PlanPage>),
    /// Property by sector.
    Property(Vec<SectorProperty>),
    /// Trade.
    Trade(Box<TradeView>),
    /// Money and debts.
    Money(MoneyPage),
}

/// The plan, and the one that is being drawn up.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanPage {
    /// The plan in force.
    pub plan: PlanView,
    /// Whether the player can draw up a plan here.
    pub own: bool,
    /// Share of output under plan.
    pub planned: f64,
    /// What the plan being drawn up sets out for.
    pub ambition: Ambition,
    /// What that would bring and starve.
    pub preview: PlanPreview,
    /// The order that gives it.
    pub order: Order<Ids>,
    /// What stands against the order.
    pub blockers: Vec<String>,
}

/// Who owns one sector.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorProperty {
    /// Its name.
    pub name: String,
    /// Capital in use, thousands of 2011 dollars.
    pub capital: Explained,
    /// Shares of its capital in the order of [`Property::ALL`]; they sum to 1.
    pub shares: [f64; Property::COUNT],
}

/// Money and debts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MoneyPage {
    /// Treasury, reserves, inflation, unemployment and the like.
    pub numbers: Vec<Explained>,
    /// Debts, the largest first.
    pub debts: Vec<DebtLine>,
}

/// One debt.
#[derive(Debug, Clone, PartialEq)]
pub struct DebtLine {
    /// The other side.
    pub other: PolityId,
    /// Its name.
    pub name: String,
    /// Whether the state looked at owes it.
    pub owed: bool,
    /// What is still owed.
    pub principal: Explained,
    /// Interest a year, months left, months in arrears, in words.
    pub terms: String,
}

/// The economy of a state at one page; `draft` is the plan being drawn up, if the player has begun one.
pub fn economy_view(
    sim: &Simulation,
    id: Option<PolityId>,
    tab: EconomyTab,
    draft: Option<Ambition>,
    player: Option<Seat>,
) -> EconomyView {
    let Some(id) = id else { return EconomyView::default() };
    let page = match tab {
        EconomyTab::Balance => EconomyPage::Balance(balance_view(sim, id), prices(sim, id)),
        EconomyTab::Plan => EconomyPage::Plan(Box::new(plan_page(sim, id, draft, player))),
        EconomyTab::Property => EconomyPage::Property(property(sim, id)),
        EconomyTab::Trade => EconomyPage::Trade(Box::new(trade_view(sim, id))),
        EconomyTab::Money => EconomyPage::Money(money(sim, id)),
    };
    EconomyView { id: Some(id), name: sim.content().polities[id].name.clone(), page }
}

fn prices(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let prices = sim.polity::<Prices>(id);
    let price = |good: GoodId| Explained::given(text!("ec.price"), prices.of(good), Unit::Weight);
    sim.content().goods.ids().map(price).collect()
}

fn plan_page(sim: &Simulation, id: PolityId, draft: Option<Ambition>, player: Option<Seat>) -> PlanPage {
    let plan = plan_view(sim, id);
    let five = sim.polity::<crate::sim::plan::FiveYearPlan>(id);
    let ambition = draft.unwrap_or_else(|| *five.next().unwrap_or_else(|| five.ambition()));
    let order = Order::DrawUpPlan {
        growth: ambition.growth,
        investment: ambition.investment,
        heavy: ambition.heavy,
        procurement: ambition.procurement,
    };
    let own = player == Some(Seat::Polity(id));
    let blockers = if own { orders::validate(sim.world(), Seat::Polity(id), &order) } else { Vec::new() };
    PlanPage {
        plan,
        own,
        planned: sim.polity::<Plan>(id).planned(),
        ambition,
        preview: plan_preview(sim, id, &ambition),
        order,
        blockers: blockers.iter().map(Blocker::words).collect(),
    }
}

fn property(sim: &Simulation, id: PolityId) -> Vec<SectorProperty> {
    let territories = territories_of(sim, id);
    let sector = |(good, def): (GoodId, &crate::content::defs::GoodDef)| {
        let (mut shares, mut whole) = ([0.0; Property::COUNT], 0.0);
        for &territory in &territories {
            let capital = sim.territory::<Capital>(territory).of(good);
            whole += capital;
            for (sum, share) in shares.iter_mut().zip(sim.territory::<Ownership>(territory).shares_of(good)) {
                *sum += capital * share;
            }
        }
        shares.iter_mut().for_each(|share| *share = if whole > 0.0 { *share / whole } else { 0.0 });
        let made: f64 =
            territories.iter().map(|&territory| sim.territory::<Output>(territory).gross(good).real()).sum();
        let term = |label: &str, value, unit| TermView { label: label.into(), value, unit };
        SectorProperty {
            name: def.name.clone(),
            capital: Explained {
                terms: vec![term(text!("ec.made"), made * 12.0, Unit::MoneyAYear)],
                how: How::Given,
                ..Explained::given(text!("ec.capital"), whole, Unit::Money)
            },
            shares,
        }
    };
    sim.content().goods.iter().map(sector).collect()
}

fn money(sim: &Simulation, id: PolityId) -> MoneyPage {
    let (book, budget, accounts) =
        (sim.get::<MoneyBook>(), sim.polity::<Budget>(id), sim.polity::<Accounts>(id));
    let held = |what: &str, account| Explained::given(what, book.balance(account).real(), Unit::Money);
    let numbers = vec![
        held(text!("ec.treasury"), Account::State(id)),
        held(text!("ec.reserves"), Account::Reserves(id)),
        Explained::given(text!("ec.inflation"), budget.inflation(), Unit::Growth),
        Explained::given(text!("ec.unemployment"), accounts.unemployment(), Unit::Share),
        Explained::given(text!("ec.profit_rate"), accounts.profit_rate(), Unit::Share),
        Explained::given(text!("ec.debt"), budget.debt(), Unit::Share),
    ];
    let mut debts: Vec<DebtLine> = sim
        .get::<Debts>()
        .list()
        .iter()
        .filter(|debt| debt.debtor == id || debt.creditor == id)
        .map(|debt| {
            let owed = debt.debtor == id;
            let other = if owed { debt.creditor } else { debt.debtor };
            let arrears = match debt.arrears {
                0 => String::new(),
                months => format!(", {months} {}", text!("ec.in_arrears")),
            };
            DebtLine {
                other,
                name: sim.content().polities[other].name.clone(),
                owed,
                principal: Explained::given(text!("ec.principal"), debt.principal.real(), Unit::Money),
                terms: format!(
                    "{:.1} %, {} {}{arrears}",
                    debt.interest * 100.0,
                    debt.months_left,
                    text!("ec.months_left")
                ),
            }
        })
        .collect();
    debts.sort_by(|a, b| b.principal.value.total_cmp(&a.principal.value));
    MoneyPage { numbers, debts }
}
