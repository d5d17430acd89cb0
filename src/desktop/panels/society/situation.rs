//! The revolutionary situation: gauges with their terms laid open, and the scale on which the lens sets its marks.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::desktop::intents::Intents;
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{follow, gauge_row, link_row, paint_line, section, stat_row, track};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{Explained, How, Link, SituationView, SocietyView, Unit};

pub(super) fn page(ui: &mut Ui, view: &SocietyView, intents: &mut Intents) {
    let now = &view.situation;
    let theme = Theme::of(ui);
    stat_row(ui, "society.ripeness", &now.combined);
    scale(ui, now);
    for words in &now.says {
        let words = text(ui, words);
        ui.label(words.size(size::SMALL));
    }
    section(ui, say!("so.gauges"));
    for (name, gauge) in
        [("above", &now.gauges.above), ("below", &now.gauges.below), ("lead", &now.gauges.lead)]
    {
        gauge_row(ui, &format!("society.gauge.{name}"), gauge, theme.warning);
        terms(ui, gauge);
    }
    section(ui, say!("so.made"));
    for (index, number) in now.rules.iter().enumerate() {
        stat_row(ui, &format!("society.made.{index}"), number);
    }
    section(ui, say!("p.movements"));
    if view.movements.is_empty() {
        let words = quiet(ui, say!("p.none"));
        ui.label(words);
    }
    for line in &view.movements {
        let figure = format!("{} · {}", line.phase, figure(line.strength, Unit::Index));
        if link_row(ui, &format!("society.movement.{}", line.id.0), &line.name, &figure).clicked() {
            follow(Link::Movement(line.id), intents);
        }
    }
}

/// The terms of a gauge laid open under it: indented, with a bar each on the same scale.
pub(in crate::desktop::panels) fn terms(ui: &mut Ui, number: &Explained) {
    let shown: Vec<String> = number.terms.iter().map(|term| number.shown_term(term)).collect();
    terms_shown(ui, number, &shown);
}

/// The same with figures of their own, where the bars are on another scale than the figures.
pub(in crate::desktop::panels) fn terms_shown(ui: &mut Ui, number: &Explained, shown: &[String]) {
    const INDENT: f32 = 16.0;
    let theme = Theme::of(ui);
    for (term, shown) in number.terms.iter().zip(shown) {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), size::SMALL + space::XS), Sense::hover());
        let label = format!("{}: {shown}", sentence_case(&term.label));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        if !ui.is_rect_visible(rect) {
            continue;
        }
        // The same columns as the gauge above it.
        let words = rect.with_max_x(rect.left() + rect.width() * 0.5).with_min_x(rect.left() + INDENT);
        let bar = Rect::from_min_max(
            pos2(words.right() + space::S, rect.top()),
            pos2(rect.right() - 3.5 * size::BODY, rect.bottom()),
        );
        let none = term.value.abs() < 5e-3;
        let ink = if none { theme.ink_quiet } else { theme.ink };
        paint_line(ui, words, &sentence_case(&term.label), ink, Align2::LEFT_CENTER);
        let thin = Rect::from_center_size(bar.center(), vec2(bar.width(), 3.0));
        ui.painter().rect_filled(thin, 0.0, theme.paper_shade);
        let share = if term.value.is_finite() { term.value.clamp(0.0, 1.0) as f32 } else { 0.0 };
        ui.painter().rect_filled(thin.with_max_x(thin.left() + thin.width() * share), 0.0, theme.ink_quiet);
        paint_line(ui, rect.with_min_x(bar.right()), shown, ink, Align2::RIGHT_CENTER);
    }
    let how = match (number.how, number.terms.is_empty()) {
        (How::Larger, false) => say!("how.larger"),
        _ => return,
    };
    let words = quiet(ui, how).size(size::TINY);
    ui.horizontal(|ui| {
        ui.add_space(INDENT);
        ui.label(words);
    });
}

/// Ripeness from 0 to 1 with the marks of the lens.
fn scale(ui: &mut Ui, now: &SituationView) {
    let theme = Theme::of(ui);
    let rows = now.marks.len() as f32;
    let height = 18.0 + rows * (size::TINY + 3.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let bar = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(rect.width(), 12.0));
    let value = now.combined.value;
    track(ui, bar, value, theme.warning);
    ui.painter().rect_stroke(
        bar.shrink2(vec2(0.0, 2.0)),
        0.0,
        (space::LINE, theme.ink),
        egui::StrokeKind::Inside,
    );
    let mut label = format!("{}: {}", now.combined.what, now.combined.shown());
    for (row, mark) in now.marks.iter().enumerate() {
        let at = if mark.at.is_finite() { mark.at.clamp(0.0, 1.0) as f32 } else { 0.0 };
        let x = bar.left() + bar.width() * at;
        // Each mark hangs its words on a line of its own, so that marks that stand close can be read.
        let y = bar.bottom() + 4.0 + row as f32 * (size::TINY + 3.0) + size::TINY / 2.0;
        ui.painter().vline(x, bar.top()..=(y + 2.0), (1.5, theme.ink));
        let words = format!("{} {}", mark.words, figure(mark.at, Unit::Index));
        let reached = value >= mark.at;
        let ink = if reached { theme.warning_text } else { theme.ink_quiet };
        let line = Rect::from_center_size(pos2(rect.center().x, y), vec2(rect.width(), size::TINY + 3.0));
        match at > 0.6 {
            true => paint_line(ui, line.with_max_x(x - space::XS), &words, ink, Align2::RIGHT_CENTER),
            false => paint_line(ui, line.with_min_x(x + space::XS), &words, ink, Align2::LEFT_CENTER),
        };
        label = format!("{label}, {words}");
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    named("society.scale", response).on_hover_text(say!("so.scale"));
}
