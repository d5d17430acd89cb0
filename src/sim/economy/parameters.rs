//! The parameters of production and markets, as `scenarios/common/rules/economy.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of production and markets.
    pub struct EconomyRules in "economy" {
        /// How easily one input stands in for another that is lacking (elasticity of substitution). Unit: elasticity.
        input_substitution,
        /// Smallest share of an input that is found somewhere even when stocks are empty. Unit: share.
        least_input,
        /// Capital lost each year to wear. Unit: share a year.
        depreciation,
        /// People who work or seek work. Unit: share of people.
        participation,
        /// Part of value added in farming that is owed to land, which does not grow. Unit: share.
        land_share,
        /// Part of value added in mining that is owed to known deposits. Unit: share.
        deposit_share,
        /// What the ground of the world holds for those rich in it. Unit: years of the world's output at the start.
        deposits_world,
        /// What the ground holds anywhere. Unit: years of a territory's output at the start.
        deposits_local,
        /// What is known of it at the start. Unit: years of a territory's output at the start.
        deposits_known,
        /// Part of what lies hidden that is found in a year at base prices. Unit: share a year.
        exploration,
        /// Extra hands on the land where technology is nil, over those its output would need elsewhere. Unit: factor.
        surplus_labour,
        /// Part of investment that is machines and plant; the rest is building by local services. Unit: share.
        equipment_share,
        /// Part of capacity that market enterprises use in normal times. Unit: share.
        normal_use,
        /// Part of capacity that is used even in the worst slump. Unit: share.
        least_use,
        /// Stocks that enterprises want to hold. Unit: months of demand.
        stock_months,
        /// Time in which a gap in stocks is closed by making more or less. Unit: months.
        stock_adjust_months,
        /// Half-life with which expected demand follows demand. Unit: months.
        demand_half_life,
        /// How strongly prices answer excess demand. Unit: per unit of strain.
        price_speed,
        /// Largest change of a price in a month. Unit: share a month.
        price_limit,
        /// How fast prices return to cost. Unit: share a month.
        price_reversion,
        /// How fast labour moves to where more is wanted. Unit: per unit of strain and month.
        labour_mobility,
        /// Weight of this month's income against lasting income in what is spent. Unit: share.
        current_income_weight,
        /// Half-life with which lasting income follows what the country can make. Unit: months.
        income_half_life,
        /// Consumption at which households' basket is that of the goods table. Unit: 2011 $ a head and year.
        middle_income,
        /// How strongly households turn from what is dear. Unit: elasticity.
        price_elasticity,
        /// Food that a healthy life needs. Unit: 2011 $ a head and year.
        food_need,
        /// Cost of rebuilding ruined capital over building anew. Unit: share of new cost.
        rebuild_cost,
        /// Largest part of investment that goes to rebuilding while there are ruins. Unit: share of investment.
        rebuild_share,
        /// Spread of yearly harvests. Unit: deviation.
        harvest_volatility,
        /// Output lost where others than the owner hold the ground. Unit: share.
        control_loss,
        /// Growth of productivity that planning without market prices loses in an economy as complex as the frontier's, by what planners do not get to know; less in simpler ones. Unit: share of productivity growth.
        plan_information_loss,
        /// How far planners let the land's call for labour count less than industry's, while food is not short. Unit: share.
        mobilisation,
        /// How much less of a good is stored the faster it spoils. Unit: per share lost a month.
        spoilage_caution,
        /// Part of profit by higher mark-ups that is not spent. Unit: share.
        profit_saving,
        /// Size of the swings of investors' confidence; 0 = none. Unit: factor.
        business_cycle_amplitude,
        /// How fast confidence follows its reasons. Unit: share a month.
        confidence_speed,
        /// How strongly investors answer the use of capacity. Unit: per unit of use.
        accelerator,
        /// How strongly investors answer profit against what they have come to count on. Unit: per unit of relative profit.
        profit_response,
        /// Half-life with which the profit counted on follows profit. Unit: months.
        profit_half_life,
        /// How fast full employment pushes wages up at the expense of profit. Unit: share of profit a year per unit of use.
        wage_push,
        /// Half-life with which investment under way follows confidence. Unit: months.
        building_half_life,
        /// Spread of the quarterly shocks to a country's confidence. Unit: deviation.
        confidence_shock,
        /// Spread of the quarterly shocks to confidence that all market economies share. Unit: deviation.
        world_shock,
        /// How far confidence follows that of the world's markets. Unit: share.
        contagion,
        /// People between two places of work in normal times, in a market economy. Unit: share of labour force.
        frictional_unemployment,
        /// Part of home demand that home makers always count on, however much comes from abroad. Unit: share of home demand.
        least_demand,
        /// Fall of the yearly product below its last peak that counts as a slump. Unit: share.
        slump_fall,
        /// Growth of the yearly product at which a slump is over. Unit: share a year.
        slump_recovery,
        /// Demand that a deficit of the budget adds. Unit: per unit of deficit.
        fiscal_passthrough,
        /// Share of the product that goes to capital at the start. Unit: share.
        profit_share,
        /// Yearly growth of mark-ups as capital concentrates; shifts income from wages to profit and dampens households' demand. Unit: share a year.
        markup_drift,
        /// Part of idle hands that lose their place; the rest are kept on short work. Unit: share.
        layoffs,
    }
}
