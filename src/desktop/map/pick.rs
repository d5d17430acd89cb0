//! Which territory lies under a point of the map.

use geo::{Contains, Coord, LineString, Polygon as GeoPolygon};
use rstar::{AABB, RTree, RTreeObject};

use super::geometry::{Point, WorldMap};

/// A piece of land with its box, for the tree.
struct Piece {
    territory: usize,
    shape: GeoPolygon<f64>,
    low: [f64; 2],
    high: [f64; 2],
}

impl RTreeObject for Piece {
    type Envelope = AABB<[f64; 2]>;
    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.low, self.high)
    }
}

/// An index of all land, and of the dots of tiny territories.
pub struct Picker {
    land: RTree<Piece>,
    dots: Vec<(usize, Point)>,
}

fn line(points: &[Point]) -> LineString<f64> {
    points.iter().map(|&[x, y]| Coord { x: f64::from(x), y: f64::from(y) }).collect()
}

impl Picker {
    /// Indexes a map.
    pub fn new(map: &WorldMap) -> Self {
        let mut pieces = Vec::new();
        for (territory, shape) in map.territories.iter().enumerate() {
            for polygon in &shape.polygons {
                let mut rings = polygon.rings.iter().map(|ring| line(&map.ring_points(ring)));
                let Some(outer) = rings.next() else { continue };
                let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
                for point in &outer.0 {
                    low = [low[0].min(point.x), low[1].min(point.y)];
                    high = [high[0].max(point.x), high[1].max(point.y)];
                }
                let shape = GeoPolygon::new(outer, rings.collect());
                pieces.push(Piece { territory, shape, low, high });
            }
        }
        let dots = map.territories.iter().enumerate().filter(|(_, shape)| shape.marker);
        Self {
            land: RTree::bulk_load(pieces),
            dots: dots.map(|(index, shape)| (index, shape.label)).collect(),
        }
    }

    /// The territory at a point; the dot of a tiny one counts up to `reach` map units around it.
    pub fn at(&self, point: Point, reach: f32) -> Option<usize> {
        let near = |&(index, [x, y]): &(usize, Point)| {
            let gap = (x - point[0]).hypot(y - point[1]);
            (gap <= reach).then_some((index, gap))
        };
        let dot = self.dots.iter().filter_map(near).min_by(|a, b| a.1.total_cmp(&b.1));
        dot.map(|(index, _)| index).or_else(|| self.land_at(point))
    }

    fn land_at(&self, [x, y]: Point) -> Option<usize> {
        let point = [f64::from(x), f64::from(y)];
        let here = self.land.locate_in_envelope_intersecting(&AABB::from_point(point));
        let at = Coord { x: point[0], y: point[1] };
        here.into_iter().find(|piece| piece.shape.contains(&at)).map(|piece| piece.territory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_capital_lies_in_or_beside_its_territory() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/map/world.json");
        let map = super::super::file::read_map(&path).unwrap();
        let picker = Picker::new(&map);
        for (index, territory) in map.territories.iter().enumerate() {
            if territory.marker {
                assert_eq!(picker.at(territory.label, 1.0), Some(index), "{}", territory.id);
            } else {
                assert_eq!(picker.land_at(territory.label), Some(index), "{}", territory.id);
            }
        }
        assert_eq!(picker.at([0.0, 0.0], 1.0), None);
    }
}
