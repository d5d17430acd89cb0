//! Panels: functions `(ui, &View, &mut Intents)`. They read views and push intents, nothing else.
//!
//! Each draws one sheet over the width it is given and scrolls inside the height it is given. [`desk::Desk`] keeps
//! what the panels remember (filters, the order being prepared) and their views, built anew only when something has
//! changed.

mod chronicle;
mod crisis;
mod decision;
pub mod desk;
mod diplomacy;
mod doctrine;
mod economy;
mod inspector;
mod ladder;
mod ledger;
mod lesson;
mod lines;
mod movements;
mod offered;
mod orders;
mod organisation;
mod outcome;
mod society;
mod war;

pub use chronicle::chronicle_panel;
pub use crisis::crisis_panel;
pub use decision::decision_panel;
pub use desk::Desk;
pub use diplomacy::diplomacy_panel;
pub use doctrine::doctrine_panel;
pub use economy::economy_panel;
pub use inspector::{movement_panel, state_panel, territory_panel};
pub use ledger::ledger_panel;
pub use lesson::lesson_overlay;
pub use movements::movements_panel;
pub use orders::orders_panel;
pub use organisation::organisation_panel;
pub use outcome::outcome_panel;
pub use society::society_panel;
pub use war::war_panel;

pub use super::chart::chart_panel;

use egui::{Color32, ScrollArea, Ui};

use super::intents::{Intent, Intents, PanelKind};
use super::names::place;
use super::theme::Sheet;

/// Height that a heading and its rule take.
const HEADING: f32 = 46.0;

/// A sheet with a panel's name, its closing cross, and contents that scroll when they are taller than the room.
pub(super) fn panel_sheet(
    ui: &mut Ui,
    kind: PanelKind,
    heading: &str,
    colour: Option<Color32>,
    intents: &mut Intents,
    aside: impl FnOnce(&mut Ui, &mut Intents),
    contents: impl FnOnce(&mut Ui, &mut Intents),
) {
    let room = (ui.available_height() - HEADING).clamp(60.0, 4000.0);
    let close = format!("{}.close", kind.name());
    let mut sheet = Sheet::new(heading).closes(&close);
    if let Some(colour) = colour {
        sheet = sheet.colour(colour);
    }
    // Two closures want the intents, one after the other.
    let cell = std::cell::RefCell::new(intents);
    let top = ui.cursor().min;
    let closed = sheet.show(
        ui,
        |ui| aside(ui, &mut cell.borrow_mut()),
        |ui| {
            // Flat colour, no gradients.
            ui.spacing_mut().scroll.fade.strength = 0.0;
            ScrollArea::vertical()
                .id_salt(kind.name())
                .max_height(room)
                .auto_shrink([false, true])
                .show(ui, |ui| contents(ui, &mut cell.borrow_mut()));
        },
    );
    let rect = egui::Rect::from_two_pos(top, ui.min_rect().max);
    place(ui.ctx(), kind.name(), rect);
    if closed {
        cell.borrow_mut().push(Intent::Close(kind));
    }
}
