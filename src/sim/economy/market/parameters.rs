//! The parameters of market co-ordination, as `scenarios/common/rules/market.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of market co-ordination.
    pub struct MarketRules in "market" {
        /// How far few firms share the average sector at the start. Unit: index 0-1.
        concentration_start,
        /// How much mark-ups rise with concentration. Unit: share per unit of concentration.
        markup_slope,
        /// How fast growing plants leave fewer firms. Unit: a year per unit of capital growth.
        deepening,
        /// How fast weak firms fail or are bought in a slump. Unit: a year of slump.
        shakeout,
        /// How fast foreign sellers break up home sectors. Unit: a year per share sought abroad.
        import_rivalry,
        /// How fast new firms break into sectors at usual profit; more where profit is high. Unit: a year.
        entry,
        /// How strongly the mix of investment in market economies follows profit by sector. Unit: exponent.
        profit_pull,
        /// Private credit over product at the technical frontier, over the least there is. Unit: years of product.
        credit_depth,
        /// Usual term of private debts. Unit: years.
        credit_years,
        /// How strongly new lending answers confidence. Unit: a year per unit of confidence.
        lend_response,
        /// How fast credit returns to what banks are used to. Unit: a year.
        credit_return,
        /// How strongly new lending answers real interest. Unit: a year per unit of interest.
        lend_interest,
        /// Credit written off or paid back in a full crunch. Unit: share a year.
        write_off,
        /// Debt service that is borne with ease. Unit: share of profit.
        service_comfort,
        /// Service beyond that at which all borrowers are pressed. Unit: share of profit.
        service_span,
        /// How fast lost confidence makes lenders doubt borrowers. Unit: per unit of confidence lost.
        doubt,
        /// How far a crunch abroad makes lenders doubt borrowers here. Unit: factor.
        lenders_in_common,
        /// How fast lending stops. Unit: share a month.
        crunch_speed,
        /// Half-life with which balance sheets mend after a crunch. Unit: months.
        mending_half_life,
        /// Building lost in a full crunch. Unit: share of building.
        crunch_bite,
        /// Building added by new lending. Unit: share of building per share of credit.
        credit_impulse,
        /// Building lost to real interest above the usual. Unit: share of building per unit of interest.
        rate_response,
        /// Real interest at which building is as usual. Unit: a year.
        neutral_rate,
        /// Interest added by the tightest money. Unit: a year.
        stance_rate,
        /// Half-life with which a change of stance is felt. Unit: months.
        stance_half_life,
        /// Inflation added by the easiest money, year after year, beyond what full employment adds. Unit: a year.
        stance_inflation,
        /// Inflation that people take for usual. Unit: a year.
        inflation_anchor,
        /// How fast expectations return to the usual. Unit: a year.
        anchor_pull,
        /// Half-life with which expected inflation follows inflation. Unit: months.
        expectation_half_life,
        /// Inflation added where hands are scarce. Unit: a year per unit of unemployment.
        phillips,
        /// Half-life with which people come to reckon with unemployment as it is. Unit: months.
        usual_half_life,
        /// Income that benefits replace where welfare is full. Unit: share of product lost.
        benefit,
        /// How far public spending and forces keep to plan when income falls. Unit: share.
        public_steadiness,
    }
}
