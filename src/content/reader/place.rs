//! Values that remember where they stand, and names that must exist.

use super::super::source::{FileId, Span};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::marker::PhantomData;

/// The name under which [`Loc`] asks the reader for its place.
pub(super) const LOC: &str = "$content::Loc";

/// A value with the place where it stands, for checks that compare definitions after reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Loc<T> {
    /// Where it stands.
    pub at: Span,
    /// The value.
    pub value: T,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Loc<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Place<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Place<T> {
            type Value = Loc<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value read by the content reader")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Loc<T>, A::Error> {
                let mut number = || -> Result<u32, A::Error> {
                    parts.next_element()?.ok_or_else(|| A::Error::custom("a place has three numbers"))
                };
                let (file, start, end) = (number()?, number()?, number()?);
                let value = parts.next_element()?.ok_or_else(|| A::Error::custom("a place has a value"))?;
                Ok(Loc { at: Span { file: FileId(file), start, end }, value })
            }
        }

        deserializer.deserialize_newtype_struct(LOC, Place(PhantomData))
    }
}

macro_rules! named {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
        pub struct $name(pub String);
    )+};
}

named! {
    /// The id of a rule that exists, kept as text.
    NamedRule,
    /// The id of a claim card that exists, kept as text.
    NamedClaimCard,
}
