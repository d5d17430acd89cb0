// Plane geometry of polygons: lists of closed rings, the outer one first, then the holes.
import { ringArea } from "./cut.mjs";

function insideRing([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point lies on the land of a polygon. */
export function insidePolygon(p, rings) {
  return insideRing(p, rings[0]) && !rings.slice(1).some((hole) => insideRing(p, hole));
}

/** Area without the holes. */
export function polygonArea(rings) {
  return rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);
}

function distanceToRing([x, y], ring) {
  let least = Infinity;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}

/** Distance to the land of a polygon; 0 on it. */
export function distanceToPolygon(p, rings) {
  return insidePolygon(p, rings) ? 0 : Math.min(...rings.map((ring) => distanceToRing(p, ring)));
}
