//! The revolutionary situation of every polity.

use bevy::prelude::*;

use crate::base::{IdVec, PolityId};
use crate::sim::conflict::Forces;
use crate::sim::finance::Budget;
use crate::sim::politics::{Government, Lands, Status, foreign_rule};
use crate::sim::population::{Lore, Movements, Polities};
use crate::sim::society::Living;
use crate::sim::terms::NoTerms;

use super::MovementRules;
use super::components::{Movement, Situation};
use super::rules::{self, Above};

/// What those above can still do: in a dependency, the local government and its ruler's strength at home count
/// together.
pub fn above_of(
    government: &Government,
    budget: &Budget,
    forces: &Forces,
    ruler: Option<(&Government, &Budget, &Forces)>,
) -> Above {
    let own = Above {
        legitimacy: government.legitimacy(),
        cohesion: government.cohesion(),
        balance: budget.balance(),
        weariness: forces.weariness(),
    };
    match ruler {
        None => own,
        Some((government, budget, forces)) => Above {
            legitimacy: 0.5 * (own.legitimacy + government.legitimacy()),
            cohesion: 0.5 * (own.cohesion + government.cohesion()),
            balance: 0.5 * (own.balance + budget.balance()),
            weariness: own.weariness.max(forces.weariness()),
        },
    }
}

/// Weighs the three gauges.
pub(super) fn weigh_situations(
    rules: Res<MovementRules>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    movements: Movements<&Movement>,
    polities: Polities<(&Status, &Government, &Living, &Budget, &Forces)>,
    mut situations: Polities<&mut Situation>,
    mut leads: Local<IdVec<PolityId, (f64, f64)>>,
) {
    if leads.len() != lore.polities.len() {
        *leads = IdVec::filled((0.0, 0.0), lore.polities.len());
    }
    leads.as_mut_slice().fill((0.0, 0.0));
    for (id, movement) in movements.iter() {
        if movement.is_alive() {
            let lead = &mut leads[lands.owner(lore.movements[id].territory)];
            // A movement of part of a union leads part of its people only.
            let led = movement.organisation() * (0.5 + 0.5 * movement.unity());
            lead.0 = lead.0.max(led);
            lead.1 = lead.1.max(movement.support());
        }
    }
    for (polity, (status, government, living, budget, forces)) in polities.iter() {
        let mut situation = situations.get_mut(polity);
        if !status.is_alive() {
            *situation = Situation::default();
            continue;
        }
        let ruler = status.ruler().map(|ruler| {
            let (_, government, _, budget, forces) = polities.get(ruler);
            (government, budget, forces)
        });
        let above = rules::above_gauge(&above_of(government, budget, forces, ruler), &rules, &mut NoTerms);
        let (led, support) = leads[polity];
        let backlash = government.repression() * (1.0 - government.franchise()) * support;
        let below = rules::below_gauge(
            living.grievance(),
            foreign_rule(*status, government, living),
            backlash,
            &rules,
            &mut NoTerms,
        );
        // Without any movement, organised classes find leaders of their own, half as well.
        let lead = led.max(0.5 * living.leaders_organisation());
        *situation = Situation { above, below, lead, ripeness: rules::ripeness(above, below, lead, &rules) };
    }
}
