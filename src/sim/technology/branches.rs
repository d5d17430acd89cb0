//! Branches of research beside that for goods: arms and space. Licences are reviewed here as well.

use bevy::prelude::*;

use crate::base::{Id, Month, PolityId, math};
use crate::content::vocabulary::{Branch, Stat};
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{AgreementTag, Agreements, DiplomacyRules, Relations};
use crate::sim::economy::Accounts;
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Fate, Polities, Seat};
use crate::sim::terms::NoTerms;
use crate::sim::trade::{TradeFlows, TradeRules};

use super::components::{Research, SpaceFeat, SpaceRace, Technology};
use super::parameters::TechnologyRules;
use super::rules::{self, Arms};

/// Thousands of dollars in a billion.
const BILLION: f64 = 1e6;

/// Research at the start: what such countries are used to, by level and by forces. Budgets are opened after technology,
/// so this runs at the end of genesis.
pub(super) fn open_research(
    rules: Res<TechnologyRules>,
    mut polities: Polities<(&Technology, &Budget, &Accounts, &mut Research)>,
) {
    for (_, (technology, budget, accounts, mut research)) in polities.iter_mut() {
        let usual = rules::usual_research(&rules, technology.level(), budget.share(BudgetLine::Forces));
        (research.shares, research.usual) = (usual, usual);
        let arms = arms(&research, technology, accounts);
        research.military = rules::military_level(&rules, &arms, &mut NoTerms);
    }
}

fn arms(research: &Research, technology: &Technology, accounts: &Accounts) -> Arms {
    let spent = research.share(Branch::Military) * accounts.product().real() / BILLION;
    Arms { level: technology.level(), spent }
}

/// The month of arms and space research; a country's licences are reviewed in a month of its own.
pub(super) fn advance(
    clock: Res<Clock>,
    rules: Res<TechnologyRules>,
    trade: Res<TradeRules>,
    flows: Res<TradeFlows>,
    agreements: Res<Agreements>,
    mut polities: Polities<(&Status, &Accounts, &Technology, &mut Research)>,
    mut levels: Local<Vec<f64>>,
) {
    let kept = math::pow(0.5, 1.0 / rules.military_half_life);
    levels.clear();
    levels.extend(polities.iter().map(|(_, (_, _, technology, _))| technology.level()));
    for (id, (status, accounts, technology, mut research)) in polities.iter_mut() {
        if !status.is_alive() {
            continue;
        }
        let arms = arms(&research, technology, accounts);
        let aim = rules::military_level(&rules, &arms, &mut NoTerms);
        research.military = math::lerp(aim, research.military, kept);
        let spent = research.share(Branch::Space) * accounts.product().real() / BILLION / 12.0;
        research.space += spent * technology.level().max(research.military);
        if id.index() % 12 == (clock.now().0 % 12) as usize {
            research.licences = licences(&levels, &flows, &agreements, trade.embargo_leak, id);
        }
    }
}

/// Share of a country's purchases abroad, weighed by how far the seller is ahead; where the seller forbids trade in
/// machinery, only what leaks teaches.
fn licences(levels: &[f64], flows: &TradeFlows, agreements: &Agreements, leak: f64, id: PolityId) -> f64 {
    let own = levels[id.index()];
    let embargoes = agreements.of_kind(AgreementTag::Embargo).filter(|one| one.b == id);
    let forbidding: Vec<PolityId> = embargoes.map(|one| one.a).collect();
    let (mut taught, mut all) = (0.0, 0.0);
    for (index, &level) in levels.iter().enumerate() {
        let seller = PolityId::from_index(index);
        let bought = flows.sold(seller, id);
        if bought <= 0.0 {
            continue;
        }
        all += bought;
        let forbidden = level > own && forbidding.contains(&seller);
        taught += bought * ((level - own) * 2.0).clamp(0.0, 1.0) * if forbidden { leak } else { 1.0 };
    }
    math::ratio_or(taught, all, 0.0)
}

/// Who is first in space is told, and heard of everywhere.
pub(super) fn race(world: &mut World, table: &mut QueryState<(&Status, &Research)>) {
    let race = *world.resource::<SpaceRace>();
    let rules = *world.resource::<TechnologyRules>();
    let Some(&feat) = SpaceFeat::ALL.iter().find(|&&feat| race.first(feat).is_none()) else { return };
    let needed = [rules.space_satellite, rules.space_human, rules.space_moon][feat as usize];
    let (fate, atlas) = (world.resource::<Fate>(), world.resource::<Atlas>());
    let lot = |id| fate.lot(feat as u64, atlas.key(Seat::Polity(id)));
    let ahead = table
        .query(world)
        .iter()
        .enumerate()
        .filter(|(_, (status, research))| status.is_sovereign() && research.space() >= needed)
        .map(|(index, (_, research))| (PolityId::from_index(index), research.space()))
        .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| lot(b.0).cmp(&lot(a.0))));
    if let Some((first, _)) = ahead {
        win(world, first, feat);
    }
}

fn win(world: &mut World, polity: PolityId, feat: SpaceFeat) {
    let now: Month = world.resource::<Clock>().now();
    world.resource_mut::<SpaceRace>().first[feat as usize] = Some((polity, now));
    let prestige = world.resource::<TechnologyRules>().space_prestige;
    let small = world.resource::<DiplomacyRules>().act_small;
    let atlas = world.resource::<Atlas>();
    let of = atlas.agent(Seat::Polity(polity));
    let relations = world.resource::<Relations>();
    let hearers: Vec<_> = relations.others(of).collect();
    let mut effects = world.resource_mut::<Effects>();
    effects.push(Effect::Tell { fact: Fact::SpaceFirst { polity, feat } });
    effects.push(Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(polity), by: prestige });
    for over in hearers {
        effects.push(Effect::NudgeInfluence { of, over, by: small * 0.5 });
    }
}
