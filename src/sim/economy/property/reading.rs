//! Reading property straight from the world, for programmes, orders and views.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId, math};
use crate::content::vocabulary::{Class, Current, FormOfRule, ProgrammeKind, Property};
use crate::sim::access::Access;
use crate::sim::economy::Roles;
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::Situation;
use crate::sim::politics::{Government, Lands};
use crate::sim::society::{Classes, Living};
use crate::sim::terms::Terms;

use super::components::{ForeignCapital, Holdings, Programmes, Vigour};
use super::parameters::PropertyRules;
use super::rules::{self, Voices};

/// Who can speak against a change of property in a country.
pub(in crate::sim) fn voices_of(world: &World, id: PolityId) -> Voices {
    let living = world.polity::<Living>(id);
    let book = world.resource::<PeopleBook>();
    let (mut peasants, mut communist) = (0.0, 0.0);
    for &territory in world.resource::<Lands>().of(id) {
        let row = world.territory::<Classes>(territory).of(Class::Peasants);
        let many = book.people(territory).real() * row.share();
        peasants += many;
        communist += many * row.currents()[Current::Communist.index()];
    }
    let mut organised = [0.0; Class::COUNT];
    for &class in Class::ALL {
        organised[class.index()] = living.organised(class);
    }
    Voices {
        coalition: *world.polity::<Government>(id).coalition(),
        organised,
        communist: math::ratio_or(communist, peasants, 0.0),
        national: living.currents()[Current::National.index()],
    }
}

/// Share of the land that the peasants of a country would join to co-operatives of their own will, with its terms.
pub fn acceptance_of(world: &World, id: PolityId, terms: &mut impl Terms) -> f64 {
    let rules = world.resource::<PropertyRules>();
    let legitimacy = world.polity::<Government>(id).legitimacy();
    let resentment = world.polity::<Vigour>(id).resentment();
    rules::acceptance(rules, voices_of(world, id).communist, legitimacy, resentment, terms)
}

/// Resistance that a programme would meet now, with its terms.
pub fn resistance_to(
    world: &World,
    id: PolityId,
    kind: ProgrammeKind,
    sector: GoodId,
    forced: bool,
    terms: &mut impl Terms,
) -> f64 {
    let shares = &world.polity::<Holdings>(id).sectors[sector];
    rules::resistance(world.resource(), kind, forced, shares, &voices_of(world, id), terms)
}

/// Part of a sector's capital that a programme would still reach (0–1).
pub(in crate::sim) fn within_reach(
    world: &World,
    id: PolityId,
    kind: ProgrammeKind,
    sector: GoodId,
    forced: bool,
) -> f64 {
    let shares = &world.polity::<Holdings>(id).sectors[sector];
    if kind == ProgrammeKind::Collectivisation && !forced {
        let joined = shares[Property::Cooperative.index()];
        let room = acceptance_of(world, id, &mut crate::sim::terms::NoTerms) - joined;
        return room.min(shares[Property::Smallholder.index()]).max(0.0);
    }
    let land = world.resource::<Roles>().land[sector];
    let (from, _) = rules::reach(world.resource(), kind, land, &voices_of(world, id));
    shares.iter().zip(from).map(|(share, part)| share * part).sum()
}

/// How safe foreign owners feel in a country, with its terms.
pub fn explain_safety(world: &World, id: PolityId, terms: &mut impl Terms) -> f64 {
    rules::safety(
        world.polity::<ForeignCapital>(id).memory,
        world.polity::<Government>(id).form() == FormOfRule::Socialist,
        world.polity::<Situation>(id).ripeness(),
        world.polity::<Programmes>(id).of(ProgrammeKind::Nationalisation).is_some(),
        terms,
    )
}

/// What a sector makes over what it could, with its terms.
pub fn explain_vigour(world: &World, id: PolityId, sector: GoodId, terms: &mut impl Terms) -> f64 {
    let now = world.polity::<Vigour>(id);
    let land = world.resource::<Roles>().land[sector];
    rules::vigour(world.resource(), now, now.disruption[sector], land, terms)
}
