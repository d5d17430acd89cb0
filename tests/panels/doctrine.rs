//! The line: a view made by hand, and what pressing does.

use correlation::base::{DoctrineId, Month};
use correlation::content::vocabulary::Order;
use correlation::desktop::intents::{Intent, PanelKind};
use correlation::desktop::panels::{Desk, doctrine_panel};
use correlation::sim::Seat;
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

fn doctrine(filling: Filling) -> DoctrineView {
    if filling == Filling::Empty {
        return DoctrineView::default();
    }
    let state = samples::state(filling);
    let parameter = |place: usize| ParameterView {
        place: place as u16,
        what: filling.name("restraint"),
        means: filling.name("how far a risk of general war outweighs a gain"),
        value: filling.value(0.55),
        written: filling.value(0.5),
        min: 0.0,
        max: 1.0,
        reach: (0.45, 0.65),
    };
    let line = |id: usize| LineView {
        id: DoctrineId(id as u16),
        name: filling.name("Containment"),
        opponents: filling.name("Encirclement"),
        scope: filling.name("across systems"),
        summary: filling.name("Its holders assert that time works for the side that stays healthy."),
        parameters: (0..filling.many(4)).map(parameter).collect(),
        limits: vec![LimitView {
            words: filling.name("Never: open war."),
            because: filling.name("It is enough."),
        }],
        claims: vec![ClaimLine {
            id: "a.b".into(),
            source: filling.name("Long Telegram, 1946"),
            asserts: filling.name("The text asserts that the rival yields to force."),
            contrary: filling.name("It did not always."),
        }],
        effects: vec![LimitView {
            words: filling.name("Trust of this one in the patron +0.015 a year."),
            because: filling.name("Habits last."),
        }],
        drift: vec![DriftLine {
            words: filling.name("Turns to détente."),
            because: filling.name("It is time."),
        }],
    };
    let flip = |index: usize| FlipView {
        act: act(filling),
        verdict: filling.name("chosen"),
        chosen: index == 0,
        score: filling.value(0.5),
        after: filling.value(0.4),
        bar: filling.value(0.45),
        decision: index.is_multiple_of(2).then_some(7),
    };
    DoctrineView {
        seat: state.id.map(Seat::Polity),
        name: state.name,
        look: state.look,
        own: true,
        credibility: Some(number(filling, "credibility", 0.9, Unit::Index)),
        mix: filling.name("A mix since January 1950."),
        lines: (0..filling.many(2)).map(line).collect(),
        changes: vec![(Month(600), act(filling))],
        trial: Some(TrialView {
            trial: Trial { doctrine: DoctrineId(0), parameter: 0, value: 0.65 },
            what: filling.name("restraint"),
            from: 0.55,
            flips: (0..filling.many(3)).map(flip).collect(),
            weighed: 9,
            basis: filling.name("what it would decide now"),
            order: Some(amendment()),
            cost: filling.value(2.0),
            blockers: Vec::new(),
        }),
    }
}

fn amendment() -> Order<correlation::content::vocabulary::Ids> {
    Order::AmendDoctrine { doctrine: DoctrineId(0), parameter: "restraint".into(), by: 0.1 }
}

#[test]
fn the_line_at_every_size() {
    sweep("doctrine", room, |filling| {
        let view = doctrine(filling);
        Box::new(move |ui, intents| doctrine_panel(ui, &view, intents))
    });
}

#[test]
fn a_value_that_is_tried_can_be_ordered_or_left() {
    let view = doctrine(Filling::Normal);
    let mut harness = window(COMMON, 1.0, room, |ui, intents| doctrine_panel(ui, &view, intents));
    harness.get_by_label("Order the amendment").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Order(amendment()), Intent::TryLine(None)]);
    let mut harness = window(COMMON, 1.0, room, |ui, intents| doctrine_panel(ui, &view, intents));
    harness.get_by_label("Leave it as it is").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::TryLine(None)]);
    let mut memory = Desk::default().memory;
    let trial = Trial { doctrine: DoctrineId(0), parameter: 1, value: 0.4 };
    assert_eq!(memory.take(&Intent::TryLine(Some(trial))), Some(PanelKind::Doctrine));
    assert_eq!(memory.trial, Some(trial));
}
