//! What effects do to plans.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId, math};
use crate::content::vocabulary::{ReformKind, Stat};
use crate::sim::access::Access;
use crate::sim::economy::Roles;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Atlas, Clock, Seat};

use super::components::{Ambition, FiveYearPlan, Plan, Reforms};
use super::parameters::PlanRules;
use super::rules;

/// Shifts the mix of investment towards a sector by points of the total (−0.2–0.2); it then follows demand again with
/// the half-life of the mix.
pub(in crate::sim) fn shift_investment(world: &mut World, polity: PolityId, to: GoodId, by: f64) {
    let roles = world.resource::<Roles>().clone();
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut plan) = world.get_mut::<Plan>(entity) {
        rules::shift(&mut plan.mix, &roles, to, by);
    }
}

/// Says what the next plan is to set out for; it is drawn up when the running one ends, at once if none runs.
pub(in crate::sim) fn draw_up_plan(world: &mut World, polity: PolityId, ambition: Ambition) {
    world.polity_mut::<FiveYearPlan>(polity).next = Some(ambition);
}

/// Raises or lowers what is left of a running plan (−0.5–0.5 of its growth); those who vouched for it lose face.
pub(in crate::sim) fn revise_plan(world: &mut World, polity: PolityId, by: f64) {
    let price = world.resource::<PlanRules>().revision_price * by.abs();
    let now = world.resource::<Clock>().now();
    let roles = world.resource::<Roles>().clone();
    let target = world.polity::<Plan>(polity).target;
    let mut plan = world.polity_mut::<FiveYearPlan>(polity);
    plan.ambition.growth = (plan.ambition.growth * (1.0 + by)).max(0.0);
    let left = f64::from(plan.months_left(now).max(1));
    for good in roles.goods() {
        let way = math::ratio_or(plan.goal[good], target[good], 1.0).max(1e-6);
        // Where a sector was to shrink it is to shrink less under a bolder plan.
        let factor = math::exp(math::ln(way) * if way >= 1.0 { 1.0 + by } else { 1.0 - by });
        plan.goal[good] = target[good] * factor;
        plan.step[good] = math::pow(factor.max(1e-6), 1.0 / left);
    }
    pay(world, polity, price);
}

/// Begins a reform of planning, or returns to orders (`None`).
pub(in crate::sim) fn reform_planning(world: &mut World, polity: PolityId, kind: Option<ReformKind>) {
    let rules = *world.resource::<PlanRules>();
    let now = world.resource::<Clock>().now();
    let mut reforms = world.polity_mut::<Reforms>(polity);
    let before = rules::depth_of(&rules, reforms.course);
    match kind {
        Some(ReformKind::Computers) => reforms.computing = true,
        course => reforms.course = course,
    }
    reforms.since = now;
    let deeper = (rules::depth_of(&rules, reforms.course) - before).max(0.0);
    pay(world, polity, rules.reform_price * deeper);
}

fn pay(world: &mut World, polity: PolityId, cohesion: f64) {
    let of = Seat::Polity(polity);
    world.resource_mut::<Effects>().push(Effect::Nudge { stat: Stat::EliteCohesion, of, by: -cohesion });
}

/// Splits what is planned when a territory passes from one polity to another: `share` (0–1) of the giver's targets,
/// goals and hoards goes with it. A receiver that was `founded` has taken the giver's plan over as it was.
pub(in crate::sim) fn on_cede(world: &mut World, from: PolityId, to: PolityId, share: f64, founded: bool) {
    let (before, theirs) = (*world.polity::<Plan>(from), *world.polity::<Plan>(to));
    let (mut mine, mut other) = (before, theirs);
    for place in 0..before.target.as_slice().len() {
        for (mine, other, before, theirs) in [
            (&mut mine.target, &mut other.target, &before.target, &theirs.target),
            (&mut mine.hoard, &mut other.hoard, &before.hoard, &theirs.hoard),
        ] {
            let part = before.as_slice()[place] * share;
            mine.as_mut_slice()[place] -= part;
            other.as_mut_slice()[place] = if founded { part } else { theirs.as_slice()[place] + part };
        }
    }
    // Running plans keep their growth and lose, or gain, ground.
    let gained = |good: usize| {
        math::ratio_or(other.target.as_slice()[good], theirs.target.as_slice()[good], 1.0).min(2.0)
    };
    *world.polity_mut::<Plan>(from) = mine;
    *world.polity_mut::<Plan>(to) = other;
    world.polity_mut::<FiveYearPlan>(from).scale(|_| 1.0 - share);
    if !founded {
        world.polity_mut::<FiveYearPlan>(to).scale(gained);
    }
}

impl FiveYearPlan {
    /// Makes base and goal larger or smaller by a factor for each good.
    fn scale(&mut self, factor: impl Fn(usize) -> f64) {
        for amounts in [&mut self.base, &mut self.goal] {
            amounts.as_mut_slice().iter_mut().enumerate().for_each(|(good, amount)| *amount *= factor(good));
        }
    }
}
