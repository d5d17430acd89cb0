//! Money: what is wrong, the purse, gold and the world's money, credit, and every debt.

use egui::Ui;

use crate::desktop::intents::Intents;
use crate::desktop::theme::{Theme, quiet};
use crate::desktop::widgets::{Cell, Table, follow, nothing, running_text, section, sentence, stat_row};
use crate::view::words::{Millions, figure, text as say};
use crate::view::{DebtLine, Explained, Link, MoneyPage, Unit};

pub(super) fn page(ui: &mut Ui, page: &MoneyPage, intents: &mut Intents) {
    let theme = Theme::of(ui);
    for words in &page.warnings {
        ui.label(egui::RichText::new(words).color(theme.warning_text));
    }
    numbers(ui, say!("mo.abroad"), "abroad", &page.abroad);
    if let Some(words) = &page.key {
        section(ui, say!("mo.key"));
        running_text(ui, |ui| sentence(ui, "economy.money.key", words, intents));
        rows(ui, "key", &page.key_numbers);
    }
    numbers(ui, say!("mo.credit"), "credit", &page.credit);
    for (owed, heading) in [(true, say!("mo.owes")), (false, say!("mo.is_owed"))] {
        let debts: Vec<&DebtLine> = page.debts.iter().filter(|debt| debt.owed == owed).collect();
        section(ui, heading);
        if debts.is_empty() {
            nothing(ui, say!("p.none"));
        } else {
            // One caption does for both tables.
            if owed || page.debts.iter().all(|debt| !debt.owed) {
                let words = quiet(ui, say!("mo.debts_of"));
                ui.label(words);
            }
            table(ui, if owed { "economy.owes" } else { "economy.owed" }, &debts, intents);
        }
    }
    numbers(ui, say!("mo.home"), "home", &page.home);
}

fn numbers(ui: &mut Ui, heading: &str, name: &str, numbers: &[Explained]) {
    section(ui, heading);
    rows(ui, name, numbers);
}

fn rows(ui: &mut Ui, name: &str, numbers: &[Explained]) {
    for (index, number) in numbers.iter().enumerate() {
        stat_row(ui, &format!("economy.money.{name}.{index}"), number);
    }
}

fn table(ui: &mut Ui, name: &str, debts: &[&DebtLine], intents: &mut Intents) {
    let form = Millions::of(debts.iter().map(|debt| debt.principal.value));
    let heads = [
        say!("mo.head.lender"),
        say!("mo.head.owed"),
        say!("mo.head.interest"),
        say!("mo.head.left"),
        say!("mo.head.arrears"),
    ];
    let table = Table::begin(ui, name, 0.34, &heads);
    for (index, debt) in debts.iter().enumerate() {
        let late = match debt.arrears {
            0 => Cell::Plain("–".into()),
            months => Cell::Warning(months.to_string()),
        };
        let cells = [
            Cell::Plain(debt.kind.into()),
            Cell::Plain(form.show(debt.principal.value)),
            Cell::Plain(figure(debt.interest, Unit::Share)),
            Cell::Plain(debt.months_left.to_string()),
            late,
        ];
        if table.link(ui, &index.to_string(), &debt.name, &cells).clicked() {
            follow(Link::Polity(debt.other), intents);
        }
    }
}
