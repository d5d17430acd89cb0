//! What the seat can order about a war, each with effect and price or the reason why not.

use egui::Ui;

use crate::desktop::intents::Intents;
use crate::desktop::panels::offered::offered_order;
use crate::desktop::widgets::{aside, section};
use crate::view::WarView;
use crate::view::words::text as say;

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
        offered_order(ui, &format!("war.act.{index}"), one, view.playable, &[], intents);
    }
}
