//! Doctrines that decide, with weights that mean what they say.

use super::{Lint, is_one};
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::vocabulary::OrderKind;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for doctrine in lint.content.doctrines.values() {
        let id = doctrine.id.as_str();
        if doctrine.policies.is_empty() {
            findings.push(
                Finding::at(
                    Code::NothingToDecide,
                    lint.at(Kind::Doctrine, id, &[]),
                    format!("the doctrine `{id}` has no policies"),
                )
                .label("its holders will never act"),
            );
        }
        for policy in &doctrine.policies {
            let at = || lint.at(Kind::Doctrine, id, &["policies", &policy.id]);
            let sum: f64 = policy.considerations.iter().map(|consideration| consideration.weight).sum();
            if policy.considerations.is_empty() {
                findings.push(
                    Finding::at(
                        Code::NothingToDecide,
                        at(),
                        format!("the policy `{}` weighs nothing", policy.id),
                    )
                    .label("no considerations, so it is never chosen"),
                );
            } else if !is_one(sum) {
                findings.push(
                    Finding::at(
                        Code::WeightsDoNotSum,
                        lint.at(Kind::Doctrine, id, &["policies", &policy.id, "considerations"]),
                        format!("the weights of the policy `{}` sum to {sum:.3}, not 1", policy.id),
                    )
                    .label("weights of considerations")
                    .note("a score is a weighted mean; with another sum, thresholds of policies cannot be compared"),
                );
            }
            // Both answer offers and change their line.
            let for_both = matches!(policy.act.kind(), OrderKind::AnswerOffer | OrderKind::AdoptDoctrine);
            if !for_both && policy.act.kind().is_movements() != doctrine.for_movements {
                let who = if doctrine.for_movements { "a movement" } else { "a state" };
                findings.push(
                    Finding::at(
                        Code::NothingToDecide,
                        lint.at(Kind::Doctrine, id, &["policies", &policy.id, "act"]),
                        format!("{who} cannot give the order of the policy `{}`", policy.id),
                    )
                    .label("never possible for its holders"),
                );
            }
            if policy.threshold - (1.0 - policy.cost) > 1e-9 {
                findings.push(
                    Finding::at(
                        Code::NothingToDecide,
                        at(),
                        format!("the policy `{}` can never pass its threshold", policy.id),
                    )
                    .label(format!(
                        "the best score is 1 less the cost {}, below the threshold {}",
                        policy.cost, policy.threshold
                    )),
                );
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        for policy in &doctrine.policies {
            if !seen.insert(&policy.id) {
                findings.push(
                    Finding::at(
                        Code::DuplicateId,
                        lint.at(Kind::Doctrine, id, &["policies", &policy.id]),
                        format!("two policies of `{id}` have the id `{}`", policy.id),
                    )
                    .label("this id is used more than once")
                    .help("rename one: patches and explanations address policies by id"),
                );
            }
        }
    }
}
