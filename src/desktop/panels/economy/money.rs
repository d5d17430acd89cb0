//! Money: treasury, reserves, prices, work, and every debt.

use egui::Ui;

use crate::desktop::intents::Intents;
use crate::desktop::widgets::{follow, link_row, nothing, section, stat_row};
use crate::view::words::text as say;
use crate::view::{Link, MoneyPage};

pub(super) fn page(ui: &mut Ui, page: &MoneyPage, intents: &mut Intents) {
    for (index, number) in page.numbers.iter().enumerate() {
        stat_row(ui, &format!("economy.money.{index}"), number);
    }
    for (owed, heading) in [(true, say!("ec.owes")), (false, say!("ec.is_owed"))] {
        section(ui, heading);
        let mut any = false;
        for (index, debt) in page.debts.iter().enumerate().filter(|(_, debt)| debt.owed == owed) {
            any = true;
            let words = format!("{} · {}", debt.principal.shown(), debt.terms);
            if link_row(ui, &format!("economy.debt.{index}"), &debt.name, &words).clicked() {
                follow(Link::Polity(debt.other), intents);
            }
        }
        if !any {
            nothing(ui, say!("p.none"));
        }
    }
}
