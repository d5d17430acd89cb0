//! The economy of a state: balances, plan, property, prices, trade, community, money, each on a page of its own.

mod balance;
mod community;
mod money;
mod plan;
mod prices;
mod property;
mod trade;

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::Theme;
use crate::desktop::widgets::{nothing, tab_row};
use crate::view::words::text as say;
use crate::view::{EconomyPage, EconomyTab, EconomyView};

/// The economy of the state that is looked at.
pub fn economy_panel(ui: &mut Ui, view: &EconomyView, tab: EconomyTab, intents: &mut Intents) {
    let colour = Theme::of(ui).attention;
    let heading = if view.name.is_empty() {
        say!("ec.title").to_owned()
    } else {
        format!("{} · {}", say!("ec.title"), view.name)
    };
    panel_sheet(
        ui,
        PanelKind::Economy,
        &heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if let Some(page) = tab_row(ui, "economy", &EconomyTab::ALL, EconomyTab::words, tab) {
                intents.push(Intent::EconomyTab(page));
            }
            page(ui, view, intents);
        },
    );
}

fn page(ui: &mut Ui, view: &EconomyView, intents: &mut Intents) {
    match &view.page {
        EconomyPage::Nothing => nothing(ui, say!("ec.nobody")),
        EconomyPage::Balance(balance) => balance::page(ui, balance),
        EconomyPage::Plan(page) => plan::page(ui, page, intents),
        EconomyPage::Property(sectors) => property::page(ui, sectors),
        EconomyPage::Prices(prices) => prices::page(ui, prices),
        EconomyPage::Trade(trade) => trade::page(ui, trade, intents),
        EconomyPage::Community(page) => community::page(ui, page, intents),
        EconomyPage::Money(money) => money::page(ui, money, intents),
    }
}
