//! Doctrines that decide, with weights that mean what they say.

use super::{Lint, is_one};
use crate::content::defs::{DoctrineDef, PolicyDef, TurnDef};
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding, nearest, one_of};
use crate::content::vocabulary::{Condition, Degree, Effect, Order, OrderKind, Targets};

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
            if !policy.act.kind().fits(doctrine.for_movements) {
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
            if let Some((what, least, most)) = policy.act.misfit() {
                let message = format!("the policy `{}` gives an order that is always refused", policy.id);
                findings.push(
                    Finding::at(
                        Code::OutOfRange,
                        lint.at(Kind::Doctrine, id, &["policies", &policy.id, "act"]),
                        message,
                    )
                    .label(format!("{what} has to lie between {least} and {most}")),
                );
            }
            amended(lint, doctrine, policy, findings);
            intended(lint, doctrine, policy, findings);
            degree(lint, doctrine, policy, findings);
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
        standing(lint, doctrine, findings);
        drift(lint, doctrine, findings);
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

/// A policy that amends a line names one of its parameters, and a line that its holders follow.
fn amended(lint: &Lint<'_>, own: &DoctrineDef, policy: &PolicyDef, findings: &mut Vec<Finding>) {
    let Order::AmendDoctrine { doctrine, parameter, .. } = &policy.act else { return };
    let Some(def) = lint.content.doctrines.get(*doctrine) else { return };
    let at = || lint.at(Kind::Doctrine, &own.id, &["policies", &policy.id, "act"]);
    if def.position(parameter).is_none() {
        let names = || def.parameters.iter().map(|parameter| parameter.id.as_str());
        let finding = Finding::at(
            Code::UnknownId,
            at(),
            format!("the doctrine `{}` has no parameter named `{parameter}`", def.id),
        )
        .label("unknown parameter");
        findings.push(match nearest(parameter, names()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("it can be {}", one_of(names()))),
        });
    }
    if def.id != own.id {
        findings.push(
            Finding::at(
                Code::NothingToDecide,
                at(),
                format!(
                    "holders of `{}` need not follow `{}`, which the policy `{}` amends",
                    own.id, def.id, policy.id
                ),
            )
            .label("a line amends itself"),
        );
    }
}

/// An aim that can be formed, that is not reached from the start, and that leads to another road after a set-back.
fn intended(lint: &Lint<'_>, doctrine: &DoctrineDef, policy: &PolicyDef, findings: &mut Vec<Finding>) {
    let Some(intention) = &policy.intention else { return };
    let mut find = |code, message: String, label: &str| {
        let path = ["policies", policy.id.as_str(), "intention"];
        findings.push(Finding::at(code, lint.at(Kind::Doctrine, &doctrine.id, &path), message).label(label));
    };
    let asked =
        |policy: &PolicyDef| matches!(policy.act.kind(), OrderKind::AnswerOffer | OrderKind::MoveInCrisis);
    if asked(policy) {
        let message = format!("`{}` answers others, so nobody sets his mind on it", policy.id);
        find(Code::NothingToDecide, message, "never formed");
    }
    if policy.targets == Targets::None && intention.aim.speaks_of_target() {
        let message = format!("the aim of `{}` speaks of a target", policy.id);
        find(Code::NothingToDecide, message, "the policy has none");
    }
    if intention.aim == Condition::Always {
        let message = format!("the aim of `{}` is reached from the start", policy.id);
        find(Code::NothingToDecide, message, "nothing to hold to");
    }
    let next = |at: usize| doctrine.policies.get(at)?.intention.as_ref()?.fallback;
    let mut road = intention.fallback;
    for _ in 0..doctrine.policies.len() {
        let Some(at) = road else { break };
        if doctrine.policies.get(at).is_some_and(|one| one.id == policy.id) {
            let message = format!("after a set-back `{}` leads back to itself", policy.id);
            find(Code::Contradiction, message, "no other road");
            break;
        }
        road = next(at);
    }
    if let Some(fallback) =
        intention.fallback.and_then(|at| doctrine.policies.get(at)).filter(|one| asked(one))
    {
        let message = format!("nobody can turn to `{}`, which answers others", fallback.id);
        find(Code::NothingToDecide, message, "no other road");
    }
}

/// A part in another's struggle that can be taken: governments are helped with men, movements with what no army is.
fn degree(lint: &Lint<'_>, doctrine: &DoctrineDef, policy: &PolicyDef, findings: &mut Vec<Finding>) {
    let open = match &policy.act {
        Order::SendTroops { degree, .. } => *degree >= Degree::Advisers,
        Order::ArmMovement { degree, .. } => *degree <= Degree::Volunteers,
        _ => true,
    };
    if !open {
        findings.push(
            Finding::at(
                Code::NothingToDecide,
                lint.at(Kind::Doctrine, &doctrine.id, &["policies", &policy.id, "act"]),
                format!("the policy `{}` goes further, or less far, than its act can", policy.id),
            )
            .label("never possible for its holders")
            .help("a government is helped with `Advisers`, `Volunteers` or `Regulars`, a movement with `Arms`, `Advisers` or `Volunteers`"),
        );
    }
}

/// Standing effects that can go on, year after year: of nobody but the holder and those whom it knows by name or place.
fn standing(lint: &Lint<'_>, doctrine: &DoctrineDef, findings: &mut Vec<Finding>) {
    for (index, one) in doctrine.effects.iter().enumerate() {
        let place = index.to_string();
        let mut find = |message: String, label: &str| {
            let at = lint.at(Kind::Doctrine, &doctrine.id, &["effects", &place]);
            findings.push(Finding::at(Code::NothingToDecide, at, message).label(label));
        };
        if one.does.speaks_of_target() || one.when.speaks_of_target() {
            let message = format!("a standing effect of `{}` speaks of a target", doctrine.id);
            find(message, "no act is considered while it goes on");
        }
        if matches!(one.does, Effect::Awaken { .. }) {
            let message = format!("a standing effect of `{}` awakens a movement", doctrine.id);
            find(message, "what happens once is for an event");
        }
    }
}

/// Drift that can come about: on some occasion, for states, without a target, to another line or by a step.
fn drift(lint: &Lint<'_>, doctrine: &DoctrineDef, findings: &mut Vec<Finding>) {
    let mut seen = std::collections::BTreeSet::new();
    for one in &doctrine.drift {
        let mut find = |code, message: String, label: &str| {
            let at = lint.at(Kind::Doctrine, &doctrine.id, &["drift", &one.id]);
            findings.push(Finding::at(code, at, message).label(label));
        };
        if !seen.insert(&one.id) {
            let message = format!("two ways in which `{}` drifts have the id `{}`", doctrine.id, one.id);
            find(Code::DuplicateId, message, "this id is used more than once");
        }
        if one.on.is_empty() || one.chance <= 0.0 || doctrine.for_movements {
            let message = format!("`{}` of `{}` can never come about", one.id, doctrine.id);
            find(Code::NothingToDecide, message, "no occasion, no chance, or a movement's line");
        }
        if one.when.speaks_of_target() {
            let message = format!("the condition of `{}` speaks of a target", one.id);
            find(Code::NothingToDecide, message, "nobody is aimed at when a line is looked at anew");
        }
        let moves = match one.turn {
            TurnDef::Amend { by, .. } => by != 0.0,
            TurnDef::Adopt { doctrine: heir } => lint.content.doctrines.get(heir).is_some_and(|heir| {
                heir.id != doctrine.id
                    && heir.for_movements == doctrine.for_movements
                    && heir.domain == doctrine.domain
            }),
        };
        if !moves {
            let message = format!("`{}` of `{}` leads nowhere", one.id, doctrine.id);
            find(Code::NothingToDecide, message, "no step, or no other line for the same holders and matter");
        }
    }
}
