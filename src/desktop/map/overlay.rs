//! What is painted over the land: names in spaced capitals, dots of tiny territories, marks of wars and crises.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::flows;
use super::picture::{Mark, MarkKind, Picture};
use super::view::MapView;
use crate::base::PolityId;
use crate::desktop::theme::{Theme, caps_galley, space};

/// Smallest and largest letters of names.
const LETTERS: (f32, f32) = (9.0, 26.0);
/// Radius of a mark.
const MARK: f32 = 9.0;

/// Radius of the dot of a tiny territory at a scale.
pub fn dot_radius(view: &MapView) -> f32 {
    (1.6 + 0.6 * view.closeness()).clamp(2.2, 6.0)
}

/// Paints everything that lies over the land; flows of `pointed` stand out.
pub fn paint(painter: &Painter, view: &MapView, picture: &Picture, pointed: Option<PolityId>, theme: &Theme) {
    let mut taken: Vec<Rect> = picture
        .marks
        .iter()
        .map(|mark| Rect::from_center_size(view.to_screen(mark.at), Vec2::splat(2.0 * MARK)))
        .collect();
    paint_dots(painter, view, picture, theme);
    flows::paint(painter, view, &picture.flows, pointed, theme);
    paint_names(painter, view, picture, &mut taken);
    for mark in &picture.marks {
        paint_mark(painter, view.to_screen(mark.at), mark.kind, theme);
    }
}

/// The mark under a point of the screen.
pub fn mark_at<'a>(view: &MapView, picture: &'a Picture, at: Pos2) -> Option<&'a Mark> {
    picture.marks.iter().rev().find(|mark| view.to_screen(mark.at).distance(at) <= MARK + 1.0)
}

fn paint_dots(painter: &Painter, view: &MapView, picture: &Picture, theme: &Theme) {
    let radius = dot_radius(view);
    for dot in &picture.dots {
        let at = view.to_screen(dot.at);
        let Some(look) = picture.looks.get(dot.territory).filter(|_| view.screen.expand(8.0).contains(at))
        else {
            continue;
        };
        let hovered = picture.hovered == Some(dot.territory);
        let line = match (look.selected, hovered) {
            (true, _) => Stroke::new(2.0, theme.selected),
            (false, true) => Stroke::new(1.5, theme.on_table),
            (false, false) => Stroke::new(1.0, theme.border),
        };
        painter.circle(at, radius, look.fill, line);
        if let Some(hatch) = look.hatch {
            painter.circle_filled(at, radius * 0.45, hatch);
        }
    }
}

fn paint_names(painter: &Painter, view: &MapView, picture: &Picture, taken: &mut Vec<Rect>) {
    for plate in &picture.plates {
        let middle = view.to_screen(plate.at);
        if !view.screen.contains(middle) {
            continue;
        }
        let room = plate.room / view.scale * 0.92;
        let whole = [plate.name.as_str()];
        let Some(lines) = set_name(painter, &whole, room, plate.ink)
            .or_else(|| set_name(painter, &broken(&plate.name)?, room, plate.ink))
        else {
            continue;
        };
        let angle = plate.angle.to_radians();
        let height: f32 = lines.iter().map(|line| line.size().y * LEADING).sum();
        let width = lines.iter().map(|line| line.size().x).fold(0.0, f32::max);
        let (half, sin, cos) = (vec2(width, height) / 2.0, angle.sin().abs(), angle.cos().abs());
        let bounds = vec2(half.x * cos + half.y * sin, half.x * sin + half.y * cos);
        let bounds = Rect::from_center_size(middle, bounds * 2.0).expand(2.0);
        if taken.iter().any(|other| other.intersects(bounds)) {
            continue;
        }
        taken.push(bounds);
        let turn = egui::emath::Rot2::from_angle(angle);
        let mut y = -half.y;
        for line in lines {
            let corner = vec2(-line.size().x / 2.0, y);
            y += line.size().y * LEADING;
            let shape = TextShape::new(middle + turn * corner, line, plate.ink).with_angle(angle);
            painter.add(Shape::Text(shape));
        }
    }
}

/// Distance of lines of a name, over the height of one.
const LEADING: f32 = 0.95;

/// A name broken into two lines at the space nearest to its middle.
fn broken(name: &str) -> Option<[&str; 2]> {
    let middle = name.len() / 2;
    let at = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle))?;
    Some([&name[..at], &name[at + 1..]])
}

/// Lays the lines of a name out so that they fill the room; `None` if even the smallest letters are too wide.
fn set_name(painter: &Painter, lines: &[&str], room: f32, ink: Color32) -> Option<Vec<Arc<Galley>>> {
    let letters = lines.iter().map(|line| line.chars().count()).max()?.max(1) as f32;
    // Letters of names are on average three quarters of their size wide, and spaced.
    let size = (room / (letters * 0.95)).floor().clamp(LETTERS.0, LETTERS.1);
    let lay = |spread: f32| -> Vec<Arc<Galley>> {
        lines.iter().map(|line| caps_galley(painter, line, size, spread, ink)).collect()
    };
    let plain = lay(space::CAPS);
    let width = plain.iter().map(|line| line.size().x).fold(0.0, f32::max);
    if width > room * 1.18 {
        return None;
    }
    // Big states spread their letters over the land, as atlases do; a name of two lines keeps together.
    let spare = if lines.len() > 1 { 0.0 } else { ((room * 0.8 - width) / (letters * size)).max(0.0) };
    let spread = (space::CAPS + (spare * 10.0).floor() / 10.0).min(0.9);
    Some(lay(spread))
}

fn paint_mark(painter: &Painter, at: Pos2, kind: MarkKind, theme: &Theme) {
    let fill = match kind {
        MarkKind::War => theme.warning_text,
        MarkKind::Crisis => theme.attention,
        MarkKind::Rising => theme.ink,
    };
    let ink = crate::desktop::theme::readable_on(fill);
    painter.circle(at, MARK, fill, Stroke::new(1.5, theme.on_table));
    match kind {
        MarkKind::War => {
            let arm = 3.6;
            for side in [-1.0, 1.0] {
                let blade = [at + vec2(-arm * side, arm), at + vec2(arm * side, -arm)];
                painter.line_segment(blade, Stroke::new(1.8, ink));
            }
        }
        MarkKind::Crisis => {
            painter.text(at + vec2(0.0, 0.5), Align2::CENTER_CENTER, "!", Theme::strong(13.0), ink);
        }
        MarkKind::Rising => {
            // A flag: its pole and a pennant.
            painter.line_segment([at + vec2(-2.5, 5.0), at + vec2(-2.5, -5.0)], Stroke::new(1.4, ink));
            let pennant = [at + vec2(-2.5, -5.0), at + vec2(4.5, -2.5), at + vec2(-2.5, 0.0)];
            painter.add(Shape::convex_polygon(pennant.to_vec(), ink, Stroke::NONE));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_break_near_their_middle() {
        assert_eq!(broken("People's Republic of China"), Some(["People's Republic", "of China"]));
        assert_eq!(broken("India"), None);
    }
}
