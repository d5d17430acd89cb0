//! Levels: a [series](crate::view::series) of states read at the end of every year, and averaged over a group or the world.
//!
//! `mean.planners.shortage` is the mean over all years of the mean over the planners; `end.planners.shortage` that of the last
//! year alone. A series by good has the good behind it (`mean.planners.import_mix.machinery`), one of the world `world` for a
//! group (`mean.world.wars`). Every state of a group counts the same, large or small; one that is no more counts no longer.

use crate::base::{GoodId, Id, PolityId};
use crate::content::defs::Content;
use crate::content::report::nearest;
use crate::content::vocabulary::Group;
use crate::sim::Simulation;
use crate::sim::politics::Status;
use crate::view::facts::{Records, mean};
use crate::view::series::{Read, Reading, SeriesDef, all};

/// What stands for the world among the groups.
const WORLD: &str = "world";

/// The groups by what they are called in a name.
const GROUPS: [(&str, Group); 5] = [
    ("everyone", Group::Everyone),
    ("planners", Group::Planners),
    ("plan_community", Group::PlanCommunity),
    ("market_cores", Group::MarketCores),
    ("primary_exporters", Group::PrimaryExporters),
];

/// A number that a name asks for.
#[derive(Clone, Copy)]
pub(super) struct Level {
    /// The last year alone, or the mean of all.
    last: bool,
    /// Whose; `None` = the world's.
    group: Option<Group>,
    series: &'static SeriesDef,
    good: Option<GoodId>,
}

impl Level {
    /// What a name asks for; nothing if it is no name of a level, words if it is one and something in it is unknown.
    pub(super) fn of(content: &Content, name: &str) -> Option<Result<Self, String>> {
        let mut words = name.split('.');
        let last = match words.next()? {
            "end" => true,
            "mean" => false,
            _ => return None,
        };
        Some(Self::resolve(content, last, &words.collect::<Vec<_>>()))
    }

    fn resolve(content: &Content, last: bool, words: &[&str]) -> Result<Self, String> {
        let (group, series, good) = match *words {
            [group, series] => (group, series, None),
            [group, series, good] => (group, series, Some(good)),
            _ => return Err("a level is named as `mean.planners.shortage`".into()),
        };
        let found = if group == WORLD {
            None
        } else {
            let names = || GROUPS.iter().map(|(name, _)| *name).chain([WORLD]);
            let known = GROUPS.iter().find(|(name, _)| *name == group);
            Some(known.ok_or_else(|| unknown("group", group, names()))?.1)
        };
        let series = all()
            .find(|def| def.id == series)
            .ok_or_else(|| unknown("series", series, all().map(|def| def.id)))?;
        let (of_states, by_good) = match series.read {
            Read::State(_) => (true, false),
            Read::StateGood(_) => (true, true),
            Read::World(_) => (false, false),
            Read::WorldGood(_) => (false, true),
        };
        if of_states == found.is_none() {
            let whose = if of_states { "of states" } else { "of the world" };
            return Err(format!("`{}` is a series {whose}", series.id));
        }
        if by_good != good.is_some() {
            let with = if by_good { "with a good" } else { "without a good" };
            return Err(format!("`{}` is a series {with}", series.id));
        }
        let goods = || content.goods.values().map(|def| def.id.as_str());
        let place = |id: &str| {
            let at = content.goods.find(|def| def.id == id);
            at.ok_or_else(|| unknown("good", id, goods()))
        };
        Ok(Self { last, group: found, series, good: good.map(place).transpose()? })
    }

    /// Its values now: one for each polity, not-a-number for one that is no more; a single one for the world.
    fn read(&self, now: &Reading<'_>) -> Vec<f64> {
        let each = |read: &dyn Fn(PolityId) -> f64| {
            let alive = |id| now.sim.polity::<Status>(id).is_alive();
            let ids = now.sim.content().polities.ids();
            ids.map(|id| if alive(id) { read(id) } else { f64::NAN }).collect()
        };
        match (self.series.read, self.good) {
            (Read::State(read), _) => each(&|id| read(now, id)),
            (Read::StateGood(read), Some(good)) => each(&|id| read(now, id, good)),
            (Read::World(read), _) => vec![read(now)],
            (Read::WorldGood(read), Some(good)) => vec![read(now, good)],
            (Read::StateGood(_) | Read::WorldGood(_), None) => Vec::new(),
        }
    }

    /// The mean over a group of the values of a year.
    fn over(&self, values: &[f64], records: &Records) -> Option<f64> {
        let known: Vec<f64> = match self.group {
            None => values.to_vec(),
            Some(group) => {
                records.members(group).map(|(_, economy)| values[economy.polity.index()]).collect()
            }
        };
        mean(&finite(known))
    }
}

/// What is kept of a history for the levels that are asked for.
pub(super) struct Levels<'l> {
    levels: &'l [Level],
    /// By year and level.
    years: Vec<Vec<Vec<f64>>>,
}

impl<'l> Levels<'l> {
    /// Nothing yet.
    pub(super) fn begin(levels: &'l [Level]) -> Self {
        Self { levels, years: Vec::new() }
    }

    /// Notes a month that has been simulated, if it ends a year.
    pub(super) fn note_month(&mut self, sim: &Simulation) {
        if !self.levels.is_empty() && sim.clock().now().ends_year() {
            let now = Reading::of(sim);
            self.years.push(self.levels.iter().map(|level| level.read(&now)).collect());
        }
    }

    /// The number that one of the levels stands for; nothing where there was nothing to read.
    pub(super) fn value(&self, level: &Level, records: &Records) -> Option<f64> {
        let place = self.levels.iter().position(|one| one.same(level))?;
        let years = self.years.iter().map(|year| level.over(&year[place], records).unwrap_or(f64::NAN));
        let years = finite(years.collect());
        if level.last { years.last().copied() } else { mean(&years) }
    }
}

impl Level {
    fn same(&self, other: &Self) -> bool {
        let name = |one: &Self| (one.last, one.series.id, one.good);
        name(self) == name(other) && self.group == other.group
    }
}

fn finite(mut values: Vec<f64>) -> Vec<f64> {
    values.retain(|value| value.is_finite());
    values
}

fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(name, known) {
        Some(near) => format!("no {kind} named `{name}`; did you mean `{near}`?"),
        None => format!("no {kind} named `{name}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::facts::Economy;

    fn level(last: bool, group: Option<Group>, id: &str) -> Level {
        let series = all().find(|def| def.id == id).expect("a series of the registry");
        Level { last, group, series, good: None }
    }

    /// Two planners and a core, in places other than their numbers.
    fn records() -> Records {
        let economy =
            |id: u16, planner: bool| Economy { planner, core: !planner, ..Economy::of(PolityId(id)) };
        let mut records = Records::default();
        records.economies.extend([economy(2, true), economy(0, false), economy(1, true)]);
        records
    }

    #[test]
    fn a_level_is_the_mean_of_its_group_over_the_years_or_at_the_end() {
        let asked =
            [level(false, Some(Group::Planners), "shortage"), level(true, Some(Group::Planners), "shortage")];
        let mut kept = Levels::begin(&asked);
        for year in [vec![9.0, 0.2, 0.4], vec![9.0, 0.4, 0.6]] {
            kept.years.push(vec![year.clone(), year]);
        }
        let near = |value: Option<f64>, wanted: f64| {
            let value = value.expect("there is something to read");
            assert!((value - wanted).abs() < 1e-12, "{value} is not {wanted}");
        };
        near(kept.value(&asked[0], &records()), 0.4);
        near(kept.value(&asked[1], &records()), 0.5);
    }

    #[test]
    fn who_is_no_more_and_years_without_anybody_do_not_count() {
        let asked = [level(true, Some(Group::Planners), "shortage"), level(true, None, "wars")];
        let mut kept = Levels::begin(&asked);
        kept.years.push(vec![vec![9.0, f64::NAN, 0.4], vec![3.0]]);
        kept.years.push(vec![vec![9.0, f64::NAN, f64::NAN], vec![2.0]]);
        assert_eq!(kept.value(&asked[0], &records()), Some(0.4));
        assert_eq!(kept.value(&asked[1], &records()), Some(2.0));
        assert_eq!(Levels::begin(&asked).value(&asked[0], &records()), None);
    }
}
