//! The map holds together.

use super::Lint;
use crate::base::{PolityId, TerritoryId};
use crate::content::defs::StartStatus;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use std::collections::BTreeMap;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    neighbours(lint, findings);
    finds(lint, findings);
    heirs(lint, findings);
    homes(lint, findings);
    wars(lint, findings);
}

fn neighbours(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let territories = &lint.content.territories;
    for (id, territory) in territories.iter() {
        for neighbour in &territory.neighbours {
            let other = &territories[neighbour.territory];
            let back = other.neighbours.iter().find(|back| back.territory == id);
            let at = lint.at(Kind::Territory, &territory.id, &["neighbours"]);
            if neighbour.territory == id {
                findings.push(
                    Finding::at(Code::Contradiction, at, format!("`{}` is its own neighbour", territory.id))
                        .label("remove it"),
                );
            } else if back.is_none_or(|back| back.passage != neighbour.passage) {
                let (how, help) = match back {
                    None => (
                        "not the other way round".to_string(),
                        format!("add `(to: {:?}, by: {:?})`", territory.id, neighbour.passage),
                    ),
                    Some(back) => {
                        (format!("there by {:?}", back.passage), "let both say the same".to_string())
                    }
                };
                findings.push(
                    Finding::at(
                        Code::OneSidedNeighbour,
                        at,
                        format!(
                            "`{}` borders on `{}` by {:?}, but {how}",
                            territory.id, other.id, neighbour.passage
                        ),
                    )
                    .related(lint.at(Kind::Territory, &other.id, &["neighbours"]), help),
                );
            }
        }
    }
}

/// What is found later comes on top of what is known.
fn finds(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for territory in lint.content.territories.values().filter(|territory| territory.finds < territory.fuels) {
        let at = lint.at(Kind::Territory, &territory.id, &["finds"]);
        let message = format!(
            "`{}` has more fuels known ({}) than there are to be found ({})",
            territory.id, territory.fuels, territory.finds
        );
        findings.push(Finding::at(Code::Contradiction, at, message).label("at least as much as `fuels`"));
    }
}

/// Nobody is its own heir, and nobody is one twice.
fn heirs(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for (id, polity) in lint.content.polities.iter() {
        let twice = |(place, heir): (usize, &PolityId)| *heir == id || polity.heirs[..place].contains(heir);
        if polity.heirs.iter().enumerate().any(twice) {
            let at = lint.at(Kind::Polity, &polity.id, &["heirs"]);
            let message = format!("`{}` has itself or one state twice among its heirs", polity.id);
            findings.push(Finding::at(Code::Contradiction, at, message).label("set here"));
        }
    }
}

/// A war under way has a front that does not decide it, and none where movements fight: there it stands where they do.
fn wars(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let decision = lint.content.rules.get("conflict.decision");
    for war in &lint.content.wars {
        let mut contradiction = |message: String, label: &str| {
            let at = lint.at(Kind::War, &war.name, &["front"]);
            findings.push(Finding::at(Code::Contradiction, at, message).label(label));
        };
        if war.side_b.is_empty() && war.front > 0.0 {
            let message = format!("`{}` has a front of its own, and movements fight in it", war.name);
            contradiction(message, "leave it out: what they control says how it stands");
        }
        if let Some(decision) = decision.filter(|&decision| war.front >= decision) {
            let message = format!("`{}` is over when it begins", war.name);
            contradiction(message, &format!("less than {decision} (`conflict.decision`), or no such war"));
        }
    }
}

/// Every territory is the home of one polity in being at most, and of one that is or could be at least.
fn homes(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let content = lint.content;
    let mut holders: BTreeMap<TerritoryId, Vec<PolityId>> = BTreeMap::new();
    for (id, polity) in content.polities.iter() {
        if !polity.home.contains(&polity.capital) {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    lint.at(Kind::Polity, &polity.id, &["capital"]),
                    format!(
                        "the capital of `{}` lies in `{}`, outside its home",
                        polity.id, content.territories[polity.capital].id
                    ),
                )
                .label("not among its home territories"),
            );
        }
        if polity.start.status != StartStatus::Dormant {
            for territory in &polity.home {
                holders.entry(*territory).or_default().push(id);
            }
        }
    }
    for (id, territory) in content.territories.iter() {
        match holders.get(&id).map(Vec::as_slice) {
            Some([_]) => {}
            Some([first, second, ..]) => findings.push(
                Finding::at(
                    Code::Contradiction,
                    lint.at(Kind::Polity, &content.polities[*second].id, &["home"]),
                    format!(
                        "`{}` is the home of two polities in being, `{}` and `{}`",
                        territory.id, content.polities[*first].id, content.polities[*second].id
                    ),
                )
                .related(
                    lint.at(Kind::Polity, &content.polities[*first].id, &["home"]),
                    "the first claims it here",
                )
                .help("at the start a territory belongs to one of them"),
            ),
            _ => findings.push(
                Finding::at(
                    Code::Contradiction,
                    lint.at(Kind::Territory, &territory.id, &[]),
                    format!("`{}` is the home of no polity in being", territory.id),
                )
                .label("belongs to nobody at the start")
                .help("add it to the `home` of a polity that is sovereign, dependent or occupied"),
            ),
        }
    }
}
