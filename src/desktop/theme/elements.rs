//! The elements every panel is built from: sheets, spaced capitals, poster buttons, tags.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, Frame, Galley, Margin, Painter, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2,
    vec2,
};

use super::style::Theme;
use super::tokens::{readable_on, size, space};

/// Spaced capitals as a text that widgets take.
pub fn caps(words: &str, size: f32, colour: Color32) -> RichText {
    RichText::new(words.to_uppercase())
        .font(Theme::poster(size))
        .extra_letter_spacing(size * space::CAPS)
        .color(colour)
}

/// Spaced capitals laid out, for painting by hand; `spread` is extra space in shares of the size.
pub fn caps_galley(painter: &Painter, words: &str, size: f32, spread: f32, colour: Color32) -> Arc<Galley> {
    let format = TextFormat {
        font_id: Theme::poster(size),
        extra_letter_spacing: size * spread,
        color: colour,
        ..Default::default()
    };
    painter.layout_job(LayoutJob::single_section(words.to_uppercase(), format))
}

/// Width of spaced capitals.
pub fn caps_width(painter: &Painter, words: &str, size: f32) -> f32 {
    caps_galley(painter, words, size, space::CAPS, Color32::WHITE).size().x
}

/// Text of the body in ink.
pub fn text(ui: &Ui, words: impl Into<String>) -> RichText {
    RichText::new(words).color(Theme::of(ui).ink)
}

/// Quiet text, a step smaller.
pub fn quiet(ui: &Ui, words: impl Into<String>) -> RichText {
    RichText::new(words).color(Theme::of(ui).ink_quiet).size(size::SMALL)
}

/// A thin rule over the width that is left.
pub fn rule(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::LINE), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(space::LINE, theme.line));
}

/// Text with a dotted underline: it opens something. Clicked when the response says so.
pub fn opens(ui: &mut Ui, words: impl Into<RichText>) -> Response {
    let theme = Theme::of(ui);
    let response = ui.add(egui::Label::new(words.into().color(theme.ink)).sense(Sense::click()));
    let y = response.rect.bottom() - 1.0;
    let mut x = response.rect.left();
    while x < response.rect.right() {
        ui.painter().circle_filled(egui::pos2(x, y), 0.7, theme.ink_quiet);
        x += 3.0;
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// How much a poster button wants to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// One of several.
    #[default]
    Plain,
    /// The main action of its sheet.
    Main,
}

fn paint_button(
    ui: &Ui,
    response: &Response,
    galley: Arc<Galley>,
    fill: Color32,
    line: Color32,
    ink: Color32,
) {
    let rect = response.rect;
    ui.painter().rect(rect, 0.0, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley_with_override_text_color(at, galley, ink);
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), 0.0, Stroke::new(1.0, ink), StrokeKind::Outside);
    }
}

fn button_response(ui: &mut Ui, words: &str, width: f32, wanted: Vec2) -> Response {
    let size = vec2(wanted.x.max(width), wanted.y);
    let (_, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, words));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A button in poster type, at least as wide as its words.
pub fn poster_button(ui: &mut Ui, words: &str, weight: Weight) -> Response {
    let theme = Theme::of(ui);
    let galley = caps_galley(ui.painter(), words, size::SMALL, 0.06, theme.ink);
    let wanted = vec2(galley.size().x + 2.0 * space::M, space::BUTTON);
    let response = button_response(ui, words, 0.0, wanted);
    if ui.is_rect_visible(response.rect) {
        let enabled = ui.is_enabled();
        let (fill, line, ink) = match (weight, enabled) {
            (_, false) => (theme.paper, theme.line, theme.ink_quiet),
            (Weight::Main, true) if response.hovered() => {
                (theme.warning_text, theme.ink, readable_on(theme.warning_text))
            }
            (Weight::Main, true) => (theme.warning, theme.ink, readable_on(theme.warning)),
            (Weight::Plain, true) if response.hovered() => (theme.ink, theme.ink, theme.paper),
            (Weight::Plain, true) => (theme.paper, theme.ink, theme.ink),
        };
        paint_button(ui, &response, galley, fill, line, ink);
    }
    response
}

/// A button that stays down while its choice is the one in force.
pub fn poster_choice(ui: &mut Ui, words: &str, chosen: bool) -> Response {
    poster_choice_of_width(ui, words, chosen, 0.0)
}

/// As [`poster_choice`], at least so wide: for choices that stand in columns.
pub fn poster_choice_of_width(ui: &mut Ui, words: &str, chosen: bool, width: f32) -> Response {
    let theme = Theme::of(ui);
    let galley = caps_galley(ui.painter(), words, size::TINY, 0.06, theme.ink);
    let wanted = vec2(galley.size().x + 2.0 * space::S, 22.0);
    let response = button_response(ui, words, width, wanted);
    if ui.is_rect_visible(response.rect) {
        let (fill, ink) = match (chosen, response.hovered()) {
            (true, _) => (theme.ink, theme.paper),
            (false, true) => (theme.paper_shade, theme.ink),
            (false, false) => (theme.paper, theme.ink),
        };
        paint_button(ui, &response, galley, fill, theme.ink, ink);
    }
    response
}

/// A small coloured tag: a clock, a state, a number that matters.
pub fn tag(ui: &mut Ui, words: &str, colour: Color32) -> Response {
    let galley = caps_galley(ui.painter(), words, size::TINY - 1.0, space::CAPS, readable_on(colour));
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 3.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, colour);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    response
}

/// A sheet of paper with a heading in spaced capitals over a rule in its colour.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    heading: &'a str,
    colour: Option<Color32>,
    closes: Option<&'a str>,
}

impl<'a> Sheet<'a> {
    /// A sheet with a heading.
    pub fn new(heading: &'a str) -> Self {
        Self { heading, colour: None, closes: None }
    }

    /// The colour of the rule under the heading; the warning colour if not set.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// Shows a cross that closes the sheet, under a registered widget name.
    pub fn closes(mut self, name: &'a str) -> Self {
        self.closes = Some(name);
        self
    }

    /// Draws the sheet over the width it is given; `aside` fills the right end of the heading. True if the
    /// cross was pressed.
    pub fn show(self, ui: &mut Ui, aside: impl FnOnce(&mut Ui), contents: impl FnOnce(&mut Ui)) -> bool {
        let theme = Theme::of(ui);
        let mut closed = false;
        let frame = Frame::new().fill(theme.paper).stroke(Stroke::new(1.0, theme.ink.gamma_multiply(0.55)));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            let head = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
            head.show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.add(egui::Label::new(caps(self.heading, size::SMALL, theme.ink)).truncate());
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        if let Some(name) = self.closes {
                            closed = super::super::names::named(name, cross(ui)).clicked();
                        }
                        aside(ui);
                    });
                });
            });
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::RULE), Sense::hover());
            ui.painter().rect_filled(rect, 0.0, self.colour.unwrap_or(theme.warning));
            let body = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
            body.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
                contents(ui);
            });
        });
        closed
    }
}

fn cross(ui: &mut Ui) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, "Close"));
    let ink = if response.hovered() { theme.warning_text } else { theme.ink_quiet };
    let (stroke, c) = (Stroke::new(1.5, ink), rect.shrink(5.0));
    ui.painter().line_segment([c.left_top(), c.right_bottom()], stroke);
    ui.painter().line_segment([c.right_top(), c.left_bottom()], stroke);
    response.on_hover_text("Close")
}
