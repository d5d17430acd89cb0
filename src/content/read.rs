//! Reading files of other kinds (orders, settings) with the same care as content.

use super::package::{read_text, shown};
use super::reader::{Registry, read};
use super::report::Report;
use super::tree;
use serde::de::DeserializeOwned;
use std::path::Path;

/// Reads a file that holds a list of values of one type, or one such value. Ids in it must be of the `String`
/// kind, since no content is there to resolve them.
///
/// What cannot be read is left out and reported; the list is complete if the report is clean.
pub fn read_list<T: DeserializeOwned>(path: &Path) -> (Vec<T>, Report) {
    let (mut report, mut findings) = (Report::default(), Vec::new());
    let mut values = Vec::new();
    if let Some(text) = read_text(path, &mut findings) {
        let file = report.sources.add(shown(path), text.as_str());
        let document = tree::parse(&text, file, &mut findings);
        let registry = Registry::lenient();
        values = document.items.iter().filter_map(|node| read(node, &registry, &mut findings)).collect();
    }
    report.extend(findings);
    report.finish();
    (values, report)
}
