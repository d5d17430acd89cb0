//! Lines over time, at most four, of states and of the world.

use egui::{RichText, Ui};
use egui_plot::{GridMark, Line, Plot, PlotPoints};

use super::intents::{Intent, Intents, PanelKind};
use super::names::{named, place};
use super::panels::panel_sheet;
use super::theme::{Theme, opens, size, space};
use super::widgets::nothing;
use crate::view::words::{compact, fill, text as say};
use crate::view::{ChartView, MOST_LINES, SeriesKey};

/// The chart with the lines chosen, and the way to choose others.
pub fn chart_panel(ui: &mut Ui, view: &ChartView, intents: &mut Intents) {
    let colour = Theme::of(ui).non_aligned;
    panel_sheet(
        ui,
        PanelKind::Chart,
        say!("ch.title"),
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            chosen(ui, view, intents);
            match view.notice() {
                Some(words) => nothing(ui, words),
                None => plot(ui, view),
            }
        },
    );
}

fn keys(view: &ChartView) -> Vec<SeriesKey> {
    view.lines.iter().map(|line| line.key).collect()
}

/// The lines with their colours, each with a way to remove it, and a list to add from.
fn chosen(ui: &mut Ui, view: &ChartView, intents: &mut Intents) {
    for (index, line) in view.lines.iter().enumerate() {
        ui.horizontal(|ui| {
            let theme = Theme::of(ui);
            let (mark, _) = ui.allocate_exact_size(egui::vec2(space::L, 3.0), egui::Sense::hover());
            ui.painter().rect_filled(mark, 0.0, theme.series[index % theme.series.len()]);
            let words = RichText::new(&line.name).size(size::SMALL);
            let response = named(&format!("chart.line.{index}"), opens(ui, words));
            if response.on_hover_text(fill(say!("ch.remove"), &[("what", &line.name)])).clicked() {
                let rest = keys(view).into_iter().filter(|key| *key != line.key).collect();
                intents.push(Intent::ChartLines(rest));
            }
        });
    }
    if view.lines.len() >= MOST_LINES {
        nothing(ui, say!("ch.full"));
        return;
    }
    let response = egui::ComboBox::from_id_salt("chart.add")
        .selected_text(say!("ch.add"))
        .width((ui.available_width() - space::L).clamp(120.0, 360.0))
        .show_ui(ui, |ui| {
            for (key, words) in view.choices.iter().filter(|(key, _)| !keys(view).contains(key)) {
                if ui.selectable_label(false, words).clicked() {
                    let mut keys = keys(view);
                    keys.push(*key);
                    intents.push(Intent::ChartLines(keys));
                }
            }
        })
        .response;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, say!("ch.add")));
    named("chart.add", response);
}

fn plot(ui: &mut Ui, view: &ChartView) {
    let theme = Theme::of(ui);
    let first = view.first;
    let year = move |mark: GridMark, _: &std::ops::RangeInclusive<f64>| -> String {
        let month = first.0 as f64 + mark.value;
        // `as` saturates; months before 1900 do not occur.
        let month = crate::base::Month(month.max(0.0) as u32);
        if mark.step_size < 12.0 { month.iso() } else { month.year().to_string() }
    };
    let height = (ui.available_height() - space::M).clamp(140.0, 420.0);
    let drawn = Plot::new("chart")
        .height(height)
        .show_background(false)
        .grid_color(theme.line)
        .allow_scroll(false)
        .x_axis_formatter(year)
        .y_axis_formatter(|mark, _| axis(mark.value))
        .show(ui, |plot| {
            for (index, line) in view.lines.iter().enumerate() {
                let colour = theme.series[index % theme.series.len()];
                let points: PlotPoints = line
                    .values
                    .iter()
                    .enumerate()
                    .filter(|(_, value)| value.is_finite())
                    .map(|(month, value)| [month as f64, f64::from(*value)])
                    .collect();
                plot.line(Line::new(line.name.clone(), points).color(colour).width(2.0));
            }
        });
    let label = say!("ch.title");
    drawn.response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Other, true, label));
    place(ui.ctx(), "chart.plot", drawn.response.rect);
}

/// A number on an axis: small ones with decimals, large ones in short.
fn axis(value: f64) -> String {
    if value.abs() < 10.0 { format!("{value:.2}").replace('-', "−") } else { compact(value) }
}
