//! Division of labour: specialisations take effect over years, and documentation is handed on.

use bevy::prelude::*;

use crate::base::{GoodId, IdVec, PolityId, math};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::economy::{Prices, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Clock, PerGood};
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
    let aims = aims(world, &rules, &roles);
    for (mut now, aim) in world.query::<&mut Cooperation>().iter_mut(world).zip(aims) {
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

/// Where co-operation drives each, in id order.
fn aims(world: &World, rules: &CommunityRules, roles: &Roles) -> Vec<Aim> {
    let community = world.resource::<Community>();
    let technologies = world.table::<&Technology>();
    let levels: IdVec<PolityId, f64> =
        technologies.query_manual(world).iter().map(Technology::level).collect();
    let demand = |of: PolityId, good| world.polity::<Prices>(of).demand(good);
    let ahead = protocols::ahead(community, &levels);
    levels.ids().map(|id| aim(community, (&levels, &ahead), demand, rules, roles, id)).collect()
}

fn aim(
    community: &Community,
    (levels, ahead): (&IdVec<PolityId, f64>, &IdVec<PolityId, f64>),
    demand: impl Fn(PolityId, GoodId) -> f64,
    rules: &CommunityRules,
    roles: &Roles,
    id: PolityId,
) -> Aim {
    let mut aim = Aim {
        scale: PerGood::filled(1.0),
        lean: PerGood::filled(1.0),
        appetite: PerGood::filled(1.0),
        documentation: (ahead[id] - levels[id]).max(0.0),
    };
    let mut taken_over: PerGood<f64> = PerGood::default();
    for one in &community.specialisations {
        if one.specialist == id {
            taken_over[one.good] += demand(one.partner, one.good);
        } else if one.partner == id {
            aim.lean[one.good] = 1.0 - rules.run_down;
            aim.appetite[one.good] = rules.appetite;
        }
    }
    for good in roles.goods() {
        if taken_over[good] > 0.0 {
            aim.scale[good] = rules::scale_target(rules, taken_over[good], demand(id, good), levels[id]);
            aim.lean[good] = 1.0 + rules.run_down;
        }
    }
    aim
}
