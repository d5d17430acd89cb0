//! One agent's deliberation: its options, their scores, and the record of each.

use bevy::prelude::World;

use crate::base::{DoctrineId, Month, MovementId, PolityId};
use crate::content::defs::{LimitDef, PolicyDef};
use crate::content::vocabulary::{Ids, Order, OrderKind, Targets};
use crate::sim::access::Access;
use crate::sim::diplomacy::has_turn;
use crate::sim::doctrine::{Doctrines, Tuning};
use crate::sim::orders;
use crate::sim::population::{Fate, Seat};
use crate::sim::quantities::{Binding, Facts};

use super::AgentRules;
use super::choice::{is_kept, keep};
use super::fill::{fill, in_its_place, is_of_line, moot};
use super::intentions::Intentions;
use super::interests::{Behind, Interests};
use super::limits::limit;
use super::record::{DecisionRecord, Verdict, price};
use super::resting::Resting;
use super::score::{Kept, KeptWeights, NoReasons, Weights, score};
use super::sieve::{Prospect, Sieves};
use super::targets::Candidates;
use super::trial::Instead;

/// What a deliberation reads.
pub(super) struct Mind<'w> {
    pub(super) world: &'w World,
    pub(super) facts: Facts<'w>,
    pub(super) tuning: &'w Tuning,
    pub(super) sieves: &'w Sieves,
    pub(super) interests: &'w Interests,
    /// Weights in force, as kept from month to month or worked out for these facts.
    pub(super) weights: MindWeights<'w>,
    /// Most refused options that are kept of one deliberation.
    pub(super) most_refused: usize,
    pub(super) rules: &'w AgentRules,
    pub(super) resting: &'w Resting,
    pub(super) aims: &'w Intentions,
    pub(super) fate: &'w Fate,
    pub(super) player: Option<Seat>,
    /// Whether anybody keeps the reasons.
    pub(super) kept: bool,
    /// Whether what would have changed each decision is tried.
    pub(super) tries: bool,
    /// A change that is tried in one option, all else being as it is.
    pub(super) instead: Option<Instead>,
}

/// Weights in force: those kept from month to month if they are for these parameters, else the mind's own.
pub(super) enum MindWeights<'w> {
    Kept(&'w KeptWeights),
    Own(Box<KeptWeights>),
}

impl<'w> MindWeights<'w> {
    pub(super) fn of(world: &'w World) -> Self {
        let (kept, tuning) = (world.resource::<KeptWeights>(), world.resource_ref::<Tuning>());
        if kept.are_for(&tuning) {
            return Self::Kept(kept);
        }
        let mut own = Box::<KeptWeights>::default();
        own.keep_up(tuning);
        Self::Own(own)
    }
}

/// Where a policy stands: its doctrine and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) doctrine: DoctrineId,
    pub(super) policy: u16,
}

/// An option that was weighed.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    pub(super) place: Place,
    pub(super) target: Option<Seat>,
    pub(super) score: f64,
    pub(super) margin: f64,
    /// The score from which on it would have been chosen.
    pub(super) bar: f64,
    pub(super) verdict: Verdict,
    /// Whether the line of the one who weighs it rules it out.
    pub(super) breaks: bool,
    pub(super) order: Order<Ids>,
}

/// What came of a deliberation: what was chosen, in order, then the best of what was not.
#[derive(Debug, Default)]
pub(super) struct Deliberation {
    pub(super) chosen: Vec<Weighed>,
    pub(super) refused: Vec<Weighed>,
}

/// Which of a state's doctrines are asked about whom.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// One doctrine for everything.
    All,
    /// At home and towards allies.
    Camp,
    /// Towards all others, dependencies included.
    Abroad,
}

impl<'w> Mind<'w> {
    pub(super) fn policy(&self, place: Place) -> &'w PolicyDef {
        &self.facts.content.doctrines[place.doctrine].policies[usize::from(place.policy)]
    }

    pub(super) fn binding(&self, seat: Seat, target: Option<Seat>) -> Binding {
        Binding { this: Some(seat), target, player: self.player }
    }

    /// Those behind a seat, whose interests enter its scores.
    pub(super) fn behind(&self, seat: Seat) -> Behind<'_> {
        Behind::of(&self.facts, self.rules, seat)
    }

    /// What is subtracted from a policy's sum of terms: its cost, less what those behind a seat gain by it and what they
    /// are pressed to.
    pub(super) fn price(&self, behind: &Behind, policy: &PolicyDef) -> f64 {
        let (classes, issues) = self.interests.weigh(behind, &policy.act);
        price(policy.cost, &classes, &issues)
    }

    /// The same towards a target on which the seat may have set its mind, for those who ask of few.
    pub(super) fn price_towards(&self, seat: Seat, place: Place, target: Option<Seat>) -> f64 {
        let resolve = self.resolve(seat, place, target).map_or(0.0, |resolve| resolve.adds);
        self.price(&self.behind(seat), self.policy(place)) - resolve
    }

    /// The score of one policy for a binding, for those who ask of few.
    pub(super) fn score_of(&self, seat: Seat, place: Place, binding: Binding) -> f64 {
        let policy = self.policy(place);
        let price = self.price_towards(seat, place, binding.target);
        let score = score(&self.facts, policy, self.weights(seat, place), price, binding, &mut NoReasons);
        self.as_tried(seat, place, binding.target, score)
    }

    pub(super) fn weights(&self, seat: Seat, place: Place) -> &Weights {
        &self.weights_of(seat, place.doctrine)[usize::from(place.policy)]
    }

    /// Weights in force of all policies of a doctrine for a holder.
    pub(super) fn weights_of(&self, seat: Seat, id: DoctrineId) -> &[Weights] {
        let weights: &KeptWeights = match &self.weights {
            MindWeights::Kept(kept) => kept,
            MindWeights::Own(own) => own,
        };
        weights.of((self.facts.atlas.agent(seat), id), &self.facts.content.doctrines[id], self.tuning)
    }

    /// The doctrines in force for a seat, with what each is asked about.
    fn doctrines(&self, seat: Seat) -> Vec<(DoctrineId, Scope)> {
        let mut found = match doctrines_of(self.world, seat) {
            (camp, abroad) if camp == abroad => vec![(camp, Scope::All)],
            (camp, abroad) => vec![(camp, Scope::Camp), (abroad, Scope::Abroad)],
        };
        if let Seat::Polity(id) = seat
            && self.hears_the_economy(id)
        {
            found.push((self.world.polity::<Doctrines>(id).economy(), Scope::All));
        }
        found
    }

    /// Whether the offices of the economy are heard at a state's deliberation of this month: at every second, as budgets go,
    /// and whenever payments are in crisis.
    fn hears_the_economy(&self, id: PolityId) -> bool {
        let interval = 2.0 * interval(&self.facts, self.rules, Seat::Polity(id));
        let key = self.facts.atlas.turn(Seat::Polity(id));
        self.facts.polities[id].payments_crisis || has_turn(key, self.facts.now.0, interval as u32)
    }

    fn in_scope(&self, seat: Seat, target: Option<Seat>, kind: OrderKind, scope: Scope) -> bool {
        // Each line speaks for its own change; and what was signed with others, each may find that it can no longer stand by.
        if is_of_line(kind) || kind == OrderKind::Denounce {
            return true;
        }
        let Seat::Polity(own) = seat else { return true };
        let home = match target {
            None => true,
            // On the other state of one's own nation, both have something to say.
            Some(Seat::Polity(other)) if one_nation(&self.facts, own, other) => return true,
            Some(Seat::Polity(other)) => self.facts.allied(own, other),
            Some(Seat::Movement(other)) => self.facts.movements[other].home == own,
        };
        match scope {
            Scope::All => true,
            Scope::Camp => home,
            Scope::Abroad => !home,
        }
    }

    /// Weighs every option of a seat and chooses.
    pub(super) fn deliberate(&self, seat: Seat) -> Deliberation {
        let mut candidates = Candidates::default();
        let mut options: Vec<Weighed> = Vec::with_capacity(32);
        let mut refused: Vec<Weighed> = Vec::new();
        let (own, behind) = (self.binding(seat, None), self.behind(seat));
        let intentions = self.intentions(seat);
        for (id, scope) in self.doctrines(seat) {
            let doctrine = &self.facts.content.doctrines[id];
            let weights = self.weights_of(seat, id);
            for (index, policy) in doctrine.policies.iter().enumerate() {
                let kind = policy.act.kind();
                // Answers and moves are asked for by offers and crises.
                let asked = matches!(kind, OrderKind::AnswerOffer | OrderKind::MoveInCrisis);
                let at_home = policy.targets == Targets::None && !is_of_line(kind);
                if asked || at_home && scope == Scope::Abroad {
                    continue;
                }
                let place = Place { doctrine: id, policy: index as u16 };
                let sieve = self.sieves.of(place);
                if !sieve.is_open(&self.facts, own) {
                    continue;
                }
                let price = self.price(&behind, policy);
                let weigh = |price| Prospect::of(&self.facts, policy, sieve, &weights[index], price, own);
                let prospect = weigh(price);
                // Towards whom the seat has set its mind on this, it weighs more.
                let aimed =
                    self.aimed(&intentions, place).map(|one| (one.target, weigh(price - one.resolve.adds)));
                // Where nobody keeps the reasons it counts how many were refused, not which.
                let idle = |refused: &[Weighed]| !self.kept && refused.len() >= self.most_refused;
                let aims_high = aimed.as_ref().is_some_and(|(_, prospect)| !prospect.is_hopeless());
                if prospect.is_hopeless() && !aims_high && idle(&refused) {
                    continue;
                }
                let candidates = candidates.of(&self.facts, seat, policy.targets);
                let missed =
                    aimed.as_ref().map(|(target, _)| target).filter(|target| !candidates.contains(target));
                for &target in candidates.iter().chain(missed) {
                    let binding = self.binding(seat, target);
                    let resolved = aimed.as_ref().filter(|(of, _)| *of == target);
                    let prospect = resolved.map_or(&prospect, |(_, prospect)| prospect);
                    if !self.in_scope(seat, target, kind, scope)
                        || moot(&self.facts, seat, target, &policy.act)
                        || !sieve.lets_pass(&self.facts, binding)
                    {
                        continue;
                    }
                    let score = if self.kept {
                        prospect.score(&self.facts, binding)
                    } else {
                        prospect.score_if_reached(&self.facts, binding)
                    };
                    let score = self.as_tried(seat, place, target, score);
                    let margin = score - policy.threshold;
                    let ruled_out = self.ruled_out(place, binding);
                    let verdict = self.first_verdict(seat, place, target, ruled_out, margin);
                    let passed = verdict == Verdict::Chosen;
                    // Most options are neither taken nor remembered.
                    if !passed && (idle(&refused) || !is_kept(&refused, margin, self.most_refused)) {
                        continue;
                    }
                    let Some(order) = fill(&self.facts, &policy.act, seat, target) else { continue };
                    let order = in_its_place(order, scope);
                    let (bar, breaks) = (policy.threshold, ruled_out.is_some());
                    let option = Weighed { place, target, score, margin, bar, verdict, breaks, order };
                    if passed {
                        options.push(option);
                    } else {
                        keep(&mut refused, option, self.most_refused);
                    }
                }
            }
        }
        self.choose(seat, options, refused)
    }

    /// What a score and the rules of deliberation make of an option before it stands against others.
    pub(super) fn first_verdict(
        &self,
        seat: Seat,
        place: Place,
        target: Option<Seat>,
        ruled_out: Option<&LimitDef>,
        margin: f64,
    ) -> Verdict {
        if margin < 0.0 {
            return Verdict::BelowThreshold;
        }
        let target = target.map(|seat| self.facts.atlas.agent(seat));
        if self.resting.rests(self.facts.atlas.agent(seat), place, target, self.facts.now) {
            return Verdict::Resting;
        }
        match ruled_out {
            Some(limit) if margin < self.least_margin(seat, true) => {
                Verdict::Blocked(vec![orders::Blocker::ForbiddenByDoctrine {
                    because: limit.because.clone(),
                }])
            }
            _ => Verdict::Chosen,
        }
    }

    /// The limit of a doctrine that rules out one of its own policies for a binding, if one does.
    pub(super) fn ruled_out(&self, place: Place, binding: Binding) -> Option<&'w LimitDef> {
        let doctrine = &self.facts.content.doctrines[place.doctrine];
        limit(&self.facts, doctrine, self.policy(place).act.kind(), binding)
    }

    /// The margin from which an option stands to be chosen. What the line rules out a state has to want much; a movement, held
    /// together by its line alone, never does it.
    pub(super) fn least_margin(&self, seat: Seat, breaks: bool) -> f64 {
        match seat {
            _ if !breaks => 0.0,
            Seat::Polity(_) => self.rules.break_margin,
            Seat::Movement(_) => f64::INFINITY,
        }
    }

    /// What an order costs a seat, more if it is known to go against its line. Of a human's that is not known yet.
    pub(super) fn authority_for(&self, seat: Seat, order: &Order<Ids>, breaks: bool) -> f64 {
        if self.player == Some(seat) {
            orders::price(self.world, seat, order)
        } else {
            orders::price_of(self.world, seat, order, breaks)
        }
    }

    /// Whether it is worked out what each option would have had to reach.
    pub(super) fn keeps_bars(&self) -> bool {
        self.kept && self.instead.is_none()
    }

    /// The record of a weighed option, scored again with its reasons.
    pub(super) fn record(&self, number: u32, seat: Seat, option: &Weighed) -> DecisionRecord {
        let policy = self.policy(option.place);
        let binding = self.binding(seat, option.target);
        let mut kept = Kept::default();
        let (classes, issues) = self.interests.weigh(&self.behind(seat), &policy.act);
        let price = self.price_towards(seat, option.place, option.target);
        let score = score(&self.facts, policy, self.weights(seat, option.place), price, binding, &mut kept);
        debug_assert_eq!(score.to_bits(), option.score.to_bits());
        DecisionRecord {
            number,
            month: self.facts.now,
            agent: seat,
            doctrine: option.place.doctrine,
            policy: Some(option.place.policy),
            target: option.target,
            order: Some(option.order.clone()),
            verdict: option.verdict.clone(),
            terms: kept.terms,
            terms_len: kept.len as u8,
            cost: policy.cost,
            interests: classes,
            issues,
            resolve: self.resolve(seat, option.place, option.target),
            score,
            threshold: policy.threshold,
            bar: option.bar,
            doctrine_hash: self.tuning.hash(self.facts.atlas.agent(seat), option.place.doctrine),
        }
    }
}

/// The doctrines a seat follows: inside its camp, and abroad.
pub(super) fn doctrines_of(world: &World, seat: Seat) -> (DoctrineId, DoctrineId) {
    use crate::sim::doctrine::MovementDoctrines;
    match seat {
        Seat::Polity(id) => {
            let doctrines = world.polity::<Doctrines>(id);
            (doctrines.camp(), doctrines.abroad())
        }
        Seat::Movement(id) => {
            let doctrine = world.resource::<MovementDoctrines>().of(id);
            (doctrine, doctrine)
        }
    }
}

pub(super) fn one_nation(facts: &Facts, a: PolityId, b: PolityId) -> bool {
    let claim = facts.polities[a].claim;
    claim.is_some() && claim == facts.polities[b].claim
}

/// Whether an agent deliberates in a month: powers more often than others, the small more rarely while all is quiet, each on
/// its own month.
pub(in crate::sim) fn deliberates(facts: &Facts, rules: &AgentRules, seat: Seat, month: Month) -> bool {
    has_turn(facts.atlas.turn(seat), month.0, interval(facts, rules, seat) as u32)
}

/// Months between two deliberations of a seat.
fn interval(facts: &Facts, rules: &AgentRules, seat: Seat) -> f64 {
    match seat {
        Seat::Polity(id) if is_power(facts, rules, id) => rules.power_interval,
        Seat::Polity(id) if is_small_and_quiet(facts, rules, id) => rules.small_interval,
        Seat::Polity(_) => rules.state_interval,
        Seat::Movement(id) if is_weak_and_quiet(facts, id) => rules.small_interval,
        Seat::Movement(_) => rules.movement_interval,
    }
}

/// Strength of a movement from which it stirs its country, and itself. Own estimate.
const STIR: f64 = 0.1;

/// A movement that hardly anybody hears of yet.
fn is_weak_and_quiet(facts: &Facts, id: MovementId) -> bool {
    let row = &facts.movements[id];
    !row.in_arms && row.strength < STIR
}

/// A power: a pole, a nuclear state, or one with a great share of the world's product.
fn is_power(facts: &Facts, rules: &AgentRules, id: crate::base::PolityId) -> bool {
    let row = &facts.polities[id];
    facts.poles.is_some_and(|poles| poles.contains(&id))
        || row.warheads >= 1.0
        || row.product >= rules.power_share * facts.world_product
}

/// A small state with nothing at hand that cannot wait: no war, no rising, no payments crisis.
fn is_small_and_quiet(facts: &Facts, rules: &AgentRules, id: PolityId) -> bool {
    let row = &facts.polities[id];
    let presses = row.at_war || row.payments_crisis || row.internal_threat >= STIR;
    !presses && row.product < rules.small_share * facts.world_product
}

/// All seats that an AI may decide for: sovereign states and movements in being, without the human's.
pub(super) fn deciders(mind: &Mind) -> Vec<Seat> {
    let facts = &mind.facts;
    let states = facts.sovereigns.iter().map(|&id| Seat::Polity(id));
    let movements = facts.alive.iter().map(|&id| Seat::Movement(id));
    states.chain(movements).filter(|&seat| Some(seat) != mind.player).collect()
}
