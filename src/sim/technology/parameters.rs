//! The parameters of technology, as `scenarios/common/rules/technology.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of technology.
    pub struct TechnologyRules in "technology" {
        /// Growth of total productivity at the frontier. Unit: a year.
        frontier_growth,
        /// How fast a fully receptive country closes its gap to the frontier. Unit: a year per log point of gap.
        diffusion,
        /// Part of what the schooled take over without being taught by own industry or by trade in machinery. Unit: share.
        schooling_weight,
        /// Imports of machinery at which trade teaches half of what it can. Unit: share of product.
        machinery_openness,
        /// Receptiveness added by scientific aid worth 1 % of the product. Unit: receptiveness per share of product.
        scientific_aid,
        /// Part of what trade would teach that planners learn by copying without it. Unit: share.
        own_copying,
        /// Extra growth of productivity while ruins are rebuilt: skills that wait for tools. Unit: a year per share in ruins.
        reconstruction,
        /// Part of planners' growth of productivity lost under a wholly ossified apparatus. Unit: share.
        ossification_drag,
        /// How fast schooling closes on all adults where spending on it is without limit. Unit: share of gap a year.
        schooling_speed,
        /// Welfare spending at which schooling grows at half its full speed. Unit: share of product.
        schooling_spending,
        /// Product per head at which an economy is as complex as planners' losses of information are set for. Unit: 2011 $ a head and year.
        complex_economy,
        /// Schooling at the start where technology is nil. Unit: share.
        schooling_floor,
        /// Receptiveness below which nothing is taken over. Unit: receptiveness.
        development_threshold,
    }
}
