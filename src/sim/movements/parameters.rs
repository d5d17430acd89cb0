//! The parameters of movements, as `scenarios/common/rules/movements.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of movements.
    pub struct MovementRules in "movements" {
        /// How far outside help can replace a local base (0 = not at all, 1 = wholly). Unit: share.
        exogenous_revolution,
        /// How much outside help makes a movement look like another power's tool. Unit: taint.
        hand_of_patron,
        /// How far one gauge of the revolutionary situation can stand in for another (0 = geometric mean, 1 = plain mean). Unit: share.
        ripeness_substitutability,
        /// How much a victory next door encourages. Unit: share.
        domino_contagion,
        /// Weight of missing legitimacy in what those above can no longer do. Unit: weight.
        above_legitimacy,
        /// Weight of a split ruling circle in what those above can no longer do. Unit: weight.
        above_cohesion,
        /// Weight of the budget deficit (as a share of the product) in what those above can no longer do. Unit: weight.
        above_strain,
        /// Weight of weariness of war in what those above can no longer do. Unit: weight.
        above_weariness,
        /// Weight of grievance in what those below will no longer bear. Unit: weight.
        below_grievance,
        /// Weight of foreign rule over a national people in what those below will no longer bear. Unit: weight.
        below_foreign_rule,
        /// Weight of repression of a living movement in what those below will no longer bear. Unit: weight.
        below_backlash,
        /// Chance a month that a latent movement begins where grievance and its current are full. Unit: chance a month.
        arise_rate,
        /// Organisation with which a movement begins. Unit: organisation.
        opening_organisation,
        /// Organisation gained a month by a movement whose front is wholly aggrieved, organised and of its current. Unit: organisation a month.
        growth,
        /// Authority that the leaders of a fully organised movement have over it at most, over 1.4. Unit: authority.
        authority,
        /// Months in which spent authority comes back in full. Unit: months.
        authority_months,
        /// Share of organisation that fades a month. Unit: share a month.
        fade,
        /// Share of organisation that full standing repression takes a month. Unit: share a month.
        repression_loss,
        /// Half-life with which unity follows breadth and success. Unit: months.
        unity_half_life,
        /// Unity that the broadest front lacks. Unit: unity.
        breadth_strain,
        /// Half-life with which sympathy follows its causes. Unit: months.
        support_half_life,
        /// Ground from which a movement that goes to the table comes away with the power. Unit: share of its territory.
        table_power,
        /// Half-life with which taint fades. Unit: months.
        taint_half_life,
        /// Share of the monthly product that a movement with full support and organisation raises. Unit: share of product a month.
        dues,
        /// Share of its chest that a movement spends a month. Unit: share a month.
        spending,
        /// Outside help that counts as much as a movement's own full means. Unit: share of product a month.
        help_scale,
        /// Share of what is sent that reaches a movement with neither a friendly frontier nor a coast. Unit: share.
        supply_alone,
        /// Share of what is sent that reaches a movement over a coast alone. Unit: share.
        supply_by_sea,
        /// Share of repression, and of the danger of being crushed, from which a full sanctuary shelters. Unit: share.
        sanctuary_shelter,
        /// How much the fullest outside help multiplies a local base. Unit: factor.
        help_multiplier,
        /// How much full guerrilla terrain adds to the power of a movement in arms. Unit: factor.
        terrain_factor,
        /// Power of a united and capable government against a movement of full strength. Unit: factor.
        government_power,
        /// Power that even a failing government keeps. Unit: power.
        government_floor,
        /// Armed strength, in years of product, that counts as half of full. Unit: years of product.
        forces_scale,
        /// Share of its power that a ruler from abroad cannot bring to bear. Unit: share.
        garrison_distance,
        /// Ripeness of the situation at which half of the risings that begin in it hold out their first months. Unit: ripeness.
        ripe_at,
        /// Width of the passage from risings that are crushed to risings that hold out. Unit: ripeness.
        ripe_width,
        /// Months within which it shows whether a rising came before its time. Unit: months.
        trial_months,
        /// Chance a month that a movement in arms is crushed which has neither strength nor ground. Unit: chance a month.
        crush_rate,
        /// Strength below which a movement in arms without ground is broken. Unit: strength.
        hopeless_strength,
        /// Months for which a crushed movement bears its wounds. Unit: months.
        wound_months,
        /// Ground that changes hands a month per unit of strength over half. Unit: share of ground a month.
        control_speed,
        /// Ground that luck moves a month. Unit: share of ground a month.
        control_luck,
        /// Ground whose holder can take the capital. Unit: share of ground.
        victory_control,
        /// Chance a month that mass struggle or a rising in the towns takes power without a war, at full ripeness over the threshold. Unit: chance a month.
        seizure_rate,
        /// Ripeness from which power can be taken without a war. Unit: ripeness.
        seizure_ripeness,
        /// Chance a month that a legal movement with all support comes to power by votes where votes count. Unit: chance a month.
        ballot_rate,
        /// Months after which a war that goes nowhere may peter out. Unit: months.
        stalemate_months,
        /// Chance a month that a stale war peters out. Unit: chance a month.
        stalemate_rate,
        /// Chance that agreed talks end a struggle in arms which has lasted long enough to be stale; less before. Unit: chance.
        talks_settle,
        /// Chance a month that fighting breaks out around a movement without a decision of its leaders, at full ripeness over the threshold. Unit: chance a month.
        flare_rate,
        /// Ripeness from which fighting may break out by itself. Unit: ripeness.
        flare_ripeness,
        /// People killed when a new rule without votes turns on a movement that all support, at full capacity to repress. Unit: share of people.
        purge_dead,
        /// Share of a movement's organisation that one act of repression takes at full capacity. Unit: share.
        repress_organisation,
        /// Grievance that one act of repression adds where the movement is supported by all. Unit: grievance.
        repress_backlash,
        /// People killed by one act of repression at full capacity against full support. Unit: share of people.
        repress_dead,
        /// Organisation that one act of organising adds. Unit: organisation.
        organise_step,
        /// Weight in the front that one act of courting a class adds. Unit: weight.
        court_step,
        /// Unity that courting a further class costs. Unit: unity.
        courting_unity,
        /// Organisation that a rising needs. Unit: organisation.
        rising_organisation,
        /// Share of the help for movements, and of the troops for governments, with which the leading powers of the two camps act abroad. Unit: share.
        pole_support,
        /// Chance a month that a class leaves a front without any unity. Unit: chance a month.
        split_rate,
        /// Part of the lacking unity that those who stay regain when a class has left. Unit: share.
        split_unity,
        /// Unity that fronts lose where a ruler plays peoples and parties off against each other. Unit: unity.
        divide_unity,
        /// Cohesion that those who rule a dependency for its ruler lose with it. Unit: cohesion.
        divide_cohesion,
        /// Grievance that it leaves with everybody. Unit: grievance.
        divide_grievance,
    }
}
