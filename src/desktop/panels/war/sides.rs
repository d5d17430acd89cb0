//! The two sides next to each other: who, what they bring, how they hold out, what they lose.

use egui::{Sense, Ui, vec2};

use crate::desktop::intents::Intents;
use crate::desktop::theme::{Theme, quiet, space};
use crate::desktop::widgets::{
    aside, gauge_row, link_row, look_colour, running_text, select_seat, sentence, stat_row, two_columns,
};
use crate::view::words::text as say;
use crate::view::{WarSideView, WarView};

pub(super) fn sides(ui: &mut Ui, view: &WarView, intents: &mut Intents) {
    two_columns(ui, &view.sides, |ui, index, side| one_side(ui, index, side, intents));
}

fn one_side(ui: &mut Ui, index: usize, side: &WarSideView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let (edge, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::XS), Sense::hover());
    ui.painter().rect_filled(edge, 0.0, look_colour(&theme, side.look));
    for (place, (seat, name)) in side.seats.iter().enumerate() {
        if link_row(ui, &format!("war.side.{index}.{place}"), name, "").clicked() {
            select_seat(*seat, intents);
        }
    }
    let role = quiet(ui, side.role);
    ui.label(role);
    stat_row(ui, &format!("war.holds.{index}"), &side.holds);
    match &side.forces {
        Some(forces) => {
            stat_row(ui, &format!("war.forces.{index}"), forces);
        }
        None if side.movements_only => aside(ui, say!("wa.forces.movement")),
        None => {}
    }
    for (place, number) in side.condition.iter().enumerate() {
        gauge_row(ui, &format!("war.condition.{index}.{place}"), number, theme.series[0]);
    }
    for (place, (_, number)) in side.weariness.iter().enumerate() {
        gauge_row(ui, &format!("war.weariness.{index}.{place}"), number, theme.warning);
    }
    for (place, number) in side.dead.iter().enumerate() {
        stat_row(ui, &format!("war.dead.{index}.{place}"), number);
    }
    for (place, words) in side.helpers.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("war.help.{index}.{place}"), words, intents));
    }
    ui.add_space(space::S);
}
