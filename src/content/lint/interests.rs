//! Interests: one record a kind of act, stakes of a size that means something, none twice.

use super::Lint;
use crate::content::defs::InterestDef;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let all = &lint.content.interests;
    for (place, interest) in all.iter().enumerate() {
        let at = |path: &[&str]| lint.at(Kind::Interest, &interest.id, path);
        if let Some(first) = all[..place].iter().find(|other| other.act == interest.act) {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    at(&["act"]),
                    format!(
                        "`{}` and `{}` both say who gains by `{:?}`",
                        first.id, interest.id, interest.act
                    ),
                )
                .label("said twice")
                .help("keep one of them, or patch the first"),
            );
        }
        stakes(interest, &at, findings);
        if interest.source.trim().is_empty() {
            findings.push(
                Finding::at(
                    Code::NoSources,
                    at(&["source"]),
                    format!("the interests `{}` do not say where they come from", interest.id),
                )
                .label("empty")
                .help("name the work, or write \"own estimate\""),
            );
        }
    }
}

fn stakes(
    interest: &InterestDef,
    at: &impl Fn(&[&str]) -> crate::content::source::Span,
    findings: &mut Vec<Finding>,
) {
    let classes = interest.stakes.iter().map(|(class, gains)| (class.words(), *gains, "stakes"));
    let issues = interest.issues.iter().map(|(issue, pushes)| (issue.words(), *pushes, "issues"));
    let all: Vec<_> = classes.chain(issues).collect();
    for (place, &(who, gains, field)) in all.iter().enumerate() {
        if !(-1.0..=1.0).contains(&gains) {
            let message = format!("`{}` gives {who} {gains}", interest.id);
            findings.push(
                Finding::at(Code::OutOfRange, at(&[field]), message)
                    .label("lies between -1 (wholly against) and 1 (wholly for)"),
            );
        }
        if all[..place].iter().any(|(other, ..)| *other == who) {
            let message = format!("`{}` says twice what {who} stand for", interest.id);
            findings.push(Finding::at(Code::Contradiction, at(&[field]), message).label("once is enough"));
        }
    }
}
