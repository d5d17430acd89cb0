//! Components that technology owns.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::vocabulary::Branch;

/// Total productivity of a country; 1 = what its factors made at the start.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Technology {
    /// Level against the frontier (0–1).
    pub(in crate::sim) level: f64,
    /// Productivity now over productivity at the start.
    pub(in crate::sim) productivity: f64,
    /// Schooling: share of adults who can read (0–1).
    pub(in crate::sim) schooling: f64,
    /// Growth of productivity, as a yearly rate.
    pub(in crate::sim) growth: f64,
}

impl Technology {
    /// Level against the frontier (0–1).
    pub fn level(&self) -> f64 {
        self.level
    }
    /// Productivity now over productivity at the start.
    pub fn productivity(&self) -> f64 {
        self.productivity
    }
    /// Schooling: share of adults who can read (0–1).
    pub fn schooling(&self) -> f64 {
        self.schooling
    }
    /// Growth of productivity, as a yearly rate.
    pub fn growth(&self) -> f64 {
        self.growth
    }
}

/// What a country puts into research, and how far its branches other than goods have come.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Research {
    /// Shares of the product by branch.
    pub(in crate::sim) shares: [f64; Branch::COUNT],
    /// The shares that such countries are used to, which public spending already holds.
    pub(in crate::sim) usual: [f64; Branch::COUNT],
    /// Level of arms against the best there could be (0–1).
    pub(in crate::sim) military: f64,
    /// Spent on space so far at the level of technology of its time, billions of 2011 dollars.
    pub(in crate::sim) space: f64,
    /// Share of its purchases abroad that come from those ahead and teach (0–1), reviewed once a year.
    pub(in crate::sim) licences: f64,
}

impl Research {
    /// Share of the product that goes to a branch.
    pub fn share(&self, branch: Branch) -> f64 {
        self.shares[branch.index()]
    }
    /// The share that such a country is used to.
    pub fn usual(&self, branch: Branch) -> f64 {
        self.usual[branch.index()]
    }
    /// Research beyond what public spending already holds, share of the product (negative = less).
    pub fn beyond_usual(&self) -> f64 {
        self.shares.iter().sum::<f64>() - self.usual.iter().sum::<f64>()
    }
    /// Level of arms against the best there could be (0–1).
    pub fn military(&self) -> f64 {
        self.military
    }
    /// Spent on space so far, at the level of its time, billions of 2011 dollars.
    pub fn space(&self) -> f64 {
        self.space
    }
    /// Share of its purchases abroad that come from those ahead and teach (0–1).
    pub fn licences(&self) -> f64 {
        self.licences
    }
}

/// Firsts in space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpaceFeat {
    /// A satellite in orbit.
    Satellite,
    /// A human in space.
    Human,
    /// Humans on the Moon.
    Moon,
}

impl SpaceFeat {
    /// All, in the order in which they can be reached.
    pub const ALL: [SpaceFeat; 3] = [Self::Satellite, Self::Human, Self::Moon];
}

/// Who was first in what.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct SpaceRace {
    /// In the order of [`SpaceFeat::ALL`].
    pub(in crate::sim) first: [Option<(PolityId, Month)>; SpaceFeat::ALL.len()],
}

impl SpaceRace {
    /// Who was first, and when.
    pub fn first(&self, feat: SpaceFeat) -> Option<(PolityId, Month)> {
        self.first[feat as usize]
    }
    /// How many firsts a polity has.
    pub fn firsts(&self, polity: PolityId) -> u32 {
        self.first.iter().flatten().filter(|one| one.0 == polity).count() as u32
    }
}
