//! The inspector of a state or dependency.

use egui::{Ui, vec2};

use super::{actions, decisions, doctrine, gauges, numbers};
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::panels::panel_sheet;
use crate::desktop::theme::{Theme, caps, quiet, size};
use crate::desktop::widgets::{
    Trace, aside, class_bar, current_bar, follow, link_row, look_colour, nothing, running_text, section,
    select_seat, sentence, sparkline, stat_row,
};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{ArchiveView, Link, RelationLine, StateView, Unit, error_words};

/// Height of the small chart of beliefs.
const SPARK: f32 = 42.0;

/// A state or dependency: classes, gauges, acts; below, everything else by sections.
pub fn state_panel(ui: &mut Ui, view: &StateView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let form = format!("{} · {}", view.form, view.look.words());
    panel_sheet(
        ui,
        PanelKind::Inspector,
        &view.name,
        Some(look_colour(&theme, view.look)),
        intents,
        |ui, _| {
            ui.add(egui::Label::new(caps(&form, size::TINY - 1.0, theme.ink_quiet)).truncate());
        },
        |ui, intents| contents(ui, view, intents),
    );
}

fn contents(ui: &mut Ui, view: &StateView, intents: &mut Intents) {
    headline(ui, view, intents);
    class_bar(ui, "inspector.classes", &view.classes);
    gauges(ui, &view.gauges);
    actions(ui, &view.actions, intents);
    if link_row(ui, "inspector.society", say!("so.open"), say!("so.key")).clicked() {
        intents.push(Intent::Open(PanelKind::Society));
    }
    section(ui, say!("p.life"));
    stat_row(ui, "inspector.people", &view.people);
    stat_row(ui, "inspector.product_per_head", &view.product_per_head);
    stat_row(ui, "inspector.growth", &view.growth);
    numbers(ui, "life", &view.life);
    section(ui, say!("p.rule"));
    numbers(ui, "rule", &view.rule);
    stat_row(ui, "inspector.standing", &view.standing);
    section(ui, say!("p.currents"));
    current_bar(ui, "inspector.currents", &view.currents);
    section(ui, say!("p.budget"));
    numbers(ui, "budget", &view.budget);
    section(ui, say!("p.economy"));
    numbers(ui, "economy", &view.economy);
    section(ui, say!("p.might"));
    numbers(ui, "might", &view.might);
    if let Some(seen) = &view.seen {
        as_seen(ui, seen);
    }
    section(ui, say!("p.doctrines"));
    for line in &view.doctrines {
        doctrine(ui, line);
    }
    movements(ui, view, intents);
    section(ui, say!("p.relations"));
    relations(ui, "trusted", say!("p.trusted"), &view.trusted, intents);
    relations(ui, "tense", say!("p.tense"), &view.tense, intents);
    relations(ui, "influences", say!("p.influences"), &view.influences, intents);
    relations(ui, "influenced", say!("p.influenced"), &view.influenced, intents);
    agreements(ui, view, intents);
    decisions(ui, &view.decisions, intents);
    section(ui, say!("p.organisations"));
    if view.organisations.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for (id, name) in &view.organisations {
        if link_row(ui, &format!("inspector.organisation.{}", id.0), name, "").clicked() {
            follow(Link::Organisation(*id), intents);
        }
    }
    section(ui, say!("p.territories"));
    for (id, name) in &view.territories {
        if link_row(ui, &format!("inspector.territory.{}", id.0), name, "").clicked() {
            follow(Link::Territory(*id), intents);
        }
    }
}

/// What is believed of it, and how far off that was over the years.
fn as_seen(ui: &mut Ui, seen: &ArchiveView) {
    section(ui, &fill(say!("ar.section"), &[("observer", &seen.observer)]));
    for (place, line) in seen.lines.iter().enumerate() {
        if let Some(believed) = &line.believed {
            stat_row(ui, &format!("inspector.seen.{place}"), believed);
        }
        if let Some(error) = line.mean_error {
            aside(ui, &sentence_case(&error_words(error)));
        }
    }
    stat_row(ui, "inspector.certainty", &seen.certainty);
    let Some(first) = seen.first else { return };
    aside(ui, say!("ar.over_truth"));
    let names = [say!("ar.short.strength"), say!("ar.short.product"), say!("ar.short.warheads")];
    let traces: Vec<Trace> = names
        .into_iter()
        .zip(&seen.lines)
        .map(|(name, line)| Trace { name, values: &line.over_truth, broken: false })
        .collect();
    let wanted = vec2(ui.available_width(), SPARK);
    sparkline(ui, "inspector.archive", wanted, first, 1.0, &traces);
}

/// How it stands: status, organisations, whether the player sits here.
fn headline(ui: &mut Ui, view: &StateView, intents: &mut Intents) {
    let member = match &view.bloc {
        None => say!("p.no_pact").to_owned(),
        Some(bloc) => say!("p.member_of").replace("{list}", bloc),
    };
    let mut words = format!("{} · {member}", sentence_case(&view.status));
    if view.is_player {
        words = format!("{} · {words}", sentence_case(say!("p.you")));
    }
    let words = quiet(ui, words);
    ui.label(words);
    if let Some((ruler, name)) = &view.ruler
        && link_row(ui, "inspector.ruler", name, "").clicked()
    {
        follow(Link::Polity(*ruler), intents);
    }
}

fn movements(ui: &mut Ui, view: &StateView, intents: &mut Intents) {
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
}

fn relations(ui: &mut Ui, name: &str, heading: &str, lines: &[RelationLine], intents: &mut Intents) {
    let heading = quiet(ui, sentence_case(heading));
    ui.label(heading);
    if lines.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for (index, line) in lines.iter().enumerate() {
        let figure = figure(line.value, Unit::Index);
        if link_row(ui, &format!("inspector.{name}.{index}"), &line.name, &figure).clicked() {
            select_seat(line.other, intents);
        }
    }
}

fn agreements(ui: &mut Ui, view: &StateView, intents: &mut Intents) {
    section(ui, say!("p.agreements"));
    if view.agreements.is_empty() {
        nothing(ui, say!("p.none"));
    }
    for (index, line) in view.agreements.iter().enumerate() {
        running_text(ui, |ui| {
            sentence(ui, &format!("inspector.agreement.{index}"), &line.sentence, intents);
            let until = quiet(ui, format!("  · {}", line.until));
            ui.label(until);
        });
    }
}
