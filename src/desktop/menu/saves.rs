//! The list of saves: to load one, and in a campaign to write one.

use std::path::Path;
use std::time::SystemTime;

use bevy::prelude::Resource;
use egui::{RichText, ScrollArea, Ui};

use crate::campaign::read_header;
use crate::desktop::files::Home;
use crate::desktop::intents::{Intent, Intents};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, poster_button, quiet, rule, size, space, text};

/// One save in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct SaveLine {
    /// Its name.
    pub name: String,
    /// What it holds, or why it cannot be read.
    pub holds: Result<String, String>,
    written: SystemTime,
}

/// The saves of this user, latest first.
#[derive(Resource, Debug, Clone, Default)]
pub struct Saves {
    /// The saves.
    pub list: Vec<SaveLine>,
}

/// Most saves that are listed; the latest come first.
const MOST: usize = 200;

impl Saves {
    /// Looks at the folder again.
    pub fn look(home: &Home) -> Self {
        let entries = std::fs::read_dir(&home.saves).into_iter().flatten().flatten();
        let files = entries.map(|entry| entry.path());
        let mut list: Vec<SaveLine> = files
            .filter(|file| file.extension().is_some_and(|end| end == "cofsave"))
            .filter_map(|file| line(&file))
            .collect();
        list.sort_by_key(|line| std::cmp::Reverse(line.written));
        list.truncate(MOST);
        Self { list }
    }
}

fn line(file: &Path) -> Option<SaveLine> {
    let name = file.file_stem()?.to_str()?.to_owned();
    let written =
        std::fs::metadata(file).and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let holds = read_header(file).map_err(|error| error.to_string()).map(|header| {
        let seat = header.seat.unwrap_or_else(|| "onlooker".into());
        format!("played to {} · {} · {}", header.month, seat, header.scenario)
    });
    Some(SaveLine { name, holds, written })
}

/// Draws the list; `playing` offers to save as well.
pub fn show(ui: &mut Ui, saves: &Saves, playing: bool, name: &mut String, intents: &mut Intents) {
    let theme = Theme::of(ui);
    if playing {
        ui.horizontal(|ui| {
            let field = egui::TextEdit::singleline(name).desired_width(260.0).hint_text("Name of the save");
            let field = named("saves.name", ui.add(field));
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let save = named("saves.save", poster_button(ui, "Save", Weight::Main)).clicked();
            if save || enter {
                intents.push(Intent::Save(name.clone()));
            }
        });
        ui.add_space(space::S);
        rule(ui);
    }
    if saves.list.is_empty() {
        ui.label(quiet(ui, "There are no saves yet."));
        return;
    }
    ScrollArea::vertical().max_height(340.0).auto_shrink([false, true]).show(ui, |ui| {
        for save in &saves.list {
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.label(RichText::new(&save.name).font(Theme::strong(size::BODY)).color(theme.ink));
                    match &save.holds {
                        Ok(holds) => ui.label(quiet(ui, holds)),
                        Err(why) => ui.label(text(ui, why).color(theme.warning_text).size(size::SMALL)),
                    };
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let load =
                        ui.add_enabled_ui(save.holds.is_ok(), |ui| poster_button(ui, "Load", Weight::Plain));
                    if named(&format!("saves.load.{}", save.name), load.inner).clicked() {
                        intents.push(Intent::Load(save.name.clone()));
                    }
                });
            });
            rule(ui);
        }
    });
}
