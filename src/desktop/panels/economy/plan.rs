//! The plan: targets against reports against truth, and four sliders that draw up the next one and show what it starves.

use egui::{Grid, Slider, Ui};

use super::{cell, column};
use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, quiet, size, space, text};
use crate::desktop::widgets::{named_button_unless, nothing, section, stat_row};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{PlanPage, PlanSector, PlanView, Unit};

/// Share of output under plan below which there is no plan to speak of.
const PLANNED: f64 = 0.3;
/// A shortfall from which a sector is marked as starved.
const STARVED: f64 = 0.05;

pub(super) fn page(ui: &mut Ui, page: &PlanPage, intents: &mut Intents) {
    if page.planned < PLANNED {
        nothing(ui, say!("ec.no_plan"));
        return;
    }
    in_force(ui, &page.plan);
    if page.own {
        draw_up(ui, page, intents);
    }
    starves(ui, page);
    past(ui, &page.plan);
}

fn in_force(ui: &mut Ui, plan: &PlanView) {
    let words = match plan.runs {
        Some((first, last)) => format!("{}: {first} – {last}", say!("pl.runs")),
        None => say!("pl.none").to_owned(),
    };
    section(ui, &words);
    for (index, number) in plan.ambition.iter().enumerate() {
        stat_row(ui, &format!("economy.plan.ambition.{index}"), number);
    }
    if let Some(reform) = &plan.reform {
        let words = quiet(ui, format!("{}: {reform}", say!("pl.reform")));
        ui.label(words);
    }
    section(ui, say!("ec.fulfilment"));
    let heads = [
        say!("ec.head.target"),
        say!("ec.head.reported"),
        say!("ec.head.made"),
        say!("ec.head.shortage"),
        say!("ec.head.queue"),
        say!("ec.head.hoard"),
        say!("ec.head.investment"),
    ];
    Grid::new("economy plan").num_columns(heads.len() + 1).spacing([space::L, space::XS]).show(ui, |ui| {
        ui.label("");
        heads.iter().for_each(|head| column(ui, head));
        ui.end_row();
        plan.sectors.iter().for_each(|sector| sector_line(ui, sector));
    });
    section(ui, say!("ec.figures"));
    for (index, number) in plan.figures.iter().enumerate() {
        stat_row(ui, &format!("economy.plan.figure.{index}"), number);
    }
}

fn sector_line(ui: &mut Ui, sector: &PlanSector) {
    let group = if sector.group_a { "A" } else { "B" };
    let words = text(ui, format!("{} ({group})", sector.name)).size(size::SMALL);
    ui.label(words);
    for number in [
        &sector.target,
        &sector.reported,
        &sector.made,
        &sector.shortage,
        &sector.queue,
        &sector.hoard,
        &sector.investment,
    ] {
        cell(ui, &number.shown());
    }
    ui.end_row();
}

/// Four numbers; everything else follows from them.
fn draw_up(ui: &mut Ui, page: &PlanPage, intents: &mut Intents) {
    section(ui, say!("ec.draw_up"));
    let mut ambition = page.ambition;
    let before = ambition;
    number(ui, "growth", say!("ec.growth"), &mut ambition.growth, 0.0..=0.2);
    number(ui, "investment", say!("ec.investment"), &mut ambition.investment, 0.05..=0.45);
    number(ui, "heavy", say!("ec.heavy"), &mut ambition.heavy, 0.0..=1.0);
    number(ui, "procurement", say!("ec.procurement"), &mut ambition.procurement, 0.0..=0.6);
    if ambition != before {
        intents.push(Intent::DraftPlan(ambition));
    }
    let give = say!("ec.give_plan");
    if named_button_unless(ui, "economy.plan.give", give, Weight::Main, &page.blockers).clicked() {
        intents.push(Intent::Order(page.order.clone()));
    }
}

fn number(ui: &mut Ui, name: &str, words: &str, value: &mut f64, range: std::ops::RangeInclusive<f64>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = 220.0;
        let slider = Slider::new(value, range)
            .step_by(0.005)
            .custom_formatter(|value, _| figure(value, Unit::Share))
            .custom_parser(|typed| {
                let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                digits.parse::<f64>().ok().map(|value| value / 100.0)
            });
        let response = ui.add(slider);
        let label = format!("{words}: {}", figure(*value, Unit::Share));
        response.widget_info(|| egui::WidgetInfo::slider(true, *value, &label));
        named(&format!("economy.plan.{name}"), response);
        let words = quiet(ui, words);
        ui.label(words);
    });
}

/// What the plan being drawn up, or the next one, would bring and starve.
fn starves(ui: &mut Ui, page: &PlanPage) {
    section(ui, say!("ec.starves"));
    let preview = &page.preview;
    for (index, number) in [&preview.feasible, &preview.households, &preview.consumption].iter().enumerate() {
        stat_row(ui, &format!("economy.plan.preview.{index}"), number);
    }
    let theme = Theme::of(ui);
    let mut starved = false;
    for sector in preview.sectors.iter().filter(|sector| sector.shortfall.value > STARVED) {
        starved = true;
        let words = format!(
            "{}: {} {}, {} {}",
            sector.name,
            sector.shortfall.shown(),
            say!("ec.lacking"),
            say!("ec.or_import"),
            sector.imports.shown()
        );
        ui.label(egui::RichText::new(words).color(theme.warning_text));
    }
    if !starved {
        nothing(ui, say!("ec.starves_nothing"));
    }
}

fn past(ui: &mut Ui, plan: &PlanView) {
    if plan.past.is_empty() {
        return;
    }
    section(ui, say!("pl.past"));
    for past in &plan.past {
        let words = format!(
            "{}: {} {}, {} {}",
            past.start,
            sentence_case(say!("n.out.told")),
            figure(past.reported, Unit::Share),
            say!("n.out.made"),
            figure(past.truth, Unit::Share)
        );
        let words = text(ui, words);
        ui.label(words);
    }
}
