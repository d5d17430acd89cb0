//! What unit tests of rules share: the parameters as shipped.

use serde::Deserialize;

use crate::content::defs::{RuleDef, RuleTable};

#[derive(Deserialize)]
#[serde(rename = "Rule", deny_unknown_fields)]
struct Row {
    id: String,
    default: f64,
    min: f64,
    max: f64,
    unit: String,
    means: String,
    source: String,
}

const FILES: [&str; 8] = [
    include_str!("../../scenarios/common/rules/society.ron"),
    include_str!("../../scenarios/common/rules/politics.ron"),
    include_str!("../../scenarios/common/rules/movements.ron"),
    include_str!("../../scenarios/common/rules/conflict.ron"),
    include_str!("../../scenarios/common/rules/outcome.ron"),
    include_str!("../../scenarios/common/rules/community.ron"),
    include_str!("../../scenarios/common/rules/crisis.ron"),
    include_str!("../../scenarios/common/rules/organisations.ron"),
];

/// The shipped rules of society, politics, movements, conflict and outcome, at their defaults.
pub(in crate::sim) fn rules() -> RuleTable {
    let rows = FILES.iter().flat_map(|text| ron::from_str::<Vec<Row>>(text).expect("shipped rules parse"));
    let def = |row: Row| {
        assert!(row.min <= row.default && row.default <= row.max, "{} leaves its range", row.id);
        let Row { id, default, min, max, unit, means, source } = row;
        RuleDef { id, default, min, max, unit, means, source }
    };
    RuleTable::new(rows.map(def).collect())
}
