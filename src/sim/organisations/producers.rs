//! Those who live by selling one good associate, once they are enough and earn less for it than they used to.

use bevy::prelude::World;

use crate::base::{GoodId, OrganisationId, PolityId, Stream, hash, math};
use crate::sim::access::Access;
use crate::sim::diplomacy::has_turn;
use crate::sim::population::{Fate, Lore, Seat};
use crate::sim::quantities::Facts;
use crate::sim::trade::{ExportLimit, TradePosition};

use super::systems::{Change, MEMBERSHIP_MONTHS, luck_of};
use super::{Organisation, OrganisationRules, Organisations};

/// Founds a producers' association, and lets members come and go.
pub(super) fn gather(
    facts: &Facts,
    id: OrganisationId,
    rules: &OrganisationRules,
    fate: &Fate,
    changes: &mut Vec<Change>,
) {
    let (def, organisation) = (&facts.content.organisations[id], facts.organisations.get(id));
    let Some(good) = def.good else { return };
    let would = |state: PolityId| lives_by(facts, state, good, rules.producers_dependence);
    if organisation.members().is_empty() {
        // The chance first: it is the cheapest question.
        let subject = hash::of_text(&def.id);
        if !fate.draw(facts.now, Stream::Politics, subject, 307).chance(rules.found_chance) {
            return;
        }
        let pressed = |&state: &PolityId| would(state) && facts.polities[state].terms_of_trade < 1.0;
        let founders: Vec<PolityId> = facts.polities.ids().filter(pressed).collect();
        let position = |&state: &PolityId| facts.world.polity::<TradePosition>(state);
        let weight: f64 = founders.iter().map(|state| position(state).weight(good)).sum();
        if founders.len() as f64 >= rules.producers_members && weight >= rules.producers_weight {
            changes.extend(founders.into_iter().map(|founder| Change::Join(id, founder)));
        }
        return;
    }
    for state in facts.polities.ids() {
        let key = facts.atlas.key(Seat::Polity(state));
        if !has_turn(key, facts.now.0, MEMBERSHIP_MONTHS) {
            continue;
        }
        let luck = |purpose, chance| luck_of(facts, fate, id, state, purpose).chance(chance);
        let member = organisation.has(state);
        if !member && would(state) && luck(308, rules.join_chance) {
            changes.push(Change::Join(id, state));
        } else if member
            && !lives_by(facts, state, good, rules.producers_dependence * 0.5)
            && luck(309, rules.leave_chance)
        {
            changes.push(Change::Leave(id, state));
        }
    }
}

/// Whether a state decides for itself, is bound to no community of planners and lives by selling a good.
fn lives_by(facts: &Facts, state: PolityId, good: GoodId, dependence: f64) -> bool {
    let row = &facts.polities[state];
    row.sovereign()
        && row.dependence >= dependence
        && !facts.plans_with_others(state)
        && facts.world.polity::<TradePosition>(state).main_export() == Some(good)
}

/// Producers' associations to which a state belongs, each with the good it is about.
fn associations(world: &World, of: PolityId) -> impl Iterator<Item = (&Organisation, GoodId)> {
    let content = world.resource::<Lore>();
    let members = world.resource::<Organisations>().iter().filter(move |(_, one)| one.has(of));
    members.filter_map(|(id, one)| Some((one, content.organisations[id].good?)))
}

/// Share of a state and its fellow producers in the world's exports of the good they associate about (0–1); 0 if it
/// belongs to no association.
pub fn producers_weight(world: &World, of: PolityId) -> f64 {
    let weigh = |(one, good): (&Organisation, GoodId)| -> f64 {
        one.members().iter().map(|&member| world.polity::<TradePosition>(member).weight(good)).sum()
    };
    associations(world, of).map(weigh).fold(0.0, f64::max)
}

/// The same for one good, counting a state that sells on its own.
pub(in crate::sim) fn weight_with_fellows(world: &World, of: PolityId, good: GoodId) -> f64 {
    let own = world.polity::<TradePosition>(of).weight(good);
    if associations(world, of).any(|(_, about)| about == good) {
        producers_weight(world, of).max(own)
    } else {
        own
    }
}

/// What a state's fellow producers hold back of what they usually sell (0–1); 0 if it belongs to no association.
pub fn held_back_by_others(world: &World, of: PolityId) -> f64 {
    let held = |(one, good): (&Organisation, GoodId)| {
        let (mut usual, mut withheld) = (0.0, 0.0);
        for &member in one.members().iter().filter(|&&member| member != of) {
            let position = world.polity::<TradePosition>(member);
            let limit = position.limit().filter(|limit| limit.good == good);
            usual += limit.map_or(position.sold(good), ExportLimit::usual);
            withheld += limit.map_or(0.0, |limit| limit.usual() - limit.quota);
        }
        math::ratio_or(withheld, usual, 0.0)
    };
    associations(world, of).map(held).fold(0.0, f64::max)
}
