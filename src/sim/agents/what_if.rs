//! What would have changed its mind: the smallest change of one weight or one belief that flips a decision.
//!
//! Found by solving for the record's bar: the score from which on the option would have been taken, with all that came before
//! it reckoned in. The change is of this option alone: what it would have weighed, or what would have been believed in weighing
//! it. Where the bar is out of reach – what is blocked, rests, or is too dear – nothing alone would have changed it.

use crate::content::defs::{CurveDef, PolicyDef};

use super::record::{DecisionRecord, ScoreTerm, Verdict};
use super::score::{total, utility};

/// One change that flips a decision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Another weight for one consideration; the others give way in proportion.
    Weight {
        /// Which consideration.
        term: usize,
        /// The weight in force.
        from: f64,
        /// The weight that flips it.
        to: f64,
    },
    /// Another belief about one consideration.
    Belief {
        /// Which consideration.
        term: usize,
        /// What was believed.
        from: f64,
        /// The belief that flips it.
        to: f64,
    },
}

/// The smallest change of one weight or one belief that carries a decision over its bar, or back below it.
/// Weights are compared by points of weight, beliefs by points of utility. `None`: nothing alone.
pub fn what_would_change(record: &DecisionRecord, policy: &PolicyDef) -> Option<Change> {
    if !record.bar.is_finite() {
        return None;
    }
    let wants_more = record.verdict != Verdict::Chosen;
    let mut best: Option<(f64, Change)> = None;
    for (index, term) in record.terms().iter().enumerate() {
        for candidate in [weight(record, index, wants_more), belief(record, policy, index, wants_more)] {
            let Some((size, change)) = candidate else { continue };
            let flips = flips(record, policy, &change, wants_more);
            if flips && best.is_none_or(|(smallest, _)| size < smallest) {
                best = Some((size, change));
            }
        }
        debug_assert!(term.weight >= 0.0);
    }
    best.map(|(_, change)| change)
}

/// The score after a change.
pub fn rescored(record: &DecisionRecord, policy: &PolicyDef, change: &Change) -> f64 {
    changed(record.terms(), policy, record.price(), change)
}

/// The score of terms after a change, at a price.
pub(super) fn changed(terms: &[ScoreTerm], policy: &PolicyDef, price: f64, change: &Change) -> f64 {
    let mut terms = terms.to_vec();
    match *change {
        Change::Weight { term, to, .. } => {
            let rest = 1.0 - terms[term].weight;
            let keep = if rest > 0.0 { (1.0 - to) / rest } else { 0.0 };
            for (index, other) in terms.iter_mut().enumerate() {
                other.weight = if index == term { to } else { other.weight * keep };
                other.adds = other.weight * other.utility;
            }
        }
        Change::Belief { term, to, .. } => {
            let Some(consideration) = policy.considerations.get(term) else { return total(&terms, price) };
            terms[term].input = to;
            terms[term].utility = utility(consideration.curve, to);
            terms[term].adds = terms[term].weight * terms[term].utility;
        }
    }
    total(&terms, price)
}

fn flips(record: &DecisionRecord, policy: &PolicyDef, change: &Change, wants_more: bool) -> bool {
    (rescored(record, policy, change) >= record.bar) == wants_more
}

/// A hair's breadth beyond the bar, so that the flip survives rounding.
const HAIR: f64 = 1e-9;

fn goal(record: &DecisionRecord, wants_more: bool) -> f64 {
    record.bar + record.price() + if wants_more { HAIR } else { -HAIR }
}

fn weight(record: &DecisionRecord, index: usize, wants_more: bool) -> Option<(f64, Change)> {
    let term = record.terms()[index];
    let sum: f64 = record.terms().iter().map(|term| term.adds).sum();
    let rest = 1.0 - term.weight;
    if rest <= 0.0 {
        return None;
    }
    // Utility of all the others taken together.
    let others = (sum - term.adds) / rest;
    let slope = term.utility - others;
    let to = (goal(record, wants_more) - others) / slope;
    let there = to.is_finite() && (0.0..=1.0).contains(&to);
    there.then(|| ((to - term.weight).abs(), Change::Weight { term: index, from: term.weight, to }))
}

fn belief(
    record: &DecisionRecord,
    policy: &PolicyDef,
    index: usize,
    wants_more: bool,
) -> Option<(f64, Change)> {
    let term = record.terms()[index];
    let sum: f64 = record.terms().iter().map(|term| term.adds).sum();
    let wanted = term.utility + (goal(record, wants_more) - sum) / term.weight;
    if !wanted.is_finite() || !(0.0..=1.0).contains(&wanted) {
        return None;
    }
    let to = inverse(policy.considerations.get(index)?.curve, wanted, term.input)?;
    Some(((wanted - term.utility).abs(), Change::Belief { term: index, from: term.input, to }))
}

/// The value with a wanted utility that lies nearest to the present one.
fn inverse(curve: CurveDef, wanted: f64, near: f64) -> Option<f64> {
    let value = match curve {
        CurveDef::Linear { from, to } => from + wanted * (to - from),
        CurveDef::Logistic { mid, slope } => {
            if wanted <= 0.0 || wanted >= 1.0 || slope == 0.0 {
                return None;
            }
            mid + crate::base::math::ln(wanted / (1.0 - wanted)) / slope
        }
        CurveDef::Peak { at, width } => {
            let off = (1.0 - wanted) * width.abs();
            if near < at { at - off } else { at + off }
        }
        CurveDef::Constant { .. } => return None,
    };
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{DoctrineId, Month, PolityId};
    use crate::content::defs::ConsiderationDef;
    use crate::content::vocabulary::{Condition, Order, Quantity, Targets};
    use crate::sim::agents::record::MAX_CONSIDERATIONS;
    use crate::sim::population::Seat;
    use proptest::prelude::*;

    fn case(inputs: &[(f64, f64)], cost: f64, threshold: f64) -> (DecisionRecord, PolicyDef) {
        let sum: f64 = inputs.iter().map(|(_, weight)| weight).sum();
        let curve = |index: usize| match index % 3 {
            0 => CurveDef::Linear { from: 0.1, to: 0.9 },
            1 => CurveDef::Logistic { mid: 0.5, slope: -6.0 },
            _ => CurveDef::Peak { at: 0.4, width: 0.5 },
        };
        let considerations: Vec<ConsiderationDef> = inputs
            .iter()
            .enumerate()
            .map(|(index, (_, weight))| ConsiderationDef {
                label: String::new(),
                input: Quantity::WorldTension,
                curve: curve(index),
                weight: weight / sum,
                scale: None,
            })
            .collect();
        let mut terms = [ScoreTerm::default(); MAX_CONSIDERATIONS];
        for (place, (def, (input, _))) in terms.iter_mut().zip(considerations.iter().zip(inputs)) {
            let utility = utility(def.curve, *input);
            let adds = def.weight * utility;
            *place = ScoreTerm { input: *input, truth: *input, utility, weight: def.weight, adds };
        }
        let score = total(&terms[..inputs.len()], cost);
        let record = DecisionRecord {
            number: 0,
            month: Month(600),
            agent: Seat::Polity(PolityId(0)),
            doctrine: DoctrineId(0),
            policy: Some(0),
            target: None,
            order: Some(Order::Rise),
            verdict: if score >= threshold { Verdict::Chosen } else { Verdict::BelowThreshold },
            terms,
            terms_len: inputs.len() as u8,
            cost,
            interests: Default::default(),
            issues: Default::default(),
            resolve: None,
            score,
            threshold,
            bar: threshold,
            doctrine_hash: 0,
        };
        let policy = PolicyDef {
            id: String::new(),
            because: String::new(),
            act: Order::Rise,
            targets: Targets::None,
            when: Condition::Always,
            considerations,
            cost,
            threshold,
            authority: 1.0,
            rest_months: 0,
            intention: None,
        };
        (record, policy)
    }

    proptest! {
        #[test]
        fn a_change_found_flips_the_decision_and_none_found_means_none_by_scan(
            inputs in prop::collection::vec((0.0..1.0f64, 0.05..1.0f64), 1..6),
            cost in 0.0..0.2f64,
            threshold in 0.2..0.7f64,
        ) {
            let (record, policy) = case(&inputs, cost, threshold);
            let chosen = record.verdict == Verdict::Chosen;
            match what_would_change(&record, &policy) {
                Some(change) => {
                    let after = rescored(&record, &policy, &change) >= record.threshold;
                    prop_assert_ne!(after, chosen);
                }
                None => {
                    // A coarse scan over every weight and belief finds nothing that clearly flips it.
                    for term in 0..inputs.len() {
                        for step in 0..=20 {
                            let to = f64::from(step) / 20.0;
                            for change in [
                                Change::Weight { term, from: record.terms()[term].weight, to },
                                Change::Belief { term, from: record.terms()[term].input, to },
                            ] {
                                if inputs.len() == 1 && matches!(change, Change::Weight { .. }) {
                                    continue;
                                }
                                let margin = rescored(&record, &policy, &change) - record.threshold;
                                let stays = if chosen { margin > -1e-6 } else { margin < 1e-6 };
                                prop_assert!(stays);
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_was_blocked_is_flipped_by_nothing_alone() {
        let (mut record, policy) = case(&[(0.9, 1.0)], 0.0, 0.3);
        (record.verdict, record.bar) = (Verdict::Blocked(Vec::new()), f64::INFINITY);
        assert_eq!(what_would_change(&record, &policy), None);
    }
}
