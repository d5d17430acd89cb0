//! Balances: each good from opening to closing stock; they close to the last quantum.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::{cell, column};
use crate::desktop::theme::{Theme, quiet, size, space};
use crate::desktop::widgets::section;
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{Balance, BalanceView, Explained, Unit};

pub(super) fn page(ui: &mut Ui, view: &BalanceView, prices: &[Explained]) {
    let month = quiet(ui, say!("ec.balance_of"));
    ui.label(month);
    let columns = columns(&view.goods);
    ScrollArea::horizontal().id_salt("economy balance").show(ui, |ui| {
        Grid::new("economy goods").num_columns(view.goods.len() + 1).spacing([space::L, space::XS]).show(
            ui,
            |ui| {
                ui.label("");
                view.goods.iter().for_each(|good| column(ui, &good.name));
                ui.end_row();
                line(ui, say!("ec.opening"), view.goods.iter().map(|good| good.opening), false);
                for flow in &columns {
                    let amounts = view.goods.iter().map(|good| amount(good, flow));
                    line(ui, &sentence_case(&flow.replace('_', " ")), amounts, true);
                }
                line(ui, say!("ec.closing"), view.goods.iter().map(|good| good.closing), false);
                name(ui, say!("ec.price"));
                for price in prices {
                    cell(ui, &price.shown());
                }
                ui.end_row();
            },
        );
    });
    let open: i64 = view.goods.iter().map(|good| good.rest().abs()).sum();
    let words = if open == 0 { say!("ec.closes").to_owned() } else { figure(open as f64, Unit::Money) };
    let words = quiet(ui, words);
    ui.label(words);
    for account in &view.accounts {
        section(ui, &account.name);
        account_lines(ui, account);
    }
}

/// Flows that any good has, in before out, in the order of the books.
fn columns(goods: &[Balance]) -> Vec<String> {
    let mut names: Vec<(bool, String)> = Vec::new();
    for flow in goods.iter().flat_map(|good| &good.flows) {
        let entry = (flow.amount < 0, flow.flow.clone());
        if !names.contains(&entry) {
            names.push(entry);
        }
    }
    names.sort_by_key(|(out, _)| *out);
    names.into_iter().map(|(_, name)| name).collect()
}

fn amount(balance: &Balance, flow: &str) -> i64 {
    balance.flows.iter().filter(|line| line.flow == flow).map(|line| line.amount).sum()
}

fn name(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui).ink;
    ui.label(RichText::new(words).size(size::SMALL).color(ink));
}

fn line(ui: &mut Ui, words: &str, amounts: impl Iterator<Item = i64>, signed: bool) {
    name(ui, words);
    for amount in amounts {
        let value = amount as f64;
        let words = match (amount, signed) {
            (0, _) => "–".to_owned(),
            (_, true) => crate::view::words::signed(value, Unit::Money),
            (_, false) => figure(value, Unit::Money),
        };
        cell(ui, &words);
    }
    ui.end_row();
}

fn account_lines(ui: &mut Ui, account: &Balance) {
    let money = |value: i64| figure(value as f64, Unit::Money);
    let flows: Vec<String> = account
        .flows
        .iter()
        .map(|line| {
            let amount = crate::view::words::signed(line.amount as f64, Unit::Money);
            format!("{} {amount}", line.flow.replace('_', " "))
        })
        .collect();
    let words = format!("{} → {}: {}", money(account.opening), money(account.closing), flows.join(", "));
    let words = crate::desktop::theme::text(ui, words);
    ui.add(egui::Label::new(words.size(size::SMALL)).wrap());
}
