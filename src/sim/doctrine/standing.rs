//! Standing effects: what goes on by itself while a line is in force, a year's worth at a time. Source: DESIGN §8.

use crate::base::DoctrineId;
use crate::sim::access::Access;
use crate::sim::diplomacy::has_turn;
use crate::sim::effects::Effect;
use crate::sim::events::effect;
use crate::sim::population::Seat;
use crate::sim::quantities::{Binding, Eyes, Facts, NoInterface, holds};

use super::{Doctrines, MovementDoctrines};

/// Months for which an effect is reckoned at once.
const YEAR: u32 = 12;

/// What the lines of all whose turn it is bring about this month; a human's go on like others'.
pub(super) fn due(facts: &Facts, effects: &mut Vec<Effect>) {
    let turn = |seat: Seat| has_turn(facts.atlas.turn(seat), facts.now.0, YEAR);
    for &id in facts.sovereigns.iter().filter(|&&id| turn(Seat::Polity(id))) {
        for doctrine in facts.world.polity::<Doctrines>(id).all() {
            of_one(facts, Seat::Polity(id), doctrine, effects);
        }
    }
    let lines = facts.world.resource::<MovementDoctrines>();
    for &id in facts.alive.iter().filter(|&&id| turn(Seat::Movement(id))) {
        of_one(facts, Seat::Movement(id), lines.of(id), effects);
    }
}

fn of_one(facts: &Facts, seat: Seat, doctrine: DoctrineId, effects: &mut Vec<Effect>) {
    let binding = Binding::this(seat);
    let goes_on = facts.content.doctrines[doctrine]
        .effects
        .iter()
        .filter(|one| holds(facts, &one.when, binding, Eyes::Truth, &NoInterface));
    effects.extend(goes_on.filter_map(|one| effect(facts, &one.does, binding)));
}
