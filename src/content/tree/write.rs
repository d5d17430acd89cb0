//! Tree to text, in one canonical form: for hashes, for `explain`, and for showing what a patch did.

use super::{Node, Value};
use crate::base::hash::StableHash;
use std::fmt::{Display, Formatter, Result, Write};

impl Display for Node {
    /// The value on one line, without comments; texts in quotes.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.value {
            Value::Record(name, fields) => {
                f.write_str(name.as_ref().map_or("", |name| &name.text))?;
                f.write_char('(')?;
                for (at, field) in fields.iter().enumerate() {
                    write!(f, "{}{}: {}", if at > 0 { ", " } else { "" }, field.name.text, field.value)?;
                }
                f.write_char(')')
            }
            Value::Tuple(name, items) => {
                f.write_str(name.as_ref().map_or("", |name| &name.text))?;
                f.write_char('(')?;
                separated(f, items)?;
                f.write_char(')')
            }
            Value::List(items) => {
                f.write_char('[')?;
                separated(f, items)?;
                f.write_char(']')
            }
            Value::Word(word) => f.write_str(word),
            Value::Text(text) => write!(f, "{text:?}"),
            Value::Char(symbol) => write!(f, "{symbol:?}"),
            Value::Number(number) => f.write_str(number),
        }
    }
}

fn separated(f: &mut Formatter<'_>, items: &[Node]) -> Result {
    for (at, item) in items.iter().enumerate() {
        write!(f, "{}{item}", if at > 0 { ", " } else { "" })?;
    }
    Ok(())
}

impl Node {
    /// Adds the value to a hash: the same for any layout, any comments and any order of a record's fields.
    pub fn hash_into(&self, hash: &mut StableHash) {
        match &self.value {
            Value::Record(name, fields) => {
                hash.word(1);
                hash.bytes(name.as_ref().map_or("", |name| &name.text).as_bytes());
                let mut sorted: Vec<_> = fields.iter().collect();
                sorted.sort_by(|a, b| a.name.text.cmp(&b.name.text));
                hash.word(sorted.len() as u64);
                for field in sorted {
                    hash.bytes(field.name.text.as_bytes());
                    field.value.hash_into(hash);
                }
            }
            Value::Tuple(name, items) => {
                hash.word(2);
                hash.bytes(name.as_ref().map_or("", |name| &name.text).as_bytes());
                hash.word(items.len() as u64);
                items.iter().for_each(|item| item.hash_into(hash));
            }
            Value::List(items) => {
                hash.word(3);
                hash.word(items.len() as u64);
                items.iter().for_each(|item| item.hash_into(hash));
            }
            Value::Word(word) => {
                hash.word(4);
                hash.bytes(word.as_bytes());
            }
            Value::Text(text) => {
                hash.word(5);
                hash.bytes(text.as_bytes());
            }
            Value::Char(symbol) => {
                hash.word(6);
                hash.word(u64::from(u32::from(*symbol)));
            }
            Value::Number(number) => {
                hash.word(7);
                // 1, 1.0 and 1e0 are the same number.
                match super::literal::real(number) {
                    Some(value) => hash.real(value),
                    None => hash.bytes(number.as_bytes()),
                }
            }
        }
    }

    /// The number, if it is a finite one.
    pub fn as_real(&self) -> Option<f64> {
        match &self.value {
            Value::Number(number) => super::literal::real(number),
            _ => None,
        }
    }

    /// The number, if it is a whole one.
    pub fn as_whole(&self) -> Option<i64> {
        match &self.value {
            Value::Number(number) => super::literal::whole(number),
            _ => None,
        }
    }
}
