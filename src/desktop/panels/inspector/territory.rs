//! The inspector of a territory.

use egui::{Grid, RichText, Ui};

use crate::desktop::intents::{Intents, PanelKind};
use crate::desktop::names::place;
use crate::desktop::panels::panel_sheet;
use crate::desktop::theme::{Theme, caps, quiet, size, space, text};
use crate::desktop::widgets::{
    class_bar, current_bar, follow, gauge_row, link_row, look_colour, nothing, section, select_seat, stat_row,
};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{Explained, Link, TerritoryView, Unit};

/// A territory: who owns and holds it, its classes and what they have, its sectors and who owns them.
pub fn territory_panel(ui: &mut Ui, view: &TerritoryView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    panel_sheet(
        ui,
        PanelKind::Inspector,
        &view.name,
        Some(look_colour(&theme, view.look)),
        intents,
        |ui, _| {
            ui.add(egui::Label::new(caps(&view.region, size::TINY - 1.0, theme.ink_quiet)).truncate());
        },
        |ui, intents| contents(ui, view, intents),
    );
}

fn contents(ui: &mut Ui, view: &TerritoryView, intents: &mut Intents) {
    if let Some((owner, name)) = &view.owner
        && link_row(ui, "inspector.owner", name, &view.owner_status).clicked()
    {
        follow(Link::Polity(*owner), intents);
    }
    stat_row(ui, "inspector.people", &view.people);
    stat_row(ui, "inspector.value_added", &view.value_added);
    class_bar(ui, "inspector.classes", &view.bar);
    classes(ui, view);
    section(ui, say!("p.currents"));
    current_bar(ui, "inspector.currents", &view.currents);
    control(ui, view, intents);
    section(ui, say!("p.movements"));
    if view.movements.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for line in &view.movements {
        let figure = format!("{} · {}", line.phase, figure(line.strength, Unit::Index));
        if link_row(ui, &format!("inspector.movement.{}", line.id.0), &line.name, &figure).clicked() {
            follow(Link::Movement(line.id), intents);
        }
    }
    sectors(ui, view);
    if !view.nations.is_empty() {
        let nations: Vec<_> = view
            .nations
            .iter()
            .map(|(name, share)| format!("{} {}", sentence_case(name), figure(*share, Unit::Share)))
            .collect();
        ui.add_space(space::S);
        let words = quiet(ui, nations.join(" · "));
        ui.label(words);
    }
}

fn head(ui: &mut Ui, words: &[&str]) {
    for word in words {
        let quiet = quiet(ui, *word);
        ui.label(quiet.size(size::TINY));
    }
    ui.end_row();
}

fn classes(ui: &mut Ui, view: &TerritoryView) {
    section(ui, say!("p.classes"));
    let grid = Grid::new("inspector classes").num_columns(5).spacing([space::M, 2.0]);
    let drawn = grid.show(ui, |ui| {
        head(
            ui,
            &[
                say!("p.class"),
                say!("p.income"),
                say!("p.expected"),
                say!("p.grievance"),
                say!("p.organised"),
            ],
        );
        for row in view.classes.iter().filter(|row| row.share > 0.001) {
            let theme = Theme::of(ui);
            ui.label(RichText::new(sentence_case(row.class.words())).size(size::SMALL).color(theme.ink));
            for (value, unit) in [
                (row.income, Unit::Weight),
                (row.expected, Unit::Weight),
                (row.grievance, Unit::Index),
                (row.organisation, Unit::Index),
            ] {
                ui.label(RichText::new(figure(value, unit)).size(size::SMALL).color(theme.ink));
            }
            ui.end_row();
        }
    });
    place(ui.ctx(), "inspector.class_table", drawn.response.rect);
}

fn control(ui: &mut Ui, view: &TerritoryView, intents: &mut Intents) {
    section(ui, say!("p.control"));
    for (index, line) in view.control.iter().enumerate() {
        let number = Explained::given(&line.name, line.share, Unit::Share);
        let colour = if index == 0 { Theme::of(ui).ink_quiet } else { Theme::of(ui).warning };
        if gauge_row(ui, &format!("inspector.control.{index}"), &number, colour).double_clicked() {
            select_seat(line.by, intents);
        }
    }
}

fn sectors(ui: &mut Ui, view: &TerritoryView) {
    section(ui, say!("p.sectors"));
    let grid = Grid::new("inspector sectors").num_columns(4).spacing([space::M, 2.0]);
    let drawn = grid.show(ui, |ui| {
        head(ui, &[say!("p.sector"), say!("p.output"), say!("p.capital"), say!("p.owned_by")]);
        for row in &view.sectors {
            let words = text(ui, sentence_case(&row.name)).size(size::SMALL);
            ui.label(words);
            for value in [row.output, row.capital] {
                let words = text(ui, figure(value, Unit::Money)).size(size::SMALL);
                ui.label(words);
            }
            let owners: Vec<_> = row
                .property
                .iter()
                .map(|(property, share)| format!("{} {}", property.words(), figure(*share, Unit::Share)))
                .collect();
            let first = owners.first().cloned().unwrap_or_else(|| say!("p.none").into());
            let words = text(ui, first).size(size::SMALL);
            ui.add(egui::Label::new(words).truncate()).on_hover_text(owners.join("\n"));
            ui.end_row();
        }
    });
    place(ui.ctx(), "inspector.sector_table", drawn.response.rect);
    for (index, number) in view.deposits.iter().enumerate() {
        stat_row(ui, &format!("inspector.deposits.{index}"), number);
    }
}
