//! Records of risings for readers without a window: as a table with their story, and as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::movements::{Rising, Risings};
use crate::view::Unit;
use crate::view::words::{compact, figure, text};

use super::{rising_line, story};

/// A record as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RisingRow {
    /// Its number in this history.
    pub number: usize,
    /// Id of the movement.
    pub movement: String,
    /// Id of the territory where it lives.
    pub territory: String,
    /// Id of whoever owned the territory.
    pub ground: String,
    /// Id of whom it rose against.
    pub against: String,
    /// Whether it was in arms when the campaign began; the figures are then those of the first month.
    pub from_start: bool,
    /// The month in which it began.
    pub began: String,
    /// The month in which it ended; none while it goes on.
    pub ended: Option<String>,
    /// How it ended; none while it goes on.
    pub end: Option<String>,
    /// Those above could not go on (0–1).
    pub above: f64,
    /// Those below would not (0–1).
    pub below: f64,
    /// There was someone to lead (0–1).
    pub lead: f64,
    /// The three combined (0–1).
    pub ripeness: f64,
    /// The terms of these, and of the strength of both sides.
    pub terms: BTreeMap<&'static str, f64>,
    /// Sympathy (0–1).
    pub support: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Unity of the front (0–1).
    pub unity: f64,
    /// Help from outside (0–1).
    pub help: f64,
    /// Fighting strength of both sides' (0–1).
    pub strength: f64,
    /// Id of who helped it most.
    pub patron: Option<String>,
    /// The most ground it held (0–1).
    pub most_ground: f64,
    /// Dead of its war.
    pub dead: i64,
    /// Of these, those charged to the movement.
    pub dead_own: i64,
    /// The story in sentences.
    pub story: Vec<String>,
}

/// Records of risings, oldest first: all, or those on a state's ground or against it.
fn of(sim: &Simulation, state: Option<PolityId>) -> Vec<(usize, &Rising)> {
    let all = sim.get::<Risings>().list().iter().enumerate();
    let concerns = |rising: &Rising| state.is_none_or(|id| rising.ground == id || rising.against == id);
    all.filter(|(_, rising)| concerns(rising)).collect()
}

/// Records as JSON rows.
pub fn rising_rows(sim: &Simulation, state: Option<PolityId>) -> Vec<RisingRow> {
    let content = sim.content();
    let row = |(number, rising): (usize, &Rising)| {
        let terms = &rising.terms;
        let all = terms.above().chain(terms.below()).chain(terms.lead());
        let all = all.chain(terms.power()).chain(terms.government());
        RisingRow {
            number,
            movement: content.movements[rising.movement].id.clone(),
            territory: content.territories[rising.territory].id.clone(),
            ground: content.polities[rising.ground].id.clone(),
            against: content.polities[rising.against].id.clone(),
            from_start: rising.from_start,
            began: rising.began.iso(),
            ended: rising.ended.map(|(month, _)| month.iso()),
            end: rising.ended.map(|(_, end)| format!("{end:?}")),
            above: rising.above,
            below: rising.below,
            lead: rising.lead,
            ripeness: rising.ripeness,
            terms: all.collect(),
            support: rising.support,
            organisation: rising.organisation,
            unity: rising.unity,
            help: rising.help,
            strength: rising.strength,
            patron: rising.patron.map(|id| content.polities[id].id.clone()),
            most_ground: rising.most_ground,
            dead: rising.dead.0,
            dead_own: rising.charged.0,
            story: story::story(sim, rising).iter().map(|sentence| sentence.plain()).collect(),
        }
    };
    of(sim, state).into_iter().map(row).collect()
}

/// Records as a table, each with its story below it.
pub fn risings_text(sim: &Simulation, state: Option<PolityId>) -> String {
    let records = of(sim, state);
    if records.is_empty() {
        return format!("{}\n", text!("ri.none"));
    }
    let cells = |cells: [&str; 8]| {
        let [number, began, movement, place, ripe, ended, end, dead] = cells;
        format!(
            "{number:>3} {began:<8} {movement:<36} {place:<18} {ripe:>5} {ended:<8} {end:<22} {dead:>12}\n"
        )
    };
    let mut out = cells(["", "began", "movement", "where", "ripe", "ended", "how", "dead"]);
    for &(number, rising) in &records {
        let line = rising_line(sim, number, rising);
        let ended = line.ended.map_or("–".to_owned(), |month| month.iso());
        // A star: in arms when the campaign began.
        let began = format!("{}{}", line.began.iso(), if line.from_start { "*" } else { "" });
        let short = |words: &str, most: usize| words.chars().take(most).collect::<String>();
        out += &cells([
            &number.to_string(),
            &began,
            &short(&line.movement.1, 36),
            &short(&line.place.1, 18),
            &figure(line.ripeness, Unit::Index),
            &ended,
            line.end,
            &compact(line.dead),
        ]);
    }
    for (number, rising) in records {
        out += &format!("\n{number}  ");
        let sentences: Vec<_> = story::story(sim, rising).iter().map(|sentence| sentence.plain()).collect();
        out += &sentences.join("\n   ");
        out.push('\n');
    }
    out
}
