//! The parameters of society, as `scenarios/common/rules/society.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of society.
    pub struct SocietyRules in "society" {
        /// Grievance per unit of shortfall of income against expectation. Unit: grievance per unit of shortfall.
        grievance_slope,
        /// Grievance of people without any income; falls to none at the poverty line. Unit: grievance.
        grievance_poverty,
        /// Consumption below which want itself is a grievance. Unit: 2011 $ a head and year.
        poverty_line,
        /// Grievance of peasants where all land belongs to others. Unit: grievance.
        grievance_land,
        /// Grievance of a wholly national current under foreign rule without self-rule. Unit: grievance.
        grievance_foreign_rule,
        /// Grievance of schooled people without a vote. Unit: grievance.
        grievance_voiceless,
        /// Grievance under full repression. Unit: grievance.
        grievance_repression,
        /// Grievance per unit of missing food. Unit: grievance.
        grievance_hunger,
        /// Grievance under full weariness of war. Unit: grievance.
        grievance_war,
        /// Grievance that a class is spared when it rules alone. Unit: grievance.
        grievance_in_power,
        /// Half-life with which grievance follows its causes. Unit: months.
        grievance_half_life,
        /// Half-life with which expectations follow a rising life. Unit: months.
        expectation_up,
        /// Half-life with which expectations follow a falling life. Unit: months.
        expectation_down,
        /// How much more than it has a class holds to be due to it. Unit: share.
        aspiration,
        /// How much expectations rise with life elsewhere, per log point by which neighbours live better. Unit: share per log point.
        force_of_example,
        /// How much the lean to communism answers to a point of faster growth of socialist states than of core states (and the other way round). Unit: log weight per unit of growth.
        example_currents,
        /// How far incomes are levelled per share of product spent on welfare. Unit: share per share of product.
        welfare_levelling,
        /// Share of wages lost by those without work. Unit: share.
        unemployment_loss,
        /// Organisation that full schooling adds. Unit: organisation.
        organisation_schooling,
        /// Organisation that full grievance adds. Unit: organisation.
        organisation_grievance,
        /// Organisation that is added under foreign rule when all former dependencies are free. Unit: organisation.
        organisation_example,
        /// Organisation that full repression without a vote takes away. Unit: organisation.
        organisation_repression,
        /// Half-life with which organisation follows its causes. Unit: months.
        organisation_half_life,
        /// Half-life with which currents follow their causes. Unit: months.
        current_half_life,
        /// How far grievance moves people to the communist current and away from the conservative. Unit: log weight.
        current_grievance,
        /// How far foreign rule moves people to the national current. Unit: log weight.
        current_national,
        /// How far schooling moves people away from the conservative current. Unit: log weight.
        current_schooling,
        /// Peasants who leave the land each year without growth. Unit: share of peasants a year.
        urbanisation,
        /// Peasants who leave the land per unit of growth of product a head. Unit: share of peasants per unit of growth.
        urbanisation_growth,
        /// Births towards which rich and schooled societies tend. Unit: per 1,000 a year.
        births_floor,
        /// Share of the way to the floor that births fall per unit of development gained. Unit: share per unit of development.
        births_development,
        /// Share of the way to the floor that births fall when deaths have fallen all the way to theirs: parents who lose fewer children have fewer. Unit: share.
        births_survival,
        /// Deaths towards which medicine brings young populations. Unit: per 1,000 a year.
        deaths_floor,
        /// Half-life of the gap of deaths to the floor, with medicine as it spreads. Unit: years.
        deaths_half_life,
        /// Food security below which people die of hunger. Unit: food had over food needed.
        hunger_threshold,
        /// People who die in a month in which there is no food at all above the threshold gap, per unit of gap squared over the threshold. Unit: share a month.
        hunger_lethality,
        /// People who flee in a month under full repression and grievance, over an open border. Unit: share a month.
        flight_repression,
        /// Half-life with which the measured living standard follows consumption. Unit: months.
        consumption_half_life,
        /// Share of the product that households consume at the start, before it is measured. Unit: share of product.
        household_share,
        /// How strongly the organised carry an issue that is called up and can be spoken for. Unit: factor.
        issue_scale,
        /// Half-life with which issue movements follow their causes. Unit: months.
        issue_half_life,
        /// Chance a month of a wave of strikes where the labour movement presses fully; it falls with the square of the pressure. Unit: chance a month.
        strike_rate,
        /// Output of industry lost at first in a wave of strikes by all workers of a country of workers. Unit: share of output.
        strike_loss,
        /// Welfare that strikers win where the government gives way. Unit: share of product.
        strike_welfare,
        /// Part of the profit that goes to wages where the government gives way. Unit: share of profit.
        strike_wages,
        /// Grievance of workers whose strike is held out against. Unit: grievance.
        strike_bitterness,
    }
}
