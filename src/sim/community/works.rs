//! Joint works: pipelines, grids, mines and plants, built over years out of the stocks of those who pay.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, Money, PolityId, math};
use crate::content::vocabulary::ProjectKind;
use crate::sim::access::{Access, PROMISE};
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{DiplomacyRules, Relations};
use crate::sim::economy::{Accounts, Paces, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Seat};

use super::components::{Community, Cooperation, MOST_PAYERS, MOST_PROJECTS, Project, Stage};
use super::parameters::CommunityRules;

/// Most of a stock that goes into works in a month. Own estimate.
const STOCK_SHARE: f64 = 0.15;
/// A payer with at least this share can stop a work by staying away. Own estimate.
const HEAVY_SHARE: f64 = 0.2;
/// Who is smaller than this share of the one who proposes is not asked to pay. Own estimate.
const LEAST_PAYER: f64 = 0.1;
/// Part of the month's step below which the month counts as idle. Own estimate.
const LEAST_STEP: f64 = 0.25;

/// What a work takes: a share of the yearly product of the country it stands in.
pub(in crate::sim) fn cost(world: &World, site: PolityId) -> Goods {
    let share = world.resource::<CommunityRules>().project_cost;
    Goods::rounded(world.polity::<Accounts>(site).product().real() * share)
}

/// Who pays for a work and which share: the site its part, the one who proposes it and partners of both who trust them
/// the rest, by product.
pub(super) fn payers(world: &World, by: PolityId, site: PolityId) -> [Option<(PolityId, f64)>; MOST_PAYERS] {
    let rules = world.resource::<CommunityRules>();
    let community = world.resource::<Community>();
    let product = |id: PolityId| world.polity::<Accounts>(id).product().real();
    let mut others: Vec<PolityId> = vec![by];
    for protocol in community.protocols() {
        let third = if protocol.a == site { protocol.b } else { protocol.a };
        let with_site = protocol.a == site || protocol.b == site;
        let joins = with_site && third != by && community.protocol(third, by) && !community.refuses(third);
        let weighs = product(third) >= LEAST_PAYER * product(by);
        if joins && weighs && others.len() < MOST_PAYERS - 1 && willing(world, third, site) {
            others.push(third);
        }
    }
    let all: f64 = others.iter().map(|&id| product(id)).sum();
    let mut payers = [None; MOST_PAYERS];
    for (place, &id) in others.iter().enumerate() {
        payers[place] = Some((id, (1.0 - rules.site_share) * math::ratio_or(product(id), all, 0.0)));
    }
    payers[others.len()] = Some((site, rules.site_share));
    payers
}

/// Whether a payer goes on paying for a work on another's ground.
fn willing(world: &World, payer: PolityId, site: PolityId) -> bool {
    let atlas = world.resource::<Atlas>();
    let (of, to) = (atlas.agent(Seat::Polity(payer)), atlas.agent(Seat::Polity(site)));
    let trusts =
        world.resource::<Relations>().trust(of, to) >= world.resource::<CommunityRules>().renewal_trust;
    let peace = world.resource::<Wars>().between(Seat::Polity(payer), Seat::Polity(site)).is_none();
    let stands = world.polity::<Status>(payer).is_sovereign();
    payer == site && stands || stands && trusts && peace
}

/// The month's building on all works.
pub(super) fn build(world: &mut World) {
    let roles = world.resource::<Roles>();
    let kinds: Vec<GoodId> = roles.goods().filter(|&good| goes_into_works(roles, good)).collect();
    for place in 0..world.resource::<Community>().projects.len() {
        let project = world.resource::<Community>().projects[place];
        if matches!(project.stage, Stage::Building | Stage::Stopped) {
            let after = build_one(world, project, &kinds);
            world.resource_mut::<Community>().projects[place] = after;
        }
    }
    note_burden(world);
}

fn build_one(world: &mut World, mut project: Project, kinds: &[GoodId]) -> Project {
    let rules = *world.resource::<CommunityRules>();
    let site_stands = world.polity::<Status>(project.site).is_sovereign();
    let absent = |&(who, share): &(PolityId, f64)| share >= HEAVY_SHARE && !willing(world, who, project.site);
    let missing = project.payers().find(absent);
    if missing.is_some() || !site_stands {
        if project.stage == Stage::Building {
            let by = missing.map_or(project.site, |(who, _)| who);
            tell(world, Fact::WorkStopped { kind: project.kind, site: project.site, by });
        }
        project.stage = Stage::Stopped;
        project.idle += 1;
    } else {
        project.stage = Stage::Building;
        let step = project.cost.real() / rules.project_months;
        let payers: Vec<_> = project.payers().collect();
        let put_in: Goods =
            payers.iter().map(|&(who, share)| pay(world, who, project.site, kinds, step * share)).sum();
        project.spent += put_in;
        project.idle = if put_in.real() < LEAST_STEP * step { project.idle + 1 } else { 0 };
    }
    if project.spent >= project.cost {
        project.stage = Stage::Done;
        finish(world, &project, rules.project_worth);
    } else if f64::from(project.idle) > rules.project_patience {
        project.stage = Stage::Abandoned;
        tell(world, Fact::WorkAbandoned { kind: project.kind, site: project.site });
    }
    project
}

fn tell(world: &mut World, fact: Fact) {
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// One payer's goods of a month: goods of the kinds that go into works, out of its stocks, shipped to the site and built
/// in; the payer's budget pays those who made them.
fn pay(world: &mut World, payer: PolityId, site: PolityId, kinds: &[GoodId], worth: f64) -> Goods {
    let mut book = world.resource_mut::<GoodsBook>();
    let there = |book: &GoodsBook, good| (book.stock(payer, good).real() * STOCK_SHARE).floor();
    let all: f64 = kinds.iter().map(|&good| there(&book, good)).sum();
    let part = math::ratio_or(worth, all, 0.0).min(1.0);
    let mut built = Goods::ZERO;
    for &good in kinds {
        let amount = Goods::floored(there(&book, good) * part);
        let came = if payer == site { amount } else { book.ship(payer, site, good, amount, true) };
        built += book.book(site, good, GoodsFlow::Investment, came);
    }
    let mut money = world.resource_mut::<MoneyBook>();
    let (from, to) = (Account::State(payer), Account::Private(payer));
    money.transfer(from, to, MoneyFlow::Investment, Money(built.0));
    if payer != site {
        world.resource_mut::<GivenToWorks>().0.extend([(payer, built.real()), (site, -built.real())]);
    }
    built
}

/// Capital goods and raw materials that can be shipped.
fn goes_into_works(roles: &Roles, good: GoodId) -> bool {
    roles.industry[good] && (roles.investment[good] > 0.0 || roles.primary[good])
}

/// What countries gave to works abroad this month, and received; emptied each month.
#[derive(Resource, Debug, Clone, Default)]
pub(super) struct GivenToWorks(Vec<(PolityId, f64)>);

fn note_burden(world: &mut World) {
    let kept = world.resource::<Paces>().flows;
    let given = std::mem::take(&mut world.resource_mut::<GivenToWorks>().0);
    let atlas = world.resource::<Atlas>();
    let given: Vec<(Entity, f64)> =
        given.into_iter().map(|(who, worth)| (atlas.polity(who), worth)).collect();
    let mut all = world.query::<&mut Cooperation>();
    for mut cooperation in all.iter_mut(world) {
        if cooperation.burden[2] != 0.0 {
            cooperation.burden[2] *= kept;
        }
    }
    for (who, worth) in given {
        all.get_mut(world, who).expect(PROMISE).burden[2] += worth * (1.0 - kept);
    }
}

/// A finished work: new capital where it serves, and thanks.
fn finish(world: &mut World, project: &Project, worth: f64) {
    let roles = world.resource::<Roles>().clone();
    let amount = project.spent.real() * worth;
    let small = world.resource::<DiplomacyRules>().act_small;
    let atlas = world.resource::<Atlas>().clone();
    let agent = |id: PolityId| atlas.agent(Seat::Polity(id));
    let of_kind =
        |fits: &dyn Fn(GoodId) -> bool| roles.goods().filter(|&good| fits(good)).collect::<Vec<_>>();
    let raw = of_kind(&|good| roles.primary[good] && !roles.land[good]);
    let machines = of_kind(&|good| roles.industry[good] && roles.investment[good] > 0.0);
    let industry = of_kind(&|good| roles.industry[good]);
    let mut pushed = Vec::new();
    let mut add = |polity: PolityId, goods: &[GoodId], amount: f64| {
        for &good in goods {
            pushed.push(Effect::AddCapital { polity, good, amount: amount / goods.len() as f64 });
        }
    };
    match project.kind {
        ProjectKind::Mine | ProjectKind::Pipeline => add(project.site, &raw, amount),
        ProjectKind::Plant => add(project.site, &machines, amount),
        // A grid serves all that are joined to it, each by its share.
        ProjectKind::PowerGrid => {
            project.payers().for_each(|(who, share)| add(who, &industry, amount * share));
        }
    }
    for (who, share) in project.payers().filter(|&(who, _)| who != project.site) {
        let by = small * (0.5 + share);
        pushed.push(Effect::NudgeTrust { of: agent(project.site), to: agent(who), by });
        pushed.push(Effect::NudgeInfluence { of: agent(who), over: agent(project.site), by: by * 0.5 });
    }
    pushed.push(Effect::Tell { fact: Fact::WorkFinished { kind: project.kind, site: project.site } });
    let mut effects = world.resource_mut::<Effects>();
    pushed.into_iter().for_each(|effect| effects.push(effect));
}

/// Enters a work that was agreed; the oldest that is over makes room.
pub(super) fn begin(world: &mut World, by: PolityId, site: PolityId, kind: ProjectKind) {
    let (payers, cost) = (payers(world, by, site), cost(world, site));
    let begun = world.resource::<Clock>().now();
    let mut community = world.resource_mut::<Community>();
    if community.projects.len() >= MOST_PROJECTS {
        let over = |one: &Project| matches!(one.stage, Stage::Done | Stage::Abandoned);
        let Some(place) = community.projects.iter().position(over) else { return };
        community.projects.remove(place);
    }
    let number = community.next_project;
    community.next_project += 1;
    community.projects.push(Project {
        number,
        kind,
        site,
        payers,
        cost,
        spent: Goods::ZERO,
        begun,
        idle: 0,
        stage: Stage::Building,
    });
}
