//! Wars: those under way and those that are over; of one the front over time, both sides, the dead, and what the seat can do.

mod acts;
mod front;
mod sides;

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind, Selection};
use crate::desktop::theme::Theme;
use crate::desktop::widgets::{aside, link_row, nothing, running_text, section, sentence, stat_row};
use crate::view::words::{compact, fill, sentence_case, text as say};
use crate::view::{WarLine, WarView, WarsView};

/// Wars as the seat sees them, one of them in full.
pub fn war_panel(ui: &mut Ui, view: &WarsView, intents: &mut Intents) {
    let heading = view.one.as_ref().map_or(say!("wa.heading"), |one| one.line.title.as_str());
    let colour = Theme::of(ui).warning;
    panel_sheet(
        ui,
        PanelKind::War,
        heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if view.list.is_empty() {
                nothing(ui, say!("wa.peace"));
            }
            if let Some(one) = &view.one {
                one_war(ui, one, intents);
            }
            others(ui, view, intents);
        },
    );
}

fn one_war(ui: &mut Ui, view: &WarView, intents: &mut Intents) {
    running_text(ui, |ui| sentence(ui, "war.began", &view.began, intents));
    running_text(ui, |ui| sentence(ui, "war.aim", &view.aim, intents));
    for (id, name) in &view.places {
        if link_row(ui, &format!("war.place.{}", id.0), name, "").clicked() {
            intents.push(Intent::Select(Selection::Territory(*id)));
        }
    }
    if let Some(words) = view.go_betweens {
        aside(ui, words);
    }
    if let Some(ended) = &view.ended {
        running_text(ui, |ui| sentence(ui, "war.ended", ended, intents));
    }
    section(ui, say!("wa.stands"));
    front::front(ui, view);
    section(ui, say!("wa.sides"));
    sides::sides(ui, view, intents);
    section(ui, say!("wa.deaths"));
    stat_row(ui, "war.dead", &view.dead);
    acts::acts(ui, view, intents);
}

/// The other wars: those under way, then those that are over.
fn others(ui: &mut Ui, view: &WarsView, intents: &mut Intents) {
    let shown = view.one.as_ref().map(|one| one.line.number);
    let other = |lines: &[WarLine]| {
        lines.iter().filter(|line| Some(line.number) != shown).cloned().collect::<Vec<_>>()
    };
    let under_way = if shown.is_some() { say!("wa.others") } else { say!("wa.under_way") };
    for (words, lines) in [(under_way, other(&view.list)), (say!("wa.ended"), other(&view.ended))] {
        if lines.is_empty() {
            continue;
        }
        section(ui, words);
        for line in &lines {
            let dead = fill(say!("wa.line.dead"), &[("n", &compact(line.dead as f64))]);
            if link_row(ui, &format!("war.line.{}", line.number), &line.title, &dead).clicked() {
                intents.push(Intent::ShowWar(line.number));
            }
            aside(ui, &when(line));
        }
    }
}

/// What kind of war it was, when, and how it stands or ended.
fn when(line: &WarLine) -> String {
    let (since, ended) = (line.since.to_string(), line.ended.map(|month| month.to_string()));
    let kind = sentence_case(line.kind);
    let words = match (&ended, line.from_start) {
        (Some(ended), _) => {
            fill(say!("wa.when.ended"), &[("kind", &kind), ("since", &since), ("ended", ended)])
        }
        (None, true) => fill(say!("wa.when.from_start"), &[("kind", &kind)]),
        (None, false) => fill(say!("wa.when"), &[("kind", &kind), ("since", &since)]),
    };
    format!("{words}: {}", line.stands)
}
