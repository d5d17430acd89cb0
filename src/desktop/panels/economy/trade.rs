//! Trade: partners, goods, figures, restrictions. While it is open the map draws the flows.

use egui::Ui;

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::theme::{Weight, quiet, text};
use crate::desktop::widgets::{
    Cell, Table, follow, named_button, nothing, running_text, section, sentence, stat_row,
};
use crate::view::words::{Millions, figure, text as say};
use crate::view::{Link, TradeView, Unit};

/// Partners that are listed.
const PARTNERS: usize = 12;

pub(super) fn page(ui: &mut Ui, view: &TradeView, intents: &mut Intents) {
    partners(ui, view, intents);
    goods(ui, view);
    section(ui, say!("ec.trade_figures"));
    for (index, number) in view.numbers.iter().enumerate() {
        stat_row(ui, &format!("economy.trade.{index}"), number);
    }
    section(ui, say!("ec.restrictions"));
    for line in &view.policy {
        let words = text(ui, line);
        ui.label(words);
    }
    if view.restrictions.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for (index, line) in view.restrictions.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("economy.restriction.{index}"), &line.sentence, intents));
    }
}

fn partners(ui: &mut Ui, view: &TradeView, intents: &mut Intents) {
    section(ui, say!("ec.partners"));
    if view.partners.is_empty() {
        nothing(ui, say!("p.none"));
        return;
    }
    let words = quiet(ui, say!("ec.partners_of"));
    ui.label(words);
    if named_button(ui, "economy.flows.show", say!("ec.on_map"), Weight::Plain).clicked() {
        intents.push(Intent::ShowFlows);
    }
    let heads =
        [say!("ec.head.sells"), say!("ec.head.buys"), say!("ec.head.balance"), say!("ec.head.of_its")];
    let form = Millions::of(view.partners.iter().flat_map(|one| [one.exports.value, one.imports.value]));
    let table = Table::begin(ui, "economy.partner", 0.34, &heads);
    for (index, partner) in view.partners.iter().take(PARTNERS).enumerate() {
        let cells = [
            Cell::Opens(form.show(partner.exports.value), &partner.exports),
            Cell::Opens(form.show(partner.imports.value), &partner.imports),
            Cell::Plain(form.show_flow(partner.balance)),
            Cell::Plain(figure(partner.market_share, Unit::Share)),
        ];
        let row = table.link(ui, &index.to_string(), &partner.name, &cells);
        if row.contains_pointer() || row.has_focus() {
            intents.push(Intent::PointOut(partner.id));
        }
        if row.clicked() {
            follow(Link::Polity(partner.id), intents);
        }
    }
}

fn goods(ui: &mut Ui, view: &TradeView) {
    section(ui, say!("ec.goods"));
    let words = quiet(ui, say!("ec.goods_of"));
    ui.label(words);
    let heads = [
        say!("ec.head.exports"),
        say!("ec.head.imports"),
        say!("ec.head.world_share"),
        say!("ec.head.world_price"),
        say!("ec.head.withheld"),
    ];
    let form = Millions::of(view.goods.iter().flat_map(|good| [good.exports, good.imports]));
    let table = Table::begin(ui, "economy.trade.good", 0.3, &heads);
    for good in &view.goods {
        let cells = [
            Cell::Plain(form.show(good.exports)),
            Cell::Plain(form.show(good.imports)),
            Cell::Plain(figure(good.weight, Unit::Share)),
            Cell::Plain(figure(good.price, Unit::Weight)),
            Cell::Plain(figure(good.withheld, Unit::Share)),
        ];
        table.row(ui, &good.id.0.to_string(), &good.name, &cells);
    }
}
