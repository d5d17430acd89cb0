//! Numbers that open into the terms from which they were made.

use egui::{Frame, Popup, PopupCloseBehavior, Response, Sense, Ui, WidgetInfo, WidgetType, vec2};

use super::{dots, paint_value, paint_words, row_height, text_width};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, caps, quiet, rule, size, space, text};
use crate::view::words::{sentence_case, text as say};
use crate::view::{Explained, How};

/// A number by itself: its value over a dotted underline. The pointer over it opens the terms, a click holds them
/// open until Escape or a click elsewhere.
pub fn explained(ui: &mut Ui, name: &str, number: &Explained) -> Response {
    let theme = Theme::of(ui);
    let shown = number.shown();
    let galley = ui.painter().layout_no_wrap(shown, Theme::strong(size::BODY), theme.ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(0.0, 2.0), Sense::click());
    dots(ui, rect.left(), rect.right(), rect.bottom());
    ui.painter().galley(rect.min, galley, theme.ink);
    opening(name, response, number)
}

/// A row: what the number is, at the left, and its value, at the right. Opens like [`explained`].
pub fn stat_row(ui: &mut Ui, name: &str, number: &Explained) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(ui)), Sense::click());
    if ui.is_rect_visible(rect) {
        let shown = number.shown();
        let value = text_width(ui, &shown, size::BODY) + space::M;
        let ink = if response.hovered() || response.has_focus() { theme.warning_text } else { theme.ink };
        paint_words(ui, rect, &sentence_case(&number.what), ink, rect.width() - value);
        paint_value(ui, rect, &shown, theme.ink);
    }
    opening(name, response, number)
}

/// Gives a response its name and label, and lets it open into the terms.
pub(in crate::desktop) fn opening(name: &str, response: Response, number: &Explained) -> Response {
    let label = format!("{}: {}", sentence_case(&number.what), number.shown());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
    let response = named(name, response.on_hover_cursor(egui::CursorIcon::Help));
    let theme = Theme::of_context(&response.ctx);
    let frame = || Frame::new().fill(theme.paper).stroke((space::LINE, theme.ink)).inner_margin(space::M);
    let held = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .frame(frame())
        .show(|ui| terms(ui, number, true))
        .is_some();
    if held { response } else { response.on_hover_ui(|ui| terms(ui, number, false)) }
}

/// The terms of a number, with signs and units, and how they make it.
pub fn terms(ui: &mut Ui, number: &Explained, held: bool) {
    let theme = Theme::of(ui);
    ui.set_min_width(ui.spacing().tooltip_width * 0.75);
    ui.set_max_width(ui.spacing().tooltip_width);
    ui.label(caps(&number.what, size::TINY, theme.ink));
    if !number.words.is_empty() {
        let words = quiet(ui, &number.words);
        ui.label(words);
    }
    rule(ui);
    for term in &number.terms {
        line(ui, &sentence_case(&term.label), &number.shown_term(term));
    }
    let rest = number.open_rest();
    if rest.abs() > 5e-3 * number.value.abs().max(1.0) {
        line(ui, say!("how.rest"), &crate::view::words::signed(rest, number.unit));
    }
    if !number.terms.is_empty() {
        rule(ui);
    }
    let how = match (number.how, number.terms.is_empty()) {
        (_, true) | (How::Given, _) => say!("how.given"),
        (How::Sum, _) => say!("how.sum"),
        (How::Drift, _) => say!("how.drift"),
        (How::Ratio, _) => say!("how.ratio"),
        (How::Larger, _) => say!("how.larger"),
        (How::Combined, _) => say!("how.combined"),
    };
    line(ui, how, &number.shown());
    if number.terms.is_empty() {
        let words = quiet(ui, say!("how.no_terms"));
        ui.label(words);
    }
    let hint = quiet(ui, if held { say!("how.locked") } else { say!("how.click_locks") });
    ui.label(hint.size(size::TINY));
}

fn line(ui: &mut Ui, what: &str, value: &str) {
    ui.horizontal(|ui| {
        let words = text(ui, what);
        ui.label(words);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let ink = Theme::of(ui).ink;
            ui.label(egui::RichText::new(value).font(Theme::strong(size::BODY)).color(ink));
        });
    });
}
