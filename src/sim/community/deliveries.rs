//! The month's deliveries under protocols, and what becomes of arrears.

use bevy::prelude::*;

use crate::base::{Goods, Id, IdVec, Money, PolityId, math};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::DiplomacyRules;
use crate::sim::economy::{EconomyRules, Paces, Prices, Roles, rules as economy_rules};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::GoodsBook;
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Status};
use crate::sim::population::{Atlas, Clock, Lore, Polities, Seat};
use crate::sim::trade::{TradePosition, TradeRules, WorldMarket, rules as trade_rules};

use super::components::{Community, Cooperation, Delivered, Deliveries};
use super::parameters::CommunityRules;
use super::protocols::WORTH_TELLING;
use super::rules;

/// Months for which disputed arrears come first.
pub(super) const PRESSED_MONTHS: u32 = 12;

/// Goods go out before the open market: each deliverer shares what it can give among those it owes.
pub(super) fn deliver(
    clock: Res<Clock>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    paces: Res<Paces>,
    rules: Res<CommunityRules>,
    trade: Res<TradeRules>,
    economy: Res<EconomyRules>,
    world: Res<WorldMarket>,
    mut book: ResMut<GoodsBook>,
    mut community: ResMut<Community>,
    mut deliveries: ResMut<Deliveries>,
    mut polities: Polities<(&Status, &Plan, &Government, &Prices, &TradePosition, &mut Cooperation)>,
    mut tallies: Local<Vec<Tally>>,
) {
    let now = clock.now();
    let Deliveries { of, pairs } = &mut *deliveries;
    pairs.clear();
    if of.len() != lore.polities.len() {
        *of = IdVec::filled(Delivered::default(), lore.polities.len());
    }
    for (id, row) in polities.iter() {
        of[id] = Delivered { appetite: row.5.appetite, ..Delivered::default() };
    }
    let kept = math::pow(0.5, 1.0 / rules.price_half_life);
    let community = &mut *community;
    for good in roles.goods() {
        community.prices[good] = math::lerp(world.price(good), community.prices[good], kept);
    }
    for one in community.obligations.iter().filter(|one| one.until >= now) {
        of[one.from].due[one.good] += asked(&rules, one);
    }
    tallies.clear();
    tallies.resize(lore.polities.len(), Tally::default());
    let rows: IdVec<PolityId, _> = polities.iter().map(|(_, row)| row).collect();
    for one in &mut community.obligations {
        let (giver, taker) = (&rows[one.from], &rows[one.to]);
        if one.until < now || !giver.0.is_alive() || !taker.0.is_alive() {
            continue;
        }
        let (good, def) = (one.good, &lore.goods[one.good]);
        let due = of[one.from].due[good];
        let stock = book.stock(one.from, good).real() + of[one.from].out[good].real();
        let prices = giver.3;
        let months = economy_rules::stock_months(&economy, def.spoilage);
        let there =
            trade_rules::offer(&trade, stock, prices.used_at_home[good], months * prices.demand(good), due);
        let part = math::ratio_or(there, due, 1.0).min(1.0);
        let quality = rules::quality(&rules, roles.primary[good], giver.1.shortage(), giver.2.ossification());
        let worth = math::ratio_or(quality, one.quality, 1.0).min(1.0);
        let amount = Goods::floored(asked(&rules, one) * part);
        let went = book.ship(one.from, one.to, good, amount, false);
        let counted = Goods::floored(went.real() * worth);
        one.delivered += counted;
        one.arrears = (one.arrears + one.monthly - counted).positive();
        one.months = if one.arrears > one.monthly { one.months + 1 } else { 0 };
        one.pressed = one.pressed.saturating_sub(1);
        let price = rules::price(&rules, community.prices[good], roles.primary[good]);
        let value = Money::floored(went.real() * price);
        of[one.from].out[good] += went;
        of[one.to].came[good] += went;
        of[one.from].got += value;
        of[one.to].paid += value;
        match pairs.last_mut() {
            Some(last) if (last.0, last.1) == (one.from, one.to) => last.2 += value,
            _ => pairs.push((one.from, one.to, value)),
        }
        let given = went.real() * (world.price(good) - price);
        let kind = usize::from(!roles.primary[good]);
        tallies[one.from.index()].given[kind] += given;
        let receiver = &mut tallies[one.to.index()];
        receiver.given[kind] -= given;
        receiver.came += counted.real();
        receiver.promised += one.monthly.real();
    }
    drop(rows);
    note(&roles, &paces, of, &tallies, &mut polities);
}

/// What the month's deliveries were to one country.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Given by prices below the world's, or taken by prices above: raw produce, manufactures.
    given: [f64; 2],
    came: f64,
    promised: f64,
}

/// What is asked for this month: what is due, and a part of what is in arrears.
fn asked(rules: &CommunityRules, one: &super::Obligation) -> f64 {
    let catch_up = if one.pressed > 0 { rules.pressed_catch_up } else { rules.catch_up };
    one.monthly.real() + one.arrears.real() * catch_up
}

/// Notes what the month was to each country.
fn note(
    roles: &Roles,
    paces: &Paces,
    of: &IdVec<PolityId, Delivered>,
    tallies: &[Tally],
    polities: &mut Polities<(&Status, &Plan, &Government, &Prices, &TradePosition, &mut Cooperation)>,
) {
    for (id, (.., position, mut cooperation)) in polities.iter_mut() {
        let day = &of[id];
        let (mut due, mut out, mut all) = (0.0, 0.0, 0.0);
        for good in roles.goods() {
            due += day.due[good];
            out += day.out[good].real();
            all += position.arrivals(good);
        }
        let tally = &tallies[id.index()];
        let covered = math::ratio_or(tally.promised, all, 0.0).min(1.0);
        let kept_word = math::ratio_or(tally.came, tally.promised, 0.0).min(1.0);
        cooperation.assured = math::lerp(covered * kept_word, cooperation.assured, paces.orders);
        if due > 0.0 {
            cooperation.met = math::lerp((out / due).min(1.0), cooperation.met, paces.orders);
        }
        for kind in 0..2 {
            cooperation.burden[kind] = math::lerp(tally.given[kind], cooperation.burden[kind], paces.flows);
        }
    }
}

/// Once a quarter: promises kept or broken move trust, a heavy burden strains who bears it, old arrears are given up.
pub(super) fn settle_arrears(world: &mut World) {
    if !world.resource::<Clock>().now().0.is_multiple_of(3) {
        return;
    }
    let rules = *world.resource::<CommunityRules>();
    let (small, atlas) = (world.resource::<DiplomacyRules>().act_small, world.resource::<Atlas>());
    let agent = |id: PolityId| atlas.agent(Seat::Polity(id));
    let mut pushed = Vec::new();
    let community = world.resource::<Community>();
    let mut place = 0;
    while let Some(first) = community.obligations.get(place) {
        let (from, to) = (first.from, first.to);
        let arrears = community.arrears(from, to);
        let of = agent(to);
        if arrears > 1.0 {
            let grave = (arrears / rules.grave_arrears).min(1.0);
            let blame = rules::blame(world.polity::<Plan>(from).shortage());
            pushed.push(Effect::NudgeTrust { of, to: agent(from), by: -small * grave * blame });
            pushed.push(Effect::NudgeTrust { of: agent(from), to: of, by: -small * grave * (1.0 - blame) });
        } else {
            pushed.push(Effect::NudgeTrust { of, to: agent(from), by: small * 0.1 });
        }
        place += community.obligations[place..].partition_point(|one| (one.from, one.to) <= (from, to));
    }
    for &id in &leaders(world) {
        use crate::content::vocabulary::Stat;
        let product = world.polity::<crate::sim::economy::Accounts>(id).product().real();
        let share = math::ratio_or(world.polity::<Cooperation>(id).burden(), product, 0.0);
        let strain = (share / rules.heavy_burden).clamp(0.0, 1.0);
        if strain > 0.0 {
            let by = -strain * rules.burden_strain / 4.0;
            pushed.push(Effect::Nudge { stat: Stat::EliteCohesion, of: Seat::Polity(id), by });
        }
    }
    let mut given_up = Vec::new();
    for one in &mut world.resource_mut::<Community>().obligations {
        if f64::from(one.months) >= rules.write_off_months {
            if one.arrears.real() >= WORTH_TELLING {
                given_up.push((one.from, one.to, one.arrears));
            }
            (one.arrears, one.months) = (Goods::ZERO, 0);
        }
    }
    let told = |(debtor, creditor, value)| Effect::Tell {
        fact: Fact::ArrearsWrittenOff { debtor, creditor, value },
    };
    pushed.extend(given_up.into_iter().map(told));
    let mut effects = world.resource_mut::<Effects>();
    pushed.into_iter().for_each(|effect| effects.push(effect));
}

/// Those who lead a community of planners.
fn leaders(world: &World) -> Vec<PolityId> {
    use crate::content::vocabulary::OrganisationKind;
    let lore = world.resource::<Lore>();
    let planners = lore.organisations.values().filter(|def| def.kind == OrganisationKind::PlanCommunity);
    planners.filter_map(|def| def.leader).filter(|&id| world.polity::<Status>(id).is_sovereign()).collect()
}
