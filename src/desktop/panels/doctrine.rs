//! The line: what a state follows where, with sliders that try other weights and show which decisions would flip.

use egui::{Slider, Ui};

use super::panel_sheet;
use crate::base::DoctrineId;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, quiet, size, space, text};
use crate::desktop::widgets::{
    gauge_row, look_colour, named_button, named_button_unless, nothing, running_text, section, sentence,
};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{
    DoctrineView, LineView, ParameterView, Trial, TrialView, Unit, flip_words, trial_words, value_words,
};

/// The line of the state or movement that is looked at.
pub fn doctrine_panel(ui: &mut Ui, view: &DoctrineView, intents: &mut Intents) {
    let heading = match view.name.is_empty() {
        true => say!("ln.title").to_owned(),
        false => format!("{} · {}", say!("ln.title"), view.name),
    };
    let colour = look_colour(&Theme::of(ui), view.look);
    panel_sheet(
        ui,
        PanelKind::Doctrine,
        &heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if view.seat.is_none() {
                nothing(ui, say!("ln.nobody"));
                return;
            }
            paragraph(ui, &view.mix);
            if let Some(credibility) = &view.credibility {
                let bar = Theme::of(ui).ramp[3];
                gauge_row(ui, "doctrine.credibility", credibility, bar);
            }
            view.lines.iter().for_each(|line| one_line(ui, view, line, intents));
            changes(ui, view, intents);
        },
    );
}

fn paragraph(ui: &mut Ui, words: &str) {
    let words = text(ui, words);
    ui.add(egui::Label::new(words).wrap());
}

fn aside(ui: &mut Ui, words: &str) {
    let words = quiet(ui, words);
    ui.add(egui::Label::new(words).wrap());
}

fn one_line(ui: &mut Ui, view: &DoctrineView, line: &LineView, intents: &mut Intents) {
    section(ui, &line.name);
    aside(
        ui,
        &format!(
            "{}. {}",
            sentence_case(&line.scope),
            fill(say!("p.opponents"), &[("name", &line.opponents)])
        ),
    );
    paragraph(ui, &line.summary);
    heading(ui, say!("ln.weighs"));
    if line.parameters.is_empty() {
        nothing(ui, say!("ln.nothing_weighed"));
    }
    for parameter in &line.parameters {
        one_parameter(ui, view, line.id, parameter, intents);
    }
    for (words, lines) in [
        (say!("ln.rules_out"), line.limits.iter().map(|one| (&one.words, &one.because)).collect::<Vec<_>>()),
        (say!("ln.goes_on"), line.effects.iter().map(|one| (&one.words, &one.because)).collect()),
        (say!("ln.drifts"), line.drift.iter().map(|one| (&one.words, &one.because)).collect()),
    ] {
        if lines.is_empty() {
            continue;
        }
        heading(ui, words);
        for (words, because) in lines {
            paragraph(ui, words);
            aside(ui, because);
        }
    }
    if line.claims.is_empty() {
        return;
    }
    heading(ui, say!("ln.rests_on"));
    for claim in &line.claims {
        paragraph(ui, &claim.asserts);
        aside(ui, &format!("{}. {}", claim.source, claim.contrary));
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::XS);
    let words = quiet(ui, words);
    ui.label(words.size(size::TINY));
}

/// The trial of a parameter, if it is the one that is tried.
fn tried(view: &DoctrineView, doctrine: DoctrineId, place: u16) -> Option<&TrialView> {
    let of = |trial: &&TrialView| trial.trial.doctrine == doctrine && trial.trial.parameter == place;
    view.trial.as_ref().filter(of)
}

/// A parameter with its slider; moving it tries a value, and orders nothing.
fn one_parameter(
    ui: &mut Ui,
    view: &DoctrineView,
    doctrine: DoctrineId,
    parameter: &ParameterView,
    intents: &mut Intents,
) {
    let trial = tried(view, doctrine, parameter.place);
    let before = trial.map_or(parameter.value, |trial| trial.trial.value);
    let mut value = before;
    let name = format!("doctrine.{}.{}", doctrine.0, parameter.place);
    paragraph(ui, &format!("{}: {}", sentence_case(&parameter.what), value_words(parameter)));
    ui.spacing_mut().slider_width = (ui.available_width() - 110.0).clamp(80.0, 320.0);
    let slider = Slider::new(&mut value, parameter.min..=parameter.max)
        .step_by(0.01)
        .custom_formatter(|value, _| figure(value, Unit::Index));
    let response = ui.add(slider);
    let label = format!("{}: {}", parameter.what, figure(value, Unit::Index));
    response.widget_info(|| egui::WidgetInfo::slider(true, value, &label));
    let moved = named(&name, response).changed();
    // The slider presses a value onto its steps before anybody has touched it; that is no change.
    if moved && (value - before).abs() > 1e-5 {
        let trial = Trial { doctrine, parameter: parameter.place, value };
        intents.push(Intent::TryLine(Some(trial)));
    }
    aside(ui, &parameter.means);
    if let Some(trial) = trial {
        preview(ui, trial, parameter, intents);
    }
    ui.add_space(space::S);
}

/// Which decisions would flip, and the order that goes a step towards the value.
fn preview(ui: &mut Ui, trial: &TrialView, parameter: &ParameterView, intents: &mut Intents) {
    paragraph(ui, &trial_words(trial));
    if trial.flips.is_empty() {
        nothing(ui, say!("ln.nothing_flips"));
    }
    for (index, flip) in trial.flips.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("doctrine.flip.{index}"), &flip.act, intents));
        ui.horizontal_wrapped(|ui| {
            aside(ui, &flip_words(flip));
            let Some(number) = flip.decision else { return };
            let name = format!("doctrine.flip.{index}.why");
            if named_button(ui, &name, say!("p.why"), Weight::Plain).clicked() {
                intents.push(Intent::ShowDecision(number));
            }
        });
    }
    if let Some(order) = &trial.order {
        let to = figure(trial.trial.value.clamp(parameter.reach.0, parameter.reach.1), Unit::Index);
        let cost = figure(trial.cost, Unit::Authority);
        aside(ui, &fill(say!("ln.one_step"), &[("to", &to), ("cost", &cost)]));
        let barred = &trial.blockers;
        if named_button_unless(ui, "doctrine.order", say!("ln.order"), Weight::Main, barred).clicked() {
            intents.push(Intent::Order(order.clone()));
            intents.push(Intent::TryLine(None));
        }
    }
    if named_button(ui, "doctrine.forget", say!("ln.forget"), Weight::Plain).clicked() {
        intents.push(Intent::TryLine(None));
    }
}

fn changes(ui: &mut Ui, view: &DoctrineView, intents: &mut Intents) {
    if view.changes.is_empty() {
        return;
    }
    section(ui, say!("ln.changes"));
    for (index, (month, words)) in view.changes.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("doctrine.change.{index}"), words, intents));
        aside(ui, &month.to_string());
    }
}
