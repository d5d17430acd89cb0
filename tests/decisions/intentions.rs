//! Agents hold to their aims, and do not freeze after a set-back.

use correlation::base::Month;
use correlation::sim::agents::{DecisionLog, DecisionRecord, Verdict, total};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::view::decision_view;

use super::history;

#[test]
fn an_agent_turns_to_another_road_after_a_set_back() {
    let mut sim = history(3, 0, true);
    let mut turned = Vec::new();
    for _ in 0..48 {
        sim.step();
        let now = sim.clock().now();
        let fresh = |record: &&DecisionRecord| record.month == now && record.verdict == Verdict::Chosen;
        let log = sim.get::<DecisionLog>();
        turned.extend(
            log.iter()
                .filter(fresh)
                .filter(|one| one.resolve.is_some_and(|one| one.turned_from.is_some()))
                .cloned(),
        );
    }
    assert!(turned.len() > 3, "{} turned to another road", turned.len());
    let log = sim.get::<DecisionLog>();
    let mut seen = 0;
    for record in &turned {
        let formed_by = record.resolve.and_then(|resolve| resolve.turned_from).expect("it turned");
        let doctrine = &sim.content().doctrines[record.doctrine];
        let intention =
            doctrine.policies[usize::from(formed_by)].intention.as_ref().expect("it aims at something");
        assert_eq!(intention.fallback, record.policy.map(usize::from));
        // What it turned from it had chosen, and that came to nothing: refused, declined, or out of time.
        let before = |one: &&DecisionRecord| {
            one.agent == record.agent
                && one.policy == Some(formed_by)
                && one.month < record.month
                && one.verdict == Verdict::Chosen
        };
        let Some(first) = log.iter().find(before) else { continue };
        seen += 1;
        let declined = |month: Month, fact: &Fact| matches!(fact, Fact::OfferAnswered { from, accepted: false, .. } if *from == record.agent && month >= first.month);
        let entries = sim.get::<Chronicle>().entries();
        let refused = entries.iter().any(|entry| declined(entry.month, &entry.fact));
        assert!(refused || record.month.since(first.month) > 1, "nothing had failed");
        assert_eq!(total(record.terms(), record.price()).to_bits(), record.score.to_bits());
        assert!(record.resolve_adds() > 0.0);
        if log.get(record.number).is_some() {
            let view = decision_view(&sim, record.number).expect("it is in the log");
            let (words, adds) = view.resolve.expect("it is told");
            assert!(
                words.starts_with("Turns to this after a set-back of") && adds == record.resolve_adds(),
                "{words}"
            );
        }
    }
    assert!(seen > 0, "none of the first roads is in the log");
}

#[test]
fn doctrines_of_east_west_and_south_have_aims() {
    let content = super::content();
    let with_aims = |id: &str| {
        let doctrine = content.doctrines.values().find(|one| one.id == id).expect("it is shipped");
        doctrine.policies.iter().filter(|policy| policy.intention.is_some()).count()
    };
    for side in [
        ["containment", "detente", "atlantic_integration"],
        ["peaceful_coexistence", "proletarian_internationalism", "peoples_war"],
        ["non_alignment", "pan_arab_african_unity", "armed_struggle"],
    ] {
        assert!(side.iter().all(|id| with_aims(id) > 0), "{side:?}");
    }
    assert!(content.doctrines.values().map(|one| with_aims(&one.id)).sum::<usize>() >= 10);
}
