//! One movement in full.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::risings::list as records;
use crate::desktop::intents::{Intent, Intents, Selection};
use crate::desktop::names::named;
use crate::desktop::panels::society::terms;
use crate::desktop::theme::{Theme, Weight, opens, quiet, size, space, text};
use crate::desktop::widgets::{
    follow, gap, gauge_row, link_row, named_button, nothing, paint_line, running_text, section, sentence,
    stat_row,
};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{ClassSlice, Explained, HistoryLine, Link, MovementView, Unit};

pub(super) fn page(ui: &mut Ui, view: &MovementView, intents: &mut Intents) {
    head(ui, view, intents);
    section(ui, say!("m.front"));
    let words = quiet(ui, say!("mv.front")).size(size::TINY);
    ui.label(words);
    front(ui, &view.front);
    section(ui, say!("mv.strength_of"));
    if !view.power.what.is_empty() {
        powers(ui, view);
    }
    for (index, number) in view.numbers.iter().enumerate() {
        stat_row(ui, &format!("movements.number.{index}"), number);
    }
    patrons(ui, view, intents);
    let theme = Theme::of(ui);
    section(ui, say!("g.ripe"));
    let gauges = &view.gauges;
    for (name, gauge) in [
        ("ripe", &gauges.ripeness),
        ("above", &gauges.above),
        ("below", &gauges.below),
        ("lead", &gauges.lead),
    ] {
        gauge_row(ui, &format!("movements.gauge.{name}"), gauge, theme.warning);
        if name != "ripe" {
            terms(ui, gauge);
        }
    }
    if !view.risings.is_empty() {
        section(ui, say!("mv.risings"));
        records(ui, "movements.record", &view.risings, intents);
    }
    section(ui, say!("mv.history"));
    if view.history.is_empty() {
        nothing(ui, say!("mv.no_history"));
    }
    for (index, line) in view.history.iter().enumerate() {
        happened(ui, index, line, intents);
    }
}

fn head(ui: &mut Ui, view: &MovementView, intents: &mut Intents) {
    let title = text(ui, &view.name).font(Theme::strong(size::LARGE));
    ui.label(title);
    let words = format!(
        "{} · {}: {} · {}",
        sentence_case(&view.phase),
        say!("mv.leads"),
        view.current,
        view.strategy
    );
    let words = quiet(ui, words);
    ui.label(words);
    if let Some((against, name)) = &view.against {
        let words = sentence_case(&say!("m.against").replace("{whom}", name));
        if link_row(ui, "movements.against", &words, "").clicked() {
            follow(Link::Polity(*against), intents);
        }
    }
    if let Some((territory, name)) = &view.territory
        && link_row(ui, "movements.territory", &fill(say!("mv.lives_in"), &[("place", name)]), "").clicked()
    {
        follow(Link::Territory(*territory), intents);
    }
    if let Some(id) = view.id
        && named_button(ui, "movements.select", say!("mv.select"), Weight::Plain).clicked()
    {
        intents.push(Intent::Select(Selection::Movement(id)));
        if let Some((territory, _)) = &view.territory {
            intents.push(Intent::Show(*territory));
        }
    }
}

/// Each class with two bars: its share of the people, thin, and how far it stands in the front, broad.
fn front(ui: &mut Ui, slices: &[ClassSlice]) {
    let theme = Theme::of(ui);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BODY), Sense::hover());
    let [_, _, place, people] = columns(head);
    paint_line(ui, place, say!("mv.in_front"), theme.ink_quiet, Align2::RIGHT_CENTER);
    paint_line(ui, people, say!("so.of_people"), theme.ink_quiet, Align2::RIGHT_CENTER);
    for slice in slices.iter().filter(|slice| slice.share > 5e-4 || slice.weight.unwrap_or(0.0) > 0.0) {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::S), Sense::hover());
        let class = sentence_case(slice.class.words());
        let (share, weight) =
            (figure(slice.share, Unit::Share), figure(slice.weight.unwrap_or(0.0), Unit::Share));
        let label = format!("{class}: {weight} {}, {share} {}", say!("mv.in_front"), say!("so.of_people"));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        if ui.is_rect_visible(rect) {
            let [names, bar, place, people] = columns(rect);
            paint_line(ui, names, &class, theme.ink, Align2::LEFT_CENTER);
            let fill = |share: f64, top: f32, deep: f32| {
                let share = if share.is_finite() { share.clamp(0.0, 1.0) as f32 } else { 0.0 };
                Rect::from_min_size(pos2(bar.left(), top), vec2(bar.width() * share, deep))
            };
            let ground = Rect::from_min_size(pos2(bar.left(), rect.top() + 3.0), vec2(bar.width(), 10.0));
            ui.painter().rect_filled(ground, 0.0, theme.paper_shade);
            let colour = theme.classes[slice.class.index()];
            ui.painter().rect_filled(fill(slice.weight.unwrap_or(0.0), ground.top(), 10.0), 0.0, colour);
            ui.painter().rect_filled(fill(slice.share, ground.bottom() + 1.0, 4.0), 0.0, theme.ink);
            paint_line(ui, place, &weight, theme.ink, Align2::RIGHT_CENTER);
            paint_line(ui, people, &share, theme.ink_quiet, Align2::RIGHT_CENTER);
        }
        named(&format!("movements.front.{}", slice.class.index()), response).on_hover_text(label);
    }
}

/// Names, bars, place in the front, share of the people.
fn columns(rect: Rect) -> [Rect; 4] {
    let at = |share: f32| rect.left() + rect.width() * share;
    let column = |from, to| Rect::from_min_max(pos2(at(from), rect.top()), pos2(at(to), rect.bottom()));
    [column(0.0, 0.27), column(0.28, 0.66), column(0.67, 0.82), column(0.83, 1.0)]
}

/// Both sides' power on one scale, with their terms laid open.
fn powers(ui: &mut Ui, view: &MovementView) {
    let most =
        [&view.power, &view.government].map(|side| if side.value.is_finite() { side.value } else { 0.0 });
    let most = most.into_iter().fold(1.0_f64, f64::max);
    let theme = Theme::of(ui);
    for (name, side, colour) in
        [("own", &view.power, theme.warning), ("theirs", &view.government, theme.ink_quiet)]
    {
        power(ui, &format!("movements.power.{name}"), side, most, colour);
    }
    stat_row(ui, "movements.will", &view.will);
}

/// One side's power and its terms, on a scale that both sides share.
pub(super) fn power(ui: &mut Ui, name: &str, side: &Explained, most: f64, colour: egui::Color32) {
    let scaled = |value: f64| if most > 0.0 { value / most } else { 0.0 };
    crate::desktop::widgets::scaled_row(ui, name, side, scaled(side.value), colour);
    let terms_scaled = Explained {
        terms: side
            .terms
            .iter()
            .map(|term| crate::view::TermView { value: scaled(term.value), ..term.clone() })
            .collect(),
        ..side.clone()
    };
    let shown: Vec<String> = side.terms.iter().map(|term| side.shown_term(term)).collect();
    crate::desktop::panels::society::terms_shown(ui, &terms_scaled, &shown);
}

fn patrons(ui: &mut Ui, view: &MovementView, intents: &mut Intents) {
    section(ui, say!("m.patrons"));
    if view.patrons.is_empty() {
        nothing(ui, say!("m.no_patrons"));
    }
    for line in &view.patrons {
        let monthly = match line.monthly > 0.0 {
            true => fill(say!("mv.a_month"), &[("amount", &figure(line.monthly, Unit::Money))]),
            false => say!("mv.no_amount").to_owned(),
        };
        if link_row(ui, &format!("movements.patron.{}", line.id.0), &line.name, &monthly).clicked() {
            follow(Link::Polity(line.id), intents);
        }
    }
}

fn happened(ui: &mut Ui, index: usize, line: &HistoryLine, intents: &mut Intents) {
    let name = format!("movements.history.{index}");
    running_text(ui, |ui| {
        let date = quiet(ui, line.month.to_string());
        ui.label(date);
        gap(ui);
        sentence(ui, &name, &line.sentence, intents);
        if let Some(number) = line.rising {
            gap(ui);
            let words = egui::RichText::new(say!("mv.record")).size(size::SMALL);
            if named(&format!("{name}.record"), opens(ui, words)).clicked() {
                intents.push(Intent::ShowRising(number));
            }
        }
    });
}
