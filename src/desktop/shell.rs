//! The state of the window that is not the simulation's: what is open, selected, asked.

use std::collections::BTreeSet;

use bevy::prelude::*;

use crate::base::PolityId;

use super::intents::{Intents, MapMode, Pace, PanelKind, Selection};

/// Which screen is shown.
#[derive(States, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AppState {
    /// The title and what hangs on it.
    #[default]
    Menu,
    /// Choosing a seat for a new campaign.
    ChooseSeat,
    /// A campaign is played.
    Campaign,
}

/// The one sheet that may lie over everything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Modal {
    /// The menu within a campaign.
    Pause,
    /// Saves to load, and in a campaign to write.
    Saves,
    /// Theme, scale, motion.
    Settings,
    /// Guided missions.
    Missions,
    /// What is modelled, guessed, left out.
    ModelCard,
    /// Who and what this rests on.
    Credits,
    /// How a campaign ended.
    Ending(super::session::Ending),
    /// How the movement that was played has come to power, and what comes now.
    CameToPower(crate::view::VictoryView),
    /// A history is lived again up to the last safe month.
    LivingAgain {
        /// Months lived again.
        done: u32,
        /// Months to live again.
        all: u32,
    },
    /// Something went wrong: a title and what there is to say.
    Problem {
        /// What could not be done.
        title: String,
        /// The whole report.
        report: String,
    },
}

/// A line that appears for a while at the top of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The words.
    pub words: String,
    /// Seconds left.
    pub left: f32,
}

/// What is open, selected, asked.
#[derive(Resource, Debug, Clone, Default)]
pub struct Shell {
    /// Wishes of this frame.
    pub intents: Intents,
    /// What is selected.
    pub selection: Option<Selection>,
    /// Panels that are open.
    pub open: BTreeSet<PanelKind>,
    /// What the map's colours tell.
    pub mode: MapMode,
    /// Whether trade flows are drawn on the map.
    pub flows: bool,
    /// The state whose flows stand out: the pointer was on its name in the frame before.
    pub pointed_out: Option<PolityId>,
    /// Whether the map shall bring all flows into view.
    pub show_flows: bool,
    /// Whether the map shall bring the country of the seat into view.
    pub show_seat: bool,
    /// Whether the map shall bring the place of the crisis that is looked at into view.
    pub show_crisis: bool,
    /// Pace, and the speed to go on with after a pause.
    pub pace: Pace,
    /// Last speed.
    pub speed: u8,
    /// The sheet over everything.
    pub modal: Option<Modal>,
    /// A line for a while.
    pub notice: Option<Notice>,
    /// The seat looked at while choosing.
    pub looked_at: Option<crate::sim::Seat>,
    /// Seed typed for a new campaign.
    pub seed: String,
    /// Name typed for a save.
    pub save_name: String,
    /// Panels opened since the campaign began; missions ask for it.
    pub seen: BTreeSet<&'static str>,
}

/// Panels that are open when a campaign begins.
pub const AT_START: [PanelKind; 2] = [PanelKind::Chronicle, PanelKind::Legend];

impl Shell {
    /// Ready for a campaign that begins.
    pub fn begin(&mut self) {
        self.selection = None;
        self.open = AT_START.into();
        self.mode = MapMode::System;
        self.flows = false;
        self.show_crisis = false;
        self.show_seat = false;
        self.pace = Pace::Paused;
        self.speed = 2;
        self.modal = None;
        self.seen = AT_START.iter().map(|panel| panel.name()).collect();
    }

    /// Shows a line for a while.
    pub fn tell(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), left: 5.0 });
    }

    /// Shows that something went wrong.
    pub fn problem(&mut self, title: impl Into<String>, report: impl Into<String>) {
        self.modal = Some(Modal::Problem { title: title.into(), report: report.into() });
    }

    /// Opens a panel.
    pub fn open(&mut self, panel: PanelKind) {
        match panel {
            PanelKind::Saves => self.modal = Some(Modal::Saves),
            PanelKind::Settings => self.modal = Some(Modal::Settings),
            _ => {
                for sharing in [&PanelKind::BESIDE[..], &PanelKind::WIDE] {
                    if sharing.contains(&panel) {
                        self.open.retain(|other| !sharing.contains(other));
                    }
                }
                self.open.insert(panel);
            }
        }
        self.seen.insert(panel.name());
    }

    /// Closes a panel.
    pub fn close(&mut self, panel: PanelKind) {
        match panel {
            PanelKind::Saves if self.modal == Some(Modal::Saves) => self.modal = None,
            PanelKind::Settings if self.modal == Some(Modal::Settings) => self.modal = None,
            _ => {
                self.open.remove(&panel);
            }
        }
    }
}
