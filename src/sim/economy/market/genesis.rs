//! Markets at the start.

use bevy::prelude::*;

use crate::base::math;
use crate::content::vocabulary::Property;
use crate::sim::economy::genesis::TheStart;
use crate::sim::economy::parameters::EconomyRules;
use crate::sim::economy::roles::Roles;
use crate::sim::population::{Atlas, Lore};

use super::components::Market;
use super::parameters::MarketRules;
use super::rules;

/// Gives every country its enterprises, banks and money.
pub(in crate::sim) fn open_markets(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    economy: Res<EconomyRules>,
    market: Res<MarketRules>,
    start: Res<TheStart>,
) {
    for id in lore.polities.ids() {
        let opening = &start.0.of[id];
        let archetype = &lore.archetypes[lore.polities[id].start.archetype];
        let mut row = Market::default();
        let (mut sum, mut weight) = (0.0, 0.0);
        for (good, def) in lore.goods.iter() {
            // Where capital is dear firms are few; foreign and state owners come in large units.
            let owners = &archetype.property[usize::from(good.0)];
            let large = owners[Property::Foreign.index()] + owners[Property::State.index()];
            let small = owners[Property::Smallholder.index()] + owners[Property::Cooperative.index()];
            let opened = market.concentration_start
                * (0.5 + 0.25 * def.capital_output_ratio.clamp(0.0, 4.0))
                * (1.0 + 0.5 * large - 0.7 * small);
            row.concentration[good] = opened.clamp(0.02, 0.9);
            let made = opening.output[good] * roles.value_added[good];
            let capital = made * 12.0 * def.capital_output_ratio;
            row.profit[good] = math::ratio_or(economy.profit_share * made * 12.0, capital, 0.0);
            row.capital_seen += capital;
            sum += made * row.concentration[good];
            weight += made;
        }
        row.concentration_start = math::ratio_or(sum, weight, market.concentration_start);
        row.concentration_mean = row.concentration_start;
        let friction = economy.frictional_unemployment * (1.0 - opening.planned);
        row.credit = rules::usual_credit(&market, opening.technology, opening.planned);
        row.expected = market.inflation_anchor * (1.0 - opening.planned);
        row.inflation = row.expected;
        row.interest = market.neutral_rate + row.expected;
        row.usual_unemployment = friction;
        commands.entity(atlas.polity(id)).insert(row);
    }
}
