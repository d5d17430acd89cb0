//! Asking an ensemble.

use std::sync::Arc;

use crate::base::Month;
use crate::campaign::{Campaign, SetupError, Variant, ensemble_watched};
use crate::content::defs::{Content, FactDef};

use super::judge::{FactRow, Verdict, judge};
use super::measures::measure;
use super::records::Records;

/// Runs a history for each seed with its records kept, and reads something off each at its end. `done` is told after every
/// history.
///
/// # Errors
/// If the variant cannot be set up.
pub fn recorded<T: Send>(
    content: &Arc<Content>,
    variant: &Variant,
    seeds: &[u64],
    months: u32,
    read: impl Fn(&Records, &Campaign) -> T + Sync,
    done: impl Fn() + Sync,
) -> Result<Vec<T>, SetupError> {
    ensemble_watched(
        content,
        variant,
        seeds,
        months,
        |campaign| Records::begin(campaign.sim()),
        |records, campaign| records.note_month(campaign.sim()),
        |mut records, campaign| {
            records.finish(campaign.sim());
            read(&records, campaign)
        },
        done,
    )
}

/// Runs a history for each seed and holds all of them against the facts that `chosen` picks out. Facts of another lens, and
/// those whose years the histories do not reach, are not asked. A history that a general exchange ended before those years
/// says nothing of them, and is left out of what is asked about them. `done` is told after every history.
///
/// # Errors
/// If the variant cannot be set up.
pub fn ask(
    content: &Arc<Content>,
    variant: &Variant,
    seeds: &[u64],
    months: u32,
    chosen: impl Fn(&FactDef) -> bool,
    done: impl Fn() + Sync,
) -> Result<Vec<FactRow>, SetupError> {
    let lens = variant.lens.clone().unwrap_or_else(|| content.lenses[content.scenario.lens].id.clone());
    let last = Month((content.scenario.start.0 + months).saturating_sub(1)).year();
    let unasked = |fact: &FactDef| {
        let other = fact.lens.is_some_and(|own| content.lenses[own].id != lens);
        let late = fact.measure.years().1 > last;
        if other { Some(Verdict::OtherLens) } else { late.then_some(Verdict::NotReached) }
    };
    let facts: Vec<&FactDef> = content.facts.iter().filter(|fact| chosen(fact)).collect();
    let asked: Vec<&FactDef> = facts.iter().copied().filter(|fact| unasked(fact).is_none()).collect();
    let read = |records: &Records, campaign: &Campaign| -> Vec<Option<Option<f64>>> {
        let ended = campaign.sim().clock().now().year();
        let said = |fact: &&FactDef| {
            let value = measure(records, &fact.measure);
            (value.is_some() || ended >= fact.measure.years().1).then_some(value)
        };
        asked.iter().map(said).collect()
    };
    let found = recorded(content, variant, seeds, months, read, done)?;
    let mut columns = (0..asked.len()).map(|place| found.iter().filter_map(|row| row[place]).collect());
    let row = |fact: &&FactDef| match unasked(fact) {
        Some(verdict) => FactRow::unasked(fact, verdict),
        None => judge(fact, columns.next().unwrap_or_default()),
    };
    Ok(facts.iter().map(row).collect())
}
