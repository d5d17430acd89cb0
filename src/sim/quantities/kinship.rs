//! What content and rules say once and for all on who is near to whom in rule and line.

use bevy::prelude::Resource;

use crate::base::{DoctrineId, Matrix, math};
use crate::content::defs::Content;
use crate::content::vocabulary::FormOfRule;
use crate::sim::perception::PerceptionRules;
use crate::sim::perception::rules::{affinity_of_forms, affinity_of_lines};

/// The two parts of affinity for every pair of forms and of doctrines; derived anew at every start, so no part of the
/// state.
#[derive(Resource, Debug, Clone)]
pub struct Kinship {
    forms: [[f64; FormOfRule::COUNT]; FormOfRule::COUNT],
    lines: Matrix<DoctrineId, f64>,
}

impl Kinship {
    pub(super) fn of(content: &Content, rules: &PerceptionRules) -> Self {
        let mut forms = [[0.0; FormOfRule::COUNT]; FormOfRule::COUNT];
        for &a in FormOfRule::ALL {
            for &b in FormOfRule::ALL {
                forms[a.index()][b.index()] = affinity_of_forms(a, b, rules);
            }
        }
        let mut lines = Matrix::filled(0.0, content.doctrines.len());
        for (a, one) in content.doctrines.iter() {
            for (b, other) in content.doctrines.iter() {
                lines[(a, b)] = affinity_of_lines(distance(one.line, other.line), rules);
            }
        }
        Self { forms, lines }
    }

    /// Nearness (0–1) of two, each given by its form of rule and its doctrine inside its own camp.
    #[inline]
    pub fn affinity(&self, a: (FormOfRule, DoctrineId), b: (FormOfRule, DoctrineId)) -> f64 {
        self.forms[a.0.index()][b.0.index()] + self.lines[(a.1, b.1)]
    }
}

/// Distance of two lines on the two axes.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    math::sqrt((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1))
}
