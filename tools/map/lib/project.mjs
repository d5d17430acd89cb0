// The map plane: Equal Earth (area-true), cut to a band of latitudes, origin at the top left, y downwards.
import { geoEqualEarthRaw } from "d3-geo";

const RADIANS = Math.PI / 180;

/** Longitude in degrees moved into the 360° window that is centred on the central meridian. */
export function unrollLongitude(lon, central) {
  let l = lon;
  while (l < central - 180) l += 360;
  while (l >= central + 180) l -= 360;
  return l;
}

/** Makes the plane for a configuration: { width, height, scale, project(lon, lat) -> [x, y] in map units }. */
export function makePlane({ width, central_meridian, north, south }) {
  const raw = (lon, lat) => geoEqualEarthRaw((lon - central_meridian) * RADIANS, lat * RADIANS);
  const half = raw(central_meridian + 180, 0)[0];
  const scale = width / (2 * half);
  const top = raw(central_meridian, north)[1];
  const bottom = raw(central_meridian, south)[1];
  const project = (lon, lat) => {
    const [x, y] = raw(lon, Math.max(south, Math.min(north, lat)));
    return [(x + half) * scale, (top - y) * scale];
  };
  return { width, height: Math.ceil((top - bottom) * scale), scale, project };
}

/** The closed outline of the band of the sphere that is drawn. */
export function outline(plane, { central_meridian, north, south }, step = 1) {
  const east = [];
  const west = [];
  for (let lat = north; lat > south; lat -= step) {
    east.push(plane.project(central_meridian + 180, lat));
    west.push(plane.project(central_meridian - 180, lat));
  }
  east.push(plane.project(central_meridian + 180, south));
  west.push(plane.project(central_meridian - 180, south));
  const ring = [...east, ...west.reverse()];
  ring.push(ring[0]);
  return ring;
}

/** Meridians and parallels every `graticule_step` degrees, each a polyline within the band. */
export function graticule(plane, { central_meridian, north, south, graticule_step: g }, step = 1) {
  const lines = [];
  for (let lon = -180; lon < 180; lon += g) {
    const l = unrollLongitude(lon, central_meridian);
    const line = [];
    for (let lat = north; lat > south; lat -= step) line.push(plane.project(l, lat));
    line.push(plane.project(l, south));
    lines.push(line);
  }
  // Parallels are straight lines in this projection: two points are enough.
  for (let lat = Math.ceil(south / g) * g; lat <= north; lat += g) {
    if (lat === south || lat === north) continue;
    lines.push([plane.project(central_meridian - 180, lat), plane.project(central_meridian + 180, lat)]);
  }
  return lines;
}
