//! What the loader has to say about content: findings as data, shown as text like rustc's or as JSON.
//!
//! Every stage adds to one [`Report`] and goes on, so that one run shows all there is to mend.

mod code;
mod json;
mod render;
mod suggest;

pub use code::{Code, Severity};
pub use render::Style;
pub use suggest::{nearest, one_of};

use super::source::{FileId, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Findings of one kind in one file that are shown in full; the rest are counted.
const SHOWN_OF_A_KIND: usize = 12;

/// A replacement of a stretch of text that would mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What is replaced.
    pub at: Span,
    /// By what.
    pub text: String,
    /// What the change does, as a heading: "a field with a similar name exists".
    pub why: String,
}

/// One thing that is wrong, doubtful or could be better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// What is wrong, in one sentence without full stop.
    pub message: String,
    /// Where; nothing for findings about no place in a text.
    pub at: Option<Span>,
    /// The file or folder, for findings without a place in a text.
    pub path: Option<String>,
    /// A few words under the caret.
    pub label: Option<String>,
    /// Other places that matter, with what each of them is.
    pub related: Vec<(Span, String)>,
    /// Why it is wrong, or what follows from it.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// An edit that would mend it.
    pub fix: Option<Fix>,
}

impl Finding {
    fn bare(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            at: None,
            path: None,
            label: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// A finding at a place in a text.
    pub fn at(code: Code, at: Span, message: impl Into<String>) -> Self {
        Self { at: Some(at), ..Self::bare(code, message) }
    }

    /// A finding about a file or folder as a whole.
    pub fn about(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: Some(path.into()), ..Self::bare(code, message) }
    }

    /// Adds a few words under the caret.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds another place that matters.
    pub fn related(mut self, at: Span, what: impl Into<String>) -> Self {
        self.related.push((at, what.into()));
        self
    }

    /// Adds a reason or consequence.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a remedy.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds an edit that would mend it.
    pub fn fix(mut self, at: Span, text: impl Into<String>, why: impl Into<String>) -> Self {
        self.fix = Some(Fix { at, text: text.into(), why: why.into() });
        self
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Tips.
    pub tips: usize,
}

/// All findings of one run, with the texts they point into.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The files that were read.
    pub sources: Sources,
    findings: Vec<Finding>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds many findings.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.findings.extend(findings);
    }

    /// Takes over what another run read, and those of its findings that are wanted, by their file or folder; who wants one may
    /// add to it.
    pub fn absorb(&mut self, other: Report, wanted: &dyn Fn(&str, &mut Finding) -> bool) {
        let mut known: BTreeMap<String, FileId> =
            self.sources.iter().map(|(file, source)| (source.path.clone(), file)).collect();
        let files: BTreeMap<FileId, FileId> = other
            .sources
            .iter()
            .map(|(file, source)| {
                let here = *known
                    .entry(source.path.clone())
                    .or_insert_with(|| self.sources.add(source.path.clone(), source.text.clone()));
                (file, here)
            })
            .collect();
        let moved = |span: Span| Span { file: files.get(&span.file).copied().unwrap_or(span.file), ..span };
        for mut finding in other.findings {
            let path = match finding.at {
                Some(at) => other.sources.path(at.file).to_string(),
                None => finding.path.clone().unwrap_or_default(),
            };
            if wanted(&path, &mut finding) {
                finding.at = finding.at.map(moved);
                finding.related.iter_mut().for_each(|(at, _)| *at = moved(*at));
                if let Some(fix) = &mut finding.fix {
                    fix.at = moved(fix.at);
                }
                self.findings.push(finding);
            }
        }
    }

    /// The findings, sorted once [`Report::finish`] has run.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether anything makes the content unusable.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.findings {
            match finding.severity() {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Tip => counts.tips += 1,
            }
        }
        counts
    }

    /// The exit status of a check: 1 with errors (or with warnings where those are denied), else 0.
    pub fn exit_code(&self, deny_warnings: bool) -> u8 {
        let counts = self.counts();
        u8::from(counts.errors > 0 || (deny_warnings && counts.warnings > 0))
    }

    /// Sorts by place (findings about whole files first in their file) and drops exact repetitions,
    /// so that the same content gives the same report whatever the order it was read in.
    pub fn finish(&mut self) {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by(|a, b| self.sort_key(a).cmp(&self.sort_key(b)));
        findings.dedup();
        self.findings = findings;
    }

    fn sort_key<'a>(&'a self, finding: &'a Finding) -> (&'a str, Option<(u32, u32)>, Code, &'a str) {
        (
            self.path_of(finding).unwrap_or(""),
            finding.at.map(|at| (at.start, at.end)),
            finding.code,
            finding.message.as_str(),
        )
    }

    /// The file or folder a finding is about.
    pub fn path_of<'a>(&'a self, finding: &'a Finding) -> Option<&'a str> {
        match finding.at {
            Some(at) => Some(self.sources.path(at.file)),
            None => finding.path.as_deref(),
        }
    }

    /// The findings to show, and for each file and code how many more there are.
    fn shown(&self) -> (Vec<&Finding>, BTreeMap<(&str, Code), usize>) {
        let mut seen: BTreeMap<(&str, Code), usize> = BTreeMap::new();
        let shown = self
            .findings
            .iter()
            .filter(|finding| {
                let count = seen.entry((self.path_of(finding).unwrap_or(""), finding.code)).or_default();
                *count += 1;
                *count <= SHOWN_OF_A_KIND
            })
            .collect();
        seen.retain(|_, count| *count > SHOWN_OF_A_KIND);
        seen.values_mut().for_each(|count| *count -= SHOWN_OF_A_KIND);
        (shown, seen)
    }

    /// The different codes found, in order.
    pub fn codes(&self) -> BTreeSet<Code> {
        self.findings.iter().map(|finding| finding.code).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_sort_by_place_and_drop_repetitions() {
        let mut report = Report::default();
        let b = report.sources.add("b.ron", "one\ntwo");
        let a = report.sources.add("a.ron", "one");
        report.push(Finding::at(Code::Syntax, Span::new(b, 4, 7), "later"));
        report.push(Finding::at(Code::Syntax, Span::new(b, 0, 3), "early"));
        report.push(Finding::at(Code::Syntax, Span::new(b, 0, 3), "early"));
        report.push(Finding::at(Code::EmptyText, Span::new(a, 0, 3), "first file"));
        report.finish();
        let messages: Vec<&str> = report.findings().iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, ["first file", "early", "later"]);
        assert_eq!(report.counts(), Counts { errors: 2, warnings: 1, tips: 0 });
        assert_eq!(report.exit_code(false), 1);
    }

    #[test]
    fn warnings_fail_only_where_denied() {
        let mut report = Report::default();
        report.push(Finding::about(Code::NoSources, "x", "no sources"));
        assert_eq!((report.exit_code(false), report.exit_code(true)), (0, 1));
    }

    #[test]
    fn long_lists_of_one_kind_are_counted_not_shown() {
        let mut report = Report::default();
        let file = report.sources.add("a.ron", "x".repeat(100));
        for at in 0..40 {
            report.push(Finding::at(
                Code::UnknownField,
                Span::new(file, at, at + 1),
                format!("no field {at}"),
            ));
        }
        report.finish();
        let text = report.text(Style::Plain);
        assert_eq!(text.matches("error[E0105]").count(), SHOWN_OF_A_KIND);
        assert!(text.contains("28 more"), "{text}");
        assert!(text.contains("40 errors"), "{text}");
    }
}
