//! Organisations: a view made by hand, and what pressing does.

use correlation::base::{OrganisationId, PolityId};
use correlation::content::vocabulary::{Ids, Order};
use correlation::desktop::intents::{Intent, PanelKind, Selection};
use correlation::desktop::panels::{Desk, organisation_panel};
use correlation::sim::orders::Seq;
use correlation::sim::organisations::Ballot;
use correlation::view::*;
use egui::{Rect, pos2};
use egui_kittest::kittest::Queryable;

use super::behaviour::pushed;
use super::samples::{self, Filling, act, number, offered};
use super::sweep::sweep;
use super::{COMMON, window};

/// The room beside the inspector, as it is in a small window.
fn room(screen: Rect) -> Rect {
    let width = 563.0_f32.min(screen.width());
    Rect::from_min_max(pos2(screen.right() - width, screen.top() + 52.0), screen.max)
}

const PACT: OrganisationId = OrganisationId(2);

fn consult() -> Order<Ids> {
    Order::Consult { organisation: PACT }
}

fn member(filling: Filling, place: usize) -> MemberStand {
    MemberStand {
        id: PolityId(place as u16),
        name: filling.name(&format!("Member {place}")),
        look: samples::state(filling).look,
        line: (filling.value(0.2) - 0.1 * place as f64, filling.value(0.1)),
        leads: place == 0,
        permanent: place == 1,
        own: place == 2,
        focus: place == 3,
        bears: filling.name("bears less: 3 % for forces, 5 % due"),
        unequal: filling.value(0.4),
        held: (place > 0).then(|| filling.value(0.31)),
        trust: (place > 0).then(|| filling.value(0.44)),
    }
}

fn quarrel(filling: Filling) -> QuarrelView {
    let step = |_| QuarrelStep { name: "articles against the line", means: "others take sides" };
    QuarrelView {
        began: act(filling),
        steps: 3,
        highest: 4,
        ladder: (0..5).map(step).collect(),
        next: filling.name("Next would come: boycott of congresses."),
        back: filling.name("A step back leads to: articles."),
        own: true,
    }
}

fn motion(filling: Filling, number_of: usize) -> MotionView {
    MotionView {
        number: number_of as u32,
        words: act(filling),
        ballot: Ballot { yes: 40, no: 12, abstain: 5, vetoed: false, passed: true },
        count: filling.name("40 for, 12 against, 5 abstain: carried."),
        own: Some(number(filling, "own feeling", 0.2, Unit::Weight)),
        lobbying: (0..filling.many(1)).map(|_| act(filling)).collect(),
    }
}

fn one(filling: Filling) -> OneOrganisationView {
    let orders = vec![
        offered(filling, consult(), "Consult", Vec::new(), None),
        offered(filling, Order::PressLine { on: PolityId(3) }, "Press", vec![filling.name("no")], None),
        offered(filling, Order::Conciliate { with: PolityId(3) }, "Reconcile", Vec::new(), Some(Seq(7))),
    ];
    let acts = OfferedGroup { title: filling.name("What you can do here"), orders };
    OneOrganisationView {
        id: PACT,
        name: filling.name("North Atlantic Treaty Organisation"),
        kind: filling.name("military pact, 12 members"),
        decides: "each member concerned must agree",
        cohesion: number(filling, "unity", 0.45, Unit::Index),
        drifts: filling.name("It falls towards 0.41."),
        agreed: filling.name("Agreed for the forces: at least 5 % of the product."),
        hegemony: (filling != Filling::Empty).then(|| HegemonyView {
            leader: act(filling),
            weight: number(filling, "the leader's weight", 0.4, Unit::Index),
            pressed: number(filling, "members were pressed", 0.1, Unit::Index),
            price: number(filling, "price in unity", -0.1, Unit::Index),
        }),
        members: (0..filling.many(5)).map(|place| member(filling, place)).collect(),
        quarrels: (0..filling.many(2).min(9)).map(|_| quarrel(filling)).collect(),
        motions: (0..filling.many(2)).map(|number| motion(filling, number)).collect(),
        votes: (0..filling.many(3)).map(|_| act(filling)).collect(),
        acts: if filling == Filling::Empty { Vec::new() } else { vec![acts] },
        playable: true,
    }
}

fn organisations(filling: Filling) -> OrganisationsView {
    let line = |place: usize| OrganisationLine {
        id: OrganisationId(place as u16),
        name: filling.name(&format!("Organisation {place}")),
        cohesion: filling.value(0.45),
        own: place == 0,
    };
    OrganisationsView { list: (0..filling.many(4)).map(line).collect(), one: Some(Box::new(one(filling))) }
}

#[test]
fn organisations_at_every_size() {
    sweep("organisation", room, |filling| {
        let view = organisations(filling);
        Box::new(move |ui, intents| organisation_panel(ui, &view, intents))
    });
}

#[test]
fn no_organisation_at_every_size() {
    sweep("no organisation", room, |_| {
        let view = OrganisationsView::default();
        Box::new(move |ui, intents| organisation_panel(ui, &view, intents))
    });
}

#[test]
fn orders_are_given_and_taken_back_where_they_are_shown() {
    let view = organisations(Filling::Normal);
    let press = |label: &str| {
        let mut harness =
            window(COMMON * 4.0, 1.0, room, |ui, intents| organisation_panel(ui, &view, intents));
        harness.get_by_label(label).click();
        harness.run_steps(2);
        pushed(&harness)
    };
    assert_eq!(press("Consult"), [Intent::Order(consult())]);
    assert_eq!(press("Press"), [], "what is refused cannot be pressed");
    assert_eq!(press("Take back"), [Intent::TakeBack(Seq(7))]);
    let member = [Intent::Select(Selection::Polity(PolityId(4))), Intent::ShowMember(PolityId(4))];
    assert_eq!(press("Member 4"), member);
    assert_eq!(press("Organisation 3, 0.45"), [Intent::ShowOrganisation(OrganisationId(3))]);
}

#[test]
fn another_organisation_and_another_member_can_be_looked_at() {
    let mut memory = Desk::default().memory;
    assert_eq!(memory.take(&Intent::ShowMember(PolityId(3))), Some(PanelKind::Organisation));
    assert_eq!(memory.organisations.member, Some(PolityId(3)));
    assert_eq!(memory.take(&Intent::ShowOrganisation(PACT)), Some(PanelKind::Organisation));
    let ask = OrganisationsAsk { organisation: Some(PACT), member: None };
    assert_eq!(memory.organisations, ask, "another organisation has other members");
}
