//! Wars: a view made by hand, and what pressing does.

use correlation::base::{Month, PolityId, TerritoryId};
use correlation::content::vocabulary::{Order, OrderKind, PeaceTerms};
use correlation::desktop::intents::{Intent, PanelKind};
use correlation::desktop::panels::{Desk, war_panel};
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

fn line(filling: Filling, at: u32, ended: bool) -> WarLine {
    WarLine {
        number: at,
        title: filling.name("North Korea against South Korea"),
        kind: "war between states",
        since: Month(600 + at),
        from_start: at == 4,
        ended: ended.then_some(Month(640 + at)),
        stands: filling.name("each side holds about half"),
        dead: 1_200_000,
        own: at == 3,
        holds: (at == 3).then_some(0.45),
    }
}

fn side(filling: Filling, own: bool) -> WarSideView {
    let index = |what: &str, value| number(filling, what, value, Unit::Index);
    WarSideView {
        seats: (0..filling.many(3).max(1))
            .map(|place| (Seat::Polity(PolityId(place as u16)), filling.name("South Korea")))
            .collect(),
        look: samples::state(filling).look,
        role: "defends",
        own,
        holds: number(filling, "land held", 0.55, Unit::Share),
        forces: own.then(|| number(filling, "forces committed", 4.0e6, Unit::Money)),
        movements_only: !own && filling == Filling::Normal,
        believed: !own,
        condition: vec![index("reaches the front", 0.7), index("will to fight", 0.4)],
        weariness: vec![(PolityId(1), index("weariness in South Korea", 0.3))],
        helpers: (0..filling.many(2)).map(|_| act(filling)).collect(),
        dead: vec![number(filling, "own people killed", 400_000.0, Unit::People)],
    }
}

fn one_act(filling: Filling, place: usize) -> OfferedOrder {
    let against = PolityId(place as u16);
    let draft = Draft {
        kind: Some(OrderKind::SendTroops),
        pick: Some(Pick::Polity(against)),
        numbers: [0.1, 0.0, 0.0, 0.0],
    };
    OfferedOrder {
        order: Order::OfferArmistice { to: against, terms: PeaceTerms::StatusQuo },
        draft: (place == 2).then_some(draft),
        title: format!("{} {place}", filling.name("Act")),
        then: String::new(),
        effect: filling.name("Proposes to end the fighting."),
        price: filling.name("2.00 authority"),
        refused: if place == 3 { vec![filling.name("The two are at war.")] } else { Vec::new() },
        ordered: (place == 1).then_some(Seq(9)),
    }
}

fn war(filling: Filling) -> WarView {
    WarView {
        line: line(filling, 3, false),
        began: act(filling),
        aim: act(filling),
        places: (0..filling.many(3)).map(|at| (TerritoryId(at as u16), filling.name("Korea"))).collect(),
        front: number(filling, "land that the attacker holds", 0.45, Unit::Share),
        first: Month(606),
        fronts: (0..filling.many(40)).map(|month| 0.1 + 0.01 * month as f32).collect(),
        sides: vec![side(filling, true), side(filling, false)],
        dead: number(filling, "killed", 1_200_000.0, Unit::People),
        go_betweens: (filling != Filling::Empty).then_some("Go-betweens are at work."),
        ended: (filling != Filling::Empty).then(|| act(filling)),
        acts: (0..4).map(|place| one_act(filling, place)).collect(),
        playable: true,
    }
}

fn wars(filling: Filling) -> WarsView {
    if filling == Filling::Empty {
        return WarsView::default();
    }
    WarsView {
        list: (3..3 + filling.many(4) as u32).map(|at| line(filling, at, false)).collect(),
        one: Some(Box::new(war(filling))),
        ended: (50..50 + filling.many(3) as u32).map(|at| line(filling, at, true)).collect(),
    }
}

#[test]
fn wars_at_every_size() {
    sweep("war", room, |filling| {
        let view = wars(filling);
        Box::new(move |ui, intents| war_panel(ui, &view, intents))
    });
}

#[test]
fn a_war_with_nothing_to_say_at_every_size() {
    sweep("bare war", room, |filling| {
        // What a war always has: a cause and an aim. One month makes a level line, none makes none.
        let mut bare =
            WarView { began: act(Filling::Normal), aim: act(Filling::Normal), ..war(Filling::Empty) };
        bare.line.title = "one against the other".to_owned();
        (bare.sides, bare.acts) = (Vec::new(), Vec::new());
        bare.fronts = if filling == Filling::Empty { Vec::new() } else { vec![0.4] };
        let view = WarsView { one: Some(Box::new(bare)), ..WarsView::default() };
        Box::new(move |ui, intents| war_panel(ui, &view, intents))
    });
}

#[test]
fn an_act_is_ordered_prepared_or_taken_back() {
    let view = wars(Filling::Normal);
    let press = |label: &str| {
        let mut harness = window(COMMON * 3.0, 1.0, room, |ui, intents| war_panel(ui, &view, intents));
        harness.get_by_label(label).click();
        harness.run_steps(2);
        pushed(&harness)
    };
    assert_eq!(
        press("Act 0"),
        [Intent::Order(Order::OfferArmistice { to: PolityId(0), terms: PeaceTerms::StatusQuo })]
    );
    let draft = view.one.as_ref().and_then(|one| one.acts[2].draft).expect("it takes a number");
    assert_eq!(press("Act 2"), [Intent::Prepare(draft)]);
    assert_eq!(press("Take back"), [Intent::TakeBack(Seq(9))]);
    assert_eq!(press("Act 3"), [], "what is refused cannot be pressed");
}

#[test]
fn go_betweens_at_work_are_told_of() {
    let view = wars(Filling::Normal);
    let harness = window(COMMON * 3.0, 1.0, room, |ui, intents| war_panel(ui, &view, intents));
    harness.get_by_label("Go-betweens are at work.");
}

#[test]
fn another_war_can_be_looked_at() {
    let mut memory = Desk::default().memory;
    assert_eq!(memory.take(&Intent::ShowWar(5)), Some(PanelKind::War));
    assert_eq!(memory.war, Some(5));
}
