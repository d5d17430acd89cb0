//! Experiments of claim cards: the rule that a claim bears on is set low and high in histories that share their luck, under
//! the lens of the text and under the scenario's own. What comes out is told whether or not it is what the text asserts.

mod levels;
mod odds;

pub use odds::{Odds, OddsRow, SupportRow, histories as histories_of_odds, odds, odds_markdown, odds_text};

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::campaign::{Campaign, Difference, SetupError, Variant, difference, ensemble_watched};
use crate::content::defs::{ClaimCardDef, Content, ExperimentDef, FactDef, Sign};
use crate::content::report::nearest;

use super::facts::{Records, measure};
use super::report::{Year, year};
use super::words::compact;

use levels::{Level, Levels};

/// What series of facts are called: `fact.` and the id of the fact.
const FACT: &str = "fact.";

/// What an experiment shows of what a text asserts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The effect has the sign that the text expects.
    AsAsserted,
    /// It has the other sign, or there is one where the text expects none.
    Otherwise,
    /// The 95 % interval holds zero where the text expects an effect: these histories do not tell.
    Unclear,
}

impl Finding {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AsAsserted => "as asserted",
            Self::Otherwise => "otherwise",
            Self::Unclear => "no clear sign",
        }
    }

    pub(super) fn of(found: &Difference, expects: Sign) -> Self {
        let clear = found.mean.abs() > found.half_width;
        match (expects, clear) {
            (Sign::None, false) => Self::AsAsserted,
            (Sign::None, true) => Self::Otherwise,
            (_, false) => Self::Unclear,
            (Sign::Positive, true) if found.mean > 0.0 => Self::AsAsserted,
            (Sign::Negative, true) if found.mean < 0.0 => Self::AsAsserted,
            _ => Self::Otherwise,
        }
    }
}

/// An experiment under one lens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnderLens {
    /// Id of the lens.
    pub lens: String,
    /// Mean of the series with the rule at its low value.
    pub low: f64,
    /// With the rule at its high value.
    pub high: f64,
    /// Mean of the paired differences, high less low.
    pub difference: f64,
    /// Half the width of its 95 % interval.
    pub half_width_95: f64,
    /// Pairs of histories.
    pub pairs: usize,
    /// What that shows.
    pub finding: Finding,
}

impl UnderLens {
    /// Low, high, and the difference with its interval.
    fn figures(&self) -> [String; 3] {
        let difference = format!("{} ± {}", signed(self.difference), number(self.half_width_95));
        [number(self.low), number(self.high), difference]
    }
}

/// The experiment of one card.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExperimentRow {
    /// Id of the card.
    pub card: String,
    /// Rule that was varied.
    pub rule: String,
    /// Its low value.
    pub from: f64,
    /// Its high value.
    pub to: f64,
    /// What was read at the end.
    pub series: String,
    /// What the text expects, in words.
    pub expects: &'static str,
    /// Under the lens of the text, then under the scenario's own if that is another.
    pub under: Vec<UnderLens>,
}

/// Why experiments could not be made.
#[derive(Debug)]
pub enum ExperimentError {
    /// The variant cannot be set up.
    Setup(SetupError),
    /// There is nothing to read by that name.
    Series(String),
}

impl std::fmt::Display for ExperimentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Setup(error) => error.fmt(f),
            Self::Series(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for ExperimentError {}

/// One setting of a rule under one lens: `(lens, rule, bits of the value)`.
type Setting = (String, String, u64);

fn setting(lens: &str, of: &ExperimentDef, value: f64) -> Setting {
    (lens.to_owned(), of.rule.clone(), value.to_bits())
}

/// The lenses under which an experiment is made.
fn lenses(content: &Content, of: &ExperimentDef) -> Vec<String> {
    let id = |lens| content.lenses[lens].id.clone();
    let mut lenses = vec![id(of.lens)];
    if of.lens != content.scenario.lens {
        lenses.push(id(content.scenario.lens));
    }
    lenses
}

/// All settings that the experiments of some cards need, each with the series that are read: cards that ask the same share
/// their histories.
fn settings(content: &Content, cards: &[&ClaimCardDef]) -> BTreeMap<Setting, Vec<String>> {
    let mut all: BTreeMap<Setting, Vec<String>> = BTreeMap::new();
    for of in cards.iter().filter_map(|card| card.experiment.as_ref()) {
        for lens in lenses(content, of) {
            for value in [of.low, of.high] {
                let series = all.entry(setting(&lens, of, value)).or_default();
                if !series.contains(&of.series) {
                    series.push(of.series.clone());
                }
            }
        }
    }
    all
}

/// Histories that the experiments of some cards take with so many seeds.
pub fn histories(content: &Content, cards: &[&ClaimCardDef], seeds: usize) -> usize {
    settings(content, cards).len() * seeds
}

/// Makes the experiments of those cards that have one. `done` is told after every history.
///
/// # Errors
/// If a variant cannot be set up, or a card reads what is not there.
pub fn experiment(
    content: &Arc<Content>,
    cards: &[&ClaimCardDef],
    seeds: &[u64],
    months: u32,
    done: impl Fn() + Sync,
) -> Result<Vec<ExperimentRow>, ExperimentError> {
    let mut found: BTreeMap<Setting, BTreeMap<String, Vec<Option<f64>>>> = BTreeMap::new();
    for (key, series) in settings(content, cards) {
        let sources: Vec<Source<'_>> =
            series.iter().map(|name| source(content, name)).collect::<Result<_, _>>()?;
        let levels: Vec<Level> = sources.iter().filter_map(Source::level).collect();
        let (lens, rule, bits) = &key;
        let set = vec![(rule.clone(), f64::from_bits(*bits))];
        let variant = Variant { lens: Some(lens.clone()), set, ..Variant::default() };
        let end = |(mut records, kept): (Records, Levels<'_>), campaign: &Campaign| {
            records.finish(campaign.sim());
            let last = year(campaign.sim());
            let one = |(name, source): (&String, &Source<'_>)| match source {
                Source::Fact(fact) => measure(&records, &fact.measure),
                Source::Level(level) => kept.value(level, &records),
                Source::Report => last.number(name),
            };
            (series.iter().zip(&sources).map(one).collect::<Vec<_>>(), last)
        };
        let begin = |campaign: &Campaign| (Records::begin(campaign.sim()), Levels::begin(&levels));
        let each = |(records, kept): &mut (Records, Levels<'_>), campaign: &mut Campaign| {
            records.note_month(campaign.sim());
            kept.note_month(campaign.sim());
        };
        let ends = ensemble_watched(content, &variant, seeds, months, begin, each, end, &done)
            .map_err(ExperimentError::Setup)?;
        for (place, name) in series.iter().enumerate() {
            let values: Vec<Option<f64>> = ends.iter().map(|(row, _)| row[place]).collect();
            if matches!(sources[place], Source::Report) && values.iter().all(Option::is_none) {
                return Err(unknown(name, ends.first().map(|(_, year)| year)));
            }
            found.entry(key.clone()).or_default().insert(name.clone(), values);
        }
    }
    let row = |card: &&ClaimCardDef| {
        let of = card.experiment.as_ref()?;
        let under = lenses(content, of).into_iter().filter_map(|lens| {
            let at = |value| &found[&setting(&lens, of, value)][&of.series];
            under_lens(&lens, of.expects, at(of.low), at(of.high))
        });
        Some(ExperimentRow {
            card: card.id.clone(),
            rule: of.rule.clone(),
            from: of.low,
            to: of.high,
            series: of.series.clone(),
            expects: of.expects.words(),
            under: under.collect(),
        })
    };
    Ok(cards.iter().filter_map(row).collect())
}

/// Where a number comes from.
#[derive(Clone, Copy)]
enum Source<'c> {
    /// The measure of a fact.
    Fact(&'c FactDef),
    /// A series over a group.
    Level(Level),
    /// The last year's report.
    Report,
}

impl Source<'_> {
    fn level(&self) -> Option<Level> {
        if let Self::Level(level) = self { Some(*level) } else { None }
    }
}

/// Where the number of that name comes from.
fn source<'c>(content: &'c Content, series: &str) -> Result<Source<'c>, ExperimentError> {
    if let Some(level) = Level::of(content, series) {
        return level.map(Source::Level).map_err(ExperimentError::Series);
    }
    let Some(id) = series.strip_prefix(FACT) else { return Ok(Source::Report) };
    let known = || content.facts.iter().map(|fact| fact.id.as_str());
    let found = content.facts.iter().find(|fact| fact.id == id);
    found.map(Source::Fact).ok_or_else(|| {
        let near =
            nearest(id, known()).map_or(String::new(), |near| format!("; did you mean `{FACT}{near}`?"));
        ExperimentError::Series(format!("no fact named `{id}`{near}"))
    })
}

fn unknown(series: &str, last: Option<&Year>) -> ExperimentError {
    let paths = last.map(Year::paths).unwrap_or_default();
    let near = nearest(series, paths.iter().map(String::as_str));
    let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    ExperimentError::Series(format!("no number at `{series}` of the last year's report{near}"))
}

fn under_lens(lens: &str, expects: Sign, low: &[Option<f64>], high: &[Option<f64>]) -> Option<UnderLens> {
    let pairs: Vec<(f64, f64)> = low.iter().zip(high).filter_map(|(low, high)| low.zip(*high)).collect();
    let (low, high): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let found = difference(&low, &high)?;
    Some(UnderLens {
        lens: lens.to_owned(),
        low: found.a,
        high: found.b,
        difference: found.mean,
        half_width_95: found.half_width,
        pairs: low.len(),
        finding: Finding::of(&found, expects),
    })
}

/// The experiments as a table for a terminal.
pub fn experiment_text(rows: &[ExperimentRow]) -> String {
    let mut text = String::new();
    for row in rows {
        text += &format!(
            "{}\n  {} {} … {} → {}, the text expects {}\n",
            row.card, row.rule, row.from, row.to, row.series, row.expects
        );
        if row.under.is_empty() {
            text += "  cannot be read: the histories do not reach the years it is about\n";
        }
        for under in &row.under {
            let [low, high, difference] = under.figures();
            text += &format!(
                "  under {:<24} {:>14} → {:>14}   {}   {}\n",
                under.lens,
                low,
                high,
                difference,
                under.finding.words()
            );
        }
    }
    text
}

/// The experiments as a table in Markdown.
pub fn experiment_markdown(rows: &[ExperimentRow]) -> String {
    let mut text = String::from(
        "| card | rule → series | the text expects | lens | low | high | high − low, 95 % | finding |\n|---|---|---|---|---:|---:|---:|---|\n",
    );
    for row in rows {
        for under in &row.under {
            let [low, high, difference] = under.figures();
            text += &format!(
                "| `{}` | `{}` {} … {} → `{}` | {} | `{}` | {} | {} | {} | {} |\n",
                row.card,
                row.rule,
                row.from,
                row.to,
                row.series,
                row.expects,
                under.lens,
                low,
                high,
                difference,
                under.finding.words()
            );
        }
    }
    text
}

/// A number to four places; of one pair of histories there is no interval.
fn number(value: f64) -> String {
    if value.is_nan() {
        "–".into()
    } else if value.abs() >= 1000.0 {
        compact(value)
    } else {
        format!("{value:.4}")
    }
}

fn signed(value: f64) -> String {
    if value < 0.0 { format!("−{}", number(-value)) } else { format!("+{}", number(value)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(low: &[f64], high: &[f64], expects: Sign) -> Finding {
        let some = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
        under_lens("record", expects, &some(low), &some(high)).expect("there are pairs").finding
    }

    #[test]
    fn a_sign_is_as_asserted_otherwise_or_unclear() {
        let (low, more, noise) = ([1.0, 2.0, 3.0, 4.0], [2.0, 3.1, 4.0, 5.1], [2.0, 1.0, 4.0, 3.0]);
        assert_eq!(shown(&low, &more, Sign::Positive), Finding::AsAsserted);
        assert_eq!(shown(&low, &more, Sign::Negative), Finding::Otherwise);
        assert_eq!(shown(&low, &more, Sign::None), Finding::Otherwise);
        assert_eq!(shown(&low, &noise, Sign::Positive), Finding::Unclear);
        assert_eq!(shown(&low, &noise, Sign::None), Finding::AsAsserted);
    }

    #[test]
    fn a_card_of_the_campaign_asks_for_what_there_is() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = crate::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
        let asks = |card: &ClaimCardDef| card.experiment.as_ref().map(|of| of.series.clone());
        for series in content.claim_cards.iter().filter_map(asks) {
            assert!(source(&content, &series).is_ok(), "{:?}", source(&content, &series).err());
        }
        let wrong =
            |series: &str| source(&content, series).err().expect("there is no such thing").to_string();
        assert_eq!(wrong("mean.planners.shortge"), "no series named `shortge`; did you mean `shortage`?");
        assert_eq!(wrong("end.planer.shortage"), "no group named `planer`; did you mean `planners`?");
        assert_eq!(wrong("mean.planners.wars"), "`wars` is a series of the world");
        assert_eq!(wrong("mean.planners.import_mix"), "`import_mix` is a series with a good");
        assert!(source(&content, "mean.world.world_price.food").is_ok());
    }

    #[test]
    fn one_pair_has_no_interval_and_tells_nothing() {
        let under = under_lens("record", Sign::Positive, &[Some(1.0)], &[Some(2.0)]).expect("one pair");
        assert_eq!((number(under.half_width_95).as_str(), under.finding), ("–", Finding::Unclear));
        assert_eq!([signed(-0.5), signed(2e6)], ["−0.5000", "+2.0 million"]);
    }

    #[test]
    fn pairs_of_which_one_tells_nothing_do_not_count() {
        let under = under_lens("record", Sign::Positive, &[Some(1.0), None], &[Some(2.0), Some(9.0)]);
        assert_eq!(under.expect("one pair").pairs, 1);
        assert!(under_lens("record", Sign::Positive, &[None], &[Some(1.0)]).is_none());
    }
}
