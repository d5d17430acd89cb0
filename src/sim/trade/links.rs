//! Who deals with whom: each buyer reviews its sellers once a year, or, if it trades little, once in three, by what they
//! could sell, nearness and political access; small sellers see to it that they are known in the markets nearest to them.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::base::{BitMatrix, GoodId, Id, Matrix, PolityId, math};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::community::{Community, CommunityRules};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition, Relations, has_turn};
use crate::sim::economy::{Accounts, EconomyRules, Industry, Prices, rules as economy_rules};
use crate::sim::organisations::Organisations;
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Lore, Polities, Seat};

use super::components::{Link, PARTNERS, TradeFlows, TradeLinks, TradePosition};
use super::parameters::TradeRules;
use super::rules::{self, Access, Tie};

/// Nearness of every pair of seats of government. Derived at the start, never saved.
#[derive(Resource, Debug, Clone, Default)]
pub(super) struct Nearness(pub Matrix<PolityId, f32>);

/// What the review needs to know of every country.
#[derive(Clone, Copy)]
struct Face {
    alive: bool,
    product: f64,
    /// What it could sell abroad in a year.
    able: f64,
    planned: f64,
    ruler: Option<PolityId>,
    /// Trade that the common tariff of its market community keeps out (0–1).
    wall: f64,
}

/// A seller as a buyer ranks it, or a buyer as a seller does: by nearness, access and size.
struct Ranked {
    score: f64,
    /// Nearness and access, its size left out.
    weight: f64,
    other: PolityId,
}

/// Months between two rounds of reviews, so that what all need is looked up once for many.
const ROUND_MONTHS: u32 = 3;
/// Rounds of which a country has its turn in one: those of a year and a half.
const USUAL: u32 = 6;
/// Rounds of which a small country has its turn in one: those of four years.
const RARE: u32 = 16;
/// From this share of the world's product on a country is no small one. Own estimate.
const LARGE: f64 = 0.004;

/// Sellers that a country below that looks for itself. Own estimate.
const FEW: usize = 6;

/// Markets that a seller sees to it that it is known in, however small it is.
const OUTLETS: usize = 4;

/// Who has agreed with whom.
#[derive(Default)]
struct Agreed {
    treaty: BitMatrix<PolityId>,
    pact: BitMatrix<PolityId>,
}

/// Scratch of the review.
#[derive(Default)]
pub(super) struct Review {
    faces: Vec<Face>,
    agreed: Agreed,
    /// Who is known in whose market whatever its size: from the seller to the buyer.
    known: BitMatrix<PolityId>,
    ties: Vec<Tie>,
    ranked: Vec<Ranked>,
    reviewed: Vec<(PolityId, Reach)>,
}

/// Reviews outlets and links of those whose month it is, and of those that have none.
pub(super) fn review_links(
    clock: Res<Clock>,
    lore: Res<Lore>,
    (rules, economy): (Res<TradeRules>, Res<EconomyRules>),
    nearness: Res<Nearness>,
    surroundings: Surroundings,
    mut links: ResMut<TradeLinks>,
    mut flows: ResMut<TradeFlows>,
    mut polities: Polities<(&Status, &Accounts, (&Plan, &Industry, &Prices), &mut TradePosition)>,
    mut review: Local<Review>,
) {
    let Review { faces, agreed, known, ties, ranked, reviewed } = &mut *review;
    let round = clock.now().0.is_multiple_of(ROUND_MONTHS).then_some(clock.now().0 / ROUND_MONTHS);
    let trades = |status: &Status, accounts: &Accounts| status.is_alive() && accounts.product().real() > 0.0;
    let is_news = |(id, (status, accounts, ..)): (PolityId, (&Status, &Accounts, _, _))| {
        trades(status, accounts) == links.of[id].is_empty()
    };
    // In other months there is something to do only where somebody begins or ends.
    if round.is_none() && !polities.iter().any(is_news) {
        return;
    }
    faces.clear();
    for (_, (status, accounts, (plan, industry, prices), position)) in polities.iter() {
        let normal = economy_rules::normal_use(&economy, plan.planned());
        let able = |good: GoodId| {
            rules::able(industry.normal(good, normal), prices.demand[good], position.arrivals[good])
                .max(position.sold[good])
        };
        let traded = lore.goods.iter().filter(|(_, def)| def.traded);
        let product = accounts.product().real();
        faces.push(Face {
            alive: trades(status, accounts),
            product,
            able: 12.0 * traded.map(|(good, _)| able(good)).sum::<f64>(),
            planned: plan.planned(),
            ruler: status.ruler(),
            wall: 0.0,
        });
    }
    surroundings.raise_walls(faces);
    surroundings.note_agreements(agreed);
    let world: f64 = faces.iter().filter(|face| face.alive).map(|face| face.product).sum();
    let due = |id: PolityId, links: &TradeLinks| {
        let face = &faces[id.index()];
        let rounds = if face.product >= LARGE * world { USUAL } else { RARE };
        let key = surroundings.atlas.turn(Seat::Polity(id));
        let turn = round.is_some_and(|round| has_turn(key, round, rounds));
        face.alive && (turn || links.of[id].is_empty())
    };
    // Who is known in whose market is settled for all sellers before any buyer chooses.
    reviewed.clear();
    for id in polities.ids() {
        if !due(id, &links) {
            continue;
        }
        surroundings.tie_all(id, faces, agreed, ties);
        let reach = Reach::of(&rules, id, faces, ties, nearness.0.row(id));
        rank(&reach.selling, |buyer| faces[buyer.index()].product, OUTLETS, |_| false, ranked);
        let outlets = &mut links.outlets[id];
        outlets.clear();
        outlets.extend(ranked.iter().map(|one| one.other));
        reviewed.push((id, reach));
    }
    for id in polities.ids().filter(|id| !faces[id.index()].alive) {
        links.of[id].clear();
        links.outlets[id].clear();
    }
    known.reset(faces.len());
    for (seller, outlets) in links.outlets.iter() {
        outlets.iter().for_each(|&buyer| known.set(seller, buyer));
    }
    for &(buyer, ref reach) in reviewed.iter() {
        let me = faces[buyer.index()];
        let known = |seller| known.has(seller, buyer);
        let most = if me.product >= LARGE * world { PARTNERS } else { FEW };
        rank(&reach.buying, |seller| faces[seller.index()].able, most, known, ranked);
        let plans = |face: &Face| face.planned > rules.clearing_threshold;
        let list = &mut links.of[buyer];
        list.clear();
        list.extend(ranked.iter().map(|&Ranked { weight, other: seller, .. }| Link {
            seller,
            weight,
            strategic: rules::strategic(&rules, unlike(&me, &faces[seller.index()])),
            clearing: plans(&me) && plans(&faces[seller.index()]),
        }));
        let (_, _, _, mut position) = polities.get_mut(buyer);
        position.access = math::ratio_or(reach.ease, world, 0.0);
        if position.access_start <= 0.0 {
            position.access_start = position.access;
            // At the start what planners earn from one another is split off by the weight of such sellers.
            let both = || ranked.iter().zip(list.iter());
            let cleared: f64 = both().filter(|(_, link)| link.clearing).map(|(one, _)| one.score).sum();
            let kept: f64 = ranked.iter().map(|one| one.score).sum();
            let earned = position.earned_hard + position.earned_clearing;
            // Until trade has run for a while the record shows what the weights lead one to expect.
            for one in ranked.iter() {
                let bought = position.imported.real() * math::ratio_or(one.score, kept, 0.0);
                flows.set(one.other, buyer, bought);
            }
            position.earned_clearing = earned * math::ratio_or(cleared, kept, 0.0);
            position.earned_hard = earned - position.earned_clearing;
        }
    }
}

/// How one country reaches all others that it can reach.
struct Reach {
    /// Nearness and access as a buyer, in id order.
    buying: Vec<(PolityId, f64)>,
    /// The same as a seller: before the wall of the other's market, not of its own.
    selling: Vec<(PolityId, f64)>,
    /// How easily it comes by the goods of all, summed.
    ease: f64,
}

impl Reach {
    fn of(rules: &TradeRules, one: PolityId, faces: &[Face], ties: &[Tie], near_by: &[f32]) -> Self {
        let room = || Vec::with_capacity(faces.len());
        let mut reach = Self { buying: room(), selling: room(), ease: 0.0 };
        let wall = faces[one.index()].wall;
        for (index, face) in faces.iter().enumerate() {
            let other = PolityId::from_index(index);
            if other == one || !face.alive {
                continue;
            }
            let (tie, near) = (&ties[index], f64::from(near_by[index]));
            let access = Access::of(rules, tie);
            let (to_buy, to_sell) =
                (rules::past_wall(tie, wall) * near, rules::past_wall(tie, face.wall) * near);
            let weight = access.whole() * to_buy;
            if weight > 0.0 {
                reach.ease += access.ease(rules) * to_buy * face.product;
                reach.buying.push((other, weight));
                reach.selling.push((other, access.whole() * to_sell));
            }
        }
        reach
    }
}

/// How far two differ in the share of output under plan (0–1).
fn unlike(one: &Face, other: &Face) -> f64 {
    (one.planned - other.planned).abs().clamp(0.0, 1.0)
}

/// Ranks those within reach by nearness, access and `size`: as many of the best, and of the others those that are to be
/// kept anyway; best first, ties by number.
fn rank(
    reach: &[(PolityId, f64)],
    size: impl Fn(PolityId) -> f64,
    most: usize,
    kept: impl Fn(PolityId) -> bool,
    ranked: &mut Vec<Ranked>,
) {
    ranked.clear();
    let stands_before =
        |a: &Ranked, b: &Ranked| a.score > b.score || (a.score == b.score && a.other < b.other);
    // The best stand in front, in order; behind them the others that are kept.
    let mut best = 0;
    for &(other, weight) in reach {
        let one = Ranked { score: weight * size(other), weight, other };
        if best == most && stands_before(&ranked[most - 1], &one) {
            if kept(other) {
                ranked.push(one);
            }
            continue;
        }
        let place = ranked[..best].partition_point(|held| stands_before(held, &one));
        if best < most {
            best += 1;
            ranked.insert(place, one);
        } else {
            ranked[place..most].rotate_right(1);
            let last = std::mem::replace(&mut ranked[place], one);
            if kept(last.other) {
                ranked.push(last);
            }
        }
    }
    ranked[best..].sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.other.cmp(&b.other)));
}

/// What decides how two countries stand to each other.
#[derive(SystemParam)]
pub(super) struct Surroundings<'w> {
    lore: Res<'w, Lore>,
    atlas: Res<'w, Atlas>,
    shared: Res<'w, CommunityRules>,
    relations: Res<'w, Relations>,
    recognition: Res<'w, Recognition>,
    agreements: Res<'w, Agreements>,
    organisations: Res<'w, Organisations>,
    community: Res<'w, Community>,
    wars: Res<'w, Wars>,
}

impl Surroundings<'_> {
    /// Raises the common tariffs of market communities round their members and those whom members rule.
    fn raise_walls(&self, faces: &mut [Face]) {
        for (id, organisation) in self.organisations.iter() {
            if self.lore.organisations[id].kind != OrganisationKind::Market {
                continue;
            }
            let wall = self.shared.common_wall * (2.0 * self.community.bond(id).depth - 1.0).max(0.0);
            let within = |id| organisation.has(id);
            for (index, face) in faces.iter_mut().enumerate() {
                if within(PolityId::from_index(index)) || face.ruler.is_some_and(within) {
                    face.wall = face.wall.max(wall);
                }
            }
        }
    }

    /// Notes who has agreed with whom on trade or on defence.
    fn note_agreements(&self, agreed: &mut Agreed) {
        let polities = self.lore.polities.len();
        agreed.treaty.reset(polities);
        agreed.pact.reset(polities);
        for agreement in self.agreements.list() {
            match agreement.terms.tag() {
                AgreementTag::TradeTreaty => agreed.treaty.set_both(agreement.a, agreement.b),
                AgreementTag::Pact => agreed.pact.set_both(agreement.a, agreement.b),
                _ => {}
            }
        }
    }

    /// Fills the ties of one country with everyone.
    fn tie_all(&self, one: PolityId, faces: &[Face], agreed: &Agreed, ties: &mut Vec<Tie>) {
        let Self { lore, atlas, relations, recognition, organisations, community, wars, .. } = self;
        ties.clear();
        let me = faces[one.index()];
        let agent = atlas.agent(Seat::Polity(one));
        // A dependency has no recognition and no tension of its own: its ruler's count.
        let speaker = me.ruler.unwrap_or(one);
        for (index, face) in faces.iter().enumerate() {
            let other = PolityId::from_index(index);
            let their_speaker = face.ruler.unwrap_or(other);
            let same_house = speaker == their_speaker;
            ties.push(Tie {
                ruler: me.ruler == Some(other) || face.ruler == Some(one),
                same_ruler: me.ruler.is_some() && me.ruler == face.ruler,
                recognised: same_house
                    || (recognition.given(speaker, their_speaker)
                        && recognition.given(their_speaker, speaker)),
                treaty: agreed.treaty.has(one, other),
                pact: agreed.pact.has(one, other),
                unlike: unlike(&me, face),
                ..Tie::default()
            });
        }
        let speaker_agent = atlas.agent(Seat::Polity(speaker));
        for from in [agent, speaker_agent] {
            for other in relations.others(from) {
                if let Seat::Polity(id) = atlas.seat(other) {
                    let tie = &mut ties[id.index()];
                    tie.tension = tie.tension.max(relations.tension(from, other));
                }
            }
        }
        for (id, organisation) in organisations.iter() {
            if !organisation.has(one) && !organisation.has(speaker) {
                continue;
            }
            let depth = community.bond(id).depth;
            for member in organisation.members() {
                let tie = &mut ties[member.index()];
                match lore.organisations[id].kind {
                    OrganisationKind::PlanCommunity => tie.community = true,
                    OrganisationKind::Market => tie.market = tie.market.max(depth),
                    OrganisationKind::Imperial => tie.union = true,
                    OrganisationKind::MilitaryPact => tie.pact = true,
                    _ => {}
                }
            }
        }
        for war in wars.list() {
            let me_seat = Seat::Polity(one);
            let enemies = if war.attacker.has(me_seat) {
                &war.defender
            } else if war.defender.has(me_seat) {
                &war.attacker
            } else {
                continue;
            };
            for enemy in &enemies.polities {
                ties[enemy.index()].at_war = true;
            }
        }
    }
}
