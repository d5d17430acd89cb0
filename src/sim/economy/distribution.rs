//! Distribute: what was made and bought goes to households, public services, forces and new capital.

use bevy::prelude::*;

use crate::base::{Goods, Id, Money, PolityId, math};
use crate::sim::community::Cooperation;
use crate::sim::finance::{Budget, BudgetLine, FinanceRules, rules as finance_rules};
use crate::sim::ledger::{GoodsBook, GoodsFlow, PeopleBook};
use crate::sim::plan::{Plan, PlanRules};
use crate::sim::politics::Owner;
use crate::sim::population::{Clock, Lore, PerGood, Polities, Territories};
use crate::sim::technology::Research;
use crate::sim::trade::TradePosition;

use super::components::{Accounts, Capital, Consumption, Industry, Output, Prices};
use super::market::{Market, MarketRules, rules as market_rules};
use super::parameters::EconomyRules;
use super::property::{ForeignCapital, Holdings};
use super::roles::Roles;
use super::rules;

/// What one country's territories share.
#[derive(Default, Clone, Copy)]
pub(super) struct Row {
    people: f64,
    /// Capital built this month over capital in use, by sector.
    building: PerGood<f64>,
}

/// Adds up what territories made into national accounts.
pub(super) fn keep_accounts(
    clock: Res<Clock>,
    roles: Res<Roles>,
    territories: Territories<(&Owner, &Output)>,
    mut polities: Polities<&mut Accounts>,
    mut rows: Local<Vec<(Money, f64)>>,
) {
    rows.clear();
    rows.resize(polities.ids().len(), (Money::ZERO, 0.0));
    for (_, (owner, output)) in territories.iter() {
        let row = &mut rows[owner.polity().index()];
        row.0 += output.value_added;
        for good in roles.goods() {
            if roles.industry[good] {
                row.1 += output.gross[good].real() * roles.value_added[good];
            }
        }
    }
    let month = (clock.now().month() - 1) as usize;
    for (id, mut accounts) in polities.iter_mut() {
        let (product, industry) = rows[id.index()];
        accounts.turn(month, product, Money::rounded(industry));
    }
}

impl Accounts {
    /// Enters a month (0–11) into the rings.
    fn turn(&mut self, month: usize, product: Money, industry: Money) {
        self.product_month = product;
        self.product_before += self.ring[month] - self.ring_before[month];
        self.ring_before[month] = self.ring[month];
        self.product += product - self.ring[month];
        self.ring[month] = product;
        self.industry += industry - self.ring_industry[month];
        self.ring_industry[month] = industry;
    }
}

/// Hands out goods: wants are set by incomes and budgets, met from what there is.
pub(super) fn hand_out(
    lore: Res<Lore>,
    roles: Res<Roles>,
    economy: Res<EconomyRules>,
    market_rules: Res<MarketRules>,
    plan_rules: Res<PlanRules>,
    finance: Res<FinanceRules>,
    people: Res<PeopleBook>,
    clock: Res<Clock>,
    mut book: ResMut<GoodsBook>,
    mut territories: Territories<(&Owner, &mut Capital)>,
    mut polities: Polities<(
        &Plan,
        &Budget,
        &TradePosition,
        &Industry,
        (&Holdings, &ForeignCapital, &Cooperation, &Research),
        &Market,
        &mut Prices,
        &mut Accounts,
        &mut Consumption,
    )>,
    mut rows: Local<Vec<Row>>,
) {
    rows.clear();
    rows.resize(polities.ids().len(), Row::default());
    for (id, (owner, _)) in territories.iter() {
        rows[owner.polity().index()].people += people.people(id).real();
    }
    let ces = rules::Ces::of(economy.input_substitution);
    for (id, (plan, budget, trade, industry, beyond, market, mut prices, mut accounts, mut consumption)) in
        polities.iter_mut()
    {
        let row = &mut rows[id.index()];
        if row.people <= 0.0 {
            continue;
        }
        let refresh = id.index() % 3 == (clock.now().0 % 3) as usize;
        let desk = Desk {
            lore: &lore,
            roles: &roles,
            economy: &economy,
            ces,
            market_rules: &market_rules,
            market,
            plan_rules: &plan_rules,
            finance: &finance,
            plan,
            budget,
            trade,
            industry,
            holdings: beyond.0,
            foreign: beyond.1,
            counterpart: beyond.2.counterpart(),
            research: beyond.3.beyond_usual(),
            id,
            people: row.people,
            refresh,
        };
        row.building = desk.hand_out(&mut book, &mut prices, &mut accounts, &mut consumption);
    }
    let wear = economy.depreciation / 12.0;
    for (_, (owner, mut capital)) in territories.iter_mut() {
        let building = &rows[owner.polity().index()].building;
        for good in roles.goods() {
            let stock = capital.stock[good];
            let (new, raised) = rules::build(&economy, stock * building[good], capital.ruined[good]);
            capital.stock[good] = stock * (1.0 - wear) + new + raised;
            capital.ruined[good] = ((capital.ruined[good] - raised) * (1.0 - wear)).max(0.0);
        }
    }
}

/// One country's households, offices, forces and builders.
struct Desk<'a> {
    lore: &'a Lore,
    roles: &'a Roles,
    economy: &'a EconomyRules,
    ces: rules::Ces,
    market_rules: &'a MarketRules,
    market: &'a Market,
    plan_rules: &'a PlanRules,
    finance: &'a FinanceRules,
    plan: &'a Plan,
    budget: &'a Budget,
    trade: &'a TradePosition,
    industry: &'a Industry,
    holdings: &'a Holdings,
    foreign: &'a ForeignCapital,
    /// Goods of a recovery programme that are bound to building, a month.
    counterpart: f64,
    /// Research beyond what such countries are used to, share of the product.
    research: f64,
    id: PolityId,
    people: f64,
    /// Whether households look at prices and their income anew this month.
    refresh: bool,
}

/// What is to be spent this month, at base prices.
struct Spending {
    households: f64,
    investment: f64,
    public: f64,
    forces: f64,
}

impl Desk<'_> {
    /// Spending out of this month's and lasting income and of what came in from abroad. Households have what
    /// investment, offices and forces leave; deficits and benefits add demand, inflation and mark-ups take some away.
    /// Offices and forces spend in part by what was planned for normal times; help received is built in part.
    fn spending(&self, accounts: &Accounts) -> Spending {
        let (rules, planned) = (self.economy, self.plan.planned());
        let income = math::lerp(
            self.industry.normal_product,
            accounts.product_month.real(),
            rules.current_income_weight,
        );
        let (traded, help) =
            ((self.trade.imported() - self.trade.exported()).real() / 12.0, self.budget.aid_balance());
        let absorbed = (income + traded + help).max(0.2 * income).max(0.0);
        let line = |line| self.budget.share(line);
        let administration = finance_rules::administration(self.finance, line(BudgetLine::Taxes));
        let public = line(BudgetLine::Welfare) + administration + self.research;
        // Who owns decides how much of the surplus is saved and built in.
        let investment = line(BudgetLine::Investment) * self.holdings.drive;
        let forces = line(BudgetLine::Forces);
        let households = (1.0 - public - investment - forces).max(LEAST_LEFT_TO_HOUSEHOLDS);
        let market = 1.0 - planned;
        let deficit = 1.0 + rules.fiscal_passthrough * (-self.budget.balance()).max(0.0) * market;
        let dearer = self.budget.inflation() + self.market.surprise() * market;
        let bite = 1.0 - (self.finance.inflation_bite * dearer).clamp(0.0, 0.5);
        let saved = (accounts.markup - 1.0) * rules.profit_share * rules.profit_saving * market;
        let benefits = market_rules::benefits(
            self.market_rules,
            line(BudgetLine::Welfare),
            accounts.unemployment,
            self.market.usual_unemployment,
        ) * market;
        let steady =
            math::lerp(absorbed, self.industry.normal_product, self.market_rules.public_steadiness * market);
        let built = help.max(0.0).min(absorbed) * self.finance.aid_to_capital * households;
        // Wages are paid on what is reported: where reports are padded, money in hand outruns goods.
        let paid = 1.0 + self.plan.padding();
        Spending {
            households: ((absorbed * households - built)
                * (deficit + benefits / households)
                * paid
                * bite
                * (1.0 - saved).clamp(0.5, 1.5)
                - self.counterpart)
                .max(0.0),
            investment: absorbed * investment * math::lerp(accounts.building, 1.0, planned)
                + self.brought_in()
                + self.counterpart
                + built,
            public: steady * public,
            forces: steady * forces,
        }
    }

    /// What foreign owners build with this month.
    fn brought_in(&self) -> f64 {
        self.foreign.inflow.as_slice().iter().sum()
    }

    /// Meets wants out of stocks; returns capital built over capital in use, by sector.
    fn hand_out(
        &self,
        book: &mut GoodsBook,
        prices: &mut Prices,
        accounts: &mut Accounts,
        consumption: &mut Consumption,
    ) -> PerGood<f64> {
        let spending = self.spending(accounts);
        if self.refresh {
            let per_head = math::ratio_or(spending.households * 12_000.0, self.people, 0.0);
            consumption.basket =
                rules::basket(&self.lore.goods, self.roles, self.economy, per_head, &prices.of);
        }
        let priority = self.plan_rules.priority_production * self.plan.planned();
        let mut met_first = PerGood::filled(1.0);
        let (mut wanted_all, mut had_all) = (0.0, 0.0);
        for (good, def) in self.lore.goods.iter() {
            let households = spending.households * consumption.basket[good];
            let investment = spending.investment * self.roles.investment[good];
            let public = spending.public * self.roles.public[good];
            let forces = spending.forces * self.roles.forces[good];
            let kept = (rules::inputs_for(self.roles, &prices.supply, good) - prices.supply[good]).max(0.0);
            let available = (self.plan.free(good, book.stock(self.id, good).real()) - kept).max(0.0);
            let (first, rest) =
                rules::rationing(investment + forces, households + public, available, priority);
            // What procurement takes from village tables stays in store, for towns and for sale abroad.
            let left = if self.roles.land[good] { self.plan.village_share } else { 1.0 };
            book.book(self.id, good, GoodsFlow::Investment, Goods::floored(investment * first));
            book.book(self.id, good, GoodsFlow::Forces, Goods::floored(forces * first));
            book.book(self.id, good, GoodsFlow::Public, Goods::floored(public * rest));
            let had =
                book.book(self.id, good, GoodsFlow::Consumption, Goods::floored(households * rest * left));
            let spoiled = book.stock(self.id, good).real() * def.spoilage;
            book.book(self.id, good, GoodsFlow::Losses, Goods::floored(spoiled));
            consumption.had[good] = had;
            consumption.wanted[good] = Goods::rounded(households);
            wanted_all += households;
            had_all += had.real();
            met_first[good] = first;
            prices.used_at_home[good] = households + investment + public + forces + spoiled;
        }
        accounts.supplied = math::ratio_or(had_all, wanted_all, 1.0).clamp(0.0, 1.0);
        let eaten = consumption.had[self.roles.food].real() * 12_000.0;
        consumption.food_security = math::ratio_or(eaten, self.people * self.economy.food_need, 1.0);
        let lack = PerGood::from_array(met_first.as_array().map(|met| self.ces.weight_of_lack(met)));
        let had = self.ces.input_factor(self.roles.investment_array(), 0.0, &lack);
        let built = (spending.investment - self.brought_in()) * had;
        let tilted: f64 = self.roles.goods().map(|good| self.plan.mix[good] * self.holdings.tilt[good]).sum();
        let mut rate = PerGood::default();
        for good in self.roles.goods() {
            let part = math::ratio_or(self.plan.mix[good] * self.holdings.tilt[good], tilted, 0.0);
            let here = built * part + self.foreign.inflow[good] * had;
            rate[good] = math::ratio_or(here, self.industry.capital[good], 0.0);
        }
        rate
    }
}

/// However much a government takes, this much of the product is left to households.
const LEAST_LEFT_TO_HOUSEHOLDS: f64 = 0.2;
