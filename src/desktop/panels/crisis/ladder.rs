//! The ladder of rungs, drawn as a stair: lit as far as it has gone.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::desktop::names::named;
use crate::desktop::theme::{Theme, readable_on, size, space};
use crate::view::words::text as say;
use crate::view::{CrisisView, RungView};

/// Height of a step.
const STEP: f32 = 22.0;
/// How much further a step reaches than the one below it.
const REACH: f32 = 11.0;

/// The ink in which a rung is written by itself: higher rungs warn.
pub(super) fn ink_of(theme: &Theme, rung: u8) -> Color32 {
    // From the rung on which forces are mobilised.
    if rung >= 3 { theme.warning_text } else { theme.ink }
}

/// The colour of a step, hotter as it goes up. The palest tone is that of the sheet, so it is left out.
fn heat(theme: &Theme, place: u8, rungs: usize) -> Color32 {
    let hottest = theme.heat.len() - 1;
    let step = usize::from(place) * (hottest - 1) / rungs.saturating_sub(1).max(1);
    theme.heat[(1 + step).min(hottest)]
}

/// The whole ladder, the top rung above.
pub(super) fn ladder(ui: &mut Ui, view: &CrisisView) {
    ui.spacing_mut().item_spacing.y = 0.0;
    view.ladder.iter().rev().for_each(|rung| step(ui, view, rung));
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = space::XS;
}

fn step(ui: &mut Ui, view: &CrisisView, rung: &RungView) {
    let theme = Theme::of(ui);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), STEP), Sense::hover());
    let here = rung.place == view.rung;
    let label = format!(
        "{} {}{}",
        rung.place,
        rung.name,
        if here { format!(", {}", say!("cr.here")) } else { String::new() }
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    let response = named(&format!("crisis.rung.{}", rung.place), response);
    if !rung.means.is_empty() {
        response.on_hover_text(rung.means);
    }
    if !ui.is_rect_visible(row) {
        return;
    }
    if here {
        ui.painter().rect_filled(row, 0.0, theme.attention);
    }
    stone(ui, &theme, view, rung, row);
    let ink = if here { theme.on_attention } else { theme.ink };
    let stair = REACH * view.ladder.len() as f32 + space::L;
    let x = row.left() + stair + space::M;
    let font = if here { Theme::strong(size::BODY) } else { Theme::body(size::BODY) };
    let end = words(ui, row.with_min_x(x), rung.name, font, ink);
    let peak = rung.place == view.peak && view.peak > view.rung;
    let note = match (here, peak) {
        (true, _) => say!("cr.here"),
        (false, true) => say!("cr.highest"),
        (false, false) => rung.means,
    };
    let ink = if here { theme.on_attention } else { theme.ink_quiet };
    let note_row = row.with_min_x(end + space::M).with_max_x(row.right() - space::XS);
    words(ui, note_row, note, Theme::body(size::SMALL), ink);
}

/// One stone of the stair with its number.
fn stone(ui: &Ui, theme: &Theme, view: &CrisisView, rung: &RungView, row: Rect) {
    let width = space::L + REACH * f32::from(rung.place + 1);
    let rect = Rect::from_min_size(row.min + vec2(space::XS, 1.0), vec2(width - space::XS, STEP - 2.0));
    let reached = rung.place <= view.rung;
    let fill = if reached { heat(theme, rung.place, view.ladder.len()) } else { theme.paper_shade };
    ui.painter().rect_filled(rect, 0.0, fill);
    // What was reached before keeps a strong edge.
    let line = if rung.place <= view.peak { theme.ink } else { theme.line };
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(space::LINE, line), StrokeKind::Inside);
    let ink = if reached { readable_on(fill) } else { theme.ink_quiet };
    let at = pos2(rect.left() + space::S, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, rung.place.to_string(), Theme::poster(size::TINY), ink);
}

/// Words at the left of a rectangle, cut where they do not fit; returns their right edge.
fn words(ui: &Ui, rect: Rect, words: &str, font: FontId, ink: Color32) -> f32 {
    if words.is_empty() || rect.width() < space::XL {
        return rect.left();
    }
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect).min;
    let right = at.x + galley.size().x;
    ui.painter().galley(at, galley, ink);
    right
}
