//! The record of each rising: why a movement took up arms, what it could bring, what it cost, how it ended.
//!
//! A record begins where a movement rises, which one line of the effect tells; it ends at the end of the month in which
//! the movement is no longer in arms. Nothing acts on these records.

mod components;

pub use components::{Rising, RisingEnd, RisingTerms, Risings};

use bevy::prelude::*;

use crate::base::{MovementId, People};
use crate::content::vocabulary::Harm;
use crate::sim::conflict::Wars;
use crate::sim::ledger::HarmBook;
use crate::sim::politics::Lands;
use crate::sim::population::{Atlas, Clock, Lore, Movements, Seat};
use crate::sim::terms::TermList;

use super::MovementRules;
use super::authority::authority_of;
use super::components::{Movement, MovementPhase, Situation};
use super::rules;
use super::situation::gauge_terms;

/// Begins the record of a movement that has taken up arms, or is in arms when the campaign begins.
pub(in crate::sim) fn begin(world: &mut World, movement: MovementId, from_start: bool) {
    let atlas = world.resource::<Atlas>();
    let territory = world.resource::<Lore>().movements[movement].territory;
    let ground = world.resource::<Lands>().owner(territory);
    let (Some(row), Some(situation)) = (
        world.get::<Movement>(atlas.movement(movement)).copied(),
        world.get::<Situation>(atlas.polity(ground)).copied(),
    ) else {
        return;
    };
    let charged = world.resource::<HarmBook>().of(atlas.agent(Seat::Movement(movement)), Harm::War);
    let rising = Rising {
        movement,
        territory,
        ground,
        against: row.against,
        from_start,
        began: row.since,
        above: situation.above,
        below: situation.below,
        lead: situation.lead,
        ripeness: situation.ripeness,
        terms: terms_of(world, movement, &row),
        support: row.support,
        organisation: row.organisation,
        unity: row.unity,
        help: row.help,
        strength: row.strength,
        patron: row.patron,
        most_ground: row.control,
        charged_before: charged,
        charged: People::ZERO,
        war: None,
        dead_before: People::ZERO,
        dead: People::ZERO,
        noted: None,
        ended: None,
    };
    let now = world.resource::<Clock>().now();
    let mut risings = world.resource_mut::<Risings>();
    // Whoever lays arms down and takes them up again in one month has ended one rising and begun another.
    risings.end(movement, now, RisingEnd::Talks);
    risings.list.push(rising);
}

/// What weighed in the situation and in the strength of both sides.
fn terms_of(world: &World, movement: MovementId, row: &Movement) -> RisingTerms {
    let rules = world.resource::<MovementRules>();
    let def = &world.resource::<Lore>().movements[movement];
    let ground = world.resource::<Lands>().owner(def.territory);
    let terrain = world.resource::<Lore>().territories[def.territory].guerrilla_terrain;
    let gauges = gauge_terms(world, ground);
    let (mut power, mut government) = (TermList::default(), TermList::default());
    rules::movement_power(row.support, row.organisation, row.unity, terrain, row.help, rules, &mut power);
    rules::government_power(&authority_of(world, ground), rules, &mut government);
    RisingTerms::of(&[gauges.above, gauges.below, gauges.lead, power, government])
}

/// Takes up the records of movements in arms that have none: in the first month, of those that are in arms when the
/// campaign begins, once the situation has been weighed.
pub(super) fn take_up(world: &mut World) {
    let (lore, atlas) = (world.resource::<Lore>(), world.resource::<Atlas>());
    let risings = world.resource::<Risings>();
    let missing: Vec<MovementId> = lore
        .movements
        .ids()
        .filter(|&id| {
            let movement = world.get::<Movement>(atlas.movement(id));
            movement.is_some_and(|movement| movement.phase == MovementPhase::InArms)
                && risings.open(id).is_none()
        })
        .collect();
    let from_start = world.resource::<Clock>().played() <= 1;
    for id in missing {
        begin(world, id, from_start);
    }
}

/// Counts the dead of the month's fighting and the ground held: the dead of the war in which the movement fights, and
/// those of them that the book of harm charges to the movement.
pub(super) fn count_dead(
    atlas: Res<Atlas>,
    wars: Res<Wars>,
    harm: Res<HarmBook>,
    movements: Movements<&Movement>,
    mut risings: ResMut<Risings>,
) {
    for rising in risings.list.iter_mut().filter(|rising| rising.ended.is_none()) {
        let seat = Seat::Movement(rising.movement);
        rising.charged = harm.of(atlas.agent(seat), Harm::War) - rising.charged_before;
        let fights = wars.list().iter().find(|war| war.attacker.has(seat) || war.defender.has(seat));
        if let Some(war) = fights {
            if rising.war != Some(war.number) {
                (rising.war, rising.dead_before) = (Some(war.number), rising.dead);
            }
            rising.dead = rising.dead_before + People(war.dead);
        }
        rising.most_ground = rising.most_ground.max(movements.get(rising.movement).control);
    }
}

/// Closes the records of movements that are no longer in arms.
pub(super) fn close(
    clock: Res<Clock>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    movements: Movements<&Movement>,
    mut risings: ResMut<Risings>,
) {
    let now = clock.now();
    for rising in risings.list.iter_mut().filter(|rising| rising.ended.is_none()) {
        let movement = movements.get(rising.movement);
        if movement.phase == MovementPhase::InArms {
            continue;
        }
        let def = &lore.movements[rising.movement];
        let owner = lands.owner(def.territory);
        let end = match (rising.noted, movement.phase) {
            (_, MovementPhase::Victorious) => RisingEnd::Won,
            // The ground has gone to the state that it wanted to join.
            _ if owner == def.wants && rising.ground != def.wants => RisingEnd::Won,
            (Some(noted), _) => noted,
            (None, MovementPhase::Broken) => RisingEnd::PeteredOut,
            (None, _) if movement.against != rising.against && owner != rising.ground => {
                RisingEnd::OpponentLeft
            }
            (None, _) => RisingEnd::Talks,
        };
        rising.ended = Some((now, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_terms_come_first_and_every_term_of_the_rules_has_a_place() {
        let mut one = TermList::default();
        crate::sim::terms::Terms::add(&mut one, "above.legitimacy", 0.2);
        crate::sim::terms::Terms::add(&mut one, "above.weariness", 0.3);
        let terms = RisingTerms::of(&[one]);
        let above: Vec<_> = terms.above().collect();
        assert_eq!(above.iter().map(|(key, _)| *key).collect::<Vec<_>>(), RisingTerms::ABOVE);
        assert_eq!(above[3], ("above.weariness", 0.3));
        let rules =
            MovementRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete");
        let mut list = TermList::default();
        rules::above_gauge(&rules::Above::default(), &rules, &mut list);
        rules::below_gauge(0.0, 0.0, 0.0, &rules, &mut list);
        rules::movement_power(0.1, 0.1, 0.1, 0.1, 0.1, &rules, &mut list);
        rules::government_power(&rules::Authority::default(), &rules, &mut list);
        for term in list.as_slice() {
            assert!(RisingTerms::KEYS.contains(&term.label), "`{}` has no place in the record", term.label);
        }
    }
}
