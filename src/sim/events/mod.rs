//! Content events: things that open possibilities, checked once a month.
//!
//! Reads conditions; pushes effects. Source: DESIGN §10.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::state::RegisterState;
use crate::base::{EventId, IdVec, Month};

/// When each event happened, if it has.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Happened {
    pub(in crate::sim) at: IdVec<EventId, Option<Month>>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Happened>().resource_state::<Happened>("events");
}
