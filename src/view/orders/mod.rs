//! Orders for the player's seat: what can be ordered, to whom, at what price, and everything that stands against it.

mod draft;
mod menu;

pub use draft::{Draft, Parameter, Pick};

use draft::{parameters_of, takes_target};
pub use menu::OrderGroup;
pub(in crate::view) use menu::can_be_denounced;
use menu::{candidates, kinds_for};

use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::agents::forbidden;
use crate::sim::diplomacy::Offers;
use crate::sim::orders::{Blocker, Refusals, Seq, authority_cost, price, validate};
use crate::sim::{Seat, Simulation};

use super::Explained;
use super::words::{
    Piece, Sentence, Speaker, act_sentence, blocker_words, offer_words, order_does, order_title, text,
};

/// A kind of order in the menu.
#[derive(Debug, Clone, PartialEq)]
pub struct MenuOrder {
    /// Which kind.
    pub kind: OrderKind,
    /// What it is called.
    pub title: String,
    /// What it does.
    pub does: String,
    /// Its place in the menu.
    pub group: OrderGroup,
    /// Whether it is aimed at somebody or something.
    pub takes_target: bool,
    /// Authority it costs.
    pub cost: f64,
    /// Whether there is authority enough.
    pub affordable: bool,
    /// The order as it would be prepared.
    pub draft: Draft,
}

/// Somebody or something an order could be aimed at.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetChoice {
    /// Who or what.
    pub pick: Pick,
    /// Its name.
    pub name: String,
    /// What stands against it now, in words; empty if nothing does.
    pub blocked: Vec<String>,
}

/// An order that waits to be resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingOrder {
    /// Its number.
    pub sequence: Seq,
    /// What it orders, as a sentence.
    pub words: String,
    /// Authority it will cost.
    pub cost: f64,
}

/// Orders for one seat.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrdersView {
    /// The seat; none for an onlooker.
    pub seat: Option<Seat>,
    /// What the seat is called.
    pub seat_name: String,
    /// Authority there is.
    pub authority: Option<Explained>,
    /// Kinds that fit the seat.
    pub menu: Vec<MenuOrder>,
    /// What is being prepared.
    pub draft: Draft,
    /// The name of what it is aimed at, where that is a state or a movement.
    pub aimed_at: Option<String>,
    /// Whether the kind that is being prepared takes a target.
    pub takes_target: bool,
    /// Whom it could be aimed at, those against whom nothing stands first.
    pub targets: Vec<TargetChoice>,
    /// Its numbers and choices.
    pub parameters: Vec<Parameter>,
    /// The order, once everything is chosen.
    pub order: Option<Order<Ids>>,
    /// The order as an act: `offer a trade treaty to India`.
    pub words: String,
    /// Authority it costs.
    pub cost: f64,
    /// What decides how it will turn out, where that can be reckoned.
    pub reckon: Vec<Explained>,
    /// Authority that is left once the orders given are paid for.
    pub left: f64,
    /// Why the line in force rules it out, in its holders' words, if it does: then it costs more.
    pub against_line: Option<String>,
    /// Everything that stands against it, in words.
    pub blockers: Vec<String>,
    /// Orders given and not yet resolved.
    pub pending: Vec<PendingOrder>,
    /// Orders refused last month: what, and why.
    pub refused: Vec<(String, Vec<String>)>,
}

/// Orders for the player's seat, with what is being prepared.
pub fn orders_view(sim: &Simulation, draft: &Draft) -> OrdersView {
    let Some(seat) = sim.get::<Players>().seat() else { return OrdersView::default() };
    let content = sim.content();
    let authority = match seat {
        Seat::Polity(id) => super::state::authority(sim, id),
        Seat::Movement(id) => super::movement::authority(sim, id),
    };
    let pending = pending(sim, seat);
    // What is given already is paid for first.
    let has = authority.value - pending.iter().map(|order| order.cost).sum::<f64>();
    let cost_of = |kind| match (seat, kind) {
        // A movement pays for a change of line with those who walk out.
        (Seat::Movement(_), OrderKind::AdoptDoctrine | OrderKind::AmendDoctrine) => 0.0,
        _ => authority_cost(kind),
    };
    let blockers_of = |order: &Order<Ids>| -> Vec<String> {
        validate(sim.world(), seat, order).iter().map(blocker_words).collect()
    };
    let menu_order = |kind| MenuOrder {
        kind,
        title: order_title(kind).into(),
        does: order_does(kind).into(),
        group: OrderGroup::of(kind),
        takes_target: takes_target(kind),
        cost: cost_of(kind),
        affordable: cost_of(kind) <= has,
        draft: Draft::of_kind(sim, seat, kind),
    };
    let sectors: Vec<String> = content.goods.values().map(|good| good.name.clone()).collect();
    // A place beyond the list of sectors is no sector.
    let order = draft.complete(content).filter(|order| match order {
        Order::GrantConcession { sector, .. } => content.goods.get(*sector).is_some(),
        _ => true,
    });
    OrdersView {
        seat: Some(seat),
        seat_name: Speaker(content).seat(seat).text,
        menu: kinds_for(seat).map(menu_order).collect(),
        draft: *draft,
        aimed_at: match draft.pick {
            Some(Pick::Polity(id)) => Some(content.polities[id].name.clone()),
            Some(Pick::Movement(id)) => Some(content.movements[id].name.clone()),
            _ => None,
        },
        takes_target: draft.kind.is_some_and(takes_target),
        targets: targets(sim, seat, draft, &blockers_of),
        parameters: draft.kind.map(|kind| parameters_of(kind, &sectors)).unwrap_or_default(),
        words: order.as_ref().map(|order| act_sentence(content, seat, order).plain()).unwrap_or_default(),
        cost: match &order {
            // What the doctrine in force rules out costs more.
            Some(order) => price(sim.world(), seat, order),
            None => draft.kind.map_or(0.0, cost_of),
        },
        reckon: match (seat, &order) {
            (Seat::Movement(id), Some(order)) => super::movement::reckoned(sim, id, order),
            _ => Vec::new(),
        },
        blockers: order.as_ref().map(|order| blockers_with(sim, seat, order, has)).unwrap_or_default(),
        left: has,
        against_line: order.as_ref().and_then(|order| forbidden(sim.world(), seat, order)),
        order,
        pending,
        refused: refused(sim, seat),
        authority: Some(authority),
    }
}

/// Whom a draft could be aimed at, those against whom nothing stands first.
fn targets(
    sim: &Simulation,
    seat: Seat,
    draft: &Draft,
    blockers_of: &dyn Fn(&Order<Ids>) -> Vec<String>,
) -> Vec<TargetChoice> {
    let Some(kind) = draft.kind else { return Vec::new() };
    let choice = |(pick, name)| {
        let order = Draft { pick: Some(pick), ..*draft }.complete(sim.content());
        TargetChoice { pick, name, blocked: order.as_ref().map(blockers_of).unwrap_or_default() }
    };
    let mut choices: Vec<_> = candidates(sim, seat, kind).into_iter().map(choice).collect();
    choices.sort_by_key(|choice| !choice.blocked.is_empty());
    choices
}

/// An order in words; of an answer, what it answers.
fn words_of(sim: &Simulation, seat: Seat, order: &Order<Ids>) -> String {
    let content = sim.content();
    if let Order::AnswerOffer { offer, accept } = *order
        && let Some(offer) = sim.get::<Offers>().get(offer)
    {
        let template = if accept { text!("op.accepts") } else { text!("op.declines") };
        let (from, what) = (Speaker(content).acting_seat(offer.from), offer_words(content, &offer.what));
        let by = Speaker(content).acting_seat(seat);
        let values = [("by", by), ("what", Piece::plain(what)), ("from", from)];
        return Sentence::fill(template, &values).plain();
    }
    act_sentence(content, seat, order).plain()
}

fn pending(sim: &Simulation, seat: Seat) -> Vec<PendingOrder> {
    let own = sim.pending().iter().filter(|given| given.issuer == seat);
    own.map(|given| PendingOrder {
        sequence: given.sequence,
        words: words_of(sim, seat, &given.order),
        cost: price(sim.world(), seat, &given.order),
    })
    .collect()
}

/// Everything that stands against an order beside those given already, which are paid for first.
fn blockers_with(sim: &Simulation, seat: Seat, order: &Order<Ids>, left: f64) -> Vec<String> {
    let mut found = validate(sim.world(), seat, order);
    let needs = price(sim.world(), seat, order);
    if needs > left && !found.iter().any(|one| matches!(one, Blocker::InsufficientAuthority { .. })) {
        found.push(Blocker::InsufficientAuthority { needs, has: left.max(0.0) });
    }
    found.iter().map(blocker_words).collect()
}

fn refused(sim: &Simulation, seat: Seat) -> Vec<(String, Vec<String>)> {
    let own = sim.get::<Refusals>().list().iter().filter(|refusal| refusal.given.issuer == seat);
    own.map(|refusal| {
        let words = words_of(sim, seat, &refusal.given.order);
        (words, refusal.blockers.iter().map(blocker_words).collect())
    })
    .collect()
}
