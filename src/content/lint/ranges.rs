//! Values within the ranges that their definitions give.

use super::Lint;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::source::Span;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for (rule, _) in lint.content.rules.iter() {
        let at = |field| lint.at(Kind::Rule, &rule.id, &[field]);
        range(
            &format!("the rule `{}`", rule.id),
            rule.default,
            rule.min,
            rule.max,
            at("default"),
            at("min"),
            findings,
        );
    }
    for doctrine in lint.content.doctrines.values() {
        for parameter in &doctrine.parameters {
            let at = |field| lint.at(Kind::Doctrine, &doctrine.id, &["parameters", &parameter.id, field]);
            let what = format!("the parameter `{}`", parameter.id);
            range(&what, parameter.value, parameter.min, parameter.max, at("value"), at("min"), findings);
        }
    }
    for lens in lint.content.lenses.values() {
        for (rule, value) in &lens.overrides {
            let Some((def, _)) = lint.content.rules.iter().find(|(def, _)| def.id == *rule) else { continue };
            if !(def.min..=def.max).contains(value) {
                findings.push(
                    Finding::at(
                        Code::OutOfRange,
                        lint.at(Kind::Lens, &lens.id, &["overrides"]),
                        format!(
                            "the lens `{}` sets `{rule}` to {value}, outside {} to {}",
                            lens.id, def.min, def.max
                        ),
                    )
                    .related(lint.at(Kind::Rule, rule, &["min"]), "the rule's range is set here"),
                );
            }
        }
    }
}

fn range(what: &str, value: f64, min: f64, max: f64, at: Span, range_at: Span, findings: &mut Vec<Finding>) {
    if min >= max {
        findings.push(
            Finding::at(
                Code::EmptyRange,
                range_at,
                format!("{what} has a minimum of {min} and a maximum of {max}"),
            )
            .label("there is nothing between them"),
        );
    } else if !(min..=max).contains(&value) {
        findings.push(
            Finding::at(
                Code::OutOfRange,
                at,
                format!("{what} is {value}, outside its range of {min} to {max}"),
            )
            .label("out of range")
            .related(range_at, "the range is set here"),
        );
    }
}
