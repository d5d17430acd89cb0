//! The month of relations: what falls due, what drifts, whom one keeps in view.

use bevy::prelude::*;

use crate::base::{AgentId, Draw, Id, PolityId, Stream, hash};
use crate::sim::access::PROMISE;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::conflict::Wars;
use crate::sim::effects::{Effect, Effects};
use crate::sim::movements::Movement;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::{Bonds, Facts, LeftRows};
use crate::sim::terms::NoTerms;

use super::DiplomacyRules;
use super::components::{Agreement, Agreements, Offers, Terms};
use super::disputes::{Disputes, Dropped};
use super::genesis::{Opening, opening};
use super::pairs::{both_ways, ends_quarter, has_turn_by_quarter, relevant, seats};
use super::relations::{Channel, Place, Record, Relations};
use super::rules::{self, Pair, drift, influence_target, tension_target, trust_target};

/// Months between two turns of an agent's records, whole quarters. Drift is slow, so a record is not moved at every turn: its
/// [`Pace`] says how many turns are reckoned at once.
const DRIFT_MONTHS: u32 = 6;
/// Room for the changes of relations of one quarter.
const MANY_DRIFTS: usize = 4096;
/// Months between two choices of whom to keep in view; who is dealt with is met at once.
const CHOICE_MONTHS: u32 = 96;

/// Months after which it is noted anew which kinds of agreements stand between whom.
const NOTE_MONTHS: u32 = 24;

/// Offers that could be answered for the last time this month are off the table when it ends: what a reader sees between months
/// can still be answered.
pub(super) fn lapse(clock: Res<Clock>, mut offers: ResMut<Offers>) {
    offers.waiting.retain(|offer| offer.expires > clock.now());
}

/// Claims to disputed ground that a peace made a state drop are raised again when it has been long enough.
pub(super) fn raise_claims(
    clock: Res<Clock>,
    lore: Res<Lore>,
    mut disputes: ResMut<Disputes>,
    mut chronicle: ResMut<Chronicle>,
) {
    for Dropped { place, by, .. } in disputes.raise(clock.now()) {
        let dispute = &lore.disputes[place];
        let to = if dispute.of == by { dispute.with } else { dispute.of };
        chronicle.tell(clock.now(), Fact::ClaimRaised { dispute: place as u16, by, to });
    }
}

/// Agreements that have run out, or whose ground is gone, end.
pub(super) fn fall_due(
    world: &mut World,
    statuses: &mut QueryState<&Status>,
    movements: &mut QueryState<&Movement>,
) {
    let now = world.resource::<Clock>().now();
    let atlas = world.resource::<Atlas>();
    let (statuses, movements) = (statuses.query(world), movements.query(world));
    let status_of = |&polity: &Entity| *statuses.get(polity).expect(PROMISE);
    let status: Vec<Status> = atlas.polities.values().map(status_of).collect();
    let is_alive = |&movement: &Entity| movements.get(movement).expect(PROMISE).is_alive();
    let alive: Vec<bool> = atlas.movements.values().map(is_alive).collect();
    let mut at_war: Vec<(PolityId, PolityId)> = Vec::new();
    for war in world.resource::<Wars>().list() {
        for &a in &war.attacker.polities {
            at_war.extend(war.defender.polities.iter().flat_map(|&b| [(a, b), (b, a)]));
        }
    }
    let stands = |one: &Agreement| {
        let (a, b) = (status[one.a.index()], status[one.b.index()]);
        let friendly = matches!(
            one.terms,
            Terms::TradeTreaty
                | Terms::Pact
                | Terms::Aid { .. }
                | Terms::Friendship
                | Terms::Guarantee
                | Terms::Base { .. }
                | Terms::ArmsLimits
        );
        let ground = match one.terms {
            Terms::IndependenceTalks => b.ruler() == Some(one.a),
            Terms::Arms { movement, .. } => alive[movement.index()],
            _ => b.is_alive(),
        };
        let lapsed = one.until.is_some_and(|until| until <= now);
        a.is_sovereign() && ground && !lapsed && !(friendly && at_war.contains(&(one.a, one.b)))
    };
    let polities = status.len();
    world.resource_mut::<Agreements>().review(polities, now.0.is_multiple_of(NOTE_MONTHS), stands);
}

/// Where the relation of one to another has drifted.
struct Drift {
    place: Place,
    to: Record,
}

impl Drift {
    fn write(self, relations: &mut Relations) {
        relations.set(Channel::Trust, self.place, self.to.trust);
        relations.set(Channel::Tension, self.place, self.to.tension);
        relations.set(Channel::Influence, self.place, self.to.influence);
    }
}

/// At the end of a quarter, the drift of those whose half-year it is; every eighth year each agent looks anew at whom it has to
/// deal with. Nothing but relations is written, so organisations settle on the same rows.
pub(super) fn settle_relations(world: &mut World) {
    if !ends_quarter(world.resource::<Clock>().now().0) {
        return;
    }
    let rules = *world.resource::<DiplomacyRules>();
    let fate = *world.resource::<Fate>();
    let facts = Facts::gather(world);
    let (drifts, incidents) = drift_relations(&facts, &rules, &fate);
    let changes = choose_anew(&facts, &rules);
    let rows = facts.into_rows();
    world.resource_mut::<LeftRows>().leave(rows.unsided());
    let mut relations = world.resource_mut::<Relations>();
    for drift in drifts {
        drift.write(&mut relations);
    }
    for change in changes {
        change.write(&mut relations);
    }
    let mut effects = world.resource_mut::<Effects>();
    for incident in incidents {
        effects.push(incident);
    }
}

/// How much of each distance some months leave.
struct Kept {
    trust: f64,
    tension: f64,
    influence: f64,
}

impl Kept {
    fn over(rules: &DiplomacyRules, months: u32) -> Self {
        let months = f64::from(months);
        Self {
            trust: rules::kept(rules.trust_half_life, months),
            tension: rules::kept(rules.tension_half_life, months),
            influence: rules::kept(rules.influence_half_life, months),
        }
    }

    /// Where a record stands that has moved towards its aim, but for tension, which is one number for both sides.
    fn drifted(&self, now: Record, aim: Opening) -> Record {
        Record {
            trust: drift(now.trust, aim.trust, self.trust),
            influence: drift(now.influence, aim.influence, self.influence),
            ..now
        }
    }
}

/// How many turns are reckoned at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rhythm {
    /// Each: between two who fight, press or arm against each other, or of whom one rules the other; between a movement and
    /// the state it stands against, or on whose ground it lives.
    HalfYearly,
    /// Every other: between two whom another agreement, a debt, an alliance or a border ties; between a movement and others.
    Yearly,
    /// Every fourth: between two whom nothing ties.
    TwoYearly,
}

impl Rhythm {
    const ALL: [Self; 3] = [Self::HalfYearly, Self::Yearly, Self::TwoYearly];

    const fn turns(self) -> u32 {
        1 << self as u32
    }

    /// Whether it reckons in a turn. Asked of every record, so it divides by a mask: turns are powers of two.
    const fn is_due(self, turn: u64) -> bool {
        turn & (self.turns() as u64 - 1) == 0
    }

    /// That of what one state thinks of another. Where a turn is only for the first rhythm, the others are not told apart.
    fn of(facts: &Facts, a: PolityId, b: PolityId, bonds: &Bonds, first_only: bool) -> Self {
        let rules = |one, other| facts.polities[other].status.ruler() == Some(one);
        if bonds.is_hostile() || rules(a, b) || rules(b, a) {
            Self::HalfYearly
        } else if first_only {
            Self::TwoYearly
        } else if bonds.is_any() || facts.are_neighbours(a, b) || facts.allied_by(a, b, bonds.out) {
            Self::Yearly
        } else {
            Self::TwoYearly
        }
    }
}

/// What the turns reckoned at once leave of each distance, by rhythm.
struct Pace([Kept; 3]);

impl Pace {
    fn open(rules: &DiplomacyRules) -> Self {
        Self(Rhythm::ALL.map(|rhythm| Kept::over(rules, DRIFT_MONTHS * rhythm.turns())))
    }

    /// What this turn leaves of a relation of two states; nothing is done to it if its turn is another.
    fn of(&self, facts: &Facts, a: PolityId, b: PolityId, bonds: &Bonds) -> Option<&Kept> {
        let key = |id| facts.atlas.key(Seat::Polity(id));
        let turn = hash::mix(facts.atlas.turn_by(key(a) ^ key(b)))
            .wrapping_add(u64::from(facts.now.0 / DRIFT_MONTHS));
        let rhythm = Rhythm::of(facts, a, b, bonds, !turn.is_multiple_of(2));
        rhythm.is_due(turn).then(|| &self.0[rhythm as usize])
    }

    /// The same of all that is not between two states.
    fn of_others(&self, facts: &Facts, one: Seat, other: Seat) -> Option<&Kept> {
        let concerns = |movement, state| {
            let movement = &facts.movements[movement];
            movement.against == state || movement.home == state
        };
        let close = match (one, other) {
            (Seat::Movement(movement), Seat::Polity(state))
            | (Seat::Polity(state), Seat::Movement(movement)) => concerns(movement, state),
            _ => false,
        };
        if close {
            return Some(&self.0[Rhythm::HalfYearly as usize]);
        }
        let key = facts.atlas.key(one) ^ facts.atlas.key(other);
        let turn = hash::mix(facts.atlas.turn_by(key)).wrapping_add(u64::from(facts.now.0 / DRIFT_MONTHS));
        Rhythm::Yearly.is_due(turn).then(|| &self.0[Rhythm::Yearly as usize])
    }
}

/// Trust, tension and influence drift towards what the relation is made of. Tension is one number for both sides.
fn drift_relations(facts: &Facts, rules: &DiplomacyRules, fate: &Fate) -> (Vec<Drift>, Vec<Effect>) {
    let pace = Pace::open(rules);
    let mut drifts: Vec<Drift> = Vec::with_capacity(MANY_DRIFTS);
    let mut incidents = Vec::new();
    for seat in seats(facts) {
        let key = facts.atlas.key(seat);
        if !is_live(facts, seat) {
            continue;
        }
        if has_turn_by_quarter(facts.atlas.turn_by(key), facts.now.0, DRIFT_MONTHS) {
            drift_one(facts, seat, rules, &pace, &mut drifts);
        }
        if let Seat::Polity(id) = seat {
            let luck = fate.draw(facts.now, Stream::Events, key, 40);
            incidents.extend(incident(facts, id, luck, rules));
        }
    }
    (drifts, incidents)
}

/// One throw an agent and quarter: something happens at its tensest frontier.
fn incident(facts: &Facts, of: PolityId, mut luck: Draw, rules: &DiplomacyRules) -> Option<Effect> {
    let throw = luck.unit();
    // However tense a frontier is, the chance is no higher; most throws need no look at frontiers.
    if throw >= rules.incident_chance {
        return None;
    }
    let (relations, own) = (facts.relations, facts.agent(of));
    let tensions = relations.places(own).map(|(place, with)| (relations.at(Channel::Tension, place), with));
    let lot = |with: AgentId| facts.lot(Seat::Polity(of), facts.atlas.seat(with));
    let (tension, with) =
        tensions.max_by(|(x, a), (y, b)| x.total_cmp(y).then_with(|| lot(*b).cmp(&lot(*a))))?;
    let happens = throw < rules.incident_chance * tension * tension;
    happens.then(|| Effect::NudgeTension { of: own, with, by: rules.incident_size * luck.unit() })
}

fn is_live(facts: &Facts, seat: Seat) -> bool {
    match seat {
        Seat::Polity(id) => facts.polities[id].status.is_alive(),
        Seat::Movement(id) => facts.movements[id].alive,
    }
}

/// Moves the records of one agent that are its to move. A pair is reckoned once for both, most of what shapes it being the
/// same: at the turn of the one with the lower number, or of the one that alone keeps a record or lives.
fn drift_one(facts: &Facts, seat: Seat, rules: &DiplomacyRules, pace: &Pace, drifts: &mut Vec<Drift>) {
    let relations = facts.relations;
    let of = facts.atlas.agent(seat);
    for (own, to) in relations.places(of) {
        let (other, seen) = (relations.place(to, of), facts.atlas.seat(to));
        if other.is_some() && to < of && is_live(facts, seen) {
            continue;
        }
        let trusts = [relations.trust_at(of, Some(own)), relations.trust_at(to, other)];
        let (kept, ends) = match (seat, seen) {
            (Seat::Polity(a), Seat::Polity(b)) => {
                let bonds = facts.bonds(a, b);
                let Some(kept) = pace.of(facts, a, b, &bonds) else { continue };
                let pairs = both_ways(facts, a, b, &bonds);
                (kept, aims(&pairs, relations.at(Channel::Tension, own), trusts, rules))
            }
            _ => {
                let Some(kept) = pace.of_others(facts, seat, seen) else { continue };
                (kept, [opening(facts, seat, seen, rules), opening(facts, seen, seat, rules)])
            }
        };
        let tension = drift(relations.at(Channel::Tension, own), ends[0].tension, kept.tension);
        for (place, aim) in [Some(own), other].into_iter().zip(ends) {
            if let Some(place) = place {
                let to = Record { tension, ..kept.drifted(relations.record(place), aim) };
                drifts.push(Drift { place, to });
            }
        }
    }
}

/// Where the relations of two states tend, of the first to the second and back, at the tension there is and the trust that
/// each has in the other.
#[inline]
fn aims(pairs: &[Pair; 2], tension: f64, trusts: [f64; 2], rules: &DiplomacyRules) -> [Opening; 2] {
    let tends_to = tension_target(&pairs[0], rules, &mut NoTerms);
    [0, 1].map(|way| Opening {
        trust: trust_target(&pairs[way], tension, rules, &mut NoTerms),
        tension: tends_to,
        influence: influence_target(&pairs[1 - way], trusts[1 - way], rules, &mut NoTerms),
    })
}

/// A change of those whom one agent keeps in view.
struct View {
    of: AgentId,
    dropped: Vec<AgentId>,
    gained: Vec<(AgentId, Opening)>,
}

impl View {
    fn write(self, relations: &mut Relations) {
        // Only as many are dropped as make room for those gained.
        let free = super::relations::OTHERS - relations.others(self.of).count();
        for other in self.dropped.into_iter().take(self.gained.len().saturating_sub(free)) {
            relations.forget(self.of, other);
        }
        for (other, start) in self.gained {
            if relations.meet(self.of, other) {
                start.write(relations, self.of, other);
            }
        }
    }
}

fn choose_anew(facts: &Facts, rules: &DiplomacyRules) -> Vec<View> {
    let turn = |seat: &Seat| {
        has_turn_by_quarter(facts.atlas.turn(*seat), facts.now.0, CHOICE_MONTHS) && is_live(facts, *seat)
    };
    let look = |seat: Seat| {
        let of = facts.atlas.agent(seat);
        let wanted = relevant(facts, seat);
        let dropped = facts.relations.others(of).filter(|other| !wanted.contains(other)).collect();
        let strangers = wanted.into_iter().filter(|&other| !facts.relations.knows(of, other));
        let gained = strangers
            .map(|other| {
                let mut start = opening(facts, seat, facts.atlas.seat(other), rules);
                if facts.relations.knows(other, of) {
                    start.tension = facts.relations.tension(other, of);
                }
                (other, start)
            })
            .collect();
        View { of, dropped, gained }
    };
    seats(facts).filter(turn).map(look).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::content::load;
    use crate::sim::Simulation;

    #[test]
    fn tension_is_one_number_again_once_a_pair_has_had_its_turn() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        let mut sim = Simulation::start(Arc::new(loaded.content.expect("it loads")), 5).expect("it starts");
        let poles = sim.content().scenario.poles.clone();
        let [a, b] = [poles[0], poles[1]].map(|id| sim.get::<Atlas>().agent(Seat::Polity(id)));
        let tensions =
            |sim: &Simulation| [(a, b), (b, a)].map(|(of, to)| sim.get::<Relations>().tension(of, to));
        sim.world_mut().resource_mut::<Relations>().write(Channel::Tension, a, b, 0.2);
        let [one, other] = tensions(&sim);
        assert_ne!(one, other);
        // A turn of the slowest rhythm, and of the half-year after it.
        (0..DRIFT_MONTHS * (Rhythm::TwoYearly.turns() + 1)).for_each(|_| sim.step());
        let [one, other] = tensions(&sim);
        assert_eq!(one, other);
    }
}
