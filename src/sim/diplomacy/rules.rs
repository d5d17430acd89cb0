//! Rules of relations: where trust, tension and influence tend, and how fast. Pure functions.

use crate::base::math;
use crate::sim::terms::Terms;

use super::DiplomacyRules;

/// What shapes the relation of one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Pair {
    /// Nearness of rule and line (0–1).
    pub affinity: f64,
    /// Nearness on the map (0–1).
    pub proximity: f64,
    /// In one pact or community.
    pub allied: bool,
    /// How far the second's word is doubted: what it lacks of full credibility (0–1).
    pub doubt: f64,
    /// On the sides of different poles.
    pub opposed: bool,
    /// Both claim one nation.
    pub claim_rivals: bool,
    /// How much hangs on ground that both hold to be theirs (0–1).
    pub dispute: f64,
    /// Each recognises the other.
    pub recognised: bool,
    /// At war with each other.
    pub war: bool,
    /// How far an open quarrel has gone (0–1).
    pub quarrel: f64,
    /// A trade treaty is in force.
    pub treaty: bool,
    /// A treaty of friendship is in force.
    pub friendship: bool,
    /// A treaty on the limits of arms is in force.
    pub limits: bool,
    /// An embargo or boycott stands, either way.
    pub embargo: bool,
    /// A blockade stands, either way.
    pub blockade: bool,
    /// How far the first lost of the world's markets what the second gained (0–1).
    pub rivalry: f64,
    /// Propaganda is spoken, either way.
    pub propaganda: bool,
    /// One arms a movement on the other's ground.
    pub arms: bool,
    /// Troops of the second stand in the first.
    pub garrison: bool,
    /// The second has a base in the first.
    pub base: bool,
    /// The second stands behind the first by a guarantee.
    pub guaranteed: bool,
    /// The first is ruled by the second.
    pub ruled: bool,
    /// Share of the first's trade that is done with the second (0–1).
    pub trade: f64,
    /// The same of whichever of the two does more of its trade with the other.
    pub trade_of_either: f64,
    /// Help received from the second as a share of the first's own budget.
    pub aid: f64,
    /// Debt to the second as a share of the first's product.
    pub debt: f64,
    /// Sum of both sides' forces as shares of product (0–0.7).
    pub forces: f64,
    /// Strength of the second over that of both (0–1).
    pub strength_share: f64,
}

fn saturating(value: f64, full: f64) -> f64 {
    (value / full).clamp(0.0, 1.0)
}

fn flag(on: bool, value: f64) -> f64 {
    if on { value } else { 0.0 }
}

/// The tension (0–1) to which a pair tends, with its terms.
pub(in crate::sim) fn tension_target(pair: &Pair, rules: &DiplomacyRules, terms: &mut impl Terms) -> f64 {
    let trade = saturating(pair.trade_of_either, rules.trade_saturation);
    let race = flag(pair.opposed, rules.tension_arms_race * saturating(pair.forces, rules.forces_saturation));
    let mut sum = terms.add("tension.base", rules.tension_base);
    sum += terms.add("tension.systems", flag(pair.opposed, rules.tension_systems));
    sum += terms.add("tension.difference", rules.tension_difference * (1.0 - pair.affinity) * pair.proximity);
    sum += terms.add("tension.claim", flag(pair.claim_rivals, rules.tension_claim));
    sum += terms.add("tension.dispute", rules.tension_dispute * pair.dispute);
    sum += terms.add("tension.arms_race", race);
    sum += terms.add("tension.embargo", flag(pair.embargo, rules.tension_embargo));
    sum += terms.add("tension.blockade", flag(pair.blockade, rules.tension_blockade));
    sum += terms.add("tension.propaganda", flag(pair.propaganda, rules.tension_propaganda));
    sum += terms.add("tension.arms", flag(pair.arms, rules.tension_arms));
    sum += terms.add("tension.war", flag(pair.war, rules.tension_war));
    sum += terms.add("tension.quarrel", rules.tension_quarrel * pair.quarrel);
    sum += terms.add("tension.alliance", flag(pair.allied, -rules.tension_alliance));
    sum += terms.add("tension.trade", -rules.tension_trade * trade);
    sum += terms.add("tension.treaty", flag(pair.treaty, -rules.tension_treaty));
    sum += terms.add("tension.friendship", flag(pair.friendship, -rules.tension_friendship));
    sum += terms.add("tension.limits", flag(pair.limits, -rules.tension_limits));
    sum.clamp(0.0, 1.0)
}

/// The trust (0–1) of the first in the second to which a pair tends, with its terms.
pub(in crate::sim) fn trust_target(
    pair: &Pair,
    tension: f64,
    rules: &DiplomacyRules,
    terms: &mut impl Terms,
) -> f64 {
    let hostile = pair.embargo || pair.blockade || pair.propaganda || pair.arms;
    let mut sum = terms.add("trust.base", rules.trust_base);
    sum += terms.add("trust.affinity", rules.trust_affinity * pair.affinity);
    sum += terms.add("trust.alliance", flag(pair.allied, rules.trust_alliance));
    sum += terms.add("trust.trade", rules.trust_trade * saturating(pair.trade, rules.trade_saturation));
    let rivalry = saturating(pair.rivalry, rules.market_rivalry_saturation);
    sum += terms.add("trust.market_rivalry", -rules.trust_market_rivalry * rivalry);
    sum += terms.add("trust.treaty", flag(pair.treaty, rules.trust_treaty));
    sum += terms.add("trust.friendship", flag(pair.friendship, rules.trust_friendship));
    sum += terms.add("trust.guarantee", flag(pair.guaranteed, rules.trust_guarantee));
    sum += terms.add("trust.aid", rules.trust_aid * saturating(pair.aid, rules.aid_saturation));
    // What allies have to do with each other is worth what the other's word is.
    sum += terms.add("trust.word", flag(pair.allied, -pair.doubt * sum.max(0.0)));
    sum += terms.add("trust.tension", -rules.trust_tension * tension);
    sum += terms.add("trust.hostile_acts", flag(hostile, -rules.trust_hostile_acts));
    sum += terms.add("trust.quarrel", -rules.trust_quarrel * pair.quarrel);
    sum += terms.add("trust.recognition", flag(!pair.recognised, -rules.trust_recognition));
    sum += terms.add("trust.foreign_rule", flag(pair.ruled, -rules.trust_foreign_rule));
    sum.clamp(0.0, 1.0)
}

/// The influence (0–1) of the second over the first to which a pair tends, with its terms.
pub(in crate::sim) fn influence_target(
    pair: &Pair,
    trust: f64,
    rules: &DiplomacyRules,
    terms: &mut impl Terms,
) -> f64 {
    let mut sum = terms.add("influence.rule", flag(pair.ruled, rules.influence_ruler));
    sum += terms.add("influence.aid", rules.influence_aid * saturating(pair.aid, rules.aid_saturation));
    sum +=
        terms.add("influence.trade", rules.influence_trade * saturating(pair.trade, rules.trade_saturation));
    sum += terms.add("influence.debt", rules.influence_debt * saturating(pair.debt, rules.debt_saturation));
    sum += terms.add("influence.troops", flag(pair.garrison, rules.influence_troops));
    sum += terms.add("influence.base", flag(pair.base, rules.influence_base));
    sum += terms.add("influence.guarantee", flag(pair.guaranteed, rules.influence_guarantee));
    // A senior ally leads by weight and by being trusted.
    let leads =
        flag(pair.allied, rules.influence_leader * trust * (2.0 * pair.strength_share - 1.0).max(0.0));
    sum += terms.add("influence.leadership", leads);
    // One influence crowds another: what is left to gain shrinks as it grows.
    let pressed = -(sum * sum) / 4.0;
    (sum + terms.add("influence.limits", pressed)).clamp(0.0, 1.0)
}

/// The share of a distance from its target that a level keeps over a number of months.
pub(in crate::sim) fn kept(half_life: f64, months: f64) -> f64 {
    math::pow(0.5, months / half_life.max(0.01))
}

/// A level that moves towards its target and keeps a share of the distance.
pub(in crate::sim) fn drift(level: f64, target: f64, kept: f64) -> f64 {
    (target + (level - target) * kept).clamp(0.0, 1.0)
}

#[cfg(test)]
pub(in crate::sim) mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    pub(in crate::sim) const RULES: DiplomacyRules = DiplomacyRules {
        tension_half_life: 12.0,
        trust_half_life: 24.0,
        influence_half_life: 30.0,
        tension_base: 0.04,
        tension_systems: 0.3,
        tension_difference: 0.22,
        tension_claim: 0.3,
        tension_dispute: 0.3,
        tension_arms_race: 0.25,
        tension_embargo: 0.08,
        tension_propaganda: 0.05,
        tension_arms: 0.12,
        tension_war: 0.6,
        tension_alliance: 0.2,
        tension_trade: 0.1,
        tension_treaty: 0.06,
        trust_base: 0.2,
        trust_affinity: 0.4,
        trust_alliance: 0.15,
        trust_trade: 0.12,
        trust_treaty: 0.06,
        trust_aid: 0.2,
        trust_tension: 0.45,
        trust_hostile_acts: 0.1,
        trust_recognition: 0.15,
        trust_foreign_rule: 0.2,
        influence_ruler: 0.8,
        influence_aid: 0.4,
        influence_trade: 0.35,
        influence_debt: 0.2,
        influence_troops: 0.35,
        influence_leader: 0.5,
        trade_saturation: 0.25,
        aid_saturation: 0.08,
        debt_saturation: 0.4,
        forces_saturation: 0.25,
        incident_chance: 0.15,
        incident_size: 0.08,
        act_small: 0.02,
        act_middling: 0.05,
        tension_blockade: 0.3,
        tension_quarrel: 0.3,
        trust_quarrel: 0.3,
        trust_market_rivalry: 0.12,
        market_rivalry_saturation: 0.2,
        act_grave: 0.15,
        treaty_months: 96.0,
        offer_months: 4.0,
        help_seen: 0.08,
        trust_friendship: 0.08,
        trust_guarantee: 0.06,
        tension_friendship: 0.04,
        tension_limits: 0.05,
        influence_base: 0.1,
        influence_guarantee: 0.08,
        summit_relief: 0.25,
        friendship_months: 240.0,
        guarantee_months: 60.0,
        base_months: 120.0,
        holder_stake: 0.4,
        claim_months: 180.0,
        limits_months: 60.0,
    };

    #[test]
    fn every_total_is_the_sum_of_its_terms() {
        let pair =
            Pair { affinity: 0.3, proximity: 0.5, opposed: true, trade: 0.05, aid: 0.02, ..Pair::default() };
        let mut terms = TermList::default();
        assert_eq!(tension_target(&pair, &RULES, &mut terms), terms.sum());
        let mut terms = TermList::default();
        let trust = trust_target(&pair, 0.2, &RULES, &mut terms);
        assert_eq!(trust, terms.sum());
        let mut terms = TermList::default();
        assert_eq!(influence_target(&pair, trust, &RULES, &mut terms), terms.sum());
    }

    #[test]
    fn causes_push_the_way_they_are_named() {
        let calm = Pair { affinity: 0.5, proximity: 0.5, recognised: true, ..Pair::default() };
        let base = tension_target(&calm, &RULES, &mut NoTerms);
        for worse in [
            Pair { opposed: true, ..calm },
            Pair { war: true, ..calm },
            Pair { embargo: true, ..calm },
            Pair { claim_rivals: true, ..calm },
            Pair { dispute: 0.5, ..calm },
        ] {
            assert!(tension_target(&worse, &RULES, &mut NoTerms) > base);
        }
        let trust = trust_target(&calm, 0.1, &RULES, &mut NoTerms);
        assert!(trust_target(&Pair { aid: 0.05, ..calm }, 0.1, &RULES, &mut NoTerms) > trust);
        assert!(trust_target(&calm, 0.8, &RULES, &mut NoTerms) < trust);
        assert!(influence_target(&Pair { ruled: true, ..calm }, trust, &RULES, &mut NoTerms) > 0.5);
        assert!(influence_target(&Pair { aid: 0.05, trade: 0.3, ..calm }, trust, &RULES, &mut NoTerms) > 0.2);
    }

    #[test]
    fn levels_drift_by_their_half_life_however_often_they_are_moved() {
        let in_one = drift(0.9, 0.1, kept(12.0, 3.0));
        let in_three = (0..3).fold(0.9, |level, _| drift(level, 0.1, kept(12.0, 1.0)));
        assert!((in_one - in_three).abs() < 1e-12);
        assert!((drift(0.9, 0.1, kept(12.0, 12.0)) - 0.5).abs() < 1e-12);
    }
}
