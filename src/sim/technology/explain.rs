//! Why productivity grows as it does, for those who ask.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::sim::community::{CommunityRules, Cooperation};
use crate::sim::diplomacy::Agreements;
use crate::sim::economy::{Accounts, Capital, EconomyRules, Roles};
use crate::sim::ledger::PeopleBook;
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Owner};
use crate::sim::population::Atlas;
use crate::sim::terms::Terms;
use crate::sim::trade::TradePosition;

use super::components::{Research, Technology};
use super::parameters::TechnologyRules;
use super::rules;
use super::systems::{Gained, Row};

/// Growth of productivity a year as the rule has it on the state of now, with its terms; `None` where nothing is made. The
/// growth in force is the same computation on the state of up to a quarter ago.
pub fn explain_growth(world: &World, id: PolityId, terms: &mut impl Terms) -> Option<f64> {
    let (atlas, people) = (world.resource::<Atlas>(), world.resource::<PeopleBook>());
    let polity = atlas.polity(id);
    let product = world.get::<Accounts>(polity)?.product().real();
    if product <= 0.0 {
        return None;
    }
    let mut row = Row::default();
    for (territory, count) in people.iter() {
        let entity = atlas.territory(territory);
        if world.get::<Owner>(entity)?.polity() == id {
            row.add(count.real(), world.get::<Capital>(entity)?);
        }
    }
    for agreement in world.resource::<Agreements>().list().iter().filter(|agreement| agreement.b == id) {
        row.add_help(&agreement.terms);
    }
    let learner = row.learner(
        world.resource::<Roles>(),
        world.resource::<EconomyRules>(),
        product,
        world.get::<Government>(polity)?,
        world.get::<Plan>(polity)?,
        world.get::<TradePosition>(polity)?,
        world.get::<Technology>(polity)?,
        Gained::of(
            world.get::<Cooperation>(polity)?,
            world.resource::<CommunityRules>(),
            world.get::<Research>(polity)?,
        ),
    );
    Some(rules::growth(world.resource::<TechnologyRules>(), &learner, terms))
}
