//! Trade at the start: tastes, orders, earnings, places.

use bevy::prelude::*;

use crate::base::{IdVec, Matrix, Money, PolityId, math};
use crate::sim::economy::TheStart;
use crate::sim::population::{Atlas, Lore, PerGood};

use super::components::{TradeFlows, TradeLinks, TradePosition, WorldMarket};
use super::links::Nearness;
use super::parameters::TradeRules;
use super::rules;

/// Gives every country its place in trade.
pub(super) fn open_trade(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    trade: Res<TradeRules>,
    start: Res<TheStart>,
    mut flows: ResMut<TradeFlows>,
    mut links: ResMut<TradeLinks>,
    mut world: ResMut<WorldMarket>,
) {
    let count = lore.polities.len();
    *flows = TradeFlows::none(count);
    links.of = IdVec::filled(Vec::new(), count);
    links.outlets = IdVec::filled(Vec::new(), count);
    *world = WorldMarket { price: PerGood::filled(1.0), drift: 1.0, integration: 1.0 };
    let place = |polity: PolityId| {
        let (longitude, latitude) = lore.territories[lore.polities[polity].capital].place;
        math::on_the_globe(longitude, latitude)
    };
    let places: IdVec<PolityId, [f64; 3]> = lore.polities.ids().map(place).collect();
    let mut nearness = Matrix::filled(0.0, count);
    for a in lore.polities.ids() {
        for b in lore.polities.ids() {
            nearness[(a, b)] = rules::nearness(&trade, &places[a], &places[b]) as f32;
        }
    }
    commands.insert_resource(Nearness(nearness));
    for id in lore.polities.ids() {
        let opening = &start.0.of[id];
        let mut position = TradePosition {
            terms: 1.0,
            served: 1.0,
            rate: 1.0,
            orders: opening.exports,
            arrivals: opening.imports,
            sold: opening.exports,
            ..default()
        };
        let (mut sold, mut bought) = (0.0, 0.0);
        for good in lore.goods.ids() {
            position.taste[good] = rules::taste(opening.imports[good], opening.demand[good]);
            position.sought[good] = rules::sought(&trade, position.taste[good], 1.0, 1.0, 1.0);
            sold += opening.exports[good];
            bought += opening.imports[good];
        }
        position.exported = Money::rounded(sold * 12.0);
        position.imported = Money::rounded(bought * 12.0);
        position.earned_hard = sold;
        commands.entity(atlas.polity(id)).insert(position);
    }
}
