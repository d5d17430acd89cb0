//! Intentions of policies: faults planted in the toy are found, and what is right is taken.

use super::overlay::{Overlay, codes};

const COMMON: &str = "scenarios/common/common.ron";
const AIM: &str = "aim: AtLeast(what: Trust(of: This, to: Target), is: 0.6), months: 24";

/// The toy with an aim for those who help, and a second policy to which they may turn.
fn with(intention: &str, of_second: &str) -> Overlay {
    let first = format!("threshold: 0.4, authority: 1.0, rest_months: 12, {intention}\n            ),");
    let second = format!(
        r#"
            (
                id: "trade", because: "Who trades does not fight.",
                act: OfferTradeTreaty(with: Target), targets: Neighbours,
                considerations: [(label: "trust", input: Trust(of: This, to: Target), curve: Linear(from: 0.0, to: 1.0), weight: 1.0)],
                threshold: 0.4, authority: 1.0, rest_months: 12, {of_second}
            ),"#
    );
    let old = "threshold: 0.4, authority: 1.0, rest_months: 12,\n            ),";
    Overlay::new().edited(COMMON, old, &(first + &second))
}

#[test]
fn an_intention_is_read_as_written() {
    let overlay = with(&format!("intention: ({AIM}, fallback: \"trade\"),"), "");
    let report = overlay.check();
    assert_eq!(codes(&report), codes(&Overlay::new().check()), "{}", overlay.text(&report));
    let content = overlay.load(&[]).content.expect("it loads");
    let doctrine = content.doctrines.values().find(|one| one.id == "good_neighbour").expect("it is there");
    let intention = doctrine.policies[0].intention.as_ref().expect("it has one");
    assert_eq!((intention.months, intention.fallback), (24, Some(1)));
    assert_eq!(doctrine.policies[1].intention, None);
}

#[test]
fn planted_faults_are_found() {
    for (code, first, second) in [
        ("E0301", format!("intention: ({AIM}, fallback: \"trace\"),"), String::new()),
        ("E0304", format!("intention: ({AIM}, fallback: \"help\"),"), String::new()),
        (
            "E0304",
            format!("intention: ({AIM}, fallback: \"trade\"),"),
            format!("intention: ({AIM}, fallback: \"help\"),"),
        ),
        ("W0406", "intention: (aim: Always, months: 24),".to_owned(), String::new()),
        ("E0111", format!("intention: ({}),", AIM.replace("24", "3")), String::new()),
        ("E0111", format!("intention: ({}),", AIM.replace("24", "600")), String::new()),
    ] {
        let overlay = with(&first, &second);
        let report = overlay.check();
        assert!(codes(&report).contains(&code), "{code} for {first} {second}: {}", overlay.text(&report));
    }
}

#[test]
fn an_aim_at_home_speaks_of_no_target() {
    let old = "threshold: 0.4, authority: 0.5, rest_months: 24,";
    let overlay = Overlay::new().edited(COMMON, old, &format!("{old} intention: ({AIM}),"));
    let report = overlay.check();
    assert!(codes(&report).contains(&"W0406"), "{}", overlay.text(&report));
}
