//! Stylised facts: read, checked, patched, explained.

use super::overlay::{Overlay, codes};
use correlation::content::explain;
use correlation::content::vocabulary::{Group, Holds, Measure};

const FILE: &str = "scenarios/two_islands/facts.ron";

/// A file with one fact; `edit` changes its text first.
fn with_fact(edit: impl Fn(String) -> String) -> Overlay {
    let fact = r#"[
    Fact(
        id: "islands_grow",
        name: "The islands grow",
        means: "Both islands together grow.",
        measure: Growth(of: Everyone, from: 1950, to: 1959),
        band: (min: 0.0, max: 0.1),
        holds: Share(of_seeds: 0.9),
        source: "own invention",
    ),
]
"#;
    Overlay::new().with(FILE, edit(fact.to_owned()))
}

#[test]
fn a_fact_is_read_as_written() {
    let loaded = with_fact(|fact| fact).load(&[]);
    let content = loaded.content.as_ref().expect("the toy with a fact is clean");
    let [fact] = content.facts.as_slice() else { panic!("one fact") };
    assert_eq!(fact.measure, Measure::Growth { of: Group::Everyone, from: 1950, to: 1959 });
    assert_eq!(fact.holds, Holds::Share { of_seeds: 0.9 });
    assert!(fact.has(0.05) && !fact.has(0.2));
    let explained = explain(&loaded, "fact:islands_grow").expect("it can be explained");
    assert!(explained.fields.iter().any(|field| field.path == "band.max" && field.value == "0.1"));
}

#[test]
fn a_mod_may_change_and_remove_a_fact() {
    let manifest = r#"Mod(id: "other", name: "Other", version: "1.0.0", format: 1)"#;
    let patched = |patch: &str| {
        with_fact(|fact| fact)
            .with("mods/other/mod.ron", manifest)
            .with("mods/other/scenarios/two_islands/facts.ron", patch)
            .load(&["other"])
    };
    let changed =
        patched(r#"[Patch(kind: Fact, id: "islands_grow", change: (band: Patch((max: Set(0.2)))))]"#);
    let content = changed.content.unwrap_or_else(|| panic!("{:?}", changed.report.lines()));
    assert_eq!(content.facts[0].max, 0.2);
    let removed = patched(r#"[Remove(kind: Fact, id: "islands_grow")]"#);
    assert!(removed.content.expect("nothing else needs it").facts.is_empty());
}

#[test]
fn planted_faults_are_found() {
    for (from, to, code) in [
        ("min: 0.0", "min: 0.1", "W0410"),
        ("from: 1950", "from: 1959", "E0111"),
        ("to: 1959", "to: 1960", "E0111"),
        ("Growth(of: Everyone, ", "PriceLeap(within: 0, ", "E0111"),
        ("source: \"own invention\"", "source: \" \"", "W0408"),
        ("of_seeds: 0.9", "of_seeds: 1.9", "E0111"),
        ("of: Everyone", "of: Everybody", "E0106"),
        ("Growth(", "Grwth(", "E0106"),
        ("band: (min: 0.0, max: 0.1),", "", "E0107"),
        ("source: \"own invention\",", "source: \"x\", lens: \"nobody\",", "E0301"),
    ] {
        let overlay = with_fact(|fact| fact.replacen(from, to, 1));
        let report = overlay.check();
        assert!(codes(&report).contains(&code), "{from} → {to}: {}", overlay.text(&report));
    }
}
