//! The parameters of conflict, as `scenarios/common/rules/conflict.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of conflict.
    pub struct ConflictRules in "conflict" {
        /// People killed a month where a civil or liberation war of equals is fought over all their land. Unit: share of people a month.
        lethality,
        /// People killed a month where armies of equal power fight over all their land. Unit: share of people a month.
        lethality_armies,
        /// Part of a territory that a war over disputed ground reaches. Unit: share of a territory.
        border_reach,
        /// Dead of a side that fights abroad, per dead where the war is fought, at full share of its side. Unit: share of war dead.
        expedition_losses,
        /// Share of the harm of a war between states that is charged to the side that began it; the rest to each side for what it does. Unit: share of harm.
        beginner_share,
        /// Chance a quarter that an ally joins a defender to whom it is bound, with nothing to hold it back. Unit: chance a quarter.
        pact_honour,
        /// Warheads of an opponent that halve the readiness to join a war against it. Unit: warheads.
        deterrence_warheads,
        /// Chance a quarter that a war ends in the year after a call for a ceasefire, beside that by weariness (0–1).
        ceasefire_exit,
        /// People driven from home for each killed. Unit: per war dead.
        displacement,
        /// Years of spending that the forces have built up at the start. Unit: years of spending.
        strength_years,
        /// Military capital lost each year to wear. Unit: share a year.
        forces_decay,
        /// How far the level of technology multiplies military capital in battle. Unit: exponent.
        technology_edge,
        /// Strength lost for each territory between the home ground and the front. Unit: share a step.
        distance_loss,
        /// Strength that can be brought over a sea onto ground that one does not touch by land. Unit: share.
        sea_crossing,
        /// Strength that can be brought to bear anywhere on the map. Unit: share.
        far_floor,
        /// Will to fight for what is not one's own ground. Unit: share.
        will_stake,
        /// Strength that a share of the forces sent as advisers stands for: they make others' troops fight better. Unit: per share of regular troops.
        advisers_strength,
        /// Strength that a share of the forces sent as volunteers stands for. Unit: per share of regular troops.
        volunteers_strength,
        /// How far arms and money alone are seen, and answered at home and abroad. Unit: of what regular troops are.
        arms_noise,
        /// How far advisers are seen, and answered at home and abroad. Unit: of what regular troops are.
        advisers_noise,
        /// How far volunteers are seen, and answered at home and abroad. Unit: of what regular troops are.
        volunteers_noise,
        /// What advisers add to what money does for a movement. Unit: share.
        advisers_help,
        /// What volunteers add to what money does for a movement. Unit: share.
        volunteers_help,
        /// Share of a side that a movement's volunteers from abroad are at full outside help. Unit: share of a side.
        volunteers_share,
        /// Ground that the front moves a month per unit of advantage. Unit: share of the front a month.
        front_speed,
        /// Ground that luck moves a month. Unit: share of the front a month.
        front_luck,
        /// Advantage of those who defend their own ground. Unit: factor.
        defence_edge,
        /// Weariness that a war adds a month to a side that puts all it has into it. Unit: a month.
        weariness_rate,
        /// Weariness per share of the own people killed. Unit: per share of people.
        weariness_dead,
        /// Half-life of weariness in peace. Unit: months.
        weariness_half_life,
        /// Weariness from which a side looks for a way out. Unit: weariness.
        exhaustion,
        /// Chance a quarter that two sides end a war which both are tired of or which stands still. Unit: chance a quarter.
        exit_rate,
        /// Position of the front at which a side has won. Unit: front.
        decision,
        /// Military capital lost a month by a side that fights with all it has. Unit: share a month.
        attrition,
        /// Share of its forces that a state commits to a war on its own ground. Unit: share.
        commitment,
        /// Share of its forces that a state commits to a war abroad. Unit: share.
        commitment_abroad,
        /// Share of the spending on the forces that those who have warheads put into more of them. Unit: share.
        arsenal_share,
        /// Share of it added at full tension by a rival far ahead. Unit: share.
        arsenal_reaction,
        /// Warheads that works make a quarter at first. Unit: warheads.
        arsenal_works,
        /// Further ones that works can make a quarter, per warhead made so far. Unit: share a quarter.
        arsenal_growth,
        /// Warheads taken out of service. Unit: share a year.
        arsenal_wear,
        /// Cost of one warhead, with its carrier. Unit: thousand 2011 $.
        warhead_cost,
        /// Industry that building the first warhead needs. Unit: thousand 2011 $ a year.
        warhead_industry,
        /// Level of technology that the first warhead needs. Unit: level.
        warhead_technology,
        /// Chance that a war on a state of another form of rule, begun for no land and no stated aim, is for another government. Unit: chance.
        rule_imposed,
        /// How far a lead in the will to fight shifts the front at the table of peace. Unit: share of the front.
        will_at_table,
        /// Position at the table from which a side dictates terms. Unit: front.
        dictate_from,
        /// Legitimacy that a government loses by giving in at the table. Unit: legitimacy.
        lost_face,
        /// Product that an attacker who was beaten pays in reparations. Unit: share of the product a year.
        reparations_share,
        /// Years for which it pays. Unit: years.
        reparations_years,
    }
}
