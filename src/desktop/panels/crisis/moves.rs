//! What the side that looks can do in the coming round: up, hold, down, each with effect and price.

use egui::{RichText, Ui};

use crate::desktop::intents::Intents;
use crate::desktop::panels::offered::offered_order;
use crate::desktop::theme::{Theme, size, space};
use crate::desktop::widgets::{aside, paragraph, section};
use crate::view::words::text as say;
use crate::view::{CrisisView, MoveView};

pub(super) fn moves(ui: &mut Ui, view: &CrisisView, intents: &mut Intents) {
    if view.moves.is_empty() {
        if view.sides.iter().all(|side| !side.own) {
            aside(ui, say!("cr.watch"));
        }
        return;
    }
    let given: Vec<_> = view.moves.iter().filter_map(|one| one.offered.ordered).collect();
    section(ui, say!("cr.moves"));
    if view.playable && given.is_empty() {
        paragraph(ui, say!("cr.nothing_ordered"));
    }
    for (direction, words) in
        [(1, say!("cr.up.long")), (0, say!("cr.level.long")), (-1, say!("cr.down.long"))]
    {
        let here = |(_, one): &(usize, &MoveView)| one.play.direction() == direction;
        let (open, closed): (Vec<_>, Vec<_>) =
            view.moves.iter().enumerate().filter(here).partition(|(_, one)| one.offered.refused.is_empty());
        if open.is_empty() && closed.is_empty() {
            continue;
        }
        ui.add_space(space::XS);
        let colour = Theme::of(ui).ink_quiet;
        ui.label(RichText::new(words).font(Theme::strong(size::SMALL)).color(colour));
        // What can be done stands before what cannot.
        for (index, one) in open.iter().chain(&closed) {
            let name = format!("crisis.move.{index}");
            // One move a round: a new one takes the place of the last.
            offered_order(ui, &name, &one.offered, view.playable, &given, intents);
        }
    }
}
