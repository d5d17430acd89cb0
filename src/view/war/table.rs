//! Wars for readers without a window: a list, one war's account month by month, and both as JSON.

use serde::Serialize;

use crate::base::PolityId;
use crate::sim::conflict::{SideMonth, WarAccount, WarRecord, WarSide};
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::words::{compact, figure, fill, sentence_case, text};

use super::sides::belief;
use super::{WarLine, WarSideView, WarView, knows, line, one_war};

/// What a side brought to a war in a month, as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WarSideRow {
    /// Military capital committed, thousands of 2011 dollars, as known or as believed now; none where only movements fight.
    pub committed: Option<f64>,
    /// Share of it that reached the front (0–1); of movements the share of what is sent to them.
    pub supply: f32,
    /// Will to fight (0–1); of movements the unity of the front.
    pub will: f32,
    /// Highest weariness of war at home (0–1).
    pub weariness: f32,
    /// Own people killed.
    pub dead: i64,
    /// Killed of whom the book of harm charges it.
    pub answers_for: i64,
}

/// A month of a war as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WarMonthRow {
    /// The month.
    pub month: String,
    /// Land that the attacker held at its end (0–1).
    pub front: f32,
    /// Share of the attacker in the strength of both (0–1); none where it is not known.
    pub power: Option<f32>,
    /// The attacker.
    pub attacker: WarSideRow,
    /// The defender.
    pub defender: WarSideRow,
    /// Killed on the land that both fight for from within.
    pub dead_on_the_land: i64,
}

/// A war as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WarRow {
    /// Its number in this history.
    pub number: u32,
    /// How it is counted.
    pub kind: String,
    /// Ids of the states and movements of the side that began it, the leading one first.
    pub attacker: Vec<String>,
    /// Ids of those of the other side.
    pub defender: Vec<String>,
    /// Ids of the territories fought over.
    pub over: Vec<String>,
    /// What the side that began it fights for.
    pub aim: String,
    /// The month in which it began.
    pub since: String,
    /// Whether it was under way when the campaign began.
    pub from_start: bool,
    /// The month in which it ended; none while it goes on.
    pub ended: Option<String>,
    /// Why it ended.
    pub why: Option<String>,
    /// On which terms, where the two came to any.
    pub terms: Option<String>,
    /// Id of who prevailed, if anybody.
    pub winner: Option<String>,
    /// Killed.
    pub dead: i64,
    /// Its months.
    pub months: Vec<WarMonthRow>,
}

/// Wars of a history, oldest first: all, those of a state or one.
fn of(sim: &Simulation, state: Option<PolityId>, number: Option<u32>) -> Vec<&WarAccount> {
    let fights = |account: &WarAccount, id| account.sides().iter().any(|side| side.has(Seat::Polity(id)));
    let asked = |account: &&WarAccount| {
        number.is_none_or(|number| account.war.number == number) && state.is_none_or(|id| fights(account, id))
    };
    sim.get::<WarRecord>().list().iter().filter(asked).collect()
}

fn ids(sim: &Simulation, side: &WarSide) -> Vec<String> {
    let content = sim.content();
    let polities = side.polities.iter().map(|&id| content.polities[id].id.clone());
    polities.chain(side.movements.iter().map(|&id| content.movements[id].id.clone())).collect()
}

/// Wars of a history as rows, as a seat sees them: all, those of a state, or one.
pub fn war_rows(
    sim: &Simulation,
    eyes: Option<Seat>,
    state: Option<PolityId>,
    number: Option<u32>,
) -> Vec<WarRow> {
    of(sim, state, number).into_iter().map(|account| row(sim, eyes, account)).collect()
}

fn row(sim: &Simulation, eyes: Option<Seat>, account: &WarAccount) -> WarRow {
    let content = sim.content();
    let seat_id = |seat| match seat {
        Seat::Polity(id) => content.polities[id].id.clone(),
        Seat::Movement(id) => content.movements[id].id.clone(),
    };
    WarRow {
        number: account.war.number,
        kind: format!("{:?}", account.war.kind),
        attacker: ids(sim, &account.war.attacker),
        defender: ids(sim, &account.war.defender),
        over: account.war.over.iter().map(|&id| content.territories[id].id.clone()).collect(),
        aim: format!("{:?}", account.war.aim),
        since: account.war.since.iso(),
        from_start: account.from_start,
        ended: account.ended.map(|ending| ending.month.iso()),
        why: account.ended.map(|ending| format!("{:?}", ending.why)),
        terms: account.ended.and_then(|ending| ending.terms).map(|terms| format!("{terms:?}")),
        winner: account.ended.and_then(|ending| ending.winner).map(seat_id),
        dead: account.war.dead,
        months: months(sim, eyes, account),
    }
}

fn months(sim: &Simulation, eyes: Option<Seat>, account: &WarAccount) -> Vec<WarMonthRow> {
    let known = [0, 1].map(|side| knows(eyes, account, side));
    let factor = [0, 1].map(|side| if known[side] { 1.0 } else { belief(sim, eyes, account.sides()[side]) });
    let side_row = |side: usize, month: &SideMonth| WarSideRow {
        committed: (!account.sides()[side].polities.is_empty())
            .then(|| f64::from(month.committed) * factor[side]),
        supply: month.supply,
        will: month.will,
        weariness: month.weariness,
        dead: month.dead,
        answers_for: month.answers_for,
    };
    let row = |(place, month): (usize, &crate::sim::conflict::WarMonth)| WarMonthRow {
        month: account.first.plus(place as u32).iso(),
        front: month.front,
        power: (known == [true; 2]).then_some(month.power),
        attacker: side_row(0, &month.sides[0]),
        defender: side_row(1, &month.sides[1]),
        dead_on_the_land: month.dead_on_the_land,
    };
    account.months.iter().enumerate().map(row).collect()
}

/// A list of the wars of a history, oldest first: all, or those of a state.
pub fn wars_text(sim: &Simulation, eyes: Option<Seat>, state: Option<PolityId>) -> String {
    let wars = of(sim, state, None);
    if wars.is_empty() {
        return format!("{}\n", text!("wa.none"));
    }
    let mut out = list_row(["", "began", "war", "kind", "ended", "how it stands or ended", "dead"]);
    for account in wars {
        let WarLine { number, title, kind, since, from_start, ended, stands, dead, .. } =
            line(sim, eyes, account);
        let ended = ended.map_or_else(|| "–".to_owned(), |month| month.iso());
        let began = format!("{}{}", since.iso(), if from_start { "*" } else { "" });
        let (title, stands) = (within(&title, TITLE), sentence_case(&stands));
        out += &list_row([&number.to_string(), &began, &title, kind, &ended, &stands, &compact(dead as f64)]);
    }
    out + "* under way when the campaign began\n"
}

/// Letters of a title in the list.
const TITLE: usize = 44;

/// A text of so many letters at most; where some are left out it says so.
fn within(text: &str, most: usize) -> String {
    match text.chars().count() > most {
        true => text.chars().take(most - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

fn list_row(cells: [&str; 7]) -> String {
    let [number, began, war, kind, ended, stands, dead] = cells;
    format!("{number:>3} {began:<8} {war:<TITLE$} {kind:<18} {ended:<8} {stands:<48} {dead:>12}\n")
}

/// The account of one war in full: who fights over what, both sides, what the seat can do, and every month. None if there
/// is no such war.
pub fn war_months_text(sim: &Simulation, eyes: Option<Seat>, number: u32) -> Option<String> {
    let account = sim.get::<WarRecord>().get(number)?;
    let view = one_war(sim, eyes, account);
    let mut out = head_text(&view);
    out += &month_row([
        "month",
        "front",
        "forces",
        "supply",
        "will",
        "weary",
        "dead",
        "forces",
        "supply",
        "will",
        "weary",
        "dead",
        "on the land",
    ]);
    for month in months(sim, eyes, account) {
        let index = |value: f32| figure(f64::from(value), Unit::Index);
        let forces = |side: &WarSideRow| {
            side.committed.map_or_else(|| "–".to_owned(), |money| figure(money, Unit::Money))
        };
        let (one, other) = (&month.attacker, &month.defender);
        out += &month_row([
            &month.month,
            &super::share(f64::from(month.front)),
            &forces(one),
            &index(one.supply),
            &index(one.will),
            &index(one.weariness),
            &compact(one.dead as f64),
            &forces(other),
            &index(other.supply),
            &index(other.will),
            &index(other.weariness),
            &compact(other.dead as f64),
            &compact(month.dead_on_the_land as f64),
        ]);
    }
    Some(out)
}

fn month_row(cells: [&str; 13]) -> String {
    let [month, front, f0, s0, w0, t0, d0, f1, s1, w1, t1, d1, land] = cells;
    format!(
        "{month:<8} {front:>7} | {f0:>14} {s0:>6} {w0:>5} {t0:>5} {d0:>9} | {f1:>14} {s1:>6} {w1:>5} {t1:>5} {d1:>9} | {land:>11}\n"
    )
}

fn head_text(view: &WarView) -> String {
    let mut out = format!("{}\n{}\n{}\n", view.line.title, view.began.plain(), view.aim.plain());
    let places: Vec<_> = view.places.iter().map(|(_, name)| name.as_str()).collect();
    out += &format!("{}\n", fill(text!("wa.over"), &[("places", &places.join(", "))]));
    out += &format!("{}: {}. {}\n", view.front.what, view.front.shown(), view.line.stands);
    view.sides.iter().for_each(|side| out += &side_text(side));
    out += &format!("{}\n", view.dead.line());
    if let Some(words) = view.go_betweens {
        out += &format!("{words}\n");
    }
    if let Some(ended) = &view.ended {
        out += &format!("{}\n", ended.plain());
    }
    view.acts.iter().for_each(|act| out += &format!("    {}\n", act.text()));
    out + "\n"
}

fn side_text(side: &WarSideView) -> String {
    let names: Vec<_> = side.seats.iter().map(|(_, name)| name.as_str()).collect();
    let mut parts = vec![side.holds.line()];
    parts.extend(side.forces.iter().map(|forces| forces.line()));
    parts.extend(side.condition.iter().map(|one| one.line()));
    parts.extend(side.weariness.iter().map(|(_, one)| one.line()));
    parts.extend(side.dead.iter().map(|one| one.line()));
    let mut out = format!("  {} ({}): {}\n", names.join(", "), side.role, parts.join("; "));
    side.helpers.iter().for_each(|words| out += &format!("    {}\n", words.plain()));
    out
}
