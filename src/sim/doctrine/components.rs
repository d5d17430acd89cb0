//! Components and resources that doctrine owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{DoctrineId, IdVec, Month, MovementId};

/// The doctrines a polity follows.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Doctrines {
    /// Inside its own camp and at home.
    pub(in crate::sim) camp: DoctrineId,
    /// Across systems.
    pub(in crate::sim) abroad: DoctrineId,
    /// How the economy is steered.
    pub(in crate::sim) economy: DoctrineId,
    /// When they last changed.
    pub(in crate::sim) since: Month,
}

impl Doctrines {
    /// Inside its own camp and at home.
    pub fn camp(&self) -> DoctrineId {
        self.camp
    }
    /// Across systems.
    pub fn abroad(&self) -> DoctrineId {
        self.abroad
    }
    /// How the economy is steered.
    pub fn economy(&self) -> DoctrineId {
        self.economy
    }
    /// Whether a doctrine is in force, for statecraft inside the camp and abroad alike or for the economy.
    pub fn follows(&self, doctrine: DoctrineId) -> bool {
        self.economy == doctrine || (self.camp == doctrine && self.abroad == doctrine)
    }
}

/// The doctrine each movement follows.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MovementDoctrines {
    pub(in crate::sim) of: IdVec<MovementId, DoctrineId>,
}

impl MovementDoctrines {
    /// The doctrine a movement follows.
    pub fn of(&self, movement: MovementId) -> DoctrineId {
        self.of[movement]
    }
}

/// Values of doctrine parameters in this history, by doctrine and position in its list.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tuning {
    pub(in crate::sim) values: IdVec<DoctrineId, Vec<f64>>,
}

impl Tuning {
    /// The value in force of one parameter.
    pub fn value(&self, doctrine: DoctrineId, parameter: usize) -> f64 {
        self.values[doctrine][parameter]
    }
}
