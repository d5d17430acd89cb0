//! Crises for readers without a window: as text, and as JSON.

use serde::Serialize;

use crate::base::PolityId;
use crate::content::vocabulary::CrisisMove;
use crate::sim::crisis::Crises;
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::actions::OfferedOrder;
use crate::view::words::{figure, rung_words, text};

use super::{CrisisSideView, CrisisView, MoveView, crises_view};

/// A side of a crisis as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideRow {
    /// Id of the state.
    pub state: String,
    /// What it has at stake (0–1); none where the one who looks does not know.
    pub stake: Option<f64>,
    /// Whether this is only believed.
    pub stake_believed: bool,
    /// Alert of its forces (0–3).
    pub alert: u8,
    /// Its warheads, as known or believed.
    pub warheads: f64,
    /// What it has put on the table, in words; empty if nothing.
    pub offers: String,
}

/// A move as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MoveRow {
    /// The move, as an order file has it.
    pub play: CrisisMove,
    /// Where it leads: up (1), nowhere (0), down (−1).
    pub direction: i8,
    /// What it does, in words.
    pub effect: String,
    /// Where it leads if the other side holds, in words; empty where it is not open.
    pub then: String,
    /// Its price, in words; empty if none.
    pub price: String,
    /// What stands against it; empty if it is open.
    pub refused: Vec<String>,
}

/// A crisis under way as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CrisisRow {
    /// Its number in this history.
    pub number: u32,
    /// Id of the polity that it is about.
    pub over: String,
    /// What set it off, in words.
    pub cause: String,
    /// The month in which it began.
    pub since: String,
    /// The rung on which it stands (0–7).
    pub rung: u8,
    /// The same in words.
    pub rung_words: &'static str,
    /// The highest rung so far.
    pub peak: u8,
    /// Chance of an accident in the coming round (0–1).
    pub accident: f64,
    /// The same in plain words.
    pub accident_words: String,
    /// Whether the two talk behind the stage, as far as the one who looks can know.
    pub channel: bool,
    /// Id of the state that mediates.
    pub mediator: Option<String>,
    /// The side that looks first, else the challenger.
    pub sides: Vec<SideRow>,
    /// Moves of the side that looks.
    pub moves: Vec<MoveRow>,
    /// What was played, newest first, in words.
    pub played: Vec<String>,
}

/// Crises under way as rows, as a seat sees them.
pub fn crisis_rows(sim: &Simulation, eyes: Option<Seat>) -> Vec<CrisisRow> {
    let id = |polity: PolityId| sim.content().polities[polity].id.clone();
    let row = |view: CrisisView| {
        let crisis = sim.get::<Crises>().list().iter().find(|one| one.number == view.number)?;
        Some(CrisisRow {
            number: view.number,
            over: id(crisis.over),
            cause: view.began.plain(),
            since: crisis.since.iso(),
            rung: view.rung,
            rung_words: rung_words(view.rung),
            peak: view.peak,
            accident: view.accident,
            accident_words: view.accident_words,
            channel: view.channel,
            mediator: crisis.mediator.map(id),
            sides: view.sides.into_iter().map(|side| side_row(id(side.id), side)).collect(),
            moves: view.moves.into_iter().map(move_row).collect(),
            played: view.played,
        })
    };
    all(sim, eyes).into_iter().filter_map(row).collect()
}

fn side_row(state: String, side: CrisisSideView) -> SideRow {
    SideRow {
        state,
        stake: side.stake.map(|stake| stake.value),
        stake_believed: side.stake_believed,
        alert: side.alert,
        warheads: side.warheads.value,
        offers: side.offers,
    }
}

fn move_row(one: MoveView) -> MoveRow {
    let OfferedOrder { effect, then, price, refused, .. } = one.offered;
    let play = one.play;
    MoveRow { play, direction: play.direction(), effect, then, price, refused }
}

fn all(sim: &Simulation, eyes: Option<Seat>) -> Vec<CrisisView> {
    let list = crises_view(sim, eyes, None).list;
    let full = |number| crises_view(sim, eyes, Some(number)).one.map(|one| *one);
    list.iter().filter_map(|line| full(line.number)).collect()
}

/// Crises under way in full, as a seat sees them, then how the last ones ended.
pub fn crises_text(sim: &Simulation, eyes: Option<Seat>) -> String {
    let view = crises_view(sim, eyes, None);
    let mut out = format!("{}\n", sim.clock().now());
    if view.list.is_empty() {
        out += &format!("{}\n", text!("cr.calm"));
    }
    for crisis in all(sim, eyes) {
        out += &one_text(&crisis);
    }
    if !view.ended.is_empty() {
        out += &format!("\n{}\n", text!("cr.ended"));
        view.ended.iter().for_each(|(month, words)| out += &format!("  {month}: {}\n", words.plain()));
    }
    out
}

fn one_text(view: &CrisisView) -> String {
    let mut out = format!("\n{}\n{}\n", view.title, view.began.plain());
    for rung in view.ladder.iter().rev() {
        let mark = if rung.place == view.rung { ">" } else { " " };
        let means = if rung.means.is_empty() { String::new() } else { format!(" ({})", rung.means) };
        out += &format!(" {mark} {} {}{means}\n", rung.place, rung.name);
    }
    out += &format!("{}\n", view.stands);
    out += &format!("{}: {}. {}\n", text!("cr.accident"), view.accident_words, view.accident_means);
    view.between.iter().for_each(|words| out += &format!("{}\n", words.plain()));
    view.sides.iter().for_each(|side| out += &side_text(side));
    let heading = |words: &str| format!("  {words}\n");
    for (direction, words) in
        [(1, text!("cr.up.long")), (0, text!("cr.level.long")), (-1, text!("cr.down.long"))]
    {
        let mut moves = view.moves.iter().filter(|one| one.play.direction() == direction).peekable();
        if moves.peek().is_some() {
            out += &heading(words);
        }
        moves.for_each(|one| out += &format!("    {}\n", one.offered.text()));
    }
    if !view.played.is_empty() {
        out += &heading(text!("cr.played"));
        view.played.iter().for_each(|words| out += &format!("    {words}\n"));
    }
    out
}

fn side_text(side: &CrisisSideView) -> String {
    let stake = match &side.stake {
        Some(stake) => format!("{} {}.", stake.what, figure(stake.value, Unit::Index)),
        None => text!("cr.stake.unknown").to_owned(),
    };
    let warheads = format!("{} {}.", side.warheads.what, side.warheads.shown());
    let bill = if side.bill.is_empty() { String::new() } else { format!(" {}", side.bill) };
    format!(
        "  {} ({}): {}.{bill} {stake} {warheads} {}\n",
        side.name,
        side.role,
        side.alert_words,
        offer_words(side)
    )
}

/// What a side has on the table, as a sentence.
pub fn offer_words(side: &CrisisSideView) -> String {
    match side.offers.as_str() {
        "" => text!("cr.no_offer").to_owned(),
        offer => text!("cr.offer").replace("{offer}", offer),
    }
}
