//! Definitions that nothing refers to, and references that contradict each other.

use super::Lint;
use crate::base::{DoctrineId, Id, PolityId};
use crate::content::defs::StartStatus;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::vocabulary::DoctrineDomain;
use std::collections::BTreeSet;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    unused(lint, findings);
    domains(lint, findings);
    rulers(lint, findings);
    owners(lint, findings);
    promises(lint, findings);
    self_rule(lint, findings);
}

/// Doctrines and patterns that no state, movement or act can take up.
fn unused(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let content = lint.content;
    let mut doctrines: BTreeSet<usize> = content
        .polities
        .values()
        .flat_map(|polity| [polity.start.doctrine_camp, polity.start.doctrine_abroad])
        .chain(content.archetypes.values().map(|archetype| archetype.doctrine))
        .chain(
            content.movements.values().flat_map(|movement| [movement.doctrine, movement.doctrine_in_power]),
        )
        .map(Id::index)
        .collect();
    for policy in content.doctrines.values().flat_map(|doctrine| &doctrine.policies) {
        if let crate::content::vocabulary::Order::AdoptDoctrine { doctrine, .. } = &policy.act {
            doctrines.insert(doctrine.index());
        }
    }
    for drift in content.doctrines.values().flat_map(|doctrine| &doctrine.drift) {
        if let crate::content::defs::TurnDef::Adopt { doctrine } = drift.turn {
            doctrines.insert(doctrine.index());
        }
    }
    // Doctrines stand in common files for every campaign; only a campaign's own are expected to be held in it.
    let own = |kind, id: &str| {
        lint.item(kind, id).is_some_and(|item| item.layer != crate::content::package::Layer::Common)
    };
    for (id, doctrine) in content.doctrines.iter() {
        if !doctrines.contains(&id.index()) && own(Kind::Doctrine, &doctrine.id) {
            findings.push(
                Finding::at(
                    Code::Unused,
                    lint.at(Kind::Doctrine, &doctrine.id, &[]),
                    format!("no state, movement or policy takes up the doctrine `{}`", doctrine.id),
                )
                .label("never in force"),
            );
        }
    }
    let archetypes: BTreeSet<usize> =
        content.polities.values().map(|polity| polity.start.archetype.index()).collect();
    for (id, archetype) in content.archetypes.iter() {
        if !archetypes.contains(&id.index()) && own(Kind::Archetype, &archetype.id) {
            findings.push(
                Finding::at(
                    Code::Unused,
                    lint.at(Kind::Archetype, &archetype.id, &[]),
                    format!("no state follows the pattern `{}`", archetype.id),
                )
                .label("never used"),
            );
        }
    }
}

/// A doctrine stands where its matter belongs: on the economy in patterns of economy, on statecraft with states.
fn domains(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let content = lint.content;
    let mut ask = |kind, id: &str, field: &str, doctrine: DoctrineId, wanted: DoctrineDomain| {
        let def = &content.doctrines[doctrine];
        if def.domain != wanted || def.for_movements {
            let about = if def.for_movements { "for movements" } else { def.domain.words() };
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    lint.at(kind, id, &[field]),
                    format!("the doctrine `{}` is about {about}, not about {}", def.id, wanted.words()),
                )
                .label(format!("a doctrine with `domain: {wanted:?}` belongs here")),
            );
        }
    };
    for archetype in content.archetypes.values() {
        ask(Kind::Archetype, &archetype.id, "doctrine", archetype.doctrine, DoctrineDomain::Economy);
    }
    for polity in content.polities.values() {
        let start = &polity.start;
        ask(Kind::State, &polity.id, "doctrine_camp", start.doctrine_camp, DoctrineDomain::Statecraft);
        ask(Kind::State, &polity.id, "doctrine_abroad", start.doctrine_abroad, DoctrineDomain::Statecraft);
    }
}

/// Only who is ruled by another can have less than full rule over itself.
fn self_rule(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for polity in lint.content.polities.values() {
        let ruled =
            matches!(polity.start.status, StartStatus::Dependent { .. } | StartStatus::Occupied { .. });
        if polity.start.self_rule > 0.0 && !ruled {
            let what = format!("`{}` has a measure of self-rule and is ruled by nobody", polity.id);
            let at = lint.at(Kind::State, &polity.id, &["self_rule"]);
            findings.push(Finding::at(Code::Contradiction, at, what).label("no dependency"));
        }
    }
}

/// Only who is ruled by another can be promised independence, for a month after the start, and somebody says so.
fn promises(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for polity in lint.content.polities.values() {
        let Some(promise) = &polity.start.promised else { continue };
        let ruled =
            matches!(polity.start.status, StartStatus::Dependent { .. } | StartStatus::Occupied { .. });
        let mut say = |code, what: String, label: &str| {
            let at = lint.at(Kind::State, &polity.id, &["promised"]);
            findings.push(Finding::at(code, at, what).label(label));
        };
        if !ruled {
            let what = format!("`{}` is promised independence and ruled by nobody", polity.id);
            say(Code::Contradiction, what, "no dependency");
        } else if promise.by <= lint.content.scenario.start {
            let what = format!("`{}` is promised independence before the campaign begins", polity.id);
            say(Code::Contradiction, what, "a month after the start");
        }
        if promise.source.trim().is_empty() {
            let what = format!("the promise to `{}` names no source", polity.id);
            say(Code::NoSources, what, "empty");
        }
    }
}

/// Foreign owners are foreign, in being, and few enough to be told apart; together they own no more than there is.
fn owners(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let polities = &lint.content.polities;
    for (id, polity) in polities.iter() {
        let owners = &polity.start.foreign_owners;
        let mut say = |code, what: String, label: &str| {
            let at = lint.at(Kind::State, &polity.id, &["foreign_owners"]);
            findings.push(Finding::at(code, at, what).label(label));
        };
        for (of, _) in owners {
            if *of == id {
                say(Code::Contradiction, format!("`{}` is its own foreign owner", polity.id), "not foreign");
            } else if polities[*of].start.status == StartStatus::Dormant {
                let owner = &polities[*of].id;
                say(
                    Code::Contradiction,
                    format!("the owner `{owner}` in `{}` is not in being", polity.id),
                    "dormant at the start",
                );
            }
        }
        if owners.len() > MOST_OWNERS {
            let what = format!("`{}` names {} foreign owners", polity.id, owners.len());
            say(Code::Contradiction, what, "no more than two are told apart");
        }
        let sum: f64 = owners.iter().map(|(_, share)| share).sum();
        if !owners.is_empty() && !super::is_one(sum) {
            let what = format!("the shares of foreign owners in `{}` sum to {sum:.3}, not 1", polity.id);
            say(Code::SharesDoNotSum, what, "shares");
        }
    }
}

/// Owners that the model tells apart in one country.
const MOST_OWNERS: usize = 2;

/// Nobody is ruled by itself, in a circle, or by a state that is not there.
fn rulers(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let polities = &lint.content.polities;
    let ruler = |id: PolityId| match polities[id].start.status {
        StartStatus::Dependent { of } => Some(of),
        StartStatus::Occupied { by } => Some(by),
        StartStatus::Sovereign | StartStatus::Dormant => None,
    };
    for (id, polity) in polities.iter() {
        let Some(first) = ruler(id) else { continue };
        let at = || lint.at(Kind::State, &polity.id, &["status"]);
        let mut above = first;
        let mut steps = 0;
        while let Some(next) = ruler(above) {
            above = next;
            steps += 1;
            if steps > polities.len() {
                break;
            }
        }
        if steps > polities.len() || first == id {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    at(),
                    format!("`{}` is ruled by itself, through those who rule it", polity.id),
                )
                .label("a circle of rulers"),
            );
        } else if polities[above].start.status == StartStatus::Dormant {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    at(),
                    format!("`{}` is ruled by `{}`, which is not in being", polity.id, polities[above].id),
                )
                .label("ruled by a dormant polity"),
            );
        }
    }
}
