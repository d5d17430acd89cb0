//! Widgets that panels share: numbers that open into their terms, bars, tables, small charts, sentences with links,
//! named buttons.

mod bars;
mod explained;
mod sentence;
mod sparkline;
mod table;

pub use bars::{
    class_bar, current_bar, gauge_row, hatch, scaled_row, short_class, signed_bar, swatch, track,
};
pub(super) use explained::opening;
pub use explained::{explained, stat_row, terms};
pub use sentence::{gap, running_text, sentence};
pub use sparkline::{Trace, month_at, sparkline};
pub(super) use table::line as paint_line;
pub use table::{Cell, Table};

use egui::{Align2, Color32, Rect, Response, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::intents::{Intent, Intents, Selection};
use super::names::named;
use super::theme::{Theme, Weight, caps, poster_button, poster_choice, quiet, size, space, text};
use crate::sim::Seat;
use crate::view::{Link, Look};

/// The pages of a panel as a row of choices, named `panel.tab.page`; the one that is pressed, if any.
pub fn tab_row<T: Copy + PartialEq + std::fmt::Debug>(
    ui: &mut Ui,
    panel: &str,
    pages: &[T],
    words: impl Fn(T) -> &'static str,
    chosen: T,
) -> Option<T> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for &page in pages {
            let name = format!("{panel}.tab.{page:?}").to_lowercase();
            if named(&name, poster_choice(ui, words(page), page == chosen)).clicked() {
                pressed = Some(page);
            }
        }
    });
    ui.add_space(space::XS);
    pressed
}

/// A poster button with a registered name.
pub fn named_button(ui: &mut Ui, name: &str, words: &str, weight: Weight) -> Response {
    named(name, poster_button(ui, words, weight))
}

/// A named button that can be barred; a barred one says why under the pointer.
pub fn named_button_unless(
    ui: &mut Ui,
    name: &str,
    words: &str,
    weight: Weight,
    barred: &[String],
) -> Response {
    // `add_enabled`, not `add_enabled_ui`: a scope would not wrap with its row.
    let response = ui.add_enabled(barred.is_empty(), |ui: &mut Ui| poster_button(ui, words, weight));
    let response = if barred.is_empty() {
        response
    } else {
        response.on_disabled_hover_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            for line in barred {
                ui.label(line);
            }
        })
    };
    named(name, response)
}

/// A heading inside a sheet.
pub fn section(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::S);
    ui.label(caps(words, size::TINY, theme.ink_quiet));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::LINE), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(space::LINE, theme.line));
}

/// What stands next to each other where there is room, and below each other where there is not.
pub fn two_columns<T>(ui: &mut Ui, parts: &[T], mut draw: impl FnMut(&mut Ui, usize, &T)) {
    const NARROW: f32 = 400.0;
    if ui.available_width() < NARROW {
        parts.iter().enumerate().for_each(|(index, part)| draw(ui, index, part));
        return;
    }
    ui.spacing_mut().item_spacing.x = space::XL;
    ui.columns(parts.len().max(1), |columns| {
        for (index, (ui, part)) in columns.iter_mut().zip(parts).enumerate() {
            ui.spacing_mut().item_spacing.x = space::S;
            draw(ui, index, part);
        }
    });
    ui.spacing_mut().item_spacing.x = space::S;
}

/// A quiet line that says that there is nothing.
pub fn nothing(ui: &mut Ui, words: &str) {
    let words = quiet(ui, words);
    ui.label(words);
}

/// A paragraph of body text; nothing where there are no words.
pub fn paragraph(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = text(ui, words);
    ui.add(egui::Label::new(words).wrap());
}

/// A quiet paragraph; nothing where there are no words.
pub fn aside(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = quiet(ui, words);
    ui.add(egui::Label::new(words).wrap());
}

/// A name at the left that leads somewhere, and a figure at the right.
pub fn link_row(ui: &mut Ui, name: &str, words: &str, figure: &str) -> Response {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, row_height(ui)), egui::Sense::click());
    let label = if figure.is_empty() { words.to_owned() } else { format!("{words}, {figure}") };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &label));
    let colour = if response.hovered() || response.has_focus() { theme.warning_text } else { theme.ink };
    let value = text_width(ui, figure, size::BODY);
    paint_words(ui, rect, words, colour, rect.width() - value - space::M);
    paint_value(ui, rect, figure, theme.ink);
    named(name, response.on_hover_cursor(egui::CursorIcon::PointingHand))
}

/// Height of a row with one line of text.
pub(super) fn row_height(ui: &Ui) -> f32 {
    let _ = ui;
    size::BODY + space::S
}

/// Width of a line of text in the body face.
pub(super) fn text_width(ui: &Ui, words: &str, size: f32) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), Theme::body(size), Color32::WHITE).size().x
}

/// Paints words at the left of a rectangle, cut to a width, over a dotted underline; returns their right edge.
pub(super) fn paint_words(ui: &Ui, rect: Rect, words: &str, colour: Color32, width: f32) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), Theme::body(size::BODY), colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(space::L));
    let galley = ui.painter().layout_job(job);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect).min;
    let right = at.x + galley.size().x;
    dots(ui, rect.left(), right, rect.center().y + galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
    right
}

/// A dotted line: what stands over it opens.
pub(super) fn dots(ui: &Ui, from: f32, to: f32, y: f32) {
    const STEP: f32 = 3.0;
    let quiet = Theme::of(ui).ink_quiet;
    let mut x = from;
    while x < to {
        ui.painter().circle_filled(pos2(x, y), 0.7, quiet);
        x += STEP;
    }
}

/// Paints a figure at the right of a rectangle.
pub(super) fn paint_value(ui: &Ui, rect: Rect, words: &str, colour: Color32) {
    let font = Theme::strong(size::BODY);
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, words, font, colour);
}

/// The colour of a look.
pub fn look_colour(theme: &Theme, look: Look) -> Color32 {
    match look {
        Look::Planners => theme.planners,
        Look::OwnRoad => theme.own_road,
        Look::Pacts => theme.western,
        Look::Dependent => theme.dependent,
        Look::NonAligned => theme.non_aligned,
        Look::Neutral => theme.neutral,
        Look::Ruled => theme.ruled,
    }
}

/// Follows a link: selects what it names, or opens the decision.
pub fn follow(link: Link, intents: &mut Intents) {
    match link {
        Link::Polity(id) => intents.push(Intent::Select(Selection::Polity(id))),
        Link::Territory(id) => intents.push(Intent::Select(Selection::Territory(id))),
        Link::Movement(id) => intents.push(Intent::Select(Selection::Movement(id))),
        Link::Decision(number) => intents.push(Intent::ShowDecision(number)),
        Link::Organisation(id) => intents.push(Intent::ShowOrganisation(id)),
    }
}

/// Selects a seat.
pub fn select_seat(seat: Seat, intents: &mut Intents) {
    follow(Link::from(seat), intents);
}
