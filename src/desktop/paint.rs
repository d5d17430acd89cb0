//! Keeps the picture on the map in step with the world, the mode, the selection and the light.

use bevy::prelude::*;

use super::intents::{MapMode, Selection};
use super::library::Library;
use super::map::colours::{picture, rows};
use super::map::flows::Flows;
use super::map::picture::{Picture, TerritoryLook};
use super::map::{MapColours, MapSheet};
use super::panels::desk::about;
use super::session::Session;
use super::shell::{AppState, Shell};
use super::theme::Light;
use crate::base::{PolityId, TerritoryId};
use crate::sim::Seat;

/// The territory of the content behind each row of the map.
#[derive(Resource, Debug, Clone, Default)]
pub struct MapRows(pub Vec<Option<TerritoryId>>);

/// What a picture depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    state: AppState,
    version: Option<(u64, u64)>,
    mode: MapMode,
    selection: Option<Selection>,
    light: Light,
    readable: bool,
    /// Whose trade flows are drawn, if any are: a state's, or the world's.
    flows: Option<Option<PolityId>>,
}

/// Makes the picture anew when what it depends on has changed.
pub fn repaint(
    mut commands: Commands,
    mut picture_now: ResMut<Picture>,
    session: Option<Res<Session>>,
    library: Res<Library>,
    sheet: Res<MapSheet>,
    colours: Res<MapColours>,
    shell: Res<Shell>,
    state: Res<State<AppState>>,
    known: Option<Res<MapRows>>,
    mut last: Local<Option<Key>>,
) {
    let playing = *state.get() == AppState::Campaign;
    let session = session.as_deref().filter(|_| playing);
    let sim = session.map(Session::sim).or_else(|| library.preview());
    let selection = match state.get() {
        AppState::Campaign => shell.selection,
        AppState::ChooseSeat => shell.looked_at.map(|seat| match seat {
            Seat::Polity(id) => Selection::Polity(id),
            Seat::Movement(id) => Selection::Movement(id),
        }),
        AppState::Menu => None,
    };
    let key = Key {
        state: *state.get(),
        version: session.map(|session| (session.version, session.sim().seed())),
        mode: if playing { shell.mode } else { MapMode::System },
        selection,
        light: colours.0.light,
        readable: sim.is_some(),
        flows: sim.filter(|_| playing && shell.flows).map(|sim| about(sim, selection)),
    };
    if *last == Some(key) {
        return;
    }
    *last = Some(key);
    let hovered = picture_now.hovered;
    let Some(sim) = sim else {
        // Before the content is read the land is blank paper.
        let blank = |(row, _)| TerritoryLook {
            fill: colours.0.ruled,
            hatch: None,
            owner: row as u32,
            selected: false,
        };
        *picture_now =
            Picture { looks: sheet.map.territories.iter().enumerate().map(blank).collect(), ..default() };
        return;
    };
    let table = match known {
        Some(known) => known.0.clone(),
        None => {
            let table = rows(&sheet.map, sim.content());
            commands.insert_resource(MapRows(table.clone()));
            table
        }
    };
    *picture_now = picture(sim, &sheet.map, &table, key.mode, selection, &colours.0);
    if let Some(whose) = key.flows {
        picture_now.flows = Flows::new(sim, &sheet.map, whose);
    }
    picture_now.hovered = hovered.filter(|_| playing);
    if key.state == AppState::Menu {
        // Names would only disturb the poster.
        picture_now.plates.clear();
        picture_now.marks.clear();
    }
}
