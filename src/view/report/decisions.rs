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
    /// The act; of inaction, the one that came nearest.
    pub order: Option<Order<Names>>,
    /// What became of it: `chosen`, `below_threshold`, `outranked`, `blocked`, `resting`; `inaction` where nothing was
    /// chosen, `unanswered` where an offer lapses for want of a policy, `nothing_open` where nothing could be weighed.
    pub outcome: &'static str,
    /// Of inaction: what became of the option that came nearest.
    pub nearest: Option<&'static str>,
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
    /// The aim on which it has set its mind, if it speaks for the act.
    pub resolve: Option<ResolveRow>,
    /// Sum of the terms, interests, issues and resolve minus the cost.
    pub score: f64,
    /// Threshold of the policy.
    pub threshold: f64,
    /// Score minus threshold.
    pub margin: f64,
    /// The score from which on it would have been chosen; none if at no score.
    pub bar: Option<f64>,
    /// The smallest change of one weight or one belief that would have turned the choice, in words; none: nothing alone.
    pub what_if: Option<String>,
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

/// What an aim adds to a score on which an agent has set its mind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResolveRow {
    /// The aim, in words.
    pub aim: String,
    /// What it adds.
    pub adds: f64,
    /// Id of the policy that was set back, where this is its fallback.
    pub turned_from: Option<String>,
}

fn resolve(sim: &Simulation, record: &DecisionRecord) -> Option<ResolveRow> {
    let content = sim.content();
    let (aim, adds) = crate::view::decision::resolve_of(content, record)?;
    let turned_from = record.resolve?.turned_from.map(usize::from);
    let policies = &content.doctrines[record.doctrine].policies;
    Some(ResolveRow { aim, adds, turned_from: turned_from.map(|at| policies[at].id.clone()) })
}

fn rows(of: Vec<(&'static str, f64)>) -> Vec<InterestRow> {
    of.into_iter().map(|(who, adds)| InterestRow { who, adds }).collect()
}

/// The decisions of an agent that are still kept, oldest first.
pub fn decisions_of(sim: &Simulation, seat: Seat) -> Vec<DecisionRow> {
    let log = sim.get::<DecisionLog>();
    log.iter().filter(|record| record.agent == seat).map(|record| row(sim, record)).collect()
}

fn outcome(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Chosen => "chosen",
        Verdict::BelowThreshold => "below_threshold",
        Verdict::Outranked => "outranked",
        Verdict::Resting => "resting",
        Verdict::Blocked(_) => "blocked",
        Verdict::Inaction(_) => "inaction",
        Verdict::Unanswered => "unanswered",
        Verdict::NothingOpen => "nothing_open",
    }
}

fn row(sim: &Simulation, record: &DecisionRecord) -> DecisionRow {
    let content = sim.content();
    let doctrine = &content.doctrines[record.doctrine];
    let policy = record.policy_in(doctrine);
    let terms = crate::view::decision::terms_of(record, policy);
    let (nearest, inaction) = match &record.verdict {
        Verdict::Inaction(nearest) => (&**nearest, true),
        verdict => (verdict, false),
    };
    let blockers = match nearest {
        Verdict::Blocked(blockers) => blockers.iter().map(|blocker| blocker.words()).collect(),
        _ => Vec::new(),
    };
    DecisionRow {
        number: record.number,
        month: record.month.iso(),
        agent: SeatName::of(content, record.agent).0,
        doctrine: doctrine.id.clone(),
        doctrine_hash: hex(record.doctrine_hash),
        policy: policy.map(|policy| policy.id.clone()).unwrap_or_default(),
        target: record.target.map(|target| SeatName::of(content, target).0),
        order: record.order.as_ref().map(|order| to_names(content, order)),
        outcome: if inaction { "inaction" } else { outcome(nearest) },
        nearest: inaction.then(|| outcome(nearest)),
        blockers,
        what_if: policy.and_then(|policy| crate::view::decision::what_if(record, policy, &terms)),
        bar: Some(record.bar).filter(|bar| bar.is_finite()),
        terms: terms
            .into_iter()
            .map(|term| TermRow {
                label: term.label,
                believed: term.believed,
                truth: term.truth,
                utility: term.utility,
                weight: term.weight,
                adds: term.adds,
            })
            .collect(),
        cost: record.cost,
        interests: rows(crate::view::decision::interests_of(record)),
        issues: rows(crate::view::decision::issues_of(record)),
        resolve: resolve(sim, record),
        score: record.score,
        threshold: record.threshold,
        margin: record.margin(),
    }
}

/// A decision in words, over several lines.
pub fn decision_text(row: &DecisionRow, act: &str) -> String {
    use std::fmt::Write;
    let act = match row.outcome {
        "inaction" => format!("nothing; nearest came {act}"),
        _ if act.is_empty() => "nothing".to_owned(),
        _ => act.to_owned(),
    };
    let mut text = format!(
        "{} {}: {act}\n    {} under {} / {}: score {:.3}, threshold {:.3}\n",
        row.month,
        row.agent,
        row.nearest.unwrap_or(row.outcome),
        row.doctrine,
        row.policy,
        row.score,
        row.threshold
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
    if let Some(resolve) = &row.resolve {
        let _ = writeln!(text, "    {:>+7.3}  {}", resolve.adds, resolve.aim);
    }
    if let Some(what_if) = &row.what_if {
        let _ = writeln!(text, "    otherwise: {what_if}");
    }
    text
}
