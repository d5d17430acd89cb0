//! Doctrines: policies whose orders could never be given are found in the toy, and those that can are not.

use super::overlay::{Overlay, codes};

/// The toy with another act in its one policy of a state.
fn with(act: &str) -> Overlay {
    let act = format!("act: {act}");
    Overlay::new().edited(
        "scenarios/common/common.ron",
        "act: GiveAid(to: Target, form: Economic, share: 0.01)",
        &act,
    )
}

#[test]
fn numbers_that_an_order_does_not_take_are_refused() {
    for (act, says) in [
        ("GatherIntelligence(on: Target, share: 0.5)", "The share of the budget"),
        ("GatherIntelligence(on: Target, share: 0.0)", "The share of the budget"),
        ("OfferBase(to: Target, share: 0.2)", "The share of the budget"),
        ("FeignStrength(by: 1.5)", "What is shown"),
        ("FeignStrength(by: -0.8)", "What is shown"),
        ("FeignStrength(by: 0.01)", "What is shown"),
    ] {
        let overlay = with(act);
        let report = overlay.check();
        assert!(codes(&report).contains(&"E0111"), "{act}: {}", overlay.text(&report));
        assert!(overlay.text(&report).contains(says), "{act}: {}", overlay.text(&report));
    }
}

#[test]
fn numbers_that_an_order_takes_are_taken() {
    for act in
        ["GatherIntelligence(on: Target, share: 0.02)", "FeignStrength(by: 1.0)", "FeignStrength(by: -0.5)"]
    {
        let overlay = with(act);
        let report = overlay.check();
        assert!(!codes(&report).contains(&"E0111"), "{act}: {}", overlay.text(&report));
    }
}
