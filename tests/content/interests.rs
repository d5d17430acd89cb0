//! Interests of classes: faults planted in the toy are found, and what is right is taken.

use super::overlay::{Overlay, codes};

const FILE: &str = "scenarios/common/interests.ron";

fn interest(id: &str, stakes: &str, source: &str) -> String {
    format!(
        "Interest(id: \"{id}\", act: LandReform, stakes: [{stakes}], because: \"so it is\", source: \"{source}\"),"
    )
}

fn with(all: &[String]) -> Overlay {
    Overlay::new().with(FILE, format!("[{}]", all.concat()))
}

#[test]
fn stakes_of_a_size_that_means_something_are_taken() {
    let overlay = with(&[interest(
        "land",
        "(class: Peasants, gains: 1.0), (class: Landowners, gains: -1.0)",
        "own invention",
    )]);
    assert_eq!(codes(&overlay.check()), codes(&Overlay::new().check()));
    let content = overlay.load(&[]).content.expect("it loads");
    assert_eq!(content.interests[0].stakes.len(), 2);
}

#[test]
fn what_is_said_twice_or_too_loudly_is_refused() {
    let plain = interest("land", "(class: Peasants, gains: 1.0)", "own invention");
    let twice = "(class: Peasants, gains: 1.0), (class: Peasants, gains: -0.5)";
    for (all, code, says) in [
        (vec![plain.clone(), interest("again", "", "own invention")], "E0304", "both say who gains"),
        (vec![interest("land", twice, "own invention")], "E0304", "says twice"),
        (vec![interest("land", "(class: Peasants, gains: 1.5)", "own invention")], "E0111", "peasants 1.5"),
        (
            vec![plain.replace("because:", "issues: [(issue: Agrarian, pushes: -2.0)], because:")],
            "E0111",
            "farmers' movement -2",
        ),
        (vec![interest("land", "", " ")], "W0408", "do not say where they come from"),
        (vec![plain.replace("LandReform", "LandRefrom")], "E0106", "LandReform"),
    ] {
        let overlay = with(&all);
        let report = overlay.check();
        assert!(codes(&report).contains(&code), "{code}: {}", overlay.text(&report));
        assert!(overlay.text(&report).contains(says), "{says}: {}", overlay.text(&report));
    }
}
