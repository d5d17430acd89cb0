//! The list of series.
//!
//! To add one, add an entry to the slice of its subject, in a file beside this one:
//!
//! ```text
//! state("gold", MONEY, "Gold held by the state.", "finance: Gold", |now, id| now.sim.polity::<Gold>(id).held().real()),
//! ```
//!
//! A reader gives not-a-number where the series means nothing for a state; no row is written then. Figures of the books are
//! in thousands of 2011 international dollars and are passed on as they are. A series by good has one row for each good; its
//! name is followed by a dot and the good's id.

mod money;
mod people;
mod production;
mod trade;
mod world;

use crate::base::{GoodId, PolityId};

use super::Reading;

/// How a series is read.
#[derive(Clone, Copy)]
pub enum Read {
    /// One value a state.
    State(fn(&Reading<'_>, PolityId) -> f64),
    /// One value a state and good.
    StateGood(fn(&Reading<'_>, PolityId, GoodId) -> f64),
    /// One value for the world.
    World(fn(&Reading<'_>) -> f64),
    /// One value for the world by good.
    WorldGood(fn(&Reading<'_>, GoodId) -> f64),
}

/// A series: its name, and how it is made.
#[derive(Clone, Copy)]
pub struct SeriesDef {
    /// Name; unique.
    pub id: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// What it means, one sentence.
    pub means: &'static str,
    /// Where it is computed: folder of `src/sim` and type.
    pub source: &'static str,
    /// How it is read.
    pub read: Read,
}

const fn state(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>, PolityId) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::State(read) }
}

const fn goods(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>, PolityId, GoodId) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::StateGood(read) }
}

const fn world(
    id: &'static str,
    unit: &'static str,
    means: &'static str,
    source: &'static str,
    read: fn(&Reading<'_>) -> f64,
) -> SeriesDef {
    SeriesDef { id, unit, means, source, read: Read::World(read) }
}

const MONEY: &str = "1000 $2011";
const MONEY_A_MONTH: &str = "1000 $2011/month";
const MONEY_A_YEAR: &str = "1000 $2011/year";
const A_HEAD: &str = "$2011/head/year";
const SHARE: &str = "share";
const INDEX: &str = "0-1";
const RATE: &str = "share/year";
const TO_BASE: &str = "1 = base";
const PEOPLE: &str = "people";

/// Every series, subject by subject.
pub fn all() -> impl Iterator<Item = &'static SeriesDef> {
    let subjects = [
        production::PRODUCTION,
        production::PROPERTY,
        trade::TRADE,
        trade::PRICES,
        production::PLAN,
        trade::COMMUNITY,
        money::FINANCE,
        money::MONEY_AND_CREDIT,
        people::LIVING,
        people::RULE,
        world::WORLD,
    ];
    subjects.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_series_has_its_own_name_and_says_what_it_is() {
        let mut names = BTreeSet::new();
        for series in all() {
            assert!(names.insert(series.id), "{} stands twice", series.id);
            assert!(series.means.ends_with('.') && series.means.len() > 5, "{}", series.id);
            assert!(!series.unit.is_empty() && series.source.contains(": "), "{}", series.id);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(series.id.chars().all(plain), "{} is no plain name", series.id);
        }
        assert!(names.len() > 50);
    }
}
