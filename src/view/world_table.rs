//! The world by system and year: shares of population, product and industry (row K8 of the research tables).

use crate::base::{Id, PolityId};
use crate::content::vocabulary::System;
use crate::sim::Simulation;
use crate::sim::economy::Accounts;
use crate::sim::ledger::PeopleBook;
use crate::sim::politics::{Government, Owner, Status};

use super::words::text;

/// Shares of one system in the world (each 0–1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SystemShares {
    /// Of people.
    pub population: f64,
    /// Of product.
    pub product: f64,
    /// Of industry.
    pub industry: f64,
}

/// The world at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct YearRow {
    /// The year at whose end it was taken.
    pub year: u32,
    /// People in the world.
    pub population: f64,
    /// World product, thousands of 2011 dollars a year.
    pub product: f64,
    /// Value added of industry, thousands of 2011 dollars a year.
    pub industry: f64,
    /// Shares, in the order of [`System::ALL`].
    pub shares: [SystemShares; System::COUNT],
}

/// The bracket in which a polity is counted: by its form of rule; what a socialist state rules counts with it, what
/// others rule counts with the South.
pub fn system_of(sim: &Simulation, id: PolityId) -> System {
    let form = sim.polity::<Government>(id).form();
    match sim.polity::<Status>(id).ruler() {
        None => form.system(),
        Some(ruler) => match sim.polity::<Government>(ruler).form().system() {
            System::Socialist => System::Socialist,
            _ => System::South,
        },
    }
}

/// The world now.
pub fn year_row(sim: &Simulation) -> YearRow {
    let content = sim.content();
    let book = sim.get::<PeopleBook>();
    let mut sums = [SystemShares::default(); System::COUNT];
    let mut people = vec![0.0; content.polities.len()];
    for id in content.territories.ids() {
        people[sim.territory::<Owner>(id).polity().index()] += book.people(id).real();
    }
    for id in content.polities.ids().filter(|&id| sim.polity::<Status>(id).is_alive()) {
        let sum = &mut sums[system_of(sim, id).index()];
        let accounts = sim.polity::<Accounts>(id);
        sum.population += people[id.index()];
        sum.product += accounts.product().real();
        sum.industry += accounts.industry().real();
    }
    YearRow::from_sums(sim.clock().now().year(), sums)
}

impl YearRow {
    fn from_sums(year: u32, sums: [SystemShares; System::COUNT]) -> Self {
        let total = |read: fn(&SystemShares) -> f64| sums.iter().map(read).sum::<f64>();
        let (population, product, industry) =
            (total(|sum| sum.population), total(|sum| sum.product), total(|sum| sum.industry));
        let over = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        let shares = sums.map(|sum| SystemShares {
            population: over(sum.population, population),
            product: over(sum.product, product),
            industry: over(sum.industry, industry),
        });
        Self { year, population, product, industry, shares }
    }

    /// The shares of one system.
    pub fn of(&self, system: System) -> SystemShares {
        self.shares[system.index()]
    }
}

/// The world year by year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorldTable {
    /// One row a year, oldest first.
    pub rows: Vec<YearRow>,
}

impl WorldTable {
    /// Takes a row if the month ends its year, or if there is none yet; call it after every month.
    pub fn note(&mut self, sim: &Simulation) {
        let now = sim.clock().now();
        if self.rows.is_empty()
            || (now.ends_year() && self.rows.last().is_some_and(|row| row.year != now.year()))
        {
            self.rows.push(year_row(sim));
        }
    }

    /// As plain text, one line a year: for each system its shares of people, product and industry in per cent.
    pub fn to_text(&self) -> String {
        let mut text = format!("{:>6}", text!("k.year"));
        for system in System::ALL {
            text.push_str(&format!("  {:^23}", system.words()));
        }
        text.push_str(&format!("\n{:>6}", ""));
        for _ in System::ALL {
            let (people, product, industry) = (text!("k.people"), text!("k.product"), text!("k.industry"));
            text.push_str(&format!("  {people:>6} {product:>7} {industry:>8}"));
        }
        for row in &self.rows {
            text.push_str(&format!("\n{:>6}", row.year));
            for share in row.shares {
                let percent = |value: f64| value * 100.0;
                text.push_str(&format!(
                    "  {:>5.1}% {:>6.1}% {:>7.1}%",
                    percent(share.population),
                    percent(share.product),
                    percent(share.industry)
                ));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_one_and_nothing_divides_by_nothing() {
        let sum = |population, product| SystemShares { population, product, industry: 0.0 };
        let row = YearRow::from_sums(1950, [sum(1.0, 10.0), sum(1.0, 30.0), sum(2.0, 10.0)]);
        let total: f64 = row.shares.iter().map(|share| share.population).sum();
        assert!((total - 1.0).abs() < 1e-12);
        assert_eq!(row.of(System::CapitalistCore).product, 0.6);
        assert_eq!(row.of(System::South).industry, 0.0);
        let table = WorldTable { rows: vec![row] };
        assert_eq!(table.to_text().lines().count(), 3);
    }
}
