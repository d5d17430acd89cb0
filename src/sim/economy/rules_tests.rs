use super::*;
use crate::sim::economy::testing;
use crate::sim::terms::{NoTerms, TermList};

fn rules() -> EconomyRules {
    testing::rules().0
}

#[test]
fn outputs_serve_wants_and_their_inputs() {
    let roles = testing::roles();
    let mut wanted = PerGood::default();
    for good in roles.goods() {
        wanted[good] = 10.0;
    }
    let made = leontief(&roles, &wanted);
    for good in roles.goods() {
        assert!((made[good] - inputs_for(&roles, &made, good) - 10.0).abs() < 1e-6);
    }
}

#[test]
fn one_missing_input_hurts_but_does_not_stop_a_sector() {
    let coefficients = [0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let ces = Ces::of(0.3);
    let factor = |had: f64| {
        let mut lack = PerGood::filled(1.0);
        lack[GoodId(0)] = ces.weight_of_lack(had);
        ces.input_factor(&coefficients, 0.7, &lack)
    };
    assert_eq!(factor(1.0), 1.0);
    let half = factor(0.5);
    assert!(half > 0.5 && half < 0.95, "{half}");
    assert!(factor(0.0) > 0.0);
}

#[test]
fn poor_households_eat_and_rich_ones_travel() {
    let goods = testing::goods();
    let roles = testing::roles();
    let even = PerGood::filled(1.0);
    let poor = basket(&goods, &roles, &rules(), 400.0, &even);
    let rich = basket(&goods, &roles, &rules(), 15_000.0, &even);
    assert!(poor[roles.food] > 0.5 && rich[roles.food] < 0.3);
    let sum: f64 = poor.as_slice().iter().sum();
    assert!((sum - 1.0).abs() < 1e-12);
}

#[test]
fn prices_rise_under_strain_fall_without_and_never_leap() {
    let rules = rules();
    assert!(next_price(&rules, 1.0, 1.5, 0.0, &mut NoTerms) > 1.0);
    assert!(next_price(&rules, 1.0, 0.7, 0.0, &mut NoTerms) < 1.0);
    assert!(next_price(&rules, 1.0, 2.0, 1.0, &mut NoTerms) <= 1.0, "a plan does not move prices");
    let leap = next_price(&EconomyRules { price_speed: 1.0, ..rules }, 1.0, 2.0, 0.0, &mut NoTerms);
    assert!(leap <= 1.0 + rules.price_limit + 1e-12);
}

#[test]
fn markets_make_what_is_asked_and_planners_what_is_planned() {
    let rules = rules();
    let sight = Sight { potential: 100.0, normal_use: 0.94, demand: 60.0, stock: 90.0, stock_wanted: 90.0 };
    assert!((sight.set_output(&rules, 0.0, 103.0, 8.0) - 60.0).abs() < 1e-9);
    assert!((sight.set_output(&rules, 1.0, 103.0, 8.0) - 100.0).abs() < 1e-9);
    assert!(sight.strain(&rules) < 1.0);
    let overflowing = Sight { demand: 10.0, stock: 400.0, ..sight };
    assert!(overflowing.set_output(&rules, 1.0, 103.0, 8.0) < 60.0);
}

#[test]
fn labour_goes_where_it_is_called() {
    let roles = testing::roles();
    let mut labour = normalised(&PerGood::filled(1.0), &roles);
    let mut pull = PerGood::filled(1.0);
    pull[GoodId(1)] = 1.5;
    move_labour(&mut labour, &pull, 0.02, &roles);
    assert!(labour[GoodId(1)] > labour[GoodId(0)]);
    assert!((labour.as_slice().iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn confidence_falls_with_profit_and_rests_at_one() {
    let rules = rules();
    let calm = Outlook { use_of_capacity: 1.0, profit: 1.0, world: 1.0, shock: 0.0 };
    assert!((next_confidence(&rules, 1.0, calm) - 1.0).abs() < 1e-12);
    assert!(next_confidence(&rules, 1.0, Outlook { profit: 0.7, ..calm }) < 1.0);
    let still = EconomyRules { business_cycle_amplitude: 0.0, contagion: 0.0, ..rules };
    assert_eq!(next_confidence(&still, 1.0, Outlook { shock: -0.5, ..calm }), 1.0);
}

#[test]
fn ruins_are_cheaper_to_raise_than_plant_is_to_build() {
    let rules = rules();
    assert_eq!(build(&rules, 100.0, 0.0), (100.0, 0.0));
    let (new, raised) = build(&rules, 100.0, 1000.0);
    assert!(new + raised > 100.0);
    let (_, raised) = build(&rules, 100.0, 10.0);
    assert!((raised - 10.0).abs() < 1e-9);
}

#[test]
fn rationing_hands_out_what_there_is() {
    assert_eq!(rationing(10.0, 10.0, 30.0, 0.5), (1.0, 1.0));
    let (first, rest) = rationing(10.0, 30.0, 20.0, 0.5);
    assert!((first * 10.0 + rest * 30.0 - 20.0).abs() < 1e-9 && first > rest);
    assert_eq!(rationing(0.0, 10.0, 0.0, 1.0).1, 0.0);
}

#[test]
fn a_price_is_the_sum_of_its_terms() {
    let rules = rules();
    for (price, strain, planned) in [(1.0, 1.5, 0.0), (1.4, 0.3, 0.2), (4.9, 2.0, 0.0), (0.8, 1.0, 1.0)] {
        let mut terms = TermList::default();
        let next = next_price(&rules, price, strain, planned, &mut terms);
        assert!((terms.sum() - next).abs() < 1e-12);
    }
}
