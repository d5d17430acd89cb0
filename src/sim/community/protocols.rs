//! The year's protocols: who stands in one, whether all plan together, what is written down.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, IdVec, Month, OrganisationId, PolityId};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::Relations;
use crate::sim::economy::{EconomyRules, Prices, Roles, rules as economy_rules};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::GoodsBook;
use crate::sim::organisations::Organisations;
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Status};
use crate::sim::population::{Atlas, Clock, Lore, PerGood, Seat};
use crate::sim::trade::{TradePosition, TradeRules};

use super::components::{Bond, Community, Cooperation, Obligation, Protocol, Stage};
use super::parameters::CommunityRules;
use super::rules;

/// Most of what a country makes of a good that protocols may write down as spare. Own estimate.
const MOST_SPARE: f64 = 0.6;
/// Less than this a month is left to the open market: fifty thousand dollars. Own estimate.
const LEAST_VOLUME: Goods = Goods(50);
/// How much more of raw produce goes to those who helped to open its source. Own estimate.
const TAPPED: f64 = 1.5;

/// Opens the books of communities: each member of a community of planners begins in protocol with its leader.
pub(super) fn open(
    mut commands: Commands,
    lore: Res<Lore>,
    atlas: Res<Atlas>,
    rules: Res<CommunityRules>,
    clock: Res<Clock>,
    mut community: ResMut<Community>,
) {
    for id in lore.polities.ids() {
        commands.entity(atlas.polity(id)).insert(Cooperation::default());
    }
    community.prices = PerGood::filled(1.0);
    community.bonds = lore
        .organisations
        .values()
        .map(|def| Bond {
            depth: if def.kind == OrganisationKind::Market && !def.members.is_empty() {
                rules.opening_depth
            } else {
                0.0
            },
            ..Bond::default()
        })
        .collect();
    let planners = lore.organisations.values().filter(|def| def.kind == OrganisationKind::PlanCommunity);
    for def in planners {
        let Some(leader) = def.leader else { continue };
        for member in def.members.iter().map(|member| member.polity).filter(|&member| member != leader) {
            let (a, b) = (leader.min(member), leader.max(member));
            community.protocols.push(Protocol { a, b, since: clock.now() });
        }
    }
}

/// The community of planners to which both belong, if there is one.
pub(in crate::sim) fn together(world: &World, a: PolityId, b: PolityId) -> Option<OrganisationId> {
    let lore = world.resource::<Lore>();
    let plans = |id: OrganisationId| lore.organisations[id].kind == OrganisationKind::PlanCommunity;
    let shared = |(id, organisation): (OrganisationId, &crate::sim::organisations::Organisation)| {
        (plans(id) && organisation.has(a) && organisation.has(b)).then_some(id)
    };
    world.resource::<Organisations>().iter().find_map(shared)
}

/// In January: protocols that nobody wants any more end, plans of all are put to the members, obligations are drawn up.
pub(super) fn draw_up_the_year(world: &mut World) {
    let clock = *world.resource::<Clock>();
    let now = clock.now();
    world.resource_mut::<Community>().refusals.retain(|&(_, until)| until > now);
    if now.month() != 1 && clock.played() > 1 {
        return;
    }
    let kept: Vec<Protocol> =
        world.resource::<Community>().protocols.iter().copied().filter(|one| renewed(world, one)).collect();
    world.resource_mut::<Community>().protocols = kept;
    put_to_the_members(world);
    let pairs = pairs_of(world);
    draw_up(world, &pairs, &pairs);
}

/// Whether both sides still want a protocol and may have one.
fn renewed(world: &World, one: &Protocol) -> bool {
    let (atlas, relations) = (world.resource::<Atlas>(), world.resource::<Relations>());
    let agent = |id| atlas.agent(Seat::Polity(id));
    let least = world.resource::<CommunityRules>().renewal_trust;
    let trusted = |of, to| relations.trust(agent(of), agent(to)) >= least;
    let stands = |id| world.polity::<Status>(id).is_sovereign();
    stands(one.a)
        && stands(one.b)
        && together(world, one.a, one.b).is_some()
        && world.resource::<Wars>().between(Seat::Polity(one.a), Seat::Polity(one.b)).is_none()
        && trusted(one.a, one.b)
        && trusted(one.b, one.a)
}

/// A plan of all is put to the members once enough pairs have protocols; one refusal makes it fail.
fn put_to_the_members(world: &mut World) {
    let rules = *world.resource::<CommunityRules>();
    let lore = world.resource::<Lore>().clone();
    let mut told = Vec::new();
    for (id, def) in lore.organisations.iter() {
        if def.kind != OrganisationKind::PlanCommunity {
            continue;
        }
        let members = world.resource::<Organisations>().get(id).members().to_vec();
        let community = world.resource::<Community>();
        let mut in_protocol = 0.0;
        for (place, &a) in members.iter().enumerate() {
            in_protocol += members[place + 1..].iter().filter(|&&b| community.protocol(a, b)).count() as f64;
        }
        let all = (members.len() * members.len().saturating_sub(1)) as f64 / 2.0;
        let ripe = members.len() > 2 && in_protocol >= rules.ripe_pairs * all;
        let refused_by = members.iter().copied().find(|&member| ripe && community.refuses(member));
        let before = community.bond(id);
        let now = Bond { multilateral: ripe && refused_by.is_none(), refused_by, depth: before.depth };
        match (before.multilateral, now.multilateral, refused_by) {
            (false, true, _) => told.push(Fact::PlanOfAllAgreed { organisation: id }),
            (_, false, Some(by)) if before.refused_by != refused_by => {
                told.push(Fact::PlanOfAllRefused { organisation: id, by });
            }
            _ => {}
        }
        world.resource_mut::<Community>().bonds[id] = now;
    }
    let mut effects = world.resource_mut::<Effects>();
    told.into_iter().for_each(|fact| effects.push(Effect::Tell { fact }));
}

/// Two who plan together, with the part of needs that their protocol covers.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) a: PolityId,
    pub(super) b: PolityId,
    coverage: f64,
}

/// All pairs of this year: those in protocol, and all members where all plan together.
pub(super) fn pairs_of(world: &World) -> Vec<Pair> {
    let rules = world.resource::<CommunityRules>();
    let community = world.resource::<Community>();
    let mut pairs: Vec<Pair> = Vec::new();
    for (id, organisation) in world.resource::<Organisations>().iter() {
        if !community.bond(id).multilateral {
            continue;
        }
        for (place, &a) in organisation.members().iter().enumerate() {
            for &b in &organisation.members()[place + 1..] {
                pairs.push(Pair { a: a.min(b), b: a.max(b), coverage: rules.multilateral });
            }
        }
    }
    let alone: Vec<Pair> = community
        .protocols
        .iter()
        .filter(|one| !pairs.iter().any(|pair| (pair.a, pair.b) == (one.a, one.b)))
        .map(|one| Pair { a: one.a, b: one.b, coverage: rules.bilateral })
        .collect();
    pairs.extend(alone);
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    pairs
}

/// What a country lacks and could spare of each good, a month.
#[derive(Clone, Copy, Default)]
struct Sheet {
    need: PerGood<f64>,
    spare: PerGood<f64>,
    ossification: f64,
}

fn sheet(world: &World, id: PolityId) -> Sheet {
    let (lore, trade) = (world.resource::<Lore>(), world.resource::<TradeRules>());
    let (prices, position) = (world.polity::<Prices>(id), world.polity::<TradePosition>(id));
    let (plan, book) = (world.polity::<Plan>(id), world.resource::<GoodsBook>());
    let mut sheet = Sheet { ossification: world.polity::<Government>(id).ossification(), ..Sheet::default() };
    for (good, def) in lore.goods.iter().filter(|(_, def)| def.traded) {
        let (home, sought) = (prices.demand(good), position.sought(good));
        let months = economy_rules::stock_months(world.resource::<EconomyRules>(), def.spoilage);
        let gap = (months * home - book.stock(id, good).real()).max(0.0);
        sheet.need[good] = home * sought + gap * trade.shortfall_share;
        let made = prices.supply(good);
        let left = made.min(plan.target(good)) - home * (1.0 - sought);
        sheet.spare[good] = left.max(position.orders[good]).clamp(0.0, MOST_SPARE * made);
    }
    sheet
}

/// Draws up the obligations of `pairs` anew until the year's end, in sight of `all` pairs; arrears are carried over.
pub(super) fn draw_up(world: &mut World, pairs: &[Pair], all: &[Pair]) {
    let now = world.resource::<Clock>().now();
    let until = now.plus(12 - now.month());
    let mut members: Vec<PolityId> = all.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    members.sort_unstable();
    members.dedup();
    let sheets: Vec<Sheet> = members.iter().map(|&id| sheet(world, id)).collect();
    let place = |id: PolityId| members.binary_search(&id).unwrap_or(0);
    let mut needs: Vec<PerGood<f64>> = vec![PerGood::default(); members.len()];
    let mut spares = needs.clone();
    let roles = world.resource::<Roles>().clone();
    for (from, to) in all.iter().flat_map(|pair| [(pair.a, pair.b), (pair.b, pair.a)]) {
        let (giver, taker) = (place(from), place(to));
        for good in roles.goods() {
            needs[giver][good] += sheets[taker].need[good];
            spares[taker][good] += sheets[giver].spare[good];
        }
    }
    let community = world.resource::<Community>();
    let rules = *world.resource::<CommunityRules>();
    let drawn = |from: PolityId, to: PolityId| {
        pairs.iter().any(|pair| (pair.a, pair.b) == (from.min(to), from.max(to)))
    };
    let (redrawn, mut list): (Vec<Obligation>, Vec<Obligation>) =
        community.obligations.iter().copied().partition(|one| drawn(one.from, one.to) || one.until < now);
    for pair in pairs {
        let one_way = |from: PolityId, to: PolityId| -> PerGood<f64> {
            let (giver, taker) = (&sheets[place(from)], &sheets[place(to)]);
            let mut way = PerGood::default();
            for good in roles.goods() {
                let volume = rules::volume(
                    pair.coverage,
                    giver.spare[good],
                    taker.need[good],
                    needs[place(from)][good],
                    spares[place(to)][good],
                );
                let most = taker.need[good].min(giver.spare[good]);
                way[good] = (volume * preference(community, &roles, from, to, good)).min(most);
            }
            way
        };
        let (mut out, mut back) = (one_way(pair.a, pair.b), one_way(pair.b, pair.a));
        let worth =
            |way: &PerGood<f64>| roles.goods().map(|good| way[good] * community.prices[good]).sum::<f64>();
        let (keep_out, keep_back) = rules::balance(worth(&out), worth(&back), rules.swing);
        for good in roles.goods() {
            out[good] *= keep_out;
            back[good] *= keep_back;
        }
        for (from, to, way) in [(pair.a, pair.b, &out), (pair.b, pair.a, &back)] {
            let giver = &sheets[place(from)];
            for good in roles.goods() {
                let monthly = Goods::floored(way[good]);
                if monthly >= LEAST_VOLUME {
                    let quality = rules::quality(&rules, roles.primary[good], 0.0, giver.ossification * 0.5);
                    list.push(fresh(from, to, good, monthly, quality, until));
                }
            }
        }
    }
    list.sort_by_key(|one| (one.from, one.to, one.good));
    let written_off = carry_over(&mut list, &redrawn);
    world.resource_mut::<Community>().obligations = list;
    let mut effects = world.resource_mut::<Effects>();
    for (from, to, value) in written_off {
        effects.push(Effect::Tell { fact: Fact::ArrearsWrittenOff { debtor: from, creditor: to, value } });
    }
}

fn fresh(
    from: PolityId,
    to: PolityId,
    good: GoodId,
    monthly: Goods,
    quality: f64,
    until: Month,
) -> Obligation {
    Obligation {
        from,
        to,
        good,
        monthly,
        quality,
        until,
        delivered: Goods::ZERO,
        arrears: Goods::ZERO,
        months: 0,
        pressed: 0,
    }
}

/// Who takes a sector over, or opened the source together, delivers more of it.
fn preference(community: &Community, roles: &Roles, from: PolityId, to: PolityId, good: GoodId) -> f64 {
    let specialist = community
        .specialisations
        .iter()
        .any(|one| one.specialist == from && one.partner == to && one.good == good);
    let opened = |project: &super::Project| {
        project.site == from && project.stage == Stage::Done && project.payers().any(|(who, _)| who == to)
    };
    let tapped = roles.primary[good] && !roles.land[good] && community.projects.iter().any(opened);
    let (taken_over, tapped) = (if specialist { 2.0 } else { 1.0 }, if tapped { TAPPED } else { 1.0 });
    taken_over * tapped
}

/// Carries arrears of the year before over to the same obligation of this one; returns what finds none, by pair.
fn carry_over(list: &mut [Obligation], before: &[Obligation]) -> Vec<(PolityId, PolityId, Goods)> {
    let mut lost: Vec<(PolityId, PolityId, Goods)> = Vec::new();
    for old in before.iter().filter(|old| old.arrears > Goods::ZERO) {
        let key = (old.from, old.to, old.good);
        match list.binary_search_by_key(&key, |one| (one.from, one.to, one.good)) {
            Ok(place) => {
                let one = &mut list[place];
                (one.arrears, one.months, one.pressed) = (old.arrears, old.months, old.pressed);
            }
            Err(_) => match lost.last_mut() {
                Some(last) if (last.0, last.1) == (old.from, old.to) => last.2 += old.arrears,
                _ => lost.push((old.from, old.to, old.arrears)),
            },
        }
    }
    let grave = |&(_, _, value): &(PolityId, PolityId, Goods)| value.real() >= WORTH_TELLING;
    lost.retain(grave);
    lost
}

/// Arrears written off that are worth a line in the chronicle: fifty million dollars. Own estimate.
pub(super) const WORTH_TELLING: f64 = 50_000.0;

/// How far the best of each country's partners in protocol is ahead in technology (0–1), for documentation.
pub(super) fn ahead(community: &Community, levels: &IdVec<PolityId, f64>) -> IdVec<PolityId, f64> {
    let mut best = IdVec::filled(0.0_f64, levels.len());
    for one in &community.protocols {
        best[one.a] = best[one.a].max(levels[one.b]);
        best[one.b] = best[one.b].max(levels[one.a]);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrears_are_carried_over_where_the_obligation_goes_on() {
        let (a, b) = (PolityId(0), PolityId(1));
        let until = Month(12);
        let mut list = vec![fresh(a, b, GoodId(0), Goods(10), 1.0, until)];
        let mut old = fresh(a, b, GoodId(0), Goods(10), 1.0, until);
        (old.arrears, old.months) = (Goods(7), 3);
        let mut gone = fresh(a, b, GoodId(1), Goods(10), 1.0, until);
        gone.arrears = Goods(90_000);
        let lost = carry_over(&mut list, &[old, gone]);
        assert_eq!((list[0].arrears, list[0].months), (Goods(7), 3));
        assert_eq!(lost, vec![(a, b, Goods(90_000))]);
    }

    #[test]
    fn the_best_partner_is_found_from_either_side() {
        let mut community = Community::default();
        let since = Month(0);
        community.protocols.push(Protocol { a: PolityId(0), b: PolityId(2), since });
        community.protocols.push(Protocol { a: PolityId(1), b: PolityId(2), since });
        let levels = IdVec::from(vec![0.3, 0.6, 0.1, 0.9]);
        assert_eq!(ahead(&community, &levels).as_slice(), [0.1, 0.1, 0.6, 0.0]);
    }
}
