//! Laboratories.

use crate::base::{DoctrineId, LensId};
use crate::content::defs::{LaboratoryDef, OutcomeDef, ShiftDef, Sign};
use crate::content::reader::Loc;
use crate::content::report::{Code, Finding, nearest, one_of};
use crate::content::vocabulary::Trace;
use serde::Deserialize;

/// `Laboratory( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawLaboratory {
    id: String,
    name: String,
    question: String,
    months: u32,
    outcomes: Vec<RawOutcome>,
    historical: Loc<String>,
    source: String,
    shift: RawShift,
}

#[derive(Debug, Deserialize)]
struct RawOutcome {
    id: String,
    name: String,
    when: Trace,
}

#[derive(Debug, Deserialize)]
struct RawShift {
    doctrine: DoctrineId,
    parameter: String,
    low: f64,
    high: f64,
    outcome: Loc<String>,
    lens: LensId,
    expects: Sign,
    asserts: String,
}

impl RawLaboratory {
    /// The resolved laboratory; an outcome that is named and not declared is a finding.
    pub fn resolve(self, findings: &mut Vec<Finding>) -> LaboratoryDef {
        let outcomes = self.outcomes;
        let mut place = |name: &Loc<String>| {
            let known = || outcomes.iter().map(|outcome| outcome.id.as_str());
            known().position(|id| id == name.value).unwrap_or_else(|| {
                let finding = Finding::at(
                    Code::DefinitionMissing,
                    name.at,
                    format!("no outcome of this laboratory is named `{}`", name.value),
                );
                findings.push(match nearest(&name.value, known()) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help(format!("it can be {}", one_of(known()))),
                });
                0
            })
        };
        let (historical, shifted) = (place(&self.historical), place(&self.shift.outcome));
        LaboratoryDef {
            id: self.id,
            name: self.name,
            question: self.question,
            months: self.months,
            historical,
            source: self.source,
            shift: ShiftDef {
                doctrine: self.shift.doctrine,
                parameter: self.shift.parameter,
                low: self.shift.low,
                high: self.shift.high,
                outcome: shifted,
                lens: self.shift.lens,
                expects: self.shift.expects,
                asserts: self.shift.asserts,
            },
            outcomes: outcomes
                .into_iter()
                .map(|one| OutcomeDef { id: one.id, name: one.name, when: one.when })
                .collect(),
        }
    }
}
