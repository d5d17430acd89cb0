//! Candidate targets, from cheap indices: at most six a policy.

use bevy::prelude::World;

use crate::base::{MovementId, PolityId, hash, math};
use crate::content::vocabulary::{System, Targets, Treaty};
use crate::sim::diplomacy::{AgreementTag, claim_rivals, ends_of};
use crate::sim::organisations::{dearest, distance, find, waverers};
use crate::sim::politics::Federations;
use crate::sim::population::Seat;
use crate::sim::quantities::{Eyes, Facts, Helper, Tie, colour, need, proximity, threat};

/// Most candidates one policy is given.
pub(super) const MOST: usize = 6;

/// Share of the world's product from which a state weighs in arguments on the line. Own estimate.
const WEIGHS: f64 = 0.008;
/// Treaties of which there are few enough that those who signed them are worth looking for; trade is looked for among partners.
const WORTH_A_BREACH: [Treaty; 5] =
    [Treaty::Friendship, Treaty::Pact, Treaty::Guarantee, Treaty::Base, Treaty::ArmsLimits];
/// Tension below which a friend's rival may be recognised. Own estimate.
const EASED: f64 = 0.15;

/// The candidates of one agent for each kind of target, made when first asked for.
#[derive(Default)]
pub(super) struct Candidates {
    made: [Option<Few>; Targets::COUNT],
}

/// A few targets, best first.
#[derive(Clone, Copy)]
struct Few {
    seats: [Option<Seat>; MOST],
    count: usize,
}

impl Candidates {
    /// The candidates of a kind, best first.
    pub(super) fn of(&mut self, facts: &Facts, own: Seat, kind: Targets) -> &[Option<Seat>] {
        let few = self.made[kind as usize].get_or_insert_with(|| make(facts, own, kind));
        &few.seats[..few.count]
    }
}

/// States whose help a movement would think of asking for first, best first: as an AI in its place would.
pub fn possible_patrons(world: &World, movement: MovementId) -> Vec<PolityId> {
    let facts = Facts::gather(world);
    let few = make(&facts, Seat::Movement(movement), Targets::PossiblePatrons);
    let state = |seat: &Option<Seat>| match seat {
        Some(Seat::Polity(id)) => Some(*id),
        _ => None,
    };
    few.seats[..few.count].iter().filter_map(state).collect()
}

fn make(facts: &Facts, own: Seat, kind: Targets) -> Few {
    if kind == Targets::None {
        return Few { seats: [None; MOST], count: 1 };
    }
    let luck = facts.fate.lot(u64::from(facts.now.0), facts.atlas.key(own));
    let mut best = Best::by(|seat| hash::mix(luck ^ facts.atlas.key(seat)));
    match own {
        Seat::Polity(id) => for_state(facts, id, kind, &mut best),
        Seat::Movement(id) => for_movement(facts, id, kind, &mut best),
    }
    Few { seats: best.held.map(|(_, seat)| Some(seat)), count: best.count }
}

/// The best few by weight; equal weights stand in the order of their luck.
struct Best<L> {
    held: [(f64, Seat); MOST],
    count: usize,
    /// The luck of a seat this month in the eyes of the one who chooses.
    luck: L,
}

impl<L: Fn(Seat) -> u64> Best<L> {
    fn by(luck: L) -> Self {
        Self { held: [(0.0, Seat::Polity(PolityId(0))); MOST], count: 0, luck }
    }

    /// Whether one of this weight is lighter than all of as many as are held.
    #[inline]
    fn outweighs(&self, weight: f64) -> bool {
        self.count == MOST && self.held[MOST - 1].0 > weight
    }

    /// Considers one whose turn may come: luck, which costs most, is asked only of those who can be among the best.
    #[inline]
    fn consider_by_turn(&mut self, weight: f64, seat: Seat) {
        if !self.outweighs(weight * MOST_TURN) {
            self.consider(weight * self.turn(seat), seat);
        }
    }

    /// A factor of 0.6..1.4 by luck of the month: of many alike, not the same few every time.
    fn turn(&self, other: Seat) -> f64 {
        let word = (self.luck)(other);
        0.6 + 0.8 * (word >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Considers states one by one.
    #[inline]
    fn consider_each(&mut self, states: impl Iterator<Item = PolityId>, weight: impl Fn(PolityId) -> f64) {
        states.for_each(|id| self.consider(weight(id), Seat::Polity(id)));
    }

    fn consider(&mut self, weight: f64, seat: Seat) {
        let luck = &self.luck;
        let stands_before =
            |held: &(f64, Seat)| held.0 > weight || (held.0 == weight && luck(held.1) < luck(seat));
        // Most are lighter than the last of many held.
        if self.count == MOST && stands_before(&self.held[MOST - 1]) {
            return;
        }
        self.count = MOST.min(self.count + 1);
        let mut place = self.count - 1;
        while place > 0 && !stands_before(&self.held[place - 1]) {
            self.held[place] = self.held[place - 1];
            place -= 1;
        }
        self.held[place] = (weight, seat);
    }
}

/// Part of a country's product that a helper needs to count half as able to arm a movement there.
const MEANS: f64 = 0.25;
/// The largest factor of a turn.
const MOST_TURN: f64 = 1.4;

fn for_state(facts: &Facts, own: PolityId, kind: Targets, best: &mut Best<impl Fn(Seat) -> u64>) {
    let row = |id: PolityId| &facts.polities[id];
    let states = || facts.sovereigns.iter().copied().filter(move |&id| id != own);
    let known = || {
        facts.relations.others(facts.agent(own)).filter_map(|other| match facts.atlas.seat(other) {
            Seat::Polity(id) if facts.polities[id].sovereign() => Some(id),
            _ => None,
        })
    };
    let same_system = |id: PolityId| row(id).system() == row(own).system();
    let tied = |tag| facts.bound_to(own).filter(move |&id| facts.bond(own, id).agreed(tag));
    let need = |id: PolityId| need(facts, Seat::Polity(id));
    let reach =
        |id: PolityId| proximity(facts, own, id).max(math::ratio_or(row(own).strength, facts.strongest, 0.0));
    match kind {
        Targets::None => {}
        Targets::Neighbours => {
            best.consider_each(facts.neighbours(own).filter(|&id| row(id).sovereign()), |id| {
                let war = if row(id).at_war { 1.0 } else { 0.0 };
                war + facts.relations.tension(facts.agent(own), facts.agent(id)) + row(id).internal_threat
            })
        }
        Targets::Partners => {
            let trade = |id: PolityId| facts.flows.both_ways(own, id);
            best.consider_each(known().filter(|&id| trade(id) > 0.0), trade);
        }
        Targets::Allies => {
            for &id in &facts.sovereigns {
                if facts.allied(own, id) {
                    best.consider_by_turn(need(id) + row(id).internal_threat, Seat::Polity(id));
                }
            }
        }
        Targets::Rivals => {
            for id in known() {
                let felt = threat(facts, own, id, Eyes::Believed);
                if felt >= facts.rules.feared_from {
                    best.consider(felt, Seat::Polity(id));
                }
            }
        }
        Targets::Uncommitted => {
            for &id in &facts.uncommitted {
                if id != own {
                    let weight = math::sqrt(row(id).people) * (0.1 + reach(id));
                    best.consider_by_turn(weight, Seat::Polity(id));
                }
            }
        }
        Targets::Needy => {
            for id in known().filter(|&id| !facts.opposed(own, id)) {
                let close = facts.relations.influence(facts.agent(own), facts.agent(id));
                best.consider_by_turn(need(id) * (0.4 + close), Seat::Polity(id));
            }
        }
        // A friend's rival is recognised only once there is little tension with it.
        Targets::Unrecognised => {
            let friends_rival = |id: PolityId| {
                let mine = |&other: &PolityId| {
                    other != own
                        && claim_rivals(facts, id, other)
                        && (facts.allied(own, other)
                            || facts.recognition.given(own, other) && same_system(other))
                };
                row(id).claim.is_some_and(|claim| {
                    facts.relations.tension(facts.agent(own), facts.agent(id)) >= EASED
                        && facts.content.claims[claim].claimants.iter().any(mine)
                })
            };
            for &id in &facts.sovereigns {
                if id != own && !facts.recognition.given(own, id) && !friends_rival(id) {
                    best.consider(row(id).people, Seat::Polity(id));
                }
            }
        }
        Targets::Dependencies => {
            let mine = |id: &PolityId| row(*id).status.ruler() == Some(own);
            best.consider_each(facts.dependents.iter().copied().filter(mine), |id| {
                0.05 + row(id).internal_threat + row(id).grievance + row(id).holding_cost
            })
        }
        Targets::MovementsAbroad => movements_abroad(facts, own, best),
        Targets::MovementsAtHome => {
            let here = |id: &MovementId| {
                let movement = &facts.movements[*id];
                movement.home == own
                    || movement.against == own
                    || facts.polities[movement.home].status.ruler() == Some(own)
            };
            for id in facts.alive.iter().copied().filter(here) {
                best.consider(0.02 + facts.movements[id].strength, Seat::Movement(id));
            }
        }
        Targets::Claimants if row(own).claim.is_none() => {}
        Targets::Claimants => {
            best.consider_each(states().filter(|&id| claim_rivals(facts, own, id)), |_| 1.0)
        }
        Targets::Disputants => {
            let disputed = facts.bound_to(own).filter(|&id| facts.tied(own, id, Tie::Dispute));
            best.consider_each(disputed, |id| facts.dispute(own, id));
        }
        Targets::FederationPartners => {
            let open = |&&(other, whole): &&(PolityId, PolityId)| {
                row(other).sovereign() && !row(whole).status.is_alive()
            };
            let partners = facts.world.resource::<Federations>().of(own).iter().filter(open);
            best.consider_each(partners.map(|&(other, _)| other), |id| row(id).people)
        }
        Targets::Embargoed => {
            let closed = [AgreementTag::Embargo, AgreementTag::Boycott];
            let under = |id: &PolityId| closed.iter().any(|&tag| facts.bond(own, *id).agreed(tag));
            best.consider_each(facts.bound_to(own).filter(under), |id| row(id).product)
        }
        Targets::Blockaded => best.consider_each(tied(AgreementTag::Blockade), |id| row(id).product),
        Targets::Enemies => {
            let enemy = |id: &PolityId| row(*id).sovereign() && facts.tied(own, *id, Tie::War);
            best.consider_each(facts.bound_to(own).filter(enemy), |id| row(id).strength)
        }
        Targets::Garrisoned => {
            best.consider_each(tied(AgreementTag::Troops), |id| 1.0 - row(id).internal_threat)
        }
        Targets::Issuer => best.consider_each(facts.issuer.into_iter().filter(|&id| id != own), |_| 1.0),
        Targets::PressedDebtors => {
            let pressed = |id: PolityId| row(id).arrears > 0.0 || row(id).payments_crisis;
            let owing = facts.bound_to(own).filter(|&id| pressed(id) && facts.tied(own, id, Tie::Debt));
            best.consider_each(owing, |id| facts.bond(own, id).owed)
        }
        Targets::PayersOfReparations => {
            let pays = |id: &PolityId| facts.tied(*id, own, Tie::Agreement(AgreementTag::Reparations));
            best.consider_each(facts.polities.ids().filter(pays), |id| row(id).grievance)
        }
        Targets::Signatories => {
            let signed = |id: &PolityId| {
                let stands = |treaty: Treaty| {
                    let [a, b] = ends_of(treaty, own, *id);
                    facts.tied(a, b, Tie::Agreement(treaty.into()))
                };
                row(*id).sovereign() && WORTH_A_BREACH.into_iter().any(stands)
            };
            let strain = |id| facts.relations.tension(facts.agent(own), facts.agent(id));
            best.consider_each(known().filter(signed), strain);
        }
        Targets::Leaders => {
            let leaders = find::by_choice(facts).filter_map(|(_, def, _)| def.leader);
            let mut seen = Vec::with_capacity(4);
            for id in leaders.filter(|&id| id != own && row(id).sovereign()) {
                if !seen.contains(&id) {
                    seen.push(id);
                    best.consider(facts.relations.trust(facts.agent(own), facts.agent(id)), Seat::Polity(id));
                }
            }
        }
        Targets::Followers => {
            let mut seen = Vec::new();
            for id in find::followers(facts, own).filter(|&id| row(id).sovereign()) {
                if !seen.contains(&id) {
                    seen.push(id);
                    best.consider(
                        distance(row(own).line, row(id).line) + best.turn(Seat::Polity(id)),
                        Seat::Polity(id),
                    );
                }
            }
        }
        Targets::Fellows if row(own).system() == System::South => {}
        Targets::Fellows => {
            let weight = |id: PolityId| {
                let weighs = math::ratio_or(row(id).product, row(id).product + row(own).product, 0.0);
                weighs * (0.2 + distance(row(own).line, row(id).line))
            };
            // One argues with those who have something to say: who leads, or weighs in the world.
            let leaders: Vec<_> = find::by_choice(facts).filter_map(|(_, def, _)| def.leader).collect();
            let weighs = |id: PolityId| row(id).product >= WEIGHS * facts.world_product;
            let heard = weighs(own);
            let open = |&id: &PolityId| same_system(id) && (heard && weighs(id) || leaders.contains(&id));
            best.consider_each(known().filter(open), weight);
        }
        Targets::Quarrelling => {
            let open = facts.quarrels.list().iter().filter(|quarrel| quarrel.concerns(own));
            best.consider_each(open.map(|quarrel| quarrel.against(own)), |id| row(id).product);
        }
        Targets::Accused => {
            for id in facts.charged().iter().copied().filter(|&id| id != own) {
                let felt = facts.relations.tension(facts.agent(own), facts.agent(id));
                best.consider(facts.offence(id) + felt, Seat::Polity(id));
            }
        }
        Targets::Rulers => {
            for id in facts.rulers().iter().copied().filter(|&id| id != own) {
                best.consider_by_turn(facts.rule_abroad(id), Seat::Polity(id));
            }
        }
        Targets::Outsiders => {
            for id in facts.outsiders().iter().copied().filter(|&id| id != own) {
                best.consider_by_turn(math::sqrt(row(id).people), Seat::Polity(id));
            }
        }
        Targets::Waverers => {
            let Some((motion, felt)) = dearest(facts, own) else { return };
            for (id, near) in waverers(facts, own, motion, felt > 0.0) {
                let hold = facts.relations.influence(facts.agent(own), facts.agent(id));
                best.consider(near + hold, Seat::Polity(id));
            }
        }
        // A state has no ruler to aim at and seeks no patron in this sense.
        Targets::Ruler | Targets::PossiblePatrons => {}
    }
}

/// How far a state can afford to help a movement (0–1): its product against a part of that of the country.
fn means(own: f64, there: f64) -> f64 {
    math::ratio_or(own, own + MEANS * there, 0.0)
}

/// The same of a state and a country.
pub(super) fn means_to_help(facts: &Facts, helper: PolityId, country: PolityId) -> f64 {
    means(facts.polities[helper].product, facts.polities[country].product)
}

/// Trust in a state (0–1) from which on nobody helps those who fight it. Own estimate.
const MOST_TRUST: f64 = 0.6;

/// Movements against states outside the own camp that are not trusted, weighed by kinship, reach and strength.
fn movements_abroad(facts: &Facts, own: PolityId, best: &mut Best<impl Fn(Seat) -> u64>) {
    let row = &facts.polities[own];
    let (strong, mine) =
        (math::ratio_or(row.strength, facts.strongest, 0.0), colour(facts, Seat::Polity(own)));
    let outside = |state: PolityId| state != own && !facts.allied(own, state);
    // Whom one trusts, one does not undermine.
    let befriended =
        |state: PolityId| facts.relations.trust(facts.agent(own), facts.agent(state)) >= MOST_TRUST;
    for one in &facts.survey().struggles {
        if one.against == own || one.home == own || one.ruler == Some(own) {
            continue;
        }
        // Most are too far, too strange or too weak to be among the best, however much they trust.
        let most = |near: f64| near * (0.3 + one.strength + 1.0) * MOST_TURN;
        let near = (0.1 + proximity(facts, own, one.home).max(strong)) * means(row.product, one.product);
        if best.outweighs(most(near)) {
            continue;
        }
        let near = facts.kinship.affinity(mine, one.colour) * near;
        if best.outweighs(most(near)) {
            continue;
        }
        let abroad = one.against == one.home || outside(one.against);
        if !abroad || !outside(one.home) || befriended(one.against) {
            continue;
        }
        let seat = Seat::Movement(one.id);
        let asked = facts.relations.trust(facts.agent(own), facts.atlas.agent(seat));
        best.consider_by_turn(near * (0.3 + one.strength + asked), seat);
    }
}

/// What reach counts for at the end of the world.
const LEAST_REACH: f64 = 0.01;
/// The most that reach, and distance from whom a movement stands against, count in its choice of a patron.
const MOST_REACH: f64 = LEAST_REACH + 1.0;
const MOST_APART: f64 = 1.05;

fn for_movement(facts: &Facts, own: MovementId, kind: Targets, best: &mut Best<impl Fn(Seat) -> u64>) {
    let (me, row) = (Seat::Movement(own), &facts.movements[own]);
    match kind {
        Targets::Ruler => best.consider(1.0, Seat::Polity(row.against)),
        Targets::PossiblePatrons => {
            let (mine, theirs) = (colour(facts, me), colour(facts, Seat::Polity(row.against)));
            let country = facts.polities[row.home].product;
            let may = |one: &&Helper| one.id != row.against && Some(one.id) != row.patron;
            for one in facts.survey().helpers.iter().filter(may) {
                let able = facts.kinship.affinity(mine, one.colour) * means(one.product, country);
                // Most are too strange or too poor to be among the best, wherever they lie.
                if best.outweighs(able * MOST_REACH * MOST_APART) {
                    continue;
                }
                let near = proximity(facts, row.home, one.id);
                // Who is near to those it stands against helps least.
                let torn = facts.kinship.affinity(theirs, one.colour).clamp(0.0, 1.0);
                // The strong reach far; of the others, only who is near comes to mind.
                let reach = near.max(one.strong);
                let weight = able * (LEAST_REACH + reach * reach) * (MOST_APART - torn);
                best.consider(weight, Seat::Polity(one.id));
            }
        }
        // The other kinds speak of states' relations.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::base::Money;
    use crate::content::load;
    use crate::sim::Simulation;
    use crate::sim::diplomacy::{Agreement, AgreementTerms};
    use crate::sim::effects::{Effect, Effects, apply_now};

    #[test]
    fn a_host_thinks_of_its_guest_as_a_signatory_and_a_guest_not_of_its_host() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        let mut sim = Simulation::start(Arc::new(loaded.content.expect("it loads")), 5).expect("it starts");
        let guest = sim.content().scenario.poles[0];
        let facts = Facts::gather(sim.world());
        let bare =
            |id: PolityId| facts.bound_to(id).next().is_none() && facts.bound_to(guest).all(|to| to != id);
        let knows =
            |id: PolityId| facts.relations.others(facts.agent(id)).any(|one| one == facts.agent(guest));
        let mut hosts = facts.sovereigns.iter().copied().filter(|&id| id != guest && knows(id));
        let host = hosts.find(|&id| bare(id)).expect("somebody has signed nothing with anybody");
        let now = facts.now;
        drop(facts);
        let terms = AgreementTerms::Base { monthly: Money(1) };
        let until = Some(now.plus(120));
        let agreement = Agreement { a: guest, b: host, terms, since: now, until };
        sim.world_mut().resource_mut::<Effects>().push(Effect::Agree { agreement });
        apply_now(sim.world_mut());
        let facts = Facts::gather(sim.world());
        let thinks = |of: PolityId, about: PolityId| {
            let mut candidates = Candidates::default();
            let found = candidates.of(&facts, Seat::Polity(of), Targets::Signatories);
            found.contains(&Some(Seat::Polity(about)))
        };
        assert!(thinks(host, guest), "it can show it the door");
        assert!(!thinks(guest, host), "the lease is not the guest's to take back");
    }

    #[test]
    fn the_best_are_kept_in_order_and_equals_by_luck() {
        let number = |seat| match seat {
            Seat::Polity(id) => id.0,
            Seat::Movement(_) => u16::MAX,
        };
        let mut best = Best::by(|seat| u64::from(number(seat)));
        let weights = [0.2, 0.9, 0.1, 0.5, 0.5, 0.7, 0.3, 0.8, 0.4, 0.5, 0.6];
        // In falling order of numbers, so that the order of arrival is not what decides among equals.
        for (index, weight) in weights.into_iter().enumerate().rev() {
            best.consider(weight, Seat::Polity(PolityId(index as u16)));
        }
        let held: Vec<u16> = best.held.iter().map(|(_, seat)| number(*seat)).collect();
        assert_eq!(held, [1, 7, 5, 10, 3, 4]);
    }
}
