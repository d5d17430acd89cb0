//! What is found of the population when it is first asked for, and kept as long as the facts are.

use std::cell::OnceCell;

use crate::base::{IdVec, PolityId, math};
use crate::sim::conflict::{ConflictRules, noise_of};
use crate::sim::diplomacy::AgreementTerms;
use crate::sim::organisations::{Fellows, fellows_of_all, world_organisation};
use crate::sim::politics::legal_road;

use super::facts::Facts;
use super::survey::Survey;

/// What has been asked for.
#[derive(Default)]
pub(super) struct Asked {
    survey: OnceCell<Survey>,
    raw_roles: OnceCell<IdVec<PolityId, f64>>,
    fellows: OnceCell<IdVec<PolityId, Fellows>>,
    offences: OnceCell<IdVec<PolityId, f64>>,
    rules_abroad: OnceCell<IdVec<PolityId, f64>>,
    charged: OnceCell<Vec<PolityId>>,
    rulers: OnceCell<Vec<PolityId>>,
    outsiders: OnceCell<Vec<PolityId>>,
}

impl Facts<'_> {
    /// Who struggles and who could help.
    pub(in crate::sim) fn survey(&self) -> &Survey {
        self.asked.survey.get_or_init(|| Survey::of(self))
    }

    /// Share of raw produce in what a polity has promised to deliver (0–1).
    pub(in crate::sim) fn raw_role(&self, of: PolityId) -> f64 {
        let read = || {
            let mut promised = IdVec::filled((0.0, 0.0), self.polities.len());
            for one in self.community.obligations() {
                let (raw, all) = &mut promised[one.from];
                *all += one.monthly.real();
                *raw += if self.roles.primary[one.good] { one.monthly.real() } else { 0.0 };
            }
            promised.values().map(|&(raw, all)| math::ratio_or(raw, all, 0.0)).collect()
        };
        self.asked.raw_roles.get_or_init(read)[of]
    }

    /// What a polity's fellow producers amount to.
    pub(in crate::sim) fn fellows(&self, of: PolityId) -> Fellows {
        self.asked.fellows.get_or_init(|| fellows_of_all(self.world))[of]
    }

    /// How far a state's acts abroad give cause for a motion against it (0–1): wars it began against states, troops on others'
    /// ground, blockades, wars against those it rules. Weights are own estimates.
    pub(in crate::sim) fn offence(&self, of: PolityId) -> f64 {
        let read = || {
            let mut all = IdVec::filled(0.0_f64, self.polities.len());
            for war in self.wars.list().iter().filter(|war| !war.defender.polities.is_empty()) {
                war.attacker.polities.iter().for_each(|&id| all[id] += 0.6);
            }
            let war_rules = self.world.resource::<ConflictRules>();
            for one in self.agreements.list() {
                all[one.a] += match one.terms {
                    AgreementTerms::Troops { degree, .. } => 0.25 * noise_of(degree, war_rules),
                    AgreementTerms::Blockade => 0.2,
                    _ => 0.0,
                };
            }
            for movement in self.movements.values().filter(|one| one.in_arms && one.against != one.home) {
                all[movement.against] += 0.2;
            }
            all.values().map(|&offence| offence.min(1.0)).collect()
        };
        self.asked.offences.get_or_init(read)[of]
    }

    /// How far a state's rule over dependencies gives cause for a motion (0–1): more for many and for unrest there; 0 for who
    /// rules none. Weights are own estimates.
    pub(in crate::sim) fn rule_abroad(&self, of: PolityId) -> f64 {
        let read = || {
            let mut ruled = IdVec::filled((0.0_f64, 0.0_f64), self.polities.len());
            for &id in &self.dependents {
                let row = &self.polities[id];
                if let Some(ruler) = row.status.ruler() {
                    let (count, unrest) = &mut ruled[ruler];
                    *count += 1.0;
                    *unrest = unrest.max(row.internal_threat).max(row.grievance);
                }
            }
            let cause = |&(count, unrest): &(f64, f64)| {
                if count > 0.0 { (0.3 + 0.05 * count.min(8.0) + 0.3 * unrest).min(1.0) } else { 0.0 }
            };
            ruled.values().map(cause).collect()
        };
        self.asked.rules_abroad.get_or_init(read)[of]
    }

    /// States of their own whose acts abroad are worth a motion, in id order.
    pub(in crate::sim) fn charged(&self) -> &[PolityId] {
        /// Offence from which they are. Own estimate.
        const CHARGED: f64 = 0.3;
        let charged = |&id: &PolityId| self.offence(id) >= CHARGED;
        self.asked.charged.get_or_init(|| self.sovereigns.iter().copied().filter(charged).collect())
    }

    /// How far the law leaves those who are not in power a road in a country (0–1).
    pub(in crate::sim) fn legal_road(&self, of: PolityId) -> f64 {
        let row = &self.polities[of];
        legal_road(
            &row.constitution,
            row.status.ruler().map(|ruler| self.polities[ruler].constitution.franchise),
        )
    }

    /// Those who rule others, in id order.
    pub(in crate::sim) fn rulers(&self) -> &[PolityId] {
        let rules = |&id: &PolityId| self.rule_abroad(id) > 0.0;
        self.asked.rulers.get_or_init(|| self.polities.ids().filter(rules).collect())
    }

    /// States of their own without a seat in the world organisation, in id order; none where there is no such organisation.
    pub(in crate::sim) fn outsiders(&self) -> &[PolityId] {
        let read = || {
            let seats = world_organisation(self.content).map(|id| self.organisations.get(id));
            let outside = |&id: &PolityId| seats.is_some_and(|seats| !seats.has(id));
            self.sovereigns.iter().copied().filter(outside).collect()
        };
        self.asked.outsiders.get_or_init(read)
    }
}
