//! What the player's state can sign with others, promise them or take back: each with what it does, its price, and what stands against it.

use crate::base::PolityId;
use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::diplomacy::{AgreementTag, Agreements, Recognition};
use crate::sim::perception::price_of_feint;
use crate::sim::{Seat, Simulation};
use crate::view::orders::can_be_denounced;
use crate::view::words::{figure, fill, order_title, text};
use crate::view::{Draft, OfferedGroup, OfferedOrder, Pick, Unit};

use super::RelationView;

/// Most states to which an order of one kind is offered where no state is looked at but one's own.
const MOST_OF_A_KIND: usize = 3;

/// What the player's state can do to the state that is looked at; of its own, what stands open towards those it deals with most.
pub(super) fn acts(sim: &Simulation, about: PolityId, dealt_with: &[RelationView]) -> Vec<OfferedGroup> {
    let Some(Seat::Polity(own)) = sim.get::<Players>().seat() else { return Vec::new() };
    if own != about {
        let name = sim.content().polities[about].name.as_str();
        let offered =
            |kind| offered(sim, own, Draft::towards(sim, Seat::Polity(own), kind, Pick::Polity(about)));
        let mut orders: Vec<_> = kinds_towards(sim, own, about).filter_map(offered).collect();
        orders.extend(denounced(sim, own, about));
        orders.sort_by_key(|one| !one.refused.is_empty() && one.ordered.is_none());
        let title = fill(text!("di.acts.towards"), &[("other", name)]);
        return vec![OfferedGroup { title, orders }];
    }
    open_to_all(sim, own, dealt_with)
}

/// What can be taken back, treaty by treaty.
fn denounced(sim: &Simulation, own: PolityId, other: PolityId) -> impl Iterator<Item = OfferedOrder> {
    let towards = Draft::towards(sim, Seat::Polity(own), OrderKind::Denounce, Pick::Polity(other));
    can_be_denounced(sim, own, other).into_iter().filter_map(move |treaty| {
        let numbers = [treaty.index() as f64, 0.0, 0.0, 0.0];
        offered(sim, own, Draft { numbers, ..towards })
    })
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
