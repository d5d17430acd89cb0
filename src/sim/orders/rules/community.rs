//! Orders of co-operation and research: protocols, specialisation, joint works, refusal, arrears, research.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::content::vocabulary::{Ids, Order, OrganisationKind, ProjectKind, Stat};
use crate::sim::access::Access;
use crate::sim::community::{Community, Stage, cost_of_work, together};
use crate::sim::diplomacy::{DiplomacyRules, Offer, OfferKind};
use crate::sim::economy::Accounts;
use crate::sim::effects::Effect;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::organisations::Organisations;
use crate::sim::population::{Atlas, Lore, Seat};
use crate::sim::technology::Research;

use super::checks::{Checks, ahead};

/// Sectors that one member can make for others at a time.
const MOST_SECTORS: u32 = 6;
/// Works that can be under way on one ground at a time.
const MOST_WORKS: u32 = 2;
/// Years over which a work's cost is weighed against a budget.
const WORK_YEARS: f64 = 4.0;
/// Two settings that differ by less are the same setting.
const SAME: f64 = 1e-4;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    let community = world.resource::<Community>();
    match order {
        Order::ProposeProtocol { with } => {
            partner(checks, by, *with);
            checks.require(together(world, by, *with).is_some(), Blocker::NoCommonCommunity);
            checks.require(!community.protocol(by, *with), Blocker::AlreadySo);
        }
        Order::ProposeSpecialisation { with, sector } => {
            partner(checks, by, *with);
            specialisation(checks, by, *with, *sector);
        }
        Order::ProposeProject { with, kind } => {
            partner(checks, by, *with);
            work(checks, by, *with, *kind);
        }
        Order::RefuseCoordination => {
            let planner = world.resource::<Organisations>().iter().any(|(id, one)| {
                world.resource::<Lore>().organisations[id].kind == OrganisationKind::PlanCommunity
                    && one.has(by)
            });
            checks.require(planner, Blocker::NoCommonCommunity);
            checks.require(!community.refuses(by), Blocker::AlreadySo);
        }
        Order::DisputeArrears { with } => {
            checks.target_state(*with);
            checks.require(community.arrears(*with, by) > 0.0, Blocker::NothingThere);
            let pressed = community
                .obligations()
                .iter()
                .any(|one| one.from == *with && one.to == by && one.pressed > 0);
            checks.require(!pressed, Blocker::AlreadySo);
        }
        Order::SetResearch { share, branch } => {
            checks.range("The share of the product", *share, 0.0, 0.03, false);
            let now = world.polity::<Research>(by).share(*branch);
            checks.require((now - share).abs() >= SAME, Blocker::AlreadySo);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

/// What an accepted offer of co-operation still needs.
pub(super) fn answer(checks: &mut Checks, offer: &Offer) {
    let (Seat::Polity(from), Seat::Polity(to)) = (offer.from, offer.to) else {
        checks.block(Blocker::WrongSeat);
        return;
    };
    let community = checks.world.resource::<Community>();
    match offer.what {
        OfferKind::Protocol => {
            checks.require(together(checks.world, from, to).is_some(), Blocker::NoCommonCommunity);
            checks.require(!community.protocol(from, to), Blocker::AlreadySo);
        }
        OfferKind::Specialisation { good } => specialisation(checks, from, to, good),
        OfferKind::Project { kind } => work(checks, from, to, kind),
        _ => {}
    }
}

fn partner(checks: &mut Checks, by: PolityId, with: PolityId) {
    checks.target_state(with);
    checks.peace(by, with);
    checks.mutual_recognition(by, with);
}

fn specialisation(checks: &mut Checks, specialist: PolityId, partner: PolityId, good: GoodId) {
    let world = checks.world;
    let community = world.resource::<Community>();
    checks.require(community.protocol(specialist, partner), Blocker::NoProtocol);
    let def = &world.resource::<Lore>().goods[good];
    checks.require(def.traded && !def.military, Blocker::NothingThere);
    let there = community
        .specialisations()
        .iter()
        .any(|one| one.good == good && one.partner == partner && one.specialist == specialist);
    checks.require(!there, Blocker::AlreadySo);
    let taken = community.specialisations().iter().filter(|one| one.specialist == specialist).count();
    checks.require(taken < MOST_SECTORS as usize, Blocker::TooMany { most: MOST_SECTORS });
}

/// Works under way on the ground are few, and whoever proposes one can bear what it costs.
fn work(checks: &mut Checks, by: PolityId, site: PolityId, kind: ProjectKind) {
    let world = checks.world;
    let under_way = |one: &&crate::sim::community::Project| {
        one.site == site && matches!(one.stage, Stage::Building | Stage::Stopped)
    };
    let works = world.resource::<Community>().projects().iter().filter(under_way);
    checks.require(works.clone().all(|one| one.kind != kind), Blocker::AlreadySo);
    let works = works.count();
    checks.require(works < MOST_WORKS as usize, Blocker::TooMany { most: MOST_WORKS });
    let budget = world.polity::<Budget>(by);
    let yearly = world.polity::<Accounts>(by).product().real() * budget.share(BudgetLine::Taxes);
    let rules = world.resource::<OrderRules>();
    let bearable = cost_of_work(world, site).real() / WORK_YEARS <= rules.help_limit * yearly;
    checks.require(bearable && budget.balance() >= rules.deficit_limit, Blocker::InsufficientBudget);
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
    let trust = |of, to, by| Effect::NudgeTrust { of: agent(of), to: agent(to), by };
    let offer = |to, what| {
        let expires = ahead(world, rules.offer_months as u32);
        Effect::MakeOffer { from: Seat::Polity(by), to: Seat::Polity(to), what, expires }
    };
    Some(match order {
        Order::ProposeProtocol { with } => vec![offer(*with, OfferKind::Protocol)],
        Order::ProposeSpecialisation { with, sector } => {
            vec![offer(*with, OfferKind::Specialisation { good: *sector })]
        }
        Order::ProposeProject { with, kind } => vec![offer(*with, OfferKind::Project { kind: *kind })],
        Order::RefuseCoordination => {
            let mut effects = vec![
                Effect::RefuseCoordination { polity: by },
                // A government that says no for the nation's sake gains at home.
                Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(by), by: rules.act_small * 0.5 },
            ];
            for leader in leaders_of(world, by) {
                effects.push(trust(leader, by, -rules.act_middling));
                let (of, over) = (agent(leader), agent(by));
                effects.push(Effect::NudgeInfluence { of, over, by: -rules.act_middling });
            }
            effects
        }
        Order::DisputeArrears { with } => vec![
            Effect::PressArrears { debtor: *with, creditor: by },
            trust(by, *with, -rules.act_small * 0.5),
            trust(*with, by, -rules.act_small * 0.5),
        ],
        Order::SetResearch { share, branch } => {
            vec![Effect::SetResearch { polity: by, branch: *branch, share: *share }]
        }
        _ => return None,
    })
}

/// Leaders of the communities of planners to which a state belongs, itself left out.
fn leaders_of(world: &World, by: PolityId) -> Vec<PolityId> {
    let lore = world.resource::<Lore>();
    let plans = |id| lore.organisations[id].kind == OrganisationKind::PlanCommunity;
    let ours = world.resource::<Organisations>().iter().filter(|(id, one)| plans(*id) && one.has(by));
    ours.filter_map(|(id, _)| lore.organisations[id].leader).filter(|&leader| leader != by).collect()
}
