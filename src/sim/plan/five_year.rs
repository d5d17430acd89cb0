//! Drawing up a plan of several years: pure functions from reported figures and an ambition to consistent goals by
//! sector, and a preview of what they will starve.
//!
//! Final demand at the plan's end follows from growth, the shares of the budget and Engel's law; the Leontief inverse
//! turns it into gross output, so that no goal contradicts another. Goals start from what was *reported*: padding goes
//! into the next plan. Source: DESIGN §5; method of material balances as planners described it.

use crate::base::{GoodId, IdVec, math};
use crate::content::defs::GoodDef;
use crate::sim::economy::{EconomyRules, Roles, rules as economy_rules};
use crate::sim::population::PerGood;

use super::components::Ambition;
use super::parameters::PlanRules;

/// Where a country stands when a plan is drawn up. Amounts are monthly.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Gross output as reported.
    pub reported: PerGood<f64>,
    /// Gross output that labour and capital could make.
    pub potential: PerGood<f64>,
    /// Capital in use, thousands of 2011 dollars.
    pub capital: PerGood<f64>,
    /// Home prices over base prices.
    pub prices: PerGood<f64>,
    /// How hard demand presses on each sector (1 = normal).
    pub strain: PerGood<f64>,
    /// People.
    pub people: f64,
    /// Share of the product that offices and welfare take.
    pub public: f64,
    /// Share of the product that is invested.
    pub investment: f64,
    /// Share of the product that forces take.
    pub forces: f64,
    /// Growth of productivity a year.
    pub productivity: f64,
    /// Share of output under plan.
    pub planned: f64,
}

/// Goods, their roles and the rules: what does not change in a campaign.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    /// The goods.
    pub goods: &'a IdVec<GoodId, GoodDef>,
    /// What they are for.
    pub roles: &'a Roles,
    /// Rules of the economy.
    pub economy: &'a EconomyRules,
    /// Rules of planning.
    pub rules: &'a PlanRules,
}

/// What a plan will starve if it is held to: each figure is for the plan's end, monthly.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Preview {
    /// Gross output that the plan asks for.
    pub goal: PerGood<f64>,
    /// Gross output that capital built under the plan, labour and productivity could make.
    pub capacity: PerGood<f64>,
    /// Share of the investment that goes to a sector (sums to 1).
    pub mix: PerGood<f64>,
    /// Part of each goal that will be lacking (0–1).
    pub shortfall: PerGood<f64>,
    /// What would have to be bought abroad to make it good; nothing for goods that are not traded.
    pub imports: PerGood<f64>,
    /// Share of the product left to households by the plan (0–1).
    pub households: f64,
    /// What households can have a head, over what they have now.
    pub consumption: f64,
    /// Product that can be made over product asked for.
    pub feasible: f64,
}

/// However much a plan takes, this much of the product is left to households.
const LEAST_LEFT_TO_HOUSEHOLDS: f64 = 0.2;

fn product(tables: &Tables, output: &PerGood<f64>) -> f64 {
    tables.roles.goods().map(|good| output[good] * tables.roles.value_added[good]).sum()
}

/// Share of the product that is left to households.
fn households_share(standing: &Standing, investment: f64) -> f64 {
    (1.0 - standing.public - standing.forces - investment).max(LEAST_LEFT_TO_HOUSEHOLDS)
}

/// Whether a good is a means of production (group A).
pub(in crate::sim) fn is_group_a(roles: &Roles, good: GoodId) -> bool {
    roles.industry[good] && (roles.strategic[good] || roles.primary[good])
}

/// Final demand by good out of a product of the month: households by Engel's law, investment, offices, forces. With
/// `heavy` above one half, a part of what households would have goes into means of production.
fn final_demand(
    tables: &Tables,
    standing: &Standing,
    product: f64,
    investment: f64,
    heavy: f64,
) -> PerGood<f64> {
    let Tables { goods, roles, economy, rules } = *tables;
    let households = product * households_share(standing, investment);
    let per_head = math::ratio_or(households * 12_000.0, standing.people, 0.0);
    let basket = economy_rules::basket(goods, roles, economy, per_head, &standing.prices);
    // From a half down to nothing the priority turns round, and consumption gains what means of production lose.
    let turned = rules.goal_heavy * (2.0 * heavy - 1.0);
    let mut wanted = PerGood::default();
    for good in roles.goods() {
        wanted[good] = households * basket[good] * (1.0 - turned)
            + (product * investment + (households * turned).max(-0.5 * product * investment))
                * roles.investment[good]
            + product * standing.public * roles.public[good]
            + product * standing.forces * roles.forces[good];
    }
    wanted
}

/// Largest factor between a sector's report and its goal: no plan asks for more, however bold.
const BOLDEST: f64 = 5.0;

/// Goals by sector: gross output a month at the end of `years`, from what was reported and what final demand will be.
pub(in crate::sim) fn goals(
    tables: &Tables,
    standing: &Standing,
    ambition: &Ambition,
    years: f64,
) -> PerGood<f64> {
    let now = product(tables, &standing.reported);
    let then = now * math::pow(1.0 + ambition.growth, years);
    let wanted = |product, investment, heavy| {
        economy_rules::leontief(tables.roles, &final_demand(tables, standing, product, investment, heavy))
    };
    let (before, after) =
        (wanted(now, standing.investment, 0.5), wanted(then, ambition.investment, ambition.heavy));
    let mut goals = PerGood::default();
    for good in tables.roles.goods() {
        let factor = math::ratio_or(after[good], before[good], 1.0).clamp(0.5, BOLDEST);
        goals[good] = standing.reported[good] * factor;
    }
    goals
}

/// The mix of investment that goals need: capital that wears out, and the growth that lies between what a sector could
/// make and its goal. Sums to 1.
pub(in crate::sim) fn mix_for(
    tables: &Tables,
    capital: &PerGood<f64>,
    potential: &PerGood<f64>,
    goal: &PerGood<f64>,
    years: f64,
) -> PerGood<f64> {
    let mut weights = PerGood::default();
    for good in tables.roles.goods() {
        let gap = math::ln(math::ratio_or(goal[good], potential[good], 1.0).clamp(0.2, BOLDEST));
        let growth = (gap / years.max(1.0)).clamp(0.0, MOST_GROWTH);
        weights[good] = capital[good] * (tables.economy.depreciation + growth);
    }
    economy_rules::normalised(&weights, tables.roles)
}

/// Largest yearly growth of a sector's capital that a mix provides for.
const MOST_GROWTH: f64 = 0.2;

/// What a plan with these four numbers will bring and starve, if output, not reports, decides.
pub fn preview(tables: &Tables, standing: &Standing, ambition: &Ambition) -> Preview {
    let years = tables.rules.plan_years;
    let roles = tables.roles;
    let goal = goals(tables, standing, ambition, years);
    let needed = mix_for(tables, &standing.capital, &standing.potential, &goal, years);
    let strained = super::rules::wanted_mix(
        tables.rules,
        roles,
        &standing.capital,
        &standing.strain,
        standing.planned,
        ambition.heavy,
    );
    let mut seen =
        Preview { goal, households: households_share(standing, ambition.investment), ..Preview::default() };
    let now = product(tables, &standing.potential);
    // Half of the growth that capital will bring is there, on average, while it is being built.
    let spent = 12.0 * years * now * ambition.investment * (1.0 + 0.25 * ambition.growth * years);
    let keep = math::pow(1.0 - tables.economy.depreciation.clamp(0.0, 0.9), years);
    let skill = math::pow(1.0 + standing.productivity.clamp(-0.2, 0.2), years);
    for (good, def) in tables.goods.iter() {
        let weight = tables.rules.goal_weight * standing.planned;
        seen.mix[good] = math::lerp(strained[good], needed[good], weight);
        let later = standing.capital[good] * keep + spent * seen.mix[good];
        let capital = math::ratio_or(later, standing.capital[good], 1.0).max(0.05);
        seen.capacity[good] = standing.potential[good] * skill * math::pow(capital, def.capital_share);
        seen.shortfall[good] = (1.0 - math::ratio_or(seen.capacity[good], goal[good], 1.0)).clamp(0.0, 1.0);
        if def.traded {
            seen.imports[good] = (goal[good] - seen.capacity[good]).max(0.0);
        }
    }
    let possible = product(tables, &seen.capacity);
    seen.feasible = math::ratio_or(possible, product(tables, &goal), 1.0);
    // Households come last: what investment, offices and forces are promised goes first.
    let first = product(tables, &goal) * (1.0 - seen.households);
    let left = (possible - first).max(LEAST_LEFT_TO_HOUSEHOLDS * possible);
    seen.consumption = math::ratio_or(left, now * households_share(standing, standing.investment), 1.0);
    seen
}

#[cfg(test)]
#[path = "five_year_tests.rs"]
mod tests;
