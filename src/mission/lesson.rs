//! The state of a running mission.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Id, MissionId, Month};
use crate::content::defs::{Content, MissionDef, StepDef};
use crate::content::vocabulary::{Condition, Ids};
use crate::sim::agents::Players;
use crate::sim::quantities::{Binding, Eyes, Facts, Interface, holds};
use crate::sim::{Seat, Simulation};

/// Where a mission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// A step is under way.
    Running,
    /// All steps are done.
    Completed,
    /// Its months are over before its steps were done.
    TimeIsUp,
    /// The player has left it.
    Left,
}

/// What an answer came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether it was the answer that the run bears out; `None` for predictions that any answer passes.
    pub right: Option<bool>,
    /// What is said about it.
    pub explain: String,
}

/// A step as it looks now.
#[derive(Debug, Clone, PartialEq)]
pub struct StepLook<'c> {
    /// Its definition.
    pub def: &'c StepDef,
    /// Position, from 0.
    pub number: usize,
    /// How many steps there are.
    pub of: usize,
    /// Hints that are due.
    pub hints: Vec<&'c str>,
    /// The answer given to its question.
    pub answered: Option<usize>,
    /// What was said when the step was entered by a way out of another.
    pub said: Option<&'c str>,
}

/// A running mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    mission: String,
    step: usize,
    since: Month,
    began: Month,
    progress: Progress,
    answers: BTreeMap<String, usize>,
    selected: Option<Seat>,
    open: BTreeSet<String>,
    /// The step whose way out led here, and which of its ways it was.
    came_by: Option<(usize, usize)>,
}

impl Lesson {
    /// A mission at its first step.
    pub fn begin(content: &Content, mission: MissionId, now: Month) -> Self {
        Self {
            mission: content.missions[mission].id.clone(),
            step: 0,
            since: now,
            began: now,
            progress: Progress::Running,
            answers: BTreeMap::new(),
            selected: None,
            open: BTreeSet::new(),
            came_by: None,
        }
    }

    /// As text, for the save.
    pub fn to_text(&self) -> Option<String> {
        ron::to_string(self).ok()
    }

    /// From the text of a save; `None` if it is not the state of a mission that the content has.
    pub fn from_text(text: &str, content: &Content) -> Option<Self> {
        let lesson: Self = ron::from_str(text).ok()?;
        let def = lesson.find(content)?;
        (lesson.step < def.steps.len()).then_some(lesson)
    }

    fn find<'c>(&self, content: &'c Content) -> Option<&'c MissionDef> {
        content.missions.values().find(|def| def.id == self.mission)
    }

    /// The definition. The content is the one the lesson began with, so that it is there.
    pub fn def<'c>(&self, content: &'c Content) -> &'c MissionDef {
        self.find(content).unwrap_or(&content.missions[MissionId::from_index(0)])
    }

    /// Where it stands.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The step under way, as it looks now.
    pub fn look<'c>(&self, content: &'c Content, now: Month) -> StepLook<'c> {
        let def = self.def(content);
        let step = &def.steps[self.step];
        let waited = now.since(self.since);
        StepLook {
            def: step,
            number: self.step,
            of: def.steps.len(),
            hints: step.hints.iter().filter(|h| h.after_months <= waited).map(|h| h.say.as_str()).collect(),
            answered: step.ask.as_ref().and_then(|ask| self.answers.get(&ask.id).copied()),
            said: self.came_by.map(|(from, way)| def.steps[from].branches[way].say.as_str()),
        }
    }

    /// The player has selected someone, or nobody.
    pub fn select(&mut self, seat: Option<Seat>) {
        self.selected = seat;
    }

    /// The player has opened a panel or used a widget by its registered name.
    pub fn opened(&mut self, name: &str) {
        self.open.insert(name.to_owned());
    }

    /// The player has closed a panel.
    pub fn closed(&mut self, name: &str) {
        self.open.remove(name);
    }

    /// The player answers the question of the step; `None` if it asks none or the choice is none of its.
    pub fn answer(&mut self, content: &Content, choice: usize) -> Option<Answer> {
        let ask = self.def(content).steps[self.step].ask.as_ref()?;
        if choice >= ask.choices.len() {
            return None;
        }
        self.answers.insert(ask.id.clone(), choice);
        Some(Answer { right: ask.answer.map(|right| right == choice), explain: ask.explain.clone() })
    }

    /// Leaves the mission; the campaign goes on.
    pub fn leave(&mut self) {
        self.progress = Progress::Left;
    }

    /// Skips the step under way.
    pub fn skip(&mut self, sim: &Simulation) {
        if self.progress == Progress::Running {
            self.enter(sim, self.step + 1, None);
        }
    }

    /// Looks at the world: moves on over every step that is done, or out of one that cannot be done any more.
    /// To be called after each month and each act of the player.
    pub fn look_at(&mut self, sim: &Simulation) {
        if self.progress != Progress::Running {
            return;
        }
        let facts = Facts::gather(sim.world());
        let content = sim.content();
        // Each step is passed once at most, so that two ways out into each other cannot turn in a circle.
        for _ in 0..self.def(content).steps.len() {
            if self.progress != Progress::Running {
                return;
            }
            let step = &self.def(content).steps[self.step];
            if self.is_true(sim, &facts, &step.done) && self.has_answered(step) {
                self.enter(sim, self.step + 1, None);
            } else if let Some(way) =
                step.branches.iter().position(|way| self.is_true(sim, &facts, &way.when))
            {
                let goto = &step.branches[way].goto;
                let target = self.def(content).steps.iter().position(|step| &step.id == goto);
                match target {
                    Some(target) if target != self.step => self.enter(sim, target, Some((self.step, way))),
                    _ => break,
                }
            } else {
                break;
            }
        }
        let over = sim.clock().now().since(self.began) >= self.def(content).max_months;
        if self.progress == Progress::Running && over {
            self.progress = Progress::TimeIsUp;
        }
    }

    /// A step that asks is not done before it is answered, whatever its condition says.
    fn has_answered(&self, step: &StepDef) -> bool {
        step.ask.as_ref().is_none_or(|ask| self.answers.contains_key(&ask.id))
    }

    fn enter(&mut self, sim: &Simulation, step: usize, came_by: Option<(usize, usize)>) {
        self.since = sim.clock().now();
        self.came_by = came_by;
        if step < self.def(sim.content()).steps.len() {
            self.step = step;
        } else {
            self.progress = Progress::Completed;
        }
    }

    /// Whether a condition holds in truth, with the player in `This` and `Player`.
    pub fn is_true(&self, sim: &Simulation, facts: &Facts, condition: &Condition<Ids>) -> bool {
        let seat = sim.get::<Players>().seat();
        let binding = Binding { this: seat, target: None, player: seat };
        holds(facts, condition, binding, Eyes::Truth, self)
    }
}

impl Interface for Lesson {
    fn selected(&self, seat: Seat) -> bool {
        self.selected == Some(seat)
    }
    fn panel_open(&self, name: &str) -> bool {
        self.open.contains(name)
    }
    fn answered(&self, question: &str) -> bool {
        self.answers.contains_key(question)
    }
}
