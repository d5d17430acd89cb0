//! The inspector of a movement.

use egui::Ui;

use super::{actions, decisions, doctrine, gauges, numbers};
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::panels::panel_sheet;
use crate::desktop::theme::{Theme, caps, quiet, size};
use crate::desktop::widgets::{class_bar, follow, link_row, nothing, section};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{Link, MovementView, Unit};

/// A movement: its front, the situation, its numbers, who helps it.
pub fn movement_panel(ui: &mut Ui, view: &MovementView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    panel_sheet(
        ui,
        PanelKind::Inspector,
        &view.name,
        Some(theme.attention),
        intents,
        |ui, _| {
            ui.add(egui::Label::new(caps(&view.current, size::TINY - 1.0, theme.ink_quiet)).truncate());
        },
        |ui, intents| contents(ui, view, intents),
    );
}

fn contents(ui: &mut Ui, view: &MovementView, intents: &mut Intents) {
    let words = quiet(ui, sentence_case(&view.phase));
    ui.label(words);
    if let Some((against, name)) = &view.against {
        let words = sentence_case(&say!("m.against").replace("{whom}", name));
        if link_row(ui, "inspector.against", &words, "").clicked() {
            follow(Link::Polity(*against), intents);
        }
    }
    if let Some((territory, name)) = &view.territory
        && link_row(ui, "inspector.territory", name, "").clicked()
    {
        follow(Link::Territory(*territory), intents);
    }
    section(ui, say!("m.front"));
    class_bar(ui, "inspector.front", &view.front);
    gauges(ui, &view.gauges);
    actions(ui, &view.actions, intents);
    if let Some(id) = view.id
        && link_row(ui, "inspector.in_full", say!("mv.open"), say!("mv.key")).clicked()
    {
        intents.push(Intent::ShowMovement(id));
    }
    section(ui, say!("m.strategy"));
    let words = quiet(ui, sentence_case(&view.strategy));
    ui.label(words);
    numbers(ui, "movement", &view.numbers);
    section(ui, say!("m.patrons"));
    if view.patrons.is_empty() {
        nothing(ui, say!("m.no_patrons"));
    }
    for line in &view.patrons {
        let monthly = if line.monthly > 0.0 { figure(line.monthly, Unit::Money) } else { String::new() };
        if link_row(ui, &format!("inspector.patron.{}", line.id.0), &line.name, &monthly).clicked() {
            follow(Link::Polity(line.id), intents);
        }
    }
    if let Some(line) = &view.doctrine {
        section(ui, say!("p.doctrines"));
        doctrine(ui, line);
    }
    decisions(ui, &view.decisions, intents);
}
