//! The record of a rising in words and numbers: what it rose from, what it could bring, how it ended, what it cost.

mod story;
mod table;

pub use table::{RisingRow, rising_rows, risings_text};

use crate::base::{Month, MovementId, PolityId, TerritoryId};
use crate::sim::Seat;
use crate::sim::Simulation;
use crate::sim::chronicle::Fact;
use crate::sim::movements::{Rising, RisingEnd, Risings};

use super::words::{Sentence, label, text};
use super::{Explained, How, Unit};

/// A record in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct RisingLine {
    /// Its number in this history.
    pub number: usize,
    /// Who rose.
    pub movement: (MovementId, String),
    /// Where.
    pub place: (TerritoryId, String),
    /// Against whom.
    pub against: (PolityId, String),
    /// Since when.
    pub began: Month,
    /// Whether it was in arms when the campaign began.
    pub from_start: bool,
    /// How ripe the situation was (0–1).
    pub ripeness: f64,
    /// When it ended, if it has.
    pub ended: Option<Month>,
    /// How it ended, or that it goes on.
    pub end: &'static str,
    /// The most ground it held (0–1).
    pub most_ground: f64,
    /// Dead.
    pub dead: f64,
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
pub struct RisingView {
    /// In short.
    pub line: RisingLine,
    /// What happened and what weighed, in sentences.
    pub story: Vec<Sentence>,
    /// The three gauges when it began, with their terms, and the three combined.
    pub gauges: Vec<Explained>,
    /// What it could bring, what stood against it.
    pub powers: Vec<Explained>,
    /// Its own figures when it began, and the most ground it held.
    pub numbers: Vec<Explained>,
    /// The dead, and on whose account the book of harm has them.
    pub dead: Vec<Explained>,
}

/// How a rising ended, in plain words.
pub fn end_words(end: Option<RisingEnd>) -> &'static str {
    match end {
        None => text!("ri.going_on"),
        Some(RisingEnd::Won) => text!("ri.Won"),
        Some(RisingEnd::Granted) => text!("ri.Granted"),
        Some(RisingEnd::Crushed) => text!("ri.Crushed"),
        Some(RisingEnd::Talks) => text!("ri.Talks"),
        Some(RisingEnd::PeteredOut) => text!("ri.PeteredOut"),
        Some(RisingEnd::OpponentLeft) => text!("ri.OpponentLeft"),
    }
}

pub(super) fn rising_line(sim: &Simulation, number: usize, rising: &Rising) -> RisingLine {
    let content = sim.content();
    RisingLine {
        number,
        movement: (rising.movement, content.movements[rising.movement].name.clone()),
        place: (rising.territory, content.territories[rising.territory].name.clone()),
        against: (rising.against, content.polities[rising.against].name.clone()),
        began: rising.began,
        from_start: rising.from_start,
        ripeness: rising.ripeness,
        ended: rising.ended.map(|(month, _)| month),
        end: end_words(rising.ended.map(|(_, end)| end)),
        most_ground: rising.most_ground,
        dead: rising.dead.real(),
    }
}

/// The records of one movement, newest first.
pub(super) fn risings_of(sim: &Simulation, movement: MovementId) -> Vec<RisingLine> {
    let all = sim.get::<Risings>().list().iter().enumerate().rev();
    let own = all.filter(|(_, rising)| rising.movement == movement);
    own.map(|(number, rising)| rising_line(sim, number, rising)).collect()
}

/// The record of a number.
pub fn rising_view(sim: &Simulation, number: usize) -> Option<RisingView> {
    let rising = sim.get::<Risings>().list().get(number)?;
    let given = |what: &str, value, unit, means: &str| Explained::given(what, value, unit).meaning(means);
    let gauge = |what: &str, value, means: &str| given(what, value, Unit::Index, means);
    let parts = |terms: &mut dyn Iterator<Item = (&'static str, f64)>| -> Vec<(String, f64)> {
        terms.map(|(key, value)| (label(key), value)).collect()
    };
    let terms = &rising.terms;
    let of =
        [(text!("g.above"), rising.above), (text!("g.below"), rising.below), (text!("g.lead"), rising.lead)];
    let power = |what: &str, means: &str, terms: Vec<(String, f64)>| {
        let sum = terms.iter().map(|(_, value)| value).sum();
        given(what, sum, Unit::Weight, means).with_parts(How::Sum, terms)
    };
    let charged = rising.charged.real();
    let others = rising.dead.real() - charged;
    Some(RisingView {
        line: rising_line(sim, number, rising),
        story: story::story(sim, rising),
        gauges: vec![
            gauge(text!("g.ripe"), rising.ripeness, text!("g.ripe.means"))
                .with_parts(How::Combined, of.map(|(what, value)| (what.to_owned(), value))),
            gauge(text!("g.above"), rising.above, text!("g.above.means"))
                .with_parts(How::Sum, parts(&mut terms.above())),
            gauge(text!("g.below"), rising.below, text!("g.below.means"))
                .with_parts(How::Sum, parts(&mut terms.below())),
            gauge(text!("g.lead"), rising.lead, text!("g.lead.means"))
                .with_parts(How::Larger, parts(&mut terms.lead())),
        ],
        powers: vec![
            power(text!("m.power"), text!("m.power.means"), parts(&mut terms.power())),
            power(text!("m.government"), text!("m.government.means"), parts(&mut terms.government())),
        ],
        numbers: vec![
            given(text!("m.support"), rising.support, Unit::Index, text!("m.support.means")),
            given(text!("m.organisation"), rising.organisation, Unit::Index, text!("m.organisation.means")),
            given(text!("m.unity"), rising.unity, Unit::Index, text!("m.unity.means")),
            given(text!("m.help"), rising.help, Unit::Index, text!("m.help.means")),
            given(text!("m.strength"), rising.strength, Unit::Index, text!("m.strength.means")),
            given(text!("ri.most_ground"), rising.most_ground, Unit::Share, text!("ri.most_ground.means")),
        ],
        dead: vec![
            given(text!("ri.dead"), rising.dead.real(), Unit::People, text!("ri.dead.means")).with_parts(
                How::Sum,
                [(text!("ri.dead.own").to_owned(), charged), (text!("ri.dead.others").to_owned(), others)],
            ),
            given(text!("ri.dead.own"), charged, Unit::People, text!("ri.dead.own.means")),
            given(text!("ri.dead.others"), others, Unit::People, text!("ri.dead.others.means")),
        ],
    })
}

/// The record that an entry of the chronicle belongs to: of the movement that it tells of, in whose months it stands.
pub(super) fn rising_of_fact(sim: &Simulation, month: Month, fact: &Fact) -> Option<usize> {
    let movement = movement_of(fact)?;
    let all = sim.get::<Risings>().list().iter().enumerate().rev();
    let mut own = all.filter(|(_, rising)| rising.movement == movement && rising.began <= month);
    let within = |rising: &Rising| rising.ended.is_none_or(|(end, _)| month <= end);
    own.find(|(_, rising)| within(rising)).map(|(number, _)| number)
}

/// The movement that a fact tells of, if one.
pub(super) fn movement_of(fact: &Fact) -> Option<MovementId> {
    match fact {
        Fact::MovementArose { movement }
        | Fact::RisingBegun { movement, .. }
        | Fact::RisingCrushed { movement, .. }
        | Fact::MovementSettled { movement }
        | Fact::FrontSplit { movement, .. } => Some(*movement),
        Fact::IndependenceWon { led_by, .. } | Fact::RuleChanged { led_by, .. } => *led_by,
        Fact::WarBegun { attacker, defender, .. } | Fact::WarEnded { attacker, defender, .. } => {
            [attacker, defender].into_iter().find_map(|seat| match seat {
                Seat::Movement(id) => Some(*id),
                Seat::Polity(_) => None,
            })
        }
        _ => None,
    }
}
