//! Rows of the population, read off its components.

use bevy::ecs::query::ROQueryItem;
use bevy::prelude::{QueryState, Resource, World};

use crate::base::{ClaimId, DoctrineId, IdVec, Month, MovementId, PolityId, math};
use crate::content::defs::Content;
use crate::content::vocabulary::Class;
use crate::sim::access::{Access, PROMISE};
use crate::sim::community::Cooperation;
use crate::sim::conflict::Forces;
use crate::sim::doctrine::{Doctrines, MovementDoctrines, Repute};
use crate::sim::economy::{Accounts, Consumption, Market};
use crate::sim::finance::{Budget, BudgetLine, KeyCurrency, Payments, foreign_currency};
use crate::sim::ledger::{Account, GoldBook, MoneyBook};
use crate::sim::movements::{Movement, MovementPhase, Situation};
use crate::sim::organisations::Lines;
use crate::sim::perception::Outlook;
use crate::sim::plan::{FiveYearPlan, Plan, Reforms};
use crate::sim::politics::{Government, Holding, Lands, Programme, Status};
use crate::sim::population::Clock;
use crate::sim::society::{Classes, Issues, Living};
use crate::sim::technology::Technology;
use crate::sim::trade::TradePosition;

use super::facts::Facts;
use super::rows::{MoneyRow, MovementRow, PlanRow, PolityRow};

impl Facts<'_> {
    pub(super) fn movement_rows(&self, world: &World, tables: &Tables) -> IdVec<MovementId, MovementRow> {
        let (movements, classes) = (tables.movements.query_manual(world), tables.classes.query_manual(world));
        let doctrines = world.resource::<MovementDoctrines>();
        let row = |(id, movement): (MovementId, &Movement)| {
            let home = self.atlas.territory(self.content.movements[id].territory);
            let classes = movement.is_alive().then(|| classes.get(home).expect(PROMISE));
            self.movement_row(id, movement, doctrines.of(id), classes)
        };
        self.content.movements.ids().zip(movements.iter()).map(row).collect()
    }

    fn movement_row(
        &self,
        id: MovementId,
        row: &Movement,
        doctrine: DoctrineId,
        classes: Option<&Classes>,
    ) -> MovementRow {
        let def = &self.content.movements[id];
        let alive = row.is_alive();
        let front = *row.front();
        let breadth = classes.map_or(0.0, |classes| {
            classes.iter().map(|(class, people)| people.share() * front[class.index()]).sum()
        });
        MovementRow {
            id,
            alive,
            in_arms: row.phase() == MovementPhase::InArms,
            against: row.against(),
            home: self.lands.owner(def.territory),
            territory: def.territory,
            form: def.form,
            doctrine,
            strategy: row.strategy(),
            strength: row.strength(),
            control: row.control(),
            authority: row.authority(),
            organisation: row.organisation(),
            breadth,
            help: row.help(),
            taint: row.taint(),
            support: row.support(),
            front,
            patron: row.patron(),
        }
    }
}

/// Components that a polity's row is made of.
type PolityParts = (
    &'static Status,
    &'static Government,
    &'static Accounts,
    &'static Living,
    &'static Budget,
    &'static Forces,
    &'static Outlook,
    &'static TradePosition,
    &'static Doctrines,
    &'static Situation,
    &'static Holding,
    &'static Programme,
    &'static Issues,
    PlanningParts,
);

/// Further ones; a query takes no more than fifteen side by side.
type PlanningParts = (
    &'static Technology,
    &'static Cooperation,
    &'static Plan,
    &'static FiveYearPlan,
    &'static Reforms,
    &'static Consumption,
    &'static Market,
    &'static Payments,
    &'static Repute,
);

/// The components that rows are read off. To open them costs as much as to read them, so they are opened once.
#[derive(Resource)]
pub(super) struct Tables {
    polities: QueryState<PolityParts>,
    movements: QueryState<&'static Movement>,
    classes: QueryState<&'static Classes>,
}

impl Tables {
    pub(super) fn open(world: &World) -> Self {
        Self { polities: world.table(), movements: world.table(), classes: world.table() }
    }

    /// Opens them for good, once the population has all its components.
    pub(super) fn keep(world: &mut World) {
        let tables = Self::open(world);
        world.insert_resource(tables);
    }
}

/// Where money and gold lie.
struct Vaults<'w> {
    money: &'w MoneyBook,
    gold: &'w GoldBook,
    key: &'w KeyCurrency,
}

pub(super) fn polity_rows(world: &World, content: &Content, tables: &Tables) -> IdVec<PolityId, PolityRow> {
    let lands = world.resource::<Lands>();
    let parts = tables.polities.query_manual(world);
    let now = world.resource::<Clock>().now();
    let vaults = Vaults { money: world.resource(), gold: world.resource(), key: world.resource() };
    let lines = world.resource::<Lines>();
    let mut rows = IdVec::with_room(content.polities.len());
    for ((id, def), parts) in content.polities.iter().zip(parts.iter()) {
        rows.push(polity_row(&vaults, id, (lands.people(id), def.claim, lines.of(id)), now, parts));
    }
    rows
}

#[inline]
fn polity_row(
    vaults: &Vaults,
    id: PolityId,
    (people, claim, line): (f64, Option<ClaimId>, (f64, f64)),
    now: Month,
    parts: ROQueryItem<PolityParts>,
) -> PolityRow {
    let (
        status,
        government,
        accounts,
        living,
        budget,
        forces,
        outlook,
        trade,
        doctrines,
        situation,
        holding,
        programme,
        issues,
        more,
    ) = parts;
    let (technology, cooperation, plan, five, reforms, consumption, market, payments, repute) = more;
    use BudgetLine as L;
    PolityRow {
        status: *status,
        claim,
        form: government.form(),
        product: accounts.product().real(),
        people,
        growth: accounts.growth(),
        standard: living.standard(),
        grievance: living.grievance(),
        currents: *living.currents(),
        legitimacy: government.legitimacy(),
        cohesion: government.cohesion(),
        credibility: repute.credibility(),
        authority: government.authority(),
        coalition: *government.coalition(),
        issues: *issues.all(),
        constitution: government.constitution(),
        owed: std::array::from_fn(|class| programme.owes(Class::ALL[class])),
        ripeness: situation.ripeness(),
        balance: budget.balance(),
        reserves: budget.reserve_months(),
        debt: budget.debt(),
        shares: [L::Taxes, L::Investment, L::Welfare, L::Forces].map(|line| budget.share(line)),
        strength: forces.strength(),
        warheads: forces.warheads(),
        weariness: forces.weariness(),
        trade: trade.exported().real() + trade.imported().real(),
        imported: trade.imported().real(),
        export_share: math::ratio_or(trade.exported().real(), accounts.product().real(), 0.0),
        terms_of_trade: trade.terms(),
        dependence: trade.dependence(),
        market_position: trade.market_position(),
        rival: outlook.rival(),
        patron: outlook.patron(),
        correlation: outlook.correlation(),
        doctrine: doctrines.camp(),
        line,
        at_war: false,
        civil_war: false,
        internal_threat: 0.0,
        holding_cost: holding.cost(),
        blocs: 0,
        side: None,
        level: technology.level(),
        burden: math::ratio_or(cooperation.burden(), accounts.product().real(), 0.0),
        plan: PlanRow {
            planned: plan.planned(),
            shortage: plan.shortage(),
            queues: plan.queues(consumption),
            padding: plan.padding(),
            fulfilment: five.fulfilment(),
            years_left: f64::from(five.months_left(now)) / 12.0,
            reformed: reforms.depth(),
        },
        money: money_row(vaults, id, accounts, market, payments),
        arrears: arrears(payments),
        payments_crisis: payments.in_crisis(),
    }
}

/// Arrears as others see them: who has suspended payments counts as half a year behind.
fn arrears(payments: &Payments) -> f64 {
    let least = if payments.suspended() > 0 { 6.0 } else { 0.0 };
    f64::from(payments.arrears()).max(least)
}

/// Money and credit of a polity.
#[inline]
fn money_row(
    vaults: &Vaults,
    id: PolityId,
    accounts: &Accounts,
    market: &Market,
    payments: &Payments,
) -> MoneyRow {
    let Vaults { money, gold, key } = *vaults;
    let held = money.balance(Account::Reserves(id)).real();
    let notes = if key.issuer().is_some() { foreign_currency(money, gold, id).real() } else { 0.0 };
    MoneyRow {
        unemployment: accounts.unemployment(),
        inflation: market.inflation(),
        strain: market.strain(),
        crunch: market.crunch(),
        real_interest: market.real_interest(),
        profit: accounts.profit_rate(),
        concentration: market.concentration_mean(),
        stance: market.stance_set(),
        coverage: if key.issued_by(id) && key.is_open() { key.coverage(gold) } else { 0.0 },
        claims: if key.issued_by(id) { 0.0 } else { math::ratio_or(notes, held, 0.0).clamp(0.0, 1.0) },
        service: payments.service(),
    }
}
