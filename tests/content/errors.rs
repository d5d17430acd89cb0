//! `docs/modding/errors.md` explains every code, and its examples are true.

use super::overlay::{Overlay, codes};
use correlation::content::report::{Code, Report};
use std::fmt::Write;

struct Example {
    code: String,
    wrong: bool,
    path: String,
    text: String,
}

fn document() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/modding/errors.md")).unwrap()
}

fn examples() -> Vec<Example> {
    let (mut examples, mut code) = (Vec::new(), String::new());
    let document = document();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("### ") {
            code = title.split(' ').next().unwrap().to_string();
        } else if let Some(info) = line.strip_prefix("```ron ") {
            let mut words = info.split(' ');
            let wrong = words.next() == Some("wrong");
            let path = words.next().unwrap_or("scenarios/common/example.ron").to_string();
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            examples.push(Example { code: code.clone(), wrong, path, text: text.join("\n") + "\n" });
        }
    }
    examples
}

fn checked(example: &Example) -> (Overlay, Report) {
    let overlay = Overlay::new().with(&example.path, &example.text);
    let report = if example.path.starts_with("mods/") {
        // A mod that changes nothing would be told so.
        let overlay_mod = overlay.root().join("mods/example");
        std::fs::create_dir_all(overlay_mod.join("scenarios/common")).unwrap();
        correlation::content::check(&overlay_mod)
    } else {
        overlay.check()
    };
    (overlay, report)
}

#[test]
fn every_code_has_its_section_and_every_section_its_code() {
    let document = document();
    let titles: Vec<&str> =
        document.lines().filter_map(|line| line.strip_prefix("### ")?.split(' ').next()).collect();
    let all: Vec<&str> = Code::ALL.iter().map(|code| code.text()).collect();
    assert_eq!(titles, all);
}

#[test]
fn wrong_examples_give_their_code_and_right_ones_nothing() {
    let mut wrong = String::new();
    for example in examples() {
        let (overlay, report) = checked(&example);
        if example.wrong {
            assert!(
                codes(&report).contains(&example.code.as_str()),
                "{}:\n{}",
                example.code,
                overlay.text(&report)
            );
            writeln!(wrong, "==== {}\n{}", example.code, overlay.text(&report)).unwrap();
        } else {
            assert!(report.is_clean(), "right example of {}:\n{}", example.code, overlay.text(&report));
        }
    }
    insta::assert_snapshot!("wrong_examples", wrong);
}
