//! The path of states after they have come to stand alone: who holds power, which system draws them, whether a vote
//! counts, and what follows a rule that nobody upholds any more.
//!
//! Political independence is one thing; the path is chosen by the balance of the front and contested later. Source:
//! DESIGN §6, MECHANICS L5, L6, P13.

mod rules;

pub(super) use rules::{Apart, secession_chance};
pub use rules::{Crossroads, lean};

use bevy::prelude::*;

use crate::base::{AgentId, MovementId, PolityId, Stream};
use crate::content::vocabulary::{Class, Degree, FormOfRule, System};
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements, Relations};
use crate::sim::economy::{Accounts, Holdings};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::{Movement, Situation};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat};
use crate::sim::society::Living;

use super::PoliticsRules;
use super::components::{Government, Status};
use super::empires::lead;
use super::lands::Lands;
use super::upheavals::settled;

/// Purposes of luck in this file.
const TURN: u32 = 30;
const CLOSE: u32 = 31;
const OPEN: u32 = 32;
const COLLAPSE: u32 = 33;

/// How much a movement has to lead its people to be there when a rule falls by itself (0–1).
const LEAD_TO_INHERIT: f64 = 0.12;
/// How many times better people have to live in the other state of their nation to join it when their own falls.
const MUCH_BETTER: f64 = 1.3;
/// Share of the forces of a state which, lent to a government, shields it wholly from falling by itself.
const FULL_SHIELD: f64 = 0.05;

/// The poles as they are ruled now: the socialist ones, then the others.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Poles([[Option<AgentId>; 2]; 2]);

impl Poles {
    fn of(lore: &Lore, atlas: &Atlas, form_of: impl Fn(PolityId) -> FormOfRule) -> Self {
        let poles = &lore.scenario.poles;
        let ruled = |socialist: bool| {
            let fits = |pole: &PolityId| (form_of(*pole).system() == System::Socialist) == socialist;
            let agent = |pole| atlas.agent(Seat::Polity(pole));
            [0, 1].map(|place| poles.get(place).copied().filter(fits).map(agent))
        };
        Self([ruled(true), ruled(false)])
    }

    fn read(self, relations: &Relations, own: AgentId) -> ([f64; 2], [f64; 2]) {
        // What a pole can do there, and how far it is trusted there; of two of a kind the more.
        let most = |poles: [Option<AgentId>; 2], of: &dyn Fn(AgentId) -> f64| {
            poles.into_iter().flatten().map(of).fold(0.0, f64::max)
        };
        let friend = |pole| (relations.influence(pole, own) + 0.5 * relations.trust(own, pole)).min(1.0);
        let tension = |pole| relations.tension(own, pole);
        (self.0.map(|poles| most(poles, &friend)), self.0.map(|poles| most(poles, &tension)))
    }
}

/// What bears on the path of a state now.
pub fn crossroads_of(world: &World, polity: PolityId) -> Crossroads {
    use crate::sim::access::Access;
    let (atlas, relations) = (world.resource::<Atlas>(), world.resource::<Relations>());
    let form_of = |id: PolityId| world.polity::<Government>(id).form;
    let poles = Poles::of(world.resource::<Lore>(), atlas, form_of);
    at_crossroads(
        world.polity(polity),
        world.polity(polity),
        world.polity(polity),
        world.resource::<Lore>(),
        poles.read(relations, atlas.agent(Seat::Polity(polity))),
    )
}

fn at_crossroads(
    government: &Government,
    living: &Living,
    holdings: &Holdings,
    lore: &Lore,
    (friends, quarrel): ([f64; 2], [f64; 2]),
) -> Crossroads {
    Crossroads {
        coalition: government.coalition,
        party: government.led_by.map_or(0.0, |id| party(lore.movements[id].form)),
        currents: *living.currents(),
        property: *holdings.all(),
        friends,
        quarrel,
    }
}

fn party(form: FormOfRule) -> f64 {
    match form {
        FormOfRule::Socialist => 1.0,
        FormOfRule::CapitalistDependent | FormOfRule::CapitalistCore => -1.0,
        _ => 0.0,
    }
}

/// Where no vote decides, power follows those who are organised and those who own; where one does, elections move it.
pub(super) fn drift_coalitions(
    rules: Res<PoliticsRules>,
    mut polities: Polities<(&Status, &mut Government, &Living, &Holdings)>,
) {
    for (_, (status, mut government, living, holdings)) in polities.iter_mut() {
        if !status.is_sovereign() {
            continue;
        }
        let power = rules::holders_of_power(
            |class| living.class_share(class),
            |class| living.organised(class),
            holdings.all(),
            living.class_share(Class::Peasants) + living.class_share(Class::Landowners),
            &rules,
        );
        let speed = rules.coalition_drift * (1.0 - government.franchise);
        for (held, wanted) in government.coalition.iter_mut().zip(power) {
            *held += (wanted - *held) * speed;
        }
    }
}

/// States between the systems are drawn to one or the other; votes are closed and won.
pub(super) fn choose_paths(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    (atlas, lore, lands): (Res<Atlas>, Res<Lore>, Res<Lands>),
    relations: Res<Relations>,
    polities: Polities<(&Status, &Government, &Living, &Holdings, &Accounts)>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    let poles = Poles::of(&lore, &atlas, |id| polities.get(id).1.form);
    for (polity, (status, government, living, holdings, accounts)) in polities.iter() {
        let between =
            matches!(government.form, FormOfRule::NationalBourgeois | FormOfRule::CapitalistDependent);
        if !status.is_sovereign() || !between {
            continue;
        }
        let key = atlas.key(Seat::Polity(polity));
        let happens = |purpose, chance: f64| {
            chance > 0.0 && fate.draw(now, Stream::Politics, key, purpose).chance(chance)
        };
        let around = poles.read(&relations, atlas.agent(Seat::Polity(polity)));
        let at = at_crossroads(government, living, holdings, &lore, around);
        let lean = rules::lean(&at, &rules, &mut crate::sim::terms::NoTerms);
        if let Some((to, chance)) = rules::turn(government.form, lean, &rules)
            && happens(TURN, chance)
        {
            effects.push(Effect::TakePath { polity, to });
            continue;
        }
        let wealth = settled(accounts.product().real() * 1000.0 / lands.people(polity).max(1.0));
        let (cohesion, legitimacy) = (government.cohesion, government.legitimacy);
        if government.franchise >= rules.election_franchise {
            let chance = rules::closing_chance(wealth, cohesion, legitimacy, &rules);
            if happens(CLOSE, chance) {
                effects.push(Effect::CountVotes { polity, votes: false });
            }
        } else if happens(
            OPEN,
            rules::opening_chance(wealth, living.leaders_organisation(), legitimacy, &rules),
        ) {
            effects.push(Effect::CountVotes { polity, votes: true });
        }
    }
}

/// Rule that few believe in, and that its own circle no longer upholds, falls by itself.
pub(super) fn fall(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    (atlas, lore, lands, book): (Res<Atlas>, Res<Lore>, Res<Lands>, Res<PeopleBook>),
    agreements: Res<Agreements>,
    polities: Polities<(&Status, &Government, &Living, &Situation, &Accounts)>,
    movements: Movements<&Movement>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    let hollow = |government: &Government| {
        government.legitimacy < rules.collapse_below && government.cohesion < rules.collapse_below
    };
    if !polities.iter().any(|(_, (status, government, ..))| status.is_sovereign() && hollow(government)) {
        return;
    }
    for (polity, (status, government, living, situation, accounts)) in polities.iter() {
        if !status.is_sovereign() || !hollow(government) {
            continue;
        }
        let chance = rules::collapse_chance(
            government.legitimacy,
            government.cohesion,
            situation.ripeness(),
            shield(&agreements, polity),
            &rules,
        );
        let key = atlas.key(Seat::Polity(polity));
        if chance <= 0.0 || !fate.draw(now, Stream::Politics, key, COLLAPSE).chance(chance) {
            continue;
        }
        let wealth = settled(accounts.product().real() * 1000.0 / lands.people(polity).max(1.0));
        let inherits = |id: MovementId| {
            let (def, movement) = (&lore.movements[id], movements.get(id));
            let there = book.people(def.territory).real();
            movement.is_alive()
                && def.wants == polity
                && lands.owner(def.territory) == polity
                && lands.speaks_for_whole(def.territory, there)
        };
        let lot = |id| fate.lot(key, atlas.key(Seat::Movement(id)));
        let leads = lore.movements.ids().filter(|&id| inherits(id)).map(|id| (id, lead(movements.get(id))));
        let heir = leads
            .filter(|(_, lead)| *lead >= LEAD_TO_INHERIT)
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| lot(b.0).cmp(&lot(a.0))));
        let (form, led_by) = match heir {
            Some((id, _)) => (lore.movements[id].form, Some(id)),
            None => (rules::heir_of_collapse(living.currents(), wealth), None),
        };
        effects.push(Effect::Tell { fact: Fact::RuleFell { polity } });
        if let Some(other) = better_off(&lore, polity, living.per_head(), |id| {
            let (status, government, living, ..) = polities.get(id);
            (status.is_sovereign() && !hollow(government)).then(|| living.per_head())
        }) {
            effects.push(Effect::Unite { one: polity, other, led_by: Some(other) });
            continue;
        }
        effects.push(Effect::ChangeRule { polity, form, led_by });
    }
}

/// The other state of a nation to which its people would rather belong when their own falls: one that stands, and in
/// which people live much better. `living` tells how people live in a state that stands.
fn better_off(
    lore: &Lore,
    polity: PolityId,
    here: f64,
    living: impl Fn(PolityId) -> Option<f64>,
) -> Option<PolityId> {
    let claim = lore.polities[polity].claim?;
    let others = lore.claims[claim].claimants.iter().copied().filter(|&other| other != polity);
    others
        .filter_map(|other| Some((other, living(other)?)))
        .filter(|(_, there)| *there > MUCH_BETTER * here)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(other, _)| other)
}

/// How far regular troops lent from abroad keep a government from falling by itself (0–1).
fn shield(agreements: &Agreements, polity: PolityId) -> f64 {
    let lent = agreements.of_kind(AgreementTag::Troops).filter(|one| one.b == polity && one.a != polity);
    let shares = lent.filter_map(|one| match one.terms {
        AgreementTerms::Troops { share, degree: Degree::Regulars } => Some(share),
        _ => None,
    });
    (shares.sum::<f64>() / FULL_SHIELD).min(1.0)
}
