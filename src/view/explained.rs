//! A number that explains itself.

use crate::sim::TermList;

use super::words::{figure, label, signed};

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// A level from 0 to 1, shown as `0.31`.
    Index,
    /// A share of a whole, shown as a percentage.
    Share,
    /// A change over twelve months, shown as a signed percentage.
    Growth,
    /// Money, in thousands of 2011 international dollars.
    Money,
    /// Money in thousands of 2011 international dollars, a year.
    MoneyAYear,
    /// 2011 international dollars a head and year.
    DollarsAYear,
    /// People.
    People,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Things counted.
    Count,
    /// Political capital of a government, 0 to 10.
    Authority,
    /// A multiple of what is expected; 1 = as expected.
    OfExpected,
    /// A price over base price; 1 = base price.
    OfBase,
    /// A score or weight without unit.
    #[default]
    Weight,
}

impl Unit {
    /// All units.
    pub const ALL: [Unit; 14] = [
        Self::Index,
        Self::Share,
        Self::Growth,
        Self::Money,
        Self::MoneyAYear,
        Self::DollarsAYear,
        Self::People,
        Self::Months,
        Self::Years,
        Self::Count,
        Self::Authority,
        Self::OfExpected,
        Self::OfBase,
        Self::Weight,
    ];
}

impl Unit {
    /// A plain unit for a value whose kind is not known: a level where it is small, a count where it is large.
    pub fn for_size_of(value: f64) -> Self {
        if value.abs() < 100.0 { Self::Weight } else { Self::Count }
    }
}

/// How the terms make the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum How {
    /// They add up to it.
    #[default]
    Sum,
    /// They add up to a level towards which the number moves month by month.
    Drift,
    /// The first over the second.
    Ratio,
    /// The larger of them counts.
    Larger,
    /// They are combined by a rule that is no plain sum.
    Combined,
    /// It was counted or set, not computed; the terms only place it.
    Given,
}

/// One term of a shown number.
#[derive(Debug, Clone, PartialEq)]
pub struct TermView {
    /// What it is, in plain words.
    pub label: String,
    /// Its value.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
}

/// A shown number: what it is, its value, and the terms from which it was made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explained {
    /// What it is, in plain words, lower case.
    pub what: String,
    /// The value.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// What it means, in one sentence; may be empty.
    pub words: String,
    /// How the terms make it.
    pub how: How,
    /// The terms, in the order in which the rule took them.
    pub terms: Vec<TermView>,
}

impl Explained {
    /// A number that was counted or set.
    pub fn given(what: impl Into<String>, value: f64, unit: Unit) -> Self {
        Self { what: what.into(), value, unit, how: How::Given, ..Self::default() }
    }

    /// The first over the second, with both shown.
    pub fn ratio(what: impl Into<String>, unit: Unit, over: TermView, under: TermView) -> Self {
        let value = if under.value == 0.0 { f64::NAN } else { over.value / under.value };
        Self { how: How::Ratio, terms: vec![over, under], ..Self::given(what, value, unit) }
    }

    /// The same with a sentence on what it means.
    #[must_use]
    pub fn meaning(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }

    /// The same with the terms that a rule handed out, counted like the whole.
    #[must_use]
    pub fn with_terms(self, how: How, terms: &TermList) -> Self {
        let words: Vec<_> = terms.as_slice().iter().map(|term| (label(term.label), term.value)).collect();
        self.with_parts(how, words)
    }

    /// The same with terms in words of their own, counted like the whole.
    #[must_use]
    pub fn with_parts(mut self, how: How, terms: impl IntoIterator<Item = (String, f64)>) -> Self {
        let unit = self.unit;
        self.how = how;
        self.terms = terms.into_iter().map(|(label, value)| TermView { label, value, unit }).collect();
        self
    }

    /// The value with its unit; a change carries its sign.
    pub fn shown(&self) -> String {
        match self.unit {
            Unit::Growth => signed(self.value, self.unit),
            _ => figure(self.value, self.unit),
        }
    }

    /// A term's value with its unit; signed where terms are added.
    pub fn shown_term(&self, term: &TermView) -> String {
        match self.how {
            How::Sum | How::Drift => signed(term.value, term.unit),
            How::Ratio | How::Larger | How::Combined | How::Given => figure(term.value, term.unit),
        }
    }

    /// What the terms leave open: 0 where they add up to the value.
    pub fn open_rest(&self) -> f64 {
        match self.how {
            How::Sum if !self.terms.is_empty() => {
                self.value - self.terms.iter().map(|term| term.value).sum::<f64>()
            }
            _ => 0.0,
        }
    }

    /// As one line for a reader without a pointer: what, value, and every term.
    pub fn line(&self) -> String {
        let one = |term: &TermView| format!("{} {}", term.label, self.shown_term(term));
        let terms: Vec<_> = self.terms.iter().map(one).collect();
        match terms.is_empty() {
            true => format!("{}: {}", self.what, self.shown()),
            false => format!("{}: {} ({})", self.what, self.shown(), terms.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::Terms;

    #[test]
    fn terms_stand_beside_the_sum() {
        let mut list = TermList::default();
        let value = list.add("growth", 0.2) + list.add("war", -0.05);
        let explained = Explained::given("legitimacy", value, Unit::Index).with_terms(How::Sum, &list);
        assert!(explained.open_rest().abs() < 1e-12);
        assert_eq!(explained.line(), "legitimacy: 0.15 (growth +0.20, war −0.05)");
    }

    #[test]
    fn a_ratio_without_a_denominator_is_not_known() {
        let term = |label: &str, value| TermView { label: label.into(), value, unit: Unit::Count };
        let ratio = Explained::ratio("x", Unit::Index, term("a", 1.0), term("b", 0.0));
        assert_eq!(ratio.shown(), "not known");
    }
}
