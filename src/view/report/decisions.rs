//! Decisions as data, for `cof decisions --json`.

use serde::Serialize;

use crate::campaign::{SeatName, hex, to_names};
use crate::content::vocabulary::{Names, Order};
use crate::sim::agents::{DecisionLog, DecisionRecord, Verdict};
use crate::sim::{Seat, Simulation};

/// One option that an agent weighed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DecisionRow {
    /// Number in this history.
    pub number: u32,
    /// When, as `1957-03`.
    pub month: String,
    /// Id of the agent.
    pub agent: String,
    /// Id of the doctrine.
    pub doctrine: String,
    /// Hash of the doctrine's parameters in force.
    pub doctrine_hash: String,
    /// Id of the policy.
    pub policy: String,
    /// Id of the target, if there is one.
    pub target: Option<String>,
    /// The act.
    pub order: Order<Names>,
    /// What became of it: `chosen`, `below_threshold`, `outranked`, `blocked`, `resting`.
    pub outcome: &'static str,
    /// Why it was blocked.
    pub blockers: Vec<String>,
    /// The terms, in the order in which they were summed.
    pub terms: Vec<TermRow>,
    /// Cost subtracted.
    pub cost: f64,
    /// What the interests of those who decide add, class by class.
    pub interests: Vec<InterestRow>,
    /// What issue movements add that press for the act or against it.
    pub issues: Vec<InterestRow>,
    /// Sum of the terms and interests minus the cost.
    pub score: f64,
    /// Threshold of the policy.
    pub threshold: f64,
    /// Score minus threshold.
    pub margin: f64,
}

/// One term of a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermRow {
    /// What was weighed.
    pub label: String,
    /// The value believed.
    pub believed: f64,
    /// The value in truth.
    pub truth: f64,
    /// Utility (0–1).
    pub utility: f64,
    /// Weight in force.
    pub weight: f64,
    /// What it adds to the score.
    pub adds: f64,
}

/// What a class or an issue movement adds to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InterestRow {
    /// The class or movement.
    pub who: &'static str,
    /// What it adds.
    pub adds: f64,
}

fn rows(of: Vec<(&'static str, f64)>) -> Vec<InterestRow> {
    of.into_iter().map(|(who, adds)| InterestRow { who, adds }).collect()
}

/// The decisions of an agent that are still kept, oldest first.
pub fn decisions_of(sim: &Simulation, seat: Seat) -> Vec<DecisionRow> {
    let log = sim.get::<DecisionLog>();
    log.iter().filter(|record| record.agent == seat).map(|record| row(sim, record)).collect()
}

fn row(sim: &Simulation, record: &DecisionRecord) -> DecisionRow {
    let content = sim.content();
    let doctrine = &content.doctrines[record.doctrine];
    let policy = doctrine.policies.get(usize::from(record.policy));
    let label = |index: usize| {
        let known = policy.and_then(|policy| policy.considerations.get(index));
        known.map(|consideration| consideration.label.clone()).unwrap_or_default()
    };
    let (outcome, blockers) = match &record.verdict {
        Verdict::Chosen => ("chosen", Vec::new()),
        Verdict::BelowThreshold => ("below_threshold", Vec::new()),
        Verdict::Outranked => ("outranked", Vec::new()),
        Verdict::Resting => ("resting", Vec::new()),
        Verdict::Blocked(blockers) => ("blocked", blockers.iter().map(|blocker| blocker.words()).collect()),
    };
    DecisionRow {
        number: record.number,
        month: record.month.iso(),
        agent: SeatName::of(content, record.agent).0,
        doctrine: doctrine.id.clone(),
        doctrine_hash: hex(record.doctrine_hash),
        policy: policy.map(|policy| policy.id.clone()).unwrap_or_default(),
        target: record.target.map(|target| SeatName::of(content, target).0),
        order: to_names(content, &record.order),
        outcome,
        blockers,
        terms: record
            .terms()
            .iter()
            .enumerate()
            .map(|(index, term)| TermRow {
                label: label(index),
                believed: term.input,
                truth: term.truth,
                utility: term.utility,
                weight: term.weight,
                adds: term.adds,
            })
            .collect(),
        cost: record.cost,
        interests: rows(crate::view::decision::interests_of(record)),
        issues: rows(crate::view::decision::issues_of(record)),
        score: record.score,
        threshold: record.threshold,
        margin: record.margin(),
    }
}

/// A decision in words, over several lines.
pub fn decision_text(row: &DecisionRow, act: &str) -> String {
    use std::fmt::Write;
    let mut text = format!(
        "{} {}: {act}\n    {} under {} / {}: score {:.3}, threshold {:.3}\n",
        row.month, row.agent, row.outcome, row.doctrine, row.policy, row.score, row.threshold
    );
    for blocker in &row.blockers {
        let _ = writeln!(text, "    blocked: {blocker}");
    }
    for term in &row.terms {
        let _ = writeln!(
            text,
            "    {:>+7.3}  {} (believed {:.3}, true {:.3}; utility {:.2} × weight {:.2})",
            term.adds, term.label, term.believed, term.truth, term.utility, term.weight
        );
    }
    if row.cost != 0.0 {
        let _ = writeln!(text, "    {:>+7.3}  cost", -row.cost);
    }
    for (what, rows) in
        [(crate::text!("w.interests"), &row.interests), (crate::text!("w.issues"), &row.issues)]
    {
        if !rows.is_empty() {
            let sum: f64 = rows.iter().map(|of| of.adds).sum();
            let each: Vec<_> = rows.iter().map(|of| format!("{} {:+.3}", of.who, of.adds)).collect();
            let _ = writeln!(text, "    {sum:>+7.3}  {what} ({})", each.join(", "));
        }
    }
    text
}
