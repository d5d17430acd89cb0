//! Stylised facts look at years that the campaign has, in bands that hold something, and name their source.

use super::Lint;
use crate::base::Month;
use crate::content::defs::FactDef;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::vocabulary::Measure;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for fact in &lint.content.facts {
        let at = |path: &[&str]| lint.at(Kind::Fact, &fact.id, path);
        if fact.min >= fact.max {
            findings.push(
                Finding::at(
                    Code::EmptyRange,
                    at(&["band"]),
                    format!("the fact `{}` has a band from {} to {}", fact.id, fact.min, fact.max),
                )
                .label("there is nothing between them"),
            );
        }
        if let Some(fault) = fault_of_years(lint, fact) {
            findings.push(Finding::at(Code::OutOfRange, at(&["measure"]), fault.message).label(fault.label));
        }
        if fact.source.trim().is_empty() {
            findings.push(
                Finding::at(
                    Code::NoSources,
                    at(&["source"]),
                    format!("the fact `{}` does not say where its band comes from", fact.id),
                )
                .label("empty")
                .help("name the table, or write \"own reading of …\""),
            );
        }
    }
}

struct Fault {
    message: String,
    label: &'static str,
}

/// What is wrong with the years of a fact, if anything is.
fn fault_of_years(lint: &Lint<'_>, fact: &FactDef) -> Option<Fault> {
    let scenario = &lint.content.scenario;
    let eve = Month(scenario.start.0.saturating_sub(1)).year();
    let last = Month(scenario.start.0 + scenario.months - 1).year();
    let (from, to) = fact.measure.years();
    if from > to || (from == to && fact.measure.compares_years()) {
        let message = format!("the fact `{}` goes from {from} to {to}", fact.id);
        return Some(Fault { message, label: "its years stand in the wrong order" });
    }
    if let Measure::PriceLeap { within: 0, .. } = fact.measure {
        let message = format!("the fact `{}` looks for a leap within 0 months", fact.id);
        return Some(Fault { message, label: "no price rises in no time; give at least 1" });
    }
    (from < eve || to > last).then(|| Fault {
        message: format!("the fact `{}` looks at {from} to {to}, the campaign has {eve} to {last}", fact.id),
        label: "outside the campaign",
    })
}
