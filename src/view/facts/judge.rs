//! What the seeds of an ensemble say about a fact.

use std::fmt::Write;

use serde::Serialize;

use crate::content::defs::FactDef;
use crate::content::vocabulary::{Holds, Measure};

use super::statistics::{mean, quantile};

/// What became of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// The histories end before its years.
    NotReached,
    /// It is to hold under another lens.
    OtherLens,
}

/// A fact with what an ensemble found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactRow {
    /// Id of the fact.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it says.
    pub means: String,
    /// Smallest value inside the band.
    pub min: f64,
    /// Largest value inside the band.
    pub max: f64,
    /// How the band has to hold.
    pub rule: String,
    /// The value exceeded by nine in ten seeds; `None` = nothing to measure.
    pub low: Option<f64>,
    /// The median over seeds.
    pub median: Option<f64>,
    /// The mean over seeds.
    pub mean: Option<f64>,
    /// The value exceeded by one in ten seeds.
    pub high: Option<f64>,
    /// Share of seeds inside the band (0–1).
    pub inside: f64,
    /// Whether it holds.
    pub verdict: Verdict,
    /// The value of each seed, in their order; `None` = nothing to measure.
    pub values: Vec<Option<f64>>,
    /// Where the band comes from.
    pub source: String,
    #[serde(skip)]
    share: bool,
}

/// Holds the values of all seeds against a fact. A seed with nothing to measure lies outside the band.
pub fn judge(fact: &FactDef, values: Vec<Option<f64>>) -> FactRow {
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    let inside_count = known.iter().filter(|value| fact.has(**value)).count();
    let inside = if values.is_empty() { 0.0 } else { inside_count as f64 / values.len() as f64 };
    let (median, middle) = (quantile(&known, 0.5), mean(&known));
    let holds = match fact.holds {
        Holds::Share { of_seeds } => !values.is_empty() && inside >= of_seeds,
        Holds::Median => median.is_some_and(|value| fact.has(value)),
        Holds::Mean => middle.is_some_and(|value| fact.has(value)),
        Holds::Recorded { value, width } => {
            let ends = quantile(&known, 0.1).zip(quantile(&known, 0.9));
            let spans =
                |(low, high): (f64, f64)| (low..=high).contains(&value) && high - low <= width * value.abs();
            ends.is_some_and(spans) && median.is_some_and(|value| fact.has(value))
        }
    };
    FactRow {
        low: quantile(&known, 0.1),
        median,
        mean: middle,
        high: quantile(&known, 0.9),
        inside,
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        values,
        ..FactRow::unasked(fact, Verdict::NotReached)
    }
}

impl FactRow {
    /// A fact that was not asked.
    pub fn unasked(fact: &FactDef, verdict: Verdict) -> Self {
        let rule = match fact.holds {
            Holds::Share { of_seeds } => format!("{:.0} % of seeds", of_seeds * 100.0),
            Holds::Median => "median".into(),
            Holds::Mean => "mean".into(),
            Holds::Recorded { value, .. } => format!("about {value}"),
        };
        Self {
            id: fact.id.clone(),
            name: fact.name.clone(),
            means: fact.means.clone(),
            min: fact.min,
            max: fact.max,
            rule,
            low: None,
            median: None,
            mean: None,
            high: None,
            inside: 0.0,
            verdict,
            values: Vec::new(),
            source: fact.source.clone(),
            share: Measure::is_share(&fact.measure),
        }
    }

    fn cell(&self, value: Option<f64>) -> String {
        match value {
            None => "–".into(),
            Some(value) if self.share => format!("{:.1} %", value * 100.0),
            Some(value) => format!("{value:.2}"),
        }
    }
}

/// The facts as a text table.
pub fn fact_table(rows: &[FactRow]) -> String {
    let mut text = format!(
        "{:<28} {:>18} {:>9} {:>9} {:>9} {:>8}  {:<15} {}\n",
        "fact", "band", "10 %", "median", "90 %", "inside", "has to hold in", "verdict"
    );
    for row in rows {
        let band = format!("{} to {}", row.cell(Some(row.min)), row.cell(Some(row.max)));
        let verdict = match row.verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "FAILS",
            Verdict::NotReached => "not reached",
            Verdict::OtherLens => "of another lens",
        };
        let asked = matches!(row.verdict, Verdict::Holds | Verdict::Fails);
        let inside = if asked { format!("{:.0} %", row.inside * 100.0) } else { "–".into() };
        let _ = writeln!(
            text,
            "{:<28} {band:>18} {:>9} {:>9} {:>9} {inside:>8}  {:<15} {verdict}",
            row.id,
            row.cell(row.low),
            row.cell(row.median),
            row.cell(row.high),
            row.rule,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::vocabulary::Group;

    fn fact(holds: Holds) -> FactDef {
        FactDef {
            id: "growth".into(),
            name: "Growth".into(),
            means: "The world grows.".into(),
            measure: Measure::Growth { of: Group::Everyone, from: 1950, to: 1960 },
            min: 0.01,
            max: 0.03,
            holds,
            source: "a test".into(),
            lens: None,
        }
    }

    #[test]
    fn a_recorded_value_lies_between_quantiles_that_are_not_far_apart() {
        let values = |all: &[f64]| all.iter().map(|&value| Some(value)).collect::<Vec<_>>();
        let verdict =
            |value, width, all: &[f64]| judge(&fact(Holds::Recorded { value, width }), values(all)).verdict;
        let seeds = [0.017, 0.019, 0.02, 0.021, 0.023];
        assert_eq!(verdict(0.02, 0.4, &seeds), Verdict::Holds);
        assert_eq!(verdict(0.02, 0.1, &seeds), Verdict::Fails);
        assert_eq!(verdict(0.03, 0.4, &seeds), Verdict::Fails);
        assert_eq!(verdict(0.06, 0.9, &[0.03, 0.06, 0.07, 0.08]), Verdict::Fails);
    }

    #[test]
    fn a_share_of_seeds_has_to_lie_inside() {
        let values = vec![Some(0.02), Some(0.025), Some(0.5), None];
        let row = judge(&fact(Holds::Share { of_seeds: 0.5 }), values.clone());
        assert_eq!((row.inside, row.verdict), (0.5, Verdict::Holds));
        assert_eq!(judge(&fact(Holds::Share { of_seeds: 0.6 }), values).verdict, Verdict::Fails);
        assert_eq!(judge(&fact(Holds::Share { of_seeds: 0.0 }), Vec::new()).verdict, Verdict::Fails);
    }

    #[test]
    fn medians_forgive_outliers_and_means_do_not() {
        let values = vec![Some(0.02), Some(0.02), Some(0.5)];
        assert_eq!(judge(&fact(Holds::Median), values.clone()).verdict, Verdict::Holds);
        assert_eq!(judge(&fact(Holds::Mean), values).verdict, Verdict::Fails);
        assert_eq!(judge(&fact(Holds::Median), vec![None]).verdict, Verdict::Fails);
    }

    #[test]
    fn the_table_says_what_was_found() {
        let rows = [
            judge(&fact(Holds::Median), vec![Some(0.021)]),
            FactRow::unasked(&fact(Holds::Median), Verdict::NotReached),
        ];
        let table = fact_table(&rows);
        assert!(
            table.contains("2.1 %") && table.contains("holds") && table.contains("not reached"),
            "{table}"
        );
    }
}
