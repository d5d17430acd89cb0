//! “Why?”: one decision of an agent with every reason, what it set aside, and what would have changed its mind.

use crate::base::Month;
use crate::content::defs::{Content, ContentNames, PolicyDef};
use crate::content::vocabulary::{Class, Issue};
use crate::sim::agents::{Change, DecisionLog, DecisionRecord, Verdict, rescored, what_would_change};
use crate::sim::{Seat, Simulation};

use super::words::{Sentence, Speaker, decision_sentence, fill, outcome_words, text};
use super::{Explained, How, Unit};

/// One reason of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonTerm {
    /// What was weighed, as the doctrine labels it.
    pub label: String,
    /// What was believed about it.
    pub believed: f64,
    /// What was true.
    pub truth: f64,
    /// How much it spoke for the act (0–1).
    pub utility: f64,
    /// Weight in force.
    pub weight: f64,
    /// Weight times utility: what it adds to the score.
    pub adds: f64,
    /// How far the belief was from the truth matters to the reader.
    pub misjudged: bool,
}

/// Another option of the same agent in the same month.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Its number.
    pub number: u32,
    /// The act.
    pub act: Sentence,
    /// What became of it, in words.
    pub verdict: String,
    /// Whether it was chosen too.
    pub chosen: bool,
    /// Score over threshold.
    pub margin: f64,
}

/// A decision, to list.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionLine {
    /// Its number.
    pub number: u32,
    /// When.
    pub month: Month,
    /// The act.
    pub act: Sentence,
    /// What became of it, in words.
    pub verdict: String,
    /// Whether it was chosen.
    pub chosen: bool,
    /// Score over threshold.
    pub margin: f64,
}

/// A decision with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionView {
    /// Its number in this history.
    pub number: u32,
    /// When.
    pub month: Month,
    /// Who decided.
    pub agent: Seat,
    /// The act.
    pub act: Sentence,
    /// What became of it, in words.
    pub verdict: String,
    /// Whether it was chosen.
    pub chosen: bool,
    /// The doctrine as its holders call it.
    pub doctrine: String,
    /// What its opponents call it.
    pub opponents: String,
    /// What its holders say the policy is for.
    pub because: String,
    /// The reasons, in the order in which they were summed.
    pub terms: Vec<ReasonTerm>,
    /// Cost subtracted.
    pub cost: f64,
    /// What the interests of those who rule, or of a movement's front, add, class by class; those without a stake left out.
    pub interests: Vec<(&'static str, f64)>,
    /// What issue movements add that press for the act or against it; those that do not left out.
    pub issues: Vec<(&'static str, f64)>,
    /// The aim on which it has set its mind, in words, and what that adds, if it speaks for the act.
    pub resolve: Option<(String, f64)>,
    /// The score, with its terms.
    pub score: Explained,
    /// The threshold it had to reach.
    pub threshold: f64,
    /// Score over threshold.
    pub margin: f64,
    /// What else was weighed that month, best first.
    pub alternatives: Vec<Alternative>,
    /// What would have changed its mind: the smallest change of one weight or one belief, in words; `None`: nothing
    /// alone.
    pub what_if: Option<String>,
}

/// How far a belief may be off before it is pointed out, over the size of the truth.
const MISJUDGED: f64 = 0.1;

/// Most alternatives that are told.
const MOST_ALTERNATIVES: usize = 8;

/// A decision by its number, if it is still in the log.
pub fn decision_view(sim: &Simulation, number: u32) -> Option<DecisionView> {
    let log = sim.get::<DecisionLog>();
    let record = log.get(number)?;
    let content = sim.content();
    let doctrine = content.doctrines.get(record.doctrine)?;
    let policy = record.policy_in(doctrine);
    let terms = terms_of(record, policy);
    let mut parts: Vec<_> = terms.iter().map(|term| (term.label.clone(), term.adds)).collect();
    parts.push((text!("w.cost").to_owned(), -record.cost));
    parts.push((text!("w.interests").to_owned(), record.interests.iter().sum()));
    parts.push((text!("w.issues").to_owned(), record.issues.iter().sum()));
    parts.push((text!("w.resolve").to_owned(), record.resolve_adds()));
    let line = |other: &DecisionRecord| line_of(sim, other);
    let mut alternatives: Vec<_> = log
        .of(record.agent)
        .filter(|other| other.month == record.month && other.number != number)
        .map(|other| {
            let DecisionLine { number, act, verdict, chosen, margin, .. } = line(other);
            Alternative { number, act, verdict, chosen, margin }
        })
        .collect();
    alternatives.sort_by(|a, b| b.margin.total_cmp(&a.margin));
    alternatives.truncate(MOST_ALTERNATIVES);
    Some(DecisionView {
        number,
        month: record.month,
        agent: record.agent,
        act: decision_sentence(content, record),
        verdict: outcome_words(content, record),
        chosen: record.verdict == Verdict::Chosen,
        doctrine: doctrine.name.clone(),
        opponents: doctrine.opponents_name.clone(),
        because: policy.map(|policy| policy.because.clone()).unwrap_or_default(),
        what_if: policy.and_then(|policy| what_if(record, policy, &terms)),
        score: Explained::given(text!("w.score"), record.score, Unit::Weight).with_parts(How::Sum, parts),
        terms,
        cost: record.cost,
        interests: interests_of(record),
        issues: issues_of(record),
        resolve: resolve_of(content, record),
        threshold: record.threshold,
        margin: record.margin(),
        alternatives,
    })
}

/// The latest decisions of a seat, newest first.
pub fn decisions_of(sim: &Simulation, seat: Seat, most: usize) -> Vec<DecisionLine> {
    sim.get::<DecisionLog>().of(seat).take(most).map(|record| line_of(sim, record)).collect()
}

fn line_of(sim: &Simulation, record: &DecisionRecord) -> DecisionLine {
    DecisionLine {
        number: record.number,
        month: record.month,
        act: decision_sentence(sim.content(), record),
        verdict: outcome_words(sim.content(), record),
        chosen: record.verdict == Verdict::Chosen,
        margin: record.margin(),
    }
}

/// What would have changed its mind, in words.
pub(super) fn what_if(record: &DecisionRecord, policy: &PolicyDef, terms: &[ReasonTerm]) -> Option<String> {
    let change = what_would_change(record, policy)?;
    let score = rescored(record, policy, &change);
    Some(format!("{} {}", change_words(&change, terms), score_words(score, record)))
}

pub(super) fn terms_of(record: &DecisionRecord, policy: Option<&PolicyDef>) -> Vec<ReasonTerm> {
    let label = |index: usize| {
        let known = policy.and_then(|policy| policy.considerations.get(index));
        known.map_or_else(|| format!("{} {}", text!("w.consideration"), index + 1), |def| def.label.clone())
    };
    let term = |(index, term): (usize, &crate::sim::agents::ScoreTerm)| ReasonTerm {
        label: label(index),
        believed: term.input,
        truth: term.truth,
        utility: term.utility,
        weight: term.weight,
        adds: term.adds,
        misjudged: (term.input - term.truth).abs() > MISJUDGED * term.truth.abs().max(0.1),
    };
    record.terms().iter().enumerate().map(term).collect()
}

/// What each class that has a stake adds, by its name.
pub(super) fn interests_of(record: &DecisionRecord) -> Vec<(&'static str, f64)> {
    let by_class = Class::ALL.iter().map(|class| (class.words(), record.interests[class.index()]));
    by_class.filter(|(_, adds)| *adds != 0.0).collect()
}

/// What each issue movement that presses adds, by its name.
pub(super) fn issues_of(record: &DecisionRecord) -> Vec<(&'static str, f64)> {
    let by_issue = Issue::ALL.iter().map(|issue| (issue.words(), record.issues[issue.index()]));
    by_issue.filter(|(_, adds)| *adds != 0.0).collect()
}

/// The aim that speaks for an act, in words, with what it adds: the act itself, or what its holders turn to after another came
/// to nothing.
pub(super) fn resolve_of(content: &Content, record: &DecisionRecord) -> Option<(String, f64)> {
    let resolve = record.resolve?;
    let policies = &content.doctrines.get(record.doctrine)?.policies;
    let formed_by = policies.get(usize::from(resolve.turned_from.or(record.policy)?))?;
    let aim = formed_by.intention.as_ref()?.aim.words(&ContentNames(content));
    let template = match resolve.turned_from {
        Some(_) => text!("w.turns_to"),
        None => text!("w.holds_to"),
    };
    let words = fill(template, &[("aim", &aim), ("policy", &formed_by.id.replace('_', " "))]);
    Some((words, resolve.adds))
}

fn change_words(change: &Change, terms: &[ReasonTerm]) -> String {
    let label = |term: usize| terms.get(term).map(|term| term.label.as_str()).unwrap_or_default();
    let (template, term, from, to) = match *change {
        Change::Belief { term, from, to } if to > from => (text!("w.belief_up"), term, from, to),
        Change::Belief { term, from, to } => (text!("w.belief_down"), term, from, to),
        Change::Weight { term, from, to } if to > from => (text!("w.weight_up"), term, from, to),
        Change::Weight { term, from, to } => (text!("w.weight_down"), term, from, to),
    };
    let figure = |value: f64| super::words::figure(value, Unit::for_size_of(value));
    fill(template, &[("label", label(term)), ("value", &figure(to)), ("was", &figure(from))])
}

/// The score after a change, against the threshold, or against what came first where that is higher.
fn score_words(score: f64, record: &DecisionRecord) -> String {
    let figure = |value: f64| super::words::figure(value, Unit::Weight);
    let outdone = record.bar > record.threshold + 1e-6;
    let template = if outdone { text!("w.then_first") } else { text!("w.then_score") };
    fill(template, &[("score", &figure(score)), ("threshold", &figure(record.bar))])
}

impl DecisionView {
    /// Who decided, by name.
    pub fn agent_name(&self, sim: &Simulation) -> String {
        Speaker(sim.content()).seat(self.agent).text
    }
}
