//! The content of the campaign: loaded in the background, with everything that was found wrong with it.

use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};

use crate::campaign::NewGame;
use crate::content::defs::Content;
use crate::content::{self, report::Style};
use crate::sim::Simulation;

/// What the background reading came to.
struct Read {
    content: Result<(Arc<Content>, Simulation), String>,
    /// Findings that do not stop the game.
    findings: String,
}

/// How far the content is.
enum State {
    Reading(Task<Read>),
    Ready { content: Arc<Content>, preview: Box<Simulation>, findings: String },
    Broken(String),
}

/// The content of the campaign that the command line names.
#[derive(Resource)]
pub struct Library {
    state: State,
}

/// Where content comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The folder that holds `scenarios/`, if it was named.
    pub root: Option<PathBuf>,
    /// The scenario.
    pub scenario: String,
    /// Mods.
    pub mods: Vec<PathBuf>,
}

impl Library {
    /// Begins to read.
    pub fn read(source: Source) -> Self {
        let task = AsyncComputeTaskPool::get().spawn(async move { read(&source) });
        Self { state: State::Reading(task) }
    }

    /// The content, once it is read and sound.
    pub fn content(&self) -> Option<&Arc<Content>> {
        match &self.state {
            State::Ready { content, .. } => Some(content),
            _ => None,
        }
    }

    /// The world as it stands at the start, for the title and the choice of seats.
    pub fn preview(&self) -> Option<&Simulation> {
        match &self.state {
            State::Ready { preview, .. } => Some(preview),
            _ => None,
        }
    }

    /// Why there is no content, file and line included.
    pub fn broken(&self) -> Option<&str> {
        match &self.state {
            State::Broken(report) => Some(report),
            _ => None,
        }
    }

    /// What was found doubtful in content that can be played; empty if nothing was.
    pub fn findings(&self) -> &str {
        match &self.state {
            State::Ready { findings, .. } => findings,
            _ => "",
        }
    }

    /// Whether it is still being read.
    pub fn is_reading(&self) -> bool {
        matches!(self.state, State::Reading(_))
    }
}

fn read(source: &Source) -> Read {
    let stop = |report: String| Read { content: Err(report), findings: String::new() };
    let root = match content::find_root(source.root.as_deref()) {
        Ok(root) => root,
        Err(problem) => return stop(problem),
    };
    let loaded = content::load(&root, &source.scenario, &source.mods);
    let findings = loaded.report.text(Style::Plain);
    let Some(content) = loaded.content else { return stop(findings) };
    let content = Arc::new(content);
    match NewGame::new(Arc::clone(&content), 1).start() {
        Ok(preview) => Read { content: Ok((content, preview)), findings },
        Err(problem) => stop(problem.to_string()),
    }
}

/// Takes over what the background reading came to.
pub fn finish_reading(mut library: ResMut<Library>) {
    if !library.is_reading() {
        return;
    }
    if let State::Reading(task) = &mut library.bypass_change_detection().state
        && let Some(read) = check_ready(task)
    {
        library.state = match read.content {
            Ok((content, preview)) => {
                State::Ready { content, preview: Box::new(preview), findings: read.findings }
            }
            Err(report) => State::Broken(report),
        };
    }
}
