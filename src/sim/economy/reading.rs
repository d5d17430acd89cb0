//! Reading a territory's economy by sector, for views.

use crate::base::GoodId;
use crate::content::vocabulary::Property;

use super::components::{Capital, Ownership};

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
