//! A lesson's card as the screen shows it. The logic of lessons fills it.

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
