//! Every panel × size × scale × filling.

use correlation::desktop::intents::Intents;
use correlation::desktop::panels::{
    chart_panel, chronicle_panel, decision_panel, ledger_panel, lesson_overlay, movement_panel, orders_panel,
    outcome_panel, state_panel, territory_panel,
};
use egui::accesskit::{Action, Role};
use egui::{Rect, Shape, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

use super::samples::{self, Filling};
use super::{Seen, bottom, middle, right_side, window};

const SIZES: [(f32, f32); 3] = [(1280.0, 720.0), (1920.0, 1080.0), (3840.0, 2160.0)];
const SCALES: [f32; 3] = [1.0, 1.5, 2.0];

pub fn sweep(
    name: &str,
    room: fn(Rect) -> Rect,
    panel: impl Fn(Filling) -> Box<dyn Fn(&mut Ui, &mut Intents)>,
) {
    for filling in Filling::ALL {
        for (width, height) in SIZES {
            for scale in SCALES {
                let case = format!("{name}, {filling:?}, {width} × {height} at {scale}");
                let harness = window(vec2(width, height), scale, room, panel(filling));
                no_clash(&harness, &case);
                all_named(&harness, &case);
            }
        }
    }
}

/// egui writes a warning on the screen where two widgets have one id.
fn no_clash(harness: &Harness<'_, Seen>, case: &str) {
    fn texts(shape: &Shape, into: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => into.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, into)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for clipped in &harness.output().shapes {
        texts(&clipped.shape, &mut all);
    }
    let clash = all.iter().find(|text| text.contains(" use of ") && text.contains(" ID "));
    assert!(clash.is_none(), "{case}: {clash:?}");
}

/// Whatever can be pressed says what it is.
fn all_named(harness: &Harness<'_, Seen>, case: &str) {
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let pressed = node.data().supports_action(Action::Click);
        let container = matches!(node.role(), Role::ScrollView | Role::ScrollBar | Role::Window | Role::Pane);
        if !pressed || container {
            continue;
        }
        let named = [node.label(), node.value()].into_iter().flatten().any(|words| !words.trim().is_empty());
        assert!(named, "{case}: a {:?} without a name at {:?}", node.role(), node.raw_bounds());
    }
}

#[test]
fn inspector_of_states() {
    sweep("state", right_side, |filling| {
        let view = samples::state(filling);
        Box::new(move |ui, intents| state_panel(ui, &view, intents))
    });
}

#[test]
fn inspector_of_territories() {
    sweep("territory", right_side, |filling| {
        let view = samples::territory(filling);
        Box::new(move |ui, intents| territory_panel(ui, &view, intents))
    });
}

#[test]
fn inspector_of_movements() {
    sweep("movement", right_side, |filling| {
        let view = samples::movement(filling);
        Box::new(move |ui, intents| movement_panel(ui, &view, intents))
    });
}

#[test]
fn chronicle() {
    sweep("chronicle", bottom, |filling| {
        let view = samples::chronicle(filling);
        Box::new(move |ui, intents| chronicle_panel(ui, &view, intents))
    });
}

#[test]
fn why() {
    sweep("why", right_side, |filling| {
        let view = samples::decision(filling);
        Box::new(move |ui, intents| decision_panel(ui, view.as_ref(), intents))
    });
}

#[test]
fn orders() {
    sweep("orders", right_side, |filling| {
        let view = samples::orders(filling);
        Box::new(move |ui, intents| orders_panel(ui, &view, intents))
    });
}

#[test]
fn chart() {
    sweep("chart", middle, |filling| {
        let view = samples::chart(filling);
        Box::new(move |ui, intents| chart_panel(ui, &view, intents))
    });
}

#[test]
fn ledger() {
    sweep("ledger", middle, |filling| {
        let view = samples::ledger(filling);
        Box::new(move |ui, intents| ledger_panel(ui, &view, intents))
    });
}

#[test]
fn outcome() {
    sweep("outcome", right_side, |filling| {
        let view = samples::outcome(filling);
        Box::new(move |ui, intents| outcome_panel(ui, &view, intents))
    });
}

#[test]
fn lesson() {
    sweep("lesson", middle, |filling| {
        let view = samples::lesson(filling);
        Box::new(move |ui, intents| lesson_overlay(ui.ctx(), &view, intents))
    });
}
