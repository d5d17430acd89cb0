//! The sheet that lies over everything else: at most one, closed by its cross and by Escape.

use egui::{Context, Frame, Id, RichText, ScrollArea, Ui, vec2};

use super::saves::{self, Saves};
use super::wide_button;
use crate::content::defs::Content;
use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::session::Ending;
use crate::desktop::settings::{SCALES, Settings};
use crate::desktop::shell::Modal;
use crate::desktop::theme::{
    Light, Sheet, Theme, Weight, caps, poster_button, poster_choice, quiet, rule, size, space, text,
};
use crate::desktop::widgets::stat_row;
use crate::view::VictoryView;
use crate::view::words::{fill, text as say};

/// What a sheet may read and change.
pub struct Page<'a> {
    /// The content, once it is read.
    pub content: Option<&'a Content>,
    /// Saves of this user.
    pub saves: &'a Saves,
    /// Whether a campaign is on the table.
    pub playing: bool,
    /// Settings.
    pub settings: &'a mut Settings,
    /// Name typed for a save.
    pub save_name: &'a mut String,
    /// Wishes.
    pub intents: &'a mut Intents,
    /// The mission that shall begin, by id.
    pub mission: &'a mut Option<String>,
    /// Whether the game shall end.
    pub quit: &'a mut bool,
    /// The sheet to go to from this one.
    pub go: &'a mut Option<Modal>,
}

/// Draws the sheet that lies over everything.
pub fn modal(ctx: &Context, which: &Modal, page: &mut Page) {
    let theme = Theme::of_context(ctx);
    let (heading, width) = match which {
        Modal::Pause => ("Campaign", 300.0),
        Modal::Saves if page.playing => ("Save and load", 460.0),
        Modal::Saves => ("Load", 460.0),
        Modal::Settings => ("Settings", 420.0),
        Modal::Missions => ("Guided missions", 480.0),
        Modal::ModelCard => ("Model card", 620.0),
        Modal::Credits => ("Credits", 560.0),
        Modal::Ending(_) => ("The campaign is over", 460.0),
        Modal::CameToPower(victory) => (victory.title.as_str(), 560.0),
        Modal::LivingAgain { .. } => (say!("end.again"), 460.0),
        Modal::Problem { title, .. } => (title.as_str(), 760.0),
    };
    let dim = egui::Color32::from_black_alpha(150);
    let screen = ctx.viewport_rect();
    let width = f32::min(width, screen.width() - 2.0 * space::L);
    egui::Modal::new(Id::new("modal")).backdrop_color(dim).frame(Frame::NONE).show(ctx, |ui| {
        ui.set_width(width);
        let height = screen.height() - 160.0;
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| match which {
                    Modal::Pause => pause(ui, page),
                    Modal::Saves => saves::show(ui, page.saves, page.playing, page.save_name, page.intents),
                    Modal::Settings => settings(ui, page.settings),
                    Modal::Missions => missions(ui, page),
                    Modal::ModelCard => model_card(ui, page.content),
                    Modal::Credits => credits(ui),
                    Modal::Ending(ending) => end(ui, *ending, page),
                    Modal::CameToPower(victory) => came_to_power(ui, victory, page),
                    Modal::LivingAgain { done, all } => living_again(ui, *done, *all),
                    Modal::Problem { report, .. } => problem(ui, report),
                });
        };
        if Sheet::new(heading).colour(theme.warning).closes("modal.close").show(ui, |_| {}, contents) {
            page.intents.push(Intent::Back);
        }
    });
}

/// How power was won, at what price, and what the seat is now.
fn came_to_power(ui: &mut Ui, victory: &VictoryView, page: &mut Page) {
    for words in &victory.story {
        ui.label(text(ui, words));
    }
    for (place, number) in victory.price.iter().enumerate() {
        stat_row(ui, &format!("victory.price.{place}"), number);
    }
    ui.add_space(space::S);
    ui.label(text(ui, &victory.now));
    ui.add_space(space::S);
    if named("victory.go_on", wide_button(ui, "Go on", true)).clicked() {
        page.intents.push(Intent::Back);
    }
}

fn pause(ui: &mut Ui, page: &mut Page) {
    if named("pause.resume", wide_button(ui, "Go on", true)).clicked() {
        page.intents.push(Intent::Back);
    }
    let mut open = |ui: &mut Ui, name: &str, words: &str, modal: Modal| {
        if named(name, wide_button(ui, words, false)).clicked() {
            *page.go = Some(modal);
        }
    };
    open(ui, "pause.saves", "Save and load", Modal::Saves);
    open(ui, "pause.settings", "Settings", Modal::Settings);
    open(ui, "pause.model", "Model card", Modal::ModelCard);
    if named("pause.menu", wide_button(ui, "To the title", false)).clicked() {
        page.intents.push(Intent::ToMenu);
    }
    if named("pause.quit", wide_button(ui, "Quit", false)).clicked() {
        *page.quit = true;
    }
}

fn settings(ui: &mut Ui, settings: &mut Settings) {
    let line = |ui: &mut Ui, label: &str, contents: &mut dyn FnMut(&mut Ui)| {
        ui.label(caps(label, size::TINY, Theme::of(ui).ink_quiet));
        ui.horizontal_wrapped(|ui| contents(ui));
        ui.add_space(space::XS);
    };
    line(ui, "Colours", &mut |ui| {
        for light in [Light::DayAtlas, Light::NightDesk] {
            let name = format!("settings.light.{}", if light == Light::DayAtlas { "day" } else { "night" });
            if named(&name, poster_choice(ui, light.words(), settings.light == light)).clicked() {
                settings.light = light;
            }
        }
    });
    line(ui, "Size of the interface", &mut |ui| {
        for scale in SCALES {
            let words = format!("{scale} %");
            let response = poster_choice(ui, &words, settings.scale == scale);
            if named(&format!("settings.scale.{scale}"), response).clicked() {
                settings.scale = scale;
            }
        }
    });
    line(ui, "Movement on the screen", &mut |ui| {
        for (reduced, words) in [(false, "Full"), (true, "Reduced")] {
            let response = poster_choice(ui, words, settings.reduced_motion == reduced);
            if named(&format!("settings.motion.{}", words.to_lowercase()), response).clicked() {
                settings.reduced_motion = reduced;
            }
        }
    });
    line(ui, say!("set.crises"), &mut |ui| {
        for (stops, words, name) in
            [(true, say!("set.crises.stop"), "stop"), (false, say!("set.crises.on"), "on")]
        {
            let response = poster_choice(ui, words, settings.pause_at_crises == stops);
            if named(&format!("settings.crises.{name}"), response).clicked() {
                settings.pause_at_crises = stops;
            }
        }
    });
    rule(ui);
    ui.label(quiet(ui, "Keys: space pause · → one month · 1–5 speed · M map mode · O orders · G chart · T table · J record · I inspector · C chronicle · L legend · F5 quick save · Esc back"));
}

fn missions(ui: &mut Ui, page: &mut Page) {
    let Some(content) = page.content else { return };
    if content.missions.values().next().is_none() {
        ui.label(quiet(ui, "This campaign has no guided missions."));
    }
    for mission in content.missions.values() {
        ui.label(RichText::new(&mission.title).font(Theme::strong(size::LARGE)));
        for lesson in &mission.teaches {
            ui.label(text(ui, format!("· {lesson}")));
        }
        ui.horizontal(|ui| {
            let name = format!("missions.begin.{}", mission.id);
            if named(&name, poster_button(ui, "Begin", Weight::Main)).clicked() {
                *page.mission = Some(mission.id.clone());
            }
            ui.label(quiet(
                ui,
                format!("{} steps, at most {} months", mission.steps.len(), mission.max_months),
            ));
        });
        rule(ui);
    }
}

fn model_card(ui: &mut Ui, content: Option<&Content>) {
    let Some(content) = content else { return };
    let lens = &content.lenses[content.scenario.lens];
    ui.label(quiet(ui, format!("{} · lens “{}”", content.scenario.name, lens.name)));
    for paragraph in &content.scenario.model_card {
        ui.label(text(ui, paragraph));
    }
}

/// What the game rests on, as its licences ask.
const CREDITS: [(&str, &str); 6] = [
    (
        "Map",
        "Natural Earth 1:50m countries (public domain), as packed in the npm package world-atlas by Mike Bostock (ISC); historical lines drawn for this game.",
    ),
    ("League Spartan", "The League Spartan Project Authors, SIL Open Font License 1.1."),
    ("Lato", "Łukasz Dziedzic, tyPoland, SIL Open Font License 1.1."),
    ("Noto Sans, Noto Sans Symbols 2", "The Noto Project Authors, SIL Open Font License 1.1."),
    (
        "Program",
        "Rust, with Bevy, egui, and the crates that Cargo.toml names. MIT or Apache-2.0, as you like.",
    ),
    (
        "Figures",
        "Tables and sources are named in sources.md beside each scenario; what no table gives is marked as own estimate.",
    ),
];

fn credits(ui: &mut Ui) {
    for (what, whose) in CREDITS {
        ui.label(RichText::new(what).font(Theme::strong(size::BODY)));
        ui.label(quiet(ui, whose));
    }
}

fn end(ui: &mut Ui, ending: Ending, page: &mut Page) {
    let words = match ending {
        Ending::TimeIsUp => {
            "The last month of this campaign is over. The map and all panels stay open to read."
        }
        Ending::GeneralExchange { .. } => say!("end.exchange"),
    };
    ui.label(text(ui, words));
    if let Ending::GeneralExchange { safe: Some(safe) } = ending {
        let places = [("when", safe.to_string())];
        let places = places.each_ref().map(|(place, words)| (*place, words.as_str()));
        ui.label(text(ui, fill(say!("end.branch.means"), &places)));
        if named("ending.branch", wide_button(ui, &fill(say!("end.branch"), &places), true)).clicked() {
            page.intents.push(Intent::Branch);
        }
    }
    ui.horizontal(|ui| {
        let weight = if matches!(ending, Ending::TimeIsUp) { Weight::Main } else { Weight::Plain };
        if named("ending.look", poster_button(ui, "Look at the world", weight)).clicked() {
            page.intents.push(Intent::Back);
        }
        if named("ending.load", poster_button(ui, "Load a save", Weight::Plain)).clicked() {
            *page.go = Some(Modal::Saves);
        }
        if named("ending.menu", poster_button(ui, "To the title", Weight::Plain)).clicked() {
            page.intents.push(Intent::ToMenu);
        }
    });
}

/// How far a history has been lived again.
fn living_again(ui: &mut Ui, done: u32, all: u32) {
    let (lived, months) = (done.to_string(), all.to_string());
    let words = fill(say!("end.again.means"), &[("done", &lived), ("all", &months)]);
    ui.label(text(ui, &words));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::L), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &words));
    named("ending.again", response);
    let theme = Theme::of(ui);
    let part = done as f32 / all.max(1) as f32;
    ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
    let lived = rect.with_max_x(rect.left() + rect.width() * part.clamp(0.0, 1.0));
    ui.painter().rect_filled(lived, 0.0, theme.attention);
    ui.painter().rect_stroke(rect, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
    ui.label(quiet(ui, say!("end.again.stop")));
}

/// A report as it was written, line by line, so that file and line can be copied.
fn problem(ui: &mut Ui, report: &str) {
    let theme = Theme::of(ui);
    let mut shown = report.trim_end();
    let font = egui::FontId::monospace(size::SMALL);
    let field =
        egui::TextEdit::multiline(&mut shown).font(font).text_color(theme.ink).desired_width(f32::INFINITY);
    ui.add(field.frame(Frame::NONE).min_size(vec2(0.0, 40.0)));
    if named("problem.copy", poster_button(ui, "Copy", Weight::Plain)).clicked() {
        ui.ctx().copy_text(report.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::base::Month;
    use crate::desktop::theme::{apply, load_fonts};

    /// What a sheet has changed.
    #[derive(Default)]
    struct Seen {
        dressed: bool,
        settings: Settings,
        intents: Intents,
        go: Option<Modal>,
    }

    fn sheet(which: Modal) -> Harness<'static, Seen> {
        let draw = move |ui: &mut Ui, seen: &mut Seen| {
            if !seen.dressed {
                // Fonts are there from the next frame on.
                let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
                ui.ctx().set_fonts(load_fonts(&assets).expect("the fonts are in the package"));
                apply(ui.ctx(), Theme { reduced_motion: true, ..Theme::default() });
                seen.dressed = true;
                return;
            }
            let (saves, mut save_name, mut mission, mut quit) =
                (Saves::default(), String::new(), None, false);
            let mut page = Page {
                content: None,
                saves: &saves,
                playing: true,
                settings: &mut seen.settings,
                save_name: &mut save_name,
                intents: &mut seen.intents,
                mission: &mut mission,
                quit: &mut quit,
                go: &mut seen.go,
            };
            modal(ui.ctx(), &which, &mut page);
        };
        let size = vec2(1280.0, 720.0);
        let mut harness = Harness::builder().with_size(size).build_ui_state(draw, Seen::default());
        harness.run_steps(4);
        harness
    }

    fn press(harness: &mut Harness<'static, Seen>, label: &str) {
        harness.get_by_label(label).click();
        harness.run_steps(3);
    }

    #[test]
    fn the_end_by_an_exchange_offers_the_last_safe_month() {
        let safe = Month::new(1962, 9).expect("a month of the calendar");
        let mut harness = sheet(Modal::Ending(Ending::GeneralExchange { safe: Some(safe) }));
        let label = fill(say!("end.branch"), &[("when", &safe.to_string())]);
        press(&mut harness, &label);
        assert_eq!(harness.state().intents.list(), [Intent::Branch]);
    }

    #[test]
    fn where_no_month_was_safe_there_is_no_way_back_but_a_save() {
        let mut harness = sheet(Modal::Ending(Ending::GeneralExchange { safe: None }));
        assert!(harness.query_by_label_contains("Go back").is_none());
        press(&mut harness, "Load a save");
        assert_eq!(harness.state().go, Some(Modal::Saves));
    }

    #[test]
    fn living_again_says_how_far_it_is() {
        let harness = sheet(Modal::LivingAgain { done: 30, all: 120 });
        let words = fill(say!("end.again.means"), &[("done", "30"), ("all", "120")]);
        assert!(harness.query_all_by_label(&words).next().is_some(), "{words}");
    }

    #[test]
    fn whether_crises_stop_the_clock_is_a_setting() {
        let mut harness = sheet(Modal::Settings);
        assert!(harness.state().settings.pause_at_crises);
        press(&mut harness, say!("set.crises.on"));
        assert!(!harness.state().settings.pause_at_crises);
        press(&mut harness, say!("set.crises.stop"));
        assert!(harness.state().settings.pause_at_crises);
    }
}
