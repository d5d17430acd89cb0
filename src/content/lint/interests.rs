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
    for (place, (class, gains)) in interest.stakes.iter().enumerate() {
        if !(-1.0..=1.0).contains(gains) {
            findings.push(
                Finding::at(
                    Code::OutOfRange,
                    at(&["stakes"]),
                    format!("{} gain {gains} by `{}`", class.words(), interest.id),
                )
                .label("stakes lie between -1 (all to lose) and 1 (all to gain)"),
            );
        }
        if interest.stakes[..place].iter().any(|(other, _)| other == class) {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    at(&["stakes"]),
                    format!("{} have two stakes in `{}`", class.words(), interest.id),
                )
                .label("one class, one stake"),
            );
        }
    }
}
