//! Long rows of numbers, written as plain bytes: one by one they would cost a call each, and most of a save is such rows.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use bytemuck::NoUninit;
use serde::de::{self, DeserializeOwned, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// A number that can stand in a row of plain bytes.
pub trait Number: Copy + NoUninit + Serialize + DeserializeOwned {
    /// What such a row is called, so that a reader of the bytes can know what they stand for.
    const ROW: &'static str;
    /// The bytes of one, the lowest first on every machine.
    type Bytes: AsRef<[u8]> + for<'b> TryFrom<&'b [u8]>;
    /// The number as bytes.
    fn to_bytes(self) -> Self::Bytes;
    /// The number that bytes stand for.
    fn from_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! numbers {
    ($($kind:ident $row:literal),+) => {$(
        impl Number for $kind {
            const ROW: &'static str = $row;
            type Bytes = [u8; size_of::<$kind>()];
            #[inline]
            fn to_bytes(self) -> Self::Bytes {
                self.to_le_bytes()
            }
            #[inline]
            fn from_bytes(bytes: Self::Bytes) -> Self {
                Self::from_le_bytes(bytes)
            }
        }
    )+};
}

/// Two numbers that belong together.
impl Number for [f32; 2] {
    const ROW: &'static str = "row of pairs of f32";
    type Bytes = [u8; 8];
    #[inline]
    fn to_bytes(self) -> Self::Bytes {
        let [a, b] = self.map(f32::to_le_bytes);
        [a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]]
    }
    #[inline]
    fn from_bytes([a, b, c, d, e, f, g, h]: Self::Bytes) -> Self {
        [f32::from_le_bytes([a, b, c, d]), f32::from_le_bytes([e, f, g, h])]
    }
}

numbers! { u16 "row of u16", f32 "row of f32", f64 "row of f64" }

impl Number for bool {
    const ROW: &'static str = "row of bool";
    type Bytes = [u8; 1];
    #[inline]
    fn to_bytes(self) -> Self::Bytes {
        [u8::from(self)]
    }
    #[inline]
    fn from_bytes([byte]: Self::Bytes) -> Self {
        byte != 0
    }
}

/// `Vec<T>` that is written as plain bytes, save where people read along.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers<T>(Vec<T>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for Numbers<T> {
    fn from(row: Vec<T>) -> Self {
        Self(row)
    }
}

impl<T> Deref for Numbers<T> {
    type Target = Vec<T>;
    #[inline]
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for Numbers<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T: Number> Numbers<T> {
    /// The row as bytes: as it stands in memory, where processors keep the lowest byte first themselves.
    fn as_bytes(&self) -> Cow<'_, [u8]> {
        if cfg!(target_endian = "little") {
            Cow::Borrowed(bytemuck::cast_slice(&self.0))
        } else {
            Cow::Owned(self.0.iter().flat_map(|number| number.to_bytes().as_ref().to_vec()).collect())
        }
    }
}

impl<T: Number> Serialize for Numbers<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return self.0.serialize(to);
        }
        to.serialize_newtype_struct(T::ROW, &Plain(&self.as_bytes()))
    }
}

impl<'de, T: Number> Deserialize<'de> for Numbers<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            return Vec::deserialize(from).map(Self);
        }
        from.deserialize_newtype_struct(T::ROW, Reader(PhantomData))
    }
}

/// Reads a row of bytes as numbers.
struct Reader<T>(PhantomData<T>);

impl<'de, T: Number> de::Visitor<'de> for Reader<T> {
    type Value = Numbers<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::ROW)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Numbers<T>, D::Error> {
        let Bytes(bytes) = Bytes::deserialize(from)?;
        let number = |bytes: &[u8]| T::Bytes::try_from(bytes).ok().map(T::from_bytes);
        let row: Option<Vec<T>> = bytes.chunks(size_of::<T::Bytes>()).map(number).collect();
        row.map(Numbers).ok_or_else(|| de::Error::invalid_length(bytes.len(), &self))
    }
}

/// Bytes that are written as such, not as a list of small numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

/// The same, borrowed.
struct Plain<'b>(&'b [u8]);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Plain(&self.0).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = Bytes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }
            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        from.deserialize_byte_buf(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &impl Serialize) -> Vec<u8> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn rows_come_back_to_the_bit_and_take_no_more_than_their_bytes() {
        let reals = Numbers::from(vec![1.5, -0.0, f64::MAX, 1e-300]);
        let bytes = written(&reals);
        assert_eq!(bytes.len(), 2 + 4 * 8);
        let back: Numbers<f64> = ciborium::from_reader(bytes.as_slice()).unwrap();
        let bits = |row: &Numbers<f64>| row.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&back), bits(&reals));
        let flags = Numbers::from(vec![true, false, true]);
        assert_eq!(ciborium::from_reader::<Numbers<bool>, _>(written(&flags).as_slice()).unwrap(), flags);
    }

    #[test]
    fn where_people_read_along_rows_are_lists() {
        let row = Numbers::from(vec![1.0f32, 2.5]);
        assert_eq!(ron::to_string(&row).unwrap(), "[1.0,2.5]");
        assert_eq!(ron::from_str::<Numbers<f32>>("[1.0,2.5]").unwrap(), row);
    }

    #[test]
    fn a_row_that_is_cut_off_is_an_error() {
        let bytes = written(&Bytes(vec![0; 7]));
        assert!(ciborium::from_reader::<Numbers<f32>, _>(bytes.as_slice()).is_err());
    }
}
