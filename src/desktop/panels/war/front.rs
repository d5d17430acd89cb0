//! The front as a picture: which part of the land each side held, month by month.

use egui::{
    Align2, Color32, Mesh, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::desktop::names::named;
use crate::desktop::theme::{Theme, readable_on, size, space};
use crate::desktop::widgets::{aside, hatch, look_colour, month_at, stat_row};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{Unit, WarView};

/// Height of the picture.
const HEIGHT: f32 = 96.0;
/// Narrower or lower than this a part takes no name.
const NAMED: f32 = 22.0;

pub(super) fn front(ui: &mut Ui, view: &WarView) {
    if view.fronts.is_empty() {
        aside(ui, say!("wa.front.young"));
    } else {
        picture(ui, view);
    }
    stat_row(ui, "war.front", &view.front);
    aside(ui, &sentence_case(&view.line.stands));
}

/// The attacker's part from below, hatched as well as coloured; the defender's above it.
fn picture(ui: &mut Ui, view: &WarView) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let response = named("war.picture", ui.interact(rect, ui.id().with("war.picture"), Sense::hover()));
    let months = view.fronts.len();
    let last = view.first.plus(months.saturating_sub(1) as u32);
    let share = |front: f32| figure(f64::from(front), Unit::Share);
    let now = share(view.fronts[months - 1]);
    let label = fill(
        say!("wa.front.picture"),
        &[("from", &view.first.to_string()), ("to", &last.to_string()), ("now", &now)],
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    let [attacker, defender] = colours(&theme, view);
    let at = |month: usize, front: f32| -> Pos2 {
        let x = rect.left() + rect.width() * month as f32 / months.saturating_sub(1).max(1) as f32;
        let front = if front.is_finite() { front.clamp(0.0, 1.0) } else { 0.0 };
        pos2(x, rect.bottom() - rect.height() * front)
    };
    let line = line_of(view, rect, at);
    ui.painter().rect_filled(rect, 0.0, attacker);
    // So that the two parts can be told apart without colours.
    hatch(ui.painter(), rect, readable_on(attacker).gamma_multiply(0.35));
    ui.painter().add(Shape::mesh(above(&line, rect.top(), defender)));
    ui.painter().add(Shape::line(line, Stroke::new(space::RULE, theme.ink)));
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(space::LINE, theme.ink), StrokeKind::Inside);
    names(ui, view, rect, [attacker, defender]);
    if let Some(pointer) = response.hover_pos() {
        let month = month_at(rect, pointer.x, months);
        ui.painter().vline(at(month, 0.0).x, rect.y_range(), (space::LINE, theme.ink));
        let words = format!("{}: {}", view.first.plus(month as u32), share(view.fronts[month]));
        response.on_hover_text(words);
    }
}

/// The line between the two; of a single month it runs level.
fn line_of(view: &WarView, rect: Rect, at: impl Fn(usize, f32) -> Pos2) -> Vec<Pos2> {
    let mut line: Vec<Pos2> =
        view.fronts.iter().enumerate().map(|(month, &front)| at(month, front)).collect();
    if let [only] = line.as_slice() {
        line.push(pos2(rect.right(), only.y));
    }
    line
}

/// The part above the line, as one mesh: strips of their own would show seams.
fn above(line: &[Pos2], top: f32, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for point in line {
        let first = mesh.vertices.len() as u32;
        mesh.colored_vertex(pos2(point.x, top), colour);
        mesh.colored_vertex(*point, colour);
        if first > 0 {
            mesh.add_triangle(first - 2, first - 1, first);
            mesh.add_triangle(first - 1, first, first + 1);
        }
    }
    mesh
}

/// Colours of the two sides: those of their states on the map, where these differ; else that of both, and a dark one, for the
/// colours of the two systems would say what is not so.
fn colours(theme: &Theme, view: &WarView) -> [Color32; 2] {
    let look = |side: usize| view.sides.get(side).map(|side| look_colour(theme, side.look));
    match (look(0), look(1)) {
        (Some(one), Some(other)) if one != other => [one, other],
        (_, defender) => [theme.ink_quiet, defender.unwrap_or(theme.paper_shade)],
    }
}

/// The leading names at the right ends of the two parts, where there is room.
fn names(ui: &Ui, view: &WarView, rect: Rect, colours: [Color32; 2]) {
    let front = view.fronts.last().copied().unwrap_or_default().clamp(0.0, 1.0);
    let middle = rect.bottom() - rect.height() * front;
    let parts = [
        Rect::from_x_y_ranges(rect.x_range(), middle..=rect.bottom()),
        Rect::from_x_y_ranges(rect.x_range(), rect.top()..=middle),
    ];
    for ((side, part), colour) in view.sides.iter().zip(parts).zip(colours) {
        let Some((_, name)) = side.seats.first().filter(|_| part.height() >= NAMED) else { continue };
        let ink = readable_on(colour);
        let font = Theme::strong(size::SMALL);
        let galley = ui.painter().layout_no_wrap(name.clone(), font, ink);
        if galley.size().x > rect.width() - 2.0 * space::S {
            continue;
        }
        let at =
            Align2::RIGHT_CENTER.align_size_within_rect(galley.size(), part.shrink2(vec2(space::S, 0.0))).min;
        // On a plate, so that hatching does not run through the letters.
        let plate = Rect::from_min_size(at, galley.size()).expand2(vec2(space::XS, 0.0));
        ui.painter().rect_filled(plate, 0.0, colour);
        ui.painter().galley(at, galley, ink);
    }
}
