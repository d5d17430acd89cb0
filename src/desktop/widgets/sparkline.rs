//! A small chart in a line of text: how one or two figures went over the months.

use egui::{Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2};

use crate::base::Month;
use crate::desktop::names::named;
use crate::desktop::theme::Theme;

/// One line of a small chart, a value a month.
#[derive(Debug, Clone, Copy)]
pub struct Trace<'a> {
    /// What it is, in words.
    pub name: &'a str,
    /// The values; those that are no number are left out.
    pub values: &'a [f32],
    /// Whether it is drawn broken.
    pub broken: bool,
}

/// Draws traces over one scale, with a thin line at `base`. The pointer over it reads month and values.
pub fn sparkline(
    ui: &mut Ui,
    name: &str,
    size: Vec2,
    first: Month,
    base: f32,
    traces: &[Trace<'_>],
) -> Response {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = named(name, ui.interact(rect, ui.id().with(name), Sense::hover()));
    let known = || traces.iter().flat_map(|trace| trace.values).copied().filter(|value| value.is_finite());
    let (low, high) = known().fold((base, base), |(low, high), value| (low.min(value), high.max(value)));
    let months = traces.iter().map(|trace| trace.values.len()).max().unwrap_or(0);
    // What hardly moves shall look so: the scale spans a fifth at least, with the line in its middle.
    let span = (high - low).max(0.2);
    let low = low - (span - (high - low)) / 2.0;
    let inside = rect.shrink(2.0);
    let at = |month: usize, value: f32| -> Pos2 {
        let x = inside.left() + inside.width() * month as f32 / months.saturating_sub(1).max(1) as f32;
        pos2(x, inside.bottom() - inside.height() * (value - low) / span)
    };
    ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
    ui.painter().hline(inside.x_range(), at(0, base).y, (1.0, theme.line));
    for (place, trace) in traces.iter().enumerate() {
        let stroke = Stroke::new(1.6, theme.series[place % theme.series.len()]);
        let points: Vec<Pos2> = trace
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_finite())
            .map(|(month, &value)| at(month, value))
            .collect();
        match points.as_slice() {
            [only] => {
                ui.painter().circle_filled(*only, 2.0, stroke.color);
            }
            points if trace.broken => {
                ui.painter().extend(Shape::dashed_line(points, stroke, 4.0, 3.0));
            }
            points => {
                ui.painter().add(Shape::line(points.to_vec(), stroke));
            }
        }
    }
    let now: Vec<String> =
        traces.iter().filter_map(|trace| read(trace, trace.values.len().checked_sub(1)?)).collect();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, now.join(", ")));
    let pointed = response.hover_pos().map(|at| month_at(inside, at.x, months));
    match pointed {
        Some(month) => {
            let mut lines = vec![first.plus(month as u32).to_string()];
            lines.extend(traces.iter().filter_map(|trace| read(trace, month)));
            ui.painter().vline(at(month, base).x, inside.y_range(), (1.0, theme.ink_quiet));
            response.on_hover_text(lines.join("\n"))
        }
        None => response,
    }
}

fn read(trace: &Trace<'_>, month: usize) -> Option<String> {
    let value = trace.values.get(month).filter(|value| value.is_finite())?;
    Some(format!("{} {value:.2}", trace.name))
}

/// The month under a point of a chart of so many months, counted from its first.
pub fn month_at(rect: Rect, x: f32, months: usize) -> usize {
    let share = ((x - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0);
    (share * months.saturating_sub(1) as f32).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pointer_reads_the_nearest_month() {
        let rect = Rect::from_min_max(pos2(10.0, 0.0), pos2(110.0, 20.0));
        assert_eq!(month_at(rect, 10.0, 11), 0);
        assert_eq!(month_at(rect, 64.0, 11), 5);
        assert_eq!(month_at(rect, 900.0, 11), 10);
        assert_eq!(month_at(rect, 50.0, 0), 0);
    }
}
