//! The parameters of outcome, as `scenarios/common/rules/outcome.ron` gives them.

use crate::content::defs::rule_table;

rule_table! {
    /// Weights of the outcome.
    pub struct OutcomeRules in "outcome" {
        /// Weight of legitimacy. Unit: weight.
        legitimacy,
        /// Weight of cohesion. Unit: weight.
        cohesion,
        /// Weight of the living standard. Unit: weight.
        living_standard,
        /// Weight of the seat's own aims. Unit: weight.
        aims,
        /// Weight of harm avoided. Unit: weight.
        harm_avoided,
        /// Harm decided, as a share of the own people, at which half of the points for harm avoided are gone. Unit: share of people.
        harm_scale,
    }
}
