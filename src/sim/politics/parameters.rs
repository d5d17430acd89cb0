//! The parameters of politics, as `scenarios/common/rules/politics.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of governments.
    pub struct PoliticsRules in "politics" {
        /// Authority gained a month at full legitimacy. Unit: authority a month.
        authority_gain,
        /// Share of unused authority that fades a month. Unit: share a month.
        authority_fade,
        /// Legitimacy of a government about which nothing else is known. Unit: legitimacy.
        legitimacy_base,
        /// Legitimacy per unit of living standard over expectation. Unit: legitimacy.
        legitimacy_living,
        /// Legitimacy per unit of yearly growth. Unit: legitimacy.
        legitimacy_growth,
        /// Legitimacy that full grievance takes away. Unit: legitimacy.
        legitimacy_grievance,
        /// Legitimacy that a full franchise gives. Unit: legitimacy.
        legitimacy_vote,
        /// Legitimacy that foreign rule over a wholly national people takes away. Unit: legitimacy.
        legitimacy_foreign,
        /// Legitimacy that full weariness of war takes away. Unit: legitimacy.
        legitimacy_weariness,
        /// Legitimacy that full repression takes away. Unit: legitimacy.
        legitimacy_repression,
        /// Legitimacy that full ossification takes away. Unit: legitimacy.
        legitimacy_ossification,
        /// Trust in a government that has just founded the state or come to power with a movement. Unit: legitimacy.
        legitimacy_founding,
        /// Half-life of trust in founders, and of the difference with which a campaign begins. Unit: months.
        founding_half_life,
        /// Half-life with which legitimacy follows its causes. Unit: months.
        legitimacy_half_life,
        /// Half-life with which cohesion follows its causes. Unit: months.
        cohesion_half_life,
        /// Cohesion of a ruling circle without legitimacy. Unit: cohesion.
        cohesion_base,
        /// Cohesion that full legitimacy adds. Unit: cohesion.
        cohesion_legitimacy,
        /// Cohesion lost per share of product of budget deficit. Unit: cohesion per share of product.
        cohesion_strain,
        /// Cohesion that full weariness of war takes away. Unit: cohesion.
        cohesion_weariness,
        /// Ossification gained a year by an apparatus that nobody checks. Unit: share a year.
        ossification_growth,
        /// Ossification lost a year under a full franchise or organised workers. Unit: share a year.
        ossification_check,
        /// Half-life with which the capacity to repress follows what is asked of it. Unit: months.
        repression_half_life,
        /// Capacity to repress that full grievance calls for where there is no vote. Unit: capacity.
        repression_grievance,
        /// Months between elections where votes count. Unit: months.
        election_months,
        /// Franchise above which elections move the coalition. Unit: share.
        election_franchise,
        /// How far an election moves the coalition towards the organised voters. Unit: share.
        election_shift,
        /// Chance of a coup a month where legitimacy and cohesion are nothing and the army is everything. Unit: chance a month.
        coup_rate,
        /// Chance that a coup succeeds. Unit: chance.
        coup_success,
        /// Months for which a new government is hard to overthrow. Unit: months.
        coup_rest,
        /// Chance a month that soldiers or strong men give way to civilians, at full organisation against no legitimacy. Unit: chance a month.
        restoration_rate,
        /// Chance a month that the leader of a state without elections dies or is replaced. Unit: chance a month.
        succession_rate,
        /// Cohesion that a succession costs. Unit: cohesion.
        succession_shock,
        /// Chance a month that rule without any legitimacy and cohesion left falls to its opponents. Unit: chance a month.
        collapse_rate,
        /// Pressure for independence from a wholly national people. Unit: pressure.
        pressure_national,
        /// Pressure from a wholly organised people. Unit: pressure.
        pressure_organisation,
        /// Pressure from full grievance. Unit: pressure.
        pressure_grievance,
        /// Pressure from a wholly organised movement. Unit: pressure.
        pressure_movement,
        /// Pressure when all former dependencies around are free. Unit: pressure.
        pressure_example,
        /// Pressure per tenfold of people over a million: large peoples trust themselves sooner. Unit: pressure per log unit.
        pressure_size,
        /// How many times stronger size counts below a million, where no other people has shown that it can stand alone. Unit: factor.
        pressure_doubt,
        /// Pressure that a legitimate government of the dependency takes away. Unit: pressure.
        pressure_consent,
        /// Pressure from full self-rule: a country that is run from home. Unit: pressure.
        pressure_self_rule,
        /// Will of a ruler to hold a dependency. Unit: will.
        will_base,
        /// Will that is added where the ruler answers to no voters. Unit: will.
        will_voteless,
        /// Will that is added where landed settlers rule the dependency alone. Unit: will.
        will_settlers,
        /// Will that is added where all enterprise is foreign. Unit: will.
        will_property,
        /// Will that full weariness of war takes away. Unit: will.
        will_weariness,
        /// Will that is taken away where the ruler fights in a second dependency. Unit: will.
        will_burden,
        /// Will that is taken away when all former dependencies of the world are free. Unit: will.
        will_opinion,
        /// Will that an occupier lacks against a ruler of colonies. Unit: will.
        will_occupier,
        /// Will that is added where an adversary at full tension would take the dependency. Unit: will.
        will_taker,
        /// Chance a month that a ruler is pressed into talks, per unit of pressure over will. Unit: chance a month per unit.
        yield_rate,
        /// People with which a country that has heirs stands alone in half of all cases when its ruler leaves. Unit: people.
        alone_people,
        /// Tension from which a ruler does not hand a dependency to an heir. Unit: tension.
        heir_tension,
        /// Sympathy that a movement needs to be handed the government at the table. Unit: sympathy.
        talks_support,
        /// Self-rule at which talks with a movement are talks on independence, whatever the will of the ruler. Unit: self-rule.
        talks_self_rule,
        /// Months between the opening of talks and independence, on average. Unit: months.
        talks_months,
        /// Self-rule that one concession grants. Unit: self-rule.
        concession_self_rule,
        /// Share of grievance that one concession lifts. Unit: share.
        concession_grievance,
        /// Vote that a concession to the own people grants. Unit: franchise.
        concession_reform,
        /// Grievance of dependencies joined in a federation for which they did not ask. Unit: grievance.
        federation_grievance,
        /// People who flee across the new line when a dependency is divided. Unit: share of people.
        partition_flight,
        /// Trust that those who rule a divided country for its ruler lose. Unit: legitimacy.
        partition_distrust,
        /// Chance a month that a union whose centre has lost all legitimacy and cohesion lets a people go. Unit: chance a month.
        secession_rate,
        /// Chance a month that a state turns to another path, per unit of lean beyond the point from which it turns. Unit: chance a month per unit.
        path_rate,
        /// Lean to the socialist path of a state ruled by those who work alone, and away from it of one ruled by owners alone. Unit: lean.
        path_front,
        /// Lean to the socialist path under a party that set out to change the whole order. Unit: lean.
        path_party,
        /// Lean by what the people lean to: communist and part of the social-democratic against liberal, conservative and the right. Unit: lean.
        path_currents,
        /// Lean by how near the socialist pole is as a friend, in influence and trust, less the other. Unit: lean.
        path_friends,
        /// Lean by tension with the other pole less that with the socialist one. Unit: lean.
        path_quarrels,
        /// Lean by the share of capital that is public less that which is foreign. Unit: lean.
        path_property,
        /// Lean from which a national state turns to the socialist path. Unit: lean.
        path_left,
        /// Lean the other way from which a national state turns to a market tied to the core's. Unit: lean.
        path_right,
        /// Chance a month that those who rule a poor state close the vote, united and little believed in. Unit: chance a month.
        one_party_rate,
        /// Chance a month that a vote that counts is won from rulers in whom nobody believes, in a settled and organised country. Unit: chance a month.
        vote_rate,
        /// How far, without votes, the coalition moves a month towards those who are organised and those who own. Unit: share a month.
        coalition_drift,
        /// Weight of ownership against numbers and organisation in who holds power. Unit: share.
        coalition_property,
        /// Legitimacy and cohesion below both of which a rule may fall by itself. Unit: legitimacy and cohesion.
        collapse_below,
        /// How much a people inside a union is set apart by living worse or better than the rest. Unit: factor per log unit.
        secession_unevenness,
        /// Months within which those who have come to power are expected to keep what their front was promised. Unit: months.
        pledge_months,
        /// Land that has to come to those who till it for the promise of land to be kept. Unit: share of land.
        pledge_land,
        /// Rise of welfare by which the promise to those who work is kept. Unit: share of product.
        pledge_welfare,
        /// Share of foreign capital that has to pass into the nation's hands for the promise of an own economy to be kept. Unit: share.
        pledge_foreign,
        /// Trust that a promise kept founds, and one broken costs. Unit: legitimacy.
        pledge_trust,
        /// Share of its weight in the coalition that a class loses with a promise broken, before what is left is brought back to a whole. Unit: share.
        pledge_split,
        /// Grievance of the class to which a broken promise was made. Unit: grievance.
        pledge_grievance,
        /// Organisation that an opposing movement gains whose front the class wholly makes up. Unit: organisation.
        pledge_opposition,
    }
}
