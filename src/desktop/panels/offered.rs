//! An order that a screen offers whole: a button, what it does, where it leads, its price, or why it cannot be given.

use egui::{RichText, Ui};

use crate::desktop::intents::{Intent, Intents};
use crate::desktop::theme::{Theme, Weight, size, space, tag};
use crate::desktop::widgets::{aside, named_button, named_button_unless, paragraph};
use crate::sim::orders::Seq;
use crate::view::OfferedOrder;
use crate::view::words::{fill, text as say};

/// Draws an order; it can be given where the seat is the player's. Giving it takes back those whose place it takes.
pub(super) fn offered_order(
    ui: &mut Ui,
    name: &str,
    one: &OfferedOrder,
    playable: bool,
    in_place_of: &[Seq],
    intents: &mut Intents,
) {
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| match one.ordered {
        Some(given) => {
            let colour = Theme::of(ui).attention;
            ui.label(RichText::new(&one.title).font(Theme::strong(size::BODY)));
            tag(ui, say!("offered.ordered"), colour);
            if named_button(ui, &format!("{name}.back"), say!("op.take_back"), Weight::Plain).clicked() {
                intents.push(Intent::TakeBack(given));
            }
        }
        None if playable => {
            if named_button_unless(ui, name, &one.title, Weight::Plain, &one.refused).clicked() {
                in_place_of.iter().for_each(|&given| intents.push(Intent::TakeBack(given)));
                // Where there are numbers to choose, the desk of orders opens with it.
                intents.push(one.draft.map_or_else(|| Intent::Order(one.order.clone()), Intent::Prepare));
            }
        }
        None => {
            ui.label(RichText::new(&one.title).font(Theme::strong(size::BODY)));
        }
    });
    if !one.refused.is_empty() {
        one.refused.iter().for_each(|why| aside(ui, &fill(say!("offered.refused"), &[("why", why)])));
        return;
    }
    paragraph(ui, &one.effect);
    aside(ui, &one.then);
    if !one.price.is_empty() {
        aside(ui, &fill(say!("offered.price"), &[("price", &one.price)]));
    }
}
