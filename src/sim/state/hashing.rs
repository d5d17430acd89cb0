//! Feeds any serialisable value into a hash without building text in between.

use serde::ser::{self, Serialize};

use crate::base::hash::StableHash;
use crate::base::numbers::Number;

/// Adds `value` to `hash`: every number, text and length it consists of, in order.
pub fn hash_value<T: Serialize + ?Sized>(value: &T, hash: &mut StableHash) {
    // The serializer below has no way to fail.
    let Ok(()) = value.serialize(Feeder::on(hash)) else { unreachable!("feeding a hash cannot fail") };
}

struct Feeder<'h> {
    hash: &'h mut StableHash,
    /// How bytes are added.
    bytes: fn(&mut StableHash, &[u8]),
}

impl<'h> Feeder<'h> {
    fn on(hash: &'h mut StableHash) -> Self {
        Self { hash, bytes: StableHash::bytes }
    }
}

/// How the bytes under a name are added: those of a row of numbers by what they stand for.
fn adding(name: &str) -> fn(&mut StableHash, &[u8]) {
    match name {
        <f64 as Number>::ROW => StableHash::row_of_f64,
        <f32 as Number>::ROW => StableHash::row_of_f32,
        _ => StableHash::bytes,
    }
}

/// There is no error to report, but serde asks for a type.
#[derive(Debug)]
struct Never;

impl std::fmt::Display for Never {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("hashing does not fail")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Never
    }
}

macro_rules! words {
    ($($method:ident: $kind:ty),+) => {$(
        fn $method(self, value: $kind) -> Result<(), Never> {
            self.hash.word(value as u64);
            Ok(())
        }
    )+};
}

impl<'h> ser::Serializer for Feeder<'h> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    words!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_char: char);

    fn is_human_readable(&self) -> bool {
        false
    }
    fn serialize_f32(self, value: f32) -> Result<(), Never> {
        self.hash.real(f64::from(value));
        Ok(())
    }
    fn serialize_f64(self, value: f64) -> Result<(), Never> {
        self.hash.real(value);
        Ok(())
    }
    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.hash.bytes(value.as_bytes());
        Ok(())
    }
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        (self.bytes)(self.hash, value);
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Never> {
        self.hash.word(0);
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.hash.word(1);
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Never> {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Result<(), Never> {
        self.hash.word(u64::from(index));
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(Self { bytes: adding(name), ..self })
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.hash.word(u64::from(index));
        value.serialize(self)
    }
    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Never> {
        self.hash.word(len.unwrap_or(0) as u64);
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.hash.word(u64::from(index));
        Ok(self)
    }
    fn serialize_map(self, len: Option<usize>) -> Result<Self, Never> {
        self.hash.word(len.unwrap_or(0) as u64);
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.hash.word(u64::from(index));
        Ok(self)
    }
}

macro_rules! parts {
    ($($kind:ident $method:ident ($($name:ty)?);)+) => {$(
        impl ser::$kind for Feeder<'_> {
            type Ok = ();
            type Error = Never;
            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $name,)? value: &T) -> Result<(), Never> {
                value.serialize(Feeder::on(self.hash))
            }
            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        }
    )+};
}

parts! {
    SerializeSeq serialize_element ();
    SerializeTuple serialize_element ();
    SerializeTupleStruct serialize_field ();
    SerializeTupleVariant serialize_field ();
    SerializeStruct serialize_field (&'static str);
    SerializeStructVariant serialize_field (&'static str);
}

impl ser::SerializeMap for Feeder<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        key.serialize(Feeder::on(self.hash))
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(Feeder::on(self.hash))
    }
    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Numbers;

    fn of<T: Serialize>(value: &T) -> u64 {
        let mut hash = StableHash::new();
        hash_value(value, &mut hash);
        hash.finish()
    }

    #[test]
    fn structure_counts() {
        assert_ne!(of(&(1u8, 2u8)), of(&(2u8, 1u8)));
        assert_ne!(of(&Some(0u8)), of(&None::<u8>));
        assert_ne!(of(&vec![vec![1u8], vec![]]), of(&vec![vec![], vec![1u8]]));
        assert_eq!(of(&1.5f64), of(&1.5f64));
    }

    #[test]
    fn rows_of_numbers_count_as_numbers() {
        let row = |row: &[f64]| of(&Numbers::from(row.to_vec()));
        assert_eq!(row(&[0.0, 1.0]), row(&[-0.0, 1.0]));
        assert_ne!(row(&[0.0, 1.0]), row(&[1.0, 0.0]));
        assert_ne!(of(&Numbers::from(vec![true, false])), of(&Numbers::from(vec![true, true])));
    }
}
