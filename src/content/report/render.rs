//! Findings as text, in the form of rustc's messages.

use super::{Code, Finding, Report, Severity, Span};
use crate::content::source::Source;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

/// Lines longer than this are shown in part, around the place.
const LONG_LINE: usize = 240;
/// Bytes shown before and after the place in a long line.
const AROUND: usize = 60;

/// How text output looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Letters only: files, tests, pipes.
    Plain,
    /// With colours, for a terminal.
    Coloured,
}

impl Report {
    /// The whole report as text, with a closing line that counts; empty if nothing was found.
    pub fn text(&self, style: Style) -> String {
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Coloured => Renderer::styled(),
        };
        let (shown, more) = self.shown();
        let mut text = String::new();
        for finding in shown {
            text.push_str(&renderer.render(&self.groups(finding)));
            text.push_str("\n\n");
        }
        for ((path, code), count) in more {
            let plural = if count == 1 { "" } else { "s" };
            text.push_str(&format!("... and {count} more finding{plural} of kind {code} in {path}\n"));
        }
        text.push_str(&self.summary());
        text
    }

    /// One line that counts; empty if nothing was found.
    pub fn summary(&self) -> String {
        let counts = self.counts();
        let parts: Vec<String> = [
            (counts.errors, Severity::Error),
            (counts.warnings, Severity::Warning),
            (counts.tips, Severity::Tip),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| format!("{count} {}{}", severity.word(), if *count == 1 { "" } else { "s" }))
        .collect();
        if parts.is_empty() {
            return String::new();
        }
        let first = self.findings().iter().map(|finding| finding.code).min_by_key(|code| code.severity());
        let hint = first.map_or(String::new(), |code| {
            format!("; docs/modding/errors.md explains each code, such as {code}")
        });
        format!("{}{hint}\n", parts.join(", "))
    }

    fn groups<'a>(&'a self, finding: &'a Finding) -> Vec<Group<'a>> {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Tip => Level::INFO.with_name("tip"),
        };
        let title = level.primary_title(finding.message.as_str()).id(finding.code.text());
        let mut main = Group::with_title(title);
        match finding.at {
            Some(at) => {
                let here: Vec<(Span, &str, AnnotationKind)> =
                    std::iter::once((at, finding.label.as_deref().unwrap_or(""), AnnotationKind::Primary))
                        .chain(
                            finding
                                .related
                                .iter()
                                .filter(|(place, _)| place.file == at.file && near(self, *place, at))
                                .map(|(place, what)| (*place, what.as_str(), AnnotationKind::Context)),
                        )
                        .collect();
                main = self.snippet(main, &here);
            }
            None => {
                if let Some(path) = &finding.path {
                    main = main.element(Origin::path(path.as_str()));
                }
            }
        }
        for note in &finding.notes {
            main = main.element(Level::NOTE.message(note.as_str()));
        }
        for help in &finding.help {
            main = main.element(Level::HELP.message(help.as_str()));
        }
        let mut groups = vec![main];
        for (place, what) in &finding.related {
            let shown_above = finding.at.is_some_and(|at| place.file == at.file && near(self, *place, at));
            if !shown_above {
                let group = Group::with_title(Level::NOTE.secondary_title(what.as_str()));
                groups.push(self.snippet(group, &[(*place, "", AnnotationKind::Context)]));
            }
        }
        if let Some(fix) = &finding.fix
            && let Some(source) = self.sources.get(fix.at.file)
        {
            let window = Window::around(source, fix.at, fix.at);
            if !window.cut {
                groups.push(
                    Level::HELP.secondary_title(fix.why.as_str()).element(
                        Snippet::source(&source.text[window.start..window.end])
                            .line_start(window.line)
                            .patch(Patch::new(window.local(source, fix.at), fix.text.as_str())),
                    ),
                );
            } else {
                groups.push(Group::with_title(
                    Level::HELP.secondary_title(format!("{}: `{}`", fix.why, fix.text)),
                ));
            }
        }
        groups
    }

    /// Adds the lines around some places of one file; the first place is the one the header names.
    fn snippet<'a>(&'a self, group: Group<'a>, places: &[(Span, &'a str, AnnotationKind)]) -> Group<'a> {
        let Some(&(first, ..)) = places.first() else { return group };
        let Some(source) = self.sources.get(first.file) else { return group };
        let start = places.iter().map(|(place, ..)| place.start).min().unwrap_or(first.start);
        let end = places.iter().map(|(place, ..)| place.end).max().unwrap_or(first.end);
        let window = Window::around(source, first, Span { start, end, ..first });
        let at = source.line_col(first.start as usize);
        let annotations = places.iter().map(|(place, label, kind)| {
            let annotation = kind.span(window.local(source, *place));
            if label.is_empty() { annotation } else { annotation.label(*label) }
        });
        let snippet = Snippet::source(&source.text[window.start..window.end])
            .line_start(window.line)
            .annotations(annotations);
        if window.cut {
            // The renderer would count columns from the cut; the origin states the true place.
            group
                .element(Origin::path(source.path.as_str()).line(at.line).char_column(at.column))
                .element(snippet)
        } else {
            group.element(snippet.path(source.path.as_str()))
        }
    }
}

/// Whether two places of one file fit in one picture.
fn near(report: &Report, a: Span, b: Span) -> bool {
    report.sources.line_col(a).line.abs_diff(report.sources.line_col(b).line) <= 12
}

/// The part of a source that a picture is made of: whole lines, or a stretch of one very long line.
struct Window {
    start: usize,
    end: usize,
    line: usize,
    cut: bool,
}

impl Window {
    fn around(source: &Source, first: Span, all: Span) -> Self {
        let line = source.line_col(all.start as usize).line;
        // A place that spans many lines is shown by its first few.
        let last =
            source.line_col((all.end as usize).saturating_sub(1).max(all.start as usize)).line.min(line + 24);
        let long = (line..=last).any(|line| source.line_end(line) - source.line_start(line) > LONG_LINE);
        if long {
            let line = source.line_col(first.start as usize).line;
            let (from, to) = (source.line_start(line), source.line_end(line));
            let at = (first.start as usize).clamp(from, to);
            return Self {
                start: source.floor_boundary(at.saturating_sub(AROUND).max(from)),
                end: source.floor_boundary((at + AROUND).min(to)),
                line,
                cut: true,
            };
        }
        Self { start: source.line_start(line), end: source.line_end(last), line, cut: false }
    }

    /// A span counted from the window's start, cut to it.
    fn local(&self, source: &Source, span: Span) -> std::ops::Range<usize> {
        let start = source.floor_boundary(span.start as usize).clamp(self.start, self.end) - self.start;
        let end = source.floor_boundary(span.end as usize).clamp(self.start, self.end) - self.start;
        start..end.max(start)
    }
}

/// One line for one finding: `path:line:column: error[E0101]: message`.
impl Report {
    /// The findings one a line, for lists and logs.
    pub fn lines(&self) -> Vec<String> {
        self.findings().iter().map(|finding| self.line(finding)).collect()
    }

    fn line(&self, finding: &Finding) -> String {
        let place = match finding.at {
            Some(at) => format!("{}: ", self.sources.place(at)),
            None => finding.path.as_ref().map_or(String::new(), |path| format!("{path}: ")),
        };
        let code: Code = finding.code;
        format!("{place}{}[{code}]: {}", finding.severity().word(), finding.message)
    }
}
