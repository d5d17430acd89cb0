//! The parameters of property, as `scenarios/common/rules/property.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of property.
    pub struct PropertyRules in "property" {
        /// Investment drive of state enterprises. Unit: factor.
        drive_state,
        /// Investment drive of co-operatives and collectives. Unit: factor.
        drive_cooperative,
        /// Investment drive of those who work what they own. Unit: factor.
        drive_smallholder,
        /// Investment drive of private owners of the country in normal confidence. Unit: factor.
        drive_private,
        /// Investment drive of foreign owners who feel wholly safe. Unit: factor.
        drive_foreign,
        /// Effort of tillers on state farms. Unit: factor.
        effort_state,
        /// Effort of tillers in co-operatives they have joined. Unit: factor.
        effort_cooperative,
        /// Effort of tillers on land of their own. Unit: factor.
        effort_smallholder,
        /// Effort of tenants and hands on estates of others. Unit: factor.
        effort_estates,
        /// Half-life with which effort follows property. Unit: months.
        effort_half_life,
        /// Sowings and care lost under full resentment of collectives. Unit: share.
        resentment_loss,
        /// Half-life of that resentment. Unit: months.
        resentment_half_life,
        /// Sowings and care lost under full pressure of procurement. Unit: share.
        procurement_loss,
        /// Pressure of grain collections while a forced programme runs. Unit: share.
        forced_pressure,
        /// Half-life with which disruption heals. Unit: months.
        disruption_half_life,
        /// Part of foreign profit that is taken home; the rest is built in. Unit: share.
        remitted,
        /// Largest part of export earnings and of a year's twelfth of reserves that profits take abroad. Unit: share.
        remittance_limit,
        /// Half-life with which budgets come to count on the surplus that falls to the state. Unit: months.
        counted_on_half_life,
        /// Half-life of what foreign owners remember of takings. Unit: months.
        memory_half_life,
        /// Time a land reform takes without resistance. Unit: months.
        land_reform_months,
        /// Part of estates that a land reform reaches. Unit: share.
        land_reform_part,
        /// Output lost per share of land that changes hands in a reform. Unit: share.
        land_reform_disruption,
        /// Time a forced collectivisation takes without resistance. Unit: months.
        forced_months,
        /// Part of holdings that a forced collectivisation reaches. Unit: share.
        forced_part,
        /// Output lost per share of land forced into collectives, without resistance; twice as much under full resistance. Unit: share.
        forced_disruption,
        /// Capital of farming slaughtered and ruined per share forced and unit of resistance. Unit: share.
        herd_slaughter,
        /// Resentment per share forced and unit of resistance. Unit: resentment.
        forced_resentment,
        /// People killed in forcing all holdings against full resistance under full repression. Unit: share of peasants.
        forced_deaths,
        /// People driven from home in the same. Unit: share of peasants.
        forced_displaced,
        /// Time in which a voluntary collectivisation reaches what peasants accept. Unit: months.
        voluntary_months,
        /// Share of land that peasants join to co-operatives of their own will when nobody presses and nothing speaks for it. Unit: share.
        acceptance,
        /// Share that full lean to communism adds. Unit: share.
        acceptance_lean,
        /// Share that full legitimacy adds. Unit: share.
        acceptance_legitimacy,
        /// Share that full resentment takes away. Unit: share.
        acceptance_resentment,
        /// Time a nationalisation takes without resistance. Unit: months.
        nationalise_months,
        /// Output lost per share of a sector nationalised. Unit: share.
        nationalise_disruption,
        /// Safety that foreign owners lose when all is taken without payment. Unit: share.
        taking_memory,
        /// Trust that owners' states lose in a host that takes all without payment. Unit: trust.
        taking_trust,
        /// Tension that it makes. Unit: tension.
        taking_tension,
        /// Years over which compensation is paid. Unit: years.
        compensation_years,
        /// Interest on compensation. Unit: a year.
        compensation_interest,
        /// Time a privatisation takes without resistance. Unit: months.
        privatise_months,
        /// Part of a sector's state capital that a privatisation reaches. Unit: share.
        privatise_part,
        /// Output lost per share of a sector privatised. Unit: share.
        privatise_disruption,
        /// Price of state capital sold, over its worth. Unit: share.
        sale_price,
        /// Time over which a concession is built up. Unit: months.
        concession_months,
        /// Capital that a concession brings, over the sector's capital, at full safety. Unit: share.
        concession_size,
        /// Largest part of the owner state's reserves that goes into one concession in a month. Unit: share.
        concession_reserves,
        /// Efficiency of the sector gained per share of new capital and unit of technological lag. Unit: factor.
        concession_skill,
        /// Part of resistance that remains where a loser has no organisation. Unit: share.
        unorganised,
        /// Resistance, after force, at which a programme makes no headway. Unit: resistance.
        stalling,
        /// Months without headway after which a programme is given up. Unit: months.
        stalled_months,
        /// Legitimacy below which a government gives its programmes up. Unit: legitimacy.
        least_legitimacy,
        /// Grievance of those who lose, per share lost. Unit: grievance.
        grievance,
        /// Grievance lifted from those who gain, per share gained. Unit: grievance lifted.
        relief,
    }
}
