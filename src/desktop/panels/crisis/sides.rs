//! The two sides next to each other: stake, forces, warheads, what is on the table.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2};

use crate::desktop::intents::Intents;
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, quiet, space};
use crate::desktop::widgets::{aside, gauge_row, link_row, look_colour, paragraph, stat_row, two_columns};
use crate::sim::Seat;
use crate::sim::crisis::TOP_ALERT;
use crate::view::words::text as say;
use crate::view::{CrisisSideView, CrisisView, offer_words};

pub(super) fn sides(ui: &mut Ui, view: &CrisisView, intents: &mut Intents) {
    two_columns(ui, &view.sides, |ui, index, side| one_side(ui, index, side, intents));
}

fn one_side(ui: &mut Ui, index: usize, side: &CrisisSideView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let colour = look_colour(&theme, side.look);
    let (edge, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::XS), Sense::hover());
    ui.painter().rect_filled(edge, 0.0, colour);
    if link_row(ui, &format!("crisis.side.{index}"), &side.name, "").clicked() {
        crate::desktop::widgets::select_seat(Seat::Polity(side.id), intents);
    }
    let role = quiet(ui, side.role.as_str());
    ui.label(role);
    match &side.stake {
        Some(stake) => {
            gauge_row(ui, &format!("crisis.stake.{index}"), stake, theme.attention);
        }
        None => aside(ui, say!("cr.stake.unknown")),
    }
    alert(ui, index, side);
    aside(ui, &side.bill);
    stat_row(ui, &format!("crisis.warheads.{index}"), &side.warheads);
    if side.offers.is_empty() {
        aside(ui, &offer_words(side));
    } else {
        paragraph(ui, &offer_words(side));
    }
    ui.add_space(space::S);
}

/// The steps of alert as squares, filled as far as forces stand, with the words below them.
fn alert(ui: &mut Ui, index: usize, side: &CrisisSideView) {
    const SQUARE: f32 = 12.0;
    let theme = Theme::of(ui);
    let steps = f32::from(TOP_ALERT);
    let wanted = vec2(steps * (SQUARE + space::XS), SQUARE + space::XS);
    ui.horizontal_wrapped(|ui| {
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        let label = format!("{}: {}", say!("cr.alert"), side.alert_words);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        named(&format!("crisis.alert.{index}"), response);
        for step in 0..TOP_ALERT {
            let left = rect.left() + f32::from(step) * (SQUARE + space::XS);
            let square =
                Rect::from_min_size(egui::pos2(left, rect.center().y - SQUARE / 2.0), vec2(SQUARE, SQUARE));
            let fill = if step < side.alert { theme.warning } else { theme.paper_shade };
            ui.painter().rect_filled(square, 0.0, fill);
            ui.painter().rect_stroke(square, 0.0, Stroke::new(space::LINE, theme.ink), StrokeKind::Inside);
        }
        paragraph(ui, &side.alert_words);
    });
}
