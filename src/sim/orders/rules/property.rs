//! Orders on property: reforms, collectives, nationalisation, privatisation, concessions.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::content::vocabulary::{Ids, Order, ProgrammeKind};
use crate::sim::access::Access;
use crate::sim::diplomacy::{DiplomacyRules, OfferKind};
use crate::sim::economy::Roles;
use crate::sim::economy::property::{Programme, Programmes, within_reach};
use crate::sim::effects::Effect;
use crate::sim::orders::blockers::Blocker;
use crate::sim::population::{Clock, Seat};

use super::checks::{Checks, ahead};

/// Part of a sector that a programme must still reach to be worth its while. Own estimate.
const WORTH_WHILE: f64 = 0.03;

/// Kind, sector and whether it is forced, of an order that begins a programme at once.
fn programme_of(world: &World, order: &Order<Ids>) -> Option<(ProgrammeKind, GoodId, bool)> {
    let land = world.resource::<Roles>().food();
    Some(match order {
        Order::LandReform => (ProgrammeKind::LandReform, land, false),
        Order::Collectivise { forced } => (ProgrammeKind::Collectivisation, land, *forced),
        Order::Nationalise { sector, .. } => (ProgrammeKind::Nationalisation, *sector, false),
        Order::Privatise { sector } => (ProgrammeKind::Privatisation, *sector, false),
        _ => return None,
    })
}

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    let runs = |kind| world.polity::<Programmes>(by).of(kind).is_some();
    if let Some((kind, sector, forced)) = programme_of(world, order) {
        checks.require(!runs(kind), Blocker::AlreadySo);
        let reached = within_reach(world, by, kind, sector, forced);
        checks.require(reached >= WORTH_WHILE, Blocker::NothingThere);
    }
    match order {
        Order::Nationalise { compensation, .. } => {
            checks.range("The compensation", *compensation, 0.0, 1.0, false);
        }
        Order::GrantConcession { to, .. } => {
            checks.target_state(*to);
            checks.peace(by, *to);
            checks.mutual_recognition(by, *to);
            checks.require(!runs(ProgrammeKind::Concession), Blocker::AlreadySo);
        }
        Order::EndProgramme { programme } => checks.require(runs(*programme), Blocker::NothingThere),
        _ => {}
    }
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let now = world.resource::<Clock>().now();
    if let Some((kind, sector, forced)) = programme_of(world, order) {
        let compensation = match order {
            Order::Nationalise { compensation, .. } => *compensation,
            _ => 0.0,
        };
        let programme = Programme { forced, compensation, ..Programme::new(sector, now) };
        return Some(vec![Effect::BeginProgramme { polity: by, kind, programme }]);
    }
    Some(match order {
        Order::GrantConcession { to, sector } => {
            let expires = ahead(world, world.resource::<DiplomacyRules>().offer_months as u32);
            let what = OfferKind::Concession { sector: *sector };
            vec![Effect::MakeOffer { from: Seat::Polity(by), to: Seat::Polity(*to), what, expires }]
        }
        Order::EndProgramme { programme } => {
            vec![Effect::EndProgramme { polity: by, kind: *programme }]
        }
        _ => return None,
    })
}
