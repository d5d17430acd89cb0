//! Laboratories: the same small history over many seeds, counted by the outcomes that were declared before it was run, under
//! the lens of a text and under the scenario's own, with one parameter of a doctrine as it is, low and high.

mod classify;
mod tables;

pub use classify::Watch;
pub use tables::{laboratories_at_a_glance, laboratory_markdown, laboratory_text};

use std::sync::Arc;

use serde::Serialize;

use crate::campaign::{Campaign, SetupError, Variant, difference, ensemble_watched};
use crate::content::defs::{Content, LaboratoryDef};

use super::experiments::Finding;
use super::facts::wilson_95;

/// How often one outcome came.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OutcomeOdds {
    /// Histories that came to it.
    pub hits: usize,
    /// The same as a share of all histories (0–1).
    pub share: f64,
    /// The 95 % interval of that share.
    pub share_95: (f64, f64),
}

/// What came of the histories under one lens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnderLens {
    /// Id of the lens.
    pub lens: String,
    /// Whether it is the lens of the text.
    pub of_the_text: bool,
    /// Odds of each outcome with the doctrine as it is; the last is "none of these".
    pub as_is: Vec<OutcomeOdds>,
    /// The same with the parameter low.
    pub low: Vec<OutcomeOdds>,
    /// The same with the parameter high.
    pub high: Vec<OutcomeOdds>,
    /// Mean of the paired differences of the shifted outcome, high less low.
    pub difference: f64,
    /// Half the width of its 95 % interval.
    pub half_width_95: f64,
    /// What that shows of what the text asserts.
    pub finding: Finding,
}

/// What a laboratory shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LaboratoryRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub question: String,
    /// Months of each history.
    pub months: u32,
    /// Seeds of each setting.
    pub seeds: usize,
    /// Id, name and meaning of each outcome, in order; the last is "none of these".
    pub outcomes: Vec<(String, String, String)>,
    /// Place of what happened.
    pub historical: usize,
    /// The parameter that is shifted, as `doctrine.parameter`.
    pub shifts: String,
    /// Its low value.
    pub from: f64,
    /// Its high value.
    pub to: f64,
    /// Place of the outcome whose odds are to move.
    pub shifted: usize,
    /// What the text says follows, in words.
    pub expects: &'static str,
    /// What the text asserts.
    pub asserts: String,
    /// Under the scenario's own lens, then under that of the text if that is another.
    pub under: Vec<UnderLens>,
}

impl LaboratoryRow {
    /// What happened, as a share of the histories under the scenario's own lens.
    pub fn historical_share(&self) -> f64 {
        self.under.first().map_or(0.0, |own| own.as_is[self.historical].share)
    }

    /// Declared outcomes that came at all under the scenario's own lens.
    pub fn outcomes_seen(&self) -> usize {
        let seen = |odds: &&OutcomeOdds| odds.hits > 0;
        self.under.first().map_or(0, |own| own.as_is[..self.outcomes.len() - 1].iter().filter(seen).count())
    }

    /// What it shows under the text's own lens.
    pub fn of_the_text(&self) -> Option<&UnderLens> {
        self.under.iter().find(|under| under.of_the_text)
    }
}

/// The lenses that a laboratory looks through: the scenario's own, then that of its text.
fn lenses(content: &Content, lab: &LaboratoryDef) -> Vec<(String, bool)> {
    let id = |lens| content.lenses[lens].id.clone();
    let own = content.scenario.lens;
    let mut lenses = vec![(id(own), own == lab.shift.lens)];
    if own != lab.shift.lens {
        lenses.push((id(lab.shift.lens), true));
    }
    lenses
}

/// Histories that a laboratory takes with so many seeds.
pub fn histories(content: &Content, lab: &LaboratoryDef, seeds: usize) -> usize {
    3 * lenses(content, lab).len() * seeds
}

/// Runs a laboratory. `done` is told after every history.
///
/// # Errors
/// If a variant cannot be set up.
pub fn laboratory(
    content: &Arc<Content>,
    lab: &LaboratoryDef,
    seeds: &[u64],
    done: impl Fn() + Sync,
) -> Result<LaboratoryRow, SetupError> {
    let mut under = Vec::new();
    for (lens, of_the_text) in lenses(content, lab) {
        under.push(under_lens(content, lab, (&lens, of_the_text), seeds, &done)?);
    }
    let names = crate::content::defs::ContentNames(content);
    let mut outcomes: Vec<_> = lab
        .outcomes
        .iter()
        .map(|outcome| (outcome.id.clone(), outcome.name.clone(), outcome.when.words(&names)))
        .collect();
    outcomes.push(("none".into(), "none of these".into(), String::new()));
    Ok(LaboratoryRow {
        id: lab.id.clone(),
        name: lab.name.clone(),
        question: lab.question.clone(),
        months: lab.months,
        seeds: seeds.len(),
        outcomes,
        historical: lab.historical,
        shifts: parameter(content, lab),
        from: lab.shift.low,
        to: lab.shift.high,
        shifted: lab.shift.outcome,
        expects: lab.shift.expects.words(),
        asserts: lab.shift.asserts.clone(),
        under,
    })
}

/// The shifted parameter as a variant names it.
fn parameter(content: &Content, lab: &LaboratoryDef) -> String {
    format!("{}.{}", content.doctrines[lab.shift.doctrine].id, lab.shift.parameter)
}

fn under_lens(
    content: &Arc<Content>,
    lab: &LaboratoryDef,
    (lens, of_the_text): (&str, bool),
    seeds: &[u64],
    done: &(impl Fn() + Sync),
) -> Result<UnderLens, SetupError> {
    let run = |value: Option<f64>| {
        let set = value.map(|value| (parameter(content, lab), value)).into_iter().collect();
        outcomes_of(
            content,
            lab,
            &Variant { lens: Some(lens.to_owned()), set, ..Variant::default() },
            seeds,
            done,
        )
    };
    let (as_is, low, high) = (run(None)?, run(Some(lab.shift.low))?, run(Some(lab.shift.high))?);
    let shifted = |classes: &[usize]| -> Vec<f64> {
        classes.iter().map(|&class| f64::from(u8::from(class == lab.shift.outcome))).collect()
    };
    let found = difference(&shifted(&low), &shifted(&high));
    let odds = |classes: &[usize]| count(classes, lab.outcomes.len() + 1);
    Ok(UnderLens {
        lens: lens.to_owned(),
        of_the_text,
        as_is: odds(&as_is),
        low: odds(&low),
        high: odds(&high),
        difference: found.map_or(0.0, |found| found.mean),
        half_width_95: found.map_or(f64::NAN, |found| found.half_width),
        finding: found.map_or(Finding::Unclear, |found| Finding::of(&found, lab.shift.expects)),
    })
}

/// The place of the outcome that each seed comes to; one past the last for none of them.
///
/// # Errors
/// If the variant cannot be set up.
pub fn outcomes_of(
    content: &Arc<Content>,
    lab: &LaboratoryDef,
    variant: &Variant,
    seeds: &[u64],
    done: &(impl Fn() + Sync),
) -> Result<Vec<usize>, SetupError> {
    let begin = |_: &Campaign| Watch::begin(lab);
    let each = |watch: &mut Watch<'_>, campaign: &mut Campaign| watch.note_month(campaign.sim());
    let end = |watch: Watch<'_>, campaign: &Campaign| watch.outcome(campaign.sim());
    ensemble_watched(content, variant, seeds, lab.months, begin, each, end, done)
}

/// The odds of each of so many classes.
fn count(classes: &[usize], of: usize) -> Vec<OutcomeOdds> {
    let odds = |place: usize| {
        let hits = classes.iter().filter(|&&class| class == place).count();
        let share = if classes.is_empty() { 0.0 } else { hits as f64 / classes.len() as f64 };
        OutcomeOdds { hits, share, share_95: wilson_95(hits, classes.len()) }
    };
    (0..of).map(odds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_history_is_counted_once() {
        let odds = count(&[0, 2, 2, 1], 3);
        assert_eq!(odds.iter().map(|one| one.hits).collect::<Vec<_>>(), [1, 1, 2]);
        assert_eq!(odds[2].share, 0.5);
        assert!(odds[2].share_95.0 < 0.5 && odds[2].share_95.1 > 0.5);
    }
}
