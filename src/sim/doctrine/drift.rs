//! Drift: occasions on which those who hold a line look at it anew, and what comes of them.
//!
//! Elections, changes of leaders, lost wars and crises are told of as they happen ([`Effect::Occasion`]); congresses
//! fall due by the calendar, hardship and a shift of the correlation of forces are looked for once a quarter. What a
//! line may come to, and under which conditions, is content: no rule here names anybody. The seat a human sits in
//! changes its line by orders alone. Source: DESIGN §8.

use bevy::prelude::World;

use crate::base::{DoctrineId, PolityId, Stream};
use crate::content::defs::{DriftDef, TurnDef};
use crate::content::vocabulary::{FormOfRule, Occasion};
use crate::sim::access::Access;
use crate::sim::agents::Players;
use crate::sim::diplomacy::has_turn;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Government;
use crate::sim::population::{Clock, Fate, Seat};
use crate::sim::quantities::{Binding, Eyes, Facts, NoInterface, holds};

use super::components::{Occasions, Repute};
use super::{DoctrineRules, Doctrines, Tuning, rules, standing};

/// Months between two looks at hardship and the correlation of forces.
const QUARTER: u32 = 3;
/// Purpose of luck in this file; positions in a list of drift are added.
const DRIFT: u32 = 60;

/// What a month's review of lines has found.
pub(in crate::sim) struct Review {
    effects: Vec<Effect>,
    /// Who has taken stock: the correlation it saw, and whether hardship shook it.
    stock: Vec<(PolityId, f64, bool)>,
}

/// What goes on by itself, and what comes of a look at all occasions that wait and at those that the calendar and the quarter bring, on the facts of this month.
pub(in crate::sim) fn review(facts: &Facts) -> Review {
    let world = facts.world;
    let rules = world.resource::<DoctrineRules>();
    let player = world.resource::<Players>().seat();
    let mut review = Review { effects: Vec::new(), stock: Vec::new() };
    standing::due(facts, &mut review.effects);
    for &(polity, occasion) in &world.resource::<Occasions>().waiting {
        if facts.polities[polity].sovereign() && Some(Seat::Polity(polity)) != player {
            take_up(facts, polity, occasion, &mut review.effects);
        }
    }
    for &polity in &facts.sovereigns {
        let key = facts.atlas.turn(Seat::Polity(polity));
        if Some(Seat::Polity(polity)) == player {
            continue;
        }
        let congress = rules.congress_months as u32;
        if has_turn(key, facts.now.0, congress) && holds_congresses(world, polity) {
            take_up(facts, polity, Occasion::Congress, &mut review.effects);
        }
        if has_turn(key, facts.now.0, QUARTER) {
            take_stock(facts, polity, rules, &mut review);
        }
    }
    review
}

/// Whether a party that holds congresses governs: one that came to power as a movement, or that of a socialist state.
fn holds_congresses(world: &World, polity: PolityId) -> bool {
    let government = world.polity::<Government>(polity);
    government.form() == FormOfRule::Socialist || government.led_by().is_some()
}

/// Looks for hardship, and for a shift of the correlation of forces since stock was last taken.
fn take_stock(facts: &Facts, polity: PolityId, rules: &DoctrineRules, review: &mut Review) {
    let (row, repute) = (&facts.polities[polity], facts.world.polity::<Repute>(polity));
    let shaken = f64::from(facts.now.since(repute.shaken)) < rules.shock_rest;
    let hardship = row.standard < rules.hardship && !shaken;
    let tilt = repute.stock.is_some_and(|stock| (row.correlation - stock).abs() >= rules.tilt);
    if hardship {
        take_up(facts, polity, Occasion::Hardship, &mut review.effects);
    }
    if tilt {
        take_up(facts, polity, Occasion::Tilt, &mut review.effects);
    }
    if hardship || tilt || repute.stock.is_none() {
        let seen = if tilt || repute.stock.is_none() { Some(row.correlation) } else { repute.stock };
        review.stock.push((polity, seen.unwrap_or(row.correlation), hardship));
    }
}

/// What an occasion comes to under each line in force: the first that is thought of, whose condition holds and which
/// luck does not pass by.
fn take_up(facts: &Facts, polity: PolityId, occasion: Occasion, turns: &mut Vec<Effect>) {
    let doctrines = *facts.world.polity::<Doctrines>(polity);
    for doctrine in doctrines.all() {
        let found = facts.content.doctrines[doctrine].drift.iter().enumerate().find(|(index, one)| {
            one.on.contains(&occasion)
                && possible(facts, polity, doctrine, &doctrines, one)
                && comes_about(facts, polity, *index, one)
        });
        if let Some((index, _)) = found {
            turns.push(Effect::Drift { of: polity, doctrine, turn: index as u16, occasion });
        }
    }
}

fn possible(
    facts: &Facts,
    polity: PolityId,
    doctrine: DoctrineId,
    doctrines: &Doctrines,
    one: &DriftDef,
) -> bool {
    let changes = match one.turn {
        TurnDef::Adopt { doctrine: heir } => !doctrines.follows(heir, doctrines.scope_of(doctrine)),
        TurnDef::Amend { parameter, by } => {
            let of = facts.agent(polity);
            let value = facts.world.resource::<Tuning>().in_force(of, doctrine)[parameter];
            let range = &facts.content.doctrines[doctrine].parameters[parameter];
            if by > 0.0 { value < range.max } else { value > range.min }
        }
    };
    let player = facts.world.resource::<Players>().seat();
    let binding = Binding { this: Some(Seat::Polity(polity)), target: None, player };
    changes && holds(facts, &one.when, binding, Eyes::Believed, &NoInterface)
}

fn comes_about(facts: &Facts, polity: PolityId, index: usize, one: &DriftDef) -> bool {
    let key = facts.atlas.key(Seat::Polity(polity));
    let purpose = DRIFT + index as u32;
    one.chance >= 1.0
        || facts.world.resource::<Fate>().draw(facts.now, Stream::Politics, key, purpose).chance(one.chance)
}

/// Writes down what a review has found. Once a quarter, what was lost of credibility comes back in part.
pub(in crate::sim) fn settle(world: &mut World, review: Review) {
    let now = world.resource::<Clock>().now();
    world.resource_mut::<Occasions>().waiting.clear();
    for (polity, seen, shaken) in review.stock {
        let mut repute = world.polity_mut::<Repute>(polity);
        repute.stock = Some(seen);
        if shaken {
            repute.shaken = now;
        }
    }
    if now.0.is_multiple_of(QUARTER) {
        let kept = rules::kept(f64::from(QUARTER), world.resource::<DoctrineRules>());
        let mut all = world.query::<&mut Repute>();
        for mut repute in all.iter_mut(world) {
            if repute.strains.iter().any(|&strain| strain > 0.0) {
                repute.keep(kept);
            }
        }
    }
    let mut effects = world.resource_mut::<Effects>();
    review.effects.into_iter().for_each(|turn| effects.push(turn));
}
