//! Borders that are drawn anew without a war: dependencies joined in a federation, a dependency divided before its ruler
//! leaves, and free states with which a federation is thought of.
//!
//! Which federations and parts are thinkable is content: the homes of polities that are not in being. A federation is cheaper
//! to rule and stands alone more easily; those who did not ask for it hold it against its maker. A part with a country of its own
//! no longer feeds one movement with the other; people flee across the new line. Source: DESIGN §6, MECHANICS C8.

use bevy::prelude::*;

use crate::base::{IdVec, PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::sim::chronicle::Fact;
use crate::sim::population::{Atlas, Lore};

use super::PoliticsRules;
use super::components::Status;
use super::effects::{pass, retire_emptied, status_of, tell, with_government};
use super::lands::{Lands, survey_again};
use super::union::{bring_forces, take_over_rule};

/// For each polity the others with which it could be one, and what they would be then, and for each ground to whom it is
/// home; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone, Default)]
pub struct Federations {
    with: IdVec<PolityId, Vec<(PolityId, PolityId)>>,
    /// In id order.
    at_home: IdVec<TerritoryId, Vec<PolityId>>,
}

impl Federations {
    /// Reads who could join whom: the capitals of both lie in the home of a third.
    pub(in crate::sim) fn read(content: &Content) -> Self {
        let mut with = IdVec::filled(Vec::new(), content.polities.len());
        for (whole, def) in content.polities.iter() {
            let parts = || {
                let inside = move |&part: &PolityId| {
                    part != whole && def.home.contains(&content.polities[part].capital)
                };
                content.polities.ids().filter(inside)
            };
            for one in parts() {
                let capital = content.polities[one].capital;
                let others = parts().filter(|&other| content.polities[other].capital != capital);
                with[one].extend(others.map(|other| (other, whole)));
            }
        }
        let mut at_home = IdVec::filled(Vec::new(), content.territories.len());
        for (id, def) in content.polities.iter() {
            def.home.iter().for_each(|&ground| at_home[ground].push(id));
        }
        Self { with, at_home }
    }

    /// To whom some ground is home, whether or not they are in being, in id order.
    pub fn at_home(&self, ground: TerritoryId) -> &[PolityId] {
        &self.at_home[ground]
    }

    /// Those without a country to whom some ground is home, in id order.
    fn landless(&self, world: &World, ground: TerritoryId) -> impl Iterator<Item = PolityId> {
        self.at_home[ground].iter().copied().filter(|&id| !status_of(world, id).is_alive())
    }

    /// The others with which one could be one, each with what they would be.
    pub fn of(&self, polity: PolityId) -> &[(PolityId, PolityId)] {
        &self.with[polity]
    }

    /// What two could be together.
    pub fn between(&self, one: PolityId, other: PolityId) -> impl Iterator<Item = PolityId> + '_ {
        self.with[one].iter().filter(move |(with, _)| *with == other).map(|&(_, whole)| whole)
    }
}

/// Whether two states may offer each other to become one: they speak for one nation, or a federation of them, not in being,
/// is thought of.
pub fn may_unite(world: &World, one: PolityId, other: PolityId) -> bool {
    let polities = &world.resource::<Lore>().polities;
    let claim = polities[one].claim;
    (claim.is_some() && claim == polities[other].claim)
        || world
            .resource::<Federations>()
            .between(one, other)
            .any(|whole| !status_of(world, whole).is_alive())
}

/// The federation, not in being, in which a ruler can join a dependency with others of its own, with the ground that comes
/// together in it. No dependency is cut for it.
pub fn federation_under(world: &World, ruler: PolityId, polity: PolityId) -> Option<PolityId> {
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let ruled = |owner: PolityId| status_of(world, owner).ruler() == Some(ruler);
    let fits = |&whole: &PolityId| {
        let home = &lore.polities[whole].home;
        let owners = || home.iter().map(|&ground| lands.owner(ground));
        let uncut = |owner: PolityId| lands.of(owner).iter().all(|ground| home.contains(ground));
        owners().all(|owner| ruled(owner) && uncut(owner)) && owners().any(|owner| owner != polity)
    };
    // All ground of the dependency would be inside, so one of it will do to look up what could be.
    let &ground = lands.of(polity).first()?;
    world.resource::<Federations>().landless(world, ground).find(fits)
}

/// The people, without a country so far, to whom a part of a dependency is home that does not hold its capital.
pub fn part_of(world: &World, polity: PolityId) -> Option<PolityId> {
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let capital = lore.polities[polity].capital;
    let fits = |&part: &PolityId| {
        let home = &lore.polities[part].home;
        !home.contains(&capital) && home.iter().all(|&ground| lands.owner(ground) == polity)
    };
    let federations = world.resource::<Federations>();
    let parts = lands.of(polity).iter().flat_map(|&ground| federations.landless(world, ground));
    parts.filter(fits).min()
}

/// Applies [`Effect::Federate`](crate::sim::effects::Effect::Federate): all the dependencies become one, under the order of the
/// one that holds the federation's seat. Nothing happens if no federation fits any more.
pub(in crate::sim) fn federate(world: &mut World, ruler: PolityId, polity: PolityId) {
    let Some(whole) = federation_under(world, ruler, polity) else { return };
    let lore = world.resource::<Lore>().clone();
    let lead = world.resource::<Lands>().owner(lore.polities[whole].capital);
    take_over_rule(world, lead, whole, Status::Dependent { of: ruler });
    let grievance = world.resource::<PoliticsRules>().federation_grievance;
    let mut parts = Vec::new();
    for &ground in &lore.polities[whole].home {
        let part = world.resource::<Lands>().owner(ground);
        pass(world, ground, part, whole);
        if part != lead {
            // They were not asked.
            crate::sim::society::effects::add_grievance(world, ground, grievance);
        }
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    survey_again(world);
    parts.iter().for_each(|&part| bring_forces(world, part, whole));
    retire_emptied(world, &parts);
    tell(world, Fact::Federated { polity: whole, ruler });
}

/// Applies [`Effect::Partition`](crate::sim::effects::Effect::Partition): a part of a dependency becomes a dependency of its own,
/// and people flee both ways across the new line, charged to the ruler. Nothing happens if there is no such part.
pub(in crate::sim) fn partition(world: &mut World, ruler: PolityId, polity: PolityId) {
    let Some(part) = part_of(world, polity) else { return };
    let lore = world.resource::<Lore>().clone();
    take_over_rule(world, polity, part, Status::Dependent { of: ruler });
    let ground = lore.polities[part].home.clone();
    for &territory in &ground {
        pass(world, territory, polity, part);
    }
    survey_again(world);
    let rules = *world.resource::<PoliticsRules>();
    let rest = world.resource::<Lands>().of(polity).to_vec();
    for (from, to) in [(&ground, &rest), (&rest, &ground)] {
        flee_across(world, from, to, rules.partition_flight, ruler);
    }
    with_government(world, polity, |government| government.heritage -= rules.partition_distrust);
    tell(world, Fact::Partitioned { polity, part, ruler });
}

/// A share of the people of some territories flees to the nearest of others, the first of their neighbours among them or else
/// the first of all.
fn flee_across(world: &mut World, from: &[TerritoryId], to: &[TerritoryId], share: f64, decider: PolityId) {
    let lore = world.resource::<Lore>().clone();
    let decider = world.resource::<Atlas>().agent(crate::sim::population::Seat::Polity(decider));
    for &territory in from {
        let near = lore.territories[territory].neighbours.iter().map(|neighbour| neighbour.territory);
        let Some(refuge) = near.chain(to.iter().copied()).find(|place| to.contains(place)) else { continue };
        crate::sim::society::effects::flee(world, territory, refuge, share, decider);
    }
}
