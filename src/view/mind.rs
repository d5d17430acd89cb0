//! What would have changed an agent's mind: the smallest change of one weight or one belief that flips a decision.

use crate::content::defs::{ConsiderationDef, CurveDef};
use crate::sim::agents::{DecisionRecord, ScoreTerm};

use crate::base::math;

/// A change of one thing that would have flipped a decision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Another belief about the input of a consideration.
    Belief {
        /// Position of the consideration.
        term: usize,
        /// What was believed.
        was: f64,
        /// The nearest belief that flips it.
        flips_at: f64,
    },
    /// Another weight of a consideration, before all weights are brought back to a sum of 1.
    Weight {
        /// Position of the consideration.
        term: usize,
        /// The weight in force.
        was: f64,
        /// The nearest weight that flips it.
        flips_at: f64,
    },
}

/// The utility of a value under a curve (0–1), as deliberation computes it.
pub fn utility(curve: CurveDef, value: f64) -> f64 {
    let raw = match curve {
        CurveDef::Linear { from, to } if from == to => 0.0,
        CurveDef::Linear { from, to } => (value - from) / (to - from),
        CurveDef::Logistic { mid, slope } => 1.0 / (1.0 + math::exp(-slope * (value - mid))),
        CurveDef::Peak { width, .. } if width <= 0.0 => 0.0,
        CurveDef::Peak { at, width } => 1.0 - (value - at).abs() / width,
        CurveDef::Constant { utility } => utility,
    };
    if raw.is_nan() { 0.0 } else { raw.clamp(0.0, 1.0) }
}

/// The value nearest to `near` whose utility is `wanted` (0–1), if the curve takes that utility anywhere.
fn value_at(curve: CurveDef, wanted: f64, near: f64) -> Option<f64> {
    let value = match curve {
        CurveDef::Linear { from, to } if from != to => from + wanted * (to - from),
        CurveDef::Logistic { mid, slope } if slope != 0.0 && wanted > 0.0 && wanted < 1.0 => {
            mid + math::ln(wanted / (1.0 - wanted)) / slope
        }
        CurveDef::Peak { at, width } if width > 0.0 => {
            let off = (1.0 - wanted) * width;
            if near >= at { at + off } else { at - off }
        }
        _ => return None,
    };
    value.is_finite().then_some(value)
}

/// Every single change that would have lifted the option over its threshold, or pressed it below; the smallest
/// first, measured against the range of 0 to 1 for weights and against the size of the belief for beliefs.
///
/// An option that was blocked, rests, or was outranked by another is not decided by its own score: nothing alone.
pub fn changes_of_mind(record: &DecisionRecord, considerations: &[ConsiderationDef]) -> Vec<Change> {
    use crate::sim::agents::Verdict;
    if !matches!(record.verdict, Verdict::Chosen | Verdict::BelowThreshold) {
        return Vec::new();
    }
    let terms = record.terms();
    let mut changes: Vec<(f64, Change)> = Vec::new();
    for (term, (score, def)) in terms.iter().zip(considerations).enumerate() {
        changes.extend(belief(record, term, score, def.curve));
        changes.extend(weight(record, term, score));
    }
    changes.sort_by(|a, b| a.0.total_cmp(&b.0));
    changes.into_iter().map(|(_, change)| change).collect()
}

/// A little further than the edge, so that the decision really flips.
const PAST_THE_EDGE: f64 = 1e-6;

fn belief(record: &DecisionRecord, term: usize, score: &ScoreTerm, curve: CurveDef) -> Option<(f64, Change)> {
    if score.weight <= 0.0 {
        return None;
    }
    let margin = record.margin();
    let past = if margin >= 0.0 { -PAST_THE_EDGE } else { PAST_THE_EDGE };
    let wanted = score.utility - margin / score.weight + past;
    if !(0.0..=1.0).contains(&wanted) {
        return None;
    }
    let flips_at = value_at(curve, wanted, score.input)?;
    // Confirmed by scoring again.
    let after = margin + score.weight * (utility(curve, flips_at) - score.utility);
    ((after >= 0.0) != (margin >= 0.0)).then(|| {
        let size = score.input.abs().max(0.1);
        ((flips_at - score.input).abs() / size, Change::Belief { term, was: score.input, flips_at })
    })
}

fn weight(record: &DecisionRecord, term: usize, score: &ScoreTerm) -> Option<(f64, Change)> {
    const LARGEST: f64 = 1.0;
    let all: f64 = record.terms().iter().map(|one| one.weight).sum();
    let sum: f64 = record.terms().iter().map(|one| one.adds).sum();
    let level = record.threshold + record.cost;
    let (others, others_weight) = (sum - score.adds, all - score.weight);
    // (others + w·u) / (others_weight + w) = level, solved for w.
    let slope = score.utility - level;
    if slope == 0.0 || others_weight <= 0.0 {
        return None;
    }
    let edge = (level * others_weight - others) / slope;
    let margin = record.margin();
    let up = edge > score.weight;
    let flips_at = edge + if up { PAST_THE_EDGE } else { -PAST_THE_EDGE };
    if !(0.0..=LARGEST).contains(&flips_at) {
        return None;
    }
    let after = (others + flips_at * score.utility) / (others_weight + flips_at) - level;
    ((after >= 0.0) != (margin >= 0.0))
        .then(|| ((flips_at - score.weight).abs(), Change::Weight { term, was: score.weight, flips_at }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{DoctrineId, Month, PolityId};
    use crate::content::vocabulary::{Order, Quantity};
    use crate::sim::Seat;
    use crate::sim::agents::{MAX_CONSIDERATIONS, Verdict};

    const RISING: CurveDef = CurveDef::Linear { from: 0.0, to: 1.0 };

    fn consideration(curve: CurveDef) -> ConsiderationDef {
        let input = Quantity::WorldTension;
        ConsiderationDef { label: "x".into(), input, curve, weight: 0.5, scale: None }
    }

    fn record(inputs: &[f64], threshold: f64, verdict: Verdict) -> DecisionRecord {
        let mut terms = [ScoreTerm::default(); MAX_CONSIDERATIONS];
        let weight = 1.0 / inputs.len() as f64;
        for (term, &input) in terms.iter_mut().zip(inputs) {
            let utility = utility(RISING, input);
            *term = ScoreTerm { input, truth: input, utility, weight, adds: weight * utility };
        }
        DecisionRecord {
            number: 1,
            month: Month(600),
            agent: Seat::Polity(PolityId(0)),
            doctrine: DoctrineId(0),
            policy: 0,
            target: None,
            order: Order::Rise,
            verdict,
            terms,
            terms_len: inputs.len() as u8,
            cost: 0.0,
            score: terms.iter().map(|term| term.adds).sum(),
            threshold,
            doctrine_hash: 0,
        }
    }

    #[test]
    fn the_smallest_belief_that_flips_is_found() {
        let defs = [consideration(RISING), consideration(RISING)];
        let changes = changes_of_mind(&record(&[0.4, 0.4], 0.5, Verdict::BelowThreshold), &defs);
        match changes.first() {
            Some(Change::Belief { was, flips_at, .. }) => {
                assert_eq!(*was, 0.4);
                assert!((flips_at - 0.6).abs() < 1e-4, "{flips_at}");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_weight_can_flip_a_chosen_option() {
        let defs = [consideration(RISING), consideration(CurveDef::Constant { utility: 0.2 })];
        let mut chosen = record(&[0.9, 0.2], 0.5, Verdict::Chosen);
        chosen.terms[1].input = 0.0;
        let changes = changes_of_mind(&chosen, &defs);
        assert!(changes.iter().any(|change| matches!(change, Change::Weight { term: 0, .. })), "{changes:?}");
        assert!(!changes.iter().any(|change| matches!(change, Change::Belief { term: 1, .. })));
    }

    #[test]
    fn nothing_alone_flips_what_was_far_off_or_blocked() {
        let defs = [consideration(RISING), consideration(RISING), consideration(RISING)];
        assert_eq!(changes_of_mind(&record(&[0.0, 0.0, 0.0], 0.9, Verdict::BelowThreshold), &defs), []);
        assert_eq!(changes_of_mind(&record(&[0.6, 0.6], 0.5, Verdict::Resting), &defs), []);
    }

    #[test]
    fn values_are_found_under_every_curve() {
        let curves = [
            RISING,
            CurveDef::Linear { from: 2.0, to: -1.0 },
            CurveDef::Logistic { mid: 0.5, slope: -6.0 },
            CurveDef::Peak { at: 0.3, width: 0.2 },
        ];
        for curve in curves {
            let value = value_at(curve, 0.4, 0.35).expect("the curve takes this utility");
            assert!((utility(curve, value) - 0.4).abs() < 1e-9, "{curve:?}");
        }
        assert_eq!(value_at(CurveDef::Constant { utility: 0.4 }, 0.4, 0.0), None);
    }
}
