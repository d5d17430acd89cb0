//! Laboratories: what each declares is fit to be run, and every history comes to one of its outcomes. The odds over 200 seeds are
//! made by `cof lab` and stand in `docs/laboratories.md`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use correlation::campaign::Variant;
use correlation::content::defs::Content;
use correlation::content::{Root, check, load};
use correlation::sim::Simulation;
use correlation::sim::crisis::{Cause, Crises, Crisis};
use correlation::view::laboratories::{laboratory, outcomes_of};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn labs() -> PathBuf {
    root().join("tests/laboratories/labs")
}

fn contents() -> Vec<Arc<Content>> {
    let names = Root { folder: labs() }.scenario_names();
    let one = |name: &String| load(root(), name, &[labs()]).content.unwrap_or_else(|| panic!("{name}"));
    names.iter().map(|name| Arc::new(one(name))).collect()
}

#[test]
fn the_laboratories_have_nothing_to_mend() {
    let report = check(&labs());
    assert!(report.is_clean(), "{:?}", report.lines());
}

#[test]
fn each_of_the_nine_declares_several_outcomes_and_one_that_happened() {
    let all = contents();
    let ids: Vec<&str> = all.iter().flat_map(|one| &one.laboratories).map(|lab| lab.id.as_str()).collect();
    for id in [
        "suez_1956",
        "budapest_1956",
        "cuba_1962",
        "prague_1968",
        "polemic_1960",
        "guatemala_1954",
        "algeria_1954",
        "brest_1918",
        "rapallo_1922",
    ] {
        assert!(ids.contains(&id), "no laboratory {id}");
    }
    for lab in all.iter().flat_map(|one| &one.laboratories) {
        assert!(lab.outcomes.len() >= 4 && lab.historical < lab.outcomes.len(), "{}", lab.id);
        assert!(lab.shift.asserts.starts_with("The text asserts"), "{}", lab.id);
    }
}

#[test]
fn every_history_comes_to_one_of_the_outcomes_that_were_declared() {
    for content in contents() {
        for lab in &content.laboratories {
            let found = outcomes_of(&content, lab, &Variant::default(), &[1], &|| {}).expect("it runs");
            assert!(found.iter().all(|&class| class < lab.outcomes.len()), "{}: {found:?}", lab.id);
        }
    }
}

#[test]
fn a_laboratory_counts_each_seed_once_under_each_lens() {
    let all = contents();
    let content = all.iter().find(|one| one.laboratories[0].id == "guatemala_1954").expect("it is there");
    let row = laboratory(content, &content.laboratories[0], &[1, 2], || {}).expect("it runs");
    assert_eq!(row.under.len(), 2);
    for under in &row.under {
        for odds in [&under.as_is, &under.low, &under.high] {
            assert_eq!(odds.iter().map(|one| one.hits).sum::<usize>(), 2);
        }
    }
}

/// A base next door to a rival is seen by it: in the laboratory of Cuba crises begin over one, between the two poles.
#[test]
fn a_base_taken_near_a_rival_begins_crises() {
    let content = Arc::new(load(root(), "lab_cuba_1962", &[labs()]).content.expect("it loads"));
    let state = |id: &str| content.polities.find(|def| def.id == id).expect("it has it");
    let (taker, rival, host) = (state("SUN"), state("USA"), state("CUB"));
    let begun = (1..=12).any(|seed| {
        let mut sim = Simulation::start(Arc::clone(&content), seed).expect("it starts");
        (0..24).any(|_| {
            sim.step();
            let crises = sim.get::<Crises>();
            let over = |one: &&Crisis| one.cause == Cause::BaseTaken && one.over == host;
            let all = crises.list().iter().chain(crises.ended().iter().map(|ended| &ended.crisis));
            all.filter(over).any(|one| one.actor == taker && one.side_of(rival).is_some())
        })
    });
    assert!(begun, "in none of twelve histories");
}
