//! Parameters of the model and lenses over them.

use std::collections::BTreeMap;

/// One parameter of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleDef {
    /// Name, `subsystem.parameter`.
    pub id: String,
    /// Value under the lens `record`.
    pub default: f64,
    /// Smallest value for which the model is meant.
    pub min: f64,
    /// Largest value for which the model is meant.
    pub max: f64,
    /// Unit, e.g. `share of product`.
    pub unit: String,
    /// What it means.
    pub means: String,
    /// Where its value comes from.
    pub source: String,
}

/// A set of overrides as one source asserts.
#[derive(Debug, Clone, PartialEq)]
pub struct LensDef {
    /// String id, e.g. `record`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Whose assertions these are.
    pub source: String,
    /// What it asserts, in our paraphrase.
    pub asserts: String,
    /// Rule and value.
    pub overrides: Vec<(String, f64)>,
}

/// All parameters with the values in force.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RuleTable {
    defs: Vec<RuleDef>,
    values: Vec<f64>,
    by_id: BTreeMap<String, usize>,
}

/// Why a rule could not be set.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleError {
    /// No rule has this name.
    Unknown(String),
    /// The value lies outside the rule's range.
    OutOfRange {
        /// The rule.
        id: String,
        /// The value.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
}

impl std::fmt::Display for RuleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(id) => write!(f, "no rule named `{id}`"),
            Self::OutOfRange { id, value, min, max } => {
                write!(f, "rule `{id}` must lie between {min} and {max}, not {value}")
            }
        }
    }
}

impl std::error::Error for RuleError {}

impl RuleTable {
    /// A table with every rule at its default. Later duplicates replace earlier ones.
    pub fn new(defs: Vec<RuleDef>) -> Self {
        let values = defs.iter().map(|def| def.default).collect();
        let by_id = defs.iter().enumerate().map(|(index, def)| (def.id.clone(), index)).collect();
        Self { defs, values, by_id }
    }

    /// The value in force, if there is such a rule.
    pub fn get(&self, id: &str) -> Option<f64> {
        self.by_id.get(id).map(|&index| self.values[index])
    }

    /// Puts a value in force.
    ///
    /// # Errors
    /// If there is no such rule, or the value is not finite or outside the rule's range.
    pub fn set(&mut self, id: &str, value: f64) -> Result<(), RuleError> {
        let &index = self.by_id.get(id).ok_or_else(|| RuleError::Unknown(id.into()))?;
        let def = &self.defs[index];
        if !(value >= def.min && value <= def.max) {
            return Err(RuleError::OutOfRange { id: id.into(), value, min: def.min, max: def.max });
        }
        self.values[index] = value;
        Ok(())
    }

    /// Puts a lens in force, over the defaults.
    ///
    /// # Errors
    /// The first override that names no rule or leaves its range.
    pub fn apply(&mut self, lens: &LensDef) -> Result<(), RuleError> {
        lens.overrides.iter().try_for_each(|(id, value)| self.set(id, *value))
    }

    /// All rules with their values in force, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&RuleDef, f64)> {
        self.defs.iter().zip(self.values.iter().copied())
    }
}

/// Declares the parameters that one subsystem reads, so that code and `rules.ron` cannot drift apart:
/// `NAMES` is what the loader requires, `read` fills the struct.
macro_rules! rule_table {
    ($(#[$meta:meta])* pub struct $name:ident in $prefix:literal { $( $(#[$field_meta:meta])* $field:ident ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, bevy::prelude::Resource)]
        pub struct $name { $( $(#[$field_meta])* pub $field: f64 ),+ }

        impl $name {
            /// The rules this subsystem needs; the loader reports each that `rules.ron` lacks.
            pub const NAMES: &'static [&'static str] = &[$( concat!($prefix, ".", stringify!($field)) ),+];

            /// Reads the values in force; a rule the content lacks is an error that names it.
            pub fn read(
                table: &$crate::content::defs::RuleTable,
            ) -> Result<Self, $crate::content::defs::RuleError> {
                Ok(Self { $( $field: {
                    let id = concat!($prefix, ".", stringify!($field));
                    table.get(id).ok_or_else(|| $crate::content::defs::RuleError::Unknown(id.into()))?
                } ),+ })
            }
        }
    };
}
pub(crate) use rule_table;
