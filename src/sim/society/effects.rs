//! What effects do to classes.

use bevy::prelude::*;

use crate::base::{AgentId, People, PolityId, TerritoryId};
use crate::content::vocabulary::{Class, Harm};
use crate::sim::ledger::{HarmBook, PeopleBook};
use crate::sim::politics::Lands;
use crate::sim::population::Atlas;

use super::components::Classes;

fn with_classes(world: &mut World, polity: PolityId, mut change: impl FnMut(&mut Classes)) {
    let lands: Vec<TerritoryId> = world.resource::<Lands>().of(polity).to_vec();
    for territory in lands {
        let entity = world.resource::<Atlas>().territory(territory);
        if let Some(mut classes) = world.get_mut::<Classes>(entity) {
            change(&mut classes);
        }
    }
}

/// Multiplies what a class expects of life in all territories of a polity by `factor` (pressed into 0.5–2).
pub(in crate::sim) fn raise_expectation(world: &mut World, polity: PolityId, class: Class, factor: f64) {
    let factor = if factor.is_finite() { factor.clamp(0.5, 2.0) } else { 1.0 };
    with_classes(world, polity, |classes| classes.rows[class.index()].expected *= factor);
}

/// Adds to the grievance of one class in all territories of a polity, or lifts some of it.
pub(in crate::sim) fn aggrieve(world: &mut World, polity: PolityId, class: Class, by: f64) {
    with_classes(world, polity, |classes| {
        let row = &mut classes.rows[class.index()];
        row.grievance = (row.grievance + by).clamp(0.0, 1.0);
    });
}

/// Lifts a share (0–1) of the grievance of all classes of a polity.
pub(in crate::sim) fn ease_grievance(world: &mut World, polity: PolityId, share: f64) {
    with_classes(world, polity, |classes| {
        for row in &mut classes.rows {
            row.grievance *= 1.0 - share.clamp(0.0, 1.0);
        }
    });
}

/// Adds grievance (0–1) to all classes of one territory.
pub(in crate::sim) fn add_grievance(world: &mut World, territory: TerritoryId, by: f64) {
    let entity = world.resource::<Atlas>().territory(territory);
    if let Some(mut classes) = world.get_mut::<Classes>(entity) {
        for row in &mut classes.rows {
            row.grievance = (row.grievance + by).clamp(0.0, 1.0);
        }
    }
}

/// A share of a territory's people flees to another, charged to who decided what they flee from.
pub(in crate::sim) fn flee(
    world: &mut World,
    from: TerritoryId,
    to: TerritoryId,
    share: f64,
    decider: AgentId,
) {
    let mut book = world.resource_mut::<PeopleBook>();
    let leaving = People::rounded(book.people(from).real() * share.clamp(0.0, 1.0));
    let gone = book.migrate(from, to, leaving);
    world.resource_mut::<HarmBook>().charge(Some(decider), Harm::Fled, gone);
}
