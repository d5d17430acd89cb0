//! Movements: all of them in a list, one in full, and the record of each rising.

mod list;
mod one;
mod risings;

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::Theme;
use crate::desktop::widgets::{nothing, tab_row};
use crate::view::words::text as say;
use crate::view::{MovementsPage, MovementsTab, MovementsView};

/// The panel of movements, at the page that is looked at.
pub fn movements_panel(ui: &mut Ui, view: &MovementsView, intents: &mut Intents) {
    let colour = Theme::of(ui).attention;
    panel_sheet(
        ui,
        PanelKind::Movements,
        say!("mv.title"),
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if let Some(page) =
                tab_row(ui, "movements", &MovementsTab::ALL, MovementsTab::words, view.ask.tab)
            {
                intents.push(Intent::MovementsTab(page));
            }
            match &view.page {
                MovementsPage::Nothing => nothing(ui, say!("mv.nobody")),
                MovementsPage::List(rows) => list::page(ui, view, rows, intents),
                MovementsPage::One(movement) => one::page(ui, movement, intents),
                MovementsPage::Risings(lines, chosen) => risings::page(ui, lines, chosen.as_deref(), intents),
            }
        },
    );
}
