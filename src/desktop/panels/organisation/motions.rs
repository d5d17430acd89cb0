//! Motions on the table, how their votes would go, and the latest votes.

use egui::Ui;

use crate::desktop::intents::Intents;
use crate::desktop::widgets::{paragraph, running_text, section, sentence, stat_row};
use crate::view::words::text as say;
use crate::view::{MotionView, Sentence};

pub(super) fn motions(ui: &mut Ui, list: &[MotionView], intents: &mut Intents) {
    if list.is_empty() {
        return;
    }
    section(ui, say!("org.motions"));
    for motion in list {
        let name = format!("organisation.motion.{}", motion.number);
        running_text(ui, |ui| sentence(ui, &name, &motion.words, intents));
        paragraph(ui, &motion.count);
        if let Some(own) = &motion.own {
            stat_row(ui, &format!("{name}.own"), own);
        }
        for (place, words) in motion.lobbying.iter().enumerate() {
            running_text(ui, |ui| sentence(ui, &format!("{name}.lobbying.{place}"), words, intents));
        }
    }
}

pub(super) fn votes(ui: &mut Ui, list: &[Sentence], intents: &mut Intents) {
    if list.is_empty() {
        return;
    }
    section(ui, say!("org.votes"));
    for (place, words) in list.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("organisation.vote.{place}"), words, intents));
    }
}
