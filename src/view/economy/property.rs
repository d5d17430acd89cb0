//! Who owns each sector.

use crate::base::{GoodId, PolityId};
use crate::content::defs::GoodDef;
use crate::content::vocabulary::Property;
use crate::sim::Simulation;
use crate::sim::economy::{Capital, Output, Ownership};
use crate::view::gauges::territories_of;
use crate::view::words::text;
use crate::view::{Explained, How, TermView, Unit};

/// Who owns one sector.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorProperty {
    /// Its name.
    pub name: String,
    /// Capital in use, thousands of 2011 dollars.
    pub capital: Explained,
    /// Shares of its capital in the order of [`Property::ALL`]; they sum to 1.
    pub shares: [f64; Property::COUNT],
}

/// Property in a state, by sector.
pub(super) fn page(sim: &Simulation, id: PolityId) -> Vec<SectorProperty> {
    let territories = territories_of(sim, id);
    let sector = |(good, def): (GoodId, &GoodDef)| {
        let (mut shares, mut whole) = ([0.0; Property::COUNT], 0.0);
        for &territory in &territories {
            let capital = sim.territory::<Capital>(territory).of(good);
            whole += capital;
            for (sum, share) in shares.iter_mut().zip(sim.territory::<Ownership>(territory).shares_of(good)) {
                *sum += capital * share;
            }
        }
        shares.iter_mut().for_each(|share| *share = if whole > 0.0 { *share / whole } else { 0.0 });
        let made: f64 =
            territories.iter().map(|&territory| sim.territory::<Output>(territory).gross(good).real()).sum();
        let term = |label: &str, value, unit| TermView { label: label.into(), value, unit };
        SectorProperty {
            name: def.name.clone(),
            capital: Explained {
                terms: vec![term(text!("ec.made"), made * 12.0, Unit::MoneyAYear)],
                how: How::Given,
                ..Explained::given(text!("ec.capital"), whole, Unit::Money)
            },
            shares,
        }
    };
    sim.content().goods.iter().map(sector).collect()
}
