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
    weighs_target: [bool; MAX_CONSIDERATIONS],
}

impl Sieve {
    fn of(policy: &PolicyDef) -> Self {
        let parts = policy.when.parts().iter().cloned();
        let (of_target, own) = parts.partition(Condition::speaks_of_target);
        let mut weighs_target = [false; MAX_CONSIDERATIONS];
        for (weighs, consideration) in weighs_target.iter_mut().zip(&policy.considerations) {
            *weighs = consideration.input.speaks_of_target();
        }
        Self { own, of_target, weighs_target }
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
    /// What considerations that do not speak of the target add, by position.
    own: [f64; MAX_CONSIDERATIONS],
    /// The best score that any target can bring it to.
    most: f64,
}

impl<'p> Prospect<'p> {
    pub(super) fn of(
        facts: &Facts,
        policy: &'p PolicyDef,
        sieve: &'p Sieve,
        weights: &'p Weights,
        own: Binding,
    ) -> Self {
        let mut prospect = Self { policy, sieve, weights, own: [0.0; MAX_CONSIDERATIONS], most: 0.0 };
        let mut most = weights.iter().take(policy.considerations.len()).sum::<f64>() - policy.cost;
        for (index, consideration) in policy.considerations.iter().enumerate() {
            if sieve.weighs_target[index] {
                continue;
            }
            let input = read(facts, &consideration.input, own, Eyes::Believed);
            prospect.own[index] = weights[index] * utility(consideration.curve, input);
            most -= weights[index] - prospect.own[index];
            if prospect.falls_short(most) {
                break;
            }
        }
        prospect.most = most;
        prospect
    }

    fn falls_short(&self, most: f64) -> bool {
        most < self.policy.threshold - SLACK
    }

    /// Whether no target brings it to its threshold.
    pub(super) fn is_hopeless(&self) -> bool {
        self.falls_short(self.most)
    }

    /// The score for a target where it reaches the threshold; where it is certain not to, the first number below that
    /// shows it. For those who want to know no more than that: what is still to be weighed adds no more than its weight.
    pub(super) fn score_if_reached(&self, facts: &Facts, binding: Binding) -> f64 {
        let (mut sum, mut most) = (0.0, self.most);
        for (index, consideration) in self.policy.considerations.iter().enumerate() {
            if self.falls_short(most) {
                return most;
            }
            if self.sieve.weighs_target[index] {
                let input = read(facts, &consideration.input, binding, Eyes::Believed);
                let adds = self.weights[index] * utility(consideration.curve, input);
                most -= self.weights[index] - adds;
                sum += adds;
            } else {
                sum += self.own[index];
            }
        }
        sum - self.policy.cost
    }

    /// The score for a target, whatever it is.
    pub(super) fn score(&self, facts: &Facts, binding: Binding) -> f64 {
        score(facts, self.policy, self.weights, binding, &mut NoReasons)
    }
}
