//! The plan: targets against reports against truth, and four sliders that draw up the next one and show what it starves.

use egui::{Rect, Sense, Slider, Ui, pos2, vec2};

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, quiet, size, space, text};
use crate::desktop::widgets::{
    Cell, Table, named_button, named_button_unless, nothing, section, stat_row, swatch,
};
use crate::view::words::{Millions, figure, fill, sentence_case, text as say};
use crate::view::{PlanPage, PlanSector, PlanView, Unit};

/// Share of output under plan below which there is no plan to speak of.
const PLANNED: f64 = 0.3;
/// A shortfall from which a sector is marked as starved.
const STARVED: f64 = 0.05;

pub(super) fn page(ui: &mut Ui, page: &PlanPage, intents: &mut Intents) {
    if page.planned < PLANNED {
        let share = figure(page.planned, Unit::Share);
        nothing(ui, &fill(say!("ec.no_plan"), &[("share", &share)]));
        return;
    }
    // Whatever can be done comes first: a plan while one can be drawn up, else how the running one goes.
    if page.own && (page.given || page.blockers.is_empty()) {
        draw_up(ui, page, intents);
        starves(ui, page);
        targets(ui, page, intents);
    } else {
        targets(ui, page, intents);
        if page.own {
            draw_up(ui, page, intents);
        }
        starves(ui, page);
    }
    lacks(ui, &page.plan);
    section(ui, say!("ec.figures"));
    for (index, number) in page.plan.figures.iter().enumerate() {
        stat_row(ui, &format!("economy.plan.figure.{index}"), number);
    }
    past(ui, &page.plan);
}

/// Four numbers; everything else follows from them.
fn draw_up(ui: &mut Ui, page: &PlanPage, intents: &mut Intents) {
    section(ui, say!("ec.draw_up"));
    let words = quiet(ui, say!("ec.draw_up_means"));
    ui.label(words);
    let mut ambition = page.ambition;
    let numbers = [
        ("growth", say!("ec.growth"), say!("ec.growth.means"), &mut ambition.growth, 0.0..=0.2),
        (
            "investment",
            say!("ec.investment"),
            say!("ec.investment.means"),
            &mut ambition.investment,
            0.05..=0.45,
        ),
        ("heavy", say!("ec.heavy"), say!("ec.heavy.means"), &mut ambition.heavy, 0.0..=1.0),
        (
            "procurement",
            say!("ec.procurement"),
            say!("ec.procurement.means"),
            &mut ambition.procurement,
            0.0..=0.6,
        ),
    ];
    let mut moved = false;
    for (name, words, means, value, range) in numbers {
        moved |= number(ui, name, words, means, value, range);
    }
    if moved {
        intents.push(Intent::DraftPlan(ambition));
    }
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        let give = say!("ec.give_plan");
        if named_button_unless(ui, "economy.plan.give", give, Weight::Main, &page.blockers).clicked() {
            intents.push(Intent::Order(page.order.clone()));
        }
        let cost = fill(say!("ec.plan_costs"), &[("n", &figure(page.cost, Unit::Count))]);
        let words = quiet(ui, cost);
        ui.label(words);
    });
    ui.horizontal_wrapped(|ui| {
        let choices = [
            ("economy.plan.advise", say!("ec.advise"), page.advised),
            ("economy.plan.custom", say!("ec.customary"), page.customary),
        ];
        for (name, words, choice) in choices {
            let words = fill(words, &[("growth", &figure(choice.growth, Unit::Share))]);
            if named_button(ui, name, &words, Weight::Plain).clicked() {
                intents.push(Intent::DraftPlan(choice));
            }
        }
    });
    let theme = Theme::of(ui);
    let ink = if page.given { theme.ink } else { theme.warning_text };
    for line in &page.blockers {
        ui.label(egui::RichText::new(line).color(ink).size(size::SMALL));
    }
}

/// One slider with its words before it; true if it was moved.
fn number(
    ui: &mut Ui,
    name: &str,
    words: &str,
    means: &str,
    value: &mut f64,
    range: std::ops::RangeInclusive<f64>,
) -> bool {
    const STEP: f64 = 0.005;
    let before = *value;
    ui.horizontal(|ui| {
        let width = ui.available_width();
        let (rect, label) = ui.allocate_exact_size(vec2(width * 0.4, space::BUTTON), Sense::hover());
        let galley =
            ui.painter().layout_no_wrap(words.to_owned(), Theme::body(size::BODY), Theme::of(ui).ink);
        let at = egui::Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect);
        ui.painter().galley(at.min, galley, Theme::of(ui).ink);
        label.on_hover_text(means);
        ui.spacing_mut().interact_size.x = 64.0;
        ui.spacing_mut().slider_width = (ui.available_width() - 76.0).max(60.0);
        let slider = Slider::new(value, range)
            .step_by(STEP)
            .custom_formatter(|value, _| figure(value, Unit::Share))
            .custom_parser(|typed| {
                let typed = typed.replace(',', ".");
                let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                digits.parse::<f64>().ok().map(|value| value / 100.0)
            });
        let response = ui.add(slider);
        let label = format!("{words}: {}", figure(*value, Unit::Share));
        response.widget_info(|| egui::WidgetInfo::slider(true, *value, &label));
        let response = named(&format!("economy.plan.{name}"), response).on_hover_text(means);
        // The slider presses a value onto its steps before anybody has touched it; that is no move.
        response.changed() && (*value - before).abs() > STEP / 1000.0
    })
    .inner
}

/// What the plan being drawn up, or the next one, would bring and starve.
fn starves(ui: &mut Ui, page: &PlanPage) {
    let preview = &page.preview;
    section(ui, say!("ec.starves"));
    let theme = Theme::of(ui);
    let starved: Vec<&str> = preview
        .sectors
        .iter()
        .filter(|sector| sector.shortfall.value > STARVED)
        .map(|sector| sector.name.as_str())
        .collect();
    if starved.is_empty() {
        nothing(ui, say!("ec.starves_nothing"));
    } else {
        let words = fill(say!("ec.starves_these"), &[("sectors", &starved.join(", "))]);
        ui.label(egui::RichText::new(words).font(Theme::strong(size::BODY)).color(theme.warning_text));
    }
    for (index, number) in [&preview.feasible, &preview.households, &preview.consumption].iter().enumerate() {
        stat_row(ui, &format!("economy.plan.preview.{index}"), number);
    }
    let words = quiet(ui, say!("ec.starves_of"));
    ui.label(words);
    let form =
        Millions::of(preview.sectors.iter().flat_map(|sector| [sector.goal.value, sector.capacity.value]));
    let heads = [say!("ec.head.goal"), say!("ec.head.can"), say!("ec.head.lacking"), say!("ec.head.import")];
    let table = Table::begin(ui, "economy.plan.starves", 0.3, &heads);
    for (index, sector) in preview.sectors.iter().enumerate() {
        let lacking = match sector.shortfall.value {
            value if value > STARVED => Cell::Warning(sector.shortfall.shown()),
            _ => Cell::Plain(sector.shortfall.shown()),
        };
        let cells = [
            Cell::Plain(form.show(sector.goal.value)),
            Cell::Plain(form.show(sector.capacity.value)),
            lacking,
            Cell::Plain(form.show(sector.imports.value)),
        ];
        table.row(ui, &index.to_string(), &sector.name, &cells);
    }
}

/// Part of the width in which names stand, and where the bars of targets, reports and truth end.
const NAMES: f32 = 0.24;
const BARS: f32 = 0.55;
/// Output over target at which a bar ends.
const LONGEST: f64 = 1.25;

fn targets(ui: &mut Ui, page: &PlanPage, intents: &mut Intents) {
    let plan = &page.plan;
    section(ui, say!("ec.targets"));
    let words = match plan.runs {
        Some((first, last)) => format!("{}: {first} – {last}", say!("pl.runs")),
        None => say!("pl.none").to_owned(),
    };
    let words = text(ui, words);
    ui.label(words);
    let ambition: Vec<String> =
        plan.ambition.iter().map(|number| format!("{} {}", number.what, number.shown())).collect();
    if !ambition.is_empty() {
        nothing(ui, &sentence_case(&ambition.join(" · ")));
    }
    if let Some(reform) = &plan.reform {
        nothing(ui, &format!("{}: {reform}", say!("pl.reform")));
    }
    let words = quiet(ui, say!("ec.targets_of"));
    ui.label(words);
    key(ui);
    let all = plan.sectors.iter().flat_map(|one| [one.target.value, one.reported.value, one.made.value]);
    let form = Millions::of(all);
    let heads = [say!("ec.head.target"), say!("ec.head.reported"), say!("ec.head.made")];
    let table = Table::begin(ui, "economy.plan.targets", BARS, &heads);
    for (index, sector) in plan.sectors.iter().enumerate() {
        let cells = [
            Cell::Opens(form.show(sector.target.value), &sector.target),
            Cell::Opens(form.show(sector.reported.value), &sector.reported),
            Cell::Opens(form.show(sector.made.value), &sector.made),
        ];
        let row = table.row(ui, &index.to_string(), &name_of(sector), &cells).rect;
        let room = Rect::from_min_max(
            pos2(row.left() + row.width() * NAMES, row.top() + 5.0),
            pos2(row.left() + row.width() * BARS, row.bottom() - 5.0),
        );
        bar(ui, room, sector);
    }
    if let Some(draft) = page.revise {
        ui.add_space(space::XS);
        if named_button(ui, "economy.plan.revise", say!("ec.revise"), Weight::Plain).clicked() {
            intents.push(Intent::Prepare(draft));
        }
    }
}

/// A sector's name, with the group of planners' tables: A makes means of production, B goods of consumption.
fn name_of(sector: &PlanSector) -> String {
    format!("{} ({})", sector.name, if sector.group_a { "A" } else { "B" })
}

/// What the parts of the bars mean.
fn key(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        let mark = |ui: &mut Ui| ui.allocate_exact_size(vec2(size::SMALL, size::SMALL), Sense::hover()).0;
        let rect = mark(ui);
        ui.painter().rect_filled(rect, 0.0, theme.series[1]);
        let words = quiet(ui, say!("ec.key.made"));
        ui.label(words);
        let rect = mark(ui);
        swatch(ui.painter(), rect, theme.paper, Some(theme.series[0]), theme.series[0]);
        let words = quiet(ui, say!("ec.key.reported"));
        ui.label(words);
        let rect = mark(ui);
        ui.painter().vline(rect.center().x, rect.y_range(), (space::RULE, theme.ink));
        let words = quiet(ui, say!("ec.key.target"));
        ui.label(words);
    });
}

/// Truth as a full bar, what is reported beyond it hatched, the target as a tick.
fn bar(ui: &Ui, room: Rect, sector: &PlanSector) {
    let theme = Theme::of(ui);
    let target = sector.target.value;
    let at = |value: f64| {
        let share = if target > 0.0 { value / target / LONGEST } else { 0.0 };
        let share = if share.is_finite() { share.clamp(0.0, 1.0) as f32 } else { 0.0 };
        room.left() + room.width() * share
    };
    ui.painter().rect_filled(room, 0.0, theme.paper_shade);
    let (made, told) = (at(sector.made.value), at(sector.reported.value));
    ui.painter().rect_filled(Rect::from_x_y_ranges(room.left()..=made, room.y_range()), 0.0, theme.series[1]);
    if told > made + 1.0 {
        let beyond = Rect::from_x_y_ranges(made..=told, room.y_range());
        swatch(ui.painter(), beyond, theme.paper, Some(theme.series[0]), theme.series[0]);
    }
    if target > 0.0 {
        ui.painter().vline(at(target), room.expand(2.0).y_range(), (space::RULE, theme.ink));
    }
}

fn lacks(ui: &mut Ui, plan: &PlanView) {
    section(ui, say!("ec.lacks"));
    let heads = [
        say!("ec.head.shortage"),
        say!("ec.head.queue"),
        say!("ec.head.arrears"),
        say!("ec.head.hoard"),
        say!("ec.head.investment"),
    ];
    let form = Millions::of(plan.sectors.iter().map(|sector| sector.hoard.value));
    let table = Table::begin(ui, "economy.plan.lacks", 0.28, &heads);
    for (index, sector) in plan.sectors.iter().enumerate() {
        let months = figure(sector.arrears.value, Unit::Weight);
        let cells = [
            Cell::Opens(sector.shortage.shown(), &sector.shortage),
            Cell::Opens(sector.queue.shown(), &sector.queue),
            Cell::Opens(months, &sector.arrears),
            Cell::Opens(form.show(sector.hoard.value), &sector.hoard),
            Cell::Opens(sector.investment.shown(), &sector.investment),
        ];
        table.row(ui, &index.to_string(), &name_of(sector), &cells);
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
