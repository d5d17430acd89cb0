//! Whole histories: the gates of determinism (docs/DETERMINISM.md), saves and passports, long runs.

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, OnceLock};

use correlation::campaign::{self, Campaign, NewGame, Passport, SeatName, Variant, ensemble};
use correlation::content::{self, defs::Content};
use correlation::sim::Simulation;
use correlation::sim::ledger::{GoodsBook, MoneyBook, PeopleBook};

mod books;
mod community;
mod embargo;
mod ground;
mod nations;
mod organisations;
mod peoples;
mod perception;
mod plans;
mod property;
mod risings;
mod seats;
mod treaties;
mod wars;

/// The campaign's content, loaded once for all tests.
pub fn content() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    let load = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = content::load(root, "1950_two_camps", &[]);
        let report = loaded.report.text(content::report::Style::Plain);
        Arc::new(loaded.content.unwrap_or_else(|| panic!("the campaign does not load:\n{report}")))
    };
    Arc::clone(CONTENT.get_or_init(load))
}

/// The release build of `cof` that `./test` names. Without it there is nothing to run, which only a bare `cargo test`
/// outside CI may pass over.
pub(crate) fn release_build() -> Option<std::ffi::OsString> {
    let release = std::env::var_os("COF_RELEASE");
    assert!(release.is_some() || std::env::var_os("CI").is_none(), "COF_RELEASE is not set; run ./test");
    if release.is_none() {
        eprintln!("skipped: COF_RELEASE is not set; ./test builds the release tool and sets it");
    }
    release
}

fn begin(seed: u64) -> Campaign {
    Campaign::begin(&NewGame::new(content(), seed)).unwrap()
}

fn hash_after(campaign: &mut Campaign, months: u32) -> u64 {
    (0..months).for_each(|_| campaign.step());
    campaign.sim().hash()
}

/// Hashes by table, so that a failure names the subsystem.
fn tables(campaign: &Campaign) -> Vec<(&'static str, u64)> {
    campaign.sim().table_hashes()
}

#[test]
fn the_same_seed_gives_the_same_history_and_another_seed_another() {
    let (mut one, mut two, mut other) = (begin(7), begin(7), begin(8));
    for month in 0..24 {
        one.step();
        two.step();
        assert_eq!(tables(&one), tables(&two), "month {month}");
    }
    assert_ne!(hash_after(&mut other, 24), one.sim().hash());
}

#[test]
fn the_order_in_which_subsystems_are_added_is_of_no_consequence() {
    let mut forward = Simulation::start(content(), 3).unwrap();
    let mut backward = Simulation::start_reversed(content(), 3).unwrap();
    for _ in 0..12 {
        forward.step();
        backward.step();
        assert_eq!(forward.table_hashes(), backward.table_hashes());
    }
}

#[test]
fn saving_and_loading_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.cofsave");
    let mut straight = begin(5);
    hash_after(&mut straight, 9);
    straight.attachment = Some("a mission's state".into());
    campaign::save(&straight, &path).unwrap();
    let mut loaded = campaign::load(&path, content()).unwrap();
    assert_eq!(tables(&straight), tables(&loaded));
    assert_eq!(loaded.attachment.as_deref(), Some("a mission's state"));
    assert_eq!(straight.passport(), loaded.passport());
    assert_eq!(hash_after(&mut straight, 9), hash_after(&mut loaded, 9));
    assert_eq!(tables(&straight), tables(&loaded));
    let size = std::fs::metadata(&path).unwrap().len();
    assert!(size < 2 * 1024 * 1024, "a save has {size} bytes");
}

#[test]
fn a_damaged_save_is_refused_and_the_one_before_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.cofsave");
    let mut campaign = begin(5);
    campaign::save(&campaign, &path).unwrap();
    campaign.step();
    campaign::save(&campaign, &path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    assert!(campaign::read_header(&path).unwrap().month.contains("January 1950"));
    for at in [0, 5, 30, 200, whole.len() / 2, whole.len() - 1] {
        let mut broken = whole.clone();
        broken[at] ^= 0x55;
        std::fs::write(&path, &broken).unwrap();
        assert!(campaign::load(&path, content()).is_err(), "a changed byte at {at} goes unnoticed");
        std::fs::write(&path, &whole[..at]).unwrap();
        assert!(campaign::load(&path, content()).is_err(), "a cut at {at} goes unnoticed");
    }
    let before = campaign::load(&folder.path().join("a.cofsave.bak"), content()).unwrap();
    assert_eq!(before.sim().clock().played(), 0);
}

#[test]
fn a_passport_gives_the_same_history_again() {
    let text = r#"[
        (month: "1950-02", issuer: "IND", order: OfferTradeTreaty(with: "GBR")),
        (month: "1950-03", issuer: "IND", order: SetWelfare(share: 0.05)),
    ]"#;
    let lines = campaign::read_orders(text).unwrap();
    let game = NewGame { seat: Some(SeatName("IND".into())), ..NewGame::new(content(), 11) };
    let mut played = Campaign::begin(&game).unwrap();
    for _ in 0..12 {
        played.give_lines(&lines).unwrap();
        played.step();
    }
    let passport = Passport::from_text(&played.passport().to_text().unwrap()).unwrap();
    passport.fits(&content()).unwrap();
    assert_eq!(passport.orders.len(), 2);
    let game = NewGame {
        lens: Some(passport.lens.clone()),
        set: passport.set.clone(),
        seat: passport.seat.clone(),
        ..NewGame::new(content(), passport.seed)
    };
    let mut replayed = Campaign::begin(&game).unwrap();
    for _ in 0..passport.months {
        replayed.give_lines(&passport.orders).unwrap();
        replayed.step();
    }
    assert_eq!(tables(&played), tables(&replayed));
    assert_eq!(passport.hashes, replayed.passport().hashes);
}

#[test]
fn one_thread_or_two_make_no_difference() {
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let hashes = || ensemble(&content(), &Variant::default(), &[1, 2, 3], 6, |c| c.sim().hash(), || {});
        pool.install(hashes).unwrap()
    };
    assert_eq!(run(1), run(2));
}

#[test]
fn debug_and_release_builds_agree() {
    let Some(release) = release_build() else { return };
    let hashes = |program: &Path| {
        let output = Command::new(program)
            .args(["hash", "1950_two_camps", "--months", "36", "--every", "1", "--seed", "4", "--tables"])
            .args(["--content", env!("CARGO_MANIFEST_DIR")])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let (debug, release) = (hashes(Path::new(env!("CARGO_BIN_EXE_cof"))), hashes(Path::new(&release)));
    for (debug, release) in debug.lines().zip(release.lines()) {
        assert_eq!(debug, release);
    }
    assert_eq!(debug.len(), release.len());
}

/// Whole campaigns through the release build: forty years in debug would take too long.
#[test]
fn forty_years_end_well_for_every_seed() {
    let Some(release) = release_build() else { return };
    let mut hashes = std::collections::BTreeSet::new();
    for seed in 1..=20 {
        let output = Command::new(&release)
            .args(["run", "1950_two_camps", "--months", "480", "--json", "--seed", &seed.to_string()])
            .args(["--content", env!("CARGO_MANIFEST_DIR")])
            .output()
            .unwrap();
        assert!(output.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&output.stderr));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        hashes.insert(report["hash"].as_str().unwrap().to_owned());
        let years = report["years"].as_array().unwrap();
        let states = |year: &serde_json::Value| year["independent_states"].as_u64().unwrap();
        if let Some(by_1965) = years.iter().find(|year| year["year"] == 1965) {
            assert!(states(by_1965) > states(&years[0]), "seed {seed}: no dependency is independent by 1965");
        }
    }
    assert_eq!(hashes.len(), 20, "histories must differ by seed");
}

#[test]
fn the_books_close_in_every_month_of_a_history() {
    let mut campaign = begin(2);
    for month in 0..36 {
        campaign.step();
        let sim = campaign.sim();
        assert_eq!(sim.get::<GoodsBook>().first_fault(), None, "goods, month {month}");
        assert!(sim.get::<MoneyBook>().closes(), "money, month {month}");
        assert_eq!(sim.get::<PeopleBook>().first_fault(), None, "people, month {month}");
    }
}
