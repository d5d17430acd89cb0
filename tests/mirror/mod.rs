//! The mirror: two blocs that differ in nothing but their names fare alike, whichever of them the scenario names first.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use correlation::campaign::{Campaign, NewGame};
use correlation::content::defs::Content;
use correlation::content::{Root, check, load};

use crate::histories::release_build;

/// The largest chi-square that is chance in 999 of 1000 cases, by degrees of freedom: several are asked of every model, and none
/// may fail by chance alone.
const CHANCE: [f64; 6] = [10.83, 13.82, 16.27, 18.47, 20.52, 22.46];
/// Outcomes of the mirror that are one another's image.
const IMAGES: [[&str; 2]; 2] = [["north_challenges", "south_challenges"], ["north_heeded", "south_heeded"]];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn mirror() -> PathBuf {
    root().join("tests/mirror/world")
}

/// A copy of the mirror in which each side bears the name of the other. Outcomes keep theirs, for they are of names.
fn swapped(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            swapped(&from, &to);
        } else {
            let text = std::fs::read_to_string(&from).unwrap();
            let kept = entry.file_name() == "laboratory.ron";
            std::fs::write(to, if kept { text } else { with_other_names(&text) }).unwrap();
        }
    }
}

fn with_other_names(text: &str) -> String {
    let mut text = text.to_owned();
    for [one, other] in [["NOR", "SOU"], ["NAL", "SAL"], ["nal_", "sal_"], ["northern_pact", "southern_pact"]]
    {
        text = text.replace(one, "\0").replace(other, one).replace('\0', other);
    }
    text
}

/// What a world's histories come to: each outcome with its count.
fn outcomes(cof: &Path, world: &Path, seeds: &str) -> Vec<(String, f64)> {
    let output = Command::new(cof)
        .args(["lab", "mirror", "--json", "--seeds", seeds, "--mod"])
        .arg(world)
        .args(["--content", env!("CARGO_MANIFEST_DIR")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let (names, odds) = (&rows[0]["outcomes"], &rows[0]["under"][0]["as_is"]);
    let pairs = names.as_array().unwrap().iter().zip(odds.as_array().unwrap());
    pairs.map(|(name, odds)| (name[0].as_str().unwrap().to_owned(), odds["hits"].as_f64().unwrap())).collect()
}

/// Chi-square of two rows of counts that would be alike but for chance, and its degrees of freedom; what never came does not
/// count.
fn chi_square(rows: [&[f64]; 2]) -> (f64, usize) {
    let sums = rows.map(|row| row.iter().sum::<f64>());
    let came: Vec<[f64; 2]> =
        rows[0].iter().zip(rows[1]).map(|(a, b)| [*a, *b]).filter(|[a, b]| a + b > 0.0).collect();
    let off = |counts: &[f64; 2]| -> f64 {
        let part = (counts[0] + counts[1]) / (sums[0] + sums[1]);
        counts
            .iter()
            .zip(sums)
            .map(|(count, sum)| (count - part * sum) * (count - part * sum) / (part * sum))
            .sum()
    };
    (came.iter().map(off).sum(), came.len().saturating_sub(1))
}

fn is_chance((chi_square, freedom): (f64, usize)) -> bool {
    freedom == 0 || chi_square < CHANCE[freedom - 1]
}

#[test]
fn the_mirror_has_nothing_to_mend() {
    let report = check(&mirror());
    assert!(report.is_clean(), "{:?}", report.lines());
}

/// A thousand histories with the names as they are and as many with the names swapped: equal odds of every outcome, and
/// in both together equal odds of each outcome and its image.
#[test]
fn neither_side_of_the_mirror_fares_better_under_either_name() {
    let Some(release) = release_build() else { return };
    let folder = tempfile::tempdir().unwrap();
    swapped(&mirror(), folder.path());
    let rows = [(mirror(), "1-1000"), (folder.path().to_owned(), "1001-2000")]
        .map(|(world, seeds)| outcomes(Path::new(&release), &world, seeds));
    let counts = |row: usize| rows[row].iter().map(|(_, count)| *count).collect::<Vec<f64>>();
    let names = chi_square([&counts(0), &counts(1)]);
    assert!(is_chance(names), "{rows:?}: {names:?}");
    for image in IMAGES {
        let both = image.map(|name| {
            let of = |row: &Vec<(String, f64)>| row.iter().find(|(id, _)| id == name).unwrap().1;
            rows.iter().map(of).sum::<f64>()
        });
        assert!(both.iter().all(|&count| count >= 5.0), "{image:?} hardly ever came: {rows:?}");
        let uneven = (both[0] - both[1]) * (both[0] - both[1]) / (both[0] + both[1]);
        assert!(uneven < CHANCE[0], "{image:?} {both:?}: {uneven}");
    }
}

/// Not only the odds: the order in which the poles are named changes nothing at all, in worlds that are no mirror either.
#[test]
fn the_order_of_the_poles_changes_no_history() {
    let labs = root().join("tests/laboratories/labs");
    let loaded =
        |name: &str, package: &Path| load(root(), name, &[package.to_owned()]).content.expect("it loads");
    let mut worlds: Vec<Content> =
        Root { folder: labs.clone() }.scenario_names().iter().map(|name| loaded(name, &labs)).collect();
    worlds.push(loaded("mirror", &mirror()));
    for world in worlds {
        let mut turned = world.clone();
        turned.scenario.poles.reverse();
        let [named, turned] = [world, turned].map(|content| {
            let mut campaign = Campaign::begin(&NewGame::new(Arc::new(content), 5)).expect("it begins");
            (0..18).for_each(|_| campaign.step());
            (campaign.sim().content().scenario.id.clone(), campaign.sim().table_hashes())
        });
        assert_eq!(named, turned);
    }
}

#[test]
fn uneven_counts_are_told_from_chance() {
    assert!(is_chance(chi_square([&[20.0, 30.0, 50.0], &[24.0, 27.0, 49.0]])));
    assert!(!is_chance(chi_square([&[32.0, 168.0], &[7.0, 193.0]])));
    assert!(is_chance(chi_square([&[200.0, 0.0], &[200.0, 0.0]])));
}
