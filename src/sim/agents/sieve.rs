//! What of a policy does not speak of its target: asked once a deliberation, not once a target.

use bevy::prelude::Resource;

use crate::base::{DoctrineId, IdVec};
use crate::content::defs::{Content, PolicyDef};
use crate::content::vocabulary::{Condition, Ids};
use crate::sim::quantities::{Binding, Eyes, Facts, NoInterface, holds, read};

use super::deliberate::Place;
use super::record::MAX_CONSIDERATIONS;
use super::score::{NoReasons, Weights, score, utility};

/// A policy's questions, sorted by whether they speak of a target.
#[derive(Debug, Clone, Default)]
pub(super) struct Sieve {
    own: Vec<Condition<Ids>>,
    of_target: Vec<Condition<Ids>>,
    /// Positions of considerations that do not speak of a target, and of those that do; the heaviest first, so that it
    /// shows early what cannot be reached.
    weighed_once: Vec<usize>,
    weighed_each: Vec<usize>,
}

impl Sieve {
    fn of(policy: &PolicyDef) -> Self {
        let parts = policy.when.parts().iter().cloned();
        let (of_target, own) = parts.partition(Condition::speaks_of_target);
        let mut heaviest_first: Vec<usize> = (0..policy.considerations.len()).collect();
        let weight = |&place: &usize| policy.considerations[place].weight;
        heaviest_first.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        let (weighed_each, weighed_once) = heaviest_first
            .into_iter()
            .partition(|&place| policy.considerations[place].input.speaks_of_target());
        Self { own, of_target, weighed_once, weighed_each }
    }

    /// Whether the policy is to be considered at all, whatever its target.
    pub(super) fn is_open(&self, facts: &Facts, own: Binding) -> bool {
        all_hold(facts, &self.own, own)
    }

    /// Whether it is to be considered for a target, if it is at all.
    pub(super) fn lets_pass(&self, facts: &Facts, with_target: Binding) -> bool {
        all_hold(facts, &self.of_target, with_target)
    }
}

fn all_hold(facts: &Facts, conditions: &[Condition<Ids>], binding: Binding) -> bool {
    conditions.iter().all(|one| holds(facts, one, binding, Eyes::Believed, &NoInterface))
}

/// The sieves of all policies; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone)]
pub(super) struct Sieves(IdVec<DoctrineId, Vec<Sieve>>);

impl Sieves {
    pub(super) fn read(content: &Content) -> Self {
        let sieves =
            |doctrine: &crate::content::defs::DoctrineDef| doctrine.policies.iter().map(Sieve::of).collect();
        Self(content.doctrines.values().map(sieves).collect())
    }

    pub(super) fn of(&self, place: Place) -> &Sieve {
        &self.0[place.doctrine][usize::from(place.policy)]
    }
}

/// More than sums of a few shares can be wrong by.
const SLACK: f64 = 1e-9;

/// A policy's score before its target is looked at.
pub(super) struct Prospect<'p> {
    policy: &'p PolicyDef,
    sieve: &'p Sieve,
    weights: &'p Weights,
    /// What is subtracted from the sum.
    price: f64,
    /// What considerations add that have been weighed, by position.
    adds: [f64; MAX_CONSIDERATIONS],
    /// The best score that those still to be weighed can bring it to.
    most: f64,
}

impl<'p> Prospect<'p> {
    /// Weighs what does not speak of the target, as far as it takes to see that none brings the policy to its threshold.
    pub(super) fn of(
        facts: &Facts,
        policy: &'p PolicyDef,
        sieve: &'p Sieve,
        weights: &'p Weights,
        price: f64,
        own: Binding,
    ) -> Self {
        // Weights sum to 1.
        let most = 1.0 - price;
        let mut prospect = Self { policy, sieve, weights, price, adds: [0.0; MAX_CONSIDERATIONS], most };
        for &place in &sieve.weighed_once {
            prospect.weigh(facts, place, own);
            if prospect.is_hopeless() {
                break;
            }
        }
        prospect
    }

    fn weigh(&mut self, facts: &Facts, place: usize, binding: Binding) {
        let consideration = &self.policy.considerations[place];
        let input = read(facts, &consideration.input, binding, Eyes::Believed);
        self.adds[place] = self.weights[place] * utility(consideration.curve, input);
        self.most -= self.weights[place] - self.adds[place];
    }

    /// Whether it cannot reach its threshold.
    pub(super) fn is_hopeless(&self) -> bool {
        self.most < self.policy.threshold - SLACK
    }

    /// The score for a target where it reaches the threshold; where it is certain not to, a number below that shows it.
    /// For those who want to know no more than that.
    pub(super) fn score_if_reached(&self, facts: &Facts, binding: Binding) -> f64 {
        let mut with_target = Self { ..*self };
        for &place in &self.sieve.weighed_each {
            if with_target.is_hopeless() {
                return with_target.most;
            }
            with_target.weigh(facts, place, binding);
        }
        if with_target.is_hopeless() {
            return with_target.most;
        }
        let adds = with_target.adds.iter().take(self.policy.considerations.len());
        adds.sum::<f64>() - self.price
    }

    /// The score for a target, whatever it is.
    pub(super) fn score(&self, facts: &Facts, binding: Binding) -> f64 {
        score(facts, self.policy, self.weights, self.price, binding, &mut NoReasons)
    }
}
