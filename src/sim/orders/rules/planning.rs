//! Orders on planning: plans of several years, their revision, reforms.

use crate::base::PolityId;
use crate::content::vocabulary::{Ids, Order, ReformKind};
use crate::sim::access::Access;
use crate::sim::effects::Effect;
use crate::sim::orders::blockers::Blocker;
use crate::sim::plan::{Ambition, FiveYearPlan, Plan, PlanRules, Reforms};
use crate::sim::population::Clock;
use crate::sim::technology::Technology;

use super::checks::Checks;

/// A plan that follows can be settled from this many months before the running one ends.
const LAST_YEAR: u32 = 12;
/// What is planned less than this part of the threshold cannot be reformed.
const LEAST_PLANNED: f64 = 0.5;
/// Revisions below this change nothing.
const SAME: f64 = 1e-4;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    let rules = world.resource::<PlanRules>();
    let (plan, five) = (world.polity::<Plan>(by), world.polity::<FiveYearPlan>(by));
    let left = five.months_left(world.resource::<Clock>().now());
    match order {
        Order::DrawUpPlan { growth, investment, heavy, procurement } => {
            checks.range("The growth", *growth, 0.0, 0.2, false);
            checks.range("The investment share", *investment, 0.05, 0.45, false);
            checks.range("The priority of means of production", *heavy, 0.0, 1.0, false);
            checks.range("The procurement", *procurement, 0.0, 0.6, false);
            checks.require(plan.planned() >= rules.planning_threshold, Blocker::NotPlanned);
            checks.require(left <= LAST_YEAR, Blocker::PlanRuns { months: left });
        }
        Order::RevisePlan { by: change } => {
            checks.range("The revision", *change, -0.5, 0.5, false);
            checks.require(change.abs() >= SAME, Blocker::AlreadySo);
            checks.require(five.is_running() && left > 0, Blocker::NothingThere);
        }
        Order::ReformPlanning { kind } => {
            let reforms = world.polity::<Reforms>(by);
            checks.require(plan.planned() >= LEAST_PLANNED * rules.planning_threshold, Blocker::NotPlanned);
            let under_way = match kind {
                ReformKind::Computers => reforms.is_computing(),
                kind => reforms.course() == Some(*kind),
            };
            checks.require(!under_way, Blocker::AlreadySo);
            if *kind == ReformKind::Computers {
                let (needs, has) = (rules.computers_technology, world.polity::<Technology>(by).level());
                checks.require(has >= needs, Blocker::InsufficientTechnology { needs, has });
            }
        }
        Order::Recentralise => {
            let course = world.polity::<Reforms>(by).course();
            checks.require(course.is_some(), Blocker::NothingThere);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

pub(super) fn effects(by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    Some(vec![match order {
        Order::DrawUpPlan { growth, investment, heavy, procurement } => {
            let ambition = Ambition {
                growth: *growth,
                investment: *investment,
                heavy: *heavy,
                procurement: *procurement,
            };
            Effect::DrawUpPlan { polity: by, ambition }
        }
        Order::RevisePlan { by: change } => Effect::RevisePlan { polity: by, by: *change },
        Order::ReformPlanning { kind } => Effect::ReformPlanning { polity: by, kind: Some(*kind) },
        Order::Recentralise => Effect::ReformPlanning { polity: by, kind: None },
        _ => return None,
    }])
}
