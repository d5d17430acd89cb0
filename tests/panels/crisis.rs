//! Crises: a view made by hand, and what pressing does.

use correlation::base::PolityId;
use correlation::content::vocabulary::{CrisisMove, Order};
use correlation::desktop::intents::{Intent, PanelKind};
use correlation::desktop::panels::{Desk, crisis_panel};
use correlation::sim::orders::Seq;
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

fn order(play: CrisisMove) -> Order<correlation::content::vocabulary::Ids> {
    Order::MoveInCrisis { crisis: 3, play }
}

fn side(filling: Filling, own: bool) -> CrisisSideView {
    CrisisSideView {
        id: PolityId(u16::from(own)),
        name: filling.name("United States"),
        look: samples::state(filling).look,
        role: filling.name("challenges"),
        own,
        stake: (filling != Filling::Empty).then(|| number(filling, "at stake", 0.4, Unit::Index)),
        stake_believed: !own,
        alert: 2,
        alert_words: filling.name("On high alert"),
        bill: filling.name("The alert costs 200 million $ a round."),
        warheads: number(filling, "warheads", 450.0, Unit::Count),
        offers: filling.name("it offers a way out"),
    }
}

fn one_move(filling: Filling, play: CrisisMove) -> MoveView {
    let refused = match play {
        CrisisMove::StandDown => vec![filling.name("your forces are not on alert.")],
        _ => Vec::new(),
    };
    let ordered = (play == CrisisMove::Hold).then_some(Seq(9));
    let offered = offered(filling, order(play), &format!("Move {play:?}"), refused, ordered);
    MoveView { play, offered }
}

fn crisis(filling: Filling) -> CrisisView {
    let rung =
        |place| RungView { place, name: "shots", means: if place > 2 { "it can become a war" } else { "" } };
    CrisisView {
        number: 3,
        title: filling.name("United States against Soviet Union over Cuba"),
        began: act(filling),
        rung: 4,
        peak: 5,
        ladder: (0..8).map(rung).collect(),
        accident: filling.value(0.03),
        accident_words: filling.name("one in 30"),
        accident_means: filling.name("An accident would be a war."),
        stands: filling.name("Rung 4 of 7."),
        channel: true,
        sides: vec![side(filling, true), side(filling, false)],
        between: (0..filling.many(2)).map(|_| act(filling)).collect(),
        moves: CrisisMove::ALL.into_iter().map(|play| one_move(filling, play)).collect(),
        playable: true,
        played: (0..filling.many(3)).map(|_| filling.name("It held.")).collect(),
    }
}

fn crises(filling: Filling) -> CrisesView {
    if filling == Filling::Empty {
        return CrisesView::default();
    }
    let line = |number: usize| CrisisLine {
        number: number as u32,
        words: filling.name("United States against Soviet Union"),
        rung: "shots",
        own: number == 3,
    };
    CrisesView {
        list: (0..filling.many(4)).map(line).collect(),
        one: Some(Box::new(crisis(filling))),
        ended: (0..filling.many(2)).map(|_| (filling.name("March 1954"), act(filling))).collect(),
    }
}

#[test]
fn crises_at_every_size() {
    sweep("crisis", room, |filling| {
        let view = crises(filling);
        Box::new(move |ui, intents| crisis_panel(ui, &view, intents))
    });
}

#[test]
fn a_crisis_with_nothing_to_say_at_every_size() {
    sweep("bare crisis", room, |_| {
        // What a crisis always has: a cause, and a chance of an accident.
        let bare = CrisisView {
            began: act(Filling::Normal),
            accident_words: "none".to_owned(),
            sides: Vec::new(),
            moves: Vec::new(),
            ..crisis(Filling::Empty)
        };
        let view = CrisesView { one: Some(Box::new(bare)), ..CrisesView::default() };
        Box::new(move |ui, intents| crisis_panel(ui, &view, intents))
    });
}

#[test]
fn a_move_takes_the_place_of_the_one_before_and_can_be_taken_back() {
    let view = crises(Filling::Normal);
    let press = |label: &str| {
        let mut harness = window(COMMON * 3.0, 1.0, room, |ui, intents| crisis_panel(ui, &view, intents));
        harness.get_by_label(label).click();
        harness.run_steps(2);
        pushed(&harness)
    };
    let raise = Intent::Order(order(CrisisMove::Raise));
    assert_eq!(press("Move Raise"), [Intent::TakeBack(Seq(9)), raise]);
    assert_eq!(press("Take back"), [Intent::TakeBack(Seq(9))]);
    assert_eq!(press("Move StandDown"), [], "what is refused cannot be pressed");
}

#[test]
fn another_crisis_can_be_looked_at() {
    let mut memory = Desk::default().memory;
    assert_eq!(memory.take(&Intent::ShowCrisis(5)), Some(PanelKind::Crisis));
    assert_eq!(memory.crisis, Some(5));
}
