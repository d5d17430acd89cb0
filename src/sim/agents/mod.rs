//! Agents: scoring options under the doctrine in force, giving orders, keeping the reasons.
//!
//! Reads everything (on believed facts); writes orders and the decision log, nothing else. Logging never changes
//! the state hash. Source: DESIGN §8.

mod limits;
mod record;

pub use limits::forbidden;
pub use record::{DecisionLog, DecisionRecord, MAX_CONSIDERATIONS, ScoreTerm, Verdict};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::population::Seat;
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of deliberation.
    pub struct AgentRules in "agents" {
        /// Months between deliberations of powers.
        power_interval,
        /// Months between deliberations of other states.
        state_interval,
    }
}

/// The seat a human sits in; no AI decides for it.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Players(pub(in crate::sim) Option<Seat>);

impl Players {
    /// The seat a human sits in.
    pub fn seat(&self) -> Option<Seat> {
        self.0
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Players>()
        .init_resource::<DecisionLog>()
        .init_resource::<DecisionsBehind>()
        .resource_state::<Players>("agents.players");
}

/// The decisions behind orders that an AI has given and that are not resolved yet.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(in crate::sim) struct DecisionsBehind {
    pub(in crate::sim) pairs: Vec<(super::orders::Seq, u32)>,
}

/// The number of the decision behind an order, if an AI gave it.
pub(in crate::sim) fn decision_behind(world: &World, order: super::orders::Seq) -> Option<u32> {
    let behind = &world.resource::<DecisionsBehind>().pairs;
    behind.iter().find(|(sequence, _)| *sequence == order).map(|(_, decision)| *decision)
}
