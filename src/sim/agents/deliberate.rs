//! One agent's deliberation: options, scores, choice.

use std::cell::OnceCell;

use bevy::prelude::World;

use crate::base::{AgentId, DoctrineId, IdVec, Month, OrganisationId, PolityId, Stream, hash};
use crate::content::defs::PolicyDef;
use crate::content::vocabulary::{
    DoctrineDomain, Ids, LineScope, MapRefs, OpenSlot, OpenTarget, Order, OrderKind, Targets,
};
use crate::sim::access::Access;
use crate::sim::diplomacy::{AgreementTag, has_turn};
use crate::sim::doctrine::{Doctrines, Tuning};
use crate::sim::orders;
use crate::sim::organisations::{dearest, find, may_be_tabled};
use crate::sim::politics::{federation_under, may_unite, part_of};
use crate::sim::population::{Fate, Seat};
use crate::sim::quantities::{Binding, Facts, Tie};

use super::AgentRules;
use super::interests::{Behind, Interests};
use super::limits::limit;
use super::record::{DecisionRecord, Verdict, price};
use super::resting::Resting;
use super::score::{Kept, NoReasons, Weights, WrittenWeights, score, weights_of_all};
use super::sieve::{Prospect, Sieves};
use super::targets::{Candidates, means};

/// What a deliberation reads.
pub(super) struct Mind<'w> {
    pub(super) world: &'w World,
    pub(super) facts: Facts<'w>,
    pub(super) tuning: &'w Tuning,
    pub(super) sieves: &'w Sieves,
    pub(super) interests: &'w Interests,
    /// Weights of each doctrine's policies as it is written, as kept from month to month.
    pub(super) written: Option<&'w WrittenWeights>,
    /// The same, worked out when first asked for where none are kept.
    pub(super) weights: IdVec<DoctrineId, OnceCell<Vec<Weights>>>,
    /// The same for holders who have amended a doctrine, by holder and doctrine.
    pub(super) amended: Vec<(AgentId, DoctrineId, OnceCell<Vec<Weights>>)>,
    /// Most refused options that are kept of one deliberation.
    pub(super) most_refused: usize,
    pub(super) rules: &'w AgentRules,
    pub(super) resting: &'w Resting,
    pub(super) fate: &'w Fate,
    pub(super) player: Option<Seat>,
    /// Whether anybody keeps the reasons.
    pub(super) kept: bool,
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
    pub(super) order: Order<Ids>,
}

/// What came of a deliberation: what was chosen, in order, then the best of what was not.
#[derive(Debug, Default)]
pub(super) struct Deliberation {
    pub(super) chosen: Vec<Weighed>,
    pub(super) refused: Vec<Weighed>,
}

/// One deliberation while it chooses.
struct Day {
    /// Authority left to spend.
    authority: f64,
    chosen: Vec<Weighed>,
    refused: Vec<Weighed>,
}

/// Most refused options that are kept of one deliberation in a history.
pub(super) const KEPT_REFUSED: usize = 4;

/// Which of a state's doctrines are asked about whom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
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

    /// The score of one policy for a binding, for those who ask of few.
    pub(super) fn score_of(&self, seat: Seat, place: Place, binding: Binding) -> f64 {
        let policy = self.policy(place);
        let price = self.price(&self.behind(seat), policy);
        score(&self.facts, policy, self.weights(seat, place), price, binding, &mut NoReasons)
    }

    pub(super) fn weights(&self, seat: Seat, place: Place) -> &Weights {
        &self.weights_of(seat, place.doctrine)[usize::from(place.policy)]
    }

    /// Weights in force of all policies of a doctrine for a holder. Most hold it as it is written and share them.
    pub(super) fn weights_of(&self, seat: Seat, id: DoctrineId) -> &[Weights] {
        let doctrine = &self.facts.content.doctrines[id];
        let of = self.facts.atlas.agent(seat);
        let all = |parameters: &[f64]| weights_of_all(doctrine, parameters);
        match (self.amended.binary_search_by_key(&(of, id), |one| (one.0, one.1)), self.written) {
            (Ok(own), _) => self.amended[own].2.get_or_init(|| all(&self.tuning.in_force(of, id))),
            (Err(_), Some(written)) => written.of(id, doctrine),
            (Err(_), None) => self.weights[id].get_or_init(|| all(&self.tuning.values[id])),
        }
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
        let key = self.facts.atlas.key(Seat::Polity(id));
        self.facts.polities[id].payments_crisis || has_turn(key, self.facts.now.0, interval as u32)
    }

    fn in_scope(&self, seat: Seat, target: Option<Seat>, kind: OrderKind, scope: Scope) -> bool {
        // Each line speaks for its own change.
        if is_of_line(kind) {
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
    pub(super) fn deliberate(&self, seat: Seat, agent: AgentId) -> Deliberation {
        let mut candidates = Candidates::default();
        let mut options: Vec<Weighed> = Vec::with_capacity(32);
        let mut refused: Vec<Weighed> = Vec::new();
        let (own, behind) = (self.binding(seat, None), self.behind(seat));
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
                let prospect = Prospect::of(&self.facts, policy, sieve, &weights[index], price, own);
                // Where nobody keeps the reasons it counts how many were refused, not which.
                let idle = |refused: &[Weighed]| !self.kept && refused.len() >= self.most_refused;
                if prospect.is_hopeless() && idle(&refused) {
                    continue;
                }
                for &target in candidates.of(&self.facts, seat, policy.targets) {
                    let binding = self.binding(seat, target);
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
                    let margin = score - policy.threshold;
                    let verdict = self.first_verdict(agent, place, target, kind, binding, margin);
                    let passed = verdict == Verdict::Chosen;
                    // Most options are neither taken nor remembered.
                    if !passed && (idle(&refused) || !is_kept(&refused, margin, self.most_refused)) {
                        continue;
                    }
                    let Some(order) = fill(&self.facts, &policy.act, seat, target) else { continue };
                    let order = in_its_place(order, scope);
                    let option =
                        Weighed { place, target, score, margin, bar: policy.threshold, verdict, order };
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
    fn first_verdict(
        &self,
        agent: AgentId,
        place: Place,
        target: Option<Seat>,
        kind: OrderKind,
        binding: Binding,
        margin: f64,
    ) -> Verdict {
        if margin < 0.0 {
            return Verdict::BelowThreshold;
        }
        let target = target.map(|seat| self.facts.atlas.agent(seat));
        if self.resting.rests(agent, place, target, self.facts.now) {
            return Verdict::Resting;
        }
        let doctrine = &self.facts.content.doctrines[place.doctrine];
        match limit(&self.facts, doctrine, kind, binding) {
            Some(limit) => Verdict::Blocked(vec![orders::Blocker::ForbiddenByDoctrine {
                because: limit.because.clone(),
            }]),
            None => Verdict::Chosen,
        }
    }

    /// Takes options by margin per authority until authority, or the hours of the day, are spent.
    fn choose(&self, seat: Seat, mut options: Vec<Weighed>, refused: Vec<Weighed>) -> Deliberation {
        let worth = |option: &Weighed| {
            option.margin / self.policy(option.place).authority.max(self.rules.least_price)
        };
        let luck = self.fate.draw(self.facts.now, Stream::Decision, self.facts.atlas.key(seat), 0).word();
        let tie = |option: &Weighed| {
            let target = option.target.map_or(0, |target| self.facts.atlas.key(target));
            hash::mix(luck ^ target.rotate_left(9) ^ u64::from(option.place.policy))
        };
        options.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then_with(|| tie(a).cmp(&tie(b))));
        let authority = match seat {
            Seat::Polity(id) => self.facts.polities[id].authority,
            Seat::Movement(id) => {
                self.rules.movement_capacity * (0.4 + self.facts.movements[id].organisation)
            }
        };
        let authority = authority - self.put_aside(seat, authority, &options);
        let mut day = Day { authority, chosen: Vec::new(), refused };
        // The offices of the economy have half of the day; the rest of what they ask for waits until all others are heard.
        let theirs = (self.rules.acts_per_deliberation as usize).div_ceil(2);
        let mut waiting = Vec::new();
        for option in options {
            let asks = |option: &Weighed| self.is_of_the_economy(option.place);
            if asks(&option) && day.chosen.iter().filter(|one| asks(one)).count() >= theirs {
                waiting.push(option);
            } else {
                self.decide_on(seat, option, &mut day);
            }
        }
        waiting.into_iter().for_each(|option| self.decide_on(seat, option, &mut day));
        Deliberation { chosen: day.chosen, refused: day.refused }
    }

    /// What a state keeps of its authority for the act it wants most of those that are too dear this time, if it wants it about
    /// as much as anything: who always spends all on what can be had at once never changes course.
    fn put_aside(&self, seat: Seat, authority: f64, options: &[Weighed]) -> f64 {
        const ABOUT_AS_MUCH: f64 = 0.5;
        let Seat::Polity(_) = seat else { return 0.0 };
        let price = |option: &Weighed| self.authority_for(seat, &option.order);
        let most = options.iter().map(|option| option.margin).fold(0.0, f64::max);
        let dear = options.iter().filter(|option| price(option) > authority);
        let wanted = dear.filter(|option| option.margin >= ABOUT_AS_MUCH * most);
        let Some(option) = wanted.max_by(|a, b| a.margin.total_cmp(&b.margin)) else { return 0.0 };
        let blockers = orders::validate_on(&self.facts, seat, &option.order);
        let too_dear =
            |blocker: &orders::Blocker| matches!(blocker, orders::Blocker::InsufficientAuthority { .. });
        // What stands against it beside its price will not be bought.
        if blockers.iter().all(too_dear) {
            (self.rules.put_aside * price(option)).min(authority)
        } else {
            0.0
        }
    }

    /// What an order costs a seat. Only a human pays more than its kind's price.
    fn authority_for(&self, seat: Seat, order: &Order<Ids>) -> f64 {
        if self.player == Some(seat) {
            orders::price(self.world, seat, order)
        } else {
            orders::base_price(self.world, order)
        }
    }

    fn is_of_the_economy(&self, place: Place) -> bool {
        self.facts.content.doctrines[place.doctrine].domain == DoctrineDomain::Economy
    }

    /// Takes an option if there are hours and authority for it, nothing like it has been taken, and nothing stands against it.
    fn decide_on(&self, seat: Seat, mut option: Weighed, day: &mut Day) {
        let price = match seat {
            Seat::Polity(_) => self.authority_for(seat, &option.order),
            Seat::Movement(_) => self.policy(option.place).authority,
        };
        let alike = |other: &Weighed| {
            other.order.kind() == option.order.kind() && same_aim(&other.order, &option.order)
        };
        let most = self.rules.acts_per_deliberation as usize;
        if day.chosen.len() >= most || price > day.authority || day.chosen.iter().any(alike) {
            option.verdict = Verdict::Outranked;
            keep(&mut day.refused, option, self.most_refused);
            return;
        }
        let blockers = orders::validate_on(&self.facts, seat, &option.order);
        if blockers.is_empty() {
            day.authority -= price;
            day.chosen.push(option);
        } else {
            option.verdict = Verdict::Blocked(blockers);
            keep(&mut day.refused, option, self.most_refused);
        }
    }

    /// The record of a weighed option, scored again with its reasons.
    pub(super) fn record(&self, number: u32, seat: Seat, option: &Weighed) -> DecisionRecord {
        let policy = self.policy(option.place);
        let binding = self.binding(seat, option.target);
        let mut kept = Kept::default();
        let (classes, issues) = self.interests.weigh(&self.behind(seat), &policy.act);
        let price = price(policy.cost, &classes, &issues);
        let score = score(&self.facts, policy, self.weights(seat, option.place), price, binding, &mut kept);
        debug_assert_eq!(score.to_bits(), option.score.to_bits());
        DecisionRecord {
            number,
            month: self.facts.now,
            agent: seat,
            doctrine: option.place.doctrine,
            policy: option.place.policy,
            target: option.target,
            order: option.order.clone(),
            verdict: option.verdict.clone(),
            terms: kept.terms,
            terms_len: kept.len as u8,
            cost: policy.cost,
            interests: classes,
            issues,
            score,
            threshold: policy.threshold,
            bar: option.bar,
            doctrine_hash: self.tuning.hash(self.facts.atlas.agent(seat), option.place.doctrine),
        }
    }
}

/// Whether an act is about the line itself.
fn is_of_line(kind: OrderKind) -> bool {
    matches!(kind, OrderKind::AdoptDoctrine | OrderKind::AmendDoctrine)
}

/// Where two lines are in force, one that speaks of another in general speaks of its own place.
fn in_its_place(order: Order<Ids>, scope: Scope) -> Order<Ids> {
    let place = match scope {
        Scope::All => LineScope::Both,
        Scope::Camp => LineScope::Camp,
        Scope::Abroad => LineScope::Abroad,
    };
    match order {
        Order::AdoptDoctrine { doctrine, scope: LineScope::Both } => {
            Order::AdoptDoctrine { doctrine, scope: place }
        }
        order => order,
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

/// Means below which a state does not think of arming a movement.
const LEAST_MEANS: f64 = 0.05;

/// Whether an act towards a state would change nothing, or lacks the ground it stands on, as cheap indices know: such
/// options are not worth a thought.
fn moot(facts: &Facts, own: Seat, target: Option<Seat>, act: &Order<OpenTarget>) -> bool {
    let kind = act.kind();
    let (own, other) = match (own, target) {
        (Seat::Polity(own), Some(Seat::Polity(other))) => (own, other),
        // Who has next to nothing arms nobody.
        (Seat::Polity(own), Some(Seat::Movement(id))) => {
            return kind == OrderKind::ArmMovement
                && means(facts, own, facts.movements[id].home) < LEAST_MEANS;
        }
        _ => return false,
    };
    let tied = |tag| facts.tied(own, other, Tie::Agreement(tag));
    let embargoed = || tied(AgreementTag::Embargo) || tied(AgreementTag::Boycott);
    let strangers = || !facts.recognition.given(own, other) || !facts.recognition.given(other, own);
    match kind {
        OrderKind::OfferTradeTreaty => tied(AgreementTag::TradeTreaty) || embargoed() || strangers(),
        OrderKind::OfferCredit | OrderKind::GrantConcession => strangers(),
        OrderKind::Embargo => tied(AgreementTag::Embargo) || tied(AgreementTag::Pact),
        OrderKind::Boycott => tied(AgreementTag::Boycott) || facts.allied(own, other),
        OrderKind::Blockade => tied(AgreementTag::Blockade) || facts.allied(own, other),
        OrderKind::LiftBlockade => !tied(AgreementTag::Blockade),
        OrderKind::AskEmbargo => !facts.allied(own, other),
        OrderKind::OfferPact => facts.allied(own, other) || strangers(),
        OrderKind::OfferUnion => !may_unite(facts.world, own, other),
        OrderKind::Federate => federation_under(facts.world, own, other).is_none(),
        OrderKind::Partition => part_of(facts.world, other).is_none(),
        OrderKind::Join | OrderKind::LeaveOrganisation | OrderKind::Expel => {
            find::organisation_for(facts, own, Some(other), kind).is_none()
        }
        OrderKind::Polemic => {
            facts.quarrels.has_come_to(own, other, crate::content::vocabulary::QuarrelRung::Split)
        }
        OrderKind::TableMotion => match act {
            Order::TableMotion { motion, .. } => !may_be_tabled(facts, *motion, other),
            _ => false,
        },
        OrderKind::Lobby => dearest(facts, own)
            .is_none_or(|(motion, _)| motion.lobbying.iter().any(|one| one.by == own && one.whom == other)),
        OrderKind::Conciliate => facts.quarrels.between(own, other).is_none(),
        OrderKind::Propaganda => tied(AgreementTag::Propaganda),
        OrderKind::SendTroops => tied(AgreementTag::Troops),
        OrderKind::OpenIndependenceTalks => tied(AgreementTag::IndependenceTalks),
        OrderKind::ProposeProtocol => {
            !facts.plan_together(own, other) || facts.community.protocol(own, other)
        }
        OrderKind::ProposeSpecialisation => !facts.community.protocol(own, other),
        OrderKind::ProposeProject => strangers(),
        OrderKind::DisputeArrears => facts.community.arrears(other, own) <= 0.0,
        _ => false,
    }
}

/// Whether a refused option of this margin would be among the best few.
fn is_kept(refused: &[Weighed], margin: f64, most: usize) -> bool {
    refused.get(most - 1).is_none_or(|last| last.margin < margin)
}

/// Keeps the best few refused options by margin, the first of equals.
fn keep(refused: &mut Vec<Weighed>, option: Weighed, most: usize) {
    if is_kept(refused, option.margin, most) {
        refused.truncate(most - 1);
        let place = refused.partition_point(|other| other.margin >= option.margin);
        refused.insert(place, option);
    }
}

/// Whether two orders of one kind are aimed at the same: the second would only repeat the first.
fn same_aim(a: &Order<Ids>, b: &Order<Ids>) -> bool {
    use Order as O;
    match (a, b) {
        (O::GiveAid { to: x, form: f, .. }, O::GiveAid { to: y, form: g, .. }) => x == y && f == g,
        (O::OfferCredit { to: x, .. }, O::OfferCredit { to: y, .. }) => x == y,
        (O::OfferReschedule { to: x, .. }, O::OfferReschedule { to: y, .. }) => x == y,
        (O::SendTroops { to: x, .. }, O::SendTroops { to: y, .. }) => x == y,
        (O::ArmMovement { movement: x, .. }, O::ArmMovement { movement: y, .. }) => x == y,
        // One setting of a line, one shift of the mix, one class, one patron, one change of strategy at a time.
        (O::SetInvestment { .. }, _)
        | (O::SetForces { .. }, _)
        | (O::SetWelfare { .. }, _)
        | (O::SetTaxes { .. }, _)
        | (O::SetMoney { .. }, _)
        | (O::ConvertClaims { .. }, _)
        | (O::ShiftInvestment { .. }, _)
        | (O::BuildWarheads { .. }, _)
        | (O::DrawUpPlan { .. }, _)
        | (O::RevisePlan { .. }, _)
        | (O::ReformPlanning { .. }, _)
        | (O::LimitExports { .. }, _)
        | (O::SetImportPriority { .. }, _)
        | (O::Organise { .. }, _)
        | (O::BuildFront { .. }, _)
        | (O::SeekPatron { .. }, _)
        | (O::ChooseStrategy { .. }, _)
        | (O::ProposeProject { .. }, _)
        | (O::ProposeSpecialisation { .. }, _)
        // One change of line at a time.
        | (O::AdoptDoctrine { .. }, _)
        | (O::AmendDoctrine { .. }, _)
        // One change of property of a kind, one concession at a time.
        | (O::Collectivise { .. }, _)
        | (O::Nationalise { .. }, _)
        | (O::Privatise { .. }, _)
        | (O::GrantConcession { .. }, _) => true,
        (O::SetResearch { branch: x, .. }, O::SetResearch { branch: y, .. }) => x == y,
        // One step in a quarrel, one motion, one press, one change of company at a time.
        (O::Polemic { .. }, _)
        | (O::PressLine { .. }, _)
        | (O::TableMotion { .. }, _)
        | (O::Join { .. }, _)
        | (O::LeaveOrganisation { .. }, _)
        | (O::Expel { .. }, _)
        | (O::SetBurden { .. }, _) => true,
        (O::Lobby { whom: x, .. }, O::Lobby { whom: y, .. }) => x == y,
        _ => a == b,
    }
}

/// The act of a policy with its target filled in; `None` if the target is of the wrong kind, or no organisation or motion
/// fits. An act at home is aimed at oneself.
pub(super) fn fill(
    facts: &Facts,
    act: &Order<OpenTarget>,
    own: Seat,
    target: Option<Seat>,
) -> Option<Order<Ids>> {
    let organisation = match (own, target) {
        (Seat::Polity(own), Some(Seat::Polity(other))) => {
            find::organisation_for(facts, own, Some(other), act.kind())
        }
        (Seat::Polity(own), None) => find::organisation_for(facts, own, None, act.kind()),
        _ => None,
    };
    let order = act.map(&mut Fill(target.unwrap_or(own), organisation)).ok()?;
    match (order, own) {
        // Whoever lobbies does it for the vote it would cast itself, on the motion it feels most about.
        (Order::Lobby { whom, share, .. }, Seat::Polity(own)) => {
            let (motion, felt) = dearest(facts, own)?;
            Some(Order::Lobby { whom, motion: motion.number, yes: felt > 0.0, share })
        }
        (order, _) => Some(order),
    }
}

struct Fill(Seat, Option<OrganisationId>);

/// The target cannot stand where the act needs one.
struct Misfit;

impl MapRefs<OpenTarget, Ids> for Fill {
    type Error = Misfit;
    fn polity(&mut self, _: &OpenSlot) -> Result<crate::base::PolityId, Misfit> {
        match self.0 {
            Seat::Polity(id) => Ok(id),
            Seat::Movement(_) => Err(Misfit),
        }
    }
    fn territory(&mut self, _: &OpenSlot) -> Result<crate::base::TerritoryId, Misfit> {
        Err(Misfit)
    }
    fn movement(&mut self, _: &OpenSlot) -> Result<crate::base::MovementId, Misfit> {
        match self.0 {
            Seat::Movement(id) => Ok(id),
            Seat::Polity(_) => Err(Misfit),
        }
    }
    fn good(&mut self, good: &crate::base::GoodId) -> Result<crate::base::GoodId, Misfit> {
        Ok(*good)
    }
    fn doctrine(&mut self, doctrine: &DoctrineId) -> Result<DoctrineId, Misfit> {
        Ok(*doctrine)
    }
    fn organisation(&mut self, _: &OpenSlot) -> Result<OrganisationId, Misfit> {
        self.1.ok_or(Misfit)
    }
}

/// Whether an agent deliberates in a month: powers more often than others, the small more rarely while all is quiet, each on
/// its own month.
pub(in crate::sim) fn deliberates(facts: &Facts, rules: &AgentRules, seat: Seat, month: Month) -> bool {
    has_turn(facts.atlas.key(seat), month.0, interval(facts, rules, seat) as u32)
}

/// Months between two deliberations of a seat.
fn interval(facts: &Facts, rules: &AgentRules, seat: Seat) -> f64 {
    match seat {
        Seat::Polity(id) if is_power(facts, rules, id) => rules.power_interval,
        Seat::Polity(id) if is_small_and_quiet(facts, rules, id) => rules.small_interval,
        Seat::Polity(_) => rules.state_interval,
        Seat::Movement(_) => rules.movement_interval,
    }
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
    /// Strength of a movement at home from which it is not quiet. Own estimate.
    const STIR: f64 = 0.1;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    fn option(margin: f64) -> Weighed {
        Weighed {
            place: Place { doctrine: DoctrineId::from_index(0), policy: 0 },
            target: None,
            score: 0.0,
            margin,
            bar: 0.0,
            verdict: Verdict::BelowThreshold,
            order: Order::Rise,
        }
    }

    #[test]
    fn the_best_refused_are_kept_in_order() {
        let mut refused = Vec::new();
        for margin in [-0.5, -0.1, -0.3, -0.2, -0.4, -0.05] {
            keep(&mut refused, option(margin), KEPT_REFUSED);
        }
        let margins: Vec<f64> = refused.iter().map(|one| one.margin).collect();
        assert_eq!(margins, [-0.05, -0.1, -0.2, -0.3]);
    }
}
