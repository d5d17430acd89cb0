// From the countries of today (Natural Earth 1:50m in the TopoJSON of `world-atlas`) to one MultiPolygon per
// territory id, in longitudes unrolled around the central meridian.
import { merge } from "topojson-client";
import polygonClipping from "polygon-clipping";
import { unrollLongitude } from "./project.mjs";
import { roundPoint, ringArea } from "./cut.mjs";

/** Unrolls a ring; one that crosses the edge of the map (a few islets do) stays whole, on its eastern side. */
export function unrollRing(ring, central) {
  const out = [];
  for (const [lon, lat] of ring) {
    let l = unrollLongitude(lon, central);
    if (out.length > 0) {
      const before = out[out.length - 1][0];
      if (l - before > 180) l -= 360;
      else if (before - l > 180) l += 360;
    }
    out.push(roundPoint([l, lat]));
  }
  return out;
}

/**
 * Polygons that the source cuts at 180° share an edge there: unite them.
 * Only polygons that touch 180° take part, so that no other vertex can move.
 */
export function healSeam(polygons) {
  const touches = (p) => p[0].some(([lon]) => lon === 180);
  const seam = polygons.filter(touches);
  if (seam.length < 2) return polygons;
  return [...polygons.filter((p) => !touches(p)), ...polygonClipping.union(...seam.map((p) => [p]))];
}

/** Map of territory id to MultiPolygon (arrays of rings, closed, [lon, lat]). Throws on a country without assignment. */
export function loadTerritories(topology, assign, absorbed, central) {
  const groups = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const name = geometry.properties.name;
    if (!(name in assign)) throw new Error(`assign.json does not say what becomes of "${name}"`);
    const id = assign[name];
    if (id === null) continue;
    const owner = absorbed[id] ?? id;
    if (!groups.has(owner)) groups.set(owner, []);
    groups.get(owner).push(geometry);
  }
  const territories = new Map();
  for (const id of [...groups.keys()].sort()) {
    const merged = merge(topology, groups.get(id)).coordinates;
    const polygons = merged.map((rings) => rings.map((ring) => unrollRing(ring, central)));
    territories.set(id, healSeam(polygons).filter((p) => Math.abs(ringArea(p[0])) > 0));
  }
  return territories;
}
