//! The calendar: whole months, counted from January 1900.

use std::fmt;

use serde::{Deserialize, Serialize};

const FIRST_YEAR: u32 = 1900;
const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One month of history. Ordered, dense, printable as `March 1957`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(pub u32);

impl Month {
    /// Month `month` (1–12) of `year`; `None` before 1900 or for a month that is none.
    pub fn new(year: u32, month: u32) -> Option<Self> {
        (year >= FIRST_YEAR && (1..=12).contains(&month)).then(|| Self((year - FIRST_YEAR) * 12 + month - 1))
    }

    /// The calendar year.
    pub fn year(self) -> u32 {
        FIRST_YEAR + self.0 / 12
    }

    /// The month of the year, 1–12.
    pub fn month(self) -> u32 {
        self.0 % 12 + 1
    }

    /// The English name of the month of the year.
    pub fn name(self) -> &'static str {
        NAMES[(self.0 % 12) as usize]
    }

    /// The month `months` later.
    pub fn plus(self, months: u32) -> Self {
        Self(self.0 + months)
    }

    /// Whole months since `earlier`; 0 if `earlier` is not earlier.
    pub fn since(self, earlier: Month) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whether this is the last month of its year.
    pub fn ends_year(self) -> bool {
        self.month() == 12
    }

    /// The month as `1957-03`.
    pub fn iso(self) -> String {
        format!("{}-{:02}", self.year(), self.month())
    }

    /// Reads `1957-03`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name(), self.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_and_print() {
        let march = Month::new(1957, 3).unwrap();
        assert_eq!(march.to_string(), "March 1957");
        assert_eq!(march.plus(10).iso(), "1958-01");
        assert_eq!(Month::parse_iso("1957-03"), Some(march));
        assert_eq!(Month::parse_iso("1957-13"), None);
        assert_eq!(march.plus(7).since(march), 7);
    }
}
