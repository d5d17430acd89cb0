//! `cof tournament`: the same seat and seed under each line, counted once each.

use correlation::content::vocabulary::DoctrineDomain;
use correlation::view::tournament::{lines_of, open_seats};

use super::{cof, content};

const MIRROR: [&str; 6] = ["tournament", "mirror", "--mod", "tests/mirror/world", "--months", "12"];

fn of_the_mirror(more: &[&str]) -> String {
    let output = cof(&[&MIRROR, more].concat());
    // One line may well win all of so few contests, which is told by the exit code.
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_line_meets_every_other_on_each_seat_and_seed() {
    let lines = [
        "--seat",
        "NOR",
        "--line",
        "rollback",
        "--line",
        "containment",
        "--line",
        "detente",
        "--seeds",
        "1-2",
    ];
    let found: serde_json::Value =
        serde_json::from_str(&of_the_mirror(&[&lines[..], &["--json"]].concat())).expect("it prints JSON");
    assert_eq!((found["contests"].as_u64(), found["seats"][0].as_str()), (Some(2), Some("NOR")));
    let rows = found["lines"].as_array().expect("a list");
    assert_eq!(rows.len(), 3);
    let sum = |field: &str| rows.iter().map(|row| row[field].as_f64().expect("a number")).sum::<f64>();
    assert_eq!(sum("contests"), 6.0);
    assert!(sum("best") >= 2.0 && sum("best") <= 6.0, "each contest has a best");
    assert!((sum("won") - 1.5).abs() < 1e-9, "what one wins of a meeting the other loses");
    assert!(
        rows.iter().all(|row| row["outcome"].as_f64().is_some_and(|outcome| outcome > 0.0 && outcome < 1.0))
    );
    let table = of_the_mirror(&[&lines[..], &["--markdown"]].concat());
    assert!(table.contains("| `rollback` | 2 |") && table.contains("Finding: "), "{table}");
}

#[test]
fn lines_are_those_of_states_that_a_seat_could_come_to() {
    let content = content();
    let seats = open_seats(&content);
    assert!(seats.len() > 10);
    for seat in seats {
        let (lines, start) = (lines_of(&content, seat), &content.polities[seat].start);
        assert!(lines.contains(&start.doctrine_camp) && lines.contains(&start.doctrine_abroad));
        assert!(lines.len() > 1, "{} has no choice", content.polities[seat].id);
        for line in lines {
            let def = &content.doctrines[line];
            assert!(def.domain == DoctrineDomain::Statecraft && !def.for_movements, "{}", def.id);
        }
    }
}
