//! Open quarrels: the ladder of steps, lit as far as each has gone, with what comes next and the way back.

use egui::Ui;

use super::super::ladder::Ladder;
use crate::desktop::intents::Intents;
use crate::desktop::widgets::{aside, paragraph, running_text, section, sentence};
use crate::view::QuarrelView;
use crate::view::words::text as say;

pub(super) fn quarrels(ui: &mut Ui, list: &[QuarrelView], intents: &mut Intents) {
    if list.is_empty() {
        return;
    }
    section(ui, say!("org.quarrels"));
    for (place, quarrel) in list.iter().enumerate() {
        let name = format!("organisation.quarrel.{place}");
        running_text(ui, |ui| sentence(ui, &name, &quarrel.began, intents));
        let ladder = Ladder {
            name: &name,
            first: 1,
            at: quarrel.steps,
            peak: quarrel.highest,
            steps: quarrel.ladder.iter().map(|step| (step.name, step.means)).collect(),
        };
        ladder.show(ui);
        aside(ui, &quarrel.next);
        paragraph(ui, &quarrel.back);
    }
}
