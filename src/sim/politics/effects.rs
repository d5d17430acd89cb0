//! What effects do to governments, status and borders.

use bevy::prelude::*;

use crate::base::{MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{Class, FormOfRule};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements};
use crate::sim::effects::{Effect, Effects};
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::PoliticsRules;
use super::components::{Control, Government, Holding, Owner, Status};
use super::genesis::institutions;
use super::lands::{Lands, survey_again};
use super::rules::granted_self_rule;

/// Legitimacy and cohesion of a government in its first month, before causes of its own weigh in.
const FRESH_LEGITIMACY: f64 = 0.55;
const FRESH_COHESION: f64 = 0.6;
const FRESH_AUTHORITY: f64 = 4.0;
/// Weight of officials in any coalition that a front forms: somebody has to run the offices.
const OFFICIALS_SHARE: f64 = 0.15;
/// Trust that a new state gains in a ruler that let it go, and loses in one that fought it.
const PARTING_TRUST: f64 = 0.15;

/// Months for which a state and its former ruler, who parted at the table, keep a trade treaty at first.
const COMMONWEALTH_MONTHS: u32 = 120;
/// Cohesion, or trust, that a change of institutions gives or takes.
const TURNING_COHESION: f64 = 0.08;
/// Share of adults whose vote counts once votes count again, and once they do not any more.
const OPEN_FRANCHISE: f64 = 0.7;
const CLOSED_FRANCHISE: f64 = 0.15;

pub(super) fn tell(world: &mut World, fact: Fact) {
    let now = world.resource::<Clock>().now();
    world.resource_mut::<Chronicle>().tell(now, fact);
}

pub(super) fn status_of(world: &World, polity: PolityId) -> Status {
    let entity = world.resource::<Atlas>().polity(polity);
    world.get::<Status>(entity).copied().unwrap_or(Status::Dormant)
}

pub(super) fn with_government(world: &mut World, polity: PolityId, change: impl FnOnce(&mut Government)) {
    let entity = world.resource::<Atlas>().polity(polity);
    if let Some(mut government) = world.get_mut::<Government>(entity) {
        change(&mut government);
    }
}

/// Adds to the legitimacy of a government (0–1).
pub(in crate::sim) fn nudge_legitimacy(world: &mut World, polity: PolityId, by: f64) {
    with_government(world, polity, |government| {
        government.legitimacy = (government.legitimacy + by).clamp(0.0, 1.0);
    });
}

/// Adds to the cohesion of a ruling circle (0–1).
pub(in crate::sim) fn nudge_cohesion(world: &mut World, polity: PolityId, by: f64) {
    with_government(world, polity, |government| {
        government.cohesion = (government.cohesion + by).clamp(0.0, 1.0);
    });
}

/// Adds to the authority of a government (0–10).
pub(in crate::sim) fn nudge_authority(world: &mut World, polity: PolityId, by: f64) {
    with_government(world, polity, |government| {
        government.authority = (government.authority + by).clamp(0.0, 10.0);
    });
}

/// Puts a government of this form in place, on the front of the movement that leads it.
fn install(world: &mut World, polity: PolityId, form: FormOfRule, led_by: Option<MovementId>, founder: bool) {
    let lore = world.resource::<Lore>().clone();
    let rules = *world.resource::<PoliticsRules>();
    let now = world.resource::<Clock>().now();
    let usual = institutions(&lore, form);
    let mut coalition = usual.coalition;
    if let Some(front) = led_by.and_then(|id| {
        let entity = world.resource::<Atlas>().movement(id);
        world.get::<Movement>(entity).map(|movement| movement.front)
    }) {
        let sum: f64 = front.iter().sum();
        if sum > 0.0 {
            for (weight, front) in coalition.iter_mut().zip(front) {
                *weight = front / sum * (1.0 - OFFICIALS_SHARE);
            }
            coalition[Class::Officials.index()] += OFFICIALS_SHARE;
        }
    }
    let entity = world.resource::<Atlas>().polity(polity);
    let Some(mut government) = world.get_mut::<Government>(entity) else { return };
    let founded = founder || led_by.is_some();
    government.form = form;
    government.coalition = coalition;
    government.legitimacy = FRESH_LEGITIMACY.max(government.legitimacy.min(0.7));
    government.cohesion = FRESH_COHESION;
    government.franchise = usual.franchise;
    government.repression = 0.5 * (government.repression + usual.repression);
    government.ossification *= if led_by.is_some() { 0.3 } else { 0.8 };
    government.authority = FRESH_AUTHORITY;
    government.self_rule = 0.0;
    government.since = now;
    government.led_by = led_by;
    government.heritage = if founded { rules.legitimacy_founding } else { 0.3 * rules.legitimacy_founding };
    super::programme::proclaim(world, polity, led_by);
}

/// Applies [`Effect::BecomeSovereign`]: a dependency, or a people inside a union, becomes a state of its own over
/// those of its home territories that its ruler holds. Nothing happens to a polity that is sovereign already.
pub(in crate::sim) fn become_sovereign(
    world: &mut World,
    polity: PolityId,
    form: FormOfRule,
    led_by: Option<MovementId>,
) {
    let before = status_of(world, polity);
    if before.is_sovereign() {
        return;
    }
    let lore = world.resource::<Lore>().clone();
    let holder = world.resource::<Lands>().owner(lore.polities[polity].capital);
    let from = before.ruler().or_else(|| status_of(world, holder).ruler()).unwrap_or(holder);
    let mut emptied = Vec::new();
    for &territory in &lore.polities[polity].home {
        let owner = world.resource::<Lands>().owner(territory);
        let same_hand = owner == polity
            || owner == from
            || owner == holder
            || (!status_of(world, owner).is_sovereign() && status_of(world, owner).ruler() == Some(from));
        if same_hand {
            pass(world, territory, owner, polity);
            if owner != polity && owner != from {
                emptied.push(owner);
            }
        }
    }
    survey_again(world);
    let by_arms = led_by.is_some_and(|id| {
        let entity = world.resource::<Atlas>().movement(id);
        world.get::<Movement>(entity).is_some_and(|movement| movement.phase == MovementPhase::InArms)
    });
    retire_emptied(world, &emptied);
    let entity = world.resource::<Atlas>().polity(polity);
    world.entity_mut(entity).insert(Status::Sovereign);
    install(world, polity, form, led_by, true);
    let from = (from != polity).then_some(from);
    tell(world, Fact::IndependenceWon { polity, from, led_by, by_arms });
    crate::sim::conflict::effects::close_wars_of_liberation(world, polity, led_by, from);
    crate::sim::movements::effects::settle_after_change(world, polity, led_by);
    if let Some(from) = from {
        part_from_ruler(world, polity, from, by_arms);
    }
}

/// Dependencies whose last ground has passed to a wider state are no longer in being.
pub(super) fn retire_emptied(world: &mut World, emptied: &[PolityId]) {
    for &polity in emptied {
        if world.resource::<Lands>().of(polity).is_empty() {
            let entity = world.resource::<Atlas>().polity(polity);
            world.entity_mut(entity).insert(Status::Dormant);
        }
    }
}

/// Those who part at the table part as friends; those who part in war do not.
fn part_from_ruler(world: &mut World, polity: PolityId, from: PolityId, by_arms: bool) {
    let (of, to) = {
        let atlas = world.resource::<Atlas>();
        (atlas.agent(Seat::Polity(polity)), atlas.agent(Seat::Polity(from)))
    };
    let by = if by_arms { -PARTING_TRUST } else { PARTING_TRUST };
    world.resource_mut::<Effects>().push(Effect::NudgeTrust { of, to, by });
    if !by_arms {
        // What they traded in goes on by treaty: the bond of a commonwealth, not its rule.
        let since = world.resource::<Clock>().now();
        let until = Some(since.plus(COMMONWEALTH_MONTHS));
        let agreement = Agreement { a: from, b: polity, terms: AgreementTerms::TradeTreaty, since, until };
        world.resource_mut::<Effects>().push(Effect::Agree { agreement });
    }
}

/// Applies [`Effect::ChangeRule`].
pub(in crate::sim) fn change_rule(
    world: &mut World,
    polity: PolityId,
    form: FormOfRule,
    led_by: Option<MovementId>,
) {
    let entity = world.resource::<Atlas>().polity(polity);
    let Some(from) = world.get::<Government>(entity).map(|government| government.form) else { return };
    if !status_of(world, polity).is_alive() {
        return;
    }
    install(world, polity, form, led_by, false);
    tell(world, Fact::RuleChanged { polity, from, to: form, led_by });
    if led_by.is_some() {
        crate::sim::conflict::effects::close_civil_wars(world, polity, led_by);
    }
    crate::sim::movements::effects::purge_opponents(world, polity, led_by);
    crate::sim::movements::effects::settle_after_change(world, polity, led_by);
}

/// A territory passes from one owner to another, with what stands on it.
pub(super) fn pass(world: &mut World, territory: TerritoryId, from: PolityId, to: PolityId) {
    crate::sim::economy::on_cede(world, territory, from, to);
    let entity = world.resource::<Atlas>().territory(territory);
    world.entity_mut(entity).insert((Owner(to), Control::default()));
}

/// Applies [`Effect::TakePath`]: those who rule go on, under another order; what spoke for the old one is half kept.
pub(in crate::sim) fn take_path(world: &mut World, polity: PolityId, to: FormOfRule) {
    let lore = world.resource::<Lore>().clone();
    let now = world.resource::<Clock>().now();
    let usual = institutions(&lore, to);
    let mut from = None;
    with_government(world, polity, |government| {
        from = Some(government.form);
        government.form = to;
        for (held, usual) in government.coalition.iter_mut().zip(usual.coalition) {
            *held = 0.5 * (*held + usual);
        }
        government.franchise = 0.5 * (government.franchise + usual.franchise);
        government.repression = 0.5 * (government.repression + usual.repression);
        government.cohesion = (government.cohesion - TURNING_COHESION).max(0.0);
        government.since = now;
    });
    let Some(from) = from.filter(|&from| from != to) else { return };
    tell(world, Fact::PathTaken { polity, from, to });
}

/// Applies [`Effect::CountVotes`]. A vote that is closed unites those who closed it and costs them trust; one that is won
/// gives trust.
pub(in crate::sim) fn count_votes(world: &mut World, polity: PolityId, votes: bool) {
    let rules = *world.resource::<PoliticsRules>();
    with_government(world, polity, |government| {
        let sign = if votes { 1.0 } else { -1.0 };
        government.franchise =
            if votes { government.franchise.max(OPEN_FRANCHISE) } else { CLOSED_FRANCHISE };
        government.repression = (government.repression - sign * rules.concession_reform).clamp(0.0, 1.0);
        government.cohesion = (government.cohesion - sign * TURNING_COHESION).clamp(0.0, 1.0);
        government.legitimacy = (government.legitimacy + sign * TURNING_COHESION).clamp(0.0, 1.0);
    });
    tell(world, if votes { Fact::VoteWon { polity } } else { Fact::VoteClosed { polity } });
}

/// Applies [`Effect::Cede`]. A state that loses its last territory is no longer in being.
pub(in crate::sim) fn cede(world: &mut World, territory: TerritoryId, to: PolityId) {
    let from = world.resource::<Lands>().owner(territory);
    if from == to {
        return;
    }
    pass(world, territory, from, to);
    survey_again(world);
    retire_emptied(world, &[from]);
    tell(world, Fact::TerritoryCeded { territory, from, to });
}

/// Applies [`Effect::Accede`]: all that a dependency holds goes to the heir, without war; struggles in arms against the
/// old ruler end, and whoever still wants a state of their own faces the new one.
pub(in crate::sim) fn accede(world: &mut World, polity: PolityId, to: PolityId) {
    let status = status_of(world, polity);
    let Some(from) = status.ruler().filter(|_| polity != to && status_of(world, to).is_sovereign()) else {
        return;
    };
    let territories = world.resource::<Lands>().of(polity).to_vec();
    for &territory in &territories {
        pass(world, territory, polity, to);
    }
    survey_again(world);
    retire_emptied(world, &[polity]);
    tell(world, Fact::Acceded { polity, from, to });
    crate::sim::movements::effects::face_heir(world, &territories, from, to);
}

/// Applies [`Effect::Concede`]: self-rule to a dependency, or reform to the own people.
pub(in crate::sim) fn concede(world: &mut World, by: PolityId, to: PolityId) {
    let rules = *world.resource::<PoliticsRules>();
    let entity = world.resource::<Atlas>().polity(to);
    if let Some(mut government) = world.get_mut::<Government>(entity) {
        if by == to {
            government.franchise = (government.franchise + rules.concession_reform).clamp(0.0, 1.0);
            government.repression = (government.repression - rules.concession_reform).clamp(0.0, 1.0);
        } else {
            let landowners = government.coalition[Class::Landowners.index()];
            let granted = granted_self_rule(landowners, &rules);
            government.self_rule = (government.self_rule + granted).clamp(0.0, 1.0);
        }
    }
    crate::sim::society::effects::ease_grievance(world, to, rules.concession_grievance);
}

/// A ruler and its dependency sit down to talk on independence, unless they do already.
pub(in crate::sim) fn open_talks(world: &mut World, ruler: PolityId, polity: PolityId) {
    let open = world.resource::<Agreements>().between(ruler, polity, AgreementTag::IndependenceTalks);
    if open.is_some() {
        return;
    }
    let since = world.resource::<Clock>().now();
    let months = world.resource::<PoliticsRules>().talks_months as u32;
    let agreement = Agreement {
        a: ruler,
        b: polity,
        terms: AgreementTerms::IndependenceTalks,
        since,
        until: Some(since.plus(months.max(2))),
    };
    world.resource_mut::<Effects>().push(Effect::Agree { agreement });
}

/// Whether talks with a dependency are talks on independence: its pressure outweighs the ruler's will, or its self-rule
/// is nearly whole.
pub(in crate::sim) fn would_talk_of_independence(world: &World, polity: PolityId) -> bool {
    let entity = world.resource::<Atlas>().polity(polity);
    let outweighed = world.get::<Holding>(entity).is_some_and(|held| held.pressure > held.will);
    let threshold = world.resource::<PoliticsRules>().talks_self_rule;
    outweighed || world.get::<Government>(entity).is_some_and(|government| government.self_rule >= threshold)
}
