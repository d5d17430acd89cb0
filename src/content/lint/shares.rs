//! Tables of shares sum to 1.

use super::{Lint, is_one};
use crate::base::Id;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::source::Span;
use crate::content::vocabulary::Class;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let content = lint.content;
    let mut sum = |what: String, total: f64, at: Span| {
        if !is_one(total) {
            findings.push(
                Finding::at(Code::SharesDoNotSum, at, format!("{what} sum to {total:.3}, not 1"))
                    .label("shares"),
            );
        }
    };
    for archetype in content.archetypes.values() {
        let id = archetype.id.as_str();
        let at = |path: &[&str]| lint.at(Kind::Archetype, id, path);
        sum(
            format!("the shares of classes in the pattern `{id}`"),
            archetype.classes.iter().map(|class| class.share).sum(),
            at(&["classes"]),
        );
        sum(format!("the sectors of the pattern `{id}`"), archetype.sectors.iter().sum(), at(&["sectors"]));
        sum(
            format!("the coalition of the pattern `{id}`"),
            archetype.coalition.iter().sum(),
            at(&["coalition"]),
        );
        for class in Class::ALL {
            let pattern = &archetype.classes[class.index()];
            if pattern.share > 0.0 {
                let what = format!("the leanings of the {} in the pattern `{id}`", class.words());
                sum(what, pattern.currents.iter().sum(), at(&["classes", &format!("{class:?}"), "currents"]));
            }
        }
        for (good, def) in content.goods.iter() {
            if archetype.sectors[good.index()] > 0.0 {
                let what = format!("the forms of property in `{}` in the pattern `{id}`", def.id);
                sum(what, archetype.property[good.index()].iter().sum(), at(&["property", &def.id]));
            }
        }
    }
    let baskets: f64 = content.goods.values().map(|good| good.basket).sum();
    if let Some(first) = content.goods.values().next() {
        sum("the baskets of all goods".into(), baskets, lint.at(Kind::Good, &first.id, &["basket"]));
    }
    for good in content.goods.values() {
        let inputs: f64 = good.inputs.iter().sum();
        if inputs >= 1.0 {
            findings.push(
                Finding::at(
                    Code::Contradiction,
                    lint.at(Kind::Good, &good.id, &["inputs"]),
                    format!("making one unit of `{}` uses up {inputs:.3} units of inputs", good.id),
                )
                .label("must sum to less than 1")
                .note("no economy can live on a good that costs more than it is"),
            );
        }
    }
    for territory in content.territories.values() {
        let nations: f64 = territory.nations.iter().map(|(_, share)| share).sum();
        if nations > 1.005 {
            findings.push(
                Finding::at(
                    Code::SharesDoNotSum,
                    lint.at(Kind::Territory, &territory.id, &["nations"]),
                    format!("the nations of `{}` sum to {nations:.3}, more than 1", territory.id),
                )
                .label("shares"),
            );
        }
    }
    for polity in content.polities.values() {
        let aims: f64 = polity.start.aims.iter().map(|aim| aim.weight).sum();
        if !polity.start.aims.is_empty() && !is_one(aims) {
            findings.push(
                Finding::at(
                    Code::SharesDoNotSum,
                    lint.at(Kind::State, &polity.id, &["aims"]),
                    format!("the weights of the aims of `{}` sum to {aims:.3}, not 1", polity.id),
                )
                .label("weights"),
            );
        }
    }
}
