//! Rules of forces and wars.

use super::ConflictRules;
use crate::base::math;
use crate::content::vocabulary::{Degree, PeaceTerms};
use crate::sim::terms::Terms;

/// Military capital after a month: spending comes in, wear takes its part, and fighting another.
///
/// Strength and spending in thousands of 2011 dollars, spending a month; `engaged` is the share of the forces that
/// fights (0–1).
pub fn strength_next(strength: f64, spending: f64, engaged: f64, rules: &ConflictRules) -> f64 {
    let wear = rules.forces_decay / 12.0 + rules.attrition * engaged;
    (strength * (1.0 - wear).max(0.0) + spending.max(0.0)).max(0.0)
}

/// What a side brings to a front.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Committed {
    /// Military capital, thousands of dollars.
    pub strength: f64,
    /// Level of technology (0–1).
    pub technology: f64,
    /// Steps over the map from the home ground to the front.
    pub steps: f64,
    /// Whether it fights on ground of its own.
    pub at_home: bool,
    /// Whether it has to cross a sea to ground that it does not touch by land.
    pub over_sea: bool,
    /// Legitimacy (0–1).
    pub legitimacy: f64,
    /// Weariness (0–1).
    pub weariness: f64,
    /// Share of the guerrilla terrain at the front (0–1), which helps those at home.
    pub terrain: f64,
}

/// Power that a state brings to a front, and what of it can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FrontPower {
    /// Military capital committed, thousands of dollars.
    pub committed: f64,
    /// Share of it that reaches the front (0–1).
    pub supply: f64,
    /// Will to fight (0–1).
    pub will: f64,
    /// Committed × supply × technology × will × ground.
    pub power: f64,
}

/// Power that a state brings to a front: strength × technology × supply × will.
pub fn power_at_front(of: &Committed, rules: &ConflictRules) -> FrontPower {
    let commitment = if of.at_home { rules.commitment } else { rules.commitment_abroad };
    let supply = (1.0 - rules.distance_loss * of.steps).max(rules.far_floor);
    let quality = math::pow(of.technology.clamp(0.05, 1.0), rules.technology_edge);
    let will = will_to_fight(of.legitimacy, of.weariness, of.at_home, rules);
    let ground = if of.at_home { rules.defence_edge * (1.0 + 0.3 * of.terrain) } else { 1.0 };
    let crossing = if of.over_sea { rules.sea_crossing } else { 1.0 };
    let committed = of.strength * commitment;
    let power = committed * supply * crossing * quality * will * ground;
    FrontPower { committed, supply: supply * crossing, will, power }
}

/// What a share of the forces that is lent to a government is worth there, over regular troops.
pub(in crate::sim) fn strength_of(degree: Degree, rules: &ConflictRules) -> f64 {
    match degree {
        Degree::Arms => 0.0,
        Degree::Advisers => rules.advisers_strength,
        Degree::Volunteers => rules.volunteers_strength,
        Degree::Regulars => 1.0,
    }
}

/// How far a part in another's struggle is seen, and answered at home and abroad (1 = as regular troops are).
pub(in crate::sim) fn noise_of(degree: Degree, rules: &ConflictRules) -> f64 {
    match degree {
        Degree::Arms => rules.arms_noise,
        Degree::Advisers => rules.advisers_noise,
        Degree::Volunteers => rules.volunteers_noise,
        Degree::Regulars => 1.0,
    }
}

/// By which factor a part in a movement's struggle is louder than arms alone.
pub(in crate::sim) fn louder_than_arms(degree: Degree, rules: &ConflictRules) -> f64 {
    noise_of(degree, rules) / rules.arms_noise.max(0.01)
}

/// By which factor men sent along make a movement's money go further.
pub(in crate::sim) fn help_factor(degree: Degree, rules: &ConflictRules) -> f64 {
    1.0 + match degree {
        Degree::Arms => 0.0,
        Degree::Advisers => rules.advisers_help,
        Degree::Volunteers | Degree::Regulars => rules.volunteers_help,
    }
}

/// Will to fight (0–1): legitimacy of those who rule, less weariness of the war; less again for what is not one's own ground.
pub fn will_to_fight(legitimacy: f64, weariness: f64, at_home: bool, rules: &ConflictRules) -> f64 {
    let stake = if at_home { 1.0 } else { rules.will_stake };
    (0.4 + 0.6 * legitimacy) * (1.0 - 0.8 * weariness) * stake.max(0.05)
}

/// What a state weighs when peace is on the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bargain {
    /// Whether it is on the side that began the war.
    pub attacks: bool,
    /// Whether it is the one that gives under the terms.
    pub gives: bool,
    /// Position of the front.
    pub front: f64,
    /// Its share in the strength of both (0–1), as it believes.
    pub power: f64,
    /// Weariness of war at home (0–1).
    pub weariness: f64,
    /// Share of the land fought over that would pass on the line of the front (0–1).
    pub passes: f64,
}

/// What peace on some terms would bring a state over what another half-year of war promises (−1 to 1). Own estimate.
pub(super) fn gain_of_peace(terms: PeaceTerms, of: &Bargain, rules: &ConflictRules) -> f64 {
    /// What all of the land fought over is worth, and what it costs to have begun a war for nothing.
    const PRIZE: f64 = 0.7;
    const FOR_NOTHING: f64 = 0.1;
    /// What half a year of war costs whoever fights it, unweary and at the end of its strength.
    const COST: (f64, f64) = (0.1, 0.6);
    let to_taker = match terms {
        PeaceTerms::AtHand | PeaceTerms::StatusQuo => 0.0,
        PeaceTerms::Withdrawal => 0.2,
        PeaceTerms::FrontLine => of.passes,
        PeaceTerms::Concessions => 0.35,
        PeaceTerms::DisputedGround => 0.5,
        PeaceTerms::Cession => 0.8,
        PeaceTerms::ChangeOfGovernment => 0.9,
    };
    let begun = if of.attacks { -FOR_NOTHING } else { FOR_NOTHING };
    let worth = if of.gives { -to_taker } else { to_taker } + begun;
    let power = if of.attacks { of.power } else { 1.0 - of.power };
    let front = (of.front + 6.0 * rules.front_speed * (power - 0.5) * 2.0).clamp(0.0, 1.0);
    let for_attacker = PRIZE * front - FOR_NOTHING * (1.0 - front);
    let cost = COST.0 + (COST.1 - COST.0) * of.weariness;
    let prospect = if of.attacks { for_attacker } else { -for_attacker } - cost;
    (worth - prospect).clamp(-1.0, 1.0)
}

/// Position of the front after a month: 0 = the defender holds all, 1 = the attacker does.
pub fn front_next(front: f64, attacker: f64, defender: f64, luck: f64, rules: &ConflictRules) -> f64 {
    let share = math::ratio_or(attacker, attacker + defender, 0.5);
    (front + rules.front_speed * (share - 0.5) * 2.0 + rules.front_luck * luck).clamp(0.0, 1.0)
}

/// How much of a land a struggle for power reaches (0–1): bands in the hills touch few, a country held by halves is fought over
/// nearly everywhere, and where one side holds nearly all there is little left to fight for. Own estimate.
pub fn reach_of_struggle(control: f64) -> f64 {
    let contested = (control * (1.0 - control)).max(0.0);
    0.01 + 5.0 * math::pow(contested, 1.3)
}

/// People killed in a month in a territory fought over.
///
/// `intensity` is 1 where both sides are equally strong and all of the land is fought over.
pub fn war_dead(people: f64, intensity: f64, rules: &ConflictRules) -> f64 {
    (people * rules.lethality * intensity.clamp(0.0, 2.0)).max(0.0)
}

/// Weariness that a month of war adds to a side.
pub fn weariness_gain(engaged: f64, dead_share: f64, rules: &ConflictRules, terms: &mut impl Terms) -> f64 {
    terms.add("weariness.effort", rules.weariness_rate * engaged)
        + terms.add("weariness.dead", rules.weariness_dead * dead_share)
}

/// Chance that go-betweens ask both sides for peace when a war is looked at once a quarter. A front that stands still tires faster than one that moves.
pub fn exit_chance(weariness: [f64; 2], stalled: f64, rules: &ConflictRules) -> f64 {
    let tired = |level: f64| (level / rules.exhaustion.max(0.01)).min(1.5);
    let both = math::sqrt(tired(weariness[0]) * tired(weariness[1]));
    (rules.exit_rate * both * (0.4 + 0.6 * stalled)).clamp(0.0, 1.0)
}

/// What stands between a state and its first warhead, as a share of what is needed (1 and more = nothing).
pub fn warhead_readiness(industry: f64, technology: f64, rules: &ConflictRules) -> f64 {
    let industry = math::ratio_or(industry, rules.warhead_industry, 1.0);
    let technology = math::ratio_or(technology, rules.warhead_technology, 1.0);
    industry.min(technology)
}

/// What the next quarter of an arsenal depends on.
pub(super) struct Arsenal {
    /// Own warheads.
    pub own: f64,
    /// Warheads of the rival, as believed.
    pub theirs: f64,
    /// Tension with the rival (0–1).
    pub tension: f64,
    /// Spent on the forces in the quarter, thousands of 2011 dollars.
    pub spent: f64,
}

/// Warheads after a quarter, after L. F. Richardson (Arms and Insecurity, 1960): a steady part, a part that answers the
/// rival's lead and the quarrel with it, and fatigue, as old ones are taken out of service. Works cannot grow faster than
/// skill and plant allow.
pub(super) fn arsenal_next(at: &Arsenal, rules: &ConflictRules) -> f64 {
    let lead = math::ratio_or(at.theirs, at.own + at.theirs, 0.0);
    let share = rules.arsenal_share + rules.arsenal_reaction * at.tension * lead;
    let paid = share * at.spent / rules.warhead_cost.max(1.0);
    let works = rules.arsenal_works + rules.arsenal_growth * at.own;
    let retired = rules.arsenal_wear / 4.0 * at.own;
    // The last one is kept: what is known once is not unlearned.
    (at.own + paid.min(works) - retired).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};
    use crate::sim::testing::rules;

    #[test]
    fn arsenals_answer_a_rival_and_wear_out() {
        let rules = table();
        let next =
            |own, theirs, tension| arsenal_next(&Arsenal { own, theirs, tension, spent: 4.0e7 }, &rules);
        assert!(next(10_000.0, 20_000.0, 0.8) > next(10_000.0, 20_000.0, 0.2));
        assert!(next(10_000.0, 20_000.0, 0.8) > next(10_000.0, 2_000.0, 0.8));
        assert!(next(100_000.0, 0.0, 0.0) < 100_000.0);
        // From one warhead the works grow step by step, whatever is spent.
        assert!(next(1.0, 20_000.0, 1.0) < 10.0);
    }

    fn table() -> ConflictRules {
        ConflictRules::read(&rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn a_struggle_reaches_most_of_a_land_that_is_held_by_halves() {
        assert!(reach_of_struggle(0.02) < 0.05 && reach_of_struggle(0.0) > 0.0);
        assert!(reach_of_struggle(0.5) > 0.8 && reach_of_struggle(0.5) <= 1.0);
        assert!((reach_of_struggle(0.3) - reach_of_struggle(0.7)).abs() < 1e-12);
    }

    #[test]
    fn forces_settle_where_spending_meets_wear() {
        let rules = table();
        let mut strength = 0.0;
        for _ in 0..2400 {
            strength = strength_next(strength, 10.0, 0.0, &rules);
        }
        assert!((strength - 120.0 / rules.forces_decay).abs() < 1.0);
        assert!(strength_next(100.0, 0.0, 1.0, &rules) < strength_next(100.0, 0.0, 0.0, &rules));
    }

    #[test]
    fn distance_weariness_and_foreign_ground_weaken() {
        let rules = table();
        let home = Committed {
            strength: 100.0,
            technology: 0.5,
            at_home: true,
            legitimacy: 0.6,
            ..Default::default()
        };
        let power_at_front = |of: &Committed, rules: &ConflictRules| power_at_front(of, rules).power;
        let power = power_at_front(&home, &rules);
        assert!(power_at_front(&Committed { at_home: false, ..home }, &rules) < power);
        assert!(power_at_front(&Committed { steps: 3.0, ..home }, &rules) < power);
        assert!(power_at_front(&Committed { weariness: 0.8, ..home }, &rules) < power);
        assert!(power_at_front(&Committed { over_sea: true, ..home }, &rules) < power);
        assert!(power_at_front(&Committed { terrain: 0.8, ..home }, &rules) > power);
    }

    #[test]
    fn the_stronger_gains_ground_and_equals_stand() {
        let rules = table();
        assert!(front_next(0.3, 2.0, 1.0, 0.0, &rules) > 0.3);
        assert!((front_next(0.3, 1.0, 1.0, 0.0, &rules) - 0.3).abs() < 1e-12);
        assert_eq!(front_next(0.0, 0.0, 1.0, 0.0, &rules), 0.0);
    }

    #[test]
    fn each_degree_is_seen_more_than_the_one_before() {
        let rules = table();
        let louder = |a, b| noise_of(a, &rules) < noise_of(b, &rules);
        assert!(Degree::ALL.windows(2).all(|pair| louder(pair[0], pair[1])));
        assert!(
            Degree::ALL.windows(2).all(|pair| help_factor(pair[0], &rules) <= help_factor(pair[1], &rules))
        );
        assert!((louder_than_arms(Degree::Arms, &rules) - 1.0).abs() < 1e-12);
        assert!(strength_of(Degree::Volunteers, &rules) < strength_of(Degree::Regulars, &rules));
    }

    #[test]
    fn peace_is_weighed_against_what_going_on_promises() {
        let rules = table();
        let losing =
            Bargain { attacks: false, gives: true, front: 0.6, power: 0.4, weariness: 0.3, passes: 0.5 };
        let winning = Bargain { attacks: true, gives: false, power: 0.6, ..losing };
        let gain = |terms, of: &Bargain| gain_of_peace(terms, of, &rules);
        // Who is ahead does not go home for nothing; the line of the front is better for both than another year.
        assert!(gain(PeaceTerms::StatusQuo, &winning) < 0.0);
        assert!(gain(PeaceTerms::FrontLine, &winning) > 0.0 && gain(PeaceTerms::FrontLine, &losing) > 0.0);
        assert!(gain(PeaceTerms::StatusQuo, &losing) > gain(PeaceTerms::FrontLine, &losing));
        assert!(gain(PeaceTerms::ChangeOfGovernment, &losing) < gain(PeaceTerms::FrontLine, &losing));
        // Weariness makes any peace look better, and so does believing oneself the weaker.
        let tired = Bargain { weariness: 0.9, ..winning };
        assert!(gain(PeaceTerms::StatusQuo, &tired) > gain(PeaceTerms::StatusQuo, &winning));
        let unsure = Bargain { power: 0.4, ..winning };
        assert!(gain(PeaceTerms::StatusQuo, &unsure) > gain(PeaceTerms::StatusQuo, &winning));
    }

    #[test]
    fn tired_sides_find_a_way_out() {
        let rules = table();
        assert_eq!(exit_chance([0.0, 0.9], 1.0, &rules), 0.0);
        assert!(exit_chance([0.6, 0.6], 1.0, &rules) > exit_chance([0.6, 0.6], 0.0, &rules));
        let mut terms = TermList::default();
        let gain = weariness_gain(0.5, 0.001, &rules, &mut terms);
        assert!((terms.sum() - gain).abs() < 1e-12);
        assert!(weariness_gain(0.0, 0.0, &rules, &mut NoTerms) == 0.0);
        assert!(war_dead(1e6, 1.0, &rules) > war_dead(1e6, 0.2, &rules));
    }

    #[test]
    fn the_bomb_needs_industry_and_knowledge() {
        let rules = table();
        assert!(warhead_readiness(1e12, 0.1, &rules) < 1.0);
        assert!(warhead_readiness(1e3, 0.9, &rules) < 1.0);
        assert!(warhead_readiness(1e12, 0.9, &rules) >= 1.0);
    }
}
