//! The ledger: a sortable table of states.

use egui::{Align, Layout, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder};

use super::HEADING;
use crate::desktop::intents::{Intent, Intents, PanelKind, Selection};
use crate::desktop::names::{named, place};
use crate::desktop::theme::{Sheet, Theme, quiet, size, space};
use crate::desktop::widgets::look_colour;
use crate::view::words::{fill, text as say};
use crate::view::{LedgerColumn, LedgerRow, LedgerView};

/// The ledger. A click on a heading sorts by it, a second one turns the order round; a click on a state selects it.
pub fn ledger_panel(ui: &mut Ui, view: &LedgerView, intents: &mut Intents) {
    let colour = Theme::of(ui).neutral;
    let room = (ui.available_height() - HEADING - 40.0).clamp(80.0, 4000.0);
    let top = ui.cursor().min;
    let closed = Sheet::new(say!("l.title")).colour(colour).closes("panel.ledger.close").show(
        ui,
        |ui| {
            let words = fill(say!("l.count"), &[("n", &view.rows.len().to_string())]);
            let words = quiet(ui, words);
            ui.label(words);
        },
        |ui| {
            egui::ScrollArea::horizontal()
                .id_salt("ledger wide")
                .show(ui, |ui| table(ui, view, room, intents));
        },
    );
    place(ui.ctx(), PanelKind::Ledger.name(), egui::Rect::from_two_pos(top, ui.min_rect().max));
    if closed {
        intents.push(Intent::Close(PanelKind::Ledger));
    }
}

fn table(ui: &mut Ui, view: &LedgerView, room: f32, intents: &mut Intents) {
    const ROW: f32 = size::BODY + space::S;
    let mut builder = TableBuilder::new(ui)
        .id_salt("ledger table")
        .max_scroll_height(room)
        .auto_shrink([false, true])
        .cell_layout(Layout::right_to_left(Align::Center));
    for column in LedgerColumn::ALL {
        builder = builder.column(match column {
            LedgerColumn::State => Column::initial(150.0).at_least(90.0).clip(true),
            LedgerColumn::Form => Column::initial(170.0).at_least(80.0).clip(true),
            LedgerColumn::PerHead => Column::initial(124.0).at_least(60.0).clip(true),
            _ => Column::initial(104.0).at_least(60.0).clip(true),
        });
    }
    builder
        .header(ROW, |mut header| {
            for column in LedgerColumn::ALL {
                header.col(|ui| heading(ui, column, view, intents));
            }
        })
        .body(|body| {
            body.rows(ROW, view.rows.len(), |mut row| {
                let Some(state) = view.rows.get(row.index()) else { return };
                for column in LedgerColumn::ALL {
                    row.col(|ui| cell(ui, column, state, intents));
                }
            });
        });
}

fn heading(ui: &mut Ui, column: LedgerColumn, view: &LedgerView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let sorted = view.sort == column;
    let arrow = match (sorted, view.descending) {
        (true, true) => " ▼",
        (true, false) => " ▲",
        (false, _) => "",
    };
    let words = RichText::new(format!("{}{arrow}", column.words())).size(size::SMALL).color(theme.ink);
    let words = if sorted { words.font(Theme::strong(size::SMALL)) } else { words };
    let response = ui.add(egui::Label::new(words).sense(Sense::click()).truncate());
    let label = fill(say!("l.sort_by"), &[("what", column.words())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &label));
    if named(&format!("ledger.sort.{column:?}"), response).clicked() {
        // Numbers are looked at from the largest down, names from the first on.
        let descending = if sorted { !view.descending } else { column.unit().is_some() };
        intents.push(Intent::SortLedger { by: column, descending });
    }
}

fn cell(ui: &mut Ui, column: LedgerColumn, state: &LedgerRow, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let words = RichText::new(state.cell(column)).size(size::SMALL).color(theme.ink);
    let label = egui::Label::new(words).selectable(false).truncate();
    if column.unit().is_some() {
        ui.add(label);
        return;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        if column != LedgerColumn::State {
            ui.add(label);
            return;
        }
        let (mark, _) = ui.allocate_exact_size(egui::vec2(space::S, space::S), Sense::hover());
        ui.painter().rect_filled(mark, 0.0, look_colour(&theme, state.look));
        let name = ui.add(label.sense(Sense::click())).on_hover_cursor(egui::CursorIcon::PointingHand);
        let words = if state.name.is_empty() { say!("l.state") } else { state.name.as_str() };
        name.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Link, true, words));
        if named(&format!("ledger.state.{}", state.id.0), name).clicked() {
            intents.push(Intent::Select(Selection::Polity(state.id)));
        }
    });
}
