//! A lesson's card as the screen shows it. The logic of lessons fills it.

use crate::mission::{Lesson, Progress};
use crate::sim::Simulation;

/// The card of a lesson's step as it looks now; `None` once the lesson is over.
pub fn lesson_view(lesson: &Lesson, sim: &Simulation) -> Option<LessonView> {
    if lesson.progress() != Progress::Running {
        return None;
    }
    let content = sim.content();
    let look = lesson.look(content, sim.clock().now());
    let ask = look.def.ask.as_ref().map(|ask| AskView {
        id: ask.id.clone(),
        question: ask.question.clone(),
        choices: ask.choices.clone(),
        answered: look.answered,
        borne_out: look.answered.and_then(|choice| ask.answer.map(|answer| answer == choice)),
        explain: ask.explain.clone(),
    });
    let def = lesson.def(content);
    Some(LessonView {
        title: def.title.clone(),
        step: look.number + 1,
        steps: look.of,
        say: look.def.say.clone(),
        how: look.def.how.clone(),
        why: look.def.why.clone(),
        hints: look.hints.iter().map(|hint| (*hint).to_owned()).collect(),
        notice: look.said.map(str::to_owned),
        ask,
        highlight: look.def.highlight.clone(),
        done: false,
        can_show: def.solution.iter().any(|step| step.step == look.def.id),
    })
}

/// A question of a lesson.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AskView {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The choices.
    pub choices: Vec<String>,
    /// The choice taken, if one is.
    pub answered: Option<usize>,
    /// Whether that choice was borne out; none for a prediction that any answer passes.
    pub borne_out: Option<bool>,
    /// Shown after the answer.
    pub explain: String,
}

/// One step of a lesson on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LessonView {
    /// Title of the lesson.
    pub title: String,
    /// Number of the step, from 1.
    pub step: usize,
    /// How many steps there are.
    pub steps: usize,
    /// One imperative.
    pub say: String,
    /// How, in order.
    pub how: Vec<String>,
    /// Why.
    pub why: String,
    /// Hints that are due.
    pub hints: Vec<String>,
    /// A word on where a branch has led, if one was taken.
    pub notice: Option<String>,
    /// A question.
    pub ask: Option<AskView>,
    /// Registered names of the widgets to point at; the first that is visible is cut out.
    pub highlight: Vec<String>,
    /// Whether the step is done and waits for “next”.
    pub done: bool,
    /// Whether somebody can show the step.
    pub can_show: bool,
}
