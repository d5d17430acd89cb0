//! The list of movements: filters, headings that sort, a row each.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, poster_choice, quiet, size, space};
use crate::desktop::widgets::{nothing, paint_line, track};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{MovementColumn, MovementFilter, MovementRow, MovementsView, Unit};

pub(super) fn page(ui: &mut Ui, view: &MovementsView, rows: &[MovementRow], intents: &mut Intents) {
    filters(ui, view, intents);
    heads(ui, view, intents);
    if rows.is_empty() {
        nothing(ui, say!("mv.none"));
    }
    for row in rows {
        line(ui, row, intents);
    }
    if !rows.is_empty() {
        ui.add_space(space::XS);
        let words = quiet(ui, say!("mv.marked")).size(size::TINY);
        ui.label(words);
    }
}

fn filters(ui: &mut Ui, view: &MovementsView, intents: &mut Intents) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (filter, count) in MovementFilter::ALL.into_iter().zip(view.counts) {
            let words = format!("{} {count}", filter.words());
            let name = format!("movements.filter.{}", filter.name());
            if named(&name, poster_choice(ui, &words, filter == view.ask.filter)).clicked() {
                intents.push(Intent::FilterMovements(filter));
            }
        }
    });
}

/// Columns of a row, in the order of [`MovementColumn::ALL`].
fn columns(rect: Rect) -> [Rect; 5] {
    let at = |share: f32| rect.left() + rect.width() * share;
    let column = |from, to| Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom()));
    [column(0.0, 0.37), column(0.38, 0.56), column(0.57, 0.72), column(0.73, 0.86), column(0.865, 1.0)]
}

fn heads(ui: &mut Ui, view: &MovementsView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::S), Sense::hover());
    for (column, cell) in MovementColumn::ALL.into_iter().zip(columns(rect)) {
        let sorted = view.ask.sort == column;
        let arrow = match (sorted, view.ask.descending) {
            (true, true) => " ▼",
            (true, false) => " ▲",
            (false, _) => "",
        };
        let align = if column.descends() { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        let name = format!("movements.sort.{column:?}").to_lowercase();
        let response = ui.interact(cell, ui.id().with(&name), Sense::click());
        let label = fill(say!("l.sort_by"), &[("what", column.words())]);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
        let ink = if sorted || response.hovered() { theme.ink } else { theme.ink_quiet };
        paint_line(ui, cell, &format!("{}{arrow}", column.words()), ink, align);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if named(&name, response).clicked() {
            let descending = if sorted { !view.ask.descending } else { column.descends() };
            intents.push(Intent::SortMovements { by: column, descending });
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (space::LINE, theme.line));
}

fn line(ui: &mut Ui, row: &MovementRow, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::S), Sense::click());
    let hint = fill(
        say!("mv.row_hint"),
        &[("phase", row.phase), ("against", &row.against.1), ("current", row.current)],
    );
    let strength = figure(row.strength, Unit::Index);
    let label = format!("{}, {}, {hint}, {} {strength}", row.name, row.place.1, say!("mv.strength"));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &label));
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
        }
        let [name, place, power, ground, support] = columns(rect);
        // A full square for arms, an empty one without: no colour needed.
        let mark = Rect::from_center_size(pos2(name.left() + 5.0, rect.center().y), vec2(8.0, 8.0));
        if row.in_arms {
            ui.painter().rect_filled(mark, 0.0, theme.warning);
        }
        ui.painter().rect_stroke(mark, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
        paint_line(ui, name.with_min_x(name.left() + 16.0), &row.name, theme.ink, Align2::LEFT_CENTER);
        paint_line(ui, place, &row.place.1, theme.ink_quiet, Align2::LEFT_CENTER);
        let bar = power.with_max_x(power.right() - 36.0);
        track(ui, bar, row.strength, theme.ink_quiet);
        paint_line(ui, power, &strength, theme.ink, Align2::RIGHT_CENTER);
        let held = if row.ground > 0.0 { figure(row.ground, Unit::Share) } else { "–".into() };
        paint_line(ui, ground, &held, theme.ink, Align2::RIGHT_CENTER);
        paint_line(ui, support, &figure(row.support, Unit::Share), theme.ink, Align2::RIGHT_CENTER);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let response = response.on_hover_text(format!("{}\n{}", row.name, sentence_case(&hint)));
    if named(&format!("movements.row.{}", row.id.0), response).clicked() {
        intents.push(Intent::ShowMovement(row.id));
    }
}
