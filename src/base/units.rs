//! Units: shares in 0..=1, and whole quanta of money, goods and people.
//!
//! Rules compute in `f64` and round once into quanta, so that accounts close exactly (DESIGN §3).

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

/// A number in `0..=1`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(f64);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// The whole.
    pub const ONE: Self = Self(1.0);

    /// `value` pressed into `0..=1`; not-a-number becomes 0.
    pub fn clamped(value: f64) -> Self {
        Self(if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) })
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Moves by `step` and stays in range.
    pub fn nudged(self, step: f64) -> Self {
        Self::clamped(self.0 + step)
    }

    /// What is missing to the whole.
    pub fn rest(self) -> f64 {
        1.0 - self.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

/// `value.round() as i64`, by arithmetic alone: processors of the common kind have no instruction that rounds, and a
/// call costs more than the rest.
#[inline]
fn nearest(value: f64) -> i64 {
    // `as` cuts off towards zero, saturates and maps NaN to 0, so no value can panic here.
    let whole = value as i64;
    let rest = value - whole as f64;
    whole.saturating_add(i64::from(rest >= 0.5)).saturating_sub(i64::from(rest <= -0.5))
}

/// `value.floor() as i64`, in the same way.
#[inline]
fn below(value: f64) -> i64 {
    let whole = value as i64;
    whole.saturating_sub(i64::from(value < whole as f64))
}

macro_rules! quanta {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// None.
            pub const ZERO: Self = Self(0);
            /// The nearest whole number of quanta; not-a-number becomes none.
            pub fn rounded(value: f64) -> Self {
                Self(nearest(value))
            }
            /// The whole number of quanta below `value`.
            pub fn floored(value: f64) -> Self {
                Self(below(value))
            }
            /// As a real number, for rules.
            pub fn real(self) -> f64 {
                self.0 as f64
            }
            /// The part above zero.
            pub fn positive(self) -> Self {
                Self(self.0.max(0))
            }
        }
        impl Add for $name { type Output = Self; fn add(self, other: Self) -> Self { Self(self.0 + other.0) } }
        impl Sub for $name { type Output = Self; fn sub(self, other: Self) -> Self { Self(self.0 - other.0) } }
        impl Neg for $name { type Output = Self; fn neg(self) -> Self { Self(-self.0) } }
        impl AddAssign for $name { fn add_assign(&mut self, other: Self) { self.0 += other.0; } }
        impl SubAssign for $name { fn sub_assign(&mut self, other: Self) { self.0 -= other.0; } }
        impl Sum for $name { fn sum<It: Iterator<Item = Self>>(all: It) -> Self { Self(all.map(|one| one.0).sum()) } }
    )+};
}

quanta! {
    /// Money, in thousands of 2011 international dollars.
    Money,
    /// An amount of a good, in thousands of 2011 international dollars at base prices.
    Goods,
    /// People, one by one.
    People,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_stay_in_range() {
        assert_eq!(Share::clamped(1.4), Share::ONE);
        assert_eq!(Share::clamped(f64::NAN), Share::ZERO);
        assert_eq!(Share::clamped(0.5).nudged(-0.7), Share::ZERO);
    }

    #[test]
    fn quanta_round_once_and_never_panic() {
        assert_eq!(Money::rounded(2.5), Money(3));
        let edges = [0.0, 0.49999999999999994, 0.5, 0.75, 1.0, 2.5, 4503599627370497.5, 9.3e15, 1e18, 1e300];
        for value in edges.into_iter().flat_map(|edge| [edge, -edge]).chain([f64::NAN, f64::NEG_INFINITY]) {
            assert_eq!(Money::rounded(value), Money(value.round() as i64), "{value}");
            assert_eq!(Money::floored(value), Money(value.floor() as i64), "{value}");
        }
        assert_eq!(Goods::rounded(f64::NAN), Goods::ZERO);
        assert_eq!(People::rounded(f64::INFINITY), People(i64::MAX));
        assert_eq!([Money(1), Money(2)].into_iter().sum::<Money>(), Money(3));
    }
}
