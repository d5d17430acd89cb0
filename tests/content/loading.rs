//! The game's own content loads.

use correlation::content::{check, report::Style};
use std::path::Path;

#[test]
fn a_path_that_is_not_there_is_named() {
    let report = check(Path::new("no/such/place"));
    assert_eq!(report.text(Style::Plain).lines().next(), Some("error[E0001]: no such file or folder"));
    assert_eq!(report.exit_code(false), 1);
}
