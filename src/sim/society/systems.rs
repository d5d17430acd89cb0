//! The month of society: what people have, expect, resent and lean to.

use bevy::prelude::*;

use crate::base::{ArchetypeId, Id, IdVec, PolityId, TerritoryId, math};
use crate::content::defs::StartStatus;
use crate::content::vocabulary::{Class, Current, Property, System};
use crate::sim::conflict::Forces;
use crate::sim::economy::{Accounts, Consumption, Ownership};
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Clock, Lore, Polities, Territories};
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;

use super::SocietyRules;
use super::components::{Classes, Living};
use super::rules::{self, Climate, Lot};

/// The pattern each territory came with. From content alone; never saved.
#[derive(Resource, Debug, Clone, Default)]
pub(in crate::sim) struct Patterns {
    /// The archetype by which its classes were set up.
    pub archetype: IdVec<TerritoryId, ArchetypeId>,
    /// What owners held at the start.
    pub owned: IdVec<TerritoryId, rules::Owned>,
}

/// What each country gives its classes to live in; made anew each month.
#[derive(Resource, Debug, Clone, Default)]
pub(in crate::sim) struct Climates {
    pub of: IdVec<PolityId, Climate>,
    /// By how much socialist states have grown faster than core states over twelve months.
    pub attraction: f64,
    /// Share of the peoples ruled from abroad at the start that are free (0–1).
    pub freed: f64,
}

/// Months between two looks at a territory's incomes, expectations and grievances: a third of them have their turn each month.
const LIVES: usize = 3;
/// Months between looks at what changes slowly: organisation, currents, the classes' sizes. A multiple of the other.
const SLOW: usize = 2 * LIVES;

/// Measures what households have had, as a smoothed yearly rate.
pub(super) fn measure_consumption(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    book: Res<PeopleBook>,
    classes: Territories<&Classes>,
    mut polities: Polities<(&Status, &mut Living, &Consumption)>,
) {
    // Books settle in the first months of a campaign; until then the measure is taken as the opening one.
    const SETTLING: u32 = 6;
    let keep = math::pow(0.5, 1.0 / rules.consumption_half_life.max(0.1));
    for (polity, (status, mut living, consumption)) in polities.iter_mut() {
        let people = lands.people(polity);
        if !status.is_alive() || people < 1.0 {
            continue;
        }
        let mut had = 0.0;
        for good in lore.goods.ids() {
            had += consumption.had[good].real();
        }
        let per_head = had * 12_000.0 / people;
        let measured = living.opening > 0.0;
        living.per_head = match measured {
            true => per_head + (living.per_head - per_head) * keep,
            false => per_head,
        };
        if !measured || clock.played() <= SETTLING {
            // A state that begins later takes over incomes as they are.
            let mut income = 0.0;
            for &territory in lands.of(polity) {
                let mean: f64 = classes.get(territory).rows.iter().map(|row| row.share * row.income).sum();
                income += book.people(territory).real() * mean;
            }
            living.opening = math::ratio_or(living.per_head, income / people, living.per_head);
        }
        let wanted: f64 = lore
            .goods
            .iter()
            .filter(|(_, good)| !good.traded)
            .map(|(id, _)| consumption.wanted[id].real())
            .sum();
        let services: f64 = lore
            .goods
            .iter()
            .filter(|(_, good)| !good.traded)
            .map(|(id, _)| consumption.had[id].real())
            .sum();
        living.services = math::ratio_or(services, wanted, 1.0).clamp(0.0, 1.0);
    }
}

/// How much better neighbours live, in log points, over the territories of a polity.
pub(super) fn look_abroad(
    clock: Res<Clock>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    mut polities: Polities<(&Status, &mut Living)>,
) {
    for polity in polities.ids() {
        if !(clock.now().0 as usize + polity.index()).is_multiple_of(SLOW) {
            continue;
        }
        let own = polities.get(polity).1.per_head();
        let (mut sum, mut seen) = (0.0, 0.0);
        for &territory in lands.of(polity) {
            for neighbour in &lore.territories[territory].neighbours {
                let other = lands.owner(neighbour.territory);
                let theirs = polities.get(other).1.per_head();
                if other != polity && own > 0.0 && theirs > 0.0 {
                    sum += math::ln(theirs / own).clamp(0.0, 2.0);
                    seen += 1.0;
                }
            }
        }
        polities.get_mut(polity).1.example = if seen > 0.0 { sum / seen } else { 0.0 };
    }
}

/// Reads the climate of every country.
pub(super) fn read_climates(
    lore: Res<Lore>,
    lands: Res<Lands>,
    mut climates: ResMut<Climates>,
    polities: Polities<(
        &Status,
        &Government,
        &Living,
        &Accounts,
        &Consumption,
        &Budget,
        &Technology,
        &Forces,
    )>,
) {
    let mut growth = [(0.0, 0.0); 2];
    let (mut ruled, mut freed) = (0.0, 0.0);
    let mut all: Vec<Climate> = Vec::with_capacity(lore.polities.len());
    for (polity, row) in polities.iter() {
        let (status, government, living, accounts, consumption, budget, technology, forces) = row;
        let start = lore.polities[polity].start.status;
        if matches!(start, StartStatus::Dependent { .. } | StartStatus::Occupied { .. }) {
            ruled += 1.0;
            freed += f64::from(u8::from(status.is_sovereign()));
        }
        let people = lands.people(polity);
        let camp = match government.form().system() {
            System::Socialist => Some(0),
            System::CapitalistCore => Some(1),
            System::South => None,
        };
        if let (Some(camp), true) = (camp, status.is_sovereign() && people > 0.0) {
            growth[camp].0 += people * accounts.growth().clamp(-0.2, 0.2);
            growth[camp].1 += people;
        }
        all.push(Climate {
            alive: status.is_alive() && people > 0.0,
            level: math::ratio_or(living.per_head, living.opening, 1.0),
            opening: living.opening,
            welfare: budget.share(BudgetLine::Welfare),
            unemployment: accounts.unemployment().clamp(0.0, 1.0),
            foreign: if status.ruler().is_some() { 1.0 - government.self_rule() } else { 0.0 },
            franchise: government.franchise(),
            repression: government.repression(),
            schooling: technology.schooling.clamp(0.0, 1.0),
            hunger: (1.0 - consumption.food_security).clamp(0.0, 1.0),
            weariness: forces.weariness(),
            example: living.example,
            growth: accounts.growth(),
            coalition: *government.coalition(),
        });
    }
    climates.of = all.into();
    climates.freed = math::ratio_or(freed, ruled, 0.0);
    let mean = |(sum, people): (f64, f64)| math::ratio_or(sum, people, 0.0);
    // Without two systems there is no comparison.
    climates.attraction =
        if growth[0].1 > 0.0 && growth[1].1 > 0.0 { mean(growth[0]) - mean(growth[1]) } else { 0.0 };
}

/// Incomes, expectations, grievance; and, in turn, organisation, currents and the sizes of classes.
pub(super) fn live(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    lore: Res<Lore>,
    patterns: Res<Patterns>,
    climates: Res<Climates>,
    lands: Res<Lands>,
    ownerships: Territories<&Ownership>,
    mut classes: Territories<&mut Classes>,
) {
    let keep = |half_life: f64, months: f64| math::pow(0.5, months / half_life.max(0.1));
    let lives = LIVES as f64;
    let (up, down) = (keep(rules.expectation_up, lives), keep(rules.expectation_down, lives));
    let grievance_keep = keep(rules.grievance_half_life, lives);
    let organisation_keep = keep(rules.organisation_half_life, SLOW as f64);
    let current_keep = keep(rules.current_half_life, SLOW as f64);
    let food = super::demography::staple(&lore);
    for territory in classes.ids() {
        let turn = clock.now().0 as usize + territory.index();
        let climate = &climates.of[lands.owner(territory)];
        if !turn.is_multiple_of(LIVES) || !climate.alive {
            continue;
        }
        let pattern = &lore.archetypes[patterns.archetype[territory]].classes;
        let property = &ownerships.get(territory).shares;
        let others = |shares: &[f64; Property::COUNT]| {
            shares[Property::NationalPrivate.index()] + shares[Property::Foreign.index()]
        };
        let held = rules::owned(lore.goods.ids().map(|good| (&property[good], Some(good) == food)));
        let opening = &patterns.owned[territory];
        let owned =
            std::array::from_fn(|owner| math::ratio_or(held[owner], opening[owner], 1.0).clamp(0.0, 3.0));
        let estates = food.map_or(0.0, |food| others(&property[food]).clamp(0.0, 1.0));
        let mut classes = classes.get_mut(territory);
        let shares = classes.rows.map(|row| row.share);
        let incomes = rules::class_incomes(
            &std::array::from_fn(|class| pattern[class].income),
            &shares,
            &owned,
            climate,
            &rules,
        );
        let slow = turn.is_multiple_of(SLOW);
        for (class, row) in classes.rows.iter_mut().enumerate() {
            row.income = incomes[class];
            let target = rules::expectation_target(row.income, climate.example, &rules);
            let pace = if target > row.expected { up } else { down };
            row.expected = (target + (row.expected - target) * pace).max(0.01);
            let lot = Lot {
                income: row.income,
                expected: row.expected,
                national: row.currents[Current::National.index()],
                estates,
                in_power: climate.coalition[class],
                peasants: class == Class::Peasants.index(),
            };
            let target = rules::grievance(&lot, climate, &rules, &mut NoTerms);
            row.grievance = (target + (row.grievance - target) * grievance_keep).clamp(0.0, 1.0);
            if slow {
                let target = rules::organisation_target(
                    pattern[class].organisation,
                    row.grievance,
                    climates.freed,
                    climate,
                    &rules,
                );
                row.organisation = (target + (row.organisation - target) * organisation_keep).clamp(0.0, 1.0);
                let lean = rules::currents_target(
                    &pattern[class].currents,
                    row.grievance,
                    climates.attraction,
                    climate,
                    &rules,
                );
                for (held, target) in row.currents.iter_mut().zip(lean) {
                    *held = target + (*held - target) * current_keep;
                }
                rules::normalise(&mut row.currents);
            }
        }
        if slow {
            move_to_towns(&mut classes, climate.growth, &rules);
        }
    }
}

/// Half a year of people who leave the land for workshops, shops, schools and offices.
fn move_to_towns(classes: &mut Classes, growth: f64, rules: &SocietyRules) {
    let peasants = classes.of(Class::Peasants).share;
    let leaving = rules::leaving_the_land(peasants, growth, rules) * SLOW as f64 / 12.0;
    // Where they go; own estimate after the occupations of industrialising countries.
    let towns = [
        (Class::Workers, 0.68),
        (Class::Intelligentsia, 0.12),
        (Class::PettyBourgeoisie, 0.14),
        (Class::Officials, 0.06),
    ];
    classes.rows[Class::Peasants.index()].share -= leaving;
    for (class, part) in towns {
        classes.rows[class.index()].share += leaving * part;
    }
    let mut shares = classes.rows.map(|row| row.share);
    rules::normalise(&mut shares);
    for (row, share) in classes.rows.iter_mut().zip(shares) {
        row.share = share;
    }
}

/// Sums territories up to countries, by people.
pub(super) fn sum_up_living(
    lands: Res<Lands>,
    book: Res<PeopleBook>,
    classes: Territories<&Classes>,
    mut livings: Polities<&mut Living>,
) {
    for (polity, mut living) in livings.iter_mut() {
        if lands.of(polity).is_empty() {
            continue;
        }
        sum_up(&mut living, lands.of(polity), |territory| {
            (book.people(territory).real(), classes.get(territory))
        });
    }
}

/// The mean of a country over its territories and classes, weighted by people.
pub(super) fn sum_up<'a>(
    living: &mut Living,
    territories: &[TerritoryId],
    read: impl Fn(TerritoryId) -> (f64, &'a Classes),
) {
    let (mut people, mut standard, mut grievance, mut organisation) = (0.0, 0.0, 0.0, 0.0);
    let mut currents = [0.0; Current::COUNT];
    let mut shares = [0.0; Class::COUNT];
    let mut organised = [0.0; Class::COUNT];
    for &territory in territories {
        let (here, classes) = read(territory);
        for (class, row) in classes.rows.iter().enumerate() {
            let many = here * row.share;
            people += many;
            standard += many * math::ratio_or(row.income, row.expected, 1.0).min(2.0);
            grievance += many * row.grievance;
            organisation += many * row.organisation;
            shares[class] += many;
            organised[class] += many * row.organisation;
            for (sum, lean) in currents.iter_mut().zip(row.currents) {
                *sum += many * lean;
            }
        }
    }
    if people <= 0.0 {
        return;
    }
    living.standard = standard / people;
    living.grievance = grievance / people;
    living.organisation = organisation / people;
    living.currents = currents.map(|sum| sum / people);
    for class in 0..Class::COUNT {
        living.organised[class] = math::ratio_or(organised[class], shares[class], 0.0);
        living.shares[class] = shares[class] / people;
    }
}
