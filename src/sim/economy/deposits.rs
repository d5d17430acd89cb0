//! What the ground holds of mined goods: known deposits are a fixed factor of production beside labour and capital. They
//! are used up by what is taken and grow by what explorers find, until nothing is left to find.
//!
//! Source: DESIGN §5 (land and deposits); known reserves as a factor with constant share, and finds in proportion to
//! what lies hidden, are the simplest forms in use in the economics of exhaustible resources.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, PolityId, math};
use crate::content::defs::{Content, TerritoryDef};
use crate::sim::politics::Lands;
use crate::sim::population::{Atlas, PerGood};

use super::parameters::EconomyRules;
use super::roles::Roles;

/// Deposits under a territory, in units of output; zero for goods that are not mined.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Deposits {
    /// Found and not yet taken.
    pub(in crate::sim) known: PerGood<f64>,
    /// Still to be found. Nobody in the world knows it.
    pub(in crate::sim) hidden: PerGood<f64>,
    /// Known at the start.
    pub(in crate::sim) opening: PerGood<f64>,
}

impl Deposits {
    /// Found and not yet taken, in units of output.
    pub fn known(&self, good: GoodId) -> f64 {
        self.known[good]
    }
    /// Known at the start, in units of output.
    pub fn opening(&self, good: GoodId) -> f64 {
        self.opening[good]
    }
    /// Known deposits over those known at the start (1 = as rich as then); 1 for what is not mined.
    pub fn richness(&self, good: GoodId) -> f64 {
        math::ratio_or(self.known[good], self.opening[good], 1.0)
    }
    /// Years for which known deposits last at an output a month; `None` if nothing is mined.
    pub fn years(&self, good: GoodId, output: f64) -> Option<f64> {
        (self.opening[good] > 0.0 && output > 0.0).then(|| self.known[good] / output / 12.0)
    }
    /// What richness adds to the logarithm of output, `share` being the part of output owed to deposits.
    #[inline]
    pub(super) fn log_factor(&self, good: GoodId, share: f64) -> f64 {
        share * math::ln(self.richness(good))
    }
    /// A month of digging and looking: `taken` leaves the ground, dearer goods are looked for harder.
    pub(super) fn dig(&mut self, rules: &EconomyRules, good: GoodId, taken: f64, price: f64) {
        let opening = self.opening[good];
        if opening <= 0.0 {
            return;
        }
        let found = found(rules, self.hidden[good], price);
        self.hidden[good] -= found;
        // A last remnant is always there: what is left is only harder to reach.
        self.known[good] = (self.known[good] + found - taken).max(REMNANT * opening);
    }
}

/// Known deposits of mined goods over those known at the start, over all a state holds (1 = as rich as then).
pub fn richness_of(world: &World, polity: PolityId) -> f64 {
    let (roles, atlas) = (world.resource::<Roles>(), world.resource::<Atlas>());
    let (mut now, mut then) = (0.0, 0.0);
    for &territory in world.resource::<Lands>().of(polity) {
        let Some(deposits) = world.get::<Deposits>(atlas.territory(territory)) else { continue };
        for good in roles.goods().filter(|&good| roles.mined[good]) {
            now += deposits.known[good];
            then += deposits.opening[good];
        }
    }
    math::ratio_or(now, then, 1.0)
}

/// Known deposits, against those of the start, that are never used up.
const REMNANT: f64 = 0.02;

/// What is found in a month of what lies hidden.
fn found(rules: &EconomyRules, hidden: f64, price: f64) -> f64 {
    hidden * (rules.exploration / 12.0 * price.clamp(0.5, 3.0)).min(0.1)
}

/// Weight of richness on the scale of the tables (0–5): each step stands for three times as much.
fn weight(score: f64) -> f64 {
    math::pow(3.0, score) - 1.0
}

/// All that is under a territory, as a weight.
fn weight_of(def: &TerritoryDef) -> f64 {
    weight(def.finds) + weight(def.ores)
}

/// What the ground of the world holds, and whose.
pub(super) struct Shares {
    /// Weights of all territories together.
    whole: f64,
    /// The world's output a month at the start, by good.
    world: PerGood<f64>,
}

impl Shares {
    /// Adds up the weights; `world` is the world's output a month at the start.
    pub(super) fn of(content: &Content, world: PerGood<f64>) -> Self {
        Self { whole: content.territories.values().map(weight_of).sum(), world }
    }

    /// Deposits under a territory that makes `made` a month at the start.
    pub(super) fn open(
        &self,
        def: &TerritoryDef,
        roles: &Roles,
        rules: &EconomyRules,
        made: &PerGood<f64>,
    ) -> Deposits {
        let mut deposits = Deposits::default();
        let part = math::ratio_or(weight_of(def), self.whole, 0.0);
        for good in roles.goods().filter(|&good| roles.mined[good]) {
            let all =
                12.0 * (rules.deposits_world * self.world[good] * part + rules.deposits_local * made[good]);
            deposits.opening[good] = (12.0 * rules.deposits_known * made[good]).min(all);
            deposits.known[good] = deposits.opening[good];
            deposits.hidden[good] = all - deposits.opening[good];
        }
        deposits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;
    use crate::sim::economy::testing;

    const ORE: GoodId = GoodId(1);

    fn ground(known: f64, hidden: f64) -> Deposits {
        let mut ground = Deposits::default();
        ground.known[ORE] = known;
        ground.hidden[ORE] = hidden;
        ground.opening[ORE] = known;
        ground
    }

    #[test]
    fn what_is_taken_is_gone_and_what_is_found_was_hidden() {
        let (rules, ..) = testing::rules();
        let mut now = ground(100.0, 900.0);
        now.dig(&rules, ORE, 5.0, 1.0);
        assert!((now.known[ORE] + now.hidden[ORE] - 995.0).abs() < 1e-9);
        assert!(now.hidden[ORE] < 900.0);
    }

    #[test]
    fn nothing_hidden_runs_down_to_a_remnant_and_output_with_it() {
        let (rules, ..) = testing::rules();
        let mut now = ground(100.0, 0.0);
        let mut before = now.log_factor(ORE, 0.2);
        assert_eq!(before, 0.0);
        for _ in 0..60 {
            now.dig(&rules, ORE, 2.0, 3.0);
            assert!(now.log_factor(ORE, 0.2) <= before);
            before = now.log_factor(ORE, 0.2);
        }
        assert!((now.richness(ORE) - REMNANT).abs() < 1e-12);
        assert!(before.is_finite());
    }

    #[test]
    fn what_is_dear_is_looked_for_harder() {
        let (rules, ..) = testing::rules();
        assert!(found(&rules, 100.0, 2.0) > found(&rules, 100.0, 1.0));
        assert!(found(&rules, 100.0, 1e9) <= 10.0);
    }

    #[test]
    fn what_is_not_mined_is_not_bound_to_the_ground() {
        let roles = testing::roles();
        let now = Deposits::default();
        let food = roles.food();
        assert_eq!(now.log_factor(food, 0.2), 0.0);
        assert_eq!(now.years(food, 1.0), None);
        assert!(!roles.mined[food] && roles.mined[ORE] && ORE.index() < roles.count);
    }
}
