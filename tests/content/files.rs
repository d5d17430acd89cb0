//! Broken files and folders: every finding has its place and remedy, nothing panics, nothing is taken silently.

use super::overlay::{Overlay, SCENARIO, codes};
use correlation::content::report::{Code, Report};
use correlation::content::{check, load};

const EXTRA: &str = "scenarios/common/extra.ron";

fn extra(text: impl AsRef<[u8]>) -> (Overlay, Report) {
    let overlay = Overlay::new().with(EXTRA, text);
    let report = overlay.check();
    (overlay, report)
}

/// Line and column of each finding in the extra file, with its code.
fn places(report: &Report) -> Vec<(&'static str, usize, usize)> {
    report
        .findings()
        .iter()
        .filter_map(|finding| {
            let at = report.sources.line_col(finding.at?);
            Some((finding.code.text(), at.line, at.column))
        })
        .collect()
}

#[test]
fn many_mistakes_of_one_file_are_all_found_with_exact_places() {
    let (overlay, report) = extra(
        r#"[
    Rule(id: "toy.a", defalt: 0.5, default: "half", min: 0.0, max: 1.0, unit: "share", means: "m", source: "s"),
    Rule(id: "toy.b", default: 0.5 min: 0.0, max: 1.0, unit: "share", means: "m", source: "s", extra: 1),
    Lens(id: "l", name: "L", source: "s", asserts: "a", overrides: [("toy.pul", 0.5), ("toy.c", inf)]),
    Rule(id: "toy.c", default: 0.5, min: 0.0, max: 1.0, unit: "share", means: "m", source: ),
    Rule(id: "toy.d", default: 0.5, min: 0.0, max: 1.0, unit: "share", means: "m", sauce: "s"),
]
"#,
    );
    assert_eq!(
        places(&report),
        [
            ("E0105", 2, 23),
            ("E0109", 2, 45),
            ("E0101", 3, 35),
            ("E0105", 3, 96),
            ("E0301", 4, 70),
            ("E0110", 4, 97),
            ("E0101", 5, 84),
            ("E0107", 6, 5),
            ("E0105", 6, 84),
        ],
        "{}",
        overlay.text(&report)
    );
    insta::assert_snapshot!("many_mistakes", overlay.text(&report));
    let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
    assert_eq!(json["errors"], 9);
    assert_eq!(json["findings"][0]["place"]["line"], 2);
    assert_eq!(json["findings"][0]["fix"]["text"], "default");
}

#[test]
fn mistakes_deep_in_one_definition_are_all_found() {
    let overlay = Overlay::new()
        .edited("scenarios/common/common.ron", "input: Need(of: Target)", "input: Ned(of: Target)")
        .edited("scenarios/common/common.ron", "targets: Neighbours", "targets: Neighbour")
        .edited("scenarios/common/common.ron", "Trust(of: This, to: Target)", "Trust(of: This)")
        .edited("scenarios/common/common.ron", "(never: OpenWar, ", "(never: OpenWars, ")
        .edited("scenarios/common/common.ron", "line: (0.0, 0.0)", "line: (0.0, 7.0)");
    let report = overlay.check();
    assert_eq!(codes(&report), ["E0106", "E0106", "E0107", "E0106", "E0111"], "{}", overlay.text(&report));
}

#[test]
fn a_part_in_anothers_struggle_that_nobody_can_take_is_found() {
    let act = "act: GiveAid(to: Target, form: Economic, share: 0.01)";
    let with = |act_instead: &str| {
        let overlay = Overlay::new().edited("scenarios/common/common.ron", act, act_instead);
        codes(&overlay.check())
    };
    assert_eq!(with("act: SendTroops(to: Target, share: 0.01, degree: Arms)"), ["W0406"]);
    assert!(with("act: SendTroops(to: Target, share: 0.01, degree: Advisers)").is_empty());
    assert!(with("act: SendTroops(to: Target, share: 0.01)").is_empty());
}

#[test]
fn truncated_files_name_the_bracket_that_is_open() {
    let (overlay, report) = extra("[\n    Rule(id: \"toy.a\", default: 0.5, min: 0.0");
    assert_eq!(places(&report), [("E0102", 2, 9)], "{}", overlay.text(&report));
    let (overlay, report) = extra("[\n    Rule(id: \"toy.a");
    assert_eq!(places(&report), [("E0102", 2, 14)], "{}", overlay.text(&report));
    let (overlay, report) = extra("[\n  /* never closed");
    assert_eq!(places(&report), [("E0102", 2, 3)], "{}", overlay.text(&report));
}

#[test]
fn a_hundred_thousand_brackets_are_one_finding() {
    for bracket in ["[", "(", "A(a:", "Some("] {
        let (overlay, report) = extra(bracket.repeat(100_000));
        assert_eq!(codes(&report), ["E0103"], "{}", overlay.text(&report));
        assert!(overlay.text(&report).len() < 2_000, "long lines are cut");
    }
}

#[test]
fn large_binary_and_odd_files_are_refused_as_files() {
    let (overlay, report) = extra(vec![b' '; 5 * 1024 * 1024]);
    assert_eq!(codes(&report), ["E0005"], "{}", overlay.text(&report));
    let (overlay, report) = extra(b"[\n\"\xff\"]");
    assert_eq!(codes(&report), ["E0004"]);
    assert!(overlay.text(&report).contains("line 2"), "{}", overlay.text(&report));
    let overlay =
        Overlay::new().with("scenarios/common/run.sh", "x").with("scenarios/common/Common.ron", "[]");
    assert_eq!(codes(&overlay.check()), ["E0007", "E0007"]);
    let overlay =
        Overlay::new().with("scenarios/common/nul.ron", "[]").with("scenarios/common/a b.ron", "[]");
    assert_eq!(codes(&overlay.check()), ["E0007", "E0007"]);
    let overlay = Overlay::new().with("scenarios/common/a/b/c/d/e/f/g/h/i/j.ron", "[]");
    assert!(codes(&overlay.check()).iter().all(|code| *code == "E0006"));
}

#[cfg(unix)]
#[test]
fn links_are_refused() {
    let overlay = Overlay::new();
    std::os::unix::fs::symlink("/etc/passwd", overlay.root().join(EXTRA)).unwrap();
    std::os::unix::fs::symlink("/etc", overlay.root().join("scenarios/common/etc")).unwrap();
    let report = overlay.check();
    assert_eq!(codes(&report), ["E0007", "E0007"], "{}", overlay.text(&report));
}

#[test]
fn long_texts_and_attributes_are_refused() {
    let (_, report) = extra(format!(
        "[Rule(id: \"toy.a\", default: 0.5, min: 0.0, max: 1.0, unit: \"s\", means: \"{}\", source: \"s\")]",
        "x".repeat(20_000)
    ));
    assert!(codes(&report).contains(&"E0113"));
    let (_, report) = extra("#![type = \"x\"]\n[]");
    assert_eq!(codes(&report), ["E0112"]);
}

#[test]
fn empty_folders_and_missing_worlds_are_named() {
    let overlay = Overlay::new().with("scenarios/empty/.keep", "");
    let loaded = load(overlay.root(), "empty", &[]);
    assert_eq!(codes(&loaded.report), ["E0015"], "{}", overlay.text(&loaded.report));
    let empty = tempfile::TempDir::new().unwrap();
    assert_eq!(codes(&check(empty.path())), ["E0015"]);
    assert_eq!(codes(&load(empty.path(), SCENARIO, &[]).report), ["E0002"]);
    assert_eq!(codes(&load(overlay.root(), "two_iland", &[]).report), ["E0016"]);
    assert_eq!(codes(&load(overlay.root(), "../two_islands", &[]).report), ["E0016"]);
    let overlay = Overlay::new().without("scenarios/common/worlds/islands");
    let report = overlay.load(&[]).report;
    assert!(codes(&report).contains(&"E0303"), "{}", overlay.text(&report));
    assert!(overlay.text(&report).contains("no world named `islands`"));
}

#[test]
fn an_empty_file_holds_nothing_and_harms_nothing() {
    for text in ["", "\n\n", "// nothing\n", "[]", "\u{feff}"] {
        let (overlay, report) = extra(text);
        assert!(report.is_clean(), "{text:?}: {}", overlay.text(&report));
    }
}

#[test]
fn a_file_is_checked_with_its_surroundings_and_reported_alone() {
    let overlay = Overlay::new()
        .with(
            EXTRA,
            "[Lens(id: \"l\", name: \"L\", source: \"s\", asserts: \"a\", overrides: [(\"toy.pul\", 0.5)])]",
        )
        .with("scenarios/common/other.ron", "[Ruel()]");
    let report = check(&overlay.root().join(EXTRA));
    assert_eq!(codes(&report), ["E0301"], "{}", overlay.text(&report));
    let alone = tempfile::TempDir::new().unwrap();
    let path = alone.path().join("alone.ron");
    std::fs::write(&path, "[Relation(of: \"A\", to: \"B\", trust: 2.0)]").unwrap();
    assert_eq!(codes(&check(&path)), ["E0111"], "references are not followed for a file alone");
}

#[test]
fn the_same_finding_in_two_scenarios_is_reported_once() {
    let overlay = Overlay::new().with(EXTRA, "[Ruel(id: \"x\")]");
    copy_scenario(&overlay);
    assert_eq!(codes(&overlay.check()), [Code::UnknownKind.text()]);
}

fn copy_scenario(overlay: &Overlay) {
    let folder = overlay.root().join("scenarios");
    std::fs::create_dir_all(folder.join("again")).unwrap();
    for name in ["start.ron", "sources.md"] {
        std::fs::copy(folder.join(SCENARIO).join(name), folder.join("again").join(name)).unwrap();
    }
    let text = std::fs::read_to_string(folder.join(SCENARIO).join("scenario.ron")).unwrap();
    std::fs::write(folder.join("again/scenario.ron"), text.replace("two_islands", "again")).unwrap();
}

#[test]
fn nesting_up_to_the_limit_is_read() {
    let deep = |levels: usize| {
        let (open, close) = ("Not(that: ".repeat(levels), ")".repeat(levels));
        Overlay::new()
            .edited("scenarios/two_islands/start.ron", "when: Below", &format!("when: {open}Below"))
            .edited("scenarios/two_islands/start.ron", "is: 0.9), mean", &format!("is: 0.9){close}, mean"))
    };
    let report = deep(58).check();
    assert!(report.is_clean(), "{}", report.lines().join("\n"));
    assert_eq!(codes(&deep(70).check()), ["E0103"]);
}

#[test]
fn a_flood_of_mistakes_ends_soon() {
    let fields: String = (0..5_000).map(|at| format!("f{at}: 1, ")).collect();
    let ids: String = (0..5_000).map(|at| format!("(\"toy.x{at}\", 0.1), ")).collect();
    let text = format!(
        "[Rule(id: \"a\", {fields}), Lens(id: \"l\", name: \"L\", source: \"s\", asserts: \"a\", overrides: [{ids}])]"
    );
    let started = std::time::Instant::now();
    let (_, report) = extra(text);
    assert!(report.has_errors());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn foreign_owners_that_are_none_are_found() {
    let state = r#"forces_share: 0.03, legitimacy: 0.5,"#;
    let with = |owners: &str| {
        let owners = format!("{state} foreign_owners: [{owners}],");
        let overlay = Overlay::new().edited("scenarios/two_islands/start.ron", state, &owners);
        let report = overlay.check();
        codes(&report).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(with(r#"(of: "ESL", share: 1.0)"#), Vec::<String>::new());
    assert_eq!(with(r#"(of: "WSL", share: 1.0)"#), ["E0304"]);
    assert_eq!(with(r#"(of: "ESL", share: 0.4)"#), ["W0403"]);
    let three = r#"(of: "ESL", share: 0.4), (of: "ESL", share: 0.3), (of: "ESL", share: 0.3)"#;
    assert_eq!(with(three), ["E0304"]);
}
