//! The outcome of a seat: what it is summed from, its own aims, and the harm charged to it.

use egui::Ui;

use super::panel_sheet;
use crate::desktop::intents::{Intents, PanelKind};
use crate::desktop::theme::{Theme, quiet, text};
use crate::desktop::widgets::{aside, gauge_row, nothing, section, stat_row};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{Explained, How, OutcomeView, TermView, Unit};

/// The outcome so far, or at the end.
pub fn outcome_panel(ui: &mut Ui, view: &OutcomeView, intents: &mut Intents) {
    let colour = Theme::of(ui).attention;
    let heading = if view.seat_name.is_empty() { say!("out.title") } else { view.seat_name.as_str() };
    panel_sheet(
        ui,
        PanelKind::Outcome,
        heading,
        Some(colour),
        intents,
        |ui, _| {
            let template = if view.ended { say!("out.ended") } else { say!("out.so_far") };
            let words = quiet(ui, fill(template, &[("when", &view.month.to_string())]));
            ui.label(words);
        },
        |ui, _| contents(ui, view),
    );
}

fn contents(ui: &mut Ui, view: &OutcomeView) {
    let theme = Theme::of(ui);
    if let Some(month) = view.exchange {
        let words = fill(say!("out.exchange"), &[("when", &month.to_string())]);
        ui.label(egui::RichText::new(words).color(theme.warning_text));
        section(ui, say!("out.account"));
        for sentence in &view.account {
            let words = text(ui, sentence);
            ui.label(words);
        }
    }
    if !view.movement_phase.is_empty() {
        let words = text(ui, sentence_case(&view.movement_phase));
        ui.label(words);
    }
    if let Some(standing) = &view.standing {
        gauge_row(ui, "outcome.standing", standing, theme.ink);
        if !standing.terms.is_empty() {
            section(ui, say!("out.terms"));
        }
        for (index, term) in standing.terms.iter().enumerate() {
            let number = Explained::given(&term.label, term.value, term.unit);
            gauge_row(ui, &format!("outcome.term.{index}"), &number, theme.attention);
        }
    }
    if !view.aims.is_empty() {
        section(ui, say!("out.aims"));
        for (index, aim) in view.aims.iter().enumerate() {
            let plain = |value: f64| figure(value, Unit::for_size_of(value));
            let (now, from, to) = (plain(aim.now), plain(aim.from), plain(aim.to));
            let weight = figure(aim.weight, Unit::Share);
            let places = [("now", now.as_str()), ("from", &from), ("to", &to), ("weight", &weight)];
            let number = Explained::given(&aim.words, aim.reached, Unit::Share);
            let number = number.meaning(fill(say!("out.aim"), &places));
            gauge_row(ui, &format!("outcome.aim.{index}"), &number, theme.attention);
        }
    }
    if view.harm.is_empty() {
        return;
    }
    section(ui, say!("out.harm"));
    if let Some(before) = &view.harm_before {
        aside(ui, &fill(say!("out.harm_before"), &[("movement", before)]));
    }
    if view.harm.iter().all(|line| line.own <= 0.0) {
        nothing(ui, say!("out.no_harm"));
    }
    for (index, line) in view.harm.iter().enumerate() {
        let unit = Unit::People;
        let whole = TermView { label: say!("ch.world").to_lowercase(), value: line.world, unit };
        let mut number = Explained::given(line.kind.words(), line.own, unit);
        number.terms = vec![TermView { label: line.kind.words().into(), value: line.own, unit }, whole];
        number.how = How::Given;
        stat_row(ui, &format!("outcome.harm.{index}"), &number);
    }
}
