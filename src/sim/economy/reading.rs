//! Reading an economy by sector and asking why its prices move, for views.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::content::vocabulary::Property;
use crate::sim::plan::Plan;
use crate::sim::population::Atlas;
use crate::sim::terms::Terms;

use super::components::{Capital, Industry, Ownership};
use super::parameters::EconomyRules;
use super::rules;

/// This month's price of a good as the rule made it out of the price `before`, with its terms.
pub fn explain_price(
    world: &World,
    polity: PolityId,
    good: GoodId,
    before: f64,
    terms: &mut impl Terms,
) -> Option<f64> {
    let entity = world.resource::<Atlas>().polity(polity);
    let strain = world.get::<Industry>(entity)?.strain[good];
    let planned = world.get::<Plan>(entity)?.planned();
    Some(rules::next_price(world.resource::<EconomyRules>(), before, strain, planned, terms))
}

impl Capital {
    /// Stock in use in one sector, thousands of 2011 dollars.
    pub fn of(&self, good: GoodId) -> f64 {
        self.stock[good]
    }
}

impl Ownership {
    /// Who owns a sector, in the order of [`Property::ALL`] (sums to 1).
    pub fn of(&self, good: GoodId) -> &[f64; Property::COUNT] {
        &self.shares[good]
    }
}
