//! Decision records: what was considered, with every term, and what became of it.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{DoctrineId, Month};
use crate::content::defs::{DoctrineDef, PolicyDef};
use crate::content::vocabulary::{Class, Ids, Issue, Order};
use crate::sim::orders::Blocker;
use crate::sim::population::Seat;

use super::intentions::Resolve;
use super::trial::Trial;

/// Most considerations one policy may have.
pub const MAX_CONSIDERATIONS: usize = 10;

/// One weighed consideration of a decision. Its label stands in the doctrine at the same position.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct ScoreTerm {
    /// The believed value that was looked at.
    pub input: f64,
    /// The true value at that time.
    pub truth: f64,
    /// Utility after the curve (0–1).
    pub utility: f64,
    /// Weight in force (after scaling; the weights of a policy sum to 1).
    pub weight: f64,
    /// `weight × utility`, what it adds to the score.
    pub adds: f64,
}

/// What became of an option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// It was chosen and ordered.
    Chosen,
    /// Its score did not reach the threshold.
    BelowThreshold,
    /// A better option took the authority.
    Outranked,
    /// It could not be carried out.
    Blocked(Vec<Blocker>),
    /// It had been chosen for this target recently.
    Resting,
    /// Nothing was chosen at all. This option came nearest, and this is what became of it.
    Inaction(Box<Verdict>),
    /// The line has nothing to say on such an offer; it lapses.
    Unanswered,
    /// Nothing was chosen, and nothing was open to it that could be weighed.
    NothingOpen,
}

/// One option an agent weighed, with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// Number in this history, rising.
    pub number: u32,
    /// When.
    pub month: Month,
    /// Who.
    pub agent: Seat,
    /// Under which doctrine.
    pub doctrine: DoctrineId,
    /// Position of the policy in the doctrine; none where no policy spoke.
    pub policy: Option<u16>,
    /// Towards whom, if anybody.
    pub target: Option<Seat>,
    /// The act weighed, if there was one.
    pub order: Option<Order<Ids>>,
    /// What became of it.
    pub verdict: Verdict,
    /// Terms, one a consideration, in stored order.
    pub terms: [ScoreTerm; MAX_CONSIDERATIONS],
    /// How many terms count.
    pub terms_len: u8,
    /// Cost subtracted.
    pub cost: f64,
    /// What the act brings each class of those who rule, or of a movement's front, as a part of the score.
    pub interests: [f64; Class::COUNT],
    /// What issue movements add that press for the act, or against it.
    pub issues: [f64; Issue::COUNT],
    /// What an aim adds on which the agent has set its mind, if it speaks for the act.
    pub resolve: Option<Resolve>,
    /// Sum of terms in stored order, minus the price.
    pub score: f64,
    /// Threshold of the policy.
    pub threshold: f64,
    /// The score from which on it would have been chosen, all other options standing where they stood: the threshold, or what
    /// outdoes those that came first. Infinite where no score would have done.
    pub bar: f64,
    /// Hash of the doctrine's parameters in force.
    pub doctrine_hash: u64,
}

impl DecisionRecord {
    /// The policy that spoke, in the doctrine under which it was decided.
    pub fn policy_in<'d>(&self, doctrine: &'d DoctrineDef) -> Option<&'d PolicyDef> {
        doctrine.policies.get(usize::from(self.policy?))
    }
    /// A record of a decision to which no policy spoke.
    pub(super) fn without_reasons(
        (number, month): (u32, Month),
        agent: Seat,
        doctrine: DoctrineId,
        target: Option<Seat>,
        order: Option<Order<Ids>>,
        verdict: Verdict,
    ) -> Self {
        Self {
            number,
            month,
            agent,
            doctrine,
            policy: None,
            target,
            order,
            verdict,
            terms: Default::default(),
            terms_len: 0,
            cost: 0.0,
            interests: Default::default(),
            issues: Default::default(),
            resolve: None,
            score: 0.0,
            threshold: 0.0,
            bar: f64::INFINITY,
            doctrine_hash: 0,
        }
    }
    /// The terms that count, in stored order.
    pub fn terms(&self) -> &[ScoreTerm] {
        &self.terms[..usize::from(self.terms_len)]
    }
    /// What is subtracted from the sum of terms: the cost, less what interests, issue movements and resolve add.
    pub fn price(&self) -> f64 {
        price(self.cost, &self.interests, &self.issues) - self.resolve_adds()
    }
    /// What resolve adds.
    pub fn resolve_adds(&self) -> f64 {
        self.resolve.map_or(0.0, |resolve| resolve.adds)
    }
    /// Score over threshold.
    pub fn margin(&self) -> f64 {
        self.score - self.threshold
    }
}

/// What is subtracted from the sum of a policy's terms: its cost, less what interests of classes and issue movements add.
pub(super) fn price(cost: f64, interests: &[f64; Class::COUNT], issues: &[f64; Issue::COUNT]) -> f64 {
    cost - interests.iter().sum::<f64>() - issues.iter().sum::<f64>()
}

/// Records of the last months: chosen options and the best refused. Not part of the state: past months are
/// explained by replay.
#[derive(Resource, Debug, Clone, PartialEq)]
pub struct DecisionLog {
    pub(in crate::sim) enabled: bool,
    pub(in crate::sim) keep_months: u32,
    pub(in crate::sim) records: std::collections::VecDeque<DecisionRecord>,
    pub(in crate::sim) tries: bool,
    pub(in crate::sim) trials: Vec<Trial>,
}

impl Default for DecisionLog {
    fn default() -> Self {
        Self { enabled: true, keep_months: 36, records: Default::default(), tries: false, trials: Vec::new() }
    }
}

impl DecisionLog {
    /// Adds records of this month and lets go of those that are too old.
    pub(in crate::sim) fn keep(&mut self, now: Month, records: Vec<DecisionRecord>) {
        self.records.extend(records);
        while self.records.front().is_some_and(|first| now.since(first.month) > self.keep_months) {
            self.records.pop_front();
        }
    }
    /// Whether reasons are kept at all. The history is the same either way.
    pub fn set_enabled(&mut self, enabled: bool) {
        self.enabled = enabled;
    }
    /// For how many months reasons are kept.
    pub fn set_keep_months(&mut self, months: u32) {
        self.keep_months = months;
    }
    /// Whether what would have changed each decision is tried, by deciding once more on the same world with that one change.
    /// Costs several times what deciding costs; the history is the same either way.
    pub fn try_changes(&mut self, tries: bool) {
        self.tries = tries;
    }
    /// What came of the changes that were tried, oldest first.
    pub fn trials(&self) -> &[Trial] {
        &self.trials
    }
    /// Records, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &DecisionRecord> {
        self.records.iter()
    }
    /// One record by number.
    pub fn get(&self, number: u32) -> Option<&DecisionRecord> {
        let at = self.records.partition_point(|record| record.number < number);
        self.records.get(at).filter(|record| record.number == number)
    }
    /// Records of one agent, newest first.
    pub fn of(&self, agent: Seat) -> impl Iterator<Item = &DecisionRecord> {
        self.records.iter().rev().filter(move |record| record.agent == agent)
    }
}
