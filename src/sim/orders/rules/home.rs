//! Orders at home: budget, investment, warheads, dependencies, doctrine.

use bevy::prelude::World;

use crate::base::{DoctrineId, Money, PolityId};
use crate::content::vocabulary::{Ids, Order, Stat};
use crate::sim::access::Access;
use crate::sim::conflict::{ConflictRules, Forces, warhead_readiness};
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements};
use crate::sim::doctrine::{Doctrines, LARGEST_STEP, Tuning};
use crate::sim::economy::Accounts;
use crate::sim::effects::Effect;
use crate::sim::finance::{Budget, BudgetLine, Payments};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::politics::{Government, PoliticsRules, Status, federation_under, part_of};
use crate::sim::population::{Atlas, Clock, Lore, Seat};
use crate::sim::technology::{Research, Technology};

use super::checks::{Checks, ahead, yearly_budget};

/// Two settings that differ by less are the same setting.
const SAME: f64 = 1e-4;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    let mut line = |what: &str, line: BudgetLine, share: f64, min: f64, max: f64| {
        checks.range(what, share, min, max, false);
        let now = world.polity::<Budget>(by).share(line);
        checks.require((now - share).abs() >= SAME, Blocker::AlreadySo);
        let bound = matches!(line, BudgetLine::Welfare | BudgetLine::Investment)
            && world.polity::<Payments>(by).austerity() > 0;
        checks.require(!(bound && share > now), Blocker::BoundByStrings);
    };
    match order {
        Order::SetInvestment { share } => {
            line("The investment share", BudgetLine::Investment, *share, 0.05, 0.45);
        }
        Order::SetForces { share } => line("The forces' share", BudgetLine::Forces, *share, 0.0, 0.35),
        Order::SetWelfare { share } => line("The welfare share", BudgetLine::Welfare, *share, 0.0, 0.35),
        Order::SetTaxes { share } => line("The tax rate", BudgetLine::Taxes, *share, 0.02, 0.6),
        Order::ShiftInvestment { by: points, .. } => {
            checks.range("The shift", *points, -0.2, 0.2, false);
            checks.require(points.abs() >= SAME, Blocker::AlreadySo);
        }
        Order::BuildWarheads { share } => {
            checks.range("The share of the budget", *share, 0.0, 0.1, true);
            // Arms may be ahead of industry at large, or behind it where nobody works on them.
            let level = world.polity::<Technology>(by).level().max(world.polity::<Research>(by).military());
            let industry = world.polity::<Accounts>(by).industry().real();
            let ready = warhead_readiness(industry, level, world.resource::<ConflictRules>()) >= 1.0;
            let has = world.polity::<Forces>(by).warheads() > 0.0;
            checks.require(ready || has, Blocker::InsufficientIndustry);
            let limited = world.resource::<Agreements>().limits_arms_of(by);
            checks.require(!limited, Blocker::BoundByTreaty);
            let balance = world.polity::<Budget>(by).balance();
            let limit = world.resource::<OrderRules>().deficit_limit;
            checks.require(balance >= limit, Blocker::InsufficientBudget);
        }
        Order::DivideAndRule { over } => {
            checks.require(*over != by, Blocker::TargetIsSelf);
            checks.require(world.polity::<Status>(*over).ruler() == Some(by), Blocker::NotRulerOfTarget);
        }
        Order::Federate { over } | Order::Partition { over } => {
            checks.require(*over != by, Blocker::TargetIsSelf);
            checks.require(world.polity::<Status>(*over).ruler() == Some(by), Blocker::NotRulerOfTarget);
            let (slot, lack) = if matches!(order, Order::Federate { .. }) {
                (federation_under(world, by, *over), Blocker::NoFederationInSight)
            } else {
                (part_of(world, *over), Blocker::NoPartOfItsOwn)
            };
            checks.require(slot.is_some(), lack);
        }
        Order::OpenIndependenceTalks { with } => {
            checks.require(*with != by, Blocker::TargetIsSelf);
            checks.require(world.polity::<Status>(*with).ruler() == Some(by), Blocker::NotRulerOfTarget);
            checks.no_agreement(by, *with, AgreementTag::IndependenceTalks);
        }
        Order::Concede { to } => {
            let own = *to == by;
            let ruled = world.polity::<Status>(*to).ruler() == Some(by);
            checks.require(own || ruled, Blocker::NotRulerOfTarget);
            let full = !own && world.polity::<Government>(*to).self_rule() >= 1.0 - SAME;
            checks.require(!full, Blocker::AlreadySo);
        }
        Order::AdoptDoctrine { doctrine, scope } => {
            let lore = world.resource::<Lore>();
            checks.require(!lore.doctrines[*doctrine].for_movements, Blocker::WrongSeat);
            let now = world.polity::<Doctrines>(by);
            checks.require(!now.follows(*doctrine, *scope), Blocker::AlreadySo);
        }
        Order::AmendDoctrine { doctrine, parameter, by: step } => {
            checks.require(world.polity::<Doctrines>(by).holds(*doctrine), Blocker::NotItsLine);
            amendment(checks, Seat::Polity(by), *doctrine, parameter, *step);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

/// Whether a parameter of a line can be moved by a step for its holder.
pub(super) fn amendment(checks: &mut Checks, by: Seat, doctrine: DoctrineId, parameter: &str, step: f64) {
    let world = checks.world;
    checks.range("The step", step, -LARGEST_STEP, LARGEST_STEP, false);
    let def = &world.resource::<Lore>().doctrines[doctrine];
    let Some(place) = def.position(parameter) else { return checks.block(Blocker::NoSuchParameter) };
    let of = world.resource::<Atlas>().agent(by);
    let value = world.resource::<Tuning>().in_force(of, doctrine)[place];
    let range = &def.parameters[place];
    let end = if step > 0.0 { range.max } else { range.min };
    checks.require(step.abs() >= SAME && (end - value).abs() >= SAME, Blocker::AlreadySo);
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let set = |line, share: f64| vec![Effect::SetBudgetShare { polity: by, line, share }];
    Some(match order {
        Order::SetInvestment { share } => set(BudgetLine::Investment, *share),
        Order::SetForces { share } => set(BudgetLine::Forces, *share),
        Order::SetWelfare { share } => set(BudgetLine::Welfare, *share),
        Order::SetTaxes { share } => set(BudgetLine::Taxes, *share),
        Order::ShiftInvestment { to, by: points } => {
            vec![Effect::ShiftInvestment { polity: by, to: *to, by: *points }]
        }
        Order::BuildWarheads { share } => {
            let money = Money::rounded(yearly_budget(world, by).real() * share);
            vec![Effect::BuildWarheads { polity: by, money }]
        }
        Order::OpenIndependenceTalks { with } => {
            let months = world.resource::<PoliticsRules>().talks_months as u32;
            let agreement = Agreement {
                a: by,
                b: *with,
                terms: AgreementTerms::IndependenceTalks,
                since: world.resource::<Clock>().now(),
                until: Some(ahead(world, months)),
            };
            vec![Effect::Agree { agreement }]
        }
        Order::DivideAndRule { over } => vec![Effect::DivideAndRule { polity: *over }],
        Order::Federate { over } => vec![Effect::Federate { ruler: by, polity: *over }],
        Order::Partition { over } => vec![Effect::Partition { ruler: by, polity: *over }],
        Order::Concede { to } => vec![Effect::Concede { by, to: *to }],
        Order::AmendDoctrine { doctrine, parameter, by: step } => {
            let parameter = world.resource::<Lore>().doctrines[*doctrine].position(parameter)? as u16;
            vec![Effect::AmendDoctrine { of: Seat::Polity(by), doctrine: *doctrine, parameter, by: *step }]
        }
        Order::AdoptDoctrine { doctrine, scope } => {
            let rules = world.resource::<OrderRules>();
            vec![
                Effect::AdoptDoctrine { of: Seat::Polity(by), doctrine: *doctrine, scope: *scope },
                Effect::Nudge { stat: Stat::EliteCohesion, of: Seat::Polity(by), by: -rules.change_of_line },
            ]
        }
        _ => return None,
    })
}
