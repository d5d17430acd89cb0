//! Crises: where one stands, how near an accident is, what is at stake, and what the seat can do in the coming round.

mod moves;
mod sides;

use egui::{Color32, RichText, Ui};

use super::ladder::Ladder;
use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::{Theme, size, space, text};
use crate::desktop::widgets::{aside, link_row, nothing, paragraph, running_text, section, sentence};
use crate::sim::crisis::RUNG_MOBILISED;
use crate::view::words::{rung_words, sentence_case, text as say};
use crate::view::{CrisesView, CrisisView};

/// Crises as the seat sees them, one of them in full.
pub fn crisis_panel(ui: &mut Ui, view: &CrisesView, intents: &mut Intents) {
    let heading = view.one.as_ref().map_or(say!("cr.heading"), |one| one.title.as_str());
    let colour = Theme::of(ui).attention;
    panel_sheet(
        ui,
        PanelKind::Crisis,
        heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            match &view.one {
                Some(one) => one_crisis(ui, one, intents),
                None => nothing(ui, say!("cr.calm")),
            }
            others(ui, view, intents);
            ended(ui, view, intents);
        },
    );
}

fn one_crisis(ui: &mut Ui, view: &CrisisView, intents: &mut Intents) {
    headline(ui, view);
    running_text(ui, |ui| sentence(ui, "crisis.began", &view.began, intents));
    section(ui, say!("cr.stands"));
    let ladder = Ladder {
        name: "crisis.rung",
        first: 0,
        at: usize::from(view.rung),
        peak: usize::from(view.peak),
        steps: view.ladder.iter().map(|rung| (rung.name, rung.means)).collect(),
    };
    ladder.show(ui);
    aside(ui, &view.stands);
    section(ui, say!("cr.sides"));
    sides::sides(ui, view, intents);
    for (index, words) in view.between.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("crisis.between.{index}"), words, intents));
    }
    moves::moves(ui, view, intents);
    if !view.played.is_empty() {
        section(ui, say!("cr.played"));
        view.played.iter().for_each(|words| paragraph(ui, words));
    }
}

/// The ink in which a rung is written by itself: higher rungs warn.
fn ink_of(theme: &Theme, rung: u8) -> Color32 {
    if rung >= RUNG_MOBILISED { theme.warning_text } else { theme.ink }
}

/// Rung and danger, in the largest type of the sheet.
fn headline(ui: &mut Ui, view: &CrisisView) {
    let theme = Theme::of(ui);
    let loud = |words: String, colour| RichText::new(words).font(Theme::poster(size::TITLE)).color(colour);
    let rung = loud(sentence_case(rung_words(view.rung)), ink_of(&theme, view.rung));
    ui.add(egui::Label::new(rung).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let label = text(ui, format!("{}:", say!("cr.accident")));
        ui.label(label);
        let odds = RichText::new(&view.accident_words).font(Theme::strong(size::LARGE));
        ui.label(odds.color(theme.warning_text));
    });
    paragraph(ui, &view.accident_means);
    ui.add_space(space::XS);
}

fn others(ui: &mut Ui, view: &CrisesView, intents: &mut Intents) {
    let shown = view.one.as_ref().map(|one| one.number);
    if view.list.iter().all(|line| Some(line.number) == shown) {
        return;
    }
    section(ui, say!("cr.others"));
    for line in view.list.iter().filter(|line| Some(line.number) != shown) {
        let name = format!("crisis.other.{}", line.number);
        if link_row(ui, &name, &line.words, line.rung).clicked() {
            intents.push(Intent::ShowCrisis(line.number));
        }
    }
}

fn ended(ui: &mut Ui, view: &CrisesView, intents: &mut Intents) {
    if view.ended.is_empty() {
        return;
    }
    section(ui, say!("cr.ended"));
    for (index, (when, words)) in view.ended.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("crisis.ended.{index}"), words, intents));
        aside(ui, when);
    }
}
