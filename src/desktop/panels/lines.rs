//! Where members of an organisation stand on the two axes of line.

use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::desktop::names::named;
use crate::desktop::theme::{Theme, size, space};
use crate::desktop::widgets::{look_colour, paint_line};
use crate::view::Look;
use crate::view::words::text as say;

/// One member on the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LineDot {
    /// Where its line stands (−1..1 each).
    pub line: (f64, f64),
    /// Its look on the map.
    pub look: Look,
    /// Whether it leads.
    pub leads: bool,
}

/// Members by line and look, the leader before others of its line, with how many there are of each.
fn alike(members: &[LineDot]) -> Vec<(&LineDot, usize)> {
    let mut groups: Vec<(&LineDot, usize)> = Vec::new();
    for member in members.iter().filter(|member| member.line.0.is_finite() && member.line.1.is_finite()) {
        match groups.iter_mut().find(|(one, _)| one.line == member.line && one.look == member.look) {
            Some((one, count)) => {
                *count += 1;
                if member.leads {
                    *one = member;
                }
            }
            None => groups.push((member, 1)),
        }
    }
    groups
}

/// Where the lines of members stand: from revision to dogma across, from integration (below) to autonomy (above). The
/// leader is ringed.
pub(super) fn plot_of_lines(ui: &mut Ui, name: &str, members: &[LineDot]) {
    const HEIGHT: f32 = 110.0;
    const DOT: f32 = 5.0;
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + 2.0 * size::BODY), Sense::hover());
    if ui.is_rect_visible(rect) {
        let frame = rect.shrink2(vec2(space::M, size::BODY));
        let painter = ui.painter();
        painter.rect_stroke(frame, 0.0, (space::LINE, theme.ink_quiet), egui::StrokeKind::Inside);
        painter.hline(frame.x_range(), frame.center().y, (space::LINE * 0.5, theme.ink_quiet));
        painter.vline(frame.center().x, frame.y_range(), (space::LINE * 0.5, theme.ink_quiet));
        let at = |line: (f64, f64)| {
            let across = frame.center().x + frame.width() * 0.46 * line.0.clamp(-1.0, 1.0) as f32;
            pos2(across, frame.center().y - frame.height() * 0.44 * line.1.clamp(-1.0, 1.0) as f32)
        };
        for (member, count) in alike(members) {
            // Those of one line lie on one spot: it grows with their number, which stands beside it.
            let (centre, radius) = (at(member.line), DOT * (count as f32).sqrt());
            painter.circle_filled(centre, radius, look_colour(&theme, member.look));
            let ring = if member.leads { 2.0 * space::LINE } else { 0.5 * space::LINE };
            painter.circle_stroke(centre, radius + ring, (ring, theme.ink));
            if count > 1 {
                let beside = centre + vec2(radius + space::S, 0.0);
                let font = Theme::body(size::TINY);
                painter.text(beside, egui::Align2::LEFT_CENTER, count.to_string(), font, theme.ink);
            }
        }
        let strip = |top: f32| Rect::from_min_size(pos2(frame.left(), top), vec2(frame.width(), size::BODY));
        let (above, below) = (strip(rect.top()), strip(frame.bottom()));
        paint_line(ui, above, say!("di.autonomy"), theme.ink_quiet, egui::Align2::CENTER_CENTER);
        paint_line(ui, below, say!("di.revision"), theme.ink_quiet, egui::Align2::LEFT_CENTER);
        paint_line(ui, below, say!("di.integration"), theme.ink_quiet, egui::Align2::CENTER_CENTER);
        paint_line(ui, below, say!("di.dogma"), theme.ink_quiet, egui::Align2::RIGHT_CENTER);
    }
    let label = say!("di.lines").to_owned();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    named(&format!("{name}.lines"), response).on_hover_text(label);
}
