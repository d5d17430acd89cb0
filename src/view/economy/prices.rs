//! Prices at home and abroad, month by month.

use crate::base::{GoodId, Id, Month, PolityId};
use crate::sim::Simulation;
use crate::sim::economy::Prices;
use crate::sim::trade::{TradePosition, WorldMarket};
use crate::view::trade::terms_of_trade;
use crate::view::words::text;
use crate::view::{Explained, How, Unit};

/// Prices of every month that was watched. The history itself does not keep them: a campaign that is loaded begins a
/// new record.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PriceRecord {
    first: Month,
    months: Vec<MonthPrices>,
}

/// Prices of one month over base prices.
#[derive(Debug, Clone, PartialEq)]
struct MonthPrices {
    /// By good.
    world: Vec<f32>,
    /// By state, then by good.
    home: Vec<f32>,
    /// Terms of trade by state.
    terms: Vec<f32>,
}

impl PriceRecord {
    /// A record that begins with the month that a history stands in.
    pub fn begin(sim: &Simulation) -> Self {
        let mut record = Self { first: sim.clock().now(), months: Vec::new() };
        record.note(sim);
        record
    }

    /// Notes the month that has passed.
    pub fn note(&mut self, sim: &Simulation) {
        let (content, world) = (sim.content(), sim.get::<WorldMarket>());
        let goods = || content.goods.ids();
        let polities = || content.polities.ids();
        let home = polities().flat_map(|id| {
            let prices = sim.polity::<Prices>(id);
            goods().map(move |good| prices.of(good) as f32)
        });
        self.months.push(MonthPrices {
            world: goods().map(|good| world.price(good) as f32).collect(),
            home: home.collect(),
            terms: polities().map(|id| sim.polity::<TradePosition>(id).terms() as f32).collect(),
        });
    }

    /// The month of the first value.
    pub fn first(&self) -> Month {
        self.first
    }

    fn line(&self, value: impl Fn(&MonthPrices) -> Option<f32>) -> Vec<f32> {
        self.months.iter().map(|month| value(month).unwrap_or(f32::NAN)).collect()
    }

    fn world(&self, good: GoodId) -> Vec<f32> {
        self.line(|month| month.world.get(good.index()).copied())
    }

    fn home(&self, id: PolityId, good: GoodId) -> Vec<f32> {
        self.line(|month| month.home.get(id.index() * month.world.len() + good.index()).copied())
    }

    fn terms(&self, id: PolityId) -> Vec<f32> {
        self.line(|month| month.terms.get(id.index()).copied())
    }
}

/// Prices of a state over time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PricesPage {
    /// The month of the first value of every line.
    pub first: Month,
    /// Price of exports over price of imports.
    pub terms: PriceLine,
    /// Prices by good, in the order of the goods.
    pub goods: Vec<PriceLine>,
}

/// One price and how it came to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PriceLine {
    /// Of what.
    pub name: String,
    /// The price now, over base price.
    pub now: Explained,
    /// The world market's price now, of goods that are traded.
    pub world: Option<f64>,
    /// Change over the last twelve months, once so many have been noted.
    pub change: Option<f64>,
    /// Month by month.
    pub line: Vec<f32>,
    /// The world market's, month by month; empty for what is not traded.
    pub world_line: Vec<f32>,
}

pub(super) fn page(sim: &Simulation, id: PolityId, record: &PriceRecord) -> PricesPage {
    let (prices, world) = (sim.polity::<Prices>(id), sim.get::<WorldMarket>());
    let good = |(good, def): (GoodId, &crate::content::defs::GoodDef)| {
        let line = record.home(id, good);
        let parts = [
            (text!("pr.wanted").to_owned(), prices.demand(good)),
            (text!("pr.made").to_owned(), prices.supply(good)),
        ];
        let mut now = Explained::given(text!("ec.price"), prices.of(good), Unit::OfBase)
            .meaning(text!("ec.price.means"))
            .with_parts(How::Given, parts);
        now.terms.iter_mut().for_each(|term| term.unit = Unit::Money);
        PriceLine {
            name: def.name.clone(),
            now,
            world: def.traded.then(|| world.price(good)),
            change: over_a_year(&line),
            line,
            world_line: if def.traded { record.world(good) } else { Vec::new() },
        }
    };
    let terms = record.terms(id);
    PricesPage {
        first: record.first(),
        terms: PriceLine {
            name: text!("n.terms_of_trade").into(),
            now: terms_of_trade(sim, id),
            world: None,
            change: over_a_year(&terms),
            line: terms,
            world_line: Vec::new(),
        },
        goods: sim.content().goods.iter().map(good).collect(),
    }
}

/// The last value over that of twelve months before, less one.
fn over_a_year(line: &[f32]) -> Option<f64> {
    let (now, before) = (line.last()?, line.len().checked_sub(13).map(|place| line[place])?);
    (before > 0.0).then(|| f64::from(now / before) - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_needs_a_year() {
        let line: Vec<f32> = (0..13).map(|month| 1.0 + month as f32 / 12.0).collect();
        assert_eq!(over_a_year(&line), Some(1.0));
        assert_eq!(over_a_year(&line[1..]), None);
        assert_eq!(over_a_year(&[]), None);
    }
}
