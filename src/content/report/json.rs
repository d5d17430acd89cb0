//! Findings as JSON, for editors and scripts. The field names are a stable interface.

use super::{Code, Report, Severity, Span};
use serde::Serialize;

#[derive(Serialize)]
struct JsonReport<'a> {
    errors: usize,
    warnings: usize,
    tips: usize,
    findings: Vec<JsonFinding<'a>>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    severity: Severity,
    code: Code,
    message: &'a str,
    path: Option<&'a str>,
    place: Option<JsonPlace<'a>>,
    label: Option<&'a str>,
    notes: &'a [String],
    help: &'a [String],
    related: Vec<JsonRelated<'a>>,
    fix: Option<JsonFix<'a>>,
}

/// Lines and columns count from 1, columns in characters; bytes count from 0.
#[derive(Serialize)]
struct JsonPlace<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: u32,
    end_byte: u32,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    place: JsonPlace<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    place: JsonPlace<'a>,
    text: &'a str,
    why: &'a str,
}

impl Report {
    /// The whole report as one JSON object. All findings are listed, however many.
    pub fn json(&self) -> String {
        let counts = self.counts();
        let findings = self
            .findings()
            .iter()
            .map(|finding| JsonFinding {
                severity: finding.severity(),
                code: finding.code,
                message: &finding.message,
                path: self.path_of(finding),
                place: finding.at.map(|at| self.json_place(at)),
                label: finding.label.as_deref(),
                notes: &finding.notes,
                help: &finding.help,
                related: finding
                    .related
                    .iter()
                    .map(|(place, message)| JsonRelated { place: self.json_place(*place), message })
                    .collect(),
                fix: finding.fix.as_ref().map(|fix| JsonFix {
                    place: self.json_place(fix.at),
                    text: &fix.text,
                    why: &fix.why,
                }),
            })
            .collect();
        let report =
            JsonReport { errors: counts.errors, warnings: counts.warnings, tips: counts.tips, findings };
        // Strings and numbers only: serialising them cannot fail.
        serde_json::to_string_pretty(&report).unwrap_or_default()
    }

    fn json_place(&self, span: Span) -> JsonPlace<'_> {
        let start = self.sources.line_col(span);
        let end = self.sources.line_col(Span { start: span.end, ..span });
        JsonPlace {
            path: self.sources.path(span.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start_byte: span.start,
            end_byte: span.end,
        }
    }
}
