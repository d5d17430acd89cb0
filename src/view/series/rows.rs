//! Rows of a month.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::base::PolityId;
use crate::content::defs::Content;
use crate::content::report::nearest;
use crate::sim::Simulation;
use crate::sim::politics::Status;
use crate::view::balance::good_balance;

use super::Reading;
use super::registry::{Read, SeriesDef, all};

/// What stands for the world in the column of agents.
const WORLD: &str = "WORLD";

/// One value of one series.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesRow<'s> {
    /// Id of the state, or `WORLD`.
    pub agent: &'s str,
    /// Name of the series; of a series by good with a dot and the good's id.
    pub series: Cow<'static, str>,
    /// Unit.
    pub unit: &'static str,
    /// Value.
    pub value: f64,
}

/// One line of a balance of goods.
#[derive(Debug, Clone, PartialEq)]
pub struct BalanceRow<'s> {
    /// Id of the state.
    pub state: &'s str,
    /// Id of the good.
    pub good: &'s str,
    /// Name of the flow, or `opening` or `closing`.
    pub flow: String,
    /// Amount at base prices, thousands of 2011 dollars; what leaves the stock is negative, so that opening and flows sum to
    /// closing.
    pub amount: i64,
}

/// Which series and states are written.
#[derive(Clone, Default)]
pub struct Choice {
    /// The series; `None` = all.
    series: Option<BTreeSet<&'static str>>,
    /// The states; `None` = all.
    states: Option<BTreeSet<PolityId>>,
}

/// A name that nothing has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName(String);

impl std::fmt::Display for UnknownName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> UnknownName {
    UnknownName(match nearest(name, known) {
        Some(near) => format!("no {kind} named `{name}`; did you mean `{near}`?"),
        None => format!("no {kind} named `{name}`"),
    })
}

impl Choice {
    /// The series and states of these names; an empty list stands for all.
    ///
    /// # Errors
    /// The first name that nothing has.
    pub fn of(content: &Content, series: &[String], states: &[String]) -> Result<Self, UnknownName> {
        let one_series = |name: &String| {
            let found = all().find(|def| def.id == name).map(|def| def.id);
            found.ok_or_else(|| unknown("series", name, all().map(|def| def.id)))
        };
        let one_state = |name: &String| {
            let ids = || content.polities.values().map(|def| def.id.as_str());
            content.polities.find(|def| def.id == *name).ok_or_else(|| unknown("state", name, ids()))
        };
        let series = series.iter().map(one_series).collect::<Result<BTreeSet<_>, _>>()?;
        let states = states.iter().map(one_state).collect::<Result<BTreeSet<_>, _>>()?;
        Ok(Self {
            series: (!series.is_empty()).then_some(series),
            states: (!states.is_empty()).then_some(states),
        })
    }

    /// The series that are written.
    pub fn series(&self) -> impl Iterator<Item = &'static SeriesDef> {
        all().filter(|def| self.series.as_ref().is_none_or(|chosen| chosen.contains(def.id)))
    }

    /// The states in being that are written.
    fn states(&self, sim: &Simulation) -> Vec<PolityId> {
        let chosen = |id: &PolityId| self.states.as_ref().is_none_or(|states| states.contains(id));
        let alive = |id: &PolityId| sim.polity::<Status>(*id).is_alive();
        sim.content().polities.ids().filter(chosen).filter(alive).collect()
    }
}

/// The rows of the month that the simulation stands in, series by series.
pub fn series_rows<'s>(sim: &'s Simulation, choice: &Choice, mut each: impl FnMut(SeriesRow<'s>)) {
    let content = sim.content();
    let reading = Reading::of(sim);
    let states = choice.states(sim);
    let mut tell = |agent: &'s str, series: Cow<'static, str>, unit, value: f64| {
        if value.is_finite() {
            each(SeriesRow { agent, series, unit, value });
        }
    };
    for &SeriesDef { id: name, unit, read, .. } in choice.series() {
        let agent = |id: PolityId| content.polities[id].id.as_str();
        match read {
            Read::State(read) => {
                for &id in &states {
                    tell(agent(id), name.into(), unit, read(&reading, id));
                }
            }
            Read::StateGood(read) => {
                for (good, def) in content.goods.iter() {
                    let name = format!("{name}.{}", def.id);
                    for &id in &states {
                        tell(agent(id), name.clone().into(), unit, read(&reading, id, good));
                    }
                }
            }
            Read::World(read) => tell(WORLD, name.into(), unit, read(&reading)),
            Read::WorldGood(read) => {
                for (good, def) in content.goods.iter() {
                    tell(WORLD, format!("{name}.{}", def.id).into(), unit, read(&reading, good));
                }
            }
        }
    }
}

/// The balances of goods of the month that the simulation stands in; flows of nothing are left out.
pub fn balance_rows<'s>(sim: &'s Simulation, choice: &Choice, mut each: impl FnMut(BalanceRow<'s>)) {
    let content = sim.content();
    for state in choice.states(sim) {
        for (good, def) in content.goods.iter() {
            let balance = good_balance(sim, state, good);
            let ends = |flow: &str, amount| (flow.to_owned(), amount);
            let flows = balance.flows.iter().map(|line| (line.flow.clone(), line.amount));
            let lines = std::iter::once(ends("opening", balance.opening))
                .chain(flows)
                .chain(std::iter::once(ends("closing", balance.closing)));
            for (flow, amount) in lines.filter(|(_, amount)| *amount != 0) {
                let (state, good) = (content.polities[state].id.as_str(), def.id.as_str());
                each(BalanceRow { state, good, flow, amount });
            }
        }
    }
}
