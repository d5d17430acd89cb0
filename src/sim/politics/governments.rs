//! The month of every government: legitimacy, cohesion, ossification, repression, authority.

use bevy::prelude::*;

use crate::base::math;
use crate::content::vocabulary::{Class, Current};
use crate::sim::conflict::Forces;
use crate::sim::economy::Accounts;
use crate::sim::finance::Budget;
use crate::sim::population::Polities;
use crate::sim::society::Living;
use crate::sim::terms::{NoTerms, Terms};

use super::PoliticsRules;
use super::components::{Government, Status};
use super::rules::{self, Ground};

/// How much foreign rule weighs on a people (0–1): a national people ruled from abroad, less its self-rule.
pub(in crate::sim) fn foreign_rule(status: Status, government: &Government, living: &Living) -> f64 {
    match status.ruler() {
        Some(_) => living.currents()[Current::National.index()] * (1.0 - government.self_rule),
        None => 0.0,
    }
}

/// What the legitimacy of a polity rests on now.
pub fn ground_of(
    status: Status,
    government: &Government,
    living: &Living,
    accounts: &Accounts,
    forces: &Forces,
) -> Ground {
    Ground {
        standard: living.standard(),
        growth: accounts.growth(),
        grievance: living.grievance(),
        franchise: government.franchise,
        foreign_rule: foreign_rule(status, government, living),
        weariness: forces.weariness(),
        repression: government.repression * (1.0 - government.franchise),
        ossification: government.ossification,
        heritage: government.heritage,
    }
}

/// The terms of the legitimacy towards which a polity tends, for those who ask why.
pub fn explain_legitimacy(ground: &Ground, rules: &PoliticsRules, terms: &mut impl Terms) -> f64 {
    rules::legitimacy_target(ground, rules, terms)
}

pub(super) fn weigh_governments(
    rules: Res<PoliticsRules>,
    mut polities: Polities<(&Status, &mut Government, &Living, &Accounts, &Budget, &Forces)>,
) {
    // One power a rule and month instead of one a polity.
    let keep = |half_life: f64| math::pow(0.5, 1.0 / half_life.max(0.1));
    let legitimacy_keep = keep(rules.legitimacy_half_life);
    let cohesion_keep = keep(rules.cohesion_half_life);
    let repression_keep = keep(rules.repression_half_life);
    let heritage_keep = keep(rules.founding_half_life);
    let towards = |level: f64, target: f64, keep: f64| target + (level - target) * keep;
    for (_, (status, mut government, living, accounts, budget, forces)) in polities.iter_mut() {
        if !status.is_alive() {
            continue;
        }
        let ground = ground_of(*status, &government, living, accounts, forces);
        let legitimacy = rules::legitimacy_target(&ground, &rules, &mut NoTerms);
        let cohesion = rules::cohesion_target(
            government.legitimacy,
            budget.balance(),
            forces.weariness(),
            &rules,
            &mut NoTerms,
        );
        let asked = rules.repression_grievance * living.grievance() * (1.0 - government.franchise)
            + 0.5 * government.repression
            + 0.25 * (1.0 - government.franchise);
        let workers = living.organised(Class::Workers);
        let drift = rules::ossification_drift(government.franchise, workers, &rules) / 12.0;
        government.legitimacy = towards(government.legitimacy, legitimacy, legitimacy_keep).clamp(0.0, 1.0);
        government.cohesion = towards(government.cohesion, cohesion, cohesion_keep).clamp(0.0, 1.0);
        government.repression = towards(government.repression, asked, repression_keep).clamp(0.0, 1.0);
        government.ossification = (government.ossification + drift).clamp(0.0, 1.0);
        government.heritage *= heritage_keep;
        if status.is_sovereign() {
            government.authority = rules::authority_next(
                government.authority,
                government.legitimacy,
                government.cohesion,
                &rules,
            );
        }
    }
}
