//! What effects do to governments and to the ownership of territories.

use bevy::prelude::World;

use crate::base::{MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::FormOfRule;
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::population::{Clock, Lore};

use super::{Government, Owner, Status};

/// Adds to the legitimacy of a government (0–1).
pub(in crate::sim) fn nudge_legitimacy(world: &mut World, polity: PolityId, by: f64) {
    let mut government = world.polity_mut::<Government>(polity);
    government.legitimacy = (government.legitimacy + by).clamp(0.0, 1.0);
}

/// Adds to the cohesion of a ruling circle (0–1).
pub(in crate::sim) fn nudge_cohesion(world: &mut World, polity: PolityId, by: f64) {
    let mut government = world.polity_mut::<Government>(polity);
    government.cohesion = (government.cohesion + by).clamp(0.0, 1.0);
}

/// Adds to the authority of a government (0–10).
pub(in crate::sim) fn nudge_authority(world: &mut World, polity: PolityId, by: f64) {
    let mut government = world.polity_mut::<Government>(polity);
    government.authority = (government.authority + by).clamp(0.0, 10.0);
}

/// Makes a polity a state of its own, over its home territories that it or its ruler owns.
pub(in crate::sim) fn become_sovereign(
    world: &mut World,
    polity: PolityId,
    form: FormOfRule,
    led_by: Option<MovementId>,
) {
    let now = world.resource::<Clock>().now();
    let ruler = world.polity::<Status>(polity).ruler();
    let by_arms =
        led_by.is_some_and(|leader| world.movement::<Movement>(leader).phase() == MovementPhase::InArms);
    for territory in world.resource::<Lore>().polities[polity].home.clone() {
        let owner = world.territory::<Owner>(territory).polity();
        if Some(owner) == ruler {
            cede(world, territory, polity);
        }
    }
    *world.polity_mut::<Status>(polity) = Status::Sovereign;
    let mut government = world.polity_mut::<Government>(polity);
    government.form = form;
    government.led_by = led_by;
    government.since = now;
    let fact = Fact::IndependenceWon { polity, from: ruler, led_by, by_arms };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Changes the form of rule of a sovereign state.
pub(in crate::sim) fn change_rule(
    world: &mut World,
    polity: PolityId,
    form: FormOfRule,
    led_by: Option<MovementId>,
) {
    let now = world.resource::<Clock>().now();
    let mut government = world.polity_mut::<Government>(polity);
    let from = std::mem::replace(&mut government.form, form);
    government.led_by = led_by;
    government.since = now;
    let fact = Fact::RuleChanged { polity, from, to: form, led_by };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Changes the legal owner of a territory.
pub(in crate::sim) fn cede(world: &mut World, territory: TerritoryId, to: PolityId) {
    let from = world.territory::<Owner>(territory).polity();
    if from == to {
        return;
    }
    world.territory_mut::<Owner>(territory).0 = to;
    let fact = Fact::TerritoryCeded { territory, from, to };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Grants a dependency more self-rule, or the own people a reform that buys legitimacy.
pub(in crate::sim) fn concede(world: &mut World, by: PolityId, to: PolityId) {
    // Own estimates: a fifth of what self-rule is still lacking; a tenth of what legitimacy is still lacking.
    let mut government = world.polity_mut::<Government>(to);
    if by != to {
        government.self_rule += 0.2 * (1.0 - government.self_rule);
    }
    government.legitimacy += 0.1 * (1.0 - government.legitimacy);
}
