//! Laboratories: faults planted in the toy are found, and what is right is taken.

use super::overlay::{Overlay, codes};

const FILE: &str = "scenarios/two_islands/laboratory.ron";

const LAB: &str = r#"[
    Laboratory(
        id: "strait",
        name: "The strait",
        question: "Does the smaller island yield?",
        months: 24,
        outcomes: [
            (id: "war", name: "war", when: Told(what: WarBegun, of: "ESL")),
            (id: "nothing", name: "nothing changes", when: Ends(when: Always)),
        ],
        historical: "nothing",
        source: "own invention",
        shift: (
            doctrine: "good_neighbour", parameter: "warmth", low: 0.0, high: 1.0,
            outcome: "war", lens: "pamphlet", expects: Negative, asserts: "The text asserts that need moves us.",
        ),
    ),
]
"#;

fn with(text: &str) -> Overlay {
    Overlay::new().with(FILE, text)
}

#[test]
fn a_laboratory_is_read_as_written() {
    let overlay = with(LAB);
    assert_eq!(codes(&overlay.check()), codes(&Overlay::new().check()));
    let content = overlay.load(&[]).content.expect("it loads");
    let [lab] = content.laboratories.as_slice() else { panic!("one laboratory") };
    assert_eq!((lab.historical, lab.shift.outcome, lab.shift.parameter.as_str()), (1, 0, "warmth"));
}

#[test]
fn what_cannot_be_run_or_says_nothing_is_refused() {
    for (from, to, code, says) in [
        ("historical: \"nothing\"", "historical: \"nothin\"", "E0303", "did you mean `nothing`?"),
        ("outcome: \"war\"", "outcome: \"wars\"", "E0303", "did you mean `war`?"),
        ("parameter: \"warmth\"", "parameter: \"warmht\"", "E0303", "did you mean `warmth`?"),
        ("high: 1.0", "high: 1.5", "E0111", "is set to 1.5"),
        ("high: 1.0", "high: 0.0", "W0410", "nothing lies between them"),
        ("months: 24", "months: 999", "E0111", "runs 999 months"),
        ("source: \"own invention\"", "source: \" \"", "W0408", "does not say where its outcome is told"),
        (
            "asserts: \"The text asserts that need moves us.\"",
            "asserts: \"\"",
            "W0408",
            "what its text asserts",
        ),
        ("Told(what: WarBegun, of: \"ESL\")", "Ends(when: Always)", "E0304", "can come to `nothing`"),
        (
            "Told(what: WarBegun, of: \"ESL\")",
            "Ends(when: Sovereign(who: Target))",
            "E0304",
            "no target and no player",
        ),
    ] {
        assert!(LAB.contains(from), "{from}");
        let overlay = with(&LAB.replace(from, to));
        let report = overlay.check();
        assert!(codes(&report).contains(&code), "{code}: {}", overlay.text(&report));
        assert!(overlay.text(&report).contains(says), "{says}: {}", overlay.text(&report));
    }
}
