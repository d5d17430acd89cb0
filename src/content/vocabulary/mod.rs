//! The closed, typed language that content files speak: shape and wording.
//!
//! Each variant carries a doc comment (reused by the generated reference) and plain words (reused by
//! tooltips, missions and errors). What a variant *does* is decided by its evaluator in the `sim`
//! subsystem concerned, by exhaustive match.
//!
//! Types are generic over [`Refs`]: files and passports speak in [`Names`] (string ids), the running
//! simulation in [`Ids`] (dense ids). `resolve` in `content` turns one into the other.

pub mod condition;
pub mod crisis_move;
pub mod effect;
pub mod kinds;
pub mod measure;
pub mod order;
pub mod order_kind;
mod order_words;
pub mod quantity;
pub mod refs;
pub mod trace;
pub mod who;

pub use condition::Condition;
pub use crisis_move::{Concession, CrisisMove};
pub use effect::{Effect, Stat};
pub use kinds::*;
pub use measure::{Group, Happening, Holds, Measure};
pub use order::Order;
pub use order_kind::OrderKind;
pub use quantity::Quantity;
pub use refs::{Ids, MapRefs, Names, Naming, OpenNames, OpenSlot, OpenTarget, Refs};
pub use trace::Trace;
pub use who::{Targets, Who};

/// Declares an enum and keeps the doc comments of its variants for the generated reference.
macro_rules! documented {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $(<$generic:ident : $bound:ident>)? {
            $( $(#[doc = $doc:literal])+ $variant:ident $({ $($body:tt)* })? ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        pub enum $name $(<$generic: $bound>)? {
            $( $(#[doc = $doc])+ $variant $({ $($body)* })? ),+
        }

        impl $(<$generic: $bound>)? $name $(<$generic>)? {
            /// Name and meaning of every variant, for the generated reference.
            pub const DOCS: &'static [(&'static str, &'static str)] =
                &[$( (stringify!($variant), concat!($($doc),+)) ),+];
        }
    };
}
pub(crate) use documented;
