//! Harm: dead and displaced since the start, charged to whoever decided (DESIGN law 6).

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, IdVec, People};
use crate::content::vocabulary::Harm;

/// Harm by decider and kind, since the campaign began.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct HarmBook {
    by: IdVec<AgentId, [People; Harm::COUNT]>,
    undecided: [People; Harm::COUNT],
}

impl HarmBook {
    pub(super) fn open(agents: usize) -> Self {
        Self { by: IdVec::filled(Default::default(), agents), undecided: Default::default() }
    }

    /// Charges harm to a decider, or to nobody when no decision led to it (a bad harvest alone).
    pub(in crate::sim) fn charge(&mut self, decider: Option<AgentId>, harm: Harm, people: People) {
        let row = match decider {
            Some(agent) => &mut self.by[agent],
            None => &mut self.undecided,
        };
        row[harm.index()] += people.positive();
    }

    /// Harm of one kind charged to one decider.
    pub fn of(&self, decider: AgentId, harm: Harm) -> People {
        self.by[decider][harm.index()]
    }

    /// All harm of one kind, charged or not.
    pub fn world(&self, harm: Harm) -> People {
        self.by.values().map(|row| row[harm.index()]).sum::<People>() + self.undecided[harm.index()]
    }

    /// Harm of one kind that no decision led to.
    pub fn undecided(&self, harm: Harm) -> People {
        self.undecided[harm.index()]
    }
}
