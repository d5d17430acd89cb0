//! The parameters of finance, as `scenarios/common/rules/finance.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of finance.
    pub struct FinanceRules in "finance" {
        /// What administration takes. Unit: share of product.
        administration,
        /// Administration takes no more of what is raised than this. Unit: share of taxes.
        administration_limit,
        /// Largest part of investment that goes through the budget of a market economy. Unit: share of investment.
        state_investment,
        /// What a treasury holds before it gives back. Unit: months of spending.
        surplus_months,
        /// Largest part of reserves that goes into aid where goods are lacking. Unit: share of reserves a month.
        aid_cash_share,
        /// Time in which a new form of rule brings budget lines to what such states are used to. Unit: months.
        transition_months,
        /// Part of public spending that buys services; the rest buys what households buy. Unit: share.
        public_services,
        /// Part of spending on forces that buys arms; the rest pays and feeds the troops. Unit: share.
        arms_share,
        /// What treasuries hold at the start. Unit: months of spending.
        opening_months,
        /// What households and enterprises hold at the start. Unit: months of product.
        opening_private_months,
        /// Reserves at the start. Unit: months of imports.
        opening_reserves,
        /// Reserves that states seek to hold. Unit: months of imports.
        reserve_target,
        /// Time in which a gap in reserves is closed by importing more or less. Unit: months.
        reserve_adjust_months,
        /// New reserves of the world: gold dug and key currencies issued. Unit: share of reserves a year.
        liquidity_growth,
        /// Part of a deficit that a state with a deep capital market borrows at home; the rest is issued. Unit: share.
        borrowed_at_home,
        /// Yearly inflation by money issued over the product. Unit: per unit of issue over product.
        issue_inflation,
        /// Half-life of inflation. Unit: months.
        inflation_half_life,
        /// Part of inflation that households lose in goods. Unit: share.
        inflation_bite,
        /// Highest interest. Unit: a year.
        interest_ceiling,
        /// Part of a credit that is handed over in goods; the rest in means of payment. Unit: share.
        credit_goods_share,
        /// Largest part of a stock that goes into one credit. Unit: share.
        credit_stock_share,
        /// Arrears after which a debtor is in default. Unit: months in arrears.
        default_after,
        /// Part of the debt that is written off in a default. Unit: share.
        default_haircut,
        /// Time over which the rest is then to be paid. Unit: months.
        reschedule_months,
        /// Part of export earnings beyond which a debtor does not pay. Unit: share of export earnings.
        service_limit,
        /// Largest part of a stock that is given away in a month. Unit: share.
        aid_stock_share,
    }
}
