use super::*;
use crate::base::Id;
use crate::sim::economy::testing;
use crate::sim::terms::{NoTerms, TermList};

fn sum(mix: &PerGood<f64>) -> f64 {
    mix.as_slice().iter().sum()
}

#[test]
fn mixes_sum_to_one_and_follow_strain_and_priority() {
    let (roles, rules) = (testing::roles(), testing::rules().2);
    let capital = PerGood::filled(10.0);
    let mut strain = PerGood::filled(1.0);
    strain[roles.food] = 1.5;
    let market = wanted_mix(&rules, &roles, &capital, &strain, 0.0, 0.5);
    assert!((sum(&market) - 1.0).abs() < 1e-12);
    assert!(roles.goods().all(|good| market[roles.food] >= market[good]));
    let machines = roles.goods().find(|&good| roles.industry[good] && roles.investment[good] > 0.0);
    let machines = machines.expect("the goods table has capital goods");
    let even = PerGood::filled(1.0);
    let planned = |heavy| wanted_mix(&rules, &roles, &capital, &even, 1.0, heavy)[machines];
    assert!(planned(0.5) > wanted_mix(&rules, &roles, &capital, &even, 0.0, 0.5)[machines]);
    assert!(planned(0.9) > planned(0.5));
    let mut mix = market;
    shift(&mut mix, &roles, GoodId::from_index(1), 0.2);
    assert!((sum(&mix) - 1.0).abs() < 1e-12 && (mix[GoodId(1)] - market[GoodId(1)] - 0.2).abs() < 1e-9);
}

fn reporter() -> Reporter {
    Reporter { planned: 0.9, ossification: 0.5, checked: 0.2, tautness: 0.05, fulfilment: 0.9, honesty: 0.0 }
}

#[test]
fn the_stiff_the_late_and_the_unchecked_pad_more_and_markets_do_not() {
    let rules = testing::rules().2;
    let pads = |reporter: Reporter| padding(&rules, &reporter, &mut NoTerms);
    assert_eq!(pads(Reporter { planned: 0.0, ..reporter() }), 0.0);
    assert!(pads(Reporter { ossification: 0.8, ..reporter() }) > pads(reporter()));
    assert!(pads(Reporter { fulfilment: 0.7, ..reporter() }) > pads(reporter()));
    assert!(pads(Reporter { tautness: 0.2, ..reporter() }) > pads(reporter()));
    assert!(pads(Reporter { checked: 0.6, ..reporter() }) < pads(reporter()));
    assert!(pads(Reporter { honesty: 0.6, ..reporter() }) < pads(reporter()));
    let mut terms = TermList::default();
    let total = padding(&rules, &reporter(), &mut terms);
    assert!((terms.sum() - total).abs() < 1e-12);
}

#[test]
fn scarce_inputs_go_by_weight_and_are_used_up() {
    let (roles, rules) = (testing::roles(), testing::rules().2);
    let need = PerGood::filled(10.0);
    let there = 10.0 * roles.count as f64 * 0.6;
    let all = |served: &PerGood<f64>| roles.goods().map(|sector| served[sector] * need[sector]).sum::<f64>();
    let alike = serve(&roles, &need, there, &PerGood::filled(1.0));
    assert!(roles.goods().all(|sector| (alike[sector] - 0.6).abs() < 1e-12));
    let weights = weights(&rules, &roles, 1.0, 0.8);
    let served = serve(&roles, &need, there, &weights);
    assert!((all(&served) - there).abs() < 1e-9, "{served:?}");
    let consumption = roles.goods().find(|&good| weights[good] == 1.0).expect("something comes last");
    assert!(roles.goods().all(|sector| served[sector] >= served[consumption] && served[sector] <= 1.0));
    assert!(roles.goods().any(|sector| served[sector] > served[consumption] + 0.1));
    let plenty = serve(&roles, &need, 1e6, &weights);
    assert!(roles.goods().all(|sector| plenty[sector] == 1.0));
    let nothing = serve(&roles, &need, 0.0, &weights);
    assert!(roles.goods().all(|sector| nothing[sector] == 0.0));
}

#[test]
fn taut_targets_are_those_above_what_could_be_made() {
    let (roles, rules) = (testing::roles(), testing::rules().2);
    let potential = PerGood::filled(10.0);
    let of = |target: f64| tautness(&rules, &roles, &PerGood::filled(target), &potential, 1.0);
    assert!((of(8.0) - rules.tautness).abs() < 1e-12);
    assert!(of(12.0) > of(10.5) && of(1e9) <= 0.5);
    assert_eq!(tautness(&rules, &roles, &PerGood::filled(20.0), &potential, 0.0), 0.0);
    assert!(hoard(&rules, 10.0, 0.2, 0.0) > hoard(&rules, 10.0, 0.05, 0.0));
    assert!(hoard(&rules, 10.0, 0.2, 0.5) < hoard(&rules, 10.0, 0.2, 0.0));
}

#[test]
fn procurement_beyond_the_fair_lowers_sowings_and_empties_village_tables() {
    let rules = testing::rules().2;
    let fair = pressure(&rules, rules.fair_procurement, 1.0);
    assert_eq!((fair, sowings(&rules, fair), village_share(&rules, fair, 0.6)), (0.0, 1.0, 1.0));
    let hard = pressure(&rules, 0.5, 1.0);
    assert!(sowings(&rules, hard) < 1.0 && village_share(&rules, hard, 0.6) < 1.0);
    assert!(village_share(&rules, hard, 0.1) > village_share(&rules, hard, 0.6));
    assert_eq!(pressure(&rules, 0.5, 0.0), 0.0);
}

#[test]
fn reforms_take_hold_slowly_the_slower_the_stiffer_and_go_quickly() {
    let rules = testing::rules().2;
    let after = |course, months, ossification| {
        let mut reforms = Reforms { course, ..Reforms::default() };
        (0..months).for_each(|_| reforms.advance(&rules, ossification));
        reforms
    };
    let market = Some(ReformKind::MarketSocialism);
    assert!(after(market, 24, 0.2).depth > after(market, 24, 0.9).depth);
    let whole = after(market, 2000, 0.5);
    assert!((whole.depth - 1.0).abs() < 1e-9 && !whole.is_under_way(&rules));
    assert!(whole.information(&rules) < 1.0 && whole.honesty(&rules) > 0.0);
    let profit = after(Some(ReformKind::ProfitAccounting), 2000, 0.5);
    assert!(profit.depth < whole.depth);
    let mut back = Reforms { course: None, ..whole };
    (0..2000).for_each(|_| back.advance(&rules, 0.5));
    assert_eq!(back.depth, 0.0);
}

#[test]
fn what_goes_astray_grows_with_complexity_and_padding_and_partners_mend_only_the_first() {
    let rules = testing::rules().2;
    let base = Allotment { planned: 0.9, complexity: 0.6, information: 1.0, padding: 0.1, agreed: 0.0 };
    let astray = |allotment: Allotment| {
        let mut list = TermList::default();
        let value = mismatch(&rules, &allotment, &mut list);
        assert!((list.sum() - value).abs() < 1e-12, "{allotment:?}");
        value
    };
    assert_eq!(astray(Allotment { planned: 0.0, ..base }), 0.0);
    assert!(astray(Allotment { complexity: 1.0, ..base }) > astray(base));
    assert!(astray(Allotment { padding: 0.3, ..base }) > astray(base));
    assert!(astray(Allotment { information: 0.5, ..base }) < astray(base));
    let paper = astray(Allotment { complexity: 0.0, ..base });
    assert!(paper > 0.0 && (astray(Allotment { agreed: 1.0, ..base }) - paper).abs() < 1e-12);
    let wild = PlanRules { mismatch: 0.4, mismatch_padding: 1.0, ..rules };
    let most = Allotment { planned: 1.0, complexity: 1.5, information: 1.0, padding: 0.5, agreed: 0.0 };
    let mut list = TermList::default();
    assert!((mismatch(&wild, &most, &mut list) - 0.5).abs() < 1e-12 && (list.sum() - 0.5).abs() < 1e-12);
}
