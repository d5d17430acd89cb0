//! Armed forces month by month: what is spent, worn out, bound; weariness fades in peace.

use bevy::prelude::*;

use crate::base::{IdVec, PolityId, math};
use crate::sim::access::Access;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements};
use crate::sim::economy::Accounts;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::politics::{Lands, Status};
use crate::sim::population::{Lore, Polities};

use super::ConflictRules;
use super::components::{Forces, War, Wars};
use super::rules;

/// Share of its forces that a state puts into one war (0–1): more on ground of its own.
pub(super) fn engagement(war: &War, polity: PolityId, lands: &Lands, rules: &ConflictRules) -> f64 {
    let at_home = war.over.iter().any(|&territory| lands.owner(territory) == polity);
    if at_home { rules.commitment } else { rules.commitment_abroad }
}

/// What a state spends on its forces a year, thousands of 2011 dollars.
pub(in crate::sim) fn military_budget(world: &World, polity: PolityId) -> f64 {
    world.polity::<Budget>(polity).share(BudgetLine::Forces)
        * world.polity::<Accounts>(polity).product().real()
}

pub(super) fn keep_forces(
    rules: Res<ConflictRules>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    wars: Res<Wars>,
    agreements: Res<Agreements>,
    mut polities: Polities<(&Status, &mut Forces, &Accounts, &Budget)>,
    mut engaged: Local<IdVec<PolityId, f64>>,
) {
    *engaged = IdVec::filled(0.0, lore.polities.len());
    for war in wars.list() {
        for &polity in war.attacker.polities.iter().chain(&war.defender.polities) {
            engaged[polity] += engagement(war, polity, &lands, &rules);
        }
    }
    for agreement in agreements.of_kind(AgreementTag::Troops) {
        if let AgreementTerms::Troops { share, .. } = agreement.terms {
            engaged[agreement.a] += share.clamp(0.0, 0.5);
        }
    }
    let peace = math::pow(0.5, 1.0 / rules.weariness_half_life.max(0.1));
    for (polity, (status, mut forces, accounts, budget)) in polities.iter_mut() {
        if !status.is_alive() {
            if *forces != Forces::default() {
                *forces = Forces::default();
            }
            continue;
        }
        let busy = engaged[polity].min(1.0);
        let spending = budget.share(BudgetLine::Forces) * accounts.product().real() / 12.0;
        forces.strength = rules::strength_next(forces.strength, spending, busy, &rules);
        forces.bound = busy.min(0.9);
        forces.weariness = (forces.weariness * peace).clamp(0.0, 1.0);
    }
}
