//! Standing effects of doctrines: faults planted in the toy are found, and what is right is taken.

use super::overlay::{Overlay, codes};

const COMMON: &str = "scenarios/common/common.ron";

/// The toy whose first doctrine has a standing effect.
fn with(effect: &str) -> Overlay {
    let old = "line: (0.1, 0.3)";
    Overlay::new().edited(COMMON, old, &format!("effects: [{effect}],\n        {old}"))
}

#[test]
fn a_standing_effect_is_read_as_written() {
    let overlay = with("(does: Nudge(stat: Legitimacy, of: This, by: 0.01), because: \"It is liked.\"),");
    let report = overlay.check();
    assert_eq!(codes(&report), codes(&Overlay::new().check()), "{}", overlay.text(&report));
    let content = overlay.load(&[]).content.expect("it loads");
    let all = content.doctrines.values().flat_map(|one| &one.effects);
    assert_eq!(all.map(|one| one.because.as_str()).collect::<Vec<_>>(), ["It is liked."]);
}

#[test]
fn planted_faults_are_found() {
    let of_target = "does: Nudge(stat: Legitimacy, of: Target, by: 0.01)";
    let while_target = "does: Nudge(stat: Legitimacy, of: This, by: 0.01), when: Below(what: Trust(of: This, to: Target), is: 0.5)";
    for effect in [of_target, while_target] {
        let overlay = with(&format!("({effect}, because: \"A test.\"),"));
        let report = overlay.check();
        assert!(codes(&report).contains(&"W0406"), "{effect}: {}", overlay.text(&report));
    }
}
