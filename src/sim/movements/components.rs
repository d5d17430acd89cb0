//! Components that movements own.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::vocabulary::{Class, Strategy};

/// Where a movement is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MovementPhase {
    /// Not yet in being; arises from conditions.
    Latent,
    /// Works without arms.
    Active,
    /// In arms.
    InArms,
    /// In power, or its aim reached.
    Victorious,
    /// Crushed or dissolved; may arise again after years.
    Broken,
}

/// A movement that contests power.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// Phase of its life.
    pub(in crate::sim) phase: MovementPhase,
    /// When the phase began.
    pub(in crate::sim) since: Month,
    /// The polity it stands against now.
    pub(in crate::sim) against: PolityId,
    /// How it seeks power.
    pub(in crate::sim) strategy: Strategy,
    /// Weight of each class in its front (0–1 each).
    pub(in crate::sim) front: [f64; Class::COUNT],
    /// What its leaders can still ask of it, in the measure of a government's authority (0–10).
    pub(in crate::sim) authority: f64,
    /// Organisation (0–1).
    pub(in crate::sim) organisation: f64,
    /// Unity of the front (0–1).
    pub(in crate::sim) unity: f64,
    /// Sympathy among the people where it lives (0–1).
    pub(in crate::sim) support: f64,
    /// Fighting strength against those who hold power (0–1 of both).
    pub(in crate::sim) strength: f64,
    /// Ground held (0–1 of its territory).
    pub(in crate::sim) control: f64,
    /// Outside help this month over its own means (0–1 of both).
    pub(in crate::sim) help: f64,
    /// How far a free country next to its ground gives it a place to rest and to train (0–1).
    pub(in crate::sim) sanctuary: f64,
    /// Share of what is sent to it that arrives (0–1).
    pub(in crate::sim) supply: f64,
    /// Patron that helps most, if any.
    pub(in crate::sim) patron: Option<PolityId>,
    /// How far it is seen as another power's tool (0–1).
    pub(in crate::sim) taint: f64,
    /// Readiness to talk on its side (0–1).
    pub(in crate::sim) willing_to_talk: f64,
    /// Months it still bears the wounds of a defeat.
    pub(in crate::sim) wounds: u32,
    /// Ripeness of the situation when it last rose (0–1).
    pub(in crate::sim) rose_at: f64,
}

impl Movement {
    /// Phase of its life.
    pub fn phase(&self) -> MovementPhase {
        self.phase
    }
    /// When the phase began.
    pub fn since(&self) -> Month {
        self.since
    }
    /// Whether it is in being: active or in arms.
    pub fn is_alive(&self) -> bool {
        matches!(self.phase, MovementPhase::Active | MovementPhase::InArms)
    }
    /// The polity it stands against now.
    pub fn against(&self) -> PolityId {
        self.against
    }
    /// How it seeks power.
    pub fn strategy(&self) -> Strategy {
        self.strategy
    }
    /// Weight of each class in its front (0–1 each).
    pub fn front(&self) -> &[f64; Class::COUNT] {
        &self.front
    }
    /// What its leaders can still ask of it, in the measure of a government's authority (0–10). Orders cost some of it.
    pub fn authority(&self) -> f64 {
        self.authority
    }
    /// Organisation (0–1).
    pub fn organisation(&self) -> f64 {
        self.organisation
    }
    /// Unity of the front (0–1).
    pub fn unity(&self) -> f64 {
        self.unity
    }
    /// Sympathy among the people where it lives (0–1).
    pub fn support(&self) -> f64 {
        self.support
    }
    /// Fighting strength against those who hold power (0–1 of both).
    pub fn strength(&self) -> f64 {
        self.strength
    }
    /// Ground held (0–1 of its territory).
    pub fn control(&self) -> f64 {
        self.control
    }
    /// Outside help this month over its own means (0–1 of both).
    pub fn help(&self) -> f64 {
        self.help
    }
    /// How far a free country next to its ground gives it a place to rest and to train (0–1).
    pub fn sanctuary(&self) -> f64 {
        self.sanctuary
    }
    /// Share of what is sent to it that arrives (0–1).
    pub fn supply(&self) -> f64 {
        self.supply
    }
    /// Patron that helps most, if any.
    pub fn patron(&self) -> Option<PolityId> {
        self.patron
    }
    /// How far it is seen as another power's tool (0–1).
    pub fn taint(&self) -> f64 {
        self.taint
    }
    /// Readiness to talk on its side (0–1).
    pub fn willing_to_talk(&self) -> f64 {
        self.willing_to_talk
    }
    /// Months it still bears the wounds of a defeat.
    pub fn wounds(&self) -> u32 {
        self.wounds
    }
    /// Ripeness of the situation when it last rose (0–1).
    pub fn rose_at(&self) -> f64 {
        self.rose_at
    }
    /// Breadth of the front over the classes (0–1).
    pub fn breadth(&self) -> f64 {
        self.front.iter().sum::<f64>() / Class::COUNT as f64
    }
}

/// The revolutionary situation of a polity, with its three gauges (each 0–1).
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Situation {
    /// Those above cannot go on.
    pub(in crate::sim) above: f64,
    /// Those below will not.
    pub(in crate::sim) below: f64,
    /// There is someone to lead.
    pub(in crate::sim) lead: f64,
    /// The three combined by rule.
    pub(in crate::sim) ripeness: f64,
}

impl Situation {
    /// Those above cannot go on (0–1).
    pub fn above(&self) -> f64 {
        self.above
    }
    /// Those below will not (0–1).
    pub fn below(&self) -> f64 {
        self.below
    }
    /// There is someone to lead (0–1).
    pub fn lead(&self) -> f64 {
        self.lead
    }
    /// The three combined by rule (0–1).
    pub fn ripeness(&self) -> f64 {
        self.ripeness
    }
}
