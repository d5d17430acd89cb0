//! Diplomacy: views made by hand, and what pressing does.

use correlation::base::{Month, OrganisationId, PolityId};
use correlation::content::vocabulary::{Order, Treaty};
use correlation::desktop::intents::{Intent, PanelKind, Selection};
use correlation::desktop::panels::{Desk, diplomacy_panel};
use correlation::sim::Seat;
use correlation::sim::orders::Seq;
use correlation::view::*;
use egui::{Rect, pos2};
use egui_kittest::kittest::Queryable;

use super::behaviour::pushed;
use super::samples::{self, Filling, act, number};
use super::sweep::sweep;
use super::{COMMON, window};

/// The room beside the inspector, as it is in a small window.
fn room(screen: Rect) -> Rect {
    let width = 563.0_f32.min(screen.width());
    Rect::from_min_max(pos2(screen.right() - width, screen.top() + 52.0), screen.max)
}

fn diplomacy(filling: Filling) -> DiplomacyView {
    if filling == Filling::Empty {
        return DiplomacyView::default();
    }
    let state = samples::state(filling);
    let index = |what: &str, value| number(filling, what, value, Unit::Index);
    let member = |id: usize| MemberView {
        id: PolityId(id as u16),
        name: filling.name("Hungary"),
        look: state.look,
        line: (filling.value(0.3), filling.value(-0.6)),
        leads: id == 0,
    };
    let organisation = |id: usize| OrganisationView {
        id: OrganisationId(id as u16),
        name: filling.name("Council for Mutual Economic Assistance"),
        kind: filling.name("planners' community, 8 members"),
        cohesion: index("unity", 0.6),
        members: (0..filling.many(8)).map(member).collect(),
        own: id == 0,
    };
    let relation = |id: usize| RelationView {
        other: PolityId(id as u16),
        name: filling.name("Yugoslavia"),
        look: state.look,
        trust: index("trust in it", 0.3),
        tension: index("tension", 0.5),
        influence: index("influence over it", 0.1),
    };
    let offer = |number: usize| OfferView {
        number: number as u32,
        sentence: act(filling),
        until: filling.name("until May 1951"),
        asked: number <= 1,
        trade: true,
        answered: (number == 1).then_some((true, Seq(8))),
    };
    let answer = |index: usize| AnswerView {
        month: Month(600 + index as u32),
        sentence: act(filling),
        decision: index.is_multiple_of(2).then_some(7),
    };
    let dispute = |number: usize| DisputeView {
        other: PolityId(number as u16),
        sentence: act(filling),
        because: filling.name("Each holds a part of it and claims the whole."),
        weight: index("what hangs on it", 0.8),
        holder: filling.name("Neither held all of it at the outset."),
        stands: filling.name("At rest under a treaty until May 1951."),
        open: number == 0,
    };
    let friendship = Order::OfferFriendship { to: PolityId(3) };
    let base = Order::OfferBase { to: PolityId(3), share: 0.002 };
    let orders = vec![
        samples::offered(filling, friendship, "Offer friendship", Vec::new(), None),
        samples::offered(filling, base, "Ask for a base", vec![filling.name("no")], None),
        samples::offered(
            filling,
            Order::Guarantee { whom: PolityId(3) },
            "Guarantee",
            Vec::new(),
            Some(Seq(7)),
        ),
    ];
    let denounced = |place: usize| {
        let order = Order::Denounce { with: PolityId(3), treaty: Treaty::Friendship };
        let given = (place == 2).then_some(Seq(8));
        (place > 0).then(|| samples::offered(filling, order, "Take back friendship", Vec::new(), given))
    };
    let acts = OfferedGroup { title: filling.name("What you can sign with it"), orders };
    DiplomacyView {
        seat: state.id.map(Seat::Polity),
        name: state.name,
        look: state.look,
        offers: (0..filling.many(3)).map(offer).collect(),
        answers: (0..filling.many(5)).map(answer).collect(),
        denounced: (0..state.agreements.len()).map(denounced).collect(),
        agreements: state.agreements,
        feint: Some(filling.name("Shows others +30.0 % force.")),
        acts: vec![acts],
        disputes: (0..filling.many(3)).map(dispute).collect(),
        relations: (0..filling.many(6)).map(relation).collect(),
        organisations: (0..filling.many(2)).map(organisation).collect(),
    }
}

#[test]
fn every_page_of_diplomacy_at_every_size() {
    for tab in DiplomacyTab::ALL {
        sweep(&format!("diplomacy, {tab:?}"), room, move |filling| {
            let view = diplomacy(filling);
            Box::new(move |ui, intents| diplomacy_panel(ui, &view, tab, intents))
        });
    }
}

#[test]
fn an_offer_is_answered_where_it_is_read_and_an_answer_says_why() {
    let view = diplomacy(Filling::Normal);
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| diplomacy_panel(ui, &view, DiplomacyTab::Offers, intents));
    harness.get_by_label("Decline").click();
    harness.run_steps(2);
    harness.get_by_label("Relations").click();
    harness.run_steps(2);
    let expected = [
        Intent::Order(Order::AnswerOffer { offer: 0, accept: false }),
        Intent::DiplomacyTab(DiplomacyTab::Relations),
    ];
    assert_eq!(pushed(&harness), expected);
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| diplomacy_panel(ui, &view, DiplomacyTab::Offers, intents));
    harness.get_all_by_label("why?").next().expect("an answer with reasons").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::ShowDecision(7)]);
}

#[test]
fn trade_treaties_that_come_together_are_answered_together() {
    let mut view = diplomacy(Filling::Normal);
    view.offers.iter_mut().for_each(|offer| (offer.asked, offer.answered) = (true, None));
    view.offers[1].trade = false;
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| diplomacy_panel(ui, &view, DiplomacyTab::Offers, intents));
    harness.get_by_label("Accept all 2 trade treaties").click();
    harness.run_steps(2);
    let accepted = |offer| Intent::Order(Order::AnswerOffer { offer, accept: true });
    assert_eq!(pushed(&harness), [accepted(0), accepted(2)]);
}

#[test]
fn a_treaty_is_offered_and_a_promise_taken_back_where_agreements_are_read() {
    let none = DiplomacyView { offers: Vec::new(), answers: Vec::new(), ..diplomacy(Filling::Normal) };
    let view = DiplomacyView { agreements: Vec::new(), ..none };
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| diplomacy_panel(ui, &view, DiplomacyTab::Offers, intents));
    for label in ["Offer friendship", "Take back"] {
        harness.get_by_label(label).click();
        harness.run_steps(2);
    }
    let given = Order::OfferFriendship { to: PolityId(3) };
    assert_eq!(pushed(&harness), [Intent::Order(given), Intent::TakeBack(Seq(7))]);
}

#[test]
fn relations_and_members_lead_to_the_other_state() {
    let view = diplomacy(Filling::Normal);
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| diplomacy_panel(ui, &view, DiplomacyTab::Relations, intents));
    harness.get_all_by_label("Yugoslavia").next().expect("a relation").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Select(Selection::Polity(PolityId(0)))]);
    let mut memory = Desk::default().memory;
    assert_eq!(memory.take(&Intent::DiplomacyTab(DiplomacyTab::Organisations)), Some(PanelKind::Diplomacy));
    assert_eq!(memory.diplomacy, DiplomacyTab::Organisations);
}
