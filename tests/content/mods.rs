//! Mods: order, patches, and who set what.

use super::overlay::{Overlay, codes};
use correlation::content::explain;

fn manifest(id: &str, more: &str) -> String {
    format!("Mod(id: {id:?}, name: \"A mod\", version: \"1.2.0\", format: 1, {more})")
}

/// The toy with mods, each a name, more fields of its manifest, and one file for the scenario.
fn with_mods(mods: &[(&str, &str, &str)]) -> Overlay {
    mods.iter().fold(Overlay::new(), |overlay, (id, more, text)| {
        overlay
            .with(&format!("mods/{id}/mod.ron"), manifest(id, more))
            .with(&format!("mods/{id}/scenarios/two_islands/patch.ron"), text)
    })
}

const PATCH: &str = r#"[
    Patch(kind: Doctrine, id: "good_neighbour", change: (
        name: Set("Kind neighbour"),
        parameters: Patch([(id: "warmth", value: Mul(1.5))]),
        policies: Patch([(id: "help", threshold: Add(0.05), rest_months: Add(6), considerations: Patch([
            (label: "trust", weight: Set(0.2)),
            (label: "need of the neighbour", weight: Set(0.8)),
        ]))]),
        sources: Append(["a second thought"]),
        limits: Remove(["OpenWar"]),
    )),
    Patch(kind: Lens, id: "pamphlet", change: (overrides: Patch([("toy.pull", Set(0.9))]))),
    Patch(kind: State, id: "ESL", change: (status: Set(Dependent(of: "WSL")), warheads: Set(1.0))),
    Patch(kind: Good, id: "bread", change: (inputs: Append([(good: "bread", amount: 0.02)]))),
    Remove(kind: Event, id: "storm"),
]"#;

#[test]
fn patches_change_what_they_name_and_say_so() {
    let overlay = with_mods(&[("kind", "", PATCH)]);
    let loaded = overlay.load(&["kind"]);
    let content = loaded.content.as_ref().unwrap_or_else(|| panic!("{}", overlay.text(&loaded.report)));
    let doctrine = content.doctrines.values().find(|doctrine| doctrine.id == "good_neighbour").unwrap();
    assert_eq!(doctrine.name, "Kind neighbour");
    assert_eq!(doctrine.parameter("warmth"), Some(0.75));
    assert!((doctrine.policies[0].threshold - 0.45).abs() < 1e-12);
    assert_eq!(doctrine.policies[0].rest_months, 18);
    assert_eq!(doctrine.policies[0].considerations[1].weight, 0.2);
    assert_eq!(doctrine.sources, ["own invention", "a second thought"]);
    assert!(doctrine.limits.is_empty());
    assert!(content.events.is_empty());
    assert_eq!(content.lenses.values().find(|lens| lens.id == "pamphlet").unwrap().overrides[0].1, 0.9);

    let explained = explain(&loaded, "doctrine:good_neighbour").unwrap();
    let warmth = explained.fields.iter().find(|field| field.path == "parameters[warmth].value").unwrap();
    assert_eq!((warmth.value.as_str(), warmth.by.as_str()), ("0.75", "the mod `kind`"));
    assert!(warmth.place.ends_with("mods/kind/scenarios/two_islands/patch.ron:4"), "{}", warmth.place);
    assert!(
        explained
            .changes
            .iter()
            .any(|change| change.contains("parameters[warmth].value changed by the mod `kind`")
                && change.contains("was 0.5")),
        "{:?}",
        explained.changes
    );
    assert!(explained.to_string().contains("Kind neighbour"));
}

#[test]
fn without_its_mod_the_value_is_as_before_and_the_hash_differs() {
    let overlay = with_mods(&[("kind", "", PATCH)]);
    let (with, without) = (overlay.load(&["kind"]).content.unwrap(), overlay.load(&[]).content.unwrap());
    assert_ne!(with.hash, without.hash);
    assert_eq!(with.mod_hashes.len(), 2);
    assert_eq!(with.mod_hashes[0], without.mod_hashes[0]);
    let warmth = |content: &correlation::content::defs::Content| {
        content.doctrines.values().find_map(|doctrine| doctrine.parameter("warmth"))
    };
    assert_eq!((warmth(&with), warmth(&without)), (Some(0.75), Some(0.5)));
}

#[test]
fn load_order_is_by_dependency_then_id_whatever_the_order_given() {
    let set = |value: &str| format!("[Patch(kind: Rule, id: \"toy.pull\", change: (default: Set({value})))]");
    let (a, b) = (set("0.1"), set("0.2"));
    let overlay = with_mods(&[("aa", "depends: [(id: \"bb\", version: \">=1.0\")]", &a), ("bb", "", &b)]);
    for order in [["aa", "bb"], ["bb", "aa"]] {
        let loaded = overlay.load(&order);
        assert!(loaded.report.is_clean(), "{}", overlay.text(&loaded.report));
        assert_eq!(loaded.mods.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["bb", "aa"]);
        assert_eq!(loaded.content.unwrap().rules.get("toy.pull"), Some(0.1), "the dependent mod comes later");
    }
    let overlay = with_mods(&[("aa", "", &a), ("bb", "", &b)]);
    let loaded = overlay.load(&["bb", "aa"]);
    assert_eq!(codes(&loaded.report), ["W0206"], "{}", overlay.text(&loaded.report));
    insta::assert_snapshot!("two_mods_one_field", overlay.text(&loaded.report));
    assert_eq!(loaded.content.unwrap().rules.get("toy.pull"), Some(0.2));
}

#[test]
fn mods_that_cannot_be_together_are_refused() {
    let nothing = "[]";
    let overlay = with_mods(&[
        ("aa", "depends: [(id: \"bb\")]", nothing),
        ("bb", "depends: [(id: \"aa\")]", nothing),
        ("cc", "conflicts: [\"dd\"]", nothing),
        ("dd", "", nothing),
        ("ee", "depends: [(id: \"dd\", version: \">=2.0\")]", nothing),
    ])
    .with("mods/twin/mod.ron", manifest("dd", ""))
    .with("mods/none/readme.md", "no manifest");
    let load = |mods: &[&str]| codes(&overlay.load(mods).report);
    assert_eq!(load(&["aa", "bb"]), ["E0012", "E0012"]);
    assert_eq!(load(&["aa"]), ["E0011"]);
    assert_eq!(load(&["cc", "dd"]), ["E0013"]);
    assert_eq!(load(&["ee", "dd"]), ["E0011"]);
    assert!(load(&["dd", "twin"]).contains(&"E0014"));
    assert_eq!(load(&["none"]), ["E0008"]);
    assert_eq!(load(&["nowhere"]), ["E0001"]);
    assert_eq!(load(&["cc"]), Vec::<&str>::new());
}

#[test]
fn files_of_a_mod_that_nothing_reads_are_named() {
    let overlay = with_mods(&[("kind", "", "[]")])
        .with("mods/kind/doctrines/lost.ron", "[]")
        .with("mods/kind/scenarios/lost.ron", "[]");
    assert_eq!(codes(&overlay.load(&["kind"]).report), ["E0207", "E0207"]);
    let overlay = Overlay::new().with("mods/bare/mod.ron", manifest("bare", ""));
    assert_eq!(codes(&overlay.load(&["bare"]).report), ["E0015"]);
}

#[test]
fn every_wrong_patch_is_explained() {
    let overlay = with_mods(&[(
        "wrong",
        "",
        r#"[
    Patch(kind: Doctrin, id: "good_neighbour", change: (name: Set("x"))),
    Patch(kind: Doctrine, id: "good_neighbor", change: (name: Set("x"))),
    Patch(kind: Doctrine, id: "good_neighbour", name: Set("x")),
    Patch(kind: Doctrine, id: "good_neighbour", change: (
        nam: Mul(2.0),
        name: "x",
        summary: Sat("x"),
        id: Set("other"),
        parameters: Append([(id: "warmth", value: 0.5, min: 0.0, max: 1.0, means: "again")]),
        policies: Patch([(id: "halp", threshold: Set(0.1)), (threshold: Set(0.1))]),
        line: Add(1.0),
        sources: Remove(["nothing like it"]),
        bias: Add(0.1),
    )),
    Patch(kind: Rule, id: "toy.pull", change: (default: Set(inf), min: Set("x"), unknown: Set(1))),
    Remove(kind: Rule, id: "toy.pulls"),
    Patch(kind: Rule, id: "absent", optional: true, change: (default: Set(1.0))),
]"#,
    )]);
    let loaded = overlay.load(&["wrong"]);
    assert!(loaded.content.is_none());
    insta::assert_snapshot!("wrong_patches", overlay.text(&loaded.report));
}

#[test]
fn a_mod_is_checked_over_the_content_around_it_and_reported_alone() {
    let overlay =
        with_mods(&[("kind", "", "[Patch(kind: Rule, id: \"toy.pul\", change: (default: Set(0.1)))]")])
            .with("scenarios/common/other.ron", "[Ruel()]");
    let report = correlation::content::check(&overlay.root().join("mods/kind"));
    assert_eq!(codes(&report), ["E0202"], "{}", overlay.text(&report));
}

#[test]
fn a_folder_of_a_mod_that_nothing_reads_is_told() {
    let overlay = with_mods(&[("kind", "", "")]).with("mods/kind/scenarios/comon/rules.ron", "[]");
    let report = correlation::content::check(&overlay.root().join("mods/kind"));
    assert_eq!(codes(&report), ["E0015"], "{}", overlay.text(&report));
    assert!(overlay.text(&report).contains("did you mean `common`?"), "{}", overlay.text(&report));
}

#[test]
fn what_a_patch_makes_of_a_definition_elsewhere_is_the_mods_too() {
    let patch = r#"[Patch(kind: Doctrine, id: "good_neighbour", change: (policies: Patch([
        (id: "help", considerations: Patch([(label: "trust", weight: Set(0.9))])),
    ])))]"#;
    let overlay = with_mods(&[("heavy", "", patch)]);
    let report = correlation::content::check(&overlay.root().join("mods/heavy"));
    assert_eq!(codes(&report), ["W0402"], "{}", overlay.text(&report));
    assert!(overlay.text(&report).contains("comes about with this mod"), "{}", overlay.text(&report));
    let overlay =
        with_mods(&[("kind", "", "[Patch(kind: Rule, id: \"toy.pull\", change: (default: Set(0.1)))]")])
            .with("scenarios/common/other.ron", patch);
    let report = correlation::content::check(&overlay.root().join("mods/kind"));
    assert!(!codes(&report).contains(&"W0402"), "what is there without it is not: {}", overlay.text(&report));
}
