//! What the start must add up to, by the scenario's own bands.

use super::Lint;
use crate::base::{PolityId, TerritoryId};
use crate::content::defs::{Content, ExpectDef, StartStatus};
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::vocabulary::System;
use std::collections::BTreeMap;

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    let scenario = &lint.content.scenario;
    let totals = Totals::of(lint.content);
    for expect in &scenario.expect {
        let Some(value) = totals.value(expect) else { continue };
        if !(expect.min..=expect.max).contains(&value) {
            let of =
                expect.system.map_or(String::new(), |system| format!(" of the {} system", system.words()));
            let shown = if value >= 1000.0 { format!("{value:.0}") } else { format!("{value:.3}") };
            findings.push(
                Finding::at(
                    Code::ImplausibleTotal,
                    lint.at(Kind::Scenario, &scenario.id, &["expect"]),
                    format!("{}{of} is {shown}, outside {} to {}", expect.what, expect.min, expect.max),
                )
                .label("the scenario's own bands")
                .note(format!("the band comes from: {}", expect.source)),
            );
        }
    }
}

/// Sums over territories at the start.
struct Totals {
    population: BTreeMap<System, f64>,
    product: BTreeMap<System, f64>,
}

impl Totals {
    fn of(content: &Content) -> Self {
        let (mut population, mut product) = (BTreeMap::new(), BTreeMap::new());
        let owners = owners(content);
        for (id, territory) in content.territories.iter() {
            let system =
                owners.get(&id).map_or(System::South, |owner| content.polities[*owner].start.form.system());
            *population.entry(system).or_insert(0.0) += territory.population as f64;
            *product.entry(system).or_insert(0.0) += territory.population as f64 * territory.product_per_head;
        }
        Self { population, product }
    }

    fn value(&self, expect: &ExpectDef) -> Option<f64> {
        let share = |table: &BTreeMap<System, f64>| {
            let total: f64 = table.values().sum();
            let part = table.get(&expect.system?).copied().unwrap_or(0.0);
            (total > 0.0).then_some(part / total)
        };
        match expect.what.as_str() {
            "world_population" => Some(self.population.values().sum()),
            "world_product" => Some(self.product.values().sum()),
            "share_of_population" => share(&self.population),
            "share_of_product" => share(&self.product),
            _ => None,
        }
    }
}

/// The polity in being that each territory belongs to: one that stands on it, before one that only could.
fn owners(content: &Content) -> BTreeMap<TerritoryId, PolityId> {
    let mut owners = BTreeMap::new();
    for (id, polity) in content.polities.iter() {
        if polity.start.status != StartStatus::Dormant {
            for territory in &polity.home {
                owners.entry(*territory).or_insert(id);
            }
        }
    }
    owners
}
