//! Who owns what: each sector as one bar of its capital by property.

use egui::{Color32, Rect, Sense, Ui, pos2, vec2};

use crate::content::vocabulary::Property;
use crate::desktop::names::place;
use crate::desktop::theme::{Theme, quiet, readable_on, size, space, text};
use crate::desktop::widgets::stat_row;
use crate::view::SectorProperty;
use crate::view::Unit;
use crate::view::words::{figure, sentence_case, text as say};

/// Height of a bar.
const BAR: f32 = 18.0;

pub(super) fn page(ui: &mut Ui, sectors: &[SectorProperty]) {
    let words = quiet(ui, say!("ec.property_means"));
    ui.label(words);
    legend(ui);
    for sector in sectors {
        ui.add_space(space::XS);
        let words = text(ui, &sector.name);
        ui.label(words);
        bar(ui, sector);
        stat_row(ui, &format!("economy.capital.{}", sector.name), &sector.capital);
    }
}

fn colour(theme: &Theme, property: Property) -> Color32 {
    match property {
        Property::State => theme.planners,
        Property::Cooperative => theme.own_road,
        Property::Smallholder => theme.non_aligned,
        Property::NationalPrivate => theme.neutral,
        Property::Foreign => theme.western,
    }
}

fn legend(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        for &property in Property::ALL {
            let (mark, _) = ui.allocate_exact_size(vec2(size::SMALL, size::SMALL), Sense::hover());
            ui.painter().rect_filled(mark, 0.0, colour(&theme, property));
            let words = quiet(ui, property.words());
            ui.label(words);
        }
    });
}

fn bar(ui: &mut Ui, sector: &SectorProperty) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    place(ui.ctx(), &format!("economy.property.{}", sector.name), rect);
    ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
    let mut x = rect.left();
    let mut parts = Vec::new();
    for (&property, &share) in Property::ALL.iter().zip(&sector.shares) {
        if !(share.is_finite() && share > 0.0) {
            continue;
        }
        let width = rect.width() * share.min(1.0) as f32;
        let part = Rect::from_min_size(pos2(x, rect.top()), vec2(width, BAR));
        x += width;
        let fill = colour(&theme, property);
        ui.painter().rect_filled(part, 0.0, fill);
        let words = figure(share, Unit::Share);
        let galley = ui.painter().layout_no_wrap(words.clone(), Theme::body(size::TINY), readable_on(fill));
        if galley.size().x + space::S <= part.width() {
            let at = egui::Align2::CENTER_CENTER.align_size_within_rect(galley.size(), part).min;
            ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        }
        parts.push(format!("{} {words}", sentence_case(property.words())));
    }
    let words = parts.join("\n");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &words));
    response.on_hover_text(words);
}
