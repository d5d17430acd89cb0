//! Reads `assets/map/world.json` (format in `assets/map/README.md`) into checked geometry.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::geometry::{Arc, Polygon, Ring, Territory, WorldMap};

/// Why the map could not be read.
#[derive(Debug)]
pub enum MapError {
    /// The file could not be opened.
    Missing(PathBuf, std::io::Error),
    /// The file is no map: what is wrong, with line and column where known.
    Broken(PathBuf, String),
}

impl std::fmt::Display for MapError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(path, why) => write!(f, "the map {} could not be read: {why}", path.display()),
            Self::Broken(path, why) => write!(f, "the map {} is broken: {why}", path.display()),
        }
    }
}

impl std::error::Error for MapError {}

/// Largest map read, in bytes; the shipped one has less than a tenth of it.
const MAX_BYTES: u64 = 32 << 20;
/// Most territories a map may have: the colour table of the graphics card has room for so many.
pub const MAX_TERRITORIES: usize = 990;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMap {
    format: u32,
    width: f32,
    height: f32,
    outline: Vec<[f32; 2]>,
    graticule: Vec<Vec<[f32; 2]>>,
    territories: Vec<RawTerritory>,
    #[serde(rename = "neighbours")]
    _neighbours: Vec<(String, String)>,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerritory {
    id: String,
    rings: Vec<Vec<Vec<i64>>>,
    label: [f32; 2],
    label_angle: f32,
    label_width: f32,
    area: f64,
    marker: bool,
    capital: [f32; 2],
}

/// Reads and checks the map.
///
/// # Errors
/// If the file is missing, too big, no JSON of this shape, or its rings do not close.
pub fn read_map(path: &Path) -> Result<WorldMap, MapError> {
    let missing = |why| MapError::Missing(path.to_owned(), why);
    let size = std::fs::metadata(path).map_err(missing)?.len();
    if size > MAX_BYTES {
        return Err(MapError::Broken(path.to_owned(), format!("{size} bytes are more than {MAX_BYTES}")));
    }
    let text = std::fs::read_to_string(path).map_err(missing)?;
    parse_map(&text).map_err(|why| MapError::Broken(path.to_owned(), why))
}

/// Checks the text of a map.
///
/// # Errors
/// As [`read_map`].
pub fn parse_map(text: &str) -> Result<WorldMap, String> {
    let raw: RawMap = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if raw.format != 1 {
        return Err(format!("format {} is not known to this version (1)", raw.format));
    }
    let fits = |size: f32| size.is_finite() && size > 0.0;
    if !fits(raw.width) || !fits(raw.height) {
        return Err("width and height must be above 0".into());
    }
    if raw.territories.len() > MAX_TERRITORIES {
        return Err(format!("{} territories are more than {MAX_TERRITORIES}", raw.territories.len()));
    }
    let mut arcs = raw.arcs.into_iter().map(decode).collect::<Result<Vec<_>, _>>()?;
    let mut territories = Vec::with_capacity(raw.territories.len());
    for (index, territory) in raw.territories.into_iter().enumerate() {
        let mut polygons = Vec::with_capacity(territory.rings.len());
        for polygon in &territory.rings {
            let rings = polygon.iter().map(|ring| read_ring(ring, &mut arcs, index));
            let rings =
                rings.collect::<Result<Vec<_>, _>>().map_err(|why| format!("`{}`: {why}", territory.id))?;
            polygons.push(Polygon { rings });
        }
        territories.push(Territory {
            id: territory.id,
            polygons,
            label: territory.label,
            label_angle: territory.label_angle,
            label_width: territory.label_width,
            area: territory.area,
            marker: territory.marker,
            capital: territory.capital,
        });
    }
    let map = WorldMap {
        width: raw.width,
        height: raw.height,
        outline: raw.outline,
        graticule: raw.graticule,
        arcs,
        territories,
    };
    for territory in &map.territories {
        for ring in territory.polygons.iter().flat_map(|polygon| &polygon.rings) {
            let points = map.ring_points(ring);
            if points.len() < 4 || points.first() != points.last() {
                return Err(format!("`{}`: a ring does not close", territory.id));
            }
        }
    }
    Ok(map)
}

fn decode(points: Vec<[i64; 2]>) -> Result<Arc, String> {
    if points.len() < 2 {
        return Err("an arc has fewer than two points".into());
    }
    let (mut x, mut y) = (0_i64, 0_i64);
    let mut decoded = Vec::with_capacity(points.len());
    for [dx, dy] in points {
        (x, y) = (x.saturating_add(dx), y.saturating_add(dy));
        decoded.push([x as f32, y as f32]);
    }
    Ok(Arc { points: decoded, sides: [None, None] })
}

/// Reads a ring's arcs and notes on each arc that this territory lies at its side.
fn read_ring(raw: &[i64], arcs: &mut [Arc], territory: usize) -> Result<Ring, String> {
    let mut ring = Ring { arcs: Vec::with_capacity(raw.len()) };
    for &reference in raw {
        let backwards = reference < 0;
        let number = if backwards { -(reference + 1) } else { reference };
        let number = usize::try_from(number).map_err(|_| format!("arc {reference} does not exist"))?;
        let arc = arcs.get_mut(number).ok_or_else(|| format!("arc {reference} does not exist"))?;
        match &mut arc.sides {
            [first @ None, _] => *first = Some(territory),
            [Some(_), second @ None] => *second = Some(territory),
            _ => return Err(format!("arc {number} lies between more than two territories")),
        }
        ring.arcs.push((number, backwards));
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_map_is_sound() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/map/world.json");
        let map = read_map(&path).unwrap();
        assert!(map.territories.len() > 200);
        assert!(map.territories.iter().any(|territory| territory.id == "SUN" || territory.id == "RUS"));
    }

    #[test]
    fn broken_maps_are_refused_with_a_reason() {
        assert!(parse_map("{").unwrap_err().contains("line 1"));
        let open = r#"{"format":1,"width":10,"height":10,"outline":[],"graticule":[],"neighbours":[],
            "arcs":[[[0,0],[1,0],[0,1]]],"territories":[{"id":"AAA","rings":[[[0]]],"label":[0,0],
            "label_angle":0,"label_width":1,"area":1,"marker":false,"capital":[0,0]}]}"#;
        assert!(parse_map(open).unwrap_err().contains("`AAA`"));
        assert!(parse_map(&open.replace("[[[0]]]", "[[[7]]]")).unwrap_err().contains("arc 7"));
    }
}
