//! Sentences whose names are links.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Galley, Label, RichText, Sense, Ui, vec2};

use super::{dots, follow};
use crate::desktop::intents::Intents;
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, size};
use crate::view::Sentence;

/// A line of running text: pieces follow each other without space and stand on one base line.
pub fn running_text(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        // Rows as high as text, not as buttons: otherwise pieces that wrap are set lower than pieces that do not.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
            contents(ui);
        });
    });
}

/// Space between parts of [`running_text`]; unlike added space it wraps with its row.
pub fn gap(ui: &mut Ui) {
    ui.label("   ");
}

/// A sentence inside [`running_text`]; names stand over a dotted underline and lead to what they name.
pub fn sentence(ui: &mut Ui, name: &str, words: &Sentence, intents: &mut Intents) {
    let theme = Theme::of(ui);
    for (index, piece) in words.0.iter().enumerate() {
        let Some(link) = piece.link else {
            ui.label(RichText::new(&piece.text).color(theme.ink));
            continue;
        };
        let label = Label::new(whole(ui, &piece.text)).sense(Sense::click());
        let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
        let response = named(&format!("{name}.{index}"), response);
        if ui.is_rect_visible(response.rect) {
            dots(ui, response.rect.left(), response.rect.right(), response.rect.bottom() - 1.0);
        }
        if response.clicked() {
            follow(link, intents);
        }
    }
}

/// A name in one run, so that it is one thing to press; only a name wider than the room is cut. Laid out here, since a label
/// would measure it against what is left of its row.
fn whole(ui: &Ui, words: &str) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), Theme::body(size::BODY), Theme::of(ui).ink);
    job.wrap = TextWrapping::truncate_at_width(ui.max_rect().width().max(size::BODY));
    ui.painter().layout_job(job)
}
