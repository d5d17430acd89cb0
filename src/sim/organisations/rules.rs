//! Rules of organisations: votes, and what holds members together. Pure functions.

use crate::sim::terms::Terms;

use super::OrganisationRules;

/// Whether a vote admits a candidate: enough of those who vote, and no veto.
pub(super) fn admits(yes: u32, no: u32, veto: bool, rules: &OrganisationRules) -> bool {
    let votes = yes + no;
    !veto && votes > 0 && f64::from(yes) >= rules.admission_majority * f64::from(votes)
}

/// Odds that a state applies when its turn comes: the smallest have no foreign service to speak of. `people` is its
/// population, `half` the one at which it applies in a quarter of its turns.
pub(super) fn applies(people: f64, half: f64) -> f64 {
    let size = people / (people + half);
    size * size
}

/// What bears on the cohesion of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Bonds {
    /// Mean trust of members in the leader, or in each other (0–1).
    pub(super) trust: f64,
    /// Mean nearness in rule and line to the leader, or to each other (0–1).
    pub(super) affinity: f64,
    /// Mean tension between members and the leader, or each other (0–1).
    pub(super) tension: f64,
    /// Threat felt by the members from outside (0–1).
    pub(super) threat: f64,
    /// Mean influence of the leader over members (0–1): hegemony.
    pub(super) hegemony: f64,
}

/// The cohesion (0–1) to which an organisation tends, with its terms.
pub(super) fn cohesion_target(bonds: &Bonds, rules: &OrganisationRules, terms: &mut impl Terms) -> f64 {
    let mut sum = terms.add("cohesion.trust", rules.cohesion_trust * bonds.trust);
    sum += terms.add("cohesion.affinity", rules.cohesion_affinity * bonds.affinity);
    sum += terms.add("cohesion.threat", rules.cohesion_threat * bonds.threat);
    sum += terms.add("cohesion.tension", -rules.cohesion_tension * bonds.tension);
    sum += terms.add("cohesion.hegemony", -rules.cohesion_hegemony * bonds.hegemony * bonds.hegemony);
    sum.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    const RULES: OrganisationRules = OrganisationRules {
        admission_majority: 2.0 / 3.0,
        admission_tension: 0.35,
        application_months: 3.0,
        application_people: 150_000.0,
        join_trust: 0.5,
        join_affinity: 0.6,
        join_chance: 0.3,
        leave_trust: 0.2,
        leave_chance: 0.15,
        found_members: 3.0,
        found_tension: 0.5,
        found_chance: 0.1,
        uncommitted_states: 20.0,
        producers_dependence: 0.5,
        producers_weight: 0.1,
        producers_members: 5.0,
        cohesion_half_life: 24.0,
        cohesion_trust: 0.7,
        cohesion_affinity: 0.25,
        cohesion_threat: 0.2,
        cohesion_tension: 0.4,
        cohesion_hegemony: 0.15,
    };

    #[test]
    fn two_thirds_admit_and_one_veto_does_not() {
        assert!(admits(40, 20, false, &RULES));
        assert!(!admits(39, 21, false, &RULES));
        assert!(!admits(60, 0, true, &RULES));
        assert!(!admits(0, 0, false, &RULES));
    }

    #[test]
    fn the_smallest_hardly_ever_apply() {
        assert!(applies(13_000.0, RULES.application_people) < 0.01);
        assert!(applies(5e6, RULES.application_people) > 0.9);
    }

    #[test]
    fn cohesion_is_the_sum_of_its_terms_and_a_common_threat_mends_it() {
        let bonds = Bonds { trust: 0.6, affinity: 0.7, tension: 0.1, threat: 0.2, hegemony: 0.3 };
        let mut terms = TermList::default();
        let cohesion = cohesion_target(&bonds, &RULES, &mut terms);
        assert_eq!(cohesion, terms.sum());
        assert!(cohesion_target(&Bonds { threat: 0.6, ..bonds }, &RULES, &mut NoTerms) > cohesion);
        assert!(cohesion_target(&Bonds { hegemony: 0.9, ..bonds }, &RULES, &mut NoTerms) < cohesion);
    }
}
