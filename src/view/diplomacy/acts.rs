//! What the player's state can sign with others, promise them or take back: each with what it does, its price, and what stands against it.

use crate::base::{MovementId, PolityId};
use crate::content::vocabulary::{Ids, Order, OrderKind, Treaty};
use crate::sim::agents::{Players, possible_patrons};
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition};
use crate::sim::perception::price_of_feint;
use crate::sim::{Seat, Simulation};
use crate::view::orders::can_be_denounced;
use crate::view::words::{figure, fill, order_title, text};
use crate::view::{Draft, OfferedGroup, OfferedOrder, Pick, Unit};

use super::{AgreementLine, RelationView};

/// Most states to which an order of one kind is offered where no state is looked at but one's own.
const MOST_OF_A_KIND: usize = 3;
/// Most states that a movement is shown as possible patrons.
const MOST_PATRONS: usize = 6;

/// What the player's state can do to the state that is looked at; of its own, what stands open towards those it deals with most.
pub(super) fn acts(sim: &Simulation, about: Seat, dealt_with: &[RelationView]) -> Vec<OfferedGroup> {
    match (sim.get::<Players>().seat(), about) {
        (Some(Seat::Polity(own)), Seat::Polity(about)) => acts_of_state(sim, own, about, dealt_with),
        (Some(Seat::Movement(own)), about) => acts_of_movement(sim, own, about),
        _ => Vec::new(),
    }
}

/// What the player's movement can ask for: talks with those it stands against, and help of the state that is looked at, or of
/// those that come first to mind.
fn acts_of_movement(sim: &Simulation, own: MovementId, about: Seat) -> Vec<OfferedGroup> {
    let seat = Seat::Movement(own);
    let patrons = match about {
        Seat::Polity(id) => vec![id],
        about if about == seat => possible_patrons(sim.world(), own),
        Seat::Movement(_) => return Vec::new(),
    };
    let kind = OrderKind::SeekPatron;
    let ask =
        |id| OfferedOrder::of_draft(sim, seat, Draft::towards(sim, seat, kind, Pick::Polity(id)), Vec::new());
    let open = |one: &OfferedOrder| one.refused.is_empty() || about != seat;
    let asked = patrons.into_iter().filter_map(ask).filter(open).take(MOST_PATRONS);
    let mut groups = vec![OfferedGroup { title: order_title(kind).to_owned(), orders: asked.collect() }];
    if about == seat {
        let draft = Draft::of_kind(sim, seat, OrderKind::Negotiate);
        let orders = OfferedOrder::of_draft(sim, seat, draft, Vec::new()).into_iter().collect();
        groups.insert(0, OfferedGroup { title: order_title(OrderKind::Negotiate).to_owned(), orders });
    }
    groups.retain(|group| !group.orders.is_empty());
    groups
}

fn acts_of_state(
    sim: &Simulation,
    own: PolityId,
    about: PolityId,
    dealt_with: &[RelationView],
) -> Vec<OfferedGroup> {
    if own != about {
        let name = sim.content().polities[about].name.as_str();
        let offered =
            |kind| offered(sim, own, Draft::towards(sim, Seat::Polity(own), kind, Pick::Polity(about)));
        let mut orders: Vec<_> = kinds_towards(sim, own, about).filter_map(offered).collect();
        orders.extend(all_denounced(sim, own, about));
        orders.sort_by_key(|one| !one.refused.is_empty() && one.ordered.is_none());
        let title = fill(text!("di.acts.towards"), &[("other", name)]);
        return vec![OfferedGroup { title, orders }];
    }
    open_to_all(sim, own, dealt_with)
}

/// How the player's own state can take back each of its agreements, where it can.
pub(super) fn denounced_of(
    sim: &Simulation,
    about: Seat,
    lines: &[AgreementLine],
) -> Vec<Option<OfferedOrder>> {
    let player = sim.get::<Players>().seat();
    let one = |line: &AgreementLine| {
        let (Seat::Polity(own), Some((other, treaty))) = (about, line.treaty) else { return None };
        (player == Some(about)).then(|| denounced(sim, own, other, treaty)).flatten()
    };
    lines.iter().map(one).collect()
}

/// The order that takes back one treaty, if it stands and is one's to take back.
fn denounced(sim: &Simulation, own: PolityId, other: PolityId, treaty: Treaty) -> Option<OfferedOrder> {
    if !can_be_denounced(sim, own, other).contains(&treaty) {
        return None;
    }
    let towards = Draft::towards(sim, Seat::Polity(own), OrderKind::Denounce, Pick::Polity(other));
    offered(sim, own, Draft { numbers: [treaty.index() as f64, 0.0, 0.0, 0.0], ..towards })
}

/// What can be taken back, treaty by treaty.
fn all_denounced(sim: &Simulation, own: PolityId, other: PolityId) -> impl Iterator<Item = OfferedOrder> {
    let stand = can_be_denounced(sim, own, other).into_iter();
    stand.filter_map(move |treaty| denounced(sim, own, other, treaty))
}

/// Kinds that fit how two states stand: what is there already is not offered again.
fn kinds_towards(sim: &Simulation, own: PolityId, other: PolityId) -> impl Iterator<Item = OrderKind> {
    use OrderKind as O;
    let recognised = sim.get::<Recognition>().given(own, other);
    let stands = |tag| sim.get::<Agreements>().between(own, other, tag).is_some();
    let recognition = if recognised { O::WithdrawRecognition } else { O::Recognise };
    let base = if stands(AgreementTag::Base) { O::WithdrawTroops } else { O::OfferBase };
    [O::OfferFriendship, O::OfferPact, O::Guarantee, base, O::CallSummit, O::OfferArmsLimits]
        .into_iter()
        .chain([O::GatherIntelligence, recognition])
}

/// What stands open, kind by kind, towards those with whom there is most to deal; and what is shown to all.
fn open_to_all(sim: &Simulation, own: PolityId, dealt_with: &[RelationView]) -> Vec<OfferedGroup> {
    use OrderKind as O;
    let kinds = [
        O::CallSummit,
        O::OfferArmsLimits,
        O::OfferFriendship,
        O::Guarantee,
        O::OfferBase,
        O::GatherIntelligence,
    ];
    let seat = Seat::Polity(own);
    let of_kind = |kind: OrderKind| {
        let towards = dealt_with.iter().map(|one| Draft::towards(sim, seat, kind, Pick::Polity(one.other)));
        let open = |one: &OfferedOrder| one.refused.is_empty();
        let orders = towards.filter_map(|draft| offered(sim, own, draft)).filter(open).take(MOST_OF_A_KIND);
        OfferedGroup { title: order_title(kind).to_owned(), orders: orders.collect() }
    };
    let mut groups: Vec<_> = kinds.into_iter().map(of_kind).collect();
    let feint = offered(sim, own, Draft::of_kind(sim, seat, O::FeignStrength));
    let title = order_title(O::FeignStrength).to_owned();
    groups.push(OfferedGroup { title, orders: feint.into_iter().collect() });
    groups.retain(|group| !group.orders.is_empty());
    groups
}

fn offered(sim: &Simulation, own: PolityId, draft: Draft) -> Option<OfferedOrder> {
    let order = draft.complete(sim.content())?;
    OfferedOrder::of_draft(sim, Seat::Polity(own), draft, money(sim, own, &order))
}

/// What an order takes in money.
fn money(sim: &Simulation, own: PolityId, order: &Order<Ids>) -> Vec<String> {
    match *order {
        Order::OfferBase { share, .. } | Order::GatherIntelligence { share, .. } => {
            vec![fill(text!("di.price.share"), &[("share", &figure(share, Unit::Share))])]
        }
        Order::FeignStrength { by } => {
            let price = price_of_feint(sim.world(), own, by).real();
            vec![fill(text!("di.price.once"), &[("amount", &figure(price, Unit::Money))])]
        }
        _ => Vec::new(),
    }
}
