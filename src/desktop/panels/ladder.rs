//! A ladder of steps, drawn as a stair: lit as far as it has gone.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::desktop::names::named;
use crate::desktop::theme::{Theme, readable_on, size, space};
use crate::view::words::text as say;

/// Height of a step.
const STEP: f32 = 22.0;
/// How much further a step reaches than the one below it.
const REACH: f32 = 11.0;

/// A ladder as it is drawn.
pub(super) struct Ladder<'a> {
    /// Its steps are named `name.number`.
    pub name: &'a str,
    /// The number of the lowest step.
    pub first: usize,
    /// The number of the step on which it stands.
    pub at: usize,
    /// The number of the highest step so far.
    pub peak: usize,
    /// What each step is called and what it brings with it, from the lowest.
    pub steps: Vec<(&'a str, &'a str)>,
}

/// The colour of a step, hotter as it goes up. The palest tone is that of the sheet, so it is left out.
fn heat(theme: &Theme, place: usize, steps: usize) -> Color32 {
    let hottest = theme.heat.len() - 1;
    let step = place * (hottest - 1) / steps.saturating_sub(1).max(1);
    theme.heat[(1 + step).min(hottest)]
}

impl Ladder<'_> {
    /// Draws the whole ladder, the top step above.
    pub(super) fn show(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        (0..self.steps.len()).rev().for_each(|place| self.step(ui, place));
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = space::XS;
    }

    fn step(&self, ui: &mut Ui, place: usize) {
        let theme = Theme::of(ui);
        let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), STEP), Sense::hover());
        let number = self.first + place;
        let (name, means) = self.steps[place];
        let here = number == self.at;
        let mark = if here { format!(", {}", say!("cr.here")) } else { String::new() };
        let label = format!("{number} {name}{mark}");
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        let response = named(&format!("{}.{number}", self.name), response);
        if !means.is_empty() {
            response.on_hover_text(means);
        }
        if !ui.is_rect_visible(row) {
            return;
        }
        if here {
            ui.painter().rect_filled(row, 0.0, theme.attention);
        }
        self.stone(ui, &theme, place, row);
        let ink = if here { theme.on_attention } else { theme.ink };
        let stair = REACH * self.steps.len() as f32 + space::L;
        let x = row.left() + stair + space::M;
        let font = if here { Theme::strong(size::BODY) } else { Theme::body(size::BODY) };
        let end = words(ui, row.with_min_x(x), name, font, ink);
        let note = match (here, number == self.peak && self.peak > self.at) {
            (true, _) => say!("cr.here"),
            (false, true) => say!("cr.highest"),
            (false, false) => means,
        };
        let ink = if here { theme.on_attention } else { theme.ink_quiet };
        let note_row = row.with_min_x(end + space::M).with_max_x(row.right() - space::XS);
        words(ui, note_row, note, Theme::body(size::SMALL), ink);
    }

    /// One stone of the stair with its number.
    fn stone(&self, ui: &Ui, theme: &Theme, place: usize, row: Rect) {
        let number = self.first + place;
        let width = space::L + REACH * (place + 1) as f32;
        let rect = Rect::from_min_size(row.min + vec2(space::XS, 1.0), vec2(width - space::XS, STEP - 2.0));
        let reached = number <= self.at;
        let fill = if reached { heat(theme, place, self.steps.len()) } else { theme.paper_shade };
        ui.painter().rect_filled(rect, 0.0, fill);
        // What was reached before keeps a strong edge.
        let line = if number <= self.peak { theme.ink } else { theme.line };
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(space::LINE, line), StrokeKind::Inside);
        let ink = if reached { readable_on(fill) } else { theme.ink_quiet };
        let at = pos2(rect.left() + space::S, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, number.to_string(), Theme::poster(size::TINY), ink);
    }
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
