//! `docs/cof.md` against the program itself, both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use correlation::content::vocabulary::FormOfRule;

use super::{read, root};

fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cof")).args(arguments).arg("--help").output();
    let output = output.expect("cof is built with the tests");
    assert!(output.status.success(), "cof {arguments:?} --help fails");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The commands that the program lists.
fn commands() -> BTreeSet<String> {
    let text = help(&[]);
    let list = text.split("Commands:\n").nth(1).expect("help lists commands");
    let names = list.lines().take_while(|line| line.starts_with("  "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Every `--option` in a text.
fn options(text: &str) -> BTreeSet<String> {
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices("--")
        .filter(|(at, _)| !text[..*at].ends_with(letter))
        .map(|(at, _)| text[at..].chars().take_while(|c| letter(*c)).collect::<String>())
        .filter(|word| word.len() > 3)
        .collect()
}

/// Options of a command, without `--help` and `--version`, which every program has.
fn options_of(command: &str) -> BTreeSet<String> {
    let mut found = options(&help(&[command]));
    found.remove("--help");
    found.remove("--version");
    found
}

fn page() -> String {
    read(&root().join("docs/cof.md"))
}

/// The sections of the page that have a command's name for a heading.
fn sections() -> BTreeMap<String, String> {
    let page = page();
    let sections = page.split("\n## ").skip(1).filter_map(|section| section.split_once('\n'));
    sections.map(|(heading, body)| (heading.trim().to_owned(), body.to_owned())).collect()
}

/// Options of the shared table, by the commands that it says have them; `None` for an option of all but `check`.
fn shared() -> BTreeMap<String, Option<BTreeSet<String>>> {
    let sections = sections();
    let table =
        sections.get("Options that several commands share").expect("the page has a table of shared options");
    let rows = table.lines().filter(|line| line.starts_with("| `--"));
    rows.map(|row| {
        let mut cells = row.split('|').skip(1);
        let option = options(cells.next().unwrap_or_default()).pop_first().expect("a row names an option");
        let of = cells.next().unwrap_or_default();
        let all = of.contains("all but");
        (option, (!all).then(|| of.split('`').skip(1).step_by(2).map(str::to_owned).collect()))
    })
    .collect()
}

#[test]
fn the_page_has_a_section_for_every_command_and_no_other() {
    let commands = commands();
    let sections = sections();
    for command in &commands {
        assert!(sections.contains_key(command), "docs/cof.md says nothing of `cof {command}`");
    }
    let named = page();
    for line in named.lines().filter_map(|line| line.trim().strip_prefix("cof ")) {
        let word = line.split_whitespace().next().unwrap_or_default();
        assert!(commands.contains(word), "docs/cof.md names `cof {word}`, which does not exist");
    }
}

#[test]
fn every_option_is_described_and_every_described_option_exists() {
    let (sections, shared) = (sections(), shared());
    let mut faults = Vec::new();
    for command in commands() {
        let has = options_of(&command);
        let mut described = options(&sections[&command]);
        if command == "compare" {
            // Words with which the settings of a variant may begin; no options of the command itself.
            described.retain(|option| !["--set", "--lens"].contains(&option.as_str()));
        }
        for option in described.difference(&has) {
            faults.push(format!("`cof {command}` has no `{option}`"));
        }
        for (option, of) in &shared {
            let says = of.as_ref().map_or(command != "check", |of| of.contains(&command));
            if says {
                described.insert(option.clone());
            }
            if says && !has.contains(option) {
                faults
                    .push(format!("`cof {command}` has no `{option}`, as the table of shared options says"));
            }
        }
        for option in has.difference(&described) {
            faults.push(format!("docs/cof.md does not describe `{option}` of `cof {command}`"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_of_forms_of_rule_is_the_programs() {
    let page = page();
    let rows: Vec<(&str, &str)> = page
        .lines()
        .filter_map(|line| {
            let mut codes = line.strip_prefix("| `")?.split('`').step_by(2);
            Some((codes.next()?, codes.next()?))
        })
        .collect();
    for form in FormOfRule::ALL {
        let system = match form.system().words() {
            "capitalist core" => "capitalist_core",
            "South" => "south",
            other => other,
        };
        let name = format!("{form:?}");
        assert!(rows.contains(&(name.as_str(), system)), "docs/cof.md: {name} counts as {system}");
    }
}

#[test]
fn every_rule_named_exists() {
    let rules: BTreeSet<&str> = correlation::sim::rules_needed().into_iter().collect();
    let families: BTreeSet<&str> =
        rules.iter().filter_map(|rule| rule.split_once('.')).map(|(f, _)| f).collect();
    let content = correlation::content::load(root(), "1950_two_camps", &[]).content.expect("it loads");
    let is_parameter = |id: &str| {
        let (doctrine, parameter) = id.split_once('.').unwrap_or((id, ""));
        content.doctrines.values().any(|def| def.id == doctrine && def.parameter(parameter).is_some())
    };
    let mut faults = Vec::new();
    for name in ["README.md", "docs/cof.md", "docs/model.md"] {
        let text = read(&root().join(name));
        let settings = text
            .split(|c: char| !(c.is_ascii_alphanumeric() || "._=".contains(c)))
            .filter_map(|word| word.split_once('=').map(|(rule, _)| rule).filter(|rule| rule.contains('.')));
        let codes = text.split('`').skip(1).step_by(2).filter(|code| {
            name == "docs/model.md"
                && code.split_once('.').is_some_and(|(family, _)| families.contains(family))
        });
        for rule in settings.chain(codes).filter(|rule| !rules.contains(rule) && !is_parameter(rule)) {
            faults.push(format!("{name}: there is no rule `{rule}`"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
