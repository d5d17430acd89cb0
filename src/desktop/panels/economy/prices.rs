//! Prices: terms of trade and each good, as they went.

use egui::{Ui, vec2};

use crate::base::Month;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{Trace, explained, sparkline};
use crate::view::words::{figure, fill, sentence_case, signed, text as say};
use crate::view::{PriceLine, PricesPage, Unit};

/// Height of a small chart.
const CHART: f32 = 40.0;

pub(super) fn page(ui: &mut Ui, page: &PricesPage) {
    let words = quiet(ui, say!("pr.means"));
    ui.label(words);
    line(ui, "terms", page.first, &page.terms);
    for (place, good) in page.goods.iter().enumerate() {
        line(ui, &place.to_string(), page.first, good);
    }
    ui.add_space(space::S);
    let words = quiet(ui, fill(say!("pr.since"), &[("when", &page.first.to_string())]));
    ui.label(words);
}

/// Name and figures in one line, the small chart below it.
fn line(ui: &mut Ui, name: &str, first: Month, price: &PriceLine) {
    let theme = Theme::of(ui);
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let words = text(ui, sentence_case(&price.name)).font(Theme::strong(size::BODY));
        ui.add(egui::Label::new(words).truncate());
        explained(ui, &format!("economy.price.{name}"), &price.now);
        if let Some(change) = price.change {
            let words = quiet(ui, format!("{} {}", signed(change, Unit::Growth), say!("pr.year")));
            ui.label(words);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = match price.world {
                Some(world) => format!("{} {}", say!("pr.world"), figure(world, Unit::Weight)),
                None if price.world_line.is_empty() && name != "terms" => say!("pr.none").to_owned(),
                None => String::new(),
            };
            ui.label(egui::RichText::new(words).size(size::SMALL).color(theme.ink_quiet));
        });
    });
    let home = Trace { name: say!("pr.home"), values: &price.line, broken: false };
    let world = Trace { name: say!("pr.world"), values: &price.world_line, broken: true };
    let both = [home, world];
    let traces = if price.world_line.is_empty() { &both[..1] } else { &both[..] };
    let room = vec2(ui.available_width(), CHART);
    sparkline(ui, &format!("economy.price.chart.{name}"), room, first, 1.0, traces);
}
