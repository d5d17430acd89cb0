//! How governments stand at the start.

use bevy::prelude::*;

use crate::content::defs::{Content, StartStatus, StateStart};
use crate::content::vocabulary::{Class, FormOfRule};
use crate::sim::population::{Atlas, Clock, Lore};
use crate::sim::society::Living;
use crate::sim::terms::NoTerms;

use super::components::{Control, Government, Holding, Owner, Status};
use super::lands::{opening_owners, survey_again};
use super::programme::Programme;
use super::rules::{Ground, legitimacy_target};
use super::{PoliticsRules, foreign_rule};

impl From<StartStatus> for Status {
    fn from(start: StartStatus) -> Self {
        match start {
            StartStatus::Sovereign => Self::Sovereign,
            StartStatus::Dependent { of } => Self::Dependent { of },
            StartStatus::Occupied { by } => Self::Occupied { by },
            StartStatus::Dormant => Self::Dormant,
        }
    }
}

/// Institutions that go with a form of rule: the mean over the archetypes that are meant for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Institutions {
    pub franchise: f64,
    pub repression: f64,
    pub coalition: [f64; Class::COUNT],
}

/// What a government of this form looks like when nothing else is known.
pub(in crate::sim) fn institutions(content: &Content, form: FormOfRule) -> Institutions {
    let mut sum = Institutions { franchise: 0.0, repression: 0.0, coalition: [0.0; Class::COUNT] };
    let fitting = || content.archetypes.values().filter(|archetype| archetype.forms.contains(&form));
    let count = fitting().count() as f64;
    for archetype in fitting() {
        sum.franchise += archetype.franchise / count;
        sum.repression += archetype.repression / count;
        for (sum, weight) in sum.coalition.iter_mut().zip(archetype.coalition) {
            *sum += weight / count;
        }
    }
    if count == 0.0 {
        // No pattern knows this form: officials alone rule.
        sum = Institutions { franchise: 0.1, repression: 0.5, coalition: [0.0; Class::COUNT] };
        sum.coalition[Class::Officials.index()] = 1.0;
    }
    sum
}

pub(super) fn open_governments(world: &mut World) {
    let lore = world.resource::<Lore>().clone();
    let rules = *world.resource::<PoliticsRules>();
    let now = world.resource::<Clock>().now();
    for (polity, def) in lore.polities.iter() {
        let entity = world.resource::<Atlas>().polity(polity);
        let living = world.get::<Living>(entity).copied().unwrap_or_default();
        let status = Status::from(def.start.status);
        let mut government = opening_government(&lore, &def.start);
        government.since = now;
        let ground = Ground {
            standard: 1.0,
            growth: 0.02,
            grievance: living.grievance(),
            franchise: government.franchise,
            foreign_rule: foreign_rule(status, &government, &living),
            weariness: 0.0,
            repression: government.repression * (1.0 - government.franchise),
            ossification: government.ossification,
            heritage: 0.0,
        };
        government.heritage = government.legitimacy - legitimacy_target(&ground, &rules, &mut NoTerms);
        world.entity_mut(entity).insert((status, government, Holding::default(), Programme::default()));
    }
    for (territory, &owner) in opening_owners(&lore).iter() {
        let entity = world.resource::<Atlas>().territory(territory);
        world.entity_mut(entity).insert((Owner(owner), Control::default()));
    }
    survey_again(world);
}

fn opening_government(content: &Content, start: &StateStart) -> Government {
    let archetype = &content.archetypes[start.archetype];
    Government {
        form: start.form,
        coalition: archetype.coalition,
        legitimacy: start.legitimacy,
        cohesion: archetype.cohesion,
        ossification: archetype.ossification,
        repression: archetype.repression,
        franchise: archetype.franchise,
        authority: 4.0 * start.legitimacy + 1.0,
        self_rule: start.self_rule,
        since: crate::base::Month(0),
        led_by: None,
        heritage: 0.0,
    }
}
