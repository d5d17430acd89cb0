//! Resources that crises own.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::vocabulary::CrisisMove;

/// Rungs of the ladder: 0 = words … 7 = general exchange.
pub const TOP_RUNG: u8 = 7;

/// A crisis between two states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crisis {
    /// Number in this history.
    pub number: u32,
    /// The side that challenges.
    pub challenger: PolityId,
    /// The side that is challenged.
    pub defender: PolityId,
    /// The polity it is about.
    pub over: PolityId,
    /// What each has at stake (0–1), challenger first; known to itself only.
    pub stakes: [f64; 2],
    /// The rung reached.
    pub rung: u8,
    /// Rounds played.
    pub rounds: u8,
    /// Whether each side has offered a way out, challenger first.
    pub exit_offered: [bool; 2],
    /// Moves given by order for the round to come, challenger first.
    pub given: [Option<CrisisMove>; 2],
    /// When it began.
    pub since: Month,
}

/// Crises under way.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Crises {
    pub(in crate::sim) list: Vec<Crisis>,
    pub(in crate::sim) next: u32,
    /// When a general exchange ended the campaign, if one did.
    pub(in crate::sim) exchange: Option<Month>,
}

impl Crises {
    /// All under way, oldest first.
    pub fn list(&self) -> &[Crisis] {
        &self.list
    }
    /// When a general exchange ended the campaign, if one did.
    pub fn exchange(&self) -> Option<Month> {
        self.exchange
    }
}
