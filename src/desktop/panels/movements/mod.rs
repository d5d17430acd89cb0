//! Movements: all of them in a list, one in full, and the record of each rising.

mod list;
mod one;
mod risings;

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, poster_choice, space};
use crate::desktop::widgets::nothing;
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
            tabs(ui, view.ask.tab, intents);
            match &view.page {
                MovementsPage::Nothing => nothing(ui, say!("mv.nobody")),
                MovementsPage::List(rows) => list::page(ui, view, rows, intents),
                MovementsPage::One(movement) => one::page(ui, movement, intents),
                MovementsPage::Risings(lines, chosen) => risings::page(ui, lines, chosen.as_deref(), intents),
            }
        },
    );
}

fn tabs(ui: &mut Ui, tab: MovementsTab, intents: &mut Intents) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for other in MovementsTab::ALL {
            let name = format!("movements.tab.{other:?}").to_lowercase();
            if named(&name, poster_choice(ui, other.words(), other == tab)).clicked() {
                intents.push(Intent::MovementsTab(other));
            }
        }
    });
    ui.add_space(space::XS);
}
