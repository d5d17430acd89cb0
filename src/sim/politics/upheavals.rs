//! Elections, successions, coups, and the return of civilians.

use bevy::prelude::*;

use crate::base::{Stream, math};
use crate::content::vocabulary::{Class, Current, FormOfRule, Occasion};
use crate::sim::chronicle::Fact;
use crate::sim::economy::Accounts;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Atlas, Clock, Fate, Polities, Seat};
use crate::sim::society::Living;

use super::PoliticsRules;
use super::components::{Government, Status};
use super::lands::Lands;
use super::rules;

/// Purposes of luck in this file.
const COUP: u32 = 20;
const COUP_FORM: u32 = 21;
const SUCCESSION: u32 = 22;
const RESTORATION: u32 = 23;

/// Product per head (2011 $) from which officers no longer reach for power, on a log scale from 600 up.
const SETTLED_FROM: f64 = 600.0;
const SETTLED_AT: f64 = 12_000.0;

/// How far wealth has settled a country (0–1).
pub(super) fn settled(product_per_head: f64) -> f64 {
    (math::ln(product_per_head.max(1.0) / SETTLED_FROM) / math::ln(SETTLED_AT / SETTLED_FROM)).clamp(0.0, 1.0)
}

/// The coalition towards which an election moves: those who are many and organised.
pub(super) fn voters(living: &Living) -> [f64; Class::COUNT] {
    let mut weights = [0.0; Class::COUNT];
    for (weight, class) in weights.iter_mut().zip(Class::ALL) {
        *weight = living.class_share(*class) * (0.3 + living.organised(*class));
    }
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

/// The form of rule that plotters set up: by the currents of officials, the town and the barracks.
pub(super) fn plotters_form(currents: &[f64; Current::COUNT], now: FormOfRule, luck: f64) -> FormOfRule {
    let national = currents[Current::National.index()]
        + 0.5 * currents[Current::SocialDemocratic.index()]
        + 0.5 * currents[Current::Communist.index()];
    let right = currents[Current::AuthoritarianRight.index()]
        + 0.5 * currents[Current::Conservative.index()]
        + 0.25 * currents[Current::Liberal.index()];
    let left_officers = national / (national + 1.3 * right).max(1e-9);
    match now {
        FormOfRule::NationalBourgeois if luck < 0.3 * left_officers => FormOfRule::NationalBourgeois,
        FormOfRule::NationalBourgeois => FormOfRule::MilitaryRight,
        _ if luck < 0.8 * left_officers => FormOfRule::NationalBourgeois,
        _ => FormOfRule::MilitaryRight,
    }
}

/// Elections where votes count: coalitions move to organised voters, and authority is renewed.
pub(super) fn hold_elections(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    atlas: Res<Atlas>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &mut Government, &Living)>,
) {
    let every = (rules.election_months as u32).max(1);
    for (polity, (status, mut government, living)) in polities.iter_mut() {
        let offset = (atlas.turn(Seat::Polity(polity)) % u64::from(every)) as u32;
        let due = (clock.now().0 + offset).is_multiple_of(every);
        if !due || !status.is_sovereign() || government.franchise < rules.election_franchise {
            continue;
        }
        let shift = rules.election_shift * government.franchise;
        for (held, wanted) in government.coalition.iter_mut().zip(voters(living)) {
            *held += (wanted - *held) * shift;
        }
        let content = (living.standard() - 0.97).clamp(-0.2, 0.2);
        government.legitimacy = (government.legitimacy + 0.2 * content).clamp(0.0, 1.0);
        government.authority = (government.authority + 2.0 * government.legitimacy).min(10.0);
        effects.push(Effect::Occasion { of: polity, occasion: Occasion::Election });
    }
}

/// Leaders without term die or are replaced: the circle is shaken, the apparatus loosened.
pub(super) fn succeed_leaders(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &mut Government)>,
) {
    for (polity, (status, mut government)) in polities.iter_mut() {
        if !status.is_sovereign() || government.franchise >= rules.election_franchise {
            continue;
        }
        let key = atlas.key(Seat::Polity(polity));
        let mut luck = fate.draw(clock.now(), Stream::Politics, key, SUCCESSION);
        if luck.chance(rules.succession_rate) {
            let shock = rules.succession_shock * luck.between(0.3, 1.7);
            government.cohesion = (government.cohesion - shock).clamp(0.0, 1.0);
            government.ossification = (government.ossification * (1.0 - shock)).clamp(0.0, 1.0);
            // A new leader disowns a part of what the old one left, good and bad.
            government.heritage *= 0.7;
            effects.push(Effect::Tell { fact: Fact::LeaderSucceeded { polity } });
            effects.push(Effect::Occasion { of: polity, occasion: Occasion::Succession });
        }
    }
}

/// Coups, and soldiers or strong men who give way to civilians.
pub(super) fn overthrow(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lands: Res<Lands>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &mut Government, &Living, &Accounts)>,
) {
    let now = clock.now();
    for (polity, (status, mut government, living, accounts)) in polities.iter_mut() {
        if !status.is_sovereign() {
            continue;
        }
        let key = atlas.key(Seat::Polity(polity));
        let months = f64::from(now.since(government.since));
        let wealth = settled(accounts.product().real() * 1000.0 / lands.people(polity).max(1.0));
        // A party that commands the army leaves officers less room.
        let party = if government.form == FormOfRule::Socialist { 0.15 } else { 1.0 };
        let chance = party
            * rules::coup_chance(
                government.legitimacy,
                government.cohesion,
                government.franchise,
                wealth,
                months,
                &rules,
            );
        if chance > 0.0 && fate.draw(now, Stream::Politics, key, COUP).chance(chance) {
            let mut luck = fate.draw(now, Stream::Politics, key, COUP_FORM);
            if luck.chance(rules.coup_success) {
                let form = plotters_form(living.currents(), government.form, luck.unit());
                effects.push(Effect::ChangeRule { polity, form, led_by: None });
            } else {
                government.cohesion = (government.cohesion + 0.5 * rules.succession_shock).min(1.0);
                government.repression = (government.repression + 0.5 * rules.succession_shock).min(1.0);
                effects.push(Effect::Tell { fact: Fact::CoupFailed { polity } });
            }
            continue;
        }
        let strong_men = matches!(government.form, FormOfRule::MilitaryRight | FormOfRule::Fascist);
        let give_way = rules.restoration_rate
            * living.leaders_organisation()
            * (1.0 - government.legitimacy)
            * (0.3 + wealth);
        if strong_men && fate.draw(now, Stream::Politics, key, RESTORATION).chance(give_way) {
            let form = match wealth > 0.7 {
                true => FormOfRule::CapitalistCore,
                false => FormOfRule::CapitalistDependent,
            };
            effects.push(Effect::ChangeRule { polity, form, led_by: None });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wealth_settles() {
        assert_eq!(settled(300.0), 0.0);
        assert_eq!(settled(40_000.0), 1.0);
        assert!(settled(4000.0) > settled(1500.0));
    }

    #[test]
    fn plotters_follow_their_currents() {
        let mut left = [0.0; Current::COUNT];
        left[Current::National.index()] = 0.9;
        left[Current::Conservative.index()] = 0.1;
        let mut right = [0.0; Current::COUNT];
        right[Current::AuthoritarianRight.index()] = 0.9;
        right[Current::National.index()] = 0.1;
        let monarchy = FormOfRule::FeudalMonarchy;
        assert_eq!(plotters_form(&left, monarchy, 0.3), FormOfRule::NationalBourgeois);
        assert_eq!(plotters_form(&right, monarchy, 0.3), FormOfRule::MilitaryRight);
    }
}
