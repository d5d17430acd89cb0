//! Classes as a picture, what they have against what they expect, and the figures.

use egui::{Align2, Color32, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::base::math;
use crate::desktop::intents::Intents;
use crate::desktop::names::place;
use crate::desktop::theme::{Theme, quiet, readable_on, size, space};
use crate::desktop::widgets::{
    Cell, Table, follow, hatch, opening, paint_line, section, short_class, stat_row,
};
use crate::view::words::{compact, figure, sentence_case, text as say};
use crate::view::{ClassLine, Link, SocietyView, Unit};

/// Share of people below which a class is left out of tables.
const LEAST: f64 = 5e-4;

pub(super) fn page(ui: &mut Ui, view: &SocietyView, intents: &mut Intents) {
    stat_row(ui, "society.people", &view.people);
    mosaic(ui, &view.classes);
    caption(ui, say!("so.mosaic"));
    section(ui, say!("so.figures"));
    table(ui, &view.classes);
    section(ui, say!("so.incomes"));
    caption(ui, say!("so.dumbbells"));
    for line in view.classes.iter().filter(|line| line.share > LEAST) {
        dumbbell(ui, line);
    }
    section(ui, say!("p.life"));
    for (index, number) in view.life.iter().enumerate() {
        stat_row(ui, &format!("society.life.{index}"), number);
    }
    if view.territories.len() > 1 {
        section(ui, say!("so.by_territory"));
        territories(ui, view, intents);
    }
}

fn caption(ui: &mut Ui, words: &str) {
    let words = quiet(ui, words).size(size::TINY);
    ui.label(words);
}

/// Classes side by side as wide as their share of the people, hatched from below up to their grievance.
fn mosaic(ui: &mut Ui, lines: &[ClassLine]) {
    const HEIGHT: f32 = 92.0;
    let theme = Theme::of(ui);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    place(ui.ctx(), "society.mosaic", bar);
    ui.painter().rect_filled(bar, 0.0, theme.paper_shade);
    let share = |line: &&ClassLine| line.share > 0.0 && line.share.is_finite();
    let sum: f64 = lines.iter().filter(share).map(|line| line.share).sum();
    let mut x = bar.left();
    for line in lines.iter().filter(share) {
        let width = bar.width() * (line.share / sum) as f32;
        let part = Rect::from_min_size(pos2(x, bar.top()), vec2(width, HEIGHT));
        x += width;
        let colour = theme.classes[line.class.index()];
        ui.painter().rect_filled(part, 0.0, colour);
        let grievance =
            if line.grievance.value.is_finite() { line.grievance.value.clamp(0.0, 1.0) } else { 0.0 };
        let deep = part.with_min_y(part.bottom() - HEIGHT * grievance as f32);
        let ink = readable_on(colour);
        hatch(ui.painter(), deep, ink.gamma_multiply(0.55));
        ui.painter().hline(deep.x_range(), deep.top(), (1.5, ink));
        ui.painter().vline(part.right(), part.y_range(), (space::LINE, theme.paper));
        words_in(ui, part, line, colour, ink);
        hover(ui, part, line);
    }
    ui.painter().rect_stroke(bar, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
}

/// The name of a class on a strip of its colour at the head of its column, as long as there is room for it.
fn words_in(ui: &Ui, part: Rect, line: &ClassLine, colour: Color32, ink: Color32) {
    let font = Theme::body(size::SMALL);
    for words in [line.class.words(), short_class(line.class)] {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), ink);
        if galley.size().x + space::S <= part.width() {
            let at = pos2(part.center().x - galley.size().x / 2.0, part.top() + space::XS);
            let ground = Rect::from_min_size(at, galley.size()).expand2(vec2(3.0, 1.0));
            ui.painter().rect_filled(ground, 0.0, colour);
            ui.painter().galley(at, galley, ink);
            let share = figure(line.share, Unit::Share);
            let galley = ui.painter().layout_no_wrap(share, Theme::strong(size::SMALL), ink);
            if galley.size().x + space::S <= part.width() {
                let at = pos2(part.center().x - galley.size().x / 2.0, ground.bottom() + 1.0);
                ui.painter().rect_filled(
                    Rect::from_min_size(at, galley.size()).expand2(vec2(3.0, 1.0)),
                    0.0,
                    colour,
                );
                ui.painter().galley(at, galley, ink);
            }
            return;
        }
    }
}

fn hover(ui: &mut Ui, part: Rect, line: &ClassLine) {
    let response = ui.interact(part, ui.id().with(("mosaic", line.class.index())), Sense::hover());
    let words = format!(
        "{}: {}, {}\n{}\n{} {}, {} {}",
        sentence_case(line.class.words()),
        figure(line.share, Unit::Share),
        compact(line.people.value),
        line.people.words,
        say!("so.grievance"),
        line.grievance.shown(),
        say!("so.organisation"),
        line.organisation.shown(),
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &words));
    response.on_hover_text(words);
}

fn table(ui: &mut Ui, lines: &[ClassLine]) {
    let heads = [
        say!("so.head.people"),
        say!("so.head.income"),
        say!("so.head.expected"),
        say!("so.head.standard"),
        say!("so.head.grievance"),
        say!("so.head.organisation"),
    ];
    let table = Table::begin(ui, "society.class", 0.28, &heads);
    for line in lines.iter().filter(|line| line.share > LEAST) {
        let cells = [
            Cell::Opens(figure(line.share, Unit::Share), &line.people),
            Cell::Opens(line.income.shown(), &line.income),
            Cell::Opens(line.expected.shown(), &line.expected),
            Cell::Opens(line.standard.shown(), &line.standard),
            Cell::Opens(line.grievance.shown(), &line.grievance),
            Cell::Opens(line.organisation.shown(), &line.organisation),
        ];
        let class = line.class.words();
        table.row(ui, class, &sentence_case(class), &cells).on_hover_text(&line.people.words);
    }
}

/// Lowest and highest income of the scale, as powers of ten of the average of the start.
const SCALE: (f64, f64) = (-1.0, 2.0);

/// Where an income stands on the scale (0–1).
fn on_scale(income: f64) -> f32 {
    if income <= 0.0 || !income.is_finite() {
        return 0.0;
    }
    ((math::ln(income) / std::f64::consts::LN_10 - SCALE.0) / (SCALE.1 - SCALE.0)).clamp(0.0, 1.0) as f32
}

/// A class's income as a bar and what it expects as a mark, on a scale of tens.
fn dumbbell(ui: &mut Ui, line: &ClassLine) {
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::XS), Sense::click());
    if ui.is_rect_visible(rect) {
        let names = rect.with_max_x(rect.left() + rect.width() * 0.28);
        let values = rect.with_min_x(rect.right() - 116.0);
        paint_line(ui, names, &sentence_case(line.class.words()), theme.ink, Align2::LEFT_CENTER);
        let track = Rect::from_min_max(
            pos2(names.right(), rect.center().y - 4.0),
            pos2(values.left() - space::S, rect.center().y + 4.0),
        );
        let at = |income| track.left() + track.width() * on_scale(income);
        ui.painter().rect_filled(track, 0.0, theme.paper_shade);
        ui.painter().vline(at(1.0), rect.y_range(), (space::LINE, theme.line));
        let colour = theme.classes[line.class.index()];
        ui.painter().rect_filled(track.with_max_x(at(line.income.value)), 0.0, colour);
        ui.painter().vline(at(line.expected.value), track.expand(3.0).y_range(), (2.0, theme.ink));
        let short = line.standard.value.is_finite() && line.standard.value < 0.9;
        let ink = if short { theme.warning_text } else { theme.ink };
        let words = format!("{} {} {}", line.income.shown(), say!("so.of"), line.expected.shown());
        paint_line(ui, values, &words, ink, Align2::RIGHT_CENTER);
    }
    opening(&format!("society.income.{}", line.class.index()), response, &line.standard);
}

fn territories(ui: &mut Ui, view: &SocietyView, intents: &mut Intents) {
    let heads = [
        say!("so.head.people"),
        say!("so.head.standard"),
        say!("so.head.grievance"),
        say!("so.head.organisation"),
        say!("so.head.leans"),
    ];
    let table = Table::begin(ui, "society.territory", 0.26, &heads);
    for line in &view.territories {
        let leads = line.currents.first().map_or("", |slice| slice.current.words());
        let cells = [
            Cell::Plain(compact(line.people)),
            Cell::Plain(figure(line.standard, Unit::Weight)),
            Cell::Plain(figure(line.grievance, Unit::Index)),
            Cell::Plain(figure(line.organisation, Unit::Index)),
            Cell::Plain(leads.into()),
        ];
        if table.link(ui, &line.id.0.to_string(), &line.name, &cells).clicked() {
            follow(Link::Territory(line.id), intents);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_of_the_start_stands_at_a_third_of_the_scale() {
        assert!((on_scale(1.0) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!((on_scale(0.0), on_scale(f64::NAN), on_scale(1e9)), (0.0, 0.0, 1.0));
    }
}
