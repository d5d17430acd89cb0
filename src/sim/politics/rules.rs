//! Rules of governments. Each hands out the terms of its answer as it computes it.

use serde::{Deserialize, Serialize};

use super::PoliticsRules;
use crate::base::math;
use crate::sim::terms::Terms;

/// What the legitimacy of a government depends on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ground {
    /// Living standard over expectation (1 = as expected).
    pub standard: f64,
    /// Growth of the yearly product (0.05 = 5 %).
    pub growth: f64,
    /// Grievance (0–1).
    pub grievance: f64,
    /// Share of adults with a vote that counts (0–1).
    pub franchise: f64,
    /// Foreign rule without self-rule over a national people (0–1).
    pub foreign_rule: f64,
    /// Weariness of war (0–1).
    pub weariness: f64,
    /// Repression in use (0–1).
    pub repression: f64,
    /// Ossification (0–1).
    pub ossification: f64,
    /// What the past has left (−1..1).
    pub heritage: f64,
}

/// The legitimacy towards which a government tends (0–1). Source: DESIGN §6; weights are own estimates.
pub fn legitimacy_target(ground: &Ground, rules: &PoliticsRules, terms: &mut impl Terms) -> f64 {
    let standard = (ground.standard - 1.0).clamp(-0.5, 0.3);
    let growth = ground.growth.clamp(-0.1, 0.1);
    let sum = terms.add("legitimacy.base", rules.legitimacy_base)
        + terms.add("legitimacy.living", rules.legitimacy_living * standard)
        + terms.add("legitimacy.growth", rules.legitimacy_growth * growth)
        + terms.add("legitimacy.vote", rules.legitimacy_vote * ground.franchise)
        + terms.add("legitimacy.grievance", -rules.legitimacy_grievance * ground.grievance)
        + terms.add("legitimacy.foreign_rule", -rules.legitimacy_foreign * ground.foreign_rule)
        + terms.add("legitimacy.weariness", -rules.legitimacy_weariness * ground.weariness)
        + terms.add("legitimacy.repression", -rules.legitimacy_repression * ground.repression)
        + terms.add("legitimacy.ossification", -rules.legitimacy_ossification * ground.ossification)
        + terms.add("legitimacy.heritage", ground.heritage);
    sum.clamp(0.0, 1.0)
}

/// The cohesion towards which a ruling circle tends (0–1): legitimacy holds it together, deficits and wars split it.
pub fn cohesion_target(
    legitimacy: f64,
    balance: f64,
    weariness: f64,
    rules: &PoliticsRules,
    terms: &mut impl Terms,
) -> f64 {
    let sum = terms.add("cohesion.base", rules.cohesion_base)
        + terms.add("cohesion.legitimacy", rules.cohesion_legitimacy * legitimacy)
        + terms.add("cohesion.strain", -rules.cohesion_strain * (-balance).clamp(0.0, 0.25))
        + terms.add("cohesion.weariness", -rules.cohesion_weariness * weariness);
    sum.clamp(0.0, 1.0)
}

/// Who answers to whom in a country, as far as the law leaves a road to those who are not in power.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Constitution {
    /// Share of adults with a vote that counts (0–1).
    pub franchise: f64,
    /// Capacity to repress (0–1).
    pub repression: f64,
    /// Weight of landed owners in the rule, settlers where there are any (0–1).
    pub landowners: f64,
}

/// How far the law leaves those who are not in power a road (0–1): votes that count. Under rule from abroad, the votes of the
/// ruling power count as well, as far as neither landowners nor police stand between. Weights are own estimates; the
/// thought is that of Guevara, who held that arms cannot be taken up with success where a government has come to power by some form of
/// vote (*Guerrilla Warfare*, 1960, chapter 1). He meant a vote even of fraud; here only votes that count do.
pub fn legal_road(own: &Constitution, votes_of_ruler: Option<f64>) -> f64 {
    let from_above = votes_of_ruler.unwrap_or(0.0) * (1.0 - own.landowners) * (1.0 - 0.5 * own.repression);
    own.franchise.max(from_above).clamp(0.0, 1.0)
}

/// What ossification gains in a year: it grows where nobody checks the apparatus and shrinks where voters or
/// organised workers do.
pub fn ossification_drift(franchise: f64, workers_organised: f64, rules: &PoliticsRules) -> f64 {
    let check = (franchise + 0.5 * workers_organised * (1.0 - franchise)).clamp(0.0, 1.0);
    rules.ossification_growth * (1.0 - check) - rules.ossification_check * check * check
}

/// Authority after a month (0–10).
pub fn authority_next(authority: f64, legitimacy: f64, cohesion: f64, rules: &PoliticsRules) -> f64 {
    let gain = rules.authority_gain * legitimacy * (0.5 + 0.5 * cohesion);
    (authority * (1.0 - rules.authority_fade) + gain).clamp(0.0, 10.0)
}

/// Chance of a coup attempt in a month: where neither law nor unity protects a government from its own officers.
pub fn coup_chance(
    legitimacy: f64,
    cohesion: f64,
    franchise: f64,
    wealth: f64,
    months_in_power: f64,
    rules: &PoliticsRules,
) -> f64 {
    let weak = (1.0 - legitimacy) * (1.0 - cohesion);
    let weak = weak * weak;
    let unprotected = 1.0 - 0.7 * franchise * legitimacy;
    let settled = (months_in_power / rules.coup_rest.max(1.0)).min(1.0);
    rules.coup_rate * weak * unprotected * (1.0 - wealth).max(0.05) * (0.2 + 0.8 * settled)
}

/// What presses for the independence of a dependency.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Pressing {
    /// Lean of the people to the national current (0–1).
    pub national: f64,
    /// Organisation of the people (0–1).
    pub organisation: f64,
    /// Grievance (0–1).
    pub grievance: f64,
    /// Strongest movement for independence: organisation × unity (0–1).
    pub movement: f64,
    /// Former dependencies around and over the world that are free (0–1).
    pub example: f64,
    /// People.
    pub people: f64,
    /// Self-rule (0–1).
    pub self_rule: f64,
    /// Legitimacy of the government of the dependency (0–1).
    pub consent: f64,
}

/// Pressure for independence, about 0–1.5. Source: DESIGN §6; weights are own estimates.
pub fn pressure(on: &Pressing, rules: &PoliticsRules, terms: &mut impl Terms) -> f64 {
    // Large peoples trust themselves sooner; whether one of less than a million can stand alone is doubted the more, the
    // fewer have shown that they can.
    let size = (math::ln(on.people.max(1000.0) / 1.0e6) / std::f64::consts::LN_10).min(1.0);
    let doubt = rules.pressure_doubt * (1.0 - on.example);
    let size = if size < 0.0 { doubt * size } else { size };
    let sum = terms.add("pressure.national", rules.pressure_national * on.national)
        + terms.add("pressure.organisation", rules.pressure_organisation * on.organisation)
        + terms.add("pressure.grievance", rules.pressure_grievance * on.grievance)
        + terms.add("pressure.movement", rules.pressure_movement * on.movement)
        + terms.add("pressure.example", rules.pressure_example * on.example)
        + terms.add("pressure.size", rules.pressure_size * size)
        + terms.add("pressure.self_rule", rules.pressure_self_rule * on.self_rule)
        + terms.add("pressure.consent", -rules.pressure_consent * on.consent);
    // Nobody presses less than not at all.
    sum + terms.add("pressure.floor", (-sum).max(0.0))
}

/// Self-rule that a concession grants (0–1), of which landowners who rule the country let less through, as the Algerian Assembly
/// did with the statute of 1947. Own estimate.
pub fn granted_self_rule(landowners: f64, rules: &PoliticsRules) -> f64 {
    rules.concession_self_rule * (1.0 - landowners) * (1.0 - landowners)
}

/// What makes a ruler hold on to a dependency.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Holders {
    /// Share of the ruler's adults with a vote that counts (0–1).
    pub franchise: f64,
    /// Weight of landed settlers in the rule over the dependency (0–1).
    pub settlers: f64,
    /// Foreign share of property there (0–1).
    pub property: f64,
    /// Weariness of war of the ruler (0–1).
    pub weariness: f64,
    /// Tension with the adversary that would take the dependency if the ruler left: the worst of those who hold it to be
    /// theirs, and of their patrons (0–1).
    pub taker: f64,
    /// Other dependencies in arms against the ruler.
    pub burdens: f64,
    /// Share of the world's former dependencies that are free (0–1).
    pub freed: f64,
    /// Whether it holds the country by occupation, not as a colony.
    pub occupier: bool,
}

/// The will of a ruler to hold a dependency, about −0.3..1.2. Source: DESIGN §6; weights are own estimates.
pub fn will_to_hold(of: &Holders, rules: &PoliticsRules, terms: &mut impl Terms) -> f64 {
    let occupier = if of.occupier { rules.will_occupier } else { 0.0 };
    terms.add("will.base", rules.will_base)
        + terms.add("will.voteless", rules.will_voteless * (1.0 - of.franchise))
        + terms.add("will.settlers", rules.will_settlers * of.settlers * of.settlers)
        + terms.add("will.property", rules.will_property * of.property)
        + terms.add("will.weariness", -rules.will_weariness * of.weariness)
        + terms.add("will.burden", -rules.will_burden * of.burdens.min(3.0))
        + terms.add("will.opinion", -rules.will_opinion * of.freed)
        + terms.add("will.occupier", -occupier)
        + terms.add("will.taker", rules.will_taker * of.taker)
}

/// Chance a month that pressure over will opens talks.
pub fn yield_chance(pressure: f64, will: f64, rules: &PoliticsRules) -> f64 {
    (rules.yield_rate * (pressure - will).max(0.0)).min(1.0)
}

/// Chance that a people which others hold to be theirs stands alone when its ruler leaves: the larger, the likelier.
pub fn stands_alone(people: f64, rules: &PoliticsRules) -> f64 {
    people / (people + rules.alone_people)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};
    use crate::sim::testing::rules;

    fn table() -> PoliticsRules {
        PoliticsRules::read(&rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn legitimacy_is_the_sum_of_its_terms_and_falls_under_foreign_rule() {
        let rules = table();
        let home =
            Ground { standard: 1.0, growth: 0.03, grievance: 0.2, franchise: 0.9, ..Default::default() };
        let mut terms = TermList::default();
        let target = legitimacy_target(&home, &rules, &mut terms);
        assert!((terms.sum() - target).abs() < 1e-12);
        let ruled = Ground { foreign_rule: 0.8, ..home };
        assert!(legitimacy_target(&ruled, &rules, &mut NoTerms) < target);
    }

    #[test]
    fn cohesion_suffers_from_deficit_and_war() {
        let rules = table();
        let calm = cohesion_target(0.6, 0.0, 0.0, &rules, &mut NoTerms);
        assert!(cohesion_target(0.6, -0.1, 0.0, &rules, &mut NoTerms) < calm);
        assert!(cohesion_target(0.6, 0.0, 0.8, &rules, &mut NoTerms) < calm);
    }

    #[test]
    fn an_unchecked_apparatus_ossifies_and_a_checked_one_does_not() {
        let rules = table();
        assert!(ossification_drift(0.05, 0.1, &rules) > 0.0);
        assert!(ossification_drift(0.95, 0.5, &rules) < 0.0);
    }

    #[test]
    fn authority_stays_in_range_and_grows_with_legitimacy() {
        let rules = table();
        let mut authority = 0.0;
        for _ in 0..600 {
            authority = authority_next(authority, 1.0, 1.0, &rules);
            assert!((0.0..=10.0).contains(&authority));
        }
        assert!(authority > 5.0);
        assert!(authority_next(2.0, 0.2, 0.5, &rules) < authority_next(2.0, 0.8, 0.5, &rules));
    }

    #[test]
    fn coups_need_weakness() {
        let rules = table();
        let weak = coup_chance(0.2, 0.3, 0.1, 0.1, 100.0, &rules);
        assert!(weak > 5.0 * coup_chance(0.7, 0.7, 0.1, 0.1, 100.0, &rules));
        assert!(weak > coup_chance(0.2, 0.3, 0.1, 0.1, 0.0, &rules));
    }

    #[test]
    fn landowners_let_less_of_a_concession_through() {
        let rules = table();
        assert_eq!(granted_self_rule(0.0, &rules), rules.concession_self_rule);
        assert!(granted_self_rule(0.36, &rules) < 0.5 * granted_self_rule(0.05, &rules));
    }

    #[test]
    fn the_law_leaves_a_road_where_votes_count_and_no_landowners_stand_between() {
        let ruled = Constitution { franchise: 0.05, repression: 0.4, landowners: 0.1 };
        let parliament = legal_road(&ruled, Some(0.9));
        assert!(parliament > 0.6, "{parliament}");
        assert!(legal_road(&Constitution { landowners: 0.4, ..ruled }, Some(0.9)) < parliament);
        assert!(legal_road(&Constitution { repression: 0.9, ..ruled }, Some(0.9)) < parliament);
        assert!(legal_road(&ruled, Some(0.1)) < 0.1);
        assert_eq!(legal_road(&ruled, None), 0.05);
    }

    #[test]
    fn settlers_and_the_voteless_hold_on_longer_and_opinion_lets_go() {
        let rules = table();
        let mild = Holders { franchise: 0.9, settlers: 0.1, property: 0.3, ..Default::default() };
        let will = will_to_hold(&mild, &rules, &mut NoTerms);
        assert!(will_to_hold(&Holders { settlers: 0.6, ..mild }, &rules, &mut NoTerms) > will);
        assert!(will_to_hold(&Holders { taker: 0.6, ..mild }, &rules, &mut NoTerms) > will);
        assert!(will_to_hold(&Holders { franchise: 0.0, ..mild }, &rules, &mut NoTerms) > will);
        assert!(will_to_hold(&Holders { freed: 1.0, ..mild }, &rules, &mut NoTerms) < will);
        let still = Pressing { people: 1e6, ..Default::default() };
        let stirred = Pressing { organisation: 0.4, grievance: 0.5, ..still };
        assert!(pressure(&stirred, &rules, &mut NoTerms) > pressure(&still, &rules, &mut NoTerms));
        assert_eq!(yield_chance(0.2, 0.5, &rules), 0.0);
        let few = Pressing { people: 1e5, ..stirred };
        let of = |pressing: &Pressing| pressure(pressing, &rules, &mut NoTerms);
        let gained =
            |people: f64| of(&Pressing { people, example: 0.8, ..few }) - of(&Pressing { people, ..few });
        assert!(
            gained(1e5) > gained(1e7),
            "small peoples doubt less where others have shown that it can be done"
        );
    }
}
