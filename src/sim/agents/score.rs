//! Scoring: considerations to utilities, utilities to a score. Pure arithmetic on what is believed.

use std::sync::OnceLock;

use bevy::ecs::change_detection::Tick;
use bevy::prelude::{DetectChanges, Ref, Resource};

use crate::base::{AgentId, DoctrineId, IdVec, math};
use crate::content::defs::{CurveDef, DoctrineDef, PolicyDef};
use crate::sim::doctrine::{Amendment, Tuning};
use crate::sim::quantities::{Binding, Eyes, Facts, read};

use super::record::{MAX_CONSIDERATIONS, ScoreTerm};

/// Somebody who may want to know the terms of a score.
pub(super) trait Reasons {
    /// Notes a term. `truth` is asked only by those who keep it.
    fn note(&mut self, term: ScoreTerm, truth: impl FnOnce() -> f64);
}

/// Nobody asks: costs nothing.
pub(super) struct NoReasons;

impl Reasons for NoReasons {
    #[inline(always)]
    fn note(&mut self, _term: ScoreTerm, _truth: impl FnOnce() -> f64) {}
}

/// Keeps the terms of one score.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) terms: [ScoreTerm; MAX_CONSIDERATIONS],
    pub(super) len: usize,
}

impl Reasons for Kept {
    fn note(&mut self, term: ScoreTerm, truth: impl FnOnce() -> f64) {
        if let Some(place) = self.terms.get_mut(self.len) {
            *place = ScoreTerm { truth: truth(), ..term };
            self.len += 1;
        }
    }
}

/// The utility (0–1) of a value.
pub fn utility(curve: CurveDef, value: f64) -> f64 {
    let raw = match curve {
        CurveDef::Linear { from, to } => {
            if from == to {
                f64::from(u8::from(value >= to))
            } else {
                (value - from) / (to - from)
            }
        }
        CurveDef::Logistic { mid, slope } => math::logistic(value, mid, slope),
        CurveDef::Peak { at, width } => 1.0 - (value - at).abs() / width.abs().max(1e-9),
        CurveDef::Constant { utility } => utility,
    };
    math::finite_or(raw, 0.0).clamp(0.0, 1.0)
}

/// Weights of a policy's considerations, by position.
pub(super) type Weights = [f64; MAX_CONSIDERATIONS];

/// Weights in force: each scaled by its parameter against the middle of the parameter's range, then brought back to a
/// sum of 1. If all were scaled to nothing they stand as written.
pub(super) fn weights(doctrine: &DoctrineDef, policy: &PolicyDef, parameters: &[f64]) -> Weights {
    let mut into = [0.0; MAX_CONSIDERATIONS];
    let mut sum = 0.0;
    for (place, consideration) in into.iter_mut().zip(&policy.considerations) {
        let factor = consideration.scale.map_or(1.0, |at| {
            let (def, value) = (&doctrine.parameters[at], parameters[at]);
            math::ratio_or(value, 0.5 * (def.min + def.max), 1.0).max(0.0)
        });
        *place = consideration.weight * factor;
        sum += *place;
    }
    let count = policy.considerations.len().min(MAX_CONSIDERATIONS);
    if sum <= 0.0 {
        for (place, consideration) in into.iter_mut().zip(&policy.considerations) {
            *place = consideration.weight;
        }
        sum = into.iter().sum();
    }
    into[..count].iter_mut().for_each(|weight| *weight /= sum);
    into
}

/// Weights of all policies of a doctrine.
pub(super) fn weights_of_all(doctrine: &DoctrineDef, parameters: &[f64]) -> Vec<Weights> {
    doctrine.policies.iter().map(|policy| weights(doctrine, policy, parameters)).collect()
}

/// Weights in force, kept from month to month. Derived, so no part of the state.
#[derive(Resource, Debug, Default)]
pub(super) struct KeptWeights {
    /// The last change of parameters and amendments that was looked at.
    seen: Option<Tick>,
    /// The parameters for which they were worked out.
    values: IdVec<DoctrineId, Vec<f64>>,
    /// Of doctrines as they are written, when first asked for.
    written: IdVec<DoctrineId, OnceLock<Vec<Weights>>>,
    /// The amendments for which those of their holders were worked out.
    amendments: Vec<Amendment>,
    /// Of holders who have amended a doctrine, by holder and doctrine, when first asked for.
    amended: Vec<(AgentId, DoctrineId, OnceLock<Vec<Weights>>)>,
}

impl KeptWeights {
    /// Starts anew what was worked out for other parameters, as after an amendment or a load.
    pub(super) fn keep_up(&mut self, tuning: Ref<Tuning>) {
        if self.are_for(&tuning) {
            return;
        }
        self.seen = Some(tuning.last_changed());
        if self.values != tuning.values {
            *self = Self {
                seen: self.seen,
                values: tuning.values.clone(),
                written: tuning.values.ids().map(|_| OnceLock::new()).collect(),
                ..Self::default()
            };
        }
        if self.amendments != tuning.amended {
            self.change_amended(&tuning.amended);
        }
    }

    /// Keeps what was worked out for holders whose amendments are as before.
    fn change_amended(&mut self, amendments: &[Amendment]) {
        let before = std::mem::replace(&mut self.amendments, amendments.to_vec());
        let old = std::mem::take(&mut self.amended);
        let pair = |one: &Amendment| (one.of, one.doctrine);
        let by_pair = |list| <[Amendment]>::chunk_by(list, |a, b| pair(a) == pair(b));
        // Both lists stand in the order of holders and doctrines.
        let mut was = by_pair(&before).zip(old).peekable();
        for now in by_pair(amendments) {
            let (of, doctrine) = pair(&now[0]);
            while was.next_if(|(chunk, _)| pair(&chunk[0]) < (of, doctrine)).is_some() {}
            let kept = was.next_if(|(chunk, _)| *chunk == now);
            self.amended.push((of, doctrine, kept.map(|(_, (.., weights))| weights).unwrap_or_default()));
        }
    }

    /// Whether they were worked out for these parameters, as they are now.
    pub(super) fn are_for(&self, tuning: &Ref<Tuning>) -> bool {
        self.seen == Some(tuning.last_changed())
    }

    /// Those of one doctrine for a holder. Most hold it as it is written and share them.
    pub(super) fn of(
        &self,
        (of, id): (AgentId, DoctrineId),
        doctrine: &DoctrineDef,
        tuning: &Tuning,
    ) -> &[Weights] {
        match self.amended.binary_search_by_key(&(of, id), |one| (one.0, one.1)) {
            Ok(own) => self.amended[own].2.get_or_init(|| weights_of_all(doctrine, &tuning.in_force(of, id))),
            Err(_) => self.written[id].get_or_init(|| weights_of_all(doctrine, &self.values[id])),
        }
    }
}

/// The score of a policy for a binding: the sum of its terms in stored order, minus its price (its cost, less what those
/// who decide stand to gain by it).
pub(super) fn score(
    facts: &Facts,
    policy: &PolicyDef,
    weights: &Weights,
    price: f64,
    binding: Binding,
    reasons: &mut impl Reasons,
) -> f64 {
    let mut sum = 0.0;
    for (consideration, &weight) in policy.considerations.iter().zip(weights) {
        let input = read(facts, &consideration.input, binding, Eyes::Believed);
        let utility = utility(consideration.curve, input);
        let adds = weight * utility;
        sum += adds;
        let term = ScoreTerm { input, truth: input, utility, weight, adds };
        reasons.note(term, || read(facts, &consideration.input, binding, Eyes::Truth));
    }
    sum - price
}

/// The sum of kept terms in stored order, minus a price: what [`score`] gives, bit for bit.
pub fn total(terms: &[ScoreTerm], price: f64) -> f64 {
    let mut sum = 0.0;
    for term in terms {
        sum += term.adds;
    }
    sum - price
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_press_into_range_and_fall_where_they_should() {
        let linear = CurveDef::Linear { from: 0.8, to: 0.3 };
        assert_eq!(utility(linear, 0.8), 0.0);
        assert_eq!(utility(linear, 0.1), 1.0);
        assert!((utility(CurveDef::Logistic { mid: 0.4, slope: 8.0 }, 0.4) - 0.5).abs() < 1e-12);
        assert_eq!(utility(CurveDef::Peak { at: 0.5, width: 0.25 }, 0.75), 0.0);
        assert_eq!(utility(CurveDef::Peak { at: 0.5, width: 0.25 }, 0.5), 1.0);
        assert_eq!(utility(CurveDef::Constant { utility: 0.3 }, f64::NAN), 0.3);
        assert_eq!(utility(linear, f64::NAN), 0.0);
    }
}
