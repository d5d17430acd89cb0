//! Terms: what a number was summed from, handed out by the same computation that made it (DESIGN law 3).

use serde::Serialize;

/// One labelled part of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Term {
    /// What it is, a text key such as `budget.taxes`.
    pub label: &'static str,
    /// How much it adds.
    pub value: f64,
}

/// Somebody who may want to know the terms of a sum.
pub trait Terms {
    /// Notes a term and hands it back, so that a rule reads `sum += terms.add("rent", x)`.
    fn add(&mut self, label: &'static str, value: f64) -> f64;
}

/// Nobody asks: costs nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTerms;

impl Terms for NoTerms {
    #[inline(always)]
    fn add(&mut self, _label: &'static str, value: f64) -> f64 {
        value
    }
}

/// Most terms one sum can hand out.
pub const MAX_TERMS: usize = 16;

/// Keeps up to [`MAX_TERMS`] terms without allocating.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TermList {
    terms: [Term; MAX_TERMS],
    len: usize,
}

impl Default for TermList {
    fn default() -> Self {
        Self { terms: [Term { label: "", value: 0.0 }; MAX_TERMS], len: 0 }
    }
}

impl TermList {
    /// The terms in the order in which they were summed.
    pub fn as_slice(&self) -> &[Term] {
        &self.terms[..self.len]
    }

    /// Their sum, in stored order.
    pub fn sum(&self) -> f64 {
        self.as_slice().iter().map(|term| term.value).sum()
    }
}

impl Terms for TermList {
    fn add(&mut self, label: &'static str, value: f64) -> f64 {
        if self.len < MAX_TERMS {
            self.terms[self.len] = Term { label, value };
            self.len += 1;
        }
        value
    }
}
