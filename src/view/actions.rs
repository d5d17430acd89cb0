//! Acts that an inspector offers towards what it shows.

use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::orders::validate;
use crate::sim::{Seat, Simulation};

use super::words::{blocker_words, order_does, order_title};
use super::{Draft, Pick};

/// One act: a button that prepares an order.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionLine {
    /// What it is called.
    pub title: String,
    /// What it does.
    pub does: String,
    /// The order as it would be prepared.
    pub draft: Draft,
    /// What stands against it now, in words.
    pub blocked: Vec<String>,
}

/// The kinds of acts that fit a target, most telling first; only those that the player's seat can aim at it.
pub fn actions_towards(sim: &Simulation, target: Pick, kinds: &[OrderKind]) -> Vec<ActionLine> {
    let Some(seat) = sim.get::<Players>().seat() else { return Vec::new() };
    let mut lines: Vec<_> = kinds
        .iter()
        .filter(|kind| kind.is_movements() == matches!(seat, Seat::Movement(_)))
        .filter_map(|&kind| {
            let draft = Draft::towards(sim, seat, kind, target);
            let order: Order<Ids> = draft.complete(sim.content())?;
            let blocked = validate(sim.world(), seat, &order).iter().map(blocker_words).collect();
            let (title, does) = (order_title(kind).to_owned(), order_does(kind).to_owned());
            Some(ActionLine { title, does, draft, blocked })
        })
        .collect();
    // What can be done now comes first; otherwise the order of the kinds stays.
    lines.sort_by_key(|line| !line.blocked.is_empty());
    lines
}
