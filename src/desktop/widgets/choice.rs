//! Something that can be ordered on the spot: a button, what it does, its price, or what stands against it.

use egui::{Label, RichText, Ui};

use super::{named_button, named_button_unless};
use crate::desktop::theme::{Theme, Weight, quiet, size, space, tag, text};
use crate::sim::orders::Seq;
use crate::view::words::{fill, text as say};

/// What is to be chosen.
pub struct Choice<'a> {
    /// The registered name of its button.
    pub name: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// What it does, and then where it leads; either may be empty.
    pub does: [&'a str; 2],
    /// What it costs; empty if nothing.
    pub price: &'a str,
    /// What stands against it; empty if it can be ordered.
    pub refused: &'a [String],
    /// The number of the order, if it has been given.
    pub ordered: Option<Seq>,
    /// What is said of one that has been given.
    pub ordered_words: &'a str,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// It is to be ordered.
    Give,
    /// The order is to be taken back.
    TakeBack(Seq),
}

/// Draws a choice; only a title where nobody sits who could order it.
pub fn choice(ui: &mut Ui, one: &Choice<'_>, playable: bool) -> Option<Chosen> {
    let mut chosen = None;
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| match one.ordered {
        Some(given) => {
            let colour = Theme::of(ui).attention;
            ui.label(RichText::new(one.title).font(Theme::strong(size::BODY)));
            tag(ui, one.ordered_words, colour);
            if named_button(ui, &format!("{}.back", one.name), say!("cr.take_back"), Weight::Plain).clicked()
            {
                chosen = Some(Chosen::TakeBack(given));
            }
        }
        None if playable => {
            if named_button_unless(ui, one.name, one.title, Weight::Plain, one.refused).clicked() {
                chosen = Some(Chosen::Give);
            }
        }
        None => {
            ui.label(RichText::new(one.title).font(Theme::strong(size::BODY)));
        }
    });
    if !one.refused.is_empty() {
        one.refused.iter().for_each(|why| aside(ui, &fill(say!("cr.refused"), &[("why", why)])));
        return chosen;
    }
    let [does, then] = one.does;
    paragraph(ui, does);
    aside(ui, then);
    if !one.price.is_empty() {
        aside(ui, &fill(say!("cr.price"), &[("price", one.price)]));
    }
    chosen
}

/// Running words that wrap; nothing where there are none.
pub fn paragraph(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = text(ui, words);
    ui.add(Label::new(words).wrap());
}

/// The same in quiet ink.
pub fn aside(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = quiet(ui, words);
    ui.add(Label::new(words).wrap());
}
