//! Text to tree. Goes on after a mistake: a missing comma is supplied, and what cannot be understood is left
//! out up to the next definition of the top-level list, so that one slip does not hide the next one.

use super::scan::{
    definition_at, end_of_comment, end_of_text, is_blank, is_word_part, is_word_start, written_id,
};
use super::{Field, MAX_DEPTH, MAX_TEXT, Node, Value, Word, literal};
use crate::content::report::{Code, Finding};
use crate::content::source::{FileId, Span};

/// Findings of one file after which its reading ends.
const MAX_FINDINGS: usize = 100;

/// What a file holds.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The entries of the top-level list, or the single value.
    pub items: Vec<Node>,
    /// Whether the file is a list.
    pub is_list: bool,
    /// Ids of definitions that could not be read: references to them are not to blame.
    pub broken: Vec<String>,
}

/// Reads a file's text. What cannot be read is left out and reported.
pub fn parse(text: &str, file: FileId, findings: &mut Vec<Finding>) -> Document {
    let mut parser = Parser { text, at: 0, file, open: Vec::new(), findings, found: 0 };
    parser.document()
}

/// Reading of the present item ends here; the reason has been reported.
struct Stop;

type Read<T> = Result<T, Stop>;

struct Parser<'a, 'f> {
    text: &'a str,
    at: usize,
    file: FileId,
    /// The brackets open at `at`, with their places.
    open: Vec<(char, usize)>,
    findings: &'f mut Vec<Finding>,
    found: usize,
}

impl<'a> Parser<'a, '_> {
    fn document(&mut self) -> Document {
        let mut document = Document::default();
        if self.blank().is_err() {
            return document;
        }
        if self.rest().starts_with('#') {
            let end = self.text[self.at..].find('\n').map_or(self.text.len(), |length| self.at + length);
            self.report(
                Finding::at(
                    Code::Attribute,
                    self.span(self.at, end),
                    "attributes at the head of a file are not allowed",
                )
                .label("remove this line")
                .note(
                    "every content file is read with the same settings, so that it means the same everywhere",
                ),
            );
            while self.rest().starts_with('#') {
                self.at =
                    self.text[self.at..].find('\n').map_or(self.text.len(), |length| self.at + length + 1);
                if self.blank().is_err() {
                    return document;
                }
            }
        }
        if self.rest().is_empty() {
            return document;
        }
        document.is_list = self.rest().starts_with('[');
        if document.is_list {
            self.open.push(('[', self.at));
            self.at += 1;
            self.items(&mut document);
        } else if let Ok(node) = self.value() {
            document.items.push(node);
        } else {
            return document;
        }
        if self.blank().is_ok() && !self.rest().is_empty() && self.open.is_empty() {
            let at = self.here();
            self.report(
                Finding::at(Code::Syntax, at, "there is text after the end of the file's value")
                    .label("not expected here")
                    .help("a file holds one list `[ ... ]` of definitions; put this inside the list, or remove it"),
            );
        }
        document
    }

    /// The entries of the top-level list, each on its own.
    fn items(&mut self, document: &mut Document) {
        loop {
            if self.found >= MAX_FINDINGS || self.blank().is_err() {
                return;
            }
            if self.rest().starts_with(']') {
                self.at += 1;
                self.open.clear();
                return;
            }
            if self.rest().is_empty() {
                let _: Read<()> = self.unclosed();
                return;
            }
            let (start, indent) = (self.at, self.indent());
            let read = self.value().and_then(|node| {
                document.items.push(node);
                self.separator(']')
            });
            if read.is_err() {
                self.skip_item(indent);
                document.broken.extend(written_id(&self.text[start..self.at]));
            }
        }
    }

    fn value(&mut self) -> Read<Node> {
        let start = self.at;
        let value = match self.peek() {
            None => return self.unclosed(),
            Some('(') => self.bracket(None)?,
            Some('[') => self.list()?,
            Some('{') => {
                let at = self.here();
                return self.fail(
                    Finding::at(Code::MapRefused, at, "maps `{ ... }` are not used in content")
                        .label("not allowed")
                        .note("a map silently keeps the last of two equal keys")
                        .help("write a list of records that each have an `id`: [ (id: \"a\", ...), (id: \"b\", ...) ]"),
                );
            }
            Some('"') => self.text_value()?,
            Some('\'') => self.character()?,
            Some('r' | 'b') if self.raw_text_ahead() => self.text_value()?,
            Some(first) if first.is_ascii_digit() || matches!(first, '-' | '+' | '.') => self.number()?,
            Some(first) if is_word_start(first) => {
                let word = self.word();
                let after_word = self.at;
                self.blank()?;
                if self.peek() == Some('(') {
                    self.bracket(Some(word))?
                } else {
                    self.at = after_word;
                    Value::Word(word.text)
                }
            }
            Some(other) => {
                let at = self.here();
                return self.fail(
                    Finding::at(
                        Code::Syntax,
                        at,
                        format!("expected a value, found `{}`", other.escape_default()),
                    )
                    .label("expected a value"),
                );
            }
        };
        Ok(Node { at: self.span(start, self.at), value })
    }

    /// `( ... )`, with the name that stood before it.
    fn bracket(&mut self, name: Option<Word>) -> Read<Value> {
        self.enter('(')?;
        self.blank()?;
        if self.peek() == Some(')') {
            self.leave();
            return Ok(Value::Tuple(name, Vec::new()));
        }
        if self.field_ahead() {
            let mut fields: Vec<Field> = Vec::new();
            while self.peek() != Some(')') {
                fields.push(self.field()?);
                self.separator(')')?;
            }
            self.leave();
            Ok(Value::Record(name, fields))
        } else {
            let mut items = Vec::new();
            while self.peek() != Some(')') {
                items.push(self.value()?);
                self.separator(')')?;
            }
            self.leave();
            Ok(Value::Tuple(name, items))
        }
    }

    fn list(&mut self) -> Read<Value> {
        self.enter('[')?;
        self.blank()?;
        let mut items = Vec::new();
        while self.peek() != Some(']') {
            items.push(self.value()?);
            self.separator(']')?;
        }
        self.leave();
        Ok(Value::List(items))
    }

    fn field(&mut self) -> Read<Field> {
        match self.peek() {
            None => return self.unclosed(),
            Some(first) if is_word_start(first) => {}
            Some(_) => {
                let at = self.here();
                return self.fail(
                    Finding::at(Code::Syntax, at, "expected a field's name")
                        .label("expected `name: value`")
                        .help("every value in a record has a name: (id: \"x\", value: 1.0)"),
                );
            }
        }
        let name = self.word();
        self.blank()?;
        if self.peek() != Some(':') {
            return self.fail(
                Finding::at(
                    Code::Syntax,
                    name.at,
                    format!("expected `:` after the field's name `{}`", name.text),
                )
                .label("no `:` follows")
                .help(format!("write `{}: value`", name.text)),
            );
        }
        self.at += 1;
        self.blank()?;
        if matches!(self.peek(), Some(',' | ')')) {
            return self.fail(
                Finding::at(Code::Syntax, name.at, format!("the field `{}` has no value", name.text))
                    .label("no value follows"),
            );
        }
        let value = self.value()?;
        Ok(Field { name, value })
    }

    /// A comma, or the end of the bracket. A comma that is plainly missing is reported and supplied.
    fn separator(&mut self, close: char) -> Read<()> {
        let before = self.at;
        self.blank()?;
        match self.peek() {
            Some(',') => {
                self.at += 1;
                self.blank()
            }
            Some(found) if found == close => Ok(()),
            None => self.unclosed(),
            Some(found) if is_word_start(found) || matches!(found, '(' | '[' | '"' | '0'..='9' | '-') => {
                let at = self.span(before, before);
                self.report(
                    Finding::at(Code::Syntax, at, format!("expected `,` or `{close}` here"))
                        .label("a comma is missing")
                        .fix(at, ",", "add the comma"),
                );
                if self.found >= MAX_FINDINGS { Err(Stop) } else { Ok(()) }
            }
            Some(found) => {
                let at = self.here();
                let mut finding = Finding::at(
                    Code::Syntax,
                    at,
                    format!("expected `,` or `{close}`, found `{}`", found.escape_default()),
                )
                .label(format!("expected `,` or `{close}`"));
                if let Some((bracket, place)) = self.open.last() {
                    finding = finding
                        .related(self.span(*place, place + 1), format!("this `{bracket}` is still open"));
                }
                self.fail(finding)
            }
        }
    }

    fn text_value(&mut self) -> Read<Value> {
        let start = self.at;
        let rest = self.rest();
        let bytes = rest.starts_with('b');
        let body = rest.strip_prefix('b').unwrap_or(rest);
        let length = match body.strip_prefix('r') {
            Some(raw) => {
                let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
                let close = format!("\"{}", "#".repeat(hashes));
                raw.get(hashes + 1..)
                    .and_then(|inner| inner.find(&close))
                    .map(|end| 1 + hashes + 1 + end + close.len())
            }
            None => end_of_text(body),
        };
        let Some(length) = length else {
            // Up to the end of the line: the quote that is missing was most probably meant to stand there.
            let end = rest.find('\n').map_or(self.text.len(), |line| start + line);
            let finding = Finding::at(Code::Unclosed, self.span(start, end), "this text is never closed")
                .label("the quote that opens here has no partner")
                .help("add the closing quote `\"`");
            self.at = self.text.len();
            return self.fail(finding);
        };
        let end = start + length + usize::from(bytes);
        self.at = end;
        if bytes {
            let at = self.span(start, end);
            return self.fail(
                Finding::at(Code::Syntax, at, "byte texts are not used in content").help("remove the `b`"),
            );
        }
        if length > MAX_TEXT {
            let at = self.span(start, start + 1);
            self.report(
                Finding::at(
                    Code::TextTooLong,
                    at,
                    format!("a text of {length} bytes, over the limit of {MAX_TEXT}"),
                )
                .label("this text")
                .help("cut it into several entries"),
            );
            return Ok(Value::Text("".into()));
        }
        let literal = &self.text[start..end];
        if !literal.starts_with('r') && !literal.contains('\\') {
            return Ok(Value::Text(literal[1..literal.len() - 1].into()));
        }
        match literal::text(literal) {
            Ok(text) => Ok(Value::Text(text.into())),
            Err((offset, why)) => {
                let at = self.span(start + offset, (start + offset + 1).min(end));
                self.report(
                    Finding::at(Code::Syntax, at, "this text cannot be read")
                        .label(why)
                        .help("write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a line break"),
                );
                Ok(Value::Text("".into()))
            }
        }
    }

    fn character(&mut self) -> Read<Value> {
        let start = self.at;
        let line = self.rest().lines().next().unwrap_or("");
        let end = line
            .char_indices()
            .skip(1)
            .scan(false, |escaped, (at, symbol)| {
                let close = symbol == '\'' && !*escaped;
                *escaped = symbol == '\\' && !*escaped;
                Some((at, close))
            })
            .find_map(|(at, close)| close.then_some(start + at + 1));
        let read = end.map(|end| (end, literal::character(&self.text[start..end])));
        match read {
            Some((end, Ok(symbol))) => {
                self.at = end;
                Ok(Value::Char(symbol))
            }
            _ => {
                let at = self.here();
                self.fail(
                    Finding::at(Code::Syntax, at, "single quotes hold one character")
                        .label("starts here")
                        .help("texts stand in double quotes: \"like this\""),
                )
            }
        }
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let hex = self.rest().trim_start_matches(['-', '+']).starts_with("0x");
        self.at += 1;
        while let Some(byte) = bytes.get(self.at) {
            let exponent = !hex && matches!(bytes[self.at - 1], b'e' | b'E');
            match byte {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'.' => self.at += 1,
                b'+' | b'-' if exponent => self.at += 1,
                _ => break,
            }
        }
        let literal = &self.text[start..self.at];
        if !literal::is_number(literal) {
            let finding = Finding::at(Code::Syntax, self.span(start, self.at), format!("`{literal}` is not a number"))
                .label("cannot be read as a number")
                .help("numbers look like 12, -3 or 0.25, without thousands separators or units; texts stand in quotes");
            return self.fail(finding);
        }
        Ok(Value::Number(literal.into()))
    }

    fn word(&mut self) -> Word {
        let start = self.at;
        let raw = self.rest().strip_prefix("r#").is_some_and(|rest| rest.starts_with(is_word_start));
        let from = if raw { start + 2 } else { start };
        let length = self.text[from..].find(|symbol| !is_word_part(symbol)).unwrap_or(self.text.len() - from);
        self.at = from + length;
        Word { text: self.text[from..self.at].into(), at: self.span(start, self.at) }
    }

    /// Whether `name:` comes next.
    fn field_ahead(&mut self) -> bool {
        let start = self.at;
        let mut ahead = false;
        if self.peek().is_some_and(is_word_start) {
            self.word();
            // An unclosed comment is reported when it is met in earnest.
            let (found, kept) = (self.found, self.findings.len());
            ahead = self.blank().is_ok() && self.peek() == Some(':');
            self.found = found;
            self.findings.truncate(kept);
        }
        self.at = start;
        ahead
    }

    fn raw_text_ahead(&self) -> bool {
        let rest = self.rest();
        let rest = rest.strip_prefix('b').unwrap_or(rest);
        rest.starts_with('"')
            || rest.strip_prefix('r').is_some_and(|rest| rest.trim_start_matches('#').starts_with('"'))
    }

    /// Skips blanks and comments.
    fn blank(&mut self) -> Read<()> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(is_blank);
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                match end_of_comment(trimmed) {
                    Some(length) => self.at += length,
                    None => {
                        let at = self.span(self.at, self.at + 2);
                        self.at = self.text.len();
                        return self.fail(
                            Finding::at(Code::Unclosed, at, "this comment is never closed")
                                .label("opens here")
                                .help("add `*/`"),
                        );
                    }
                }
            } else {
                return Ok(());
            }
        }
    }

    fn enter(&mut self, bracket: char) -> Read<()> {
        self.open.push((bracket, self.at));
        if self.open.len() > MAX_DEPTH {
            let at = self.here();
            return self.fail(
                Finding::at(Code::TooDeep, at, format!("brackets nested deeper than {MAX_DEPTH}"))
                    .label("one bracket too many")
                    .help("flatten the definition, or check that brackets above are closed"),
            );
        }
        self.at += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.open.pop();
        self.at += 1;
    }

    /// Reports the innermost bracket left open at the end of the file.
    fn unclosed<T>(&mut self) -> Read<T> {
        let end = self.text.len();
        let finding = match self.open.last() {
            Some(&(bracket, at)) => {
                let close = if bracket == '(' { ')' } else { ']' };
                Finding::at(
                    Code::Unclosed,
                    self.span(at, at + 1),
                    format!("this `{bracket}` is never closed"),
                )
                .label("the file ends before its partner")
                .help(format!("add `{close}`; perhaps the file was cut off"))
            }
            None => {
                Finding::at(Code::Unclosed, self.span(end, end), "the file ends where a value is expected")
            }
        };
        self.at = end;
        self.open.clear();
        self.fail(finding)
    }

    /// Goes on behind an item that could not be read: at the comma that ends it, or at the line that begins
    /// the next definition with the same indent.
    fn skip_item(&mut self, indent: usize) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let rest = &self.text[self.at..];
            match byte {
                b'"' => self.at += end_of_text(rest).unwrap_or(1),
                b'/' if rest.starts_with("//") => self.at += rest.find('\n').unwrap_or(rest.len()),
                b'/' if rest.starts_with("/*") => self.at += end_of_comment(rest).unwrap_or(rest.len()),
                b'(' | b'[' => {
                    self.open.push((byte as char, self.at));
                    self.at += 1;
                }
                b')' | b']' => {
                    let partner = if byte == b')' { '(' } else { '[' };
                    match self.open.iter().rposition(|(bracket, _)| *bracket == partner) {
                        Some(0) if byte == b']' => {
                            // The end of the list itself, if nothing but it is open.
                            if self.open.len() == 1 {
                                return;
                            }
                            self.at += 1;
                        }
                        Some(at) => {
                            self.open.truncate(at);
                            self.at += 1;
                        }
                        None => self.at += 1,
                    }
                }
                b',' if self.open.len() <= 1 => {
                    self.at += 1;
                    return;
                }
                b'\n' => {
                    self.at += 1;
                    if definition_at(&self.text[self.at..], indent) {
                        self.open.truncate(1);
                        return;
                    }
                }
                _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        // The end of the file: that brackets are open is the consequence of what was reported.
        self.found = MAX_FINDINGS;
    }

    /// Columns before the present place in its line, where only blanks precede it.
    fn indent(&self) -> usize {
        let line = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        let before = &self.text[line..self.at];
        if before.chars().all(is_blank) { before.chars().count() } else { usize::MAX }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character at the present place.
    fn here(&self) -> Span {
        let length = self.peek().map_or(0, char::len_utf8);
        self.span(self.at, self.at + length)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn report(&mut self, finding: Finding) {
        self.found += 1;
        self.findings.push(finding);
    }

    fn fail<T>(&mut self, finding: Finding) -> Read<T> {
        self.report(finding);
        Err(Stop)
    }
}
