use super::*;
use crate::sim::economy::testing;
use crate::sim::terms::{NoTerms, TermList};

fn rules() -> PropertyRules {
    PropertyRules::read(&testing::table()).expect("the shipped rules are complete")
}

fn sum(shares: &ByProperty) -> f64 {
    shares.iter().sum()
}

fn only(property: Property) -> ByProperty {
    let mut shares = [0.0; Property::COUNT];
    shares[property.index()] = 1.0;
    shares
}

#[test]
fn shares_keep_their_sum_whatever_is_moved() {
    let mut shares = [0.1, 0.05, 0.6, 0.2, 0.05];
    let moved = shift(&mut shares, &[0.5, 0.9, 0.3, 2.0, -1.0], Property::Cooperative);
    assert!((sum(&shares) - 1.0).abs() < 1e-12 && shares.iter().all(|share| *share >= 0.0));
    assert_eq!(moved[Property::Cooperative.index()], 0.0);
    assert_eq!(shares[Property::NationalPrivate.index()], 0.0);
    dilute(&mut shares, Property::Foreign, 0.25);
    assert!((sum(&shares) - 1.0).abs() < 1e-12);
    assert!(shares[Property::Foreign.index()] >= 0.25);
}

#[test]
fn monthly_fractions_add_up_to_the_part_that_is_aimed_at() {
    let (part, months) = (0.8, 20);
    let mut left = 1.0;
    for month in 0..months {
        let done = f64::from(month) / f64::from(months);
        left *= 1.0 - of_what_is_left(part, done, 1.0 / f64::from(months));
    }
    assert!((left - (1.0 - part)).abs() < 1e-9, "{left}");
}

#[test]
fn smallholders_invest_least_and_fear_stops_foreign_owners() {
    let rules = rules();
    let of = |property, safety| drive(&rules, &only(property), safety);
    assert!(of(Property::Smallholder, 1.0) < of(Property::Cooperative, 1.0));
    assert!(of(Property::Cooperative, 1.0) < of(Property::State, 1.0));
    assert!(of(Property::Foreign, 0.2) < of(Property::Foreign, 1.0));
    assert_eq!(of(Property::State, 0.0), of(Property::State, 1.0));
    assert_eq!(relative_drive(1.0, 0.0), 1.0);
}

#[test]
fn safety_and_vigour_open_into_their_terms() {
    let rules = rules();
    let mut terms = TermList::default();
    let safe = safety(0.2, false, 0.3, true, &mut terms);
    assert!((terms.sum() - safe).abs() < 1e-12 && safe < 1.0);
    assert!(safety(0.2, true, 0.3, true, &mut NoTerms) < safe);
    let now = Vigour { effort: 0.97, resentment: 0.4, seizure: 0.5, ..Vigour::default() };
    let mut terms = TermList::default();
    let land = vigour(&rules, &now, 0.05, true, &mut terms);
    assert!((terms.sum() - land).abs() < 1e-12);
    assert!(land < vigour(&rules, &now, 0.05, false, &mut NoTerms));
    assert_eq!(vigour(&rules, &Vigour::default(), 0.0, true, &mut NoTerms), 1.0);
}

#[test]
fn pressure_of_procurement_lowers_sowings() {
    let rules = rules();
    let pressed = Vigour { procurement: 0.8, ..Vigour::default() };
    assert!(vigour(&rules, &pressed, 0.0, true, &mut NoTerms) < 1.0);
    assert_eq!(vigour(&rules, &pressed, 0.0, false, &mut NoTerms), 1.0);
}

fn voices() -> Voices {
    let mut coalition = [0.0; Class::COUNT];
    coalition[Class::Landowners.index()] = 0.4;
    coalition[Class::NationalBourgeoisie.index()] = 0.1;
    Voices { coalition, organised: [0.3; Class::COUNT], communist: 0.2, national: 0.3 }
}

#[test]
fn those_who_lose_resist_by_what_they_hold_and_how_loudly_they_speak() {
    let rules = rules();
    let estates = [0.0, 0.0, 0.3, 0.7, 0.0];
    let of = |kind, forced, voices: &Voices| resistance(&rules, kind, forced, &estates, voices, &mut NoTerms);
    let here = voices();
    let mut elsewhere = here;
    elsewhere.coalition[Class::Landowners.index()] = 0.0;
    assert!(of(ProgrammeKind::LandReform, false, &elsewhere) < of(ProgrammeKind::LandReform, false, &here));
    assert_eq!(of(ProgrammeKind::Collectivisation, false, &here), 0.0);
    let forced = of(ProgrammeKind::Collectivisation, true, &here);
    let louder = Voices { organised: [0.9; Class::COUNT], ..here };
    assert!(forced > 0.0 && of(ProgrammeKind::Collectivisation, true, &louder) > forced);
    let won = Voices { communist: 0.9, ..here };
    assert!(of(ProgrammeKind::Collectivisation, true, &won) < forced);
}

#[test]
fn resistance_is_yielded_to_or_broken() {
    for (repression, franchise, forced) in [(0.9, 0.0, true), (0.3, 0.8, false), (0.0, 1.0, true)] {
        let answer = answer(0.5, repression, franchise, forced);
        assert!((answer.yielded + answer.broken - 0.5).abs() < 1e-12);
        assert!(answer.yielded >= 0.0 && answer.broken >= 0.0);
    }
    assert!(answer(0.5, 0.9, 0.0, true).broken > answer(0.5, 0.9, 0.0, false).broken);
    assert_eq!(answer(0.5, 0.0, 0.0, true).broken, 0.0);
}

#[test]
fn force_costs_sowings_herds_and_lives_by_resistance() {
    let rules = rules();
    let none = forced_costs(&rules, 0.05, 0.0, answer(0.0, 0.8, 0.0, true));
    let some = forced_costs(&rules, 0.05, 0.4, answer(0.4, 0.8, 0.0, true));
    assert!(none.slaughter == 0.0 && none.dead == 0.0 && none.disruption > 0.0);
    assert!(some.slaughter > 0.0 && some.dead > 0.0 && some.disruption > none.disruption);
    assert!(some.displaced > some.dead);
}

#[test]
fn owners_in_power_are_spared() {
    let rules = rules();
    let (from, to) = reach(&rules, ProgrammeKind::Nationalisation, false, &voices());
    assert_eq!(to, Property::State);
    assert!(from[Property::NationalPrivate.index()] < 1.0);
    assert_eq!(from[Property::Foreign.index()], 1.0);
    let (_, to) = reach(&rules, ProgrammeKind::Privatisation, true, &voices());
    assert_eq!(to, Property::Smallholder);
}

#[test]
fn profits_go_abroad_as_far_as_the_host_can_pay() {
    let rules = rules();
    let free = remittance(&rules, 100.0, 0.2, 1e6, 1e6);
    assert!((free - 100.0 * 0.2 * rules.remitted).abs() < 1e-9);
    assert!(remittance(&rules, 100.0, 0.2, 4.0, 12.0) < free);
    assert_eq!(remittance(&rules, 100.0, 0.2, 4.0, -3.0), 0.0);
}

#[test]
fn peasants_join_by_conviction_and_not_after_force() {
    let rules = rules();
    let of = |communist, resentment| acceptance(&rules, communist, 0.5, resentment, &mut NoTerms);
    assert!(of(0.6, 0.0) > of(0.1, 0.0));
    assert!(of(0.6, 0.5) < of(0.6, 0.0));
}
