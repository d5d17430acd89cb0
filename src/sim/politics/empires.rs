//! Rule over dependencies: pressure against will, talks, and peoples that leave a union whose centre fails.

use bevy::prelude::*;

use crate::base::{IdVec, Month, MovementId, PolityId, Stream, TerritoryId, math};
use crate::content::defs::{Content, StartStatus};
use crate::content::vocabulary::{Class, Current, FormOfRule, Property, System};
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements, Relations};
use crate::sim::economy::{Accounts, Output, Ownership};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::perception::Outlook;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat, Territories};
use crate::sim::society::Living;
use crate::sim::terms::NoTerms;

use super::PoliticsRules;
use super::components::{Government, Holding, Status};
use super::lands::Lands;
use super::path::{Apart, secession_chance};
use super::rules::{self, Holders, Pressing};

/// Purposes of luck in this file.
const YIELD: u32 = 10;
const LENGTH: u32 = 11;
const SECEDE: u32 = 12;
const ALONE: u32 = 13;

/// How much a movement leads its people: organisation × unity, more with sympathy (0–1).
pub(super) fn lead(movement: &Movement) -> f64 {
    movement.organisation() * movement.unity() * (0.4 + 0.6 * movement.support())
}

/// The movement that leads each people's struggle now, the first of equals, with how much it leads (0–1).
fn leading_movements(
    lore: &Content,
    movements: &Movements<&Movement>,
    lands: &Lands,
    leading: &mut IdVec<PolityId, Option<(MovementId, f64)>>,
) {
    *leading = IdVec::filled(None, lore.polities.len());
    for (id, movement) in movements.iter().filter(|(_, movement)| movement.is_alive()) {
        let (weight, held) = (lead(movement), &mut leading[lands.owner(lore.movements[id].territory)]);
        if held.is_none_or(|(_, most)| weight > most) {
            *held = Some((id, weight));
        }
    }
}

/// Share of the polities ruled from abroad at the start that are states of their own now (0–1).
fn freed_share(
    lore: &Content,
    polities: &Polities<(&Status, &Government, &Living, &Forces, &Accounts)>,
) -> f64 {
    let ruled =
        |start: StartStatus| matches!(start, StartStatus::Dependent { .. } | StartStatus::Occupied { .. });
    let (mut all, mut free) = (0.0, 0.0);
    for (id, def) in lore.polities.iter() {
        if ruled(def.start.status) {
            all += 1.0;
            free += f64::from(u8::from(polities.get(id).0.is_sovereign()));
        }
    }
    if all > 0.0 { free / all } else { 0.0 }
}

/// Months between two looks at what presses for a dependency's independence.
const WEIGHED_MONTHS: u32 = 3;

/// Weighs, for every dependency in its turn, what presses for independence against its ruler's will.
pub(super) fn weigh_empires(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    polities: Polities<(&Status, &Government, &Living, &Forces, &Accounts)>,
    movements: Movements<&Movement>,
    ownerships: Territories<&Ownership>,
    (relations, atlas): (Res<Relations>, Res<Atlas>),
    outlooks: Polities<&Outlook>,
    mut holdings: Polities<&mut Holding>,
    mut burdens: Local<Vec<f64>>,
    mut leading: Local<IdVec<PolityId, Option<(MovementId, f64)>>>,
) {
    leading_movements(&lore, &movements, &lands, &mut leading);
    burdens.clear();
    burdens.resize(lore.polities.len(), 0.0);
    for (id, movement) in movements.iter() {
        if movement.phase() == MovementPhase::InArms {
            let ground = lands.owner(lore.movements[id].territory);
            if let Some(ruler) = polities.get(ground).0.ruler() {
                burdens[ruler.0 as usize] += 1.0;
            }
        }
    }
    let freed = freed_share(&lore, &polities);
    let all = polities.iter().zip(holdings.iter_mut());
    for ((polity, (status, government, living, _, accounts)), (_, mut holding)) in all {
        let weighed = *holding != Holding::default();
        let Some(ruler) = status.ruler() else {
            if weighed {
                *holding = Holding::default();
            }
            continue;
        };
        let has_turn = u32::from(polity.0) % WEIGHED_MONTHS == clock.now().0 % WEIGHED_MONTHS;
        if weighed && !has_turn {
            continue;
        }
        let (_, ruling, _, forces, ruling_accounts) = polities.get(ruler);
        let own_arms = leading[polity];
        let in_arms = own_arms.is_some_and(|(id, _)| movements.get(id).phase() == MovementPhase::InArms);
        let pressing = Pressing {
            national: living.currents()[Current::National.index()],
            organisation: living.leaders_organisation(),
            grievance: living.grievance(),
            movement: own_arms.map_or(0.0, |(_, weight)| weight),
            example: 0.5 * freed + 0.5 * free_neighbours(&lore, &lands, &polities, polity, ruler),
            people: lands.people(polity),
            self_rule: government.self_rule,
            consent: government.legitimacy,
        };
        let holders = Holders {
            franchise: ruling.franchise,
            settlers: government.coalition[Class::Landowners.index()],
            property: foreign_property(&lore, &lands, &ownerships, polity),
            weariness: forces.weariness(),
            taker: heirs_at_odds(&lore, &polities, &outlooks, (&relations, &atlas), polity, ruler),
            burdens: (burdens[ruler.0 as usize] - f64::from(u8::from(in_arms))).max(0.0),
            freed,
            occupier: matches!(status, Status::Occupied { .. }),
        };
        let pressure = rules::pressure(&pressing, &rules, &mut NoTerms);
        let will = rules::will_to_hold(&holders, &rules, &mut NoTerms);
        // Garrisons and administration are asked for in proportion to the size of the country and to its unrest.
        let size = math::ratio_or(
            accounts.product().real().max(lands.people(polity)),
            ruling_accounts.product().real(),
            0.0,
        );
        let cost = (size * pressure * government.repression).clamp(0.0, 1.0);
        *holding = Holding { pressure, will, cost, pressing, holders };
    }
}

/// Tension of a ruler with the worst of those who hold a dependency to be theirs, or of their patrons (0–1): what is feared is not a
/// handover, which can go to another heir, but that whoever is at odds with the ruler takes what it leaves.
fn heirs_at_odds(
    lore: &Content,
    polities: &Polities<(&Status, &Government, &Living, &Forces, &Accounts)>,
    outlooks: &Polities<&Outlook>,
    (relations, atlas): (&Relations, &Atlas),
    polity: PolityId,
    ruler: PolityId,
) -> f64 {
    let agent = |id| atlas.agent(Seat::Polity(id));
    let heirs = lore.polities[polity].heirs.iter().copied();
    // What a ruler means to keep for good is nobody else's.
    let heirs = heirs.filter(|&id| id != ruler && polities.get(id).0.is_sovereign());
    let takers = heirs.flat_map(|id| std::iter::once(id).chain(outlooks.get(id).patron()));
    takers.filter(|&id| id != ruler).map(|id| relations.tension(agent(ruler), agent(id))).fold(0.0, f64::max)
}

/// Share of the neighbouring territories that people like these rule themselves (0–1).
fn free_neighbours(
    lore: &Content,
    lands: &Lands,
    polities: &Polities<(&Status, &Government, &Living, &Forces, &Accounts)>,
    polity: PolityId,
    ruler: PolityId,
) -> f64 {
    let (mut all, mut free) = (0.0, 0.0);
    for &territory in lands.of(polity) {
        for neighbour in &lore.territories[territory].neighbours {
            let owner = lands.owner(neighbour.territory);
            if owner == polity {
                continue;
            }
            let (status, government, ..) = polities.get(owner);
            all += 1.0;
            if owner != ruler && status.is_sovereign() && government.form.system() != System::CapitalistCore {
                free += 1.0;
            }
        }
    }
    if all > 0.0 { free / all } else { 0.0 }
}

/// Foreign share of property in a polity's land, over all sectors alike (0–1).
fn foreign_property(
    lore: &Content,
    lands: &Lands,
    ownerships: &Territories<&Ownership>,
    polity: PolityId,
) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for &territory in lands.of(polity) {
        for good in lore.goods.ids() {
            sum += ownerships.get(territory).shares[good][Property::Foreign.index()];
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Rulers whose will is outweighed are pressed to the table, whatever their doctrine; talks that are due end in
/// independence.
pub(super) fn hold_talks(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    (agreements, relations): (Res<Agreements>, Res<Relations>),
    polities: Polities<(&Status, &Government, &Living, &Holding)>,
    movements: Movements<&Movement>,
    mut effects: ResMut<Effects>,
    mut leading: Local<IdVec<PolityId, Option<(MovementId, f64)>>>,
) {
    let now = clock.now();
    leading_movements(&lore, &movements, &lands, &mut leading);
    for (polity, (status, government, living, holding)) in polities.iter() {
        let Some(ruler) = status.ruler() else { continue };
        let talks = agreements.between(ruler, polity, AgreementTag::IndependenceTalks);
        if let Some(talks) = talks {
            let ends = talks.until.unwrap_or(talks.since.plus(rules.talks_months as u32));
            // One month before the agreement would lapse by itself, so that no one clears it away first.
            if ends.0 <= now.0 + 1 {
                let led_by = leading[polity]
                    .map(|(id, _)| id)
                    .filter(|&id| movements.get(id).support() >= rules.talks_support);
                let (form, led_by) = form_after_talks(&lore, government, living, led_by);
                effects.push(Effect::EndAgreement {
                    a: ruler,
                    b: polity,
                    like: AgreementTag::IndependenceTalks,
                });
                let alone = rules::stands_alone(lands.people(polity), &rules);
                let heirs = &lore.polities[polity].heirs;
                let mut luck = fate.draw(now, Stream::Politics, atlas.key(Seat::Polity(polity)), ALONE);
                let lets = |&heir: &PolityId| {
                    let tension =
                        relations.tension(atlas.agent(Seat::Polity(ruler)), atlas.agent(Seat::Polity(heir)));
                    let friendly = heir == ruler || tension < rules.heir_tension;
                    polities.get(heir).0.is_sovereign() && friendly
                };
                let stands = heirs.is_empty() || luck.chance(alone);
                effects.push(match road_from_talks(heirs, stands, lets) {
                    Road::Alone => Effect::BecomeSovereign { polity, form, led_by },
                    Road::ToHeir(to) => Effect::Accede { polity, to },
                    Road::Nowhere => Effect::Tell { fact: Fact::TalksEndedInNothing { ruler, polity } },
                });
            }
            continue;
        }
        let chance = rules::yield_chance(holding.pressure, holding.will, &rules);
        let key = atlas.key(Seat::Polity(polity));
        if chance > 0.0 && fate.draw(now, Stream::Politics, key, YIELD).chance(chance) {
            let length = fate.draw(now, Stream::Politics, key, LENGTH).between(0.4, 1.6) * rules.talks_months;
            let agreement = Agreement {
                a: ruler,
                b: polity,
                terms: AgreementTerms::IndependenceTalks,
                since: now,
                until: Some(Month(now.0 + (length as u32).max(2))),
            };
            effects.push(Effect::Agree { agreement });
            effects.push(Effect::Tell { fact: Fact::RulerYielded { ruler, polity } });
        }
    }
}

/// Where talks on a dependency lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Road {
    /// It becomes a state of its own.
    Alone,
    /// It goes to one of those who hold it to be theirs.
    ToHeir(PolityId),
    /// It stays as it is.
    Nowhere,
}

/// The road on which talks that are due lead: a people that does not stand alone goes to the first heir to whom its ruler
/// lets it go.
fn road_from_talks(heirs: &[PolityId], stands_alone: bool, lets: impl Fn(&PolityId) -> bool) -> Road {
    if stands_alone {
        return Road::Alone;
    }
    heirs.iter().copied().find(|heir| lets(heir)).map_or(Road::Nowhere, Road::ToHeir)
}

/// The form of rule with which a dependency begins after talks, and the movement that leads it.
///
/// An occupied state goes on as it is ruled. A ruler hands over to whoever leads the people, though not to a party
/// that would change the whole order: with such a party the new state begins as a national one. Without a leader the
/// classes of the country decide.
pub(super) fn form_after_talks(
    lore: &Content,
    government: &Government,
    living: &Living,
    led_by: Option<MovementId>,
) -> (FormOfRule, Option<MovementId>) {
    if !government.form.is_dependency() {
        return (government.form, None);
    }
    let currents = living.currents();
    let national = currents[Current::National.index()] + currents[Current::SocialDemocratic.index()];
    let conservative = currents[Current::Conservative.index()];
    let form = match led_by.map(|id| lore.movements[id].form) {
        Some(FormOfRule::Socialist) => FormOfRule::NationalBourgeois,
        Some(form) => form,
        None if government.coalition[Class::Landowners.index()] > 0.4 && conservative > 0.35 => {
            FormOfRule::FeudalMonarchy
        }
        None if national > 0.5 * (1.0 + conservative) => FormOfRule::NationalBourgeois,
        None => FormOfRule::CapitalistDependent,
    };
    (form, led_by)
}

/// A union whose centre has lost legitimacy and unity lets its peoples go, one by one.
pub(super) fn hold_unions(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    polities: Polities<(&Status, &Government, &Living)>,
    (outputs, book): (Territories<&Output>, Res<PeopleBook>),
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    let all = lore.polities.iter().zip(polities.iter().map(|(_, (status, ..))| status.is_alive()));
    for ((polity, def), alive) in all {
        if alive {
            continue;
        }
        let Some(centre) = union_of(&lore, &lands, &def.home) else { continue };
        let (status, government, living) = polities.get(centre);
        let capital = lore.polities[centre].capital;
        // The parts of a nation that has become one again are no peoples inside a union.
        let own_nation = def.claim.is_some() && def.claim == lore.polities[centre].claim;
        if !status.is_sovereign() || centre == polity || own_nation || def.home.contains(&capital) {
            continue;
        }
        let per_head = |product: f64, people: f64| math::ratio_or(product, people, 0.0);
        let own: f64 = def.home.iter().map(|&ground| outputs.get(ground).value_added().real()).sum();
        let all: f64 = lands.of(centre).iter().map(|&ground| outputs.get(ground).value_added().real()).sum();
        let people: f64 = def.home.iter().map(|&ground| book.people(ground).real()).sum();
        let apart = Apart {
            legitimacy: government.legitimacy(),
            cohesion: government.cohesion(),
            national: living.currents()[Current::National.index()],
            organisation: living.leaders_organisation(),
            development: math::ratio_or(per_head(own, people), per_head(all, lands.people(centre)), 1.0),
            repression: government.repression(),
        };
        let chance = secession_chance(&apart, &rules);
        let key = atlas.key(Seat::Polity(polity));
        if chance > 0.0 && fate.draw(now, Stream::Politics, key, SECEDE).chance(chance) {
            effects.push(Effect::BecomeSovereign { polity, form: def.start.form, led_by: None });
        }
    }
}

/// The one polity that owns all these territories, if there is one.
fn union_of(lore: &Content, lands: &Lands, home: &[TerritoryId]) -> Option<PolityId> {
    let owner = lands.owner(*home.first()?);
    let whole = home.iter().all(|&territory| lands.owner(territory) == owner);
    (whole && lore.polities[owner].home.len() > home.len()).then_some(owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talks_lead_to_a_state_to_the_first_heir_that_is_let_or_nowhere() {
        let heirs = [PolityId(3), PolityId(5)];
        assert_eq!(road_from_talks(&heirs, true, |_| true), Road::Alone);
        assert_eq!(road_from_talks(&heirs, false, |_| true), Road::ToHeir(PolityId(3)));
        assert_eq!(road_from_talks(&heirs, false, |&heir| heir == PolityId(5)), Road::ToHeir(PolityId(5)));
        assert_eq!(road_from_talks(&heirs, false, |_| false), Road::Nowhere);
    }
}
