//! Starting a mission: its own seed and seat over the scenario's content.

use std::sync::Arc;

use crate::base::MissionId;
use crate::campaign::{NewGame, SeatName};
use crate::content::defs::{Content, MissionDef};
use crate::content::report::nearest;

/// Why a mission could not start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionError(pub String);

impl std::fmt::Display for MissionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MissionError {}

/// Finds a mission by its string id.
///
/// # Errors
/// If the content has none of this id; the message names a near one or all there are.
pub fn find(content: &Content, id: &str) -> Result<MissionId, MissionError> {
    content.missions.find(|mission| mission.id == id).ok_or_else(|| {
        let ids = || content.missions.values().map(|mission| mission.id.as_str());
        MissionError(match nearest(id, ids()) {
            Some(near) => format!("no mission named `{id}`; did you mean `{near}`?"),
            None => format!("no mission named `{id}`; there are: {}", ids().collect::<Vec<_>>().join(", ")),
        })
    })
}

/// The game a mission is played in.
pub fn game_of(content: &Arc<Content>, mission: MissionId) -> NewGame {
    let def: &MissionDef = &content.missions[mission];
    let polity = def.plays.map(|id| content.polities[id].id.clone());
    let movement = def.plays_movement.map(|id| content.movements[id].id.clone());
    NewGame { seat: polity.or(movement).map(SeatName), ..NewGame::new(Arc::clone(content), def.seed) }
}
