//! The society of a state: classes, currents, who rules, a year of people, the revolutionary situation, each on a page.

mod classes;
mod currents;
mod people;
mod rule;
mod situation;

pub(super) use situation::{terms, terms_shown};

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::Theme;
use crate::desktop::widgets::{look_colour, nothing, tab_row};
use crate::view::words::text as say;
use crate::view::{SocietyTab, SocietyView};

/// The society of the state that is looked at.
pub fn society_panel(ui: &mut Ui, view: &SocietyView, tab: SocietyTab, intents: &mut Intents) {
    let heading = match view.name.is_empty() {
        true => say!("so.title").to_owned(),
        false => format!("{} · {}", say!("so.title"), view.name),
    };
    let colour = look_colour(&Theme::of(ui), view.look);
    panel_sheet(
        ui,
        PanelKind::Society,
        &heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if let Some(page) = tab_row(ui, "society", &SocietyTab::ALL, SocietyTab::words, tab) {
                intents.push(Intent::SocietyTab(page));
            }
            if view.id.is_none() {
                nothing(ui, say!("so.nobody"));
                return;
            }
            match tab {
                SocietyTab::Classes => classes::page(ui, view, intents),
                SocietyTab::Currents => currents::page(ui, view),
                SocietyTab::Rule => rule::page(ui, &view.rule),
                SocietyTab::People => people::page(ui, view),
                SocietyTab::Situation => situation::page(ui, view, intents),
            }
        },
    );
}
