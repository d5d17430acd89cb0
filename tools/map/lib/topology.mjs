// From territories to shared arcs on the integer grid of the map, simplified without parting any border.
import { topology } from "topojson-server";
import { presimplify } from "topojson-simplify";
import { ringArea } from "./cut.mjs";

/** Drops islets below `least` map units²; the biggest polygon of a territory and polygons that share a border stay. */
export function dropIslets(territories, shared, least) {
  const out = new Map();
  for (const [id, polygons] of territories) {
    const areas = polygons.map((p) => Math.abs(ringArea(p[0])));
    const biggest = Math.max(...areas);
    out.set(id, polygons.filter((p, i) => areas[i] === biggest || areas[i] >= least || shared(id, p)));
  }
  return out;
}

/** Tells whether a polygon has an edge in common with another territory. */
export function sharedEdges(territories) {
  const key = (a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a};${b}` : `${b};${a}`);
  const owners = new Map();
  for (const [id, polygons] of territories) {
    for (const ring of polygons.flat()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const k = key(ring[i], ring[i + 1]);
        const set = owners.get(k);
        if (set === undefined) owners.set(k, id);
        else if (set !== id) owners.set(k, "*");
      }
    }
  }
  return (id, polygon) => polygon.some((ring) =>
    ring.some((p, i) => i + 1 < ring.length && owners.get(key(p, ring[i + 1])) === "*"));
}

function asGeometry(polygons) {
  return { type: "MultiPolygon", coordinates: polygons };
}

/** Rings of arc indices by id, and arcs of points with the weight of each for simplification as third number. */
export function buildTopology(territories) {
  const objects = {};
  for (const id of [...territories.keys()].sort()) objects[id] = asGeometry(territories.get(id));
  const topo = presimplify(topology(objects));
  const rings = new Map(Object.entries(topo.objects).map(([id, o]) => [id, o.arcs]));
  return { arcs: topo.arcs, rings };
}

const isClosed = (arc) => arc[0][0] === arc[arc.length - 1][0] && arc[0][1] === arc[arc.length - 1][1];

/** One arc on the integer grid with the points of weight ≥ `least`; a closed one keeps at least three corners. */
export function simplifyArc(arc, least) {
  const last = arc.length - 1;
  let limit = least;
  if (isClosed(arc)) {
    const weights = arc.slice(1, last).map((p) => p[2]).sort((a, b) => b - a);
    limit = Math.min(limit, weights[Math.min(4, weights.length - 1)]);
  }
  const out = [];
  arc.forEach((p, i) => {
    if (i !== 0 && i !== last && p[2] < limit) return;
    const q = [Math.round(p[0]), Math.round(p[1])];
    const end = out[out.length - 1];
    if (!end || end[0] !== q[0] || end[1] !== q[1]) out.push(q);
  });
  return out;
}

/** The points of a ring of arc indices (`~i`: arc i backwards), closed. */
export function ringPoints(ring, arcs) {
  const out = [];
  for (const index of ring) {
    const points = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    for (let i = out.length === 0 ? 0 : 1; i < points.length; i++) out.push(points[i]);
  }
  return out;
}

/** Pairs of arcs that cross each other (or themselves) anywhere but in common end points. */
export function crossingArcs(arcs, cell = 256) {
  const grid = new Map();
  arcs.forEach((arc, n) => {
    for (let i = 0; i + 1 < arc.length; i++) {
      const [a, b] = [arc[i], arc[i + 1]];
      const x0 = Math.floor(Math.min(a[0], b[0]) / cell), x1 = Math.floor(Math.max(a[0], b[0]) / cell);
      const y0 = Math.floor(Math.min(a[1], b[1]) / cell), y1 = Math.floor(Math.max(a[1], b[1]) / cell);
      for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) {
        const k = x * 65536 + y;
        if (!grid.has(k)) grid.set(k, []);
        grid.get(k).push([a, b, n]);
      }
    }
  });
  const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const found = new Set();
  for (const segments of grid.values()) {
    for (let i = 0; i < segments.length; i++) for (let j = i + 1; j < segments.length; j++) {
      const [a, b, n] = segments[i], [c, d, m] = segments[j];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) {
        found.add(n);
        found.add(m);
      }
    }
  }
  return found;
}

/**
 * Simplifies all arcs to weight `least`; arcs that would cross, and arcs of rings that would collapse, get more
 * detail until they do neither. Returns arcs and rings with lost arcs (shorter than the grid) taken out.
 */
export function simplify({ arcs, rings }, least) {
  const limits = arcs.map(() => least);
  let simple = [];
  for (let round = 0; round < 8; round++) {
    simple = arcs.map((arc, i) => simplifyArc(arc, limits[i]));
    const relax = crossingArcs(simple);
    for (const polygons of rings.values()) for (const ring of polygons.flat()) {
      if (ringArea(ringPoints(ring, simple)) === 0) for (const index of ring) relax.add(index < 0 ? ~index : index);
    }
    if (relax.size === 0) break;
    for (const i of relax) limits[i] = round < 6 ? limits[i] / 4 : 0;
  }
  return compact(simple, rings);
}

/** Takes out arcs that have shrunk to a point, rings without area, and arcs that no ring uses. */
export function compact(arcs, rings) {
  const lives = arcs.map((arc) => arc.length > 1);
  const kept = new Map();
  const used = new Set();
  for (const [id, polygons] of rings) {
    const alive = polygons
      .map((polygon) => polygon
        .map((ring) => ring.filter((index) => lives[index < 0 ? ~index : index]))
        .filter((ring) => ring.length > 0 && ringArea(ringPoints(ring, arcs)) !== 0))
      .filter((polygon) => polygon.length > 0);
    kept.set(id, alive);
    for (const index of alive.flat(2)) used.add(index < 0 ? ~index : index);
  }
  const number = new Map();
  const out = [];
  arcs.forEach((arc, i) => {
    if (!used.has(i)) return;
    number.set(i, out.length);
    out.push(arc);
  });
  const renumber = (index) => (index < 0 ? ~number.get(~index) : number.get(index));
  const renumbered = new Map([...kept].map(([id, p]) => [id, p.map((q) => q.map((r) => r.map(renumber)))]));
  return { arcs: out, rings: renumbered };
}
