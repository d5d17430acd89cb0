//! Trade: figures, partners, goods, restrictions.

use egui::{Grid, Ui};

use super::{cell, column};
use crate::desktop::intents::Intents;
use crate::desktop::theme::{size, space, text};
use crate::desktop::widgets::{follow, link_row, nothing, running_text, section, sentence, stat_row};
use crate::view::words::{figure, text as say};
use crate::view::{Link, TradeView, Unit};

/// Partners that are listed.
const PARTNERS: usize = 12;

pub(super) fn page(ui: &mut Ui, view: &TradeView, intents: &mut Intents) {
    for (index, number) in view.numbers.iter().enumerate() {
        stat_row(ui, &format!("economy.trade.{index}"), number);
    }
    for line in &view.policy {
        let words = text(ui, line);
        ui.label(words);
    }
    section(ui, say!("ec.partners"));
    if view.partners.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for partner in view.partners.iter().take(PARTNERS) {
        let words = format!(
            "{} {} · {} {}",
            say!("ec.sells"),
            partner.exports.shown(),
            say!("ec.buys"),
            partner.imports.shown()
        );
        if link_row(ui, &format!("economy.partner.{}", partner.id.0), &partner.name, &words).clicked() {
            follow(Link::Polity(partner.id), intents);
        }
    }
    section(ui, say!("ec.goods"));
    let heads = [
        say!("ec.head.exports"),
        say!("ec.head.imports"),
        say!("ec.head.world_share"),
        say!("ec.head.world_price"),
        say!("ec.head.withheld"),
    ];
    Grid::new("economy trade").num_columns(heads.len() + 1).spacing([space::L, space::XS]).show(ui, |ui| {
        ui.label("");
        heads.iter().for_each(|head| column(ui, head));
        ui.end_row();
        for good in &view.goods {
            let words = text(ui, &good.name).size(size::SMALL);
            ui.label(words);
            cell(ui, &figure(good.exports, Unit::MoneyAYear));
            cell(ui, &figure(good.imports, Unit::MoneyAYear));
            cell(ui, &figure(good.weight, Unit::Share));
            cell(ui, &figure(good.price, Unit::Weight));
            cell(ui, &figure(good.withheld, Unit::Share));
            ui.end_row();
        }
    });
    section(ui, say!("ec.restrictions"));
    if view.restrictions.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for (index, line) in view.restrictions.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("economy.restriction.{index}"), &line.sentence, intents));
    }
}
