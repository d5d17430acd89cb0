//! Automated runs: a list of acts, read from RON, that drives the real interface through its own input.

use std::path::{Path, PathBuf};

use bevy::app::AppExit;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured, save_to_disk};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{EguiContexts, PrimaryEguiContext};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use serde::Deserialize;

use super::intents::{Intent, Selection};
use super::library::Library;
use super::map::{MapSheet, MapView};
use super::names;
use super::session::Session;
use super::shell::Shell;

/// One act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Act {
    /// Lets frames pass.
    Wait(u32),
    /// Waits until a named widget is on the screen, at most so many frames.
    WaitFor(String, u32),
    /// Clicks a named widget; a list that it stands in scrolls to it.
    Click(String),
    /// Moves the pointer onto a named widget.
    Hover(String),
    /// Moves the pointer to a point of the window.
    Point(f32, f32),
    /// Clicks a point of the window.
    ClickAt(f32, f32),
    /// Moves the pointer onto a territory of the map.
    PointAt(String),
    /// Clicks a territory of the map.
    ClickOn(String),
    /// Turns the wheel, in notches (positive comes closer), where the pointer is.
    Wheel(f32),
    /// Drags from one point of the window to another.
    Drag((f32, f32), (f32, f32)),
    /// Presses a key, by egui's name of it.
    Press(String),
    /// Types text.
    Type(String),
    /// Selects a state by id.
    Select(String),
    /// Lets months pass, one step each.
    Step(u32),
    /// Takes a picture of the window under this name.
    Shot(String),
    /// Fails unless a named widget is on the screen.
    Expect(String),
    /// Fails if a named widget is on the screen.
    ExpectNot(String),
    /// Fails unless so many months have been played at least.
    ExpectMonths(u32),
    /// Prints how long the frames took on average since the last such act.
    Frames,
    /// Leaves the game.
    Quit,
}

/// A script and where its pictures go.
#[derive(Debug, Clone)]
pub struct Script {
    acts: Vec<Act>,
    shots: PathBuf,
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    /// If the file cannot be read, or is no list of acts; with its line.
    pub fn read(file: &Path, shots: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let acts = ron::from_str(&text).map_err(|error| format!("{}:{error}", file.display()))?;
        std::fs::create_dir_all(shots).map_err(|error| format!("{}: {error}", shots.display()))?;
        Ok(Self { acts, shots: shots.to_owned() })
    }
}

/// The script that runs.
#[derive(Resource)]
pub struct Running {
    script: Script,
    at: usize,
    waited: u32,
    /// Frames to let pass before the next act.
    rest: u32,
    pointer: Pos2,
    pictures: u32,
    release: Option<PointerButton>,
    steps: u32,
    frames: u32,
    since: std::time::Instant,
}

/// Runs a script.
pub fn plugin(app: &mut App, script: Script) {
    app.insert_resource(Running {
        script,
        at: 0,
        waited: 0,
        rest: 5,
        pointer: Pos2::ZERO,
        pictures: 0,
        release: None,
        steps: 0,
        frames: 0,
        since: std::time::Instant::now(),
    });
    app.add_systems(First, act.after(bevy::ecs::message::MessageUpdateSystems));
}

/// Frames after an act, so that the interface has seen it.
const REST: u32 = 2;
/// Frames within which a list has to have scrolled to a widget.
const SCROLLS: u32 = 60;

fn act(
    mut run: ResMut<Running>,
    mut contexts: EguiContexts,
    context: Single<Entity, With<PrimaryEguiContext>>,
    mut input: MessageWriter<EguiInputEvent>,
    mut commands: Commands,
    mut shell: ResMut<Shell>,
    library: Res<Library>,
    session: Option<Res<Session>>,
    view: Option<Res<MapView>>,
    sheet: Res<MapSheet>,
    mut exit: MessageWriter<AppExit>,
) {
    run.frames += 1;
    let Ok(ctx) = contexts.ctx_mut().cloned() else { return };
    let mut send = |event: Event| {
        input.write(EguiInputEvent { context: *context, event });
    };
    if let Some(button) = run.release.take() {
        let (pos, modifiers) = (run.pointer, Modifiers::NONE);
        send(Event::PointerButton { pos, button, pressed: false, modifiers });
        run.rest = REST;
        return;
    }
    if run.rest > 0 {
        run.rest -= 1;
        return;
    }
    if run.steps > 0 {
        run.steps -= 1;
        shell.intents.push(Intent::Step);
        run.rest = 1;
        return;
    }
    if run.pictures > 0 {
        return;
    }
    let Some(act) = run.script.acts.get(run.at).cloned() else {
        exit.write(AppExit::Success);
        return;
    };
    let number = run.at + 1;
    let mut fail = |problem: String| {
        eprintln!("script: act {number} {act:?}: {problem}");
        let known = names::all(&ctx).join(", ");
        eprintln!("script: widgets on the screen: {known}");
        exit.write(AppExit::error());
    };
    let territory = |id: &str| {
        let row = sheet.map.index(id)?;
        Some(view.as_ref()?.to_screen(sheet.map.territories[row].label))
    };
    let target = match &act {
        Act::Click(name) | Act::Hover(name) => match names::find(&ctx, name) {
            Some(rect) if rect.height() > 2.0 && rect.width() > 2.0 => Some(rect.center()),
            Some(_) => {
                names::reveal(&ctx, name);
                run.waited += 1;
                if run.waited > SCROLLS {
                    fail("it cannot be brought into view".into());
                }
                return;
            }
            None => return fail("no such widget".into()),
        },
        Act::ClickAt(x, y) | Act::Point(x, y) => Some(pos2(*x, *y)),
        Act::ClickOn(id) | Act::PointAt(id) => match territory(id) {
            Some(at) => Some(at),
            None => return fail("no such territory".into()),
        },
        _ => None,
    };
    if let Some(at) = target {
        send(Event::PointerMoved(at));
    }
    let mut rest = REST;
    match &act {
        Act::Wait(frames) => rest = *frames,
        Act::WaitFor(name, frames) => {
            if names::find(&ctx, name).is_none() {
                run.waited += 1;
                if run.waited > *frames {
                    fail("it did not appear".into());
                }
                return;
            }
        }
        Act::Click(_) | Act::ClickAt(..) | Act::ClickOn(_) => {
            let (pos, modifiers) = (target.unwrap_or(run.pointer), Modifiers::NONE);
            send(Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers });
            run.release = Some(PointerButton::Primary);
        }
        Act::Hover(_) | Act::Point(..) | Act::PointAt(_) => rest = 30,
        Act::Wheel(notches) => {
            send(Event::MouseWheel {
                unit: egui::MouseWheelUnit::Line,
                delta: egui::vec2(0.0, *notches),
                phase: egui::TouchPhase::Move,
                modifiers: Modifiers::NONE,
            });
            rest = 20;
        }
        Act::Drag(from, to) => {
            let (from, to) = (pos2(from.0, from.1), pos2(to.0, to.1));
            let modifiers = Modifiers::NONE;
            send(Event::PointerMoved(from));
            send(Event::PointerButton {
                pos: from,
                button: PointerButton::Primary,
                pressed: true,
                modifiers,
            });
            send(Event::PointerMoved(from + (to - from) * 0.5));
            send(Event::PointerMoved(to));
            run.pointer = to;
            run.release = Some(PointerButton::Primary);
        }
        Act::Press(name) => {
            let Some(key) = Key::from_name(name) else { return fail("no such key".into()) };
            for pressed in [true, false] {
                let modifiers = Modifiers::NONE;
                send(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
            }
        }
        Act::Type(text) => send(Event::Text(text.clone())),
        Act::Select(id) => {
            let found = library.content().and_then(|content| content.polities.find(|def| def.id == *id));
            let Some(polity) = found else { return fail("no such state".into()) };
            shell.intents.push(Intent::Select(Selection::Polity(polity)));
        }
        Act::Step(months) => run.steps = *months,
        Act::Shot(name) => {
            let file = run.script.shots.join(format!("{name}.png"));
            run.pictures += 1;
            commands
                .spawn(Screenshot::primary_window())
                .observe(save_to_disk(file))
                .observe(|_: On<ScreenshotCaptured>, mut run: ResMut<Running>| run.pictures -= 1);
        }
        Act::Expect(name) => {
            if names::find(&ctx, name).is_none() {
                return fail("it is not on the screen".into());
            }
        }
        Act::ExpectNot(name) => {
            if names::find(&ctx, name).is_some() {
                return fail("it is on the screen".into());
            }
        }
        Act::ExpectMonths(months) => {
            let played = session.as_ref().map_or(0, |session| session.sim().clock().played());
            if played < *months {
                return fail(format!("only {played} months have been played"));
            }
        }
        Act::Frames => {
            let each = run.since.elapsed().as_secs_f64() / f64::from(run.frames.max(1));
            println!("script: {:.1} ms a frame, {:.1} frames a second", each * 1000.0, 1.0 / each);
            (run.frames, run.since) = (0, std::time::Instant::now());
        }
        Act::Quit => {
            exit.write(AppExit::Success);
        }
    }
    if let Some(at) = target {
        run.pointer = at;
    }
    run.rest = rest;
    run.waited = 0;
    run.at += 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_read_and_mistakes_named_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ron");
        std::fs::write(&file, "[Wait(3), Click(\"menu.new\"),\n Drag((1, 2), (3, 4)), Quit]").unwrap();
        assert_eq!(Script::read(&file, folder.path()).unwrap().acts.len(), 4);
        std::fs::write(&file, "[Wait(3),\n Clack(\"menu.new\")]").unwrap();
        assert!(Script::read(&file, folder.path()).unwrap_err().contains(":2:"));
    }
}
