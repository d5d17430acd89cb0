//! What the side that looks can do in the coming round: up, hold, down, each with effect and price.

use egui::{RichText, Ui};

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::theme::{Theme, size, space};
use crate::desktop::widgets::{Choice, Chosen, aside, choice, paragraph, section};
use crate::view::words::text as say;
use crate::view::{CrisisView, MoveView};

pub(super) fn moves(ui: &mut Ui, view: &CrisisView, intents: &mut Intents) {
    if view.moves.is_empty() {
        if view.sides.iter().all(|side| !side.own) {
            aside(ui, say!("cr.watch"));
        }
        return;
    }
    section(ui, say!("cr.moves"));
    if view.playable && view.moves.iter().all(|one| one.ordered.is_none()) {
        paragraph(ui, say!("cr.nothing_ordered"));
    }
    for (direction, words) in
        [(1, say!("cr.up.long")), (0, say!("cr.level.long")), (-1, say!("cr.down.long"))]
    {
        let here = |(_, one): &(usize, &MoveView)| one.play.direction() == direction;
        let (open, closed): (Vec<_>, Vec<_>) =
            view.moves.iter().enumerate().filter(here).partition(|(_, one)| one.refused.is_empty());
        if open.is_empty() && closed.is_empty() {
            continue;
        }
        ui.add_space(space::XS);
        let colour = Theme::of(ui).ink_quiet;
        ui.label(RichText::new(words).font(Theme::strong(size::SMALL)).color(colour));
        // What can be done stands before what cannot.
        open.iter().chain(&closed).for_each(|(index, one)| one_move(ui, view, *index, one, intents));
    }
}

fn one_move(ui: &mut Ui, view: &CrisisView, index: usize, one: &MoveView, intents: &mut Intents) {
    let row = Choice {
        name: &format!("crisis.move.{index}"),
        title: &one.title,
        does: [&one.effect, &one.then],
        price: &one.price,
        refused: &one.refused,
        ordered: one.ordered,
        ordered_words: say!("cr.ordered"),
    };
    match choice(ui, &row, view.playable) {
        Some(Chosen::TakeBack(given)) => intents.push(Intent::TakeBack(given)),
        Some(Chosen::Give) => {
            // One move a round: a new one takes the place of the last.
            let given = view.moves.iter().filter_map(|other| other.ordered);
            given.for_each(|given| intents.push(Intent::TakeBack(given)));
            intents.push(Intent::Order(one.order.clone()));
        }
        None => {}
    }
}
