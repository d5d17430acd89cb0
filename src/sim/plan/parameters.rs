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
        /// Share of output under plan from which on a state draws up plans of several years. Unit: share.
        planning_threshold,
        /// Length of a plan. Unit: years.
        plan_years,
        /// Growth of the product a year that planners set out for at the start. Unit: share a year.
        opening_growth,
        /// Priority of means of production over consumption in the plans of the start; 0.5 = even. Unit: share.
        opening_heavy,
        /// Share of the staple taken at fixed prices in the plans of the start. Unit: share.
        opening_procurement,
        /// How far a plan that nobody argues over is drawn up from reported growth, and not from the ambition of the last. Unit: share.
        achieved_weight,
        /// How much of households' demand full priority of means of production turns into more of these by the plan's end. Unit: share.
        goal_heavy,
        /// How far investment under plan follows what the goals need, and not the strain of the month. Unit: share.
        goal_weight,
        /// Part of the capacity above its target that a sector does not show, for fear of a higher target. Unit: share.
        hidden_reserve,
        /// Share of their inputs that enterprises wholly under plan do not get in the kind, place and time they need, in an economy as complex as `technology.complex_economy`. Unit: share.
        mismatch,
        /// Part of what is padded onto reports by which promised inputs are not there. Unit: share.
        mismatch_padding,
        /// How much more weight arms and means of production have than consumption when planners share out scarce inputs, at even priority. Unit: factor.
        priority_inputs,
        /// How much reports are padded for each unit by which output stays below target. Unit: share.
        storming,
        /// Inputs that enterprises hold back for each unit by which targets exceed what could be made. Unit: months of use.
        hoard_months,
        /// Time in which hoards follow their reason. Unit: months.
        hoard_adjust_months,
        /// Share of the staple that villages part with freely at fixed prices. Unit: share.
        fair_procurement,
        /// Half-life with which villages answer procurement. Unit: months.
        pressure_half_life,
        /// Sowings given up for each unit of procurement beyond what villages part with freely. Unit: share.
        sowing_loss,
        /// How far procurement beyond what villages part with freely is taken from their own tables. Unit: share.
        village_squeeze,
        /// Cohesion of the ruling circle that it costs to change a running plan, for each unit of its ambition. Unit: share.
        revision_price,
        /// Time in which a reform of planning takes hold where the apparatus does not resist. Unit: months.
        reform_months,
        /// How much longer a wholly ossified apparatus makes the time in which a reform takes hold. Unit: factor.
        reform_resistance,
        /// Cohesion of the ruling circle that a reform to the full depth costs when it is begun. Unit: share.
        reform_price,
        /// Cohesion that a reform on its way costs a year at full depth under a wholly ossified apparatus. Unit: share a year.
        reform_strife,
        /// How far profit accounting reforms planning; market socialism = 1. Unit: share.
        depth_profit,
        /// How far autonomous enterprises reform planning; market socialism = 1. Unit: share.
        depth_autonomy,
        /// Part of what is planned that reform to the full depth hands over to markets. Unit: share.
        reform_market,
        /// Part of the information lost by planners that reform to the full depth restores. Unit: share.
        reform_information,
        /// Part of padding and hoarding that ends with reform to the full depth. Unit: share.
        reform_honesty,
        /// Technology from which on the plan can be put on computers. Unit: level against the frontier.
        computers_technology,
        /// Part of the information lost by planners that computers restore. Unit: share.
        computers_information,
        /// Cohesion of the ruling circle below which it may roll a reform back. Unit: share.
        rollback_cohesion,
        /// Chance that a wholly split ruling circle rolls a reform back in half a year. Unit: share.
        rollback_chance,
    }
}
