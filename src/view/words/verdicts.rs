//! Decisions and verdicts in words: what was decided, and what became of an option that an agent weighed.

use crate::content::defs::Content;
use crate::content::vocabulary::Order;
use crate::sim::agents::{DecisionRecord, Verdict};

use super::{Sentence, Speaker, act_sentence, blocker_words, text};

/// What a record decides on: an act; or that nothing is done, that no move is made in a crisis, that an offer is not answered.
pub fn decision_sentence(content: &Content, record: &DecisionRecord) -> Sentence {
    let speaker = Speaker(content);
    let template = match (&record.verdict, &record.order) {
        (Verdict::Unanswered, _) => text!("v.no_answer"),
        (Verdict::Inaction(_) | Verdict::NothingOpen, Some(Order::MoveInCrisis { .. })) => {
            text!("v.idle_crisis")
        }
        (Verdict::Inaction(_) | Verdict::NothingOpen, _) | (_, None) => text!("v.idle"),
        (_, Some(order)) => return act_sentence(content, record.agent, order),
    };
    let mut values = vec![("by", speaker.acting_seat(record.agent))];
    values.extend(record.target.map(|target| ("to", speaker.seat(target))));
    Sentence::fill(template, &values)
}

/// What became of what a record decides on; of inaction, what came nearest.
pub fn outcome_words(content: &Content, record: &DecisionRecord) -> String {
    match (&record.verdict, &record.order) {
        (Verdict::Inaction(nearest), Some(order)) => {
            let act = act_sentence(content, record.agent, order).plain();
            let values = [("act", act.trim_end_matches('.')), ("why", &verdict_words(nearest))];
            super::fill(text!("v.Inaction"), &values)
        }
        (verdict, _) => verdict_words(verdict),
    }
}

/// A verdict in plain words.
pub fn verdict_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Chosen => text!("v.Chosen").into(),
        Verdict::BelowThreshold => text!("v.BelowThreshold").into(),
        Verdict::Outranked => text!("v.Outranked").into(),
        Verdict::Resting => text!("v.Resting").into(),
        Verdict::Unanswered => text!("v.Unanswered").into(),
        Verdict::NothingOpen => text!("v.NothingOpen").into(),
        Verdict::Inaction(nearest) => verdict_words(nearest),
        Verdict::Blocked(blockers) => {
            let all: Vec<_> = blockers.iter().map(blocker_words).collect();
            text!("v.Blocked").replace("{why}", &all.join(" "))
        }
    }
}
