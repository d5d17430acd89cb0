//! Rules of the path of a state: what draws it to one system or the other, who holds power in it, when a vote is closed
//! or won, and what follows a rule that nobody upholds.

use crate::base::math;
use crate::content::vocabulary::{Class, Current, FormOfRule, Property};
use crate::sim::politics::PoliticsRules;
use crate::sim::terms::Terms;

/// What bears on the path of a state.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Crossroads {
    /// Weight of each class in the ruling coalition (sums to 1).
    pub coalition: [f64; Class::COUNT],
    /// Whether the party in power set out to change the whole order (1), to keep the market's (−1), or neither (0).
    pub party: f64,
    /// Lean of the people over currents (sums to 1).
    pub currents: [f64; Current::COUNT],
    /// Shares of all capital by form of property (sums to 1).
    pub property: [f64; Property::COUNT],
    /// How near the socialist pole is as a friend, and the other: its influence, and trust in it (0–1 each).
    pub friends: [f64; 2],
    /// Tension with the socialist pole, and with the other (0–1 each).
    pub quarrel: [f64; 2],
}

/// How far a state is drawn to the socialist path (to about 1) or to that of a market tied to the core's (to about −1).
/// Source: DESIGN §6, MECHANICS L5 and P13; weights are own estimates.
pub fn lean(at: &Crossroads, rules: &PoliticsRules, terms: &mut impl Terms) -> f64 {
    let held = |class: Class| at.coalition[class.index()];
    let front = held(Class::Workers) + held(Class::Peasants) + 0.5 * held(Class::Intelligentsia);
    let owners = held(Class::LargeOwners) + held(Class::Landowners) + 0.7 * held(Class::NationalBourgeoisie);
    let held = |current: Current| at.currents[current.index()];
    let left = held(Current::Communist) + 0.3 * held(Current::SocialDemocratic);
    let right =
        0.6 * held(Current::Liberal) + 0.6 * held(Current::Conservative) + held(Current::AuthoritarianRight);
    let owned = |property: Property| at.property[property.index()];
    let public = owned(Property::State) + 0.5 * owned(Property::Cooperative);
    terms.add("path.front", rules.path_front * (front - owners))
        + terms.add("path.party", rules.path_party * at.party)
        + terms.add("path.currents", rules.path_currents * (left - right))
        + terms.add("path.friends", rules.path_friends * (at.friends[0] - at.friends[1]))
        + terms.add("path.quarrels", rules.path_quarrels * (at.quarrel[1] - at.quarrel[0]))
        + terms.add("path.property", rules.path_property * (public - owned(Property::Foreign)))
}

/// Where a lean would take a state of a form: the form, and the chance a month.
///
/// Between the socialist path and the tied market lies the national state; who leaves one end comes there first.
pub fn turn(form: FormOfRule, lean: f64, rules: &PoliticsRules) -> Option<(FormOfRule, f64)> {
    let chance = |over: f64| (rules.path_rate * over).clamp(0.0, 1.0);
    let (to, over) = match form {
        FormOfRule::NationalBourgeois if lean > rules.path_left => {
            (FormOfRule::Socialist, lean - rules.path_left)
        }
        FormOfRule::NationalBourgeois if lean < -rules.path_right => {
            (FormOfRule::CapitalistDependent, -rules.path_right - lean)
        }
        FormOfRule::CapitalistDependent if lean > 0.0 => (FormOfRule::NationalBourgeois, lean),
        _ => return None,
    };
    Some((to, chance(over)))
}

/// Weight that each class would have in a coalition that mirrored who is many and organised, and who owns (sums to 1).
/// `landed` is the share of the people's living that comes from land (0–1).
pub fn holders_of_power(
    shares: impl Fn(Class) -> f64,
    organised: impl Fn(Class) -> f64,
    property: &[f64; Property::COUNT],
    landed: f64,
    rules: &PoliticsRules,
) -> [f64; Class::COUNT] {
    let owned = |of: Property| property[of.index()];
    let owns = |class: Class| match class {
        Class::Officials => owned(Property::State),
        Class::LargeOwners => owned(Property::Foreign),
        Class::NationalBourgeoisie => owned(Property::NationalPrivate) * (1.0 - landed),
        Class::Landowners => owned(Property::NationalPrivate) * landed,
        Class::Peasants => 0.5 * (owned(Property::Smallholder) + owned(Property::Cooperative)),
        Class::PettyBourgeoisie => 0.5 * owned(Property::Smallholder),
        Class::Workers => 0.5 * owned(Property::Cooperative),
        Class::Intelligentsia => 0.0,
    };
    let mut weights = [0.0; Class::COUNT];
    for (weight, class) in weights.iter_mut().zip(Class::ALL) {
        let many = shares(*class) * (0.1 + organised(*class));
        *weight = (1.0 - rules.coalition_property) * many + rules.coalition_property * owns(*class);
    }
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

/// Chance a month that those who rule a young and poor state close the vote to all but their own party.
pub fn closing_chance(settled: f64, cohesion: f64, legitimacy: f64, rules: &PoliticsRules) -> f64 {
    // A united circle can, and one that would not be voted out need not.
    rules.one_party_rate * (1.0 - settled) * (0.3 + 0.7 * cohesion) * (1.2 - legitimacy).clamp(0.0, 1.0)
}

/// Chance a month that a vote that counts is won from rulers without one.
pub fn opening_chance(settled: f64, organisation: f64, legitimacy: f64, rules: &PoliticsRules) -> f64 {
    rules.vote_rate * settled * settled * organisation * (1.0 - legitimacy)
}

/// Chance a month that a rule which few believe in and its own circle no longer upholds falls by itself. `shielded`
/// (0–1) is how far troops from abroad stand behind it.
pub fn collapse_chance(
    legitimacy: f64,
    cohesion: f64,
    ripeness: f64,
    shielded: f64,
    rules: &PoliticsRules,
) -> f64 {
    let hollow = |level: f64| (1.0 - level / rules.collapse_below.max(1e-6)).max(0.0);
    (rules.collapse_rate * hollow(legitimacy) * hollow(cohesion) * ripeness * (1.0 - shielded))
        .clamp(0.0, 1.0)
}

/// The form of rule that follows where nobody leads: by what people lean to. `settled` is how far wealth has settled the
/// country (0–1).
pub fn heir_of_collapse(currents: &[f64; Current::COUNT], settled: f64) -> FormOfRule {
    let of = |current: Current| currents[current.index()];
    let national = of(Current::National) + 0.5 * of(Current::Communist);
    let centre = of(Current::Liberal) + of(Current::SocialDemocratic) + 0.5 * of(Current::Conservative);
    let right = of(Current::AuthoritarianRight) + 0.5 * of(Current::Conservative);
    if centre >= national && centre >= right {
        if settled > 0.75 { FormOfRule::CapitalistCore } else { FormOfRule::CapitalistDependent }
    } else if national >= right {
        FormOfRule::NationalBourgeois
    } else {
        FormOfRule::MilitaryRight
    }
}

/// Chance a month that a people inside a union leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Apart {
    /// Legitimacy of the centre (0–1).
    pub legitimacy: f64,
    /// Cohesion of the centre (0–1).
    pub cohesion: f64,
    /// Lean of the union's people to the national current (0–1).
    pub national: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Product per head of the people that may leave, over that of the whole union.
    pub development: f64,
    /// Repression in use (0–1): rights held equal are those that nobody is kept from.
    pub repression: f64,
}

/// Chance a month that a people inside a union leaves it. Source: DESIGN §6, MECHANICS C7: a union is held by
/// legitimacy, by equal rights and by even development.
pub fn secession_chance(of: &Apart, rules: &PoliticsRules) -> f64 {
    let failing = (1.0 - 2.0 * of.legitimacy).max(0.0) * (1.0 - of.cohesion);
    // The poorer feel held back, the richer held up.
    let uneven = math::ln(of.development.clamp(0.1, 10.0)).abs();
    let apart = (0.5 + of.national) * (0.5 + rules.secession_unevenness * uneven + of.repression);
    (rules.secession_rate * failing * apart * (0.5 + of.organisation)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    fn table() -> PoliticsRules {
        PoliticsRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
    }

    fn ruled_by(class: Class) -> Crossroads {
        let mut at = Crossroads::default();
        at.coalition[class.index()] = 1.0;
        at.currents[Current::National.index()] = 1.0;
        at.property[Property::NationalPrivate.index()] = 1.0;
        at
    }

    #[test]
    fn the_balance_of_the_front_friends_and_property_draw_a_state() {
        let rules = table();
        let plain = |at: &Crossroads| lean(at, &rules, &mut NoTerms);
        let (below, above) = (ruled_by(Class::Peasants), ruled_by(Class::LargeOwners));
        assert!(plain(&below) > 0.0 && plain(&above) < 0.0);
        assert!(plain(&Crossroads { friends: [0.5, 0.0], ..below }) > plain(&below));
        assert!(plain(&Crossroads { quarrel: [0.0, 0.8], ..below }) > plain(&below));
        let mut foreign = below;
        foreign.property = [0.0; Property::COUNT];
        foreign.property[Property::Foreign.index()] = 1.0;
        assert!(plain(&foreign) < plain(&below));
        let mut terms = TermList::default();
        let value = lean(&below, &rules, &mut terms);
        assert!((terms.sum() - value).abs() < 1e-12);
    }

    #[test]
    fn a_state_leaves_an_end_by_the_middle() {
        let rules = table();
        let to = |form, lean| turn(form, lean, &rules).map(|(to, chance)| (to, chance > 0.0));
        assert_eq!(to(FormOfRule::NationalBourgeois, 0.9), Some((FormOfRule::Socialist, true)));
        assert_eq!(to(FormOfRule::NationalBourgeois, -0.9), Some((FormOfRule::CapitalistDependent, true)));
        assert_eq!(to(FormOfRule::NationalBourgeois, 0.0), None);
        assert_eq!(to(FormOfRule::CapitalistDependent, 0.9), Some((FormOfRule::NationalBourgeois, true)));
        assert_eq!(to(FormOfRule::CapitalistCore, 0.9), None);
    }

    #[test]
    fn who_owns_and_who_is_organised_holds_power() {
        let rules = table();
        let shares = |class| if class == Class::Peasants { 0.8 } else { 0.2 / 7.0 };
        let of = |property: Property, organised: f64| {
            let mut all = [0.0; Property::COUNT];
            all[property.index()] = 1.0;
            holders_of_power(shares, |_| organised, &all, 0.5, &rules)
        };
        let (state, foreign) = (of(Property::State, 0.2), of(Property::Foreign, 0.2));
        assert!((state.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(state[Class::Officials.index()] > foreign[Class::Officials.index()]);
        assert!(foreign[Class::LargeOwners.index()] > state[Class::LargeOwners.index()]);
        assert!(of(Property::State, 0.9)[Class::Peasants.index()] > state[Class::Peasants.index()]);
    }

    #[test]
    fn votes_are_closed_in_poor_states_and_won_in_settled_ones() {
        let rules = table();
        assert!(closing_chance(0.1, 0.8, 0.5, &rules) > closing_chance(0.9, 0.8, 0.5, &rules));
        assert!(opening_chance(0.9, 0.5, 0.3, &rules) > opening_chance(0.1, 0.5, 0.3, &rules));
        assert_eq!(opening_chance(0.9, 0.5, 1.0, &rules), 0.0);
    }

    #[test]
    fn what_nobody_upholds_falls_unless_troops_stand_behind_it() {
        let rules = table();
        assert!(collapse_chance(0.1, 0.1, 0.6, 0.0, &rules) > collapse_chance(0.1, 0.1, 0.6, 0.8, &rules));
        assert_eq!(collapse_chance(0.6, 0.1, 0.6, 0.0, &rules), 0.0);
        let mut currents = [0.0; Current::COUNT];
        currents[Current::Liberal.index()] = 1.0;
        assert_eq!(heir_of_collapse(&currents, 0.9), FormOfRule::CapitalistCore);
        assert_eq!(heir_of_collapse(&currents, 0.4), FormOfRule::CapitalistDependent);
        currents = [0.0; Current::COUNT];
        currents[Current::AuthoritarianRight.index()] = 1.0;
        assert_eq!(heir_of_collapse(&currents, 0.4), FormOfRule::MilitaryRight);
    }

    #[test]
    fn the_same_shock_parts_a_union_less_where_rights_and_development_are_even() {
        let rules = table();
        let shock = Apart {
            legitimacy: 0.2,
            cohesion: 0.3,
            national: 0.4,
            organisation: 0.3,
            development: 1.0,
            repression: 0.1,
        };
        let even = secession_chance(&shock, &rules);
        assert!(secession_chance(&Apart { development: 0.5, ..shock }, &rules) > even);
        assert!(secession_chance(&Apart { development: 2.0, ..shock }, &rules) > even);
        assert!(secession_chance(&Apart { repression: 0.7, ..shock }, &rules) > even);
        assert_eq!(secession_chance(&Apart { legitimacy: 0.6, ..shock }, &rules), 0.0);
    }
}
