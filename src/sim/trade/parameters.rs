//! The parameters of trade, as `scenarios/common/rules/trade.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of trade.
    pub struct TradeRules in "trade" {
        /// How fast trade falls with distance. Unit: exponent.
        gravity_distance,
        /// Trade of unlike goods of one kind, over what openness allows. Unit: share.
        two_way,
        /// How fast openness falls with the size of a country. Unit: exponent.
        size_exponent,
        /// Product of the country to which an archetype's openness applies. Unit: thousand 2011 $ a year.
        size_reference,
        /// How strongly buyers turn between home and foreign goods by price. Unit: elasticity.
        elasticity,
        /// Yearly growth of the share of foreign goods by cheaper transport and lower tariffs. Unit: a year.
        integration,
        /// How strongly imports answer easier or harder access to sellers. Unit: exponent.
        access_response,
        /// Stock that sellers keep for home. Unit: share of wanted stock.
        keep_share,
        /// Largest part of the stock above that which is offered abroad in a month. Unit: share.
        offer_share,
        /// Part of a gap in stocks that is sought abroad. Unit: share a month.
        shortfall_share,
        /// Half-life with which world prices follow sellers' home prices. Unit: months.
        price_half_life,
        /// Yearly drift of the price of food and materials against manufactures. Unit: a year.
        terms_of_trade_drift,
        /// Half-life of orders from abroad that exporters expect. Unit: months.
        orders_half_life,
        /// Half-life of the export earnings on which importers count. Unit: months.
        earnings_half_life,
        /// Part of earnings that is spent on imports even when reserves are gone. Unit: share of earnings.
        least_means,
        /// Balance that planners let each other run up in clearing. Unit: months of earnings.
        clearing_swing,
        /// Preference between a ruler and its dependency. Unit: factor.
        imperial,
        /// Preference between dependencies of one ruler. Unit: factor.
        same_ruler,
        /// Preference inside a community of planners. Unit: factor.
        community,
        /// Preference inside a market community. Unit: factor.
        market,
        /// Preference inside an imperial union. Unit: factor.
        union,
        /// Preference between allies. Unit: factor.
        pact,
        /// Preference under a trade treaty. Unit: factor.
        treaty,
        /// Trade between planners and markets over that between likes. Unit: factor.
        unlike_systems,
        /// Trade in machinery and arms between planners and markets, over other goods. Unit: factor.
        strategic_caution,
        /// Trade between states that do not recognise each other. Unit: factor.
        unrecognised,
        /// Trade lost under full tension. Unit: share.
        tension,
        /// Part of a neutral's trade with a state under embargo that can be goods passed on from those who closed theirs. Unit: share.
        embargo_leak,
        /// How fast the real rate of exchange answers a gap in reserves: scarce reserves make home goods cheap abroad and foreign goods dear at home. Unit: share a month.
        rate_speed,
        /// How fast the real rate of exchange returns to par. Unit: share a month.
        rate_reversion,
        /// Share of output under plan above which two states settle in clearing and not in hard currency. Unit: share of output under plan.
        clearing_threshold,
        /// Distance added to every way, so that neighbours do not trade without bound. Unit: earth radii.
        neighbour_weight,
        /// Half-life of the recorded flows between countries. Unit: months.
        flow_half_life,
        /// Part of what a ruler or a community of planners holds for itself that draws trade from others and makes none. Unit: share.
        diversion,
        /// Margin of those who pass goods on to a state under embargo. Unit: share of price.
        transit_margin,
        /// Half-life with which ways round an embargo are found, and lost when it is lifted. Unit: months.
        route_half_life,
        /// Share of trade over sea that a blockade by overwhelming forces cuts off. Unit: share.
        blockade_hold,
        /// Forces of a blockader over those of the blockaded that it takes. Unit: factor.
        blockade_advantage,
        /// Months for which a blockade is declared. Unit: months.
        blockade_months,
        /// How much less is bought when a good grows scarce in the world's markets. Unit: elasticity.
        scarcity_elasticity,
        /// Share of the world's exports of a good from which a limit moves its price. Unit: share.
        least_weight,
        /// Months for which a limit on exports is set. Unit: months.
        limit_months,
        /// Share in a buyer's imports from which it resents a limit on exports. Unit: share.
        felt_share,
        /// How far an import priority turns a planner's purchases to one good. Unit: share.
        priority_push,
        /// Part of mark-ups on manufactures at home that enters their price abroad. Unit: share.
        markup_pass,
        /// Half-life of the share of world markets that a country is used to. Unit: months.
        market_half_life,
        /// How much more than it earned a month a buyer may order because sellers lend on it. Unit: share of earnings.
        seller_credit,
    }
}
