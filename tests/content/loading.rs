//! Good content loads, the same whatever its files' order.

use super::overlay::{Overlay, SCENARIO, toy};
use correlation::base::Id;
use correlation::content::report::Style;
use correlation::content::{check, explain, find_root, load};
use std::path::Path;

#[test]
fn the_toy_is_clean_with_warnings_denied() {
    let report = check(&toy());
    assert!(report.is_clean(), "{}", report.text(Style::Plain));
    assert_eq!(report.exit_code(true), 0);
}

#[test]
fn the_games_own_content_and_its_mods_are_clean_with_warnings_denied() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mods = std::fs::read_dir(root.join("mods")).into_iter().flatten().flatten().map(|entry| entry.path());
    for path in std::iter::once(root.to_path_buf()).chain(mods.filter(|path| path.is_dir())) {
        let report = check(&path);
        assert!(report.is_clean(), "{}", report.text(Style::Plain));
    }
}

#[test]
fn the_toy_resolves_to_what_its_files_say() {
    let loaded = load(&toy(), SCENARIO, &[]);
    let content = loaded.content.expect("the toy is clean");
    assert_eq!(content.territories.values().map(|territory| territory.population).sum::<i64>(), 300_000);
    let east = content.polities.find(|polity| polity.id == "ESL").unwrap();
    assert_eq!(east.index(), 0, "dense ids follow the order of string ids");
    assert_eq!(content.polities[east].start.aims.len(), 1);
    assert_eq!(content.claims.values().next().unwrap().claimants.len(), 2);
    let doctrine = content.doctrines.find(|doctrine| doctrine.id == "good_neighbour").unwrap();
    assert_eq!(content.doctrines[doctrine].policies[0].considerations[0].scale, Some(0));
    let bread = content.goods.find(|good| good.id == "bread").unwrap();
    assert_eq!(content.goods[bread].inputs, [0.0, 0.1]);
    assert_eq!(content.rules.get("toy.pull"), Some(0.5));
}

#[test]
fn a_scenario_is_found_by_name_and_by_folder() {
    let by_name = load(&toy(), SCENARIO, &[]).content.unwrap();
    let folder = toy().join("scenarios").join(SCENARIO);
    let by_folder = load(Path::new("/"), &folder.to_string_lossy(), &[]).content.unwrap();
    assert_eq!(by_name.hash, by_folder.hash);
}

#[test]
fn the_hash_follows_what_is_said_not_where_or_how() {
    let before = Overlay::new().load(&[]).content.unwrap().hash;
    let start = std::fs::read_to_string(toy().join("scenarios/two_islands/start.ron")).unwrap();
    let laid_out_anew = format!("// A comment.\n{}", start.replace('\n', "\r\n  "));
    let moved = Overlay::new()
        .without("scenarios/two_islands/start.ron")
        .with("scenarios/two_islands/aaa/other_name.ron", laid_out_anew);
    let moved = moved.load(&[]);
    assert!(moved.report.is_clean(), "{}", moved.report.text(Style::Plain));
    assert_eq!(moved.content.unwrap().hash, before);
    let changed =
        Overlay::new().edited("scenarios/two_islands/start.ron", "population: 100000", "population: 100001");
    assert_ne!(changed.load(&[]).content.unwrap().hash, before);
}

#[test]
fn byte_order_marks_and_carriage_returns_change_nothing() {
    let path = "scenarios/common/common.ron";
    let text = std::fs::read_to_string(toy().join(path)).unwrap();
    let report = Overlay::new().with(path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).check();
    assert!(report.is_clean(), "{}", report.text(Style::Plain));
}

#[test]
fn explain_names_file_and_line_of_every_field() {
    let loaded = load(&toy(), SCENARIO, &[]);
    let explained = explain(&loaded, "doctrine:good_neighbour").unwrap();
    let warmth = explained.fields.iter().find(|field| field.path == "parameters[warmth].value").unwrap();
    assert_eq!(warmth.value, "0.5");
    assert!(warmth.place.ends_with("scenarios/common/common.ron:57"), "{}", warmth.place);
    assert_eq!(warmth.by, "common files");
    assert!(
        explain(&loaded, "doctrine:good_neighbor").unwrap_err().contains("did you mean `good_neighbour`")
    );
    assert!(explain(&loaded, "doctrin:x").unwrap_err().contains("did you mean `Doctrine`"));
    assert!(explain(&loaded, "x").unwrap_err().contains("kind and id"));
}

#[test]
fn a_root_that_is_named_must_be_one() {
    assert!(find_root(Some(Path::new("no/such/place"))).unwrap_err().contains("--content"));
    assert_eq!(find_root(Some(&toy())), Ok(toy()));
}

/// What our own reader of the form accepts, `ron` accepts too, and the other way round.
#[test]
fn the_form_agrees_with_ron() {
    let options = ron::Options::default().with_recursion_limit(128);
    for path in [toy().join("scenarios"), Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")] {
        for file in correlation::content::package::list(&path, &|_| false, &mut Vec::new()).ron {
            let text = std::fs::read_to_string(&file).unwrap();
            let ours = form_is_good(&text);
            let theirs = options.from_str::<&ron::value::RawValue>(&text);
            assert_eq!(ours, theirs.is_ok(), "{}: {theirs:?}", file.display());
        }
    }
    for (text, good) in [
        (
            "[A(a: 1, b: [\"x\\n\", r#\"y\"#], c: 'z', d: -1.5e3, e: None, f: Some((1, 2))), /* a /* b */ c */ B(),]",
            true,
        ),
        ("[(1, 2)]", true),
        ("[0x1F, 1_000, 0b1, +3, .5, 1.]", true),
        ("[A(a 1)]", false),
        ("[A(a: 1]", false),
        ("[\"\\q\"]", false),
        ("[1 2]", false),
        ("[A(a: )]", false),
        ("[,]", false),
        ("[1,,2]", false),
        ("['xy']", false),
        ("[1.2.3]", false),
    ] {
        assert_eq!(form_is_good(text), good, "{text}");
        assert_eq!(options.from_str::<&ron::value::RawValue>(text).is_ok(), good, "ron: {text}");
    }
}

fn form_is_good(text: &str) -> bool {
    let mut sources = correlation::content::source::Sources::default();
    let file = sources.add("x", text);
    let mut findings = Vec::new();
    correlation::content::tree::parse(text, file, &mut findings);
    findings.is_empty()
}

/// The toy with a reserve currency and reparations as given.
fn with_money(gold: &str, mines: &str, until: &str) -> super::overlay::Overlay {
    let money = format!(
        "reserve_currency: (issuer: \"ESL\", claims: 10.0, gold: [{gold}], mines: [{mines}], sources: [\"own invention\"]),\n    \
         reparations: [(from: \"WSL\", to: \"ESL\", share: 0.02, until: \"{until}\", source: \"own invention\")],\n    model_card"
    );
    super::overlay::Overlay::new().edited("scenarios/two_islands/scenario.ron", "model_card", &money)
}

#[test]
fn faults_in_the_worlds_money_are_found() {
    let gold = "(polity: \"ESL\", tonnes: 20.0)";
    let mines = "(polity: \"WSL\", share: 1.0)";
    assert!(with_money(gold, mines, "1952-01").check().is_clean());
    for (gold, mines, until) in [
        ("(polity: \"WSL\", tonnes: 20.0)", mines, "1952-01"),
        (gold, "(polity: \"WSL\", share: 0.4)", "1952-01"),
        (gold, mines, "1949-01"),
    ] {
        let overlay = with_money(gold, mines, until);
        let report = overlay.check();
        assert!(super::overlay::codes(&report).contains(&"E0304"), "{}", overlay.text(&report));
    }
}

/// The toy with the western island promised independence.
fn with_promise(status: &str, by: &str, source: &str) -> super::overlay::Overlay {
    let promised = format!(
        "polity: \"WSL\", status: {status}, promised: (by: \"{by}\", source: \"{source}\"), form: CapitalistDependent,"
    );
    super::overlay::Overlay::new().edited(
        "scenarios/two_islands/start.ron",
        "polity: \"WSL\", status: Sovereign, form: CapitalistDependent,",
        &promised,
    )
}

#[test]
fn faults_in_promises_of_independence_are_found() {
    let says = |status: &str, by: &str, source: &str| {
        let overlay = with_promise(status, by, source);
        let report = overlay.check();
        overlay.text(&report)
    };
    let ruled = "Dependent(of: \"ESL\")";
    assert!(!says(ruled, "1955-01", "own invention").contains("promise"), "a sound promise is no fault");
    for (status, by, source, fault) in [
        ("Sovereign", "1955-01", "own invention", "is promised independence and ruled by nobody"),
        (ruled, "1949-01", "own invention", "is promised independence before the campaign begins"),
        (ruled, "1955-01", "", "the promise to `WSL` names no source"),
    ] {
        let text = says(status, by, source);
        assert!(text.contains(fault), "{text}");
    }
}

#[test]
fn self_rule_is_for_those_who_are_ruled() {
    let says = |status: &str| {
        let state = format!("polity: \"WSL\", status: {status}, self_rule: 0.4, form: CapitalistDependent,");
        let overlay = super::overlay::Overlay::new().edited(
            "scenarios/two_islands/start.ron",
            "polity: \"WSL\", status: Sovereign, form: CapitalistDependent,",
            &state,
        );
        let report = overlay.check();
        overlay.text(&report)
    };
    let fault = "`WSL` has a measure of self-rule and is ruled by nobody";
    assert!(says("Sovereign").contains(fault));
    assert!(!says("Dependent(of: \"ESL\")").contains(fault));
}
