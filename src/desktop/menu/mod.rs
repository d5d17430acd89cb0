//! Screens and sheets around the campaign: title, choice of a seat, saves, settings, model card, credits.

mod pages;
mod saves;
mod seats;
mod title;

pub use pages::{Page, modal};
pub use saves::Saves;
pub use seats::{SeatChoice, choose_seat};
pub use title::{TitleChoice, title};

use egui::{Response, Sense, Ui, vec2};

use super::theme::{Theme, caps_galley, readable_on, size, space};

/// A button over the whole width, with its words at the left.
fn wide_button(ui: &mut Ui, words: &str, main: bool) -> Response {
    let theme = Theme::of(ui);
    let enabled = ui.is_enabled();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, words));
    let (fill, ink) = match (enabled, main, response.hovered()) {
        (false, _, _) => (theme.paper, theme.ink_quiet.gamma_multiply(0.7)),
        (true, true, false) => (theme.warning, readable_on(theme.warning)),
        (true, true, true) => (theme.warning_text, readable_on(theme.warning_text)),
        (true, false, true) => (theme.ink, theme.paper),
        (true, false, false) => (theme.paper, theme.ink),
    };
    ui.painter().rect(rect, 0.0, fill, egui::Stroke::new(1.0, theme.ink), egui::StrokeKind::Inside);
    let galley = caps_galley(ui.painter(), words, size::BODY, 0.1, ink);
    ui.painter().galley(
        egui::pos2(rect.left() + space::L, rect.center().y - galley.size().y / 2.0),
        galley,
        ink,
    );
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, theme.attention);
        ui.painter().rect_stroke(rect.expand(2.0), 0.0, stroke, egui::StrokeKind::Outside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
