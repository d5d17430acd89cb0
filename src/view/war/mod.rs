//! Wars as a seat sees them: who fights whom over what, how the front has moved, what both sides bring and lose, how weary
//! they are at home, why a war ended, and what the seat can do about one that goes on.
//!
//! Front and dead are public. What a side commits, its own members know; others know it as they believe it. A reader without
//! a seat sees everything.

mod acts;
mod sides;
mod table;

pub use sides::WarSideView;
pub use table::{WarMonthRow, WarRow, WarSideRow, war_months_text, war_rows, wars_text};

use crate::base::{Month, TerritoryId};
use crate::sim::agents::Players;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::{Ending, WarAccount, WarRecord, Wars};
use crate::sim::{Seat, Simulation};

use super::words::{Piece, Sentence, Speaker, fact_words, figure, fill, sentence_case, text, war_end_words};
use super::{Explained, How, OfferedOrder, Unit};

/// A war in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct WarLine {
    /// Its number in this history.
    pub number: u32,
    /// Between whom.
    pub title: String,
    /// How it is counted.
    pub kind: &'static str,
    /// When it began.
    pub since: Month,
    /// Whether it was under way when the campaign began.
    pub from_start: bool,
    /// When it ended, if it has.
    pub ended: Option<Month>,
    /// How the front stands, or why it ended.
    pub stands: String,
    /// Killed so far.
    pub dead: i64,
    /// Whether the seat fights in it, or did.
    pub own: bool,
    /// Land that the seat's side holds (0–1), if it fights in it.
    pub holds: Option<f64>,
}

/// One war.
#[derive(Debug, Clone, PartialEq)]
pub struct WarView {
    /// In short.
    pub line: WarLine,
    /// Who began it, when, and over what.
    pub began: Sentence,
    /// What the two sides fight for.
    pub aim: Sentence,
    /// The territories fought over.
    pub places: Vec<(TerritoryId, String)>,
    /// Land that the attacker holds (0–1).
    pub front: Explained,
    /// The first month that was fought out.
    pub first: Month,
    /// Land that the attacker held at the end of each month from then on (0–1).
    pub fronts: Vec<f32>,
    /// Attacker and defender.
    pub sides: Vec<WarSideView>,
    /// Killed, by whose people they were.
    pub dead: Explained,
    /// That go-betweens are at work, if they are.
    pub go_betweens: Option<&'static str>,
    /// Who prevailed and why it ended, if it has.
    pub ended: Option<Sentence>,
    /// What the seat can do about it; nothing once it is over.
    pub acts: Vec<OfferedOrder>,
    /// Whether somebody sits who can give these orders.
    pub playable: bool,
}

/// All wars, and one of them in full.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WarsView {
    /// Those under way: the seat's own first, then the one with most dead.
    pub list: Vec<WarLine>,
    /// The one that is looked at.
    pub one: Option<Box<WarView>>,
    /// Those that are over, newest first.
    pub ended: Vec<WarLine>,
}

/// Wars as a seat sees them; without one everything is seen. In full: the one of a number, else the first under way.
pub fn wars_view(sim: &Simulation, eyes: Option<Seat>, number: Option<u32>) -> WarsView {
    let record = sim.get::<WarRecord>();
    let (mut under_way, mut over): (Vec<_>, Vec<_>) = record
        .list()
        .iter()
        .map(|account| (account, line(sim, eyes, account)))
        .partition(|(account, _)| account.ended.is_none());
    under_way.sort_by_key(|(_, line)| (!line.own, std::cmp::Reverse(line.dead), line.number));
    over.sort_by_key(|(_, line)| std::cmp::Reverse((line.ended, line.number)));
    let asked = number.and_then(|number| record.get(number));
    let one = asked.or(under_way.first().map(|(account, _)| *account));
    let lines = |list: Vec<(&WarAccount, WarLine)>| list.into_iter().map(|(_, line)| line).collect();
    WarsView {
        one: one.map(|account| Box::new(one_war(sim, eyes, account))),
        list: lines(under_way),
        ended: lines(over),
    }
}

/// The war that a seat fights in; the one with most dead if there are several.
pub fn war_of_seat(sim: &Simulation, seat: Option<Seat>) -> Option<WarLine> {
    let accounts = sim.get::<WarRecord>().list().iter();
    let own = accounts.filter(|account| account.ended.is_none() && side_of(seat, account).is_some());
    own.map(|account| line(sim, seat, account)).max_by_key(|line| (line.dead, std::cmp::Reverse(line.number)))
}

/// Which side of a war a seat is on, if it fights in it: 0 attacks, 1 defends.
fn side_of(seat: Option<Seat>, account: &WarAccount) -> Option<usize> {
    let seat = seat?;
    account.sides().iter().position(|side| side.has(seat))
}

fn line(sim: &Simulation, eyes: Option<Seat>, account: &WarAccount) -> WarLine {
    let (side, front) = (side_of(eyes, account), front_of(account));
    WarLine {
        number: account.war.number,
        title: title(sim, account),
        kind: account.war.kind.words(),
        since: account.war.since,
        from_start: account.from_start,
        ended: account.ended.map(|ending| ending.month),
        stands: account.ended.map_or_else(
            || front_words(front).to_owned(),
            |ending| sentence_case(&war_end_words(ending.why, ending.terms)),
        ),
        dead: account.war.dead,
        own: side.is_some(),
        holds: side.map(|side| if side == 0 { front } else { 1.0 - front }),
    }
}

/// The names of those who lead the two sides.
fn title(sim: &Simulation, account: &WarAccount) -> String {
    let [attacker, defender] = account.sides().map(|side| {
        let others = (side.polities.len() + side.movements.len()).saturating_sub(1);
        let name = side
            .leader()
            .map_or_else(|| text!("wa.nobody").to_owned(), |seat| Speaker(sim.content()).seat(seat).text);
        match others {
            0 => name,
            more => fill(text!("wa.and_more"), &[("name", &name), ("more", &more.to_string())]),
        }
    });
    fill(text!("wa.title"), &[("attacker", &attacker), ("defender", &defender)])
}

/// Land that the attacker holds (0–1): at the end of the last month, or at the beginning.
fn front_of(account: &WarAccount) -> f64 {
    account.months.last().map_or(account.war.front, |month| f64::from(month.front))
}

fn front_words(front: f64) -> &'static str {
    match front {
        front if front < 0.02 => text!("wa.front.none"),
        front if front < 0.25 => text!("wa.front.edge"),
        front if front < 0.45 => text!("wa.front.some"),
        front if front <= 0.55 => text!("wa.front.half"),
        front if front <= 0.9 => text!("wa.front.most"),
        _ => text!("wa.front.all"),
    }
}

fn one_war(sim: &Simulation, eyes: Option<Seat>, account: &WarAccount) -> WarView {
    let content = sim.content();
    WarView {
        line: line(sim, eyes, account),
        began: began(sim, account),
        aim: aim(sim, account),
        places: account.war.over.iter().map(|&id| (id, content.territories[id].name.clone())).collect(),
        front: Explained::given(text!("wa.front"), front_of(account), Unit::Share)
            .meaning(text!("wa.front.means")),
        first: account.first,
        fronts: account.months.iter().map(|month| month.front).collect(),
        sides: [0, 1].map(|side| sides::side_view(sim, eyes, account, side)).into(),
        dead: dead(account),
        go_betweens: sim.get::<Wars>().go_betweens_at(account.war.number).then_some(text!("wa.go_betweens")),
        ended: account.ended.and_then(|ending| {
            let (attacker, defender) = (account.war.attacker.leader()?, account.war.defender.leader()?);
            let Ending { why, terms, winner, .. } = ending;
            let fact = Fact::WarEnded {
                war: account.war.number,
                attacker,
                defender,
                winner,
                dead: account.war.dead,
                why,
                terms,
            };
            Some(fact_words(content, &fact).sentence)
        }),
        acts: acts::acts(sim, account),
        playable: sim.get::<Players>().seat().is_some(),
    }
}

fn began(sim: &Simulation, account: &WarAccount) -> Sentence {
    let [attacker, defender] = account.sides().map(|side| named(sim, side.leader()));
    let template = if account.from_start { text!("wa.from_start") } else { text!("wa.began") };
    let values = [
        ("when", Piece::plain(account.war.since.to_string())),
        ("attacker", attacker),
        ("defender", defender),
        ("kind", Piece::plain(account.war.kind.words())),
    ];
    Sentence::fill(template, &values)
}

fn aim(sim: &Simulation, account: &WarAccount) -> Sentence {
    let leaders = account.sides().map(|side| side.leader());
    let [attacker, defender] = leaders.map(|leader| named(sim, leader));
    let aim = match leaders {
        [Some(one), Some(other)] => Speaker(sim.content()).aim(account.war.aim, one, other),
        _ => Piece::plain(account.war.aim.words()),
    };
    Sentence::fill(text!("wa.aim"), &[("attacker", attacker), ("defender", defender), ("aim", aim)])
}

/// The one who leads a side, as one that acts.
fn named(sim: &Simulation, seat: Option<Seat>) -> Piece {
    seat.map_or_else(|| Piece::plain(text!("wa.nobody")), |seat| Speaker(sim.content()).acting_seat(seat))
}

/// All dead, by whose people they were.
fn dead(account: &WarAccount) -> Explained {
    let sum =
        |of: fn(&crate::sim::conflict::WarMonth) -> i64| account.months.iter().map(of).sum::<i64>() as f64;
    let parts = [
        (text!("wa.dead.attacker"), sum(|month| month.sides[0].dead)),
        (text!("wa.dead.defender"), sum(|month| month.sides[1].dead)),
        (text!("wa.dead.land"), sum(|month| month.dead_on_the_land)),
    ];
    let parts =
        parts.into_iter().filter(|(_, dead)| *dead > 0.0).map(|(words, dead)| (words.to_owned(), dead));
    Explained::given(text!("wa.dead"), account.war.dead as f64, Unit::People)
        .meaning(text!("wa.dead.means"))
        .with_parts(How::Sum, parts)
}

/// Whether the one who looks knows a side from within.
fn knows(eyes: Option<Seat>, account: &WarAccount, side: usize) -> bool {
    eyes.is_none_or(|seat| account.sides()[side].has(seat))
}

/// A share of the land in words.
fn share(value: f64) -> String {
    figure(value, Unit::Share)
}
