//! Crises as a seat sees them: where each stands, what set it off, what is at stake as known and as believed, how near an
//! accident is, and, for a side, every move with its effect and price.
//!
//! Who looks on from outside sees only what is public; a reader without a seat sees everything.

mod moves;
mod sides;
mod table;

pub use moves::MoveView;
pub use sides::CrisisSideView;
pub use table::{CrisisRow, MoveRow, SideRow, crises_text, crisis_rows, offer_words};

use crate::base::{PolityId, TerritoryId};
use crate::sim::agents::Players;
use crate::sim::chronicle::Fact;
use crate::sim::crisis::{
    Crises, Crisis, CrisisOutcome, CrisisRules, EndedCrisis, RUNG_MOBILISED, RUNG_QUARANTINE, RUNG_SHOTS,
    TOP_RUNG, accident_chance, most_rounds,
};
use crate::sim::{Seat, Simulation};

use super::exchange::{cause_words, round_words};
use super::words::{Piece, Sentence, Speaker, fact_words, fill, odds_words, rung_words, sentence_case, text};

/// A rung of the ladder, as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RungView {
    /// Its number (0–7).
    pub place: u8,
    /// What it is called.
    pub name: &'static str,
    /// What it brings with it; may be empty.
    pub means: &'static str,
}

/// A crisis in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct CrisisLine {
    /// Its number in this history.
    pub number: u32,
    /// Between whom, and over what.
    pub words: String,
    /// The rung on which it stands.
    pub rung: &'static str,
    /// Whether the seat sits in it.
    pub own: bool,
}

/// One crisis under way.
#[derive(Debug, Clone, PartialEq)]
pub struct CrisisView {
    /// Its number in this history.
    pub number: u32,
    /// Between whom, and over what.
    pub title: String,
    /// What set it off, and since when.
    pub began: Sentence,
    /// The rung on which it stands (0–7).
    pub rung: u8,
    /// The highest rung so far.
    pub peak: u8,
    /// The whole ladder, from the lowest rung.
    pub ladder: Vec<RungView>,
    /// Chance of an accident in the coming round as it stands (0–1), as far as the eyes can know.
    pub accident: f64,
    /// The same in plain words.
    pub accident_words: String,
    /// What an accident would make of it.
    pub accident_means: String,
    /// Rung, highest rung, how many rounds were played and when it fades.
    pub stands: String,
    /// Whether the two talk behind the stage, as far as the eyes can know.
    pub channel: bool,
    /// The two sides: the seat's own first, else the challenger.
    pub sides: Vec<CrisisSideView>,
    /// The channel behind the stage, and who mediates.
    pub between: Vec<Sentence>,
    /// The moves of the side that looks, up first; none for others.
    pub moves: Vec<MoveView>,
    /// Whether orders can be given for these moves: the player's own seat.
    pub playable: bool,
    /// What was played, newest first.
    pub played: Vec<String>,
}

/// All crises, and one of them in full.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CrisesView {
    /// Those under way: the seat's own first, then the highest.
    pub list: Vec<CrisisLine>,
    /// The one that is looked at.
    pub one: Option<Box<CrisisView>>,
    /// The last that are over, newest first: when and between whom, and how.
    pub ended: Vec<(String, Sentence)>,
}

/// Most ended crises that are shown.
const MOST_ENDED: usize = 8;

/// Crises as a seat sees them; without one everything is seen. In full: the one of a number, else the first of the list.
pub fn crises_view(sim: &Simulation, eyes: Option<Seat>, number: Option<u32>) -> CrisesView {
    let under_way = in_order(sim, eyes);
    let asked = under_way.iter().find(|one| Some(one.number) == number);
    let ended = sim.get::<Crises>().ended().iter().rev().take(MOST_ENDED);
    CrisesView {
        list: under_way.iter().map(|crisis| line(sim, eyes, crisis)).collect(),
        one: asked.or(under_way.first()).map(|crisis| Box::new(one_crisis(sim, eyes, crisis))),
        ended: ended
            .map(|one| (format!("{}, {}", one.month, title(sim, &one.crisis)), ending(sim, one)))
            .collect(),
    }
}

/// Which side of a crisis a seat is, if it sits in it: 0 the challenger, 1 the defender.
fn side_of(eyes: Option<Seat>, crisis: &Crisis) -> Option<usize> {
    match eyes? {
        Seat::Polity(id) => crisis.side_of(id),
        Seat::Movement(_) => None,
    }
}

/// The crisis that a seat sits in: over what, and on which rung; the highest if it sits in several.
pub fn crisis_of_seat(sim: &Simulation, seat: Option<Seat>) -> Option<CrisisLine> {
    let first = in_order(sim, seat).into_iter().next()?;
    side_of(seat, first).map(|_| line(sim, seat, first))
}

/// The place that a crisis is about: the seat of it on the map. The crisis of a number, else the first as a seat sees them.
pub fn crisis_place(sim: &Simulation, eyes: Option<Seat>, number: Option<u32>) -> Option<TerritoryId> {
    let under_way = in_order(sim, eyes);
    let asked = under_way.iter().find(|one| Some(one.number) == number);
    let over = asked.or(under_way.first())?.over;
    sim.content().polities[over].home.first().copied()
}

fn in_order(sim: &Simulation, eyes: Option<Seat>) -> Vec<&Crisis> {
    let mut list: Vec<&Crisis> = sim.get::<Crises>().list().iter().collect();
    list.sort_by_key(|crisis| {
        (side_of(eyes, crisis).is_none(), std::cmp::Reverse(crisis.rung), crisis.number)
    });
    list
}

fn line(sim: &Simulation, eyes: Option<Seat>, crisis: &Crisis) -> CrisisLine {
    CrisisLine {
        number: crisis.number,
        words: title(sim, crisis),
        rung: rung_words(crisis.rung),
        own: side_of(eyes, crisis).is_some(),
    }
}

fn title(sim: &Simulation, crisis: &Crisis) -> String {
    let name = |id: PolityId| sim.content().polities[id].name.as_str();
    let [challenger, defender] = crisis.sides().map(name);
    let places = [("challenger", challenger), ("defender", defender), ("over", name(crisis.over))];
    // What is one's own needs no name of its own.
    let template =
        if crisis.side_of(crisis.over).is_some() { text!("cr.title_own") } else { text!("cr.title") };
    fill(template, &places)
}

fn one_crisis(sim: &Simulation, eyes: Option<Seat>, crisis: &Crisis) -> CrisisView {
    let rules = sim.get::<CrisisRules>();
    let own = side_of(eyes, crisis);
    let insider = eyes.is_none() || own.is_some();
    // From outside nobody knows whether the two talk behind the stage.
    let seen = Crisis { channel: crisis.channel && insider, ..crisis.clone() };
    let accident = accident_chance(&seen, rules);
    let player = sim.get::<Players>().seat();
    let first = own.unwrap_or(0);
    CrisisView {
        number: crisis.number,
        title: title(sim, crisis),
        began: began(sim, crisis),
        rung: crisis.rung,
        peak: crisis.peak,
        ladder: (0..=TOP_RUNG).map(rung).collect(),
        accident,
        accident_words: odds_words(accident),
        accident_means: accident_means(sim, eyes, crisis, rules),
        stands: stands(sim, crisis, rules),
        channel: seen.channel,
        sides: [first, 1 - first].map(|side| sides::side_view(sim, eyes, crisis, side)).into(),
        between: between(sim, &seen),
        moves: own.map(|side| moves::moves_of(sim, crisis, side)).unwrap_or_default(),
        playable: own.is_some_and(|side| player == Some(Seat::Polity(crisis.sides()[side]))),
        played: crisis.played.iter().rev().map(|round| round_words(sim.content(), crisis, round)).collect(),
    }
}

fn rung(place: u8) -> RungView {
    let means = match place {
        RUNG_MOBILISED => text!("cr.means.mobilised"),
        RUNG_QUARANTINE => text!("cr.means.quarantine"),
        RUNG_SHOTS => text!("cr.means.shots"),
        TOP_RUNG => text!("cr.means.top"),
        _ => "",
    };
    RungView { place, name: rung_words(place), means }
}

fn began(sim: &Simulation, crisis: &Crisis) -> Sentence {
    let speaker = Speaker(sim.content());
    let cause = Piece::plain(cause_words(sim.content(), crisis));
    let since = Piece::plain(crisis.since.to_string());
    let places = [
        ("when", since),
        ("cause", cause),
        ("challenger", speaker.acting(crisis.challenger)),
        ("defender", speaker.acting(crisis.defender)),
    ];
    Sentence::fill(text!("ex.began"), &places)
}

/// What an accident on this rung would lead to.
fn accident_means(sim: &Simulation, eyes: Option<Seat>, crisis: &Crisis, rules: &CrisisRules) -> String {
    if crisis.rung == 0 {
        return String::new();
    }
    let to = crisis.rung.saturating_add(rules.accident_rungs as u8);
    if to < TOP_RUNG {
        return fill(text!("cr.accident.rungs"), &[("rung", rung_words(to))]);
    }
    let enough = |side: PolityId| sides::warheads(sim, eyes, side) >= rules.exchange_warheads;
    let words = if crisis.sides().into_iter().all(enough) {
        text!("cr.accident.exchange")
    } else {
        text!("cr.accident.war")
    };
    words.to_owned()
}

fn stands(sim: &Simulation, crisis: &Crisis, rules: &CrisisRules) -> String {
    let player = sim.get::<Players>().seat();
    let human = crisis.sides().iter().any(|&side| player == Some(Seat::Polity(side)));
    let (played, most) = (crisis.rounds.to_string(), most_rounds(rules, human).to_string());
    let low = if crisis.rung < RUNG_MOBILISED { text!("cr.rounds.low") } else { "" };
    let (rung, top) = (crisis.rung.to_string(), TOP_RUNG.to_string());
    let mut words = fill(text!("cr.rung"), &[("n", &rung), ("most", &top)]);
    if crisis.peak > crisis.rung {
        words = words + " " + &fill(text!("cr.peak"), &[("rung", rung_words(crisis.peak))]);
    }
    words + " " + &fill(text!("cr.rounds"), &[("n", &played), ("most", &most)]) + low
}

fn between(sim: &Simulation, seen: &Crisis) -> Vec<Sentence> {
    let channel = seen.channel.then(|| Sentence::plain_text(text!("cr.channel")));
    let who = seen.mediator.map(|id| Speaker(sim.content()).polity(id));
    let mediator = who.map(|who| Sentence::fill(text!("cr.mediator"), &[("who", who)]));
    channel.into_iter().chain(mediator).collect()
}

fn ending(sim: &Simulation, ended: &EndedCrisis) -> Sentence {
    let crisis = &ended.crisis;
    let fact = match ended.outcome {
        CrisisOutcome::Exchange => Fact::GeneralExchange,
        outcome => Fact::CrisisEnded {
            challenger: crisis.challenger,
            defender: crisis.defender,
            over: crisis.over,
            outcome,
            rung: crisis.peak,
        },
    };
    fact_words(sim.content(), &fact).sentence
}

/// The alert of forces (0–3), in words.
pub(super) fn alert_words(alert: u8) -> &'static str {
    match alert {
        0 => text!("cr.alert.0"),
        1 => text!("cr.alert.1"),
        2 => text!("cr.alert.2"),
        _ => text!("cr.alert.3"),
    }
}

/// A chance as a sentence that begins with it.
pub(super) fn chance_sentence(chance: f64) -> String {
    sentence_case(&fill(text!("cr.chance"), &[("odds", &odds_words(chance))]))
}
