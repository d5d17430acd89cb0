//! Bars: gauges, signed reasons, classes, currents.

use egui::{Align2, Color32, Painter, Rect, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::explained::opening;
use super::{paint_value, paint_words, row_height};
use crate::content::vocabulary::Class;
use crate::desktop::map::colours::current_colour;
use crate::desktop::names::{named, place};
use crate::desktop::theme::{Theme, quiet, readable_on, size, space};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{ClassSlice, CurrentSlice, Explained, Unit};

/// Height of a track.
const TRACK: f32 = space::S;

/// Paints a track filled from the left to a share (0–1).
pub fn track(ui: &Ui, rect: Rect, share: f64, colour: Color32) {
    let theme = Theme::of(ui);
    let rect = Rect::from_center_size(rect.center(), vec2(rect.width(), TRACK));
    ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let full = Rect::from_min_size(rect.min, vec2(rect.width() * share as f32, rect.height()));
    ui.painter().rect_filled(full, 0.0, colour);
}

/// A patch of colour for legends, hatched if `hatch` is given.
pub fn swatch(painter: &Painter, rect: Rect, fill: Color32, hatch: Option<Color32>, line: Color32) {
    painter.rect_filled(rect, 0.0, fill);
    if let Some(colour) = hatch {
        self::hatch(painter, rect, colour);
    }
    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, line), egui::StrokeKind::Inside);
}

/// Hatches a rectangle.
pub fn hatch(painter: &Painter, rect: Rect, colour: Color32) {
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return;
    }
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let stroke = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
        clipped.line_segment(stroke, Stroke::new(1.3, colour));
        x += 5.0;
    }
}

/// A level from 0 to 1: what it is, a bar, its value. Opens into its terms.
pub fn gauge_row(ui: &mut Ui, name: &str, number: &Explained, colour: Color32) -> Response {
    scaled_row(ui, name, number, number.value, colour)
}

/// As [`gauge_row`], for a value on a scale of its own: the bar is filled to a share (0–1).
pub fn scaled_row(ui: &mut Ui, name: &str, number: &Explained, share: f64, colour: Color32) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(ui)), Sense::click());
    if ui.is_rect_visible(rect) {
        let (words, bar) = columns(rect);
        let ink = if response.hovered() || response.has_focus() { theme.warning_text } else { theme.ink };
        paint_words(ui, words, &sentence_case(&number.what), ink, words.width());
        track(ui, bar, share, colour);
        paint_value(ui, rect, &number.shown(), theme.ink);
    }
    opening(name, response, number)
}

/// Where the words and where the bar of a row stand; the value takes the rest.
fn columns(rect: Rect) -> (Rect, Rect) {
    let words = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * 0.5, rect.bottom()));
    let bar = Rect::from_min_max(
        pos2(words.right() + space::S, rect.top()),
        pos2(rect.right() - 3.5 * size::BODY, rect.bottom()),
    );
    (words, bar)
}

/// A reason: what it is, a bar to the left or right of the middle, its value. `most` is the longest bar.
pub fn signed_bar(ui: &mut Ui, name: &str, words: &str, value: f64, most: f64) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(ui)), Sense::hover());
    let shown = crate::view::words::signed(value, Unit::Weight);
    let label = format!("{words}: {shown}");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    if ui.is_rect_visible(rect) {
        let (left, bar) = columns(rect);
        paint_words(ui, left, words, theme.ink, left.width());
        let bar = Rect::from_center_size(bar.center(), vec2(bar.width(), TRACK));
        ui.painter().rect_filled(bar, 0.0, theme.paper_shade);
        let share =
            if most > 0.0 && value.is_finite() { (value / most).clamp(-1.0, 1.0) as f32 } else { 0.0 };
        let middle = bar.center().x;
        let end = middle + share * bar.width() / 2.0;
        let colour = if value >= 0.0 { theme.series[0] } else { theme.series[1] };
        let filled = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), bar.y_range());
        ui.painter().rect_filled(filled, 0.0, colour);
        ui.painter().vline(middle, rect.shrink(2.0).y_range(), (space::LINE, theme.ink));
        paint_value(ui, rect, &shown, theme.ink);
    }
    named(name, response)
}

/// Short names for narrow slices.
pub fn short_class(class: Class) -> &'static str {
    match class {
        Class::Peasants => say!("cs.Peasants"),
        Class::Landowners => say!("cs.Landowners"),
        Class::Workers => say!("cs.Workers"),
        Class::Intelligentsia => say!("cs.Intelligentsia"),
        Class::PettyBourgeoisie => say!("cs.PettyBourgeoisie"),
        Class::NationalBourgeoisie => say!("cs.NationalBourgeoisie"),
        Class::LargeOwners => say!("cs.LargeOwners"),
        Class::Officials => say!("cs.Officials"),
    }
}

/// Classes side by side by their share of the people. A weight beside a class (in a coalition or a front) is a dark
/// foot under its slice, as deep as the weight.
pub fn class_bar(ui: &mut Ui, name: &str, slices: &[ClassSlice]) {
    let theme = Theme::of(ui);
    const HEIGHT: f32 = 20.0;
    const FOOT: f32 = 6.0;
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    place(ui.ctx(), name, bar);
    ui.painter().rect_filled(bar, 0.0, theme.paper_shade);
    let sum: f64 = slices.iter().map(|slice| slice.share.max(0.0)).filter(|share| share.is_finite()).sum();
    let most = slices.iter().filter_map(|slice| slice.weight).fold(0.0_f64, f64::max);
    let mut x = bar.left();
    for slice in slices.iter().filter(|slice| sum > 0.0 && slice.share > 0.0 && slice.share.is_finite()) {
        let width = bar.width() * (slice.share / sum) as f32;
        let part = Rect::from_min_size(pos2(x, bar.top()), vec2(width, HEIGHT));
        x += width;
        let colour = theme.classes[slice.class.index()];
        ui.painter().rect_filled(part, 0.0, colour);
        slice_words(ui, part, slice.class, readable_on(colour));
        if let Some(weight) = slice.weight.filter(|weight| most > 0.0 && *weight > 0.0) {
            let deep = FOOT * (weight / most) as f32;
            let foot = Rect::from_min_max(pos2(part.left(), part.bottom() - deep), part.max);
            ui.painter().rect_filled(foot, 0.0, theme.ink);
        }
        slice_hover(ui, name, part, slice);
    }
    ui.painter().rect_stroke(bar, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
}

fn slice_words(ui: &Ui, part: Rect, class: Class, ink: Color32) {
    let font = Theme::body(size::TINY);
    for words in [class.words(), short_class(class)] {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), ink);
        if galley.size().x + space::S <= part.width() {
            let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), part).min;
            ui.painter().galley(at, galley, ink);
            return;
        }
    }
}

fn slice_hover(ui: &mut Ui, name: &str, part: Rect, slice: &ClassSlice) {
    let response = ui.interact(part, ui.id().with((name, slice.class.index())), Sense::hover());
    let share = figure(slice.share, Unit::Share);
    let words = match slice.weight {
        Some(weight) => format!(
            "{}: {share}, {} {}",
            sentence_case(slice.class.words()),
            say!("w.weight"),
            figure(weight, Unit::Weight)
        ),
        None => format!("{}: {share}", sentence_case(slice.class.words())),
    };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &words));
    response.on_hover_text(words);
}

/// Currents side by side, largest first, with the three largest in words below.
pub fn current_bar(ui: &mut Ui, name: &str, slices: &[CurrentSlice]) {
    let theme = Theme::of(ui);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), TRACK), Sense::hover());
    place(ui.ctx(), name, bar);
    ui.painter().rect_filled(bar, 0.0, theme.paper_shade);
    let sum: f64 = slices.iter().map(|slice| slice.share.max(0.0)).filter(|share| share.is_finite()).sum();
    let mut x = bar.left();
    for slice in slices.iter().filter(|slice| sum > 0.0 && slice.share > 0.0 && slice.share.is_finite()) {
        let width = bar.width() * (slice.share / sum) as f32;
        let part = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        ui.painter().rect_filled(part, 0.0, current_colour(&theme, slice.current));
        x += width;
    }
    let words: Vec<_> = slices
        .iter()
        .filter(|slice| slice.share > 0.005)
        .take(3)
        .map(|slice| format!("{} {}", slice.current.words(), figure(slice.share, Unit::Share)))
        .collect();
    let words = if words.is_empty() { say!("p.nothing").to_owned() } else { words.join(" · ") };
    let words = quiet(ui, sentence_case(&words));
    ui.label(words);
}
