//! How the movement that was played came to power: what it rose from, at what price, and what the seat is now.

use crate::base::{MovementId, PolityId};
use crate::sim::{Seat, Simulation};

use super::Explained;
use super::risings::{rising_view, risings_of};
use super::words::{Speaker, fill, text};

/// A movement's way to power, told to who played it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VictoryView {
    /// Who governs what.
    pub title: String,
    /// How it came, in sentences: the record of the last rising, where there was one.
    pub story: Vec<String>,
    /// The dead of that rising, by whose account they are on.
    pub price: Vec<Explained>,
    /// What the seat is now, and where to go on.
    pub now: String,
}

/// The way of a movement to power in a state.
pub fn victory_view(sim: &Simulation, movement: MovementId, state: PolityId) -> VictoryView {
    let speaker = Speaker(sim.content());
    let (who, where_) = (speaker.seat(Seat::Movement(movement)).text, speaker.seat(Seat::Polity(state)).text);
    let month = sim.clock().now().to_string();
    let values = [("movement", who.as_str()), ("state", where_.as_str()), ("month", month.as_str())];
    let rising = risings_of(sim, movement).first().and_then(|line| rising_view(sim, line.number));
    let mut story = vec![fill(text!("victory.when"), &values)];
    let mut price = Vec::new();
    if let Some(rising) = rising {
        story.extend(rising.story.iter().map(|sentence| sentence.plain()));
        price = rising.dead;
    }
    VictoryView {
        title: fill(text!("victory.title"), &values),
        story,
        price,
        now: fill(text!("victory.now"), &values),
    }
}
