//! Turns geometry into meshes: one for all land, one for all lines, at three levels of detail.
//!
//! Vertices carry the index of their territory, not a colour: colours, owners and highlights stand in a small
//! table that the shader reads ([`super::material`]), so a change of the world moves 16 kB, not the mesh.

use bevy::asset::RenderAssetUsages;
use bevy::mesh::{Indices, Mesh, MeshVertexAttribute, PrimitiveTopology, VertexFormat};
use earcut::Earcut;

use super::geometry::{Point, WorldMap, doubled_area, ring_of, simplified};

/// Row of the colour table for the table around the map.
pub const TABLE: u32 = 998;
/// Row of the colour table for the graticule and the edge of the map.
pub const GRATICULE: u32 = 999;
/// No territory: the seaward side of a coast.
pub const NOTHING: u32 = u32::MAX;

/// Row of the table for a vertex of land.
pub const TERRITORY: MeshVertexAttribute =
    MeshVertexAttribute::new("Vertex_Territory", 0x5f1c_07a1, VertexFormat::Uint32);
/// Rows of the table for both sides of a line.
pub const SIDES: MeshVertexAttribute =
    MeshVertexAttribute::new("Vertex_Sides", 0x5f1c_07a2, VertexFormat::Uint32x2);
/// Direction to push a vertex of a line (x, y, and which edge it is: −1 or 1).
pub const PUSH: MeshVertexAttribute =
    MeshVertexAttribute::new("Vertex_Push", 0x5f1c_07a3, VertexFormat::Float32x3);

/// Levels of detail: tolerance in map units; used while a point of the screen is at least so many units.
pub const LEVELS: [(f32, f64); 3] = [(16.0, 24.0), (5.0, 8.0), (0.0, 0.0)];

/// The meshes of one level of detail.
pub struct LevelMeshes {
    /// Land.
    pub land: Mesh,
    /// Coasts and borders.
    pub lines: Mesh,
}

/// Meshes of land and lines at one level of detail.
pub fn level(map: &WorldMap, tolerance: f32) -> LevelMeshes {
    let arcs: Vec<Vec<Point>> = map.arcs.iter().map(|arc| simplified(&arc.points, tolerance)).collect();
    let mut land = Fill::default();
    let mut earcut = Earcut::new();
    for (index, territory) in map.territories.iter().enumerate() {
        for (piece, polygon) in territory.polygons.iter().enumerate() {
            let rings: Vec<Vec<Point>> =
                polygon.rings.iter().map(|ring| ring_of(ring, |arc| &arcs[arc])).collect();
            // Specks below a pixel are left out at coarse levels, unless they are all there is.
            let speck =
                rings.first().is_some_and(|outer| doubled_area(outer).abs() < 2.0 * tolerance * tolerance);
            if !(speck && piece > 0) {
                land.add(&mut earcut, &rings, index as u32);
            }
        }
    }
    let mut lines = Lines::default();
    for (arc, points) in map.arcs.iter().zip(&arcs) {
        let row = |side: Option<usize>| side.map_or(NOTHING, |index| index as u32);
        let closed = points.first() == points.last();
        if closed && doubled_area(points).abs() < 2.0 * tolerance * tolerance {
            continue;
        }
        lines.add(points, [row(arc.sides[0]), row(arc.sides[1])]);
    }
    LevelMeshes { land: land.mesh(), lines: lines.mesh() }
}

/// What lies around the map, and what is drawn on the sea. The sea itself is what the window is cleared with: a
/// software renderer would feel a sheet over the whole window.
pub fn ground(map: &WorldMap) -> LevelMeshes {
    let far = 4.0 * map.width;
    let (right, bottom) = (map.width + far, map.height + far);
    let frame = vec![[-far, -far], [right, -far], [right, bottom], [-far, bottom], [-far, -far]];
    let mut around = Fill::default();
    around.add(&mut Earcut::new(), &[frame, map.outline.clone()], TABLE);
    let mut lines = Lines::default();
    for line in &map.graticule {
        lines.add(line, [GRATICULE, GRATICULE]);
    }
    LevelMeshes { land: around.mesh(), lines: lines.mesh() }
}

/// The plane of the map turned into the plane of the camera, whose y grows upwards.
fn turned([x, y]: Point) -> [f32; 3] {
    [x, -y, 0.0]
}

#[derive(Default)]
struct Fill {
    positions: Vec<[f32; 3]>,
    rows: Vec<u32>,
    indices: Vec<u32>,
}

impl Fill {
    fn add(&mut self, earcut: &mut Earcut<f32>, rings: &[Vec<Point>], row: u32) {
        let mut points: Vec<Point> = Vec::new();
        let mut holes: Vec<u32> = Vec::new();
        for (number, ring) in rings.iter().enumerate() {
            // earcut wants open rings; a hole that collapsed is none.
            let ring = &ring[..ring.len().saturating_sub(1)];
            if ring.len() < 3 {
                if number == 0 {
                    return;
                }
                continue;
            }
            if number > 0 {
                holes.push(points.len() as u32);
            }
            points.extend_from_slice(ring);
        }
        let mut triangles: Vec<u32> = Vec::new();
        earcut.earcut(points.iter().copied(), &holes, &mut triangles);
        let base = self.positions.len() as u32;
        self.indices.extend(triangles.into_iter().map(|index| base + index));
        self.rows.extend(std::iter::repeat_n(row, points.len()));
        self.positions.extend(points.into_iter().map(turned));
    }

    fn mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(TERRITORY, self.rows)
            .with_inserted_indices(Indices::U32(self.indices))
    }
}

#[derive(Default)]
struct Lines {
    positions: Vec<[f32; 3]>,
    pushes: Vec<[f32; 3]>,
    sides: Vec<[u32; 2]>,
    indices: Vec<u32>,
}

/// How far a sharp corner may stick out, in half widths.
const MITRE: f32 = 2.0;

impl Lines {
    fn add(&mut self, line: &[Point], sides: [u32; 2]) {
        let mut points: Vec<Point> = line.to_vec();
        points.dedup();
        if points.len() < 2 {
            return;
        }
        let closed = points.first() == points.last() && points.len() > 3;
        let base = self.positions.len() as u32;
        let count = points.len();
        for at in 0..count {
            let before = if at > 0 { Some(points[at - 1]) } else { closed.then(|| points[count - 2]) };
            let after = if at + 1 < count { Some(points[at + 1]) } else { closed.then(|| points[1]) };
            let normal = mitre(before, points[at], after);
            for edge in [-1.0_f32, 1.0] {
                self.positions.push(turned(points[at]));
                // y is turned over, so the normal is as well.
                self.pushes.push([normal[0] * edge, -normal[1] * edge, edge]);
                self.sides.push(sides);
            }
        }
        for step in 0..(count as u32 - 1) {
            let at = base + step * 2;
            self.indices.extend([at, at + 1, at + 2, at + 1, at + 3, at + 2]);
        }
    }

    fn mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(PUSH, self.pushes)
            .with_inserted_attribute(SIDES, self.sides)
            .with_inserted_indices(Indices::U32(self.indices))
    }
}

/// The direction in which the edge of a line lies at a corner, as long as the mitre is.
fn mitre(before: Option<Point>, at: Point, after: Option<Point>) -> Point {
    let direction = |from: Point, to: Point| {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let length = dx.hypot(dy).max(f32::EPSILON);
        [dx / length, dy / length]
    };
    let into = before.map(|before| direction(before, at));
    let out = after.map(|after| direction(at, after));
    let (a, b) = match (into, out) {
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) => (a, a),
        (None, Some(b)) => (b, b),
        (None, None) => ([1.0, 0.0], [1.0, 0.0]),
    };
    let sum = [-(a[1] + b[1]), a[0] + b[0]];
    let length = sum[0].hypot(sum[1]);
    if length < 0.2 {
        return [-b[1], b[0]];
    }
    let unit = [sum[0] / length, sum[1] / length];
    let spread = (unit[0] * -b[1] + unit[1] * b[0]).max(1.0 / MITRE);
    [unit[0] / spread, unit[1] / spread]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mitres_are_square_on_straight_lines_and_bounded_at_corners() {
        assert_eq!(mitre(Some([0.0, 0.0]), [1.0, 0.0], Some([2.0, 0.0])), [0.0, 1.0]);
        let sharp = mitre(Some([0.0, 0.0]), [1.0, 0.0], Some([0.0, 0.1]));
        assert!(sharp[0].hypot(sharp[1]) <= MITRE + 0.001);
    }

    #[test]
    fn coarse_levels_have_fewer_vertices() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/map/world.json");
        let map = super::super::file::read_map(&path).unwrap();
        let coarse = level(&map, LEVELS[0].0).lines.count_vertices();
        let fine = level(&map, LEVELS[2].0).lines.count_vertices();
        assert!(coarse * 3 < fine, "{coarse} against {fine}");
    }
}
