//! A finding on its way up from the value that caused it.

use super::super::report::{Code, Finding, nearest, one_of};
use super::super::source::Span;
use serde::de::{Error, Expected, Unexpected};

/// Why a value could not be read. Becomes one finding.
#[derive(Debug)]
pub struct Fault(Box<Inner>);

#[derive(Debug)]
struct Inner {
    finding: Finding,
    /// Address of the smallest entry (field value or list entry) that can be left out to read on.
    slot: Option<usize>,
    /// Whether the finding has been reported already.
    reported: bool,
    /// The field that was missing, if that is the fault.
    missing: Option<&'static str>,
    /// Whether the fault is that there were too few or too many entries.
    length: bool,
}

impl Fault {
    /// A fault at a place.
    pub fn new(finding: Finding) -> Self {
        Self(Box::new(Inner { finding, slot: None, reported: false, missing: None, length: false }))
    }

    fn bare(code: Code, message: String) -> Self {
        Self::new(Finding::about(code, "", message))
    }

    /// Gives it a place, unless a deeper value has given it one.
    pub fn or_at(mut self, at: Span) -> Self {
        self.0.finding.at.get_or_insert(at);
        self
    }

    /// Notes the entry to leave out, unless a deeper one is known.
    pub fn or_slot(mut self, slot: usize) -> Self {
        self.0.slot.get_or_insert(slot);
        self
    }

    /// Marks it as reported.
    pub fn reported(mut self) -> Self {
        self.0.reported = true;
        self
    }

    /// The field that was missing, if that is the fault.
    pub fn missing(&self) -> Option<&'static str> {
        self.0.missing
    }

    /// Whether the fault is that there were too few or too many entries.
    pub fn is_length(&self) -> bool {
        self.0.length
    }

    /// The finding, unless it was reported, and the entry to leave out.
    pub fn into_parts(self) -> (Option<Finding>, Option<usize>) {
        let Inner { mut finding, slot, reported, .. } = *self.0;
        finding.path = None;
        ((!reported).then_some(finding), slot)
    }
}

/// A finding about a field or variant that does not exist.
pub fn unknown_name(code: Code, found: &str, at: Span, what: &str, expected: &[&str]) -> Finding {
    let finding = Finding::at(code, at, format!("no {what} named `{found}`"));
    match nearest(found, expected.iter().copied()) {
        Some(near) => {
            finding.label("unknown name").fix(at, near, format!("a {what} with a similar name exists"))
        }
        None if expected.is_empty() => finding.label("nothing is allowed here"),
        None => finding.label("unknown name").help(format!("it can be {}", one_of(expected.iter().copied()))),
    }
}

impl Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::bare(Code::OutOfRange, message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::bare(Code::WrongType, format!("expected {expected}, found {unexpected}"))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::bare(Code::BadNumber, format!("expected {expected}, found {unexpected}"))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let mut fault = Self::bare(Code::WrongType, format!("expected {expected}, found {length} entries"));
        fault.0.length = true;
        fault
    }

    fn unknown_variant(variant: &str, _: &'static [&'static str]) -> Self {
        Self::bare(Code::UnknownVariant, format!("no alternative named `{variant}`"))
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::bare(Code::UnknownField, format!("no field named `{field}`"))
    }

    fn missing_field(field: &'static str) -> Self {
        let mut fault = Self::bare(Code::MissingField, format!("the field `{field}` is missing"));
        fault.0.missing = Some(field);
        fault.0.finding.label = Some(format!("add `{field}: ...`"));
        fault
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::bare(Code::DuplicateField, format!("the field `{field}` is given twice"))
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.finding.message)
    }
}

impl std::error::Error for Fault {}
