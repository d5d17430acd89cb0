//! The parameters of finance, as `scenarios/common/rules/finance.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of finance.
    pub struct FinanceRules in "finance" {
        /// What administration takes. Unit: share of product.
        administration,
        /// Administration takes no more of what is raised than this. Unit: share of taxes.
        administration_limit,
        /// What a ruler pays in its dependencies for troops and offices, of what the size and unrest of each ask for. Unit: share of product.
        rule_abroad,
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
        /// Official price of monetary gold at the start. Unit: thousand 2011 $ a tonne.
        gold_price,
        /// New gold that comes into vaults. Unit: share of gold above ground a year.
        gold_dug,
        /// What the issuer's forces spend in allied countries. Unit: share of spending on forces.
        garrisons_abroad,
        /// What a war on foreign ground adds to that. Unit: share of spending on forces.
        war_abroad,
        /// What the issuer's banks and firms place abroad in its notes. Unit: share of product a year.
        capital_export,
        /// Part of new reserves that is neither gold nor the key currency: other currencies, drawing rights. Unit: share.
        other_liquidity,
        /// Real interest on the key currency at the start. Unit: a year.
        opening_rate,
        /// Coverage below which private hands begin to doubt. Unit: gold over claims.
        doubt_from,
        /// Half-life with which doubt follows coverage. Unit: months.
        doubt_half_life,
        /// Notes that private hands turn into gold in full doubt. Unit: share of claims a year.
        hoarding,
        /// Coverage below which no issuer goes on handing out gold. Unit: gold over claims.
        window_floor,
        /// Inflation of the world's money when a window is shut on claims that nothing covers. Unit: a year.
        shut_inflation,
        /// Inflation of the world's money for each part by which notes grow faster than usual, once no gold stands behind them. Unit: per unit of growth.
        loose_money,
        /// Growth of notes abroad that the world takes up without inflation. Unit: a year.
        usual_growth,
        /// Half-life with which inflation of the world's money settles. Unit: months.
        world_inflation_half_life,
        /// How much faster rates of exchange move once the window is shut. Unit: factor.
        float_factor,
        /// How readily countries in surplus let their money rise and spend reserves while rates are fixed. Unit: factor.
        reluctance,
        /// Reserves below which a payments crisis breaks out. Unit: months of imports.
        crisis_floor,
        /// Reserves at which it is over. Unit: months of imports.
        crisis_exit,
        /// Longest time for which a country is counted as in crisis. Unit: months.
        crisis_longest,
        /// Loss of worth abroad when a payments crisis breaks out; up to twice as much where nothing is left. Unit: share.
        devaluation,
        /// Half-life of the confidence lost in a payments crisis. Unit: months.
        scar_half_life,
        /// Part of reserves beyond the target that banks lend abroad. Unit: share a year.
        recycling,
        /// What the poorest safe borrower takes up in a year. Unit: share of export earnings a year.
        borrowing,
        /// Debt at which banks stop lending. Unit: years of export earnings.
        debt_limit,
        /// Term of private debts abroad. Unit: months.
        private_months,
        /// Interest above that of the key currency for a middling borrower. Unit: a year.
        spread,
        /// Tension at which banks of a market economy stop lending to planners. Unit: index 0-1.
        bearable_tension,
        /// Time for which banks shun a debtor that has defaulted or suspended payments. Unit: months.
        boycott_months,
        /// Time for which payments are suspended. Unit: months.
        moratorium_months,
        /// Part of welfare and investment that a debtor bound to austerity gives up. Unit: share.
        austerity_cut,
        /// Longest time for which strings bind. Unit: months.
        strings_months,
        /// Part of what households would have of economic help that is built into capital instead. Unit: share.
        aid_to_capital,
    }
}
