//! The books close, nothing is conjured up, shares are shares and prices are prices — also when parameters are pushed
//! to ten times or a tenth of their value (inside their range).

use std::path::Path;
use std::sync::{Arc, OnceLock};

use correlation::base::PolityId;
use correlation::content::defs::Content;
use correlation::sim::Simulation;
use correlation::sim::economy::{Accounts, Consumption, Industry, Market, Prices};
use correlation::sim::finance::{Budget, BudgetLine, Debts, KeyCurrency, Payments};
use correlation::sim::ledger::{Account, GoldBook, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow, Vault};
use correlation::sim::plan::{FiveYearPlan, Plan, Reforms};
use correlation::sim::technology::Technology;
use correlation::sim::trade::{TradeFlows, TradePosition, WorldMarket};
use correlation::view::plan_preview;
use proptest::prelude::*;

/// The shipped campaign, loaded once.
fn campaign() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    let load = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = correlation::content::load(root, "1950_two_camps", &[]);
        Arc::new(loaded.content.expect("the shipped campaign loads"))
    };
    Arc::clone(CONTENT.get_or_init(load))
}

/// Subsystems whose parameters are shocked here.
const MINE: [&str; 8] =
    ["economy.", "market.", "property.", "trade.", "plan.", "finance.", "technology.", "community."];

fn check(sim: &Simulation) {
    let content = sim.content();
    let (goods, money) = (sim.get::<GoodsBook>(), sim.get::<MoneyBook>());
    let month = sim.clock().now();
    assert_eq!(goods.first_fault(), None, "{month}: a page of goods does not close");
    assert!(money.closes(), "{month}: the books of money do not close");
    let (gold, key) = (sim.get::<GoldBook>(), sim.get::<KeyCurrency>());
    assert!(gold.closes(), "{month}: the book of gold does not close");
    assert!(key.claims().0 >= 0, "{month}: claims {:?}", key.claims());
    assert!((0.0..=20.0).contains(&key.coverage(gold)) && key.real_rate().is_finite());
    if let Some(issuer) = key.issuer() {
        let held = money.balance(Account::Reserves(issuer));
        assert!(held >= gold.held(Vault::State(issuer)), "{month}: the issuer's reserves hold its gold");
    }
    let mut bought = 0;
    for good in content.goods.ids() {
        let (out, in_) = (goods.world(good, GoodsFlow::Exports), goods.world(good, GoodsFlow::Imports));
        assert_eq!(out, in_, "{month}: world exports are world imports");
        bought += in_.0;
        let price = sim.get::<WorldMarket>().price(good);
        assert!(price.is_finite() && price > 0.0, "{month}: world price {price}");
    }
    let flows = sim.get::<TradeFlows>();
    let mut clearing = 0;
    let mut paid = 0;
    for polity in content.polities.ids() {
        let id = &content.polities[polity].id;
        let (prices, industry) = (sim.polity::<Prices>(polity), sim.polity::<Industry>(polity));
        let (plan, accounts) = (sim.polity::<Plan>(polity), sim.polity::<Accounts>(polity));
        let sum =
            |share: &dyn Fn(correlation::base::GoodId) -> f64| content.goods.ids().map(share).sum::<f64>();
        assert!((sum(&|good| industry.labour(good)) - 1.0).abs() < 1e-6, "{month} {id}: labour is shares");
        assert!((sum(&|good| plan.mix(good)) - 1.0).abs() < 1e-6, "{month} {id}: the mix is shares");
        for good in content.goods.ids() {
            let price = prices.of(good);
            assert!((0.1..=10.0).contains(&price), "{month} {id}: price {price}");
            assert!(industry.potential(good).is_finite() && industry.potential(good) >= 0.0);
        }
        assert!(accounts.growth().is_finite() && accounts.product().0 >= 0, "{month} {id}: product");
        assert!((0.0..=1.0).contains(&accounts.unemployment()), "{month} {id}: unemployment");
        assert!((0.0..=1.0).contains(&accounts.supplied()), "{month} {id}: supplied");
        let market = sim.polity::<Market>(polity);
        for share in [market.concentration_mean(), market.strain(), market.crunch()] {
            assert!((0.0..=1.0).contains(&share), "{month} {id}: {share}");
        }
        for rate in [market.interest(), market.inflation(), market.expected_inflation(), market.credit()] {
            assert!((-0.1..=5.5).contains(&rate), "{month} {id}: {rate}");
        }
        for good in content.goods.ids() {
            assert!(market.profit(good).is_finite() && (0.0..=1.0).contains(&market.concentration(good)));
        }
        assert!((-1.0..=1.0).contains(&market.stance()) && (0.5..=2.0).contains(&accounts.markup()));
        assert!(sim.polity::<Payments>(polity).service().is_finite());
        assert!((0.0..=1.0).contains(&plan.planned()) && plan.shortage().is_finite());
        check_plan(sim, polity, &format!("{month} {id}"));
        let technology = sim.polity::<Technology>(polity);
        assert!(technology.productivity().is_finite() && technology.productivity() > 0.0, "{month} {id}");
        let budget = sim.polity::<Budget>(polity);
        for line in [BudgetLine::Taxes, BudgetLine::Investment, BudgetLine::Welfare, BudgetLine::Forces] {
            assert!((0.0..=1.0).contains(&budget.share(line)), "{month} {id}: budget line {line:?}");
        }
        assert!(sim.polity::<Consumption>(polity).food_security().is_finite());
        let trade = sim.polity::<TradePosition>(polity);
        assert!(trade.terms().is_finite(), "{month} {id}: terms of trade");
        clearing += trade.clearing().0;
        paid += money.flow(Account::Reserves(polity), MoneyFlow::Trade).0;
        let sold = flows.both_ways(polity, content.scenario.poles[0]);
        assert!(sold.is_finite() && sold >= 0.0);
    }
    assert_eq!(clearing, 0, "{month}: one planner's clearing claim is another's debt");
    assert_eq!(paid, 0, "{month}: what one pays for goods another gets");
    assert!(bought >= 0);
    assert!(
        sim.get::<Debts>().list().iter().all(|debt| debt.principal.0 > 0 && debt.creditor != debt.debtor)
    );
}

/// Plans stay finite, shares stay shares, and nobody hoards more than there is.
fn check_plan(sim: &Simulation, polity: PolityId, place: &str) {
    let content = sim.content();
    let (plan, five) = (sim.polity::<Plan>(polity), sim.polity::<FiveYearPlan>(polity));
    let reforms = sim.polity::<Reforms>(polity);
    let unit = |value: f64| (0.0..=1.0).contains(&value);
    for good in content.goods.ids() {
        for value in [plan.target(good), five.goal(good), five.base(good), plan.hoard(good)] {
            assert!(value.is_finite() && value >= 0.0, "{place}: {value}");
        }
        assert!(unit(plan.lacking(good)) && unit(plan.queue(good)), "{place}: shortage or queue");
        assert!((0.0..=0.5).contains(&plan.padded(good)), "{place}: padding {}", plan.padded(good));
    }
    let fulfilment = five.fulfilment();
    assert!(fulfilment.truth.is_finite() && fulfilment.truth >= 0.0, "{place}: {fulfilment:?}");
    assert!(fulfilment.reported >= fulfilment.truth - 1e-9, "{place}: nobody reports less than there is");
    assert!((0.0..=0.5).contains(&plan.tautness()) && unit(plan.pressure()), "{place}");
    assert!(unit(reforms.depth()) && unit(reforms.computers()), "{place}: {reforms:?}");
    let seen = plan_preview(sim, polity, five.ambition());
    for figure in [seen.households, seen.consumption, seen.feasible] {
        assert!(figure.value.is_finite(), "{place}: {figure:?}");
    }
}

#[test]
fn a_year_of_the_shipped_campaign_keeps_its_books() {
    let mut sim = Simulation::start(campaign(), 7).expect("the campaign starts");
    check(&sim);
    for _ in 0..12 {
        sim.step();
        check(&sim);
    }
    let traded: i64 =
        sim.content().goods.ids().map(|good| sim.get::<GoodsBook>().world(good, GoodsFlow::Imports).0).sum();
    assert!(traded > 0, "the world trades");
}

#[test]
fn the_start_makes_what_the_figures_say() {
    let content = campaign();
    let sim = Simulation::start(Arc::clone(&content), 1).expect("the campaign starts");
    let figures: f64 = content
        .territories
        .values()
        .map(|territory| territory.population as f64 * territory.product_per_head / 1000.0)
        .sum();
    let made: f64 =
        content.polities.ids().map(|polity| sim.polity::<Accounts>(polity).product().real()).sum();
    assert!((made / figures - 1.0).abs() < 0.01, "product {made} against figures {figures}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 4, ..ProptestConfig::default() })]

    #[test]
    fn no_setting_of_the_parameters_breaks_the_books(
        seed in 0u64..1000,
        shocks in proptest::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 4..12),
    ) {
        let mut content = (*campaign()).clone();
        let mine: Vec<(String, f64, f64, f64)> = content
            .rules
            .iter()
            .filter(|(rule, _)| MINE.iter().any(|prefix| rule.id.starts_with(prefix)))
            .map(|(rule, value)| (rule.id.clone(), value, rule.min, rule.max))
            .collect();
        for (which, up) in shocks {
            let (id, value, min, max) = which.get(&mine);
            let shocked = (value * if up { 10.0 } else { 0.1 }).clamp(*min, *max);
            content.rules.set(id, shocked).expect("inside its range");
        }
        let mut sim = Simulation::start(Arc::new(content), seed).expect("the campaign starts");
        for _ in 0..5 {
            sim.step();
            check(&sim);
        }
    }
}
