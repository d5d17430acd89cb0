//! Orders that screens offer: acts towards what an inspector shows, and orders in full with what they bring and cost.

use crate::content::defs::ContentNames;
use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::orders::{Seq, price, validate};
use crate::sim::{Seat, Simulation};

use super::words::{blocker_words, figure, fill, order_does, order_title, sentence_case, text};
use super::{Draft, Pick, Unit};

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
        .filter(|kind| kind.fits(matches!(seat, Seat::Movement(_))))
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

/// An order that a screen offers whole: what it does, where it leads, its price, what stands against it.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedOrder {
    /// The order.
    pub order: Order<Ids>,
    /// The same with its numbers, to be changed before it is given; none where there is nothing to choose.
    pub draft: Option<Draft>,
    /// What it is called.
    pub title: String,
    /// What it does.
    pub effect: String,
    /// What it would come to as things stand; empty where it is not open or nothing can be said.
    pub then: String,
    /// What it costs; empty if nothing.
    pub price: String,
    /// What stands against it; empty if it can be given.
    pub refused: Vec<String>,
    /// The number of the same order, if it has been given for the coming month.
    pub ordered: Option<Seq>,
}

/// Orders that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedGroup {
    /// What they are about.
    pub title: String,
    /// The orders, open ones first.
    pub orders: Vec<OfferedOrder>,
}

impl OfferedOrder {
    /// The order of a draft, with what its kind does, its price (`parts` beside authority) and what stands against it; none while
    /// the draft lacks something.
    pub(super) fn of_draft(sim: &Simulation, seat: Seat, draft: Draft, parts: Vec<String>) -> Option<Self> {
        let order = draft.complete(sim.content())?;
        let ordered = given_already(sim, seat, &order);
        let refused = match ordered {
            Some(_) => Vec::new(),
            None => validate(sim.world(), seat, &order).iter().map(blocker_words).collect(),
        };
        Some(Self {
            draft: takes_numbers(order.kind()).then_some(draft),
            title: sentence_case(&order.words(&ContentNames(sim.content()))),
            effect: order_does(order.kind()).to_owned(),
            then: String::new(),
            price: price_words(sim, seat, &order, 0.0, parts),
            refused,
            ordered,
            order,
        })
    }

    /// One line for a reader without a window.
    pub fn text(&self) -> String {
        let mut out = format!("{}: {} {}", self.title, self.effect, self.then).trim_end().to_owned();
        if !self.price.is_empty() {
            out += &format!(" {}", fill(text!("offered.price"), &[("price", &self.price)]));
        }
        for why in &self.refused {
            out += &format!(" {}", fill(text!("offered.refused"), &[("why", why)]));
        }
        out
    }
}

/// The number under which a seat has given an order for the coming month, with whatever numbers.
pub(super) fn given_already(sim: &Simulation, seat: Seat, order: &Order<Ids>) -> Option<Seq> {
    let given = sim.pending().iter().find(|given| given.issuer == seat && alike(&given.order, order));
    given.map(|given| given.sequence)
}

/// Whether an order asks for numbers, so that it is prepared and not given at one press.
const fn takes_numbers(kind: OrderKind) -> bool {
    use OrderKind as O;
    matches!(kind, O::SendTroops | O::ArmMovement | O::OfferBase | O::GatherIntelligence | O::FeignStrength)
}

/// Whether two orders are the same act towards the same, whatever their numbers.
fn alike(a: &Order<Ids>, b: &Order<Ids>) -> bool {
    use Order as O;
    match (a, b) {
        (O::SendTroops { to: a, .. }, O::SendTroops { to: b, .. })
        | (O::OfferBase { to: a, .. }, O::OfferBase { to: b, .. })
        | (O::GatherIntelligence { on: a, .. }, O::GatherIntelligence { on: b, .. }) => a == b,
        (O::ArmMovement { movement: a, .. }, O::ArmMovement { movement: b, .. }) => a == b,
        (O::FeignStrength { .. }, O::FeignStrength { .. }) => true,
        _ => a == b,
    }
}

/// A price in words: its parts, and the authority that an order takes beside `more` authority.
pub(super) fn price_words(
    sim: &Simulation,
    seat: Seat,
    order: &Order<Ids>,
    more: f64,
    mut parts: Vec<String>,
) -> String {
    let authority = price(sim.world(), seat, order) + more;
    if authority > 0.0 {
        parts.push(fill(text!("offered.authority"), &[("n", &figure(authority, Unit::Index))]));
    }
    sentence_case(&parts.join("; "))
}
