//! Property at the start: whose the foreign capital is.

use bevy::prelude::*;

use crate::base::{PolityId, math};
use crate::content::defs::{Content, StartStatus};
use crate::content::vocabulary::{FormOfRule, OrganisationKind};
use crate::sim::economy::TheStart;
use crate::sim::population::{Atlas, Lore, PerGood};

use super::components::{ForeignCapital, Holdings, Programmes, STAKES, Stake, Vigour};

/// Distance (as a chord of the unit globe) at which an owner state's pull is halved. Own estimate, some 2,500 km.
const PULL_DISTANCE: f64 = 0.4;

/// Gives every country the components of property; what they sum up is filled in as soon as there are governments.
pub(super) fn open_property(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    start: Res<TheStart>,
) {
    for id in lore.polities.ids() {
        let foreign = ForeignCapital {
            stakes: owners(&lore, id, |owner| start.0.of[owner].product),
            safety: 1.0,
            ..default()
        };
        let holdings = Holdings { drive: 1.0, tilt: PerGood::filled(1.0), ..default() };
        commands.entity(atlas.polity(id)).insert((
            holdings,
            foreign,
            Vigour::default(),
            Programmes::default(),
        ));
    }
}

/// The main foreign owners at the start: those the scenario names; else the ruler; else the core state of the same
/// imperial union; else those core states that pull most, by product and nearness. A core state's monopolies are its own.
fn owners(lore: &Content, id: PolityId, product: impl Fn(PolityId) -> f64) -> [Option<Stake>; STAKES] {
    let mut stakes = [None; STAKES];
    let def = &lore.polities[id];
    if !def.start.foreign_owners.is_empty() {
        for (slot, &(of, share)) in stakes.iter_mut().zip(&def.start.foreign_owners) {
            *slot = Some(Stake { of, share });
        }
        return stakes;
    }
    if def.start.form == FormOfRule::CapitalistCore {
        return stakes;
    }
    let core = |other: &PolityId| {
        let start = &lore.polities[*other].start;
        *other != id && start.status == StartStatus::Sovereign && start.form == FormOfRule::CapitalistCore
    };
    let ruler = match def.start.status {
        StartStatus::Dependent { of } => Some(of),
        StartStatus::Occupied { by } => Some(by),
        StartStatus::Sovereign | StartStatus::Dormant => {
            let unions = lore
                .organisations
                .values()
                .filter(|one| one.kind == OrganisationKind::Imperial && one.has(id));
            unions.flat_map(|one| one.leader).find(core)
        }
    };
    if let Some(of) = ruler {
        stakes[0] = Some(Stake { of, share: 1.0 });
        return stakes;
    }
    let place = |polity: PolityId| {
        let (longitude, latitude) = lore.territories[lore.polities[polity].capital].place;
        math::on_the_globe(longitude, latitude)
    };
    let here = place(id);
    let mut pulls: Vec<(f64, PolityId)> = lore
        .polities
        .ids()
        .filter(core)
        .map(|other| {
            let apart: f64 = here.iter().zip(place(other)).map(|(a, b)| (a - b) * (a - b)).sum();
            (product(other) / (1.0 + apart / (PULL_DISTANCE * PULL_DISTANCE)), other)
        })
        .collect();
    pulls.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    pulls.truncate(STAKES);
    let all: f64 = pulls.iter().map(|(pull, _)| pull).sum();
    if all > 0.0 {
        for (slot, (pull, of)) in stakes.iter_mut().zip(pulls) {
            *slot = Some(Stake { of, share: pull / all });
        }
    }
    stakes
}
