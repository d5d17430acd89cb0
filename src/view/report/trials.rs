//! Changes of mind that were tried, as data and in words.

use serde::Serialize;

use crate::content::vocabulary::OrderKind;
use crate::sim::agents::{DecisionLog, Trial};
use crate::sim::{Seat, Simulation};

/// What came of trying the changes that records name, over a history.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrialsRow {
    /// How many were tried.
    pub tried: usize,
    /// How many turned the choice.
    pub turned: usize,
    /// Of those tried: acts that had been chosen.
    pub chosen: usize,
    /// Of those tried: decisions of movements.
    pub of_movements: usize,
    /// Of those tried: moves in crises.
    pub in_crises: usize,
    /// Of those tried: answers to offers.
    pub answers: usize,
    /// Numbers of the decisions that did not turn.
    pub stayed: Vec<u32>,
}

/// The trials of a history so far.
pub fn trials_of(sim: &Simulation) -> TrialsRow {
    let trials = sim.get::<DecisionLog>().trials();
    let count = |which: &dyn Fn(&Trial) -> bool| trials.iter().filter(|trial| which(trial)).count();
    TrialsRow {
        tried: trials.len(),
        turned: count(&|trial| trial.flipped),
        chosen: count(&|trial| trial.chosen),
        of_movements: count(&|trial| matches!(trial.agent, Seat::Movement(_))),
        in_crises: count(&|trial| trial.kind == OrderKind::MoveInCrisis),
        answers: count(&|trial| trial.kind == OrderKind::AnswerOffer),
        stayed: trials.iter().filter(|trial| !trial.flipped).map(|trial| trial.number).collect(),
    }
}

/// The same in words.
pub fn trials_text(row: &TrialsRow) -> String {
    let mut text = format!(
        "{} decisions were made once more with the one change that each names, all else being as it was; {} turned.\n\
         Among them: {} acts that had been chosen, {} decisions of movements, {} moves in crises, {} answers to offers.\n",
        row.tried, row.turned, row.chosen, row.of_movements, row.in_crises, row.answers
    );
    for number in &row.stayed {
        text.push_str(&format!("decision {number} stayed as it was\n"));
    }
    text
}
