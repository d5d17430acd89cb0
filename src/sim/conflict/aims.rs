//! Aims tested against an exit: allies join, wars are decided, go-betweens come to tired sides.

use bevy::prelude::*;

use crate::base::{OrganisationId, PolityId, Stream};
use crate::content::defs::Content;
use crate::content::vocabulary::QuarrelRung;
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::effects::{Effect, Effects};
use crate::sim::organisations::acts::{defends, is_called_to_cease};
use crate::sim::organisations::{Assembly, Organisation, Organisations, Quarrels};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};

use super::ConflictRules;
use super::components::{War, WarSide, Wars};
use super::fight::Sides;
use super::peace::principals;
use super::record::{WarEnd, WarRecord};
use super::rules;

/// Purposes of luck in this file; those of the month's fighting come before them.
const EXIT: u32 = 2;
const JOIN: u32 = 3;

/// Months between looks at aims, stakes and allies.
const QUARTER: u32 = 3;

/// Allies join, wars are decided, and where both sides would have an exit, go-betweens come.
pub(super) fn test_aims(
    rules: Res<ConflictRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    agreements: Res<Agreements>,
    (organisations, quarrels, assembly): (Res<Organisations>, Res<Quarrels>, Res<Assembly>),
    (mut wars, mut record): (ResMut<Wars>, ResMut<WarRecord>),
    mut effects: ResMut<Effects>,
    sides: Sides,
) {
    let now = clock.now();
    wars.sounded.clear();
    let count = wars.list.len();
    for index in 0..count {
        let war = wars.list[index].clone();
        // Struggles for power end where movements win, break or talk.
        let Some([a, b]) = principals(&war) else { continue };
        if war.front >= rules.decision || (war.front <= 1.0 - rules.decision && now.since(war.since) > 3) {
            effects.push(Effect::EndWar { a: Seat::Polity(a), b: Seat::Polity(b), why: WarEnd::Decided });
            continue;
        }
        if !(now.0 + war.number).is_multiple_of(QUARTER) {
            continue;
        }
        let promised = guarantors(b, &lore, &agreements, (&organisations, &quarrels));
        if let Some(ally) = joining(&war, &rules, now, &fate, &atlas, &promised, &sides) {
            wars.list[index].defender.polities.push(ally);
            record.follow(&wars.list[index]);
        }
        let weary = |side: &WarSide| {
            let levels = side.polities.iter().map(|&id| sides.get(id).2.weariness());
            levels.fold(0.0_f64, f64::max)
        };
        let stalled = 1.0 - (2.0 * (war.front - 0.5)).abs();
        let mut chance = rules::exit_chance([weary(&war.attacker), weary(&war.defender)], stalled, &rules);
        // Whom the world organisation calls to cease fire has an exit that saves faces.
        let fighting: Vec<PolityId> =
            [&war.attacker, &war.defender].iter().flat_map(|side| side.polities.clone()).collect();
        if is_called_to_cease(&assembly, &fighting, now) {
            chance = (chance + rules.ceasefire_exit).min(1.0);
        }
        let key = war.over.first().map_or(0, |&territory| atlas.territory_key(territory));
        if fate.draw(now, Stream::Conflict, key, EXIT).chance(chance) {
            wars.sounded.push(war.number);
        }
    }
}

/// Who has promised to come to a state's help, with how far the promise binds (0–1): partners in a pact, and members of
/// its military organisations as far as these hold together. Who has carried an open quarrel to a split is not counted on.
fn guarantors(
    of: PolityId,
    lore: &Content,
    agreements: &Agreements,
    (organisations, quarrels): (&Organisations, &Quarrels),
) -> Vec<(PolityId, f64)> {
    let mut all: Vec<(PolityId, f64)> = Vec::new();
    for agreement in agreements.of_kind(AgreementTag::Pact) {
        match (agreement.a == of, agreement.b == of) {
            (true, false) => all.push((agreement.b, 1.0)),
            (false, true) => all.push((agreement.a, 1.0)),
            _ => {}
        }
    }
    let behind = agreements.of_kind(AgreementTag::Guarantee).filter(|one| one.b == of);
    all.extend(behind.map(|one| (one.a, 1.0)));
    let defending =
        |(id, one): &(OrganisationId, &Organisation)| defends(lore.organisations[*id].kind) && one.has(of);
    for (_, organisation) in organisations.iter().filter(defending) {
        for &member in organisation.members().iter().filter(|&&member| member != of) {
            if !all.iter().any(|(one, _)| *one == member) {
                all.push((member, organisation.cohesion()));
            }
        }
    }
    all.retain(|(one, _)| !quarrels.has_come_to(*one, of, QuarrelRung::Boycott));
    all
}

/// The first ally, if any, that joins the defender this quarter. A pact binds to the defence only; those who face an
/// opponent with warheads think again.
fn joining(
    war: &War,
    rules: &ConflictRules,
    now: crate::base::Month,
    fate: &Fate,
    atlas: &Atlas,
    guarantors: &[(PolityId, f64)],
    sides: &Sides,
) -> Option<PolityId> {
    let (side, other) = (&war.defender, &war.attacker);
    let warheads: f64 = other.polities.iter().map(|&id| sides.get(id).2.warheads()).sum();
    let deterred = warheads / (warheads + rules.deterrence_warheads);
    for &(ally, binds) in guarantors {
        let (status, government, forces, _) = sides.get(ally);
        if side.polities.contains(&ally) || other.polities.contains(&ally) || !status.is_sovereign() {
            continue;
        }
        let ready = (1.0 - forces.weariness()) * (0.5 + 0.5 * government.legitimacy()) * (1.0 - deterred);
        let key = atlas.key(Seat::Polity(ally));
        if fate.draw(now, Stream::Conflict, key, JOIN).chance(rules.pact_honour * binds * ready) {
            return Some(ally);
        }
    }
    None
}
