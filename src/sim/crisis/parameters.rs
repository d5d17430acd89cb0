//! The parameters of crises, as `scenarios/common/rules/crisis.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of crises.
    pub struct CrisisRules in "crisis" {
        /// Chance of an accident a round at the highest rung (0–1).
        accident_risk,
        /// Rungs that an accident adds.
        accident_rungs,
        /// What full alert on both sides adds to that chance, as a share of it.
        alert_risk,
        /// What a step of alert costs a round. Unit: share of a month's spending on the forces.
        alert_cost,
        /// Authority that a further step of alert costs.
        alert_authority,
        /// Warheads that each side must have for an accident at the top to become a general exchange.
        exchange_warheads,
        /// Tension between two powers below which no act becomes a crisis (0–1).
        begin_tension,
        /// Chance that an act becomes a crisis at full tension and full stakes (0–1).
        begin_chance,
        /// What is left of that chance where one side has no weight in the world (0–1).
        begin_lesser,
        /// Stake below which a state does not quarrel over a place (0–1).
        least_stake,
        /// Nearness, or strength over the strongest, below which a state is not drawn in by its warheads (0–1).
        least_reach,
        /// Share of both strengths below which a state leaves its quarrel to its patron (0–0.5).
        outmatched,
        /// Stake per influence over the state concerned (0–1).
        stake_influence,
        /// Stake per nearness of the state concerned (0–1).
        stake_proximity,
        /// Stake in an ally (0–1).
        stake_alliance,
        /// Stake in a word given (0–1).
        stake_word,
        /// Stake in a dependency, and in property abroad that is taken (0–1).
        stake_rule,
        /// Deviation of what a side believes the other to have at stake.
        stake_doubt,
        /// How far a dark view of the other underrates what it has to lose. Unit: share per bias.
        stake_bias,
        /// Share of that error that a channel behind the stage takes away (0–1).
        channel_insight,
        /// Share of accidents that a channel behind the stage catches (0–1).
        channel_relief,
        /// Trust that both sides must have in a mediator (0–1).
        mediator_trust,
        /// Part of the other side's stake that a concession is worth (0–1).
        concession_worth,
        /// Chance a round that shots become a war (0–1).
        war_chance,
        /// Warheads believed on the other side that halve the will to go to war.
        awe_warheads,
        /// Months that a crisis lasts at most.
        months,
        /// Months after a crisis in which the same two begin no other.
        rest,
        /// Spread of margins by the nerve of those who decide.
        nerve,
        /// Tension that each rung above the last adds.
        heat,
        /// Legitimacy lost by giving way at the top (0–1).
        loss_of_face,
        /// Tension taken away by a way out found together (0–1).
        relief,
        /// Tension left by a side that gave way (0–1).
        scar,
    }
}
