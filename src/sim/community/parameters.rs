//! The parameters of communities, as `scenarios/common/rules/community.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of co-operation between planners, of customs unions and of recovery programmes.
    pub struct CommunityRules in "community" {
        /// Part of what one needs and the other can spare that a protocol of two writes down. Unit: share.
        bilateral,
        /// The same where all draw up the plan together. Unit: share.
        multilateral,
        /// Share of pairs in protocol from which a plan of all is put to the members. Unit: share.
        ripe_pairs,
        /// How far one side of a protocol may deliver more than it gets. Unit: share.
        swing,
        /// Trust below which a protocol is not renewed. Unit: trust.
        renewal_trust,
        /// Time for which a refusal stands. Unit: months.
        refusal_months,
        /// Part of arrears that is made good in a month. Unit: share a month.
        catch_up,
        /// The same after they have been disputed. Unit: share a month.
        pressed_catch_up,
        /// Time in arrears after which the rest is written off. Unit: months.
        write_off_months,
        /// Quality lost under full shortage of inputs and an ossified apparatus. Unit: share.
        quality_loss,
        /// Arrears at which trust suffers in full. Unit: months of what is due.
        grave_arrears,
        /// How much protocols kept take from what enterprises ask for as a reserve, and from what of the imports goes astray. Unit: share.
        calm,
        /// Largest gain of a specialist from long runs. Unit: share of output.
        scale_gain,
        /// How far partners turn investment away from a sector given up. Unit: share.
        run_down,
        /// How much more of a good given up is sought abroad. Unit: factor on odds.
        appetite,
        /// Half-life with which specialisation takes effect. Unit: months.
        specialisation_half_life,
        /// Half-life with which prices between members follow world prices. Unit: months.
        price_half_life,
        /// Raw materials between members below the world's price. Unit: share.
        raw_discount,
        /// Manufactures between members above the world's price. Unit: share.
        manufactures_premium,
        /// Receptiveness added by documentation of a partner wholly ahead. Unit: receptiveness.
        documentation,
        /// Cost of a joint work, over the product of its site. Unit: share of a year's product.
        project_cost,
        /// Time in which it is built if all pay. Unit: months.
        project_months,
        /// Part of a work on whose ground it stands that the site pays. Unit: share.
        site_share,
        /// Time without progress after which a work is given up. Unit: months.
        project_patience,
        /// What a finished work is worth in capital, over the goods put in. Unit: factor.
        project_worth,
        /// Burden at which a leader's circle is strained in full. Unit: share of product.
        heavy_burden,
        /// Cohesion lost a year under such a burden. Unit: cohesion a year.
        burden_strain,
        /// Depth that a market community reaches in a year of consent. Unit: depth a year.
        deepening,
        /// Cohesion from which its members consent. Unit: cohesion.
        deepening_cohesion,
        /// Depth of a market community in being at the start. Unit: depth.
        opening_depth,
        /// Trade that a full common tariff keeps out. Unit: share.
        common_wall,
        /// Standing lost by the government of a member wholly behind, over the whole way. Unit: legitimacy.
        adjustment_pain,
        /// Part of a recovery programme's goods that becomes building. Unit: share.
        counterpart_share,
        /// Influence that a leader loses a year over a member that gains a tenth on it. Unit: influence a year.
        rivalry,
    }
}
