//! Who may be set against whom by an act: what each has at stake, who can reach the place, who leans on whom.

use bevy::prelude::World;

use crate::base::{Draw, Id, IdVec, PolityId, Stream, math};
use crate::sim::access::Access;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{AgreementTag, Agreements, Relations};
use crate::sim::perception::Outlook;
use crate::sim::politics::{Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::{Facts, Geography, blocs, nearness};
use crate::sim::terms::NoTerms;

use super::CrisisRules;
use super::begin::{Act, Quarrel};
use super::components::{Cause, Crises, EndedCrisis};
use super::rules::{Bonds, begin_chance, stake, weight_of_quarrel};

/// Purpose of luck in this file.
const BEGIN: u32 = 100;

/// Most steps from one who acts or stands up to the patron that speaks for it, on both sides together.
const MOST_PATRONS: usize = 4;

/// Who stands on whose side.
#[derive(Clone, Copy)]
pub(super) enum Sides<'f> {
    /// Everyone is taken for every pole's follower: no stake can be larger.
    AtMost,
    /// As it is.
    Known(&'f Facts<'f>),
}

impl Sides<'_> {
    /// Whether a state stands on the side that a pole leads.
    fn leads(self, pole: PolityId, id: PolityId) -> bool {
        match self {
            Self::AtMost => true,
            Self::Known(facts) => {
                let side = facts.polities[id].side.map(usize::from);
                facts.poles.is_some_and(|poles| side.is_some_and(|side| poles[side] == pole))
            }
        }
    }
}

/// What is asked of every state again and again.
struct State {
    status: Status,
    strength: f64,
    /// The state that it leans on, if it leans on any.
    patron: Option<PolityId>,
    /// Pacts and communities it belongs to, one bit each.
    blocs: u64,
}

/// What beginnings are judged by.
pub(super) struct Scene<'w> {
    world: &'w World,
    rules: &'w CrisisRules,
    atlas: &'w Atlas,
    relations: &'w Relations,
    lands: &'w Lands,
    geography: &'w Geography,
    agreements: &'w Agreements,
    /// Crises under way.
    pub crises: &'w Crises,
    states: IdVec<PolityId, State>,
    /// Whoever has a warhead, in id order.
    armed: Vec<PolityId>,
    /// Strength of the strongest.
    strongest: f64,
}

impl<'w> Scene<'w> {
    /// The scene as a month finds it.
    pub(super) fn of(world: &'w World) -> Self {
        let table = world.table::<(&Status, &Forces, &Outlook)>();
        let (mut states, mut armed) = (IdVec::default(), Vec::new());
        for (status, forces, outlook) in table.query_manual(world).iter() {
            if forces.warheads() >= 1.0 {
                armed.push(PolityId::from_index(states.len()));
            }
            let (strength, patron) = (forces.strength(), outlook.patron());
            states.push(State { status: *status, strength, patron, blocs: 0 });
        }
        for (member, bit) in blocs(world.resource::<Lore>(), world.resource()) {
            states[member].blocs |= bit;
        }
        Self {
            agreements: world.resource(),
            strongest: states.values().map(|state: &State| state.strength).fold(0.0, f64::max),
            states,
            armed,
            world,
            rules: world.resource(),
            atlas: world.resource(),
            relations: world.resource(),
            lands: world.resource(),
            geography: world.resource(),
            crises: world.resource(),
        }
    }

    /// Whether a crisis between two ended so lately that neither seeks the next.
    pub(super) fn rest_from_each_other(&self, pair: [PolityId; 2]) -> bool {
        let now = self.world.resource::<Clock>().now();
        let theirs = |one: &&EndedCrisis| pair.iter().all(|&id| one.crisis.side_of(id).is_some());
        let last = self.crises.ended().iter().rev().find(theirs);
        last.is_some_and(|one| f64::from(now.since(one.month)) < self.rules.rest)
    }

    /// The luck of an act.
    pub(super) fn luck(&self, act: Act) -> Draw {
        let now = self.world.resource::<Clock>().now();
        let key = |id| self.atlas.key(Seat::Polity(id));
        let key = key(act.by) ^ key(act.over).rotate_left(13);
        self.world.resource::<Fate>().draw(now, Stream::Crisis, key, BEGIN)
    }

    fn strength(&self, of: PolityId) -> f64 {
        self.states[of].strength
    }

    /// Weight in the world (0–1): strength over that of the strongest.
    fn weight(&self, of: PolityId) -> f64 {
        math::ratio_or(self.strength(of), self.strongest, 0.0).clamp(0.0, 1.0)
    }

    /// Whether a state can come to a place: it lies near, or the state has forces that reach far.
    fn reaches(&self, power: PolityId, place: PolityId) -> bool {
        nearness(self.lands, self.geography, power, place).max(self.weight(power)) >= self.rules.least_reach
    }

    fn sovereign(&self, of: PolityId) -> bool {
        self.states[of].status.is_sovereign()
    }

    /// Whether two stand in one pact or community: they would not quarrel.
    fn allied(&self, a: PolityId, b: PolityId) -> bool {
        let in_bloc = self.states[a].blocs & self.states[b].blocs != 0;
        a != b && (in_bloc || self.agreements.between(a, b, AgreementTag::Pact).is_some())
    }

    /// Whether a state is too weak to stand up to another by itself.
    fn outmatched(&self, one: PolityId, by: PolityId) -> bool {
        let (own, other) = (self.strength(one), self.strength(by));
        own < self.rules.outmatched * (own + other)
    }

    /// The state that a weak one leans on, if it leans on any.
    fn patron(&self, of: PolityId) -> Option<PolityId> {
        self.states[of].patron.filter(|&patron| self.sovereign(patron))
    }

    /// Whether a power has given its word in a matter: by the act itself, to the state that acts or to the one that the act
    /// is about, as its patron or as the pole on whose side it stands, or by men, arms, a base or a guarantee that it has there.
    fn has_given_its_word(&self, power: PolityId, act: Act, sides: Sides) -> bool {
        let leans = |id: PolityId| {
            id != power && (self.patron(id) == Some(power) || self.is_pole(power) && sides.leads(power, id))
        };
        let given = [AgreementTag::Troops, AgreementTag::Arms, AgreementTag::Guarantee, AgreementTag::Base];
        let there = |&tag: &AgreementTag| self.agreements.between(power, act.over, tag).is_some();
        let acts = act.by == power && act.over != power;
        acts || leans(act.by) || leans(act.over) || given.iter().any(there)
    }

    fn is_pole(&self, id: PolityId) -> bool {
        self.world.resource::<Lore>().scenario.poles.contains(&id)
    }

    /// What a power has at stake in an act.
    fn stake(&self, power: PolityId, act: Act, sides: Sides) -> f64 {
        let agent = |id| self.atlas.agent(Seat::Polity(id));
        let over = act.over;
        let ruled = self.states[over].status.ruler() == Some(power);
        let robbed = act.cause == Cause::Nationalised && act.victim == Some(power);
        let ground = if power == over {
            1.0
        } else if ruled || robbed {
            self.rules.stake_rule
        } else {
            0.0
        };
        let bonds = Bonds {
            influence: self.relations.influence(agent(power), agent(over)),
            proximity: nearness(self.lands, self.geography, power, over),
            allied: self.allied(power, over),
            word: self.has_given_its_word(power, act, sides),
            ground,
        };
        stake(bonds, self.rules, &mut NoTerms)
    }

    /// Those who may stand up against an act at first: whom it is aimed at, and whoever has warheads and can come there.
    fn guardians(&self, act: Act) -> impl Iterator<Item = PolityId> {
        let ruler = |id: PolityId| self.states[id].status.ruler().unwrap_or(id);
        let aimed = act.victim.map(ruler).filter(|&id| id != act.by && self.sovereign(id));
        let near = move |id: &PolityId| Some(*id) == aimed || self.reaches(*id, act.over);
        self.armed.iter().copied().filter(near).chain(aimed.filter(|id| !self.armed.contains(id)))
    }

    /// Who speaks for the two sides, the challenger first: on each the one that acts or stands up first, or, where it could
    /// not face the other side or come to the place, the patron that it leans on, and that one's. None where the two are
    /// one, or nobody who challenges can come there.
    fn speakers(&self, act: Act, guardian: PolityId) -> Option<[PolityId; 2]> {
        let [mut challenger, mut defender] = [act.by, guardian];
        let above = |id: PolityId| self.patron(id).filter(|&patron| patron != act.over);
        for _ in 0..MOST_PATRONS {
            if let Some(patron) = above(defender).filter(|_| self.outmatched(defender, challenger)) {
                defender = patron;
                continue;
            }
            let stands = !self.outmatched(challenger, defender) && self.reaches(challenger, act.over);
            match above(challenger).filter(|_| !stands) {
                Some(patron) => challenger = patron,
                None => break,
            }
        }
        let here = challenger == act.over || self.reaches(challenger, act.over);
        (challenger != defender && here).then_some([challenger, defender])
    }

    /// Whether one quarrel is likelier than another over the same act; of two alike the one whose lot is drawn.
    fn is_likelier(&self, one: &Quarrel, other: &Quarrel) -> bool {
        let key = |id| self.atlas.key(Seat::Polity(id));
        let lot = |of: &Quarrel| {
            let pair = key(of.challenger) ^ key(of.defender).rotate_left(13);
            self.world.resource::<Fate>().lot(key(of.act.over), pair)
        };
        one.chance > other.chance || one.chance == other.chance && lot(one) < lot(other)
    }

    /// The quarrel that is likeliest to come of an act.
    pub(super) fn worst(&self, act: Act, sides: Sides) -> Option<Quarrel> {
        let mut best: Option<Quarrel> = None;
        for [challenger, defender] in self.guardians(act).filter_map(|one| self.speakers(act, one)) {
            if self.allied(challenger, defender)
                || ![challenger, defender].iter().all(|&id| self.sovereign(id))
            {
                continue;
            }
            let agent = |id| self.atlas.agent(Seat::Polity(id));
            let tension = self.relations.tension(agent(challenger), agent(defender));
            let stakes = [challenger, defender].map(|id| self.stake(id, act, sides));
            if stakes.iter().any(|&stake| stake < self.rules.least_stake) {
                continue;
            }
            let weights = [challenger, defender].map(|id| self.weight(id));
            let chance = weight_of_quarrel(weights, self.rules) * begin_chance(tension, stakes, self.rules);
            let quarrel = Quarrel { act, challenger, defender, stakes, chance };
            if best.is_none_or(|best| self.is_likelier(&quarrel, &best)) {
                best = Some(quarrel);
            }
        }
        best
    }
}
