//! The revolutionary situation of every polity.

use bevy::prelude::*;

use crate::base::{IdVec, PolityId};
use crate::sim::conflict::Forces;
use crate::sim::finance::Budget;
use crate::sim::politics::{Government, Lands, Status, foreign_rule};
use crate::sim::population::{Atlas, Lore, Movements, Polities};
use crate::sim::society::Living;
use crate::sim::terms::{NoTerms, TermList, Terms};

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

/// The terms of the three gauges of a polity as it stands now.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GaugeTerms {
    /// Of those above.
    pub above: TermList,
    /// Of those below.
    pub below: TermList,
    /// Of who could lead; the larger counts.
    pub lead: TermList,
}

/// The terms of the three gauges, from the same rules on the state of now, for those who ask why.
pub fn gauge_terms(world: &World, polity: PolityId) -> GaugeTerms {
    let (rules, atlas) = (world.resource::<MovementRules>(), world.resource::<Atlas>());
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let of = |id: PolityId| {
        let entity = world.entity(atlas.polity(id));
        let row = entity.get_components::<(&Status, &Government, &Living, &Budget, &Forces)>();
        row.expect("polities get their components at genesis")
    };
    let (status, government, living, budget, forces) = of(polity);
    let mut terms = GaugeTerms::default();
    let ruler = status.ruler().map(|ruler| {
        let (_, government, _, budget, forces) = of(ruler);
        (government, budget, forces)
    });
    rules::above_gauge(&above_of(government, budget, forces, ruler), rules, &mut terms.above);
    let (mut led, mut support) = (0.0_f64, 0.0_f64);
    for (id, _) in lore.movements.iter().filter(|(_, def)| lands.owner(def.territory) == polity) {
        if let Some(movement) = world.get::<Movement>(atlas.movement(id)).filter(|row| row.is_alive()) {
            led = led.max(led_by(movement));
            support = support.max(movement.support());
        }
    }
    let backlash = backlash(government, support);
    let foreign = foreign_rule(*status, government, living);
    rules::below_gauge(living.grievance(), foreign, backlash, rules, &mut terms.below);
    terms.lead.add("lead.movement", led);
    terms.lead.add("lead.classes", led_by_classes(living));
    terms
}

/// How well a movement leads (0–1). A movement of part of a union leads part of its people only.
fn led_by(movement: &Movement) -> f64 {
    movement.organisation() * (0.5 + 0.5 * movement.unity())
}

/// How well organised classes lead where there is no movement: half as well (0–1).
fn led_by_classes(living: &Living) -> f64 {
    0.5 * living.leaders_organisation()
}

/// How far repression without votes turns sympathy into anger (0–1).
fn backlash(government: &Government, support: f64) -> f64 {
    government.repression() * (1.0 - government.franchise()) * support
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
            lead.0 = lead.0.max(led_by(movement));
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
        let backlash = backlash(government, support);
        let below = rules::below_gauge(
            living.grievance(),
            foreign_rule(*status, government, living),
            backlash,
            &rules,
            &mut NoTerms,
        );
        let lead = led.max(led_by_classes(living));
        *situation = Situation { above, below, lead, ripeness: rules::ripeness(above, below, lead, &rules) };
    }
}
