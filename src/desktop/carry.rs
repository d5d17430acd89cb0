//! Carries out what panels, keys and scripts want done.

use std::collections::BTreeSet;
use std::sync::Arc;

use bevy::prelude::*;

use super::branching::LivingAgain;
use super::files::{Home, save_file};
use super::intents::{Intent, MapMode, Pace, PanelKind, Selection};
use super::lesson;
use super::library::Library;
use super::map::{MapSheet, MapView};
use super::screens::OnDesk;
use super::session::Session;
use super::shell::{AppState, Modal, Shell};
use crate::campaign::{self, LoadError, NewGame, SeatName};
use crate::content::defs::Content;
use crate::mission::{self, Lesson};
use crate::sim::Seat;
use crate::view::words::text as say;
use crate::view::{EconomyTab, MovementsAsk, MovementsTab};

/// The user's folders.
#[derive(Resource, Debug, Clone)]
pub struct HomeFolder(pub Home);

/// A campaign that shall begin.
#[derive(Message, Debug, Clone, PartialEq)]
pub enum Begin {
    /// A new one, in a seat, with a seed.
    New {
        /// Where the player sits; an onlooker sits nowhere.
        seat: Option<Seat>,
        /// Seed of its luck.
        seed: u64,
    },
    /// A guided mission, by its id.
    Mission(String),
    /// A saved one, by the name of its save or its path.
    Saved(String),
    /// A branch of the one that a general exchange has ended, from its last safe month on.
    Branch,
}

/// What a mission looks at; as long as it is the same there is nothing new to see.
type Seen = (u64, Option<Selection>, BTreeSet<PanelKind>, MapMode, bool);

/// Carries out the wishes of the frame before.
pub fn carry_out(
    mut shell: ResMut<Shell>,
    mut session: Option<ResMut<Session>>,
    mut begin: MessageWriter<Begin>,
    mut next: ResMut<NextState<AppState>>,
    state: Res<State<AppState>>,
    home: Res<HomeFolder>,
    view: Option<ResMut<MapView>>,
    sheet: Option<Res<MapSheet>>,
    mut desk: ResMut<OnDesk>,
    mut seen: Local<Option<Seen>>,
) {
    let mut show = None;
    let intents = shell.intents.take();
    shell.pointed_out = None;
    let trade_before = trade_is_open(&shell, &desk);
    let answered = intents.iter().any(|intent| matches!(intent, Intent::MissionAnswer { .. }));
    for intent in intents {
        if let Some(panel) = desk.0.memory.take(&intent) {
            shell.open(panel);
        }
        // A crisis is looked at together with the place that it is about.
        shell.show_crisis |= matches!(intent, Intent::ShowCrisis(_) | Intent::Open(PanelKind::Crisis));
        match intent {
            Intent::Order(order) => {
                if let Some(session) = session.as_mut()
                    && let Some(seat) = session.seat
                {
                    session.campaign.give(seat, order);
                    session.version += 1;
                }
            }
            Intent::TakeBack(sequence) => {
                if let Some(session) = session.as_mut() {
                    session.campaign.take_back(sequence);
                    session.version += 1;
                }
            }
            Intent::Select(selection) => {
                shell.selection = Some(selection);
                shell.open(super::session::WITH_SELECTION);
            }
            Intent::Deselect => {
                shell.selection = None;
                shell.close(super::session::WITH_SELECTION);
            }
            Intent::Show(territory) => show = Some(territory),
            Intent::Flows(drawn) => (shell.flows, shell.show_flows) = (drawn, drawn),
            Intent::ShowFlows => shell.show_flows = true,
            Intent::PointOut(state) => shell.pointed_out = Some(state),
            Intent::Open(panel) => shell.open(panel),
            Intent::Close(panel) => {
                shell.close(panel);
                if panel == super::session::WITH_SELECTION {
                    shell.selection = None;
                }
            }
            Intent::MapMode(mode) => shell.mode = mode,
            Intent::SetPace(pace) => {
                shell.pace = pace;
                if let Pace::Running(speed) = pace {
                    shell.speed = speed;
                }
            }
            Intent::TogglePause => {
                shell.pace = match shell.pace {
                    Pace::Paused => Pace::Running(shell.speed.clamp(1, Pace::FASTEST)),
                    Pace::Running(_) => Pace::Paused,
                }
            }
            Intent::Step => {
                shell.pace = Pace::Paused;
                if let Some(session) = session.as_mut() {
                    session.step();
                }
            }
            Intent::Save(name) => save(&mut shell, session.as_deref(), &home.0, &name),
            Intent::Load(name) => {
                begin.write(Begin::Saved(name));
            }
            // What panels remember has been taken down above.
            Intent::Prepare(_)
            | Intent::FilterChronicle { .. }
            | Intent::OlderEntries
            | Intent::ChartLines(_)
            | Intent::SortLedger { .. }
            | Intent::EconomyTab(_)
            | Intent::SocietyTab(_)
            | Intent::DiplomacyTab(_)
            | Intent::TryLine(_)
            | Intent::ShowCrisis(_)
            | Intent::ShowWar(_)
            | Intent::ShowOrganisation(_)
            | Intent::ShowMember(_)
            | Intent::MovementsTab(_)
            | Intent::FilterMovements(_)
            | Intent::SortMovements { .. }
            | Intent::ShowMovement(_)
            | Intent::ShowRising(_)
            | Intent::DraftPlan(_)
            | Intent::ShowDecision(_) => {}
            Intent::MissionAnswer { choice, .. } => {
                on(&mut session, |session| lesson::answer(session, choice))
            }
            Intent::MissionSkip => on(&mut session, lesson::skip),
            Intent::MissionShowMe => on(&mut session, |session| lesson::show_me(session, &mut shell)),
            Intent::MissionLeave => on(&mut session, lesson::leave),
            Intent::Branch => {
                begin.write(Begin::Branch);
            }
            Intent::Back => back(&mut shell, state.get(), &mut next),
            Intent::ToMenu => {
                shell.modal = None;
                shell.pace = Pace::Paused;
                next.set(AppState::Menu);
            }
        }
    }
    // The page of trade brings its flows onto the map and takes them away again.
    let trade_now = trade_is_open(&shell, &desk);
    if trade_now != trade_before {
        (shell.flows, shell.show_flows) = (trade_now, trade_now);
    }
    if let Some(session) = session.as_mut() {
        let key = (session.version, shell.selection, shell.open.clone(), shell.mode, answered);
        if seen.as_ref() != Some(&key) {
            lesson::look(session, &shell);
            *seen = Some(key);
        }
    }
    if let (Some(territory), Some(session), Some(sheet), Some(mut view)) = (show, session, sheet, view) {
        let id = &session.sim().content().territories[territory].id;
        if let Some(row) = sheet.map.index(id) {
            view.show(sheet.map.territories[row].label);
        }
    }
}

fn trade_is_open(shell: &Shell, desk: &OnDesk) -> bool {
    shell.open.contains(&PanelKind::Economy) && desk.0.memory.tab == EconomyTab::Trade
}

/// Does something to the campaign that is played, if one is.
fn on(session: &mut Option<ResMut<Session>>, act: impl FnOnce(&mut Session)) {
    if let Some(session) = session {
        act(session);
    }
}

/// Panels that Escape closes, in this order, before it lets go of the selection.
const LEAVE_FIRST: [PanelKind; 13] = [
    PanelKind::Why,
    PanelKind::Economy,
    PanelKind::Society,
    PanelKind::Movements,
    PanelKind::Diplomacy,
    PanelKind::Organisation,
    PanelKind::Doctrine,
    PanelKind::Crisis,
    PanelKind::War,
    PanelKind::Outcome,
    PanelKind::Ledger,
    PanelKind::Chart,
    PanelKind::Orders,
];

/// Escape: closes what lies on top, or goes one screen back.
fn back(shell: &mut Shell, state: &AppState, next: &mut NextState<AppState>) {
    if let Some(modal) = shell.modal.take() {
        // Sheets opened from the pause menu lead back to it.
        let from_pause = matches!(modal, Modal::Saves | Modal::Settings | Modal::ModelCard | Modal::Credits);
        if from_pause && *state == AppState::Campaign {
            shell.modal = Some(Modal::Pause);
        }
        return;
    }
    match state {
        AppState::Menu => {}
        AppState::ChooseSeat => next.set(AppState::Menu),
        AppState::Campaign => {
            let first = LEAVE_FIRST.into_iter().find(|panel| shell.open.contains(panel));
            if let Some(panel) = first {
                shell.close(panel);
            } else if shell.selection.is_some() {
                shell.selection = None;
                shell.close(super::session::WITH_SELECTION);
            } else {
                shell.pace = Pace::Paused;
                shell.modal = Some(Modal::Pause);
            }
        }
    }
}

fn save(shell: &mut Shell, session: Option<&Session>, home: &Home, name: &str) {
    let Some(session) = session else { return };
    let file = save_file(home, name);
    match campaign::save(&session.campaign, &file) {
        Ok(()) => {
            if shell.modal == Some(Modal::Saves) {
                shell.modal = None;
            }
            shell.tell(format!("Saved as “{}”.", file.file_stem().unwrap_or_default().to_string_lossy()));
        }
        Err(error) => {
            let report =
                format!("{}\n{error}\nThe save from before, if there was one, is untouched.", file.display());
            shell.problem("The campaign could not be saved", report);
        }
    }
}

/// Begins what shall begin, once the content is there.
pub fn begin_campaigns(
    mut commands: Commands,
    mut wanted: MessageReader<Begin>,
    library: Res<Library>,
    home: Res<HomeFolder>,
    session: Option<Res<Session>>,
    mut shell: ResMut<Shell>,
    mut next: ResMut<NextState<AppState>>,
    mut desk: ResMut<OnDesk>,
) {
    let Some(begin) = wanted.read().last().cloned() else { return };
    let Some(content) = library.content() else {
        shell.problem(
            "The campaign cannot begin",
            library.broken().unwrap_or("Its content is still being read."),
        );
        return;
    };
    let session = match begin {
        Begin::Branch => {
            let ended = session.as_deref().ok_or("No campaign is on the table.".to_owned());
            match ended.and_then(|ended| LivingAgain::begin(content, &home.0, ended)) {
                Ok(branch) => {
                    shell.modal = Some(branch.page());
                    commands.insert_resource(branch);
                }
                Err(problem) => shell.problem(say!("end.again.failed"), problem),
            }
            return;
        }
        Begin::New { seat, seed } => {
            let seat = seat.map(|seat| SeatName::of(content, seat));
            let game = NewGame { seat, ..NewGame::new(content.clone(), seed) };
            Session::begin(&game).map_err(|error| error.to_string())
        }
        Begin::Mission(id) => begin_mission(content, &id),
        Begin::Saved(name) => {
            load(content, &home.0, &name).map(Session::over).map_err(|error| error.to_string())
        }
    };
    match session {
        Ok(session) => {
            lay_out(&session, &mut shell, &mut desk);
            commands.insert_resource(session);
            next.set(AppState::Campaign);
        }
        Err(problem) => shell.problem("The campaign cannot begin", problem),
    }
}

/// Lays the table for a campaign that begins or goes on.
pub(super) fn lay_out(session: &Session, shell: &mut Shell, desk: &mut OnDesk) {
    shell.begin();
    desk.0.clear();
    if let Some(Seat::Movement(id)) = session.seat {
        desk.0.memory.movements = MovementsAsk { tab: MovementsTab::One, movement: Some(id), ..default() };
    }
    // A mission begins with nothing selected: what to select is its first lesson.
    if let (Some(seat), None) = (session.seat, &session.lesson) {
        shell.selection = Some(match seat {
            Seat::Polity(id) => Selection::Polity(id),
            Seat::Movement(id) => Selection::Movement(id),
        });
        shell.open(super::session::WITH_SELECTION);
        shell.show_seat = true;
    }
}

fn begin_mission(content: &Arc<Content>, id: &str) -> Result<Session, String> {
    let mission = mission::find(content, id).map_err(|error| error.to_string())?;
    let mut session =
        Session::begin(&mission::game_of(content, mission)).map_err(|error| error.to_string())?;
    let now = session.sim().clock().now();
    session.lesson = Some(Lesson::begin(content, mission, now));
    Ok(session)
}

fn load(content: &Arc<Content>, home: &Home, name: &str) -> Result<campaign::Campaign, LoadError> {
    let file = std::path::Path::new(name);
    let file = if file.is_file() { file.to_owned() } else { save_file(home, name) };
    campaign::load(&file, content.clone())
}
