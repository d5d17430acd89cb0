//! The records of risings: the one that is looked at, told in sentences and figures, and the list of all.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::one::power;
use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::panels::society::terms;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{gauge_row, nothing, paint_line, running_text, section, sentence, stat_row};
use crate::view::words::{compact, figure, fill, text as say};
use crate::view::{RisingLine, RisingView, Unit};

/// Height of a row, and how many of all records are in sight at once.
const ROW: f32 = size::BODY + space::S;
const LISTED: usize = 8;

pub(super) fn page(ui: &mut Ui, lines: &[RisingLine], chosen: Option<&RisingView>, intents: &mut Intents) {
    if lines.is_empty() {
        nothing(ui, say!("ri.none"));
        return;
    }
    // The list scrolls by itself, so that the record below it stays in sight; its bar takes some of its width.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    ui.scope(|ui| {
        ui.set_max_width(width);
        heads(ui);
    });
    let shown = lines.len().min(LISTED) as f32;
    egui::ScrollArea::vertical()
        .id_salt("records of risings")
        .max_height(shown * ROW + 2.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for line in lines {
                row(
                    ui,
                    "movements.rising",
                    line,
                    chosen.is_some_and(|view| view.line.number == line.number),
                    intents,
                );
            }
        });
    if let Some(view) = chosen {
        ui.add_space(space::S);
        record(ui, view, intents);
    }
}

/// A record: its story first, then the figures behind it.
fn record(ui: &mut Ui, view: &RisingView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let line = &view.line;
    let title = text(ui, &line.movement.1).font(Theme::strong(size::LARGE));
    ui.label(title);
    let when = match (line.from_start, line.ended) {
        (true, None) => say!("ri.all_along").to_owned(),
        (true, Some(end)) => fill(say!("ri.until"), &[("end", &end.to_string())]),
        (false, None) => fill(say!("ri.since"), &[("month", &line.began.to_string())]),
        (false, Some(end)) => format!("{} – {end}", line.began),
    };
    let words = format!("{when} · {}", line.end);
    let words = quiet(ui, words);
    ui.label(words);
    for (index, words) in view.story.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("movements.story.{index}"), words, intents));
    }
    section(ui, if line.from_start { say!("ri.then_start") } else { say!("ri.then") });
    for (index, gauge) in view.gauges.iter().enumerate() {
        gauge_row(ui, &format!("movements.then.{index}"), gauge, theme.warning);
        if index > 0 {
            terms(ui, gauge);
        }
    }
    section(ui, say!("ri.sides"));
    let values = view.powers.iter().map(|side| side.value).filter(|value| value.is_finite());
    let most = values.fold(1.0_f64, f64::max);
    for (index, side) in view.powers.iter().enumerate() {
        let colour = if index == 0 { theme.warning } else { theme.ink_quiet };
        power(ui, &format!("movements.side.{index}"), side, most, colour);
    }
    section(ui, say!("ri.own"));
    for (index, number) in view.numbers.iter().enumerate() {
        stat_row(ui, &format!("movements.then.own.{index}"), number);
    }
    section(ui, say!("ri.count"));
    for (index, number) in view.dead.iter().enumerate() {
        stat_row(ui, &format!("movements.dead.{index}"), number);
    }
}

/// Columns of the list: since when, who, where, how ripe, how it ended, dead.
fn columns(rect: Rect) -> [Rect; 6] {
    let at = |share: f32| rect.left() + rect.width() * share;
    let column = |from, to| Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom()));
    [
        column(0.0, 0.125),
        column(0.135, 0.43),
        column(0.44, 0.58),
        column(0.585, 0.655),
        column(0.67, 0.865),
        column(0.87, 1.0),
    ]
}

/// Records as rows that lead to their pages.
pub(super) fn list(ui: &mut Ui, name: &str, lines: &[RisingLine], intents: &mut Intents) {
    heads(ui);
    for line in lines {
        row(ui, name, line, false, intents);
    }
}

fn heads(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::XS), Sense::hover());
    let heads = [
        (say!("ri.head.began"), Align2::LEFT_CENTER),
        (say!("mv.name"), Align2::LEFT_CENTER),
        (say!("ri.head.where"), Align2::LEFT_CENTER),
        (say!("ri.head.ripe"), Align2::RIGHT_CENTER),
        (say!("ri.head.how"), Align2::LEFT_CENTER),
        (say!("ri.head.dead"), Align2::RIGHT_CENTER),
    ];
    for ((words, align), cell) in heads.into_iter().zip(columns(rect)) {
        paint_line(ui, cell, words, theme.ink_quiet, align);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (space::LINE, theme.line));
}

fn row(ui: &mut Ui, name: &str, line: &RisingLine, chosen: bool, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let ripe = figure(line.ripeness, Unit::Index);
    let began = if line.from_start { say!("ri.before").to_owned() } else { line.began.iso() };
    let label = format!(
        "{began}, {}, {}, {} {ripe}: {}, {} {}",
        line.movement.1,
        line.place.1,
        say!("ri.head.ripe"),
        line.end,
        compact(line.dead),
        say!("ri.head.dead")
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &label));
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
        }
        let cells = [
            (began.as_str(), Align2::LEFT_CENTER),
            (line.movement.1.as_str(), Align2::LEFT_CENTER),
            (line.place.1.as_str(), Align2::LEFT_CENTER),
            (ripe.as_str(), Align2::RIGHT_CENTER),
            (line.end, Align2::LEFT_CENTER),
            (&compact(line.dead), Align2::RIGHT_CENTER),
        ];
        for ((words, align), cell) in cells.into_iter().zip(columns(rect)) {
            paint_line(ui, cell, words, theme.ink, align);
        }
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(label);
    if named(&format!("{name}.{}", line.number), response).clicked() {
        intents.push(Intent::ShowRising(line.number));
    }
}
