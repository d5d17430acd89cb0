//! Who deals with whom: each buyer reviews its sellers once a year, by what they could sell, nearness and political access;
//! small sellers see to it that they are known in the markets nearest to them.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::base::{GoodId, Id, Matrix, PolityId, math};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::community::{Community, CommunityRules};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition, Relations};
use crate::sim::economy::{Accounts, EconomyRules, Industry, Prices, rules as economy_rules};
use crate::sim::organisations::Organisations;
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Lore, Polities, Seat};

use super::components::{Link, PARTNERS, TradeFlows, TradeLinks, TradePosition};
use super::parameters::TradeRules;
use super::rules::{self, Tie};

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
}

/// A seller as a buyer ranks it, or a buyer as a seller does: by nearness, access and size.
struct Ranked {
    score: f64,
    /// Nearness and access, its size left out.
    weight: f64,
    other: PolityId,
}

/// Markets that a seller sees to it that it is known in, however small it is.
const OUTLETS: usize = 8;

/// Scratch of the review.
#[derive(Default)]
pub(super) struct Review {
    faces: Vec<Face>,
    ties: Vec<Tie>,
    ranked: Vec<Ranked>,
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
    let Review { faces, ties, ranked } = &mut *review;
    faces.clear();
    for (_, (status, accounts, (plan, industry, prices), position)) in polities.iter() {
        let normal = economy_rules::normal_use(&economy, plan.planned());
        let able = |good: GoodId| {
            rules::able(industry.potential[good] * normal, prices.demand[good], position.arrivals[good])
                .max(position.orders[good])
        };
        let traded = lore.goods.iter().filter(|(_, def)| def.traded);
        let product = accounts.product().real();
        faces.push(Face {
            alive: status.is_alive() && product > 0.0,
            product,
            able: 12.0 * traded.map(|(good, _)| able(good)).sum::<f64>(),
            planned: plan.planned(),
            ruler: status.ruler(),
        });
    }
    let world: f64 = faces.iter().filter(|face| face.alive).map(|face| face.product).sum();
    let month = (clock.now().0 % 12) as usize;
    let due = |id: PolityId, links: &TradeLinks| {
        faces[id.index()].alive && (id.index() % 12 == month || links.of[id].is_empty())
    };
    for seller in polities.ids().filter(|&id| due(id, &links)).collect::<Vec<_>>() {
        surroundings.tie_all(seller, faces, ties);
        rank(&rules, seller, faces, ties, nearness.0.row(seller), |face| face.product, ranked);
        best(ranked, OUTLETS, |_| false);
        let outlets = &mut links.outlets[seller];
        outlets.clear();
        outlets.extend(ranked.iter().map(|one| one.other));
    }
    for buyer in polities.ids() {
        let me = faces[buyer.index()];
        if !me.alive {
            links.of[buyer].clear();
            links.outlets[buyer].clear();
            continue;
        }
        if !due(buyer, &links) {
            continue;
        }
        surroundings.tie_all(buyer, faces, ties);
        let near_by = nearness.0.row(buyer);
        rank(&rules, buyer, faces, ties, near_by, |face| face.able, ranked);
        let ease = |&Ranked { other, .. }: &Ranked| {
            let (tie, face) = (&ties[other.index()], &faces[other.index()]);
            rules::ease(&rules, tie) * f64::from(near_by[other.index()]) * face.product
        };
        // How easily it comes by the goods of all others.
        let ease: f64 = ranked.iter().map(ease).sum();
        best(ranked, PARTNERS, |seller| links.outlets[seller].contains(&buyer));
        let plans = |face: &Face| face.planned > rules.clearing_threshold;
        let list = &mut links.of[buyer];
        list.clear();
        list.extend(ranked.iter().map(|&Ranked { weight, other: seller, .. }| Link {
            seller,
            weight,
            strategic: rules::strategic(&rules, &ties[seller.index()]),
            clearing: plans(&me) && plans(&faces[seller.index()]),
        }));
        let (_, _, _, mut position) = polities.get_mut(buyer);
        position.access = math::ratio_or(ease, world, 0.0);
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
                flows.yearly[(one.other, buyer)] = bought as f32;
            }
            position.earned_clearing = earned * math::ratio_or(cleared, kept, 0.0);
            position.earned_hard = earned - position.earned_clearing;
        }
    }
}

/// Ranks all others for one country by nearness, access and `size`.
fn rank(
    rules: &TradeRules,
    one: PolityId,
    faces: &[Face],
    ties: &[Tie],
    near_by: &[f32],
    size: impl Fn(&Face) -> f64,
    ranked: &mut Vec<Ranked>,
) {
    ranked.clear();
    for (index, face) in faces.iter().enumerate() {
        let other = PolityId::from_index(index);
        if other == one || !face.alive {
            continue;
        }
        let (tie, near) = (&ties[index], f64::from(near_by[index]));
        let weight = rules::access(rules, tie) * near;
        if weight <= 0.0 {
            continue;
        }
        ranked.push(Ranked { score: weight * size(face), weight, other });
    }
}

/// Keeps the best, and those that are to be kept anyway; best first, ties by number.
fn best(ranked: &mut Vec<Ranked>, most: usize, kept: impl Fn(PolityId) -> bool) {
    let best_first = |a: &Ranked, b: &Ranked| b.score.total_cmp(&a.score).then(a.other.cmp(&b.other));
    if ranked.len() > most {
        ranked.select_nth_unstable_by(most, best_first);
        let mut place = 0;
        ranked.retain(|one| {
            place += 1;
            place <= most || kept(one.other)
        });
    }
    ranked.sort_unstable_by(best_first);
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
    /// Fills the ties of one country with everyone.
    fn tie_all(&self, buyer: PolityId, faces: &[Face], ties: &mut Vec<Tie>) {
        let Self { lore, atlas, shared, relations, recognition, agreements, organisations, community, wars } =
            self;
        ties.clear();
        let me = faces[buyer.index()];
        let agent = atlas.agent(Seat::Polity(buyer));
        // A dependency has no recognition and no tension of its own: its ruler's count.
        let speaker = me.ruler.unwrap_or(buyer);
        for (index, face) in faces.iter().enumerate() {
            let other = PolityId::from_index(index);
            let their_speaker = face.ruler.unwrap_or(other);
            let same_house = speaker == their_speaker;
            ties.push(Tie {
                ruler: me.ruler == Some(other) || face.ruler == Some(buyer),
                same_ruler: me.ruler.is_some() && me.ruler == face.ruler,
                recognised: same_house
                    || (recognition.given(speaker, their_speaker)
                        && recognition.given(their_speaker, speaker)),
                unlike: (me.planned - face.planned).abs().clamp(0.0, 1.0),
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
            if !organisation.has(buyer) && !organisation.has(speaker) {
                continue;
            }
            let depth = community.bond(id).depth;
            if lore.organisations[id].kind == OrganisationKind::Market {
                let wall = shared.common_wall * (2.0 * depth - 1.0).max(0.0);
                ties.iter_mut().for_each(|tie| tie.wall = tie.wall.max(wall));
            }
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
        for agreement in agreements.list() {
            let other = match (agreement.a == buyer, agreement.b == buyer) {
                (true, false) => agreement.b,
                (false, true) => agreement.a,
                _ => continue,
            };
            match agreement.terms.tag() {
                AgreementTag::TradeTreaty => ties[other.index()].treaty = true,
                AgreementTag::Pact => ties[other.index()].pact = true,
                _ => {}
            }
        }
        for war in wars.list() {
            let me_seat = Seat::Polity(buyer);
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
