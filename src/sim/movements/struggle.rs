//! Roads to power: protracted war, seizure by mass struggle or in the towns, the ballot; defeat and petering out.

use bevy::prelude::*;

use crate::base::{MovementId, PolityId, Stream};
use crate::content::defs::Content;
use crate::content::vocabulary::{FormOfRule, Strategy};
use crate::sim::chronicle::Fact;
use crate::sim::conflict::WarEnd;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::{Control, Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat, Territories};

use super::MovementRules;
use super::components::{Movement, MovementPhase, Situation};
use super::risings::{RisingEnd, Risings};
use super::rules;

/// Purposes of luck in this file.
const CRUSH: u32 = 2;
const FRONT: u32 = 3;
const CAPITAL: u32 = 4;
const STALE: u32 = 5;
const SEIZE: u32 = 6;
const BALLOT: u32 = 7;
const FLARE: u32 = 8;

/// Chance a month that the capital falls to a movement that holds the ground around it.
const CAPITAL_FALLS: f64 = 0.3;
/// Legitimacy under which soldiers no longer shoot, against which seizures are weighed.
const SUPPORT_TO_WIN: f64 = 0.45;

/// The effect by which a movement comes to power over what it wants.
pub(in crate::sim) fn come_to_power(
    lore: &Content,
    lands: &Lands,
    status_of: impl Fn(PolityId) -> Status,
    movement: MovementId,
) -> Effect {
    let def = &lore.movements[movement];
    let ground = lands.owner(def.territory);
    let wants = def.wants;
    if wants == ground && status_of(ground).is_sovereign() {
        Effect::ChangeRule { polity: wants, form: def.form, led_by: Some(movement) }
    } else if status_of(wants).is_sovereign() {
        // The country that it wants to join is in being: the ground passes to it.
        Effect::Cede { territory: def.territory, to: wants }
    } else {
        Effect::BecomeSovereign { polity: wants, form: def.form, led_by: Some(movement) }
    }
}

/// Fighting movements gain or lose ground, win or are crushed.
pub(super) fn fight_for_ground(
    rules: Res<MovementRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    (lands, book): (Res<Lands>, Res<PeopleBook>),
    polities: Polities<(&Status, &Situation)>,
    mut movements: Movements<&mut Movement>,
    mut controls: Territories<&mut Control>,
    (mut effects, mut risings): (ResMut<Effects>, ResMut<Risings>),
) {
    let now = clock.now();
    for (id, mut movement) in movements.iter_mut() {
        let (def, seat) = (&lore.movements[id], Seat::Movement(id));
        if movement.phase != MovementPhase::InArms {
            if movement.control > 0.0 {
                movement.control = 0.0;
                controls.get_mut(def.territory).set(seat, 0.0);
            }
            continue;
        }
        let draw = |purpose| fate.draw(now, Stream::Movements, atlas.key(seat), purpose);
        let months = now.since(movement.since);
        let terrain = lore.territories[def.territory].guerrilla_terrain;
        let shelter = 0.5 * terrain * movement.support * movement.organisation;
        movement.control =
            rules::control_next(movement.control, movement.strength, shelter, draw(FRONT).bell(), &rules);
        let crushed = rules::crush_chance(
            movement.rose_at,
            f64::from(months),
            movement.strength,
            movement.control,
            rules.sanctuary_shelter * movement.sanctuary,
            &rules,
        );
        let tired = months as f64 > rules.stalemate_months && movement.strength < 0.5;
        if movement.control >= rules.victory_control && draw(CAPITAL).chance(CAPITAL_FALLS) {
            let ground = lands.owner(def.territory);
            let part = def.wants == ground
                && polities.get(ground).0.is_sovereign()
                && !lands.speaks_for_whole(def.territory, book.people(def.territory).real());
            if part {
                // It holds a province, not the country: the government has to grant what it fought for there.
                break_up(&mut movement, now, rules.wound_months as u32 / 3);
                risings.note_end(id, RisingEnd::Granted);
                effects.push(Effect::Concede { by: ground, to: ground });
                effects.push(Effect::EndWar {
                    a: seat,
                    b: Seat::Polity(movement.against),
                    why: WarEnd::Granted,
                });
                effects.push(Effect::Tell { fact: Fact::MovementSettled { movement: id } });
            } else {
                effects.push(come_to_power(&lore, &lands, |polity| *polities.get(polity).0, id));
                if def.wants != ground && polities.get(def.wants).0.is_sovereign() {
                    // Its ground joins the country it fought for: it has nobody left to fight.
                    effects.push(Effect::EndWar {
                        a: seat,
                        b: Seat::Polity(movement.against),
                        why: WarEnd::HandedOver,
                    });
                    movement.phase = MovementPhase::Victorious;
                    movement.since = now;
                    movement.control = 0.0;
                }
            }
        } else if crushed > 0.0 && draw(CRUSH).chance(crushed) {
            let (ripeness, from_start) = risings.ripeness_of(id).unwrap_or((movement.rose_at, false));
            break_up(&mut movement, now, rules.wound_months as u32);
            risings.note_end(id, RisingEnd::Crushed);
            effects.push(Effect::EndWar { a: seat, b: Seat::Polity(movement.against), why: WarEnd::Crushed });
            effects.push(Effect::Tell { fact: Fact::RisingCrushed { movement: id, ripeness, from_start } });
        } else if tired && draw(STALE).chance(rules.stalemate_rate) {
            break_up(&mut movement, now, rules.wound_months as u32 / 3);
            risings.note_end(id, RisingEnd::PeteredOut);
            effects.push(Effect::EndWar {
                a: seat,
                b: Seat::Polity(movement.against),
                why: WarEnd::PeteredOut,
            });
            effects.push(Effect::Tell { fact: Fact::MovementSettled { movement: id } });
        }
        let control = movement.control;
        controls.get_mut(def.territory).set(seat, control);
    }
}

fn break_up(movement: &mut Movement, now: crate::base::Month, wounds: u32) {
    movement.phase = MovementPhase::Broken;
    movement.since = now;
    movement.organisation *= 0.3;
    movement.control = 0.0;
    movement.wounds = wounds.max(1);
}

/// Movements without arms that find the power in the street, or are voted into it. In a dependency they press for
/// talks instead.
pub(super) fn take_power(
    rules: Res<MovementRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    (lands, book): (Res<Lands>, Res<PeopleBook>),
    polities: Polities<(&Status, &Situation, &Government)>,
    movements: Movements<&Movement>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    for (id, movement) in movements.iter() {
        let def = &lore.movements[id];
        let speaks = lands.speaks_for_whole(def.territory, book.people(def.territory).real());
        if movement.phase() != MovementPhase::Active || lands.owner(def.territory) != def.wants || !speaks {
            continue;
        }
        let (status, situation, government) = polities.get(def.wants);
        if !status.is_sovereign() {
            continue;
        }
        let draw = |purpose| fate.draw(now, Stream::Movements, atlas.key(Seat::Movement(id)), purpose);
        let over = (situation.ripeness() - rules.seizure_ripeness).max(0.0)
            / (1.0 - rules.seizure_ripeness).max(1e-6);
        let readiness = match movement.strategy() {
            Strategy::Urban => 1.0,
            Strategy::Mass => 0.7,
            Strategy::Guerrilla | Strategy::Conventional => 0.3,
            Strategy::Legal | Strategy::Negotiation => 0.15,
        };
        let seize = rules.seizure_rate * over * readiness * movement.strength();
        let votes = (movement.support() - SUPPORT_TO_WIN).max(0.0) / (1.0 - SUPPORT_TO_WIN);
        let legal = f64::from(u8::from(matches!(movement.strategy(), Strategy::Legal | Strategy::Mass)));
        let ballot = rules.ballot_rate * votes * legal * government.franchise() * movement.organisation();
        if seize > 0.0 && draw(SEIZE).chance(seize) {
            effects.push(Effect::ChangeRule { polity: def.wants, form: def.form, led_by: Some(id) });
        } else if ballot > 0.0 && draw(BALLOT).chance(ballot) {
            let form = voted_form(def.form, government.form());
            effects.push(Effect::ChangeRule { polity: def.wants, form, led_by: Some(id) });
        }
    }
}

/// Where the situation is ripe, fighting may break out around a movement whatever its leaders have decided: bands take
/// to the hills, a strike is shot at and shoots back.
pub(super) fn flare_up(
    rules: Res<MovementRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    polities: Polities<(&Status, &Situation, &Government)>,
    movements: Movements<&Movement>,
    mut effects: ResMut<Effects>,
) {
    for (id, movement) in movements.iter() {
        let ready = movement.phase() == MovementPhase::Active
            && movement.wounds() == 0
            && movement.organisation() >= rules.rising_organisation;
        if !ready {
            continue;
        }
        let def = &lore.movements[id];
        let (status, situation, government) = polities.get(lands.owner(def.territory));
        let road = government.legal_road(status.ruler().map(|ruler| polities.get(ruler).2));
        let over =
            (situation.ripeness() - rules.flare_ripeness).max(0.0) / (1.0 - rules.flare_ripeness).max(1e-6);
        let leaning = match movement.strategy() {
            Strategy::Guerrilla | Strategy::Urban | Strategy::Conventional => 1.0,
            Strategy::Mass => 0.25,
            Strategy::Legal | Strategy::Negotiation => 0.08,
        };
        let ground = 0.4 + 0.6 * lore.territories[def.territory].guerrilla_terrain;
        let chance = rules.flare_rate * over * leaning * ground * (1.0 - 0.8 * road);
        let key = atlas.key(Seat::Movement(id));
        if chance > 0.0 && fate.draw(clock.now(), Stream::Movements, key, FLARE).chance(chance) {
            effects.push(Effect::Rise { movement: id });
        }
    }
}

/// Votes change who rules, not the whole order: a party that wins by the ballot governs through the institutions it
/// finds, unless these are themselves no more than a dependency's.
pub(super) fn voted_form(of_movement: FormOfRule, now: FormOfRule) -> FormOfRule {
    match (of_movement, now) {
        (_, FormOfRule::CapitalistCore) => FormOfRule::CapitalistCore,
        (FormOfRule::Socialist, _) => FormOfRule::NationalBourgeois,
        (form, _) => form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ballot_changes_hands_not_orders() {
        assert_eq!(voted_form(FormOfRule::Socialist, FormOfRule::CapitalistCore), FormOfRule::CapitalistCore);
        assert_eq!(
            voted_form(FormOfRule::Socialist, FormOfRule::CapitalistDependent),
            FormOfRule::NationalBourgeois
        );
    }
}
