//! What content and rules say once and for all on who is near to whom in form of rule, and what lines add to it.

use bevy::prelude::Resource;

use crate::content::vocabulary::FormOfRule;
use crate::sim::organisations::distance;
use crate::sim::perception::PerceptionRules;
use crate::sim::perception::rules::{affinity_of_forms, affinity_of_lines};

/// What every pair of forms adds to affinity; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone)]
pub struct Kinship {
    forms: [[f64; FormOfRule::COUNT]; FormOfRule::COUNT],
    rules: PerceptionRules,
}

impl Kinship {
    pub(super) fn of(rules: &PerceptionRules) -> Self {
        let mut forms = [[0.0; FormOfRule::COUNT]; FormOfRule::COUNT];
        for &a in FormOfRule::ALL {
            for &b in FormOfRule::ALL {
                forms[a.index()][b.index()] = affinity_of_forms(a, b, rules);
            }
        }
        Self { forms, rules: *rules }
    }

    /// Nearness (0–1) of two, each given by its form of rule and its line.
    #[inline]
    pub fn affinity(&self, a: (FormOfRule, (f64, f64)), b: (FormOfRule, (f64, f64))) -> f64 {
        self.forms[a.0.index()][b.0.index()] + affinity_of_lines(distance(a.1, b.1), &self.rules)
    }
}
