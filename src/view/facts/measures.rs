//! Measures: one number off the records of one history. Pure functions.

use crate::base::math;
use crate::content::vocabulary::{Group, Measure};

use super::records::{CrisisRecord, Economy, Records, YearRecord};
use super::slumps::{Slump, slumps};
use super::statistics::{mean, unlikeness};

/// Two slumps begin together if no more months than this lie between them.
const TOGETHER: usize = 12;

/// Years over which a change of tension is held against that of trade.
const SPAN: usize = 5;
/// Change of tension that counts as one.
const NOTICED: f64 = 0.02;

/// What a measure finds; nothing where the history has nothing to measure: an empty group, a year it did not reach.
pub fn measure(records: &Records, measure: &Measure) -> Option<f64> {
    let value = match *measure {
        Measure::Growth { of, from, to } => records.growth(of, from, to)?,
        Measure::GrowthGap { of, over, from, to } => {
            records.growth(of, from, to)? - records.growth(over, from, to)?
        }
        Measure::Ratio { of, over, at } => records.per_head(of, at)? / records.per_head(over, at)?,
        Measure::Slumps { of, from, to, fall, recovery } => {
            let each = records.slumps_of(of, fall, recovery);
            let count = |(_, list): &(usize, Vec<Slump>)| records.between(list, from, to).count() as f64;
            mean(&each.iter().map(count).collect::<Vec<_>>())?
        }
        Measure::SlumpSpread { of, from, to, fall, recovery } => {
            let each = records.slumps_of(of, fall, recovery);
            let depths: Vec<f64> = each
                .iter()
                .flat_map(|(_, list)| records.between(list, from, to))
                .map(|one| one.depth)
                .collect();
            unlikeness(&depths)?
        }
        Measure::SlumpsInCompany { of, from, to, fall, recovery } => {
            records.slumps_in_company(of, from, to, fall, recovery)?
        }
        Measure::CommunityTrade { from, to } => {
            let years = records.years.iter().filter(|year| (from..=to).contains(&year.year));
            let shares = years.filter(|year| year.community.trade > 0.0);
            mean(&shares.map(|year| year.community.inside / year.community.trade).collect::<Vec<_>>())?
        }
        Measure::CommunityLevelling { from, to } => records.levelling(from, to)?,
        Measure::TradeShare { at } => {
            let (_, year) = records.year(at)?;
            let product: f64 = records.economies.iter().map(|economy| economy.yearly(year.months)).sum();
            year.trade / product
        }
        Measure::PriceLeap { within, from, to } => records.leap(within as usize, from, to)?,
        Measure::NewStates { at } => f64::from(records.year(at)?.1.new_states),
        Measure::IndependenceByArms { from, to } => {
            let won = records.independences.iter().filter(|(year, _)| (from..=to).contains(year));
            mean(&won.map(|&(_, by_arms)| f64::from(u8::from(by_arms))).collect::<Vec<_>>())?
        }
        Measure::States { at } => f64::from(records.year(at)?.1.states),
        Measure::PolesAtWar { from, to } => {
            let began = records.wars_of_poles.iter().any(|year| (from..=to).contains(year));
            f64::from(u8::from(began))
        }
        Measure::Crises { from, to } => records.crises_between(from, to).count() as f64,
        Measure::CrisesOfPowers { from, to } => {
            let of_powers = records.crises_between(from, to).map(|crisis| f64::from(u8::from(crisis.powers)));
            mean(&of_powers.collect::<Vec<_>>())?
        }
        Measure::TradeInCalm { from, to } => records.trade_in_calm(from, to)?,
        Measure::StruggleInCalm { from, to } => records.struggle_in_calm(from, to)?,
        Measure::Happened { what, to_whom, from, to } => {
            let to_them = |whom| match (to_whom, whom) {
                (Group::Everyone, _) => true,
                (group, Some(polity)) => records.members(group).any(|(_, one)| one.polity == polity),
                (_, None) => false,
            };
            let told = records.happened.iter().any(|&(year, happening, whom)| {
                (from..=to).contains(&year) && happening == what && to_them(whom)
            });
            f64::from(u8::from(told))
        }
    };
    value.is_finite().then_some(value)
}

impl Economy {
    /// Whether it belongs to a group.
    pub fn is_of(&self, group: Group) -> bool {
        match group {
            Group::Everyone => true,
            Group::Planners => self.planner,
            Group::PlanCommunity => self.in_community,
            Group::MarketCores => self.core,
            Group::PrimaryExporters => !self.core && !self.planner && self.exports_primary_goods(),
            Group::Ruined { from } => self.core && self.ruins >= from,
            Group::Spared { below } => self.core && self.ruins < below,
        }
    }
}

impl Records {
    /// The economies of a group with their places in the list.
    pub fn members(&self, group: Group) -> impl Iterator<Item = (usize, &Economy)> {
        self.economies.iter().enumerate().filter(move |(_, economy)| economy.is_of(group))
    }

    /// Crises begun in these years.
    fn crises_between(&self, from: u32, to: u32) -> impl Iterator<Item = &CrisisRecord> {
        self.crises.iter().filter(move |crisis| (from..=to).contains(&crisis.year))
    }

    /// The record of a year's end with its place in the list.
    fn year(&self, year: u32) -> Option<(usize, &YearRecord)> {
        self.years.iter().enumerate().rfind(|(_, record)| record.year == year)
    }

    /// Product per head of a group at a year, thousands of 2011 dollars.
    fn per_head(&self, group: Group, year: u32) -> Option<f64> {
        let (place, record) = self.year(year)?;
        let sums = self.members(group).fold((0.0, 0.0), |(product, people), (_, economy)| {
            (product + economy.yearly(record.months), people + economy.people[place])
        });
        (sums.1 > 0.0).then(|| sums.0 / sums.1)
    }

    /// Mean growth a year of product per head.
    fn growth(&self, group: Group, from: u32, to: u32) -> Option<f64> {
        let times = self.per_head(group, to)? / self.per_head(group, from)?;
        let years = f64::from(to.checked_sub(from).filter(|years| *years > 0)?);
        Some(math::pow(times, 1.0 / years) - 1.0)
    }

    fn slumps_of(&self, group: Group, fall: f64, recovery: f64) -> Vec<(usize, Vec<Slump>)> {
        self.members(group)
            .map(|(place, economy)| (place, slumps(&economy.yearly_series(), fall, recovery)))
            .collect()
    }

    /// The year of a month counted from the eve.
    fn year_of(&self, month: usize) -> u32 {
        self.eve.plus(month as u32).year()
    }

    /// The slumps of a list that begin in some years: the month after the peak counts.
    fn between<'a>(&self, list: &'a [Slump], from: u32, to: u32) -> impl Iterator<Item = &'a Slump> {
        let years: Vec<u32> = list.iter().map(|slump| self.year_of(slump.peak + 1)).collect();
        list.iter().zip(years).filter(move |(_, year)| (from..=to).contains(year)).map(|(slump, _)| slump)
    }

    fn slumps_in_company(&self, of: Group, from: u32, to: u32, fall: f64, recovery: f64) -> Option<f64> {
        // Partners may be of any group.
        let all = self.slumps_of(Group::Everyone, fall, recovery);
        let mut together = Vec::new();
        for (place, economy) in self.members(of) {
            for slump in self.between(&all[place].1, from, to) {
                let at = self.year(self.year_of(slump.peak + 1)).map_or(self.years.len() - 1, |(at, _)| at);
                let near = |other: &Slump| other.peak.abs_diff(slump.peak) <= TOGETHER;
                let company = economy.partners[at].iter().any(|&partner| all[partner].1.iter().any(near));
                together.push(f64::from(u8::from(company)));
            }
        }
        mean(&together)
    }

    /// Largest rise of the world price of a primary good over so many months that end in some years.
    fn leap(&self, within: usize, from: u32, to: u32) -> Option<f64> {
        let rise = |series: &[f64], month: usize| {
            let before = &series[month.saturating_sub(within)..=month];
            let least = before.iter().copied().fold(f64::INFINITY, f64::min);
            series[month] / least - 1.0
        };
        let months = |series: &Vec<f64>| 0..series.len();
        let of = |series: &Vec<f64>| -> Option<f64> {
            let inside = months(series).filter(|&month| (from..=to).contains(&self.year_of(month + 1)));
            inside.map(|month| rise(series, month)).max_by(f64::total_cmp)
        };
        self.prices.iter().filter_map(of).max_by(f64::total_cmp)
    }

    /// Growth a year of trade across the line in spans in which tension fell, less that in spans in which it rose.
    fn trade_in_calm(&self, from: u32, to: u32) -> Option<f64> {
        let inside = || self.years.iter().filter(|year| (from..=to).contains(&year.year));
        let (mut calmer, mut tenser) = (Vec::new(), Vec::new());
        for (before, after) in inside().zip(inside().skip(SPAN)) {
            let both = before.across.iter().zip(&after.across);
            let both = both.filter_map(|(before, after)| Some(((*before)?, (*after)?)));
            for (before, after) in both.filter(|(before, after)| before.trade > 0.0 && after.trade > 0.0) {
                let growth = math::ln(after.trade / before.trade) / SPAN as f64;
                match after.tension - before.tension {
                    change if change <= -NOTICED => calmer.push(growth),
                    change if change >= NOTICED => tenser.push(growth),
                    _ => {}
                }
            }
        }
        Some(mean(&calmer)? - mean(&tenser)?)
    }

    /// Acts of struggle a year and state in the calmest third of some years, by the tension between the two poles, over those in
    /// the tensest third.
    fn struggle_in_calm(&self, from: u32, to: u32) -> Option<f64> {
        let acts = |year: &YearRecord| {
            let told = self.struggle.iter().filter(|&&one| one == year.year).count();
            told as f64 / f64::from(year.states.max(1))
        };
        let inside = self.years.iter().filter(|year| (from..=to).contains(&year.year));
        let mut known: Vec<(f64, f64)> = inside.map(|year| (year.tension, acts(year))).collect();
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        let values: Vec<f64> = known.into_iter().map(|(_, value)| value).collect();
        let third = values.len() / 3;
        Some(mean(&values[..third])? / mean(&values[values.len() - third..])?)
    }

    /// Unlikeness at one year over that at another, among those who were members at the first.
    fn levelling(&self, from: u32, to: u32) -> Option<f64> {
        let members = &self.year(from)?.1.community.members;
        let at = |year: u32| {
            let (place, record) = self.year(year)?;
            let one = |&member: &usize| {
                let economy = &self.economies[member];
                economy.yearly(record.months) / economy.people[place].max(1.0)
            };
            unlikeness(&members.iter().map(one).collect::<Vec<_>>())
        };
        Some(at(to)? / at(from)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Month, PolityId};
    use crate::content::vocabulary::Happening;
    use crate::view::facts::records::{Across, Community};

    /// An economy of a constant number of people whose product grows by a factor a year.
    fn economy(id: u16, opening: f64, factor: f64, years: usize) -> Economy {
        let product = (1..=years).flat_map(|year| {
            let month = opening * (0..year).fold(1.0, |level, _| level * factor);
            std::iter::repeat_n(month, 12)
        });
        Economy {
            opening,
            product: product.collect(),
            people: vec![12.0; years + 1],
            partners: vec![Vec::new(); years + 1],
            ..Economy::of(PolityId(id))
        }
    }

    fn records() -> Records {
        let planner = Economy { planner: true, in_community: true, ..economy(0, 10.0, 1.1, 4) };
        let core = Economy { core: true, ruins: 0.3, ..economy(1, 20.0, 1.05, 4) };
        let spared = Economy { core: true, ..economy(2, 20.0, 1.02, 4) };
        let mines = Economy { first_exports: vec![(true, 5.0), (false, 1.0)], ..economy(3, 2.0, 1.0, 4) };
        let year = |at: u32| YearRecord {
            year: 1949 + at,
            months: 12 * at as usize,
            trade: 63.6 + f64::from(at),
            states: 3 + at,
            new_states: at,
            community: Community { members: vec![0, 3], trade: 10.0, inside: 5.0 + f64::from(at) },
            ..YearRecord::default()
        };
        Records {
            eve: Month::parse_iso("1949-12").unwrap(),
            economies: vec![planner, core, spared, mines],
            years: (0..=4).map(year).collect(),
            happened: vec![(1951, Happening::DebtDefaulted, Some(PolityId(3)))],
            ..Records::default()
        }
    }

    fn near(found: Option<f64>, wanted: f64) {
        let found = found.expect("there is something to measure");
        assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    }

    #[test]
    fn growth_is_that_of_the_group() {
        let records = records();
        near(measure(&records, &Measure::Growth { of: Group::Planners, from: 1949, to: 1953 }), 0.1);
        near(measure(&records, &Measure::Growth { of: Group::PlanCommunity, from: 1949, to: 1953 }), 0.1);
        let gap = Measure::GrowthGap {
            of: Group::Ruined { from: 0.2 },
            over: Group::Spared { below: 0.2 },
            from: 1950,
            to: 1953,
        };
        near(measure(&records, &gap), 0.03);
        assert_eq!(measure(&records, &Measure::Growth { of: Group::Planners, from: 1949, to: 1960 }), None);
        assert_eq!(measure(&records, &Measure::Growth { of: Group::Planners, from: 1950, to: 1950 }), None);
    }

    #[test]
    fn ratios_and_shares_are_those_of_the_year() {
        let records = records();
        let ratio = Measure::Ratio { of: Group::PrimaryExporters, over: Group::MarketCores, at: 1949 };
        near(measure(&records, &ratio), 0.1);
        near(measure(&records, &Measure::TradeShare { at: 1949 }), 63.6 / (52.0 * 12.0));
        near(measure(&records, &Measure::States { at: 1952 }), 6.0);
        near(measure(&records, &Measure::NewStates { at: 1952 }), 3.0);
    }

    #[test]
    fn a_leap_is_the_largest_rise_in_its_time_and_years() {
        let mut records = records();
        let mut dear = vec![1.0; 48];
        dear[20] = 0.8;
        dear[24..].iter_mut().for_each(|price| *price = 1.2);
        records.prices = vec![vec![1.0; 48], dear];
        let leap = |within, from, to| measure(&records, &Measure::PriceLeap { within, from, to });
        near(leap(12, 1950, 1953), 0.5);
        near(leap(2, 1950, 1953), 0.25);
        near(leap(12, 1950, 1951), 0.25);
        near(leap(12, 1953, 1953), 0.0);
        assert_eq!(leap(12, 1960, 1961), None);
    }

    #[test]
    fn a_community_trades_inside_and_draws_level_or_apart() {
        let records = records();
        near(measure(&records, &Measure::CommunityTrade { from: 1950, to: 1952 }), 0.7);
        // One member grows, the poorer one does not: they draw apart.
        let found = measure(&records, &Measure::CommunityLevelling { from: 1949, to: 1953 });
        assert!(found.expect("two members") > 1.0);
    }

    #[test]
    fn trade_across_the_line_is_held_against_the_tension_of_each_pair() {
        let mut records = records();
        let pair = |tension, trade| Some(Across { tension, trade });
        records.years = (0..=SPAN as u32)
            .map(|at| {
                let way = f64::from(at) / SPAN as f64;
                let (calmer, tenser) =
                    (pair(0.8 - 0.4 * way, 10.0 + 10.0 * way), pair(0.2 + 0.4 * way, 10.0 - 5.0 * way));
                YearRecord { year: 1950 + at, across: vec![calmer, tenser, None], ..YearRecord::default() }
            })
            .collect();
        let last = 1950 + SPAN as u32;
        near(measure(&records, &Measure::TradeInCalm { from: 1950, to: last }), math::ln(4.0) / SPAN as f64);
        assert_eq!(measure(&records, &Measure::TradeInCalm { from: 1951, to: last }), None);
    }

    #[test]
    fn independence_by_arms_is_a_share_of_all_in_those_years() {
        let mut records = records();
        records.independences = vec![(1949, true), (1950, true), (1951, false), (1951, false), (1952, true)];
        near(measure(&records, &Measure::IndependenceByArms { from: 1950, to: 1951 }), 1.0 / 3.0);
        assert_eq!(measure(&records, &Measure::IndependenceByArms { from: 1953, to: 1954 }), None);
    }

    #[test]
    fn crises_are_counted_and_those_between_powers_beside_them() {
        let mut records = records();
        let crisis = |year, powers| CrisisRecord { year, powers };
        records.crises =
            vec![crisis(1949, true), crisis(1950, true), crisis(1950, false), crisis(1953, true)];
        near(measure(&records, &Measure::Crises { from: 1950, to: 1953 }), 3.0);
        near(measure(&records, &Measure::CrisesOfPowers { from: 1949, to: 1950 }), 2.0 / 3.0);
        assert_eq!(measure(&records, &Measure::CrisesOfPowers { from: 1951, to: 1952 }), None);
    }

    #[test]
    fn struggle_in_calm_years_is_held_against_that_in_tense_ones() {
        let mut records = records();
        for (year, tension) in records.years.iter_mut().zip([0.9, 0.8, 0.2, 0.5, 0.3]) {
            (year.tension, year.states) = (tension, 10);
        }
        records.struggle = vec![1949, 1949, 1951, 1952, 1952];
        near(measure(&records, &Measure::StruggleInCalm { from: 1949, to: 1953 }), 0.5);
        assert_eq!(measure(&records, &Measure::StruggleInCalm { from: 1951, to: 1952 }), None);
    }

    #[test]
    fn slumps_are_counted_and_those_of_partners_beside_them() {
        let mut records = records();
        for place in [1, 2] {
            records.economies[place].product[24..36].iter_mut().for_each(|month| *month *= 0.8);
        }
        let (of, from, to, fall, recovery) = (Group::MarketCores, 1950, 1953, 0.02, 0.02);
        near(measure(&records, &Measure::Slumps { of, from, to, fall, recovery }), 1.0);
        near(measure(&records, &Measure::SlumpsInCompany { of, from, to, fall, recovery }), 0.0);
        records.economies[1].partners = vec![vec![2]; 5];
        near(measure(&records, &Measure::SlumpsInCompany { of, from, to, fall, recovery }), 0.5);
        let spread = measure(&records, &Measure::SlumpSpread { of, from, to, fall, recovery });
        assert!(spread.expect("two slumps") > 0.0);
        let before = Measure::Slumps { of, from: 1950, to: 1950, fall, recovery };
        near(measure(&records, &before), 0.0);
    }

    #[test]
    fn what_happened_counts_for_its_group_and_years() {
        let records = records();
        let defaulted = |to_whom, from, to| {
            let what = Happening::DebtDefaulted;
            measure(&records, &Measure::Happened { what, to_whom, from, to })
        };
        near(defaulted(Group::PrimaryExporters, 1950, 1951), 1.0);
        near(defaulted(Group::Everyone, 1950, 1951), 1.0);
        near(defaulted(Group::MarketCores, 1950, 1951), 0.0);
        near(defaulted(Group::Everyone, 1952, 1953), 0.0);
    }
}
