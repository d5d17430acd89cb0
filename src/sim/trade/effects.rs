//! What effects do to a country's place in trade.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::sim::access::Access;
use crate::sim::population::Clock;

use super::components::{ExportLimit, TradePosition};
use super::parameters::TradeRules;

/// Sets what a state sells abroad of a good to a part of what it usually sells; a share of 0 lifts the limit.
pub(in crate::sim) fn limit_exports(world: &mut World, polity: PolityId, good: GoodId, share: f64) {
    let months = world.resource::<TradeRules>().limit_months as u32;
    let until = world.resource::<Clock>().now().plus(months);
    let mut position = world.polity_mut::<TradePosition>(polity);
    // A limit that is changed is measured by what was sold before it.
    let before = position.limit.filter(|limit| limit.good == good).map(|limit| limit.usual());
    let usual = before.unwrap_or(position.sold[good]);
    let set = ExportLimit { good, share, quota: usual * (1.0 - share), until };
    position.limit = (share > 0.0).then_some(set);
}

/// Puts one good first in what a state buys abroad.
pub(in crate::sim) fn set_import_priority(world: &mut World, polity: PolityId, good: GoodId) {
    world.polity_mut::<TradePosition>(polity).import_first = Some(good);
}
