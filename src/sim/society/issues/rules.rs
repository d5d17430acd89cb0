//! Rules of issue movements: who carries them, what calls them up, when workers strike and what they win.

use crate::content::vocabulary::{Class, Issue};
use crate::sim::society::SocietyRules;
use crate::sim::terms::Terms;

/// A number for each class.
pub type ByClass = [f64; Class::COUNT];

/// What calls issue movements up in a country (0–1 each, but where noted).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Causes {
    /// Weariness of war.
    pub weariness: f64,
    /// World tension.
    pub tension: f64,
    /// Grievance of each class.
    pub grievance: ByClass,
    /// Share of the labour force out of work beyond what people reckon with.
    pub out_of_work: f64,
    /// Share of the land that others hold than those who till it.
    pub landless: f64,
    /// Share of capital in foreign hands, and how far few firms share the market, together.
    pub monopoly: f64,
    /// Share of adults without a vote that counts.
    pub voteless: f64,
    /// Repression in use.
    pub repression: f64,
    /// Share of the people who could have a state of their own and have none, by their national current.
    pub stateless: f64,
    /// Conservative or religious current.
    pub faith: f64,
    /// Growth of the product a year, as it uproots (0.05 = 5 %).
    pub growth: f64,
}

/// How far a class carries an issue (0–1). Own estimates, after who stood in front of such movements.
pub const fn carries(class: Class, issue: Issue) -> f64 {
    match (issue, class) {
        (Issue::Peace, Class::Intelligentsia) => 1.0,
        (Issue::Peace, Class::Workers) => 0.6,
        (Issue::Peace, Class::Peasants | Class::PettyBourgeoisie) => 0.4,
        (Issue::Labour, Class::Workers) => 1.0,
        (Issue::Labour, Class::Intelligentsia) => 0.3,
        (Issue::Agrarian, Class::Peasants) => 1.0,
        (Issue::AntiMonopoly, Class::PettyBourgeoisie) => 1.0,
        (Issue::AntiMonopoly, Class::NationalBourgeoisie) => 0.8,
        (Issue::AntiMonopoly, Class::Workers | Class::Intelligentsia) => 0.4,
        (Issue::Rights, Class::Intelligentsia) => 1.0,
        (Issue::Rights, Class::Workers | Class::PettyBourgeoisie) => 0.3,
        (Issue::Nationality, Class::Intelligentsia | Class::PettyBourgeoisie) => 0.8,
        (Issue::Nationality, Class::Peasants | Class::Workers | Class::NationalBourgeoisie) => 0.5,
        (Issue::Faith, Class::PettyBourgeoisie) => 1.0,
        (Issue::Faith, Class::Peasants | Class::Landowners) => 0.5,
        _ => 0.0,
    }
}

/// What calls an issue up (0–1).
pub fn cause(issue: Issue, of: &Causes) -> f64 {
    let grievance = |class: Class| of.grievance[class.index()];
    let cause = match issue {
        Issue::Peace => 0.8 * of.weariness + 0.6 * (of.tension - 0.35).max(0.0),
        // Workers who see their country at an unpopular war strike sooner.
        Issue::Labour => grievance(Class::Workers) + 2.0 * of.out_of_work + 0.3 * of.weariness,
        Issue::Agrarian => grievance(Class::Peasants) * (0.4 + 0.8 * of.landless),
        Issue::AntiMonopoly => of.monopoly * (0.4 + grievance(Class::PettyBourgeoisie)),
        Issue::Rights => of.voteless * (0.3 + of.repression) * (0.5 + grievance(Class::Intelligentsia)),
        Issue::Nationality => of.stateless * (0.5 + of.repression),
        Issue::Faith => of.faith * (0.3 + 4.0 * of.growth.clamp(0.0, 0.1)),
    };
    cause.clamp(0.0, 1.0)
}

/// The pressure towards which an issue tends (0–1): its cause, times those who carry it by number and organisation, as far
/// as they can speak. `speech` lies in 0–1.
pub fn pressure(
    issue: Issue,
    of: &Causes,
    shares: impl Fn(Class) -> f64,
    organised: impl Fn(Class) -> f64,
    speech: f64,
    rules: &SocietyRules,
    terms: &mut impl Terms,
) -> f64 {
    let scale = rules.issue_scale * speech * cause(issue, of);
    let mut sum = 0.0;
    for &class in Class::ALL {
        let weight = carries(class, issue);
        if weight > 0.0 {
            // A few who are organised outweigh many who are not; numbers count less than in proportion.
            let many = crate::base::math::sqrt(shares(class).max(0.0));
            sum += terms.add(class.words(), scale * weight * many * organised(class));
        }
    }
    sum.clamp(0.0, 1.0)
}

/// How far people can speak for an issue (0–1): a vote and the absence of repression give them a voice, and where both
/// lack part of it is heard all the same.
pub fn speech(franchise: f64, repression: f64) -> f64 {
    (0.25 + 0.75 * franchise) * (1.0 - 0.5 * repression)
}

/// Chance a month of a wave of strikes.
pub fn strike_chance(labour: f64, rules: &SocietyRules) -> f64 {
    (rules.strike_rate * labour * labour).clamp(0.0, 1.0)
}

/// Chance that a government gives way to strikers: the more it lives by votes, the more it fears the other system at home
/// (`communist` is that current's share of the people), and the less it is used to force.
pub fn yields(franchise: f64, communist: f64, repression: f64) -> f64 {
    (0.25 + 0.4 * franchise + 0.8 * communist - 0.3 * repression * (1.0 - franchise)).clamp(0.05, 0.95)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    fn table() -> SocietyRules {
        SocietyRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
    }

    fn of(issue: Issue, causes: &Causes, speech: f64) -> f64 {
        pressure(issue, causes, |_| 0.125, |_| 0.4, speech, &table(), &mut NoTerms)
    }

    #[test]
    fn every_issue_has_somebody_who_carries_it() {
        for &issue in Issue::ALL {
            assert!(Class::ALL.iter().any(|&class| carries(class, issue) > 0.5), "{issue:?}");
        }
    }

    #[test]
    fn issues_rise_with_their_causes_and_with_a_voice() {
        let calm = Causes::default();
        let war = Causes { weariness: 0.5, ..calm };
        assert!(of(Issue::Peace, &war, 0.8) > of(Issue::Peace, &calm, 0.8));
        assert!(
            of(Issue::Labour, &war, 0.8) > of(Issue::Labour, &calm, 0.8),
            "an unpopular war calls strikes up"
        );
        assert!(of(Issue::Peace, &war, 0.8) > of(Issue::Peace, &war, 0.2));
        let bound = Causes { voteless: 0.9, repression: 0.6, ..calm };
        assert!(of(Issue::Rights, &bound, 0.3) > of(Issue::Rights, &calm, 0.3));
        assert!(speech(0.9, 0.1) > speech(0.0, 0.6) && speech(0.0, 1.0) > 0.0);
    }

    #[test]
    fn pressure_opens_into_those_who_carry_it() {
        let mut terms = TermList::default();
        let war = Causes { weariness: 0.3, ..Causes::default() };
        let all = pressure(Issue::Peace, &war, |_| 0.125, |_| 0.2, 0.5, &table(), &mut terms);
        assert!((terms.sum() - all).abs() < 1e-12 && all > 0.0);
    }

    #[test]
    fn governments_yield_sooner_to_voters_and_for_fear_of_the_other_system() {
        assert!(yields(0.9, 0.1, 0.2) > yields(0.1, 0.1, 0.2));
        assert!(yields(0.5, 0.4, 0.2) > yields(0.5, 0.0, 0.2));
        assert!(yields(0.0, 0.1, 0.9) < yields(0.0, 0.1, 0.1));
        assert_eq!(strike_chance(0.0, &table()), 0.0);
    }
}
