//! Laboratories: one decision of history, its outcomes declared before it is run many times.

use crate::base::{DoctrineId, LensId};
use crate::content::vocabulary::Trace;

use super::Sign;

/// A small history that is run over many seeds to see what came of one decision, and what else could have.
#[derive(Debug, Clone, PartialEq)]
pub struct LaboratoryDef {
    /// String id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What is asked.
    pub question: String,
    /// Months that are run.
    pub months: u32,
    /// Classes of outcome, in order: a history belongs to the first that it shows. One that shows none is "none of these".
    pub outcomes: Vec<OutcomeDef>,
    /// Place of what happened in the list of outcomes.
    pub historical: usize,
    /// Where it is told that this happened.
    pub source: String,
    /// What is shifted to see whether the odds move.
    pub shift: ShiftDef,
}

/// A class of outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeDef {
    /// String id, unique in the laboratory.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What a history of the class shows.
    pub when: Trace,
}

/// A parameter of a doctrine, set low and high, and what a text says will follow.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftDef {
    /// The doctrine.
    pub doctrine: DoctrineId,
    /// Id of its parameter.
    pub parameter: String,
    /// Low value.
    pub low: f64,
    /// High value.
    pub high: f64,
    /// Place of the class of outcome whose odds are to move.
    pub outcome: usize,
    /// The lens of the text.
    pub lens: LensId,
    /// Which way the text says.
    pub expects: Sign,
    /// What the text asserts, in our paraphrase ("The text asserts …").
    pub asserts: String,
}
