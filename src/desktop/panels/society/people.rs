//! A year of people: what added to them and what took from them.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{opening, paint_line, stat_row};
use crate::view::words::{sentence_case, signed, text as say};
use crate::view::{PeopleLine, SocietyView, Unit};

pub(super) fn page(ui: &mut Ui, view: &SocietyView) {
    stat_row(ui, "society.people", &view.people);
    for words in &view.year.says {
        let words = quiet(ui, words);
        ui.label(words);
    }
    ui.add_space(space::XS);
    let many = view.year.lines.iter().map(|line| line.number.value.abs());
    let most = many.filter(|many| many.is_finite()).fold(1.0_f64, f64::max);
    heads(ui);
    for line in &view.year.lines {
        flow(ui, line, most);
    }
    ui.add_space(space::XS);
    stat_row(ui, "society.change", &view.year.change);
    let words = text(ui, say!("so.no_decision"));
    ui.label(words.size(size::SMALL));
}

/// Names, bars to both sides of a line, how many, how many per thousand.
fn columns(rect: Rect) -> [Rect; 4] {
    let at = |share: f32| rect.left() + rect.width() * share;
    let column = |from, to| Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom()));
    [column(0.0, 0.31), column(0.32, 0.6), column(0.61, 0.83), column(0.84, 1.0)]
}

fn heads(ui: &mut Ui) {
    let ink = Theme::of(ui).ink_quiet;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BODY), Sense::hover());
    let [_, bars, many, rate] = columns(rect);
    paint_line(ui, bars.with_max_x(bars.center().x), say!("so.fewer"), ink, Align2::CENTER_CENTER);
    paint_line(ui, bars.with_min_x(bars.center().x), say!("so.more"), ink, Align2::CENTER_CENTER);
    paint_line(ui, many, say!("so.head.many"), ink, Align2::RIGHT_CENTER);
    paint_line(ui, rate, say!("so.head.rate"), ink, Align2::RIGHT_CENTER);
}

fn flow(ui: &mut Ui, line: &PeopleLine, most: f64) {
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::S), Sense::click());
    if ui.is_rect_visible(rect) {
        let [name, bars, many, rate] = columns(rect);
        let value = line.number.value;
        let none = value == 0.0;
        let ink = if none { theme.ink_quiet } else { theme.ink };
        paint_line(ui, name, &sentence_case(&line.number.what), ink, Align2::LEFT_CENTER);
        let middle = bars.center().x;
        let share = if value.is_finite() { (value / most).clamp(-1.0, 1.0) as f32 } else { 0.0 };
        let end = middle + share * bars.width() / 2.0;
        let track = Rect::from_center_size(bars.center(), vec2(bars.width(), space::S));
        ui.painter().rect_filled(track, 0.0, theme.paper_shade);
        let filled = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), track.y_range());
        let colour = if value >= 0.0 { theme.series[2] } else { theme.series[4] };
        ui.painter().rect_filled(filled, 0.0, colour);
        ui.painter().vline(middle, rect.y_range(), (space::LINE, theme.ink));
        let figure = if none { say!("p.none").to_owned() } else { signed(value, Unit::People) };
        paint_line(ui, many, &figure, ink, Align2::RIGHT_CENTER);
        let per_thousand = if none { String::new() } else { signed(line.per_thousand, Unit::Weight) };
        paint_line(ui, rate, &per_thousand, ink, Align2::RIGHT_CENTER);
    }
    opening(&format!("society.flow.{:?}", line.flow), response, &line.number);
}
