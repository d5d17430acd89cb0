//! The parameters of technology, as `scenarios/common/rules/technology.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of technology.
    pub struct TechnologyRules in "technology" {
        /// Growth of total productivity at the frontier. Unit: a year.
        frontier_growth,
        /// How fast a fully receptive country gains on the frontier. Unit: a year per share of the gap.
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
        /// How much faster than product per head complexity grows. Unit: exponent.
        complexity_growth,
        /// Schooling at the start where technology is nil. Unit: share.
        schooling_floor,
        /// Receptiveness below which nothing is taken over. Unit: receptiveness.
        development_threshold,
        /// Part of what buying from those ahead teaches. Unit: share.
        licences,
        /// Growth that research for goods adds or takes, at double the usual or none. Unit: a year.
        research_yield,
        /// Growth for goods lost to each share of the product that arms and space draw beyond the usual. Unit: a year per share of product.
        crowding,
        /// Research for goods at the frontier. Unit: share of product.
        usual_research,
        /// Part of spending on forces that is research. Unit: share.
        forces_research,
        /// Spending on research for arms at which half of its gain is had. Unit: billion 2011 $ a year.
        military_scale,
        /// Half-life with which arms follow what is put into them. Unit: months.
        military_half_life,
        /// Effort that a first satellite takes. Unit: billion 2011 $ at the level of the frontier.
        space_satellite,
        /// Effort that a first human in space takes. Unit: billion 2011 $ at the level of the frontier.
        space_human,
        /// Effort that the first humans on the Moon take. Unit: billion 2011 $ at the level of the frontier.
        space_moon,
        /// Standing that a first in space gives a government at home. Unit: legitimacy.
        space_prestige,
    }
}
