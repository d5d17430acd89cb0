//! Classes and living standards at the start, by the archetype of each territory.

use bevy::prelude::*;

use crate::base::{ArchetypeId, IdVec, PolityId, TerritoryId};
use crate::content::defs::{Content, StartStatus};
use crate::content::vocabulary::{Class, Current, Property};
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::opening_owners;
use crate::sim::population::{Atlas, Lore};
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;

use super::SocietyRules;
use super::components::{ClassRow, Classes, Living, Vital};
use super::demography::{development, staple};
use super::issues::Issues;
use super::rules::{self, Climate, Lot};
use super::systems::{Patterns, sum_up};

/// The archetype of a territory: that of the smallest polity that calls it home, in being or not, so that parts of a
/// union keep what is their own.
fn archetypes(content: &Content) -> IdVec<TerritoryId, ArchetypeId> {
    let mut best: Vec<Option<(usize, PolityId)>> = vec![None; content.territories.len()];
    for (polity, def) in content.polities.iter() {
        for territory in &def.home {
            let place = &mut best[usize::from(territory.0)];
            if place.is_none_or(|held| (def.home.len(), polity) < held) {
                *place = Some((def.home.len(), polity));
            }
        }
    }
    let archetype = |held: Option<(usize, PolityId)>| {
        held.map_or(ArchetypeId(0), |(_, polity)| content.polities[polity].start.archetype)
    };
    best.into_iter().map(archetype).collect()
}

pub(super) fn open_society(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let rules = *world.resource::<SocietyRules>();
    let owners = opening_owners(&lore);
    let archetypes = archetypes(&lore);
    let food = staple(&lore);
    let mut owned = IdVec::filled(rules::Owned::default(), lore.territories.len());
    let mut opened: IdVec<TerritoryId, Classes> = IdVec::filled(Classes::default(), lore.territories.len());
    for (territory, def) in lore.territories.iter() {
        let archetype = &lore.archetypes[archetypes[territory]];
        let others = |good: crate::base::GoodId| {
            let shares = &archetype.property[usize::from(good.0)];
            shares[Property::NationalPrivate.index()] + shares[Property::Foreign.index()]
        };
        let sectors =
            lore.goods.ids().map(|good| (&archetype.property[usize::from(good.0)], Some(good) == food));
        owned[territory] = rules::owned(sectors);
        let owner = owners[territory];
        let start = &lore.polities[owner].start;
        let ruling = &lore.archetypes[start.archetype];
        let schooling = schooling_of(world, owner);
        let foreign = matches!(start.status, StartStatus::Dependent { .. } | StartStatus::Occupied { .. });
        let climate = Climate {
            alive: true,
            level: 1.0,
            opening: def.product_per_head * rules.household_share,
            welfare: ruling.welfare,
            foreign: f64::from(u8::from(foreign)),
            franchise: ruling.franchise,
            repression: ruling.repression,
            schooling,
            coalition: ruling.coalition,
            ..Default::default()
        };
        let estates = food.map_or(0.0, others);
        let mut shares: [f64; Class::COUNT] = std::array::from_fn(|class| archetype.classes[class].share);
        rules::normalise(&mut shares);
        let pattern = std::array::from_fn(|class| archetype.classes[class].income);
        let incomes = rules::class_incomes(&pattern, &shares, &[1.0; 3], &climate, &rules);
        let mut classes = Classes::default();
        for (class, row) in classes.rows.iter_mut().enumerate() {
            let of = &archetype.classes[class];
            let mut currents = of.currents;
            rules::normalise(&mut currents);
            let income = incomes[class];
            let expected = income * (1.0 + rules.aspiration);
            let lot = Lot {
                income,
                expected,
                national: currents[Current::National.index()],
                estates,
                in_power: climate.coalition[class],
                peasants: class == Class::Peasants.index(),
            };
            let grievance = rules::grievance(&lot, &climate, &rules, &mut NoTerms);
            *row = ClassRow {
                share: shares[class],
                income,
                expected,
                organisation: of.organisation,
                grievance,
                currents,
            };
        }
        let vital = Vital {
            births: archetype.births,
            deaths: archetype.deaths,
            opening_development: development(schooling, def.product_per_head),
        };
        opened[territory] = classes;
        let entity = world.resource::<Atlas>().territory(territory);
        world.entity_mut(entity).insert((classes, vital));
    }
    open_livings(world, &lore, &owners, &opened);
    world.insert_resource(Patterns { archetype: archetypes, owned });
}

fn schooling_of(world: &World, polity: PolityId) -> f64 {
    let entity = world.resource::<Atlas>().polity(polity);
    world.get::<Technology>(entity).map_or(0.0, |technology| technology.schooling)
}

fn open_livings(
    world: &mut World,
    lore: &Content,
    owners: &IdVec<TerritoryId, PolityId>,
    opened: &IdVec<TerritoryId, Classes>,
) {
    let share = world.resource::<SocietyRules>().household_share;
    for polity in lore.polities.ids() {
        let lands: Vec<TerritoryId> =
            owners.iter().filter(|(_, owner)| **owner == polity).map(|(territory, _)| territory).collect();
        let mut living = Living { standard: 1.0, services: 1.0, ..Default::default() };
        let book = world.resource::<PeopleBook>();
        sum_up(&mut living, &lands, |territory| (book.people(territory).real(), &opened[territory]));
        let (mut people, mut product) = (0.0, 0.0);
        for &territory in &lands {
            let here = book.people(territory).real();
            people += here;
            product += here * lore.territories[territory].product_per_head;
        }
        living.per_head = crate::base::math::ratio_or(product, people, 0.0) * share;
        let entity = world.resource::<Atlas>().polity(polity);
        world.entity_mut(entity).insert((living, Issues::default()));
    }
}
