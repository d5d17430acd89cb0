//! The guided mission that runs over a campaign: what it sees of the window, and its card.

use super::intents::{MapMode, PanelKind, Selection};
use super::session::Session;
use super::shell::Shell;
use super::topbar;
use crate::base::{Month, PolityId};
use crate::content::defs::{BotActDef, Content};
use crate::content::vocabulary::{Condition, Who};
use crate::mission::{Lesson, Progress};
use crate::sim::Seat;
use crate::view::{AskView, LessonView};

/// Tells the mission what is selected and open, and lets it look at the world.
pub fn look(session: &mut Session, shell: &Shell) {
    let Some(mut lesson) = session.lesson.take() else { return };
    lesson.select(shell.selection.and_then(|selection| match selection {
        Selection::Polity(id) => Some(Seat::Polity(id)),
        Selection::Movement(id) => Some(Seat::Movement(id)),
        Selection::Territory(_) => None,
    }));
    for panel in PanelKind::ALL {
        if shell.open.contains(&panel) {
            lesson.opened(panel.name());
        } else {
            lesson.closed(panel.name());
        }
    }
    for mode in MapMode::ALL {
        if mode == shell.mode {
            lesson.opened(mode.name());
        } else {
            lesson.closed(mode.name());
        }
    }
    lesson.look_at(session.campaign.sim());
    session.campaign.attachment = lesson.to_text();
    session.lesson = Some(lesson);
}

/// Answers the question of the step.
pub fn answer(session: &mut Session, choice: usize) {
    let Some(mut lesson) = session.lesson.take() else { return };
    lesson.answer(session.sim().content(), choice);
    session.lesson = Some(lesson);
}

/// Goes past the step, or puts away the card of a mission that is over.
pub fn skip(session: &mut Session) {
    let Some(mut lesson) = session.lesson.take() else { return };
    if lesson.progress() == Progress::Running {
        lesson.skip(session.sim());
        session.lesson = Some(lesson);
    } else {
        session.campaign.attachment = None;
    }
}

/// Ends the mission; the campaign goes on.
pub fn leave(session: &mut Session) {
    session.lesson = None;
    session.campaign.attachment = None;
}

/// Lets the mission do its step by itself, as its solution says.
pub fn show_me(session: &mut Session, shell: &mut Shell) {
    let content = session.sim().shared_content();
    let Some(lesson) = &session.lesson else { return };
    let now = session.sim().clock().now();
    let step = lesson.look(&content, now).def.id.clone();
    let solution = lesson.def(&content).solution.iter().find(|solution| solution.step == step);
    let Some(solution) = solution else { return };
    for act in &solution.acts {
        match act {
            BotActDef::Give(order) => {
                if let Some(seat) = session.seat {
                    session.campaign.give(seat, order.clone());
                    session.version += 1;
                }
            }
            BotActDef::Select(id) => {
                shell.selection = Some(Selection::Polity(*id));
                shell.open(PanelKind::Inspector);
            }
            BotActDef::Open(name) => {
                if let Some(panel) = PanelKind::by_name(name) {
                    shell.open(panel);
                } else if let Some(mode) = MapMode::ALL.into_iter().find(|mode| mode.name() == name) {
                    shell.mode = mode;
                }
            }
            BotActDef::Answer(choice) => answer(session, *choice),
            BotActDef::Wait(months) => (0..*months).for_each(|_| session.step()),
        }
        // A later act may belong to what the next month shows.
        look(session, shell);
    }
}

/// The state that the step wants selected, if that is what it waits for.
pub fn wanted(lesson: &Lesson, content: &Content, now: Month) -> Option<PolityId> {
    let running = lesson.progress() == Progress::Running;
    match running.then(|| lesson.look(content, now).def.done.clone())? {
        Condition::Selected { who: Who::Polity { id } } => Some(id),
        _ => None,
    }
}

/// What a step points at, without what is done already: a mode of the map that is on, orders once one waits. What stands in a
/// panel that is closed is looked for at its tab.
pub fn still_to_do(highlight: Vec<String>, shell: &Shell, orders_wait: bool) -> Vec<String> {
    let done = |name: &str| {
        let mode = MapMode::ALL.into_iter().find(|mode| mode.name() == name);
        mode == Some(shell.mode)
            || orders_wait && name.starts_with("orders.")
            || orders_wait && name == "panel.orders"
    };
    let left: Vec<String> = highlight.iter().filter(|name| !done(name)).cloned().collect();
    let left = if left.is_empty() { highlight } else { left };
    let there = |name: String| match PanelKind::by_name(&name).filter(|panel| !shell.open.contains(panel)) {
        Some(panel) => topbar::tab_name(panel).unwrap_or(name),
        None => name,
    };
    left.into_iter().map(there).collect()
}

/// The card of the mission as it stands.
pub fn card(lesson: &Lesson, content: &Content, now: Month) -> Option<LessonView> {
    let def = lesson.def(content);
    let over = |say: &str| LessonView {
        title: def.title.clone(),
        step: def.steps.len(),
        steps: def.steps.len(),
        say: say.into(),
        how: def.notice.clone(),
        why: def.other_side.clone(),
        done: true,
        ..LessonView::default()
    };
    match lesson.progress() {
        Progress::Left => None,
        Progress::Completed => Some(over("The mission is complete. What was there to notice?")),
        Progress::TimeIsUp => Some(over("The months of this mission are over. It can be played again.")),
        Progress::Running => {
            let look = lesson.look(content, now);
            let ask = look.def.ask.as_ref().map(|ask| AskView {
                id: ask.id.clone(),
                question: ask.question.clone(),
                choices: ask.choices.clone(),
                answered: look.answered,
                borne_out: ask.answer.and_then(|right| look.answered.map(|given| given == right)),
                explain: ask.explain.clone(),
            });
            Some(LessonView {
                title: def.title.clone(),
                step: look.number + 1,
                steps: look.of,
                say: look.def.say.clone(),
                how: look.def.how.clone(),
                why: look.def.why.clone(),
                hints: look.hints.iter().map(|&hint| hint.to_owned()).collect(),
                notice: look.said.map(str::to_owned),
                ask,
                highlight: look.def.highlight.clone(),
                done: false,
                can_show: def.solution.iter().any(|solution| solution.step == look.def.id),
            })
        }
    }
}
