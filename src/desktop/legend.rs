//! The legend of the map: its colours, and the modes to choose from.

use egui::{Ui, vec2};

use super::intents::{Intent, Intents, MapMode, PanelKind};
use super::map::colours::{
    HUNGER_STEPS, LEGITIMACY_STEPS, MOVEMENT_STEPS, ORGANISATION_STEPS, PRODUCT_STEPS, SITUATION_STEPS,
    current_colour, look_colour,
};
use super::map::flows::{self, Flows};
use super::names::named;
use super::theme::{Sheet, Theme, poster_choice_of_width, size, space};
use super::widgets::swatch;
use crate::content::vocabulary::Current;
use crate::view::Look;
use crate::view::words::{sentence_case, text as say};

/// Draws the legend.
pub fn show(ui: &mut Ui, mode: MapMode, flows: &Flows, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let heading = format!("Map: {}", mode.words());
    let sheet = Sheet::new(&heading).colour(theme.attention).closes("legend.close");
    let contents = |ui: &mut Ui| {
        egui::Grid::new("legend").num_columns(2).spacing(vec2(space::M, 3.0)).show(ui, |ui| {
            for (number, line) in lines(&theme, mode).into_iter().enumerate() {
                entry(ui, &theme, &line);
                if number % 2 == 1 {
                    ui.end_row();
                }
            }
        });
        ui.add_space(space::XS);
        if flows.are_drawn() {
            flows::key(ui, flows);
        }
        // Two columns; the longer words stand in the second.
        let width = ui.available_width() - space::XS;
        let widths = [width * 0.44, width * 0.56];
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for pair in MapMode::ALL.chunks(2) {
            ui.horizontal(|ui| {
                for (&choice, width) in pair.iter().zip(widths) {
                    let button = poster_choice_of_width(ui, choice.words(), choice == mode, width);
                    let response = named(choice.name(), button);
                    if response.on_hover_text(means(choice)).clicked() {
                        intents.push(Intent::MapMode(choice));
                    }
                }
            });
        }
        let drawn = flows.are_drawn();
        let button = poster_choice_of_width(ui, say!("tf.title"), drawn, ui.available_width());
        if named("map.flows", button).on_hover_text(say!("tf.means")).clicked() {
            intents.push(Intent::Flows(!drawn));
        }
    };
    if sheet.show(ui, |_| {}, contents) {
        intents.push(Intent::Close(PanelKind::Legend));
    }
}

/// What a mode shows, in a sentence.
fn means(mode: MapMode) -> &'static str {
    match mode {
        MapMode::System => "How each state stands between the two systems, by form of rule, pacts and ties.",
        MapMode::ProductPerHead => "Yearly product over people, in 2011 dollars.",
        MapMode::Legitimacy => "How far those who are ruled accept their government (0–1).",
        MapMode::Movements => {
            "Strength of the strongest movement in a territory against those who hold power (0–1)."
        }
        MapMode::Situation => {
            "How far those above cannot go on, those below will not, and somebody can lead: the three combined (0–1)."
        }
        MapMode::Current => "The current that most people of a territory lean to.",
        MapMode::Hunger => "Part of the food that a healthy life needs and people do not have.",
        MapMode::Organisation => {
            "How far workers, peasants, townspeople and the educated are organised (0–1)."
        }
    }
}

struct Line {
    fill: egui::Color32,
    hatch: Option<egui::Color32>,
    words: String,
}

fn lines(theme: &Theme, mode: MapMode) -> Vec<Line> {
    let scale = |colours: [egui::Color32; 5], ends: &[f64; 4], words: &dyn Fn(f64) -> String, first: &str| {
        let line = |number: usize| {
            let words = match number {
                0 => format!("{first}{}", words(ends[0])),
                4 => format!("{} and more", words(ends[3])),
                _ => format!("{}–{}", words(ends[number - 1]), words(ends[number])),
            };
            Line { fill: colours[number], hatch: None, words }
        };
        (0..5).map(line).collect::<Vec<_>>()
    };
    match mode {
        MapMode::System => Look::ALL
            .iter()
            .map(|&look| Line {
                fill: look_colour(theme, look),
                hatch: (look == Look::Ruled).then_some(theme.ink_quiet),
                words: look.words().into(),
            })
            .collect(),
        MapMode::ProductPerHead => {
            scale(theme.ramp, &PRODUCT_STEPS, &|value| format!("{} $", thousands(value)), "below ")
        }
        MapMode::Legitimacy => scale(theme.ramp, &LEGITIMACY_STEPS, &|value| format!("{value:.1}"), "below "),
        MapMode::Movements => {
            let mut lines = scale(theme.heat, &MOVEMENT_STEPS, &|value| format!("{value:.2}"), "below ");
            lines[0].words = "hardly any".into();
            lines
        }
        MapMode::Situation => scale(theme.heat, &SITUATION_STEPS, &|value| format!("{value:.2}"), "below "),
        MapMode::Hunger => {
            let mut lines =
                scale(theme.heat, &HUNGER_STEPS, &|value| format!("{:.0} %", value * 100.0), "below ");
            lines[0].words = "none to speak of".into();
            lines
        }
        MapMode::Organisation => {
            scale(theme.ramp, &ORGANISATION_STEPS, &|value| format!("{value:.2}"), "below ")
        }
        MapMode::Current => Current::ALL
            .iter()
            .map(|&current| Line {
                fill: current_colour(theme, current),
                hatch: None,
                words: sentence_case(current.words()),
            })
            .collect(),
    }
}

fn thousands(value: f64) -> String {
    let whole = value as u64;
    if whole < 1000 { whole.to_string() } else { format!("{} {:03}", whole / 1000, whole % 1000) }
}

fn entry(ui: &mut Ui, theme: &Theme, line: &Line) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 12.0), egui::Sense::hover());
        swatch(ui.painter(), rect, line.fill, line.hatch, theme.ink);
        ui.label(egui::RichText::new(&line.words).size(size::SMALL).color(theme.ink));
    });
}
