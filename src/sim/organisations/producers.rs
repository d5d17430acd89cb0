//! Those who live by selling one good associate, once they are enough and earn less for it than they used to.

use bevy::prelude::World;

use crate::base::{GoodId, IdVec, OrganisationId, PolityId, Stream, hash, math};
use crate::sim::access::Access;
use crate::sim::population::{Fate, Lore};
use crate::sim::quantities::Facts;
use crate::sim::trade::{ExportLimit, TradePosition};

use super::systems::{Change, luck_of};
use super::{Organisation, OrganisationRules, Organisations};

/// Founds a producers' association, and lets members come and go.
pub(super) fn gather(
    facts: &Facts,
    id: OrganisationId,
    turns: &[PolityId],
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
    for &state in turns {
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

/// Those who associate about a good, each with where it stands in trade.
struct Association<'w> {
    good: GoodId,
    members: Vec<(PolityId, &'w TradePosition)>,
}

impl<'w> Association<'w> {
    /// An organisation as such an association; none if it is about no good.
    fn of(world: &'w World, id: OrganisationId, one: &Organisation) -> Option<Self> {
        let good = world.resource::<Lore>().organisations[id].good?;
        let position = |&member: &PolityId| (member, world.polity::<TradePosition>(member));
        Some(Self { good, members: one.members().iter().map(position).collect() })
    }

    /// Share of its members in the world's exports of the good (0–1).
    fn weight(&self) -> f64 {
        self.members.iter().map(|(_, position)| position.weight(self.good)).sum()
    }

    /// What its members but one hold back of what they usually sell (0–1).
    fn held_back_by_others(&self, than: PolityId) -> f64 {
        let (mut usual, mut withheld) = (0.0, 0.0);
        for (_, position) in self.members.iter().filter(|(member, _)| *member != than) {
            let limit = position.limit().filter(|limit| limit.good == self.good);
            usual += limit.map_or(position.sold(self.good), ExportLimit::usual);
            withheld += limit.map_or(0.0, |limit| limit.usual() - limit.quota);
        }
        math::ratio_or(withheld, usual, 0.0)
    }
}

/// Producers' associations of which something holds.
fn associations<'w>(
    world: &'w World,
    fits: impl Fn(&Organisation) -> bool + 'w,
) -> impl Iterator<Item = Association<'w>> {
    let some = world.resource::<Organisations>().iter().filter(move |(_, one)| fits(one));
    some.filter_map(|(id, one)| Association::of(world, id, one))
}

/// What a state's fellow producers amount to; nothing if it belongs to no association.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Fellows {
    /// Share of a state and its fellows in the world's exports of the good they associate about (0–1).
    pub weight: f64,
    /// What the fellows hold back of what they usually sell (0–1).
    pub held_back: f64,
}

/// What the fellow producers of each state amount to.
pub(in crate::sim) fn fellows_of_all(world: &World) -> IdVec<PolityId, Fellows> {
    let mut all = IdVec::filled(Fellows::default(), world.resource::<Lore>().polities.len());
    for association in associations(world, |_| true) {
        let weight = association.weight();
        for &(member, _) in &association.members {
            let fellows = &mut all[member];
            fellows.weight = fellows.weight.max(weight);
            fellows.held_back = fellows.held_back.max(association.held_back_by_others(member));
        }
    }
    all
}

/// Share of a state and its fellow producers in the world's exports of the good they associate about (0–1); 0 if it
/// belongs to no association.
pub fn producers_weight(world: &World, of: PolityId) -> f64 {
    associations(world, |one| one.has(of)).map(|association| association.weight()).fold(0.0, f64::max)
}

/// The same for one good, counting a state that sells on its own.
pub(in crate::sim) fn weight_with_fellows(world: &World, of: PolityId, good: GoodId) -> f64 {
    let own = world.polity::<TradePosition>(of).weight(good);
    if associations(world, |one| one.has(of)).any(|association| association.good == good) {
        producers_weight(world, of).max(own)
    } else {
        own
    }
}

/// What a state's fellow producers hold back of what they usually sell (0–1); 0 if it belongs to no association.
pub fn held_back_by_others(world: &World, of: PolityId) -> f64 {
    let held = |association: Association| association.held_back_by_others(of);
    associations(world, |one| one.has(of)).map(held).fold(0.0, f64::max)
}
