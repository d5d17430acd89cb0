//! Fronts that break: where unity is low a class leaves, takes its people with it, and may strengthen another movement on
//! the same ground. Source: DESIGN §6, MECHANICS L5, L6.

use bevy::prelude::*;

use crate::base::{MovementId, Stream};
use crate::content::vocabulary::Class;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Seat};

use super::MovementRules;
use super::components::Movement;

/// Purpose of luck in this file.
const SPLIT: u32 = 9;

/// Weight below which a class is hardly in a front.
const LEAST_WEIGHT: f64 = 0.05;

/// Chance a month that a class leaves the front: the less united it is, and the more it looks another power's tool.
pub(super) fn split_chance(unity: f64, taint: f64, rules: &MovementRules) -> f64 {
    let apart = (1.0 - unity).max(0.0);
    (rules.split_rate * apart * apart * (1.0 + taint)).clamp(0.0, 1.0)
}

/// The class that leaves: of those in the front the one with the least weight, if there is more than one.
pub(super) fn who_leaves(front: &[f64; Class::COUNT]) -> Option<Class> {
    let within = || Class::ALL.iter().copied().filter(|class| front[class.index()] >= LEAST_WEIGHT);
    let least = within().min_by(|a, b| front[a.index()].total_cmp(&front[b.index()]))?;
    (within().count() > 1).then_some(least)
}

/// Fronts break.
pub(super) fn split_fronts(
    rules: Res<MovementRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    (atlas, lore): (Res<Atlas>, Res<Lore>),
    mut movements: Movements<&mut Movement>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    for (id, def) in lore.movements.iter() {
        let movement = *movements.get(id);
        if !movement.is_alive() {
            continue;
        }
        let chance = split_chance(movement.unity, movement.taint, &rules);
        let key = atlas.key(Seat::Movement(id));
        if chance <= 0.0 || !fate.draw(now, Stream::Movements, key, SPLIT).chance(chance) {
            continue;
        }
        let Some(class) = who_leaves(&movement.front) else { continue };
        let part = movement.front[class.index()] / movement.front.iter().sum::<f64>();
        let taken = part * movement.organisation;
        let mut movement = movements.get_mut(id);
        movement.front[class.index()] = 0.0;
        movement.organisation -= taken;
        // Who stays agrees more.
        movement.unity += rules.split_unity * (1.0 - movement.unity);
        effects.push(Effect::Tell { fact: Fact::FrontSplit { movement: id, class } });
        let joins = |other: MovementId| {
            let there = movements.get(other);
            other != id
                && lore.movements[other].territory == def.territory
                && there.is_alive()
                && there.front[class.index()] >= LEAST_WEIGHT
        };
        if let Some(other) = lore.movements.ids().find(|&other| joins(other)) {
            let by = 0.5 * taken * (1.0 - movements.get(other).organisation);
            movements.get_mut(other).organisation += by;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_divided_split_and_the_weakest_partner_leaves() {
        let rules =
            MovementRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete");
        assert_eq!(split_chance(1.0, 0.5, &rules), 0.0);
        assert!(split_chance(0.4, 0.5, &rules) > split_chance(0.4, 0.0, &rules));
        assert!(split_chance(0.4, 0.0, &rules) > split_chance(0.7, 0.0, &rules));
        let mut front = [0.0; Class::COUNT];
        front[Class::Peasants.index()] = 0.8;
        assert_eq!(who_leaves(&front), None, "one class alone has nobody to part from");
        front[Class::NationalBourgeoisie.index()] = 0.2;
        assert_eq!(who_leaves(&front), Some(Class::NationalBourgeoisie));
    }
}
