//! The world's money and reparations at the start: nobody twice, mines that sum to 1, sources.

use super::{Lint, is_one};
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let scenario = &lint.content.scenario;
    let at = |field| lint.at(Kind::Scenario, &scenario.id, &[field]);
    let name = |id| lint.content.polities[id].id.as_str();
    if let Some(money) = &scenario.reserve_currency {
        let mut fault = |message: String| {
            findings
                .push(Finding::at(Code::Contradiction, at("reserve_currency"), message).label("set here"));
        };
        for list in [&money.gold, &money.mines] {
            let mut seen = std::collections::BTreeSet::new();
            if let Some((twice, _)) = list.iter().find(|(polity, _)| !seen.insert(*polity)) {
                fault(format!("`{}` stands twice in a list of the reserve currency", name(*twice)));
            }
        }
        if !money.gold.iter().any(|(polity, tonnes)| *polity == money.issuer && *tonnes > 0.0) {
            fault(format!(
                "`{}` issues the reserve currency and has no gold to stand behind it",
                name(money.issuer)
            ));
        }
        let shares: f64 = money.mines.iter().map(|(_, share)| share).sum();
        if !money.mines.is_empty() && !is_one(shares) {
            fault(format!("the shares of gold mines sum to {shares:.3}, not to 1"));
        }
        if money.sources.is_empty() {
            fault("the reserve currency names no source".into());
        }
    }
    for one in &scenario.reparations {
        let mut fault = |message: String| {
            findings.push(Finding::at(Code::Contradiction, at("reparations"), message).label("set here"));
        };
        if one.from == one.to {
            fault(format!("`{}` cannot pay reparations to itself", name(one.from)));
        }
        if one.until <= scenario.start {
            fault(format!("the reparations of `{}` end before the campaign begins", name(one.from)));
        }
    }
}
