//! From facts to pairs, and whom an agent keeps records of.

use crate::base::{AgentId, Id, MovementId, PolityId, math};
use crate::content::vocabulary::FormOfRule;
use crate::sim::population::Seat;
use crate::sim::quantities::{Bonds, Facts, PolityRow, Tie, affinity, proximity};

use super::components::AgreementTag as Tag;
use super::relations::OTHERS;
use super::rules::Pair;

/// What shapes the relation of one state to another now, and the reverse; most of it is the same.
#[inline]
pub(super) fn both_ways(facts: &Facts, of: PolityId, to: PolityId, bonds: &Bonds) -> [Pair; 2] {
    let there = shaped(facts, of, to, bonds);
    let rivalry = market_rivalry(&facts.polities[to], &facts.polities[of]);
    let back = leverage(facts, to, of, &bonds.reversed());
    let back = Pair {
        allied: there.allied,
        doubt: back.doubt,
        garrison: back.garrison,
        base: back.base,
        guaranteed: back.guaranteed,
        ruled: back.ruled,
        trade: back.trade,
        aid: back.aid,
        debt: back.debt,
        strength_share: back.strength_share,
        rivalry,
        ..there
    };
    [there, back]
}

#[inline]
fn shaped(facts: &Facts, of: PolityId, to: PolityId, bonds: &Bonds) -> Pair {
    let either = |tag| bonds.either_agreed(tag);
    let (own, other) = (&facts.polities[of], &facts.polities[to]);
    Pair {
        affinity: affinity(facts, Seat::Polity(of), Seat::Polity(to)),
        proximity: proximity(facts, of, to),
        opposed: facts.opposed(of, to),
        claim_rivals: claim_rivals(facts, of, to),
        recognised: facts.recognition.given(of, to) && facts.recognition.given(to, of),
        dispute: if bonds.out.has(Tie::Dispute) { facts.dispute(of, to) } else { 0.0 },
        war: bonds.out.has(Tie::War),
        quarrel: if bonds.out.has(Tie::Quarrel) { facts.quarrels.steps(of, to) as f64 / 5.0 } else { 0.0 },
        treaty: bonds.out.agreed(Tag::TradeTreaty),
        friendship: bonds.out.agreed(Tag::Friendship),
        limits: bonds.out.agreed(Tag::ArmsLimits),
        embargo: either(Tag::Embargo) || either(Tag::Boycott),
        blockade: either(Tag::Blockade),
        rivalry: market_rivalry(own, other),
        propaganda: either(Tag::Propaganda),
        arms: either(Tag::Arms),
        forces: own.shares[3] + other.shares[3],
        trade_of_either: facts.trade_share(of, to).max(facts.trade_share(to, of)),
        ..leverage(facts, of, to, bonds)
    }
}

/// What influence of the second over the first is made of.
#[inline]
fn leverage(facts: &Facts, of: PolityId, to: PolityId, bonds: &Bonds) -> Pair {
    let Bonds { out, back } = bonds;
    let (own, other) = (&facts.polities[of], &facts.polities[to]);
    Pair {
        allied: facts.allied_by(of, to, *out),
        doubt: 1.0 - other.credibility,
        garrison: back.agreed(Tag::Troops),
        base: back.agreed(Tag::Base),
        guaranteed: back.agreed(Tag::Guarantee),
        ruled: own.status.ruler() == Some(to),
        trade: facts.trade_share(of, to),
        aid: math::ratio_or(back.aid * 12.0, own.budget(), 0.0),
        debt: math::ratio_or(back.owed, own.product, 0.0),
        strength_share: math::ratio_or(other.strength, own.strength + other.strength, 0.5),
        ..Pair::default()
    }
}

/// How far one state has lost of the world's markets what another has gained (0–1): the smaller of the two changes.
#[inline]
pub(in crate::sim) fn market_rivalry(own: &PolityRow, other: &PolityRow) -> f64 {
    let (lost, gained) = (1.0 - own.market_position, other.market_position - 1.0);
    lost.min(gained).clamp(0.0, 1.0)
}

/// Whether two states in being claim to speak for one nation.
#[inline]
pub(in crate::sim) fn claim_rivals(facts: &Facts, a: PolityId, b: PolityId) -> bool {
    let (one, other) = (&facts.polities[a], &facts.polities[b]);
    a != b && one.claim.is_some() && one.claim == other.claim && one.sovereign() && other.sovereign()
}

/// The most relevant of the others looked at so far, at most [`OTHERS`], best first; of equals the lower number first.
struct Foremost(Vec<(f64, AgentId)>);

impl Foremost {
    fn none() -> Self {
        Self(Vec::with_capacity(OTHERS))
    }

    /// Looks at another, if it is relevant at all. Others come in the order of their numbers.
    #[inline]
    fn consider(&mut self, score: f64, other: AgentId) {
        let least = if self.0.len() < OTHERS { 0.0 } else { self.0[OTHERS - 1].0 };
        if score > least {
            self.0.truncate(OTHERS - 1);
            let place = self.0.partition_point(|kept| kept.0 >= score);
            self.0.insert(place, (score, other));
        }
    }
}

/// The others of whom an agent should keep records, most relevant first, at most [`OTHERS`]. For a state that another rules,
/// that one speaks to all others; it deals with nobody else.
pub(super) fn relevant(facts: &Facts, of: Seat) -> Vec<AgentId> {
    if let Seat::Polity(own) = of
        && let Some(ruler) = facts.polities[own].status.ruler()
    {
        return vec![facts.agent(ruler)];
    }
    let mut foremost = Foremost::none();
    for id in facts.polities.ids() {
        let score = match of {
            Seat::Polity(own) => state_to_state(facts, own, id),
            Seat::Movement(own) => movement_to_state(facts, own, id),
        };
        foremost.consider(score, facts.agent(id));
    }
    if let Seat::Polity(own) = of
        && facts.polities[own].sovereign()
    {
        let strength = math::ratio_or(facts.polities[own].strength, facts.strongest, 0.0);
        for &id in &facts.alive {
            let score = state_to_movement(facts, own, strength, id);
            foremost.consider(score, facts.atlas.agent(Seat::Movement(id)));
        }
    }
    foremost.0.into_iter().map(|(_, agent)| agent).collect()
}

/// Relevance of one state to another; 0 = none. Own estimates, in the order of what fills a foreign ministry's day.
fn state_to_state(facts: &Facts, own: PolityId, other: PolityId) -> f64 {
    let (me, it) = (&facts.polities[own], &facts.polities[other]);
    if own == other || !me.status.is_alive() || !it.status.is_alive() {
        return 0.0;
    }
    let rule = it.status.ruler() == Some(own);
    if !it.sovereign() && !rule {
        return 0.0;
    }
    let bond = facts.bond(own, other);
    let mut score = 0.0;
    if rule {
        score += weight_of_rule(facts, own, other);
    }
    if bond.has(Tie::War) {
        score += 3.0;
    }
    if facts.poles.is_some_and(|poles| poles.contains(&other)) {
        score += 1.2;
    }
    if claim_rivals(facts, own, other) {
        score += 1.5;
    }
    if bond.has(Tie::Dispute) {
        score += 0.5 + facts.dispute(own, other);
    }
    if bond.has(Tie::Quarrel) {
        score += 1.0;
    }
    let touch = facts.are_neighbours(own, other);
    if touch {
        score += 1.0;
    }
    if facts.allied_by(own, other, bond) {
        score += 0.4;
    }
    if facts.opposed(own, other) {
        score += 0.2;
    }
    score += 3.0 * facts.trade_share(own, other);
    score += 0.8 * math::ratio_or(it.strength, facts.strongest, 0.0);
    score += 1.5 * math::sqrt(math::ratio_or(it.product, facts.world_product, 0.0));
    score += 0.5 * if touch { 1.0 } else { facts.geography.nearness(own, other) };
    score += 0.5 * facts.relations.influence(facts.agent(own), facts.agent(other));
    score
}

/// How far a dependency fills its ruler's day: great ones do; dozens of islands are not to crowd out the powers that a
/// ministry has to deal with.
fn weight_of_rule(facts: &Facts, ruler: PolityId, over: PolityId) -> f64 {
    let product = |id: PolityId| facts.polities[id].product;
    0.2 + 3.0 * math::sqrt(math::ratio_or(product(over), product(ruler), 0.0))
}

fn movement_to_state(facts: &Facts, own: MovementId, other: PolityId) -> f64 {
    let (me, it) = (&facts.movements[own], &facts.polities[other]);
    if me.against == other || me.home == other {
        return 3.0;
    }
    if !it.sovereign() {
        return 0.0;
    }
    let near = proximity(facts, me.home, other);
    let mut score = 0.6 * near + 0.8 * affinity(facts, Seat::Movement(own), Seat::Polity(other));
    if me.patron == Some(other) {
        score += 2.0;
    }
    score += 0.6 * math::ratio_or(it.strength, facts.strongest, 0.0);
    score
}

/// Relevance of a movement in being to a state of its own, whose strength over that of the strongest is known.
fn state_to_movement(facts: &Facts, own: PolityId, strength: f64, other: MovementId) -> f64 {
    let it = &facts.movements[other];
    if it.home == own {
        return 1.2 + it.strength;
    }
    // Abroad by its strength and the weight of the country it stirs, and louder in arms.
    if it.against == own {
        let arms = if it.in_arms { 0.5 } else { 0.0 };
        return 0.3 + 0.6 * weight_of_rule(facts, own, it.home) + it.strength + arms;
    }
    if it.patron == Some(own) {
        return 1.5;
    }
    // Those near, and those on a rival's ground that think alike.
    let near = proximity(facts, own, it.home);
    let alike = affinity(facts, Seat::Polity(own), Seat::Movement(other));
    let reach = near.max(strength);
    0.6 * reach * (0.3 + alike + 0.4 * it.strength)
}

/// Whether a state recognises a claimant when nothing else is written: states of a system recognise the claimant of
/// their own; others the one that holds the nation's seat, or else the one nearer to them in form of rule.
pub(super) fn recognises_claimant(
    own: FormOfRule,
    claimant: FormOfRule,
    rivals: &[FormOfRule],
    seated: bool,
    any_seated: bool,
) -> bool {
    use crate::content::vocabulary::System;
    if own.system() != System::South {
        let of_own = |form: FormOfRule| form.system() == own.system();
        // Where no claimant is of one's own system, the one that is not of the opposed kind will do.
        return of_own(claimant)
            || (!rivals.iter().any(|&rival| of_own(rival))
                && (claimant.system() == System::Socialist) == (own.system() == System::Socialist));
    }
    if any_seated { seated } else { claimant.system() != System::Socialist || rivals.is_empty() }
}

/// An agent's turn comes once in `interval` months, by its own key, so that a mod that adds a state shifts nobody.
#[inline]
pub(in crate::sim) fn has_turn(key: u64, month: u32, interval: u32) -> bool {
    let interval = interval.max(1);
    (crate::base::hash::mix(key) % u64::from(interval)) as u32 == month % interval
}

/// Months between two settlements of what moves slowly: relations, and what holds organisations together.
pub(in crate::sim) const QUARTER: u32 = 3;

/// Whether a month is one of those in which that is settled.
#[inline]
pub(in crate::sim) fn ends_quarter(month: u32) -> bool {
    month.is_multiple_of(QUARTER)
}

/// As [`has_turn`] for what is settled in one month of each quarter, so that facts are gathered for it only then.
/// `interval` is in months, of whole quarters.
#[inline]
pub(in crate::sim) fn has_turn_by_quarter(key: u64, month: u32, interval: u32) -> bool {
    ends_quarter(month) && has_turn(key, month / QUARTER, interval / QUARTER)
}

/// The polities and movements in the order of agents.
pub(super) fn seats(facts: &Facts) -> impl Iterator<Item = Seat> + use<> {
    let (polities, movements) = (facts.polities.len(), facts.movements.len());
    PolityId::first(polities).map(Seat::Polity).chain(MovementId::first(movements).map(Seat::Movement))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::content::load;
    use crate::sim::Simulation;

    #[test]
    fn the_foremost_come_first_and_no_more_than_there_is_room_for() {
        let mut foremost = Foremost::none();
        for other in 0..100u16 {
            foremost.consider(f64::from(other % 50), AgentId(other));
        }
        let kept: Vec<u16> = foremost.0.iter().map(|(_, other)| other.0).collect();
        assert_eq!(kept.len(), OTHERS);
        assert_eq!(kept[..4], [49, 99, 48, 98]);
    }

    #[test]
    fn a_dependency_deals_with_its_ruler_alone() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        let sim = Simulation::start(Arc::new(loaded.content.expect("it loads")), 5).expect("it starts");
        let facts = Facts::gather(sim.world());
        assert!(!facts.dependents.is_empty());
        for &id in &facts.dependents {
            let ruler = facts.polities[id].status.ruler().expect("another state rules it");
            assert_eq!(relevant(&facts, Seat::Polity(id)), [facts.agent(ruler)]);
            let written = facts.content.relations.iter().filter(|one| one.of == id || one.to == id).count();
            let known = facts.relations.others(facts.agent(id)).count();
            assert!((1..=1 + written).contains(&known), "{known} known to {}", facts.content.polities[id].id);
        }
    }

    #[test]
    fn a_pair_reckoned_for_both_is_what_each_would_reckon() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        let mut sim = Simulation::start(Arc::new(loaded.content.expect("it loads")), 5).expect("it starts");
        (0..30).for_each(|_| sim.step());
        let facts = Facts::gather(sim.world());
        let states = PolityId::first(facts.polities.len());
        let pairs = states.clone().flat_map(|a| states.clone().map(move |b| (a, b))).filter(|(a, b)| a != b);
        let mut unlike = 0;
        for (a, b) in pairs {
            let [here, there] = both_ways(&facts, a, b, &facts.bonds(a, b));
            assert_eq!(both_ways(&facts, b, a, &facts.bonds(b, a)), [there, here]);
            unlike += usize::from(here != there);
        }
        assert!(unlike > 1000, "most see each other unlike: {unlike}");
    }

    #[test]
    fn turns_come_once_an_interval() {
        for key in [3u64, 77, 1 << 40] {
            let turns = (0..24).filter(|&month| has_turn(key, month, 6)).count();
            assert_eq!(turns, 4);
        }
    }

    #[test]
    fn each_system_recognises_its_own_claimant_and_others_the_one_seated() {
        use FormOfRule as F;
        assert!(recognises_claimant(F::Socialist, F::Socialist, &[F::MilitaryRight], false, true));
        assert!(!recognises_claimant(F::Socialist, F::MilitaryRight, &[F::Socialist], true, true));
        assert!(recognises_claimant(F::CapitalistCore, F::MilitaryRight, &[F::Socialist], false, false));
        assert!(!recognises_claimant(F::CapitalistCore, F::Socialist, &[F::MilitaryRight], true, true));
        assert!(recognises_claimant(F::NationalBourgeois, F::Socialist, &[F::MilitaryRight], true, true));
    }
}
