//! What each class leans to: bars of one width, slices named in words.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::content::vocabulary::Current;
use crate::desktop::map::colours::current_colour;
use crate::desktop::names::place;
use crate::desktop::theme::{Theme, quiet, readable_on, size, space};
use crate::desktop::widgets::{paint_line, swatch};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{CurrentSlice, SocietyView, Unit};

/// Share of the width that names take.
const NAMES: f32 = 0.33;

pub(super) fn page(ui: &mut Ui, view: &SocietyView) {
    let words = quiet(ui, say!("so.currents_of")).size(size::TINY);
    ui.label(words);
    legend(ui);
    bar(ui, "society.currents.all", say!("so.all"), None, &view.currents, 30.0);
    ui.add_space(space::S);
    for line in view.classes.iter().filter(|line| line.share > 5e-4) {
        let name = format!("society.currents.{}", line.class.index());
        let leans = line.leans();
        bar(ui, &name, line.class.words(), Some(line.share), &leans, 24.0);
    }
}

/// A current in a word short enough for a slice.
fn short(current: Current) -> &'static str {
    match current {
        Current::Communist => say!("cu.Communist"),
        Current::SocialDemocratic => say!("cu.SocialDemocratic"),
        Current::National => say!("cu.National"),
        Current::Liberal => say!("cu.Liberal"),
        Current::Conservative => say!("cu.Conservative"),
        Current::AuthoritarianRight => say!("cu.AuthoritarianRight"),
    }
}

fn legend(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for &current in Current::ALL {
            let (mark, _) = ui.allocate_exact_size(vec2(size::TINY, size::TINY), Sense::hover());
            swatch(ui.painter(), mark, current_colour(&theme, current), None, theme.ink);
            let words = quiet(ui, current.words()).size(size::TINY);
            ui.label(words);
            ui.add_space(space::XS);
        }
    });
}

/// One bar over the whole width, in the fixed order of the currents, so that bars can be compared down the page.
fn bar(ui: &mut Ui, name: &str, words: &str, share: Option<f64>, slices: &[CurrentSlice], height: f32) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    place(ui.ctx(), name, rect);
    let names = rect.with_max_x(rect.left() + rect.width() * NAMES);
    let title = sentence_case(words);
    paint_line(ui, names.with_max_x(names.right() - 46.0), &title, theme.ink, Align2::LEFT_CENTER);
    if let Some(share) = share {
        paint_line(ui, names, &figure(share, Unit::Share), theme.ink_quiet, Align2::RIGHT_CENTER);
    }
    let track =
        Rect::from_min_max(pos2(names.right() + space::S, rect.top() + 1.0), rect.max - vec2(0.0, 1.0));
    ui.painter().rect_filled(track, 0.0, theme.paper_shade);
    let known = |slice: &&CurrentSlice| slice.share > 0.0 && slice.share.is_finite();
    let sum: f64 = slices.iter().filter(known).map(|slice| slice.share).sum();
    let mut x = track.left();
    for &current in Current::ALL {
        let Some(slice) = slices.iter().filter(known).find(|slice| slice.current == current) else {
            continue;
        };
        let width = track.width() * (slice.share / sum) as f32;
        let part = Rect::from_min_size(pos2(x, track.top()), vec2(width, track.height()));
        x += width;
        let colour = current_colour(&theme, current);
        ui.painter().rect_filled(part, 0.0, colour);
        ui.painter().vline(part.right(), part.y_range(), (space::LINE, theme.paper));
        inside(ui, part, slice, readable_on(colour));
        let response = ui.interact(part, ui.id().with((name, current.index())), Sense::hover());
        let label = format!("{title}: {} {}", current.words(), figure(slice.share, Unit::Share));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        response.on_hover_text(label);
    }
    ui.painter().rect_stroke(track, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
}

/// The current with its share, or as much of that as there is room for.
fn inside(ui: &Ui, part: Rect, slice: &CurrentSlice, ink: egui::Color32) {
    let percent = format!("{:.0}", slice.share * 100.0);
    for words in [
        format!("{} {percent}", slice.current.words()),
        format!("{} {percent}", short(slice.current)),
        percent,
    ] {
        let galley = ui.painter().layout_no_wrap(words, Theme::body(size::TINY), ink);
        if galley.size().x + space::XS <= part.width() {
            let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), part).min;
            ui.painter().galley(at, galley, ink);
            return;
        }
    }
}
