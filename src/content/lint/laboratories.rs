//! Laboratories declare several outcomes, shift a parameter that there is within its range, and say what a text asserts of it.

use super::Lint;
use crate::content::defs::LaboratoryDef;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding, nearest};
use crate::content::source::Span;
use crate::content::vocabulary::Condition;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for lab in &lint.content.laboratories {
        let at = |path: &[&str]| lint.at(Kind::Laboratory, &lab.id, path);
        length(lint, lab, &at, findings);
        outcomes(lab, &at, findings);
        shift(lint, lab, &at, findings);
        if lab.source.trim().is_empty() {
            let message = format!("the laboratory `{}` does not say where its outcome is told", lab.id);
            let finding = Finding::at(Code::NoSources, at(&["source"]), message).label("empty");
            findings.push(finding.help("name the work in which it is told what happened"));
        }
        if lab.shift.asserts.trim().is_empty() {
            let message =
                format!("the shift of the laboratory `{}` does not say what its text asserts", lab.id);
            let finding = Finding::at(Code::NoSources, at(&["shift", "asserts"]), message).label("empty");
            findings.push(finding.help("write \"The text asserts …\""));
        }
    }
}

fn length(lint: &Lint<'_>, lab: &LaboratoryDef, at: &impl Fn(&[&str]) -> Span, findings: &mut Vec<Finding>) {
    let most = lint.content.scenario.months;
    if lab.months == 0 || lab.months > most {
        let message =
            format!("the laboratory `{}` runs {} months, its scenario has {most}", lab.id, lab.months);
        findings.push(
            Finding::at(Code::OutOfRange, at(&["months"]), message)
                .label(format!("lies between 1 and {most}")),
        );
    }
}

fn outcomes(lab: &LaboratoryDef, at: &impl Fn(&[&str]) -> Span, findings: &mut Vec<Finding>) {
    if lab.outcomes.len() < 2 {
        let message = format!("the laboratory `{}` declares fewer than two outcomes", lab.id);
        let finding = Finding::at(Code::EmptyRange, at(&["outcomes"]), message);
        findings.push(finding.label("nothing is open").help("say what else could have come of it"));
    }
    for (place, outcome) in lab.outcomes.iter().enumerate() {
        let path = ["outcomes", outcome.id.as_str()];
        if lab.outcomes[..place].iter().any(|other| other.when == outcome.when) {
            let message = format!("no history of `{}` can come to `{}`", lab.id, outcome.id);
            findings.push(
                Finding::at(Code::Contradiction, at(&path), message)
                    .label("an outcome before it shows the same"),
            );
        }
        for condition in outcome.when.conditions() {
            if condition.speaks_of_target() || asks_the_player(condition) {
                let message = format!("`{}` of `{}` asks what no history shows", outcome.id, lab.id);
                findings.push(
                    Finding::at(Code::Contradiction, at(&path), message)
                        .label("there is no target and no player here")
                        .help("name the state: `Polity(id: ...)`"),
                );
            }
        }
    }
}

/// Whether a condition waits for something that a player does.
fn asks_the_player(condition: &Condition<crate::content::vocabulary::Ids>) -> bool {
    match condition {
        Condition::Selected { .. } | Condition::PanelOpen { .. } | Condition::Answered { .. } => true,
        Condition::All { of } | Condition::Any { of } => of.iter().any(asks_the_player),
        Condition::Not { that } => asks_the_player(that),
        _ => false,
    }
}

fn shift(lint: &Lint<'_>, lab: &LaboratoryDef, at: &impl Fn(&[&str]) -> Span, findings: &mut Vec<Finding>) {
    let shift = &lab.shift;
    let doctrine = &lint.content.doctrines[shift.doctrine];
    let known = || doctrine.parameters.iter().map(|parameter| parameter.id.as_str());
    let Some(parameter) = doctrine.parameters.iter().find(|one| one.id == shift.parameter) else {
        let message = format!("the doctrine `{}` has no parameter `{}`", doctrine.id, shift.parameter);
        let finding = Finding::at(Code::DefinitionMissing, at(&["shift", "parameter"]), message);
        findings.push(match nearest(&shift.parameter, known()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
        return;
    };
    for (field, value) in [("low", shift.low), ("high", shift.high)] {
        if !(parameter.min..=parameter.max).contains(&value) {
            let message = format!("`{}` is set to {value}", parameter.id);
            findings.push(
                Finding::at(Code::OutOfRange, at(&["shift", field]), message)
                    .label(format!("lies between {} and {}", parameter.min, parameter.max)),
            );
        }
    }
    if shift.low >= shift.high {
        let message = format!("`{}` is shifted from {} to {}", parameter.id, shift.low, shift.high);
        findings
            .push(Finding::at(Code::EmptyRange, at(&["shift"]), message).label("nothing lies between them"));
    }
}
