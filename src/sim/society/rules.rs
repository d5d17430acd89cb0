//! Rules of classes: incomes, expectation, grievance, organisation, currents.

use super::SocietyRules;
use crate::base::math;
use crate::content::vocabulary::{Class, Current, Property};
use crate::sim::terms::Terms;

const OWNERS: [Class; 3] = [Class::Landowners, Class::NationalBourgeoisie, Class::LargeOwners];

/// What a country gives its classes to live in this month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Climate {
    /// Whether the polity is in being.
    pub alive: bool,
    /// Consumption per head over that of the start.
    pub level: f64,
    /// Consumption per head and year when it was first measured, 2011 dollars.
    pub opening: f64,
    /// Share of the product spent on welfare (0–1).
    pub welfare: f64,
    /// Share of the labour force without work (0–1).
    pub unemployment: f64,
    /// Foreign rule without self-rule (0–1).
    pub foreign: f64,
    /// Share of adults with a vote that counts (0–1).
    pub franchise: f64,
    /// Capacity to repress (0–1).
    pub repression: f64,
    /// Share of adults who can read (0–1).
    pub schooling: f64,
    /// Missing food (0–1).
    pub hunger: f64,
    /// Weariness of war (0–1).
    pub weariness: f64,
    /// How much better neighbours live, in log points.
    pub example: f64,
    /// Growth of product per head over twelve months.
    pub growth: f64,
    /// Coalition weights.
    pub coalition: [f64; Class::COUNT],
}

/// What landowners, national bourgeoisie and large owners hold: private land; private capital of the other sectors; the
/// same with foreign and monopoly capital. `sectors`: shares by form of property, and whether the sector is the land.
pub fn owned<'a>(sectors: impl Iterator<Item = (&'a [f64; Property::COUNT], bool)>) -> Owned {
    let (mut held, mut others) = ([0.0; OWNERS.len()], 0.0);
    for (shares, land) in sectors {
        let private = shares[Property::NationalPrivate.index()];
        let foreign = shares[Property::Foreign.index()];
        if land {
            held[0] += private;
        } else {
            held[1] += private;
            held[2] += private + foreign;
            others += 1.0;
        }
    }
    [held[0], math::ratio_or(held[1], others, 0.0), math::ratio_or(held[2], others, 0.0)]
}

/// Figures of landowners, national bourgeoisie and large owners.
pub type Owned = [f64; OWNERS.len()];

/// Incomes of the classes over the average of the start. What owners still hold of what they held and levelling shape the pattern; the mean over
/// all people is `level` exactly.
pub fn class_incomes(
    pattern: &[f64; Class::COUNT],
    shares: &[f64; Class::COUNT],
    owned: &Owned,
    climate: &Climate,
    rules: &SocietyRules,
) -> [f64; Class::COUNT] {
    let levelling = (rules.welfare_levelling * climate.welfare).clamp(0.0, 0.9);
    let mut incomes = *pattern;
    for (class, owned) in OWNERS.into_iter().zip(owned) {
        incomes[class.index()] *= owned;
    }
    incomes[Class::Workers.index()] *= 1.0 - rules.unemployment_loss * climate.unemployment;
    for income in &mut incomes {
        *income = math::lerp(*income, 1.0, levelling).max(0.05);
    }
    let mean: f64 = incomes.iter().zip(shares).map(|(income, share)| income * share).sum();
    let scale = math::ratio_or(climate.level, mean, climate.level);
    incomes.map(|income| income * scale)
}

/// Where expectation tends: a little more than people have, and more where neighbours live better.
pub fn expectation_target(income: f64, example: f64, rules: &SocietyRules) -> f64 {
    income * (1.0 + rules.aspiration) * (1.0 + rules.force_of_example * example.clamp(0.0, 2.0))
}

/// What weighs on one class.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Lot {
    /// Income over the average of the start.
    pub income: f64,
    /// Income expected, in the same measure.
    pub expected: f64,
    /// Lean to the national current (0–1).
    pub national: f64,
    /// Share of the land that others own (0–1); counts for peasants only.
    pub estates: f64,
    /// Weight of the class in the ruling coalition (0–1).
    pub in_power: f64,
    /// Whether the class tills the land.
    pub peasants: bool,
}

/// Grievance of a class (0–1): relative deprivation, want, and what rule does to it. Source: DESIGN §6.
pub fn grievance(lot: &Lot, climate: &Climate, rules: &SocietyRules, terms: &mut impl Terms) -> f64 {
    let shortfall = (1.0 - math::ratio_or(lot.income, lot.expected, 1.0)).max(0.0);
    let want = (1.0 - lot.income * climate.opening / rules.poverty_line).clamp(0.0, 1.0);
    let land = if lot.peasants { lot.estates } else { 0.0 };
    let voiceless = (1.0 - climate.franchise) * climate.schooling;
    let sum = terms.add("grievance.shortfall", rules.grievance_slope * shortfall)
        + terms.add("grievance.want", rules.grievance_poverty * want)
        + terms.add("grievance.land", rules.grievance_land * land)
        + terms.add("grievance.foreign_rule", rules.grievance_foreign_rule * climate.foreign * lot.national)
        + terms.add("grievance.no_voice", rules.grievance_voiceless * voiceless)
        + terms.add(
            "grievance.repression",
            rules.grievance_repression * climate.repression * (1.0 - climate.franchise),
        )
        + terms.add("grievance.hunger", rules.grievance_hunger * climate.hunger)
        + terms.add("grievance.war", rules.grievance_war * climate.weariness)
        + terms.add("grievance.in_power", -rules.grievance_in_power * lot.in_power);
    sum.clamp(0.0, 1.0)
}

/// The organisation towards which a class tends (0–1).
pub fn organisation_target(
    pattern: f64,
    grievance: f64,
    freed: f64,
    climate: &Climate,
    rules: &SocietyRules,
) -> f64 {
    let room = 1.0 - pattern;
    let gained = rules.organisation_schooling * climate.schooling
        + rules.organisation_grievance * grievance
        + rules.organisation_example * climate.foreign * freed;
    let lost = rules.organisation_repression * climate.repression * (1.0 - climate.franchise);
    (pattern + room * gained - pattern.max(0.3) * lost).clamp(0.0, 1.0)
}

/// The lean over currents towards which a class tends (sums to 1), from the pattern it came with.
///
/// `attraction` is by how much socialist states have grown faster than core states of late.
pub fn currents_target(
    pattern: &[f64; Current::COUNT],
    grievance: f64,
    attraction: f64,
    climate: &Climate,
    rules: &SocietyRules,
) -> [f64; Current::COUNT] {
    // Grievance of a third is what the patterns were estimated under.
    let anger = grievance - 0.33;
    let pull = rules.example_currents * attraction.clamp(-0.1, 0.1);
    let drive = |current: Current| match current {
        Current::Communist => rules.current_grievance * anger + pull,
        Current::SocialDemocratic => 0.3 * climate.franchise + 0.5 * pull,
        Current::National => rules.current_national * (climate.foreign + 0.3 * anger),
        Current::Liberal => -pull - 0.3 * anger,
        Current::Conservative => {
            -0.5 * rules.current_grievance * anger - rules.current_schooling * climate.schooling
        }
        Current::AuthoritarianRight => 0.3 * anger + 0.5 * climate.weariness,
    };
    let mut target = *pattern;
    for (weight, &current) in target.iter_mut().zip(Current::ALL) {
        *weight *= math::exp(drive(current).clamp(-3.0, 3.0));
    }
    let sum: f64 = target.iter().sum();
    if sum > 0.0 { target.map(|weight| weight / sum) } else { *pattern }
}

/// Moves people off the land: returns the share of the people that leaves the peasants this year.
pub fn leaving_the_land(peasants: f64, growth: f64, rules: &SocietyRules) -> f64 {
    let pace = rules.urbanisation + rules.urbanisation_growth * growth.clamp(0.0, 0.12);
    // The last tenth of a people stays on the land.
    pace * (peasants - 0.08).max(0.0)
}

/// Presses shares back to a sum of 1; all equal if they vanish.
pub fn normalise<const N: usize>(shares: &mut [f64; N]) {
    let sum: f64 = shares.iter().map(|share| share.max(0.0)).sum();
    for share in shares.iter_mut() {
        *share = if sum > 0.0 { share.max(0.0) / sum } else { 1.0 / N as f64 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};
    use crate::sim::testing::rules;

    fn table() -> SocietyRules {
        SocietyRules::read(&rules()).expect("the shipped rules are complete")
    }

    const SHARES: [f64; 8] = [0.6, 0.02, 0.2, 0.03, 0.1, 0.01, 0.01, 0.03];
    const PATTERN: [f64; 8] = [0.6, 8.0, 1.0, 2.0, 1.2, 5.0, 20.0, 2.0];

    #[test]
    fn incomes_average_to_the_level_whatever_is_levelled() {
        let climate = Climate { level: 1.3, welfare: 0.1, unemployment: 0.2, ..Default::default() };
        for private in [0.0, 0.5, 1.0] {
            let incomes = class_incomes(&PATTERN, &SHARES, &[private; 3], &climate, &table());
            let shares_sum: f64 = SHARES.iter().sum();
            let mean: f64 = incomes.iter().zip(SHARES).map(|(income, share)| income * share).sum();
            assert!((mean - 1.3).abs() < 1e-9, "{mean} over {shares_sum}");
        }
    }

    #[test]
    fn owners_lose_when_property_goes_and_others_gain() {
        let climate = Climate { level: 1.0, ..Default::default() };
        let before = class_incomes(&PATTERN, &SHARES, &[1.0; 3], &climate, &table());
        let after = class_incomes(&PATTERN, &SHARES, &[0.1; 3], &climate, &table());
        assert!(after[Class::LargeOwners.index()] < before[Class::LargeOwners.index()]);
        assert!(after[Class::Peasants.index()] > before[Class::Peasants.index()]);
    }

    #[test]
    fn a_land_reform_takes_from_landowners_alone() {
        let mut land = [0.0; Property::COUNT];
        land[Property::NationalPrivate.index()] = 0.6;
        let mills = land;
        let before = owned([(&land, true), (&mills, false)].into_iter());
        let after = owned([(&[0.0; Property::COUNT], true), (&mills, false)].into_iter());
        assert!(after[0] < before[0] && after[1..] == before[1..]);
    }

    #[test]
    fn grievance_opens_into_its_terms_and_answers_to_its_causes() {
        let rules = table();
        let climate = Climate { opening: 900.0, franchise: 0.2, schooling: 0.3, ..Default::default() };
        let lot = Lot { income: 1.0, expected: 1.0, national: 0.5, ..Default::default() };
        let mut terms = TermList::default();
        let calm = grievance(&lot, &climate, &rules, &mut terms);
        assert!((terms.sum() - calm).abs() < 1e-12);
        let deprived = Lot { expected: 1.4, ..lot };
        assert!(grievance(&deprived, &climate, &rules, &mut NoTerms) > calm);
        let ruled = Climate { foreign: 1.0, ..climate };
        assert!(grievance(&lot, &ruled, &rules, &mut NoTerms) > calm);
        let in_power = Lot { in_power: 0.5, ..lot };
        assert!(grievance(&in_power, &climate, &rules, &mut NoTerms) < calm);
    }

    #[test]
    fn example_raises_expectation() {
        let rules = table();
        assert!(expectation_target(1.0, 0.7, &rules) > expectation_target(1.0, 0.0, &rules));
    }

    #[test]
    fn currents_sum_to_one_and_follow_grievance_and_example() {
        let rules = table();
        let pattern = [0.1, 0.2, 0.3, 0.1, 0.2, 0.1];
        let climate = Climate { schooling: 0.5, ..Default::default() };
        let calm = currents_target(&pattern, 0.2, 0.0, &climate, &rules);
        let angry = currents_target(&pattern, 0.7, 0.0, &climate, &rules);
        let drawn = currents_target(&pattern, 0.2, 0.05, &climate, &rules);
        for lean in [calm, angry, drawn] {
            assert!((lean.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        assert!(angry[0] > calm[0]);
        assert!(drawn[0] > calm[0]);
    }

    #[test]
    fn organisation_grows_with_schooling_and_falls_under_repression() {
        let rules = table();
        let open = Climate { schooling: 0.6, franchise: 0.8, ..Default::default() };
        let shut = Climate { schooling: 0.6, repression: 0.9, ..Default::default() };
        let base = organisation_target(0.2, 0.3, 0.0, &Climate::default(), &rules);
        assert!(organisation_target(0.2, 0.3, 0.0, &open, &rules) > base);
        assert!(
            organisation_target(0.2, 0.3, 0.0, &shut, &rules)
                < organisation_target(0.2, 0.3, 0.0, &open, &rules)
        );
    }

    #[test]
    fn normalising_never_fails() {
        let mut shares = [0.2, -0.1, 0.3];
        normalise(&mut shares);
        assert_eq!(shares, [0.4, 0.0, 0.6]);
        let mut nothing = [0.0; 4];
        normalise(&mut nothing);
        assert_eq!(nothing, [0.25; 4]);
        assert!(leaving_the_land(0.7, 0.05, &table()) > leaving_the_land(0.7, 0.0, &table()));
    }
}
