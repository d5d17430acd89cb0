//! Components and resources that planning owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Month, PolityId, math};
use crate::content::vocabulary::{FormOfRule, ReformKind};
use crate::sim::economy::Consumption;
use crate::sim::population::PerGood;

/// How a country is planned this month; in market countries only the investment mix counts.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Share of output that is coordinated by plan (0–1).
    pub(in crate::sim) planned: f64,
    /// Share of investment by sector (sums to 1).
    pub(in crate::sim) mix: PerGood<f64>,
    /// Monthly target by sector, gross output.
    pub(in crate::sim) target: PerGood<f64>,
    /// Share of intermediate demand that could not be met (0–1), smoothed.
    pub(in crate::sim) shortage: f64,
    /// How much reports exceed the truth (0.05 = 5 %), over all sectors.
    pub(in crate::sim) padding: f64,
    /// The form of rule under which the country was planned last month.
    pub(in crate::sim) form: Option<FormOfRule>,
    /// Share of output under plan to which the country is moving.
    pub(in crate::sim) bound_for: f64,
    /// How far targets exceed what could be made (0–0.5), smoothed.
    pub(in crate::sim) tautness: f64,
    /// How much the report of each sector exceeds the truth (0–0.5).
    pub(in crate::sim) padded: PerGood<f64>,
    /// Share of the wanted amount of each input that could not be had (0–1), smoothed.
    pub(in crate::sim) lacking: PerGood<f64>,
    /// Share of what households wanted and did not get, by good (0–1), smoothed: the queue.
    pub(in crate::sim) queue: PerGood<f64>,
    /// Share of their inputs that enterprises do not get although the balances have them (0–0.5).
    pub(in crate::sim) mismatch: f64,
    /// Stocks that enterprises hold back, gross output units; nobody else can use them.
    pub(in crate::sim) hoard: PerGood<f64>,
    /// Weight with which a sector is served when inputs lack (1 = last).
    pub(in crate::sim) weight: PerGood<f64>,
    /// Procurement of the staple beyond what villages part with freely (0–0.6), smoothed.
    pub(in crate::sim) pressure: f64,
    /// What procurement leaves of sowings (0–1).
    pub(in crate::sim) sowings: f64,
    /// What procurement leaves of the staple that households would buy (0–1).
    pub(in crate::sim) village_share: f64,
    /// How hard labour is drawn from the land into industry (1 = as the rule gives it).
    pub(in crate::sim) drive: f64,
    /// What reforms leave of the information that planners lose (0–1).
    pub(in crate::sim) information: f64,
    /// Part of the capacity above its target that a sector does not show (0–1).
    pub(in crate::sim) reserve: f64,
}

impl Plan {
    /// Whether no sector comes before others when inputs lack.
    pub(in crate::sim) fn serves_all_alike(&self) -> bool {
        self.weight.as_slice().iter().all(|&weight| weight == 1.0)
    }
    /// Share of output that is coordinated by plan (0–1).
    pub fn planned(&self) -> f64 {
        self.planned
    }
    /// Share of investment that goes to a sector (0–1).
    pub fn mix(&self, good: GoodId) -> f64 {
        self.mix[good]
    }
    /// Monthly target of a sector, gross output.
    pub fn target(&self, good: GoodId) -> f64 {
        self.target[good]
    }
    /// Share of intermediate demand that could not be met (0–1), smoothed.
    pub fn shortage(&self) -> f64 {
        self.shortage
    }
    /// How much reports exceed the truth (0.05 = 5 %), over all sectors.
    pub fn padding(&self) -> f64 {
        self.padding
    }
    /// How much the report of one sector exceeds the truth (0–0.5).
    pub fn padded(&self, good: GoodId) -> f64 {
        self.padded[good]
    }
    /// How far targets exceed what could be made (0–0.5), smoothed.
    pub fn tautness(&self) -> f64 {
        self.tautness
    }
    /// Share of the wanted amount of an input that could not be had (0–1), smoothed.
    pub fn lacking(&self, good: GoodId) -> f64 {
        self.lacking[good]
    }
    /// Share of what households wanted of a good and did not get (0–1), smoothed.
    pub fn queue(&self, good: GoodId) -> f64 {
        self.queue[good]
    }
    /// Share of what households wanted and did not get, over all they buy (0–1): repressed inflation.
    pub fn queues(&self, consumption: &Consumption) -> f64 {
        let parts = self.queue.as_slice().iter().zip(consumption.basket.as_slice());
        parts.map(|(queue, share)| queue * share).sum()
    }
    /// Share of their inputs that enterprises do not get although the balances have them (0–0.5).
    pub fn mismatch(&self) -> f64 {
        self.mismatch
    }
    /// Stocks of a good that enterprises hold back.
    pub fn hoard(&self, good: GoodId) -> f64 {
        self.hoard[good]
    }
    /// Procurement of the staple beyond what villages part with freely (0–0.6), smoothed.
    pub fn pressure(&self) -> f64 {
        self.pressure
    }
    /// What others can use of a stock: all but what enterprises hoard.
    pub(in crate::sim) fn free(&self, good: GoodId, stock: f64) -> f64 {
        (stock - self.hoard[good]).max(0.0)
    }
    /// What a sector under plan is set to make: its target, and of what it could make beyond that only what it shows.
    pub(in crate::sim) fn called_for(&self, good: GoodId, potential: f64) -> f64 {
        let above = (potential - self.target[good]).max(0.0);
        self.target[good].min(potential) + above * (1.0 - self.reserve)
    }
}

/// What a plan sets out to do: the four numbers from which the rest is derived.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Ambition {
    /// Growth of the product a year (0.07 = 7 %).
    pub growth: f64,
    /// Share of the product that is invested.
    pub investment: f64,
    /// Priority of means of production (group A) over consumption (group B), 0–1; 0.5 = even.
    pub heavy: f64,
    /// Share of the staple taken at fixed prices (0–0.6).
    pub procurement: f64,
}

/// A plan of several years. Fixed in size; every polity has one, most an empty one.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct FiveYearPlan {
    /// The first month of the running plan.
    pub(in crate::sim) start: Month,
    /// Its length; 0 = none is running.
    pub(in crate::sim) months: u32,
    /// What it sets out to do.
    pub(in crate::sim) ambition: Ambition,
    /// What is to follow it, if an order has said so.
    pub(in crate::sim) next: Option<Ambition>,
    /// Monthly gross output by sector as reported when it was drawn up.
    pub(in crate::sim) base: PerGood<f64>,
    /// Monthly gross output by sector at its end.
    pub(in crate::sim) goal: PerGood<f64>,
    /// Monthly factor from base to goal.
    pub(in crate::sim) step: PerGood<f64>,
    /// Targets so far, summed.
    pub(in crate::sim) due: PerGood<f64>,
    /// Output so far, summed.
    pub(in crate::sim) made: PerGood<f64>,
    /// Reported output so far, summed.
    pub(in crate::sim) told: PerGood<f64>,
}

impl FiveYearPlan {
    /// Whether a plan is running.
    pub fn is_running(&self) -> bool {
        self.months > 0
    }
    /// Its first month.
    pub fn start(&self) -> Month {
        self.start
    }
    /// Its length in months; 0 = none is running.
    pub fn months(&self) -> u32 {
        self.months
    }
    /// Months it has still to run after this one.
    pub fn months_left(&self, now: Month) -> u32 {
        self.months.saturating_sub(now.since(self.start))
    }
    /// What it sets out to do.
    pub fn ambition(&self) -> &Ambition {
        &self.ambition
    }
    /// What is to follow it, if an order has said so.
    pub fn next(&self) -> Option<&Ambition> {
        self.next.as_ref()
    }
    /// Monthly gross output of a sector as reported when the plan was drawn up.
    pub fn base(&self, good: GoodId) -> f64 {
        self.base[good]
    }
    /// Monthly gross output of a sector at the plan's end.
    pub fn goal(&self, good: GoodId) -> f64 {
        self.goal[good]
    }
    /// Targets, output and reported output of a sector so far, summed over the plan's months.
    pub fn so_far(&self, good: GoodId) -> [f64; 3] {
        [self.due[good], self.made[good], self.told[good]]
    }
    /// Output over targets so far: in truth and as reported; 1 before the first month.
    pub fn fulfilment(&self) -> Fulfilment {
        let sum = |of: &PerGood<f64>| of.as_slice().iter().sum::<f64>();
        let due = sum(&self.due);
        Fulfilment {
            truth: math::ratio_or(sum(&self.made), due, 1.0),
            reported: math::ratio_or(sum(&self.told), due, 1.0),
        }
    }
    /// What a sector owes to the plan so far, in months of its target; below 0 = it is ahead.
    pub fn arrears(&self, good: GoodId, target: f64) -> f64 {
        math::ratio_or(self.due[good] - self.made[good], target, 0.0)
    }
}

/// Output over targets.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Fulfilment {
    /// As it was.
    pub truth: f64,
    /// As it was reported.
    pub reported: f64,
}

/// How far planning has been reformed.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Reforms {
    /// The course of reform in force.
    pub(in crate::sim) course: Option<ReformKind>,
    /// Since when.
    pub(in crate::sim) since: Month,
    /// How far prices, profit and contracts guide enterprises in the place of orders (0–1).
    pub(in crate::sim) depth: f64,
    /// Whether the plan is being put on computers.
    pub(in crate::sim) computing: bool,
    /// How far it has been (0–1).
    pub(in crate::sim) computers: f64,
}

impl Reforms {
    /// The course of reform in force.
    pub fn course(&self) -> Option<ReformKind> {
        self.course
    }
    /// Since when.
    pub fn since(&self) -> Month {
        self.since
    }
    /// How far prices, profit and contracts guide enterprises in the place of orders (0–1).
    pub fn depth(&self) -> f64 {
        self.depth
    }
    /// Whether the plan is being put on computers.
    pub fn is_computing(&self) -> bool {
        self.computing
    }
    /// How far the plan has been put on computers (0–1).
    pub fn computers(&self) -> f64 {
        self.computers
    }
}

/// A plan that has ended, with what was reported and what was true.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ClosedPlan {
    /// Whose.
    pub polity: PolityId,
    /// Its first month.
    pub start: Month,
    /// Its length in months.
    pub months: u32,
    /// What it set out to do.
    pub ambition: Ambition,
    /// Output over targets, over all sectors.
    pub fulfilment: Fulfilment,
    /// Output over targets by sector, in truth.
    pub truth: PerGood<f64>,
    /// Output over targets by sector, as reported.
    pub reported: PerGood<f64>,
}

/// The archive of plans: part of the record, oldest first.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PlanArchive {
    pub(in crate::sim) closed: Vec<ClosedPlan>,
}

impl PlanArchive {
    /// All plans that have ended, oldest first.
    pub fn closed(&self) -> &[ClosedPlan] {
        &self.closed
    }
    /// The plans of one polity, oldest first.
    pub fn of(&self, polity: PolityId) -> impl DoubleEndedIterator<Item = &ClosedPlan> {
        self.closed.iter().filter(move |closed| closed.polity == polity)
    }
}

/// What each form of rule is used to, read off the archetypes made for it. Derived at the start, never saved.
#[derive(Resource, Debug, Clone, PartialEq)]
pub struct FormNorms {
    /// By form of rule, in the order of `FormOfRule::ALL`.
    pub(in crate::sim) of: Vec<FormNorm>,
}

/// What one form of rule is used to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FormNorm {
    /// Mean share of output under plan of the archetypes made first of all for it.
    pub(in crate::sim) planned: f64,
    /// Mean shares of the product: taxes, investment, welfare; `None` where no archetype is made for the form.
    pub(in crate::sim) shares: Option<[f64; 3]>,
}
