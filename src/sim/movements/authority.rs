//! What those who rule can bring against movements: of their own, of a ruler abroad, and lent by others.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::sim::conflict::{ConflictRules, Forces, noise_of, strength_of};
use crate::sim::diplomacy::{Agreement, AgreementTerms, Agreements};
use crate::sim::economy::Accounts;
use crate::sim::politics::{Government, Holding, Lands, Status};
use crate::sim::population::{Atlas, Lore};

use super::MovementRules;
use super::components::{Movement, MovementPhase};
use super::growth::able_to_help;
use super::rules::Authority;

/// Troops that one state has lent to the government of another.
pub(super) struct Garrison {
    sender: PolityId,
    host: PolityId,
    share: f64,
    /// Share of them that it is able to send (0–1).
    able: f64,
    /// Strength that they stand for, over so many regular troops.
    worth: f64,
    /// How far they are seen (0–1).
    noise: f64,
}

impl Garrison {
    pub(super) fn of(
        agreement: &Agreement,
        rules: &ConflictRules,
        able: impl Fn(PolityId) -> f64,
    ) -> Option<Self> {
        match agreement.terms {
            AgreementTerms::Troops { share, degree } if agreement.a != agreement.b => Some(Self {
                sender: agreement.a,
                host: agreement.b,
                share,
                able: able(agreement.a),
                worth: strength_of(degree, rules),
                noise: noise_of(degree, rules),
            }),
            _ => None,
        }
    }
}

/// What of a state counts where its power is weighed: status, government, forces, accounts, and how it holds on.
pub(super) type Holder<'a> = (&'a Status, &'a Government, &'a Forces, &'a Accounts, &'a Holding);

/// What the rulers of a polity can bring against movements there. `burdens`: in how many places a ruler is fought.
pub(super) fn authority<'a>(
    polity: PolityId,
    lands: &Lands,
    garrisons: &[Garrison],
    rules: &MovementRules,
    burdens: impl Fn(PolityId) -> f64,
    of: impl Fn(PolityId) -> Holder<'a>,
) -> Authority {
    let (status, government, forces, accounts, holding) = of(polity);
    let free = |forces: &Forces| forces.strength() * (1.0 - forces.bound).max(0.0);
    let mut authority = Authority {
        legitimacy: government.legitimacy(),
        cohesion: government.cohesion(),
        repression: government.repression(),
        forces: free(forces),
        product: accounts.product().real().max(0.3 * lands.people(polity)),
        commitment: 1.0,
    };
    if let Some(ruler) = status.ruler() {
        let (_, ruling, ruling_forces, ..) = of(ruler);
        // A ruler spreads what it has over all places where it is fought.
        let share = 1.0 / (2.0 + burdens(ruler));
        authority.forces += free(ruling_forces) * share * (1.0 - rules.garrison_distance);
        authority.legitimacy = 0.5 * (authority.legitimacy + ruling.legitimacy());
        authority.cohesion = ruling.cohesion();
        authority.commitment = (0.45 + holding.will() - ruling_forces.weariness()).clamp(0.15, 1.0);
    }
    for garrison in garrisons.iter().filter(|garrison| garrison.host == polity) {
        let sent = garrison.able * of(garrison.sender).2.strength() * garrison.share.clamp(0.0, 0.5);
        authority.forces += sent * garrison.worth * (1.0 - rules.garrison_distance);
        // Foreign troops steady those who rule, and make them look ruled.
        authority.legitimacy *= 1.0 - 0.3 * garrison.share * garrison.noise;
    }
    authority
}

/// The same, read from a world, for those who ask why.
pub fn authority_of(world: &World, polity: PolityId) -> Authority {
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let (rules, atlas) = (world.resource::<MovementRules>(), world.resource::<Atlas>());
    let of = |id: PolityId| -> Holder<'_> {
        let entity = world.entity(atlas.polity(id));
        let row = entity.get_components::<(&Status, &Government, &Forces, &Accounts, &Holding)>();
        row.expect("polities get their components at genesis")
    };
    let able = |sender| able_to_help(lore, rules, sender);
    let agreements = world.resource::<Agreements>().list();
    let war = world.resource::<ConflictRules>();
    let garrisons: Vec<_> =
        agreements.iter().filter_map(|agreement| Garrison::of(agreement, war, able)).collect();
    let fought = |ruler: PolityId| {
        let against = |(id, def): (_, &crate::content::defs::MovementDef)| {
            let movement = world.get::<Movement>(atlas.movement(id));
            movement.is_some_and(|movement| movement.phase == MovementPhase::InArms)
                && of(lands.owner(def.territory)).0.ruler() == Some(ruler)
        };
        lore.movements.iter().filter(|row| against((row.0, row.1))).count() as f64
    };
    authority(polity, lands, &garrisons, rules, fought, of)
}
