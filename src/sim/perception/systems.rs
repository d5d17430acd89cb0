//! Perceive: estimates of the others, the balance as each sees it, the mood of the world.

use bevy::prelude::*;

use crate::base::{PolityId, Stream, hash, math};
use crate::content::vocabulary::WarKind;
use crate::sim::agents::{AgentRules, deliberates};
use crate::sim::conflict::Wars;
use crate::sim::crisis::{Crises, TOP_RUNG};
use crate::sim::diplomacy::{AgreementTag, Beliefs, Channel, Place, Relations};
use crate::sim::doctrine::Doctrines;
use crate::sim::population::{Atlas, Fate, Lore, Seat};
use crate::sim::quantities::{Eyes, Facts, LeftRows, Rows, Tie, threat};

use super::intelligence::{certainty_about, expose, found_out};
use super::rules::{Camp, Sight, correlation, estimate};
use super::{Feints, Outlook, PerceptionRules, WorldMood};

/// What lets each count the other's warheads.
const COUNTED: Tie = Tie::Agreement(AgreementTag::ArmsLimits);
/// Room for the estimates of a month.
const MANY_ESTIMATES: usize = 2048;

/// Gives every polity an outlook; it is filled once relations are open.
pub(super) fn open_outlooks(mut commands: Commands, atlas: Res<Atlas>, lore: Res<Lore>) {
    for id in lore.polities.ids() {
        commands.entity(atlas.polity(id)).insert(Outlook { correlation: 0.5, ..Outlook::default() });
    }
}

/// First estimates of all, and the mood of the world, before the first month.
pub(super) fn look_around(world: &mut World) {
    look(world, true);
}

/// Estimates of those who deliberate this month, and the mood of the world. They decide next, on the same rows.
pub(super) fn perceive(world: &mut World) {
    let rows = look(world, false);
    world.resource_mut::<LeftRows>().leave(rows);
}

/// World tension (0–1) to which the mood tends: the poles' quarrel, wars, crises.
pub(super) fn world_tension_target(
    facts: &Facts,
    world: &World,
    terms: &mut impl crate::sim::terms::Terms,
) -> f64 {
    /// Wars between states or with foreign troops at which that term is full.
    const MANY_WARS: f64 = 4.0;
    let rules = facts.rules;
    let poles = facts.poles.map_or(0.0, |[a, b]| facts.relations.tension(facts.agent(a), facts.agent(b)));
    let between = |kind| matches!(kind, WarKind::Interstate | WarKind::Intervention);
    let wars = world.resource::<Wars>().list().iter().filter(|war| between(war.kind)).count() as f64;
    let rung = world.resource::<Crises>().list().iter().map(|crisis| crisis.rung).max().unwrap_or(0);
    let mut sum = terms.add("world_tension.poles", rules.tension_poles * poles);
    sum += terms.add("world_tension.wars", rules.tension_wars * (wars / MANY_WARS).min(1.0));
    sum += terms.add("world_tension.crisis", rules.tension_crisis * f64::from(rung) / f64::from(TOP_RUNG));
    sum.clamp(0.0, 1.0)
}

/// What a record is to hold on the other's means.
type Write = (Place, Beliefs);

fn look(world: &mut World, all: bool) -> Rows {
    let rules = *world.resource::<PerceptionRules>();
    let agent_rules = *world.resource::<AgentRules>();
    let fate = *world.resource::<Fate>();
    let facts = Facts::take_up(world);
    let mut writes: Vec<Write> = Vec::with_capacity(MANY_ESTIMATES);
    let turn = |seat| all || deliberates(&facts, &agent_rules, seat, facts.now);
    let turns: Vec<PolityId> =
        facts.sovereigns.iter().copied().filter(|&id| turn(Seat::Polity(id))).collect();
    let feints = facts.world.resource::<Feints>();
    let eyes = Looking { facts: &facts, feints, rules: &rules, fate: &fate };
    for &id in &turns {
        eyes.estimates(Seat::Polity(id), bias_of(&facts, id), &mut writes);
    }
    for &id in facts.alive.iter().filter(|&&id| turn(Seat::Movement(id))) {
        eyes.estimates(Seat::Movement(id), 0.0, &mut writes);
    }
    let exposed = found_out(&facts, feints, &turns, &rules, &fate);
    let target = world_tension_target(&facts, facts.world, &mut crate::sim::terms::NoTerms);
    let rows = facts.into_rows();
    let mut mood = world.resource_mut::<WorldMood>();
    mood.tension = if all { target } else { math::adapt(mood.tension, target, rules.tension_half_life) };
    exposed.into_iter().for_each(|(by, of)| expose(world, by, of));
    let mut relations = world.resource_mut::<Relations>();
    for (place, beliefs) in writes {
        relations.believe(place, beliefs);
    }
    // Outlooks are formed on the estimates just made.
    let facts = Facts::resume(world, rows);
    let sides = facts.poles.map(|poles| [camp(&facts, poles[0], 0), camp(&facts, poles[1], 1)]);
    let outlooks: Vec<_> =
        turns.into_iter().map(|id| (id, outlook(&facts, id, sides.as_ref(), &rules))).collect();
    let mut rows = facts.into_rows();
    for (id, outlook) in outlooks {
        rows.see(id, &outlook);
        *crate::sim::access::Access::polity_mut::<Outlook>(world, id) = outlook;
    }
    rows
}

/// Bias of a state's doctrine abroad.
fn bias_of(facts: &Facts, id: PolityId) -> f64 {
    use crate::sim::access::Access;
    facts.content.doctrines[facts.world.polity::<Doctrines>(id).abroad()].bias
}

/// What those who look this month look with.
struct Looking<'a> {
    facts: &'a Facts<'a>,
    feints: &'a Feints,
    rules: &'a PerceptionRules,
    fate: &'a Fate,
}

impl Looking<'_> {
    /// Estimates of all of whom records are kept. One throw of luck an observer, spread over the others by their keys.
    fn estimates(&self, seat: Seat, bias: f64, writes: &mut Vec<Write>) {
        let Self { facts, rules, .. } = *self;
        let of = facts.atlas.agent(seat);
        let luck = self.fate.draw(facts.now, Stream::Perception, facts.atlas.key(seat), 0).word();
        for (place, to) in facts.relations.places(of) {
            let Seat::Polity(other) = facts.atlas.seat(to) else { continue };
            let row = &facts.polities[other];
            let feared = match seat {
                Seat::Polity(own) => facts.opposed(own, other),
                Seat::Movement(own) => facts.movements[own].against == other,
            };
            let sight = self.sight(seat, other, if feared { bias } else { 0.0 });
            // Under a treaty on arms each lets the other count.
            let counted = matches!(seat, Seat::Polity(own) if facts.tied(own, other, COUNTED));
            let mut word = hash::mix(luck ^ facts.atlas.key(Seat::Polity(other)));
            let mut seen = |before, truth| {
                word = hash::mix(word);
                let even = (word >> 11) as f64 / (1u64 << 53) as f64;
                estimate(before, truth, sight.bias, (2.0 * even - 1.0) * sight.noise, rules)
            };
            let before = facts.relations.beliefs(place);
            let beliefs = Beliefs {
                strength: seen(before.strength, row.strength * (1.0 + sight.shown)),
                // What the world reads are reports; whoever pads them is taken for larger than it is.
                product: seen(before.product, row.product * (1.0 + row.plan.padding)),
                warheads: match counted {
                    true => row.warheads,
                    false => seen(before.warheads, row.warheads * (1.0 + sight.shown)),
                },
            };
            writes.push((place, beliefs));
        }
    }

    /// With what bias and noise, and how far taken in, one looks at another.
    fn sight(&self, seat: Seat, other: PolityId, bias: f64) -> Sight {
        let shown = self.feints.shown(other);
        match seat {
            // Allies show each other their books.
            Seat::Polity(own) if self.facts.allied(own, other) => Sight { bias, noise: 0.3, shown: 0.0 },
            Seat::Polity(own) => {
                let certainty = certainty_about(self.facts, own, other, self.rules);
                Sight::through(certainty, bias, 1.0, shown, self.rules)
            }
            Seat::Movement(_) => Sight { bias, noise: 1.0, shown },
        }
    }
}

/// One pole's side as it is.
fn camp(facts: &Facts, pole: PolityId, side: u8) -> Camp {
    let mut camp = Camp::default();
    let (mut trust, mut members) = (0.0, 0.0);
    for (id, row) in facts.polities.iter() {
        if row.side == Some(side) && row.status.is_alive() {
            camp.product += row.product;
            camp.strength += row.strength;
            camp.warheads += row.warheads;
            camp.people += row.people;
            if id != pole && row.sovereign() {
                trust += facts.relations.trust(facts.agent(id), facts.agent(pole));
                members += 1.0;
            }
        }
    }
    camp.cohesion = math::ratio_or(trust, members, 0.5);
    let system = facts.polities[pole].system();
    for movement in facts.movements.values() {
        let leans = movement.alive && movement.form.system() == system;
        if leans && facts.polities[movement.home].side != Some(side) {
            camp.movements += movement.strength;
        }
    }
    let lead = &facts.polities[pole];
    camp.prestige = (0.5 * lead.legitimacy + 2.5 * lead.growth + 0.25 * lead.standard).clamp(0.0, 1.0);
    camp
}

/// The balance, the rival and the patron as one state sees them.
fn outlook(facts: &Facts, id: PolityId, sides: Option<&[Camp; 2]>, rules: &PerceptionRules) -> Outlook {
    let row = &facts.polities[id];
    let (mut rival, mut patron) = ((rules.feared_from, None), (0.0, None));
    let mut believed_sides = sides.copied();
    for (place, to) in facts.relations.places(facts.agent(id)) {
        let Seat::Polity(other) = facts.atlas.seat(to) else { continue };
        let it = &facts.polities[other];
        if let (Some(camps), Some(side)) = (&mut believed_sides, it.side) {
            let beliefs = facts.relations.beliefs(place);
            let camp = &mut camps[usize::from(side)];
            camp.product += beliefs.product - it.product;
            camp.strength += beliefs.strength - it.strength;
            camp.warheads += beliefs.warheads - it.warheads;
        }
        if !it.sovereign() {
            continue;
        }
        let threat = threat(facts, id, other, Eyes::Believed);
        if outdoes(facts, id, (threat, other), rival) {
            rival = (threat, Some(other));
        }
        let stronger = it.strength > row.strength && !facts.opposed(id, other);
        if stronger && facts.poles.is_none_or(|poles| !poles.contains(&id)) {
            let trust = facts.relations.at(Channel::Trust, place);
            let lean = trust * (0.2 + facts.relations.influence(to, facts.agent(id)));
            let lean = lean * if facts.allied(id, other) { 2.0 } else { 1.0 };
            if outdoes(facts, id, (lean, other), patron) {
                patron = (lean, Some(other));
            }
        }
    }
    let (correlation, terms) = match (believed_sides, own_side(facts, id)) {
        (Some(camps), Some(own)) => correlation(&camps[own], &camps[1 - own], rules),
        _ => (0.5, [0.5; 7]),
    };
    Outlook { correlation, terms, rival: rival.1, patron: patron.1 }
}

/// Whether one means more to a state than the other held so far; of equals the one whose lot is drawn.
fn outdoes(
    facts: &Facts,
    to: PolityId,
    (weight, one): (f64, PolityId),
    (most, held): (f64, Option<PolityId>),
) -> bool {
    let lot = |other| facts.lot(Seat::Polity(to), Seat::Polity(other));
    weight > most || weight == most && held.is_some_and(|held| lot(one) < lot(held))
}

/// Whose balance a state watches: its own side's, or that of the pole it trusts more; neither's if it trusts both alike.
fn own_side(facts: &Facts, id: PolityId) -> Option<usize> {
    let side = facts.polities[id].side.map(usize::from);
    side.or_else(|| facts.more_trusted(id, &facts.poles?))
}
