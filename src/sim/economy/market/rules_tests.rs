use super::*;
use crate::sim::economy::testing;
use crate::sim::terms::{NoTerms, TermList};

fn rules() -> MarketRules {
    MarketRules::read(&testing::table()).expect("all rules are there")
}

fn still() -> Rivalry {
    Rivalry { capital_growth: 0.0, slump: false, sought: 0.0, profit: -0.9 }
}

#[test]
fn few_firms_share_a_sector_the_more_the_larger_plants_and_slumps_are() {
    let rules = rules();
    let after = |rivalry| next_concentration(&rules, 0.0, 0.4, rivalry, 1.0);
    assert!(after(Rivalry { capital_growth: 0.08, ..still() }) > after(still()));
    assert!(after(Rivalry { slump: true, ..still() }) > after(still()));
    assert!(after(Rivalry { sought: 0.5, ..still() }) < after(still()));
    assert!(after(Rivalry { profit: 0.5, ..still() }) < after(still()));
    assert_eq!(next_concentration(&rules, 1.0, 0.9, still(), 10.0), 1.0);
}

#[test]
fn mark_ups_drift_as_the_rule_asserts() {
    let rules = rules();
    let free = MarketRules { entry: 0.0, ..rules };
    let drift = 0.004;
    let ten_years = (0..120).fold(0.4, |c, _| next_concentration(&free, drift, c, still(), 1.0 / 12.0));
    assert!((markup(&free, ten_years - 0.4) - 1.0 - 10.0 * drift).abs() < 1e-6);
    assert_eq!(markup(&rules, 50.0), 2.0);
}

#[test]
fn profit_and_strain_open_into_terms() {
    let (rules, (economy, ..)) = (rules(), testing::rules());
    let mut terms = TermList::default();
    let share = profit_share(&economy, 1.1, 0.05, &mut terms);
    assert!((terms.sum() - share).abs() < 1e-12 && share > economy.profit_share);
    let calm = service(&rules, 0.5, 0.04, share, &mut NoTerms);
    assert!(service(&rules, 0.9, 0.08, share, &mut NoTerms) > calm);
    assert!(strain(&rules, 10.0) == 1.0 && strain(&rules, 0.0) == 0.0);
}

#[test]
fn lending_stops_where_strain_meets_doubt_and_mends_slowly() {
    let rules = rules();
    let mending = math::kept(rules.mending_half_life);
    assert_eq!(next_crunch(&rules, 0.0, mending, 0.8, 1.1, 0.0), 0.0, "no doubt, no crunch");
    assert_eq!(next_crunch(&rules, 0.0, mending, 0.0, 0.6, 1.0), 0.0, "no strain, no crunch");
    let begun = next_crunch(&rules, 0.0, mending, 0.8, 0.8, 0.0);
    assert!(begun > 0.0);
    assert!(next_crunch(&rules, 0.0, mending, 0.8, 0.8, 0.5) > begun, "lenders in common carry it on");
    let half = rules.mending_half_life.round() as u32;
    let mended = (0..half).fold(0.5, |crunch, _| next_crunch(&rules, crunch, mending, 0.0, 1.0, 0.0));
    assert!(mended > 0.2 && mended < 0.3, "half is mended in a half-life: {mended}");
    assert!(credit_factor(&rules, 1.0, 0.0, 0.5, rules.neutral_rate) < 1.0);
    assert!((credit_factor(&rules, 1.0, 0.0, 0.0, rules.neutral_rate) - 1.0).abs() < 1e-12);
    assert_eq!(credit_factor(&rules, 0.0, 0.0, 1.0, rules.neutral_rate), 1.0, "no swings without amplitude");
}

#[test]
fn tight_money_is_dear_and_steadies_prices() {
    let rules = rules();
    let at = |stance| interest(&rules, 0.03, stance, &mut NoTerms);
    assert!(at(1.0) > at(0.0) && at(0.0) > at(-1.0));
    let calm = Pressure { expected: 0.02, slack: 0.0, stance: 0.0, world: 0.0, issue: 0.0 };
    let price = |pressure| inflation(&rules, pressure, &mut NoTerms);
    assert!((price(calm) - 0.02).abs() < 1e-12);
    assert!(price(Pressure { slack: -0.02, ..calm }) > price(calm));
    assert!(price(Pressure { stance: 0.8, ..calm }) < price(calm));
    let kept = math::kept(rules.expectation_half_life);
    let followed = next_expected(&rules, 0.02, 0.1, kept);
    assert!(followed > 0.02 && followed < 0.1);
    assert!(next_expected(&rules, 0.02, 50.0, kept) <= 0.5);
}

#[test]
fn benefits_follow_welfare_and_stop_with_work() {
    let rules = rules();
    assert!(benefits(&rules, 0.1, 0.08, 0.03) > benefits(&rules, 0.02, 0.08, 0.03));
    assert_eq!(benefits(&rules, 0.1, 0.02, 0.03), 0.0);
}
