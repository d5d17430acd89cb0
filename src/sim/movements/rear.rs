//! The rear of movements: countries next door that let them rest and train, and the roads by which help arrives.
//!
//! A free country that is of the movement's own kind, or pays it, and has no pact with those it fights, is a sanctuary: what
//! repression takes heals behind the frontier, and defeat is less often the end. Help comes in full over such a frontier, in part
//! over a coast, and least where there is neither. Source: DESIGN §6 (bases, sanctuary, supply), MECHANICS L4.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::base::{Id, MovementId, PolityId};
use crate::content::defs::{Content, Passage};
use crate::content::vocabulary::{FormOfRule, System};
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements};
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Clock, Lore, Movements, Polities};

use super::MovementRules;
use super::components::Movement;

/// Months between two looks at a movement's rear.
const EVERY: u32 = 3;

/// How far a state is a movement's own kind (0–1), where it does not pay it: under the form of rule that the movement wants; of the
/// other system than the one it fights; of its side among the poor countries. Own estimates, alike for East and West.
fn kin(movement: FormOfRule, state: FormOfRule, ruler: FormOfRule) -> f64 {
    let polar = |form: FormOfRule| form.system() != System::South;
    let national = |form: FormOfRule| form == FormOfRule::NationalBourgeois;
    if movement == state {
        0.8
    } else if polar(state) {
        if polar(ruler) && state.system() != ruler.system() { 0.6 } else { 0.0 }
    } else if national(state) || !national(movement) && !polar(movement) {
        0.5
    } else {
        0.0
    }
}

/// How far the countries next door shelter a movement (0–1): as far as the one that does most.
fn sanctuary_of(
    id: MovementId,
    ground: PolityId,
    lore: &Content,
    lands: &Lands,
    agreements: &Agreements,
    polities: &Polities<(&Status, &Government)>,
) -> f64 {
    let def = &lore.movements[id];
    let ruler = polities.get(ground).0.ruler().unwrap_or(ground);
    let fought = polities.get(ruler).1.form();
    let helps =
        |one: &&Agreement| matches!(one.terms, AgreementTerms::Arms { movement, .. } if movement == id);
    let payers: Vec<PolityId> =
        agreements.of_kind(AgreementTag::Arms).filter(helps).map(|one| one.a).collect();
    let mut best = 0.0_f64;
    for neighbour in &lore.territories[def.territory].neighbours {
        let host = lands.owner(neighbour.territory);
        let (status, government) = polities.get(host);
        let bound = agreements.between(host, ruler, AgreementTag::Pact).is_some();
        if neighbour.passage == Passage::SeaLane
            || host == ground
            || host == ruler
            || !status.is_sovereign()
            || bound
        {
            continue;
        }
        let given = if payers.contains(&host) { 1.0 } else { kin(def.form, government.form(), fought) };
        best = best.max(given);
    }
    best
}

/// Share of what is sent that arrives (0–1), by the frontier that is open and the coast.
fn supply_of(sanctuary: f64, coast: bool, rules: &MovementRules) -> f64 {
    let alone = if coast { rules.supply_by_sea } else { rules.supply_alone };
    (alone + (1.0 - alone) * sanctuary).clamp(0.0, 1.0)
}

/// Looks anew at the rear of a third of the movements each month.
pub(super) fn survey_rears(clock: Res<Clock>, around: Around, movements: Movements<&mut Movement>) {
    let month = clock.now().0;
    around.survey(movements, |id| (month + id.index() as u32).is_multiple_of(EVERY));
}

/// Looks at the rear of all movements, before the first month.
pub(super) fn look_to_rears(around: Around, movements: Movements<&mut Movement>) {
    around.survey(movements, |_| true);
}

/// What a movement's rear is seen by.
#[derive(SystemParam)]
pub(super) struct Around<'w, 's> {
    rules: Res<'w, MovementRules>,
    lore: Res<'w, Lore>,
    lands: Res<'w, Lands>,
    agreements: Res<'w, Agreements>,
    polities: Polities<'w, 's, (&'static Status, &'static Government)>,
}

impl Around<'_, '_> {
    fn survey(&self, mut movements: Movements<&mut Movement>, has_turn: impl Fn(MovementId) -> bool) {
        for id in movements.ids() {
            if !has_turn(id) || !movements.get(id).is_alive() {
                continue;
            }
            let territory = &self.lore.territories[self.lore.movements[id].territory];
            let ground = self.lands.owner(self.lore.movements[id].territory);
            let sanctuary =
                sanctuary_of(id, ground, &self.lore, &self.lands, &self.agreements, &self.polities);
            let coast = territory.neighbours.iter().any(|neighbour| neighbour.passage == Passage::SeaLane);
            let mut movement = movements.get_mut(id);
            movement.sanctuary = sanctuary;
            movement.supply = supply_of(sanctuary, coast, &self.rules);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::rules;

    #[test]
    fn kin_is_alike_for_both_systems() {
        use FormOfRule as F;
        for (ours, theirs) in [(F::Socialist, F::CapitalistCore), (F::CapitalistCore, F::Socialist)] {
            assert_eq!(kin(ours, ours, theirs), 0.8);
            assert_eq!(kin(F::NationalBourgeois, ours, theirs), 0.6);
            assert_eq!(kin(F::NationalBourgeois, ours, ours), 0.0);
            assert_eq!(kin(ours, theirs, theirs), 0.0);
        }
    }

    #[test]
    fn an_open_frontier_brings_all_and_a_coast_a_part() {
        let rules = MovementRules::read(&rules()).expect("the shipped rules are complete");
        assert_eq!(supply_of(1.0, false, &rules), 1.0);
        assert!(supply_of(0.0, true, &rules) > supply_of(0.0, false, &rules));
        assert!(supply_of(0.5, false, &rules) > supply_of(0.0, false, &rules));
    }
}
