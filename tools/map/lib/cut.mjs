// Cutting territories along lines so that every border stays shared: wherever a cut crosses a border, the crossing
// becomes a vertex of *every* ring that has that border, before any polygon is clipped.
import polygonClipping from "polygon-clipping";

const GRID = 1e6; // one millionth of a degree, about 0.1 m

/** A point on the fine grid on which equal places have equal numbers. */
export function roundPoint([x, y]) {
  return [Math.round(x * GRID) / GRID, Math.round(y * GRID) / GRID];
}

/** Signed area of a closed ring (shoelace). */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return sum / 2;
}

/** Closed ring of a cut: its line, then the arbitrary way around, back to the start. */
export function cutRing(cut) {
  const ring = [...cut.line, ...cut.around].map(roundPoint);
  ring.push(ring[0]);
  return ring;
}

const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** Crossing of two segments, or null. The same whichever way round either is given. */
export function crossing(a, b, c, d) {
  if (before(b, a)) [a, b] = [b, a];
  if (before(d, c)) [c, d] = [d, c];
  const rx = b[0] - a[0], ry = b[1] - a[1], sx = d[0] - c[0], sy = d[1] - c[1];
  const denominator = rx * sy - ry * sx;
  if (denominator === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / denominator;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return roundPoint([a[0] + t * rx, a[1] + t * ry]);
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

function bounds(ring) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  }
  return box;
}

const overlap = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** The ring with the crossings with `other` put in as vertices. */
export function insertCrossings(ring, other) {
  const box = bounds(other);
  const out = [ring[0]];
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i], b = ring[i + 1];
    if (overlap(bounds([a, b]), box)) {
      const found = [];
      for (let j = 0; j + 1 < other.length; j++) {
        const p = crossing(a, b, other[j], other[j + 1]);
        if (p && !same(p, a) && !same(p, b)) found.push(p);
      }
      const distance = (p) => (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2;
      found.sort((p, q) => distance(p) - distance(q));
      for (const p of found) if (!same(out[out.length - 1], p)) out.push(p);
    }
    out.push(b);
  }
  return out;
}

/** Puts known points that lie on a side of the ring back in as vertices (clipping drops those on a straight line). */
export function restoreVertices(ring, known) {
  const tolerance = 2 / GRID;
  const out = [ring[0]];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    const dx = b[0] - a[0], dy = b[1] - a[1];
    const length = Math.hypot(dx, dy);
    const [west, south, east, north] = bounds([a, b]);
    const between = [];
    for (const p of known) {
      if (p[0] < west - tolerance || p[0] > east + tolerance || p[1] < south - tolerance || p[1] > north + tolerance) continue;
      const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
      const aside = Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length;
      if (aside <= tolerance && along > tolerance && along < length - tolerance) between.push([along, p]);
    }
    between.sort((p, q) => p[0] - q[0]);
    for (const [, p] of between) if (!same(out[out.length - 1], p)) out.push(p);
    out.push(b);
  }
  return out;
}

/** Puts the vertices of clipped polygons back on the known ones, from which a rounding error may have moved them. */
function snap(multi, known) {
  const key = (x, y) => `${x},${y}`;
  const index = new Map();
  for (const p of known) index.set(key(Math.round(p[0] * GRID), Math.round(p[1] * GRID)), p);
  const nearest = (p) => {
    const x = Math.round(p[0] * GRID), y = Math.round(p[1] * GRID);
    for (let dx = -2; dx <= 2; dx++) for (let dy = -2; dy <= 2; dy++) {
      const hit = index.get(key(x + dx, y + dy));
      if (hit) return hit;
    }
    return roundPoint(p);
  };
  const points = [...index.values()];
  return multi.map((rings) => rings.map((ring) => restoreVertices(ring.map(nearest), points)));
}

/** Applies one cut { from, to, line, around } to the Map of territories, in place. Throws if it moves nothing. */
export function applyCut(territories, cut) {
  let region = cutRing(cut);
  const box = bounds(region);
  for (const [id, polygons] of territories) {
    territories.set(id, polygons.map((rings) => rings.map((ring) =>
      overlap(bounds(ring), box) ? insertCrossings(ring, region) : ring)));
  }
  for (const id of cut.from) {
    for (const rings of territories.get(id) ?? []) {
      for (const ring of rings) if (overlap(bounds(ring), box)) region = insertCrossings(region, ring);
    }
  }
  const gained = [];
  for (const id of cut.from) {
    const polygons = territories.get(id);
    if (!polygons) throw new Error(`cut to ${cut.to}: there is no territory ${id}`);
    const near = polygons.filter((p) => overlap(bounds(p[0]), box));
    const far = polygons.filter((p) => !overlap(bounds(p[0]), box));
    if (near.length === 0) throw new Error(`cut to ${cut.to}: ${id} has no land there`);
    const known = [...region, ...near.flat(2)];
    gained.push(...snap(polygonClipping.intersection(near, [region]), known));
    territories.set(id, [...far, ...snap(polygonClipping.difference(near, [region]), known)]);
  }
  if (gained.length === 0) throw new Error(`cut from ${cut.from} to ${cut.to} gains no land`);
  const had = territories.get(cut.to) ?? [];
  const touching = had.filter((p) => overlap(bounds(p[0]), box));
  const apart = had.filter((p) => !overlap(bounds(p[0]), box));
  const joined = touching.length === 0 ? gained
    : snap(polygonClipping.union(touching, gained), [...touching.flat(2), ...gained.flat(2)]);
  territories.set(cut.to, [...apart, ...joined]);
}

/** Splits segments longer than `limit` degrees, the same way from both sides of a border. */
export function densify(ring, limit) {
  const out = [ring[0]];
  for (let i = 0; i + 1 < ring.length; i++) {
    const forward = before(ring[i], ring[i + 1]);
    const [a, b] = forward ? [ring[i], ring[i + 1]] : [ring[i + 1], ring[i]];
    const pieces = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / limit);
    const middle = [];
    for (let k = 1; k < pieces; k++) {
      middle.push(roundPoint([a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces]));
    }
    out.push(...(forward ? middle : middle.reverse()), ring[i + 1]);
  }
  return out;
}
