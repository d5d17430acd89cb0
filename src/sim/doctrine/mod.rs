//! Doctrines in force: which ones an agent follows, with what values of their parameters.
//!
//! Source: DESIGN §8.

mod components;

pub use components::{Doctrines, MovementDoctrines, Tuning};

use bevy::prelude::*;

use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Doctrines>("doctrine.polities")
        .init_resource::<MovementDoctrines>()
        .resource_state::<MovementDoctrines>("doctrine.movements")
        .init_resource::<Tuning>()
        .resource_state::<Tuning>("doctrine.tuning");
}
