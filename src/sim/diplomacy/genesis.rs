//! Relations and recognition at the start: from systems, blocs, the map and what the scenario says.

use bevy::prelude::*;

use crate::base::{Matrix, Money, PolityId};
use crate::content::defs::{Content, StartStatus};
use crate::content::vocabulary::FormOfRule;
use crate::sim::economy::TheStart;
use crate::sim::population::{Atlas, Lore, Seat};
use crate::sim::quantities::Facts;
use crate::sim::terms::NoTerms;

use super::components::{Agreement, Agreements, Terms};
use super::pairs::{both_ways, recognises_claimant, relevant, seats};
use super::relations::{Channel, Relations};
use super::rules::{influence_target, tension_target, trust_target};
use super::{DiplomacyRules, Recognition};

/// Empty records and recognition; the rest has to wait until every subsystem has opened.
pub(super) fn open(
    mut relations: ResMut<Relations>,
    mut recognition: ResMut<Recognition>,
    mut agreements: ResMut<Agreements>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    start: Res<TheStart>,
) {
    *relations = Relations::open(atlas.agents());
    recognition.cells = recognised_at_start(&lore);
    for def in &lore.scenario.reparations {
        let monthly = Money::rounded(start.0.of[def.from].product * def.share);
        let terms = Terms::Reparations { monthly };
        let (since, until) = (lore.scenario.start, Some(def.until));
        agreements.enter(Agreement { a: def.from, b: def.to, terms, since, until });
    }
    // Whoever has been promised independence is in talks on it.
    for (id, def) in lore.polities.iter() {
        let (StartStatus::Dependent { of: ruler } | StartStatus::Occupied { by: ruler }) = def.start.status
        else {
            continue;
        };
        if let Some(promise) = &def.start.promised {
            let (terms, since) = (Terms::IndependenceTalks, lore.scenario.start);
            agreements.enter(Agreement { a: ruler, b: id, terms, since, until: Some(promise.by) });
        }
    }
}

fn recognised_at_start(content: &Content) -> Matrix<PolityId, bool> {
    let mut cells = Matrix::filled(true, content.polities.len());
    let form = |id: PolityId| content.polities[id].start.form;
    for (_, claim) in content.claims.iter() {
        let stands = |id: &PolityId| content.polities[*id].start.status == StartStatus::Sovereign;
        let standing: Vec<PolityId> = claim.claimants.iter().copied().filter(stands).collect();
        for &claimant in &standing {
            let rivals: Vec<FormOfRule> =
                standing.iter().filter(|&&other| other != claimant).map(|&id| form(id)).collect();
            if rivals.is_empty() {
                continue;
            }
            let (seated, any_seated) = (claim.seated == Some(claimant), claim.seated.is_some());
            for by in content.polities.ids() {
                cells[(by, claimant)] = !standing.contains(&by)
                    && recognises_claimant(form(by), form(claimant), &rivals, seated, any_seated);
            }
        }
        for &(by, whom) in &claim.recognitions {
            cells[(by, whom)] = true;
        }
    }
    cells
}

/// Opens every agent's records with the values to which its relations tend, then writes what the scenario says.
pub(super) fn acquaint(world: &mut World) {
    let rules = *world.resource::<DiplomacyRules>();
    let facts = Facts::gather(world);
    let chosen: Vec<_> = seats(&facts).map(|seat| (seat, relevant(&facts, seat))).collect();
    let mut writes = Vec::new();
    for (seat, others) in &chosen {
        for &other in others {
            writes.push((
                facts.atlas.agent(*seat),
                other,
                opening(&facts, *seat, facts.atlas.seat(other), &rules),
            ));
        }
    }
    drop(facts);
    let lore = world.resource::<Lore>().clone();
    let atlas = world.resource::<Atlas>().clone();
    let mut relations = world.resource_mut::<Relations>();
    for (of, to, values) in writes {
        relations.meet(of, to);
        values.write(&mut relations, of, to);
    }
    for given in &lore.relations {
        let (of, to) = (atlas.agent(Seat::Polity(given.of)), atlas.agent(Seat::Polity(given.to)));
        relations.meet(of, to);
        let mut write = |channel, value: Option<f64>| {
            if let Some(value) = value {
                relations.write(channel, of, to, value);
            }
        };
        write(Channel::Trust, given.trust);
        write(Channel::Tension, given.tension);
        write(Channel::Influence, given.influence);
        if let Some(tension) = given.tension {
            relations.meet(to, of);
            relations.write(Channel::Tension, to, of, tension);
        }
    }
}

/// Values with which a record is opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    pub(super) trust: f64,
    pub(super) tension: f64,
    pub(super) influence: f64,
}

impl Opening {
    pub(super) fn write(self, relations: &mut Relations, of: crate::base::AgentId, to: crate::base::AgentId) {
        relations.write(Channel::Trust, of, to, self.trust);
        relations.write(Channel::Tension, of, to, self.tension);
        relations.write(Channel::Influence, of, to, self.influence);
    }
}

/// The values to which a relation tends; a record opens with them. Influence is that of `of` over `to`.
pub(super) fn opening(facts: &Facts, of: Seat, to: Seat, rules: &DiplomacyRules) -> Opening {
    match (of, to) {
        (Seat::Polity(a), Seat::Polity(b)) => {
            let [own, mirrored] = both_ways(facts, a, b, &facts.bonds(a, b));
            let tension = tension_target(&own, rules, &mut NoTerms);
            let trust = trust_target(&own, tension, rules, &mut NoTerms);
            let trusted = trust_target(&mirrored, tension, rules, &mut NoTerms);
            Opening { trust, tension, influence: influence_target(&mirrored, trusted, rules, &mut NoTerms) }
        }
        (Seat::Polity(state), Seat::Movement(movement)) => with_movement(facts, state, movement, true),
        (Seat::Movement(movement), Seat::Polity(state)) => with_movement(facts, state, movement, false),
        (Seat::Movement(_), Seat::Movement(_)) => Opening { trust: 0.3, tension: 0.1, influence: 0.0 },
    }
}

/// Between a state and a movement: kinship and help make trust, standing against makes tension.
fn with_movement(
    facts: &Facts,
    state: PolityId,
    movement: crate::base::MovementId,
    of_state: bool,
) -> Opening {
    use crate::sim::quantities::affinity;
    let row = &facts.movements[movement];
    let kin = affinity(facts, Seat::Polity(state), Seat::Movement(movement));
    let enemies = row.against == state || row.home == state;
    let helped = row.patron == Some(state);
    // Own estimates: enemies know each other's word is a weapon; a helper is half trusted for helping.
    let trust: f64 = if enemies { 0.1 } else { 0.1 + 0.5 * kin + if helped { 0.2 } else { 0.0 } };
    let tension = if enemies { 0.5 + 0.4 * row.strength } else { 0.2 * (1.0 - kin) };
    let influence = if of_state && helped { row.help } else { 0.0 };
    Opening { trust: trust.min(1.0), tension, influence }
}
