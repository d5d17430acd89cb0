//! A serde deserializer over the tree.

use super::super::kind::Kind;
use super::super::report::{Code, Finding, one_of};
use super::super::source::Span;
use super::super::tree::{Field, Node, Value, Word, is_number};
use super::Cx;
use super::access::{Alternative, Entries, Fields, Place, spaced};
use super::fault::{Fault, unknown_name};
use super::place::LOC;
use serde::de::value::U16Deserializer;
use serde::de::{Deserializer, IntoDeserializer, Visitor};

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) node: &'a Node,
    pub(super) cx: &'a Cx<'a>,
    /// Whether the record's name has been understood already.
    pub(super) name_known: bool,
}

/// What identifies an entry across repeated reads: its place in memory, which reading does not change.
pub(super) fn slot(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

impl<'a> Reader<'a> {
    /// A reader of a definition, whose name the caller has understood.
    pub(super) fn new(node: &'a Node, cx: &'a Cx<'a>) -> Self {
        Self { node, cx, name_known: true }
    }

    pub(super) fn inner(self, node: &'a Node) -> Self {
        Self { node, cx: self.cx, name_known: false }
    }

    /// The fault of a value of the wrong type.
    fn wrong(self, expected: &str) -> Fault {
        let mut finding = Finding::at(
            Code::WrongType,
            self.node.at,
            format!("expected {expected}, found {}", self.node.described()),
        )
        .label(format!("expected {expected}"));
        match &self.node.value {
            Value::Word(word) if expected.contains("text") => {
                finding = finding.fix(self.node.at, format!("{:?}", &**word), "put texts in quotes");
            }
            Value::Text(text) if expected.contains("number") && is_number(text) => {
                finding = finding.fix(self.node.at, &**text, "numbers stand without quotes");
            }
            Value::Tuple(name, items) if expected.contains("list") && name.is_none() && !items.is_empty() => {
                finding = finding.help("lists stand in `[ ]`");
            }
            Value::Record(..) if expected.contains("list") => {
                finding = finding.help("put the record into a list: `[ ( ... ) ]`");
            }
            _ => {}
        }
        Fault::new(finding)
    }

    fn not_finite(self) -> Fault {
        Fault::new(
            Finding::at(
                Code::BadNumber,
                self.node.at,
                format!("{} is not a finite number", self.node.described()),
            )
            .label("not usable")
            .help("every number in content is finite; write a plain number such as 0.25"),
        )
    }

    fn whole(self, expected: &str) -> Result<i64, Fault> {
        match &self.node.value {
            Value::Number(number) => self.node.as_whole().ok_or_else(|| {
                let finding = if self.node.as_real().is_none() {
                    return self.not_finite();
                } else {
                    Finding::at(Code::WrongType, self.node.at, format!("expected {expected}, found {number}"))
                        .label("not a whole number")
                };
                Fault::new(finding)
            }),
            _ => Err(self.wrong(expected)),
        }
    }

    fn real(self) -> Result<f64, Fault> {
        match &self.node.value {
            Value::Number(_) => self.node.as_real().ok_or_else(|| self.not_finite()),
            Value::Word(word) if matches!(&**word, "inf" | "NaN" | "nan") => Err(self.not_finite()),
            _ => Err(self.wrong("a number")),
        }
    }

    fn text(self) -> Result<&'a str, Fault> {
        match &self.node.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong("a text in quotes")),
        }
    }

    /// A record's fields to a visitor: unknown and repeated ones are reported and left out first.
    pub(super) fn record<V: Visitor<'a>>(
        self,
        name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let none: &'a [Field] = &[];
        let fields = match &self.node.value {
            Value::Record(written, fields) => {
                self.check_name(name, written.as_ref())?;
                fields
            }
            Value::Tuple(written, items) if items.is_empty() => {
                self.check_name(name, written.as_ref())?;
                none
            }
            Value::Tuple(..) => {
                return Err(Fault::new(
                    Finding::at(Code::WrongType, self.node.at, "the fields of a record have names")
                        .label("values without names")
                        .help(format!(
                            "write `(name: value, ...)`; the fields are {}",
                            one_of(known.iter().copied())
                        )),
                ));
            }
            _ => return Err(self.wrong("a record `( ... )`")),
        };
        let mut usable = Vec::with_capacity(fields.len());
        for field in fields {
            if !known.contains(&&*field.name.text) {
                let what = format!("field of {}", article(plain_name(name)));
                let mut finding =
                    unknown_name(Code::UnknownField, &field.name.text, field.name.at, "field", known);
                finding.message = format!("no {what} is named `{}`", field.name.text);
                self.cx.report(finding);
            } else if let Some(first) =
                usable.iter().find(|first: &&&Field| first.name.text == field.name.text)
            {
                self.cx.report(
                    Finding::at(
                        Code::DuplicateField,
                        field.name.at,
                        format!("the field `{}` is given twice", field.name.text),
                    )
                    .label("again here")
                    .related(first.name.at, "given here first")
                    .help("keep one of the two"),
                );
            } else {
                usable.push(field);
            }
        }
        let access = Fields { reader: self, fields: usable, next: 0 };
        visitor.visit_map(access).map_err(|fault| {
            let skipped = |name: &str| {
                fields
                    .iter()
                    .any(|field| &*field.name.text == name && self.cx.skipped.contains(&slot(&field.value)))
            };
            // A field left out because it was faulty is missing only for that reason.
            if fault.missing().is_some_and(skipped) {
                fault.reported()
            } else {
                fault.or_at(self.node.head())
            }
        })
    }

    fn check_name(self, expected: &'static str, written: Option<&Word>) -> Result<(), Fault> {
        match written {
            Some(word) if !self.name_known && &*word.text != plain_name(expected) => Err(Fault::new(
                Finding::at(
                    Code::WrongType,
                    word.at,
                    format!("expected {}, found `{}`", article(plain_name(expected)), word.text),
                )
                .label("another record is expected here")
                .help("the name before the bracket can be left out"),
            )),
            _ => Ok(()),
        }
    }

    pub(super) fn entries<V: Visitor<'a>>(self, items: &'a [Node], visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(Entries { reader: self, items, next: 0 }).map_err(|fault| {
            // Too few entries are left where one was left out because it was faulty.
            let skipped = items.iter().any(|item| self.cx.skipped.contains(&slot(item)));
            if fault.is_length() && skipped { fault.reported() } else { fault.or_at(self.node.at) }
        })
    }
}

/// The name of a type as files write it: without the `Raw` before it or the `Def` behind it.
pub(super) fn plain_name(name: &'static str) -> &'static str {
    let name = name.strip_prefix("Raw").unwrap_or(name);
    name.strip_suffix("Def").unwrap_or(name)
}

fn article(name: &str) -> String {
    let an = name.starts_with(['A', 'E', 'I', 'O', 'U']);
    format!("{} `{name}`", if an { "an" } else { "a" })
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $words:literal),+ $(,)?) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
            // Narrower types refuse what does not fit, with the range in their words.
            let value = self.whole($words)?;
            visitor.$visit(value).map_err(|_: Fault| {
                Fault::new(
                    Finding::at(Code::BadNumber, self.node.at, format!("{value} does not fit here"))
                        .label(concat!("expected ", $words)),
                )
            })
        }
    )+};
}

impl<'a> Deserializer<'a> for Reader<'a> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Record(_, fields) => {
                visitor.visit_map(Fields { reader: self, fields: fields.iter().collect(), next: 0 })
            }
            Value::Tuple(None, items) if items.is_empty() => visitor.visit_unit(),
            Value::Tuple(_, items) | Value::List(items) => self.entries(items, visitor),
            Value::Word(word) => match &**word {
                "true" => visitor.visit_bool(true),
                "false" => visitor.visit_bool(false),
                "None" => visitor.visit_none(),
                other => visitor.visit_borrowed_str(other),
            },
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::Char(symbol) => visitor.visit_char(*symbol),
            Value::Number(_) => match self.node.as_whole() {
                Some(whole) => visitor.visit_i64(whole),
                None => visitor.visit_f64(self.real()?),
            },
        }
        .map_err(|fault: Fault| fault.or_at(self.node.at))
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Word(word) if &**word == "true" => visitor.visit_bool(true),
            Value::Word(word) if &**word == "false" => visitor.visit_bool(false),
            _ => Err(self.wrong("`true` or `false`")),
        }
    }

    whole_numbers! {
        deserialize_i8 visit_i64 "a whole number",
        deserialize_i16 visit_i64 "a whole number",
        deserialize_i32 visit_i64 "a whole number",
        deserialize_i64 visit_i64 "a whole number",
        deserialize_u8 visit_i64 "a whole number from 0 to 255",
        deserialize_u16 visit_i64 "a whole number from 0 to 65535",
        deserialize_u32 visit_i64 "a whole number from 0",
        deserialize_u64 visit_i64 "a whole number from 0",
    }

    fn deserialize_f32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        let value = self.real()?;
        if (value as f32).is_finite() { visitor.visit_f64(value) } else { Err(self.not_finite()) }
    }

    fn deserialize_f64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_f64(self.real()?)
    }

    fn deserialize_char<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Char(symbol) => visitor.visit_char(*symbol),
            Value::Text(text) if text.chars().count() == 1 => {
                visitor.visit_char(text.chars().next().unwrap_or(' '))
            }
            _ => Err(self.wrong("a character in single quotes")),
        }
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.text()?).map_err(|fault: Fault| fault.or_at(self.node.at))
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Fault> {
        Err(self.wrong("no bytes: content holds none"))
    }

    fn deserialize_byte_buf<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Word(word) if &**word == "None" => visitor.visit_none(),
            Value::Tuple(Some(name), items) if &*name.text == "Some" && items.len() == 1 => {
                visitor.visit_some(self.inner(&items[0]))
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Tuple(None, items) if items.is_empty() => visitor.visit_unit(),
            _ => Err(self.wrong("an empty `()`")),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Word(word) if &**word == plain_name(name) => visitor.visit_unit(),
            _ => self.deserialize_unit(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == LOC {
            let Span { file, start, end } = self.node.at;
            return visitor.visit_seq(Place { reader: self, numbers: [file.0, start, end], next: 0 });
        }
        if let Some(kind) = Kind::of_name_type(name) {
            let id = self.text()?;
            if let Err(finding) = self.cx.registry.resolve(kind, id, self.node.at) {
                self.cx.report(*finding);
            }
            return visitor.visit_newtype_struct(self);
        }
        let Some(kind) = Kind::of_id_type(name) else {
            return match &self.node.value {
                Value::Tuple(Some(word), items) if &*word.text == plain_name(name) && items.len() == 1 => {
                    visitor.visit_newtype_struct(self.inner(&items[0]))
                }
                _ => visitor.visit_newtype_struct(self),
            };
        };
        let Value::Text(id) = &self.node.value else {
            return Err(self.wrong(&format!("the id of a {}, as a text in quotes", kind.noun())));
        };
        // An unknown id is reported and read as the first: the rest of the definition is checked all the same,
        // and a definition with findings is never used.
        let index = self.cx.registry.resolve(kind, id, self.node.at).unwrap_or_else(|finding| {
            self.cx.report(*finding);
            0
        });
        let index: U16Deserializer<Fault> = u16::try_from(index).unwrap_or(u16::MAX).into_deserializer();
        visitor.visit_newtype_struct(index)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::List(items) => self.entries(items, visitor),
            _ => Err(self.wrong("a list `[ ... ]`")),
        }
    }

    fn deserialize_tuple<V: Visitor<'a>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Tuple(None, items) if items.len() == length => self.entries(items, visitor),
            _ => Err(self.wrong(&format!("{length} values in `( ... )`"))),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Fault> {
        Err(self.wrong("no map: content holds none"))
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.record(name, fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        name: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let (word, at) = match &self.node.value {
            Value::Word(word) => (&**word, self.node.at),
            Value::Record(Some(word), _) | Value::Tuple(Some(word), _) => (&*word.text, word.at),
            Value::Text(text) if choices.contains(&&**text) => {
                return Err(Fault::new(
                    Finding::at(Code::WrongType, self.node.at, "this is a choice, not a text")
                        .label("written in quotes")
                        .fix(self.node.at, &**text, "choices stand without quotes"),
                ));
            }
            _ => {
                let shown = one_of(choices.iter().copied());
                return Err(self.wrong(&format!("a {}: {shown}", spaced(plain_name(name)))));
            }
        };
        visitor
            .visit_enum(Alternative { reader: self, name: word, name_at: at, of: name, choices })
            .map_err(|fault: Fault| fault.or_at(self.node.at))
    }

    fn deserialize_identifier<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.value {
            Value::Word(text) | Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.wrong("a name")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}
