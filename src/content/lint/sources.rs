//! Figures come with their sources.

use super::Lint;
use crate::content::package::shown;
use crate::content::report::{Code, Finding};

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let folder = lint.root.scenario(lint.scenario);
    if folder.is_dir() && !folder.join("sources.md").is_file() {
        findings.push(
            Finding::about(
                Code::NoSources,
                shown(&folder),
                "no `sources.md` says where the figures come from",
            )
            .help("add one: which table or estimate each kind of figure is from"),
        );
    }
    for (rule, _) in lint.content.rules.iter() {
        if rule.source.trim().is_empty() {
            findings.push(
                Finding::at(
                    Code::NoSources,
                    lint.at(crate::content::kind::Kind::Rule, &rule.id, &["source"]),
                    format!("the rule `{}` does not say where its value comes from", rule.id),
                )
                .label("empty")
                .help("name the table, or write \"own estimate\" with the reason"),
            );
        }
    }
}
