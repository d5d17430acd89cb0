//! Disputes: two states that are not one, one dispute a pair, with what each asserts and where that stands.

use super::Lint;
use crate::content::defs::DisputeDef;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::source::Span;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let all = &lint.content.disputes;
    for (place, dispute) in all.iter().enumerate() {
        let at = |path: &[&str]| lint.at(Kind::Dispute, &dispute.id, path);
        parties(lint, dispute, &all[..place], &at, findings);
        said(dispute, &at, findings);
    }
}

fn parties(
    lint: &Lint<'_>,
    dispute: &DisputeDef,
    before: &[DisputeDef],
    at: &impl Fn(&[&str]) -> Span,
    findings: &mut Vec<Finding>,
) {
    let polity = |id| &lint.content.polities[id];
    let (of, with) = (polity(dispute.of), polity(dispute.with));
    let mut contradiction = |field: &str, message: String, label: &str| {
        findings.push(Finding::at(Code::Contradiction, at(&[field]), message).label(label));
    };
    if dispute.of == dispute.with {
        let message = format!("in `{}` a state disputes ground with itself", dispute.id);
        contradiction("with", message, "name the other one");
    } else if of.claim.is_some() && of.claim == with.claim {
        contradiction(
            "with",
            format!("`{}` and `{}` claim one nation: they dispute all of it already", of.id, with.id),
            "leave the dispute out, or the claim",
        );
    }
    if let Some(holder) = dispute.held_by.filter(|holder| ![dispute.of, dispute.with].contains(holder)) {
        let message =
            format!("`{}` holds the ground of `{}` and is no side in it", polity(holder).id, dispute.id);
        let label = format!("`{}` or `{}`; left out where each holds a part", of.id, with.id);
        contradiction("held_by", message, &label);
    }
    if let Some(first) = before.iter().find(|other| other.is_between(dispute.of, dispute.with)) {
        contradiction(
            "with",
            format!("`{}` is a second dispute between `{}` and `{}`", dispute.id, of.id, with.id),
            &format!("join it with `{}`: a pair has one", first.id),
        );
    }
}

fn said(dispute: &DisputeDef, at: &impl Fn(&[&str]) -> Span, findings: &mut Vec<Finding>) {
    if dispute.weight == 0.0 {
        let message = format!("nothing hangs on `{}`", dispute.id);
        findings.push(
            Finding::at(Code::OutOfRange, at(&["weight"]), message)
                .label("more than 0 and at most 1, or no such dispute"),
        );
    }
    if dispute.source.trim().is_empty() {
        let message = format!("the dispute `{}` does not say where it comes from", dispute.id);
        findings.push(
            Finding::at(Code::NoSources, at(&["source"]), message)
                .label("empty")
                .help("name the work, or write \"own estimate\""),
        );
    }
}
