//! The month of one plan: targets on the way to the goals, balances, reports, hoards, queues, procurement.

use crate::base::{GoodId, Month, PolityId, math};
use crate::sim::economy::{Consumption, Industry, Paces, Prices, Roles, rules as economy_rules};
use crate::sim::population::PerGood;
use crate::sim::terms::NoTerms;

use super::components::{Ambition, ClosedPlan, FiveYearPlan, Plan, Reforms};
use super::five_year::{self, Standing, Tables};
use super::parameters::PlanRules;
use super::rules::{self, Allotment, Reporter};

impl FiveYearPlan {
    /// Puts a plan in force for some months, its goals drawn up from a standing.
    pub(in crate::sim) fn open(
        &mut self,
        tables: &Tables,
        standing: &Standing,
        ambition: Ambition,
        now: Month,
        months: u32,
    ) {
        let years = f64::from(months) / 12.0;
        *self = Self {
            start: now,
            months,
            ambition,
            next: None,
            base: standing.reported,
            goal: five_year::goals(tables, standing, &ambition, years),
            ..Self::default()
        };
        for good in tables.roles.goods() {
            let way = math::ratio_or(self.goal[good], self.base[good], 1.0).max(1e-6);
            self.step[good] = math::pow(way, 1.0 / f64::from(months.max(1)));
        }
    }

    /// The ambition of a plan over which nobody argues: from the achieved level, as reported.
    pub(in crate::sim) fn routine(&self, rules: &PlanRules, standing: &Standing) -> Ambition {
        let sum = |of: &PerGood<f64>| of.as_slice().iter().sum::<f64>();
        let years = f64::from(self.months.max(1)) / 12.0;
        let achieved = math::ratio_or(sum(&standing.reported), sum(&self.base), 1.0).max(0.1);
        let achieved = math::pow(achieved, 1.0 / years.max(1.0)) - 1.0;
        let growth = math::lerp(self.ambition.growth, achieved, rules.achieved_weight);
        Ambition {
            growth: growth.clamp(LEAST_GROWTH, MOST_GROWTH),
            investment: standing.investment,
            ..self.ambition
        }
    }

    /// The ambition of planners who have never drawn up a plan.
    pub(in crate::sim) fn first(rules: &PlanRules, standing: &Standing) -> Ambition {
        Ambition {
            growth: rules.opening_growth,
            investment: standing.investment,
            heavy: rules.opening_heavy,
            procurement: rules.opening_procurement,
        }
    }

    /// The plan as the archive keeps it.
    pub(in crate::sim) fn close(&self, polity: PolityId) -> ClosedPlan {
        let over = |of: &PerGood<f64>| {
            let mut shares: PerGood<f64> = PerGood::default();
            for (place, share) in shares.as_mut_slice().iter_mut().enumerate() {
                *share = math::ratio_or(of.as_slice()[place], self.due.as_slice()[place], 1.0);
            }
            shares
        };
        ClosedPlan {
            polity,
            start: self.start,
            months: self.months,
            ambition: self.ambition,
            fulfilment: self.fulfilment(),
            truth: over(&self.made),
            reported: over(&self.told),
        }
    }
}

/// No routine plan sets out for less or more a year.
const LEAST_GROWTH: f64 = 0.01;
const MOST_GROWTH: f64 = 0.14;

/// What the month of a plan reads, of one country.
pub(in crate::sim) struct MonthOf<'a> {
    pub tables: Tables<'a>,
    pub paces: &'a Paces,
    pub industry: &'a Industry,
    pub prices: &'a Prices,
    pub consumption: &'a Consumption,
    /// How far voters and organised workers look into the books (0–1).
    pub checked: f64,
    pub ossification: f64,
    /// What is kept of procurement pressure from one month to the next.
    pub kept_pressure: f64,
    /// Months that the running plan has left.
    pub months_left: u32,
    /// What the division of labour with partners makes of the pull of sectors on investment (1 = alone).
    pub lean: PerGood<f64>,
    /// What the economy's complexity and its partners make of the balances.
    pub allotment: Allotment,
    /// How far enterprises hoard against partners that may not deliver (1 = as if alone).
    pub unsure: f64,
}

impl MonthOf<'_> {
    fn roles(&self) -> &Roles {
        self.tables.roles
    }

    /// Targets of the month, and how taut they are.
    pub(in crate::sim) fn set_targets(&self, plan: &mut Plan, five: &FiveYearPlan) {
        let rules = self.tables.rules;
        for good in self.roles().goods() {
            plan.target[good] = if five.is_running() {
                plan.target[good] * five.step[good]
            } else {
                rules::target(rules, self.industry.potential[good], plan.planned)
            };
        }
        let taut = rules::tautness(rules, self.roles(), &plan.target, &self.industry.potential, plan.planned);
        plan.tautness = math::lerp(taut, plan.tautness, self.paces.shortage);
        plan.reserve = if five.is_running() { rules.hidden_reserve } else { 0.0 };
        let heavy = if five.is_running() { five.ambition.heavy } else { 0.5 };
        plan.weight = rules::weights(rules, self.roles(), plan.planned, heavy);
        plan.drive = 0.5 + heavy;
    }

    /// What enterprises report of last month, and the sums of the plan.
    pub(in crate::sim) fn report(&self, plan: &mut Plan, five: &mut FiveYearPlan, reforms: &Reforms) {
        // Where nothing is planned there is nothing to pad.
        if plan.planned <= 0.0 && plan.padding == 0.0 && !five.is_running() {
            return;
        }
        let rules = self.tables.rules;
        let honesty = reforms.honesty(rules);
        let (mut made_all, mut told_all) = (0.0, 0.0);
        for good in self.roles().goods() {
            let made = self.prices.supply[good];
            let reporter = Reporter {
                planned: plan.planned,
                ossification: self.ossification,
                checked: self.checked,
                tautness: plan.tautness,
                fulfilment: math::ratio_or(made, plan.target[good], 1.0),
                honesty,
            };
            let padded = rules::padding(rules, &reporter, &mut NoTerms);
            plan.padded[good] = math::lerp(padded, plan.padded[good], self.paces.shortage);
            let told = made * (1.0 + plan.padded[good]);
            if five.is_running() {
                five.due[good] += plan.target[good];
                five.made[good] += made;
                five.told[good] += told;
            }
            made_all += made * self.roles().value_added[good];
            told_all += told * self.roles().value_added[good];
        }
        plan.padding = math::ratio_or(told_all, made_all, 1.0) - 1.0;
    }

    /// Shortages, queues and hoards.
    pub(in crate::sim) fn balance(&self, plan: &mut Plan, reforms: &Reforms, stock: impl Fn(GoodId) -> f64) {
        let (rules, kept) = (self.tables.rules, self.paces.shortage);
        plan.shortage = math::lerp(self.industry.lacking, plan.shortage, kept);
        let allotment = Allotment { information: plan.information, padding: plan.padding, ..self.allotment };
        let mismatch = rules::mismatch(rules, &allotment, &mut NoTerms);
        plan.mismatch = math::lerp(mismatch, plan.mismatch, kept);
        let honesty = reforms.honesty(rules);
        for good in self.roles().goods() {
            plan.lacking[good] = math::lerp(self.industry.short_of[good], plan.lacking[good], kept);
            let (had, wanted) = (self.consumption.had[good].real(), self.consumption.wanted[good].real());
            let unmet = 1.0 - math::ratio_or(had, wanted, 1.0).clamp(0.0, 1.0);
            plan.queue[good] = math::lerp(unmet, plan.queue[good], kept);
            let used = economy_rules::inputs_for(self.roles(), &self.prices.supply, good);
            let aim = rules::hoard(rules, used, plan.tautness * self.unsure, honesty);
            let hoard = plan.hoard[good] + (aim - plan.hoard[good]) / rules.hoard_adjust_months.max(1.0);
            plan.hoard[good] = hoard.clamp(0.0, MOST_HOARDED * stock(good));
        }
    }

    /// Procurement and how villages answer it.
    pub(in crate::sim) fn procure(&self, plan: &mut Plan, five: &FiveYearPlan) {
        let rules = self.tables.rules;
        let asked = if five.is_running() { five.ambition.procurement } else { 0.0 };
        let aim = rules::pressure(rules, asked, plan.planned);
        plan.pressure = math::lerp(aim, plan.pressure, self.kept_pressure);
        let villages: f64 = self
            .roles()
            .goods()
            .filter(|&good| self.roles().land[good])
            .map(|good| self.industry.labour[good])
            .sum();
        plan.sowings = rules::sowings(rules, plan.pressure);
        plan.village_share = rules::village_share(rules, plan.pressure, villages);
    }

    /// A quarter of the mix of investment: what strain asks for, and under plan what goals need.
    pub(in crate::sim) fn invest(&self, plan: &mut Plan, five: &FiveYearPlan, reforms: &Reforms) {
        let (rules, roles) = (self.tables.rules, self.roles());
        let heavy = if five.is_running() { five.ambition.heavy } else { 0.5 };
        let industry = self.industry;
        let mut wanted =
            rules::wanted_mix(rules, roles, &industry.capital, &industry.pull, plan.planned, heavy);
        if five.is_running() {
            let years = f64::from(self.months_left) / 12.0;
            let (capital, potential) = (&industry.capital, &industry.potential);
            let needed = five_year::mix_for(&self.tables, capital, potential, &five.goal, years);
            // Enterprises of their own mind invest where they see need, not where the plan does.
            let weight = rules.goal_weight * plan.planned * (1.0 - reforms.depth);
            for good in roles.goods() {
                wanted[good] = math::lerp(wanted[good], needed[good], weight);
            }
        }
        for good in roles.goods() {
            wanted[good] *= self.lean[good];
        }
        let wanted = economy_rules::normalised(&wanted, roles);
        for good in roles.goods() {
            plan.mix[good] = math::lerp(wanted[good], plan.mix[good], self.paces.mix);
        }
    }
}

/// However taut a plan is, this much of a stock is the most that is held back.
const MOST_HOARDED: f64 = 0.6;
