//! A RON file as a tree in which every value knows the bytes it came from.
//!
//! The loader works on this tree and not on the text, for three reasons: a mod's patch can then change any field
//! of any definition without code of its own; every field keeps the file and line that last set it; and an
//! error points at the exact value, however deep. The grammar is that of `ron` 0.12 with the extensions
//! `implicit_some`, `unwrap_newtypes` and `unwrap_variant_newtypes`, less what content may not use: maps,
//! bytes, ranges and file attributes. Literals with escapes or unusual number forms are decoded by `ron` itself.

mod literal;
mod parse;
mod scan;
mod write;

pub use literal::is_number;
pub use parse::{Document, parse};

use super::source::Span;

/// Deepest nesting of brackets.
pub const MAX_DEPTH: usize = 64;
/// Longest text, in bytes.
pub const MAX_TEXT: usize = 16 * 1024;

/// A word with its place: a field's name, a record's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub text: Box<str>,
    /// Where it stands.
    pub at: Span,
}

/// A named value in a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name.
    pub name: Word,
    /// The value.
    pub value: Node,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands, or where the operation stands that made it.
    pub at: Span,
    /// What it is.
    pub value: Value,
}

/// The forms of value there are.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `Name(field: value)` or `(field: value)`.
    Record(Option<Word>, Vec<Field>),
    /// `Name(value, value)`, `(value, value)` or `()`.
    Tuple(Option<Word>, Vec<Node>),
    /// `[value, value]`.
    List(Vec<Node>),
    /// A bare word: an alternative without contents, `true`, `None`.
    Word(Box<str>),
    /// A text in quotes, decoded.
    Text(Box<str>),
    /// A character in single quotes.
    Char(char),
    /// A number as written.
    Number(Box<str>),
}

impl Node {
    /// The record's or tuple's name.
    pub fn name(&self) -> Option<&Word> {
        match &self.value {
            Value::Record(name, _) | Value::Tuple(name, _) => name.as_ref(),
            _ => None,
        }
    }

    /// The fields of a record; none for anything else.
    pub fn fields(&self) -> &[Field] {
        match &self.value {
            Value::Record(_, fields) => fields,
            _ => &[],
        }
    }

    /// The value of a field of a record.
    pub fn field(&self, name: &str) -> Option<&Node> {
        self.fields().iter().find(|field| &*field.name.text == name).map(|field| &field.value)
    }

    /// Takes a field out of a record.
    pub fn take_field(&mut self, name: &str) -> Option<Field> {
        match &mut self.value {
            Value::Record(_, fields) => {
                let at = fields.iter().position(|field| &*field.name.text == name)?;
                Some(fields.remove(at))
            }
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, if it is a list.
    pub fn as_list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// The field by which entries of lists are told apart: `id`, else what it is about.
    pub fn key(&self) -> Option<&str> {
        [
            "id",
            "label",
            "class",
            "good",
            "rule",
            "territory",
            "polity",
            "step",
            "name",
            "never",
            "words",
            "what",
        ]
        .iter()
        .find_map(|name| match &self.field(name)?.value {
            Value::Text(text) | Value::Word(text) => Some(&**text),
            _ => None,
        })
    }

    /// Where the value begins to be recognisable: the name of a record, else its opening bracket, else all of it.
    pub fn head(&self) -> Span {
        match &self.value {
            Value::Record(Some(name), _) | Value::Tuple(Some(name), _) => name.at,
            Value::Record(..) | Value::Tuple(..) | Value::List(_) => {
                Span { end: (self.at.start + 1).min(self.at.end), ..self.at }
            }
            _ => self.at,
        }
    }

    /// What it is, for a sentence: "the number 3", "a list".
    pub fn described(&self) -> String {
        const SHOWN: usize = 40;
        let cut = |text: &str| {
            if text.chars().count() > SHOWN {
                format!("{}...", text.chars().take(SHOWN).collect::<String>())
            } else {
                text.to_string()
            }
        };
        match &self.value {
            Value::Record(Some(name), _) => format!("`{}(...)`", cut(&name.text)),
            Value::Record(None, _) => "a record `(...)`".into(),
            Value::Tuple(None, items) if items.is_empty() => "an empty `()`".into(),
            Value::Tuple(Some(name), _) => format!("`{}(...)`", cut(&name.text)),
            Value::Tuple(None, items) => format!("{} values in `(...)`", items.len()),
            Value::List(_) => "a list `[...]`".into(),
            Value::Word(word) => format!("the word `{}`", cut(word)),
            Value::Text(text) => format!("the text \"{}\"", cut(&text.replace('\n', " "))),
            Value::Char(_) => "a character".into(),
            Value::Number(number) => format!("the number {}", cut(number)),
        }
    }
}
