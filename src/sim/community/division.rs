//! Division of labour: specialisations take effect over years, and documentation is handed on.

use bevy::prelude::*;

use crate::base::{PolityId, math};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::economy::{Prices, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Clock, Lore, PerGood};
use crate::sim::technology::Technology;

use super::components::{Community, Cooperation, Specialisation};
use super::parameters::CommunityRules;
use super::{protocols, rules};

/// Months between two looks at the division of labour.
const DIVISION_MONTHS: u32 = 3;

/// Where co-operation drives one country.
#[derive(Clone, Copy)]
struct Aim {
    scale: PerGood<f64>,
    lean: PerGood<f64>,
    appetite: PerGood<f64>,
    documentation: f64,
}

/// Once a quarter: specialisations whose protocol is gone end; those in force move makers and buyers on.
pub(super) fn divide_labour(world: &mut World) {
    if !world.resource::<Clock>().now().0.is_multiple_of(DIVISION_MONTHS) {
        return;
    }
    end_the_groundless(world);
    let rules = *world.resource::<CommunityRules>();
    let kept = math::pow(0.5, f64::from(DIVISION_MONTHS) / rules.specialisation_half_life);
    let roles = world.resource::<Roles>().clone();
    let ids: Vec<PolityId> = world.resource::<Lore>().polities.ids().collect();
    for id in ids {
        let aim = aim(world, &rules, &roles, id);
        let mut now = world.polity_mut::<Cooperation>(id);
        for good in roles.goods() {
            now.scale[good] = math::lerp(aim.scale[good], now.scale[good], kept);
            now.lean[good] = math::lerp(aim.lean[good], now.lean[good], kept);
            now.appetite[good] = math::lerp(aim.appetite[good], now.appetite[good], kept);
        }
        now.documentation = aim.documentation;
    }
}

fn end_the_groundless(world: &mut World) {
    let community = world.resource::<Community>();
    let (kept, ended): (Vec<Specialisation>, Vec<Specialisation>) = community
        .specialisations
        .iter()
        .copied()
        .partition(|one| community.protocol(one.specialist, one.partner));
    world.resource_mut::<Community>().specialisations = kept;
    let mut effects = world.resource_mut::<Effects>();
    for one in ended {
        let fact =
            Fact::SpecialisationEnded { specialist: one.specialist, partner: one.partner, good: one.good };
        effects.push(Effect::Tell { fact });
    }
}

fn aim(world: &World, rules: &CommunityRules, roles: &Roles, id: PolityId) -> Aim {
    let community = world.resource::<Community>();
    let level = |of: PolityId| world.polity::<Technology>(of).level();
    let mut aim = Aim {
        scale: PerGood::filled(1.0),
        lean: PerGood::filled(1.0),
        appetite: PerGood::filled(1.0),
        documentation: (protocols::ahead(community, level, id) - level(id)).max(0.0),
    };
    let mut taken_over: PerGood<f64> = PerGood::default();
    for one in &community.specialisations {
        if one.specialist == id {
            taken_over[one.good] += world.polity::<Prices>(one.partner).demand(one.good);
        } else if one.partner == id {
            aim.lean[one.good] = 1.0 - rules.run_down;
            aim.appetite[one.good] = rules.appetite;
        }
    }
    let prices = world.polity::<Prices>(id);
    for good in roles.goods() {
        if taken_over[good] > 0.0 {
            aim.scale[good] = rules::scale_target(rules, taken_over[good], prices.demand(good), level(id));
            aim.lean[good] = 1.0 + rules.run_down;
        }
    }
    aim
}
