//! Who deals with whom: each buyer reviews its sellers once a year, by size, nearness and political access.

use bevy::prelude::*;

use crate::base::{Id, Matrix, PolityId, math};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::community::{Community, CommunityRules};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition, Relations};
use crate::sim::economy::Accounts;
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
    planned: f64,
    ruler: Option<PolityId>,
}

/// A seller as a buyer ranks it: by nearness, access and size.
struct Ranked {
    score: f64,
    /// Nearness and access, its size left out.
    weight: f64,
    seller: PolityId,
}

/// Scratch of the review.
#[derive(Default)]
pub(super) struct Review {
    faces: Vec<Face>,
    ties: Vec<Tie>,
    ranked: Vec<Ranked>,
}

/// Reviews the links of the buyers whose month it is, and of those that have none.
pub(super) fn review_links(
    clock: Res<Clock>,
    lore: Res<Lore>,
    atlas: Res<Atlas>,
    rules: Res<TradeRules>,
    shared: Res<CommunityRules>,
    nearness: Res<Nearness>,
    relations: Res<Relations>,
    recognition: Res<Recognition>,
    agreements: Res<Agreements>,
    organisations: Res<Organisations>,
    community: Res<Community>,
    wars: Res<Wars>,
    mut links: ResMut<TradeLinks>,
    mut flows: ResMut<TradeFlows>,
    mut polities: Polities<(&Status, &Accounts, &Plan, &mut TradePosition)>,
    mut review: Local<Review>,
) {
    let Review { faces, ties, ranked } = &mut *review;
    faces.clear();
    let mut world = 0.0;
    for id in polities.ids() {
        let (status, accounts, plan, _) = polities.get(id);
        let product = accounts.product().real();
        let alive = status.is_alive() && product > 0.0;
        world += if alive { product } else { 0.0 };
        faces.push(Face { alive, product, planned: plan.planned(), ruler: status.ruler() });
    }
    for buyer in polities.ids() {
        let me = faces[buyer.index()];
        let due = buyer.index() % 12 == (clock.now().0 % 12) as usize;
        if !me.alive {
            links.of[buyer].clear();
            continue;
        }
        if !due && !links.of[buyer].is_empty() {
            continue;
        }
        tie_all(
            buyer,
            faces,
            ties,
            &lore,
            &atlas,
            &relations,
            &recognition,
            &agreements,
            &organisations,
            &community,
            shared.common_wall,
            &wars,
        );
        ranked.clear();
        let mut ease = 0.0;
        let near_by = nearness.0.row(buyer);
        for seller in polities.ids() {
            let face = faces[seller.index()];
            if seller == buyer || !face.alive {
                continue;
            }
            let tie = &ties[seller.index()];
            let near = f64::from(near_by[seller.index()]);
            let weight = rules::access(&rules, tie) * near;
            let score = weight * face.product;
            if score <= 0.0 {
                continue;
            }
            ease += rules::ease(&rules, tie) * near * face.product;
            ranked.push(Ranked { score, weight, seller });
        }
        let best_first = |a: &Ranked, b: &Ranked| b.score.total_cmp(&a.score).then(a.seller.cmp(&b.seller));
        if ranked.len() > PARTNERS {
            ranked.select_nth_unstable_by(PARTNERS, best_first);
            ranked.truncate(PARTNERS);
        }
        ranked.sort_unstable_by(best_first);
        let plans = |face: &Face| face.planned > rules.clearing_threshold;
        let list = &mut links.of[buyer];
        list.clear();
        list.extend(ranked.iter().map(|&Ranked { weight, seller, .. }| Link {
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
                flows.yearly[(one.seller, buyer)] = bought as f32;
            }
            position.earned_clearing = earned * math::ratio_or(cleared, kept, 0.0);
            position.earned_hard = earned - position.earned_clearing;
        }
    }
}

/// Fills the ties of one buyer with everyone.
fn tie_all(
    buyer: PolityId,
    faces: &[Face],
    ties: &mut Vec<Tie>,
    lore: &Lore,
    atlas: &Atlas,
    relations: &Relations,
    recognition: &Recognition,
    agreements: &Agreements,
    organisations: &Organisations,
    community: &Community,
    common_wall: f64,
    wars: &Wars,
) {
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
                || (recognition.given(speaker, their_speaker) && recognition.given(their_speaker, speaker)),
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
            let wall = common_wall * (2.0 * depth - 1.0).max(0.0);
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
