//! How movements begin, gather, are helped, and weigh against those who rule.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::base::{IdVec, Money, MovementId, PolityId, Stream, math};
use crate::content::defs::Content;
use crate::sim::conflict::Forces;
use crate::sim::conflict::{ConflictRules, help_factor, louder_than_arms};
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements};
use crate::sim::economy::Accounts;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
use crate::sim::politics::{Government, Holding, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat, Territories};
use crate::sim::society::{Classes, Living};

use super::MovementRules;
use super::authority::{Garrison, authority};
use super::components::{Movement, MovementPhase, Situation};
use super::rules;
use crate::sim::terms::NoTerms;

/// Purpose of luck in this file.
const ARISE: u32 = 1;

/// Latent movements begin where conditions call them; wounds heal, and the broken may begin again.
pub(super) fn arise(
    rules: Res<MovementRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    polities: Polities<(&Status, &Living, &Situation)>,
    classes: Territories<&Classes>,
    mut movements: Movements<&mut Movement>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    for (id, mut movement) in movements.iter_mut() {
        let def = &lore.movements[id];
        if movement.wounds > 0 {
            movement.wounds -= 1;
        }
        if movement.phase == MovementPhase::Broken && movement.wounds == 0 {
            movement.phase = MovementPhase::Latent;
            movement.since = now;
        }
        if movement.phase != MovementPhase::Latent || now.year() < def.possible_from {
            continue;
        }
        let ground = lands.owner(def.territory);
        let (status, living, situation) = polities.get(ground);
        let mut front = [0.0; crate::content::vocabulary::Class::COUNT];
        for (class, weight) in &def.front {
            front[class.index()] = weight.clamp(0.0, 1.0);
        }
        let (support, _) =
            rules::base_of(classes.get(def.territory), &front, def.current, status.ruler().is_some());
        let example = victories_nearby(&lore, &lands, &polities, ground, def.territory);
        let chance = rules::arise_chance(support, living.grievance(), situation.ripeness(), example, &rules);
        let key = atlas.key(Seat::Movement(id));
        if chance > 0.0 && fate.draw(now, Stream::Movements, key, ARISE).chance(chance) {
            effects.push(Effect::Awaken { movement: id });
        }
    }
}

/// Share of the neighbouring territories where peoples ruled from abroad at the start have come free, or where
/// ripeness is high (0–1).
fn victories_nearby(
    lore: &Content,
    lands: &Lands,
    polities: &Polities<(&Status, &Living, &Situation)>,
    ground: PolityId,
    territory: crate::base::TerritoryId,
) -> f64 {
    let (mut all, mut won) = (0.0, 0.0);
    for neighbour in &lore.territories[territory].neighbours {
        let owner = lands.owner(neighbour.territory);
        if owner != ground {
            all += 1.0;
            let (status, _, situation) = polities.get(owner);
            let started_ruled = !Status::from(lore.polities[owner].start.status).is_sovereign();
            if started_ruled && status.is_sovereign() {
                won += 1.0;
            } else {
                won += 0.5 * situation.ripeness();
            }
        }
    }
    math::ratio_or(won, all, 0.0)
}

/// Share of its help abroad that a state is able to give (0–1): all of it, but for the poles in an experiment.
pub(super) fn able_to_help(lore: &Content, rules: &MovementRules, polity: PolityId) -> f64 {
    if lore.scenario.poles.contains(&polity) { rules.pole_support } else { 1.0 }
}

/// What comes to a movement from abroad in a month.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Outside {
    /// Whether anything does.
    came: bool,
    /// Money, quanta.
    paid: f64,
    /// The same, as far as men sent along make it go.
    help: f64,
    /// The same, as loud as it is.
    loud: f64,
    /// Who gives most, and how much.
    patron: Option<PolityId>,
    most: i64,
}

/// Dues come in, patrons pay, chests are spent.
pub(super) fn gather_means(
    (rules, war): (Res<MovementRules>, Res<ConflictRules>),
    lore: Res<Lore>,
    lands: Res<Lands>,
    agreements: Res<Agreements>,
    polities: Polities<&Accounts>,
    mut movements: Movements<&mut Movement>,
    mut money: ResMut<MoneyBook>,
    mut outside: Local<IdVec<MovementId, Outside>>,
) {
    *outside = IdVec::filled(Outside::default(), lore.movements.len());
    for agreement in agreements.of_kind(AgreementTag::Arms) {
        if let AgreementTerms::Arms { movement, monthly, degree } = agreement.terms {
            if !movements.get(movement).is_alive() || monthly <= Money::ZERO {
                continue;
            }
            // What does not get through is not handed over.
            let arrives = able_to_help(&lore, &rules, agreement.a) * movements.get(movement).supply;
            let monthly = Money::floored(monthly.real() * arrives);
            money.transfer(
                Account::State(agreement.a),
                Account::Chest(movement),
                MoneyFlow::Movement,
                monthly,
            );
            let row = &mut outside[movement];
            row.came |= monthly > Money::ZERO;
            row.help += monthly.real() * help_factor(degree, &war);
            row.loud += monthly.real() * louder_than_arms(degree, &war);
            row.paid += monthly.real();
            if monthly.0 > row.most {
                (row.patron, row.most) = (Some(agreement.a), monthly.0);
            }
        }
    }
    for (id, mut movement) in movements.iter_mut() {
        let chest = Account::Chest(id);
        // Most have never been in being: nothing came to them and nothing is left.
        let untouched = movement.help == 0.0 && movement.taint == 0.0 && movement.patron.is_none();
        let penniless = !outside[id].came && money.balance(chest) == Money::ZERO;
        if !movement.is_alive() && untouched && penniless {
            continue;
        }
        let ground = lands.owner(lore.movements[id].territory);
        let product_month = polities.get(ground).product().real() / 12.0;
        if movement.is_alive() {
            let dues = rules.dues * product_month * movement.support * movement.organisation;
            let dues = Money::floored(dues).positive();
            money.transfer(Account::Private(ground), chest, MoneyFlow::Dues, dues);
        }
        // Spent where it lives, on paper, rice, rifles.
        let spent = Money::floored(money.balance(chest).real() * rules.spending).positive();
        money.transfer(chest, Account::Private(ground), MoneyFlow::Movement, spent);
        let given = &outside[id];
        let help = rules::help_share(given.help, product_month, &rules);
        movement.help = math::lerp(movement.help, help, 0.25);
        movement.patron = given.patron.or(if movement.help > 0.02 { movement.patron } else { None });
        // Men who come along are seen where money is not.
        let seen = math::ratio_or(given.loud, given.paid, 1.0);
        let taint = (rules.hand_of_patron * movement.help * seen).min(1.0);
        let half_life = rules.taint_half_life.max(1.0);
        movement.taint = (movement.taint * (1.0 - 0.7 / half_life) + taint / half_life).clamp(0.0, 1.0);
    }
}

/// What weighs for and against a movement: who rules where it lives, with what forces, and who lends them.
#[derive(SystemParam)]
pub(super) struct Powers<'w, 's> {
    rules: Res<'w, MovementRules>,
    war: Res<'w, ConflictRules>,
    lore: Res<'w, Lore>,
    lands: Res<'w, Lands>,
    agreements: Res<'w, Agreements>,
    polities: Polities<
        'w,
        's,
        (&'static Status, &'static Government, &'static Forces, &'static Accounts, &'static Holding),
    >,
    /// Struggles that each state has to hold out against elsewhere.
    burdens: Local<'s, IdVec<PolityId, f64>>,
    garrisons: Local<'s, Vec<Garrison>>,
}

impl Powers<'_, '_> {
    /// Counts the struggles and garrisons of the month.
    fn survey(&mut self, movements: &Movements<&mut Movement>) {
        let Self { rules, war, lore, lands, agreements, polities, burdens, garrisons } = self;
        garrisons.clear();
        garrisons.extend(agreements.list().iter().filter_map(|agreement| {
            Garrison::of(agreement, war, |sender| able_to_help(lore, rules, sender))
        }));
        **burdens = IdVec::filled(0.0, lore.polities.len());
        for (id, movement) in movements.iter() {
            if movement.phase() == MovementPhase::InArms
                && let Some(ruler) = polities.get(lands.owner(lore.movements[id].territory)).0.ruler()
            {
                burdens[ruler] += 1.0;
            }
        }
    }

    /// Fighting strength of a movement against those who hold power where it lives (0–1).
    fn strength_of(&self, id: MovementId, movement: &Movement) -> f64 {
        let rules = &self.rules;
        let territory = self.lore.movements[id].territory;
        let ground = self.lands.owner(territory);
        let burden = |ruler| self.burdens[ruler];
        let authority =
            authority(ground, &self.lands, &self.garrisons, rules, burden, |id| self.polities.get(id));
        let power = rules::movement_power(
            movement.support,
            movement.organisation,
            movement.unity,
            self.lore.territories[territory].guerrilla_terrain,
            movement.help,
            rules,
            &mut NoTerms,
        );
        rules::strength(power, rules::government_power(&authority, rules, &mut NoTerms))
    }
}

/// Strength of all movements in being, before the first month.
pub(super) fn weigh_strength(mut powers: Powers, mut movements: Movements<&mut Movement>) {
    powers.survey(&movements);
    for (id, mut movement) in movements.iter_mut() {
        if movement.is_alive() {
            movement.strength = powers.strength_of(id, &movement);
        }
    }
}

/// Sympathy, organisation, unity and strength of every living movement.
pub(super) fn gather_strength(
    mut powers: Powers,
    classes: Territories<&Classes>,
    mut movements: Movements<&mut Movement>,
) {
    powers.survey(&movements);
    let (powers, rules) = (&powers, &*powers.rules);
    let support_keep = math::pow(0.5, 1.0 / rules.support_half_life.max(0.1));
    let unity_keep = math::pow(0.5, 1.0 / rules.unity_half_life.max(0.1));
    for (id, mut movement) in movements.iter_mut() {
        let def = &powers.lore.movements[id];
        let ground = powers.lands.owner(def.territory);
        let (status, government, ..) = powers.polities.get(ground);
        movement.against = status.ruler().unwrap_or(ground);
        if !movement.is_alive() {
            continue;
        }
        let classes = classes.get(def.territory);
        let (support, organised) =
            rules::base_of(classes, &movement.front, def.current, status.ruler().is_some());
        let support = support * (1.0 - 0.6 * movement.taint);
        movement.support = support + (movement.support - support) * support_keep;
        let reached = 1.0 - rules.sanctuary_shelter * movement.sanctuary;
        let repression = government.repression() * (1.0 - 0.8 * government.franchise()) * reached;
        movement.organisation = rules::organisation_next(
            movement.organisation,
            movement.support,
            organised,
            movement.help,
            repression,
            movement.wounds > 0,
            rules,
        );
        let full = rules::full_authority(movement.organisation, rules);
        movement.authority = rules::authority_next(movement.authority, full, rules);
        let breadth = movement.breadth();
        let unity = 1.0 - rules.breadth_strain * breadth * breadth;
        movement.unity = unity + (movement.unity - unity) * unity_keep;
        movement.strength = powers.strength_of(id, &movement);
    }
}

/// Brings a movement into being.
pub(super) fn begin(movement: &mut Movement, now: crate::base::Month, rules: &MovementRules) {
    movement.phase = MovementPhase::Active;
    movement.since = now;
    movement.organisation = movement.organisation.max(rules.opening_organisation);
    movement.authority = rules::full_authority(movement.organisation, rules);
    movement.unity = movement.unity.max(0.6);
    movement.control = 0.0;
}
