use super::*;
use crate::sim::economy::testing;

/// A backward country whose output serves its demand.
fn standing(tables: &Tables) -> Standing {
    let mut standing = Standing {
        people: 20e6,
        public: 0.14,
        investment: 0.2,
        forces: 0.06,
        productivity: 0.02,
        planned: 0.9,
        prices: PerGood::filled(1.0),
        strain: PerGood::filled(1.0),
        ..Standing::default()
    };
    let product = 20e6 * 2.5 / 12.0;
    let wanted = final_demand(tables, &standing, product, 0.2, 0.5);
    standing.reported = economy_rules::leontief(tables.roles, &wanted);
    standing.potential = standing.reported;
    for (good, def) in tables.goods.iter() {
        standing.capital[good] =
            12.0 * standing.reported[good] * tables.roles.value_added[good] * def.capital_output_ratio;
    }
    standing
}

const CAUTIOUS: Ambition = Ambition { growth: 0.03, investment: 0.2, heavy: 0.5, procurement: 0.2 };
const HEAVY: Ambition = Ambition { growth: 0.1, investment: 0.32, heavy: 0.9, procurement: 0.4 };

fn with_tables(test: impl Fn(&Tables)) {
    let (goods, roles) = (testing::goods(), testing::roles());
    let (economy, _, rules, ..) = testing::rules();
    test(&Tables { goods: &goods, roles: &roles, economy: &economy, rules: &rules });
}

fn machines(tables: &Tables) -> GoodId {
    let roles = tables.roles;
    let found = roles.goods().find(|&good| roles.industry[good] && roles.investment[good] > 0.0);
    found.expect("the goods table has capital goods")
}

#[test]
fn goals_are_consistent_and_start_from_reports() {
    with_tables(|tables| {
        let standing = standing(tables);
        let goal = goals(tables, &standing, &CAUTIOUS, 5.0);
        let growth = product(tables, &goal) / product(tables, &standing.reported);
        assert!((growth / math::pow(1.03, 5.0) - 1.0).abs() < 0.01, "{growth}");
        // What is made leaves something of every good over after the inputs of all others.
        for good in tables.roles.goods() {
            assert!(goal[good] >= economy_rules::inputs_for(tables.roles, &goal, good));
        }
        let mut padded = standing;
        padded.reported.as_mut_slice().iter_mut().for_each(|report| *report *= 1.1);
        let higher = goals(tables, &padded, &CAUTIOUS, 5.0);
        assert!(tables.roles.goods().all(|good| higher[good] > goal[good] * 1.05));
    });
}

#[test]
fn a_heavy_plan_asks_for_machines_before_goods_of_consumption() {
    with_tables(|tables| {
        let standing = standing(tables);
        let of = |ambition: Ambition| goals(tables, &standing, &ambition, 5.0);
        let (cautious, heavy) = (of(CAUTIOUS), of(Ambition { growth: 0.03, ..HEAVY }));
        let machines = machines(tables);
        assert!(heavy[machines] > 1.2 * cautious[machines]);
        assert!(heavy[tables.roles.food] < cautious[tables.roles.food]);
        let mix = |goal| mix_for(tables, &standing.capital, &standing.potential, goal, 5.0);
        assert!(mix(&heavy)[machines] > mix(&cautious)[machines]);
        let sum: f64 = mix(&heavy).as_slice().iter().sum();
        assert!((sum - 1.0).abs() < 1e-12);
    });
}

#[test]
fn a_preview_says_what_a_bold_plan_starves() {
    with_tables(|tables| {
        let standing = standing(tables);
        let (cautious, bold) = (preview(tables, &standing, &CAUTIOUS), preview(tables, &standing, &HEAVY));
        assert!(bold.feasible < cautious.feasible && bold.households < cautious.households);
        assert!(bold.consumption < cautious.consumption);
        let lacking = |seen: &Preview| seen.shortfall.as_slice().iter().sum::<f64>();
        assert!(lacking(&bold) > lacking(&cautious));
        let imports = |seen: &Preview| seen.imports.as_slice().iter().sum::<f64>();
        assert!(imports(&bold) > 0.0);
        for seen in [cautious, bold] {
            let mix: f64 = seen.mix.as_slice().iter().sum();
            assert!((mix - 1.0).abs() < 1e-9);
            assert!(seen.shortfall.as_slice().iter().all(|part| (0.0..=1.0).contains(part)));
        }
    });
}

#[test]
fn an_empty_country_has_an_empty_plan() {
    with_tables(|tables| {
        let seen = preview(tables, &Standing::default(), &HEAVY);
        assert!(seen.goal.as_slice().iter().all(|goal| *goal == 0.0));
        assert!(seen.feasible.is_finite() && seen.consumption.is_finite());
    });
}
