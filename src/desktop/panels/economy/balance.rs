//! Balances: each good and each account from opening to closing; they close to the last quantum.

use egui::Ui;

use crate::desktop::theme::{Theme, quiet};
use crate::desktop::widgets::{Cell, Table, section};
use crate::view::balance::flow_words;
use crate::view::words::{Millions, figure, fill, text as say};
use crate::view::{Balance, BalanceView, Unit};

/// Share of the width that the names of flows take.
const NAMES: f32 = 0.27;

pub(super) fn page(ui: &mut Ui, view: &BalanceView) {
    let words = quiet(ui, say!("ec.balance_of"));
    ui.label(words);
    sheet(ui, "economy.balance.goods", &view.goods, [say!("ec.opening"), say!("ec.closing")]);
    section(ui, say!("ec.accounts"));
    let words = quiet(ui, say!("ec.accounts_of"));
    ui.label(words);
    sheet(ui, "economy.balance.accounts", &view.accounts, [say!("ec.held_before"), say!("ec.held_now")]);
}

/// Balances side by side, a line for each flow that any of them has.
fn sheet(ui: &mut Ui, name: &str, balances: &[Balance], [before, now]: [&str; 2]) {
    let heads: Vec<&str> = balances.iter().map(|balance| balance.name.as_str()).collect();
    let flows = balances.iter().flat_map(|one| one.flows.iter().map(|line| line.amount));
    let stocks = balances.iter().flat_map(|one| [one.opening, one.closing]);
    let form = Millions::of(flows.chain(stocks).map(|amount| amount as f64));
    let table = Table::begin(ui, name, NAMES, &heads);
    let stock = |amount: i64| Cell::Plain(form.show(amount as f64));
    let opening: Vec<Cell> = balances.iter().map(|one| stock(one.opening)).collect();
    table.row(ui, "opening", before, &opening);
    for flow in flows_of(balances) {
        let cells: Vec<Cell> =
            balances.iter().map(|one| Cell::Plain(form.show_flow(amount(one, &flow) as f64))).collect();
        table.row(ui, &flow, &flow_words(&flow), &cells);
    }
    let closing: Vec<Cell> = balances.iter().map(|one| stock(one.closing)).collect();
    table.row(ui, "closing", now, &closing);
    let open: i64 = balances.iter().map(|one| one.rest().abs()).sum();
    if open != 0 {
        let words = fill(say!("ec.open_by"), &[("amount", &figure(open as f64, Unit::Money))]);
        let ink = Theme::of(ui).warning_text;
        ui.label(egui::RichText::new(words).color(ink));
    }
}

/// Flows that any balance has: those that come in everywhere first.
fn flows_of(balances: &[Balance]) -> Vec<String> {
    let mut names: Vec<(bool, String)> = Vec::new();
    for line in balances.iter().flat_map(|balance| &balance.flows) {
        match names.iter_mut().find(|(_, name)| *name == line.flow) {
            Some((out, _)) => *out |= line.amount < 0,
            None => names.push((line.amount < 0, line.flow.clone())),
        }
    }
    names.sort_by_key(|(out, _)| *out);
    names.into_iter().map(|(_, name)| name).collect()
}

fn amount(balance: &Balance, flow: &str) -> i64 {
    balance.flows.iter().filter(|line| line.flow == flow).map(|line| line.amount).sum()
}
