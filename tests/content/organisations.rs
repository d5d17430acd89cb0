//! Organisations: faults planted in the toy are found, and what is right is not.

use super::overlay::{Overlay, SCENARIO, codes};

/// The toy with its organisation in other words.
fn with(words: &str) -> Overlay {
    let start = format!("scenarios/{SCENARIO}/start.ron");
    Overlay::new().edited(&start, "kind: Regional, voting: Consent,", words)
}

#[test]
fn what_belongs_to_one_kind_is_refused_of_others() {
    let paid = "recovery: Some((share: 0.01, until: \"1952-01\", source: \"own invention\")),";
    let late = paid.replace("1952-01", "1949-01");
    for (words, says) in [
        ("kind: Producers, voting: Consent,".to_string(), "names no `good`"),
        (
            "kind: Regional, voting: Consent, good: \"tools\",".to_string(),
            "only an organisation of kind `Producers`",
        ),
        (
            format!("kind: Regional, voting: Leader, leader: \"ESL\", {paid}"),
            "only an organisation of kind `Market`",
        ),
        (
            "kind: Regional, voting: Consent, permanent: [\"ESL\"],".to_string(),
            "only an organisation of kind `World`",
        ),
        (format!("kind: Market, voting: Consent, {paid}"), "no leader among its members"),
        (format!("kind: Market, voting: Leader, leader: \"ESL\", {late}"), "ends before the campaign begins"),
    ] {
        let overlay = with(&words);
        let report = overlay.check();
        assert!(codes(&report).contains(&"E0304"), "{words}: {}", overlay.text(&report));
        assert!(overlay.text(&report).contains(says), "{words}: {}", overlay.text(&report));
    }
}

#[test]
fn what_belongs_to_its_kind_is_taken() {
    let paid = "recovery: Some((share: 0.01, until: \"1952-01\", source: \"own invention\")),";
    for words in [
        "kind: Producers, voting: Consent, good: \"tools\",".to_string(),
        format!("kind: Market, voting: Leader, leader: \"ESL\", {paid}"),
    ] {
        let overlay = with(&words);
        let report = overlay.check();
        assert!(!codes(&report).contains(&"E0304"), "{words}: {}", overlay.text(&report));
    }
}

#[test]
fn nobody_is_its_own_heir() {
    let world = "scenarios/common/worlds/islands/world.ron";
    let of = "Polity(id: \"ESL\",";
    for heirs in ["\"ESL\"", "\"WSL\", \"WSL\""] {
        let overlay = Overlay::new().edited(world, of, &format!("{of} heirs: [{heirs}],"));
        let report = overlay.check();
        assert!(codes(&report).contains(&"E0304"), "{}", overlay.text(&report));
    }
}

#[test]
fn what_is_found_later_is_not_less_than_what_is_known() {
    let world = "scenarios/common/worlds/islands/world.ron";
    let overlay = Overlay::new().edited(world, "fuels: 1.0,", "fuels: 1.0, finds: 0.5,");
    let report = overlay.check();
    assert!(codes(&report).contains(&"E0304"), "{}", overlay.text(&report));
}
