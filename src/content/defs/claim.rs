//! Claim cards: what a text asserts, what speaks against it, and how it became a number.

use crate::base::LensId;

/// One claim of one text.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimCardDef {
    /// String id, e.g. `cpsu_1963.coexistence_serves_socialism`.
    pub id: String,
    /// The text.
    pub document: String,
    /// Where in the text.
    pub section: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub date: String,
    /// For whom.
    pub audience: String,
    /// What it asserts, in our paraphrase ("The text asserts …").
    pub asserts: String,
    /// What speaks against it; never empty.
    pub contrary: Vec<String>,
    /// How it became a number of the model.
    pub as_number: String,
    /// What would test it.
    pub experiment: Option<ExperimentDef>,
}

/// A test of a claim by many histories.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentDef {
    /// Rule that is varied.
    pub rule: String,
    /// Low value.
    pub low: f64,
    /// High value.
    pub high: f64,
    /// What is read at the end: the path of a number in a year of the report, or `fact.` and the id of a fact, whose
    /// measure is then taken.
    pub series: String,
    /// Lens of the text.
    pub lens: LensId,
    /// Sign the text expects under its own lens.
    pub expects: Sign,
}

/// Sign of an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum Sign {
    /// More of the rule, more of the series.
    Positive,
    /// More of the rule, less of the series.
    Negative,
    /// No effect.
    None,
}

impl Sign {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Positive => "more of it",
            Self::Negative => "less of it",
            Self::None => "no effect",
        }
    }
}
