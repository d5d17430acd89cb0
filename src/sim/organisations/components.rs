//! Resources that organisations own.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{IdVec, OrganisationId, PolityId};

/// One organisation as it stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Organisation {
    /// Members in order of accession.
    pub(in crate::sim) members: Vec<PolityId>,
    /// Cohesion (0–1).
    pub(in crate::sim) cohesion: f64,
}

impl Organisation {
    /// Members in order of accession.
    pub fn members(&self) -> &[PolityId] {
        &self.members
    }
    /// Whether a polity is a member.
    pub fn has(&self, polity: PolityId) -> bool {
        self.members.contains(&polity)
    }
    /// Cohesion (0–1).
    pub fn cohesion(&self) -> f64 {
        self.cohesion
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
