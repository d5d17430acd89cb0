//! What serde walks through: fields, entries, alternatives, places.

use super::super::report::{Code, Finding};
use super::super::source::Span;
use super::super::tree::{Field, Node, Value};
use super::de::{Reader, plain_name, slot};
use super::fault::{Fault, unknown_name};
use serde::de::value::{StrDeserializer, U32Deserializer};
use serde::de::{
    DeserializeSeed, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// The fields of a record, less those left out.
pub(super) struct Fields<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) fields: Vec<&'a Field>,
    pub(super) next: usize,
}

impl<'a> MapAccess<'a> for Fields<'a> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while let Some(field) = self.fields.get(self.next) {
            if !self.reader.cx.skipped.contains(&slot(&field.value)) {
                let name: StrDeserializer<'_, Fault> = (*field.name.text).into_deserializer();
                return seed.deserialize(name).map(Some).map_err(|fault| fault.or_at(field.name.at));
            }
            self.next += 1;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some(field) = self.fields.get(self.next) else {
            return Err(Fault::custom("a field without value").or_at(self.reader.node.at));
        };
        self.next += 1;
        seed.deserialize(self.reader.inner(&field.value))
            .map_err(|fault| fault.or_at(field.value.at).or_slot(slot(&field.value)))
    }
}

/// The entries of a list or tuple, less those left out.
pub(super) struct Entries<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) items: &'a [Node],
    pub(super) next: usize,
}

impl<'a> SeqAccess<'a> for Entries<'a> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        while let Some(item) = self.items.get(self.next) {
            self.next += 1;
            if !self.reader.cx.skipped.contains(&slot(item)) {
                return seed
                    .deserialize(self.reader.inner(item))
                    .map(Some)
                    .map_err(|fault| fault.or_at(item.at).or_slot(slot(item)));
            }
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

/// A place as three numbers, then the value that stands there.
pub(super) struct Place<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) numbers: [u32; 3],
    pub(super) next: usize,
}

impl<'a> SeqAccess<'a> for Place<'a> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let next = self.next;
        self.next += 1;
        match self.numbers.get(next) {
            Some(number) => {
                let number: U32Deserializer<Fault> = (*number).into_deserializer();
                seed.deserialize(number).map(Some)
            }
            None => seed.deserialize(self.reader).map(Some),
        }
    }
}

/// One of several alternatives: its name, and the node for its contents.
pub(super) struct Alternative<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) name: &'a str,
    pub(super) name_at: Span,
    pub(super) of: &'static str,
    pub(super) choices: &'static [&'static str],
}

impl<'a> EnumAccess<'a> for Alternative<'a> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name: StrDeserializer<'_, Fault> = self.name.into_deserializer();
        if !self.choices.contains(&self.name) {
            let what = spaced(plain_name(self.of));
            return Err(Fault::new(unknown_name(
                Code::UnknownVariant,
                self.name,
                self.name_at,
                &what,
                self.choices,
            )));
        }
        let value = seed.deserialize(name).map_err(|fault| fault.or_at(self.name_at))?;
        Ok((value, self))
    }
}

/// `FormOfRule` as `form of rule`.
pub(super) fn spaced(name: &str) -> String {
    let mut words = String::new();
    for symbol in name.chars() {
        if symbol.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(symbol.to_lowercase());
    }
    words
}

impl<'a> Alternative<'a> {
    fn wrong_contents(&self, help: String) -> Fault {
        Fault::new(
            Finding::at(
                Code::WrongType,
                self.reader.node.at,
                format!("`{}` is written differently", self.name),
            )
            .label("not in this form")
            .help(help),
        )
    }
}

impl<'a> VariantAccess<'a> for Alternative<'a> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match &self.reader.node.value {
            Value::Word(_) => Ok(()),
            Value::Tuple(_, items) if items.is_empty() => Ok(()),
            _ => Err(self.wrong_contents(format!("it has no contents: write `{}` alone", self.name))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Fault> {
        let node = self.reader.node;
        match &node.value {
            Value::Tuple(_, items) if items.len() == 1 => {
                seed.deserialize(self.reader.inner(&items[0])).map_err(|fault| fault.or_at(items[0].at))
            }
            Value::Record(..) => seed.deserialize(Reader { name_known: true, ..self.reader }),
            _ => Err(self.wrong_contents(format!("write `{}(...)` with one value", self.name))),
        }
    }

    fn tuple_variant<V: Visitor<'a>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        match &self.reader.node.value {
            Value::Tuple(_, items) if items.len() == length => self.reader.entries(items, visitor),
            _ => Err(self.wrong_contents(format!("write `{}(...)` with {length} values", self.name))),
        }
    }

    fn struct_variant<V: Visitor<'a>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.reader.node.value {
            Value::Record(..) => Reader { name_known: true, ..self.reader }.record(self.of, fields, visitor),
            Value::Tuple(_, items) if items.is_empty() => {
                Reader { name_known: true, ..self.reader }.record(self.of, fields, visitor)
            }
            _ => {
                let shape: Vec<String> = fields.iter().map(|field| format!("{field}: ...")).collect();
                Err(self.wrong_contents(format!("write `{}({})`", self.name, shape.join(", "))))
            }
        }
    }
}
