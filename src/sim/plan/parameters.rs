//! The parameters of planning, as `scenarios/common/rules/plan.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of planning.
    pub struct PlanRules in "plan" {
        /// How far targets exceed what capacity gives. Unit: share.
        tautness,
        /// How far investment and forces are served before households when planners lack goods. Unit: share.
        priority_production,
        /// How much more planners put into making means of production than balanced growth asks. Unit: share.
        heavy_priority,
        /// Half-life with which the mix of investment follows demand. Unit: months.
        mix_half_life,
        /// How strongly the mix of investment answers strain on a sector. Unit: exponent.
        mix_response,
        /// Half-life of the reported shortage. Unit: months.
        shortage_half_life,
        /// How much reports exceed the truth under a wholly ossified apparatus. Unit: share.
        padding_slope,
        /// Half-life with which coordination by plan comes to what the form of rule is used to. Unit: months.
        transition_half_life,
        /// Stocks at which planners stop making what nobody takes. Unit: months of demand.
        overstock_months,
    }
}
