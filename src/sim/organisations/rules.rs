//! Rules of organisations: votes, and what holds members together. Pure functions.

use crate::base::math;
use crate::content::vocabulary::QuarrelRung;
use crate::sim::diplomacy::DiplomacyRules;
use crate::sim::terms::Terms;

use super::OrganisationRules;

/// Whether a vote is carried: a share of those who vote either way, and no veto.
pub(super) fn carries(yes: u32, no: u32, veto: bool, majority: f64) -> bool {
    let votes = yes + no;
    !veto && votes > 0 && f64::from(yes) >= majority * f64::from(votes)
}

/// Odds that a state applies when its turn comes: the smallest have no foreign service to speak of. `people` is its
/// population, `half` the one at which it applies in a quarter of its turns.
pub(super) fn applies(people: f64, half: f64) -> f64 {
    let size = people / (people + half);
    size * size
}

/// What bears on the cohesion of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Bonds {
    /// Mean trust of members in the leader, or in each other (0–1).
    pub(super) trust: f64,
    /// Mean nearness in rule and line to the leader, or to each other (0–1).
    pub(super) affinity: f64,
    /// Mean tension between members and the leader, or each other (0–1).
    pub(super) tension: f64,
    /// Threat felt by the members from outside (0–1).
    pub(super) threat: f64,
    /// Mean influence of the leader over members (0–1): hegemony.
    pub(super) hegemony: f64,
    /// How far members were pressed by the leader of late (0–1).
    pub(super) pressed: f64,
    /// How unequally the burden lies (0–1).
    pub(super) burden: f64,
    /// Months since members were last consulted.
    pub(super) unconsulted: f64,
    /// How far open quarrels among members have gone: the sharpest, as a share of the ladder (0–1).
    pub(super) polemic: f64,
    /// Share of members where another member's troops stand (0–1).
    pub(super) intervention: f64,
    /// Mean rivalry for markets between members and the leader (0–1).
    pub(super) rivalry: f64,
}

/// The cohesion (0–1) to which an organisation tends, with its terms.
pub(super) fn cohesion_target(bonds: &Bonds, rules: &OrganisationRules, terms: &mut impl Terms) -> f64 {
    let heard = left(bonds.unconsulted, rules.consultation_half_life);
    let hegemony = weight_of(bonds) + bonds.pressed;
    let mut sum = terms.add("cohesion.trust", rules.cohesion_trust * bonds.trust);
    sum += terms.add("cohesion.affinity", rules.cohesion_affinity * bonds.affinity);
    sum += terms.add("cohesion.threat", rules.cohesion_threat * bonds.threat);
    sum += terms.add("cohesion.consultation", rules.cohesion_consultation * heard);
    sum += terms.add("cohesion.tension", -rules.cohesion_tension * bonds.tension);
    sum += terms.add("cohesion.hegemony", -rules.cohesion_hegemony * hegemony);
    sum += terms.add("cohesion.burden", -rules.cohesion_burden * bonds.burden);
    sum += terms.add("cohesion.polemic", -rules.cohesion_polemic * bonds.polemic);
    sum += terms.add("cohesion.intervention", -rules.cohesion_intervention * bonds.intervention);
    sum += terms.add("cohesion.rivalry", -rules.cohesion_rivalry * bonds.rivalry);
    sum.clamp(0.0, 1.0)
}

/// What the leader's influence over members weighs: little influence is hardly felt.
fn weight_of(bonds: &Bonds) -> f64 {
    bonds.hegemony * bonds.hegemony
}

/// What the leader's weight takes from cohesion, and what its pressing does.
pub(super) fn hegemony_price(bonds: &Bonds, rules: &OrganisationRules) -> [f64; 2] {
    [weight_of(bonds), bonds.pressed].map(|of| rules.cohesion_hegemony * of)
}

/// What is left of something after so many months.
pub(super) fn left(months: f64, half_life: f64) -> f64 {
    math::pow(0.5, months / half_life.max(0.01))
}

/// A line that drifts for some months towards that of its doctrine, drawn off by a leader's as far as the leader has
/// influence over the state.
pub(super) fn drifted(
    line: (f64, f64),
    doctrine: (f64, f64),
    leader: Option<((f64, f64), f64)>,
    months: f64,
    rules: &OrganisationRules,
) -> (f64, f64) {
    let pull = |own: f64, lead: fn((f64, f64)) -> f64| {
        leader.map_or(own, |(line, influence)| own + rules.line_pull * influence * (lead(line) - own))
    };
    let aim = (pull(doctrine.0, |line| line.0), pull(doctrine.1, |line| line.1));
    let kept = left(months, rules.line_half_life);
    let drift = |now: f64, aim: f64| (aim + (now - aim) * kept).clamp(-1.0, 1.0);
    (drift(line.0, aim.0), drift(line.1, aim.1))
}

/// A line moved by a share of its way towards another; a negative share moves it away.
pub(super) fn moved(line: (f64, f64), towards: (f64, f64), share: f64) -> (f64, f64) {
    let step = |now: f64, aim: f64| (now + share * (aim - now)).clamp(-1.0, 1.0);
    (step(line.0, towards.0), step(line.1, towards.1))
}

/// Distance of two lines on the two axes (0–2.8).
pub fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    math::sqrt((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1))
}

/// Whether a member gives way to a leader that presses it: by influence and trust, against its own sense of autonomy
/// (the second axis of its line).
pub(super) fn gives_way(influence: f64, trust: f64, autonomy: f64, rules: &OrganisationRules) -> bool {
    influence + 0.5 * trust - 0.3 * autonomy >= rules.press_yields
}

/// Which of two that part somebody leans to: positive for the first. `trust` in each, `distance` of line to each.
pub(super) fn lean(trust: [f64; 2], distance: [f64; 2]) -> f64 {
    trust[0] - trust[1] + 0.3 * (distance[1] - distance[0])
}

/// What an act does at once to the trust of the other side in whoever acts, and to tension between the two.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mood {
    /// Change of trust.
    pub trust: f64,
    /// Change of tension.
    pub tension: f64,
}

/// Of a step up in a quarrel: the later the step, the more it costs both.
pub(super) fn mood_of_step(rung: QuarrelRung, rules: &DiplomacyRules) -> Mood {
    let (small, middling, grave) = (rules.act_small, rules.act_middling, rules.act_grave);
    let (trust, tension) = match rung {
        QuarrelRung::Letter => (small, small),
        QuarrelRung::Article => (middling, small),
        QuarrelRung::Recall | QuarrelRung::Boycott => (middling, middling),
        QuarrelRung::Split => (grave, grave),
    };
    Mood { trust: -trust, tension }
}

/// Of a step back.
pub(super) fn mood_of_step_back(rules: &DiplomacyRules) -> Mood {
    Mood { trust: rules.act_middling, tension: -rules.act_middling }
}

/// Of a leader's pressing, on a member that gives way or does not.
pub(super) fn mood_of_press(yields: bool, rules: &DiplomacyRules) -> Mood {
    if yields {
        Mood { trust: -rules.act_small, tension: 0.0 }
    } else {
        Mood { trust: -rules.act_middling, tension: rules.act_middling }
    }
}

/// Of asking for an expulsion, whatever comes of it.
pub(super) fn mood_of_expulsion(rules: &DiplomacyRules) -> Mood {
    Mood { trust: -rules.act_middling, tension: rules.act_middling }
}

/// Of being heard.
pub(super) fn mood_of_hearing(rules: &DiplomacyRules) -> Mood {
    Mood { trust: rules.act_small, tension: -rules.act_small }
}

/// What a member's vote is made of.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct VoteInputs {
    /// Whether the vote is for somebody (admission, a seat) and not against them.
    pub(super) favours: bool,
    /// Nearness in rule and line to who moves it, and to whom it is about (0–1).
    pub(super) affinity: [f64; 2],
    /// Trust in the two (0–1).
    pub(super) trust: [f64; 2],
    /// Influence that the two have over the voter (0–1).
    pub(super) influence: [f64; 2],
    /// On the other side than who moves it, and than whom it is about, in a time of tension (0–1).
    pub(super) across: [f64; 2],
    /// Whether the voter recognises the one it is about.
    pub(super) recognises: bool,
    /// How strong the case is (0–1).
    pub(super) cause: f64,
    /// What its own line says on autonomy of states (−1..1).
    pub(super) autonomy: f64,
    /// Whether it was ruled from abroad itself, or stands with those who were (0–1); counts where that is the matter.
    pub(super) past: f64,
    /// How far the same could be moved against itself (0–1).
    pub(super) precedent: f64,
    /// What lobbying adds: positive for yes.
    pub(super) lobbied: f64,
}

/// How a member feels about a motion, with its terms: above the dead band it votes yes, below no.
pub(super) fn vote_score(of: &VoteInputs, rules: &OrganisationRules, terms: &mut impl Terms) -> f64 {
    // For somebody's admission both count together; against somebody they pull apart.
    let weigh = |pair: [f64; 2], usual: f64| {
        if of.favours { pair[1] - usual } else { pair[0] - pair[1] }
    };
    let lean = if of.favours { -of.across[1] } else { of.across[1] - of.across[0] };
    let hold =
        if of.favours { of.influence[0].max(of.influence[1]) } else { of.influence[0] - of.influence[1] };
    let mut sum = terms.add("vote.affinity", rules.vote_affinity * weigh(of.affinity, 0.35));
    sum += terms.add("vote.trust", rules.vote_trust * weigh(of.trust, 0.3));
    sum += terms.add("vote.dependence", rules.vote_dependence * hold);
    sum += terms.add("vote.camps", rules.vote_camps * lean);
    sum += terms.add("vote.universality", if of.favours { rules.vote_universality } else { 0.0 });
    let known = of.favours && !of.recognises;
    sum += terms.add("vote.recognition", if known { -rules.vote_recognition } else { 0.0 });
    sum += terms.add("vote.cause", rules.vote_cause * of.cause);
    let own_line = if of.favours { 0.0 } else { rules.vote_autonomy * of.autonomy * of.cause };
    sum += terms.add("vote.autonomy", own_line);
    sum += terms.add("vote.past", rules.vote_past * of.past);
    sum += terms.add("vote.precedent", -rules.vote_precedent * of.precedent);
    sum + terms.add("vote.lobbying", of.lobbied)
}

/// What help for a vote adds to it: `help` is the year's help over the receiver's yearly budget.
pub(super) fn lobby_weight(help: f64, rules: &OrganisationRules) -> f64 {
    rules.vote_lobbying * math::ratio_or(help, help + rules.lobby_half, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{NoTerms, TermList};

    fn table() -> OrganisationRules {
        OrganisationRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn two_thirds_carry_and_one_veto_does_not() {
        assert!(carries(40, 20, false, 2.0 / 3.0));
        assert!(!carries(39, 21, false, 2.0 / 3.0));
        assert!(!carries(60, 0, true, 2.0 / 3.0));
        assert!(!carries(0, 0, false, 2.0 / 3.0));
    }

    #[test]
    fn the_smallest_hardly_ever_apply() {
        let half = table().application_people;
        assert!(applies(13_000.0, half) < 0.01);
        assert!(applies(5e6, half) > 0.9);
    }

    #[test]
    fn cohesion_is_the_sum_of_its_terms_and_a_common_threat_mends_it() {
        let rules = table();
        let bonds =
            Bonds { trust: 0.6, affinity: 0.7, tension: 0.1, threat: 0.2, hegemony: 0.3, ..Bonds::default() };
        let mut terms = TermList::default();
        let cohesion = cohesion_target(&bonds, &rules, &mut terms);
        assert_eq!(cohesion, terms.sum());
        let target = |bonds: Bonds| cohesion_target(&bonds, &rules, &mut NoTerms);
        assert!(target(Bonds { threat: 0.6, ..bonds }) > cohesion);
        for worse in [
            Bonds { hegemony: 0.9, ..bonds },
            Bonds { pressed: 0.4, ..bonds },
            Bonds { burden: 0.5, ..bonds },
            Bonds { unconsulted: 60.0, ..bonds },
            Bonds { polemic: 0.6, ..bonds },
            Bonds { intervention: 0.3, ..bonds },
            Bonds { rivalry: 0.5, ..bonds },
        ] {
            assert!(target(worse) < cohesion, "{worse:?}");
        }
    }

    #[test]
    fn lines_drift_to_their_doctrine_and_a_leader_draws_them_off() {
        let rules = table();
        let doctrine = (0.8, 0.5);
        let alone = (0..200).fold((0.0, 0.0), |line, _| drifted(line, doctrine, None, 3.0, &rules));
        assert!((alone.0 - 0.8).abs() < 1e-3 && (alone.1 - 0.5).abs() < 1e-3);
        let led = |line, _| drifted(line, doctrine, Some(((-0.4, -0.4), 0.8)), 3.0, &rules);
        let drawn = (0..200).fold((0.0, 0.0), led);
        assert!(drawn.0 < alone.0 && drawn.1 < alone.1);
    }

    #[test]
    fn pressing_bends_the_dependent_and_provokes_those_who_stand_alone() {
        let rules = table();
        assert!(gives_way(0.5, 0.6, -0.4, &rules));
        assert!(!gives_way(0.15, 0.4, 0.7, &rules));
        let (line, leader) = ((0.5, 0.5), (-0.5, -0.5));
        assert!(moved(line, leader, rules.press_shift).0 < 0.5);
        assert!(moved(line, leader, -rules.press_shift).0 > 0.5);
    }

    #[test]
    fn votes_say_what_they_are_made_of_and_a_lobby_can_turn_one() {
        let rules = table();
        let torn = VoteInputs {
            affinity: [0.5, 0.6],
            trust: [0.4, 0.5],
            influence: [0.1, 0.2],
            cause: 0.1,
            ..VoteInputs::default()
        };
        let mut terms = TermList::default();
        let against = vote_score(&torn, &rules, &mut terms);
        assert!((against - terms.sum()).abs() < 1e-12);
        assert!(against < -rules.vote_band, "{against}");
        let bought = VoteInputs { lobbied: lobby_weight(0.1, &rules), ..torn };
        assert!(vote_score(&bought, &rules, &mut NoTerms) > rules.vote_band);
    }

    #[test]
    fn who_was_ruled_votes_against_rule_and_who_rules_fears_for_its_own() {
        let rules = table();
        let of = VoteInputs { affinity: [0.5, 0.5], trust: [0.4, 0.4], cause: 0.6, ..VoteInputs::default() };
        let score = |of: VoteInputs| vote_score(&of, &rules, &mut NoTerms);
        assert!(score(VoteInputs { past: 1.0, ..of }) > score(of));
        assert!(score(VoteInputs { precedent: 1.0, ..of }) < 0.0);
        assert!(score(VoteInputs { autonomy: 0.8, ..of }) > score(VoteInputs { autonomy: -0.8, ..of }));
    }
}
