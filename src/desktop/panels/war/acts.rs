//! What the seat can order about a war, each with effect and price or the reason why not.

use egui::Ui;

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::widgets::{Choice, Chosen, aside, choice, section};
use crate::view::words::text as say;
use crate::view::{WarAct, WarView};

pub(super) fn acts(ui: &mut Ui, view: &WarView, intents: &mut Intents) {
    if view.line.ended.is_some() {
        return;
    }
    if !view.playable {
        aside(ui, say!("wa.watch"));
        return;
    }
    if view.acts.is_empty() {
        return;
    }
    section(ui, say!("wa.acts"));
    for (index, one) in view.acts.iter().enumerate() {
        one_act(ui, index, one, intents);
    }
}

fn one_act(ui: &mut Ui, index: usize, one: &WarAct, intents: &mut Intents) {
    let row = Choice {
        name: &format!("war.act.{index}"),
        title: &one.title,
        does: [&one.effect, ""],
        price: &one.price,
        refused: &one.refused,
        ordered: one.ordered,
        ordered_words: say!("wa.ordered"),
    };
    match choice(ui, &row, true) {
        Some(Chosen::TakeBack(given)) => intents.push(Intent::TakeBack(given)),
        // Where there are numbers to choose, the desk of orders opens with it.
        Some(Chosen::Give) => intents.push(match one.draft {
            Some(draft) => Intent::Prepare(draft),
            None => Intent::Order(one.order.clone()),
        }),
        None => {}
    }
}
