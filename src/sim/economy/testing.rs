//! Goods and rules as shipped, for unit tests of the economy.

use serde::Deserialize;

use crate::base::IdVec;
use crate::content::defs::{GoodDef, RuleDef, RuleTable};
use crate::sim::finance::FinanceRules;
use crate::sim::plan::PlanRules;
use crate::sim::technology::TechnologyRules;
use crate::sim::trade::TradeRules;

use super::parameters::EconomyRules;
use super::roles::Roles;

#[derive(Deserialize)]
struct Rule {
    id: String,
    default: f64,
    min: f64,
    max: f64,
    unit: String,
    means: String,
    source: String,
}

#[derive(Deserialize)]
struct Good {
    id: String,
    name: String,
    means: String,
    traded: bool,
    capital: bool,
    military: bool,
    basket: f64,
    engel: f64,
    inputs: Vec<Input>,
    capital_share: f64,
    capital_output_ratio: f64,
    spoilage: f64,
}

#[derive(Deserialize)]
struct Input {
    good: String,
    amount: f64,
}

/// The rules of the economy in the wide sense, as shipped.
pub(in crate::sim) fn table() -> RuleTable {
    let files = [
        include_str!("../../../scenarios/common/rules/economy.ron"),
        include_str!("../../../scenarios/common/rules/property.ron"),
        include_str!("../../../scenarios/common/rules/trade.ron"),
        include_str!("../../../scenarios/common/rules/plan.ron"),
        include_str!("../../../scenarios/common/rules/finance.ron"),
        include_str!("../../../scenarios/common/rules/technology.ron"),
        include_str!("../../../scenarios/common/rules/market.ron"),
    ];
    let read = |text: &str| ron::from_str::<Vec<Rule>>(text).expect("rules are well-formed");
    let def = |rule: Rule| RuleDef {
        id: rule.id,
        default: rule.default,
        min: rule.min,
        max: rule.max,
        unit: rule.unit,
        means: rule.means,
        source: rule.source,
    };
    RuleTable::new(files.iter().flat_map(|text| read(text)).map(def).collect())
}

/// Economy, trade, plan, finance, technology.
pub(in crate::sim) fn rules() -> (EconomyRules, TradeRules, PlanRules, FinanceRules, TechnologyRules) {
    let table = table();
    (
        EconomyRules::read(&table).expect("all rules are there"),
        TradeRules::read(&table).expect("all rules are there"),
        PlanRules::read(&table).expect("all rules are there"),
        FinanceRules::read(&table).expect("all rules are there"),
        TechnologyRules::read(&table).expect("all rules are there"),
    )
}

/// The goods, as shipped.
pub(in crate::sim) fn goods() -> IdVec<crate::base::GoodId, GoodDef> {
    let text = include_str!("../../../scenarios/common/goods.ron");
    let goods: Vec<Good> = ron::from_str(text).expect("goods are well-formed");
    let ids: Vec<String> = goods.iter().map(|good| good.id.clone()).collect();
    let row = |good: Good| {
        let mut inputs = vec![0.0; ids.len()];
        for input in &good.inputs {
            let place = ids.iter().position(|id| *id == input.good).expect("inputs are goods");
            inputs[place] = input.amount;
        }
        GoodDef {
            id: good.id,
            name: good.name,
            means: good.means,
            traded: good.traded,
            capital: good.capital,
            military: good.military,
            basket: good.basket,
            engel: good.engel,
            inputs,
            capital_share: good.capital_share,
            capital_output_ratio: good.capital_output_ratio,
            spoilage: good.spoilage,
        }
    };
    goods.into_iter().map(row).collect()
}

/// Roles of the goods as shipped.
pub(in crate::sim) fn roles() -> Roles {
    let (economy, _, _, finance, _) = rules();
    Roles::read(&goods(), economy.equipment_share, finance.public_services, finance.arms_share)
}
