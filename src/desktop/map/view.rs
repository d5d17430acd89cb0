//! Where the player looks: centre and zoom, and how points of the map and of the screen become each other.

use bevy::prelude::Resource;
use egui::{Pos2, Rect, Vec2, pos2};

use super::geometry::Point;

/// The part of the map that is seen.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct MapView {
    /// Middle of the window, in map units.
    pub centre: Point,
    /// Map units per point of the screen.
    pub scale: f32,
    /// The window, in points of the screen.
    pub screen: Rect,
    size: Point,
    fitted: bool,
}

impl MapView {
    /// The view of a map of some size, before the window is known.
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            centre: [width / 2.0, height / 2.0],
            scale: width / 1280.0,
            screen: Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 720.0)),
            size: [width, height],
            fitted: false,
        }
    }

    /// Takes note of the window's size; the first time the whole map is fitted into it.
    pub fn fit(&mut self, screen: Rect) {
        if screen.width() < 1.0 || screen.height() < 1.0 {
            return;
        }
        let resized = self.fitted && screen.size() != self.screen.size();
        if resized {
            self.scale *= self.screen.width() / screen.width();
        }
        self.screen = screen;
        if !self.fitted {
            self.fitted = true;
            self.whole();
        }
        self.bound();
    }

    /// Shows the whole map.
    pub fn whole(&mut self) {
        self.scale = self.widest();
        self.centre = [self.size[0] / 2.0, self.size[1] * 0.49];
        self.bound();
    }

    /// Scale at which the map is as wide as the window.
    fn widest(&self) -> f32 {
        (self.size[0] / self.screen.width()).max(self.size[1] / self.screen.height() * 0.82)
    }

    /// The point of the screen where a point of the map lies.
    pub fn to_screen(&self, [x, y]: Point) -> Pos2 {
        let middle = self.screen.center();
        pos2(middle.x + (x - self.centre[0]) / self.scale, middle.y + (y - self.centre[1]) / self.scale)
    }

    /// The point of the map that lies at a point of the screen.
    pub fn to_map(&self, at: Pos2) -> Point {
        let from = at - self.screen.center();
        [self.centre[0] + from.x * self.scale, self.centre[1] + from.y * self.scale]
    }

    /// Moves the map along with the pointer.
    pub fn drag(&mut self, by: Vec2) {
        self.centre = [self.centre[0] - by.x * self.scale, self.centre[1] - by.y * self.scale];
        self.bound();
    }

    /// Zooms so that the point under the pointer stays; `factor` above 1 comes closer.
    pub fn zoom(&mut self, at: Pos2, factor: f32) {
        let fixed = self.to_map(at);
        self.scale /= factor.clamp(0.2, 5.0);
        self.bound();
        let now = self.to_map(at);
        self.centre = [self.centre[0] + fixed[0] - now[0], self.centre[1] + fixed[1] - now[1]];
        self.bound();
    }

    /// Brings a point of the map into the middle, close enough to see a country.
    pub fn show(&mut self, at: Point) {
        self.centre = at;
        self.scale = self.scale.min(self.widest() / 3.0);
        self.bound();
    }

    /// Brings points of the map into one of several parts of the window, as close as they all fit.
    pub fn frame(&mut self, points: impl Iterator<Item = Point>, rooms: &[Rect]) {
        let mut bounds = Rect::NOTHING;
        points.for_each(|[x, y]| bounds.extend_with(pos2(x, y)));
        if !bounds.is_finite() {
            return;
        }
        // One point, or several in a row, have no area of their own.
        let bounds = bounds.expand(1.0);
        // Lines bow beyond their ends, and heads need room.
        const MARGIN: f32 = 1.2;
        let scale = |room: &Rect| {
            (bounds.width() / room.width()).max(bounds.height() / room.height()).max(1.0) * MARGIN
        };
        let fitting = rooms.iter().filter(|room| room.is_positive());
        let Some(room) = fitting.min_by(|a, b| scale(a).total_cmp(&scale(b))) else { return };
        self.scale = scale(room);
        self.bound();
        let aside = (room.center() - self.screen.center()) * self.scale;
        let middle = bounds.center();
        self.centre = [middle.x - aside.x, middle.y - aside.y];
        self.bound();
    }

    /// Moves the map so that a point of it lies in the largest of several parts of the window, unless it lies in one already.
    pub fn bring(&mut self, at: Point, rooms: &[Rect]) {
        let here = self.to_screen(at);
        // Close to an edge is half hidden.
        if rooms.iter().any(|room| room.shrink(ROOM_EDGE).contains(here)) {
            return;
        }
        let fitting = rooms.iter().filter(|room| room.is_positive());
        let Some(room) = fitting.max_by(|a, b| a.area().total_cmp(&b.area())) else { return };
        self.drag(room.center() - here);
        // Where the edge of the map holds it back, a closer look gives it way.
        for _ in 0..6 {
            if room.contains(self.to_screen(at)) {
                break;
            }
            self.scale /= 1.4;
            self.bound();
            self.drag(room.center() - self.to_screen(at));
        }
    }

    /// How much closer than the whole map the view is (1 = whole map).
    pub fn closeness(&self) -> f32 {
        self.widest() / self.scale
    }

    fn bound(&mut self) {
        // Closest: a tiny state is as big as a hand; widest: the whole map beside a broad panel.
        self.scale = self.scale.clamp(1.5, self.widest() * 1.8);
        for axis in 0..2 {
            let seen = [self.screen.width(), self.screen.height()][axis] * self.scale;
            let size = self.size[axis];
            // Close by, an edge of the map may come halfway to the middle of the window; from afar, the middle of the
            // map may go halfway to an edge of the window.
            let slack = (size / 2.0 - seen * 0.25).max(seen * 0.25);
            let middle = self.size[axis] / 2.0;
            self.centre[axis] = self.centre[axis].clamp(middle - slack, middle + slack);
        }
    }
}

/// Points of the screen that a place has to keep from the edge of its room.
const ROOM_EDGE: f32 = 24.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> MapView {
        let mut view = MapView::new(60_000.0, 28_000.0);
        view.fit(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 720.0)));
        view
    }

    #[test]
    fn screen_and_map_are_inverse() {
        let view = view();
        let back = view.to_screen(view.to_map(pos2(300.0, 200.0)));
        assert!((back - pos2(300.0, 200.0)).length() < 0.1);
    }

    #[test]
    fn zoom_keeps_the_point_under_the_pointer() {
        let mut view = view();
        view.zoom(pos2(640.0, 360.0), 3.0);
        let at = pos2(500.0, 300.0);
        let before = view.to_map(at);
        view.zoom(at, 2.0);
        let after = view.to_map(at);
        assert!((before[0] - after[0]).abs() < 5.0 && (before[1] - after[1]).abs() < 5.0);
        assert!(view.closeness() > 5.0);
    }

    #[test]
    fn points_are_brought_into_a_part_of_the_window() {
        let mut view = view();
        let room = Rect::from_min_max(pos2(20.0, 60.0), pos2(620.0, 600.0));
        let points = [[30_000.0, 8_000.0], [36_000.0, 12_000.0]];
        view.frame(points.into_iter(), &[Rect::NOTHING, room]);
        assert!(points.iter().all(|&point| room.contains(view.to_screen(point))));
        let before = view;
        view.frame(std::iter::empty(), &[room]);
        assert_eq!(view, before);
    }

    #[test]
    fn a_place_under_a_panel_is_brought_into_the_free_part() {
        let free = Rect::from_min_max(pos2(300.0, 90.0), pos2(700.0, 520.0));
        let narrow = Rect::from_min_max(pos2(10.0, 90.0), pos2(60.0, 520.0));
        for at in [[30_000.0, 14_000.0], [58_000.0, 9_000.0], [1_500.0, 20_000.0], [45_000.0, 26_000.0]] {
            let mut view = view();
            view.bring(at, &[narrow, free]);
            assert!(free.contains(view.to_screen(at)), "{at:?} lies at {:?}", view.to_screen(at));
            // What is seen already stays where it is, and without room nothing moves.
            let before = view;
            view.bring(at, &[free]);
            view.bring(at, &[Rect::NOTHING]);
            assert_eq!(view, before);
        }
    }

    #[test]
    fn one_cannot_lose_the_map() {
        let mut view = view();
        view.drag(Vec2::new(1e7, -1e7));
        let corner = view.to_screen([30_000.0, 14_000.0]);
        assert!(view.screen.expand(700.0).contains(corner));
        view.zoom(pos2(0.0, 0.0), 0.01);
        assert!(view.closeness() > 0.5);
    }
}
