//! Distribute: what was made and bought goes to households, public services, forces and new capital.

use bevy::prelude::*;

use crate::base::{Goods, Id, Money, PolityId, Stream, math};
use crate::sim::chronicle::Fact;
use crate::sim::community::Cooperation;
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, BudgetLine, FinanceRules, rules as finance_rules};
use crate::sim::ledger::{GoodsBook, GoodsFlow, PeopleBook};
use crate::sim::plan::{Plan, PlanRules};
use crate::sim::politics::{Owner, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, PerGood, Polities, Seat, Territories};
use crate::sim::technology::Research;
use crate::sim::trade::TradePosition;

use super::components::{Accounts, Capital, Consumption, Industry, Output, Prices};
use super::parameters::EconomyRules;
use super::property::{ForeignCapital, Holdings};
use super::roles::{Paces, Roles};
use super::rules::{self, Outlook};

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
    for id in polities.ids() {
        let (product, industry) = rows[id.index()];
        polities.get_mut(id).turn(month, product, Money::rounded(industry));
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
        &mut Prices,
        &mut Accounts,
        &mut Consumption,
    )>,
    mut rows: Local<Vec<Row>>,
) {
    rows.clear();
    rows.resize(polities.ids().len(), Row::default());
    for id in territories.ids() {
        let (owner, _) = territories.get(id);
        rows[owner.polity().index()].people += people.people(id).real();
    }
    for id in polities.ids() {
        let row = &mut rows[id.index()];
        let (plan, budget, trade, industry, beyond, mut prices, mut accounts, mut consumption) =
            polities.get_mut(id);
        let refresh = id.index() % 3 == (clock.now().0 % 3) as usize;
        let desk = Desk {
            lore: &lore,
            roles: &roles,
            economy: &economy,
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
    for id in territories.ids() {
        let (owner, mut capital) = territories.get_mut(id);
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
    /// investment, offices and forces leave; deficits add demand, inflation and mark-ups take some away.
    fn spending(&self, accounts: &Accounts) -> Spending {
        let (rules, planned) = (self.economy, self.plan.planned());
        let income = math::lerp(
            self.industry.normal_product,
            accounts.product_month.real(),
            rules.current_income_weight,
        );
        let from_abroad =
            (self.trade.imported() - self.trade.exported()).real() / 12.0 + self.budget.aid_balance();
        let absorbed = (income + from_abroad).max(0.2 * income).max(0.0);
        let line = |line| self.budget.share(line);
        let administration = finance_rules::administration(self.finance, line(BudgetLine::Taxes));
        let public = line(BudgetLine::Welfare) + administration + self.research;
        // Who owns decides how much of the surplus is saved and built in.
        let investment = line(BudgetLine::Investment) * self.holdings.drive;
        let forces = line(BudgetLine::Forces);
        let households = (1.0 - public - investment - forces).max(LEAST_LEFT_TO_HOUSEHOLDS);
        let market = 1.0 - planned;
        let deficit = 1.0 + rules.fiscal_passthrough * (-self.budget.balance()).max(0.0) * market;
        let bite = 1.0 - (self.finance.inflation_bite * self.budget.inflation()).clamp(0.0, 0.5);
        let saved = (accounts.markup - 1.0) * rules.profit_share * rules.profit_saving * market;
        // Wages are paid on what is reported: where reports are padded, money in hand outruns goods.
        let paid = 1.0 + self.plan.padding();
        Spending {
            households: (absorbed * households * paid * deficit * bite * (1.0 - saved).clamp(0.5, 1.5)
                - self.counterpart)
                .max(0.0),
            investment: absorbed * investment * math::lerp(accounts.building, 1.0, planned)
                + self.brought_in()
                + self.counterpart,
            public: absorbed * public,
            forces: absorbed * forces,
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
        let substitution = self.economy.input_substitution;
        let had = rules::input_factor(self.roles.investment_array(), 0.0, &met_first, substitution);
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

/// What the world's markets think: confidence weighted by product, and the shock they share.
fn world_mood(polities: &Polities<(&Plan, &Industry, &Status, &mut Accounts)>) -> f64 {
    let (mut weight, mut sum) = (0.0, 0.0);
    for id in polities.ids() {
        let (plan, _, _, accounts) = polities.get(id);
        let product = accounts.product.real() * (1.0 - plan.planned());
        weight += product;
        sum += product * accounts.confidence;
    }
    math::ratio_or(sum, weight, 1.0)
}

/// Profit, wages, mark-ups, and the confidence that follows; slumps are told.
pub(super) fn feel_markets(
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    rules: Res<EconomyRules>,
    paces: Res<Paces>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Plan, &Industry, &Status, &mut Accounts)>,
) {
    let now = clock.now();
    let quarter = crate::base::Month(now.0 - now.0 % 3);
    let world = world_mood(&polities);
    let shared = rules.world_shock * fate.draw(quarter, Stream::Economy, WORLD, 2).bell();
    for id in polities.ids() {
        let (plan, industry, status, mut accounts) = polities.get_mut(id);
        if accounts.product <= Money::ZERO || industry.normal_product <= 0.0 {
            continue;
        }
        if id.index() % 3 == (now.0 % 3) as usize {
            let luck = fate.draw(now, Stream::Economy, atlas.key(Seat::Polity(id)), 1).bell();
            accounts.mood = rules.confidence_shock * luck;
        }
        let market = 1.0 - plan.planned();
        accounts.markup = (accounts.markup * (1.0 + rules.markup_drift * market / 12.0)).clamp(0.5, 2.0);
        let used = (accounts.product_month.real() / industry.normal_product).clamp(0.3, 1.5);
        let pushed = accounts.wage_push + rules.wage_push * (used - 1.0) / 12.0;
        accounts.wage_push = (pushed * paces.profit).clamp(-0.3, 0.5);
        let capital: f64 = industry.capital.as_slice().iter().sum();
        let share = rules.profit_share * accounts.markup * (1.0 - accounts.wage_push);
        let rate = math::ratio_or(share * accounts.product_month.real() * 12.0, capital, 0.0);
        accounts.profit_rate = math::lerp(rate, accounts.profit_rate, paces.demand);
        accounts.profit_norm = math::lerp(accounts.profit_rate, accounts.profit_norm, paces.profit);
        let outlook = Outlook {
            use_of_capacity: used,
            profit: math::ratio_or(accounts.profit_rate, accounts.profit_norm, 1.0),
            world,
            shock: accounts.mood + shared,
        };
        accounts.confidence = rules::next_confidence(&rules, accounts.confidence, outlook);
        accounts.building = math::lerp(accounts.confidence, accounts.building, paces.building);
        let growth = accounts.growth();
        if !accounts.slump && growth < -rules.slump_fall && clock.played() > 12 {
            accounts.slump = true;
            if status.is_sovereign() && plan.planned() < 0.5 {
                effects.push(Effect::Tell { fact: Fact::SlumpBegun { polity: id, growth } });
            }
        } else if accounts.slump && growth > rules.slump_recovery {
            accounts.slump = false;
        }
    }
}

/// Luck key of what concerns no country alone.
const WORLD: u64 = 0;
