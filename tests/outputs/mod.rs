//! What `cof` writes and prints: facts over an ensemble, series and balances as data, numbers with their terms.

mod tournament;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use correlation::campaign::{Campaign, NewGame, Variant};
use correlation::sim::politics::Status;
use correlation::view::balance::balance_view;
use correlation::view::facts::{Records, Verdict, ask};
use correlation::view::stats::{LastMonth, stat, stats};

use crate::histories::content;

fn cof(arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_cof"))
        .env("CORRELATION_CONTENT", env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output();
    program.expect("cof is built with the tests")
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn after(months: u32) -> Campaign {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 3)).unwrap();
    (0..months).for_each(|_| campaign.step());
    campaign
}

#[test]
fn facts_are_asked_of_every_seed_and_only_of_years_that_are_reached() {
    let content = content();
    let rows = ask(&content, &Variant::default(), &[1, 2], 13, |_| true, || {}).unwrap();
    assert_eq!(rows.len(), content.facts.len());
    assert!(rows.iter().all(|row| row.verdict == Verdict::NotReached), "all of them look beyond 1951");
    let mut early = correlation::content::defs::Content::clone(&content);
    for fact in &mut early.facts {
        fact.measure = correlation::content::vocabulary::Measure::States { at: 1950 };
        (fact.min, fact.max) = (50.0, 150.0);
        fact.holds = correlation::content::vocabulary::Holds::Share { of_seeds: 1.0 };
    }
    let rows = ask(&early.into(), &Variant::default(), &[1, 2], 13, |_| true, || {}).unwrap();
    assert!(rows.iter().all(|row| row.verdict == Verdict::Holds && row.values.len() == 2), "{rows:?}");
}

#[test]
fn the_records_of_a_year_add_up_to_the_world() {
    let mut campaign = after(0);
    let mut records = Records::begin(campaign.sim());
    for _ in 0..12 {
        campaign.step();
        records.note_month(campaign.sim());
    }
    let yearly: f64 = records.economies.iter().map(|economy| economy.yearly(12)).sum();
    let world = correlation::view::report::year(campaign.sim());
    assert!((yearly * 1000.0 / world.world_product - 1.0).abs() < 1e-6);
    let people: f64 = records.economies.iter().map(|economy| economy.people[1]).sum();
    assert_eq!(people as i64, world.world_population);
    assert_eq!(records.years[1].states, world.independent_states);
    let count = |wanted: fn(&correlation::view::facts::Economy) -> bool| {
        records.economies.iter().filter(|economy| wanted(economy)).count()
    };
    assert!(count(|economy| economy.core) > 5 && count(|economy| economy.planner) > 3);
    assert!(count(|economy| economy.exports_primary_goods()) > 20);
    assert!(records.years[1].community.trade > 0.0);
}

#[test]
fn every_balance_of_every_state_closes() {
    let campaign = after(7);
    for id in campaign.sim().content().polities.ids() {
        let view = balance_view(campaign.sim(), id);
        for balance in view.goods.iter().chain(&view.accounts) {
            assert_eq!(balance.rest(), 0, "{}: {balance:?}", view.state);
        }
    }
}

#[test]
fn every_number_of_a_state_has_a_name_and_its_terms_make_it() {
    let mut campaign = after(6);
    let sim = campaign.sim();
    let some = |wanted: &str| sim.content().polities.find(|def| def.id == wanted).unwrap();
    let before: Vec<_> =
        ["SUN", "GBR", "IND", "DZA"].map(|id| (some(id), LastMonth::of(sim, some(id)))).into();
    campaign.step();
    let sim = campaign.sim();
    for (id, before) in &before {
        assert!(sim.polity::<Status>(*id).is_alive());
        let all = stats(sim, *id, before);
        let names: BTreeSet<&str> = all.iter().map(|stat| stat.id.as_str()).collect();
        assert_eq!(names.len(), all.len(), "no two numbers share a name");
        for one in &all {
            let row = one.row(sim, *id);
            if let (Some(sum), Some(value), "sum") = (row.sum, row.value, row.how) {
                assert!((sum - value).abs() <= 1e-9 * value.abs().max(1.0), "{row:?}");
            }
            // What a rule hands out is the number itself, but for what the month has changed since.
            if one.id.starts_with("price.") {
                assert!(one.number.open_rest().abs() < 1e-9, "{row:?}");
            }
        }
    }
    let problem = stat(sim, before[0].0, &before[0].1, "legitimcy").unwrap_err();
    assert!(problem.contains("did you mean `legitimacy`?") && problem.contains("price.food"), "{problem}");
}

#[test]
fn a_run_writes_tidy_series_and_balances() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_string_lossy().into_owned();
    let states = ["--states", "IND,SUN", "--series", "product,price,world_tension"];
    printed(&cof(&[&["run", "1950_two_camps", "--months", "2", "--out", &out], &states[..]].concat()));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let series = read("series.csv");
    let goods = content().goods.len();
    // Three months with the eve: two states with a product and a price a good, and the world's tension.
    assert_eq!(series.lines().count(), 1 + 3 * (2 * (1 + goods) + 1), "{series}");
    assert!(series.starts_with("month,agent,series,unit,value\n1949-12,IND,product,"));
    let mut sums = std::collections::BTreeMap::<String, i64>::new();
    for line in read("balances.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let amount: i64 = cells[4].parse().unwrap();
        let key = cells[..3].join(" ");
        *sums.entry(key).or_default() += if cells[3] == "closing" { -amount } else { amount };
    }
    assert!(sums.len() > 20 && sums.values().all(|sum| *sum == 0), "{sums:?}");
    assert!(read("dictionary.md").contains("| `price` | state and good |"));
    assert_eq!(read("dictionary.csv").lines().count(), 4);
    for name in ["series.parquet", "balances.parquet"] {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{name}");
    }
    let wrong = cof(&["run", "1950_two_camps", "--months", "1", "--out", &out, "--series", "prodct"]);
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("did you mean `product`?"));
}

#[test]
fn commands_print_what_they_are_asked_for() {
    let facts = printed(&cof(&["facts", "1950_two_camps", "--seeds", "1-2", "--months", "2", "--json"]));
    let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
    assert_eq!(facts[0]["verdict"], "not_reached");
    let wrong = cof(&["facts", "1950_two_camps", "--only", "world_grwth"]);
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("did you mean `world_growth`?"));
    let number = ["explain-number", "1950_two_camps", "SUN", "legitimacy", "--month", "1950-02"];
    assert!(printed(&cof(&number)).contains("the level towards which it moves"));
    let balance = ["balance", "1950_two_camps", "IND", "--good", "food", "--month", "1950-01"];
    let text = printed(&cof(&balance));
    assert!(text.contains("opening") && text.contains("+ output") && text.contains("closing"), "{text}");
    let late = cof(&["balance", "1950_two_camps", "IND", "--month", "2050-01"]);
    assert!(String::from_utf8_lossy(&late.stderr).contains("is not in the campaign"));
}

#[test]
fn a_fact_that_fails_is_an_exit_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mods = tempfile::tempdir().unwrap();
    let folder = mods.path().join("strict");
    std::fs::create_dir_all(folder.join("scenarios/1950_two_camps")).unwrap();
    std::fs::write(
        folder.join("mod.ron"),
        "Mod(id: \"strict\", name: \"Strict\", version: \"1.0.0\", format: 1)",
    )
    .unwrap();
    let fact = |id: &str, min: f64, max: f64| {
        format!(
            "Fact(id: {id:?}, name: \"States\", means: \"There are states.\", measure: States(at: 1950), \
             band: (min: {min:?}, max: {max:?}), holds: Median, source: \"a test\"),"
        )
    };
    let text = format!("[{}{}]", fact("some", 1.0, 500.0), fact("none", -1.0, 0.0));
    std::fs::write(folder.join("scenarios/1950_two_camps/facts.ron"), text).unwrap();
    let run = |id: &str| {
        let strict = folder.to_string_lossy().into_owned();
        let arguments =
            ["facts", "1950_two_camps", "--seeds", "1", "--months", "12", "--only", id, "--mod", &strict];
        cof(&[&arguments[..], &["--content", &root.to_string_lossy()]].concat()).status.code()
    };
    assert_eq!((run("some"), run("none")), (Some(0), Some(1)));
}
