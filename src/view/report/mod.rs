//! The report of a run: the stable interface of `cof run --json`, and the table by system printed from it.
//!
//! Documented in `docs/cof.md`. `None` (`null`) means *not modelled yet*, 0 means none.

mod collect;
mod decisions;
mod table;
mod trials;

pub use collect::year;
pub use decisions::{DecisionRow, TermRow, decision_text, decisions_of};
pub use table::{share_table, summary_table};
pub use trials::{TrialsRow, trials_of, trials_text};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::campaign::{Campaign, NameError, OrderLine, SeatName, hex, to_names};
use crate::content::defs::ContentNames;
use crate::sim::orders::{Blocker, Given, Refusals};

/// A whole run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RunReport {
    /// Id of the scenario.
    pub scenario: String,
    /// Seed.
    pub seed: u64,
    /// Id of the lens.
    pub lens: String,
    /// Months simulated.
    pub months: u32,
    /// Hash of the state at the end, sixteen hexadecimal digits.
    pub hash: String,
    /// The state at the start, then at the end of each year and of the run.
    pub years: Vec<Year>,
}

/// The world at the end of a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Year {
    /// The year at whose end this is.
    pub year: u32,
    /// Sovereign states.
    pub independent_states: u32,
    /// Members of the world organisation.
    pub un_members: u32,
    /// The same by continent.
    pub un_members_by_region: BTreeMap<String, u32>,
    /// People of the world.
    pub world_population: i64,
    /// Product of the year, 2011 international dollars.
    pub world_product: f64,
    /// Shares of the three systems.
    pub shares: SystemShares,
    /// Every polity in being.
    pub states: BTreeMap<String, StateRow>,
    /// Warheads of those who hold any.
    pub warheads: BTreeMap<String, f64>,
    /// Wars under way, by kind.
    pub wars: WarCounts,
    /// Trade of the year.
    pub trade: TradeRow,
    /// Dead since the start.
    pub deaths: Deaths,
    /// Displaced since the start.
    pub displaced: i64,
    /// Dead and displaced since the start, by the state or movement that decided.
    pub harm_by_decider: BTreeMap<String, i64>,
}

/// Shares of the three systems.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct SystemShares {
    /// States of form `Socialist`.
    pub socialist: ShareRow,
    /// States of form `CapitalistCore`.
    pub capitalist_core: ShareRow,
    /// All others, dependencies included.
    pub south: ShareRow,
}

/// Shares of one system in the world (0–1).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct ShareRow {
    /// Of people.
    pub population: f64,
    /// Of product.
    pub product: f64,
    /// Of industry's value added.
    pub industry: f64,
}

/// One polity in being.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StateRow {
    /// Product per head of the year, 2011 international dollars.
    pub product_per_head: f64,
    /// People.
    pub population: i64,
    /// System by its form of rule.
    pub system: &'static str,
    /// Id of its military pact, else of its community of planners or market, if any.
    pub bloc: Option<String>,
    /// Whether it is a state of its own.
    pub independent: bool,
}

/// Wars under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct WarCounts {
    /// Between states.
    pub interstate: u32,
    /// For power inside one state.
    pub civil: u32,
    /// Of a dependency against its ruler.
    pub anticolonial: u32,
    /// With foreign troops in another state's conflict.
    pub intervention: u32,
}

/// Trade of a year, 2011 international dollars, each sale counted once.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct TradeRow {
    /// Between states of form `Socialist`.
    pub intra_planners: f64,
    /// Between those and states of form `CapitalistCore`.
    pub east_west: f64,
    /// All trade across borders.
    pub total: f64,
    /// Half the turnover (exports and imports) of states of form `Socialist`, so that `intra_planners` over it is the
    /// share that they trade among themselves.
    pub planners_total: f64,
}

/// Dead since the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Deaths {
    /// Killed in war.
    pub war: i64,
    /// Killed by hunger.
    pub famine: i64,
    /// Killed by repression.
    pub repression: i64,
}

/// Plays a campaign for some months, giving orders from a list, and reports on it. `each` is told after every
/// month; it may show progress.
///
/// # Errors
/// An order line that names something the content does not define.
pub fn run(
    campaign: &mut Campaign,
    months: u32,
    lines: &[OrderLine],
    mut each: impl FnMut(&Campaign),
) -> Result<RunReport, NameError> {
    let mut years = vec![year(campaign.sim())];
    for played in 1..=months {
        if campaign.finish() == Some(crate::campaign::Finish::GeneralExchange) {
            break;
        }
        campaign.give_lines(lines)?;
        campaign.step();
        each(campaign);
        let now = campaign.sim().clock().now();
        if now.ends_year() || played == months {
            years.push(year(campaign.sim()));
        }
    }
    let passport = campaign.passport();
    Ok(RunReport {
        scenario: passport.scenario.clone(),
        seed: passport.seed,
        lens: passport.lens.clone(),
        months: passport.months,
        hash: hex(campaign.sim().hash()),
        years,
    })
}

/// What was refused this month of the orders in a list, in words: order files are to be mended by people.
pub fn refusals_of_lines(campaign: &Campaign, lines: &[OrderLine]) -> Vec<String> {
    if lines.is_empty() {
        return Vec::new();
    }
    let sim = campaign.sim();
    let names = ContentNames(sim.content());
    let given_by_line = |given: &Given| {
        let named = to_names(sim.content(), &given.order);
        let issuer = SeatName::of(sim.content(), given.issuer);
        let same = |line: &OrderLine| line.order == named && line.issuer == issuer;
        lines.iter().any(|line| same(line) && line.month == given.month.iso())
    };
    let refusals = sim.get::<Refusals>().list().iter().filter(|refusal| given_by_line(&refusal.given));
    refusals
        .map(|refusal| {
            let reasons: Vec<String> = refusal.blockers.iter().map(Blocker::words).collect();
            format!(
                "refused in {}: {} by {}. {}",
                refusal.given.month,
                refusal.given.order.words(&names),
                SeatName::of(sim.content(), refusal.given.issuer).0,
                reasons.join(" ")
            )
        })
        .collect()
}

impl Year {
    /// A number of this year by its path in the JSON, such as `wars.civil` or `states.IND.product_per_head`.
    pub fn number(&self, path: &str) -> Option<f64> {
        let whole = serde_json::to_value(self).ok()?;
        path.split('.').try_fold(&whole, |value, key| value.get(key))?.as_f64()
    }

    /// What the number at a path is counted in, in words; nothing where its name says so.
    pub fn unit(path: &str) -> &'static str {
        let parts: Vec<&str> = path.split('.').collect();
        match (parts.first().copied().unwrap_or_default(), parts.last().copied().unwrap_or_default()) {
            ("world_product", _) => "$ of 2011 a year",
            (_, "product_per_head") => "$ of 2011 a head and year",
            ("shares", _) => "share of the world",
            ("world_population" | "deaths" | "displaced" | "harm_by_decider", _) => "people",
            _ => "",
        }
    }

    /// All paths that lead to a number, for messages.
    pub fn paths(&self) -> Vec<String> {
        fn walk(prefix: &str, value: &serde_json::Value, into: &mut Vec<String>) {
            match value {
                serde_json::Value::Object(fields) => {
                    for (key, value) in fields {
                        let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                        walk(&path, value, into);
                    }
                }
                serde_json::Value::Number(_) => into.push(prefix.to_owned()),
                _ => {}
            }
        }
        let mut paths = Vec::new();
        if let Ok(whole) = serde_json::to_value(self) {
            walk("", &whole, &mut paths);
        }
        paths
    }
}
