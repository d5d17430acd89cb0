//! The account of a general exchange: how the crisis began that became it, what each side did and why, and what it may have
//! cost. No score, and no side of its own.

use crate::content::defs::Content;
use crate::sim::Simulation;
use crate::sim::conflict::Forces;
use crate::sim::crisis::{Cause, Crises, Crisis, EndedCrisis, PlayedRound, Reason, exchange_dead};
use crate::sim::politics::Lands;

use super::words::{Speaker, compact, fill, play_words, rung_words, text};

/// Most sentences of an account (DESIGN §7).
const MOST: usize = 12;
/// Sentences that are no rounds: how it began, what was left out, the accident, the dead.
const FRAME: usize = 4;

/// What led to the general exchange that ended a history, in at most twelve sentences; nothing if none did.
pub fn exchange_account(sim: &Simulation) -> Vec<String> {
    let Some(ended) = sim.get::<Crises>().fatal() else { return Vec::new() };
    let sides = ended.crisis.sides();
    let dead = [0, 1].map(|side| {
        let warheads = sim.polity::<Forces>(sides[1 - side]).warheads();
        exchange_dead(sim.get::<Lands>().people(sides[side]), warheads)
    });
    account(sim.content(), ended, dead)
}

fn account(content: &Content, ended: &EndedCrisis, dead: [f64; 2]) -> Vec<String> {
    let crisis = &ended.crisis;
    let name = |id| Speaker(content).acting(id).text;
    let [challenger, defender] = crisis.sides().map(name);
    let cause = cause_words(content, crisis);
    let began = crisis.since.to_string();
    let places =
        [("when", began.as_str()), ("cause", &cause), ("challenger", &challenger), ("defender", &defender)];
    let mut told = vec![fill(text!("ex.began"), &places)];
    // The last rounds weigh most; what came before is counted.
    let left_out = crisis.played.len().saturating_sub(MOST - FRAME);
    if left_out > 0 {
        told.push(fill(text!("ex.left_out"), &[("n", &left_out.to_string())]));
    }
    told.extend(crisis.played[left_out..].iter().map(|round| round_words(content, crisis, round)));
    let month = ended.month.to_string();
    told.push(fill(text!("ex.accident"), &[("when", &month)]));
    let dead = dead.map(compact);
    let places =
        [("challenger", challenger.as_str()), ("defender", &defender), ("a", &dead[0]), ("b", &dead[1])];
    told.push(fill(text!("ex.dead"), &places));
    told
}

/// The act that began a crisis, as part of a sentence.
pub(super) fn cause_words(content: &Content, crisis: &Crisis) -> String {
    let speaker = Speaker(content);
    let template = match crisis.cause {
        Cause::TroopsSent => text!("ex.troops"),
        Cause::WarOpened => text!("ex.war"),
        Cause::Blockade => text!("ex.blockade"),
        Cause::ArmsSent(_) => text!("ex.arms"),
        Cause::Nationalised => text!("ex.nationalised"),
        Cause::Takeover(_) => text!("ex.takeover"),
        Cause::BaseTaken => text!("ex.base"),
    };
    // Not filled as a sentence of its own, which would begin with a capital.
    let (actor, over) = (speaker.acting(crisis.actor).text, speaker.polity(crisis.over).text);
    template.replace("{actor}", &actor).replace("{over}", &over)
}

/// A round: what each side did, what spoke for it, and where it stood then.
pub(super) fn round_words(content: &Content, crisis: &Crisis, round: &PlayedRound) -> String {
    let sides = crisis.sides().map(|id| Speaker(content).acting(id).text);
    let because = |reason: &Reason| {
        let policy = &content.doctrines[reason.doctrine].policies[usize::from(reason.policy)];
        fill(text!("ex.because"), &[("why", policy.because.trim_end_matches('.'))])
    };
    let [a, b] = [0, 1].map(|side| {
        let why = round.reasons[side].as_ref().map_or(String::new(), because);
        fill(
            text!("ex.move"),
            &[("who", &sides[side]), ("move", play_words(round.moves[side])), ("because", &why)],
        )
    });
    // What an accident made of it comes next.
    let stood = if round.accident { "" } else { text!("ex.stood") }.replace("{rung}", rung_words(round.rung));
    let month = round.month.to_string();
    let places = [("when", month.as_str()), ("a", &a), ("b", &b), ("rung", &stood)];
    fill(text!("ex.round"), &places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Month, PolityId};
    use crate::content::vocabulary::CrisisMove;
    use crate::sim::crisis::{CrisisOutcome, TOP_RUNG};

    fn ended(rounds: usize) -> EndedCrisis {
        let [a, b, c] = [0, 1, 2].map(PolityId::from_index);
        let reason = Reason { doctrine: Id::from_index(0), policy: 0 };
        let round = PlayedRound {
            month: Month(600),
            moves: [CrisisMove::Raise, CrisisMove::Hold],
            reasons: [Some(reason), None],
            rung: 3,
            alerts: [1, 0],
            accident: false,
        };
        let crisis = Crisis {
            rung: TOP_RUNG,
            peak: TOP_RUNG,
            rounds: rounds as u8,
            played: vec![round; rounds],
            ..Crisis::between([a, b], c, Cause::TroopsSent, Month(600))
        };
        EndedCrisis { crisis, month: Month(601), outcome: CrisisOutcome::Exchange }
    }

    #[test]
    fn an_account_names_both_sides_what_they_did_and_why_and_is_short() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = crate::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
        let told = account(&content, &ended(3), [1e6, 2e6]);
        assert_eq!(told.len(), 6, "{told:#?}");
        assert!(
            told[1].contains(content.doctrines[Id::from_index(0)].policies[0].because.trim_end_matches('.'))
        );
        let long = account(&content, &ended(18), [1e6, 2e6]);
        assert_eq!(long.len(), MOST, "{long:#?}");
        assert!(long[1].contains("10"), "{}", long[1]);
    }
}
