//! Where a country stands, gathered from the world: for the preview of a plan and for those who ask why.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId, math};
use crate::content::vocabulary::Class;
use crate::sim::access::Access;
use crate::sim::community::{CommunityRules, Cooperation};
use crate::sim::economy::{Accounts, EconomyRules, Industry, Prices, Roles};
use crate::sim::finance::{Budget, BudgetLine, FinanceRules, rules as finance_rules};
use crate::sim::politics::{Government, Lands};
use crate::sim::population::{Lore, PerGood};
use crate::sim::society::Living;
use crate::sim::technology::{Technology, TechnologyRules, rules as technology_rules};
use crate::sim::trade::TradePosition;

use super::components::{Ambition, FiveYearPlan, Plan, Reforms};
use super::five_year::{self, Preview, Standing, Tables};
use super::parameters::PlanRules;
use super::rules::{Allotment, Reporter};

/// What planners see of a country: reported output, not the true one.
pub(in crate::sim) fn standing(
    finance: &FinanceRules,
    (plan, industry, prices): (&Plan, &Industry, &Prices),
    (budget, technology): (&Budget, &Technology),
    people: f64,
) -> Standing {
    let administration = finance_rules::administration(finance, budget.share(BudgetLine::Taxes));
    Standing {
        reported: reported(plan, prices),
        potential: industry.potential,
        capital: industry.capital,
        prices: prices.of,
        strain: industry.strain,
        people,
        public: budget.share(BudgetLine::Welfare) + administration,
        investment: budget.share(BudgetLine::Investment),
        forces: budget.share(BudgetLine::Forces),
        productivity: technology.growth(),
        planned: plan.planned,
    }
}

/// Monthly gross output as it is reported.
pub(in crate::sim) fn reported(plan: &Plan, prices: &Prices) -> PerGood<f64> {
    let mut reported = prices.supply;
    for (report, padded) in reported.as_mut_slice().iter_mut().zip(plan.padded.as_slice()) {
        *report *= 1.0 + padded;
    }
    reported
}

/// Where a country stands when a plan would be drawn up for it now.
pub fn standing_of(world: &World, id: PolityId) -> Standing {
    standing(
        world.resource(),
        (world.polity(id), world.polity(id), world.polity(id)),
        (world.polity(id), world.polity(id)),
        world.resource::<Lands>().people(id),
    )
}

/// What a plan with these four numbers would bring and starve.
pub fn preview_of(world: &World, id: PolityId, ambition: &Ambition) -> Preview {
    let tables = Tables {
        goods: &world.resource::<Lore>().goods,
        roles: world.resource::<Roles>(),
        economy: world.resource::<EconomyRules>(),
        rules: world.resource::<PlanRules>(),
    };
    five_year::preview(&tables, &standing_of(world, id), ambition)
}

/// What planners over whom nobody rules would draw up next: from the achieved level, or the first plan ever.
pub fn customary_ambition(world: &World, id: PolityId) -> Ambition {
    let (five, standing) = (world.polity::<FiveYearPlan>(id), standing_of(world, id));
    let rules = world.resource::<PlanRules>();
    if five.is_running() { five.routine(rules, &standing) } else { FiveYearPlan::first(rules, &standing) }
}

/// Whether a good counts as a means of production (group A) and not as consumption (group B).
pub fn means_of_production(world: &World, good: GoodId) -> bool {
    five_year::is_group_a(world.resource::<Roles>(), good)
}

/// How far voters and organised workers look into the books (0–1).
pub(in crate::sim) fn checked(government: &Government, living: &Living) -> f64 {
    let (franchise, workers) = (government.franchise(), living.organised(Class::Workers));
    (franchise + 0.5 * workers * (1.0 - franchise)).clamp(0.0, 1.0)
}

/// What decides how much the report of a sector is padded now.
pub fn reporter_of(world: &World, id: PolityId, good: GoodId) -> Reporter {
    let (plan, government) = (world.polity::<Plan>(id), world.polity::<Government>(id));
    let made = world.polity::<Prices>(id).supply[good];
    Reporter {
        planned: plan.planned,
        ossification: government.ossification(),
        checked: checked(government, world.polity(id)),
        tautness: plan.tautness,
        fulfilment: math::ratio_or(made, plan.target[good], 1.0),
        honesty: world.polity::<Reforms>(id).honesty(world.resource()),
    }
}

/// What decides how much of the inputs that plans promise arrives. `people` live in the country.
pub(in crate::sim) fn allotment(
    technology: &TechnologyRules,
    shared: &CommunityRules,
    (plan, cooperation): (&Plan, &Cooperation),
    (accounts, prices, trade): (&Accounts, &Prices, &TradePosition),
    people: f64,
) -> Allotment {
    let sum = |of: &PerGood<f64>| of.as_slice().iter().sum::<f64>();
    let abroad = math::ratio_or(sum(&trade.arrivals), sum(&prices.demand), 0.0).min(1.0);
    Allotment {
        planned: plan.planned,
        // Where nothing is planned it is of no consequence.
        complexity: match plan.planned > 0.0 {
            true => technology_rules::complexity_of(technology, accounts.product().real(), people),
            false => 0.0,
        },
        information: plan.information,
        padding: plan.padding,
        agreed: (1.0 - cooperation.unsure(shared)) * abroad,
    }
}

/// What decides how much of the inputs that plans promise arrives now.
pub fn allotment_of(world: &World, id: PolityId) -> Allotment {
    allotment(
        world.resource(),
        world.resource(),
        (world.polity(id), world.polity(id)),
        (world.polity(id), world.polity(id), world.polity(id)),
        world.resource::<Lands>().people(id),
    )
}
