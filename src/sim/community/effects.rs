//! What effects do to communities.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId};
use crate::content::vocabulary::ProjectKind;
use crate::sim::population::Clock;

use super::components::{Community, Protocol, Specialisation};
use super::deliveries::PRESSED_MONTHS;
use super::parameters::CommunityRules;
use super::{protocols, works};

/// Two members conclude a protocol; what is left of the year is drawn up at once.
pub(in crate::sim) fn sign(world: &mut World, one: PolityId, other: PolityId) {
    let (a, b) = (one.min(other), one.max(other));
    let since = world.resource::<Clock>().now();
    let mut community = world.resource_mut::<Community>();
    if a == b || community.protocol(a, b) {
        return;
    }
    community.protocols.push(Protocol { a, b, since });
    community.protocols.sort_by_key(|protocol| (protocol.a, protocol.b));
    let all = protocols::pairs_of(world);
    let pair: Vec<_> = all.iter().copied().filter(|pair| (pair.a, pair.b) == (a, b)).collect();
    protocols::draw_up(world, &pair, &all);
}

/// One member takes a sector over for another.
pub(in crate::sim) fn specialise(world: &mut World, specialist: PolityId, partner: PolityId, good: GoodId) {
    let since = world.resource::<Clock>().now();
    let mut community = world.resource_mut::<Community>();
    // Nobody gives the same sector up twice, and what one makes for others it does not give up.
    community
        .specialisations
        .retain(|one| one.good != good || one.partner != partner && one.specialist != partner);
    community.specialisations.push(Specialisation { specialist, partner, good, since });
    community.specialisations.sort_by_key(|one| (one.specialist, one.partner, one.good));
}

/// A joint work is begun.
pub(in crate::sim) fn begin_work(world: &mut World, by: PolityId, site: PolityId, kind: ProjectKind) {
    works::begin(world, by, site, kind);
}

/// A state refuses to have its plan drawn up with others, and takes back the sectors it has given up.
pub(in crate::sim) fn refuse(world: &mut World, polity: PolityId) {
    let months = world.resource::<CommunityRules>().refusal_months as u32;
    let until = world.resource::<Clock>().now().plus(months);
    let mut community = world.resource_mut::<Community>();
    community.refusals.retain(|&(who, _)| who != polity);
    community.refusals.push((polity, until));
    community.specialisations.retain(|one| one.partner != polity);
}

/// A creditor disputes arrears: for a year they come first.
pub(in crate::sim) fn press(world: &mut World, debtor: PolityId, creditor: PolityId) {
    for one in &mut world.resource_mut::<Community>().obligations {
        if one.from == debtor && one.to == creditor {
            one.pressed = PRESSED_MONTHS;
        }
    }
}
