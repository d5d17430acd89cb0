//! The shape of the house: which room may know which, and what must never stand in the simulation.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the foundation up; a room may import only those before it (DESIGN §2).
const ROOMS: [&str; 7] = ["base", "content", "sim", "campaign", "mission", "view", "desktop"];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// Lines of code of a room, comments left out, with their place.
fn lines_of(room: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    rust_files(&src().join(room), &mut files);
    files.push(src().join(format!("{room}.rs")));
    let mut lines = Vec::new();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let shown = file.strip_prefix(src()).unwrap_or(&file).display().to_string();
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if !code.trim().is_empty() {
                lines.push((format!("{shown}:{}", number + 1), code.to_owned()));
            }
        }
    }
    lines
}

#[test]
fn a_room_knows_only_the_rooms_below_it() {
    let mut faults = Vec::new();
    for (floor, room) in ROOMS.iter().enumerate() {
        for (place, line) in lines_of(room) {
            for above in &ROOMS[floor + 1..] {
                if line.contains(&format!("crate::{above}")) {
                    faults.push(format!("{place}: `{room}` must not know `{above}`: {}", line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_room_is_in_the_table() {
    for entry in fs::read_dir(src()).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let room = name.trim_end_matches(".rs");
        assert!(
            ROOMS.contains(&room) || ["lib", "main", "bin"].contains(&room),
            "`src/{name}` is in no row of the table in src/lib.rs and tests/architecture"
        );
    }
}

#[test]
fn the_simulation_has_no_clock_no_files_no_chance_of_its_own() {
    let banned = [
        "HashMap",
        "HashSet",
        "std::fs",
        "std::time",
        "Instant",
        "SystemTime",
        "thread_rng",
        "rand::rng",
        "std::env",
        "static ",
        "thread_local",
        "rayon",
        "egui",
        "println!",
        "eprintln!",
    ];
    let mut faults = Vec::new();
    for room in ["base", "sim"] {
        for (place, line) in lines_of(room) {
            let code = line.replace("'static ", "");
            for word in banned.iter().filter(|word| code.contains(**word)) {
                faults.push(format!("{place}: `{word}` must not stand in `{room}`: {}", line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the content calls states and organisations: quoted ids, and names, adjectives and seats of at least five letters.
fn names_of_states_and_blocs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = correlation::content::load(root, "1950_two_camps", &[]);
    let content = loaded.content.expect("the campaign loads");
    let mut names: Vec<String> = vec!["cmea".into(), "warsaw".into()];
    for def in content.polities.values() {
        names.push(format!("\"{}\"", def.id));
        names.extend([&def.name, &def.adjective, &def.seat].map(|word| plain(word)));
    }
    for def in content.organisations.values() {
        names.extend([plain(&def.id), plain(&def.name)]);
    }
    // A common noun that also is a name.
    names.retain(|name| name.len() >= 4 && name != "commonwealth");
    names
}

/// A name without what stands in brackets, in small letters.
fn plain(name: &str) -> String {
    name.split(" (").next().unwrap_or_default().to_lowercase()
}

/// Whether a line has a name as a word of its own; `_` parts words.
fn has_word(line: &str, name: &str) -> bool {
    let letter = |c: char| c.is_alphabetic();
    line.match_indices(name).any(|(at, _)| {
        name.starts_with('"') || !line[..at].ends_with(letter) && !line[at + name.len()..].starts_with(letter)
    })
}

#[test]
fn no_rule_names_a_country_or_a_bloc() {
    let names = names_of_states_and_blocs();
    assert!(names.len() > 500, "only {} names", names.len());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = correlation::content::load(root, "1950_two_camps", &[]);
    let content = loaded.content.expect("the campaign loads");
    let rules = content.rules.iter().map(|(def, _)| (format!("rule {}", def.id), def.id.clone()));
    let mut faults = Vec::new();
    for (place, line) in lines_of("sim").into_iter().chain(rules) {
        let code = line.to_lowercase();
        for name in names.iter().filter(|name| has_word(&code, &name.to_lowercase())) {
            faults.push(format!("{place}: {name}: {}", line.trim()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
