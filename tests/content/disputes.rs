//! Disputed ground: faults planted in the toy are found, and what is right is taken.

use super::overlay::{Overlay, codes};

const WORLD: &str = "scenarios/common/worlds/islands/world.ron";
const FILE: &str = "scenarios/two_islands/disputes.ron";

fn dispute(id: &str, of: &str, with: &str, weight: f64, source: &str) -> String {
    format!(
        "Dispute(id: \"{id}\", name: \"the reef\", of: \"{of}\", with: \"{with}\", weight: {weight:?}, \
         because: \"Each says that the birds on it are its own.\", source: \"{source}\"),"
    )
}

/// The toy with its two islands as two nations, since claimants of one dispute everything.
fn with(all: &[String]) -> Overlay {
    Overlay::new().with(FILE, format!("[{}]", all.concat()))
}

fn two_nations(all: &[String]) -> Overlay {
    with(all).edited(WORLD, "home: [\"EAST\"], claim: \"isles\"", "home: [\"EAST\"]")
}

#[test]
fn a_dispute_between_two_nations_is_taken() {
    let overlay = two_nations(&[dispute("reef", "ESL", "WSL", 0.4, "own invention")]);
    let before = codes(&two_nations(&[]).check());
    assert_eq!(codes(&overlay.check()), before);
}

#[test]
fn what_is_no_dispute_between_two_is_refused() {
    let reef = |id: &str| dispute(id, "ESL", "WSL", 0.4, "own invention");
    for (overlay, code, says) in [
        (with(&[reef("reef")]), "E0304", "claim one nation"),
        (two_nations(&[reef("reef"), dispute("rock", "WSL", "ESL", 0.2, "own")]), "E0304", "second dispute"),
        (two_nations(&[dispute("reef", "ESL", "ESL", 0.4, "own")]), "E0304", "with itself"),
        (two_nations(&[dispute("reef", "ESL", "WSL", 0.0, "own")]), "E0111", "nothing hangs"),
        (two_nations(&[dispute("reef", "ESL", "WSL", 1.5, "own")]), "E0111", "1.5"),
        (two_nations(&[dispute("reef", "ESL", "WSL", 0.4, " ")]), "W0408", "where it comes from"),
        (two_nations(&[dispute("reef", "ESL", "NSL", 0.4, "own")]), "E0301", "NSL"),
    ] {
        let report = overlay.check();
        assert!(codes(&report).contains(&code), "{code}: {}", overlay.text(&report));
        assert!(overlay.text(&report).contains(says), "{says}: {}", overlay.text(&report));
    }
}
