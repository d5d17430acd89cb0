//! Resources that organisations own.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{IdVec, Month, OrganisationId, PolityId};

/// One organisation as it stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Organisation {
    /// Members in order of accession.
    pub(in crate::sim) members: Vec<PolityId>,
    /// Cohesion (0–1).
    pub(in crate::sim) cohesion: f64,
    /// Members whose no is a veto, in the world organisation.
    pub(in crate::sim) permanent: Vec<PolityId>,
    /// Least share of the product that members have agreed to spend on forces; 0 = none agreed.
    pub(in crate::sim) burden: f64,
    /// When members were last consulted.
    pub(in crate::sim) consulted: Month,
    /// How far members still feel that they were pressed by the leader (0–1).
    pub(in crate::sim) pressed: f64,
}

impl Organisation {
    /// Members in order of accession.
    pub fn members(&self) -> &[PolityId] {
        &self.members
    }
    /// Whether a polity is a member.
    pub fn has(&self, polity: PolityId) -> bool {
        // Without a way out on the first hit a whole row of members is compared at once.
        self.members.iter().fold(false, |found, &member| found | (member == polity))
    }
    /// Cohesion (0–1).
    pub fn cohesion(&self) -> f64 {
        self.cohesion
    }
    /// Members whose no is a veto, in the world organisation.
    pub fn permanent(&self) -> &[PolityId] {
        &self.permanent
    }
    /// Least share of the product that members have agreed to spend on forces; 0 = none agreed.
    pub fn burden(&self) -> f64 {
        self.burden
    }
    /// When members were last consulted.
    pub fn consulted(&self) -> Month {
        self.consulted
    }
    /// How far members still feel that they were pressed by the leader (0–1).
    pub fn pressed(&self) -> f64 {
        self.pressed
    }
}

/// All organisations.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Organisations {
    pub(in crate::sim) list: IdVec<OrganisationId, Organisation>,
}

impl Organisations {
    /// One organisation.
    pub fn get(&self, id: OrganisationId) -> &Organisation {
        &self.list[id]
    }
    /// All, in id order.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, &Organisation)> {
        self.list.iter()
    }
}

/// Where each state's line stands on two axes of −1..1: from revision to dogma, from integration to autonomy.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Lines {
    pub(in crate::sim) at: IdVec<PolityId, (f64, f64)>,
}

impl Lines {
    /// The line of a state.
    pub fn of(&self, polity: PolityId) -> (f64, f64) {
        self.at[polity]
    }
}
