//! Who rules against who lives there: shares of the people to the left, of the weight in power to the right.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::desktop::names::named;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{hatch, paint_line, section, stat_row};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{RuleLine, RuleView, Unit};

pub(super) fn page(ui: &mut Ui, view: &RuleView) {
    for words in &view.says {
        let words = text(ui, words);
        ui.label(words);
    }
    ui.add_space(space::XS);
    let words = quiet(ui, say!("so.butterfly")).size(size::TINY);
    ui.label(words);
    heads(ui);
    let most = view.lines.iter().flat_map(|line| [line.share, line.weight]);
    let most = most.filter(|share| share.is_finite()).fold(0.05_f64, f64::max);
    for line in &view.lines {
        wings(ui, line, most);
    }
    stat_row(ui, "society.apart", &view.apart);
    section(ui, say!("p.rule"));
    for (index, number) in view.numbers.iter().enumerate() {
        stat_row(ui, &format!("society.rule.{index}"), number);
    }
}

/// Left wing, names, right wing.
fn columns(rect: Rect) -> [Rect; 3] {
    let name = rect.width() * 0.27;
    let wing = (rect.width() - name) / 2.0;
    let left = rect.with_max_x(rect.left() + wing);
    let middle = Rect::from_min_max(pos2(left.right(), rect.top()), pos2(left.right() + name, rect.bottom()));
    [left, middle, rect.with_min_x(middle.right())]
}

fn heads(ui: &mut Ui) {
    let quiet = Theme::of(ui).ink_quiet;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::BODY), Sense::hover());
    let [left, _, right] = columns(rect);
    paint_line(ui, left, say!("so.lives"), quiet, Align2::RIGHT_CENTER);
    paint_line(ui, right, say!("so.rules"), quiet, Align2::LEFT_CENTER);
}

fn wings(ui: &mut Ui, line: &RuleLine, most: f64) {
    const FIGURE: f32 = 54.0;
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BODY + space::S), Sense::hover());
    let class = sentence_case(line.class.words());
    let (lives, rules) = (figure(line.share, Unit::Share), figure(line.weight, Unit::Share));
    if ui.is_rect_visible(rect) {
        let [left, middle, right] = columns(rect);
        paint_line(ui, middle, &class, theme.ink, Align2::CENTER_CENTER);
        let length = |share: f64| {
            let share = if share.is_finite() { (share / most).clamp(0.0, 1.0) } else { 0.0 };
            (left.width() - FIGURE) * share as f32
        };
        let colour = theme.classes[line.class.index()];
        let bar = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rect.shrink(4.0).y_range());
        let lives_bar = bar(left.right() - length(line.share), left.right());
        let rules_bar = bar(right.left(), right.left() + length(line.weight));
        ui.painter().rect_filled(lives_bar, 0.0, colour);
        ui.painter().rect_filled(rules_bar, 0.0, colour);
        // Power is hatched: the two wings differ by more than their side.
        hatch(ui.painter(), rules_bar, crate::desktop::theme::readable_on(colour).gamma_multiply(0.5));
        for bar in [lives_bar, rules_bar] {
            ui.painter().rect_stroke(bar, 0.0, (space::LINE, theme.ink), egui::StrokeKind::Inside);
        }
        paint_line(
            ui,
            left.with_max_x(lives_bar.left() - space::XS),
            &lives,
            theme.ink,
            Align2::RIGHT_CENTER,
        );
        paint_line(
            ui,
            right.with_min_x(rules_bar.right() + space::XS),
            &rules,
            theme.ink,
            Align2::LEFT_CENTER,
        );
    }
    let label = format!("{class}: {lives} {}, {rules} {}", say!("so.of_people"), say!("so.of_power"));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    named(&format!("society.rule.{}", line.class.words()), response).on_hover_text(label);
}
