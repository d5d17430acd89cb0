// Where a name fits: the biggest ellipse, four times as wide as high, that lies within the biggest polygon,
// over a few angles of tilt.
import polylabel from "polylabel";

const STRETCH = 4;
const RADIANS = Math.PI / 180;
const ANGLES = [0, -10, 10, -20, 20, -30, 30, -40, 40, -50, 50, -60, 60, -70, 70];

/** How much a reader dislikes a tilt: a name may be this much shorter before it is better tilted. */
const preference = (angle) => 1 - Math.abs(angle) / 100;

/** { point, angle in degrees clockwise from the x axis, width of the room in map units } for a polygon of closed rings. */
export function placeLabel(polygon) {
  let best = null;
  for (const angle of ANGLES) {
    const cos = Math.cos(angle * RADIANS), sin = Math.sin(angle * RADIANS);
    const turn = ([x, y]) => [x * cos + y * sin, (-x * sin + y * cos) * STRETCH];
    const turned = polygon.map((ring) => ring.map(turn));
    const xs = turned[0].map((p) => p[0]);
    const ys = turned[0].map((p) => p[1]);
    const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    const found = polylabel(turned, extent / 200);
    const score = found.distance * preference(angle);
    if (best === null || score > best.score * 1.0001) {
      const [u, v] = [found[0], found[1] / STRETCH];
      best = { score, point: [u * cos - v * sin, u * sin + v * cos], angle, width: found.distance * 2 };
    }
  }
  return best;
}
