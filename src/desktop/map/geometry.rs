//! The geometry of the map in memory: arcs shared by territories, and how to make it coarser.

/// A point in map units (x east, y south).
pub type Point = [f32; 2];

/// A line between two junctions, drawn once for both territories at its sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Arc {
    /// Its points.
    pub points: Vec<Point>,
    /// Indices of the territories at its sides; a coast has one.
    pub sides: [Option<usize>; 2],
}

/// A closed line as a list of arcs, each with whether it is run backwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// The arcs.
    pub arcs: Vec<(usize, bool)>,
}

/// An outer ring and its holes.
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    /// The outer ring first.
    pub rings: Vec<Ring>,
}

/// The geometry of a territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// String id, as in the content.
    pub id: String,
    /// Its pieces of land.
    pub polygons: Vec<Polygon>,
    /// Where its name goes.
    pub label: Point,
    /// Tilt of the name, degrees clockwise as seen.
    pub label_angle: f32,
    /// Room for the name along that tilt, map units.
    pub label_width: f32,
    /// Area, map units squared.
    pub area: f64,
    /// So small that it wants a dot.
    pub marker: bool,
    /// Seat of government.
    pub capital: Point,
}

/// The map of a world.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldMap {
    /// Width of the plane.
    pub width: f32,
    /// Height of the plane.
    pub height: f32,
    /// Edge of the drawn part of the sphere.
    pub outline: Vec<Point>,
    /// Meridians and parallels.
    pub graticule: Vec<Vec<Point>>,
    /// All coasts and borders.
    pub arcs: Vec<Arc>,
    /// All territories, sorted by id.
    pub territories: Vec<Territory>,
}

impl WorldMap {
    /// The points of a ring, closed (the last is the first).
    pub fn ring_points(&self, ring: &Ring) -> Vec<Point> {
        ring_of(ring, |arc| &self.arcs[arc].points)
    }

    /// The index of a territory.
    pub fn index(&self, id: &str) -> Option<usize> {
        self.territories.binary_search_by(|territory| territory.id.as_str().cmp(id)).ok()
    }
}

/// Strings the points of a ring together from arcs that `points` gives.
pub fn ring_of<'a>(ring: &Ring, points: impl Fn(usize) -> &'a Vec<Point>) -> Vec<Point> {
    let mut line: Vec<Point> = Vec::new();
    for &(arc, backwards) in &ring.arcs {
        let arc = points(arc);
        let skip = usize::from(!line.is_empty());
        if backwards {
            line.extend(arc.iter().rev().skip(skip));
        } else {
            line.extend(arc.iter().skip(skip));
        }
    }
    line
}

/// Twice the signed area of a closed line.
pub fn doubled_area(line: &[Point]) -> f32 {
    line.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum()
}

/// The line with fewer points, nowhere further than `tolerance` from the given one (Douglas and Peucker 1973).
/// Both ends stay, so that arcs still meet; a closed line keeps at least four points.
pub fn simplified(line: &[Point], tolerance: f32) -> Vec<Point> {
    if tolerance <= 0.0 || line.len() < 3 {
        return line.to_vec();
    }
    let mut keep = vec![false; line.len()];
    let last = line.len() - 1;
    (keep[0], keep[last]) = (true, true);
    let mut open = vec![(0, last)];
    if line[0] == line[last] {
        // A closed line has no chord between its ends; split it at the two points furthest apart.
        let far = furthest(line, 0, last, |p| distance(p, line[0])).map_or(last / 2, |(far, _)| far);
        let chord = (line[0], line[far]);
        keep[far] = true;
        let side = furthest(line, 0, last, |p| from_chord(p, chord)).map_or(1, |(side, _)| side);
        keep[side] = true;
        let mut cuts = [0, far.min(side), far.max(side), last];
        cuts.sort_unstable();
        open = cuts.windows(2).map(|cut| (cut[0], cut[1])).collect();
    }
    while let Some((from, to)) = open.pop() {
        let chord = (line[from], line[to]);
        if let Some((at, gap)) = furthest(line, from, to, |p| from_chord(p, chord))
            && gap > tolerance
        {
            keep[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

fn furthest(line: &[Point], from: usize, to: usize, gap: impl Fn(Point) -> f32) -> Option<(usize, f32)> {
    let inner = (from + 1)..to;
    inner.map(|at| (at, gap(line[at]))).max_by(|a, b| a.1.total_cmp(&b.1))
}

fn distance(a: Point, b: Point) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn from_chord(p: Point, (a, b): (Point, Point)) -> f32 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length = dx * dx + dy * dy;
    if length <= f32::EPSILON {
        return distance(p, a);
    }
    let along = (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length).clamp(0.0, 1.0);
    distance(p, [a[0] + along * dx, a[1] + along * dy])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplifying_keeps_ends_and_shape() {
        let line = [[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [3.0, 5.0], [4.0, 0.0]];
        assert_eq!(simplified(&line, 0.5), vec![[0.0, 0.0], [2.0, 0.0], [3.0, 5.0], [4.0, 0.0]]);
        let square = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]];
        let coarse = simplified(&square, 100.0);
        assert!(coarse.len() >= 4 && coarse.first() == coarse.last());
    }
}
