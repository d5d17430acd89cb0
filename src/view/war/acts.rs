//! What a seat can do about a war: to end it, to help a side, to join it; each with effect, price and what stands against it.

use crate::base::PolityId;
use crate::content::vocabulary::{Ids, MotionKind, Order, OrderKind, PeaceTerms};
use crate::sim::agents::Players;
use crate::sim::conflict::{WarAccount, Wars, giver};
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::movements::Movement;
use crate::sim::politics::Status;
use crate::sim::{Seat, Simulation};
use crate::view::words::{fill, order_does, terms_words, text};
use crate::view::{Draft, OfferedOrder, Pick};

use super::side_of;

/// Everything that the player's seat could order about a war that goes on, what can be done first.
pub(super) fn acts(sim: &Simulation, account: &WarAccount) -> Vec<OfferedOrder> {
    let Some(seat) = sim.get::<Players>().seat().filter(|_| account.ended.is_none()) else {
        return Vec::new();
    };
    let mut acts: Vec<_> =
        drafts(sim, seat, account).into_iter().filter_map(|draft| act(sim, seat, draft)).collect();
    acts.sort_by_key(|act| !act.refused.is_empty() && act.ordered.is_none());
    acts
}

fn act(sim: &Simulation, seat: Seat, draft: Draft) -> Option<OfferedOrder> {
    let offered = OfferedOrder::of_draft(sim, seat, draft, Vec::new())?;
    Some(OfferedOrder { effect: effect(sim, seat, &offered.order), ..offered })
}

/// What an order does; of peace what its terms mean, and who gives.
fn effect(sim: &Simulation, seat: Seat, order: &Order<Ids>) -> String {
    let Order::OfferArmistice { to, terms } = order else { return order_does(order.kind()).to_owned() };
    let meaning = terms_words(*terms);
    let war = sim.get::<Wars>().between(seat, Seat::Polity(*to));
    match war.filter(|_| *terms != PeaceTerms::StatusQuo).and_then(|war| giver(sim.world(), war, *terms)) {
        Some(gives) => {
            let who = &sim.content().polities[gives].name;
            format!("{meaning} {}", fill(text!("wa.gives"), &[("who", who)]))
        }
        None => meaning.to_owned(),
    }
}

/// The acts that fit how the seat stands to a war.
fn drafts(sim: &Simulation, seat: Seat, account: &WarAccount) -> Vec<Draft> {
    let own_side = side_of(Some(seat), account);
    match seat {
        Seat::Movement(_) => match own_side {
            Some(_) => vec![Draft::of_kind(sim, seat, OrderKind::Negotiate)],
            None => Vec::new(),
        },
        Seat::Polity(own) => drafts_of_state(sim, own, own_side, account),
    }
}

fn drafts_of_state(
    sim: &Simulation,
    own: PolityId,
    own_side: Option<usize>,
    account: &WarAccount,
) -> Vec<Draft> {
    use OrderKind as O;
    let (mut kinds, mut peace) = (Vec::<(O, Pick)>::new(), Vec::new());
    for (side, of) in account.sides().into_iter().enumerate() {
        let enemy = own_side.is_some_and(|own_side| own_side != side);
        for &other in of.polities.iter().filter(|&&other| other != own) {
            let pick = Pick::Polity(other);
            match (own_side, enemy) {
                (Some(_), true) => {
                    peace.push(other);
                    kinds.push((blockade(sim, own, other), pick));
                }
                (Some(_), false) => {}
                (None, _) => kinds.extend([
                    (troops(sim, own, other), pick),
                    (O::OpenWar, pick),
                    (blockade(sim, own, other), pick),
                ]),
            }
        }
        for &movement in &of.movements {
            let pick = Pick::Movement(movement);
            let against = sim.movement::<Movement>(movement).against();
            let rules = against == own || sim.polity::<Status>(against).ruler() == Some(own);
            match rules {
                true => kinds.extend([(O::OfferTalks, pick), (O::Repress, pick)]),
                false if enemy => {}
                false => kinds.push((O::ArmMovement, pick)),
            }
        }
    }
    let seat = Seat::Polity(own);
    let mut drafts: Vec<_> = peace.iter().flat_map(|&enemy| peace_with(sim, seat, enemy)).collect();
    drafts.extend(kinds.into_iter().map(|(kind, pick)| Draft::towards(sim, seat, kind, pick)));
    drafts.extend(motion(sim, seat, account));
    drafts
}

/// Peace on each of the terms that can be named.
fn peace_with(sim: &Simulation, seat: Seat, enemy: PolityId) -> impl Iterator<Item = Draft> {
    let draft = Draft::towards(sim, seat, OrderKind::OfferArmistice, Pick::Polity(enemy));
    let named = PeaceTerms::ALL.iter().enumerate().filter(|(_, terms)| **terms != PeaceTerms::AtHand);
    named.map(move |(place, _)| Draft { numbers: [place as f64, 0.0, 0.0, 0.0], ..draft })
}

/// To send troops, or to bring home those that stand there.
fn troops(sim: &Simulation, own: PolityId, other: PolityId) -> OrderKind {
    match agreed(sim, own, other, AgreementTag::Troops) {
        true => OrderKind::WithdrawTroops,
        false => OrderKind::SendTroops,
    }
}

/// To close the sea ways of a state, or to open those that one has closed.
fn blockade(sim: &Simulation, own: PolityId, other: PolityId) -> OrderKind {
    match agreed(sim, own, other, AgreementTag::Blockade) {
        true => OrderKind::LiftBlockade,
        false => OrderKind::Blockade,
    }
}

fn agreed(sim: &Simulation, own: PolityId, other: PolityId, tag: AgreementTag) -> bool {
    sim.get::<Agreements>().between(own, other, tag).is_some()
}

/// The call for a ceasefire, about the state that leads the attack, else the defence; nobody calls for one on itself.
fn motion(sim: &Simulation, seat: Seat, account: &WarAccount) -> Option<Draft> {
    let leaders = account.sides().into_iter().filter_map(|side| side.polities.first().copied());
    let about = leaders.into_iter().find(|&id| Seat::Polity(id) != seat)?;
    let mut draft = Draft::towards(sim, seat, OrderKind::TableMotion, Pick::Polity(about));
    draft.numbers[0] = MotionKind::ALL.iter().position(|&kind| kind == MotionKind::Ceasefire)? as f64;
    Some(draft)
}
