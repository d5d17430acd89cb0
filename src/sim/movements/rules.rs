//! Rules of movements: the revolutionary situation, growth, help, strength, risings.

use super::MovementRules;
use crate::base::math;
use crate::content::vocabulary::{Class, Current};
use crate::sim::society::Classes;
use crate::sim::terms::Terms;

/// What those above can still do.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Above {
    /// Legitimacy (0–1).
    pub legitimacy: f64,
    /// Cohesion (0–1).
    pub cohesion: f64,
    /// Budget balance as a share of the product (negative = deficit).
    pub balance: f64,
    /// Weariness of war (0–1).
    pub weariness: f64,
}

/// How far those above cannot go on (0–1).
pub fn above_gauge(of: &Above, rules: &MovementRules, terms: &mut impl Terms) -> f64 {
    let sum = terms.add("above.legitimacy", rules.above_legitimacy * (1.0 - of.legitimacy))
        + terms.add("above.cohesion", rules.above_cohesion * (1.0 - of.cohesion))
        + terms.add("above.strain", rules.above_strain * (-of.balance).clamp(0.0, 0.25))
        + terms.add("above.weariness", rules.above_weariness * of.weariness);
    sum.clamp(0.0, 1.0)
}

/// How far those below will not (0–1). `foreign_rule` and `backlash` lie in 0–1.
pub fn below_gauge(
    grievance: f64,
    foreign_rule: f64,
    backlash: f64,
    rules: &MovementRules,
    terms: &mut impl Terms,
) -> f64 {
    let sum = terms.add("below.grievance", rules.below_grievance * grievance)
        + terms.add("below.foreign_rule", rules.below_foreign_rule * foreign_rule)
        + terms.add("below.backlash", rules.below_backlash * backlash);
    sum.clamp(0.0, 1.0)
}

/// Three gauges as one (0–1): between their geometric mean, where one that lacks cannot be replaced, and their plain
/// mean. Source: DESIGN §6; the documents assert the geometric mean.
pub fn ripeness(above: f64, below: f64, lead: f64, rules: &MovementRules) -> f64 {
    let (geometric, plain) = means(above, below, lead);
    math::lerp(geometric, plain, rules.ripeness_substitutability).clamp(0.0, 1.0)
}

/// Geometric and plain mean of the three gauges (0–1 each): ripeness lies between them, where the lens puts it.
pub fn means(above: f64, below: f64, lead: f64) -> (f64, f64) {
    let product = above.max(0.0) * below.max(0.0) * lead.max(0.0);
    let geometric = if product > 0.0 { math::pow(product, 1.0 / 3.0) } else { 0.0 };
    (geometric, (above + below + lead) / 3.0)
}

/// Lean of a class to a movement: its own current, and under foreign rule the national one behind whoever leads it.
pub fn lean(currents: &[f64; Current::COUNT], current: Current, foreign_rule: bool) -> f64 {
    let own = currents[current.index()];
    let national = currents[Current::National.index()];
    match current {
        Current::National => own + 0.25 * currents[Current::SocialDemocratic.index()],
        _ if foreign_rule => own + 0.7 * national,
        Current::Communist => own + 0.15 * national,
        _ => own + 0.25 * national,
    }
    .min(1.0)
}

/// Sympathy with a movement where it lives, and how far its front is organised already (each 0–1).
pub fn base_of(
    classes: &Classes,
    front: &[f64; Class::COUNT],
    current: Current,
    foreign_rule: bool,
) -> (f64, f64) {
    let (mut support, mut organised, mut weight) = (0.0, 0.0, 0.0);
    for (class, row) in classes.iter() {
        // A class outside the front has its sympathisers too.
        let place = 0.15 + 0.85 * front[class.index()];
        let anger = 0.4 + 1.2 * row.grievance();
        support += row.share() * place * lean(row.currents(), current, foreign_rule) * anger;
        let counts = place * math::sqrt(row.share().max(0.0));
        organised += counts * row.organisation();
        weight += counts;
    }
    ((1.8 * support).clamp(0.0, 1.0), math::ratio_or(organised, weight, 0.0))
}

/// Chance a month that a latent movement begins.
pub fn arise_chance(support: f64, grievance: f64, ripeness: f64, example: f64, rules: &MovementRules) -> f64 {
    let cause = support * (0.3 + grievance) * (0.4 + ripeness);
    (rules.arise_rate * cause * (1.0 + rules.domino_contagion * example)).clamp(0.0, 1.0)
}

/// Authority that the leaders of a movement have over it at most (0–10): more, the better it is organised. Own estimate.
pub fn full_authority(organisation: f64, rules: &MovementRules) -> f64 {
    (rules.authority * (0.4 + organisation)).min(10.0)
}

/// Authority after a month in which nothing was asked: it comes back evenly, up to what the organisation bears.
pub fn authority_next(authority: f64, full: f64, rules: &MovementRules) -> f64 {
    (authority + full / rules.authority_months.max(1.0)).min(full)
}

/// Organisation after a month in which nothing special is done.
pub fn organisation_next(
    organisation: f64,
    support: f64,
    front_organised: f64,
    help: f64,
    repression: f64,
    wounded: bool,
    rules: &MovementRules,
) -> f64 {
    let wound = if wounded { 0.4 } else { 1.0 };
    let gain = rules.growth * support * (0.3 + front_organised) * (1.0 + 0.5 * help) * wound;
    let loss = rules.fade + rules.repression_loss * repression;
    (organisation + gain * (1.0 - organisation) - loss * organisation).clamp(0.0, 1.0)
}

/// Outside help a month against a movement's own full means, as a share that saturates (0–1).
pub fn help_share(outside: f64, product_month: f64, rules: &MovementRules) -> f64 {
    let full = rules.help_scale * product_month;
    if outside <= 0.0 { 0.0 } else { outside / (outside + full.max(1.0)) }
}

/// Power of a movement (0 and more): its local base, multiplied by help; and help alone as far as the rule lets it
/// stand in for a base.
pub fn movement_power(
    support: f64,
    organisation: f64,
    unity: f64,
    terrain: f64,
    help: f64,
    rules: &MovementRules,
    terms: &mut impl Terms,
) -> f64 {
    let base = math::sqrt((support * organisation).max(0.0)) * (0.4 + 0.6 * unity);
    let local = base * (1.0 + rules.terrain_factor * terrain) * (1.0 + rules.help_multiplier * help);
    terms.add("power.base", base);
    terms.add("power.terrain", base * rules.terrain_factor * terrain);
    terms.add("power.help", base * (1.0 + rules.terrain_factor * terrain) * rules.help_multiplier * help);
    local + terms.add("power.alone", rules.exogenous_revolution * help * (1.0 - base).max(0.0))
}

/// What a government can bring against a movement.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Authority {
    /// Legitimacy (0–1).
    pub legitimacy: f64,
    /// Cohesion (0–1).
    pub cohesion: f64,
    /// Capacity to repress (0–1).
    pub repression: f64,
    /// Armed strength that can be brought to bear, thousands of dollars.
    pub forces: f64,
    /// Product of the country fought over, thousands of dollars a year.
    pub product: f64,
    /// How far it means to stay (0–1): 1 on its own ground.
    pub commitment: f64,
}

/// Power of a government against movements (0 and more).
pub fn government_power(of: &Authority, rules: &MovementRules, terms: &mut impl Terms) -> f64 {
    let full = rules.forces_scale * of.product.max(1.0);
    let arms = of.forces / (of.forces + full);
    let will = will_of(of);
    let means = 0.6 * arms + 0.4 * of.repression;
    terms.add("government.arms", rules.government_power * will * 0.6 * arms);
    terms.add("government.apparatus", rules.government_power * will * 0.4 * of.repression);
    terms.add("government.floor", rules.government_floor) + rules.government_power * will * means
}

/// How much of its means a government puts in (0–1): whether people and its own circle stand behind it, and how far it
/// means to stay.
pub fn will_of(of: &Authority) -> f64 {
    (0.25 + 0.4 * of.legitimacy + 0.35 * of.cohesion) * of.commitment
}

/// Strength of a movement against those who hold power, as a share of both (0–1).
pub fn strength(movement: f64, government: f64) -> f64 {
    math::ratio_or(movement, movement + government, 0.0)
}

/// What organising in a class adds to a movement's organisation (0–1): more where the class stands in the front, less the
/// more there is.
pub fn organising_gain(organisation: f64, weight_in_front: f64, rules: &MovementRules) -> f64 {
    rules.organise_step * (0.3 + 0.7 * weight_in_front) * (1.0 - organisation)
}

/// What courting a class adds to its weight in the front (0–1).
pub fn courting_gain(weight_in_front: f64, rules: &MovementRules) -> f64 {
    rules.court_step * (1.0 - weight_in_front)
}

/// Share of risings that hold out their first months, by the ripeness of the situation in which they began (0–1): a
/// logistic curve that each lens sets. Source: MECHANICS L3.
pub fn holds_out(rose_at: f64, rules: &MovementRules) -> f64 {
    math::logistic(rose_at, rules.ripe_at, 1.0 / rules.ripe_width.max(1e-6))
}

/// Chance a month that a movement in arms is crushed: in its first months because its time had not come, later where it
/// has neither strength nor ground, the less the more of it is out of reach (`sheltered`, 0–1).
pub fn crush_chance(
    rose_at: f64,
    months: f64,
    strength: f64,
    control: f64,
    sheltered: f64,
    rules: &MovementRules,
) -> f64 {
    let trial = rules.trial_months.max(1.0);
    let survives = if months < trial { math::pow(holds_out(rose_at, rules), 1.0 / trial) } else { 1.0 };
    let hopeless = (1.0 - strength / rules.hopeless_strength.max(1e-6)).max(0.0);
    let hold = (1.0 - 3.0 * control).max(0.0);
    (1.0 - survives * (1.0 - rules.crush_rate * hopeless * hold * (1.0 - sheltered))).clamp(0.0, 1.0)
}

/// Ground held after a month. What terrain and sympathy shelter is not lost while the movement lives.
pub fn control_next(control: f64, strength: f64, shelter: f64, luck: f64, rules: &MovementRules) -> f64 {
    let step = rules.control_speed * (strength - 0.5) * 2.0 * (0.35 + control.min(0.65));
    let next = control + step + rules.control_luck * luck;
    next.clamp(shelter.clamp(0.0, 0.2).min(control.max(0.02)), 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};
    use crate::sim::testing::rules;

    fn table() -> MovementRules {
        MovementRules::read(&rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn gauges_open_into_terms() {
        let rules = table();
        let of = Above { legitimacy: 0.3, cohesion: 0.4, balance: -0.05, weariness: 0.2 };
        let mut terms = TermList::default();
        let gauge = above_gauge(&of, &rules, &mut terms);
        assert!((terms.sum() - gauge).abs() < 1e-12);
        assert!(
            below_gauge(0.6, 0.5, 0.1, &rules, &mut NoTerms)
                > below_gauge(0.2, 0.0, 0.0, &rules, &mut NoTerms)
        );
    }

    #[test]
    fn one_missing_gauge_cannot_be_replaced_unless_the_rule_says_so() {
        let mut rules = table();
        rules.ripeness_substitutability = 0.0;
        assert_eq!(ripeness(0.9, 0.9, 0.0, &rules), 0.0);
        rules.ripeness_substitutability = 1.0;
        assert!((ripeness(0.9, 0.9, 0.0, &rules) - 0.6).abs() < 1e-12);
    }

    #[test]
    fn help_multiplies_a_base_and_replaces_one_only_by_rule() {
        let mut rules = table();
        rules.exogenous_revolution = 0.0;
        assert_eq!(movement_power(0.0, 0.0, 1.0, 0.5, 1.0, &rules, &mut NoTerms), 0.0);
        assert!(
            movement_power(0.5, 0.5, 1.0, 0.5, 0.8, &rules, &mut NoTerms)
                > movement_power(0.5, 0.5, 1.0, 0.5, 0.0, &rules, &mut NoTerms)
        );
        rules.exogenous_revolution = 1.0;
        assert!(movement_power(0.0, 0.0, 1.0, 0.5, 1.0, &rules, &mut NoTerms) > 0.5);
    }

    #[test]
    fn unripe_risings_are_crushed_in_their_first_months_and_ripe_ones_hold_out() {
        let rules = table();
        let crushed = |rose_at, strength, control| {
            let months = 0..rules.trial_months as u32;
            1.0 - months
                .map(|month| 1.0 - crush_chance(rose_at, f64::from(month), strength, control, 0.0, &rules))
                .product::<f64>()
        };
        // With strength enough, the curve alone decides.
        for rose_at in [0.1, rules.ripe_at, 0.7] {
            assert!((crushed(rose_at, 0.5, 0.0) - (1.0 - holds_out(rose_at, &rules))).abs() < 1e-9);
        }
        assert!(crushed(0.1, 0.5, 0.0) > 0.9 && crushed(0.7, 0.5, 0.0) < 0.1);
        assert!((holds_out(rules.ripe_at, &rules) - 0.5).abs() < 1e-12);
        // What held out its first months is crushed only where it is hopeless.
        assert_eq!(crush_chance(0.1, rules.trial_months, 0.5, 0.0, 0.0, &rules), 0.0);
        let open = crush_chance(0.7, rules.trial_months, 0.05, 0.0, 0.0, &rules);
        assert!(open > 0.1 && crush_chance(0.7, rules.trial_months, 0.05, 0.0, 0.5, &rules) < open);
        assert_eq!(crush_chance(0.7, rules.trial_months, 0.05, 0.5, 0.0, &rules), 0.0);
    }

    #[test]
    fn control_stays_in_range_and_follows_strength() {
        let rules = table();
        let (mut strong, mut weak) = (0.2, 0.2);
        for month in 0..240 {
            let luck = if month % 2 == 0 { 1.0 } else { -1.0 };
            strong = control_next(strong, 0.7, 0.05, luck, &rules);
            weak = control_next(weak, 0.3, 0.05, luck, &rules);
            assert!((0.0..=1.0).contains(&strong) && (0.0..=1.0).contains(&weak));
        }
        assert!(strong > 0.9 && weak < 0.1);
    }

    #[test]
    fn government_power_needs_will_and_means() {
        let rules = table();
        let strong = Authority {
            legitimacy: 0.7,
            cohesion: 0.7,
            repression: 0.6,
            forces: 1000.0,
            product: 2000.0,
            commitment: 1.0,
        };
        let power = government_power(&strong, &rules, &mut NoTerms);
        assert!(government_power(&Authority { commitment: 0.3, ..strong }, &rules, &mut NoTerms) < power);
        assert!(government_power(&Authority { forces: 0.0, ..strong }, &rules, &mut NoTerms) < power);
        assert!((strength(0.5, 0.5) - 0.5).abs() < 1e-12);
        assert_eq!(strength(0.0, 0.0), 0.0);
    }

    #[test]
    fn powers_open_into_terms() {
        let mut rules = table();
        rules.exogenous_revolution = 0.3;
        let mut terms = TermList::default();
        let power = movement_power(0.4, 0.3, 0.8, 0.6, 0.5, &rules, &mut terms);
        assert!((power - terms.sum()).abs() < 1e-12);
        let of = Authority {
            legitimacy: 0.4,
            cohesion: 0.5,
            repression: 0.6,
            forces: 800.0,
            ..Authority::default()
        };
        let of = Authority { product: 900.0, commitment: 0.7, ..of };
        let mut terms = TermList::default();
        let power = government_power(&of, &rules, &mut terms);
        assert!((power - terms.sum()).abs() < 1e-12);
    }

    #[test]
    fn growth_feeds_on_sympathy_and_fades_without() {
        let rules = table();
        assert!(organisation_next(0.2, 0.5, 0.3, 0.0, 0.2, false, &rules) > 0.2);
        assert!(organisation_next(0.2, 0.0, 0.3, 0.0, 0.8, false, &rules) < 0.2);
        assert!(help_share(0.0, 1000.0, &rules) == 0.0 && help_share(1e9, 1000.0, &rules) < 1.0);
        assert!(arise_chance(0.5, 0.5, 0.5, 1.0, &rules) > arise_chance(0.5, 0.5, 0.5, 0.0, &rules));
    }
}
