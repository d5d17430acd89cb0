//! Organisations: what only some kinds have, and who must be there for it.

use super::Lint;
use crate::content::defs::OrganisationDef;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::vocabulary::OrganisationKind;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for def in lint.content.organisations.values() {
        let mut fault = |field: &str, message: String| {
            let at = lint.at(Kind::Organisation, &def.id, &[field]);
            findings.push(Finding::at(Code::Contradiction, at, message).label("set here"));
        };
        good(lint, def, &mut fault);
        recovery(lint, def, &mut fault);
        permanent(def, &mut fault);
    }
}

/// A producers' association is about a good that crosses borders; no other organisation is.
fn good(lint: &Lint<'_>, def: &OrganisationDef, fault: &mut impl FnMut(&str, String)) {
    let id = &def.id;
    match (def.kind == OrganisationKind::Producers, def.good) {
        (true, None) => {
            fault(
                "kind",
                format!("`{id}` is a producers' association and names no `good` that its members sell"),
            );
        }
        (true, Some(good)) if !lint.content.goods[good].traded => {
            let good = &lint.content.goods[good].id;
            fault("good", format!("`{id}` is about `{good}`, which does not cross borders"));
        }
        (false, Some(_)) => {
            fault(
                "good",
                format!("`{id}` names a `good`, which only an organisation of kind `Producers` does"),
            );
        }
        _ => {}
    }
}

/// Only the world organisation has permanent members, and they are members.
fn permanent(def: &OrganisationDef, fault: &mut impl FnMut(&str, String)) {
    let id = &def.id;
    if !def.permanent.is_empty() && def.kind != OrganisationKind::World {
        fault(
            "permanent",
            format!("`{id}` has permanent members, which only an organisation of kind `World` has"),
        );
    }
    if def.permanent.iter().any(|&one| !def.has(one)) {
        fault("permanent", format!("a permanent member of `{id}` is not among its `members`"));
    }
}

/// A recovery programme is paid by a leader to others of a market community, and after the campaign has begun.
fn recovery(lint: &Lint<'_>, def: &OrganisationDef, fault: &mut impl FnMut(&str, String)) {
    let Some(recovery) = &def.recovery else { return };
    let id = &def.id;
    if def.kind != OrganisationKind::Market {
        fault(
            "recovery",
            format!("`{id}` has a recovery programme, which only an organisation of kind `Market` has"),
        );
    }
    let member = |polity| def.members.iter().any(|member| member.polity == polity);
    if !def.leader.is_some_and(member) {
        fault(
            "recovery",
            format!("`{id}` has a recovery programme and no leader among its members to pay for it"),
        );
    }
    if recovery.until <= lint.content.scenario.start {
        fault("recovery", format!("the recovery programme of `{id}` ends before the campaign begins"));
    }
}
